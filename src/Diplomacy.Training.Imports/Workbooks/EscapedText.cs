using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>Characters that XML cannot hold, as workbooks write them: <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19, ST_Xstring).</summary>
internal static class EscapedText
{
    private const int Length = 7;

    internal static string Decode(string text)
    {
        int at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            if (Escape(text, at) is { } character)
            {
                decoded.Append(character);
                at += Length;
            }
            else
            {
                decoded.Append(text[at++]);
            }
        }

        // Half a surrogate pair is no text; as U+FFFD it is known as damage.
        for (int i = 0; i < decoded.Length; i++)
        {
            if (char.IsHighSurrogate(decoded[i]) && i + 1 < decoded.Length && char.IsLowSurrogate(decoded[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(decoded[i]))
            {
                decoded[i] = '\uFFFD';
            }
        }

        return decoded.ToString();
    }

    internal static string Encode(string text)
    {
        StringBuilder? encoded = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool escape = c == '_' ? Escape(text, i) is not null : (c < ' ' && c is not ('\t' or '\n')) || c is '\uFFFE' or '\uFFFF';
            if (escape)
            {
                encoded ??= new StringBuilder(text.Length + 32).Append(text, 0, i);
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                encoded?.Append(c);
            }
        }

        return encoded?.ToString() ?? text;
    }

    private static char? Escape(string text, int at) =>
        at + Length <= text.Length && text[at] == '_' && text[at + 1] == 'x' && text[at + Length - 1] == '_' &&
        ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
            ? (char)code
            : null;
}
