using System.Buffers.Binary;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>
/// The outlines of a font (tables head, maxp, hhea, hmtx, loca, glyf): bytes, boxes, advances and the parts of
/// composite glyphs. All of it is checked once, at load, so that subsetting never meets a bad offset.
/// </summary>
internal sealed class GlyphOutlines
{
    private const int MaximumDepth = 8;

    private readonly byte[] _glyf;
    private readonly int[] _offsets;
    private readonly ushort[] _advances;
    private readonly short[] _bearings;

    private GlyphOutlines(byte[] glyf, int[] offsets, ushort[] advances, short[] bearings)
    {
        _glyf = glyf;
        _offsets = offsets;
        _advances = advances;
        _bearings = bearings;
    }

    public int Count => _advances.Length;

    public static GlyphOutlines Read(SfntTables tables)
    {
        var head = tables.Require("head", 54);
        var count = BinaryPrimitives.ReadUInt16BigEndian(tables.Require("maxp", 32)[4..]);
        if (count == 0)
        {
            throw new FontFormatException("maxp", "announces no glyph.");
        }

        var longOffsets = BinaryPrimitives.ReadInt16BigEndian(head[50..]) switch
        {
            0 => false,
            1 => true,
            var other => throw new FontFormatException("head", $"has indexToLocFormat {other}; 0 or 1 is meant."),
        };
        var glyf = tables.Require("glyf", 0).ToArray();
        var offsets = ReadOffsets(tables.Require("loca", (count + 1) * (longOffsets ? 4 : 2)), count, longOffsets, glyf.Length);
        var (advances, bearings) = ReadMetrics(tables, count);
        var outlines = new GlyphOutlines(glyf, offsets, advances, bearings);
        outlines.CheckParts();
        return outlines;
    }

    public ReadOnlySpan<byte> Bytes(int glyph) => _glyf.AsSpan(_offsets[glyph].._offsets[glyph + 1]);

    public ushort Advance(int glyph) => _advances[glyph];

    public short LeftBearing(int glyph) => _bearings[glyph];

    public bool IsEmpty(int glyph) => _offsets[glyph] == _offsets[glyph + 1];

    public GlyphBox Box(int glyph)
    {
        var bytes = Bytes(glyph);
        return bytes.IsEmpty
            ? default
            : new GlyphBox(
                BinaryPrimitives.ReadInt16BigEndian(bytes[2..]),
                BinaryPrimitives.ReadInt16BigEndian(bytes[4..]),
                BinaryPrimitives.ReadInt16BigEndian(bytes[6..]),
                BinaryPrimitives.ReadInt16BigEndian(bytes[8..]));
    }

    public bool IsComposite(int glyph)
    {
        var bytes = Bytes(glyph);
        return !bytes.IsEmpty && BinaryPrimitives.ReadInt16BigEndian(bytes) < 0;
    }

