using BenchmarkDotNet.Attributes;

namespace Diplomacy.Training.Benchmarks;

/// <summary>Every start of a year on a grid of a quarter of an hour, for a session of two hours and 200 missions in 200 zones.</summary>
/// <remarks>Run with <c>dotnet run -c Release --project tests/Benchmarks -- --filter *SlotSearch*</c>. A year of 35,040 quarters takes the plain search some seconds, so each figure is the median of five single runs.</remarks>
[Config(typeof(FiveSingleRuns))]
public class SlotSearchBenchmarks
{
    private const int Starts = 35_033;
    private const int Quarters = 8;
    private PlainMission[] _plain = [];

    /// <summary>Sets the missions up.</summary>
    [GlobalSetup]
    public void Prepare() => _plain = SlotMissions.Plain(200);

    /// <summary>The plain search, one conversion per quarter.</summary>
    [Benchmark(Baseline = true)]
    public long Plain() => PlainSlotSearch.Score(SlotMissions.Start, Starts, Quarters, _plain).Burden.Min();
}
