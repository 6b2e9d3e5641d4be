using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf;

/// <summary>
/// The faces that a design prints with. Immutable and thread-safe. Within a line Latin letters and ASCII digits take the
/// Latin face, Khmer letters and digits the Khmer one; what a face lacks is looked for in the others, then in <see cref="Fallbacks"/>.
/// </summary>
public sealed class CertificateFonts
{
    /// <summary>Moul for headings and names, Battambang for the body, Noto Serif for Latin: all under the SIL Open Font License, inside this assembly.</summary>
    public static CertificateFonts Bundled { get; } = new();

    /// <summary>Khmer of headings and names.</summary>
    /// <value>Moul.</value>
    public FontFace KhmerHeading { get; init; } = BundledFonts.Moul;

    /// <summary>Khmer of the body.</summary>
    /// <value>Battambang Regular.</value>
    public FontFace KhmerBody { get; init; } = BundledFonts.Battambang;

    /// <summary>Khmer that is emphasised within the body.</summary>
    /// <value>Battambang Bold.</value>
    public FontFace KhmerBold { get; init; } = BundledFonts.BattambangBold;

    /// <summary>Latin of the body.</summary>
    /// <value>Noto Serif Regular.</value>
    public FontFace Latin { get; init; } = BundledFonts.Serif;

    /// <summary>Latin of headings and names.</summary>
    /// <value>Noto Serif Bold.</value>
    public FontFace LatinBold { get; init; } = BundledFonts.SerifBold;

    /// <summary>Further faces for characters that the five lack, first choice first.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<FontFace> Fallbacks { get; init => field = [.. value]; } = [];

    internal FontFamilySet Heading => field ??= new FontFamilySet([KhmerHeading, KhmerBold], [LatinBold, .. Fallbacks]);

    internal FontFamilySet Body => field ??= new FontFamilySet([KhmerBody], [Latin, .. Fallbacks]);

    internal FontFamilySet Bold => field ??= new FontFamilySet([KhmerBold], [LatinBold, .. Fallbacks]);
}
