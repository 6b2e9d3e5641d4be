// A small true story told by a trimmed, native-compiled program: what reflection would have carried must work without it.
using System.Security.Cryptography;
using System.Text;
using Diplomacy.Training;
using Diplomacy.Training.AotSmoke;
using Diplomacy.Training.Journal;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static System.FormattableString;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var clock = new SetClock(Instant.FromUtc(2026, 11, 2, 2, 0));
await using ServiceProvider services = new ServiceCollection()
    .AddDiplomacyTraining(training => training.UseClock(clock).UsePermissions<OfficialsOnly>())
    .BuildServiceProvider();
var expect = new Expectations();
var registrar = Actor.Official("staff:1042");

// Institutions: the ministry and two missions, on either side of the date line.
var institutions = services.GetRequiredService<InstitutionDesk>();
var (ministry, washington, canberra) = (InstitutionCode.Parse("MFAIC"), InstitutionCode.Parse("US-WAS-EMB"), InstitutionCode.Parse("AU-CBR-EMB"));
int opened = await institutions.AddAllAsync(
[
    new(ministry, new("ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ", "Ministry of Foreign Affairs and International Cooperation"), InstitutionKind.Ministry, "Phnom Penh", "KH", "Asia/Phnom_Penh"),
    new(washington, new("ស្ថានទូតកម្ពុជា វ៉ាស៊ីនតោន", "Embassy in Washington"), InstitutionKind.Embassy, "Washington", "US", "America/New_York"),
    new(canberra, new("ស្ថានទូតកម្ពុជា កង់បេរ៉ា", "Embassy in Canberra"), InstitutionKind.Embassy, "Canberra", "AU", "Australia/Sydney"),
], registrar);
expect.Equal(3, opened, "institutions opened");

// People, with names in both scripts.
var people = services.GetRequiredService<PeopleDesk>();
PersonId sophea = await people.AddAsync(Someone("CHAN", "Sophea", "ចាន់", "សុភា"), registrar);
PersonId dara = await people.AddAsync(Someone("SOK", "Dara", "សុខ", "ដារា"), registrar);
PersonId bopha = await people.AddAsync(Someone("KEO", "Bopha", "កែវ", "បុប្ផា"), registrar);
expect.Equal("ចាន់ សុភា", (await people.FindAsync(sophea))?.Name.Native?.Printed, "a Khmer name comes back as it was given");
IEnumerable<PersonId> listed = PersonOrder.ByKhmerName.Arrange(
    [(dara, (await people.FindAsync(dara))!), (sophea, (await people.FindAsync(sophea))!), (bopha, (await people.FindAsync(bopha))!)]).Select(p => p.Id);
expect.Equal(true, listed.SequenceEqual([bopha, sophea, dara]), "Khmer alphabetical order needs no culture data");

// A hybrid workshop: two seats in the room, one in the call.
var day = new LocalDate(2026, 11, 12);
Workshop workshop = await services.GetRequiredService<PlanningDesk>().PlanAsync(new WorkshopPlan("DD-2026", ministry)
{
    Title = new("សិក្ខាសាលាស្តីពីការទូតឌីជីថល", "Digital Diplomacy for Cambodian Diplomats"),
    Agenda = Agenda.Strictly(
        "Asia/Phnom_Penh",
        new Session("opening", day.At(new LocalTime(8, 30)), Duration.FromMinutes(90)),
        new Break("coffee", day.At(new LocalTime(10, 0)), Duration.FromMinutes(15)),
        new Session("tools", day.At(new LocalTime(10, 15)), Duration.FromMinutes(90))),
    Seats = SeatPlan.Hybrid(inPerson: 2, online: 1).With(Quota.ForEachMission(1)),
    Awards = [AwardPolicy.Participation(minimumPercent: 75)],
}, registrar);
foreach (Institution mission in await institutions.MissionsAsync())
{
    LocalSession first = LocalAgenda.For(workshop, mission).Sessions[0];
    Console.WriteLine(Invariant($"{mission.Code} {first.Start:ddd d MMM HH:mm o<g>}, day {first.DayShift:+0;-0;0}, {first.Band}"));
}

expect.Equal(-1, LocalAgenda.For(workshop, (await institutions.FindAsync(washington))!).Sessions[0].DayShift, "Washington takes part on the day before");
expect.Refused("agenda.time-exists", () => Agenda.Strictly(
    "Europe/Paris", new Session("night", new LocalDateTime(2026, 3, 29, 2, 30), Duration.FromHours(1))), "a skipped time is refused");

