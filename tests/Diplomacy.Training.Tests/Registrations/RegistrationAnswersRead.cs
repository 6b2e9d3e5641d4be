using CsCheck;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.Tests.Registrations.AskedAnswers;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Answers from the cells of a file or the fields of a form.</summary>
public sealed class RegistrationAnswersRead
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData(" YES ", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("១", true)]
    [InlineData("បាទ", true)]
    [InlineData("ចាស", true)]
    [InlineData("យល់​ព្រម", true)]
    [InlineData("✓", true)]
    [InlineData("no", false)]
    [InlineData("FALSE", false)]
    [InlineData("0", false)]
    [InlineData("០", false)]
    [InlineData("ទេ", false)]
    [InlineData("អត់ ទេ", null)]
    [InlineData("អត់ទេ", false)]
    [InlineData("មិនយល់ព្រម", false)]
    [InlineData("perhaps", null)]
    [InlineData("x", null)]
    [InlineData("12", null)]
    public void Yes_and_no_are_read_in_both_languages(string cell, bool? isYes) =>
        Read(Photographs, cell).Should().Be(isYes is { } yes ? new RegistrationAnswer.YesNo(yes) : Unreadable);

    [Theory]
    [InlineData("km", "km")]
    [InlineData("KHMER", "km")]
    [InlineData("  no   interpretation needed", "none")]
    [InlineData("ភាសាខ្មែរ", "km")]
    [InlineData("ភាសា\u200Bខ្មែរ", "km")]
    [InlineData("Klingon", null)]
    [InlineData("km; en", null)]
    public void One_option_is_read_by_its_code_or_either_text(string cell, string? option) =>
        Read(Interpretation, cell).Should().Be(option is null ? Unreadable : new RegistrationAnswer.Chosen(option));

    [Theory]
    [InlineData("halal", "halal")]
    [InlineData("Halal; No pork", "halal no-pork")]
    [InlineData("no pork,HALAL", "halal no-pork")]
    [InlineData("halal\r\nno-pork\n", "halal no-pork")]
    [InlineData("halal,,halal", "halal")]
    [InlineData("អាហារហាឡាល់; មិនទទួលទានសាច់គោ", "halal no-beef")]
    [InlineData("halal; gold leaf", null)]
    public void Several_options_are_parted_by_semicolons_commas_or_line_breaks(string cell, string? options) =>
        Read(Dietary, cell).Should().Be(options is null ? Unreadable : new RegistrationAnswer.Chosen(options.Split(' ')));

    [Fact]
    public void An_option_whose_text_holds_commas_is_found_whole()
    {
        RegistrationQuestion topics = RegistrationQuestion.SeveralOf(
            "topics", new("", "Topics"), new("law", new("", "Law, treaties, and custom")), new("treaties", new("", "treaties")), new("media", new("", "Media")));

        Read(topics, "Media, Law, treaties, and custom").Should().Be(new RegistrationAnswer.Chosen("law", "media"));
        Read(topics, "treaties, Media").Should().Be(new RegistrationAnswer.Chosen("media", "treaties"));
        Read(topics, "Law, and custom").Should().Be(Unreadable);
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("១២.៥០", "12.5")]
    [InlineData(" -3.25 ", "-3.25")]
    [InlineData("1,5", null)]
    [InlineData("1 000", null)]
    [InlineData("1e3", null)]
    [InlineData("79228162514264337593543950336", null)]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Numbers_have_a_point_in_every_culture_and_Khmer_digits_are_digits(string cell, string? number) =>
        Read(Years, cell).Should().Be(number is null ? Unreadable : new RegistrationAnswer.Number(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2023-02-27", true)]
    [InlineData("២០២៣-០២-២៧", true)]
    [InlineData("27/02/2023", false)]
    [InlineData("2023-02-30", false)]
    public void Dates_are_written_year_month_day_for_no_other_order_is_everybodys(string cell, bool read) =>
        Read(Arrival, cell).Should().Be(read ? new RegistrationAnswer.Date(new LocalDate(2023, 2, 27)) : Unreadable);

    [Fact]
    public void Words_are_kept_as_given_in_form_C_with_their_line_breaks()
    {
        Read(Accessibility, " cafe\u0301\r\nand more ").Should().Be(new RegistrationAnswer.Words("caf\u00E9\nand more"));
        Read(Accessibility, "\u0007").Should().Be(new RegistrationAnswer.Words("\u0007"), "that it cannot be printed is for the check to say");
    }

    [Fact]
    public void Empty_cells_are_no_answers_whatever_they_are_about() =>
        RegistrationAnswers.Read(All, [Cell(Dietary, ""), Cell(Accessibility, "  \n"), Cell(Years, "\t"), new("never-asked", "")]).Should().Be(RegistrationAnswers.None);

    [Fact]
    public void A_code_stands_once_and_is_a_code()
    {
        FluentActions.Invoking(() => RegistrationAnswers.Read(All, [Cell(Years, "1"), Cell(Years, "2")])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => RegistrationAnswers.Read(All, [new("SOK Dara", "1")])).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("Dara");
        FluentActions.Invoking(() => RegistrationAnswers.Read(All, [Cell(Years, null!)])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void What_is_written_is_read_back_in_codes_and_in_either_language() => Valid.Sample(answers =>
    {
        foreach (Language? language in new Language?[] { null, Language.English, Language.Khmer })
        {
            RegistrationAnswers.Read(All, All.Select(q => Cell(q, answers.Write(q, language)))).Should().Be(answers, $"written in {language}");
        }
    }, iter: 1_000);

    [Fact]
    public void Whatever_stands_in_a_cell_it_is_read_or_told_and_never_thrown() =>
        Gen.Select(Unicode.Any, Gen.Int[0, All.Length - 1]).Sample((cell, which) =>
        {
            RegistrationAnswers answers = RegistrationAnswers.Read(All, [Cell(All[which], cell)]);

            foreach (TrainingRule rule in answers.Check(All, InRoom).Where(rule => rule.Code != "registration.question-is-answered"))
            {
                rule.Code.Should().Be("registration.answer-is-valid");
            }
        }, iter: 5_000);

    [Fact]
    public void A_cell_as_long_as_a_spreadsheet_allows_is_read_in_no_time()
    {
        string cell = string.Concat(Enumerable.Repeat("halal,", 3_000)) + "x";

        Read(Dietary, cell).Should().Be(Unreadable);
        Read(Dietary, string.Concat(Enumerable.Repeat("halal;", 3_000))).Should().Be(new RegistrationAnswer.Chosen("halal"));
        Read(Dietary, new string(',', 32_767)).Should().Be(Unreadable);
    }

    private static RegistrationAnswer Unreadable { get; } = Read(Photographs, "neither");

    private static RegistrationAnswer Read(RegistrationQuestion question, string cell) => RegistrationAnswers.Read([question], [Cell(question, cell)])[question.Code]!;
}
