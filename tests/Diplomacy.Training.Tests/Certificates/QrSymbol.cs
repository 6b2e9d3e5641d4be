namespace Diplomacy.Training.Tests.Certificates;

/// <summary>
/// A second reading of ISO/IEC 18004 for the tests, written plainly and apart from the encoder: what a symbol says about
/// itself, its codewords, and what it would cost under another mask.
/// </summary>
internal sealed class QrSymbol
{
    // Annex C, table C.1: the 15 bits by level (L, M, Q, H) and mask.
    private static readonly string[] Formats =
    [
        "111011111000100 111001011110011 111110110101010 111100010011101 110011000101111 110001100011000 110110001000001 110100101110110",
        "101010000010010 101000100100101 101111001111100 101101101001011 100010111111001 100000011001110 100111110010111 100101010100000",
        "011010101011111 011000001101000 011111100110001 011101000000110 010010010110100 010000110000011 010111011011010 010101111101101",
        "001011010001001 001001110111110 001110011100111 001100111010000 000011101100010 000001001010101 000110100001100 000100000111011",
    ];

    private readonly bool[,] dark;

    public QrSymbol(QrCode code)
    {
        Size = code.Size;
        dark = new bool[Size, Size];
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                dark[row, column] = code[column, row];
            }
        }

        var (first, second) = (FormatPlaces(0), FormatPlaces(1));
        FormatCopies = [Bits(first), Bits(second)];
        int known = Array.IndexOf(string.Join(' ', Formats).Split(' '), FormatCopies[0]);
        (Level, Mask) = known < 0 ? (null, -1) : ((QrErrorCorrection?)(known / 8), known % 8);
    }

    public int Size { get; }

    public string[] FormatCopies { get; }

    public QrErrorCorrection? Level { get; }

    public int Mask { get; }

    public bool this[int column, int row] => dark[row, column];

    /// <summary>The two copies of the version information, most significant bit first.</summary>
    public string[] VersionCopies =>
    [
        Bits(Enumerable.Range(0, 18).Reverse().Select(i => (i / 3, Size - 11 + (i % 3)))),
        Bits(Enumerable.Range(0, 18).Reverse().Select(i => (Size - 11 + (i % 3), i / 3))),
    ];

    public static bool Inverts(int mask, int column, int row) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => ((row / 2) + (column / 3)) % 2 == 0,
        5 => (row * column % 2) + (row * column % 3) == 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };

    /// <summary>All codewords in the order of the symbol, unmasked.</summary>
    public byte[] Codewords() =>
    [
        .. CodewordPlaces().Select(places => (byte)places.Aggregate(
            0, (value, place) => (value * 2) + (dark[place.Row, place.Column] ^ Inverts(Mask, place.Column, place.Row) ? 1 : 0))),
    ];

    /// <summary>The eight modules of every codeword, the most significant bit first.</summary>
    public IEnumerable<(int Column, int Row)[]> CodewordPlaces()
    {
        var places = new List<(int Column, int Row)>();
        var columns = Enumerable.Range(0, Size).Where(c => c != 6).Reverse().Chunk(2).ToList();
        for (int pair = 0; pair < columns.Count; pair++)
        {
            var rows = Enumerable.Range(0, Size);
            foreach (int row in pair % 2 == 0 ? rows.Reverse() : rows)
            {
                places.AddRange(columns[pair].Where(c => IsData(c, row)).Select(c => (c, row)));
            }
        }

        return places.Chunk(8).Where(chunk => chunk.Length == 8);
    }

    /// <summary>The penalty of the same content under a mask, format information included.</summary>
    public int PenaltyUnder(int mask)
    {
        var changed = new bool[Size, Size];
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                changed[row, column] = dark[row, column]
                    ^ (IsData(column, row) && (Inverts(Mask, column, row) ^ Inverts(mask, column, row)));
            }
        }

        string format = Formats[(int)Level!].Split(' ')[mask];
        foreach (int copy in (int[])[0, 1])
        {
            foreach (var ((column, row), bit) in FormatPlaces(copy).Zip(format))
            {
                changed[row, column] = bit == '1';
            }
        }

        return Penalty(changed);
    }

    public bool IsData(int column, int row)
    {
        int version = (Size - 17) / 4, last = Size - 1;
        bool corner = (column < 9 && row < 9) || (column < 9 && row > last - 8) || (column > last - 8 && row < 9);
        bool versionBlock = version >= 7 && ((column < 6 && row > last - 11) || (row < 6 && column > last - 11));
        bool alignment = AlignmentCentres(version).Any(c => Math.Abs(c.Column - column) <= 2 && Math.Abs(c.Row - row) <= 2);
        return !corner && !versionBlock && !alignment && column != 6 && row != 6;
    }

    public static IEnumerable<(int Column, int Row)> AlignmentCentres(int version)
    {
        // Annex E, table E.1, for the versions that the tests look at.
        int[] centres = version switch
        {
            1 => [],
            < 7 => [6, (version * 4) + 10],
            7 => [6, 22, 38],
            14 => [6, 26, 46, 66],
            22 => [6, 26, 50, 74, 98],
            32 => [6, 34, 60, 86, 112, 138],
            40 => [6, 30, 58, 86, 114, 142, 170],
            _ => throw new ArgumentOutOfRangeException(nameof(version), version, "Copy the row of table E.1 first."),
        };
        return from row in centres
               from column in centres
               where (column, row) != (6, 6) && (column, row) != (6, centres[^1]) && (column, row) != (centres[^1], 6)
               select (column, row);
    }

    private static int Penalty(bool[,] modules)
    {
        int size = modules.GetLength(0), penalty = 0, total = 0;
        for (int line = 0; line < size; line++)
        {
            string across = string.Concat(Enumerable.Range(0, size).Select(i => modules[line, i] ? '1' : '0'));
            string down = string.Concat(Enumerable.Range(0, size).Select(i => modules[i, line] ? '1' : '0'));
            total += across.Count(c => c == '1');
            foreach (string text in (string[])[across, down])
            {
                for (int start = 0, end; start < size; start = end)
                {
                    for (end = start; end < size && text[end] == text[start]; end++)
                    {
                    }

                    penalty += end - start >= 5 ? 3 + (end - start - 5) : 0;
                }

                for (int at = text.IndexOf("1011101", StringComparison.Ordinal); at >= 0; at = text.IndexOf("1011101", at + 1, StringComparison.Ordinal))
                {
                    bool before = at >= 4 && text.Substring(at - 4, 4) == "0000";
                    bool after = at + 11 <= size && text.Substring(at + 7, 4) == "0000";
                    penalty += before || after ? 40 : 0;
                }
            }
        }

        for (int row = 1; row < size; row++)
        {
            for (int column = 1; column < size; column++)
            {
                bool one = modules[row, column];
                penalty += modules[row - 1, column] == one && modules[row, column - 1] == one && modules[row - 1, column - 1] == one ? 3 : 0;
            }
        }

        return penalty + (10 * (int)(Math.Abs((100m * total / (size * size)) - 50m) / 5m));
    }

    // Figure 25, from bit 14 to bit 0: along the row and up the column at the upper left; up the column and along the row elsewhere.
    private List<(int Column, int Row)> FormatPlaces(int copy) => copy == 0
        ? [(0, 8), (1, 8), (2, 8), (3, 8), (4, 8), (5, 8), (7, 8), (8, 8), (8, 7), (8, 5), (8, 4), (8, 3), (8, 2), (8, 1), (8, 0)]
        : [.. Enumerable.Range(1, 7).Select(i => (8, Size - i)), .. Enumerable.Range(0, 8).Select(i => (Size - 8 + i, 8))];

    private string Bits(IEnumerable<(int Column, int Row)> places) => string.Concat(places.Select(p => dark[p.Row, p.Column] ? '1' : '0'));
}
