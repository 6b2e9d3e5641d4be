using System.Collections.Immutable;
using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>One book in hand, without a desk: people go by letters, institutions by their codes, and the clock stands where the test puts it.</summary>
internal sealed partial class Registrar
{
    internal static readonly Actor Officer = Actor.Official("staff:1042");
    internal static readonly InstitutionCode Ministry = InstitutionCode.Parse("MFAIC");
    internal static readonly InstitutionCode Washington = InstitutionCode.Parse("US-WAS-EMB");
    internal static readonly InstitutionCode Paris = InstitutionCode.Parse("FR-PAR-EMB");
    internal static readonly WorkshopId Code = WorkshopId.Parse("DD-2023");

    /// <summary>28 February 2023, 09:00 in Phnom Penh: the first session begins. It ends at 10:30.</summary>
    internal static readonly Instant Start = Instant.FromUtc(2023, 2, 28, 2, 0);

    internal static readonly ImmutableDictionary<InstitutionCode, Institution> Institutions = new Institution[]
    {
        new(Ministry, new("", "Ministry"), InstitutionKind.Ministry, "Phnom Penh", "Cambodia", "Asia/Phnom_Penh", WorkingTime.Parse("Mon-Fri 07:30-11:30 14:00-17:30"), SeatGroups.Parse("region/home")),
        new(Washington, new("", "Embassy in Washington"), InstitutionKind.Embassy, "Washington", "United States", "America/New_York", null, SeatGroups.Parse("region/west")),
        new(Paris, new("", "Embassy in Paris"), InstitutionKind.Embassy, "Paris", "France", "Europe/Paris", null, SeatGroups.Parse("region/west")),
    }.ToImmutableDictionary(i => i.Code);

    private readonly Dictionary<string, PersonId> _people = [];
    private readonly Dictionary<string, RegistrationId> _latest = [];

    internal Registrar(SeatPlan seats, RegistrationWindow? window = null, AdmissionPolicy? admission = null)
    {
        Workshop = new(Plan(seats, window) with { Admission = admission ?? new() }, WorkshopStatus.Published, 2);
        Book = RegistrationBook.Begin(RegistrationBook.StreamOf(Code));
    }

    internal RegistrationBook Book { get; private set; }

    internal Workshop Workshop { get; private set; }

    /// <summary>What the book decides by: the ministry in Phnom Penh, Washington and Paris, each with its own clocks.</summary>
    internal RegistrationCircumstances Circumstances => new(Workshop, Now) { Institutions = Institutions, Erased = Erased, Merged = Merged };

    internal ImmutableDictionary<PersonId, Instant> Erased { get; set; } = ImmutableDictionary<PersonId, Instant>.Empty;

    internal ImmutableDictionary<PersonId, PersonId> Merged { get; set; } = ImmutableDictionary<PersonId, PersonId>.Empty;

    internal Instant Now { get; set; } = Start - Duration.FromDays(30);

    /// <summary>Everything that was decided, in order.</summary>
    internal List<TrainingEvent> History { get; } = [];

    internal static WorkshopPlan Plan(SeatPlan seats, RegistrationWindow? window = null, int day = 28) => new(Code, Ministry)
    {
        Title = new LocalizedText("ការទូតឌីជីថល", "Digital Diplomacy"),
        Agenda = AgendaOn(day),
        Seats = seats,
        Registration = window ?? new(),
    };

    internal static Agenda AgendaOn(int day) => Agenda.Strictly(
        "Asia/Phnom_Penh", new Session("opening", new LocalDateTime(2023, 2, 1, 9, 0).PlusDays(day - 1), Duration.FromMinutes(90)));

    internal static InstitutionKind KindOf(InstitutionCode code) =>
        code.ToString().EndsWith("-EMB", StringComparison.Ordinal) ? InstitutionKind.Embassy : InstitutionKind.Ministry;

