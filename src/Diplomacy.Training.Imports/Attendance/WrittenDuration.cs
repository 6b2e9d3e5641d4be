using System.Text.Unicode;

namespace Diplomacy.Training.Imports;

/// <summary>A duration as reports write it: <c>1h 13m 42s</c>, <c>1 Std. 2 Min. 3 Sek.</c>, <c>1 godz. 2 min 3 sek.</c>, <c>1 ora 2 min 3 s</c>, <c>01:02:03</c>.</summary>
internal static class WrittenDuration
{
    private const int Longest = 64;

    private static readonly (string Word, int Seconds)[] s_units =
    [
        ("h", 3600), ("std", 3600), ("stunde", 3600), ("stunden", 3600), ("godz", 3600), ("ora", 3600), ("ore", 3600), ("hr", 3600), ("hrs", 3600),
        ("m", 60), ("min", 60), ("mins", 60), ("minuten", 60), ("minuto", 60), ("minuti", 60),
        ("s", 1), ("sec", 1), ("secs", 1), ("sek", 1), ("sekunden", 1), ("secondi", 1),
        ("d", 86400), ("day", 86400), ("days", 86400), ("tag", 86400), ("tage", 86400), ("giorno", 86400), ("giorni", 86400),
    ];

    /// <summary>The duration in seconds, or <see cref="PendingRow.Unstated"/> where it cannot be read: it is only compared.</summary>
    internal static int Seconds(ReadOnlySpan<byte> utf8)
    {
        Span<char> buffer = stackalloc char[Longest];
        if (utf8.IsEmpty || utf8.Length > Longest || Utf8.ToUtf16(utf8, buffer, out _, out int length) != System.Buffers.OperationStatus.Done)
        {
            return PendingRow.Unstated;
        }

        ReadOnlySpan<char> text = buffer[..length];
        long total = 0;
        int parts = 0;
        while (true)
        {
            text = TrimStart(text);
            if (text.IsEmpty)
            {
                return parts == 0 || total > int.MaxValue ? PendingRow.Unstated : (int)total;
            }

            if (!Number(ref text, out int number))
            {
                return PendingRow.Unstated;
            }

            if (parts == 0 && text.Length > 0 && text[0] == ':')
            {
                return Clock(number, text);
            }

            text = TrimStart(text);
            int letters = 0;
            while (letters < text.Length && char.IsLetter(text[letters]))
            {
                letters++;
            }

            if (Unit(text[..letters]) is not { } unit)
            {
                return PendingRow.Unstated;
            }

            total += (long)number * unit;
            parts++;
            text = text[letters..].TrimStart('.');
        }
    }

    private static int Clock(int hours, ReadOnlySpan<char> text)
    {
        text = text[1..];
        if (!Number(ref text, out int minutes) || text is not [':', ..])
        {
            return PendingRow.Unstated;
        }

        text = text[1..];
        return Number(ref text, out int seconds) && text.IsEmpty && hours < 10_000 ? (hours * 3600) + (minutes * 60) + seconds : PendingRow.Unstated;
    }

    private static bool Number(ref ReadOnlySpan<char> text, out int number)
    {
        int digits = 0;
        number = 0;
        while (digits < text.Length && digits < 6 && WrittenTime.Digit(text[digits]) is { } digit)
        {
            number = (number * 10) + digit;
            digits++;
        }

        text = text[digits..];
        return digits > 0;
    }

    private static int? Unit(ReadOnlySpan<char> word)
    {
        foreach (var (known, seconds) in s_units)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return seconds;
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> TrimStart(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && (char.IsWhiteSpace(text[0]) || WrittenText.IsDirection(text[0])))
        {
            text = text[1..];
        }

        return text;
    }
}
