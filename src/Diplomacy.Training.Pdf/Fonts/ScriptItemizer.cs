using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>A stretch of text of one script, in UTF-16 units.</summary>
internal readonly record struct ScriptSpan(int Start, int Length, WritingScript Script);

/// <summary>
/// Divides a line into spans of one script. Spaces and punctuation follow the letters before them, opening
/// brackets the letters after them (after UAX 24, section 5.1); ASCII digits count as Latin, Khmer digits as Khmer.
/// </summary>
internal static class ScriptItemizer
{
    public static IReadOnlyList<ScriptSpan> Divide(string text)
    {
        var spans = new List<ScriptSpan>();
        var start = 0;
        WritingScript? current = null;
        var openingFrom = -1;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (ScriptOf(rune) is { } script)
            {
                if (current is { } before && before != script)
                {
                    var end = openingFrom >= 0 ? openingFrom : i;
                    spans.Add(new ScriptSpan(start, end - start, before));
                    start = end;
                }

                current = script;
                openingFrom = -1;
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation)
            {
                openingFrom = openingFrom >= 0 ? openingFrom : i;
            }
            else
            {
                openingFrom = -1;
            }

            i += length;
        }

        if (start < text.Length)
        {
            spans.Add(new ScriptSpan(start, text.Length - start, current ?? WritingScript.Latin));
        }

        return spans;
    }

    private static WritingScript? ScriptOf(Rune rune)
    {
        if (KhmerScript.Contains(rune.Value))
        {
            return WritingScript.Khmer;
        }

        return Rune.IsLetterOrDigit(rune) ? WritingScript.Latin : null;
    }
}
