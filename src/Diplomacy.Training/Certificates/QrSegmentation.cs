namespace Diplomacy.Training;

/// <summary>Divides a text among the modes so that it takes the fewest bits (ISO/IEC 18004, 7.4; annex J only approximates).</summary>
internal static class QrSegmentation
{
    private const int Modes = 3;

    // The costs are counted in sixths of a bit: a digit takes 10/3 bits, an alphanumeric character 11/2.
    private const int SixthsPerBit = 6;
    private const long Impossible = long.MaxValue / 2;

    private const string AlphanumericCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private static ReadOnlySpan<byte> SixthsPerCharacter => [20, 33, 48];

    /// <summary>The fewest bits that the bytes take in the versions that count characters as <paramref name="version"/> does.</summary>
    public static long CountBits(ReadOnlySpan<byte> utf8, int version) =>
        (QrCodewords.NeedsEci(utf8) ? QrCodewords.EciBits : 0) + Solve(utf8, version, []);

    /// <summary>Writes the best mode of every byte to <paramref name="modes"/>; a run of one mode is a segment.</summary>
    public static void Divide(ReadOnlySpan<byte> utf8, int version, Span<QrMode> modes)
    {
        Span<byte> cameFrom = utf8.Length <= 1024 ? stackalloc byte[utf8.Length] : new byte[utf8.Length];
        _ = Solve(utf8, version, cameFrom, out QrMode mode);
        for (int i = utf8.Length - 1; i >= 0; i--)
        {
            modes[i] = mode;
            mode = (QrMode)((cameFrom[i] >> (2 * (int)mode)) & 3);
        }
    }

    public static int AlphanumericValue(byte character) => AlphanumericCharacters.IndexOf((char)character, StringComparison.Ordinal);

    private static long Solve(ReadOnlySpan<byte> utf8, int version, Span<byte> cameFrom) => Solve(utf8, version, cameFrom, out _);

    // cost[m]: the least cost of all bytes so far when the last of them is in mode m. A cheaper beginning stays cheaper
    // whatever follows, because rounding up to whole bits at the end of a segment keeps the order.
    private static long Solve(ReadOnlySpan<byte> utf8, int version, Span<byte> cameFrom, out QrMode last)
    {
        Span<long> header = stackalloc long[Modes];
        Span<long> cost = stackalloc long[Modes];
        Span<long> next = stackalloc long[Modes];
        for (int mode = 0; mode < Modes; mode++)
        {
            header[mode] = (4 + QrTables.CountBits((QrMode)mode, version)) * SixthsPerBit;
            cost[mode] = header[mode];
        }

        for (int i = 0; i < utf8.Length; i++)
        {
            int origins = 0;
            for (int mode = 0; mode < Modes; mode++)
            {
                int origin = mode;
                long least = Impossible;
                if (IsPossible(utf8[i], (QrMode)mode))
                {
                    least = cost[mode];
                    for (int other = 0; i > 0 && other < Modes; other++)
                    {
                        long switched = RoundUp(cost[other]) + header[mode];
                        if (other != mode && switched < least)
                        {
                            (least, origin) = (switched, other);
                        }
                    }

                    least += SixthsPerCharacter[mode];
                }

                next[mode] = least;
                origins |= origin << (2 * mode);
            }

            next.CopyTo(cost);
            if (!cameFrom.IsEmpty)
            {
                cameFrom[i] = (byte)origins;
            }
        }

        last = QrMode.Numeric;
        for (QrMode mode = QrMode.Alphanumeric; mode <= QrMode.Byte; mode++)
        {
            last = RoundUp(cost[(int)mode]) < RoundUp(cost[(int)last]) ? mode : last;
        }

        return RoundUp(cost[(int)last]) / SixthsPerBit;
    }

    private static bool IsPossible(byte character, QrMode mode) => mode switch
    {
        QrMode.Numeric => character is >= (byte)'0' and <= (byte)'9',
        QrMode.Alphanumeric => AlphanumericValue(character) >= 0,
        _ => true,
    };

    private static long RoundUp(long sixths) => (sixths + SixthsPerBit - 1) / SixthsPerBit * SixthsPerBit;
}
