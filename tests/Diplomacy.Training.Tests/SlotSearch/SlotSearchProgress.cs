using NodaTime;

namespace Diplomacy.Training.Tests.SlotSearching;

/// <summary>Long searches tell how far they are, and stop wherever they are asked to.</summary>
public sealed class SlotSearchProgress
{
    private static readonly SlotInstitution s_ministry = SlotQueries.Institution("MFAIC", "Asia/Phnom_Penh", 40);
    private static readonly SlotQuery s_month = new(
        s_ministry, new DateInterval(new(2027, 3, 1), new(2027, 3, 28)), Duration.FromHours(2), Planning.Missions.All.Select((m, i) => new SlotInstitution(m, 1 + (i * 7 % 11))));

    private static readonly SlotQuery s_week = new(s_ministry, new DateInterval(new(2027, 3, 1), new(2027, 3, 3)), Duration.FromHours(2), s_month.Institutions);

    public static TheoryData<string> Searches => ["Find", "FindSittings 1", "FindSittings 2", "FindSittings 3", "FindSeries", "FindSeries without a cap"];

    [Theory]
    [MemberData(nameof(Searches))]
    public void Progress_rises_to_one(string search)
    {
        var told = new Told(null, int.MaxValue);

        Run(search, told, CancellationToken.None);

        told.Values.Should().BeInAscendingOrder().And.HaveCountGreaterThan(3).And.OnlyContain(v => v > 0 && v <= 1);
        told.Values[^1].Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public void Wherever_it_is_stopped_it_ends_there(string search)
    {
        var whole = new Told(null, int.MaxValue);
        Run(search, whole, CancellationToken.None);
        foreach (int last in whole.Values.Index().Where(v => v.Item < 0.9).Select(v => v.Index).Chunk(Math.Max(1, whole.Values.Count / 12)).Select(c => c[^1]))
        {
            using var stop = new CancellationTokenSource();
            var told = new Told(stop, last);

            FluentActions.Invoking(() => Run(search, told, stop.Token)).Should().Throw<OperationCanceledException>().Which.CancellationToken.Should().Be(stop.Token);

            told.Values.Should().HaveCount(last + 1, "after {0} nothing more is told", told.Values[^1]);
        }
    }

    private static void Run(string search, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var slots = new SlotSearch();
        switch (search)
        {
            case "Find":
                slots.Find(s_month, progress, cancellationToken);
                break;
            case "FindSeries":
                slots.FindSeries(SeriesQuery.Weekly(s_month), progress, cancellationToken);
                break;
            case "FindSeries without a cap":
                slots.FindSeries(SeriesQuery.Weekly(s_month) with { MostAboveLeast = null }, progress, cancellationToken);
                break;
            default:
                slots.FindSittings(s_week, search[^1] - '0', progress, cancellationToken);
                break;
        }
    }

    /// <summary>Keeps what it is told, and stops the search at one report.</summary>
    private sealed class Told(CancellationTokenSource? stop, int at) : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            Values.Add(value);
            if (Values.Count - 1 == at)
            {
                stop!.Cancel();
            }
        }
    }
}
