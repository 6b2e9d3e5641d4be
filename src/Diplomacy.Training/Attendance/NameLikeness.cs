using System.Globalization;
using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// How alike a display name and a person's name are. Compares each stored script with the display name as a whole, with what stands outside its parentheses
/// and with what stands in each of them; word order, case, honorifics, diacritics and signs that do not change the reading are left out of account.
/// Nothing is transliterated. Only for suggestions: nobody is matched by a name (R30).
/// </summary>
internal sealed class NameLikeness
{
    private const int MaximumLength = 300;
    private const int MaximumWords = 12;

    // Forms of address in Latin letters and abbreviations, as typed into calls.
    private static readonly HashSet<string> s_honorifics = new(StringComparer.Ordinal)
    {
        "he", "hon", "his", "her", "excellency", "mr", "mrs", "ms", "miss", "madam", "madame", "dr", "prof", "professor", "sir", "amb", "ambassador",
        "lok", "chumteav", "samdech", "oknha", "neak",
    };

    // Khmer forms of address, the longer first; written before the name with or without a space.
    private static readonly string[] s_khmerHonorifics = [.. new[]
    {
        "ឯកឧត្តម", "ឯកឧត្ដម", "លោកជំទាវ", "លោកស្រី", "អ្នកឧកញ៉ា", "ឧកញ៉ា", "សម្តេច", "សម្ដេច", "កញ្ញា", "បណ្ឌិត", "លោក",
    }.Select(Fold).Distinct().OrderByDescending(h => h.Length)];

    private readonly List<string[]> _forms;

    private NameLikeness(List<string[]> forms) => _forms = forms;

    /// <summary>A person's name in each stored script.</summary>
    internal static NameLikeness To(PersonName name)
    {
        var forms = new List<string[]> { Words(name.Family + " " + name.Given) };
        forms.AddRange(name.ExplicitForm is { } printed ? [Words(printed)] : []);
        forms.AddRange(name.Native is { } native ? [Words(native.Family + " " + native.Given)] : []);
        forms.AddRange(name.Native?.ExplicitForm is { } nativePrinted ? [Words(nativePrinted)] : []);
        forms.RemoveAll(form => form.Length == 0);
        return new(forms);
    }

    /// <summary>The parts of a display name to compare with, each as words; made once and compared with everybody.</summary>
    internal static IReadOnlyList<string[]> PartsOf(string displayName)
    {
        string text = displayName.Length > MaximumLength ? displayName[..MaximumLength] : displayName;
        var parts = new List<string[]>();
        var outside = new StringBuilder();
        var inside = new StringBuilder();
        int depth = 0;
        foreach (char c in text)
        {
            if (c is '(' or '[' or '（')
            {
                depth++;
                Flush(inside);
                outside.Append(' ');
            }
            else if (c is ')' or ']' or '）')
            {
                depth = Math.Max(0, depth - 1);
                Flush(inside);
            }
            else
            {
                (depth > 0 ? inside : outside).Append(c);
            }
        }

        Flush(inside);
        Flush(outside);
        parts.Add(Words(text));
        parts.RemoveAll(part => part.Length == 0);
        return parts;

        void Flush(StringBuilder part)
        {
            parts.Add(Words(part.ToString()));
            part.Clear();
        }
    }

    /// <summary>From 0, nothing in common, to 1, the same words.</summary>
    internal double To(IReadOnlyList<string[]> parts)
    {
        double best = 0;
        foreach (string[] form in _forms)
        {
            foreach (string[] part in parts)
            {
                best = Math.Max(best, Compare(form, part));
            }
        }

        return best;
    }

    /// <summary>Lower case without regard to a culture; without diacritics over Latin letters, without Khmer signs that part spellings but not readings, without invisible characters.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        char previous = '\0';
        foreach (char c in Decompose(text))
        {
            // A subscript da and a subscript ta look alike and are typed for each other.
            char kept = previous == '\u17D2' && c == '\u178A' ? '\u178F' : c;
            bool khmerSign = c is >= '\u17C9' and <= '\u17D1' or '\u17DD';
            bool diacritic = c < '\u1780' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            bool invisible = CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
            if (!khmerSign && !diacritic && !invisible)
            {
                folded.Append(kept);
            }

            previous = c;
        }

        return folded.ToString().ToLowerInvariant();
    }

    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate or a non-character: compared as it is.
            return text;
        }
    }

    private static string[] Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char c in Fold(text) + " ")
        {
            bool letter = char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (letter)
            {
                word.Append(c);
            }
            else if (c is not ('\'' or '\u2019') && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        // "H.E." falls into two single letters.
        for (int i = words.Count - 2; i >= 0; i--)
        {
            if (i + 1 < words.Count && words[i] == "h" && words[i + 1] == "e")
            {
                words.RemoveRange(i, 2);
            }
        }

        string[] bare = [.. words.Select(WithoutKhmerHonorific).Where(w => w.Length > 0 && !s_honorifics.Contains(w)).Take(MaximumWords)];
        return bare.Length > 0 ? bare : [.. words.Take(MaximumWords)];
    }

    private static string WithoutKhmerHonorific(string word)
    {
        string bare = word;
        while (Array.Find(s_khmerHonorifics, h => bare.StartsWith(h, StringComparison.Ordinal)) is { } honorific)
        {
            bare = bare[honorific.Length..];
        }

        return bare;
    }

    private static double Compare(string[] name, string[] shown)
    {
        // Khmer is often written without a space between family and given name, in either order.
        string joined = string.Concat(shown);
        if (joined == string.Concat(name) || joined == string.Concat(name.Reverse()))
        {
            return 1;
        }

        var free = new List<string>(shown);
        double common = 0;
        foreach (string word in name.OrderByDescending(w => w.Length))
        {
            int best = -1;
            double likest = 0;
            for (int i = 0; i < free.Count; i++)
            {
                double likeness = CompareWords(word, free[i]);
                if (likeness > likest)
                {
                    (best, likest) = (i, likeness);
                }
            }

            if (best >= 0)
            {
                common += likest;
                free.RemoveAt(best);
            }
        }

        // A name is seldom shown alone: words that are left over weigh less than words that are missing.
        return (0.8 * common / name.Length) + (0.2 * common / shown.Length);
    }

    private static double CompareWords(string x, string y)
    {
        if (x == y)
        {
            return 1;
        }

        int longer = Math.Max(x.Length, y.Length);
        if (Math.Min(x.Length, y.Length) < 4 || 4 * Math.Abs(x.Length - y.Length) > longer)
        {
            return 0;
        }

        double likeness = 1 - ((double)Distance(x, y) / longer);
        return likeness >= 0.75 ? likeness : 0;
    }

    /// <summary>How many letters must be put in, left out or changed.</summary>
    private static int Distance(string x, string y)
    {
        int[] row = [.. Enumerable.Range(0, y.Length + 1)];
        for (int i = 1; i <= x.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= y.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (x[i - 1] == y[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[y.Length];
    }
}
