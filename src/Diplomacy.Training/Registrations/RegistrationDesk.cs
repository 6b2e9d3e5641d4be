using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Registers people for workshops, cancels and changes registrations, and tells where each stands. Nobody is ever given a seat that a limit forbids, except by a recorded override.</summary>
/// <remarks>
/// Safe for use from many threads; lives as long as the container. Commands take an optional id: a retried request takes effect once and returns its first outcome, and the same id
/// with other content is refused with <c>journal.command-is-new</c>.
/// The host's <see cref="IPermissions"/> is told whom and which institution a command is about, so that participants act for themselves and focal points for their own mission.
/// </remarks>
public sealed partial class RegistrationDesk
{
    private readonly CommandFlow _flow;
    private readonly TrainingPorts _ports;
    private readonly InstitutionDesk _institutions;
    private readonly PeopleDesk _people;

    internal RegistrationDesk(CommandFlow flow, TrainingPorts ports, InstitutionDesk institutions, PeopleDesk people) =>
        (_flow, _ports, _institutions, _people) = (flow, ports, institutions, people);

    /// <summary>Registers a person: a seat, a place on the waiting list, a request that somebody has to approve, or a refusal that names the full limits.</summary>
    /// <param name="request">Who, for what. The person's rank and sex count as groups <c>rank/…</c> and <c>sex/…</c> where the plan's quotas or questions speak of them, and stand in the journal only then.</param>
    /// <param name="by">Who registers; needs <see cref="Permission.Register"/>, <see cref="Permission.OverrideLimits"/> with an override, <see cref="Permission.PrioritiseRegistrations"/> with a priority,
    /// and <see cref="Permission.AssignRoles"/> with a role that takes no participant's seat.</param>
    /// <param name="command">Names the command, so that a retried request registers once and returns its first outcome; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>institution.is-known</c>, <c>person.is-known</c>, <c>registration.is-open</c>, <c>registration.mode-is-offered</c>,
    /// <c>registration.sitting-is-held</c>, <c>registration.person-is-invited</c>, <c>registration.person-is-not-registered</c>, <c>permission.actor-may</c>, and those of <see cref="RegistrationAnswers.Check"/>.</exception>
    public async ValueTask<RegistrationOutcome> RegisterAsync(RegistrationRequest request, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await DecideAsync(
            new BookCommand("register", request.Workshop, by, Permission.Register, command, Describe(request))
            {
                Person = request.Person, Institution = request.Institution, Overrides = request.OverrideReasonCode is not null, Prioritises = request.Priority != 0, AssignsRoles = !request.Role.TakesSeat(),
            },
            async (book, circumstances, scope) => Keeping(
                scope, circumstances, book.Register(RegistrationId.New(), await AdmitAsync(request, cancellationToken).ConfigureAwait(false), circumstances), [request.Answers]),
            (entries, _) => RecallOutcome(entries),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which rules a registration would break; none says that it would be accepted, with a seat, a place in the line, or a request for approval.</summary>
    /// <param name="request">Who, for what.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckRegisterAsync(RegistrationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        RegistrationRequest admitted = await _people.IsKnownAsync(request.Person, cancellationToken).ConfigureAwait(false) ? await AdmitAsync(request, cancellationToken).ConfigureAwait(false) : request;
        IReadOnlyList<TrainingRule> unmet = await CheckAsync(request.Workshop, (book, circumstances) => book.CheckRegister(admitted, circumstances), cancellationToken).ConfigureAwait(false);
        return await CheckPersonAsync(request.Person, unmet, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Cancels a registration and passes its seat on to whoever waits. Cancelling again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="reasonCode">The host's own code for the reason, 1 to 100 characters without spaces or control characters; free text about people does not belong here.</param>
    /// <param name="by">Who cancels; needs <see cref="Permission.Register"/>. A participant can cancel only until the cut-off.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-cancelled</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<CancellationOutcome> CancelAsync(
        WorkshopId workshop, RegistrationId registration, string reasonCode, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        await DecideAsync(
            await AboutAsync(new("cancel-registration", workshop, by, Permission.Register, command, $"{registration} {reasonCode}"), registration, cancellationToken).ConfigureAwait(false),
            (book, circumstances) => new(book.Cancel(registration, reasonCode, by, circumstances)),
            (entries, _) => RecallEnd(entries, registration, e => e is RegistrationCancelled { Cause: CancellationCause.Requested }),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Which rules a cancellation would break; see <see cref="CancelAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="by">Who would cancel.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckCancelAsync(WorkshopId workshop, RegistrationId registration, Actor by, CancellationToken cancellationToken = default) =>
        CheckAsync(workshop, (book, circumstances) => book.CheckCancel(registration, by, circumstances), cancellationToken);

    /// <summary>Takes over the workshop as it stands and settles what has changed: after a new seat plan, a postponement or a cancellation of the workshop, a lapsed offer, an erased or merged person.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="by">Who asks; needs <see cref="Permission.Register"/>.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<bool> SettleAsync(WorkshopId workshop, Actor by, CancellationToken cancellationToken = default) =>
        DecideAsync(
            new BookCommand("settle-book", workshop, by, Permission.Register, null, ""),
            (book, circumstances) => new(book.Settle(circumstances)), (_, _) => true, cancellationToken);

    internal ValueTask<TResult> ReadAsync<TResult>(WorkshopId workshop, Func<RegistrationBook, TResult> read, CancellationToken cancellationToken) =>
        _flow.ReadAsync(RegistrationBook.StreamOf(workshop), read, cancellationToken);

    private static string Describe(RegistrationRequest request) => FormattableString.Invariant(
        $"{request.Person} {request.Institution} {request.Mode} {request.Role} {request.Sitting} {request.Groups} {request.Priority} {request.OverrideReasonCode}");

    /// <summary>
    /// What the book cannot know: whether the person is known, and in which groups. Asked only when the command is decided, so that a repeated command
    /// still returns its first outcome when the person has been erased since, and nobody without permission learns who is known.
    /// </summary>
    private async ValueTask<RegistrationRequest> AdmitAsync(RegistrationRequest request, CancellationToken cancellationToken) =>
        request with { Groups = request.Groups.With(await GroupsAsync(request.Person, cancellationToken).ConfigureAwait(false)) };

    private async ValueTask<SeatGroups> GroupsAsync(PersonId id, CancellationToken cancellationToken)
    {
        if (!await _people.IsKnownAsync(id, cancellationToken).ConfigureAwait(false))
        {
            throw new TrainingRuleException(PersonRules.IsKnown.Broken(("person", id.ToString())));
        }

        return await _people.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } person ? GroupsOf(person) : default;
    }

    /// <summary>The coarse groups that follow from who somebody is, where they are known: rank and sex.</summary>
    private static SeatGroups GroupsOf(Person person)
    {
        var groups = new List<SeatGroup>();
        if (person.Post is { Rank: { } rank } && SeatGroup.TryParse($"rank/{rank.ToLowerInvariant().Replace('_', '-').Replace(' ', '-')}", out SeatGroup ranked))
        {
            groups.Add(ranked);
        }

        if (person.Sex != Sex.Unstated)
        {
            groups.Add(SeatGroup.Parse(person.Sex == Sex.Female ? "sex/female" : "sex/male"));
        }

        return SeatGroups.Of(groups);
    }

    private static RegistrationOutcome RecallOutcome(IReadOnlyList<JournalEntry> entries) =>
        entries.Select(entry => entry.Event switch
        {
            RegistrationConfirmed e => (RegistrationOutcome)new RegistrationOutcome.Confirmed(e.Registration, e.Claim.Mode, e.Overridden),
            RegistrationWaitlisted e => new RegistrationOutcome.Waiting(e.Registration, e.Position, e.BindingLimits),
            RegistrationDeclined e => new RegistrationOutcome.Declined(e.Registration, e.BindingLimits),
            RegistrationSubmitted e => new RegistrationOutcome.AwaitingApproval(e.Registration, e.KeepsSeat, e.BindingLimits),
            _ => null,
        }).First(outcome => outcome is not null)!;

    /// <summary>Only what stands after the end of the registration follows from it; what stands before it was settled on the way.</summary>
    private static CancellationOutcome RecallEnd(IReadOnlyList<JournalEntry> entries, RegistrationId registration, Func<TrainingEvent, bool> ends)
    {
        TrainingEvent[] after = [.. entries.Select(e => e.Event).SkipWhile(e => !ends(e))];
        return new(registration, after.Length > 0, Promoted(after));
    }

    private static ImmutableArray<RegistrationId> Promoted(IEnumerable<TrainingEvent> events) =>
    [
        .. events.Select(e => e switch
        {
            RegistrationPromoted p => p.Registration,
            SeatOffered o => o.Registration,
            RegistrationSwitched s => s.Registration,
            _ => (RegistrationId?)null,
        }).OfType<RegistrationId>(),
    ];

    private async ValueTask<Workshop> WorkshopAsync(WorkshopId id, CancellationToken cancellationToken) =>
        await FindWorkshopAsync(id, cancellationToken).ConfigureAwait(false)
        ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));

    private ValueTask<Workshop?> FindWorkshopAsync(WorkshopId id, CancellationToken cancellationToken) =>
        _flow.ReadAsync<WorkshopPlanning, Workshop?>(WorkshopPlanning.StreamOf(id), planning => planning.Current, cancellationToken);

    private async ValueTask<RegistrationCircumstances> CircumstancesAsync(Workshop workshop, Instant now, CancellationToken cancellationToken)
    {
        var (erased, merged) = await _people.ChangesAsync(cancellationToken).ConfigureAwait(false);
        return new(workshop, now)
        {
            Institutions = await _institutions.AllAsync(cancellationToken).ConfigureAwait(false), Zones = _ports.Zones, Holidays = _ports.Holidays, Erased = erased, Merged = merged,
        };
    }

    /// <summary>The unmet rules of a verb, by the book as it stands now.</summary>
    private async ValueTask<IReadOnlyList<TrainingRule>> CheckAsync(
        WorkshopId workshop, Func<RegistrationBook, RegistrationCircumstances, IReadOnlyList<TrainingRule>> check, CancellationToken cancellationToken)
    {
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        RegistrationCircumstances circumstances = await CircumstancesAsync(current, _flow.Now, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(workshop, book => check(book, circumstances), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<TrainingRule>> CheckPersonAsync(PersonId person, IReadOnlyList<TrainingRule> unmet, CancellationToken cancellationToken) =>
        await _people.IsKnownAsync(person, cancellationToken).ConfigureAwait(false)
            ? unmet
            : [PersonRules.IsKnown.Broken(("person", person.ToString())), .. unmet.Where(rule => rule.Code != PersonRules.IsKnown.Code)];

    /// <summary>Adds whom and which institution a command about a registration concerns, for the host's permissions.</summary>
    private async ValueTask<BookCommand> AboutAsync(BookCommand command, RegistrationId registration, CancellationToken cancellationToken)
    {
        Registration? found = await ReadAsync(command.Workshop, book => book.All.GetValueOrDefault(registration), cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return command;
        }

        var (_, merged) = await _people.ChangesAsync(cancellationToken).ConfigureAwait(false);
        return command with { Person = merged.GetValueOrDefault(found.Person, found.Person), Institution = found.Institution };
    }

    /// <summary>
    /// A verb of the book over the workshop as it stands; the append rests on both versions. The gates of the directories are entered inside these two
    /// and never the other way round, so that no two commands can wait for each other.
    /// </summary>
    private ValueTask<TOutcome> DecideAsync<TOutcome>(
        BookCommand command,
        Func<RegistrationBook, RegistrationCircumstances, ValueTask<Decision<TOutcome>>> verb,
        Func<IReadOnlyList<JournalEntry>, RegistrationBook, TOutcome> recall,
        CancellationToken cancellationToken) =>
        DecideAsync(command, (book, circumstances, _) => verb(book, circumstances), recall, cancellationToken);

    /// <inheritdoc cref="DecideAsync{TOutcome}(BookCommand, Func{RegistrationBook, RegistrationCircumstances, ValueTask{Decision{TOutcome}}}, Func{IReadOnlyList{JournalEntry}, RegistrationBook, TOutcome}, CancellationToken)"/>
    private async ValueTask<TOutcome> DecideAsync<TOutcome>(
        BookCommand command,
        Func<RegistrationBook, RegistrationCircumstances, CommandScope, ValueTask<Decision<TOutcome>>> verb,
        Func<IReadOnlyList<JournalEntry>, RegistrationBook, TOutcome> recall,
        CancellationToken cancellationToken)
    {
        WorkshopId id = command.Workshop;
        ArgumentException.ThrowIfNullOrEmpty(id.ToString(), nameof(command));
        StreamId stream = RegistrationBook.StreamOf(id);
        return await _flow.RunAsync(
            new CommandRequest(command.Name, command.By, command.Permission, command.Id, command.Content, stream, WorkshopPlanning.StreamOf(id))
            {
                Person = command.Person, Institution = command.Institution,
            },
            async scope =>
            {
                foreach (Permission further in command.Further)
                {
                    await _flow.DemandAsync(new(command.By, further, stream) { Person = command.Person, Institution = command.Institution }, cancellationToken).ConfigureAwait(false);
                }

                WorkshopPlanning planning = await scope.LoadAsync<WorkshopPlanning>(WorkshopPlanning.StreamOf(id)).ConfigureAwait(false);
                Workshop workshop = planning.Current ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));
                RegistrationBook book = await scope.LoadAsync<RegistrationBook>(stream).ConfigureAwait(false);
                RegistrationCircumstances circumstances = await CircumstancesAsync(workshop, scope.Now, scope.Cancellation).ConfigureAwait(false);
                Decision<TOutcome> decision = await verb(book, circumstances, scope).ConfigureAwait(false);
                scope.Take(book, decision);
                scope.Take(planning, Decision.Of(true));
                await TellAsync(scope, book, circumstances, decision.Events).ConfigureAwait(false);
                return decision.Outcome;
            },
            async entries => recall(entries, await _flow.LoadAsync<RegistrationBook>(stream, cancellationToken).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask TellAsync(CommandScope scope, RegistrationBook book, RegistrationCircumstances circumstances, ImmutableArray<TrainingEvent> events)
    {
        if (events.IsEmpty)
        {
            return;
        }

        var notices = new RegistrationNotices(circumstances, book, async person => (await _people.FindAsync(person, scope.Cancellation).ConfigureAwait(false))?.Language ?? Language.English);
        foreach (TrainingEvent happened in events)
        {
            foreach (Notice notice in await notices.ForAsync(happened).ConfigureAwait(false))
            {
                scope.Tell(notice);
            }
        }
    }

    /// <summary>What was asked of a book.</summary>
    private sealed record BookCommand(string Name, WorkshopId Workshop, Actor By, Permission Permission, CommandId? Id, string Content)
    {
        internal PersonId? Person { get; init; }

        internal InstitutionCode? Institution { get; init; }

        internal bool Overrides { get; init; }

        internal bool Prioritises { get; init; }

        internal bool AssignsRoles { get; init; }

        /// <summary>What it needs besides; asked only when the command is decided anew.</summary>
        internal IEnumerable<Permission> Further
        {
            get
            {
                if (Overrides)
                {
                    yield return Permission.OverrideLimits;
                }

                if (Prioritises)
                {
                    yield return Permission.PrioritiseRegistrations;
                }

                if (AssignsRoles)
                {
                    yield return Permission.AssignRoles;
                }
            }
        }
    }
}
