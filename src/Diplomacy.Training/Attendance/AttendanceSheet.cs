using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// The evidence of presence in one workshop: check-ins at the door, imported reports of the call, and what people decided about callers.
/// What follows from it is computed by <see cref="AttendanceMerge"/> and never stored, so that evidence, figures and decisions stay apart (R34).
/// </summary>
public sealed class AttendanceSheet : Aggregate, IAggregate<AttendanceSheet>
{
    /// <summary>How long before a session its door opens.</summary>
    internal static readonly Duration DoorOpensBefore = Duration.FromHours(3);

    private readonly Dictionary<(RegistrationId Registration, string Session), DoorTimes> _door = [];
    private readonly Dictionary<string, (RegistrationId Registration, string Session)> _nonces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallReport> _byDigest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallReport> _inForce = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordRef?> _identities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallerDecision> _decisions = new(StringComparer.Ordinal);

    private AttendanceSheet(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>The reports in force, ordered by digest: of each source the one imported last.</summary>
    public IEnumerable<CallReport> Reports => _inForce.Values.OrderBy(r => r.Digest, StringComparer.Ordinal);

    /// <summary>The personal record with the sheet's salt; null before the first import and after erasing.</summary>
    public RecordRef? Salt { get; private set; }

    /// <summary>How many rows of reports in force are neither matched nor decided.</summary>
    public int RowsToReview => Undecided.Sum(c => c.Caller.Connections.Length);

    /// <summary>Callers of reports in force whom nobody is found for and nobody has decided on, with their report.</summary>
    internal IEnumerable<(CallReport Report, Caller Caller)> Undecided =>
        from report in Reports
        from caller in report.Callers
        where caller.Registration is null && !_decisions.ContainsKey(caller.Key)
        select (report, caller);

    /// <summary>The stream of a workshop's sheet.</summary>
    /// <param name="workshop">The workshop.</param>
    public static StreamId StreamOf(WorkshopId workshop) => StreamId.Of("sheet", workshop.ToString());

    /// <inheritdoc/>
    public static AttendanceSheet Begin(StreamId stream) => new(stream);

    /// <summary>
    /// From when until when check-ins belong to a session: from three hours before it, but not before its day begins in the venue's zone (R24), until its end. Half-open.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="venue">The venue's zone.</param>
    public static Interval CheckInWindow(ScheduledItem session, DateTimeZone venue)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(venue);
        Instant day = venue.AtStartOfDay(session.Time.Start.InZone(venue).Date).ToInstant();
        return new(Instant.Max(day, session.Time.Start - DoorOpensBefore), session.Time.End);
    }

    /// <summary>The report with a digest, in force or superseded.</summary>
    /// <param name="digest">SHA-256 of the source's bytes.</param>
    /// <returns>The report, or null when it was never imported.</returns>
    public CallReport? FindReport(string digest) => _byDigest.GetValueOrDefault(digest);

    /// <summary>Whose a caller's connections are, as decided by a person.</summary>
    /// <param name="caller">The caller's key.</param>
    /// <returns>The decision, or null when nobody has decided.</returns>
    public CallerDecision? DecisionOn(string caller) => _decisions.GetValueOrDefault(caller);

    /// <summary>When someone was checked in for a session.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <returns>The times at the door, or null.</returns>
    public DoorTimes? CheckInOf(RegistrationId registration, string session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _door.GetValueOrDefault((registration, session));
    }

