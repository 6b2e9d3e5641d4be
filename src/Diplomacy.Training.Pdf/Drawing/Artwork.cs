using Diplomacy.Training.Pdf.Structure;

namespace Diplomacy.Training.Pdf.Drawing;

/// <summary>Paths and colours written as content operators (ISO 32000-1, 8.5), in points with the y axis upward.</summary>
internal sealed class Artwork
{
    private readonly PdfBuffer _content;

    public Artwork(PdfBuffer content) => _content = content;

    public Artwork Save() => Operator("q\n"u8);

    public Artwork Restore() => Operator("Q\n"u8);

    public Artwork Transform(double a, double b, double c, double d, double e, double f)
    {
        _content.Factor(a).Raw(" "u8).Factor(b).Raw(" "u8).Factor(c).Raw(" "u8).Factor(d).Raw(" "u8);
        return Operator(" cm\n"u8, e, f);
    }

    public Artwork Translate(double x, double y) => Transform(1, 0, 0, 1, x, y);

    public Artwork Rotate(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return Transform(cos, sin, -sin, cos, 0, 0);
    }

    public Artwork FillColor(PdfColor color) => Operator(" rg\n"u8, color.Red / 255.0, color.Green / 255.0, color.Blue / 255.0);

    public Artwork StrokeColor(PdfColor color) => Operator(" RG\n"u8, color.Red / 255.0, color.Green / 255.0, color.Blue / 255.0);

    public Artwork LineWidth(double width) => Operator(" w\n"u8, width);

    /// <summary>Round line ends and joins.</summary>
    public Artwork RoundEnds() => Operator("1 J 1 j\n"u8);

    public Artwork MoveTo(double x, double y) => Operator(" m\n"u8, x, y);

    public Artwork LineTo(double x, double y) => Operator(" l\n"u8, x, y);

    public Artwork CurveTo(double x1, double y1, double x2, double y2, double x3, double y3) => Operator(" c\n"u8, x1, y1, x2, y2, x3, y3);

    public Artwork Close() => Operator("h\n"u8);

    public Artwork Rectangle(Box box) => Operator(" re\n"u8, box.Left, box.Bottom, box.Width, box.Height);

    public Artwork Circle(double x, double y, double radius)
    {
        var k = radius * 0.5523;
        return MoveTo(x + radius, y)
            .CurveTo(x + radius, y + k, x + k, y + radius, x, y + radius)
            .CurveTo(x - k, y + radius, x - radius, y + k, x - radius, y)
            .CurveTo(x - radius, y - k, x - k, y - radius, x, y - radius)
            .CurveTo(x + k, y - radius, x + radius, y - k, x + radius, y)
            .Close();
    }

    public Artwork Fill() => Operator("f\n"u8);

    public Artwork FillEvenOdd() => Operator("f*\n"u8);

    public Artwork Stroke() => Operator("S\n"u8);

    private Artwork Operator(ReadOnlySpan<byte> name, params ReadOnlySpan<double> operands)
    {
        for (var i = 0; i < operands.Length; i++)
        {
            if (i > 0)
            {
                _content.Raw(" "u8);
            }

            _content.Number(operands[i]);
        }

        _content.Raw(name);
        return this;
    }
}
