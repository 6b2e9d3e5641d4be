using System.Text;

namespace Diplomacy.Training;

/// <summary>How what people write into a cell is compared: case, spaces, invisible characters and the script of the digits aside, and never by a machine's culture.</summary>
internal static class WrittenAnswer
{
    private static readonly string[] s_yes = [.. Keys("yes", "y", "true", "1", "✓", "✔", "☑", "បាទ", "ចាស", "ចាស៎", "បាទ/ចាស", "ចាស/បាទ", "ព្រម", "យល់ព្រម", "មាន", "ត្រូវការ")];
    private static readonly string[] s_no = [.. Keys("no", "n", "false", "0", "✗", "✘", "☐", "ទេ", "អត់", "អត់ទេ", "មិនព្រម", "មិនយល់ព្រម", "គ្មាន", "មិនមាន", "មិនត្រូវការ")];

    /// <summary>What two spellings of the same have in common. The text must be valid Unicode.</summary>
    internal static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        bool space = false;
        foreach (char c in text.Normalize(NormalizationForm.FormC))
        {
            // Zero-width spaces and joiners part or join Khmer words on the page; nobody sees them in a cell.
            if (c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF')
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                space = key.Length > 0;
                continue;
            }

            if (space)
            {
                key.Append(' ');
                space = false;
            }

            key.Append(c is >= '\u17E0' and <= '\u17E9' ? (char)('0' + (c - '\u17E0')) : char.ToLowerInvariant(c));
        }

        return key.ToString();
    }

    /// <summary>Everything by which an option can be named, each once.</summary>
    internal static IEnumerable<string> NamesOf(QuestionOption option) =>
        new[] { option.Code, option.Text.Khmer, option.Text.English }.Select(Key).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Yes, no, or null where neither is written.</summary>
    internal static bool? YesOrNo(string key) => s_yes.Contains(key) ? true : s_no.Contains(key) ? false : null;

    private static IEnumerable<string> Keys(params string[] words) => words.Select(Key);
}
