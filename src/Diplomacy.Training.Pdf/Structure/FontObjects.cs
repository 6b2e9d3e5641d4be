using System.Globalization;
using System.Security.Cryptography;
using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf.Structure;

/// <summary>
/// Writes a font subset as a composite font: Type0 with Identity-H over CIDFontType2 (ISO 32000-1, 9.7), with widths
/// equal to hmtx and a ToUnicode map that gives every identifier the whole text of its cluster.
/// </summary>
internal static class FontObjects
{
    private const int EntriesPerBlock = 100;

    public static void Write(PdfOutput output, int id, FontSubset subset)
    {
        var file = subset.BuildFile();
        var metrics = subset.Face.Metrics;
        var name = SubsetTag(file) + "+" + metrics.PostScriptName;
        var fontFile = output.WriteStream(output.Reserve(), string.Create(CultureInfo.InvariantCulture, $"/Length1 {file.Length}"), file);
        var descriptor = output.Write(Descriptor(name, metrics, fontFile));
        var descendant = output.Write(Descendant(name, subset, descriptor));
        var toUnicode = output.WriteStream(output.Reserve(), string.Empty, ToUnicode(subset.Clusters).Written);
        output.Write(id, new PdfBuffer()
            .Raw("<</Type/Font/Subtype/Type0/BaseFont/"u8).Raw(name).Raw("/Encoding/Identity-H/DescendantFonts["u8)
            .Reference(descendant).Raw("]/ToUnicode "u8).Reference(toUnicode).Raw(">>"u8));
    }

    /// <summary>Six letters that differ between subsets (9.6.4), drawn from the font's bytes and so the same every time.</summary>
    private static string SubsetTag(byte[] file)
    {
        var digest = SHA256.HashData(file);
        return string.Create(6, digest, static (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('A' + (bytes[i] % 26));
            }
        });
    }

    private static PdfBuffer Descriptor(string name, FontMetrics metrics, int fontFile)
    {
        const int symbolic = 4;
        double Scale(int units) => units * 1000.0 / metrics.UnitsPerEm;
        return new PdfBuffer()
            .Raw("<</Type/FontDescriptor/FontName/"u8).Raw(name)
            .Raw("/Flags "u8).Number(symbolic)
            .Raw("/FontBBox["u8).Operands(Scale(metrics.Box.Left), Scale(metrics.Box.Bottom), Scale(metrics.Box.Right), Scale(metrics.Box.Top))
            .Raw("]/ItalicAngle "u8).Number(metrics.ItalicAngle)
            .Raw("/Ascent "u8).Number(Scale(metrics.Ascent))
            .Raw("/Descent "u8).Number(Scale(metrics.Descent))
            .Raw("/CapHeight "u8).Number(Scale(metrics.CapHeight))
            // Stem width is not in TrueType; this is the usual estimate from the weight class.
            .Raw("/StemV "u8).Number(50 + (metrics.Weight * metrics.Weight / 4225.0))
            .Raw("/FontFile2 "u8).Reference(fontFile).Raw(">>"u8);
    }

    private static PdfBuffer Descendant(string name, FontSubset subset, int descriptor)
    {
        var scale = 1000.0 / subset.Face.UnitsPerEm;
        var buffer = new PdfBuffer(2048)
            .Raw("<</Type/Font/Subtype/CIDFontType2/BaseFont/"u8).Raw(name)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "u8)
            .Reference(descriptor)
            .Raw("/DW "u8).Number(subset.Face.Outlines.Advance(0) * scale)
            .Raw("/W[1["u8);
        foreach (var cluster in subset.Clusters)
        {
            buffer.Number(cluster.Width * scale).Raw(" "u8);
        }

        return buffer.Raw("]]>>"u8);
    }

    private static PdfBuffer ToUnicode(IReadOnlyList<ClusterGlyph> clusters)
    {
        var map = new PdfBuffer(4096).Raw(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """u8);
        for (var first = 0; first < clusters.Count; first += EntriesPerBlock)
        {
            var count = Math.Min(EntriesPerBlock, clusters.Count - first);
            map.Number(count).Raw(" beginbfchar\n"u8);
            for (var i = first; i < first + count; i++)
            {
                map.Raw("<"u8).HexUInt16(i + 1).Raw("> <"u8);
                foreach (var unit in clusters[i].Text)
                {
                    map.HexUInt16(unit);
                }

                map.Raw(">\n"u8);
            }

            map.Raw("endbfchar\n"u8);
        }

        return map.Raw("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"u8);
    }
}
