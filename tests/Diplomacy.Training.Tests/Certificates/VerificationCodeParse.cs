using System.Globalization;
using System.Text;
using CsCheck;

namespace Diplomacy.Training.Tests.Certificates;

public sealed class VerificationCodeParse
{
    private const string Printed = "0123-4567-89AB-CDE4";

    private static readonly VerificationCode Expected =
        VerificationCode.FromBits([0x00, 0x02, 0x21, 0x90, 0xA6, 0x3A, 0x12, 0xA5, 0xB1, 0xAE]);

    [Fact]
    public void Every_code_reads_back_from_both_of_its_forms() => VerificationCodeNew.AnyCode.Sample(code =>
    {
        code.ToString().Should().MatchRegex("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$");
        code.ToString().Replace("-", "", StringComparison.Ordinal).Should().Be(code.ToCompactString());
        VerificationCode.Parse(code.ToString()).Should().Be(code);
        VerificationCode.Parse(code.ToCompactString()).Should().Be(code);
        VerificationCode.Parse(code.ToString().ToLowerInvariant()).Should().Be(code);
        VerificationCode.Parse(code.ToString()).GetHashCode().Should().Be(code.GetHashCode());
    });

    [Theory]
    [InlineData(Printed)]
    [InlineData("0123456789ABCDE4")]
    [InlineData("0123456789abcde4")]
    [InlineData("  0123 4567 89aB cdE4 \r\n")]
    [InlineData("O123-4567-89AB-CDE4")]
    [InlineData("oI23-4567-89AB-CDE4")]
    [InlineData("0i23-4567-89AB-CDE4")]
    [InlineData("0L23-4567-89AB-CDE4")]
    [InlineData("ol23-4567-89AB-CDE4")]
    [InlineData("-0-1-2-3--4567\u201389AB\u2014CDE4\u2212")]
    [InlineData("0123\u00AD4567\u00A089AB\u200BCDE4\uFEFF")]
    public void What_people_type_is_understood(string typed)
    {
        VerificationCode.Parse(typed).Should().Be(Expected);
        VerificationCode.TryParse(typed, out var code).Should().BeTrue();
        code.Should().Be(Expected);
        VerificationCode.TryParse(typed, out code, out var error).Should().BeTrue();
        (code, error).Should().Be((Expected, null));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("km-KH")]
    [InlineData("ar-SA")]
    public void Culture_makes_no_difference(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            VerificationCode.Parse("oi23456789abcde4").Should().Be(Expected);
            Expected.ToString().Should().Be(Printed);
            VerificationCode.TryParse("123", out _, out var error).Should().BeFalse();
            error!.Explain(Language.English).Should().Contain("this has 3");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData(" - \u200B ", 0)]
    [InlineData("0123-4567-89AB-CDE", 15)]
    [InlineData("0123-4567-89AB-CDE44", 17)]
    public void A_wrong_length_is_told_with_what_was_found(string? typed, int found)
    {
        VerificationCode.TryParse(typed, out var code, out var error).Should().BeFalse();

        code.Should().Be(default(VerificationCode));
        error.Should().BeOfType<VerificationCodeError.WrongLength>().Which.Found.Should().Be(found);
        error!.Code.Should().Be("verification-code.wrong-length");
    }

    [Theory]
    [InlineData("0123-4567-89AB-CDEU", 19, 'U', "*(U+0055)*")]
    [InlineData("u123-4567-89AB-CDE4", 1, 'u', "*(U+0075)*")]
    [InlineData("0123_4567-89AB-CDE4", 5, '_', "*(U+005F)*")]
    [InlineData("0123.4567.89AB.CDE4", 5, '.', "*(U+002E)*")]
    [InlineData("\u17E0\u17E1\u17E2\u17E3-4567-89AB-CDE4", 1, '\u17E0', "*(U+17E0)*")]
    [InlineData("0123-\uFF14567-89AB-CDE4", 6, '\uFF14', "*(U+FF14)*")]
    [InlineData("0123-4567-89\uFF21B-CDE4", 13, '\uFF21', "*(U+FF21)*")]
    [InlineData("0123-4567-89AB-CDE\u041C", 19, '\u041C', "*(U+041C)*")]
    [InlineData("0\u0131" + "23-4567-89AB-CDE4", 2, '\u0131', "*(U+0131)*")]
    [InlineData("0\u0130" + "23-4567-89AB-CDE4", 2, '\u0130', "*(U+0130)*")]
    [InlineData("0123-4567-89AB-CDE4\0", 20, '\0', "*(U+0000)*")]
    [InlineData("https://example.org/0123", 6, ':', "*(U+003A)*")]
    public void A_foreign_character_is_told_with_its_place(string typed, int position, char character, string message)
    {
        VerificationCode.TryParse(typed, out _, out var error).Should().BeFalse();

        var invalid = error.Should().BeOfType<VerificationCodeError.InvalidCharacter>().Subject;
        (invalid.Position, invalid.Character).Should().Be((position, new Rune(character)));
        invalid.Explain(Language.English).Should().Match(message);
        invalid.Code.Should().Be("verification-code.invalid-character");
    }

    [Theory]
    [InlineData("\U0001F1F0\U0001F1ED0", 1, 0x1F1F0)]
    [InlineData("01\U0001D7D8", 3, 0x1D7D8)]
    [InlineData("0\uD800", 2, 0xFFFD)]
    public void Characters_beyond_the_first_plane_count_once_and_half_of_one_is_no_crash(string typed, int position, int character)
    {
        VerificationCode.TryParse(typed, out _, out var error).Should().BeFalse();

        error.Should().BeEquivalentTo(new { Position = position, Character = new Rune(character) });
    }

    [Fact]
    public void An_endless_text_is_refused_for_its_length()
    {
        VerificationCode.TryParse(new string('7', 5_000_000), out _, out var error).Should().BeFalse();

        error.Should().BeOfType<VerificationCodeError.WrongLength>().Which.Found.Should().Be(5_000_000);
    }

    [Fact]
    public void Any_text_at_all_is_either_a_code_or_explained_without_being_repeated() => Gen.String.Sample(text =>
    {
        bool read = VerificationCode.TryParse(text, out var code, out var error);

        read.Should().Be(error is null);
        read.Should().Be(code != default);
    });

    [Fact]
    public void Parse_throws_the_reason_and_does_not_repeat_the_text()
    {
        var thrown = FluentActions.Invoking(() => VerificationCode.Parse("1123-4567-89AB-CDE4"))
            .Should().Throw<VerificationCodeException>().Which;

        thrown.Should().BeAssignableTo<FormatException>();
        thrown.Error.Should().BeOfType<VerificationCodeError.CheckCharacterMismatch>();
        thrown.Message.Should().Be(thrown.Error.Explain(Language.English)).And.NotContain("1123");
    }

    [Fact]
    public void Null_is_a_programmers_error_in_Parse() =>
        FluentActions.Invoking(() => VerificationCode.Parse(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void Generic_parsing_reads_the_same_codes()
    {
        Read<VerificationCode>(Printed).Should().Be(Expected);

        static T Read<T>(string text) where T : ISpanParsable<T> =>
            T.TryParse(text, null, out var first) && T.TryParse(text.AsSpan(), null, out var second) && first.Equals(second)
                && T.Parse(text.AsSpan(), null).Equals(first)
                ? T.Parse(text, null)
                : throw new InvalidOperationException("The four ways of parsing disagree.");
    }
}
