using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

// The door: who was checked in, when, and what was taken back.
public sealed partial class AttendanceSheet
{
    /// <summary>Checks someone in. Of several check-ins for one session the earliest is kept, in whatever order they arrive (R33).</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="door">The venue's zone, the bound on clocks and the tickets.</param>
    /// <param name="entry">Who, for which session, when.</param>
    /// <param name="registration">The registration that the entry means; null when there is none.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.status-allows</c>, <c>attendance.session-is-known</c>, <c>attendance.registration-is-confirmed</c>,
    /// <c>attendance.within-check-in-window</c>, <c>attendance.check-in-is-not-ahead</c>, <c>attendance.nonce-is-new</c>, or why a ticket is none (<see cref="TicketReading"/>).</exception>
    public Decision<CheckInOutcome> CheckIn(Workshop workshop, DoorCircumstances door, CheckInEntry entry, Registration? registration, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckCheckIn(workshop, door, entry, registration, now));
        Decision<ImmutableArray<CheckInOutcome>> all = CheckInAll(workshop, door, [entry], _ => registration, now);
        return new(all.Outcome[0], all.Events);
    }

    /// <summary>Which rules a check-in would break; see <see cref="CheckIn"/>.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="door">The venue's zone, the bound on clocks and the tickets.</param>
    /// <param name="entry">Who, for which session, when.</param>
    /// <param name="registration">The registration that the entry means; null when there is none.</param>
    /// <param name="now">The present.</param>
    public IReadOnlyList<TrainingRule> CheckCheckIn(Workshop workshop, DoorCircumstances door, CheckInEntry entry, Registration? registration, Instant now)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentNullException.ThrowIfNull(door);
        ArgumentNullException.ThrowIfNull(entry);
        List<TrainingRule> unmet = CheckTakesPlace(workshop);
        unmet.AddRange(Check(workshop, door, entry, registration, now));
        if (entry.NonceKey is { } nonce && registration is not null && _nonces.TryGetValue(nonce, out var used) && used != (registration.Id, entry.Session))
        {
            unmet.Add(AttendanceRules.NonceIsNew.Broken(("nonce", entry.Nonce!)));
        }

        return unmet;
    }

    /// <summary>Checks in a whole list. An entry that cannot be recorded is told in its outcome and leaves the others alone.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="door">The venue's zone, the bound on clocks and the tickets.</param>
    /// <param name="entries">The entries, in any order, repeated or not.</param>
    /// <param name="registrationOf">The registration that an entry means; null when there is none.</param>
    /// <param name="now">The present.</param>
    /// <returns>An outcome for each entry, in the order given.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.status-allows</c>.</exception>
    public Decision<ImmutableArray<CheckInOutcome>> CheckInAll(
        Workshop workshop, DoorCircumstances door, IReadOnlyList<CheckInEntry> entries, Func<CheckInEntry, Registration?> registrationOf, Instant now)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentNullException.ThrowIfNull(door);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(registrationOf);
        TrainingRuleException.ThrowIfAny(CheckTakesPlace(workshop));
        var outcomes = ImmutableArray.CreateBuilder<CheckInOutcome>(entries.Count);
        var events = ImmutableArray.CreateBuilder<TrainingEvent>();
        var kept = new Dictionary<(RegistrationId, string), Instant>();
        var sighted = new Dictionary<(RegistrationId, string, string), Instant>();
        var restored = new HashSet<(RegistrationId, string)>();
        var nonces = new Dictionary<string, (RegistrationId, string)>(StringComparer.Ordinal);
        foreach (CheckInEntry entry in entries)
        {
            Registration? registration = registrationOf(entry);
            if (Check(workshop, door, entry, registration, now).FirstOrDefault() is { } broken)
            {
                outcomes.Add(new CheckInOutcome.Refused(broken));
                continue;
            }

            var key = (registration!.Id, entry.Session);
            bool inThisList = kept.TryGetValue(key, out Instant earliest);
            Instant? before = inThisList ? earliest : !restored.Contains(key) && _door.TryGetValue(key, out DoorTimes? times) ? times.In : null;
            if (!inThisList && before < registration.RestoredAt)
            {
                restored.Add(key);
                // A check-in from before the registration was restored counts no longer (R13).
                events.Add(new CheckInUndone(now, registration.Id, entry.Session));
                before = null;
            }

            if (entry.NonceKey is { } nonce && (nonces.TryGetValue(nonce, out var used) || _nonces.TryGetValue(nonce, out used)))
            {
                outcomes.Add(
                    used != key ? new CheckInOutcome.Refused(AttendanceRules.NonceIsNew.Broken(("nonce", entry.Nonce!)))
                    : before is { } recorded ? new CheckInOutcome.AlreadyRecorded(registration.Id, entry.Session, recorded)
                    : new CheckInOutcome.TakenBack(registration.Id, entry.Session, entry.At));
                continue;
            }

            Duration? ahead = entry.ClockAhead == Duration.Zero ? null : entry.ClockAhead;
            bool isFirst = before is null || entry.At < before;
            if (entry.Device is { } device)
            {
                // Every device that saw someone is known, so that one ticket at two doors is found whichever list comes first.
                var sighting = (registration.Id, entry.Session, device);
                Instant? seen = sighted.TryGetValue(sighting, out Instant here) ? here : restored.Contains(key) ? null : SightingOf(key, device);
                if (!isFirst && (seen is null || entry.At < seen))
                {
                    events.Add(new SeenAgainAtDoor(now, registration.Id, entry.Session, entry.At, device, entry.Nonce, ahead));
                    if (entry.NonceKey is { } again)
                    {
                        nonces[again] = key;
                    }
                }

                sighted[sighting] = seen is { } first && first < entry.At ? first : entry.At;
            }

            if (!isFirst)
            {
                outcomes.Add(new CheckInOutcome.AlreadyRecorded(registration.Id, entry.Session, before!.Value));
                continue;
            }

            kept[key] = entry.At;
            if (entry.NonceKey is { } fresh)
            {
                nonces[fresh] = key;
            }

            events.Add(new CheckedIn(now, registration.Id, entry.Session, entry.At, entry.Nonce, entry.Device, ahead));
            outcomes.Add(new CheckInOutcome.Recorded(registration.Id, entry.Session, entry.At));
        }

        return new(outcomes.ToImmutable(), events.ToImmutable());
    }

    /// <summary>By which devices someone was seen at the door of a session, and when first by each: the earliest first. Empty where no device was named.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    public ImmutableArray<DeviceSighting> SightingsOf(RegistrationId registration, string session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _sightings.TryGetValue((registration, session), out var devices)
            ? [.. devices.Select(d => new DeviceSighting(d.Key, d.Value)).OrderBy(s => s.At).ThenBy(s => s.Device, StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Notes that someone left. Exits are optional; of several the latest is kept. Whoever leaves and comes back within one session counts as present in between.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    /// <param name="latest">The latest time that is believed: the present and the bound on clocks.</param>
    /// <param name="now">The present.</param>
    /// <returns>The exit that is kept.</returns>
    /// <exception cref="TrainingRuleException"><c>attendance.is-checked-in</c>, <c>attendance.exit-follows-check-in</c>, <c>attendance.check-in-is-not-ahead</c>.</exception>
    public Decision<Instant> CheckOut(RegistrationId registration, string session, Instant at, Instant latest, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckCheckOut(registration, session, at, latest));
        return _door[(registration, session)].Out is { } before && before >= at
            ? Decision.Of(before)
            : Decision.Of(at, new CheckedOut(now, registration, session, at));
    }

    /// <summary>Which rules an exit would break; see <see cref="CheckOut"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="at">When it took place.</param>
    /// <param name="latest">The latest time that is believed.</param>
    public IReadOnlyList<TrainingRule> CheckCheckOut(RegistrationId registration, string session, Instant at, Instant latest) =>
        CheckInOf(registration, session) is not { } door
            ? [AttendanceRules.IsCheckedIn.Broken(("who", registration.ToString()), ("session", session))]
            : at <= door.In
                ? [AttendanceRules.ExitFollowsCheckIn.Broken(("time", at), ("from", door.In), ("session", session))]
                : at > latest
                    ? [AttendanceRules.IsNotAhead.Broken(("time", at), ("latest", latest))]
                    : [];

    /// <summary>Takes a check-in back, with its exit. Where there is none, nothing changes. A scan that was taken back is not recorded again when its nonce is sent again (R33).</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="session">The session's code.</param>
    /// <param name="now">The present.</param>
    /// <returns>Whether there was one.</returns>
    public Decision<bool> UndoCheckIn(RegistrationId registration, string session, Instant now) =>
        _door.ContainsKey((registration, session)) ? Decision.Of(true, new CheckInUndone(now, registration, session)) : Decision.Of(false);

    private static IEnumerable<TrainingRule> Check(Workshop workshop, DoorCircumstances door, CheckInEntry entry, Registration? registration, Instant now)
    {
        if (workshop.Agenda.Find(entry.Session) is not { Item: Session } session)
        {
            yield return SessionNotKnown(workshop, entry.Session);
            session = null;
        }

        TicketReading? ticket = entry.Ticket is null ? null : door.Tickets?.Read(entry.Ticket, workshop.Id) ?? new TicketReading.Malformed();
        if (ticket?.Unmet is { } broken)
        {
            yield return broken;
        }
        else if (registration is not { Status: RegistrationStatus.Confirmed })
        {
            RegistrationId? who = registration?.Id ?? entry.Registration ?? (ticket as TicketReading.Valid)?.Registration;
            yield return NotConfirmed(workshop, who?.ToString() ?? entry.Person.ToString()!, registration);
        }

        // A scan from before the registration was restored counts no longer (R13); kept as the earliest, it would hide the one that does.
        if (session is not null && CheckInWindow(session, door.Venue) is var window
            && Instant.Max(window.Start, registration?.RestoredAt ?? window.Start) is var opens && (entry.At < opens || !window.Contains(entry.At)))
        {
            yield return AttendanceRules.WithinCheckInWindow.Broken(
                ("time", entry.At), ("session", entry.Session), ("from", opens.InZone(door.Venue).ToOffsetDateTime()), ("until", window.End.InZone(door.Venue).ToOffsetDateTime()));
        }
        else if (entry.At > now + door.ClockTolerance)
        {
            yield return AttendanceRules.IsNotAhead.Broken(("time", entry.At), ("latest", now + door.ClockTolerance));
        }
    }

    private static TrainingRule SessionNotKnown(Workshop workshop, string session) => AttendanceRules.SessionIsKnown.Broken(
        ("workshop", workshop.Id.ToString()), ("session", session), ("sessions", string.Join(", ", workshop.Agenda.Sessions.Select(s => s.Item.Code))));

    private Instant? SightingOf((RegistrationId, string) key, string device) =>
        _sightings.TryGetValue(key, out var devices) && devices.TryGetValue(device, out Instant seen) ? seen : null;

    private void See(RegistrationId registration, string session, Instant at, string? device, string? nonce)
    {
        var key = (registration, session);
        if (CheckInEntry.KeyOf(device, nonce) is { } known)
        {
            _nonces[known] = key;
        }

        if (device is not null)
        {
            var devices = _sightings.TryGetValue(key, out var before) ? before : _sightings[key] = new(StringComparer.Ordinal);
            devices[device] = devices.TryGetValue(device, out Instant seen) ? Instant.Min(seen, at) : at;
        }
    }
}

/// <summary>When someone was at the door of a session.</summary>
/// <param name="In">The check-in: the earliest of several.</param>
/// <param name="Out">The exit: the latest of several; null where none was noted.</param>
public sealed record DoorTimes(Instant In, Instant? Out);
