using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Puts what a choice means into figures.</summary>
internal static class SeriesReport
{
    internal static ImmutableArray<SeriesShare> Shares(SlotPlaces places, SeriesCosts costs, SeriesChoice choice) =>
    [
        .. places.Who.Select((who, p) => new SeriesShare(
            who.Institution, who.Heads, (int)costs.Carried[p], (int)(choice.Borne[p] - costs.Carried[p]), choice.Nights[p])),
    ];

    internal static SeriesFigures Figures(SeriesCosts costs, SeriesChoice choice)
    {
        (double Heads, double Borne, int Nights)[] people = [.. Enumerable.Range(0, costs.Places).Where(p => costs.Heads[p] > 0).Select(p => (costs.Heads[p], choice.Borne[p], choice.Nights[p]))];
        return new(
            (long)choice.Total,
            (long)people.Sum(p => p.Heads * p.Borne * p.Borne),
            Gini(people.Select(p => (p.Heads, p.Borne))),
            (int)people.Select(p => p.Borne).DefaultIfEmpty().Max(),
            people.Select(p => p.Nights).DefaultIfEmpty().Max());
    }

    /// <summary>Half the mean difference between two people, as a part of the mean.</summary>
    private static double Gini(IEnumerable<(double Heads, double Borne)> people)
    {
        double heads = 0, sum = 0, differences = 0;
        foreach (var (count, borne) in people.OrderBy(p => p.Borne))
        {
            differences += count * ((borne * heads) - sum);
            heads += count;
            sum += count * borne;
        }

        return sum == 0 ? 0 : differences / (heads * sum);
    }
}
