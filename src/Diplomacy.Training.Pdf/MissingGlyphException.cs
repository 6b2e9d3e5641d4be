using System.Globalization;

namespace Diplomacy.Training.Pdf;

/// <summary>
/// No font of the design can draw a character (R45): printing a box or a question mark instead would deface a
/// name. Control characters, lone surrogates, private-use characters and right-to-left scripts, which this
/// engine does not lay out, are reported in the same way.
/// </summary>
public sealed class MissingGlyphException : PdfTextException
{
    internal MissingGlyphException(int codePoint, string field, string text)
        : base(
            string.Create(CultureInfo.InvariantCulture, $"{field}: no font of the design can draw U+{codePoint:X4}; correct the text or add a font that has this character."),
            field,
            text)
        => CodePoint = codePoint;

    /// <summary>The character that cannot be drawn: a Unicode code point, or the value of a lone surrogate.</summary>
    public int CodePoint { get; }
}
