using BenchmarkDotNet.Attributes;
using NodaTime;

namespace Diplomacy.Training.Benchmarks;

/// <summary>Every start of a year on a grid of a quarter of an hour, for a session of two hours and 200 missions in 200 zones.</summary>
/// <remarks>Run with <c>dotnet run -c Release --project tests/Benchmarks -- --filter *SlotSearch*</c>. A year of 35,040 quarters takes the plain search some seconds, so each figure is the median of five single runs.</remarks>
[Config(typeof(FiveSingleRuns))]
public class SlotSearchBenchmarks
{
    private const int Starts = 35_033;
    private const int Quarters = 8;
    private PlainMission[] _plain = [];
    private SlotQuery _query = null!;

    /// <summary>Sets the missions up.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _plain = SlotMissions.Plain(200);
        var options = new SlotOptions { HostHours = WorkingInterval.Parse("00:00-24:00"), HostOnRestDays = true, Order = [SlotCriterion.Burden] };
        _query = new(SlotMissions.Host, new DateInterval(SlotMissions.FirstDay, SlotMissions.FirstDay.PlusDays(364)), Duration.FromHours(2), SlotMissions.Institutions(200)) { Options = options };
        if (Find() != Plain())
        {
            throw new InvalidOperationException("The two searches do not agree.");
        }
    }

    /// <summary>The plain search, one conversion per quarter.</summary>
    [Benchmark(Baseline = true)]
    public long Plain() => PlainSlotSearch.Score(SlotMissions.Start, Starts, Quarters, _plain).Burden.Min();

    /// <summary>The library: zones, holidays and working time from the beginning, all figures of every start, the ten best.</summary>
    [Benchmark]
    public long Find() => new SlotSearch().Find(_query).Slots[0].Score.Burden;
}
