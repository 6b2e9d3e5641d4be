using System.Buffers;
using System.Globalization;
using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// Content lines of RFC 5545 §3.1 as octets: at most 75 in a line, the folds between characters and never within one, CRLF at the end. An escaped pair is not
/// divided either, which the RFC would allow and some readers get wrong.
/// </summary>
internal sealed class ContentLines
{
    private const int Longest = 75;
    private byte[] _octets = new byte[2048];
    private int _length;
    private int _column;

    internal void Line(string line) => Raw(line).End();

    internal ContentLines Name(string property) => Raw(property);

    internal ContentLines Begin(string property) => Raw(property).Raw(":");

    internal void Moment(string property, Instant moment) => Begin(property).Raw(Local(moment.InUtc().LocalDateTime)).Raw("Z").End();

    internal ContentLines Number(int number) => Raw(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>What needs no escaping here: names, tokens, addresses that were checked.</summary>
    internal ContentLines Raw(string text)
    {
        if (_column + text.Length <= Longest)
        {
            Reserve(text.Length);
            if (Ascii.FromUtf16(text, _octets.AsSpan(_length), out int written) == OperationStatus.Done)
            {
                _length += written;
                _column += written;
                return this;
            }
        }

        foreach (Rune rune in text.EnumerateRunes())
        {
            Put(rune);
        }

        return this;
    }

    /// <summary>A value of type TEXT (RFC 5545 §3.3.11, R51).</summary>
    internal ContentLines Text(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\\' or ';' or ',':
                    PutPair('\\', (char)rune.Value);
                    break;
                case '\n':
                    PutPair('\\', 'n');
                    break;
                default:
                    Put(rune);
                    break;
            }
        }

        return this;
    }

    /// <summary>A parameter with one value, in quotes where it needs them (RFC 5545 §3.2), with what quotes cannot hold written after RFC 6868.</summary>
    internal ContentLines Parameter(string name, string value)
    {
        Raw(";").Raw(name).Raw("=");
        bool quoted = value.AsSpan().ContainsAny(',', ';', ':');
        if (quoted)
        {
            Raw("\"");
        }

        foreach (Rune rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '^':
                    PutPair('^', '^');
                    break;
                case '"':
                    PutPair('^', '\'');
                    break;
                case '\n':
                    PutPair('^', 'n');
                    break;
                default:
                    Put(rune);
                    break;
            }
        }

        return quoted ? Raw("\"") : this;
    }

    internal void End()
    {
        Reserve(2);
        Append('\r');
        Append('\n');
        _column = 0;
    }

    internal byte[] ToArray() => _octets[.._length];

    /// <summary>A local time in the form of RFC 5545 §3.3.5, without the zone.</summary>
    internal static string Local(LocalDateTime local) => string.Create(15, local, static (chars, at) =>
    {
        Digits(chars[..4], at.Year);
        Digits(chars[4..6], at.Month);
        Digits(chars[6..8], at.Day);
        chars[8] = 'T';
        Digits(chars[9..11], at.Hour);
        Digits(chars[11..13], at.Minute);
        Digits(chars[13..15], at.Second);
    });

    /// <summary>An offset in the form of RFC 5545 §3.3.14, with seconds only where there are some.</summary>
    internal static string Of(Offset offset)
    {
        int seconds = Math.Abs(offset.Seconds);
        string text = string.Create(CultureInfo.InvariantCulture, $"{(offset.Seconds < 0 ? '-' : '+')}{seconds / 3600:00}{seconds / 60 % 60:00}");
        return seconds % 60 == 0 ? text : text + (seconds % 60).ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>Elapsed time before something (RFC 5545 §3.3.6): never in days, which would be days of the clocks.</summary>
    internal static string Before(Duration time)
    {
        long seconds = (long)time.TotalSeconds;
        var text = new StringBuilder(seconds == 0 ? "PT" : "-PT");
        (long hours, long minutes, long rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if (hours > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{hours}H");
        }

        // Between hours and seconds the grammar wants the minutes, be they none.
        if (minutes > 0 || (hours > 0 && rest > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{minutes}M");
        }

        if (rest > 0 || seconds == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{rest}S");
        }

        return text.ToString();
    }

    /// <summary>An address in a mailto URI (RFC 6068 §2).</summary>
    internal static string InMailto(string email)
    {
        int at = email.LastIndexOf('@');
        return Escaped(email[..at]) + "@" + Escaped(email[(at + 1)..]);

        // EscapeDataString leaves the unreserved alone; of the rest these may stand and are read back by programs that do not decode.
        static string Escaped(string part) => part.All(c => char.IsAsciiLetterOrDigit(c) || "-._~+=!$'*".Contains(c, StringComparison.Ordinal)) ? part : Uri.EscapeDataString(part);
    }

    private static void Digits(Span<char> into, int number)
    {
        for (int i = into.Length - 1; i >= 0; i--, number /= 10)
        {
            into[i] = (char)('0' + (number % 10));
        }
    }

    private void Put(Rune rune)
    {
        int octets = rune.Utf8SequenceLength;
        Fold(octets);
        rune.EncodeToUtf8(_octets.AsSpan(_length));
        _length += octets;
        _column += octets;
    }

    private void PutPair(char first, char second)
    {
        Fold(2);
        Append(first);
        Append(second);
        _column += 2;
    }

    private void Fold(int octets)
    {
        Reserve(octets + 3);
        if (_column + octets > Longest)
        {
            Append('\r');
            Append('\n');
            Append(' ');
            _column = 1;
        }
    }

    private void Append(char ascii) => _octets[_length++] = (byte)ascii;

    private void Reserve(int octets)
    {
        if (_length + octets > _octets.Length)
        {
            Array.Resize(ref _octets, Math.Max(_octets.Length * 2, _length + octets));
        }
    }
}
