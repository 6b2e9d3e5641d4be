using CsCheck;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Questions of every kind, and answers to them.</summary>
internal static class AskedAnswers
{
    internal static readonly RegistrationQuestion Dietary = UsualQuestions.Dietary();
    internal static readonly RegistrationQuestion Accessibility = UsualQuestions.Accessibility();
    internal static readonly RegistrationQuestion Interpretation = UsualQuestions.InterpretationLanguage();
    internal static readonly RegistrationQuestion Photographs = UsualQuestions.PhotographConsent();
    internal static readonly RegistrationQuestion Years = RegistrationQuestion.Number("years", new("បទពិសោធន៍ (ឆ្នាំ)", "Years of service"), 0, 60) with { RetentionDays = 0 };
    internal static readonly RegistrationQuestion Arrival = RegistrationQuestion.Date("arrival", new("ថ្ងៃមកដល់", "Day of arrival"), new(2023, 2, 20), new(2023, 2, 28)) with { RetentionDays = 7 };
    internal static readonly RegistrationQuestion[] All = [Dietary, Accessibility, Interpretation, Photographs, Years, Arrival];

    internal static readonly SeatClaim InRoom = new(DeliveryMode.InPerson, InstitutionCode.Parse("MFAIC"), InstitutionKind.Ministry, ParticipantRole.Participant);
    internal static readonly SeatClaim Online = InRoom with { Mode = DeliveryMode.Online };

    internal static RegistrationAnswers Everything { get; } = RegistrationAnswers.None
        .With("dietary", new RegistrationAnswer.Chosen("no-pork", "halal"))
        .With("accessibility", new RegistrationAnswer.Words("A ramp,\nand a seat near the door; មានជណ្តើរយន្តទេ?"))
        .With("interpretation", new RegistrationAnswer.Chosen("km"))
        .With("photographs", new RegistrationAnswer.YesNo(false))
        .With("years", new RegistrationAnswer.Number(12.5m))
        .With("arrival", new RegistrationAnswer.Date(new LocalDate(2023, 2, 27)));

    /// <summary>Any answers that the questions allow, to some or all of them.</summary>
    internal static Gen<RegistrationAnswers> Valid { get; } = Gen.Select(
        Gen.Int[0, 63],
        Gen.Shuffle(Dietary.Options.Select(o => o.Code).ToArray()).SelectMany(codes => Gen.Int[1, codes.Length].Select(n => codes[..n])),
        Gen.Select(Unicode.Printable, Unicode.Printable, (first, second) => first + "\n" + second),
        Gen.Int[0, 3], Gen.Bool,
        Gen.Int[0, 6_000_000].Select(n => n / 100_000m),
        Gen.Int[0, 8])
        .Select((which, diet, words, language, consent, years, days) => Some(which, diet, words, language, consent, years, days));

    internal static KeyValuePair<string, string> Cell(RegistrationQuestion question, string text) => new(question.Code, text);

    private static RegistrationAnswers Some(int which, string[] diet, string words, int language, bool consent, decimal years, int days)
    {
        RegistrationAnswer[] answers =
        [
            new RegistrationAnswer.Chosen(diet), new RegistrationAnswer.Words(words), new RegistrationAnswer.Chosen(Interpretation.Options[language].Code),
            new RegistrationAnswer.YesNo(consent), new RegistrationAnswer.Number(years), new RegistrationAnswer.Date(new LocalDate(2023, 2, 20).PlusDays(days)),
        ];
        RegistrationAnswers some = RegistrationAnswers.None;
        for (int i = 0; i < All.Length; i++)
        {
            some = (which >> i & 1) == 1 ? some.With(All[i].Code, answers[i]) : some;
        }

        return some;
    }
}
