using System.Collections.Immutable;

namespace Diplomacy.Training.Imports;

/// <summary>What an <c>.ics</c> file of holidays does not say of itself: what it is called, where it comes from and for which days it is complete.</summary>
/// <remarks>
/// Immutable. Such files reach one to three years ahead and never say how far: beyond <see cref="Covered"/> the calendar answers <see cref="DayStatus.Unknown"/>, and a
/// coverage that the file plainly does not reach is refused.
/// </remarks>
public sealed record HolidayFeed
{
    private const int MostDays = 36_525;

    /// <summary>Describes a file.</summary>
    /// <param name="id">A stable name for the calendar, such as <c>KH-2027</c>.</param>
    /// <param name="source">Where it comes from, such as its address.</param>
    /// <param name="covered">The days for which it is complete, both ends included; dates of the ISO calendar, at most a hundred years.</param>
    /// <exception cref="ArgumentException">A text is empty, or the coverage is too long or of another calendar.</exception>
    public HolidayFeed(string id, string source, DateInterval covered)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(covered);
        if (covered.Calendar != CalendarSystem.Iso || covered.Length > MostDays)
        {
            throw new ArgumentException("A coverage has dates of the ISO calendar, and a hundred years at most.", nameof(covered));
        }

        (Id, Source, Covered) = (id, source, covered);
    }

    /// <summary>A stable name for the calendar.</summary>
    public string Id { get; }

    /// <summary>Where it comes from.</summary>
    public string Source { get; }

    /// <summary>The days for which it is complete, both ends included.</summary>
    public DateInterval Covered { get; }

    /// <summary>The country that it is for as an ISO 3166-1 alpha-2 code; null where it is not told.</summary>
    /// <exception cref="ArgumentException">It is not two capital letters.</exception>
    public string? Country
    {
        get;
        init => field = value is null || Institution.IsCountryCode(value) ? value : throw new ArgumentException("A country code is two capital letters of ISO 3166-1, such as KH.", nameof(Country));
    }

    /// <summary>What an event makes of its days; null where it makes nothing of them. Called once for each event that is not cancelled.</summary>
    /// <value><see cref="HolidayFeedEvent.Usual"/></value>
    public Func<HolidayFeedEvent, DayStatus?> Judge { get; init; } = static happening => happening.Usual();

    /// <summary>Whether events with times are passed over with a warning. Otherwise they refuse the file: a holiday that is lost would be a working day.</summary>
    /// <value>False.</value>
    public bool PassesOverTimedEvents { get; init; }
}

/// <summary>An event of whole days in an <c>.ics</c> file.</summary>
/// <remarks>Immutable.</remarks>
public sealed record HolidayFeedEvent
{
    private static readonly string[] s_observances = ["observance", "observances", "optional", "school", "season", "not a public holiday"];
    private static readonly string[] s_workdays = ["workday", "make-up workday", "working day"];

    internal HolidayFeedEvent(LocalDate first, int days, LocalizedText? name, string description, ImmutableArray<string> categories, bool isTentative) =>
        (First, Days, Name, Description, Categories, IsTentative) = (first, days, name, description, categories, isTentative);

    /// <summary>Its first day; of an event that repeats, the first of the first.</summary>
    public LocalDate First { get; }

    /// <summary>How many days it lasts.</summary>
    public int Days { get; }

    /// <summary>Its name (SUMMARY): Khmer where its language or its letters are Khmer, otherwise kept as the English one. Null where it has none.</summary>
    public LocalizedText? Name { get; }

    /// <summary>What is said about it (DESCRIPTION), with line feeds; empty where nothing is.</summary>
    public string Description { get; }

    /// <summary>Its categories, as they stand.</summary>
    public ImmutableArray<string> Categories { get; }

    /// <summary>Whether it may still move: STATUS:TENTATIVE, or a name that ends in <c>(tentative)</c>, as Google writes it.</summary>
    public bool IsTentative { get; }

    /// <summary>
    /// A holiday, tentative or not; a make-up workday by the category <c>workday</c>; nothing where the category (<c>observance</c>, <c>optional</c>, <c>school</c>, <c>season</c>)
    /// or the first line of the description (<c>Observance</c>, as Google writes it) says that nobody has the day off. TRANSP is not looked at: public calendars write TRANSPARENT on every holiday.
    /// </summary>
    public DayStatus? Usual() =>
        Says(s_observances) ? null
        : Says(s_workdays) ? DayStatus.MakeUpWorkday(Name, IsTentative)
        : DayStatus.Holiday(Name, IsTentative);

    private bool Says(string[] words) =>
        Categories.Any(category => words.Contains(category.Trim(), StringComparer.OrdinalIgnoreCase))
        || words.Contains(Description.Split('\n')[0].Trim(), StringComparer.OrdinalIgnoreCase);
}
