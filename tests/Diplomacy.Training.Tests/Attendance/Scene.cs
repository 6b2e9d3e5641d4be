using System.Collections.Immutable;
using System.Globalization;
using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Testing;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>The workshop of 28 February 2023 with a few invented people, in memory: planned three weeks before, attended at half past five in the afternoon of the day, unless a test sets the clock.</summary>
internal sealed class Scene
{
    internal static readonly WorkshopId DD2023 = WorkshopId.Parse("DD-2023");
    internal static readonly Actor Desk = Actor.Official("staff:7");
    internal static readonly InstitutionCode Ministry = InstitutionCode.Parse("MFAIC");
    private static readonly LocalDate s_day = new(2023, 2, 28);
    private static readonly Instant s_before = At("07:00", s_day.PlusDays(-20));
    private static readonly Instant s_evening = At("17:30:01");
    private readonly TrainingDesks _desks;
    private int _digests;

    private Scene(TrainingDesks desks, InMemoryTrainingStore store, FakeClock clock) => (_desks, Store, Clock) = (desks, store, clock);

    /// <summary>The desks, as people plan and register.</summary>
    internal TrainingDesks Desks => From(s_evening, s_before);

    /// <summary>The desk of attendance, when everything is over.</summary>
    internal AttendanceDesk Attendance => From(s_before, s_evening).Attendance;

    internal InMemoryTrainingStore Store { get; }

    internal FakeClock Clock { get; }

    internal static async Task<Scene> BeginAsync(IPermissions? permissions = null, int online = 20, TrainingOptions? options = null)
    {
        var store = new InMemoryTrainingStore();
        var clock = new FakeClock(s_before);
        var desks = new TrainingDesks(TrainingPorts.InMemory(store) with { Clock = clock, Permissions = permissions ?? new AllowEverything() }, options);
        await desks.Institutions.AddAsync(new Institution(Ministry, new("ក្រសួង", "Ministry"), InstitutionKind.Ministry, "Phnom Penh", "Cambodia", "Asia/Phnom_Penh"), Desk);
        await desks.Planning.PlanAsync(new WorkshopPlan(DD2023, Ministry)
        {
            Title = new("សិក្ខាសាលា", "Workshop"),
            Seats = SeatPlan.Hybrid(inPerson: 20, online),
            Agenda = Agenda.Strictly("Asia/Phnom_Penh",
                new Session("opening", s_day.At(new LocalTime(8, 30)), Duration.FromMinutes(90)),
                new Session("tools", s_day.At(new LocalTime(10, 15)), Duration.FromMinutes(90)),
                new Break("coffee", s_day.At(new LocalTime(11, 0)), Duration.FromMinutes(15))),
        }, Desk);
        return new(desks, store, clock);
    }

    /// <summary>A time of the day in Phnom Penh, such as <c>08:30</c> or <c>08:30:05</c>.</summary>
    internal static Instant At(string time, LocalDate? day = null) =>
        (day ?? s_day).At(LocalTime.FromTicksSinceMidnight(TimeOnly.Parse(time, CultureInfo.InvariantCulture).Ticks)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Phnom_Penh"]).ToInstant();

    /// <summary>A person, by Latin family and given name.</summary>
    internal ValueTask<PersonId> PersonAsync(string family, string given, string? email = null, (string Family, string Given)? khmer = null)
    {
        var name = new PersonName(family, given);
        return Desks.People.AddAsync(new Person(khmer is { } k ? name.WithNative("km", k.Family, k.Given) : name, email), Desk);
    }

    /// <summary>A person with a registration.</summary>
    internal async Task<Registration> RegisterAsync(
        string family, string given, string? email = null, DeliveryMode mode = DeliveryMode.Online, (string Family, string Given)? khmer = null)
    {
        PersonId person = await PersonAsync(family, given, email, khmer);
        await Desks.Registrations.RegisterAsync(new RegistrationRequest(DD2023, person, Ministry, mode), Desk);
        return (await Desks.Registrations.FindAsync(DD2023, person))!;
    }

    /// <summary>A log with a digest of its own.</summary>
    internal AttendanceLog Log(params AttendanceRow[] rows) => Log("zoom.csv", rows);

    internal AttendanceLog Log(string source, params AttendanceRow[] rows) =>
        new(source, (++_digests).ToString("x64", CultureInfo.InvariantCulture), "Asia/Phnom_Penh", rows);

    /// <summary>A person with a registration, who has further addresses.</summary>
    internal async Task<Registration> RegisterAsync(string family, string given, string? email, params ImmutableArray<string> aliases)
    {
        PersonId person = await Desks.People.AddAsync(new Person(new(family, given), email) { Aliases = aliases }, Desk);
        await Desks.Registrations.RegisterAsync(new RegistrationRequest(DD2023, person, Ministry, DeliveryMode.Online), Desk);
        return (await Desks.Registrations.FindAsync(DD2023, person))!;
    }

    internal ValueTask<int> MapAsync(params RegistrantMapping[] registrants) => Attendance.MapRegistrantsAsync(DD2023, registrants, Desk);

    internal static AttendanceRow Row(int number, string name, string? email, string? from, string? until, bool waiting = false) =>
        new(number, name, email, from is null ? null : At(from), until is null ? null : At(until), waiting);

    internal ValueTask<ImportReport> ImportAsync(params AttendanceRow[] rows) => Attendance.ImportAsync(DD2023, Log(rows), Desk);

    internal async Task<PersonPresence> PresenceOfAsync(Registration registration) =>
        (await Attendance.PresenceAsync(DD2023)).People.Single(p => p.Registration == registration.Id);

    private TrainingDesks From(Instant one, Instant other)
    {
        if (Clock.GetCurrentInstant() == one)
        {
            Clock.Reset(other);
        }

        return _desks;
    }

    internal async Task<ImmutableArray<JournalEntry>> SheetAsync() => [.. await Store.ReadAsync(AttendanceSheet.StreamOf(DD2023))];
}
