using Diplomacy.Training.Pdf.Drawing;
using static Diplomacy.Training.Pdf.Certificates.StatePalette;

namespace Diplomacy.Training.Pdf.Certificates;

/// <summary>
/// The drawn part of the state design, in millimetres from the lower left: a frame of lotus petals between navy and gold
/// lines, a rosette in each corner, a rosette of fine lines behind the text, the ornament under the motto. Drawn once
/// for a document, as vectors, so that it is sharp on paper and costs a few kilobytes.
/// </summary>
internal static class StateArtwork
{
    private const double OuterInset = 10;
    private const double BandInset = 12.1;
    private const double BandWidth = 4.6;
    private const double PetalPitch = 4.0;

    public static SharedArtwork Whole { get; } = new(Page.A4Across, Draw);

    /// <summary>A tapering rule with a lozenge in its middle, under the holder's name.</summary>
    public static void NameRule(Artwork art, double x, double y)
    {
        art.Save().Transform(Page.PointsPerMillimetre, 0, 0, Page.PointsPerMillimetre, Page.Points(x), Page.Points(y)).FillColor(Gold)
            .MoveTo(-48, 0).LineTo(-2.4, 0.11).LineTo(-2.4, -0.11).Close()
            .MoveTo(48, 0).LineTo(2.4, 0.11).LineTo(2.4, -0.11).Close()
            .MoveTo(-1.3, 0).LineTo(0, 0.62).LineTo(1.3, 0).LineTo(0, -0.62).Close()
            .Fill().Restore();
    }

    private static void Draw(Artwork art)
    {
        const double width = Page.A4AcrossWidth;
        const double height = Page.A4AcrossHeight;
        art.Save().Transform(Page.PointsPerMillimetre, 0, 0, Page.PointsPerMillimetre, 0, 0);
        Rosette(art, width / 2, 110);
        Frame(art, width, height);
        Ornament(art, width / 2, height - 54.6);
        art.Restore();
    }

    /// <summary>Fine ellipses turned about one centre, as on banknotes: pale, because text stands on it.</summary>
    private static void Rosette(Artwork art, double x, double y)
    {
        const int turns = 30;
        art.Save().Translate(x, y).StrokeColor(Tint).LineWidth(0.09);
        for (var i = 0; i < turns; i++)
        {
            Ellipse(art, 52, 19.5);
            Ellipse(art, 17, 6.5);
            art.Stroke().Rotate(180.0 / turns);
        }

        art.Restore();
    }

    private static void Frame(Artwork art, double width, double height)
    {
        var paper = new Box(0, 0, width, height);
        Ring(art, paper.Inset(OuterInset), 1.1, Navy);
        Ring(art, paper.Inset(BandInset - 0.35), 0.28, Gold);
        Ring(art, paper.Inset(BandInset + BandWidth + 0.07), 0.28, Gold);
        Ring(art, paper.Inset(BandInset + BandWidth + 1.0), 0.14, Navy);

        var band = paper.Inset(BandInset + (BandWidth / 2));
        Petals(art, band.Left, band.Bottom, 0, band.Width);
        Petals(art, band.Right, band.Bottom, 90, band.Height);
        Petals(art, band.Right, band.Top, 180, band.Width);
        Petals(art, band.Left, band.Top, 270, band.Height);
        Corner(art, band.Left, band.Bottom);
        Corner(art, band.Right, band.Bottom);
        Corner(art, band.Right, band.Top);
        Corner(art, band.Left, band.Top);
    }

    private static void Ring(Artwork art, Box outer, double thickness, PdfColor color)
        => art.FillColor(color).Rectangle(outer).Rectangle(outer.Inset(thickness)).FillEvenOdd();

    /// <summary>A row of petals along one side, pointing inward, from one corner block to the next.</summary>
    private static void Petals(Artwork art, double x, double y, double degrees, double length)
    {
        var room = length - BandWidth;
        var count = (int)Math.Round(room / PetalPitch);
        var pitch = room / count;
        art.Save().Translate(x, y).Rotate(degrees).Translate((BandWidth / 2) + (pitch / 2), 0);
        for (var i = 0; i < count; i++)
        {
            Petal(art, pitch);
            art.Translate(pitch, 0);
        }

        art.Restore();
    }

    private static void Petal(Artwork art, double pitch)
    {
        var half = pitch / 2;
        const double foot = (-BandWidth / 2) + 0.35;
        const double tip = (BandWidth / 2) - 0.55;

        // The outer petal as a line of even-odd thickness, its heart, and a bud in the gap beside it.
        art.FillColor(PaleGold);
        Leaf(art, half - 0.12, foot, tip);
        Leaf(art, half - 0.48, foot, tip - 0.75);
        art.FillEvenOdd().FillColor(Gold);
        Leaf(art, half - 1.05, foot + 0.25, tip - 1.35);
        art.Circle(half, tip - 0.45, 0.3).Fill();
    }