// Registrations: the third request for the call waits; a freed seat goes to it.
var registrations = services.GetRequiredService<RegistrationDesk>();
RegistrationOutcome inRoom = await registrations.RegisterAsync(new(workshop.Id, sophea, ministry, DeliveryMode.InPerson), registrar);
RegistrationOutcome inCall = await registrations.RegisterAsync(new(workshop.Id, dara, washington, DeliveryMode.Online), registrar);
RegistrationOutcome waits = await registrations.RegisterAsync(new(workshop.Id, bopha, canberra, DeliveryMode.Online), registrar);
expect.That(inRoom is RegistrationOutcome.Confirmed && inCall is RegistrationOutcome.Confirmed, "two are confirmed");
expect.Equal(1, (waits as RegistrationOutcome.Waiting)?.Position, "the third is first in the line");
Console.WriteLine(waits.Explain(Language.Khmer));
expect.That(waits.Explain(Language.Khmer).Any(letter => letter is >= 'ក' and <= '៹'), "outcomes are told in Khmer");
CancellationOutcome cancelled = await registrations.CancelAsync(workshop.Id, inCall.Registration, "recalled", registrar);
expect.Equal(waits.Registration, cancelled.Promoted.SingleOrDefault(), "a freed seat goes to the one who waits");
await expect.RefusedAsync(
    "permission.actor-may", async () => await registrations.CancelAsync(workshop.Id, inRoom.Registration, "whim", Actor.Participant("somebody")), "the host's permissions are asked");

// Attendance: scans at the door, a report of the call.
var attendance = services.GetRequiredService<AttendanceDesk>();
clock.Now = Instant.FromUtc(2026, 11, 12, 5, 0);
foreach (ScheduledItem session in workshop.Agenda.Sessions)
{
    CheckInOutcome scanned = await attendance.CheckInAsync(workshop.Id, CheckInEntry.OfPerson(sophea, session.Item.Code, session.Time.Start), registrar);
    expect.That(scanned is CheckInOutcome.Recorded, $"{session.Item.Code} is scanned");
}

ImportReport report = await attendance.ImportAsync(
    workshop.Id,
    new("call.csv", Convert.ToHexStringLower(SHA256.HashData("call.csv"u8)), "Asia/Phnom_Penh",
    [
        new AttendanceRow(1, "Bopha KEO", "bopha@example.gov.kh", workshop.Agenda.Time.Start, workshop.Agenda.Time.End),
        new AttendanceRow(2, "iPad", null, workshop.Agenda.Time.Start, workshop.Agenda.Time.End),
    ]),
    registrar);
expect.Equal(1, report.ToReview.Length, "a caller without a name waits for a person to decide");
expect.That(await attendance.DecideAsync(workshop.Id, report.ToReview[0].Key, person: null, registrar, "ឧបករណ៍ក្នុងបន្ទប់"), "a caller is decided upon");

// Certificates, once the workshop is over.
clock.Now = Instant.FromUtc(2026, 11, 13, 2, 0);
await services.GetRequiredService<DueWork>().RunAsync();
var certificates = services.GetRequiredService<CertificateDesk>();
ProposalList proposal = await certificates.ProposeAsync(workshop.Id, registrar);
await certificates.ApproveAsync(workshop.Id, proposal.Number, registrar);
IssueReport issued = await certificates.IssueAsync(workshop.Id, registrar, new Signatory(new("រដ្ឋមន្ត្រី", "Minister"), new("ប្រាក់ សុខ", "PRAK Sokh")));
expect.Equal(2, issued.Certificates.Length, "both who were there earned a certificate");
Verification genuine = await services.GetRequiredService<CertificateVerifier>().VerifyAsync(issued.Certificates[0].Code.ToString());
expect.That(genuine is Verification.Valid, "an issued code is valid");
Console.WriteLine(genuine.Explain(Language.Khmer));
Verification stranger = await services.GetRequiredService<CertificateVerifier>().VerifyAsync(VerificationCode.New().ToString());
expect.That(stranger is Verification.Unknown, "a code that was never issued is unknown");
Console.WriteLine(stranger.Explain(Language.Khmer));

// Every payload goes to a file and comes back through the generated serialisers.
TrainingPorts ports = services.GetRequiredService<TrainingPorts>();
using var archive = new MemoryStream();
await TrainingArchive.WriteAsync(ports, archive);
archive.Position = 0;
TrainingPorts restored = TrainingPorts.InMemory(await TrainingArchive.ReadAsync(archive)) with { Clock = clock };
using var again = new MemoryStream();
await TrainingArchive.WriteAsync(restored, again);
expect.That(archive.ToArray().AsSpan().SequenceEqual(again.ToArray()), "an archive that is read and written again is the same");
expect.Equal(
    (await registrations.ListAsync(workshop.Id)).Count, (await new TrainingDesks(restored).Registrations.ListAsync(workshop.Id)).Count, "the restored journal tells of the same registrations");

Console.WriteLine(Invariant($"{opened} institutions, 3 people, {(await registrations.ListAsync(workshop.Id)).Count} registrations, {issued.Certificates.Length} certificates, {archive.Length} bytes of archive"));
return expect.Report();

static Person Someone(string family, string given, string khmerFamily, string khmerGiven) =>
    new(new PersonName(family, given).WithNative("km", khmerFamily, khmerGiven), FormattableString.Invariant($"{given}@example.gov.kh").ToLowerInvariant());
