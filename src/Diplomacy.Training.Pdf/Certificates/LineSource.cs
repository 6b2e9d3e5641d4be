using System.Collections.Concurrent;
using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf.Certificates;

/// <summary>
/// Shapes lines and remembers those that recur on every certificate of a series. Lines about one person are shaped
/// afresh, so that no name outlives its page. Thread-safe.
/// </summary>
internal sealed class LineSource
{
    private const int Capacity = 512;

    private readonly ConcurrentDictionary<(string Text, FontFamilySet Fonts), ShapedLine> _kept = new();

    public ShapedLine Shape(string text, FontFamilySet fonts, string field, bool recurs)
    {
        if (!recurs)
        {
            return LineShaper.Shape(text, fonts, field);
        }

        if (_kept.TryGetValue((text, fonts), out var kept))
        {
            return kept;
        }

        var line = LineShaper.Shape(text, fonts, field);
        if (_kept.Count < Capacity)
        {
            _kept.TryAdd((text, fonts), line);
        }

        return line;
    }
}
