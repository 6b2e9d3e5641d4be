using System.Text;

namespace Diplomacy.Training;

/// <summary>From bytes to the sequence of codewords that a symbol carries (ISO/IEC 18004, 7.4 to 7.6).</summary>
internal static class QrCodewords
{
    /// <summary>The width of the ECI header: mode 0111 and the designator (7.4.2).</summary>
    public const int EciBits = 4 + 8;

    private const int Utf8Designator = 26;

    /// <summary>Whether the bytes mean something else in ISO/IEC 8859-1, which readers assume by default.</summary>
    public static bool NeedsEci(ReadOnlySpan<byte> utf8) => !Ascii.IsValid(utf8);

    /// <summary>Writes the ECI header if needed, segments, terminator and padding (7.4.2 to 7.4.10).</summary>
    /// <param name="utf8">The text; it fits.</param>
    /// <param name="version">1 to 40.</param>
    /// <param name="data">All data codewords of the version and level, zeroed.</param>
    public static void WriteData(ReadOnlySpan<byte> utf8, int version, Span<byte> data)
    {
        Span<QrMode> modes = utf8.Length <= 512 ? stackalloc QrMode[utf8.Length] : new QrMode[utf8.Length];
        QrSegmentation.Divide(utf8, version, modes);
        var writer = new QrBitWriter(data);
        if (NeedsEci(utf8))
        {
            writer.Write((0b0111 << 8) | Utf8Designator, EciBits);
        }

        for (int start = 0; start < utf8.Length;)
        {
            int length = modes[start..].IndexOfAnyExcept(modes[start]);
            length = length < 0 ? utf8.Length - start : length;
            WriteSegment(ref writer, utf8.Slice(start, length), modes[start], version);
            start += length;
        }

        int terminated = Math.Min(writer.Position + 4, data.Length * 8);
        byte pad = 0xEC;
        for (int i = (terminated + 7) / 8; i < data.Length; i++)
        {
            data[i] = pad;
            pad ^= 0xEC ^ 0x11;
        }
    }

    /// <summary>Adds error correction block by block and interleaves the blocks (7.5, 7.6).</summary>
    /// <param name="data">The data codewords of the version and level.</param>
    /// <param name="version">1 to 40.</param>
    /// <param name="level">The level.</param>
    /// <param name="codewords">Takes all codewords of the version.</param>
    public static void Interleave(ReadOnlySpan<byte> data, int version, QrErrorCorrection level, Span<byte> codewords)
    {
        int blocks = QrTables.Blocks(version, level);
        int errorLength = QrTables.ErrorCodewordsPerBlock(version, level);
        int shortLength = data.Length / blocks;
        int shortBlocks = blocks - (data.Length % blocks);
        Span<byte> generator = stackalloc byte[errorLength];
        Span<byte> error = stackalloc byte[errorLength];
        QrReedSolomon.WriteGenerator(generator);

        for (int block = 0, start = 0; block < blocks; block++)
        {
            int length = block < shortBlocks ? shortLength : shortLength + 1;
            ReadOnlySpan<byte> content = data.Slice(start, length);
            start += length;
            for (int i = 0; i < length; i++)
            {
                // The extra codewords of the longer blocks, which come last, follow when every block has given its share.
                int place = i < shortLength ? (i * blocks) + block : (i * blocks) + block - shortBlocks;
                codewords[place] = content[i];
            }

            QrReedSolomon.WriteRemainder(content, generator, error);
            for (int i = 0; i < errorLength; i++)
            {
                codewords[data.Length + (i * blocks) + block] = error[i];
            }
        }
    }

    private static void WriteSegment(ref QrBitWriter writer, ReadOnlySpan<byte> characters, QrMode mode, int version)
    {
        writer.Write(1 << (int)mode, 4);
        writer.Write(characters.Length, QrTables.CountBits(mode, version));
        switch (mode)
        {
            case QrMode.Numeric:
                for (; !characters.IsEmpty; characters = characters[Math.Min(3, characters.Length)..])
                {
                    int digits = Math.Min(3, characters.Length);
                    int value = 0;
                    foreach (byte digit in characters[..digits])
                    {
                        value = (value * 10) + digit - '0';
                    }

                    writer.Write(value, (3 * digits) + 1);
                }

                break;
            case QrMode.Alphanumeric:
                for (; characters.Length >= 2; characters = characters[2..])
                {
                    int first = QrSegmentation.AlphanumericValue(characters[0]);
                    writer.Write((first * 45) + QrSegmentation.AlphanumericValue(characters[1]), 11);
                }

                if (!characters.IsEmpty)
                {
                    writer.Write(QrSegmentation.AlphanumericValue(characters[0]), 6);
                }

                break;
            default:
                foreach (byte character in characters)
                {
                    writer.Write(character, 8);
                }

                break;
        }
    }
}
