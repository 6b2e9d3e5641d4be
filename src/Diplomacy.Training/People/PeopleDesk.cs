using System.Collections.Immutable;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Adds, corrects, finds and erases people. Names and contact data go into personal records, never into the journal.</summary>
/// <remarks>Safe for use from many threads; lives as long as the container.</remarks>
public sealed class PeopleDesk
{
    private readonly CommandFlow _flow;
    private readonly IPersonalRecords _records;
    private readonly ITrainingQueries _queries;

    internal PeopleDesk(CommandFlow flow, IPersonalRecords records, ITrainingQueries queries) => (_flow, _records, _queries) = (flow, records, queries);

    /// <summary>Adds a person. With an external id that is known already and the same particulars, nothing is added and the known person is returned.</summary>
    /// <param name="person">The particulars.</param>
    /// <param name="by">Who adds; needs <see cref="Permission.ManagePeople"/>.</param>
    /// <param name="command">Names the command, so that a retried request takes effect once; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>person.external-id-is-new</c>, <c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public async ValueTask<PersonId> AddAsync(Person person, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        return (await AddAllAsync([person], by, command, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Adds several people in one command, all or none. External ids that are known already give the known person back.</summary>
    /// <param name="people">The particulars.</param>
    /// <param name="by">Who adds; needs <see cref="Permission.ManagePeople"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>An id for each person, in the order given.</returns>
    /// <exception cref="TrainingRuleException">Every broken rule of every person, together: <c>person.external-id-is-new</c>; or <c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public async ValueTask<ImmutableArray<PersonId>> AddAllAsync(IReadOnlyList<Person> people, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        if (people.Any(p => p is null))
        {
            throw new ArgumentException("One of the people is null.", nameof(people));
        }

