using Diplomacy.Training;
using Diplomacy.Training.Imports;
using Diplomacy.Training.Pdf;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static System.FormattableString;

namespace Samples.Tests.Readme;

/// <summary>The C# that README.md shows, compiled and run here. What stands between the markers must equal the block of the same name in the README.</summary>
internal static class FirstWorkshop
{
    internal static ServiceProvider SetUp()
    {
        // <set-up>
        ServiceProvider services = new ServiceCollection()
            .AddDiplomacyTraining(training => training.UseIssuer("MFAIC", verifyAt: new Uri("https://training.example.gov.kh/v/"), issuer =>
            {
                issuer.PrintsMotto = true;                                             // reserved to state institutions
                issuer.PlaceOfIssue = new(khmer: "រាជធានីភ្នំពេញ", english: "Phnom Penh");
            }).AddPdf())
            .BuildServiceProvider();
        // </set-up>
        return services;
    }

    internal static async Task<(Workshop Workshop, PersonId Person)> PlanAsync(IServiceProvider services)
    {
        // <plan>
        var desks = services.GetRequiredService<TrainingDesks>();
        Actor by = Actor.Official("staff:1042");                                   // an id of your own, never a name
        var (ministry, washington) = (InstitutionCode.Parse("MFAIC"), InstitutionCode.Parse("US-WAS-EMB"));
        await desks.Institutions.AddAllAsync(
        [
            new(ministry, new("ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ", "Ministry of Foreign Affairs"), InstitutionKind.Ministry, "Phnom Penh", "Cambodia", "Asia/Phnom_Penh"),
            new(washington, new("ស្ថានឯកអគ្គរាជទូតកម្ពុជា", "Royal Embassy of Cambodia"), InstitutionKind.Embassy, "Washington, D.C.", "United States", "America/New_York"),
        ], by);

        // The host's wall time; a time that its clocks skip or show twice is refused, never guessed.
        Workshop workshop = await desks.Planning.PlanAsync(new WorkshopPlan("DD-2027", host: ministry)
        {
            Title = new("សិក្ខាសាលាស្តីពីការទូតឌីជីថល", "Workshop on Digital Diplomacy"),
            Agenda = Agenda.Strictly("Asia/Phnom_Penh", new Session("opening", new LocalDateTime(2027, 2, 23, 8, 30), Duration.FromHours(3))),
            Seats = SeatPlan.Hybrid(inPerson: 250, online: 150).With(Quota.For(ministry, 200), Quota.ForEachMission(4)),
            Awards = [AwardPolicy.Participation(minimumPercent: 75)],
        }, by);
        foreach (Institution mission in await desks.Institutions.MissionsAsync())
            foreach (LocalSession s in LocalAgenda.For(workshop, mission).Sessions)
                Console.WriteLine(Invariant($"{mission.Code} {s.Code} {s.Start:ddd d MMM HH:mm o<g>}, day {s.DayShift:+0;-0;0}, {s.Band}"));

        PersonName name = new PersonName(family: "CHAN", given: "Sophea").WithNative("km", family: "ចាន់", given: "សុភា");
        PersonId sophea = await desks.People.AddAsync(new Person(name, email: "chan.sophea@example.gov.kh"), by);
        Console.WriteLine(await desks.Registrations.RegisterAsync(new(workshop.Id, sophea, washington, DeliveryMode.Online), by) switch
        {
            RegistrationOutcome.Confirmed seat => Invariant($"Confirmed, {seat.Mode}"),
            RegistrationOutcome.Waiting wait => Invariant($"No. {wait.Position} in line; full: {string.Join(", ", wait.BindingLimits)}"),
            var other => other.Explain(Language.Khmer),
        });
        // </plan>
        return (workshop, sophea);
    }

    internal static async Task<IssueReport> CertifyAsync(IServiceProvider services, Workshop workshop, string zoomReport, string folder)
    {
        var desks = services.GetRequiredService<TrainingDesks>();
        Actor by = Actor.Official("staff:1042");

        // <certify>
        AttendanceLog log = await AttendanceLogReader.ReadFileAsync(zoomReport, timesIn: "Asia/Phnom_Penh");
        ImportReport call = await desks.Attendance.ImportAsync(workshop.Id, log, by);                 // matched by address, never by name alone
        foreach (ReviewItem caller in call.ToReview)                                                  // a person decides about everybody else
            await desks.Attendance.DecideAsync(workshop.Id, caller.Key, person: null, by, reason: "not-registered");
        ProposalList proposal = await desks.Certificates.ProposeAsync(workshop.Id, by);
        await desks.Certificates.ApproveAsync(workshop.Id, proposal.Number, Actor.Official("staff:0007"));
        var director = new Signatory(Title: new("ប្រធានវិទ្យាស្ថានជាតិការទូត", "Director, National Institute of Diplomacy"), Name: new("សុភាព ច័ន្ទតារា", "SOPHEAP Chandara"));
        IssueReport issued = await desks.Certificates.IssueAsync(workshop.Id, by, director);          // idempotent
        await services.GetRequiredService<CertificatePrinter>().WriteFilesAsync(issued.Certificates, CertificateDesign.State, folder);

        Verification answer = await desks.Verifier.VerifyAsync(issued.Certificates[0].Code.ToString()); // as a stranger would: no key, no actor
        Console.WriteLine(answer.Explain(Language.English));
        // </certify>
        return issued;
    }
}
