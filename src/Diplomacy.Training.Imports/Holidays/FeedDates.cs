using System.Text;
using NodaTime.Text;

namespace Diplomacy.Training.Imports;

/// <summary>Reads the values of an iCalendar file: dates, lengths and text.</summary>
internal static class FeedDates
{
    private static readonly LocalDatePattern s_date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HHmmss");

    /// <summary>A date such as <c>20270414</c>; null where it is none.</summary>
    internal static LocalDate? Read(string text) => text.Length == 8 && text.All(char.IsAsciiDigit) && s_date.Parse(text) is { Success: true } date ? date.Value : null;

    /// <summary>Whether a text is a date and a time, by the clocks of a place or of UTC.</summary>
    internal static bool IsDateTime(string text) =>
        text.Length is 15 or 16 && text[8] == 'T' && (text.Length == 15 || text[15] == 'Z') && Read(text[..8]) is not null && s_time.Parse(text[9..15]).Success;

    /// <summary>A length in whole days, such as <c>P3D</c> or <c>P1W</c>; null where it is none.</summary>
    internal static int? Days(string text) =>
        text.Length is >= 3 and <= 6 && text[0] == 'P' && text[^1] is 'D' or 'W' && text[1..^1].All(char.IsAsciiDigit)
            ? int.Parse(text.AsSpan(1, text.Length - 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) * (text[^1] == 'W' ? 7 : 1)
            : null;

    /// <summary>Text without its escapes (RFC 5545 §3.3.11).</summary>
    internal static string Text(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length)
            {
                i++;
                text.Append(value[i] is 'n' or 'N' ? '\n' : value[i]);
            }
            else
            {
                text.Append(value[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>The texts of a list parted by commas.</summary>
    internal static IEnumerable<string> Texts(string value)
    {
        int start = 0;
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\')
            {
                i++;
            }
            else if (value[i] == ',')
            {
                yield return Text(value[start..i]);
                start = i + 1;
            }
        }

        yield return Text(value[start..]);
    }
}
