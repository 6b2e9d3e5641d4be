using System.Globalization;

namespace Diplomacy.Training.Journal;

// The query tables of the store in memory: one dictionary per table. Every private member runs under the store's lock.
public sealed partial class InMemoryTrainingStore : ITrainingQueries
{
    private readonly SortedDictionary<WorkshopId, WorkshopSummary> _workshops = [];
    private readonly Dictionary<RegistrationId, PersonId> _registrations = [];
    private readonly Dictionary<PersonId, SortedDictionary<string, RegistrationSummary>> _registrationsOf = [];
    private readonly Dictionary<RegistrationId, List<RegistrationHistoryEntry>> _histories = [];
    private readonly Dictionary<PersonId, PersonId> _recognised = [];
    private readonly Dictionary<VerificationCode, CertificateSummary> _certificates = [];
    private readonly Dictionary<PersonId, SortedDictionary<string, CertificateSummary>> _certificatesOf = [];
    private readonly Dictionary<WorkshopId, SortedDictionary<string, CertificateSummary>> _certificatesOfWorkshop = [];
    private readonly Dictionary<PersonId, PersonListed> _people = [];
    private readonly Dictionary<string, SortedSet<string>> _peopleByEmail = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonId> _peopleByExternalId = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PersonId>> PeopleWithEmailAsync(string email, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        cancellationToken.ThrowIfCancellationRequested();
        if (!EmailAddress.IsPlausible(email.Trim()))
        {
            return new([]);
        }

        string key = EmailAddress.Key(email);
        lock (_lock)
        {
            return new(_peopleByEmail.TryGetValue(key, out SortedSet<string>? people) ? [.. people.Select(PersonId.Parse)] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<PersonId?> PersonWithExternalIdAsync(string externalId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(externalId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_peopleByExternalId.TryGetValue(externalId, out PersonId person) ? person : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Page<WorkshopSummary>> WorkshopsAsync(string? after = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(PageOf(_workshops, key => key.ToString(), after, limit));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Page<RegistrationSummary>> RegistrationsOfAsync(PersonId person, string? after = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_registrationsOf.TryGetValue(_recognised.GetValueOrDefault(person, person), out SortedDictionary<string, RegistrationSummary>? rows)
                ? PageOf(rows, key => key, after, limit)
                : new Page<RegistrationSummary>([], null));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Page<RegistrationHistoryEntry>> HistoryOfAsync(RegistrationId registration, string? after = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        long version = 0;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out version))
        {
            throw new ArgumentException("This is not a cursor that a page of a registration's history has given.", nameof(after));
        }

        lock (_lock)
        {
            if (!_histories.TryGetValue(registration, out List<RegistrationHistoryEntry>? lines))
            {
                return new(new Page<RegistrationHistoryEntry>([], null));
            }

            int first = lines.FindIndex(line => line.Version > version);
            first = first < 0 ? lines.Count : first;
            int count = Math.Min(limit, lines.Count - first);
            return new(new Page<RegistrationHistoryEntry>(
                [.. lines.GetRange(first, count)],
                first + count < lines.Count ? lines[first + count - 1].Version.ToString(CultureInfo.InvariantCulture) : null));
        }
    }

    /// <inheritdoc/>
    public ValueTask<CertificateSummary?> CertificateAsync(VerificationCode code, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_certificates.GetValueOrDefault(code));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Page<CertificateSummary>> CertificatesOfAsync(PersonId person, string? after = null, int limit = 100, CancellationToken cancellationToken = default) =>
        CertificatesAsync(_certificatesOf, Recognised(person), after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Page<CertificateSummary>> CertificatesOfWorkshopAsync(WorkshopId workshop, string? after = null, int limit = 100, CancellationToken cancellationToken = default) =>
        CertificatesAsync(_certificatesOfWorkshop, workshop, after, limit, cancellationToken);

    private ValueTask<Page<CertificateSummary>> CertificatesAsync<TKey>(
        Dictionary<TKey, SortedDictionary<string, CertificateSummary>> table, TKey key, string? after, int limit, CancellationToken cancellationToken)
        where TKey : notnull
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(table.TryGetValue(key, out SortedDictionary<string, CertificateSummary>? rows)
                ? PageOf(rows, number => number, after, limit)
                : new Page<CertificateSummary>([], null));
        }
    }

    private PersonId Recognised(PersonId person)
    {
        lock (_lock)
        {
            return _recognised.GetValueOrDefault(person, person);
        }
    }

    private static SortedDictionary<string, TRow> RowsOf<TKey, TRow>(Dictionary<TKey, SortedDictionary<string, TRow>> table, TKey key)
        where TKey : notnull =>
        table.TryGetValue(key, out SortedDictionary<string, TRow>? rows) ? rows : table[key] = new(StringComparer.Ordinal);

    /// <summary>The rows after a cursor, by key.</summary>
    private static Page<TRow> PageOf<TKey, TRow>(SortedDictionary<TKey, TRow> table, Func<TKey, string> cursor, string? after, int limit)
        where TKey : notnull
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        limit = Math.Min(limit, int.MaxValue - 1);
        KeyValuePair<TKey, TRow>[] rows = [.. table.SkipWhile(row => after is not null && string.CompareOrdinal(cursor(row.Key), after) <= 0).Take(limit + 1)];
        return new([.. rows.Take(limit).Select(row => row.Value)], rows.Length > limit ? cursor(rows[limit - 1].Key) : null);
    }

    private void Change(QueryChange change)
    {
        switch (change)
        {
            case PersonListed person:
                Forget(person.Person);
                _people.Add(person.Person, person);
                foreach (string email in person.AddressKeys)
                {
                    (_peopleByEmail.TryGetValue(email, out SortedSet<string>? sharing) ? sharing : _peopleByEmail[email] = new(StringComparer.Ordinal)).Add(person.Person.ToString());
                }

                if (person.ExternalId is { } externalId)
                {
                    _peopleByExternalId[externalId] = person.Person;
                }

                break;
            case WorkshopListed w:
                _workshops[w.Workshop] = new(w.Workshop, w.Host, _workshops.GetValueOrDefault(w.Workshop)?.Status ?? WorkshopStatus.Draft, w.Starts, w.Ends);
                break;
            case WorkshopStatusListed w when _workshops.TryGetValue(w.Workshop, out WorkshopSummary? before):
                _workshops[w.Workshop] = before with { Status = w.Status };
                break;
            case WorkshopMoved w when _workshops.TryGetValue(w.Workshop, out WorkshopSummary? before):
                _workshops[w.Workshop] = before with { Starts = w.Starts, Ends = w.Ends };
                break;
            case RegistrationListed r:
                RegistrationSummary listed = r.Row with { Person = _recognised.GetValueOrDefault(r.Row.Person, r.Row.Person) };
                _registrations[listed.Id] = listed.Person;
                RowsOf(_registrationsOf, listed.Person)[listed.Id.ToString()] = listed;
                break;
            case RegistrationHistoryListed h:
                RegistrationHistoryEntry line = RegistrationHistoryProjection.Following(h.Line, id => _histories.TryGetValue(id, out var before) ? before[^1] : null);
                (_histories.TryGetValue(line.Registration, out var lines) ? lines : _histories[line.Registration] = []).Add(line);
                break;
            case RegistrationStatusListed r:
                ChangeRow(r.Registration, row => row with { Status = r.Status });
                break;
            case RegistrationModeListed r:
                ChangeRow(r.Registration, row => row with { Mode = r.Mode, Sitting = r.Sitting });
                break;
            case RegistrationPersonListed r:
                ChangeRow(r.Registration, row => row with { Person = _recognised.GetValueOrDefault(r.Person, r.Person) });
                break;
            case PersonRecognised p:
                foreach (PersonId alias in (PersonId[])[p.Person, .. _recognised.Where(r => r.Value == p.Person).Select(r => r.Key)])
                {
                    _recognised[alias] = p.Into;
                }

                foreach (RegistrationSummary row in _registrationsOf.TryGetValue(p.Person, out var registered) ? registered.Values.ToArray() : [])
                {
                    ChangeRow(row.Id, r => r with { Person = p.Into });
                }

                foreach (CertificateSummary row in _certificatesOf.Remove(p.Person, out var certified) ? certified.Values.ToArray() : [])
                {
                    CertificateSummary moved = row with { Person = p.Into };
                    _certificates[row.Code] = moved;
                    RowsOf(_certificatesOf, p.Into)[row.Number.ToString()] = moved;
                    RowsOf(_certificatesOfWorkshop, row.Workshop)[row.Number.ToString()] = moved;
                }

                break;
            case CertificateListed c:
                CertificateSummary issued = c.Row with { Person = _recognised.GetValueOrDefault(c.Row.Person, c.Row.Person) };
                _certificates[issued.Code] = issued;
                RowsOf(_certificatesOf, issued.Person)[issued.Number.ToString()] = issued;
                RowsOf(_certificatesOfWorkshop, issued.Workshop)[issued.Number.ToString()] = issued;
                break;
            case PersonUnlisted unlisted:
                Forget(unlisted.Person);
                break;
            case WorkshopStatusListed or WorkshopMoved:
                // The event that lists it is one of a newer version; a table takes whatever the journal holds.
                break;
            default:
                throw new InvalidOperationException($"No table takes a {change.GetType().Name}.");
        }
    }

    /// <summary>Changes a row; none where the event that lists it is one of a newer version.</summary>
    private void ChangeRow(RegistrationId id, Func<RegistrationSummary, RegistrationSummary> change)
    {
        if (_registrations.TryGetValue(id, out PersonId person) && _registrationsOf[person].Remove(id.ToString(), out RegistrationSummary? row))
        {
            RegistrationSummary after = change(row);
            _registrations[id] = after.Person;
            RowsOf(_registrationsOf, after.Person)[id.ToString()] = after;
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
            foreach (string email in before.AddressKeys.Where(email => _peopleByEmail[email].Remove(person.ToString()) && _peopleByEmail[email].Count == 0))
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
