namespace Diplomacy.Training;

/// <summary>
/// Bytes as capitals and digits of Crockford's base32, which a QR code holds in its alphanumeric mode and people can type: small letters count as capitals, O as zero, I and L as one;
/// white space and hyphens are skipped. One text for each row of bytes.
/// </summary>
internal static class TicketText
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Longest = 200;

    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        int bits = 0, held = 0, next = 0;
        foreach (byte one in bytes)
        {
            held = (held << 8) | one;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text[next++] = Alphabet[(held >> (bits - 5)) & 31];
            }

            held &= (1 << bits) - 1;
        }

        if (bits > 0)
        {
            text[next] = Alphabet[(held << (5 - bits)) & 31];
        }

        return new(text);
    }

    /// <summary>Fills the bytes from a text; false where it has fewer or more, or another character.</summary>
    internal static bool TryRead(string? text, Span<byte> bytes)
    {
        if (text is null || text.Length > Longest)
        {
            return false;
        }

        int bits = 0, held = 0, next = 0, characters = 0;
        foreach (char c in text)
        {
            if (c is ' ' or '-' or '\t' or '\r' or '\n')
            {
                continue;
            }

            char capital = c is >= 'a' and <= 'z' ? (char)(c - 'a' + 'A') : c;
            int value = Alphabet.IndexOf(capital switch { 'O' => '0', 'I' or 'L' => '1', _ => capital }, StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            characters++;
            held = (held << 5) | value;
            bits += 5;
            if (bits >= 8)
            {
                if (next == bytes.Length)
                {
                    return false;
                }

                bits -= 8;
                bytes[next++] = (byte)(held >> bits);
                held &= (1 << bits) - 1;
            }
        }

        return next == bytes.Length && characters == ((bytes.Length * 8) + 4) / 5 && held == 0;
    }
}