    /// <summary>Checks someone in. Of several check-ins for one session the earliest is kept, in whatever order they arrive (R33).</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="venue">The venue's zone.</param>
    /// <param name="entry">Who, for which session, when.</param>
    /// <param name="registration">The registration that the entry means; null when there is none.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.status-allows</c>, <c>attendance.session-is-known</c>, <c>attendance.registration-is-confirmed</c>,
    /// <c>attendance.within-check-in-window</c>, <c>attendance.nonce-is-new</c>.</exception>
    public Decision<CheckInOutcome> CheckIn(Workshop workshop, DateTimeZone venue, CheckInEntry entry, Registration? registration, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckCheckIn(workshop, venue, entry, registration));
        Decision<ImmutableArray<CheckInOutcome>> all = CheckInAll(workshop, venue, [entry], _ => registration, now);
        return new(all.Outcome[0], all.Events);
    }

    /// <summary>Which rules a check-in would break; see <see cref="CheckIn"/>.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="venue">The venue's zone.</param>
    /// <param name="entry">Who, for which session, when.</param>
    /// <param name="registration">The registration that the entry means; null when there is none.</param>
    public IReadOnlyList<TrainingRule> CheckCheckIn(Workshop workshop, DateTimeZone venue, CheckInEntry entry, Registration? registration)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentNullException.ThrowIfNull(entry);
        List<TrainingRule> unmet = CheckTakesPlace(workshop);
        unmet.AddRange(Check(workshop, venue, entry, registration));
        if (entry.Nonce is { } nonce && registration is not null && _nonces.TryGetValue(nonce, out var used) && used != (registration.Id, entry.Session))
        {
            unmet.Add(AttendanceRules.NonceIsNew.Broken(("nonce", nonce)));
        }

        return unmet;
    }

    /// <summary>Checks in a whole list. An entry that cannot be recorded is told in its outcome and leaves the others alone.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="venue">The venue's zone.</param>
    /// <param name="entries">The entries, in any order, repeated or not.</param>
    /// <param name="registrationOf">The registration that an entry means; null when there is none.</param>
    /// <param name="now">The present.</param>
    /// <returns>An outcome for each entry, in the order given.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.status-allows</c>.</exception>
    public Decision<ImmutableArray<CheckInOutcome>> CheckInAll(
        Workshop workshop, DateTimeZone venue, IReadOnlyList<CheckInEntry> entries, Func<CheckInEntry, Registration?> registrationOf, Instant now)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(registrationOf);
        TrainingRuleException.ThrowIfAny(CheckTakesPlace(workshop));
        var outcomes = ImmutableArray.CreateBuilder<CheckInOutcome>(entries.Count);
        var events = ImmutableArray.CreateBuilder<TrainingEvent>();
        var kept = new Dictionary<(RegistrationId, string), Instant>();
        var nonces = new Dictionary<string, (RegistrationId, string)>(StringComparer.Ordinal);
        foreach (CheckInEntry entry in entries)
        {
            Registration? registration = registrationOf(entry);
            if (Check(workshop, venue, entry, registration).FirstOrDefault() is { } broken)
            {
                outcomes.Add(new CheckInOutcome.Refused(broken));
                continue;
            }

            var key = (registration!.Id, entry.Session);
            Instant? before = kept.TryGetValue(key, out Instant inThisList) ? inThisList : _door.TryGetValue(key, out DoorTimes? door) ? door.In : null;
            if (before < registration.RestoredAt)
            {
                // A check-in from before the registration was restored counts no longer (R13).
                events.Add(new CheckInUndone(now, registration.Id, entry.Session));
                before = null;
            }

            if (entry.Nonce is { } nonce && (nonces.TryGetValue(nonce, out var used) || _nonces.TryGetValue(nonce, out used)))
            {
                outcomes.Add(used == key
                    ? new CheckInOutcome.AlreadyRecorded(registration.Id, entry.Session, before ?? entry.At)
                    : new CheckInOutcome.Refused(AttendanceRules.NonceIsNew.Broken(("nonce", nonce))));
                continue;
            }

            if (before <= entry.At)
            {
                outcomes.Add(new CheckInOutcome.AlreadyRecorded(registration.Id, entry.Session, before.Value));
                continue;
            }

            kept[key] = entry.At;
            if (entry.Nonce is { } fresh)
            {
                nonces[fresh] = key;
            }

            events.Add(new CheckedIn(now, registration.Id, entry.Session, entry.At, entry.Nonce));
            outcomes.Add(new CheckInOutcome.Recorded(registration.Id, entry.Session, entry.At));
        }

        return new(outcomes.ToImmutable(), events.ToImmutable());
    }

    /// <summary>Notes that someone left. Exits are optional; of several the latest is kept. Whoever leaves and comes back within one session counts as present in between.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    /// <param name="now">The present.</param>
    /// <returns>The exit that is kept.</returns>
    /// <exception cref="TrainingRuleException"><c>attendance.is-checked-in</c>, <c>attendance.exit-follows-check-in</c>.</exception>
    public Decision<Instant> CheckOut(RegistrationId registration, string session, Instant at, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckCheckOut(registration, session, at));
        return _door[(registration, session)].Out is { } before && before >= at
            ? Decision.Of(before)
            : Decision.Of(at, new CheckedOut(now, registration, session, at));
    }

    /// <summary>Which rules an exit would break; see <see cref="CheckOut"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    public IReadOnlyList<TrainingRule> CheckCheckOut(RegistrationId registration, string session, Instant at) =>
        CheckInOf(registration, session) is not { } door
            ? [AttendanceRules.IsCheckedIn.Broken(("who", registration.ToString()), ("session", session))]
            : at <= door.In
                ? [AttendanceRules.ExitFollowsCheckIn.Broken(("time", at), ("from", door.In), ("session", session))]
                : [];

    /// <summary>Takes a check-in back, with its exit. Where there is none, nothing changes. A scan that was taken back is not recorded again when its nonce is sent again (R33).</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="now">The present.</param>
    /// <returns>Whether there was one.</returns>
    public Decision<bool> UndoCheckIn(RegistrationId registration, string session, Instant now) =>
        _door.ContainsKey((registration, session)) ? Decision.Of(true, new CheckInUndone(now, registration, session)) : Decision.Of(false);

    /// <summary>
    /// Imports a call's report. The same file again changes nothing, also when a corrected one has replaced it since; another file of the same source replaces
    /// what the older one said (R31). Decisions about callers stay (R30).
    /// </summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="report">The report.</param>
    /// <param name="now">The present.</param>
    /// <returns>The report as it was first imported.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.status-allows</c>.</exception>
    public Decision<CallReport> Import(Workshop workshop, CallReport report, Instant now)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentNullException.ThrowIfNull(report);
        if (FindReport(report.Digest) is { } before)
        {
            return Decision.Of(before);
        }

        TrainingRuleException.ThrowIfAny(CheckTakesPlace(workshop));
        return Decision.Of(report, new CallReportImported(now, report));
    }

    /// <summary>Decides whose a caller's connections are: a person's decision goes before what an address says, and holds for every report. Deciding the same again changes nothing.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="caller">The caller's key.</param>
    /// <param name="registration">Whose; null when the caller is no participant.</param>
    /// <param name="reason">The record with the reason (R34).</param>
    /// <param name="identity">The record with display name and address from now on; null where they were erased.</param>
    /// <param name="now">The present.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>attendance.caller-is-known</c>, <c>attendance.registration-is-confirmed</c>.</exception>
    public Decision<bool> Decide(Workshop workshop, string caller, Registration? registration, RecordRef reason, RecordRef? identity, Instant now)
    {
        ArgumentNullException.ThrowIfNull(reason);
        TrainingRuleException.ThrowIfAny(CheckDecide(workshop, caller, registration));
        return DecisionOn(caller) is { } before && before.Registration == registration?.Id
            ? Decision.Of(false)
            : Decision.Of(true, new CallerDecided(now, caller, registration?.Id, reason, identity));
    }

    /// <summary>Which rules a decision would break; see <see cref="Decide"/>.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="caller">The caller's key.</param>
    /// <param name="registration">Whose; null when the caller is no participant.</param>
    public IReadOnlyList<TrainingRule> CheckDecide(Workshop workshop, string caller, Registration? registration)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentException.ThrowIfNullOrEmpty(caller);
        var unmet = new List<TrainingRule>();
        if (!_identities.ContainsKey(caller))
        {
            unmet.Add(AttendanceRules.CallerIsKnown.Broken(("workshop", workshop.Id.ToString()), ("caller", caller)));
        }

        if (registration is { Status: not (RegistrationStatus.Confirmed or RegistrationStatus.Substituted) })
        {
            unmet.Add(NotConfirmed(workshop, registration.Id.ToString(), registration));
        }

        return unmet;
    }

    /// <summary>Erases what files called those callers who are nobody's, the names of the sources and the sheet's salt. Erasing again changes nothing, unless something was kept since.</summary>
    /// <param name="count">How many such personal records there are; they are erased in the same append.</param>
    /// <param name="now">The present.</param>
    /// <returns>How many records are erased.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Decision<int> EraseCallers(int count, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 && Salt is null ? Decision.Of(0) : Decision.Of(count, new CallersErased(now, count));
    }

    /// <summary>Everything that tells of presence, by registration: the door, and the reports in force as matched or decided.</summary>
    public ILookup<RegistrationId, PresenceEvidence> Evidence() =>
        _door.Select(d => (d.Key.Registration, Evidence: PresenceEvidence.InRoom(d.Key.Session, d.Value.In, d.Value.Out)))
            .Concat(
                from report in _inForce.Values
                from caller in report.Callers
                let owner = OwnerOf(caller)
                where owner is not null
                from connection in caller.Connections
                select (owner.Value, PresenceEvidence.InCall(connection.Joined, connection.Left)))
            .ToLookup(e => e.Item1, e => e.Item2);

    /// <summary>Whose a caller's connections are: as decided by a person, or else as found by address.</summary>
    internal RegistrationId? OwnerOf(Caller caller) => _decisions.TryGetValue(caller.Key, out CallerDecision? decision) ? decision.Registration : caller.Registration;

    /// <summary>The record with a caller's display name and address, of any report; null where there is none.</summary>
    internal RecordRef? IdentityOf(string caller) => _identities.GetValueOrDefault(caller);

    /// <summary>The keys of all callers of all reports.</summary>
    internal IEnumerable<string> CallerKeys => _identities.Keys;

    internal static TrainingRule NotConfirmed(Workshop workshop, string who, Registration? registration) =>
        AttendanceRules.RegistrationIsConfirmed.Broken(("who", who), ("workshop", workshop.Id.ToString()), ("status", registration?.Status.ToString() ?? "none"));

    private protected override void When(TrainingEvent happened)
    {
        switch (happened)
        {
            case CheckedIn e:
                var key = (e.Registration, e.Session);
                _door[key] = _door.TryGetValue(key, out DoorTimes? before) ? before with { In = Instant.Min(before.In, e.CheckedInAt) } : new(e.CheckedInAt, null);
                if (e.Nonce is { } nonce)
                {
                    _nonces[nonce] = key;
                }

                break;
            case CheckedOut e:
                if (_door.TryGetValue((e.Registration, e.Session), out DoorTimes? door))
                {
                    _door[(e.Registration, e.Session)] = door with { Out = e.CheckedOutAt };
                }

                break;
            case CheckInUndone e:
                _door.Remove((e.Registration, e.Session));
                break;
            case CallReportImported e:
                _byDigest[e.Report.Digest] = e.Report;
                _inForce[e.Report.SourceKey] = e.Report;
                Salt = e.Report.Salt;
                foreach (Caller caller in e.Report.Callers)
                {
                    _identities[caller.Key] = caller.Identity ?? _identities.GetValueOrDefault(caller.Key);
                }

                break;
            case CallerDecided e:
                _decisions[e.Caller] = new(e.Registration, e.Reason);
                _identities[e.Caller] = e.Identity;
                break;
            case CallersErased:
                Salt = null;
                foreach (string caller in _identities.Keys.Where(key => DecisionOn(key)?.Registration is null).ToList())
                {
                    _identities[caller] = null;
                }

                break;
            default:
                break;
        }
    }

    private static List<TrainingRule> CheckTakesPlace(Workshop workshop) =>
        workshop.Status is WorkshopStatus.Published or WorkshopStatus.Held
            ? []
            : [PlanningRules.StatusAllows.Broken(
                ("workshop", workshop.Id.ToString()), ("status", workshop.Status.ToString()), ("allowed", $"{WorkshopStatus.Published} / {WorkshopStatus.Held}"))];

    private static IEnumerable<TrainingRule> Check(Workshop workshop, DateTimeZone venue, CheckInEntry entry, Registration? registration)
    {
        if (workshop.Agenda.Find(entry.Session) is not { Item: Session } session)
        {
            yield return AttendanceRules.SessionIsKnown.Broken(
                ("workshop", workshop.Id.ToString()), ("session", entry.Session), ("sessions", string.Join(", ", workshop.Agenda.Sessions.Select(s => s.Item.Code))));
            session = null;
        }

        if (registration is not { Status: RegistrationStatus.Confirmed })
        {
            yield return NotConfirmed(workshop, (registration?.Id ?? entry.Registration)?.ToString() ?? entry.Person.ToString()!, registration);
        }

        if (session is not null && CheckInWindow(session, venue) is var window && !window.Contains(entry.At))
        {
            yield return AttendanceRules.WithinCheckInWindow.Broken(
                ("time", entry.At), ("session", entry.Session), ("from", window.Start.InZone(venue).ToOffsetDateTime()), ("until", window.End.InZone(venue).ToOffsetDateTime()));
        }
    }
}

/// <summary>When someone was at the door of a session.</summary>
/// <param name="In">The check-in: the earliest of several.</param>
/// <param name="Out">The exit: the latest of several; null where none was noted.</param>
public sealed record DoorTimes(Instant In, Instant? Out);

/// <summary>What a person decided about a caller.</summary>
/// <param name="Registration">Whose the connections are; null when the caller is no participant.</param>
/// <param name="Reason">The personal record with the reason.</param>
public sealed record CallerDecision(RegistrationId? Registration, RecordRef Reason);
