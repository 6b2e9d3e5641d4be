using CsCheck;

namespace Diplomacy.Training.Tests.Certificates;

public sealed class QrCodeEncode
{
    // Runs about as long as it takes for a mode of their own to pay.
    private static readonly Gen<string> Runs =
        Gen.OneOf(Gen.Char['0', '9'].Array[1, 18], Gen.Char["ABC:"].Array[1, 18], Gen.Char["abc"].Array[1, 6])
            .Select(characters => new string(characters)).Array[1, 7].Select(string.Concat);

    [Fact]
    public void The_worked_example_of_the_standard_gives_its_codewords()
    {
        var symbol = new QrSymbol(QrCode.Encode("01234567", QrErrorCorrection.Medium));

        // ISO/IEC 18004, annex I.
        symbol.Size.Should().Be(21);
        Convert.ToHexString(symbol.Codewords()).Should().Be("10200C566180EC11EC11EC11EC11EC11" + "A524D4C1ED36C7872C55");
    }

    [Fact]
    public void Every_version_and_level_holds_exactly_the_bytes_of_the_table()
    {
        foreach (var (version, level, bytes, _) in QrCapacities.All)
        {
            QrCode.Encode(new string('a', bytes), level).Version.Should().Be(version, "{0} bytes at level {1}", bytes, level);
            if (version < 40)
            {
                QrCode.Encode(new string('a', bytes + 1), level).Version.Should().Be(version + 1, "{0} bytes at level {1}", bytes + 1, level);
            }
        }
    }

    [Theory]
    [InlineData(QrErrorCorrection.Low, 1, 41, 25)]
    [InlineData(QrErrorCorrection.Medium, 1, 34, 20)]
    [InlineData(QrErrorCorrection.Quartile, 1, 27, 16)]
    [InlineData(QrErrorCorrection.High, 1, 17, 10)]
    [InlineData(QrErrorCorrection.Low, 9, 552, 335)]
    [InlineData(QrErrorCorrection.Low, 10, 652, 395)]
    [InlineData(QrErrorCorrection.Low, 26, 3283, 1990)]
    [InlineData(QrErrorCorrection.Low, 27, 3517, 2132)]
    [InlineData(QrErrorCorrection.Low, 40, 7089, 4296)]
    [InlineData(QrErrorCorrection.Medium, 40, 5596, 3391)]
    [InlineData(QrErrorCorrection.Quartile, 40, 3993, 2420)]
    [InlineData(QrErrorCorrection.High, 40, 3057, 1852)]
    public void Digits_and_capitals_take_their_own_modes(QrErrorCorrection level, int version, int digits, int characters)
    {
        foreach (var (character, count) in (ReadOnlySpan<(char, int)>)[('7', digits), ('$', characters)])
        {
            QrCode.Encode(new string(character, count), level).Version.Should().Be(version);
            var larger = FluentActions.Invoking(() => QrCode.Encode(new string(character, count + 1), level));
            if (version == 40)
            {
                larger.Should().Throw<QrCapacityException>();
            }
            else
            {
                larger().Version.Should().Be(version + 1);
            }
        }
    }

    [Theory]
    [InlineData("abc123456", 0b0100)]
    [InlineData("ABC123456", 0b0010)]
    [InlineData("ABCabc", 0b0100)]
    [InlineData("1", 0b0001)]
    [InlineData("1a", 0b0100)]
    [InlineData("123456789012a", 0b0001)]
    public void The_first_mode_is_the_one_that_pays(string text, int mode) =>
        (new QrSymbol(QrCode.Encode(text, QrErrorCorrection.Low)).Codewords()[0] >> 4).Should().Be(mode);

    [Fact]
    public void No_division_into_modes_takes_fewer_bits()
    {
        string tooLong = new('a', 1300);
        Runs.Sample(text => FluentActions.Invoking(() => QrCode.Encode(text + tooLong, QrErrorCorrection.High))
            .Should().Throw<QrCapacityException>().Which.BitsNeeded.Should().Be(FewestBits(text + tooLong, version: 40)), iter: 200);
    }

    [Fact]
    public void No_division_into_modes_fits_a_smaller_version() => Gen.Select(Runs, Gen.Enum<QrErrorCorrection>()).Sample(
        (text, level) => QrCode.Encode(text, level).Version.Should().Be(
            QrCapacities.All.First(c => c.Level == level && FewestBits(text, c.Version) <= c.Bits).Version),
        iter: 300);

