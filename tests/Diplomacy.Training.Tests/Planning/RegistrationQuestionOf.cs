using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class RegistrationQuestionOf
{
    private static readonly LocalizedText s_text = new("សំណួរ", "Question");
    private static readonly QuestionOption s_a = new("a", new("ក", "First")), s_b = new("b", new("ខ", "Second"));

    public static TheoryData<string, Func<RegistrationQuestion>> Unusable => new()
    {
        { "code in capitals", () => RegistrationQuestion.YesNo("Consent", s_text) },
        { "empty code", () => RegistrationQuestion.YesNo("", s_text) },
        { "code of 41 letters", () => RegistrationQuestion.YesNo(new string('a', 41), s_text) },
        { "no options", () => RegistrationQuestion.OneOf("q", s_text) },
        { "an option that is null", () => RegistrationQuestion.SeveralOf("q", s_text, s_a, null!) },
        { "201 options", () => RegistrationQuestion.OneOf("q", s_text, Enumerable.Range(0, 201).Select(i => Option($"o{i}", $"ជ{i}", $"Option {i}"))) },
        { "one code twice", () => RegistrationQuestion.OneOf("q", s_text, s_a, Option("a", "គ", "Third")) },
        { "one text twice, case and spaces aside", () => RegistrationQuestion.OneOf("q", s_text, s_a, Option("c", "គ", " FIRST")) },
        { "a text that is another's code", () => RegistrationQuestion.OneOf("q", s_text, s_a, Option("c", "គ", "a")) },
        { "a Khmer text twice, digits aside", () => RegistrationQuestion.OneOf("q", s_text, Option("c", "ថ្នាក់ ១", "One"), Option("d", "ថ្នាក់ 1", "Two")) },
        { "no length", () => RegistrationQuestion.FreeText("q", s_text, 0) },
        { "more than the longest text", () => RegistrationQuestion.FreeText("q", s_text, RegistrationQuestion.LongestText + 1) },
        { "numbers out of order", () => RegistrationQuestion.Number("q", s_text, 2, 1) },
        { "dates out of order", () => RegistrationQuestion.Date("q", s_text, new(2026, 2, 2), new(2026, 2, 1)) },
        { "a date before 1900", () => RegistrationQuestion.Date("q", s_text, new(1899, 12, 31)) },
        { "kept for less than no days", () => RegistrationQuestion.YesNo("q", s_text) with { RetentionDays = -1 } },
        { "kept for more than a hundred years", () => RegistrationQuestion.YesNo("q", s_text) with { RetentionDays = 36_526 } },
        { "no audience", () => RegistrationQuestion.YesNo("q", s_text) with { Audience = null! } },
        { "a semicolon in an option", () => RegistrationQuestion.OneOf("q", s_text, Option("c", "គ", "this; that")) },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_asked_is_a_programmers_error(string what, Func<RegistrationQuestion> made) => made.Should().Throw<ArgumentException>(what);

    [Fact]
    public void A_question_has_only_what_belongs_to_its_kind()
    {
        RegistrationQuestion number = RegistrationQuestion.Number("years", s_text, 0, 40.5m);
        RegistrationQuestion date = RegistrationQuestion.Date("arrival", s_text);

        (number.Kind, number.Least, number.Most, number.MaxLength, number.Earliest).Should().Be((QuestionKind.Number, 0m, 40.5m, null, null));
        (date.Kind, date.Earliest, date.Latest, date.Least).Should().Be((QuestionKind.Date, new LocalDate(1900, 1, 1), new LocalDate(9998, 12, 31), null));
        RegistrationQuestion.OneOf("q", s_text, s_b, s_a).Options.Should().Equal(s_b, s_a);
        RegistrationQuestion.FreeText("q", s_text).MaxLength.Should().Be(500);
    }

    [Fact]
    public void By_default_it_is_asked_of_everybody_and_kept_with_the_person() =>
        RegistrationQuestion.YesNo("q", s_text).Should().BeEquivalentTo(
            new { IsRequired = false, IsSensitive = false, Audience = QuestionAudience.Everybody, RetentionDays = (int?)null });

    [Fact]
    public void Questions_that_differ_in_one_thing_are_not_equal()
    {
        RegistrationQuestion question = RegistrationQuestion.OneOf("q", s_text, s_a, s_b);
        RegistrationQuestion[] others =
        [
            RegistrationQuestion.SeveralOf("q", s_text, s_a, s_b), RegistrationQuestion.OneOf("q", s_text, s_b, s_a), RegistrationQuestion.OneOf("r", s_text, s_a, s_b),
            RegistrationQuestion.OneOf("q", new("ក", "Other"), s_a, s_b), RegistrationQuestion.OneOf("q", s_text, s_a), question with { IsRequired = true },
            question with { IsSensitive = true }, question with { RetentionDays = 0 }, question with { Audience = QuestionAudience.InTheRoom },
        ];

        others.Should().AllSatisfy(other => other.Should().NotBe(question));
        RegistrationQuestion.OneOf("q", s_text, s_a, s_b).Should().Be(question);
        RegistrationQuestion.OneOf("q", s_text, s_a, s_b).GetHashCode().Should().Be(question.GetHashCode());
        RegistrationQuestion.Number("q", s_text, 1, 2).Should().NotBe(RegistrationQuestion.Number("q", s_text, 1, 3));
        RegistrationQuestion.Date("q", s_text, new(2026, 1, 1)).Should().NotBe(RegistrationQuestion.Date("q", s_text, new(2026, 1, 2)));
        RegistrationQuestion.FreeText("q", s_text, 10).Should().NotBe(RegistrationQuestion.FreeText("q", s_text, 11));
    }

    [Fact]
    public void The_usual_questions_stand_in_both_languages_and_in_one_plan()
    {
        RegistrationQuestion[] usual = [UsualQuestions.Dietary(), UsualQuestions.Accessibility(), UsualQuestions.InterpretationLanguage(), UsualQuestions.PhotographConsent()];

        usual.Select(q => q.Code).Should().Equal("dietary", "accessibility", "interpretation", "photographs");
        usual.SelectMany(q => q.Options.Select(o => o.Text).Append(q.Text)).Should().OnlyContain(t => t.English.Length > 0 && t.Khmer.Any(c => c >= '\u1780' && c <= '\u17FF'));
        usual.Select(q => (q.IsSensitive, q.IsRequired, q.RetentionDays)).Should().Equal((true, false, 30), (true, false, 30), (false, false, 30), (false, true, null));
        UsualQuestions.Dietary().IsAskedOf(new(DeliveryMode.Online, Ministry, InstitutionKind.Ministry, ParticipantRole.Participant)).Should().BeFalse("the kitchen is where the room is");
        UsualQuestions.InterpretationLanguage(Option("zh", "ភាសាចិន", "Chinese")).Options.Select(o => o.Code).Should().Equal("none", "zh");
        Begun().CheckDraft(Plan with { Questions = [.. usual] }).Should().BeEmpty();
    }

    [Fact]
    public void Each_question_of_a_plan_has_a_code_of_its_own()
    {
        WorkshopPlan twice = Plan with { Questions = [UsualQuestions.Dietary(), RegistrationQuestion.YesNo("dietary", s_text), UsualQuestions.PhotographConsent()] };

        TrainingRule broken = BrokenRules(() => Begun().Draft(twice, Now)).Should().ContainSingle().Which;

        broken.Code.Should().Be("workshop.question-codes-are-unique");
        broken.Explain(Language.English).Should().Contain("'dietary'");
        Refused(Published(), p => p.Revise(twice, Now)).Should().Equal("workshop.question-codes-are-unique");
        FluentActions.Invoking(() => Plan with { Questions = [null!] }).Should().Throw<ArgumentException>();
    }

    private static QuestionOption Option(string code, string khmer, string english) => new(code, new(khmer, english));
}
