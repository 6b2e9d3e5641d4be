using Diplomacy.Training.Pdf.Drawing;
using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf.Certificates;

/// <summary>How a text is set.</summary>
/// <param name="Fonts">The faces.</param>
/// <param name="Size">The size the design wants, in points.</param>
/// <param name="MinimumSize">The size below which an overflow is an error, in points.</param>
/// <param name="Color">The ink.</param>
/// <param name="Tracking">Extra space between characters, in ems; for capitals only, since a reader takes wide gaps for spaces.</param>
internal sealed record TextStyle(FontFamilySet Fonts, double Size, double MinimumSize, PdfColor Color, double Tracking = 0);

/// <summary>Where a line stands between the sides of its place.</summary>
internal enum Alignment
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,
}
