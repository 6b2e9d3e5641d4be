using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>For whom and when a series of sessions is sought, and how evenly it is to be borne.</summary>
/// <remarks>Immutable. Not ranked by <see cref="SlotOptions.Order"/>: what is made small is the sum over all people of the square of what each has borne in the end.</remarks>
public sealed record SeriesQuery
{
    private const int MostWindows = 120;

    /// <summary>Asks for one session in each of several windows.</summary>
    /// <param name="session">For whom, how long, with which filters; its days hold all windows.</param>
    /// <param name="windows">The days for each session, both ends included, by the host's clocks; in order and apart; at most 120.</param>
    /// <exception cref="ArgumentException">There is no window, there are too many, or one lies outside the days of the query or before the end of the one before it.</exception>
    public SeriesQuery(SlotQuery session, params IEnumerable<DateInterval> windows)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(windows);
        Session = session;
        Windows = [.. windows];
        if (Windows.Length is 0 or > MostWindows || Windows.Any(w => w is null || w.Start.Calendar != CalendarSystem.Iso || !session.Days.Contains(w)))
        {
            throw new ArgumentException("A series has 1 to 120 windows, all within the days of the query.", nameof(windows));
        }

        for (int i = 1; i < Windows.Length; i++)
        {
            if (Windows[i].Start <= Windows[i - 1].End)
            {
                throw new ArgumentException($"The window {Windows[i]} begins before {Windows[i - 1]} has ended.", nameof(windows));
            }
        }
    }

    /// <summary>For whom, how long, with which filters.</summary>
    public SlotQuery Session { get; }

    /// <summary>The days for each session.</summary>
    public ImmutableArray<DateInterval> Windows { get; }

    /// <summary>What was borne in earlier series.</summary>
    /// <value>Nothing.</value>
    public BurdenLedger CarriedOver { get; init; } = BurdenLedger.Empty;

    /// <summary>By which part the total burden may exceed the least there could be, that of the cheapest start of each window; 0.25 for a quarter more. Null for no such cap.</summary>
    /// <value>0.25</value>
    public double? MostAboveLeast { get; init; } = 0.25;

    /// <summary>How many sessions of this series may touch the night at one institution; null for no such cap. Where it cannot be kept, it is exceeded as little as the search finds, and the plan says by whom.</summary>
    /// <value>null</value>
    public int? MostNights { get; init; }

    /// <summary>One session a week: the days of a query in weeks of seven days from its first day; the last may be shorter.</summary>
    /// <param name="session">For whom, when, how long.</param>
    /// <exception cref="ArgumentException">There are more than 120 weeks.</exception>
    public static SeriesQuery Weekly(SlotQuery session)
    {
        ArgumentNullException.ThrowIfNull(session);
        LocalDate last = session.Days.End;
        return new(session, Enumerable.Range(0, (session.Days.Length + 6) / 7).Select(w => session.Days.Start.PlusWeeks(w))
            .Select(start => new DateInterval(start, LocalDate.Min(start.PlusDays(6), last))));
    }

    internal void ThrowIfInvalid()
    {
        if (CarriedOver is null || MostAboveLeast is < 0 or > 1000 or double.NaN || MostNights is < 0)
        {
            throw new ArgumentException("A series needs a ledger (BurdenLedger.Empty), MostAboveLeast from 0 to 1000 or null, and MostNights from 0 or null.");
        }
    }
}
