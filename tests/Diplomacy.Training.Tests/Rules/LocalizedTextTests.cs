namespace Diplomacy.Training.Tests.Rules;

public sealed class LocalizedTextTests
{
    [Fact]
    public void Each_language_has_its_own_text()
    {
        var text = new LocalizedText("សិក្ខាសាលា", "Workshop");

        (text.In(Language.Khmer), text.In(Language.English), text.In(new Language("fr"))).Should().Be(("សិក្ខាសាលា", "Workshop", "Workshop"));
    }

    [Fact]
    public void A_text_of_one_language_stands_in_for_the_other()
    {
        new LocalizedText("សិក្ខាសាលា", "").In(Language.English).Should().Be("សិក្ខាសាលា");
        new LocalizedText("", "Workshop").In(Language.Khmer).Should().Be("Workshop");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", "\u00a0")]
    public void A_text_needs_words_in_one_language(string khmer, string english) =>
        FluentActions.Invoking(() => new LocalizedText(khmer, english)).Should().Throw<ArgumentException>();

    [Fact]
    public void A_text_is_normalised_to_form_C() => new LocalizedText("", "Cafe\u0301").English.Should().Be("Café");

    [Theory]
    [InlineData("a\nb", "U+000A")]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\u0085b", "U+0085")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("a\u2029b", "U+2029")]
    [InlineData("a\u061cb", "U+061C")]
    [InlineData("a\u200eb", "U+200E")]
    [InlineData("a\u202eb", "U+202E")]
    [InlineData("a\u2066b", "U+2066")]
    [InlineData("a\ufffeb", "U+FFFE")]
    [InlineData("a\uffffb", "U+FFFF")]
    public void What_cannot_be_printed_is_refused_with_its_place_and_without_the_text(string text, string named)
    {
        ArgumentException fault = FluentActions.Invoking(() => new LocalizedText("", "Secret" + text)).Should().Throw<ArgumentException>().Which;
        fault.ParamName.Should().Be("english");
        fault.Message.Should().NotContain("Secret");
        FluentActions.Invoking(() => new LocalizedText(text, "")).Should().Throw<ArgumentException>().WithParameterName("khmer").WithMessage($"*{named}*");
    }

    [Theory]
    [InlineData(0xD800, "b")]
    [InlineData(0xDC00, "b")]
    [InlineData(0xD83D, "")]
    public void A_lone_surrogate_is_refused(int half, string after) =>
        FluentActions.Invoking(() => new LocalizedText("", "a" + (char)half + after)).Should().Throw<ArgumentException>().WithMessage("*lone surrogate stands at position 1*");

    [Fact]
    public void Khmer_with_invisible_word_breaks_and_joiners_is_kept()
    {
        const string Khmer = "ព្រះរាជាណាចក្រ\u200bកម្ពុជា\u200c\u200d";
        new LocalizedText(Khmer, "").Khmer.Should().Be(Khmer);
    }
}
