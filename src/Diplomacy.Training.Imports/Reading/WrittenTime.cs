using System.Text.Unicode;

namespace Diplomacy.Training.Imports;

/// <summary>In which order a file writes day and month.</summary>
internal enum DateOrder : byte
{
    /// <summary>Either: both are at most 12 and differ.</summary>
    Open,

    /// <summary>It makes no difference, or the year stands first.</summary>
    Settled,

    /// <summary>Day, month, year.</summary>
    DayFirst,

    /// <summary>Month, day, year.</summary>
    MonthFirst,
}

/// <summary>
/// A date and time as written, before the order of day and month is known: <c>11/19/2021 9:54:15 AM</c>, <c>15/08/2022 01:27</c>, <c>28.02.2023, 08:30</c>, <c>2023-02-28T08:30:00</c>.
/// </summary>
/// <remarks>Eight bytes, exact to a hundred nanoseconds.</remarks>
internal readonly record struct WrittenTime
{
    // No date and time is written longer; what is need not be looked at.
    private const int Longest = 64;
    private const long TicksPerDay = 864_000_000_000;
    private const int TicksPerSecond = 10_000_000;
    private const int YearZero = 1899;

    // From the lowest bit: ticks of the day, whether seconds are told, order, second and first part of the date, year. Packed, since a file has a million of them.
    private const int SecondsBit = 40;
    private const int OrderBit = 41;
    private const int SecondBit = 43;
    private const int FirstBit = 48;
    private const int YearBit = 53;
    private const int PartMask = 31;
    private const long TicksMask = (1L << SecondsBit) - 1;

    private readonly long _bits;

    private WrittenTime(long bits) => _bits = bits;

    private WrittenTime(int first, int second, int year, long ticksOfDay, DateOrder order, bool hasSeconds)
        : this(((long)(year - YearZero) << YearBit) | ((long)first << FirstBit) | ((long)second << SecondBit) | ((long)order << OrderBit) | (hasSeconds ? 1L << SecondsBit : 0) | ticksOfDay)
    {
    }

    /// <summary>What this date alone says of the order.</summary>
    internal DateOrder Order => (DateOrder)((_bits >> OrderBit) & 3);

    /// <summary>Whether it tells seconds, and not minutes alone.</summary>
    internal bool HasSeconds => ((_bits >> SecondsBit) & 1) != 0;

    /// <summary>Whether there is a time at all: <c>default</c> stands for none.</summary>
    internal bool Exists => _bits != 0;

    /// <summary>The ticks since the day began.</summary>
    internal long TicksOfDay => _bits & TicksMask;

    private int Year => (int)(_bits >> YearBit) + YearZero;

    private int First => (int)(_bits >> FirstBit) & PartMask;

    private int Second => (int)(_bits >> SecondBit) & PartMask;

    /// <summary>Whether both are written as the same day, and say the same of the order.</summary>
    internal bool IsSameDate(in WrittenTime other) => (_bits >> OrderBit) == (other._bits >> OrderBit);

    /// <summary>Another time of the same day, written in the same way.</summary>
    internal WrittenTime AtSecond(int secondOfDay) => new((_bits & ~TicksMask) | ((long)secondOfDay * TicksPerSecond));

    /// <summary>The date and time, where an open order is the given one.</summary>
    internal LocalDateTime In(DateOrder order)
    {
        var (month, day) = MonthAndDay(order);
        return new LocalDate(Year, month, day).At(LocalTime.FromTicksSinceMidnight(TicksOfDay));
    }

    /// <summary>The same as ticks of the proleptic Gregorian calendar, from the beginning of year 1.</summary>
    internal long TicksIn(DateOrder order) => DayTicksIn(order) + TicksOfDay;

    /// <summary>The ticks at which the day begins.</summary>
    internal long DayTicksIn(DateOrder order)
    {
        var (month, day) = MonthAndDay(order);
        return new DateOnly(Year, month, day).DayNumber * TicksPerDay;
    }

    internal static bool TryParse(string text, out WrittenTime time)
    {
        Span<char> clean = stackalloc char[Longest];
        time = default;
        return Clean(text, clean) is { } length && TryParseClean(clean[..length], out time);
    }

    /// <summary>The same from the bytes of a cell, without making a text of them.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> utf8, out WrittenTime time)
    {
        Span<char> text = stackalloc char[Longest];
        time = default;
        if (utf8.Length > Longest || Utf8.ToUtf16(utf8, text, out _, out int length) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        // Only what is not ASCII has anything to clean.
        int kept = length == utf8.Length ? length : Clean(text[..length], text)!.Value;
        return TryParseClean(text[..kept], out time);
    }

    /// <summary>What a western, Arabic-Indic, extended Arabic-Indic or Khmer digit says; null for any other character.</summary>
    internal static int? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '\u0660' and <= '\u0669' => c - '\u0660',
        >= '\u06F0' and <= '\u06F9' => c - '\u06F0',
        >= '\u17E0' and <= '\u17E9' => c - '\u17E0',
        _ => null,
    };

    private (int Month, int Day) MonthAndDay(DateOrder order) =>
        (Order == DateOrder.Open ? order : Order) == DateOrder.DayFirst ? (Second, First) : (First, Second);

    // No-break spaces, which stand before AM and PM, are spaces; marks that turn the direction, and byte order marks, are nothing. In place or to a buffer.
    private static int? Clean(ReadOnlySpan<char> text, Span<char> clean)
    {
        int length = 0;
        foreach (char c in text)
        {
            if (WrittenText.IsDirection(c) || c == '\uFEFF')
            {
                continue;
            }

            if (length == clean.Length)
            {
                return null;
            }

            clean[length++] = c is '\u00A0' or '\u202F' ? ' ' : c;
        }

        return length;
    }

    private static bool TryParseClean(ReadOnlySpan<char> text, out WrittenTime time)
    {
        time = default;
        var at = new Cursor(text.Trim());
        if (!at.Number(4, out int one, out int oneLength) || !at.Separator(out char separator) ||
            !at.Number(2, out int two, out _) || !at.Is(separator) || !at.Number(4, out int three, out int threeLength) ||
            !at.Gap() || !TryTime(ref at, out long nanosecondOfDay, out bool hasSeconds) || !at.AtEnd)
        {
            return false;
        }

        bool yearFirst = oneLength == 4;
        if (yearFirst ? threeLength > 2 : oneLength > 2 || threeLength is not (2 or 4))
        {
            return false;
        }

        (int first, int second, int year) = yearFirst ? (two, three, one) : (one, two, threeLength == 2 ? 2000 + three : three);
        DateOrder order = yearFirst || first == second ? DateOrder.Settled
            : second > 12 ? DateOrder.MonthFirst
            : first > 12 || separator == '.' ? DateOrder.DayFirst
            : DateOrder.Open;
        (int month, int day) = order == DateOrder.DayFirst ? (second, first) : (first, second);
        if (year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        time = new(first, second, year, nanosecondOfDay / 100, order, hasSeconds);
        return true;
    }

    private static bool TryTime(ref Cursor at, out long nanosecondOfDay, out bool hasSeconds)
    {
        (nanosecondOfDay, hasSeconds) = (0, false);
        int second = 0;
        long nanosecond = 0;
        if (!at.Number(2, out int hour, out _) || !at.Is(':') || !at.Number(2, out int minute, out int length) || length != 2 ||
            ((hasSeconds = at.Is(':')) && (!at.Number(2, out second, out length) || length != 2)) || minute > 59 || second > 59)
        {
            return false;
        }

        if (at.Is('.'))
        {
            if (!at.Number(9, out int fraction, out length))
            {
                return false;
            }

            for (nanosecond = fraction; length < 9; length++)
            {
                nanosecond *= 10;
            }
        }

        if (at.Half() is { } afternoon)
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (afternoon ? 12 : 0);
        }

        if (hour > 23)
        {
            return false;
        }

        nanosecondOfDay = ((((hour * 60L) + minute) * 60 + second) * 1_000_000_000) + nanosecond;
        return true;
    }

    private ref struct Cursor(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        internal readonly bool AtEnd => _rest.IsEmpty;

        internal bool Number(int maximum, out int value, out int length)
        {
            (value, length) = (0, 0);
            while (length < maximum && length < _rest.Length && Digit(_rest[length]) is { } digit)
            {
                value = (value * 10) + digit;
                length++;
            }

            _rest = _rest[length..];
            return length > 0;
        }

        internal bool Separator(out char separator)
        {
            separator = _rest.IsEmpty ? '\0' : _rest[0];
            return separator is '/' or '-' or '.' && Is(separator);
        }

        internal bool Is(char c)
        {
            if (_rest.IsEmpty || _rest[0] != c)
            {
                return false;
            }

            _rest = _rest[1..];
            return true;
        }

        // Between date and time: spaces with or without a comma, or the T of ISO 8601.
        internal bool Gap()
        {
            int before = _rest.Length;
            if (!Is('T'))
            {
                _ = Is(',');
                _rest = _rest.TrimStart(' ');
            }

            return _rest.Length < before;
        }

        internal bool? Half()
        {
            ReadOnlySpan<char> word = _rest.TrimStart(' ');
            bool? afternoon = word.Length == 0 ? null : word[0] switch
            {
                'a' or 'A' => false,
                'p' or 'P' => true,
                _ => null,
            };
            if (afternoon is null)
            {
                return null;
            }

            bool known = word[1..] is "m" or "M" or ".m." or ".M." or ". m." or ". M.";
            _rest = known ? [] : _rest;
            return known ? afternoon : null;
        }
    }
}
