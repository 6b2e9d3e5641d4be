using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>
/// Turns a line of text into placed clusters: divides it by script, chooses a face for each stretch, shapes with
/// HarfBuzz and gathers the glyphs of each cluster. Stateless and thread-safe.
/// </summary>
internal static class LineShaper
{
    /// <exception cref="MissingGlyphException">No face of the set draws a character.</exception>
    /// <exception cref="BrokenClusterException">HarfBuzz would mark a cluster as broken.</exception>
    public static ShapedLine Shape(string text, FontFamilySet fonts, string field)
    {
        PrintableText.Check(text, field);
        var runs = new List<ShapedRun>();
        foreach (var span in ScriptItemizer.Divide(text))
        {
            foreach (var (start, length, face) in ChooseFaces(text, span, fonts.For(span.Script), field))
            {
                runs.Add(new ShapedRun(face, span.Script, ShapeRun(text, start, length, face, span.Script, field)));
            }
        }

        return new ShapedLine(runs);
    }

    private static List<(int Start, int Length, FontFace Face)> ChooseFaces(
        string text, ScriptSpan span, IReadOnlyList<FontFace> faces, string field)
    {
        var chosen = new List<(int Start, int Length, FontFace Face)>(1);
        if (faces[0] is var first && FirstUncovered(text.AsSpan(span.Start, span.Length), first) is null)
        {
            chosen.Add((span.Start, span.Length, first));
            return chosen;
        }

        var end = span.Start + span.Length;
        for (var start = span.Start; start < end;)
        {
            var length = UnitLength(text, start, end);
            var unit = text.AsSpan(start, length);
            FontFace? face = null;
            foreach (var candidate in faces)
            {
                if (FirstUncovered(unit, candidate) is null)
                {
                    face = candidate;
                    break;
                }
            }

            if (face is null)
            {
                throw new MissingGlyphException(CulpritOf(unit, faces), field, text);
            }

            if (chosen.Count > 0 && chosen[^1].Face == face)
            {
                var last = chosen[^1];
                chosen[^1] = (last.Start, last.Length + length, face);
            }
            else
            {
                chosen.Add((start, length, face));
            }

            start += length;
        }

        return chosen;
    }

    /// <summary>A base character with its marks, its joiners and the letters that coengs put below it: never divided between faces.</summary>
    private static int UnitLength(string text, int start, int end)
    {
        var position = start;
        var afterCoeng = true;
        while (position < end)
        {
            var rune = Rune.GetRuneAt(text, position);
            var continues = afterCoeng
                || PrintableText.IsInkless(rune.Value)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
            if (!continues)
            {
                break;
            }

            afterCoeng = rune.Value == KhmerScript.Coeng;
            position += rune.Utf16SequenceLength;
        }

        return position - start;
    }

    private static int? FirstUncovered(ReadOnlySpan<char> text, FontFace face)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!PrintableText.IsInkless(rune.Value) && !face.Covers(rune))
            {
                return ComposedIsCovered(text, face) ? null : rune.Value;
            }
        }

        return null;
    }

    /// <summary>HarfBuzz composes a letter and its marks where the face has only the composed letter.</summary>
    private static bool ComposedIsCovered(ReadOnlySpan<char> text, FontFace face)
    {
        var composed = text.ToString().Normalize(NormalizationForm.FormC);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (!PrintableText.IsInkless(rune.Value) && !face.Covers(rune))
            {
                return false;
            }
        }

        return true;
    }

    private static int CulpritOf(ReadOnlySpan<char> unit, IReadOnlyList<FontFace> faces)
    {
        foreach (var rune in unit.EnumerateRunes())
        {
            if (!PrintableText.IsInkless(rune.Value) && !faces.Any(face => face.Covers(rune)))
            {
                return rune.Value;
            }
        }

        return FirstUncovered(unit, faces[0]) ?? Rune.GetRuneAt(unit.ToString(), 0).Value;
    }

    private static PlacedCluster[] ShapeRun(string text, int start, int length, FontFace face, WritingScript script, string field)
    {
        var glyphs = face.Shape(text, start, length, script);
        var clusters = new List<PlacedCluster>(glyphs.Length);
        for (var first = 0; first < glyphs.Length;)
        {
            var begin = glyphs[first].Cluster;
            var next = first + 1;
            while (next < glyphs.Length && glyphs[next].Cluster == begin)
            {
                next++;
            }

            var end = next < glyphs.Length ? glyphs[next].Cluster : start + length;
            clusters.Add(Gather(text, begin, end, glyphs.AsSpan(first, next - first), face, field));
            first = next;
        }

        return CollectionsMarshal.AsSpan(clusters).ToArray();
    }

    private static PlacedCluster Gather(string text, int begin, int end, ReadOnlySpan<ShapedGlyph> glyphs, FontFace face, string field)
    {
        var characters = text.AsSpan(begin, end - begin);
        var advance = 0;
        var placements = new List<GlyphPlacement>(glyphs.Length);
        foreach (var glyph in glyphs)
        {
            Refuse(glyph, characters, face, text, begin, field);
            if (!face.Outlines.IsEmpty(glyph.Glyph))
            {
                placements.Add(new GlyphPlacement(glyph.Glyph, advance + glyph.OffsetX, glyph.OffsetY));
            }

            advance += glyph.Advance;
        }

        var own = new ClusterGlyph(
            characters.ToString(),
            [.. placements],
            // A single glyph keeps the width of its font, so that kerning does not multiply glyphs.
            glyphs.Length == 1 && !PrintableText.IsInkless(characters)
                ? face.Outlines.Advance(glyphs[0].Glyph)
                : Math.Clamp(advance, 0, ushort.MaxValue));
        if (placements.Exists(part => Math.Abs(part.X) > short.MaxValue / 2 || Math.Abs(part.Y) > short.MaxValue / 2))
        {
            throw new BrokenClusterException(begin, Rune.GetRuneAt(text, begin).Value, field, text);
        }

        return new PlacedCluster(own, advance);
    }

    private static void Refuse(ShapedGlyph glyph, ReadOnlySpan<char> characters, FontFace face, string text, int begin, string field)
    {
        if (glyph.Glyph == 0)
        {
            throw new MissingGlyphException(Rune.GetRuneAt(text, begin).Value, field, text);
        }

        if (glyph.Glyph >= face.Outlines.Count)
        {
            throw new FontFormatException("GSUB", $"leads to glyph {glyph.Glyph} of a font with {face.Outlines.Count}.");
        }

        var isMarker = glyph.Glyph == face.DottedCircle && face.DottedCircle != 0 && !characters.Contains('\u25CC');
        if (isMarker || (glyph.Glyph == face.Coeng && face.Coeng != 0))
        {
            throw new BrokenClusterException(begin, Rune.GetRuneAt(text, begin).Value, field, text);
        }
    }
}