    /// <summary>Walks the parts of a composite glyph: position of each record in the glyph's bytes, its flags, its length.</summary>
    public static IEnumerable<GlyphPart> Parts(ReadOnlyMemory<byte> bytes)
    {
        var position = 10;
        ushort flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[position..]);
            var glyph = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[(position + 2)..]);
            var length = 4 + ((flags & GlyphPart.WordArguments) != 0 ? 4 : 2);
            length += (flags & GlyphPart.Scale) != 0 ? 2
                : (flags & GlyphPart.ScaleXY) != 0 ? 4
                : (flags & GlyphPart.Matrix) != 0 ? 8
                : 0;
            yield return new GlyphPart(position, flags, glyph, length);
            position += length;
        }
        while ((flags & GlyphPart.MoreParts) != 0);
    }

    public IEnumerable<GlyphPart> Parts(int glyph) => Parts(_glyf.AsMemory(_offsets[glyph].._offsets[glyph + 1]));

    private static int[] ReadOffsets(ReadOnlySpan<byte> loca, int count, bool longOffsets, int glyfLength)
    {
        var offsets = new int[count + 1];
        for (var i = 0; i <= count; i++)
        {
            var offset = longOffsets
                ? BinaryPrimitives.ReadUInt32BigEndian(loca[(i * 4)..])
                : BinaryPrimitives.ReadUInt16BigEndian(loca[(i * 2)..]) * 2u;
            if (offset > glyfLength || (i > 0 && offset < offsets[i - 1]))
            {
                throw new FontFormatException("loca", $"points to {offset} for glyph {i}, outside glyf or before the glyph that precedes it.");
            }

            offsets[i] = (int)offset;
            if (i > 0 && offsets[i] - offsets[i - 1] is > 0 and < 10)
            {
                throw new FontFormatException("glyf", $"has fewer than 10 bytes for glyph {i - 1}.");
            }
        }

        return offsets;
    }

    private static (ushort[] Advances, short[] Bearings) ReadMetrics(SfntTables tables, int count)
    {
        var full = BinaryPrimitives.ReadUInt16BigEndian(tables.Require("hhea", 36)[34..]);
        if (full == 0 || full > count)
        {
            throw new FontFormatException("hhea", $"announces {full} metrics for {count} glyphs.");
        }

        var hmtx = tables.Require("hmtx", (full * 4) + ((count - full) * 2));
        var advances = new ushort[count];
        var bearings = new short[count];
        for (var i = 0; i < count; i++)
        {
            advances[i] = BinaryPrimitives.ReadUInt16BigEndian(hmtx[(Math.Min(i, full - 1) * 4)..]);
            bearings[i] = BinaryPrimitives.ReadInt16BigEndian(i < full ? hmtx[((i * 4) + 2)..] : hmtx[((full * 4) + ((i - full) * 2))..]);
        }

        return (advances, bearings);
    }

    private void CheckParts()
    {
        var depths = new int[Count];
        for (var glyph = 0; glyph < Count; glyph++)
        {
            Depth(glyph, depths, 0);
            var shift = IsEmpty(glyph) ? 0 : LeftBearing(glyph) - Box(glyph).Left;
            if (Math.Abs(shift) > short.MaxValue / 2)
            {
                throw new FontFormatException("hmtx", $"moves glyph {glyph} by {shift} units.");
            }
        }
    }

    private int Depth(int glyph, int[] depths, int above)
    {
        if (depths[glyph] > 0)
        {
            return depths[glyph];
        }

        if (!IsComposite(glyph))
        {
            CheckInstructions(glyph);
            return 0;
        }

        if (above >= MaximumDepth)
        {
            throw new FontFormatException("glyf", $"nests glyph {glyph} deeper than {MaximumDepth} levels, or within itself.");
        }

        var deepest = 0;
        try
        {
            foreach (var part in Parts(glyph))
            {
                if (part.Glyph >= Count || part.Position + part.Length > Bytes(glyph).Length)
                {
                    throw new FontFormatException("glyf", $"has a bad part in glyph {glyph}.");
                }

                deepest = Math.Max(deepest, Depth(part.Glyph, depths, above + 1));
            }
        }
        catch (ArgumentOutOfRangeException beyond)
        {
            throw new FontFormatException($"Font table 'glyf': the parts of glyph {glyph} run past its end.", beyond);
        }

        return depths[glyph] = deepest + 1;
    }

    private void CheckInstructions(int glyph)
    {
        var bytes = Bytes(glyph);
        if (bytes.IsEmpty)
        {
            return;
        }

        var afterContours = 10 + (BinaryPrimitives.ReadInt16BigEndian(bytes) * 2);
        if (afterContours + 2 > bytes.Length
            || afterContours + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[afterContours..]) > bytes.Length)
        {
            throw new FontFormatException("glyf", $"has contours or instructions that run past the end of glyph {glyph}.");
        }
    }
}
