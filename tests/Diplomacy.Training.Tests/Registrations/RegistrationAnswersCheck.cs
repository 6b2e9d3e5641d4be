using CsCheck;
using NodaTime;
using static Diplomacy.Training.Tests.Registrations.AskedAnswers;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationAnswersCheck
{
    [Fact]
    public void What_the_questions_allow_breaks_no_rule()
    {
        Everything.Check(All, InRoom).Should().BeEmpty();
        Valid.Sample(answers => answers.With("photographs", new RegistrationAnswer.YesNo(true)).Check(All, InRoom).Count == 0, iter: 500);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_together_in_the_order_of_the_questions()
    {
        RegistrationAnswers wrong = RegistrationAnswers.None
            .With("dietary", new RegistrationAnswer.Chosen("halal", "gold-leaf"))
            .With("accessibility", new RegistrationAnswer.Words(new string('a', 501)))
            .With("interpretation", new RegistrationAnswer.Chosen("km", "en"))
            .With("years", new RegistrationAnswer.Number(60.1m))
            .With("arrival", new RegistrationAnswer.Date(new LocalDate(2023, 2, 19)))
            .With("shoe-size", new RegistrationAnswer.Number(40));

        wrong.Check(All, InRoom).Select(r => (r.Code, r.Arguments["question"])).Should().Equal(
            ("registration.answer-is-valid", "dietary"), ("registration.answer-is-valid", "accessibility"), ("registration.answer-is-valid", "interpretation"),
            ("registration.question-is-answered", "photographs"), ("registration.answer-is-valid", "years"), ("registration.answer-is-valid", "arrival"),
            ("registration.question-is-known", "shoe-size"));
    }

    [Fact]
    public void A_rule_says_what_is_expected_in_both_languages()
    {
        RegistrationAnswers wrong = RegistrationAnswers.Read(All, All.Where(q => q != Accessibility).Select(q => Cell(q, "?")));

        wrong.Check(All, InRoom).Select(r => r.Explain(Language.English)).Should().Equal(
            "The answer to the question 'dietary' cannot be taken. Expected: one or several of vegetarian, vegan, halal, no-pork, no-beef, no-seafood, no-nuts.",
            "The answer to the question 'interpretation' cannot be taken. Expected: one of none, km, en, fr.",
            "The answer to the question 'photographs' cannot be taken. Expected: yes or no.",
            "The answer to the question 'years' cannot be taken. Expected: a number from 0 to 60.",
            "The answer to the question 'arrival' cannot be taken. Expected: a date from 2023-02-20 to 2023-02-28, written year-month-day.");
        RegistrationAnswers.None.Check([Photographs], Online).Single().Explain(Language.Khmer).Should().Be("សំណួរ 'photographs' ត្រូវតែឆ្លើយ។ ចម្លើយត្រូវជា៖ បាទ/ចាស ឬទេ។");
        RegistrationAnswers.None.With("a", new RegistrationAnswer.YesNo(true)).Check([], InRoom).Single().Explain(Language.English).Should().Be("The workshop does not ask 'a'. It asks: -.");
    }

    [Fact]
    public void Words_that_cannot_be_printed_are_not_taken()
    {
        // Not a theory: a lone surrogate does not survive the metadata of an attribute.
        foreach (string words in (string[])["cannot climb stairs\u0007", "\uD800 a ramp", "a ramp \u202E", "a\u2028ramp"])
        {
            RegistrationAnswers.None.With("accessibility", new RegistrationAnswer.Words(words)).Check([Accessibility], InRoom).Single().Code.Should().Be("registration.answer-is-valid");
        }
    }

    [Fact]
    public void An_answer_of_another_kind_is_not_taken()
    {
        RegistrationAnswer[] answers =
        [
            new RegistrationAnswer.Chosen("halal"), new RegistrationAnswer.Words("words"), new RegistrationAnswer.Chosen("km"), new RegistrationAnswer.YesNo(true),
            new RegistrationAnswer.Number(1), new RegistrationAnswer.Date(new LocalDate(2023, 2, 27)),
        ];

        foreach (RegistrationQuestion question in All)
        {
            answers.Select(a => RegistrationAnswers.None.With(question.Code, a).Check([question], InRoom).Count == 0)
                .Should().Equal(All.Select(q => q == question), question.Code);
        }
    }

    [Fact]
    public void A_question_that_is_not_asked_of_someone_is_neither_required_nor_looked_at_nor_kept()
    {
        RegistrationQuestion dinner = Dietary with { IsRequired = true };
        RegistrationAnswers wrong = RegistrationAnswers.None.With("dietary", new RegistrationAnswer.Chosen("gold-leaf")).With("years", new RegistrationAnswer.Number(3));

        RegistrationAnswers.None.Check([dinner, Years], Online).Should().BeEmpty();
        wrong.Check([dinner, Years], Online).Should().BeEmpty();
        wrong.Check([dinner, Years], InRoom).Should().ContainSingle();
        wrong.AskedOf([dinner, Years], Online).Codes.Should().Equal("years");
        Everything.AskedOf(All, InRoom).Should().Be(Everything);
        Everything.AskedOf(All, Online).Codes.Should().Equal("accessibility", "arrival", "interpretation", "photographs", "years");
    }

    [Fact]
    public void An_empty_answer_takes_back_what_was_answered()
    {
        RegistrationAnswers answers = Everything.With("dietary", new RegistrationAnswer.Chosen()).With("accessibility", new RegistrationAnswer.Words("  "));

        answers.Codes.Should().Equal("arrival", "interpretation", "photographs", "years");
        answers.Should().Be(Everything.Without(["dietary", "accessibility", "unheard-of"]));
    }

    [Fact]
    public void No_means_answered() => RegistrationAnswers.None.With("photographs", new RegistrationAnswer.YesNo(false)).Check([Photographs], InRoom).Should().BeEmpty();

    [Fact]
    public void Whoever_works_with_registrations_sees_no_sensitive_answer_and_none_that_nobody_vouches_for() =>
        Everything.WithoutSensitive([Dietary, Interpretation, Photographs]).Codes.Should().Equal("interpretation", "photographs");

    [Fact]
    public void Neither_answers_nor_rules_print_what_was_answered()
    {
        const string secret = "SOK Dara is allergic to bees";
        RegistrationAnswers answers = RegistrationAnswers.Read(All, All.Select(q => Cell(q, secret + new string('!', 500))).Append(new("unheard-of", secret)));
        IReadOnlyList<TrainingRule> unmet = answers.Check(All, InRoom);

        unmet.Should().HaveCount(All.Length + 1);
        unmet.SelectMany(r => new[] { r.ToString(), r.Explain(Language.Khmer), string.Join(' ', r.Arguments.Values) }).Should().OnlyContain(text => !text.Contains("Dara") && !text.Contains("bees"));
        answers.ToString().Should().Be("7 answers");
        Everything.Codes.Select(code => Everything[code]!.ToString()).Should().Equal("Words", "Date", "Chosen", "Chosen", "YesNo", "Number");
        new TrainingRuleException(unmet).Message.Should().NotContain("Dara");
    }
}
