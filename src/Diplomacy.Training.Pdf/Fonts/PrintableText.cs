using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>Which characters can stand on a page of this engine at all, whatever the fonts may cover.</summary>
internal static class PrintableText
{
    /// <summary>
    /// Refuses what has no place in a printed line: controls, lone surrogates, noncharacters and private use
    /// (PDF/A-3 level A wants their meaning, ISO 19005-3, 6.2.11.7.3), bidirectional controls and right-to-left scripts.
    /// </summary>
    public static void Check(string text, string field)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                throw new MissingGlyphException(text[i], field, text);
            }

            if (IsBarred(rune))
            {
                throw new MissingGlyphException(rune.Value, field, text);
            }

            i += rune.Utf16SequenceLength;
        }
    }

    /// <summary>Characters that divide or join without ink; a font need not have them.</summary>
    public static bool IsInkless(int codePoint)
        => codePoint is 0x200B or 0x200C or 0x200D or 0x2060 or 0x034F or 0x17B4 or 0x17B5 or (>= 0xFE00 and <= 0xFE0F);

    public static bool IsInkless(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!IsInkless(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBarred(Rune rune)
    {
        if (IsInkless(rune.Value))
        {
            return false;
        }

        return Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value
                is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
                or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
    }
}
