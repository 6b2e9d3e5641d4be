using Diplomacy.Training.Pdf.Drawing;

namespace Diplomacy.Training.Pdf.Certificates;

/// <summary>The colours of the state design: navy and gold, dark enough to stay readable in grey.</summary>
internal static class StatePalette
{
    public static readonly PdfColor Navy = new(0x14, 0x2A, 0x63);
    public static readonly PdfColor Gold = new(0xA8, 0x82, 0x2E);
    public static readonly PdfColor PaleGold = new(0xC9, 0xAC, 0x66);
    public static readonly PdfColor Ink = new(0x1B, 0x1B, 0x1F);
    public static readonly PdfColor Quiet = new(0x4A, 0x4D, 0x57);
    public static readonly PdfColor Tint = new(0xE9, 0xE6, 0xDA);
    public static readonly PdfColor Black = new(0, 0, 0);
}
