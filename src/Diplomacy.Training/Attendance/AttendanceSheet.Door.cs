using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

// The door: who was checked in, when, and what was taken back.
public sealed partial class AttendanceSheet
{
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
