using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>An institution nominated people by a letter. What became of each principal follows in the same append.</summary>
/// <param name="At">When.</param>
/// <param name="Nomination">The nomination.</param>
/// <param name="Institution">Which institution.</param>
/// <param name="Letter">The personal record of the letter.</param>
/// <param name="Candidates">Whom, in the institution's own order of preference.</param>
public sealed record PeopleNominated(
    Instant At, NominationId Nomination, InstitutionCode Institution, RecordRef Letter, ImmutableArray<NominatedCandidate> Candidates) : TrainingEvent(At);

/// <summary>A letter authorised a replacement, which follows in the same append.</summary>
/// <param name="At">When.</param>
/// <param name="Nomination">The nomination from which the registration came; null where it came from none.</param>
/// <param name="Registration">The registration that ends.</param>
/// <param name="Replacement">The new registration.</param>
/// <param name="Letter">The personal record of the letter.</param>
public sealed record ReplacementNominated(
    Instant At, NominationId? Nomination, RegistrationId Registration, RegistrationId Replacement, RecordRef Letter) : TrainingEvent(At);

/// <summary>An institution withdrew a nomination. Registrations that are cancelled with it follow in the same append.</summary>
/// <param name="At">When.</param>
/// <param name="Nomination">The nomination.</param>
/// <param name="ReasonCode">The host's own code for the reason.</param>
/// <param name="CancelsRegistrations">Whether what came from it was cancelled.</param>
/// <param name="Letter">The personal record of the letter; null where there was none.</param>
public sealed record NominationWithdrawn(
    Instant At, NominationId Nomination, string ReasonCode, bool CancelsRegistrations, RecordRef? Letter) : TrainingEvent(At);

/// <summary>The letters of a workshop's nominations were erased, in the same transaction (R55). That people were nominated, and who, stays.</summary>
/// <param name="At">When.</param>
/// <param name="Count">How many personal records were erased.</param>
public sealed record NominationLettersErased(Instant At, int Count) : TrainingEvent(At);

internal static class NominationEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("registration.people-nominated", NominationJson.Default.PeopleNominated),
        EventType.Of("registration.replacement-nominated", NominationJson.Default.ReplacementNominated),
        EventType.Of("registration.nomination-withdrawn", NominationJson.Default.NominationWithdrawn),
        EventType.Of("registration.nomination-letters-erased", NominationJson.Default.NominationLettersErased),
        EventType.Of("registration.delegation-formed", NominationJson.Default.DelegationFormed),
        EventType.Of("registration.delegation-changed", NominationJson.Default.DelegationChanged),
        EventType.Of("registration.delegation-dissolved", NominationJson.Default.DelegationDissolved),
    ];

    /// <summary>Whose records an entry erased.</summary>
    internal static IEnumerable<ErasedSubjects> Erased(JournalEntry entry) =>
        entry.Event is NominationLettersErased ? [new(LettersOf(WorkshopId.Parse(entry.Stream.Key)), AndAllThatBeginSo: true)] : [];

    /// <summary>The subject of a letter: the workshop's letters are erased together.</summary>
    internal static string SubjectOf(WorkshopId workshop, NominationId? nomination) => $"{LettersOf(workshop)}{nomination}";

    private static string LettersOf(WorkshopId workshop) => $"nomination:{workshop}:";
}

/// <summary>A letter as kept in a personal record.</summary>
internal sealed record LetterPayload(string Number, LocalDate Date, LocalizedText Signatory)
{
    internal const string Kind = "nomination-letter";

    internal static LetterPayload Of(NominationLetter letter) => new(letter.Number, letter.Date, letter.Signatory);

    internal NominationLetter ToLetter() => new(Number, Date, Signatory);
}

/// <summary>Whom a member of a delegation represents, in words, as kept in a personal record of the member.</summary>
internal sealed record RepresentationPayload(LocalizedText Words)
{
    internal const string Kind = "delegation-representation";
}

internal sealed class NominationIdConverter() : TextConverter<NominationId>(NominationId.Parse, id => id.ToString());

internal sealed class DelegationIdConverter() : TextConverter<DelegationId>(DelegationId.Parse, id => id.ToString());

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(InstantConverter), typeof(LocalDateConverter), typeof(InstitutionCodeConverter), typeof(PersonIdConverter), typeof(RecordIdConverter), typeof(RegistrationIdConverter),
        typeof(NominationIdConverter), typeof(DelegationIdConverter), typeof(SeatGroupsConverter),
        typeof(NamedEnumConverter<DeliveryMode>), typeof(NamedEnumConverter<ParticipantRole>), typeof(NamedEnumConverter<DelegationRank>),
    ])]
[JsonSerializable(typeof(PeopleNominated))]
[JsonSerializable(typeof(ReplacementNominated))]
[JsonSerializable(typeof(NominationWithdrawn))]
[JsonSerializable(typeof(NominationLettersErased))]
[JsonSerializable(typeof(DelegationFormed))]
[JsonSerializable(typeof(DelegationChanged))]
[JsonSerializable(typeof(DelegationDissolved))]
internal sealed partial class NominationJson : JsonSerializerContext;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(LocalDateConverter)])]
[JsonSerializable(typeof(LetterPayload))]
[JsonSerializable(typeof(RepresentationPayload))]
internal sealed partial class LetterJson : JsonSerializerContext;
