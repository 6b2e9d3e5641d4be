namespace Diplomacy.Training;

/// <summary>The eight data masks and the scoring by which one is chosen (ISO/IEC 18004, 7.8).</summary>
internal static class QrMask
{
    public const int Count = 8;

    // Every mask repeats after twelve rows and twelve columns; a byte of the tile has a bit for each mask.
    private const int Period = 12;
    private static readonly byte[] Tile = CreateTile();

    /// <summary>1 where the mask inverts a module, otherwise 0 (table 10).</summary>
    public static int Inverts(int mask, int column, int row) => (Tile[(row % Period * Period) + (column % Period)] >> mask) & 1;

    /// <summary>
    /// The penalty of a symbol (7.8.3.1, table 11), without its quiet zone. A finder-like pattern counts once, also when four
    /// light modules stand on both sides.
    /// </summary>
    /// <param name="modules">0 or 1 per module, row by row.</param>
    /// <param name="size">Modules per side.</param>
    /// <param name="enough">Counting may stop above this: the mask is not chosen.</param>
    public static int Penalty(ReadOnlySpan<byte> modules, int size, int enough)
    {
        int penalty = ProportionPenalty(modules);
        for (int line = 0; line < size && penalty <= enough; line++)
        {
            penalty += LinePenalty(modules, line * size, 1, size) + LinePenalty(modules, line, size, size);
            if (line > 0)
            {
                penalty += BlockPenalty(modules.Slice((line - 1) * size, size), modules.Slice(line * size, size));
            }
        }

        return penalty;
    }

    private static int LinePenalty(ReadOnlySpan<byte> modules, int start, int stride, int size)
    {
        const int LightThenFinder = 0b0000_1011101;
        const int FinderThenLight = 0b1011101_0000;
        const int Longest = 15, Shortest = 11;
        int penalty = 0, run = 0, seen = 0;
        for (int i = 0, place = start; i < size; i++, place += stride)
        {
            int module = modules[place];
            run = i > 0 && module == (seen & 1) ? run + 1 : 1;
            penalty += run < 5 ? 0 : run == 5 ? 3 : 1;

            seen = ((seen << 1) | module) & ((1 << Longest) - 1);
            if (i >= Shortest - 1)
            {
                int recent = seen & ((1 << Shortest) - 1);
                bool counted = seen == FinderThenLight && i >= Longest - 1;
                penalty += recent == LightThenFinder || (recent == FinderThenLight && !counted) ? 40 : 0;
            }
        }

        return penalty;
    }

    private static int BlockPenalty(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower)
    {
        int penalty = 0;
        for (int i = 1; i < upper.Length; i++)
        {
            int dark = upper[i - 1] + upper[i] + lower[i - 1] + lower[i];
            penalty += dark is 0 or 4 ? 3 : 0;
        }

        return penalty;
    }

    // Ten points for each full 5 % by which the dark modules deviate from one half.
    private static int ProportionPenalty(ReadOnlySpan<byte> modules)
    {
        int dark = 0;
        foreach (byte module in modules)
        {
            dark += module;
        }

        return Math.Abs((dark * 20) - (modules.Length * 10)) / modules.Length * 10;
    }

    private static byte[] CreateTile()
    {
        var tile = new byte[Period * Period];
        for (int row = 0; row < Period; row++)
        {
            for (int column = 0; column < Period; column++)
            {
                int product = row * column;
                ReadOnlySpan<bool> inverted =
                [
                    (row + column) % 2 == 0,
                    row % 2 == 0,
                    column % 3 == 0,
                    (row + column) % 3 == 0,
                    ((row / 2) + (column / 3)) % 2 == 0,
                    (product % 2) + (product % 3) == 0,
                    ((product % 2) + (product % 3)) % 2 == 0,
                    (((row + column) % 2) + (product % 3)) % 2 == 0,
                ];
                for (int mask = 0; mask < Count; mask++)
                {
                    tile[(row * Period) + column] |= (byte)(inverted[mask] ? 1 << mask : 0);
                }
            }
        }

        return tile;
    }
}
