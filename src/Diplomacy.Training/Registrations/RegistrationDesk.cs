using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Registers people for workshops, cancels registrations, and tells where each stands. Nobody is ever given a seat that a limit forbids, except by a recorded override.</summary>
/// <remarks>Safe for use from many threads; lives as long as the container.</remarks>
public sealed class RegistrationDesk
{
    private readonly CommandFlow _flow;
    private readonly TrainingPorts _ports;
    private readonly InstitutionDesk _institutions;
    private readonly PeopleDesk _people;

    internal RegistrationDesk(CommandFlow flow, TrainingPorts ports, InstitutionDesk institutions, PeopleDesk people) =>
        (_flow, _ports, _institutions, _people) = (flow, ports, institutions, people);

    /// <summary>Registers a person: a seat, a place on the waiting list, or a refusal that names the full limits.</summary>
    /// <param name="request">Who, for what.</param>
    /// <param name="by">Who registers; needs <see cref="Permission.Register"/>, <see cref="Permission.OverrideLimits"/> with an override, and <see cref="Permission.PrioritiseRegistrations"/> with a priority.
    /// Whom an actor may register is for the host to check before it calls: the library knows no link between actors and people.</param>
    /// <param name="command">Names the command, so that a retried request registers once and returns its first outcome; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>institution.is-known</c>, <c>person.is-known</c>, <c>registration.is-open</c>,
    /// <c>registration.mode-is-offered</c>, <c>registration.person-is-not-registered</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<RegistrationOutcome> RegisterAsync(RegistrationRequest request, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await DecideAsync(
            "register", request.Workshop, by, Permission.Register, command,
            FormattableString.Invariant($"{request.Person} {request.Institution} {request.Mode} {request.Role} {request.Priority} {request.OverrideReasonCode}"),
            async (book, workshop, now) =>
            {
                Institution institution = await AdmitAsync(request, by, cancellationToken).ConfigureAwait(false);
                return book.Register(RegistrationId.New(), request, institution.Kind, workshop, now);
            },
            RecallOutcome,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which rules a registration would break; none says that it would be accepted, with a seat or a place in the line.</summary>
    /// <param name="request">Who, for what.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckRegisterAsync(RegistrationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var unmet = new List<TrainingRule>();
        if (await _institutions.FindAsync(request.Institution, cancellationToken).ConfigureAwait(false) is null)
        {
            unmet.Add(InstitutionRules.IsKnown.Broken(("institution", request.Institution.ToString())));
        }

        if (!await _people.IsKnownAsync(request.Person, cancellationToken).ConfigureAwait(false))
        {
            unmet.Add(PersonRules.IsKnown.Broken(("person", request.Person.ToString())));
        }

