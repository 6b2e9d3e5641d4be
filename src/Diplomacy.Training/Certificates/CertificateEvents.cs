using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>One line of a proposal list.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Level">What is proposed.</param>
/// <param name="PolicyVersion">By which version of the rule.</param>
/// <param name="MinimumPercent">The share that the rule asked for.</param>
/// <param name="Earned">Whether it was earned; the others stand in the list so that it says why not.</param>
/// <param name="Present">The presence that counted.</param>
/// <param name="Counted">The time it was measured against.</param>
/// <param name="MissedSession">The session attended too little, where every session counts; null otherwise.</param>
/// <param name="Sitting">The sitting that was measured against, whose hours and days the certificate states; null for every session.</param>
public sealed record ProposedAward(
    RegistrationId Registration, PersonId Person, AwardLevel Level, int PolicyVersion, int MinimumPercent, bool Earned, Duration Present, Duration Counted, string? MissedSession,
    string? Sitting = null)
{
    /// <summary>The line in words, as the judgement that it rests on.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) =>
        (new AwardJudgement(Registration, Person, AwardPolicy.Restore(Level, MinimumPercent, PolicyVersion), Earned, Present, Counted) { MissedSession = MissedSession })
        .Explain(language, texts);
}

/// <summary>A proposal list was drawn up.</summary>
/// <param name="At">When.</param>
/// <param name="Proposal">Its number, from 1.</param>
/// <param name="Awards">Its lines, ordered by registration.</param>
public sealed record AwardsProposed(Instant At, int Proposal, ImmutableArray<ProposedAward> Awards) : TrainingEvent(At);

/// <summary>A proposal list was approved, by the actor of the entry.</summary>
/// <param name="At">When.</param>
/// <param name="Proposal">Its number.</param>
public sealed record AwardsApproved(Instant At, int Proposal) : TrainingEvent(At);

/// <summary>An approved award became a certificate.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Level">The level.</param>
/// <param name="Number">The certificate's number.</param>
/// <param name="UnreviewedReasonCode">The host's code for the reason why it was issued while attendance awaited review; null when none did.</param>
public sealed record AwardIssued(Instant At, RegistrationId Registration, PersonId Person, AwardLevel Level, RegisterNumber Number, string? UnreviewedReasonCode) : TrainingEvent(At);

/// <summary>A certificate was entered in the register: number, code, and what it states.</summary>
/// <param name="At">When.</param>
/// <param name="Number">The number.</param>
/// <param name="Code">The code by which anyone can check it.</param>
/// <param name="Workshop">The workshop.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Level">What is attested.</param>
/// <param name="PolicyVersion">By which version of the rule.</param>
/// <param name="Facts">The personal record with the frozen facts.</param>
public sealed record CertificateIssued(
    Instant At, RegisterNumber Number, VerificationCode Code, WorkshopId Workshop, RegistrationId Registration, PersonId Person, AwardLevel Level, int PolicyVersion, RecordRef Facts) : TrainingEvent(At);

internal static class CertificateEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("award.proposed", CertificateJson.Default.AwardsProposed),
        EventType.Of("award.approved", CertificateJson.Default.AwardsApproved),
        EventType.Of("award.issued", CertificateJson.Default.AwardIssued),
        EventType.Of("certificate.issued", CertificateJson.Default.CertificateIssued),
    ];
}

internal sealed class RegisterNumberConverter() : TextConverter<RegisterNumber>(RegisterNumber.Parse, number => number.ToString());

internal sealed class VerificationCodeConverter() : TextConverter<VerificationCode>(VerificationCode.Parse, code => code.ToString());

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = false,
    Converters =
    [
        typeof(InstantConverter), typeof(LocalDateConverter), typeof(DurationConverter), typeof(InstitutionCodeConverter), typeof(WorkshopIdConverter), typeof(PersonIdConverter),
        typeof(RecordIdConverter), typeof(RegistrationIdConverter), typeof(LanguageConverter), typeof(RegisterNumberConverter), typeof(VerificationCodeConverter), typeof(NamedEnumConverter<AwardLevel>),
    ])]
[JsonSerializable(typeof(AwardsProposed))]
[JsonSerializable(typeof(AwardsApproved))]
[JsonSerializable(typeof(AwardIssued))]
[JsonSerializable(typeof(CertificateIssued))]
[JsonSerializable(typeof(CertificateFactsPayload))]
internal sealed partial class CertificateJson : JsonSerializerContext;

/// <summary>The frozen facts as kept in a personal record.</summary>
internal sealed record CertificateFactsPayload(
    RegisterNumber Number, AwardLevel Level, string PrintedName, string? NativeName, Language? NativeLanguage, LocalizedText? Honorific, WorkshopId Workshop, LocalizedText Title, LocalizedText? Venue,
    LocalDate FirstDay, LocalDate LastDay, Duration CountedTime, decimal Hours, InstitutionCode Issuer, LocalizedText IssuerName, LocalizedText? PlaceOfIssue, LocalDate IssuedOn, int PolicyVersion,
    LocalizedText? SignatoryTitle, LocalizedText? SignatoryName)
{
    internal const string Kind = "certificate-facts";

    internal static CertificateFactsPayload Of(CertificateFacts f) => new(
        f.Number, f.Level, f.PrintedName, f.NativeName, f.NativeLanguage, f.Honorific, f.Workshop, f.Title, f.Venue, f.FirstDay, f.LastDay, f.CountedTime, f.Hours, f.Issuer, f.IssuerName, f.PlaceOfIssue, f.IssuedOn, f.PolicyVersion,
        f.Signatory?.Title, f.Signatory?.Name);

    internal CertificateFacts ToFacts() => new()
    {
        Number = Number,
        Level = Level,
        PrintedName = PrintedName,
        NativeName = NativeName,
        NativeLanguage = NativeLanguage,
        Honorific = Honorific,
        Workshop = Workshop,
        Title = Title,
        Venue = Venue,
        FirstDay = FirstDay,
        LastDay = LastDay,
        CountedTime = CountedTime,
        Hours = Hours,
        Issuer = Issuer,
        IssuerName = IssuerName,
        PlaceOfIssue = PlaceOfIssue,
        IssuedOn = IssuedOn,
        PolicyVersion = PolicyVersion,
        Signatory = SignatoryTitle is not null && SignatoryName is not null ? new(SignatoryTitle, SignatoryName) : null,
    };
}
