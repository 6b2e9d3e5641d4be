using System.Collections.Immutable;
using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// When an institution works: for each day of the week a list of intervals in its own zone. A day without intervals is a rest day.
/// Weekends differ: Friday and Saturday in Cairo and Kuwait, Friday and Sunday in Brunei; so the working week is data of each institution.
/// </summary>
/// <remarks>
/// Immutable. Written as text such as <c>Mon-Thu 09:00-12:00 14:00-17:00; Fri 09:00-12:00</c>: entries parted by semicolons, each with days
/// (one, a list with commas, or a range with a hyphen, which may run over the end of the week: <c>Sun-Thu</c>) and half-open intervals in order; <c>24:00</c> is the end of the day; <c>none</c> is no working time at all.
/// </remarks>
public sealed class WorkingTime : IEquatable<WorkingTime>, IParsable<WorkingTime>
{
    private static readonly string[] s_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private readonly ImmutableArray<ImmutableArray<WorkingInterval>> _week;
    private readonly string _text;

    private WorkingTime(ImmutableArray<ImmutableArray<WorkingInterval>> week)
    {
        _week = week;
        _text = Describe(week);
    }

    /// <summary>Monday to Friday, 09:00 to 12:00 and 14:00 to 17:00: what missions commonly keep.</summary>
    public static WorkingTime Standard { get; } = Parse("Mon-Fri 09:00-12:00 14:00-17:00");

    /// <summary>The same intervals on every day but the days of rest.</summary>
    /// <param name="hours">The intervals of a working day, in order, not overlapping.</param>
    /// <param name="weekend">The days of rest.</param>
    /// <exception cref="ArgumentException">There is no interval, one is <c>default</c>, or they are out of order or overlap.</exception>
    public static WorkingTime EveryDayBut(IEnumerable<WorkingInterval> hours, params IsoDayOfWeek[] weekend)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(weekend);
        ImmutableArray<WorkingInterval> day = [.. hours];
        if (day.IsEmpty || day.Contains(default))
        {
            throw new ArgumentException("A working day needs at least one interval, and none of them empty.", nameof(hours));
        }

        if (Disorder(day) is { } disorder)
        {
            throw new ArgumentException(disorder, nameof(hours));
        }

