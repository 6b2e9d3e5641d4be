namespace Diplomacy.Training;

/// <summary>The numbers of ISO/IEC 18004 that differ from version to version (tables 1, 3, 7 and 9, annex E).</summary>
internal static class QrTables
{
    public const int MaxVersion = 40;

    // Table 9, a row per level, a column per version.
    private static ReadOnlySpan<byte> ErrorCodewordsInBlock =>
    [
        7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
        28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,

        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
        26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,

        13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
        28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,

        17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
        30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ];

    private static ReadOnlySpan<byte> BlocksInSymbol =>
    [
        1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
        8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,

        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
        17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,

        1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
        23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,

        1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
        25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
    ];

    // Annex E: the distance between neighbouring alignment patterns, counted back from the last; version 1 has none.
    private static ReadOnlySpan<byte> AlignmentSteps =>
    [
        0, 12, 16, 20, 24, 28, 16, 18, 20, 22, 24, 26, 28, 20, 22, 24, 24, 26, 28, 28,
        22, 24, 24, 26, 26, 28, 28, 24, 24, 26, 26, 26, 28, 28, 24, 26, 26, 26, 28, 28,
    ];

    public static int Size(int version) => 17 + (4 * version);

    public static int ErrorCodewordsPerBlock(int version, QrErrorCorrection level) =>
        ErrorCodewordsInBlock[((int)level * MaxVersion) + version - 1];

    public static int Blocks(int version, QrErrorCorrection level) => BlocksInSymbol[((int)level * MaxVersion) + version - 1];

    /// <summary>Data and error correction codewords together (table 1): what the function patterns leave, in whole bytes.</summary>
    public static int Codewords(int version)
    {
        int size = Size(version);
        int findersWithSeparators = 3 * 8 * 8;
        int timing = 2 * (size - 16);
        int format = (2 * 15) + 1;
        int patternsPerSide = AlignmentPatternsPerSide(version);
        int alignment = patternsPerSide == 0
            ? 0
            : (25 * ((patternsPerSide * patternsPerSide) - 3)) - (2 * 5 * (patternsPerSide - 2));
        int versionInformation = version < 7 ? 0 : 2 * 18;
        return ((size * size) - findersWithSeparators - timing - format - alignment - versionInformation) / 8;
    }

    public static int DataCodewords(int version, QrErrorCorrection level) =>
        Codewords(version) - (Blocks(version, level) * ErrorCodewordsPerBlock(version, level));

    public static int AlignmentPatternsPerSide(int version) => version == 1 ? 0 : (version / 7) + 2;

    /// <summary>The centre of an alignment pattern along one side, by its index from the left or the top.</summary>
    public static int AlignmentCentre(int version, int index) => index == 0
        ? 6
        : Size(version) - 7 - ((AlignmentPatternsPerSide(version) - 1 - index) * AlignmentSteps[version - 1]);

    /// <summary>The width of the character count (table 3); it changes after versions 9 and 26.</summary>
    public static int CountBits(QrMode mode, int version) => mode switch
    {
        QrMode.Numeric => version <= 9 ? 10 : version <= 26 ? 12 : 14,
        QrMode.Alphanumeric => version <= 9 ? 9 : version <= 26 ? 11 : 13,
        _ => version <= 9 ? 8 : 16,
    };
}
