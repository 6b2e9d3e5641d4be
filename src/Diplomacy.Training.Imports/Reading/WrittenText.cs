using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>What exports and spreadsheets put around the text that people meant.</summary>
internal static class WrittenText
{
    /// <summary>Unicode form C, with no-break spaces (U+00A0, U+202F) as spaces, without byte order marks and direction marks.</summary>
    internal static string Normalize(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '\u00A0' or '\u202F')
            {
                clean.Append(' ');
            }
            else if (!IsDirection(c) && c != '\uFEFF')
            {
                // Normalisation throws on what is no character; as U+FFFD it is known as damage.
                clean.Append(IsNoCharacter(c) ? '\uFFFD' : c);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The characters that turn the direction of a line: U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.</summary>
    internal static bool IsDirection(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Whether letters were lost: U+FFFD, or question marks where a name has letters.</summary>
    internal static bool IsDamaged(string text) =>
        text.Any(c => c == '\uFFFD' || IsNoCharacter(c)) || text.Contains("??", StringComparison.Ordinal) || (text.Length > 0 && text.All(c => c is '?' or ' '));

    /// <summary>The first character that core refuses to print, and its place from 1.</summary>
    internal static (string Character, int Position)? Unprintable(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || IsDirection(text[i]) || text[i] is '\u2028' or '\u2029')
            {
                return (string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[i]:X4}"), i + 1);
            }
        }

        return null;
    }

    private static bool IsNoCharacter(char c) => c is '\uFFFE' or '\uFFFF';
}
