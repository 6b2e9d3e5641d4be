namespace Diplomacy.Training.Imports;

/// <summary>
/// The times of one column. Nearly every cell has the date of the one before and is written in the same way, so that only the digits of its time are read; every other cell is
/// read from the beginning, and gives the same.
/// </summary>
internal sealed class TimeColumn
{
    private const int SecondsPerDay = 86_400;

    // AM or PM.
    private const int HalfLength = 2;

    private byte[] _date = [];
    private byte[] _gap = [];
    private bool _hasHalf;
    private WrittenTime _last;

    internal bool TryRead(ReadOnlySpan<byte> cell, out WrittenTime time)
    {
        if (_last.Exists && cell.StartsWith(_date) && SecondOfDay(cell[_date.Length..]) is var second and < SecondsPerDay)
        {
            time = _last.AtSecond(second);
            return true;
        }

        if (!WrittenTime.TryParse(cell, out time))
        {
            return false;
        }

        Remember(cell, time);
        return true;
    }

    // The date ends where the hour begins, at the digits before the first colon; what stands between the last digit and AM or PM is a gap.
    private void Remember(ReadOnlySpan<byte> cell, in WrittenTime time)
    {
        int hour = cell.IndexOf((byte)':');
        while (hour > 0 && char.IsAsciiDigit((char)cell[hour - 1]))
        {
            hour--;
        }

        int digits = cell.LastIndexOfAnyInRange((byte)'0', (byte)'9') + 1;
        bool hasHalf = cell[^1] == 'M' && cell.Length - digits >= HalfLength;
        (_date, _gap, _hasHalf, _last) = (cell[..Math.Max(hour, 0)].ToArray(), hasHalf ? cell[digits..^HalfLength].ToArray() : [], hasHalf, time);
        if (SecondOfDay(cell[_date.Length..]) >= SecondsPerDay)
        {
            _last = default;
        }
    }

    /// <summary>What <c>9:54</c>, <c>09:54:15</c> or <c>9:54:15 AM</c> says, written as the one before; a whole day or more for what is written otherwise.</summary>
    private int SecondOfDay(ReadOnlySpan<byte> text)
    {
        bool hasSeconds = _last.HasSeconds;
        int hours = text.Length - (hasSeconds ? 6 : 3) - (_hasHalf ? _gap.Length + HalfLength : 0);
        if (hours is not (1 or 2))
        {
            return SecondsPerDay;
        }

        uint hour = hours == 1 ? Digit(text[0]) : Pair(text);
        text = text[hours..];
        uint minute = text[0] == ':' ? Pair(text[1..]) : SecondsPerDay;
        uint second = !hasSeconds ? 0 : text[3] == ':' ? Pair(text[4..]) : SecondsPerDay;
        if (_hasHalf)
        {
            ReadOnlySpan<byte> half = text[^HalfLength..];
            bool afternoon = half[0] == 'P';
            if (half[1] != 'M' || !(afternoon || half[0] == 'A') || !text[..^HalfLength].EndsWith(_gap) || hour is < 1 or > 12)
            {
                return SecondsPerDay;
            }

            hour = (hour % 12) + (afternoon ? 12u : 0);
        }

        return hour < 24 && minute < 60 && second < 60 ? (int)((((hour * 60) + minute) * 60) + second) : SecondsPerDay;
    }

    private static uint Digit(byte c) => (uint)(c - '0') is var digit and < 10 ? digit : SecondsPerDay;

    private static uint Pair(ReadOnlySpan<byte> text) => (10 * Digit(text[0])) + Digit(text[1]);
}
