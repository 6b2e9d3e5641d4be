using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training.Imports;

/// <summary>In which order a file writes day and month.</summary>
internal enum DateOrder
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
internal readonly record struct WrittenTime
{
    private readonly int _first;
    private readonly int _second;
    private readonly int _year;
    private readonly LocalTime _time;

    private WrittenTime(int first, int second, int year, LocalTime time, DateOrder order) =>
        (_first, _second, _year, _time, Order) = (first, second, year, time, order);

    /// <summary>What this date alone says of the order.</summary>
    internal DateOrder Order { get; }

    /// <summary>The date and time, where an open order is the given one.</summary>
    internal LocalDateTime In(DateOrder order) =>
        (Order == DateOrder.Open ? order : Order) == DateOrder.DayFirst
            ? new LocalDate(_year, _second, _first).At(_time)
            : new LocalDate(_year, _first, _second).At(_time);

    internal static bool TryParse(string text, [NotNullWhen(true)] out WrittenTime time)
    {
        time = default;
        var at = new Cursor(WrittenText.Normalize(text).AsSpan().Trim());
        if (!at.Number(4, out int one, out int oneLength) || !at.Separator(out char separator) ||
            !at.Number(2, out int two, out _) || !at.Is(separator) || !at.Number(4, out int three, out int threeLength) ||
            !at.Gap() || !TryTime(ref at, out LocalTime clock) || !at.AtEnd)
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
        if (year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        time = new(first, second, year, clock, order);
        return true;
    }

    private static bool TryTime(ref Cursor at, out LocalTime time)
    {
        time = default;
        int second = 0;
        long nanosecond = 0;
        if (!at.Number(2, out int hour, out _) || !at.Is(':') || !at.Number(2, out int minute, out int length) || length != 2 ||
            (at.Is(':') && (!at.Number(2, out second, out length) || length != 2)) || minute > 59 || second > 59)
        {
            return false;
        }

        if (at.Is('.'))
        {
            if (!at.Number(9, out int fraction, out length))
            {
                return false;
            }

            nanosecond = fraction * (long)Math.Pow(10, 9 - length);
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

        time = new LocalTime(hour, minute, second).PlusNanoseconds(nanosecond);
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

        // Western, Arabic-Indic, extended Arabic-Indic and Khmer digits.
        private static int? Digit(char c) => c switch
        {
            >= '0' and <= '9' => c - '0',
            >= '\u0660' and <= '\u0669' => c - '\u0660',
            >= '\u06F0' and <= '\u06F9' => c - '\u06F0',
            >= '\u17E0' and <= '\u17E9' => c - '\u17E0',
            _ => null,
        };
    }
}
