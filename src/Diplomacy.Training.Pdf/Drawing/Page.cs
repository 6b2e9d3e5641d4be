namespace Diplomacy.Training.Pdf.Drawing;

/// <summary>Paper and its measures: designs think in millimetres from the upper left corner, PDF in points from the lower left.</summary>
internal static class Page
{
    public const double PointsPerMillimetre = 72 / 25.4;
    public const double A4AcrossWidth = 297;
    public const double A4AcrossHeight = 210;

    /// <summary>A4 across, in points.</summary>
    public static Box A4Across => new(0, 0, Points(A4AcrossWidth), Points(A4AcrossHeight));

    public static double Points(double millimetres) => millimetres * PointsPerMillimetre;

    public static double ToMillimetres(double points) => points / PointsPerMillimetre;
}
