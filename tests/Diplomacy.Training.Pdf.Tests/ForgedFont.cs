using System.Buffers.Binary;
using System.Text;

namespace Diplomacy.Training.Pdf.Tests;

/// <summary>Fonts whose bytes were changed on purpose, with checksums made right again.</summary>
internal static class ForgedFont
{
    public static byte[] WithByte(byte[] font, string table, int position, byte value)
    {
        var forged = font.ToArray();
        var entry = EntryOf(forged, table);
        var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(forged.AsSpan(entry + 8));
        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(forged.AsSpan(entry + 12));
        forged[offset + (position % length)] = value;
        var sum = 0u;
        Span<byte> word = stackalloc byte[4];
        for (var i = 0; i < length; i += 4)
        {
            word.Clear();
            forged.AsSpan(offset + i, Math.Min(4, length - i)).CopyTo(word);
            sum += table == "head" && i == 8 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(word);
        }

        BinaryPrimitives.WriteUInt32BigEndian(forged.AsSpan(entry + 4), sum);
        var adjustment = forged.AsSpan(OffsetOf(forged, "head") + 8, 4);
        adjustment.Clear();
        var whole = 0u;
        for (var i = 0; i < forged.Length; i += 4)
        {
            word.Clear();
            forged.AsSpan(i, Math.Min(4, forged.Length - i)).CopyTo(word);
            whole += BinaryPrimitives.ReadUInt32BigEndian(word);
        }

        BinaryPrimitives.WriteUInt32BigEndian(adjustment, 0xB1B0AFBA - whole);
        return forged;
    }

    public static int OffsetOf(byte[] font, string table) => (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(EntryOf(font, table) + 8));

    private static int EntryOf(byte[] font, string table)
    {
        for (var entry = 12; ; entry += 16)
        {
            if (Encoding.ASCII.GetString(font, entry, 4) == table)
            {
                return entry;
            }
        }
    }
}
