using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Why the weekend of a country is not taken from the data without asking.</summary>
public enum WeekendDoubt
{
    /// <summary>Nothing is known against it.</summary>
    None,

    /// <summary>Other sources name other days; see <see cref="CountryWeekend.Disputed"/>.</summary>
    OtherDays,

    /// <summary>States or provinces have weekends of their own.</summary>
    ByRegion,

    /// <summary>Half of another day is free as well; see <see cref="CountryWeekend.Disputed"/>.</summary>
    HalfDay,
}

/// <summary>
/// The weekend of a country by Unicode CLDR, for an institution whose own working week nobody has told: a default with its source and with what is known against it.
/// </summary>
/// <remarks>
/// Immutable. CLDR gives one weekend for a country, in one piece, and follows changes of the law by months; so <see cref="Institution.WorkingTime"/> that somebody has
/// entered always wins, and nothing in the library replaces it by this.
/// </remarks>
public sealed class CountryWeekend
{
    /// <summary>The version of CLDR that the table was taken from.</summary>
    public const string CldrVersion = "48.2";

    private const string Cldr = "Unicode CLDR " + CldrVersion + " (supplemental weekData, Unicode-3.0)";

    private static readonly ImmutableArray<IsoDayOfWeek> s_friday = [IsoDayOfWeek.Friday], s_sunday = [IsoDayOfWeek.Sunday],
        s_fridaySaturday = [IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday], s_saturdaySunday = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    // weekendStart and weekendEnd of every territory whose weekend differs from the one of 001, the world.
    private static readonly FrozenDictionary<string, ImmutableArray<IsoDayOfWeek>> s_named = Table(
        ("AF", [IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday]),
        ("IR", s_friday),
        ("IN", s_sunday), ("UG", s_sunday),
        ("BH", s_fridaySaturday), ("DZ", s_fridaySaturday), ("EG", s_fridaySaturday), ("IL", s_fridaySaturday), ("IQ", s_fridaySaturday), ("JO", s_fridaySaturday),
        ("KW", s_fridaySaturday), ("LY", s_fridaySaturday), ("OM", s_fridaySaturday), ("QA", s_fridaySaturday), ("SA", s_fridaySaturday), ("SD", s_fridaySaturday),
        ("SY", s_fridaySaturday), ("YE", s_fridaySaturday));

    // Where vacanza/holidays, jollyday or MDN disagree, or one weekend in one piece cannot say it.
    private static readonly FrozenDictionary<string, (WeekendDoubt Doubt, ImmutableArray<IsoDayOfWeek> Days)> s_doubts =
        new Dictionary<string, (WeekendDoubt, ImmutableArray<IsoDayOfWeek>)>
        {
            ["BD"] = (WeekendDoubt.OtherDays, s_fridaySaturday),
            ["DJ"] = (WeekendDoubt.OtherDays, s_fridaySaturday),
            ["MR"] = (WeekendDoubt.OtherDays, s_fridaySaturday),
            ["MV"] = (WeekendDoubt.OtherDays, s_fridaySaturday),
            ["PS"] = (WeekendDoubt.OtherDays, s_fridaySaturday),
            ["BN"] = (WeekendDoubt.OtherDays, [IsoDayOfWeek.Friday, IsoDayOfWeek.Sunday]),
            ["NP"] = (WeekendDoubt.OtherDays, [IsoDayOfWeek.Saturday]),
            ["IN"] = (WeekendDoubt.OtherDays, s_saturdaySunday),
            ["MY"] = (WeekendDoubt.ByRegion, []),
            ["AE"] = (WeekendDoubt.HalfDay, s_friday),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ImmutableArray<IsoDayOfWeek> _days;
    private readonly ImmutableArray<IsoDayOfWeek> _disputed;

    private CountryWeekend(string country)
    {
        Country = country;
        IsNamed = s_named.TryGetValue(country, out _days);
        _days = IsNamed ? _days : s_saturdaySunday;
        (Doubt, _disputed) = s_doubts.GetValueOrDefault(country, (WeekendDoubt.None, []));
    }

    /// <summary>The country, as an ISO 3166-1 alpha-2 code.</summary>
    public string Country { get; }

    /// <summary>The days of the weekend, Monday first.</summary>
    public IReadOnlyList<IsoDayOfWeek> Days => _days;

    /// <summary>Whether CLDR names the country; otherwise <see cref="Days"/> are its default for the world (territory 001), Saturday and Sunday.</summary>
    public bool IsNamed { get; }

    /// <summary>Where the days come from: data, version and licence.</summary>
    public string Source { get; } = Cldr;

    /// <summary>What is known against it.</summary>
    public WeekendDoubt Doubt { get; }

    /// <summary>The days that the doubt is about: the weekend by other sources, or the day that is free by half. Empty without a doubt and for <see cref="WeekendDoubt.ByRegion"/>.</summary>
    public IReadOnlyList<IsoDayOfWeek> Disputed => _disputed;

    /// <summary>The weekend of a country. One that CLDR does not name, also a code that nobody has, gets the default for the world; <see cref="IsNamed"/> says so.</summary>
    /// <param name="countryCode">The ISO 3166-1 alpha-2 code, such as <c>KW</c>.</param>
    /// <exception cref="ArgumentException">It is not two capital letters.</exception>
    public static CountryWeekend Of(string countryCode)
    {
        ArgumentNullException.ThrowIfNull(countryCode);
        return Institution.IsCountryCode(countryCode)
            ? new(countryCode)
            : throw new ArgumentException("A country code is two capital letters of ISO 3166-1, such as KH.", nameof(countryCode));
    }

    /// <summary>The working time of a week with this weekend.</summary>
    /// <param name="hours">The intervals of every other day, in order, not overlapping.</param>
    /// <exception cref="ArgumentException">There is no interval, one is <c>default</c>, or they are out of order or overlap.</exception>
    public WorkingTime WorkingTime(params IEnumerable<WorkingInterval> hours) => Diplomacy.Training.WorkingTime.EveryDayBut(hours, [.. _days]);

    /// <summary>The days, where they come from, and what is known against them, in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null)
    {
        string told = (IsNamed ? WeekendTexts.Named : WeekendTexts.Default)
            .With(("country", Country), ("days", WeekdayTexts.List(_days)), ("source", Source)).Explain(language, texts);
        TrainingText? doubt = Doubt switch
        {
            WeekendDoubt.OtherDays => WeekendTexts.OtherDays.With(("days", WeekdayTexts.List(_disputed))),
            WeekendDoubt.ByRegion => WeekendTexts.ByRegion.With(),
            WeekendDoubt.HalfDay => WeekendTexts.HalfDay.With(("days", WeekdayTexts.List(_disputed))),
            _ => null,
        };
        return doubt is null ? told : $"{told} {doubt.Explain(language, texts)}";
    }

    /// <summary>The English words.</summary>
    public override string ToString() => Explain(Language.English);

    private static FrozenDictionary<string, ImmutableArray<IsoDayOfWeek>> Table(params ReadOnlySpan<(string Country, ImmutableArray<IsoDayOfWeek> Days)> rows)
    {
        var table = new Dictionary<string, ImmutableArray<IsoDayOfWeek>>(rows.Length);
        foreach (var (country, days) in rows)
        {
            table.Add(country, days);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
