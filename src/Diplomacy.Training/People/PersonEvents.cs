using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A person was added; who it is stands in the personal record.</summary>
/// <param name="At">When.</param>
/// <param name="Person">The person's id.</param>
/// <param name="Record">The personal record.</param>
public sealed record PersonAdded(Instant At, PersonId Person, RecordRef Record) : TrainingEvent(At);

/// <summary>A person's particulars were corrected; certificates keep what they froze (R36).</summary>
/// <param name="At">When.</param>
/// <param name="Person">The person's id.</param>
/// <param name="Record">The personal record from now on.</param>
public sealed record PersonCorrected(Instant At, PersonId Person, RecordRef Record) : TrainingEvent(At);

/// <summary>Everything that was kept about a person was erased, in the same transaction (R56). Who asked for it is the entry's actor.</summary>
/// <param name="At">When.</param>
/// <param name="Person">The person's id.</param>
/// <param name="Count">How many personal records there were to erase.</param>
public sealed record PersonErased(Instant At, PersonId Person, int Count) : TrainingEvent(At);

/// <summary>Someone turned out to be another person whom the directory holds too.</summary>
/// <param name="At">When.</param>
/// <param name="Person">Whose id is not used from now on.</param>
/// <param name="Into">Who it is.</param>
public sealed record PersonMerged(Instant At, PersonId Person, PersonId Into) : TrainingEvent(At);

internal static class PersonEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("person.added", PersonJson.Default.PersonAdded),
        EventType.Of("person.corrected", PersonJson.Default.PersonCorrected),
        EventType.Of("person.erased", PersonJson.Default.PersonErased),
        EventType.Of("person.merged", PersonJson.Default.PersonMerged),
    ];
}

/// <summary>A person as kept in a personal record.</summary>
internal sealed record PersonPayload(
    string Given, string Family, Sex Sex, Language Language, string? Printed = null, NativePayload? Native = null, string? Email = null, string? ExternalId = null,
    LocalizedText? Honorific = null, PostPayload? Post = null, ImmutableArray<string>? Aliases = null)
{
    internal const string Kind = "person";

    internal static PersonPayload Of(Person person) => new(
        person.Name.Given, person.Name.Family, person.Sex, person.Language, person.Name.ExplicitForm,
        person.Name.Native is { } native ? new(native.Language, native.Given, native.Family, native.ExplicitForm) : null,
        person.Email, person.ExternalId, person.Honorific,
        person.Post is { } post ? new(post.Title, post.Institution, post.Rank, post.Since) : null,
        person.Aliases is { IsEmpty: false } aliases ? aliases : null);

    internal Person ToPerson() => new(
        PersonName.Restore(Family, Given, Printed, Native is { } native ? new(native.Language.Tag, native.Family, native.Given, native.Printed) : null), Email, ExternalId)
    {
        Honorific = Honorific,
        Sex = Sex,
        Post = Post is { } post ? new(post.Title, post.Institution, post.Rank, post.Since) : null,
        Language = Language,
        Aliases = Aliases ?? [],
    };
}

internal sealed record NativePayload(Language Language, string Given, string Family, string? Printed = null);

internal sealed record PostPayload(LocalizedText Title, InstitutionCode Institution, string Rank, LocalDate? Since = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(InstantConverter), typeof(LocalDateConverter), typeof(PersonIdConverter), typeof(RecordIdConverter), typeof(LanguageConverter), typeof(InstitutionCodeConverter), typeof(NamedEnumConverter<Sex>)])]
[JsonSerializable(typeof(PersonAdded))]
[JsonSerializable(typeof(PersonCorrected))]
[JsonSerializable(typeof(PersonErased))]
[JsonSerializable(typeof(PersonMerged))]
[JsonSerializable(typeof(PersonPayload))]
internal sealed partial class PersonJson : JsonSerializerContext;