        Workshop workshop = await WorkshopAsync(request.Workshop, cancellationToken).ConfigureAwait(false);
        return [.. unmet, .. await ReadAsync(request.Workshop, book => book.CheckRegister(request, workshop, _flow.Now), cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>Cancels a registration and promotes whoever the freed seat can go to. Cancelling again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="reasonCode">The host's own code for the reason, 1 to 100 characters without spaces or control characters; free text about people does not belong here.</param>
    /// <param name="by">Who cancels; needs <see cref="Permission.Register"/>. A participant can cancel only until the cut-off.
    /// Whose registration an actor may cancel is for the host to check before it calls.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-cancelled</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<CancellationOutcome> CancelAsync(
        WorkshopId workshop, RegistrationId registration, string reasonCode, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        DecideAsync(
            "cancel-registration", workshop, by, Permission.Register, command, $"{registration} {reasonCode}",
            (book, current, now) => new(book.Cancel(registration, reasonCode, by, current, now)),
            entries => RecallCancellation(registration, entries),
            cancellationToken);

    /// <summary>Takes over the workshop as it stands and settles what has changed: after a new seat plan, a postponement or a cancellation of the workshop.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="by">Who asks; needs <see cref="Permission.Register"/>.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<bool> SettleAsync(WorkshopId workshop, Actor by, CancellationToken cancellationToken = default) =>
        DecideAsync("settle-book", workshop, by, Permission.Register, null, "", (book, current, now) => new(book.Settle(current, now)), _ => true, cancellationToken);

    /// <summary>Every registration of a workshop, in the order in which they were made. A picture of this moment.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public ValueTask<IReadOnlyList<Registration>> ListAsync(WorkshopId workshop, CancellationToken cancellationToken = default) =>
        ReadAsync<IReadOnlyList<Registration>>(workshop, book => [.. book.All.Values], cancellationToken);

    /// <summary>A person's active registration for a workshop.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The registration, or null when the person has none that is confirmed or waits.</returns>
    public ValueTask<Registration?> FindAsync(WorkshopId workshop, PersonId person, CancellationToken cancellationToken = default) =>
        ReadAsync(workshop, book => book.ActiveOf(person), cancellationToken);

    /// <summary>How full a workshop is: every limit that a claim of its registrations falls under, and how many wait.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public ValueTask<SeatCount> SeatsAsync(WorkshopId workshop, CancellationToken cancellationToken = default) =>
        ReadAsync(
            workshop,
            book => new SeatCount(
                book.Seats is { } seats
                    ? [.. book.All.Values.Where(r => r.IsActive).SelectMany(r => seats.LimitsOf(r.Claim)).DistinctBy(l => l.Key)
                        .OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => new BindingLimit(l.Key, l.Capacity, book.UsedOf(l.Key)))]
                    : [],
                book.All.Values.Count(r => r.Status == RegistrationStatus.Confirmed),
                book.WaitingCount),
            cancellationToken);

    internal ValueTask<TResult> ReadAsync<TResult>(WorkshopId workshop, Func<RegistrationBook, TResult> read, CancellationToken cancellationToken) =>
        _flow.ReadAsync(RegistrationBook.StreamOf(workshop), read, cancellationToken);

    /// <summary>
    /// What the book cannot know: whether institution and person are known and an override is permitted. Asked only when the command is decided,
    /// so that a repeated command still returns its first outcome when the person has been erased since, and nobody without permission learns who is known.
    /// </summary>
    private async ValueTask<Institution> AdmitAsync(RegistrationRequest request, Actor by, CancellationToken cancellationToken)
    {
        if (request.OverrideReasonCode is not null)
        {
            await DemandAsync(Permission.OverrideLimits).ConfigureAwait(false);
        }

        if (request.Priority != 0)
        {
            await DemandAsync(Permission.PrioritiseRegistrations).ConfigureAwait(false);
        }

        Institution institution = await _institutions.GetAsync(request.Institution, cancellationToken).ConfigureAwait(false);
        return await _people.IsKnownAsync(request.Person, cancellationToken).ConfigureAwait(false)
            ? institution
            : throw new TrainingRuleException(PersonRules.IsKnown.Broken(("person", request.Person.ToString())));

        async ValueTask DemandAsync(Permission permission)
        {
            StreamId scope = RegistrationBook.StreamOf(request.Workshop);
            if (!await _ports.Permissions.AllowsAsync(by, permission, scope, cancellationToken).ConfigureAwait(false))
            {
                throw new TrainingRuleException(JournalRules.ActorMay.Broken(("permission", permission.Name), ("scope", scope.ToString())));
            }
        }
    }

    private static RegistrationOutcome RecallOutcome(IReadOnlyList<JournalEntry> entries) =>
        entries.Select(entry => entry.Event switch
        {
            RegistrationConfirmed e => (RegistrationOutcome)new RegistrationOutcome.Confirmed(e.Registration, e.Claim.Mode, e.Overridden),
            RegistrationWaitlisted e => new RegistrationOutcome.Waiting(e.Registration, e.Position, e.BindingLimits),
            RegistrationDeclined e => new RegistrationOutcome.Declined(e.Registration, e.BindingLimits),
            _ => null,
        }).First(outcome => outcome is not null)!;

    /// <summary>Only what stands after the cancellation follows from it; what stands before it was settled on the way, a cancelled workshop's registrations among it.</summary>
    private static CancellationOutcome RecallCancellation(RegistrationId registration, IReadOnlyList<JournalEntry> entries)
    {
        bool settled = entries.Any(e => e.Event is SeatPlanAdopted { Status: WorkshopStatus.Cancelled });
        TrainingEvent[] after = [.. entries.Select(e => e.Event).SkipWhile(e => settled || e is not RegistrationCancelled)];
        return new(registration, after.Length > 0, [.. after.OfType<RegistrationPromoted>().Select(e => e.Registration)]);
    }

    private async ValueTask<Workshop> WorkshopAsync(WorkshopId id, CancellationToken cancellationToken) =>
        await _flow.ReadAsync<WorkshopPlanning, Workshop?>(WorkshopPlanning.StreamOf(id), planning => planning.Current, cancellationToken).ConfigureAwait(false)
        ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));

    /// <summary>
    /// A verb of the book over the workshop as it stands; the append rests on both versions. The gates of the directories are entered inside these two
    /// and never the other way round, so that no two commands can wait for each other.
    /// </summary>
    private ValueTask<TOutcome> DecideAsync<TOutcome>(
        string name, WorkshopId id, Actor by, Permission permission, CommandId? command, string content,
        Func<RegistrationBook, Workshop, Instant, ValueTask<Decision<TOutcome>>> verb,
        Func<IReadOnlyList<JournalEntry>, TOutcome> recall,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(id.ToString(), nameof(id));
        StreamId stream = RegistrationBook.StreamOf(id);
        return _flow.RunAsync(
            new CommandRequest(name, by, permission, command, content, stream, WorkshopPlanning.StreamOf(id)),
            async scope =>
            {
                WorkshopPlanning planning = await scope.LoadAsync<WorkshopPlanning>(WorkshopPlanning.StreamOf(id)).ConfigureAwait(false);
                Workshop workshop = planning.Current ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));
                RegistrationBook book = await scope.LoadAsync<RegistrationBook>(stream).ConfigureAwait(false);
                Decision<TOutcome> decision = await verb(book, workshop, scope.Now).ConfigureAwait(false);
                scope.Take(book, decision);
                scope.Take(planning, Decision.Of(true));
                await TellAsync(scope, book, workshop, decision.Events).ConfigureAwait(false);
                return decision.Outcome;
            },
            entries => new ValueTask<TOutcome>(recall(entries)),
            cancellationToken);
    }

    private async ValueTask TellAsync(CommandScope scope, RegistrationBook book, Workshop workshop, ImmutableArray<TrainingEvent> events)
    {
        if (events.IsEmpty)
        {
            return;
        }

        var notices = new RegistrationNotices(await _institutions.AllAsync(scope.Cancellation).ConfigureAwait(false), _ports.Zones, workshop);
        foreach (TrainingEvent happened in events)
        {
            Notice? notice = await notices.ForAsync(
                happened,
                id => book.All.GetValueOrDefault(id),
                async person => (await _people.FindAsync(person, scope.Cancellation).ConfigureAwait(false))?.Language ?? Language.English).ConfigureAwait(false);
            if (notice is not null)
            {
                scope.Tell(notice);
            }
        }
    }
}

/// <summary>How full a workshop is.</summary>
/// <param name="Limits">Every limit that an active registration falls under, ordered by key.</param>
/// <param name="Confirmed">How many are confirmed, in any role.</param>
/// <param name="Waiting">How many wait.</param>
public sealed record SeatCount(ImmutableArray<BindingLimit> Limits, int Confirmed, int Waiting);
