using System.Collections.Immutable;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A person can be found by e-mail address, by aliases and by external id.</summary>
internal sealed record PersonListed(PersonId Person, ImmutableArray<string> AddressKeys, string? ExternalId) : QueryChange;

/// <summary>A person's data was erased.</summary>
internal sealed record PersonUnlisted(PersonId Person) : QueryChange;

/// <summary>A person turned out to be another: what is listed for the one is listed for the other from now on.</summary>
internal sealed record PersonRecognised(PersonId Person, PersonId Into) : QueryChange;

internal static class PersonProjection
{
    internal static IEnumerable<QueryChange> Of(JournalEntry entry, Func<RecordId, PersonalRecord?> record) => entry.Event switch
    {
        PersonAdded added => [Listed(added.Person, record(added.Record.Id))],
        PersonCorrected corrected => [Listed(corrected.Person, record(corrected.Record.Id))],
        PersonErased erased => [new PersonUnlisted(erased.Person)],
        PersonMerged merged => [new PersonRecognised(merged.Person, merged.Into)],
        _ => [],
    };

    /// <summary>Whose records an entry erased.</summary>
    internal static IEnumerable<ErasedSubjects> Erased(JournalEntry entry) =>
        entry.Event is PersonErased erased
            ? [new(erased.Person.ToString()), new(PersonSubjects.AnswersOf(erased.Person), AndAllThatBeginSo: true)]
            : [];

    private static QueryChange Listed(PersonId person, PersonalRecord? record)
    {
        PersonPayload? payload = record is null ? null : JsonSerializer.Deserialize(record.Payload, PersonJson.Default.PersonPayload);
        return payload is null
            ? new PersonUnlisted(person)
            : new PersonListed(person, [.. (payload.Aliases ?? []).Prepend(payload.Email).OfType<string>().Select(EmailAddress.Key).Distinct()], payload.ExternalId);
    }
}
