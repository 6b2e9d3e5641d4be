using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>
/// When an institution works: for each day of the week a list of intervals in its own zone. A day without intervals is a rest day.
/// Weekends differ: Friday and Saturday in Cairo and Kuwait, Friday and Sunday in Brunei; so the working week is data of each institution.
/// The week may change from a date on, and single dates may have hours of their own.
/// </summary>
/// <remarks>
/// Immutable. Written as text such as <c>Mon-Thu 09:00-12:00 14:00-17:00; Fri 09:00-12:00</c>: entries parted by semicolons, each with days
/// (one, a list with commas, or a range with a hyphen, which may run over the end of the week: <c>Sun-Thu</c>) and half-open intervals in order; <c>24:00</c> is the end of the day; <c>none</c> is no working time at all.
/// Changes and dates follow behind bars: <c>Mon-Fri 09:00-17:00 | from 2027-02-08 Mon-Fri 10:00-15:00 | on 2027-03-01 none | on 2027-03-02 08:00-12:00</c>.
/// </remarks>
public sealed class WorkingTime : IEquatable<WorkingTime>, IParsable<WorkingTime>
{
    private readonly WorkingWeek _week;
    private readonly ImmutableSortedDictionary<LocalDate, WorkingWeek> _changes;
    private readonly ImmutableSortedDictionary<LocalDate, ImmutableArray<WorkingInterval>> _exceptions;
    private readonly string _text;

    private WorkingTime(
        WorkingWeek week, ImmutableSortedDictionary<LocalDate, WorkingWeek>? changes = null, ImmutableSortedDictionary<LocalDate, ImmutableArray<WorkingInterval>>? exceptions = null)
    {
        _week = week;
        _changes = changes ?? ImmutableSortedDictionary<LocalDate, WorkingWeek>.Empty;
        _exceptions = exceptions ?? ImmutableSortedDictionary<LocalDate, ImmutableArray<WorkingInterval>>.Empty;
        _text = string.Join(" | ",
        [
            week.Text,
            .. _changes.Select(c => $"from {LocalDatePattern.Iso.Format(c.Key)} {c.Value.Text}"),
            .. _exceptions.Select(e => $"on {LocalDatePattern.Iso.Format(e.Key)} {(e.Value.IsEmpty ? "none" : string.Join(' ', e.Value))}"),
        ]);
    }

    /// <summary>Monday to Friday, 09:00 to 12:00 and 14:00 to 17:00: what missions commonly keep.</summary>
    public static WorkingTime Standard { get; } = Parse("Mon-Fri 09:00-12:00 14:00-17:00");

    /// <summary>The same intervals on every day but the days of rest.</summary>
    /// <param name="hours">The intervals of a working day, in order, not overlapping.</param>
    /// <param name="weekend">The days of rest.</param>
    /// <exception cref="ArgumentException">There is no interval, one is <c>default</c>, or they are out of order or overlap.</exception>
    public static WorkingTime EveryDayBut(IEnumerable<WorkingInterval> hours, params IsoDayOfWeek[] weekend)
    {
        ArgumentNullException.ThrowIfNull(weekend);
        ImmutableArray<WorkingInterval> day = Ordered(hours);
        return day.IsEmpty
            ? throw new ArgumentException("A working day needs at least one interval.", nameof(hours))
            : new(new WorkingWeek([.. Enumerable.Range(1, 7).Select(d => weekend.Contains((IsoDayOfWeek)d) ? [] : day)]));
    }

    /// <summary>Reads working time as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Entries such as <c>Mon-Fri 07:30-11:30 14:00-17:30</c>, parted by semicolons; changes and dates behind bars.</param>
    /// <exception cref="FormatException">The text is not working time; the message names the part that is not understood.</exception>
    public static WorkingTime Parse(string text) => Read(text, out string fault) ?? throw new FormatException(fault);

    /// <summary>Reads working time as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Entries such as <c>Mon-Fri 07:30-11:30 14:00-17:30</c>, parted by semicolons; changes and dates behind bars.</param>
    /// <param name="workingTime">The working time, or null.</param>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WorkingTime? workingTime) =>
        (workingTime = text is null ? null : Read(text, out _)) is not null;

