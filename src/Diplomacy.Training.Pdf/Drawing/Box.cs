namespace Diplomacy.Training.Pdf.Drawing;

/// <summary>A rectangle in points, from the lower left corner of the page upward.</summary>
internal readonly record struct Box(double Left, double Bottom, double Width, double Height)
{
    public double Right => Left + Width;

    public double Top => Bottom + Height;

    public Box Inset(double by) => new(Left + by, Bottom + by, Width - (2 * by), Height - (2 * by));
}