    internal PersonId Person(string who) => _people.TryGetValue(who, out PersonId id) ? id : _people[who] = PersonId.New();

    internal RegistrationRequest Request(
        string who, DeliveryMode mode = DeliveryMode.Online, InstitutionCode? from = null, int priority = 0,
        ParticipantRole role = ParticipantRole.Participant, string? overriding = null) =>
        new(Code, Person(who), from ?? Ministry, mode) { Priority = priority, Role = role, OverrideReasonCode = overriding };

    internal RegistrationOutcome Register(
        string who, DeliveryMode mode = DeliveryMode.Online, InstitutionCode? from = null, int priority = 0,
        ParticipantRole role = ParticipantRole.Participant, string? overriding = null)
    {
        // Everybody joins at a time of their own; a test about equal times says so.
        Now += Duration.FromMilliseconds(1);
        RegistrationRequest request = Request(who, mode, from, priority, role, overriding);
        RegistrationOutcome outcome = Take(Book.Register(RegistrationId.New(), request, Circumstances));
        _latest[who] = outcome.Registration;
        return outcome;
    }

    internal CancellationOutcome Cancel(string who, Actor? by = null) => Take(Book.Cancel(_latest[who], "illness", by ?? Officer, Circumstances));

    internal bool Settle() => Take(Book.Settle(Circumstances));

    /// <summary>The organiser changes the seats, or the window; the book hears of it with its next command.</summary>
    internal void Revise(SeatPlan? seats = null, RegistrationWindow? window = null) =>
        Workshop = Workshop with { Plan = Workshop.Plan with { Seats = seats ?? Workshop.Plan.Seats, Registration = window ?? Workshop.Plan.Registration }, Version = Workshop.Version + 1 };

    internal void Become(WorkshopStatus status, int? day = null) =>
        Workshop = Workshop with { Plan = day is { } d ? Workshop.Plan with { Agenda = AgendaOn(d) } : Workshop.Plan, Status = status, Version = Workshop.Version + 1 };

    internal RegistrationId IdOf(string who) => _latest[who];

    internal RegistrationStatus StatusOf(string who) => Book.All[_latest[who]].Status;

    /// <summary>Who waits, in order, such as <c>b c</c>.</summary>
    internal string Line() => Names(Book.WaitingLine().Select(r => r.Id));

    internal string Names(IEnumerable<RegistrationId> ids) => string.Join(' ', ids.Select(id => _latest.First(p => p.Value == id).Key));

    /// <summary>A refusal leaves everything as it was, and so does asking beforehand.</summary>
    internal IReadOnlyList<string> RefusalOf(Action<Registrar> verb)
    {
        string before = Picture(Book);
        int decided = History.Count;
        TrainingRuleException refusal = FluentActions.Invoking(() => verb(this)).Should().Throw<TrainingRuleException>().Which;
        Picture(Book).Should().Be(before);
        History.Should().HaveCount(decided);
        return [.. refusal.Rules.Select(r => r.Code)];
    }

    /// <summary>All that a book shows, as text.</summary>
    internal static string Picture(RegistrationBook book)
    {
        string[] limits = [.. book.All.Values.SelectMany(r => book.Seats?.LimitsOf(r.Claim) ?? []).Select(l => l.Key).Distinct().Order(StringComparer.Ordinal)];
        return string.Join('\n',
            book.All.Values.Select(r => r.ToString())
            .Concat(limits.Select(key => $"{key} {book.UsedOf(key)}"))
            .Concat(book.WaitingLine().Select(r => $"waits {r.Id}"))
            .Append($"{book.Version} {book.WorkshopVersion} {book.WaitingCount} {book.Cutoffs} {book.NextDue} {book.Seats?.GetHashCode()}"));
    }

    private TOutcome Take<TOutcome>(Decision<TOutcome> decision)
    {
        History.AddRange(decision.Events);
        Book.Apply(decision.Events);
        return decision.Outcome;
    }
}
