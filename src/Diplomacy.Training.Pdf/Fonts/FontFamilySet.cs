namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>The faces of one style, by script, first choice first. Every chain ends in the other script's faces, as a last resort for signs.</summary>
internal sealed class FontFamilySet
{
    private readonly FontFace[] _khmer;
    private readonly FontFace[] _latin;

    public FontFamilySet(FontFace[] khmer, FontFace[] latin)
    {
        _khmer = [.. khmer, .. latin];
        _latin = [.. latin, .. khmer];
    }

    public IReadOnlyList<FontFace> For(WritingScript script) => script == WritingScript.Khmer ? _khmer : _latin;
}
