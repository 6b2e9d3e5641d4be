using Diplomacy.Training.Pdf.Drawing;

namespace Diplomacy.Training.Pdf.Certificates;

/// <summary>Draws the modules of a QR code as one filled path, neighbours in a row joined so that no hairline shows between them.</summary>
internal static class QrDrawing
{
    /// <summary>The light margin that ISO/IEC 18004 asks for, in modules.</summary>
    private const int QuietZone = 4;

    /// <summary>Width of the quiet zone of a code that fills, with it, a square of the given side.</summary>
    public static double QuietZoneOf(QrCode modules, double side) => side * QuietZone / (modules.Size + (2 * QuietZone));

    /// <param name="art">The content.</param>
    /// <param name="modules">The code.</param>
    /// <param name="place">A square that code and quiet zone fill together.</param>
    public static void Draw(Artwork art, QrCode modules, Box place)
    {
        var module = place.Width / (modules.Size + (2 * QuietZone));
        art.Save().FillColor(new PdfColor(255, 255, 255)).Rectangle(place).Fill()
            .FillColor(StatePalette.Black)
            .Transform(module, 0, 0, module, place.Left + (QuietZone * module), place.Bottom + (QuietZone * module));
        for (var row = 0; row < modules.Size; row++)
        {
            for (var column = 0; column < modules.Size;)
            {
                var start = column;
                while (column < modules.Size && modules[column, row])
                {
                    column++;
                }

                if (column > start)
                {
                    art.Rectangle(new Box(start, modules.Size - 1 - row, column - start, 1));
                }
                else
                {
                    column++;
                }
            }
        }

        art.Fill().Restore();
    }
}
