namespace Diplomacy.Training;

/// <summary>Rules of answers to a ministry's own questions. They say what is expected, never what was answered.</summary>
internal static class AnswerRules
{
    internal static readonly CatalogText QuestionIsAnswered = new(
        "registration.question-is-answered",
        "The question '{question}' must be answered. Expected: {expected}.",
        "សំណួរ '{question}' ត្រូវតែឆ្លើយ។ ចម្លើយត្រូវជា៖ {expected}។");

    internal static readonly CatalogText AnswerIsValid = new(
        "registration.answer-is-valid",
        "The answer to the question '{question}' cannot be taken. Expected: {expected}.",
        "ចម្លើយចំពោះសំណួរ '{question}' មិនត្រឹមត្រូវទេ។ ចម្លើយត្រូវជា៖ {expected}។");

    internal static readonly CatalogText QuestionIsKnown = new(
        "registration.question-is-known",
        "The workshop does not ask '{question}'. It asks: {questions}.",
        "សិក្ខាសាលានេះគ្មានសំណួរ '{question}' ទេ។ សំណួរដែលមានគឺ៖ {questions}។");

    internal static readonly CatalogText ExpectsText = new(
        "answer.expects-text",
        "text of at most {length} characters, without control characters",
        "អត្ថបទមិនលើសពី {length} តួអក្សរ ដោយគ្មានតួអក្សរបញ្ជា");

    internal static readonly CatalogText ExpectsYesOrNo = new("answer.expects-yes-or-no", "yes or no", "បាទ/ចាស ឬទេ");

    internal static readonly CatalogText ExpectsOneOf = new("answer.expects-one-of", "one of {options}", "ជម្រើសមួយក្នុងចំណោម {options}");

    internal static readonly CatalogText ExpectsSeveralOf = new("answer.expects-several-of", "one or several of {options}", "ជម្រើសមួយ ឬច្រើនក្នុងចំណោម {options}");

    internal static readonly CatalogText ExpectsNumber = new("answer.expects-number", "a number from {least} to {most}", "លេខចាប់ពី {least} ដល់ {most}");

    internal static readonly CatalogText ExpectsDate = new(
        "answer.expects-date", "a date from {earliest} to {latest}, written year-month-day", "កាលបរិច្ឆេទចាប់ពី {earliest} ដល់ {latest} សរសេរជា ឆ្នាំ-ខែ-ថ្ងៃ");

    internal static CatalogText[] All =>
        [QuestionIsAnswered, AnswerIsValid, QuestionIsKnown, ExpectsText, ExpectsYesOrNo, ExpectsOneOf, ExpectsSeveralOf, ExpectsNumber, ExpectsDate];

    /// <summary>What a question expects, in words.</summary>
    internal static TrainingText ExpectedBy(RegistrationQuestion question) => question.Kind switch
    {
        QuestionKind.Text => ExpectsText.With(("length", question.MaxLength!.Value)),
        QuestionKind.YesNo => ExpectsYesOrNo.With(),
        QuestionKind.OneOf => ExpectsOneOf.With(("options", Codes(question))),
        QuestionKind.SeveralOf => ExpectsSeveralOf.With(("options", Codes(question))),
        QuestionKind.Number => ExpectsNumber.With(("least", question.Least!.Value), ("most", question.Most!.Value)),
        _ => ExpectsDate.With(("earliest", question.Earliest!.Value), ("latest", question.Latest!.Value)),
    };

    private static string Codes(RegistrationQuestion question) => string.Join(", ", question.Options.Select(option => option.Code));
}
