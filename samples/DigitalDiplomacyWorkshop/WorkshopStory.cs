using Diplomacy.Training;
using Diplomacy.Training.Imports;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Pdf;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Spectre.Console;

namespace DigitalDiplomacyWorkshop;

/// <summary>One real event, told with the library: the ministry plans, missions register, the room and the call are merged, certificates are issued.</summary>
internal sealed class WorkshopStory(IAnsiConsole screen, string data, string output)
{
    private const string PhnomPenh = "Asia/Phnom_Penh";

    // Actors are ids of the ministry's own staff system. Names never stand in the journal.
    private static readonly Actor s_officer = Actor.Official("staff:1042");
    private static readonly Actor s_director = Actor.Official("staff:0007");
    private static readonly InstitutionCode s_ministry = InstitutionCode.Parse("MFAIC");
    private static readonly LocalizedText s_city = new(khmer: "រាជធានីភ្នំពេញ", english: "Phnom Penh");

    private readonly StoryClock _clock = new(PhnomPenh);

    public async Task TellAsync()
    {
        using var services = new ServiceCollection()
            .AddDiplomacyTraining(training => training
                .UseClock(_clock)
                .UseIssuer("MFAIC", verifyAt: new Uri("https://training.mfaic.example/v/"), issuer =>
                {
                    issuer.PrintsMotto = true;
                    issuer.PlaceOfIssue = s_city;
                })
                .AddPdf())
            .BuildServiceProvider();
        var desks = services.GetRequiredService<TrainingDesks>();
        screen.Write(new Rule("[bold]Digital Diplomacy for Cambodian Diplomats[/] · 28 February 2023").LeftJustified());

        Workshop workshop = await PlanAsync(desks);
        await TellEachMissionItsOwnTimeAsync(desks, workshop);
        Dictionary<string, PersonId> people = await RegisterAsync(desks, workshop);
        int promoted = await CancelAsync(desks, workshop, people);
        await InviteAsync(desks, workshop);
        (ImportReport call, int refused) = await RecordAttendanceAsync(desks, workshop, people);
        (ProposalList proposal, IssueReport issued) = await CertifyAsync(desks, workshop);
        HandingOut handingOut = await HandingOut.ArrangeAsync(desks, workshop, issued);
        await PrintAsync(services.GetRequiredService<CertificatePrinter>(), [.. handingOut.Pages.Select(page => page.Certificate)]);
        await handingOut.WriteAsync(output);

        var report = await WorkshopReport.DrawUpAsync(desks, workshop, promoted, refused, call, proposal, issued);
        await report.WriteAsync(output);
        await using (FileStream archive = File.Create(Path.Combine(output, "training.jsonl")))
        {
            await TrainingArchive.WriteAsync(desks.Ports, archive);
        }

        screen.Write(report.ToTable());
        screen.MarkupLineInterpolated($"[bold]{issued.Certificates.Length}[/] certificates, [bold]{report.Confirmed}[/] confirmed seats, [bold]{promoted}[/] promoted from the waiting list. Everything is in [link]{Path.GetFullPath(output)}[/].");

        // A stranger types the code that is printed on a certificate. No key, no actor, no permission is needed.
        VerificationCode code = issued.Certificates[0].Code;
        Verification verification = await desks.Verifier.VerifyAsync(code.ToString());
        screen.MarkupLineInterpolated($"[grey]{code}[/] {verification.Explain(Language.English)}");
    }

