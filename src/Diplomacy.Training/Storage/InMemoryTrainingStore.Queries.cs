namespace Diplomacy.Training.Journal;

// The query tables of the store in memory: one dictionary per table. Every private member runs under the store's lock.
public sealed partial class InMemoryTrainingStore : ITrainingQueries
{
    private readonly Dictionary<PersonId, PersonListed> _people = [];
    private readonly Dictionary<string, SortedSet<string>> _peopleByEmail = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonId> _peopleByExternalId = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PersonId>> PeopleWithEmailAsync(string email, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        string key = EmailAddress.Key(email);
        lock (_lock)
        {
            return new(_peopleByEmail.TryGetValue(key, out SortedSet<string>? people) ? [.. people.Select(PersonId.Parse)] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<PersonId?> PersonWithExternalIdAsync(string externalId, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_peopleByExternalId.TryGetValue(externalId, out PersonId person) ? person : null);
        }
    }

    private void Project(JournalEntry entry)
    {
        foreach (QueryChange change in Projection.Of(entry, _records.GetValueOrDefault))
        {
            Change(change);
        }
    }

    private void Change(QueryChange change)
    {
        switch (change)
        {
            case PersonListed listed:
                Forget(listed.Person);
                _people.Add(listed.Person, listed);
                if (listed.EmailKey is { } email)
                {
                    (_peopleByEmail.TryGetValue(email, out SortedSet<string>? sharing) ? sharing : _peopleByEmail[email] = new(StringComparer.Ordinal)).Add(listed.Person.ToString());
                }

                if (listed.ExternalId is { } externalId)
                {
                    _peopleByExternalId[externalId] = listed.Person;
                }

                break;
            case PersonUnlisted unlisted:
                Forget(unlisted.Person);
                break;
            default:
                throw new InvalidOperationException($"No table takes a {change.GetType().Name}.");
        }
    }

    private void ForgetSubject(string subject)
    {
        if (PersonId.TryParse(subject, out PersonId person))
        {
            Forget(person);
        }
    }

    private void Forget(PersonId person)
    {
        if (_people.Remove(person, out PersonListed? before))
        {
            if (before.EmailKey is { } email && _peopleByEmail[email].Remove(person.ToString()) && _peopleByEmail[email].Count == 0)
            {
                _peopleByEmail.Remove(email);
            }

            if (before.ExternalId is { } externalId)
            {
                _peopleByExternalId.Remove(externalId);
            }
        }
    }
}