    static WorkingTime IParsable<WorkingTime>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<WorkingTime>.TryParse(string? s, IFormatProvider? provider, out WorkingTime result) => TryParse(s, out result!);

    /// <summary>A copy whose week is another from a date on, as when the United Arab Emirates moved their weekend on 1 January 2022.</summary>
    /// <param name="date">The first date of the new week, of the ISO calendar. A change that begins on the same date is replaced.</param>
    /// <param name="week">The new week.</param>
    /// <exception cref="ArgumentException">The week itself changes or has dates of its own.</exception>
    public WorkingTime ChangedFrom(LocalDate date, WorkingTime week)
    {
        ArgumentNullException.ThrowIfNull(week);
        return week._changes.IsEmpty && week._exceptions.IsEmpty
            ? new(_week, _changes.SetItem(Iso(date, nameof(date)), week._week), _exceptions)
            : throw new ArgumentException("Give the new week alone, without changes and dates of its own.", nameof(week));
    }

    /// <summary>A copy in which one date has hours of its own. They hold whatever a calendar of holidays says of the date.</summary>
    /// <param name="date">The date, of the ISO calendar.</param>
    /// <param name="hours">Its intervals, in order; none when nobody works.</param>
    /// <exception cref="ArgumentException">An interval is <c>default</c>, or they are out of order or overlap.</exception>
    public WorkingTime WithDate(LocalDate date, params IEnumerable<WorkingInterval> hours) =>
        new(_week, _changes, _exceptions.SetItem(Iso(date, nameof(date)), Ordered(hours)));