        return new([.. Enumerable.Range(1, 7).Select(d => weekend.Contains((IsoDayOfWeek)d) ? [] : day)]);
    }

    /// <summary>Reads working time as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Entries such as <c>Mon-Fri 07:30-11:30 14:00-17:30</c>, parted by semicolons.</param>
    /// <exception cref="FormatException">The text is not working time; the message names the part that is not understood.</exception>
    public static WorkingTime Parse(string text) => Read(text, out string fault) ?? throw new FormatException(fault);

    /// <summary>Reads working time as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Entries such as <c>Mon-Fri 07:30-11:30 14:00-17:30</c>, parted by semicolons.</param>
    /// <param name="workingTime">The working time, or null.</param>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WorkingTime? workingTime) =>
        (workingTime = text is null ? null : Read(text, out _)) is not null;

    static WorkingTime IParsable<WorkingTime>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<WorkingTime>.TryParse(string? s, IFormatProvider? provider, out WorkingTime result) => TryParse(s, out result!);

    /// <summary>The working intervals of a day of the week, in order; empty on a rest day.</summary>
    /// <param name="day">Monday to Sunday.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is <see cref="IsoDayOfWeek.None"/>.</exception>
    public IReadOnlyList<WorkingInterval> On(IsoDayOfWeek day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)day, 1, nameof(day));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)day, 7, nameof(day));
        return _week[(int)day - 1];
    }

    /// <summary>How a local time lies to this working time. Intervals are half-open: 12:00 is no longer in 09:00-12:00.</summary>
    /// <param name="local">A date and time in the institution's zone.</param>
    public WorkingBand BandAt(LocalDateTime local)
    {
        ImmutableArray<WorkingInterval> day = _week[(int)local.DayOfWeek - 1];
        long now = local.TimeOfDay.NanosecondOfDay;
        if (day.Any(i => i.StartNanosecond <= now && now < i.EndNanosecond))
        {
            return WorkingBand.InHours;
        }

        if (local.Hour is >= 22 or < 6)
        {
            return WorkingBand.Night;
        }

        if (day.IsEmpty)
        {
            return WorkingBand.RestDay;
        }

        long away = day.Min(i => now < i.StartNanosecond ? i.StartNanosecond - now : now - i.EndNanosecond);
        return away <= NodaConstants.NanosecondsPerHour ? WorkingBand.WithinAnHour
            : away <= 2 * NodaConstants.NanosecondsPerHour ? WorkingBand.WithinTwoHours
            : now < day[0].StartNanosecond ? WorkingBand.Early
            : now >= day[^1].EndNanosecond ? WorkingBand.Evening
            : WorkingBand.WithinTwoHours;
    }

    /// <summary>Equal when every day has the same intervals.</summary>
    /// <param name="other">The working time to compare with.</param>
    public bool Equals(WorkingTime? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkingTime);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The canonical text: days with the same intervals together, Monday first.</summary>
    public override string ToString() => _text;

    private static string? Disorder(ImmutableArray<WorkingInterval> day)
    {
        for (int i = 1; i < day.Length; i++)
        {
            if (day[i].StartNanosecond < day[i - 1].EndNanosecond)
            {
                return $"The interval {day[i]} begins before {day[i - 1]} ends.";
            }
        }

        return null;
    }

    private static string Describe(ImmutableArray<ImmutableArray<WorkingInterval>> week)
    {
        var text = new StringBuilder();
        for (int day = 0; day < 7; day++)
        {
            if (week[day].IsEmpty)
            {
                continue;
            }

            int last = day;
            while (last < 6 && week[last + 1].SequenceEqual(week[day]))
            {
                last++;
            }

            text.Append(text.Length > 0 ? "; " : "").Append(s_days[day]).Append(last > day ? $"-{s_days[last]}" : "").Append(' ').AppendJoin(' ', week[day]);
            day = last;
        }

        return text.Length > 0 ? text.ToString() : "none";
    }

    private static WorkingTime? Read(string text, out string fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        var week = new ImmutableArray<WorkingInterval>[7];
        Array.Fill(week, []);
        foreach (string entry in text == "none" ? [] : text.Split(';', StringSplitOptions.TrimEntries))
        {
            string[] parts = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || !TryDays(parts[0], out List<int> days))
            {
                fault = $"'{entry}' is not working time: write days and intervals, such as 'Mon-Fri 09:00-12:00 14:00-17:00'.";
                return null;
            }

            var intervals = ImmutableArray.CreateBuilder<WorkingInterval>();
            foreach (string part in parts.Skip(1))
            {
                if (!WorkingInterval.TryParse(part, out WorkingInterval interval))
                {
                    fault = $"'{part}' is not an interval of a day: write start and end, such as '09:00-12:00'.";
                    return null;
                }

                intervals.Add(interval);
            }

            if (Disorder(intervals.ToImmutable()) is { } disorder)
            {
                fault = disorder;
                return null;
            }

            foreach (int day in days)
            {
                if (!week[day].IsEmpty)
                {
                    fault = $"{s_days[day]} stands twice.";
                    return null;
                }

                week[day] = intervals.ToImmutable();
            }
        }

        fault = "";
        return new([.. week]);
    }

    private static bool TryDays(string text, out List<int> days)
    {
        days = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            int first = Array.IndexOf(s_days, ends[0]);
            int last = Array.IndexOf(s_days, ends[^1]);
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                return false;
            }

            // A range may run over the end of the week: Sun-Thu is how much of the Arab world works.
            days.AddRange(Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(day => day % 7));
        }

        return true;
    }
}
