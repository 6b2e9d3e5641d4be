using Spectre.Console;
using Spectre.Console.Rendering;

namespace TrainingConsole;

/// <summary>A line in pieces of different colours. It is written as it is: it has been laid out by the widths that the tables of this console count with.</summary>
internal sealed class StyledLine : IRenderable
{
    private readonly List<(string Text, Style Style)> _parts = [];

    internal StyledLine(string text = "", Style? style = null) => Add(text, style);

    internal string Text => string.Concat(_parts.Select(p => p.Text)).TrimEnd(' ');

    internal int Width => ConsoleWords.Width(Text);

    internal StyledLine Add(string text, Style? style = null)
    {
        _parts.Add((text, style ?? Style.Plain));
        return this;
    }

    internal StyledLine Add(StyledLine line)
    {
        _parts.AddRange(line._parts);
        return this;
    }

    public Measurement Measure(RenderOptions options, int maxWidth) => new(Width, Width);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach ((string text, Style style) in _parts.Where(p => p.Text.Length > 0))
        {
            yield return new(text, style);
        }

        yield return Segment.LineBreak;
    }
}
