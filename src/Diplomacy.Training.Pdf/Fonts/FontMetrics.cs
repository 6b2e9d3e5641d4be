using System.Buffers.Binary;
using System.Text;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>What a PDF font descriptor says of a face (ISO 32000-1, 9.8), in font units.</summary>
internal sealed record FontMetrics(string PostScriptName, int UnitsPerEm, GlyphBox Box, int Ascent, int Descent, int CapHeight, int Weight, double ItalicAngle)
{
    private const int WindowsPlatform = 3;
    private const int PostScriptNameId = 6;

    public static FontMetrics Read(SfntTables tables)
    {
        var head = tables.Require("head", 54);
        var unitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
        if (unitsPerEm is < 16 or > 16384)
        {
            throw new FontFormatException("head", $"has {unitsPerEm} units per em; 16 to 16384 are meant.");
        }

        var hhea = tables.Require("hhea", 36);
        var os2 = tables["OS/2"];
        var ascent = BinaryPrimitives.ReadInt16BigEndian(hhea[4..]);
        var post = tables["post"];
        return new FontMetrics(
            ReadName(tables["name"]),
            unitsPerEm,
            new GlyphBox(
                BinaryPrimitives.ReadInt16BigEndian(head[36..]),
                BinaryPrimitives.ReadInt16BigEndian(head[38..]),
                BinaryPrimitives.ReadInt16BigEndian(head[40..]),
                BinaryPrimitives.ReadInt16BigEndian(head[42..])),
            ascent,
            BinaryPrimitives.ReadInt16BigEndian(hhea[6..]),
            os2.Length >= 90 ? BinaryPrimitives.ReadInt16BigEndian(os2[88..]) : ascent,
            os2.Length >= 6 ? BinaryPrimitives.ReadUInt16BigEndian(os2[4..]) : 400,
            post.Length >= 8 ? BinaryPrimitives.ReadInt32BigEndian(post[4..]) / 65536.0 : 0);
    }

    private static string ReadName(ReadOnlySpan<byte> names)
    {
        if (names.Length < 6)
        {
            return "Font";
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(names[2..]);
        var strings = BinaryPrimitives.ReadUInt16BigEndian(names[4..]);
        for (var i = 0; i < count && 6 + ((i + 1) * 12) <= names.Length; i++)
        {
            var record = names.Slice(6 + (i * 12), 12);
            if (BinaryPrimitives.ReadUInt16BigEndian(record) != WindowsPlatform
                || BinaryPrimitives.ReadUInt16BigEndian(record[6..]) != PostScriptNameId)
            {
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(record[8..]);
            var start = strings + BinaryPrimitives.ReadUInt16BigEndian(record[10..]);
            if (start + length <= names.Length)
            {
                return Clean(Encoding.BigEndianUnicode.GetString(names.Slice(start, length)));
            }
        }

        return "Font";
    }

    private static string Clean(string name)
    {
        var clean = new string([.. name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(60)]);
        return clean.Length == 0 ? "Font" : clean;
    }
}
