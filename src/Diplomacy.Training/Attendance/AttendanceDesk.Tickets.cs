using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

// Tickets, lists for devices without a connection, and the merge of what they saw.
public sealed partial class AttendanceDesk
{
    /// <summary>The ticket of a confirmed registration, to be sent or printed as a QR code. Asking again gives the same, while the signing key is the same; nothing is recorded.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns><see cref="TicketOffice.Length"/> capitals and digits. Whoever has it can go through the door as this person.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>attendance.registration-is-confirmed</c>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="TrainingOptions.TicketKeys"/> is empty.</exception>
    public async ValueTask<string> TicketOfAsync(WorkshopId workshop, RegistrationId registration, CancellationToken cancellationToken = default)
    {
        TicketOffice tickets = _tickets ?? throw NoKeys();
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        Registration? found = await _flow.ReadAsync<RegistrationBook, Registration?>(
            RegistrationBook.StreamOf(workshop), book => book.All.GetValueOrDefault(registration), cancellationToken).ConfigureAwait(false);
        return found is { Status: RegistrationStatus.Confirmed }
            ? tickets.Issue(workshop, registration)
            : throw new TrainingRuleException(AttendanceSheet.NotConfirmed(current, registration.ToString(), found));
    }

    /// <summary>What a ticket is at the door of a workshop; nothing is recorded.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="ticket">What was scanned or typed.</param>
    /// <exception cref="InvalidOperationException"><see cref="TrainingOptions.TicketKeys"/> is empty.</exception>
    public TicketReading ReadTicket(WorkshopId workshop, string? ticket) => (_tickets ?? throw NoKeys()).Read(ticket, workshop);

    /// <summary>Who is expected, for a device that works without a connection. Has no addresses; names only where they are asked for.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="by">Who asks; needs <see cref="Permission.RecordAttendance"/>.</param>
    /// <param name="withNames">Whether names stand in it: personal data that leaves the server with the list.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<CheckInList> CheckInListAsync(WorkshopId workshop, Actor by, bool withNames = false, CancellationToken cancellationToken = default)
    {
        await _flow.DemandAsync(new(by, Permission.RecordAttendance, AttendanceSheet.StreamOf(workshop)), cancellationToken).ConfigureAwait(false);
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        DateTimeZone venue = Venue(current);
        IReadOnlyList<Registration> confirmed = await ConfirmedAsync(workshop, cancellationToken).ConfigureAwait(false);
        var names = withNames ? await _people.FindAllAsync(confirmed.Select(r => r.Person), cancellationToken).ConfigureAwait(false) : [];
        return new(
            workshop, _flow.Now,
            [.. current.Agenda.Sessions.Select(s => (s.Item.Code, Window: AttendanceSheet.CheckInWindow(s, venue))).Select(s => new CheckInListSession(s.Code, s.Window.Start, s.Window.End))],
            [
                .. confirmed.OrderBy(r => r.Id.ToString(), StringComparer.Ordinal).Select(r => new CheckInListLine(
                    r.Id, r.Institution, r.Mode, r.Role, r.Sitting, _tickets?.DigestsOf(workshop, r.Id) ?? [],
                    names.TryGetValue(r.Person, out var one) ? one.Person.Name.Printed : null, one.Person?.Name.Native?.Printed)),
            ]);
    }

    /// <summary>
    /// Merges what devices at the door recorded, in one append: out of order, repeated, in whatever order the lists arrive (R33). Of several scans for one session the earliest counts;
    /// somebody whom several devices saw counts once and is told. Times are corrected by what each list says of its clock; a time still ahead of the present is refused.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="lists">The devices' lists.</param>
    /// <param name="by">Who merges; needs <see cref="Permission.RecordAttendance"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>attendance.clock-skew-is-bounded</c> (<see cref="TrainingOptions.LargestDeviceSkew"/>), <c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>permission.actor-may</c>.</exception>
    /// <exception cref="InvalidOperationException">A scan holds a ticket, and <see cref="TrainingOptions.TicketKeys"/> is empty.</exception>
    public async ValueTask<ScanMerge> MergeScansAsync(
        WorkshopId workshop, IReadOnlyList<DeviceScans> lists, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ImmutableArray<DeviceScans> all = [.. lists];
        if (all.Contains(null!))
        {
            throw new ArgumentException("One of the lists is null.", nameof(lists));
        }

        TrainingRuleException.ThrowIfAny(
        [
            .. all.Where(list => Duration.Max(list.ClockAhead, -list.ClockAhead) > _options.LargestDeviceSkew).Select(list => AttendanceRules.ClockSkewIsBounded.Broken(
                ("device", list.Device), ("skew", DurationPattern.JsonRoundtrip.Format(list.ClockAhead)), ("most", DurationPattern.JsonRoundtrip.Format(_options.LargestDeviceSkew)))),
        ]);

        // In the order of time, whoever's list came first: the earliest scan of each session is the one recorded.
        (CheckInEntry Entry, int List, int Scan)[] scans =
        [
            .. all.SelectMany((list, l) => list.Scans.Select((scan, s) => (Entry: scan.On(list.Device, list.ClockAhead), List: l, Scan: s)))
                .OrderBy(s => s.Entry.At).ThenBy(s => s.Entry.Device, StringComparer.Ordinal).ThenBy(s => s.Entry.Nonce, StringComparer.Ordinal).ThenBy(s => s.List).ThenBy(s => s.Scan),
        ];
        ImmutableArray<CheckInEntry> entries = [.. scans.Select(s => s.Entry)];
        ImmutableArray<CheckInOutcome> outcomes = await CheckInAsync(
            "merge-scans", workshop, entries, by, command,
            (situation, now) => situation.Sheet.CheckInAll(situation.Workshop, Door(situation.Workshop), entries, entry => RegistrationOf(situation, entry), now), cancellationToken).ConfigureAwait(false);

        CheckInOutcome[][] byList = [.. all.Select(list => new CheckInOutcome[list.Scans.Length])];
        for (int i = 0; i < scans.Length; i++)
        {
            byList[scans[i].List][scans[i].Scan] = outcomes[i];
        }

        (RegistrationId, string)[] touched = [.. outcomes.Select(Seen).OfType<(RegistrationId, string)>().Distinct()];
        ImmutableArray<SeenOnSeveralDevices> several = await ReadAsync(
            workshop,
            sheet => touched.Select(t => new SeenOnSeveralDevices(t.Item1, t.Item2, sheet.SightingsOf(t.Item1, t.Item2))).Where(s => s.Sightings.Length > 1)
                .OrderBy(s => s.Session, StringComparer.Ordinal).ThenBy(s => s.Registration.ToString(), StringComparer.Ordinal).ToImmutableArray(),
            cancellationToken).ConfigureAwait(false);
        return new([.. all.Select((list, l) => new DeviceMerge(list.Device, list.ClockAhead, [.. byList[l]]))], several);

        static (RegistrationId, string)? Seen(CheckInOutcome outcome) => outcome switch
        {
            CheckInOutcome.Recorded recorded => (recorded.Registration, recorded.Session),
            CheckInOutcome.AlreadyRecorded already => (already.Registration, already.Session),
            _ => null,
        };
    }

    private static InvalidOperationException NoKeys() => new("There are no tickets: put a key into TrainingOptions.TicketKeys.");
}
