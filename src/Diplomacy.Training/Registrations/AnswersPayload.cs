using System.Collections.Immutable;
using System.Text.Json;

namespace Diplomacy.Training;

/// <summary>Answers as kept in a personal record.</summary>
internal sealed record AnswersPayload(ImmutableArray<AnswerPayload> Answers)
{
    internal const string Kind = "registration-answers";

    /// <summary>
    /// Whom a record with answers is about: a person, by one registration. A subject is erased whole, so answers have one apart from the person's own,
    /// or they could not end before the person's name does.
    /// </summary>
    internal static string Subject(PersonId person, RegistrationId registration) => PersonSubjects.AnswersOf(person) + registration;

    internal static AnswersPayload Of(RegistrationAnswers answers) =>
        new([.. answers.Codes.Select(code => AnswerPayload.Of(code, answers[code]!))]);

    internal RegistrationAnswers ToAnswers() => (Answers.IsDefault ? [] : Answers).Aggregate(RegistrationAnswers.None, (all, one) => all.With(one.Question, one.ToAnswer()));
}

/// <summary>One answer: the question's code, and one of the values.</summary>
internal sealed record AnswerPayload(string Question, string? Text = null, bool? YesNo = null, ImmutableArray<string>? Options = null, decimal? Number = null, LocalDate? Date = null)
{
    internal static AnswerPayload Of(string question, RegistrationAnswer answer) => answer switch
    {
        RegistrationAnswer.Words words => new(question, Text: words.Text),
        RegistrationAnswer.YesNo yesNo => new(question, YesNo: yesNo.IsYes),
        RegistrationAnswer.Chosen chosen => new(question, Options: chosen.Options),
        RegistrationAnswer.Number number => new(question, Number: number.Value),
        RegistrationAnswer.Date date => new(question, Date: date.Value),
        _ => throw new ArgumentException($"The answer to '{question}' could not be read; check answers before they are kept.", nameof(answer)),
    };

    internal RegistrationAnswer ToAnswer() => this switch
    {
        { Text: { } text } => new RegistrationAnswer.Words(text),
        { YesNo: { } yesNo } => new RegistrationAnswer.YesNo(yesNo),
        { Options: { } options } => new RegistrationAnswer.Chosen(options),
        { Number: { } number } => new RegistrationAnswer.Number(number),
        { Date: { } date } => new RegistrationAnswer.Date(date),
        _ => throw new JsonException($"The answer to '{Question}' holds no value."),
    };
}
