using System.Globalization;

namespace Diplomacy.Training;

/// <summary>A half-open interval of a day, start included and end excluded, in whole minutes; the end may be 24:00.</summary>
/// <remarks>Written <c>09:00-12:00</c>. <c>default</c> is the empty interval at midnight, which no working day holds.</remarks>
public readonly record struct WorkingInterval : IParsable<WorkingInterval>
{
    private readonly short _start;
    private readonly short _end;

    private WorkingInterval(int start, int end) => (_start, _end) = ((short)start, (short)end);

    /// <summary>An interval between two times of a day.</summary>
    /// <param name="start">The first moment, in whole minutes.</param>
    /// <param name="end">The first moment after it, in whole minutes; midnight is the end of the day.</param>
    /// <exception cref="ArgumentException">The end is not after the start, or a time is not in whole minutes.</exception>
    public WorkingInterval(LocalTime start, LocalTime end)
        : this(Minutes(start, nameof(start)), end == LocalTime.Midnight ? 24 * 60 : Minutes(end, nameof(end)))
    {
        if (_end <= _start)
        {
            throw new ArgumentException($"A working interval ends after it begins, not from {start:HH:mm} to {end:HH:mm}.", nameof(end));
        }
    }

    /// <summary>How long it is.</summary>
    public Duration Length => Duration.FromMinutes(_end - _start);

    /// <summary>The instants between which it lies on a day in a zone; a time that the zone skips or repeats is moved as <see cref="DateTimeZone.AtLeniently"/> does.</summary>
    internal (Instant Start, Instant End) On(LocalDate day, DateTimeZone zone) =>
        (zone.AtLeniently(day.AtMidnight().PlusMinutes(_start)).ToInstant(), zone.AtLeniently(day.AtMidnight().PlusMinutes(_end)).ToInstant());

    internal long StartNanosecond => _start * NodaConstants.NanosecondsPerMinute;

    internal long EndNanosecond => _end * NodaConstants.NanosecondsPerMinute;

    /// <summary>What is left of it before a time; null when nothing is.</summary>
    internal WorkingInterval? Until(LocalTime end)
    {
        int minutes = (int)(end.NanosecondOfDay / NodaConstants.NanosecondsPerMinute);
        return minutes <= _start ? null : new(_start, Math.Min(_end, minutes));
    }

    /// <summary>Reads an interval.</summary>
    /// <param name="text">Start and end as <c>HH:mm-HH:mm</c>.</param>
    /// <exception cref="FormatException">The text is not an interval of a day.</exception>
    public static WorkingInterval Parse(string text) =>
        TryParse(text, out WorkingInterval interval) ? interval : throw new FormatException($"'{text}' is not an interval of a day, such as '09:00-12:00'.");

    /// <summary>Reads an interval.</summary>
    /// <param name="text">Start and end as <c>HH:mm-HH:mm</c>.</param>
    /// <param name="interval">The interval, or <c>default</c>.</param>
    public static bool TryParse(string? text, out WorkingInterval interval)
    {
        bool valid = text is { Length: 11 } && text[5] == '-' && TryMinutes(text.AsSpan(0, 5), out int start) & TryMinutes(text.AsSpan(6, 5), out int end) && start < end
            ? (interval = new(start, end)) != default
            : (interval = default) != default;
        return valid;
    }

    static WorkingInterval IParsable<WorkingInterval>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<WorkingInterval>.TryParse(string? s, IFormatProvider? provider, out WorkingInterval result) => TryParse(s, out result);

    /// <summary>Start and end as <c>HH:mm-HH:mm</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_start / 60:00}:{_start % 60:00}-{_end / 60:00}:{_end % 60:00}");

    private static int Minutes(LocalTime time, string parameter) =>
        time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0
            ? (int)(time.NanosecondOfDay / NodaConstants.NanosecondsPerMinute)
            : throw new ArgumentException("Working time is kept in whole minutes.", parameter);

    private static bool TryMinutes(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text[2] != ':' || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[3]) || !char.IsAsciiDigit(text[4]))
        {
            return false;
        }

        int hour = ((text[0] - '0') * 10) + text[1] - '0';
        int minute = ((text[3] - '0') * 10) + text[4] - '0';
        minutes = (hour * 60) + minute;
        return minute < 60 && minutes <= 24 * 60;
    }
}