    /// <summary>The host plans in its own wall time; a time that its clocks skip or show twice would be refused, never guessed.</summary>
    private async Task<Workshop> PlanAsync(TrainingDesks desks)
    {
        _clock.MoveTo(new LocalDateTime(2023, 1, 25, 9, 0));
        var ministries = await InstitutionReader.ReadFileAsync(Path.Combine(data, "headquarters.csv"));
        var missions = await InstitutionReader.ReadFileAsync(Path.Combine(data, "missions.csv"));
        await desks.Institutions.AddAllAsync([.. ministries, .. missions], s_officer);

        var day = new LocalDate(2023, 2, 28);
        Workshop workshop = await desks.Planning.PlanAsync(
            new WorkshopPlan("DD-2023", host: s_ministry)
            {
                Title = new(khmer: "សិក្ខាសាលាស្តីពីការទូតឌីជីថល សម្រាប់អ្នកការទូតកម្ពុជា", english: "Digital Diplomacy for Cambodian Diplomats"),
                Venue = new(khmer: "សណ្ឋាគារ រាជធានីភ្នំពេញ និងតាមប្រព័ន្ធអនឡាញ", english: "a hotel in Phnom Penh and online"),
                Agenda = Agenda.Strictly(
                    PhnomPenh,
                    new Session("opening", day.At(new LocalTime(8, 30)), Duration.FromMinutes(90)) { Title = new("ពិធីបើក និងបាឋកថា", "Opening and keynote") },
                    new Ceremony("photograph", day.At(new LocalTime(10, 0)), Duration.FromMinutes(15)) { Title = new("ថតរូបអនុស្សាវរីយ៍", "Group photograph") },
                    new Session("tools", day.At(new LocalTime(10, 15)), Duration.FromMinutes(90)) { Title = new("ឧបករណ៍ការទូតឌីជីថល", "The tools of digital diplomacy") },
                    new Break("lunch", day.At(new LocalTime(11, 45)), Duration.FromMinutes(135)) { Title = new("អាហារថ្ងៃត្រង់", "Lunch") },
                    new Session("practice", day.At(new LocalTime(14, 0)), Duration.FromHours(2)) { Title = new("លំហាត់អនុវត្ត", "Practice in groups") }),
                Seats = SeatPlan.Hybrid(inPerson: 250, online: 150).With(Quota.For(s_ministry, 200), Quota.ForEachMission(4)),
                Awards = [AwardPolicy.Participation(minimumPercent: 75), AwardPolicy.Appreciation()],
            },
            s_officer);
        screen.MarkupLineInterpolated($"Planned [bold]{workshop.Id}[/] with {ministries.Count} ministries and {missions.Count} missions.");
        return workshop;
    }

    /// <summary>Twelve hours lie between Washington and Phnom Penh: each mission is told the same moment by its own clocks.</summary>
    private async Task TellEachMissionItsOwnTimeAsync(TrainingDesks desks, Workshop workshop)
    {
        string folder = Directory.CreateDirectory(Path.Combine(output, "agendas")).FullName;
        var sheet = new AgendaSheet(workshop, s_city);
        foreach (Institution mission in await desks.Institutions.MissionsAsync())
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{mission.Code}.txt"), sheet.Write(mission));
        }

