namespace Diplomacy.Training.Pdf.Drawing;

/// <summary>A colour in sRGB, the space of the document's output intent.</summary>
internal readonly record struct PdfColor(byte Red, byte Green, byte Blue);