    /// <summary>The working intervals of a day of the week, in order, before any change of the week; empty on a rest day.</summary>
    /// <param name="day">Monday to Sunday.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is <see cref="IsoDayOfWeek.None"/>.</exception>
    public IReadOnlyList<WorkingInterval> On(IsoDayOfWeek day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)day, 1, nameof(day));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)day, 7, nameof(day));
        return _week.On(day);
    }

    /// <summary>The working intervals of a date, in order; empty on a rest day.</summary>
    /// <param name="date">A date of the ISO calendar.</param>
    /// <param name="status">
    /// What a calendar of holidays says of it: on a holiday nobody works, on a half day the hours end early, on a make-up workday a rest day has the hours of the
    /// first working day of the week. Null and <see cref="DayStatus.Unknown"/> leave the hours as they are; a date with hours of its own keeps them.
    /// </param>
    public IReadOnlyList<WorkingInterval> On(LocalDate date, DayStatus? status = null) => HoursOn(date, status);

    /// <summary>How a local time lies to this working time. Intervals are half-open: 12:00 is no longer in 09:00-12:00.</summary>
    /// <param name="local">A date and time in the institution's zone.</param>
    public WorkingBand BandAt(LocalDateTime local) => BandAt(local, null);

    /// <summary>How a local time lies to this working time on a day of which a calendar of holidays says something.</summary>
    /// <param name="local">A date and time in the institution's zone.</param>
    /// <param name="status">What the calendar says of the date; see <see cref="On(LocalDate, DayStatus)"/>.</param>
    public WorkingBand BandAt(LocalDateTime local, DayStatus? status) => BandOf(HoursOn(local.Date, status), local.TimeOfDay.NanosecondOfDay);

    /// <summary>Equal when every day has the same intervals.</summary>
    /// <param name="other">The working time to compare with.</param>
    public bool Equals(WorkingTime? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkingTime);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical text: days with the same intervals together, Monday first; then changes and dates in order of time.</summary>
    public override string ToString() => _text;

    internal ImmutableArray<WorkingInterval> HoursOn(LocalDate date, DayStatus? status)
    {
        if (!_exceptions.IsEmpty && _exceptions.TryGetValue(date, out ImmutableArray<WorkingInterval> own))
        {
            return own;
        }

        WorkingWeek week = _changes.IsEmpty ? _week : ChangedWeek(date);
        ImmutableArray<WorkingInterval> hours = week.On(date.DayOfWeek);
        return status?.Kind switch
        {
            DayKind.Holiday => [],
            DayKind.HalfDay => Until(hours, status.OpenUntil!.Value),
            DayKind.MakeUpWorkday when hours.IsEmpty => week.FirstHours,
            _ => hours,
        };
    }

    /// <summary>How a time of day lies to the hours of the day.</summary>
    internal static WorkingBand BandOf(ImmutableArray<WorkingInterval> day, long nanosecondOfDay)
    {
        long away = long.MaxValue;
        foreach (WorkingInterval interval in day)
        {
            if (nanosecondOfDay < interval.StartNanosecond)
            {
                away = Math.Min(away, interval.StartNanosecond - nanosecondOfDay);
            }
            else if (nanosecondOfDay >= interval.EndNanosecond)
            {
                away = Math.Min(away, nanosecondOfDay - interval.EndNanosecond);
            }
            else
            {
                return WorkingBand.InHours;
            }
        }

        return nanosecondOfDay is >= 22 * NodaConstants.NanosecondsPerHour or < 6 * NodaConstants.NanosecondsPerHour ? WorkingBand.Night
            : day.IsEmpty ? WorkingBand.RestDay
            : away <= NodaConstants.NanosecondsPerHour ? WorkingBand.WithinAnHour
            : away <= 2 * NodaConstants.NanosecondsPerHour ? WorkingBand.WithinTwoHours
            : nanosecondOfDay < day[0].StartNanosecond ? WorkingBand.Early
            : nanosecondOfDay >= day[^1].EndNanosecond ? WorkingBand.Evening
            : WorkingBand.WithinTwoHours;
    }

    private static ImmutableArray<WorkingInterval> Until(ImmutableArray<WorkingInterval> hours, LocalTime end) => [.. hours.Select(i => i.Until(end)).OfType<WorkingInterval>()];

    private static ImmutableArray<WorkingInterval> Ordered(IEnumerable<WorkingInterval> hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ImmutableArray<WorkingInterval> day = [.. hours];
        return day.Contains(default) ? throw new ArgumentException("One of the intervals is empty.", nameof(hours))
            : WorkingWeek.Disorder(day) is { } disorder ? throw new ArgumentException(disorder, nameof(hours))
            : day;
    }

    private static LocalDate Iso(LocalDate date, string parameter) =>
        date.Calendar == CalendarSystem.Iso ? date : throw new ArgumentException("Dates of working time are dates of the ISO calendar.", parameter);

    private WorkingWeek ChangedWeek(LocalDate date) => _changes.TakeWhile(c => c.Key <= date).Select(c => c.Value).LastOrDefault(_week);

    private static WorkingTime? Read(string text, out string fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] sections = text.Split('|', StringSplitOptions.TrimEntries);
        if (WorkingWeek.Read(sections[0], out fault) is not { } first)
        {
            return null;
        }

        var changes = ImmutableSortedDictionary.CreateBuilder<LocalDate, WorkingWeek>();
        var exceptions = ImmutableSortedDictionary.CreateBuilder<LocalDate, ImmutableArray<WorkingInterval>>();
        foreach (string section in sections.AsSpan(1))
        {
            string[] words = section.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length < 3 || words[0] is not ("from" or "on") || !LocalDatePattern.Iso.Parse(words[1]).TryGetValue(default, out LocalDate date))
            {
                fault = $"'{section}' is no change of working time: write 'from 2027-02-08 Mon-Fri 10:00-15:00' or 'on 2027-03-01 none'.";
                return null;
            }

            if (words[0] == "from" ? changes.ContainsKey(date) : exceptions.ContainsKey(date))
            {
                fault = $"'{words[0]} {words[1]}' stands twice.";
                return null;
            }

            if (words[0] == "from")
            {
                if (WorkingWeek.Read(words[2], out fault) is not { } week)
                {
                    return null;
                }

                changes.Add(date, week);
            }
            else
            {
                if (WorkingWeek.ReadHours(words[2] == "none" ? [] : words[2].Split(' ', StringSplitOptions.RemoveEmptyEntries), out fault) is not { } hours)
                {
                    return null;
                }

                exceptions.Add(date, hours);
            }
        }

        return new(first, changes.ToImmutable(), exceptions.ToImmutable());
    }
}
