namespace Diplomacy.Training;

/// <summary>The square of modules while it is being drawn (ISO/IEC 18004, 6.3, 7.7, 7.9 and 7.10).</summary>
internal readonly ref struct QrMatrix
{
    private const byte Dark = 1;
    private const byte Function = 2;

    private readonly Span<byte> modules;
    private readonly int version;
    private readonly int size;

    /// <summary>An empty matrix over zeroed memory, a byte per module, row by row.</summary>
    public QrMatrix(Span<byte> modules, int version)
    {
        this.modules = modules;
        this.version = version;
        size = QrTables.Size(version);
    }

    public void DrawFunctionPatterns()
    {
        for (int i = 0; i < size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        DrawFinder(3, 3);
        DrawFinder(size - 4, 3);
        DrawFinder(3, size - 4);
        DrawAlignmentPatterns();
        DrawFormat(QrErrorCorrection.Low, 0);
        Set(8, size - 8, true);
        DrawVersion();
    }

    /// <summary>Lays the codewords into the free modules: two columns at a time from the right, up and down in turn (7.7.3).</summary>
    public void Place(ReadOnlySpan<byte> codewords)
    {
        int bit = 0;
        bool upwards = true;
        for (int right = size - 1; right > 0; right -= 2, upwards = !upwards)
        {
            // The vertical timing pattern takes a column of its own.
            right = right == 6 ? 5 : right;
            for (int step = 0; step < size; step++)
            {
                int row = upwards ? size - 1 - step : step;
                for (int column = right; column >= right - 1; column--)
                {
                    ref byte module = ref modules[(row * size) + column];
                    // Up to seven modules remain; they stay light.
                    if ((module & Function) == 0 && bit < codewords.Length * 8)
                    {
                        module = (byte)((codewords[bit >> 3] >> (7 - (bit & 7))) & 1);
                        bit++;
                    }
                }
            }
        }
    }

    /// <summary>Writes 0 (light) or 1 (dark) for every module, the free ones masked, and the format information.</summary>
    public void WriteMasked(int mask, QrErrorCorrection level, Span<byte> target)
    {
        DrawFormat(level, mask);
        for (int row = 0, i = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++, i++)
            {
                byte module = modules[i];
                target[i] = (byte)((module & Dark) ^ ((module & Function) == 0 ? QrMask.Inverts(mask, column, row) : 0));
            }
        }
    }

    private void DrawFinder(int centreColumn, int centreRow)
    {
        for (int row = Math.Max(0, centreRow - 4); row <= Math.Min(size - 1, centreRow + 4); row++)
        {
            for (int column = Math.Max(0, centreColumn - 4); column <= Math.Min(size - 1, centreColumn + 4); column++)
            {
                int ring = Math.Max(Math.Abs(column - centreColumn), Math.Abs(row - centreRow));
                Set(column, row, ring is not (2 or 4));
            }
        }
    }

    private void DrawAlignmentPatterns()
    {
        int perSide = QrTables.AlignmentPatternsPerSide(version);
        for (int i = 0; i < perSide * perSide; i++)
        {
            (int down, int across) = Math.DivRem(i, perSide);
            bool underFinder = (down, across) == (0, 0) || (down, across) == (0, perSide - 1) || (down, across) == (perSide - 1, 0);
            if (!underFinder)
            {
                DrawAlignment(QrTables.AlignmentCentre(version, across), QrTables.AlignmentCentre(version, down));
            }
        }
    }

    private void DrawAlignment(int centreColumn, int centreRow)
    {
        for (int row = -2; row <= 2; row++)
        {
            for (int column = -2; column <= 2; column++)
            {
                Set(centreColumn + column, centreRow + row, Math.Max(Math.Abs(column), Math.Abs(row)) != 1);
            }
        }
    }

    private void DrawFormat(QrErrorCorrection level, int mask)
    {
        // Table 12 numbers the levels out of order.
        int levelBits = level switch
        {
            QrErrorCorrection.Low => 0b01,
            QrErrorCorrection.Medium => 0b00,
            QrErrorCorrection.Quartile => 0b11,
            _ => 0b10,
        };
        int bits = AppendBch((levelBits << 3) | mask, 10, 0b101_0011_0111) ^ 0b101_0100_0001_0010;
        for (int i = 0; i < 15; i++)
        {
            bool dark = ((bits >> i) & 1) != 0;
            // Around the upper left finder, stepping over the timing patterns; then once more along the two others.
            switch (i)
            {
                case < 6:
                    Set(8, i, dark);
                    break;
                case < 8:
                    Set(8, i + 1, dark);
                    break;
                case 8:
                    Set(7, 8, dark);
                    break;
                default:
                    Set(14 - i, 8, dark);
                    break;
            }

            if (i < 8)
            {
                Set(size - 1 - i, 8, dark);
            }
            else
            {
                Set(8, size - 15 + i, dark);
            }
        }
    }

    private void DrawVersion()
    {
        if (version < 7)
        {
            return;
        }

        int bits = AppendBch(version, 12, 0b1_1111_0010_0101);
        for (int i = 0; i < 18; i++)
        {
            bool dark = ((bits >> i) & 1) != 0;
            (int along, int across) = Math.DivRem(i, 3);
            Set(along, size - 11 + across, dark);
            Set(size - 11 + across, along, dark);
        }
    }

    // Annexes C and D: the value, followed by the remainder of its division by the generator.
    private static int AppendBch(int value, int degree, int generator)
    {
        int remainder = value << degree;
        for (int bit = 30; bit >= degree; bit--)
        {
            if (((remainder >> bit) & 1) != 0)
            {
                remainder ^= generator << (bit - degree);
            }
        }

        return (value << degree) | remainder;
    }

    private void Set(int column, int row, bool dark) => modules[(row * size) + column] = (byte)(Function | (dark ? Dark : 0));
}
