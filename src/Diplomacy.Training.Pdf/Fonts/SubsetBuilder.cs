using System.Buffers.Binary;
using System.Text;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>
/// Writes the TrueType subset for a PDF (tables glyf, head, hhea, hmtx, loca, maxp): first .notdef, then one glyph
/// per cluster, then the parts that clusters are composed of. A cluster of several glyphs becomes a composite
/// glyph. Instructions are left out, since they refer to tables that a subset does not carry.
/// </summary>
internal sealed class SubsetBuilder
{
    private readonly FontFace _face;
    private readonly GlyphOutlines _outlines;
    private readonly IReadOnlyList<ClusterGlyph> _clusters;
    private readonly Dictionary<int, int> _homes = [];
    private readonly List<int> _parts = [];
    private readonly BigEndianBuffer _glyf = new(16 * 1024);
    private readonly BigEndianBuffer _loca = new(2 * 1024);
    private readonly BigEndianBuffer _hmtx = new(2 * 1024);
    private int _mostParts = 1;

    public SubsetBuilder(FontFace face, IReadOnlyList<ClusterGlyph> clusters)
    {
        _face = face;
        _outlines = face.Outlines;
        _clusters = clusters;
    }

    public byte[] Build()
    {
        AssignHomes();
        AddGlyph(_outlines.Advance(0), _outlines.LeftBearing(0), () => CopyGlyph(0));
        foreach (var cluster in _clusters)
        {
            AddCluster(cluster);
        }

        // The list grows while parts of parts are met.
        for (var i = 0; i < _parts.Count; i++)
        {
            var part = _parts[i];
            AddGlyph(_outlines.Advance(part), _outlines.LeftBearing(part), () => CopyGlyph(part));
        }

        _loca.UInt32((uint)_glyf.Length);
        return Assemble();
    }

    /// <summary>A glyph that stands alone in some cluster is also the part that composites refer to.</summary>
    private void AssignHomes()
    {
        for (var i = 0; i < _clusters.Count; i++)
        {
            if (IsPlain(_clusters[i]))
            {
                _homes.TryAdd(_clusters[i].Placements[0].Glyph, i + 1);
            }
        }
    }

    private bool IsPlain(ClusterGlyph cluster) => cluster.IsPlain && cluster.Width == _outlines.Advance(cluster.Placements[0].Glyph);

    private int HomeOf(int glyph)
    {
        if (!_homes.TryGetValue(glyph, out var home))
        {
            home = 1 + _clusters.Count + _parts.Count;
            _parts.Add(glyph);
            _homes.Add(glyph, home);
        }

        return home;
    }

    private void AddCluster(ClusterGlyph cluster)
    {
        if (cluster.Placements.IsEmpty)
        {
            AddGlyph(cluster.Width, 0, static () => { });
        }
        else if (IsPlain(cluster) && _homes[cluster.Placements[0].Glyph] == _hmtx.Length / 4)
        {
            var glyph = cluster.Placements[0].Glyph;
            AddGlyph(cluster.Width, _outlines.LeftBearing(glyph), () => CopyGlyph(glyph));
        }
        else
        {
            var box = BoxOf(cluster);
            AddGlyph(cluster.Width, box.Left, () => Compose(cluster, box));
        }
    }

    private void AddGlyph(int advance, int leftBearing, Action write)
    {
        _loca.UInt32((uint)_glyf.Length);
        write();
        _glyf.Pad(4);
        _hmtx.UInt16(advance);
        _hmtx.Int16(leftBearing);
    }

    private void CopyGlyph(int glyph)
    {
        var bytes = _outlines.Bytes(glyph);
        if (bytes.IsEmpty)
        {
            return;
        }

        var start = _glyf.Length;
        if (_outlines.IsComposite(glyph))
        {
            var parts = _outlines.Parts(glyph).ToArray();
            _glyf.Bytes(bytes[..(parts[^1].Position + parts[^1].Length)]);
            foreach (var part in parts)
            {
                _glyf.Overwrite(start + part.Position, (ushort)(part.Flags & ~GlyphPart.Instructions));
                _glyf.Overwrite(start + part.Position + 2, (ushort)HomeOf(part.Glyph));
            }

            _mostParts = Math.Max(_mostParts, parts.Length);
            return;
        }

        var afterContours = 10 + (BinaryPrimitives.ReadInt16BigEndian(bytes) * 2);
        var instructions = BinaryPrimitives.ReadUInt16BigEndian(bytes[afterContours..]);
        _glyf.Bytes(bytes[..afterContours]);
        _glyf.UInt16(0);
        _glyf.Bytes(bytes[(afterContours + 2 + instructions)..]);
    }

