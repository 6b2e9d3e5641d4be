namespace Diplomacy.Training.Pdf;

/// <summary>How a certificate looks: paper, frame, places and sizes of its texts. Immutable and thread-safe.</summary>
public sealed class CertificateDesign
{
    private CertificateDesign(string name, CertificateFonts fonts)
    {
        Name = name;
        Fonts = fonts;
    }

    /// <summary>
    /// The official design on A4 across: country and motto above all else, ministry at the upper left, title and name in
    /// the middle, dates and signature at the lower right with room for a wet signature and a stamp, QR code at the lower
    /// left. The frame keeps 10 mm from every edge, so that an office printer does not clip it.
    /// </summary>
    public static CertificateDesign State { get; } = new("State", CertificateFonts.Bundled);

    /// <summary>The design's name, for logs and choices.</summary>
    public string Name { get; }

    /// <summary>The faces it prints with.</summary>
    public CertificateFonts Fonts { get; }

    /// <summary>The same design with a ministry's own faces.</summary>
    public CertificateDesign With(CertificateFonts fonts)
    {
        ArgumentNullException.ThrowIfNull(fonts);
        return new CertificateDesign(Name, fonts);
    }
}
