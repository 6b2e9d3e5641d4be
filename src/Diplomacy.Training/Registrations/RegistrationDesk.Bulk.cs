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
    /// <param name="by">Who registers; needs <see cref="Permission.Register"/>, <see cref="Permission.ManagePeople"/> to add people, <see cref="Permission.PrioritiseRegistrations"/> with a priority, and <see cref="Permission.AssignRoles"/> with a role that takes no seat; asked also for a trial.</param>
    /// <param name="dryRun">Whether only to tell what would happen; nothing is recorded, and nobody is added.</param>
    /// <param name="command">Names the command, so that a retried request registers once and returns its first outcomes; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>What became of every row, or every broken rule of all rows; in that case nothing was recorded, but that people may have been added when the book changed between trial and decision. Rules of rows: those of <see cref="RegisterAsync"/>,
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
        ImmutableArray<(ImmutableArray<TrainingRule> Unmet, PersonId? Person)> found = await RecogniseAsync(list, cancellationToken).ConfigureAwait(false);

        // A repeated command adds nobody: who was registered by it may have been erased since, and must not come back.
        bool repeated = !dryRun && command is { } id && (await _flow.Journal.FindCommandAsync(stream, id, cancellationToken).ConfigureAwait(false)).Count > 0;
        PersonId[] people = [.. found.Select(f => f.Person ?? PersonId.New())];
        if (!repeated)
        {
            foreach (Permission needed in Needed(list, found))
            {
                await _flow.DemandAsync(new(by, needed, stream), cancellationToken).ConfigureAwait(false);
            }

            BulkRegistrationReport trial = await TryAsync(workshop, list, found, cancellationToken).ConfigureAwait(false);
            if (dryRun || trial.IsRefused)
            {
                return trial;
            }

            // People first: where the second step fails, a retry finds them by their external ids and goes on.
            int[] unknown = [.. Enumerable.Range(0, list.Length).Where(i => found[i].Person is null)];
            IReadOnlyList<PersonId> added = unknown.Length == 0 ? [] : await _people.AddAllAsync([.. unknown.Select(i => list[i].Person)], by, null, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < unknown.Length; i++)
            {
                people[unknown[i]] = added[i];
            }
        }

        ImmutableArray<RegistrationRequest> requests = [.. list.Zip(people, (row, person) => RequestOf(workshop, row, person))];
        return await DecideAsync(
            new BookCommand("register-all", workshop, by, Permission.Register, command, string.Join('\n', list.Select(Describe)))
            {
                Prioritises = list.Any(row => row.Priority != 0), AssignsRoles = list.Any(row => !row.Role.TakesSeat()),
            },
            (book, circumstances, scope) =>
            {
                Decision<BulkRegistrationReport> decision = Register(book, list, requests, circumstances);
                return new(Keeping(scope, circumstances, decision, [.. requests.Where((_, i) => decision.Outcome.Rows[i].Outcome is not null).Select(request => request.Answers)]));
            },
            (entries, book) => Recall(entries, book, list, found),
            cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<Permission> Needed(ImmutableArray<BulkRegistration> rows, ImmutableArray<(ImmutableArray<TrainingRule> Unmet, PersonId? Person)> found)
    {
        yield return Permission.Register;
        if (found.Any(f => f.Person is null))
        {
            yield return Permission.ManagePeople;
        }

        if (rows.Any(row => row.Priority != 0))
        {
            yield return Permission.PrioritiseRegistrations;
        }

        if (rows.Any(row => !row.Role.TakesSeat()))
        {
            yield return Permission.AssignRoles;
        }
    }

    /// <summary>A row without the person: the journal keeps a digest of it for ever.</summary>
    private static string Describe(BulkRegistration row) =>
        FormattableString.Invariant($"{row.Row} {row.Institution} {row.Mode} {row.Role} {row.Sitting} {row.Groups} {row.Priority}");

    /// <summary>Who the people of a list are, where they are known, and what is wrong with the list itself.</summary>
    private async ValueTask<ImmutableArray<(ImmutableArray<TrainingRule> Unmet, PersonId? Person)>> RecogniseAsync(ImmutableArray<BulkRegistration> rows, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(ImmutableArray<TrainingRule>, PersonId?)>(rows.Length);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var (_, merged) = await _people.ChangesAsync(cancellationToken).ConfigureAwait(false);
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
            bool differs = known is { } id && merged.GetValueOrDefault(id, id) == id && await _people.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } particulars && particulars.ExternalId == externalId && particulars != row.Person;
            found.Add((differs ? [PersonRules.ExternalIdIsNew.Broken(("entry", row.Row), ("person", known!.Value.ToString()))] : [], known is { } one ? merged.GetValueOrDefault(one, one) : null));
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
        ILookup<PersonId, Registration> existing = book.All.Values.ToLookup(r => circumstances.Merged.GetValueOrDefault(r.Person, r.Person));
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

    /// <summary>The first outcomes. Rows are found by person; whoever was erased since is no longer known by an external id, and is one of those whom no other row names, in order.</summary>
    private static BulkRegistrationReport Recall(
        IReadOnlyList<JournalEntry> entries, RegistrationBook book, ImmutableArray<BulkRegistration> rows, ImmutableArray<(ImmutableArray<TrainingRule> Unmet, PersonId? Person)> found)
    {
        var begun = entries.Select(e => (Entry: e, Begun: Begun(e.Event))).Where(b => b.Begun is not null).Select(b => (b.Begun!.Value.Person, Outcome: RecallOutcome([b.Entry]))).ToList();
        HashSet<PersonId> named = [.. found.Select(f => f.Person).OfType<PersonId>()];
        var unnamed = new Queue<(PersonId Person, RegistrationOutcome Outcome)>(begun.Where(b => !named.Contains(b.Person)));
        Dictionary<PersonId, RegistrationOutcome> outcomes = begun.ToDictionary(b => b.Person, b => b.Outcome);
        ILookup<PersonId, Registration> existing = book.All.Values.ToLookup(r => r.Person);
        return new([.. rows.Zip(found, Row)], true);

        BulkRegistrationRow Row(BulkRegistration row, (ImmutableArray<TrainingRule> Unmet, PersonId? Person) of)
        {
            if (of.Person is not { } person)
            {
                return unnamed.TryDequeue(out var erased) ? new(row.Row) { Person = erased.Person, Outcome = erased.Outcome } : new(row.Row);
            }

            return outcomes.TryGetValue(person, out RegistrationOutcome? outcome)
                ? new(row.Row) { Person = person, Outcome = outcome }
                : new(row.Row) { Person = person, Existing = ExistingOf(existing, person)?.Id, ExistingStatus = ExistingOf(existing, person)?.Status };
        }
    }
}
