using Diplomacy.Training.Pdf.Drawing;
using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf.Certificates;

/// <summary>A line and the size at which it fits.</summary>
internal readonly record struct FittedLine(ShapedLine Line, double Size, double Spacing)
{
    public double Width => Line.Width(Size, Spacing) - Spacing;
}

/// <summary>
/// Makes texts fit their places: first at the wanted size, then in steps of a quarter point down to the smallest, then
/// not at all (<see cref="TextOverflowException"/>). Breaks stand only at spaces and U+200B, where an author put them.
/// </summary>
internal sealed class TextFitter
{
    private const double Step = 0.25;
    private const char ZeroWidthSpace = '\u200B';

    private readonly LineSource _lines;

    public TextFitter(LineSource lines) => _lines = lines;

    public FittedLine FitLine(string text, TextStyle style, double width, string field, bool recurs)
    {
        var line = _lines.Shape(text, style.Fonts, field, recurs);
        for (var size = style.Size; ; size = Math.Max(size - Step, style.MinimumSize))
        {
            var fitted = new FittedLine(line, size, size * style.Tracking);
            if (fitted.Width <= width)
            {
                return fitted;
            }

            if (size <= style.MinimumSize)
            {
                throw Overflow(fitted.Width, width, style, "width", field, text);
            }
        }
    }

    /// <summary>Fits a block of lines, all at one size; a line too wide goes on in the next.</summary>
    /// <param name="texts">The lines as the author divided them.</param>
    /// <param name="style">Faces and sizes.</param>
    /// <param name="width">In points.</param>
    /// <param name="height">In points.</param>
    /// <param name="leading">Distance of baselines as a multiple of the size.</param>
    /// <param name="field">The property the lines come from; the line's index is added to it in errors.</param>
    /// <param name="recurs">Whether other certificates of the series print the same lines.</param>
    public IReadOnlyList<FittedLine> FitBlock(
        IReadOnlyList<string> texts, TextStyle style, double width, double height, double leading, string field, bool recurs)
    {
        for (var size = style.Size; ; size = Math.Max(size - Step, style.MinimumSize))
        {
            var last = size <= style.MinimumSize;
            var lines = new List<FittedLine>(texts.Count);
            var fits = true;
            for (var i = 0; fits && i < texts.Count; i++)
            {
                fits = TryBreak(texts[i], style with { Size = size }, width, $"{field}[{i}]", recurs, lines, mustFit: last);
            }

            var taken = lines.Count * size * leading;
            if (fits && taken <= height)
            {
                return lines;
            }

            if (last)
            {
                throw Overflow(taken, height, style, "height", field, string.Join('\n', texts));
            }
        }
    }

    private bool TryBreak(string text, TextStyle style, double width, string field, bool recurs, List<FittedLine> lines, bool mustFit)
    {
        var whole = Measure(text, style, field, recurs);
        if (whole.Width <= width)
        {
            lines.Add(whole);
            return true;
        }

        var start = 0;
        while (start < text.Length)
        {
            var (end, fitted) = LongestThatFits(text, start, style, width, field);
            if (fitted is not { } line)
            {
                return mustFit
                    ? throw Overflow(Measure(text[start..end], style, field, recurs: false).Width, width, style, "width", field, text)
                    : false;
            }

            lines.Add(line);
            start = SkipBreaks(text, end);
        }

        return true;
    }

    private (int End, FittedLine? Line) LongestThatFits(string text, int start, TextStyle style, double width, string field)
    {
        (int End, FittedLine? Line) best = default;
        for (var end = NextBreak(text, start); ; end = NextBreak(text, SkipBreaks(text, end)))
        {
            var candidate = Measure(text[start..end], style, field, recurs: false);
            if (candidate.Width > width)
            {
                return best.Line is null ? (end, null) : best;
            }

            best = (end, candidate);
            if (end == text.Length)
            {
                return best;
            }
        }
    }

    private FittedLine Measure(string text, TextStyle style, string field, bool recurs)
        => new(_lines.Shape(text, style.Fonts, field, recurs), style.Size, style.Size * style.Tracking);

    private static int NextBreak(string text, int start)
    {
        var at = text.AsSpan(start).IndexOfAny(' ', ZeroWidthSpace);
        return at < 0 ? text.Length : start + at;
    }

    private static int SkipBreaks(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or ZeroWidthSpace)
        {
            position++;
        }

        return position;
    }

    private static TextOverflowException Overflow(double needed, double available, TextStyle style, string dimension, string field, string text)
        => new(Page.ToMillimetres(needed), Page.ToMillimetres(available), style.MinimumSize, dimension, field, text);
}
