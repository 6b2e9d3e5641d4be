using System.Text;

namespace Diplomacy.Training.Tests.Certificates;

/// <summary>Everything that <see cref="QrCode"/> encodes is read back by a program that we did not write.</summary>
public sealed class QrCodeReading
{
    private static readonly string[] Pieces =
    [
        "0", "00123", "7", "4096000000000000000000001", "2023-02-28", "HTTPS://CERT.EXAMPLE.ORG/V/", "7ZK2M0QX93VAHD4S", "$%*+-./: ",
        "https://cert.example.org/v/", "Digital Diplomacy", "វិញ្ញាបនបត្រ", "២០២៣", "Élysée ", "\U0001F1F0\U0001F1ED", "<&]]>\"'",
    ];

    [Fact]
    public async Task Full_symbols_of_every_version_and_level_are_read()
    {
        var codes = QrCapacities.All
            .Select((c, i) => (Name: $"{c.Version} {c.Level}", Text: QrCodeStructure.Letters(c.Bytes, i), c.Level))
            .Select(c => (c.Name, c.Text, Code: QrCode.Encode(c.Text, c.Level)))
            .ToList();

        string?[] read = await Zbar.ReadAsync([.. codes.Select(c => Zbar.Modules(c.Code))], pixelsPerModule: 3);

        codes.Where((c, i) => read[i] != c.Text).Select(c => c.Name).Should().BeEmpty();
    }

    [Fact]
    public async Task Digits_and_capitals_are_read_on_both_sides_of_each_change_of_the_count()
    {
        // Table 7, level L: versions 9, 10, 26, 27 and 40.
        string[] texts =
        [
            .. ((int[])[552, 652, 3283, 3517, 7089]).Select(digits => Cycle("90817263548", digits)),
            .. ((int[])[335, 395, 1990, 2132, 4296]).Select(characters => Cycle("A$Z%B*Y+C-X./:W 9Q", characters)),
        ];
        var codes = texts.Select(text => QrCode.Encode(text, QrErrorCorrection.Low)).ToList();

        codes.Select(code => code.Version).Should().Equal(9, 10, 26, 27, 40, 9, 10, 26, 27, 40);
        (await Zbar.ReadAsync([.. codes.Select(Zbar.Modules)], pixelsPerModule: 3)).Should().Equal(texts);

        static string Cycle(string characters, int count) => string.Concat(Enumerable.Range(0, count).Select(i => characters[i % characters.Length]));
    }

    [Fact]
    public async Task Texts_of_mixed_modes_and_scripts_are_read()
    {
        var random = new Random(18004);
        var texts = Pieces.Concat(Enumerable.Range(0, 120).Select(_ => Mixed(random))).ToList();
        var codes = texts.Select((text, i) => QrCode.Encode(text, (QrErrorCorrection)(i % 4))).ToList();

        string?[] read = await Zbar.ReadAsync([.. codes.Select(Zbar.Modules)], pixelsPerModule: 3);

        texts.Select((text, i) => (Expected: text, Read: read[i])).Where(pair => pair.Expected != pair.Read).Should().BeEmpty();
        codes.Select(c => c.Version).Should().Contain(v => v < 10).And.Contain(v => v >= 10 && v < 27).And.Contain(v => v >= 27);
    }

    [Theory]
    [InlineData(QrErrorCorrection.Low, 0.04)]
    [InlineData(QrErrorCorrection.Medium, 0.10)]
    [InlineData(QrErrorCorrection.Quartile, 0.18)]
    [InlineData(QrErrorCorrection.High, 0.23)]
    public async Task A_soiled_symbol_is_still_read(QrErrorCorrection level, double share)
    {
        var codes = new List<(string Text, bool[,] Modules)>();
        foreach (int version in (int[])[2, 4, 7, 14, 22, 32])
        {
            var code = QrCodeStructure.Full(version, level, seed: version);
            string text = QrCodeStructure.Letters(QrCapacities.All.Single(c => (c.Version, c.Level) == (version, level)).Bytes, version);
            codes.Add((text, Soil(code, share)));
        }

        string?[] read = await Zbar.ReadAsync([.. codes.Select(c => c.Modules)], pixelsPerModule: 3);

        read.Should().Equal(codes.Select(c => c.Text));
    }

    [Fact]
    public async Task A_reader_says_nothing_rather_than_something_wrong_when_too_much_is_soiled()
    {
        var code = QrCodeStructure.Full(7, QrErrorCorrection.Low, seed: 1);

        (await Zbar.ReadAsync([Soil(code, 0.3)], pixelsPerModule: 3)).Should().Equal((string?)null);
    }

    // Inverts a run of codewords, as a stain does; interleaving spreads it evenly over the blocks.
    private static bool[,] Soil(QrCode code, double share)
    {
        var modules = Zbar.Modules(code);
        var places = new QrSymbol(code).CodewordPlaces().ToList();
        int soiled = (int)(places.Count * share);
        foreach (var (column, row) in places.Skip((places.Count - soiled) / 2).Take(soiled).SelectMany(p => p))
        {
            modules[row, column] = !modules[row, column];
        }

        return modules;
    }

    private static string Mixed(Random random)
    {
        var text = new StringBuilder();
        for (int pieces = random.Next(1, 1 << random.Next(1, 7)); pieces > 0; pieces--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