        screen.MarkupLine("Wrote each mission its agenda in its own time.");
    }

    /// <summary>430 requests for 400 places: whoever finds a limit full waits in line, and is told which limit.</summary>
    private async Task<Dictionary<string, PersonId>> RegisterAsync(TrainingDesks desks, Workshop workshop)
    {
        var roster = await RosterReader.ReadFileAsync(Path.Combine(data, "roster.csv"));
        var ids = await desks.People.AddAllAsync([.. roster.Select(entry => entry.Person)], s_officer);
        await screen.CountAsync("Registering", roster, async (entry, i) =>
        {
            _clock.MoveTo(entry.RequestedAt!.Value);
            await desks.Registrations.RegisterAsync(new(workshop.Id, ids[i], entry.Institution, entry.Mode) { Role = entry.Role }, s_officer);
        });
        SeatCount seats = await desks.Registrations.SeatsAsync(workshop.Id);
        screen.MarkupLineInterpolated($"{roster.Count} requests: [green]{seats.Confirmed} confirmed[/], [yellow]{seats.Waiting} waiting[/].");
        return roster.Select((entry, i) => (Key: entry.Person.ExternalId!, Id: ids[i])).ToDictionary(p => p.Key, p => p.Id);
    }

    /// <summary>Every seat given back goes at once to the first in line whom all limits allow.</summary>
    private async Task<int> CancelAsync(TrainingDesks desks, Workshop workshop, Dictionary<string, PersonId> people)
    {
        int promoted = 0;
        foreach (CancellationEntry entry in await CancellationReader.ReadFileAsync(Path.Combine(data, "cancellations.csv")))
        {
            _clock.MoveTo(entry.CancelledAt);
            Registration? seat = await desks.Registrations.FindAsync(workshop.Id, people[entry.ExternalId]);
            if (seat is not null)
            {
                promoted += (await desks.Registrations.CancelAsync(workshop.Id, seat.Id, "cannot-come", s_officer)).Promoted.Length;
            }
        }

        return promoted;
    }

    /// <summary>Everybody with a seat is sent an entry for the calendar, the link of the call only where the seat is in the call; each mission has one of its own for all to see.</summary>
    private async Task InviteAsync(TrainingDesks desks, Workshop workshop)
    {
        _clock.MoveTo(new LocalDateTime(2023, 2, 27, 9, 0));
        await desks.Invitations.SetJoinLinkAsync(workshop.Id, new Uri("https://call.mfaic.example/j/8123456789"), s_officer);
        InvitationReport told = await desks.Invitations.InviteAsync(workshop.Id, s_officer);

        string folder = Directory.CreateDirectory(Path.Combine(output, "invitations")).FullName;
        foreach (Institution mission in await desks.Institutions.MissionsAsync())
        {
            InvitationReport entry = await desks.Invitations.InviteInstitutionAsync(workshop.Id, mission.Code, s_officer, Language.English);
            foreach (InvitationEntry day in entry.Sent)
            {
                WrittenInvitation message = (await desks.Invitations.MessageAsync(workshop.Id, day.Uid))!;
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{mission.Code}.ics"), message.Part.Bytes.ToArray());
            }
        }

        screen.MarkupLineInterpolated($"Invited [bold]{told.Sent.Length}[/] people with a seat, and each mission by an entry in its own calendar.");
    }

    /// <summary>The door's list and the call's report become one record. Nobody is matched by name alone: the officer decides about the rest.</summary>
    private async Task<(ImportReport Call, int Refused)> RecordAttendanceAsync(TrainingDesks desks, Workshop workshop, Dictionary<string, PersonId> people)
    {
        var scans = await CheckInReader.ReadFileAsync(Path.Combine(data, "check-ins.csv"), timesIn: PhnomPenh);
        _clock.MoveTo(new LocalDateTime(2023, 2, 28, 17, 0));
        var outcomes = await desks.Attendance.CheckInAllAsync(
            workshop.Id, [.. scans.Select(scan => CheckInEntry.OfPerson(people[scan.ExternalId], scan.Session, scan.At))], s_officer);

        AttendanceLog log = await AttendanceLogReader.ReadFileAsync(Path.Combine(data, "zoom-2023-02-28.csv"), timesIn: PhnomPenh);
        ImportReport call = await desks.Attendance.ImportAsync(workshop.Id, log, s_officer);
        foreach (ReviewItem caller in call.ToReview)
        {
            // What an officer does with the list: take the one likely person, set everybody else aside.
            PersonId? person = caller.Suggestions is [{ Likeness: >= 0.95 } only] ? only.Person : null;
            await desks.Attendance.DecideAsync(workshop.Id, caller.Key, person, s_officer, person is null ? "not-registered" : "recognised");
        }

        int refused = outcomes.Count(outcome => outcome is CheckInOutcome.Refused);
        screen.MarkupLineInterpolated($"{outcomes.Length} check-ins ({refused} refused) and {call.Rows} rows of the call ({call.PeopleMatched} people known, {call.ToReview.Length} callers decided by hand).");
        return (call, refused);
    }

    /// <summary>One official proposes by the rule, another approves by name, and only then are numbers given.</summary>
    private async Task<(ProposalList Proposal, IssueReport Issued)> CertifyAsync(TrainingDesks desks, Workshop workshop)
    {
        _clock.MoveTo(new LocalDateTime(2023, 3, 2, 10, 0));
        await desks.DueWork.RunAsync();
        ProposalList proposal = await desks.Certificates.ProposeAsync(workshop.Id, s_officer);
        await desks.Certificates.ApproveAsync(workshop.Id, proposal.Number, s_director);
        var signatory = new Signatory(
            Title: new(khmer: "ប្រធានវិទ្យាស្ថានជាតិការទូត", english: "Director, National Institute of Diplomacy"),
            Name: new(khmer: "សុភាព ច័ន្ទតារា", english: "SOPHEAP Chandara"));
        return (proposal, await desks.Certificates.IssueAsync(workshop.Id, s_director, signatory));
    }

    /// <summary>A file for each person, and all pages in one file for the printing house, in the order in which they are handed out.</summary>
    private async Task PrintAsync(CertificatePrinter printer, IReadOnlyList<Certificate> certificates)
    {
        await screen.CountAsync("Printing", certificates.Count, progress =>
            printer.WriteFilesAsync(certificates, CertificateDesign.State, Path.Combine(output, "certificates"), progress));
        await using FileStream merged = File.Create(Path.Combine(output, "certificates.pdf"));
        printer.WriteMerged(certificates, CertificateDesign.State, merged);
    }
}
