using System.Buffers;

namespace Diplomacy.Training.Imports;

/// <summary>
/// Khmer typed before Unicode in fonts such as Limon or ABC, which show Latin letters, signs and Latin-1 as Khmer: <c>RBHraCaNacRkkm&lt;úCa</c> for the Kingdom of
/// Cambodia. Without the font such a text is meaningless, and nothing in the file says which font it was.
/// </summary>
internal static class LegacyKhmer
{
    // Written before a capital in names of one word: McDonald, DeVries, vanDijk.
    private static readonly string[] s_particles =
        ["mc", "mac", "de", "del", "della", "des", "di", "du", "da", "dos", "la", "le", "les", "el", "al", "van", "von", "der", "den", "ver", "fitz", "san", "st", "mag", "o", "ap", "ben", "bin", "ibn", "ter", "ten"];

    // Not quotation marks, apostrophes and marks of notes, which stand beside names too.
    private static readonly SearchValues<char> s_signs = SearchValues.Create(
        "<>[]{}|\\^~@#$%+=;_\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7\u00A8\u00A9\u00AC\u00AE\u00AF\u00B0\u00B1\u00B2\u00B3\u00B5\u00B6\u00B8\u00B9\u00BC\u00BD\u00BE\u00BF\u00D7\u00F7\u03BC\u0192\u2020\u2021\u2030\u2022\u201A\u201E\u02DC\u02C6");

    internal static bool HasKhmer(string text) => text.Any(c => c is (>= '\u1780' and <= '\u17FF') or (>= '\u19E0' and <= '\u19FF'));

    /// <summary>Whether a text without Khmer letters has what those fonts need and no language writes: signs within words, or capitals inside them.</summary>
    internal static bool IsLikely(string text)
    {
        foreach (string word in text.Split([' ', '\u00A0', '-', '.', ',', '(', ')', '\'', '\u2019', '/', '&', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Any(char.IsLetter) && (word.AsSpan().ContainsAny(s_signs) || HasInnerCapital(word)))
            {
                return true;
            }
        }

        return false;
    }

    // A capital after a small letter, other than one after a particle. Words in capitals have none but the Turkish dotless i, which programs without Turkish leave small.
    private static bool HasInnerCapital(string word)
    {
        for (int i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && word[i - 1] != '\u0131' &&
                !Array.Exists(s_particles, particle => particle.AsSpan().Equals(word.AsSpan(0, i), StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
