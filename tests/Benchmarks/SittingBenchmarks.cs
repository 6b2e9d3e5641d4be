using BenchmarkDotNet.Attributes;
using NodaTime;

namespace Diplomacy.Training.Benchmarks;

/// <summary>The best repetitions of a session of two hours for 200 missions, from the zones on: nothing is worked out beforehand.</summary>
/// <remarks>Run with <c>dotnet run -c Release --project tests/Benchmarks -- --filter *Sitting*</c>. Medians of five single runs.</remarks>
[Config(typeof(FiveSingleRuns))]
public class SittingBenchmarks
{
    private static readonly LocalDate s_first = new(2027, 4, 1);
    private SlotQuery _quarter = null!;
    private SlotQuery _week = null!;
    private SlotQuery _anywhere = null!;
    private SlotQuery _burden = null!;
    private SlotQuery _weekByBurden = null!;
    private SeriesQuery _series = null!;

    /// <summary>Sets the missions up.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        SlotInstitution[] missions = SlotMissions.Institutions(200);
        _quarter = new(SlotMissions.Host, new DateInterval(s_first, new(2027, 6, 30)), Duration.FromHours(2), missions);
        _anywhere = _quarter with { Options = new() { SittingsWithin = null } };
        _burden = _quarter with { Options = new() { SittingsWithin = null, Order = [SlotCriterion.Burden] } };
        _series = SeriesQuery.Weekly(_quarter);
        _week = new(SlotMissions.Host, new DateInterval(new(2027, 4, 5), new(2027, 4, 9)), Duration.FromHours(2), missions) { Options = new() { SittingsWithin = null } };
        _weekByBurden = _week with { Options = _burden.Options };
    }

    /// <summary>The best pair of a quarter of a year, at most 48 hours apart.</summary>
    [Benchmark]
    public int PairOfAQuarterWithin48Hours() => new SlotSearch().FindSittings(_quarter, 2).Score.Burden;

    /// <summary>The best pair of a quarter of a year, however far apart: some seven million pairs.</summary>
    [Benchmark]
    public int PairOfAQuarterAnywhere() => new SlotSearch().FindSittings(_anywhere, 2).Score.Burden;

    /// <summary>The best triple of a week, however far apart: some four million triples.</summary>
    [Benchmark]
    public int TripleOfAWeekAnywhere() => new SlotSearch().FindSittings(_week, 3).Score.Burden;

    /// <summary>The best triple of a quarter of a year within 48 hours.</summary>
    [Benchmark]
    public int TripleOfAQuarterWithin48Hours() => new SlotSearch().FindSittings(_quarter, 3).Score.Burden;

    /// <summary>The same pairs by burden alone, where fewer can be passed over.</summary>
    [Benchmark]
    public int PairOfAQuarterByBurdenAlone() => new SlotSearch().FindSittings(_burden, 2).Score.Burden;

    /// <summary>The same triples by burden alone.</summary>
    [Benchmark]
    public int TripleOfAWeekByBurdenAlone() => new SlotSearch().FindSittings(_weekByBurden, 3).Score.Burden;

    /// <summary>A session in each of thirteen weeks, shared out among the missions, with its bound.</summary>
    [Benchmark]
    public long SeriesOfThirteenWeeks() => new SlotSearch().FindSeries(_series).Figures.SquaredBurden;
}
