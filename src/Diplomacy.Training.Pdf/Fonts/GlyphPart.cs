namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>One component record of a composite glyph (OpenType 1.9, "glyf", Composite Glyph Description).</summary>
internal readonly record struct GlyphPart(int Position, ushort Flags, ushort Glyph, int Length)
{
    public const ushort WordArguments = 0x0001;
    public const ushort ArgumentsAreOffsets = 0x0002;
    public const ushort Scale = 0x0008;
    public const ushort MoreParts = 0x0020;
    public const ushort ScaleXY = 0x0040;
    public const ushort Matrix = 0x0080;
    public const ushort Instructions = 0x0100;
}

/// <summary>A glyph's bounding box in font units.</summary>
internal readonly record struct GlyphBox(short Left, short Bottom, short Right, short Top);
