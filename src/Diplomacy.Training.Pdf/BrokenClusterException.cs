using System.Globalization;

namespace Diplomacy.Training.Pdf;

/// <summary>
/// A sign stands where its script gives it nothing to stand on: a Khmer vowel without a consonant, a coeng without
/// a letter to put below. Drawn as given it would show a dotted circle or a bare coeng, so it is refused.
/// </summary>
public sealed class BrokenClusterException : PdfTextException
{
    internal BrokenClusterException(int index, int codePoint, string field, string text)
        : base(
            string.Create(CultureInfo.InvariantCulture, $"{field}: the cluster at index {index}, which begins with U+{codePoint:X4}, is not well formed in its script; correct the order or the missing letter."),
            field,
            text)
        => Index = index;

    /// <summary>Index of the cluster's first UTF-16 unit in <see cref="PdfTextException.Text"/>.</summary>
    public int Index { get; }
}
