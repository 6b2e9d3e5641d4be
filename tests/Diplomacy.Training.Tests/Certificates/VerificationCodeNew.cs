using CsCheck;

namespace Diplomacy.Training.Tests.Certificates;

public sealed class VerificationCodeNew
{
    internal static readonly Gen<VerificationCode> AnyCode = Gen.Byte.Array[VerificationCode.ByteCount]
        .Select(bytes => bytes.Select((b, i) => i == 0 ? (byte)(b & 7) : b).ToArray())
        .Where(bytes => bytes.Any(b => b != 0))
        .Select(bytes => VerificationCode.FromBits(bytes));

    [Fact]
    public void New_codes_use_all_32_characters_evenly_in_all_15_places_and_never_repeat()
    {
        const int Drawn = 3_200;
        var codes = Enumerable.Range(0, Drawn).Select(_ => VerificationCode.New()).ToList();

        codes.Should().OnlyHaveUniqueItems();
        for (int place = 0; place < 16; place++)
        {
            var counts = codes.GroupBy(code => code.ToCompactString()[place]).ToDictionary(g => g.Key, g => g.Count());
            string.Concat(counts.Keys.Order()).Should().Be("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
            // 100 each are expected with a deviation of 10: six deviations are passed less than once in a million runs.
            counts.Values.Should().OnlyContain(count => count > 40 && count < 165, "place {0} is drawn evenly", place);
        }
    }

    [Theory]
    [InlineData("00000000000000000001", "0000-0000-0000-0012")]
    [InlineData("00000000000000000020", "0000-0000-0000-0104")]
    [InlineData("07FFFFFFFFFFFFFFFFFF", "ZZZZ-ZZZZ-ZZZZ-ZZZN")]
    [InlineData("00022190A63A12A5B1AE", "0123-4567-89AB-CDE4")]
    public void Known_bits_give_the_code_computed_elsewhere(string hexadecimal, string expected) =>
        VerificationCode.FromBits(Convert.FromHexString(hexadecimal)).ToString().Should().Be(expected);

    [Fact]
    public void The_bits_come_back_as_they_went_in() => AnyCode.Sample(code =>
    {
        var bytes = new byte[12];
        code.WriteBits(bytes);

        bytes[10..].Should().Equal(0, 0);
        VerificationCode.FromBits(bytes.AsSpan(0, VerificationCode.ByteCount)).Should().Be(code);
    });

    [Theory]
    [InlineData("", "*10 bytes; 0 were given*")]
    [InlineData("010203040506070809", "*10 bytes; 9 were given*")]
    [InlineData("0102030405060708090A0B", "*10 bytes; 11 were given*")]
    [InlineData("08000000000000000001", "*5 highest bits*")]
    [InlineData("80000000000000000001", "*5 highest bits*")]
    [InlineData("00000000000000000000", "*never issued*")]
    public void Bits_that_are_no_code_are_a_programmers_error(string hexadecimal, string message) =>
        FluentActions.Invoking(() => VerificationCode.FromBits(Convert.FromHexString(hexadecimal)))
            .Should().Throw<ArgumentException>().WithMessage(message);

    [Fact]
    public void Too_little_room_for_the_bits_is_a_programmers_error() =>
        FluentActions.Invoking(() => VerificationCode.New().WriteBits(new byte[9]))
            .Should().Throw<ArgumentException>().WithMessage("*10 bytes; there is room for 9*");

    [Fact]
    public void The_default_is_no_code_and_cannot_be_read_back()
    {
        VerificationCode none = default;

        none.ToString().Should().Be("0000-0000-0000-0000");
        VerificationCode.TryParse(none.ToString(), out _, out var error).Should().BeFalse();
        error.Should().BeOfType<VerificationCodeError.NeverIssued>().Which.Code.Should().Be("verification-code.never-issued");
        VerificationCode.New().Should().NotBe(none);
    }
}