    /// <summary>A pointed arch on a flat foot: the petal of Khmer lotus friezes.</summary>
    private static void Leaf(Artwork art, double half, double foot, double tip)
    {
        var height = tip - foot;
        art.MoveTo(-half * 0.82, foot)
            .CurveTo(-half * 1.15, foot + (height * 0.45), -half * 0.55, foot + (height * 0.72), 0, tip)
            .CurveTo(half * 0.55, foot + (height * 0.72), half * 1.15, foot + (height * 0.45), half * 0.82, foot)
            .Close();
    }

    private static void Corner(Artwork art, double x, double y)
    {
        const double half = (BandWidth / 2) + 0.35;
        art.FillColor(Navy).Rectangle(new Box(x - half, y - half, 2 * half, 2 * half)).Fill();
        art.Save().Translate(x, y).FillColor(PaleGold);
        for (var i = 0; i < 8; i++)
        {
            Drop(art, 0.45, 0.45, i % 2 == 0 ? 2.15 : 1.75);
            art.Fill().Rotate(45);
        }

        art.FillColor(Navy).Circle(0, 0, 0.62).Fill().FillColor(PaleGold).Circle(0, 0, 0.34).Fill();
        art.Restore();
    }

    /// <summary>The flourish under the motto: a lotus, a tapering stem to each side, buds at its ends.</summary>
    private static void Ornament(Artwork art, double x, double y)
    {
        art.Save().Transform(1.3, 0, 0, 1.3, x, y).FillColor(Gold);
        Wing(art);
        art.Save().Transform(-1, 0, 0, 1, 0, 0);
        Wing(art);
        art.Restore();

        art.FillColor(Navy);
        foreach (var degrees in (ReadOnlySpan<double>)[62, -62, 31, -31, 0])
        {
            art.Save().Translate(0, -1.1).Rotate(degrees);
            Drop(art, degrees == 0 ? 0.62 : 0.5, 0.35, degrees == 0 ? 3.3 : Math.Abs(degrees) < 40 ? 2.9 : 2.6);
            art.Fill().Restore();
        }

        art.FillColor(Gold).Circle(0, -1.35, 0.42).Fill().Restore();
    }

    private static void Wing(Artwork art)
    {
        // The stem, thick where it swings up and thin at its end.
        art.MoveTo(2.7, -0.9)
            .CurveTo(4.6, 1.25, 7.4, 1.3, 9.8, 0.15)
            .CurveTo(12.2, -1.0, 15.0, -0.95, 18.4, -0.1)
            .CurveTo(15.0, -0.45, 12.6, -0.35, 10.2, 0.8)
            .CurveTo(7.4, 2.15, 4.2, 1.7, 2.7, -0.9)
            .Close().Fill();

        // A tendril that curls under the swing, and a leaf over the fall.
        art.MoveTo(4.2, 0.15)
            .CurveTo(5.2, -1.9, 8.3, -1.9, 8.2, -0.55)
            .CurveTo(8.1, 0.25, 6.9, 0.2, 6.95, -0.5)
            .CurveTo(7.2, -0.1, 7.75, -0.15, 7.75, -0.6)
            .CurveTo(7.75, -1.4, 5.6, -1.35, 4.2, 0.15)
            .Close().Fill();
        art.MoveTo(10.4, 0.75)
            .CurveTo(11.3, 2.0, 13.2, 1.95, 14.4, 0.75)
            .CurveTo(13.1, 1.05, 11.8, 0.5, 10.4, 0.75)
            .Close().Fill();
        art.Circle(19.5, -0.1, 0.4).Circle(20.9, -0.1, 0.28).Circle(22.0, -0.1, 0.18).Fill();
    }

    /// <summary>A petal of a rosette: pointed above, from <paramref name="from"/> to <paramref name="to"/> on the y axis.</summary>
    private static void Drop(Artwork art, double half, double from, double to)
    {
        var middle = from + ((to - from) * 0.45);
        art.MoveTo(0, from)
            .CurveTo(half * 1.3, from + ((middle - from) * 0.4), half * 1.3, middle + ((to - middle) * 0.3), 0, to)
            .CurveTo(-half * 1.3, middle + ((to - middle) * 0.3), -half * 1.3, from + ((middle - from) * 0.4), 0, from)
            .Close();
    }

    private static void Ellipse(Artwork art, double a, double b)
    {
        const double k = 0.5523;
        art.MoveTo(a, 0)
            .CurveTo(a, k * b, k * a, b, 0, b)
            .CurveTo(-k * a, b, -a, k * b, -a, 0)
            .CurveTo(-a, -k * b, -k * a, -b, 0, -b)
            .CurveTo(k * a, -b, a, -k * b, a, 0)
            .Close();
    }
}
