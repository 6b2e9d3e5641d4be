using CsCheck;

namespace Diplomacy.Training.Tests.Certificates;

public sealed class RegisterNumberParse
{
    private static readonly Gen<RegisterNumber> s_numbers =
        from code in Gen.Char["ABCXYZ0129-"].Array[2, 20].Where(c => c[0] != '-').Select(c => new string(c))
        from year in Gen.Int[1900, 9999]
        from sequence in Gen.OneOf(Gen.Int[1, 999_999], Gen.Int[1_000_000, int.MaxValue])
        select new RegisterNumber(InstitutionCode.Parse(code), year, sequence);

    [Fact]
    public void Every_number_is_read_back_as_it_was_written() =>
        s_numbers.Sample(number => RegisterNumber.Parse(number.ToString()).Should().Be(number));

    [Fact]
    public void Different_numbers_are_written_differently() =>
        Gen.Select(s_numbers, s_numbers).Sample(pair => (pair.Item1.ToString() == pair.Item2.ToString()).Should().Be(pair.Item1 == pair.Item2));

    [Fact]
    public void A_number_has_six_digits_at_least() =>
        new RegisterNumber(IssuingOffice.Mfaic, 2023, 123).ToString().Should().Be("MFAIC-2023-000123");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("MFAIC-2023-")]
    [InlineData("MFAIC-2023-00123")]
    [InlineData("MFAIC-2023-0000123")]
    [InlineData("MFAIC-2023-000000")]
    [InlineData("MFAIC-2023-00012a")]
    [InlineData("MFAIC-2023-+00123")]
    [InlineData("MFAIC-2023- 00123")]
    [InlineData("MFAIC-2023-000123 ")]
    [InlineData("MFAIC-2023-000123\n")]
    [InlineData(" MFAIC-2023-000123")]
    [InlineData("MFAIC-1899-000123")]
    [InlineData("MFAIC-02023-000123")]
    [InlineData("MFAIC-202-000123")]
    [InlineData("mfaic-2023-000123")]
    [InlineData("M-2023-000123")]
    [InlineData("-2023-000123")]
    [InlineData("2023-000123")]
    [InlineData("MFAIC-2023-2147483648")]
    [InlineData("MFAIC-2023-99999999999999999999")]
    [InlineData("MFAIC-២០២៣-000123")]
    [InlineData("MFAIC-2023-០០០១២៣")]
    [InlineData("ΜFAIC-2023-000123")]
    [InlineData("MFAIC‐2023‐000123")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU-2023-000123")]
    public void What_is_no_number_is_refused_and_leaves_nothing_behind(string? text)
    {
        RegisterNumber.TryParse(text, out RegisterNumber number).Should().BeFalse();
        number.Should().Be(default(RegisterNumber));
    }

    [Fact]
    public void Any_text_is_either_refused_or_read_exactly() =>
        Gen.String.Sample(text => (RegisterNumber.TryParse(text, out RegisterNumber number) ? number.ToString() : text).Should().Be(text));

    [Fact]
    public void A_refusal_does_not_repeat_the_text() =>
        FluentActions.Invoking(() => RegisterNumber.Parse("CHAN Sophea")).Should().Throw<FormatException>().Which.Message.Should().NotContain("Sophea");

    [Theory]
    [InlineData(1899, 1)]
    [InlineData(10000, 1)]
    [InlineData(2023, 0)]
    [InlineData(2023, -1)]
    public void A_year_or_a_sequence_out_of_range_names_nothing(int year, int sequence) =>
        FluentActions.Invoking(() => new RegisterNumber(IssuingOffice.Mfaic, year, sequence)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Without_an_issuer_there_is_no_number()
    {
        FluentActions.Invoking(() => new RegisterNumber(default, 2023, 1)).Should().Throw<ArgumentException>();
        default(RegisterNumber).ToString().Should().BeEmpty();
    }
}