    [Fact]
    public void A_text_beyond_ASCII_declares_that_it_is_UTF_8()
    {
        // ECI, designator 26, byte mode, 3 bytes: U+1780 as E1 9E 80, and the terminator.
        string expected = "7" + "1A" + "4" + "03" + "E19E80" + "0";

        Convert.ToHexString(new QrSymbol(QrCode.Encode("\u1780", QrErrorCorrection.Low)).Codewords()).Should().StartWith(expected);
    }

    [Fact]
    public void A_text_that_does_not_fit_is_refused_with_its_bits()
    {
        var thrown = FluentActions.Invoking(() => QrCode.Encode(new string('a', 1664), QrErrorCorrection.Quartile))
            .Should().Throw<QrCapacityException>().Which;

        thrown.BitsNeeded.Should().Be(4 + 16 + (8 * 1664));
        thrown.BitsAvailable.Should().Be((8 * 1663) + 20 + 4);
        thrown.Level.Should().Be(QrErrorCorrection.Quartile);
        thrown.ParamName.Should().Be("text");
        thrown.Message.Should().Contain("needs 13332 bits").And.Contain("13328 at level Quartile").And.NotContain("aaa");
    }

    [Fact]
    public void A_huge_text_is_refused_too() =>
        FluentActions.Invoking(() => QrCode.Encode(new string('\u1780', 1_000_000), QrErrorCorrection.Low))
            .Should().Throw<QrCapacityException>().Which.BitsNeeded.Should().Be(24_000_032);

    [Fact]
    public void Nothing_and_broken_text_and_unknown_levels_are_programmers_errors()
    {
        FluentActions.Invoking(() => QrCode.Encode(null!, QrErrorCorrection.Low)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => QrCode.Encode("", QrErrorCorrection.Low)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => QrCode.Encode("ab\uD83D", QrErrorCorrection.Low)).Should().Throw<ArgumentException>().WithMessage("*index 2*");
        FluentActions.Invoking(() => QrCode.Encode("a\uDE00b", QrErrorCorrection.Low)).Should().Throw<ArgumentException>().WithMessage("*index 1*");
        FluentActions.Invoking(() => QrCode.Encode("a", (QrErrorCorrection)4)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => QrCode.Encode("a", (QrErrorCorrection)(-1))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(21, 0)]
    [InlineData(0, 21)]
    public void A_place_outside_the_code_is_a_programmers_error(int column, int row)
    {
        var code = QrCode.Encode("1", QrErrorCorrection.Low);

        FluentActions.Invoking(() => code[column, row]).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_same_text_gives_the_same_modules_from_every_thread()
    {
        const string Text = "HTTPS://CERT.EXAMPLE.ORG/V/7ZK2M0QX93VAHD4S";
        string expected = Modules(Text);

        Enumerable.Range(0, 200).AsParallel().Select(_ => Modules(Text)).Should().OnlyContain(modules => modules == expected);

        static string Modules(string text)
        {
            var code = QrCode.Encode(text, QrErrorCorrection.Quartile);
            return string.Concat(Enumerable.Range(0, code.Size * code.Size).Select(i => code[i % code.Size, i / code.Size] ? '#' : '.'));
        }
    }

    // The best division of a beginning is the best division of a shorter one and one more segment.
    private static int FewestBits(string text, int version)
    {
        var least = new int[text.Length + 1];
        for (int end = 1; end <= text.Length; end++)
        {
            least[end] = int.MaxValue;
            foreach (char mode in "NAB")
            {
                for (int start = end - 1; start >= 0 && IsIn(text[start], mode); start--)
                {
                    least[end] = Math.Min(least[end], least[start] + 4 + CountBits(mode, version) + ContentBits(mode, end - start));
                }
            }
        }

        return least[^1];
    }

    private static bool IsIn(char character, char mode) => mode switch
    {
        'N' => char.IsAsciiDigit(character),
        'A' => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character) || character == ':',
        _ => true,
    };

    private static int ContentBits(char mode, int length) => mode switch
    {
        'N' => (length / 3 * 10) + (length % 3 * 3) + (length % 3 == 0 ? 0 : 1),
        'A' => (length / 2 * 11) + (length % 2 * 6),
        _ => length * 8,
    };

    private static int CountBits(char mode, int version) => mode switch
    {
        'N' => version < 10 ? 10 : version < 27 ? 12 : 14,
        'A' => version < 10 ? 9 : version < 27 ? 11 : 13,
        _ => version < 10 ? 8 : 16,
    };
}