    private void Compose(ClusterGlyph cluster, GlyphBox box)
    {
        _glyf.Int16(-1);
        _glyf.Int16(box.Left);
        _glyf.Int16(box.Bottom);
        _glyf.Int16(box.Right);
        _glyf.Int16(box.Top);
        var placements = cluster.Placements;
        for (var i = 0; i < placements.Length; i++)
        {
            var more = i + 1 < placements.Length ? GlyphPart.MoreParts : 0;
            _glyf.UInt16(GlyphPart.WordArguments | GlyphPart.ArgumentsAreOffsets | more);
            _glyf.UInt16(HomeOf(placements[i].Glyph));
            _glyf.Int16(placements[i].X + BearingShift(placements[i].Glyph));
            _glyf.Int16(placements[i].Y);
        }

        _mostParts = Math.Max(_mostParts, placements.Length);
    }

    /// <summary>A rasteriser moves a glyph so that its box begins at its left bearing, but leaves the parts of a composite where they are.</summary>
    private int BearingShift(int glyph) => _outlines.LeftBearing(glyph) - _outlines.Box(glyph).Left;

    private GlyphBox BoxOf(ClusterGlyph cluster)
    {
        int left = short.MaxValue, bottom = short.MaxValue, right = short.MinValue, top = short.MinValue;
        foreach (var placement in cluster.Placements)
        {
            var box = _outlines.Box(placement.Glyph);
            var x = placement.X + BearingShift(placement.Glyph);
            left = Math.Min(left, box.Left + x);
            right = Math.Max(right, box.Right + x);
            bottom = Math.Min(bottom, box.Bottom + placement.Y);
            top = Math.Max(top, box.Top + placement.Y);
        }

        return new GlyphBox(Clamp(left), Clamp(bottom), Clamp(right), Clamp(top));

        static short Clamp(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);
    }

    private byte[] Assemble()
    {
        var count = _hmtx.Length / 4;
        var head = _face.Tables.Require("head", 54)[..54].ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var hhea = _face.Tables.Require("hhea", 36)[..36].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)count);
        return WriteFile(
        [
            ("glyf", _glyf.Memory), ("head", head), ("hhea", hhea), ("hmtx", _hmtx.Memory), ("loca", _loca.Memory), ("maxp", MaximumProfile(count)),
        ]);
    }

    private byte[] MaximumProfile(int count)
    {
        var maxp = _face.Tables.Require("maxp", 32)[..32].ToArray();
        var depth = BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(30));
        Set(4, count);
        Set(10, Saturate(Math.Max(Get(6), Get(10)) * _mostParts));
        Set(12, Saturate(Math.Max(Get(8), Get(12)) * _mostParts));
        foreach (var instructionLimit in (ReadOnlySpan<int>)[16, 18, 20, 22, 24, 26])
        {
            Set(instructionLimit, 0);
        }

        Set(28, Math.Max(Get(28), _mostParts));
        Set(30, depth + 1);
        return maxp;

        int Get(int offset) => BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(offset));
        void Set(int offset, int value) => BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(offset), (ushort)value);
        static int Saturate(int value) => Math.Min(value, ushort.MaxValue);
    }

    private static byte[] WriteFile((string Tag, ReadOnlyMemory<byte> Bytes)[] tables)
    {
        var file = new BigEndianBuffer(12 + (tables.Length * 16) + tables.Sum(table => table.Bytes.Length + 3));
        file.UInt32(0x00010000);
        file.UInt16(tables.Length);
        // searchRange, entrySelector and rangeShift for 4 to 7 tables.
        file.UInt16(64);
        file.UInt16(2);
        file.UInt16((tables.Length * 16) - 64);
        var offset = 12 + (tables.Length * 16);
        var headAt = 0;
        foreach (var (tag, bytes) in tables)
        {
            headAt = tag == "head" ? offset : headAt;
            file.Bytes(Encoding.ASCII.GetBytes(tag));
            file.UInt32(SfntTables.Checksum(bytes.Span));
            file.UInt32((uint)offset);
            file.UInt32((uint)bytes.Length);
            offset += (bytes.Length + 3) & ~3;
        }

        foreach (var (_, bytes) in tables)
        {
            file.Bytes(bytes.Span);
            file.Pad(4);
        }

        var result = file.Written.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(headAt + 8), 0xB1B0AFBA - SfntTables.Checksum(result));
        return result;
    }
}
