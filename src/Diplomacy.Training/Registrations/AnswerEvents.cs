using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>The questions of a workshop were answered for a registration. What was answered before was erased in the same transaction.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">Whose answers they are.</param>
/// <param name="Record">The personal record with the answers from now on.</param>
public sealed record RegistrationAnswered(Instant At, RegistrationId Registration, PersonId Person, RecordRef Record) : TrainingEvent(At);

/// <summary>Answers whose retention has ended were erased, in the same transaction (R55).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">Whose answers they were.</param>
/// <param name="Codes">The codes of the questions, in ordinal order.</param>
/// <param name="Record">The personal record with the answers that are still kept; null when none is.</param>
public sealed record AnswersPurged(Instant At, RegistrationId Registration, PersonId Person, ImmutableArray<string> Codes, RecordRef? Record) : TrainingEvent(At);

internal static class AnswerEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("registration.answered", AnswerJson.Default.RegistrationAnswered),
        EventType.Of("registration.answers-purged", AnswerJson.Default.AnswersPurged),
    ];

    /// <summary>Whose records an entry erased.</summary>
    internal static IEnumerable<ErasedSubjects> Erased(JournalEntry entry) => entry.Event switch
    {
        RegistrationAnswered e => [new(AnswersPayload.Subject(e.Person, e.Registration))],
        AnswersPurged e => [new(AnswersPayload.Subject(e.Person, e.Registration))],
        _ => [],
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantConverter), typeof(LocalDateConverter), typeof(PersonIdConverter), typeof(RecordIdConverter), typeof(RegistrationIdConverter)])]
[JsonSerializable(typeof(RegistrationAnswered))]
[JsonSerializable(typeof(AnswersPurged))]
[JsonSerializable(typeof(AnswersPayload))]
internal sealed partial class AnswerJson : JsonSerializerContext;
