using BenchmarkDotNet.Attributes;
using NodaTime;

namespace Diplomacy.Training.Benchmarks;

/// <summary>
/// One decision of a book, without journal and serialisation, on books of growing size, beside the least that any implementation must do: count the same
/// limits in a dictionary. No figure may grow with the size of the book.
/// </summary>
/// <remarks>Run with <c>dotnet run -c Release --project tests/Benchmarks -- --filter *Registration*</c>.</remarks>
[MemoryDiagnoser]
public class RegistrationBenchmarks
{
    private static readonly Instant s_now = Instant.FromUtc(2023, 2, 1, 0, 0);
    private static readonly Actor s_officer = Actor.Official("staff:1042");
    private readonly Dictionary<string, (int Capacity, int Used)> _counted = [];
    private readonly HashSet<PersonId> _registered = [];
    private readonly RegistrationId _fresh = RegistrationId.New();
    private RegistrationBook _book = null!;
    private RegistrationBook _full = null!;
    private RegistrationCircumstances _circumstances = null!;
    private RegistrationCircumstances _fullCircumstances = null!;
    private RegistrationRequest _request = null!;
    private RegistrationId _seat;
    private string[] _limits = [];

    /// <summary>How many registrations the book holds.</summary>
    [Params(100, 10_000, 1_000_000)]
    public int Registrations { get; set; }

    /// <summary>Fills one book with room for more, and one whose second half waits, everybody at a priority of their own.</summary>
    [GlobalSetup]
    public void Fill()
    {
        var institutions = Enumerable.Range(0, 50).Select(i => InstitutionCode.Parse($"M{i:00}-EMB")).ToArray();
        _request = new RegistrationRequest(WorkshopId.Parse("DD-2023"), PersonId.New(), institutions[7], DeliveryMode.Online);
        (_book, _circumstances) = Filled(SeatPlan.Hybrid(Registrations, 2 * Registrations).WithTotal(3 * Registrations).With(Quota.ForEachMission(Registrations)), institutions);
        (_full, _fullCircumstances) = Filled(SeatPlan.Hybrid(0, Registrations / 2).WithTotal(3 * Registrations).With(Quota.ForEachMission(Registrations)), institutions);
        _seat = _full.All.Values.First(r => r.Status == RegistrationStatus.Confirmed).Id;
        _limits = ["mode/online", "quota/each-mission/M07-EMB", "total"];
        foreach (string limit in _limits)
        {
            _counted[limit] = (3 * Registrations, _book.UsedOf(limit));
        }

        _registered.UnionWith(_book.All.Values.Select(r => r.Person));
    }

    /// <summary>The least: is the person new, is there room under three limits.</summary>
    [Benchmark(Baseline = true)]
    public bool CountInADictionary()
    {
        bool room = !_registered.Contains(_request.Person);
        foreach (string limit in _limits)
        {
            var (capacity, used) = _counted[limit];
            room &= used < capacity;
        }

        return room;
    }

    /// <summary>A seat is free.</summary>
    [Benchmark]
    public RegistrationOutcome RegisterToASeat() => _book.Register(_fresh, _request, _circumstances).Outcome;

    /// <summary>The house is full, half of the book waits, and the position is told.</summary>
    [Benchmark]
    public RegistrationOutcome RegisterToTheLine() => _full.Register(_fresh, _request, _fullCircumstances).Outcome;

    /// <summary>A seat is freed and goes to the first of fifty lines.</summary>
    [Benchmark]
    public CancellationOutcome CancelAndPromote() => _full.Cancel(_seat, "illness", s_officer, _fullCircumstances).Outcome;

    private (RegistrationBook, RegistrationCircumstances) Filled(SeatPlan seats, InstitutionCode[] institutions)
    {
        WorkshopId id = WorkshopId.Parse("DD-2023");
        var plan = new WorkshopPlan(id, InstitutionCode.Parse("MFAIC"))
        {
            Title = new LocalizedText("", "Digital Diplomacy"),
            Agenda = Agenda.Strictly("Asia/Phnom_Penh", new Session("opening", new LocalDateTime(2023, 2, 28, 9, 0), Duration.FromMinutes(90))),
            Seats = seats,
        };
        var circumstances = new RegistrationCircumstances(new Workshop(plan, WorkshopStatus.Published, 2), s_now)
        {
            Institutions = institutions.ToDictionary(code => code, code => new Institution(code, new LocalizedText("", "Embassy"), InstitutionKind.Embassy, "", "", "Asia/Phnom_Penh")),
        };
        RegistrationBook book = RegistrationBook.Begin(RegistrationBook.StreamOf(id));
        for (int i = 0; i < Registrations; i++)
        {
            var request = new RegistrationRequest(id, PersonId.New(), institutions[i % institutions.Length], DeliveryMode.Online) { Priority = (int)(i * 7919L % Registrations) };
            book.Apply(book.Register(RegistrationId.New(), request, circumstances).Events);
        }

        return (book, circumstances);
    }
}
