using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What one person of an institution bears in a series.</summary>
/// <param name="Institution">The institution.</param>
/// <param name="Heads">How many of its people attend.</param>
/// <param name="CarriedOver">What was borne in earlier series.</param>
/// <param name="Burden">The costs of all quarters of this series.</param>
/// <param name="Nights">Sessions of this series that touch the night.</param>
public sealed record SeriesShare(Institution Institution, int Heads, int CarriedOver, int Burden, int Nights)
{
    /// <summary>What was carried over and what this series adds.</summary>
    public int Borne => CarriedOver + Burden;
}

/// <summary>How a series is borne, in figures. Institutions without people count nowhere.</summary>
/// <param name="TotalBurden">The costs of all quarters of all sessions, each times the people who bear it.</param>
/// <param name="SquaredBurden">The sum over all people of the square of what each has borne in the end, with what was carried over: what the search makes small.</param>
/// <param name="Gini">How unevenly people have borne in the end: 0 when all bear the same, towards 1 when few bear all (Gini coefficient over people).</param>
/// <param name="WorstBorne">The most that one person has borne in the end.</param>
/// <param name="MostNights">The most sessions of this series that touch the night at one institution.</param>
public readonly record struct SeriesFigures(long TotalBurden, long SquaredBurden, double Gini, int WorstBorne, int MostNights);

/// <summary>A start for each window of a series.</summary>
/// <remarks>
/// Immutable. A local optimum: no session can be moved alone to make the plan better, but another plan as a whole might be. <see cref="LowerBound"/> says what none can fall below.
/// </remarks>
public sealed class SeriesPlan
{
    private readonly SeriesQuery _query;

    internal SeriesPlan(
        SeriesQuery query, ImmutableArray<Slot> sessions, ImmutableArray<SeriesShare> shares, SeriesFigures figures, SeriesFigures cheapest, double lowerBound,
        ImmutableArray<DateInterval> windowsWithoutStart, ImmutableArray<SlotFilter> filters)
    {
        _query = query;
        (Sessions, Shares, Figures, Cheapest, LowerBound) = (sessions, shares, figures, cheapest, lowerBound);
        (WindowsWithoutStart, Filters) = (windowsWithoutStart, filters);
    }

    /// <summary>The sessions, one for each window; empty when a window has no start that fits.</summary>
    public ImmutableArray<Slot> Sessions { get; }

    /// <summary>What the host and each institution bear, in the order of the query; empty without sessions.</summary>
    public ImmutableArray<SeriesShare> Shares { get; }

    /// <summary>How the plan is borne.</summary>
    public SeriesFigures Figures { get; }

    /// <summary>How it would be borne at the cheapest start of each window: the least total, and seldom fair.</summary>
    public SeriesFigures Cheapest { get; }

    /// <summary>
    /// What <see cref="SeriesFigures.SquaredBurden"/> of no plan within the cap of the total can fall below. A true bound, not always one that can be reached:
    /// the cap of nights is left out of it, and sessions are taken as if they could be divided.
    /// </summary>
    public double LowerBound { get; }

    /// <summary>By which part the plan may at most be worse than the best within the cap of the total; 0 when it is the best. Infinite when the bound is 0 and the plan is not.</summary>
    public double MostAboveBest => Figures.SquaredBurden <= LowerBound ? 0 : (Figures.SquaredBurden / LowerBound) - 1;

    /// <summary>The institution of which one person has borne most in the end; the first of several, null without sessions or people.</summary>
    public SeriesShare? Worst => Shares.Where(s => s.Heads > 0).MaxBy(s => s.Borne);

    /// <summary>The institutions at which more sessions touch the night than <see cref="SeriesQuery.MostNights"/> allows; empty when the cap is kept.</summary>
    public ImmutableArray<SeriesShare> AboveMostNights => [.. Shares.Where(s => s.Heads > 0 && s.Nights > _query.MostNights)];

    /// <summary>The windows in which nothing fits.</summary>
    public ImmutableArray<DateInterval> WindowsWithoutStart { get; }

    /// <summary>What each filter did to the starts of all days of the query.</summary>
    public ImmutableArray<SlotFilter> Filters { get; }

    /// <summary>What was carried over and what this series adds, for the next one. Institutions that take no part keep what they had.</summary>
    public BurdenLedger Ledger => Shares.Aggregate(_query.CarriedOver, (ledger, share) =>
    {
        BurdenEntry before = ledger.Of(share.Institution.Code);
        return ledger.With(share.Institution.Code, new(Capped(before.Burden + share.Burden), Capped(before.Nights + share.Nights), Capped(before.Sessions + Sessions.Length)));
    });

    /// <summary>The figures of the plan beside those of the cheapest starts, in words; when a window has no start, which.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null)
    {
        if (Sessions.IsEmpty)
        {
            return SlotRules.NoSeries.With(
                ("windows", string.Join(", ", WindowsWithoutStart.Select(w => $"{LocalDatePattern.Iso.Format(w.Start)}/{LocalDatePattern.Iso.Format(w.End)}"))),
                ("filters", SlotFindings.Telling(Filters))).Explain(language, texts);
        }

        string figures = SlotRules.Series.With(
            ("sessions", Sessions.Length),
            ("total", Figures.TotalBurden),
            ("least", Cheapest.TotalBurden),
            ("worst", Worst?.Institution.Code.ToString() ?? "-"),
            ("borne", Figures.WorstBorne),
            ("borneCheapest", Cheapest.WorstBorne),
            ("nights", Figures.MostNights),
            ("nightsCheapest", Cheapest.MostNights),
            ("gini", Rounded(Figures.Gini)),
            ("giniCheapest", Rounded(Cheapest.Gini)),
            ("bound", double.IsFinite(MostAboveBest) ? Rounded(100 * MostAboveBest) : "?")).Explain(language, texts);
        return AboveMostNights.IsEmpty ? figures : figures + " " + SlotRules.SeriesNights.With(
            ("most", _query.MostNights!.Value), ("institutions", string.Join(", ", AboveMostNights.Select(s => s.Institution.Code)))).Explain(language, texts);
    }

    private static int Capped(int figure) => Math.Min(figure, 1_000_000);

    private static string Rounded(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
