using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Benchmarks;

/// <summary>
/// A million intervals of a hundred thousand people: found by person, merged and clipped to an agenda of six sessions with breaks, beside the plain sort of the same keys, person and beginning,
/// which is the least that anyone does to add them up. The merge may take three times as long.
/// </summary>
/// <remarks>Run with <c>dotnet run -c Release --project tests/Benchmarks -- --filter *Attendance*</c>.</remarks>
[Config(typeof(FiveSingleRuns))]
public class AttendanceBenchmarks
{
    private const int People = 100_000;
    private const int Intervals = 1_000_000;
    private static readonly LocalDateTime s_day = new(2023, 2, 28, 8, 0);
    private readonly (int Person, Instant Start)[] _keys = new (int, Instant)[Intervals];
    private readonly (int Person, Instant Start)[] _sorted = new (int, Instant)[Intervals];
    private AttendanceSheet _sheet = null!;
    private AttendanceMerge _merge = null!;

    /// <summary>Draws the intervals from a fixed seed and fills a sheet with ten reports.</summary>
    [GlobalSetup]
    public void Fill()
    {
        Agenda agenda = Agenda.Strictly(
            "Asia/Phnom_Penh",
            [
                .. Enumerable.Range(0, 6).Select(i => new Session($"s{i}", s_day.PlusMinutes(100 * i), Duration.FromMinutes(90))),
                .. Enumerable.Range(0, 6).Select(i => new Break($"b{i}", s_day.PlusMinutes((100 * i) + 40), Duration.FromMinutes(10))),
            ]);
        _merge = new(agenda);
        var random = new Random(20230228);
        Instant from = agenda.Time.Start - Duration.FromMinutes(15);
        RegistrationId[] registrations = [.. Enumerable.Range(0, People).Select(i => RegistrationId.Parse(new Guid(i + 1, 0, 0, new byte[8]).ToString("N")))];
        var reference = new RecordRef(RecordId.Parse(new string('1', 32)), new string('a', 64));
        _sheet = AttendanceSheet.Begin(AttendanceSheet.StreamOf(WorkshopId.Parse("DD-2023")));
        int next = 0;
        for (int report = 0; report < 10; report++)
        {
            var connections = new List<Connection>[People];
            for (int i = 0; i < Intervals / 10; i++, next++)
            {
                int person = random.Next(People);
                Instant start = from + Duration.FromSeconds(random.Next(600 * 60));
                _keys[next] = (person, start);
                (connections[person] ??= []).Add(new(i + 2, start, start + Duration.FromSeconds(random.Next(1, 3600))));
            }

            ImmutableArray<Caller> callers =
                [.. Enumerable.Range(0, People).Where(i => connections[i] is not null).Select(i => new Caller(i.ToString("x32", CultureInfo.InvariantCulture), registrations[i], null, null, [], [.. connections[i]]))];
            string digest = report.ToString("x64", CultureInfo.InvariantCulture);
            _sheet.Apply(new CallReportImported(
                from, new(digest, digest, null, null, reference, reference, "Asia/Phnom_Penh", Intervals / 10, callers, []), []));
        }
    }

    /// <summary>The least: the same keys sorted.</summary>
    [Benchmark(Baseline = true)]
    public int SortTheKeys()
    {
        _keys.CopyTo(_sorted, 0);
        Array.Sort(_sorted);
        return _sorted[0].Person;
    }

    /// <summary>Evidence by person, then everybody merged and clipped.</summary>
    [Benchmark]
    public int MergeAndClip()
    {
        int sessions = 0;
        foreach (var (_, evidence) in _sheet.Evidence())
        {
            sessions += _merge.Of(evidence.AsSpan()).Count(s => s.Present > Duration.Zero);
        }

        return sessions;
    }

    /// <summary>Evidence by person alone.</summary>
    [Benchmark]
    public int FindTheEvidence() => _sheet.Evidence().Count;
}
