using System.Globalization;
using NodaTime.Text;

namespace Diplomacy.Training.Imports;

/// <summary>How a cell shows its number: as such, as a date, a time or both, or with leading zeros.</summary>
internal readonly record struct NumberForm(bool HasDate, bool HasTime, int Digits)
{
    private const double LastDay = 2_958_466;
    private const double MostExact = 1e15;

    private static readonly LocalDatePattern s_date = LocalDatePattern.Iso;
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss.FFF");
    private static readonly LocalDateTimePattern s_dateTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFF");

    /// <summary>The formats that every spreadsheet knows by number (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 are dates of East Asian editions.</summary>
    internal static NumberForm Known(int id) => id switch
    {
        (>= 14 and <= 17) or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(true, false, 0),
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => new(false, true, 0),
        22 => new(true, true, 0),
        _ => default,
    };

    /// <summary>What a format code makes of a number: of its first section, what is not quoted, escaped or in brackets.</summary>
    internal static NumberForm Of(string code)
    {
        bool day = false, month = false, time = false, zeros = code.Length is > 1 and <= 100;
        for (int i = 0; i < code.Length && code[i] != ';'; i++)
        {
            char c = char.ToLowerInvariant(code[i]);
            zeros &= c == '0';
            switch (c)
            {
                case '"':
                    i = End(code, '"', i);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    int end = End(code, ']', i);
                    // [h]:mm counts hours; anything else in brackets is a colour, a condition or a language.
                    time |= end > i + 1 && code.AsSpan(i + 1, end - i - 1).TrimStart("hHmMsS").IsEmpty;
                    i = end;
                    break;
                case 'd' or 'y':
                    day = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case 'h' or 's':
                    time = true;
                    break;
                default:
                    break;
            }
        }

        return new(day || (month && !time), time, zeros ? code.Length : 0);
    }

    /// <summary>The text that the number stands for: a date in ISO form, or the number as a person reads it. Null where it has more digits than a spreadsheet keeps.</summary>
    internal string? Write(double number, bool from1904)
    {
        if ((HasDate || HasTime) && Moment(number, from1904) is { } moment)
        {
            return moment;
        }

        if (Math.Abs(number) >= MostExact)
        {
            return null;
        }

        return number != Math.Floor(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : ((long)number).ToString(Digits > 0 ? $"D{Digits}" : "D", CultureInfo.InvariantCulture);
    }

    private string? Moment(double number, bool from1904)
    {
        if (number is < 0 or >= LastDay)
        {
            return null;
        }

        // To the millisecond: binary fractions of a day are a little beside the time that was meant.
        long milliseconds = (long)Math.Round(number * NodaConstants.MillisecondsPerDay);
        long days = milliseconds / NodaConstants.MillisecondsPerDay;
        LocalTime time = LocalTime.FromMillisecondsSinceMidnight((int)(milliseconds % NodaConstants.MillisecondsPerDay));
        if (!HasDate && days == 0)
        {
            return s_time.Format(time);
        }

        // The 1900 system has a 29 February 1900, which never was, as day 60.
        if (!from1904 && days is 0 or 60)
        {
            return null;
        }

        LocalDate date = (from1904 ? new LocalDate(1904, 1, 1) : new LocalDate(1899, 12, days > 60 ? 30 : 31)).PlusDays((int)days);
        return HasTime || time != LocalTime.Midnight ? s_dateTime.Format(date + time) : s_date.Format(date);
    }

    private static int End(string code, char mark, int from)
    {
        int end = code.IndexOf(mark, from + 1);
        return end < 0 ? code.Length : end;
    }
}
