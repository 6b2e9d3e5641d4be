using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using HarfBuzz = HarfBuzzSharp;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>
/// A TrueType font with glyf outlines, held in memory and ready to shape. Immutable and safe for use by several
/// threads at once; load a face once and keep it, because its native tables live as long as the object.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A face lives as long as whatever prints with it; its native tables are released by their own finalizers.")]
public sealed class FontFace
{
    private const ushort RestrictedLicence = 0x0002;
    private const ushort NoSubsetting = 0x0100;
    private const int PooledBuffers = 16;

    private static readonly HarfBuzz.Language LatinLanguage = new("en");

    private readonly HarfBuzz.Face _face;
    private readonly HarfBuzz.Font _font;
    private readonly ConcurrentBag<HarfBuzz.Buffer> _buffers = [];

    private FontFace(SfntTables tables, GlyphOutlines outlines, FontMetrics metrics, HarfBuzz.Face face)
    {
        Tables = tables;
        Outlines = outlines;
        Metrics = metrics;
        _face = face;
        _font = new HarfBuzz.Font(face);
        _font.SetFunctionsOpenType();
        DottedCircle = Nominal(0x25CC);
        Coeng = Nominal(KhmerScript.Coeng);
    }

    /// <summary>The PostScript name (name table, id 6) reduced to letters, digits and hyphens; <c>Font</c> where there is none.</summary>
    public string PostScriptName => Metrics.PostScriptName;

    /// <summary>Font units to the em: 16 to 16384.</summary>
    public int UnitsPerEm => Metrics.UnitsPerEm;

    internal SfntTables Tables { get; }

    internal GlyphOutlines Outlines { get; }

    internal FontMetrics Metrics { get; }

    /// <summary>Glyph of U+25CC, with which HarfBuzz marks a broken cluster; 0 where the face has none.</summary>
    internal int DottedCircle { get; }

    /// <summary>Glyph of the bare U+17D2, which a well-shaped line never shows; 0 where the face has none.</summary>
    internal int Coeng { get; }

    /// <summary>
    /// Reads a font file. The bytes are copied. Collections, WOFF, CFF outlines and fonts whose licence bits
    /// (OS/2 fsType) forbid embedding or subsetting are refused.
    /// </summary>
    /// <param name="bytes">The whole file, at most 64 MiB. It may come from anywhere: every offset and checksum is checked.</param>
    /// <exception cref="FontFormatException">The bytes are not a sound TrueType font that may be embedded.</exception>
    public static FontFace Load(ReadOnlySpan<byte> bytes)
    {
        var file = bytes.ToArray();
        var tables = SfntTables.Read(file);
        tables.Require("cmap", 4);
        var outlines = GlyphOutlines.Read(tables);
        var metrics = FontMetrics.Read(tables);
        if (tables["OS/2"] is { Length: >= 10 } os2)
        {
            var rights = BinaryPrimitives.ReadUInt16BigEndian(os2[8..]);
            if ((rights & 0x000F) == RestrictedLicence || (rights & NoSubsetting) != 0)
            {
                throw new FontFormatException("OS/2", $"has fsType 0x{rights:X4}, which forbids embedding or subsetting; use a font that its licence lets you embed.");
            }
        }

        return new FontFace(tables, outlines, metrics, NativeFace(file));
    }

    /// <summary>Whether the face has a glyph of its own for the character.</summary>
    public bool Covers(Rune character) => Nominal(character.Value) != 0;

    /// <summary>
    /// Shapes a text of one script as one run, left to right, without fallback to another face. It is the call
    /// behind every line on a page, and lets an administrator test a font before a ministry prints with it.
    /// </summary>
    /// <param name="text">The text in logical order. A character that the face lacks comes back as glyph 0.</param>
    /// <param name="script">The script to shape for; it decides which OpenType rules apply.</param>
    /// <returns>The glyphs from left to right.</returns>
    public IReadOnlyList<ShapedGlyph> Shape(string text, WritingScript script)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Shape(text, 0, text.Length, script);
    }

    internal ShapedGlyph[] Shape(string text, int start, int length, WritingScript script)
    {
        var buffer = _buffers.TryTake(out var pooled) ? pooled : new HarfBuzz.Buffer();
        buffer.AddUtf16(text.AsSpan(), start, length);
        buffer.Direction = HarfBuzz.Direction.LeftToRight;
        buffer.Script = script == WritingScript.Khmer ? HarfBuzz.Script.Khmer : HarfBuzz.Script.Latin;
        buffer.Language = script == WritingScript.Khmer ? KhmerScript.ShapingLanguage : LatinLanguage;
        buffer.ClusterLevel = HarfBuzz.ClusterLevel.MonotoneGraphemes;
        _font.Shape(buffer);

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ShapedGlyph[infos.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = new ShapedGlyph(
                (int)infos[i].Codepoint, (int)infos[i].Cluster, positions[i].XAdvance, positions[i].XOffset, positions[i].YOffset);
        }

        buffer.Reset();
        if (_buffers.Count < PooledBuffers)
        {
            _buffers.Add(buffer);
        }
        else
        {
            buffer.Dispose();
        }

        return glyphs;
    }

    private int Nominal(int codePoint) => _font.TryGetNominalGlyph((uint)codePoint, out var glyph) ? (int)glyph : 0;

    private static HarfBuzz.Face NativeFace(byte[] file)
    {
        var pinned = GCHandle.Alloc(file, GCHandleType.Pinned);
        try
        {
            using var blob = new HarfBuzz.Blob(pinned.AddrOfPinnedObject(), file.Length, HarfBuzz.MemoryMode.Duplicate);
            blob.MakeImmutable();
            var face = new HarfBuzz.Face(blob, 0);
            face.MakeImmutable();
            return face;
        }
        finally
        {
            pinned.Free();
        }
    }
}
