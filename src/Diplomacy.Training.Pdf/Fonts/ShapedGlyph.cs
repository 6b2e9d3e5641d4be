namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>
/// One glyph as HarfBuzz placed it, in font units of its face: the same numbers that <c>hb-shape</c> prints.
/// The default value is glyph 0 (.notdef) at no place.
/// </summary>
/// <param name="Glyph">Glyph index in the face, before subsetting.</param>
/// <param name="Cluster">Index of the UTF-16 unit where the glyph's cluster begins in the shaped text.</param>
/// <param name="Advance">How far the pen moves to the right after the glyph.</param>
/// <param name="OffsetX">Shift to the right from the pen, without moving it.</param>
/// <param name="OffsetY">Shift upward from the baseline.</param>
public readonly record struct ShapedGlyph(int Glyph, int Cluster, int Advance, int OffsetX, int OffsetY);
