using System.Buffers.Binary;
using System.Text;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>
/// The table directory of a TrueType file (OpenType 1.9, "otff"). Every range is checked against the file and
/// every table and the whole file against their checksums, because a font damaged in GSUB would still draw, but draw Khmer unshaped.
/// </summary>
internal sealed class SfntTables
{
    private const uint TrueTypeVersion = 0x00010000;
    private const uint AppleTrueType = 0x74727565;
    private const uint CompactFontFormat = 0x4F54544F;
    private const int MaximumBytes = 64 << 20;

    private readonly byte[] _file;
    private readonly Dictionary<string, Range> _tables;

    private SfntTables(byte[] file, Dictionary<string, Range> tables)
    {
        _file = file;
        _tables = tables;
    }

    public static SfntTables Read(byte[] file)
    {
        if (file.Length < 12)
        {
            throw new FontFormatException($"The font ends after {file.Length} bytes; a TrueType file begins with a header of 12.");
        }

        if (file.Length > MaximumBytes)
        {
            throw new FontFormatException($"The font has {file.Length} bytes; at most {MaximumBytes} are read.");
        }

        var version = BinaryPrimitives.ReadUInt32BigEndian(file);
        if (version is CompactFontFormat)
        {
            throw new FontFormatException("The font has CFF outlines (OTTO); use its TrueType edition (.ttf with a glyf table).");
        }

        if (version is not (TrueTypeVersion or AppleTrueType))
        {
            throw new FontFormatException($"The font begins with 0x{version:X8}, not with the TrueType version 0x00010000; collections and WOFF must be unpacked first.");
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        if (12 + (count * 16) > file.Length)
        {
            throw new FontFormatException($"The font announces {count} tables, but ends within their directory.");
        }

        var tables = new Dictionary<string, Range>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var entry = file.AsSpan(12 + (i * 16), 16);
            var tag = Encoding.Latin1.GetString(entry[..4]);
            var checksum = BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
            var offset = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
            if ((ulong)offset + length > (ulong)file.Length)
            {
                throw new FontFormatException(tag, $"lies at {offset} for {length} bytes, beyond the {file.Length} bytes of the file.");
            }

            var range = (int)offset..(int)(offset + length);
            if (Checksum(file.AsSpan(range), isHead: tag == "head") != checksum)
            {
                throw new FontFormatException(tag, "does not match its checksum; the file is damaged, take a fresh copy.");
            }

            if (!tables.TryAdd(tag, range))
            {
                throw new FontFormatException(tag, "stands twice in the directory.");
            }
        }

        RequireWhole(file, tables);
        return new SfntTables(file, tables);
    }

    public ReadOnlySpan<byte> this[string tag] => _tables.TryGetValue(tag, out var range) ? _file.AsSpan(range) : [];

    /// <summary>The table, which must be there and have at least <paramref name="minimum"/> bytes.</summary>
    public ReadOnlySpan<byte> Require(string tag, int minimum)
    {
        if (!_tables.TryGetValue(tag, out var range))
        {
            throw new FontFormatException(tag, "is missing; a TrueType font with glyf outlines is needed.");
        }

        var table = _file.AsSpan(range);
        return table.Length >= minimum
            ? table
            : throw new FontFormatException(tag, $"has {table.Length} bytes; at least {minimum} are needed.");
    }

    /// <summary>
    /// The checksum of the whole file (OpenType 1.9, "otff", checkSumAdjustment): it covers the directory too, where a changed
    /// tag would make GSUB a table of another name, and so Khmer unshaped.
    /// </summary>
    private static void RequireWhole(byte[] file, Dictionary<string, Range> tables)
    {
        const uint Whole = 0xB1B0AFBA;
        if (!tables.TryGetValue("head", out var head) || head.End.Value - head.Start.Value < 12)
        {
            // What needs the table says that it is missing or too short.
            return;
        }

        var adjustment = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(head.Start.Value + 8));
        if (head.Start.Value % 4 != 0 || Whole - (Checksum(file) - adjustment) != adjustment)
        {
            throw new FontFormatException("head", "has a checksum that does not match the file; the file is damaged, take a fresh copy.");
        }
    }

    /// <summary>Sum of big-endian 32-bit words, the last one padded with zeros; head without its checkSumAdjustment.</summary>
    public static uint Checksum(ReadOnlySpan<byte> table, bool isHead = false)
    {
        var sum = 0u;
        var whole = table.Length & ~3;
        for (var i = 0; i < whole; i += 4)
        {
            sum += isHead && i == 8 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(table[i..]);
        }

        Span<byte> last = stackalloc byte[4];
        last.Clear();
        table[whole..].CopyTo(last);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(last);
    }
}
