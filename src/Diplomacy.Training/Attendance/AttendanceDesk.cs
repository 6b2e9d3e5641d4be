using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Records who was there: check-ins at the door, reports of the call, decisions about callers whom nobody was found for; and tells what follows from them.</summary>
/// <remarks>Safe for use from many threads; lives as long as the container. Display names and addresses appear only in what is returned to the caller, never in the journal or in messages.</remarks>
public sealed partial class AttendanceDesk
{
    private readonly CommandFlow _flow;
    private readonly TrainingPorts _ports;
    private readonly TrainingOptions _options;
    private readonly PeopleDesk _people;
    private readonly CallerReview _review;
    private readonly TicketOffice? _tickets;

    internal AttendanceDesk(CommandFlow flow, TrainingPorts ports, TrainingOptions options, PeopleDesk people) =>
        (_flow, _ports, _options, _people, _review, _tickets) =
            (flow, ports, options, people, new(ports.Records, ports.Queries, people), options.TicketKeys.Count == 0 ? null : new TicketOffice(options.TicketKeys));

    /// <summary>Checks someone in. Of several check-ins for one session the earliest is kept (R33).</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="entry">Who, for which session, when.</param>
    /// <param name="by">Who records it; needs <see cref="Permission.RecordAttendance"/>.</param>
    /// <param name="command">Names the command, so that a retried request takes effect once; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>attendance.session-is-known</c>, <c>attendance.registration-is-confirmed</c>,
    /// <c>attendance.within-check-in-window</c>, <c>attendance.check-in-is-not-ahead</c>, <c>attendance.nonce-is-new</c>, <c>permission.actor-may</c>; why a ticket is none: see <see cref="TicketReading"/>.</exception>
    public async ValueTask<CheckInOutcome> CheckInAsync(
        WorkshopId workshop, CheckInEntry entry, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ImmutableArray<CheckInEntry> entries = [entry];
        return (await CheckInAsync("check-in", workshop, entries, by, command, (situation, now) =>
        {
            Decision<CheckInOutcome> decision = situation.Sheet.CheckIn(situation.Workshop, Door(situation.Workshop), entry, RegistrationOf(situation, entry), now);
            return new Decision<ImmutableArray<CheckInOutcome>>([decision.Outcome], decision.Events);
        }, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Checks in a whole list in one append. An entry that cannot be recorded is told in its outcome and leaves the others alone.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="entries">The entries, in any order, repeated or not.</param>
    /// <param name="by">Who records them; needs <see cref="Permission.RecordAttendance"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>An outcome for each entry, in the order given.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<ImmutableArray<CheckInOutcome>> CheckInAllAsync(
        WorkshopId workshop, IReadOnlyList<CheckInEntry> entries, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ImmutableArray<CheckInEntry> list = [.. entries];
        if (list.Contains(null!))
        {
            throw new ArgumentException("One of the entries is null.", nameof(entries));
        }

        return CheckInAsync("check-in-all", workshop, list, by, command,
            (situation, now) => situation.Sheet.CheckInAll(situation.Workshop, Door(situation.Workshop), list, entry => RegistrationOf(situation, entry), now), cancellationToken);
    }

    /// <summary>Notes that someone left a session. Exits are optional; of several the latest is kept.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    /// <param name="by">Who records it; needs <see cref="Permission.RecordAttendance"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>The exit that is kept.</returns>
    /// <exception cref="TrainingRuleException"><c>attendance.is-checked-in</c>, <c>attendance.exit-follows-check-in</c>, <c>attendance.check-in-is-not-ahead</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<Instant> CheckOutAsync(
        WorkshopId workshop, RegistrationId registration, string session, Instant at, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        _flow.RunAsync(
            new CommandRequest("check-out", by, Permission.RecordAttendance, command, $"{registration} {session} {InstantPattern.ExtendedIso.Format(at)}", AttendanceSheet.StreamOf(workshop)),
            async scope =>
            {
                AttendanceSheet sheet = await scope.LoadAsync<AttendanceSheet>(AttendanceSheet.StreamOf(workshop)).ConfigureAwait(false);
                return scope.Take(sheet, sheet.CheckOut(registration, session, at, scope.Now + _options.DoorClockTolerance, scope.Now));
            },
            _ => new ValueTask<Instant>(at),
            cancellationToken);

    /// <summary>Takes a check-in back, with its exit. Where there is none, nothing changes.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="by">Who takes it back; needs <see cref="Permission.RecordAttendance"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="TrainingRuleException"><c>permission.actor-may</c>.</exception>
    public ValueTask<bool> UndoCheckInAsync(
        WorkshopId workshop, RegistrationId registration, string session, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        _flow.RunAsync(
            new CommandRequest("undo-check-in", by, Permission.RecordAttendance, command, $"{registration} {session}", AttendanceSheet.StreamOf(workshop)),
            async scope =>
            {
                AttendanceSheet sheet = await scope.LoadAsync<AttendanceSheet>(AttendanceSheet.StreamOf(workshop)).ConfigureAwait(false);
                return scope.Take(sheet, sheet.UndoCheckIn(registration, session, scope.Now));
            },
            _ => new ValueTask<bool>(true),
            cancellationToken);

    /// <summary>Presence of everybody who is confirmed, or attended before somebody else took over the seat (R11), session by session, as the evidence and the decisions of this moment say.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<WorkshopPresence> PresenceAsync(WorkshopId workshop, CancellationToken cancellationToken = default)
    {
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Registration> all = await _flow.ReadAsync<RegistrationBook, IReadOnlyList<Registration>>(
            RegistrationBook.StreamOf(workshop), book => [.. book.All.Values], cancellationToken).ConfigureAwait(false);
        return PresenceOf(current, all, await ReadAsync(workshop, sheet => sheet.Figures(), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Presence of everybody who is confirmed, and of those who attended before somebody else took over their seat: what they earned stays with them (R11).
    /// Check-ins from before a registration was restored count no longer (R13).
    /// </summary>
    internal static WorkshopPresence PresenceOf(Workshop workshop, IEnumerable<Registration> registrations, SheetFigures figures)
    {
        var presence = new PresenceBySitting(workshop.Agenda);
        return new(
            workshop.Id,
            [
                .. registrations
                    .Where(r => r.Status == RegistrationStatus.Confirmed
                        || (r.Status == RegistrationStatus.Substituted && (figures.Evidence.ContainsKey(r.Id) || figures.Corrections.Contains(r.Id))))
                    .OrderBy(r => r.Id.ToString(), StringComparer.Ordinal)
                    .Select(r => presence.Of(r, EvidenceOf(r), figures.Corrections[r.Id])),
            ],
            figures.RowsToReview);

        ImmutableArray<PresenceEvidence> EvidenceOf(Registration r) =>
            !figures.Evidence.TryGetValue(r.Id, out ImmutableArray<PresenceEvidence> all) ? []
            : r.RestoredAt is { } restored ? [.. all.Where(e => e.Mode == DeliveryMode.Online || e.From >= restored)]
            : all;
    }

    internal ValueTask<TResult> ReadAsync<TResult>(WorkshopId workshop, Func<AttendanceSheet, TResult> read, CancellationToken cancellationToken) =>
        _flow.ReadAsync(AttendanceSheet.StreamOf(workshop), read, cancellationToken);

    private static string Content(CheckInEntry entry) =>
        $"{entry.Registration}{entry.Person}{entry.Ticket} {entry.Session} {InstantPattern.ExtendedIso.Format(entry.At)} {entry.Nonce} {entry.Device}";

    /// <summary>What a repeated list was told: what it left on the sheet, and for the rest what the rules say now.</summary>
    private ImmutableArray<CheckInOutcome> Recall(IReadOnlyList<JournalEntry> left, Situation situation, ImmutableArray<CheckInEntry> entries)
    {
        var recorded = left.Select(e => e.Event).OfType<CheckedIn>().ToList();
        var outcomes = ImmutableArray.CreateBuilder<CheckInOutcome>(entries.Length);
        foreach (CheckInEntry entry in entries)
        {
            Registration? registration = RegistrationOf(situation, entry);
            int mine = recorded.FindIndex(e => e.Registration == registration?.Id && e.Session == entry.Session && e.CheckedInAt == entry.At && e.Nonce == entry.Nonce && e.Device == entry.Device);
            if (mine >= 0)
            {
                recorded.RemoveAt(mine);
                outcomes.Add(new CheckInOutcome.Recorded(registration!.Id, entry.Session, entry.At));
            }
            else if (registration is not null && situation.Sheet.CheckInOf(registration.Id, entry.Session) is { } door && door.In <= entry.At)
            {
                outcomes.Add(new CheckInOutcome.AlreadyRecorded(registration.Id, entry.Session, door.In));
            }
            else
            {
                outcomes.Add(situation.Sheet.CheckCheckIn(situation.Workshop, Door(situation.Workshop), entry, registration, _flow.Now) is { Count: > 0 } unmet
                    ? new CheckInOutcome.Refused(unmet[0])
                    : new CheckInOutcome.TakenBack(registration!.Id, entry.Session, entry.At));
            }
        }

        return outcomes.MoveToImmutable();
    }

    private ValueTask<ImmutableArray<CheckInOutcome>> CheckInAsync(
        string name, WorkshopId workshop, ImmutableArray<CheckInEntry> entries, Actor by, CommandId? command,
        Func<Situation, Instant, Decision<ImmutableArray<CheckInOutcome>>> verb, CancellationToken cancellationToken)
    {
        if (_tickets is null && entries.Any(entry => entry.Ticket is not null))
        {
            throw NoKeys();
        }

        return RunAsync(
            name, workshop, by, command, string.Join('\n', entries.Select(Content)),
            (scope, situation) => new ValueTask<Decision<ImmutableArray<CheckInOutcome>>>(verb(situation, scope.Now)),
            (left, situation) => Recall(left, situation, entries),
            cancellationToken);
    }

    private DoorCircumstances Door(Workshop workshop) => DoorCircumstances.Of(Venue(workshop), _options.DoorClockTolerance, _tickets);

    private Registration? RegistrationOf(Situation situation, CheckInEntry entry) =>
        entry.Person is { } person ? situation.Book.ActiveOf(person)
        : (entry.Registration ?? (entry.Ticket is { } ticket && _tickets!.Read(ticket, situation.Workshop.Id) is TicketReading.Valid valid ? valid.Registration : null)) is { } id
            ? situation.Book.All.GetValueOrDefault(id)
            : null;

    private DateTimeZone Venue(Workshop workshop) =>
        _ports.Zones.GetZoneOrNull(workshop.Agenda.ZoneId)
        ?? throw new TrainingRuleException(PlanningRules.ZoneIsKnown.Broken(("zone", workshop.Agenda.ZoneId), ("version", _ports.Zones.VersionId)));

    private ValueTask<IReadOnlyList<Registration>> ConfirmedAsync(WorkshopId workshop, CancellationToken cancellationToken) =>
        _flow.ReadAsync<RegistrationBook, IReadOnlyList<Registration>>(
            RegistrationBook.StreamOf(workshop), book => [.. book.All.Values.Where(r => r.Status == RegistrationStatus.Confirmed)], cancellationToken);

    private async ValueTask<Workshop> WorkshopAsync(WorkshopId id, CancellationToken cancellationToken) =>
        await _flow.ReadAsync<WorkshopPlanning, Workshop?>(WorkshopPlanning.StreamOf(id), planning => planning.Current, cancellationToken).ConfigureAwait(false)
        ?? throw NotKnown(id);

    private static TrainingRuleException NotKnown(WorkshopId id) => new(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));

    /// <summary>A verb of the sheet over the workshop and its book as they stand; the append rests on all three versions.</summary>
    private ValueTask<TOutcome> RunAsync<TOutcome>(
        string name, WorkshopId id, Actor by, CommandId? command, string content,
        Func<CommandScope, Situation, ValueTask<Decision<TOutcome>>> verb,
        Func<IReadOnlyList<JournalEntry>, Situation, TOutcome> recall,
        CancellationToken cancellationToken,
        Permission? permission = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id.ToString(), nameof(id));
        return _flow.RunAsync(
            new CommandRequest(name, by, permission ?? Permission.RecordAttendance, command, content, AttendanceSheet.StreamOf(id), RegistrationBook.StreamOf(id), WorkshopPlanning.StreamOf(id)),
            async scope =>
            {
                var (situation, planning) = await LoadAsync(id, scope.Cancellation).ConfigureAwait(false);
                Decision<TOutcome> decision = await verb(scope, situation).ConfigureAwait(false);
                scope.Take(situation.Sheet, decision);
                scope.Take(situation.Book, Decision.Of(true));
                scope.Take(planning, Decision.Of(true));
                return decision.Outcome;
            },
            async entries => recall(entries, (await LoadAsync(id, cancellationToken).ConfigureAwait(false)).Situation),
            cancellationToken);
    }

    private async ValueTask<(Situation Situation, WorkshopPlanning Planning)> LoadAsync(WorkshopId id, CancellationToken cancellationToken)
    {
        WorkshopPlanning planning = await _flow.LoadAsync<WorkshopPlanning>(WorkshopPlanning.StreamOf(id), cancellationToken).ConfigureAwait(false);
        return (
            new(planning.Current ?? throw NotKnown(id),
                await _flow.LoadAsync<RegistrationBook>(RegistrationBook.StreamOf(id), cancellationToken).ConfigureAwait(false),
                await _flow.LoadAsync<AttendanceSheet>(AttendanceSheet.StreamOf(id), cancellationToken).ConfigureAwait(false)),
            planning);
    }

    /// <summary>What a verb of the sheet decides over.</summary>
    private sealed record Situation(Workshop Workshop, RegistrationBook Book, AttendanceSheet Sheet);
}
