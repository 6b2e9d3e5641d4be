using System.Collections.Immutable;
using System.Globalization;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using NodaTime.Testing;

namespace Diplomacy.Training.Tests.Certificates;

/// <summary>A ministry that holds workshops and issues certificates, in memory. Its workshops have two sessions, of 60 and of 120 minutes, in the morning.</summary>
internal sealed class IssuingOffice
{
    internal static readonly Actor Director = Actor.Official("staff:1");
    internal static readonly InstitutionCode Mfaic = InstitutionCode.Parse("MFAIC");
    internal static readonly LocalDate Day = new(2023, 2, 28);
    internal static readonly LocalizedText Title = new("សិក្ខាសាលាស្តីពីការទូតឌីជីថល", "Workshop on Digital Diplomacy");
    private static readonly Instant s_before = Instant.FromUtc(2023, 1, 5, 2, 0);
    private int _digests;

    private IssuingOffice()
    {
    }

    internal Ministry Ministry { get; } = new();

    internal InMemoryTrainingStore Store => Ministry.Store;

    internal FakeClock Clock => Ministry.Clock;

    internal TrainingDesks Desks => Ministry.Desks;

    internal CertificateDesk Certificates => Desks.Certificates;

    internal static async Task<IssuingOffice> OpenAsync()
    {
        var office = new IssuingOffice();
        await office.InstitutionAsync("MFAIC", "Asia/Phnom_Penh", "Phnom Penh");
        return office;
    }

    /// <summary>An office with one workshop that is over and people who are approved for participation.</summary>
    internal static async Task<(IssuingOffice Office, WorkshopId Workshop, ImmutableArray<PersonId> People)> ApprovedAsync(int people = 1)
    {
        IssuingOffice office = await OpenAsync();
        WorkshopId workshop = await office.HoldAsync("DD-2023");
        ImmutableArray<PersonId> ids = await office.PeopleAsync(people);
        await office.ApproveAsync(workshop, ids);
        return (office, workshop, ids);
    }

    internal ValueTask InstitutionAsync(string code, string zone, string city) =>
        Desks.Institutions.AddAsync(An.Institution(code, zone: zone, english: "Ministry " + code, khmer: "ក្រសួង", city: city), An.Officer);

    /// <summary>A workshop that was published before its day; the clock is then set to five in the afternoon of it.</summary>
    internal async Task<WorkshopId> HoldAsync(string code, LocalDate? day = null, string host = "MFAIC", params AwardPolicy[] awards)
    {
        WorkshopId workshop = await PlanAsync(code, day, host, awards);
        Clock.Reset(At("17:00", day));
        return workshop;
    }

    internal async Task<WorkshopId> PlanAsync(string code, LocalDate? day = null, string host = "MFAIC", params AwardPolicy[] awards)
    {
        Clock.Reset(s_before);
        return (await Desks.Planning.PlanAsync(Plan(code, day, host, awards), An.Officer)).Id;
    }

    internal static WorkshopPlan Plan(string code = "DD-2023", LocalDate? day = null, string host = "MFAIC", params AwardPolicy[] awards) => new(code, InstitutionCode.Parse(host))
    {
        Title = Title,
        Venue = new("សណ្ឋាគារ", "A hotel"),
        Seats = SeatPlan.Hybrid(inPerson: 5, online: 600),
        Awards = awards is [] ? [AwardPolicy.Participation(75)] : [.. awards],
        Agenda = Agenda.Strictly("Asia/Phnom_Penh",
            new Session("lecture", (day ?? Day).At(new LocalTime(8, 0)), Duration.FromMinutes(60)),
            new Session("practice", (day ?? Day).At(new LocalTime(9, 30)), Duration.FromMinutes(120))),
    };

    /// <summary>A time of the day in Phnom Penh, such as <c>08:30:05</c>.</summary>
    internal static Instant At(string time, LocalDate? day = null) =>
        (day ?? Day).At(LocalTime.FromTicksSinceMidnight(TimeOnly.Parse(time, CultureInfo.InvariantCulture).Ticks)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Phnom_Penh"]).ToInstant();

    internal async Task<PersonId> PersonAsync(Person person) => await Desks.People.AddAsync(person, An.Officer);

    internal async Task<ImmutableArray<PersonId>> PeopleAsync(int count) =>
        await Desks.People.AddAllAsync([.. Enumerable.Range(1, count).Select(i => new Person(new PersonName(Invariant($"FAMILY{i}"), Invariant($"Given{i}"))))], An.Officer);

    internal async Task<RegistrationId> RegisterAsync(WorkshopId workshop, PersonId person, ParticipantRole role = ParticipantRole.Participant)
    {
        Instant now = Clock.GetCurrentInstant();
        Clock.Reset(s_before);
        await Desks.Registrations.RegisterAsync(new RegistrationRequest(workshop, person, Mfaic, DeliveryMode.Online) { Role = role }, An.Officer);
        Clock.Reset(now);
        return (await Desks.Registrations.FindAsync(workshop, person))!.Id;
    }

    internal ValueTask<ImportReport> ImportAsync(WorkshopId workshop, params (string Email, string From, string Until)[] rows) =>
        Desks.Attendance.ImportAsync(workshop, new AttendanceLog(
            "zoom.csv", (++_digests).ToString("x64", CultureInfo.InvariantCulture), "Asia/Phnom_Penh",
            rows.Select((row, i) => new AttendanceRow(i + 2, "a caller", row.Email, At(row.From), At(row.Until)))), An.Officer);

    /// <summary>A proposal list of people who earned an award, approved, straight into the journal: for tests that are about issuing.</summary>
    internal async Task<ImmutableArray<ProposedAward>> ApproveAsync(WorkshopId workshop, IEnumerable<PersonId> people, AwardLevel level = AwardLevel.Participation)
    {
        StreamId stream = AwardList.StreamOf(workshop);
        long version = (await Store.ReadAsync(stream)).Count;
        ImmutableArray<ProposedAward> lines = [.. people.Select(person => Line(person, level)).OrderBy(l => l.Registration.ToString(), StringComparer.Ordinal)];
        int proposal = (int)version + 1;
        Instant now = Clock.GetCurrentInstant();
        AppendOutcome outcome = await Store.AppendAsync(new JournalAppend(
            CommandId.New(), new string('0', 64), Director, now,
            [new StreamAppend(stream, version, [new AwardsProposed(now, proposal, lines), new AwardsApproved(now, proposal)])]));
        outcome.Should().BeOfType<AppendOutcome.Appended>();
        return lines;
    }

    internal static ProposedAward Line(PersonId person, AwardLevel level = AwardLevel.Participation, RegistrationId? registration = null, bool earned = true) =>
        new(registration ?? RegistrationId.New(), person, level, 1, 75, earned, Duration.FromMinutes(170), Duration.FromMinutes(180), null);

    internal static async Task<TrainingRuleException> RefusalAsync<T>(Func<ValueTask<T>> act) =>
        (await FluentActions.Awaiting(() => act().AsTask()).Should().ThrowAsync<TrainingRuleException>()).Which;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
