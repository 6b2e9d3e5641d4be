using System.Globalization;

namespace Diplomacy.Training.Pdf;

/// <summary>A text does not fit its place on the page even at the smallest size that the design allows.</summary>
public sealed class TextOverflowException : PdfTextException
{
    internal TextOverflowException(double needed, double available, double minimumSize, string dimension, string field, string text)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{field}: the text needs {needed:0.0} mm of {dimension} at its smallest size of {minimumSize:0.#} pt, but has {available:0.0} mm; shorten it, or divide it with spaces or U+200B where it may break."),
            field,
            text)
    {
        NeededMillimetres = needed;
        AvailableMillimetres = available;
        MinimumSize = minimumSize;
    }

    /// <summary>Width or height that the text takes at <see cref="MinimumSize"/>, in millimetres.</summary>
    public double NeededMillimetres { get; }

    /// <summary>Width or height of its place, in millimetres.</summary>
    public double AvailableMillimetres { get; }

    /// <summary>The smallest size that was tried, in points.</summary>
    public double MinimumSize { get; }
}
