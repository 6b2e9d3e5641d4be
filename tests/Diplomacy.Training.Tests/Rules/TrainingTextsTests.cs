using NodaTime;

namespace Diplomacy.Training.Tests.Rules;

public sealed class TrainingTextsTests
{
    private const string Code = "institution.code-is-new";

    [Fact]
    public void A_text_is_filled_in_each_language()
    {
        TrainingTexts.Default.Format(Code, Arguments("KH-1"), Language.English).Should().StartWith("An institution with the code KH-1 stands");
        TrainingTexts.Default.Format(Code, Arguments("KH-1"), Language.Khmer).Should().Contain("KH-1").And.Contain("ស្ថាប័ន");
    }

    [Fact]
    public void A_language_without_a_text_gets_English() =>
        TrainingTexts.Default.Format(Code, Arguments("KH-1"), new Language("fr")).Should().StartWith("An institution");

    [Fact]
    public void A_replaced_text_is_used_in_its_language_only_and_the_default_stays()
    {
        TrainingTexts texts = TrainingTexts.Default.With(Code, Language.English, "{institution} again!");

        texts.Format(Code, Arguments("KH-1"), Language.English).Should().Be("KH-1 again!");
        texts.Format(Code, Arguments("KH-1"), Language.Khmer).Should().Be(TrainingTexts.Default.Format(Code, Arguments("KH-1"), Language.Khmer));
        TrainingTexts.Default.Format(Code, Arguments("KH-1"), Language.English).Should().NotContain("again!");
    }

    [Fact]
    public void A_language_may_be_added() =>
        TrainingTexts.Default.With(Code, new Language("fr"), "{institution} existe déjà.").Format(Code, Arguments("KH-1"), new Language("FR")).Should().Be("KH-1 existe déjà.");

    [Fact]
    public void An_unknown_code_is_a_programmers_error()
    {
        TrainingTexts.Default.Invoking(t => t.With("institution.is-pretty", Language.English, "")).Should().Throw<ArgumentException>().WithMessage("*'institution.is-pretty'*");
        TrainingTexts.Default.Invoking(t => t.Format("institution.is-pretty", Arguments(""), Language.English)).Should().Throw<ArgumentException>().WithMessage("*'institution.is-pretty'*");
    }

    [Fact]
    public void An_unknown_place_is_refused_with_those_that_there_are() =>
        TrainingTexts.Default.Invoking(t => t.With(Code, Language.English, "{institution} {person}"))
            .Should().Throw<ArgumentException>().WithMessage("*no place named 'person'; it has: institution*");

    [Fact]
    public void A_text_that_leaves_a_place_out_does_not_take_it_from_the_other_languages()
    {
        TrainingTexts texts = TrainingTexts.Default.With(Code, Language.English, "Known already.");

        texts.With(Code, Language.Khmer, "{institution} មានរួចហើយ").Format(Code, Arguments("KH-1"), Language.Khmer).Should().Be("KH-1 មានរួចហើយ");
    }

    [Theory]
    [InlineData("{", "{")]
    [InlineData("}{", "}{")]
    [InlineData("a {institution", "a {institution")]
    [InlineData("{institution}{institution}", "KH-1KH-1")]
    [InlineData("", "")]
    public void Odd_braces_are_printed_as_they_are(string template, string expected) =>
        TrainingTexts.Default.With(Code, Language.English, template).Format(Code, Arguments("KH-1"), Language.English).Should().Be(expected);

    [Fact]
    public void A_place_without_an_argument_stays_visible() =>
        TrainingTexts.Default.Format(Code, new Dictionary<string, object>(), Language.English).Should().Contain("{institution}");

    [Fact]
    public void Values_are_written_in_the_invariant_culture()
    {
        Written(1234.5).Should().Be("1234.5");
        Written(-3).Should().Be("-3");
        Written(new LocalDate(2023, 2, 28)).Should().Contain("2023");
        Written(new LocalizedText("ខ្មែរ", "Khmer")).Should().Be("Khmer");
        Written("{institution}").Should().Be("{institution}", "a value is not a template");
    }

    [Fact]
    public void Codes_are_listed_in_order() => TrainingTexts.Default.Codes.Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems().And.Contain(Code);

    private static string Written(object value) =>
        TrainingTexts.Default.With(Code, Language.English, "{institution}").Format(Code, Arguments(value), Language.English);

    private static Dictionary<string, object> Arguments(object institution) => new() { ["institution"] = institution };
}