        // The fingerprint must not hold personal data: only how many people it is about. Who they are is compared with the records kept.
        var request = new CommandRequest("add-people", by, Permission.ManagePeople, command, FormattableString.Invariant($"{people.Count}"), PersonDirectory.StreamOf);
        return await _flow.RunAsync(
            request,
            async scope =>
            {
                PersonDirectory directory = await scope.LoadAsync<PersonDirectory>(PersonDirectory.StreamOf).ConfigureAwait(false);
                var ids = ImmutableArray.CreateBuilder<PersonId>(people.Count);
                var added = new List<(PersonId, RecordRef)>();
                var unmet = new List<TrainingRule>();
                var inThisCommand = new Dictionary<string, (PersonId Id, Person Person)>(StringComparer.Ordinal);
                for (int i = 0; i < people.Count; i++)
                {
                    Person person = people[i];
                    PersonId? known = null;
                    Person? before = null;
                    if (person.ExternalId is { } externalId)
                    {
                        if (inThisCommand.TryGetValue(externalId, out var twin))
                        {
                            (known, before) = (twin.Id, twin.Person);
                        }
                        else if ((known = await _queries.PersonWithExternalIdAsync(externalId, scope.Cancellation).ConfigureAwait(false)) is { } id)
                        {
                            // The query may be ahead of the directory, where another process has just added the person.
                            if (directory.RecordOf(id) is null)
                            {
                                await scope.LoadAsync<PersonDirectory>(PersonDirectory.StreamOf).ConfigureAwait(false);
                            }

                            before = await ReadAsync(directory.RecordOf(id), scope.Cancellation).ConfigureAwait(false);

                            // Erased since the query: the external id is free, and the append rests on a directory that says so.
                            known = before is null ? null : known;
                        }
                    }

                    if (known is { } found)
                    {
                        if (before != person)
                        {
                            unmet.Add(PersonRules.ExternalIdIsNew.Broken(("entry", i + 1), ("person", found.ToString())));
                        }

                        ids.Add(found);
                        continue;
                    }

                    PersonId fresh = PersonId.New();
                    added.Add((fresh, scope.Keep(Record(fresh, person))));
                    ids.Add(fresh);
                    if (person.ExternalId is { } key)
                    {
                        inThisCommand.Add(key, (fresh, person));
                    }
                }

                TrainingRuleException.ThrowIfAny(unmet);
                scope.Take(directory, directory.Add(added, scope.Now));
                return ids.ToImmutable();
            },
            entries => RecallAddedAsync(people, entries, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Corrects a person's particulars. Certificates already issued keep the name they froze (R36).</summary>
    /// <param name="person">The person.</param>
    /// <param name="particulars">The particulars from now on.</param>
    /// <param name="by">Who corrects; needs <see cref="Permission.ManagePeople"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>person.is-known</c>, also after erasing; <c>person.external-id-is-new</c>, <c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public async ValueTask CorrectAsync(PersonId person, Person particulars, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(particulars);
        var request = new CommandRequest("correct-person", by, Permission.ManagePeople, command, person.ToString(), PersonDirectory.StreamOf) { Person = person };
        await _flow.RunAsync(
            request,
            async scope =>
            {
                PersonDirectory directory = await scope.LoadAsync<PersonDirectory>(PersonDirectory.StreamOf).ConfigureAwait(false);
                if (directory.RecordOf(person) is { } reference && await _records.FindAsync(reference.Id, scope.Cancellation).ConfigureAwait(false) is null)
                {
                    throw new TrainingRuleException(PersonRules.IsKnown.Broken(("person", person.ToString())));
                }

                if (particulars.ExternalId is { } externalId &&
                    await _queries.PersonWithExternalIdAsync(externalId, scope.Cancellation).ConfigureAwait(false) is { } owner && directory.Canonical(owner) != directory.Canonical(person))
                {
                    throw new TrainingRuleException(PersonRules.ExternalIdIsNew.Broken(("entry", 1), ("person", owner.ToString())));
                }

                PersonalRecord record = Record(directory.Canonical(person), particulars);
                PersonId corrected = scope.Take(directory, directory.Correct(person, record.Reference, scope.Now));
                scope.Keep(record);
                return corrected;
            },
            async entries =>
            {
                PersonCorrected first = (PersonCorrected)entries[0].Event;
                return await ReadAsync(first.Record, cancellationToken).ConfigureAwait(false) is { } kept && kept != particulars
                    ? throw NotTheSameCommand(entries[0])
                    : person;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Who someone is.</summary>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The particulars; null when the person is not known or was erased, or when the record does not agree with the journal's digest.</returns>
    public async ValueTask<Person?> FindAsync(PersonId person, CancellationToken cancellationToken = default)
    {
        RecordRef? reference = await _flow.ReadAsync<PersonDirectory, RecordRef?>(PersonDirectory.StreamOf, d => d.RecordOf(person), cancellationToken).ConfigureAwait(false);
        return await ReadAsync(reference, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Recognises someone as another person whom the directory holds too: both ids name that person from now on. Registrations follow when their books are next settled (R12), and certificates stay as they were issued.</summary>
    /// <param name="duplicate">Whose id is not used from now on; the particulars stay until either person is erased.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.MergePeople"/>.</param>
    /// <param name="command">Names the command, so that a retried request takes effect once; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether anything changed; false when it was decided so before.</returns>
    /// <exception cref="TrainingRuleException"><c>person.is-known</c>, <c>person.is-another</c>, <c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public ValueTask<bool> MergeAsync(PersonId duplicate, PersonId person, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        _flow.RunAsync(
            new CommandRequest("merge-people", by, Permission.MergePeople, command, $"{duplicate} {person}", PersonDirectory.StreamOf) { Person = person },
            async scope =>
            {
                PersonDirectory directory = await scope.LoadAsync<PersonDirectory>(PersonDirectory.StreamOf).ConfigureAwait(false);
                return scope.Take(directory, directory.Merge(duplicate, person, scope.Now));
            },
            _ => new ValueTask<bool>(true),
            cancellationToken);

    /// <summary>Which rules a merger would break; see <see cref="MergeAsync"/>.</summary>
    /// <param name="duplicate">Whose id would not be used any more.</param>
    /// <param name="person">Who it is.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckMergeAsync(PersonId duplicate, PersonId person, CancellationToken cancellationToken = default) =>
        _flow.ReadAsync<PersonDirectory, IReadOnlyList<TrainingRule>>(PersonDirectory.StreamOf, d => d.CheckMerge(duplicate, person), cancellationToken);

    /// <summary>Who several people are, and which record says so; those who are not known or were erased are left out.</summary>
    internal async ValueTask<Dictionary<PersonId, (RecordId Record, Person Person)>> FindAllAsync(IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        PersonId[] asked = [.. people.Distinct()];
        RecordRef?[] references = await _flow.ReadAsync<PersonDirectory, RecordRef?[]>(
            PersonDirectory.StreamOf, directory => [.. asked.Select(directory.RecordOf)], cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<PersonId, (RecordId, Person)>();
        for (int i = 0; i < asked.Length; i++)
        {
            if (await ReadAsync(references[i], cancellationToken).ConfigureAwait(false) is { } person)
            {
                found.Add(asked[i], (references[i]!.Id, person));
            }
        }

        return found;
    }

    /// <summary>Whether a person stands in the directory and was not erased: whoever was erased can no longer be registered (R57).</summary>
    internal ValueTask<bool> IsKnownAsync(PersonId person, CancellationToken cancellationToken) =>
        _flow.ReadAsync<PersonDirectory, bool>(PersonDirectory.StreamOf, d => d.RecordOf(person) is not null, cancellationToken);

    /// <summary>What became of people: who was erased, and who turned out to be another.</summary>
    internal ValueTask<(ImmutableDictionary<PersonId, Instant> Erased, ImmutableDictionary<PersonId, PersonId> Merged)> ChangesAsync(CancellationToken cancellationToken) =>
        _flow.ReadAsync<PersonDirectory, (ImmutableDictionary<PersonId, Instant>, ImmutableDictionary<PersonId, PersonId>)>(
            PersonDirectory.StreamOf, d => (d.Erased, d.Merged), cancellationToken);

    /// <summary>
    /// Erases everything that is kept about a person: all personal records with this subject and the answers of all registrations, in the append that records who erased and when (<see cref="PersonErased"/>).
    /// The journal stays, and says no longer whom it is about (R56). Erasing again records nothing, unless something was kept about the person since.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="by">Who erases; needs <see cref="Permission.ErasePerson"/>.</param>
    /// <param name="command">Names the command, so that a retried request takes effect once; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is erased.</param>
    /// <returns>How many records were erased; 0 when there were none.</returns>
    /// <exception cref="TrainingRuleException"><c>person.is-known</c>: the person was never added; <c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public ValueTask<int> EraseAsync(PersonId person, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        _flow.RunAsync(
            new CommandRequest("erase-person", by, Permission.ErasePerson, command, person.ToString(), PersonDirectory.StreamOf) { Person = person },
            async scope =>
            {
                PersonDirectory directory = await scope.LoadAsync<PersonDirectory>(PersonDirectory.StreamOf).ConfigureAwait(false);
                TrainingRuleException.ThrowIfAny(directory.CheckErase(person));

                // Everything about the person, also what is kept under the ids of those who turned out to be the same one.
                var decided = new List<Decision<int>>();
                PersonId canonical = directory.Canonical(person);
                PersonId[] ids = [canonical, .. directory.AliasesOf(canonical)];
                IReadOnlyList<string> registrations = await PersonSubjects.RegistrationsOfAsync(ids, _queries, scope.Cancellation).ConfigureAwait(false);
                foreach (PersonId one in ids)
                {
                    int count = 0;
                    foreach (string subject in PersonSubjects.AllOf(one, registrations))
                    {
                        count += (await _records.OfSubjectAsync(subject, scope.Cancellation).ConfigureAwait(false)).Count;
                        scope.Erase(subject);
                    }

                    decided.Add(directory.Erase(one, count, scope.Now));
                }

                return scope.Take(directory, new Decision<int>(decided.Sum(d => d.Outcome), [.. decided.SelectMany(d => d.Events)]));
            },
            entries => new ValueTask<int>(entries.Sum(e => ((PersonErased)e.Event).Count)),
            cancellationToken);

    private static PersonalRecord Record(PersonId id, Person person) =>
        PersonalRecord.Create(id.ToString(), PersonPayload.Kind, JsonSerializer.Serialize(PersonPayload.Of(person), PersonJson.Default.PersonPayload));

    private static TrainingRuleException NotTheSameCommand(JournalEntry entry) =>
        new(JournalRules.CommandIsNew.Broken(("command", entry.Command.ToString()), ("stream", entry.Stream.ToString())));

    /// <summary>
    /// The outcome of an earlier command for the same people. The command left one entry for each person that was new then; everybody else
    /// was known by external id, or stood twice in the command. Records still kept tell whether these are the same people at all.
    /// </summary>
    private async ValueTask<ImmutableArray<PersonId>> RecallAddedAsync(IReadOnlyList<Person> people, IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken)
    {
        var ids = ImmutableArray.CreateBuilder<PersonId>(people.Count);
        var inThisCommand = new Dictionary<string, PersonId>(StringComparer.Ordinal);
        int next = 0;
        foreach (Person person in people)
        {
            if (person.ExternalId is { } twin && inThisCommand.TryGetValue(twin, out PersonId same))
            {
                ids.Add(same);
                continue;
            }

            PersonAdded? added = next < entries.Count ? (PersonAdded)entries[next].Event : null;
            Person? kept = await ReadAsync(added?.Record, cancellationToken).ConfigureAwait(false);
            bool erased = added is not null && kept is null;
            PersonId? known = kept != person && person.ExternalId is { } externalId
                ? await _queries.PersonWithExternalIdAsync(externalId, cancellationToken).ConfigureAwait(false)
                : null;
            if (known is null && !erased && (added is null || kept != person))
            {
                throw NotTheSameCommand(entries[0]);
            }

            if (known is null)
            {
                next++;
            }

            PersonId id = known ?? added!.Person;
            ids.Add(id);
            if (person.ExternalId is { } key)
            {
                inThisCommand.Add(key, id);
            }
        }

        return next == entries.Count ? ids.ToImmutable() : throw NotTheSameCommand(entries[0]);
    }

    private async ValueTask<Person?> ReadAsync(RecordRef? reference, CancellationToken cancellationToken) =>
        // A record that was changed behind the journal's back is nobody's: it must not come to stand on a certificate.
        reference is not null && await _records.FindAsync(reference.Id, cancellationToken).ConfigureAwait(false) is { } record && record.Reference == reference
            ? JsonSerializer.Deserialize(record.Payload, PersonJson.Default.PersonPayload)?.ToPerson()
            : null;
}
