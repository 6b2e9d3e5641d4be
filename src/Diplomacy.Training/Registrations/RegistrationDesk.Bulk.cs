using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Lists of people, registered together (R18).</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>
    /// Registers a list of people in the order given, all or none, and adds those who are not known yet. Rows are recognised by the external id of their person:
    /// whoever has a registration for this workshop already, also one that has ended since, is left alone, so that a list can be registered again after it has grown.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="rows">The list. Every person has an external id, and no two rows the same.</param>
    /// <param name="by">Who registers; needs <see cref="Permission.Register"/>, <see cref="Permission.ManagePeople"/> to add people, and <see cref="Permission.PrioritiseRegistrations"/> with a priority.</param>
    /// <param name="dryRun">Whether only to tell what would happen; nothing is recorded, and nobody is added.</param>
    /// <param name="command">Names the command, so that a retried request registers once and returns its first outcomes; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>What became of every row, or every broken rule of all rows; in that case nothing was recorded. Rules of rows: those of <see cref="RegisterAsync"/>,
    /// <c>registration.row-has-an-external-id</c>, <c>registration.row-is-unique</c>, <c>person.external-id-is-new</c>: a known person's particulars differ.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public async ValueTask<BulkRegistrationReport> RegisterAllAsync(
        WorkshopId workshop, IReadOnlyList<BulkRegistration> rows, Actor by, bool dryRun = false, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ImmutableArray<BulkRegistration> list = [.. rows];
        if (list.Contains(null!))
        {
            throw new ArgumentException("One of the rows is null.", nameof(rows));
        }

        StreamId stream = RegistrationBook.StreamOf(workshop);
        await _flow.DemandAsync(new(by, Permission.Register, stream), cancellationToken).ConfigureAwait(false);
        ImmutableArray<(ImmutableArray<TrainingRule> Unmet, PersonId? Person)> found = await RecogniseAsync(list, cancellationToken).ConfigureAwait(false);
        BulkRegistrationReport trial = await TryAsync(workshop, list, found, cancellationToken).ConfigureAwait(false);
        if (dryRun || trial.IsRefused)
        {
            return trial;
        }

        // People first: where the second step fails, a retry finds them by their external ids and goes on.
        ImmutableArray<PersonId> people = found.All(f => f.Person is not null)
            ? [.. found.Select(f => f.Person!.Value)]
            : [.. await _people.AddAllAsync([.. list.Select(row => row.Person)], by, null, cancellationToken).ConfigureAwait(false)];
        ImmutableArray<RegistrationRequest> requests = [.. list.Zip(people, (row, person) => RequestOf(workshop, row, person))];
        return await DecideAsync(
            new BookCommand("register-all", workshop, by, Permission.Register, command, string.Join('\n', requests.Select(Describe))) { Prioritises = list.Any(row => row.Priority != 0) },
            (book, circumstances, scope) =>
            {
                Decision<BulkRegistrationReport> decision = Register(book, list, requests, circumstances);
                return new(Keeping(scope, circumstances, decision, [.. requests.Where((_, i) => decision.Outcome.Rows[i].Outcome is not null).Select(request => request.Answers)]));
            },
            (entries, book) => Recall(entries, book, list, people),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Who the people of a list are, where they are known, and what is wrong with the list itself.</summary>
    private async ValueTask<ImmutableArray<(ImmutableArray<TrainingRule> Unmet, PersonId? Person)>> RecogniseAsync(ImmutableArray<BulkRegistration> rows, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(ImmutableArray<TrainingRule>, PersonId?)>(rows.Length);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (BulkRegistration row in rows)
        {
            if (row.Person.ExternalId is not { } externalId)
            {
                found.Add(([RegistrationRules.RowHasAnExternalId.Broken(("row", row.Row))], null));
                continue;
            }

            if (!seen.TryAdd(externalId, row.Row))
            {
                found.Add(([RegistrationRules.RowIsUnique.Broken(("row", row.Row), ("other", seen[externalId]))], null));
                continue;
            }

            PersonId? known = await _ports.Queries.PersonWithExternalIdAsync(externalId, cancellationToken).ConfigureAwait(false);
            bool differs = known is { } id && await _people.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } particulars && particulars.ExternalId == externalId && particulars != row.Person;
            found.Add((differs ? [PersonRules.ExternalIdIsNew.Broken(("entry", row.Row), ("person", known!.Value.ToString()))] : [], known));
        }

        return found.MoveToImmutable();
    }

    /// <summary>What would become of the list. People who are not known yet go by ids that nobody will ever have.</summary>
    private async ValueTask<BulkRegistrationReport> TryAsync(
        WorkshopId workshop, ImmutableArray<BulkRegistration> rows, ImmutableArray<(ImmutableArray<TrainingRule> Unmet, PersonId? Person)> found, CancellationToken cancellationToken)
    {
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        RegistrationCircumstances circumstances = await CircumstancesAsync(current, _flow.Now, cancellationToken).ConfigureAwait(false);
        ImmutableArray<RegistrationRequest> requests = [.. rows.Zip(found, (row, f) => RequestOf(workshop, row, f.Person ?? PersonId.New()))];
        BulkRegistrationReport trial = await ReadAsync(workshop, book => Register(book, rows, requests, circumstances).Outcome, cancellationToken).ConfigureAwait(false);
        return new(
            [.. trial.Rows.Zip(found, (row, f) => row with { Person = f.Person, Rules = [.. f.Unmet, .. row.Rules], Outcome = f.Unmet.IsEmpty ? row.Outcome : null })],
            false);
    }

    private static RegistrationRequest RequestOf(WorkshopId workshop, BulkRegistration row, PersonId person) => new(workshop, person, row.Institution, row.Mode)
    {
        Role = row.Role, Sitting = row.Sitting, Groups = row.Groups.With(GroupsOf(row.Person)), Priority = row.Priority, Answers = row.Answers,
    };

    private static Decision<BulkRegistrationReport> Register(
        RegistrationBook book, ImmutableArray<BulkRegistration> rows, ImmutableArray<RegistrationRequest> requests, RegistrationCircumstances circumstances)
    {
        ILookup<PersonId, Registration> existing = book.All.Values.ToLookup(r => r.Person);
        Registration?[] before = [.. requests.Select(request => ExistingOf(existing, circumstances.Merged.GetValueOrDefault(request.Person, request.Person)))];
        (RegistrationId, RegistrationRequest)[] fresh = [.. requests.Where((_, i) => before[i] is null).Select(request => (RegistrationId.New(), request))];
        Decision<ImmutableArray<RegistrationAttempt>> decision = book.RegisterAll(fresh, circumstances);
        var report = ImmutableArray.CreateBuilder<BulkRegistrationRow>(rows.Length);
        int next = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            RegistrationAttempt? attempt = before[i] is null ? decision.Outcome[next++] : null;
            report.Add(new(rows[i].Row)
            {
                Person = requests[i].Person, Existing = before[i]?.Id, ExistingStatus = before[i]?.Status, Outcome = attempt?.Outcome, Rules = attempt?.Rules ?? [],
            });
        }

        bool refused = decision.Outcome.Any(attempt => !attempt.Rules.IsEmpty);
        return new(new(report.MoveToImmutable(), !refused), decision.Events);
    }

    private static Registration? ExistingOf(ILookup<PersonId, Registration> existing, PersonId person) =>
        existing[person].OrderByDescending(r => r.IsActive).ThenByDescending(r => r.RegisteredAt).FirstOrDefault();

    private static BulkRegistrationReport Recall(IReadOnlyList<JournalEntry> entries, RegistrationBook book, ImmutableArray<BulkRegistration> rows, ImmutableArray<PersonId> people)
    {
        Dictionary<PersonId, RegistrationOutcome> outcomes = [];
        foreach (JournalEntry entry in entries)
        {
            if (Begun(entry.Event) is { } begun)
            {
                outcomes[begun.Person] = RecallOutcome([entry]);
            }
        }

        ILookup<PersonId, Registration> existing = book.All.Values.ToLookup(r => r.Person);
        return new(
            [
                .. rows.Zip(people, (row, person) => outcomes.TryGetValue(person, out RegistrationOutcome? outcome)
                    ? new BulkRegistrationRow(row.Row) { Person = person, Outcome = outcome }
                    : new BulkRegistrationRow(row.Row) { Person = person, Existing = ExistingOf(existing, person)?.Id, ExistingStatus = ExistingOf(existing, person)?.Status }),
            ],
            true);
    }
}
