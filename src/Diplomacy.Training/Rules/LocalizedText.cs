using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// A text that is printed in Khmer and in English, each exactly as given: neither is derived from the other,
/// and only Unicode normalisation form C is applied (R46).
/// </summary>
/// <remarks>Immutable. Either may be empty where a text has only one language, but not both.</remarks>
public sealed record LocalizedText
{
    /// <summary>Keeps both texts.</summary>
    /// <param name="khmer">The Khmer text, or empty.</param>
    /// <param name="english">The English text, or empty.</param>
    /// <exception cref="ArgumentException">Both are empty, or one holds a control character or is not valid Unicode.</exception>
    public LocalizedText(string khmer, string english)
    {
        Khmer = PrintedText.Normalize(khmer, nameof(khmer));
        English = PrintedText.Normalize(english, nameof(english));
        if (Khmer.Length == 0 && English.Length == 0)
        {
            throw new ArgumentException("A text needs words in Khmer or in English.", nameof(english));
        }
    }

    /// <summary>The Khmer text; empty where there is none.</summary>
    public string Khmer { get; }

    /// <summary>The English text; empty where there is none.</summary>
    public string English { get; }

    /// <summary>The text in a language; where there is none, the other one.</summary>
    /// <param name="language">Khmer gives <see cref="Khmer"/>, anything else <see cref="English"/>.</param>
    public string In(Language language) =>
        language == Language.Khmer
            ? (Khmer.Length > 0 ? Khmer : English)
            : (English.Length > 0 ? English : Khmer);

    /// <summary>The English text, or the Khmer one where there is no English.</summary>
    public override string ToString() => In(Language.English);
}

/// <summary>What every text that will be printed has in common: valid Unicode, form C, one line, no control characters.</summary>
internal static class PrintedText
{
    internal static string Normalize(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return Refusal(text) is { } reason
            ? throw new ArgumentException(reason, parameter)
            : text.Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Why a text cannot be printed, naming the code point and its place but never the text itself; null when it can.</summary>
    internal static string? Refusal(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                return $"The text is not valid Unicode: a lone surrogate stands at position {i}.";
            }
            else if (char.IsControl(c))
            {
                return $"The text holds the control character U+{(int)c:X4} at position {i}.";
            }
            else if (c is '\u2028' or '\u2029')
            {
                return $"The text holds the line or paragraph separator U+{(int)c:X4} at position {i}.";
            }
            else if (c is '\uFFFE' or '\uFFFF')
            {
                return $"The text is not valid Unicode: U+{(int)c:X4} at position {i} is not a character.";
            }
            else if (c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                return $"The text holds the direction control U+{(int)c:X4} at position {i}, which would change how the line reads.";
            }
        }

        return null;
    }
}
