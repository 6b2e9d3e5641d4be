namespace Diplomacy.Training.Tests.Certificates;

public sealed class QrCodeStructure
{
    public static TheoryData<int, QrErrorCorrection> Symbols => new(
        from version in (int[])[1, 2, 6, 7, 14, 22, 32, 40]
        from level in Enum.GetValues<QrErrorCorrection>()
        select (version, level));

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Finder_timing_and_alignment_patterns_are_in_place(int version, QrErrorCorrection level)
    {
        var symbol = new QrSymbol(Full(version, level, seed: 1));
        int last = symbol.Size - 1;

        symbol.Size.Should().Be(17 + (4 * version));
        string[] finder = ["#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........"];
        for (int row = 0; row < 8; row++)
        {
            for (int column = 0; column < 8; column++)
            {
                bool expected = finder[row][column] == '#';
                symbol[column, row].Should().Be(expected);
                symbol[last - column, row].Should().Be(expected);
                symbol[column, last - row].Should().Be(expected);
            }
        }

        for (int i = 8; i <= last - 8; i++)
        {
            (symbol[i, 6], symbol[6, i]).Should().Be((i % 2 == 0, i % 2 == 0));
        }

        string[] alignment = ["#####", "#...#", "#.#.#", "#...#", "#####"];
        foreach (var (column, row) in QrSymbol.AlignmentCentres(version))
        {
            for (int i = 0; i < 25; i++)
            {
                symbol[column - 2 + (i % 5), row - 2 + (i / 5)].Should().Be(alignment[i / 5][i % 5] == '#');
            }
        }

        symbol[8, last - 7].Should().BeTrue("one module is always dark");
    }

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Both_copies_of_the_format_information_name_the_level(int version, QrErrorCorrection level)
    {
        var symbol = new QrSymbol(Full(version, level, seed: 2));

        symbol.FormatCopies[1].Should().Be(symbol.FormatCopies[0]);
        symbol.Level.Should().Be(level);
    }

    [Theory]
    [InlineData(7, "000111110010010100")]
    [InlineData(8, "001000010110111100")]
    [InlineData(9, "001001101010011001")]
    [InlineData(10, "001010010011010011")]
    [InlineData(21, "010101011010000011")]
    [InlineData(40, "101000110001101001")]
    public void Both_copies_of_the_version_information_are_those_of_the_standard(int version, string bits) =>
        new QrSymbol(Full(version, QrErrorCorrection.Medium, seed: 3)).VersionCopies.Should().Equal(bits, bits);

    [Fact]
    public void Every_version_from_7_carries_its_number_protected()
    {
        for (int version = 7; version <= 40; version++)
        {
            string[] copies = new QrSymbol(Full(version, QrErrorCorrection.High, seed: 4)).VersionCopies;

            copies[0].Should().Be(copies[1]);
            int bits = Convert.ToInt32(copies[0], 2);
            (bits >> 12).Should().Be(version);
            Remainder(bits, 0b1_1111_0010_0101).Should().Be(0);
        }

        static int Remainder(int dividend, int divisor)
        {
            for (int shift = 17 - 12; shift >= 0; shift--)
            {
                dividend ^= ((dividend >> (shift + 12)) & 1) * (divisor << shift);
            }

            return dividend;
        }
    }

    [Fact]
    public void The_mask_has_the_least_penalty_of_the_eight_and_all_eight_are_used()
    {
        var used = new HashSet<int>();
        foreach (var (version, level, bytes, _) in QrCapacities.All.Where(c => c.Version is 1 or 2 or 3 or 7 or 14))
        {
            for (int seed = 0; seed < (version < 7 ? 12 : 2); seed++)
            {
                var symbol = new QrSymbol(Full(version, level, seed));
                int[] penalties = [.. Enumerable.Range(0, 8).Select(symbol.PenaltyUnder)];

                symbol.Mask.Should().Be(Array.IndexOf(penalties, penalties.Min()), "{0} is the best of {1}", penalties.Min(), string.Join(' ', penalties));
                used.Add(symbol.Mask);
            }
        }

        used.Should().HaveCount(8);
    }

    internal static QrCode Full(int version, QrErrorCorrection level, int seed)
    {
        int bytes = QrCapacities.All.Single(c => (c.Version, c.Level) == (version, level)).Bytes;
        return QrCode.Encode(Letters(bytes, seed), level);
    }

    internal static string Letters(int count, int seed)
    {
        var random = new Random(seed);
        return string.Create(count, random, (text, source) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = (char)('a' + source.Next(26));
            }
        });
    }
}
