using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

// The call: its reports, whoever must be decided about, and the end of what was kept about them.
public sealed partial class AttendanceDesk
{
    /// <summary>
    /// Tells whose ids of the call's platform are, such as Zoom's registrant ids. Reports imported from then on are matched by them first (R30); a report imported before is not matched anew.
    /// Only salted digests of the ids are kept, until <see cref="EraseCallersAsync"/>.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registrants">The ids, each with its registration, or null to take a mapping back.</param>
    /// <param name="by">Who tells; needs <see cref="Permission.RecordAttendance"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>How many mappings changed.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>attendance.registrant-is-ones</c>: an id belongs to one registration only; <c>permission.actor-may</c>.</exception>
    public ValueTask<int> MapRegistrantsAsync(
        WorkshopId workshop, IReadOnlyList<RegistrantMapping> registrants, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registrants);
        ImmutableArray<RegistrantMapping> list = [.. registrants];
        if (list.Contains(null!))
        {
            throw new ArgumentException("One of the mappings is null.", nameof(registrants));
        }

        return RunAsync(
            "map-registrants", workshop, by, command, string.Join('\n', list.Select(r => r.Registration)),
            async (scope, situation) =>
            {
                TrainingRuleException.ThrowIfAny(
                [
                    .. list.Select(r => r.Registration).OfType<RegistrationId>().Distinct().Where(id => !situation.Book.All.ContainsKey(id))
                        .Select(id => RegistrationRules.IsKnown.Broken(("registration", id.ToString()), ("workshop", workshop.ToString()))),
                ]);
                SheetSalt salt = await SheetSalt.OfAsync(situation.Sheet, workshop, _ports.Records, scope.Cancellation).ConfigureAwait(false);
                if (salt.Fresh is { } fresh)
                {
                    scope.Keep(fresh);
                }

                return situation.Sheet.MapRegistrants(salt.Reference, [.. list.Select(r => new MappedRegistrant(salt.Registrant(r.RegistrantId), r.Registration))], scope.Now);
            },
            (entries, _) => ((RegistrantsMapped)entries[0].Event).Registrants.Length,
            cancellationToken);
    }

    /// <summary>
    /// Imports a call's report. Rows are matched among confirmed registrations by the registrant ids that the host has mapped (<see cref="MapRegistrantsAsync"/>), then by address, user principal name
    /// and aliases, never by name (R30). The same file again changes nothing; what a corrected one replaces, <paramref name="supersession"/> says (R31).
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="log">The report, as a file reader made it.</param>
    /// <param name="by">Who imports; needs <see cref="Permission.RecordAttendance"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="supersession">What it replaces; <see cref="ReportSupersession.SameSource"/> when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>What was found, with the callers of this file about whom a person must decide.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>attendance.report-is-in-force</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<ImportReport> ImportAsync(
        WorkshopId workshop, AttendanceLog log, Actor by, CommandId? command = null, ReportSupersession? supersession = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        var (report, superseded, wasImported) = await RunAsync(
            "import-report", workshop, by, command, $"{log.Digest} {log.ZoneId} {supersession?.Content}",
            async (scope, situation) =>
            {
                CallReport? before = situation.Sheet.ReadBefore(log.Digest, log.ZoneId, supersession);
                CallReport imported = before!;
                if (before is null)
                {
                    SheetSalt salt = await SheetSalt.OfAsync(situation.Sheet, workshop, _ports.Records, scope.Cancellation).ConfigureAwait(false);
                    var proofs = new CallerProofs(situation.Book, situation.Sheet, salt, _ports.Queries);
                    var matching = new CallerMatching(workshop, situation.Sheet, salt, proofs, _ports.Records);
                    (imported, ImmutableArray<PersonalRecord> records) = await matching.ReportAsync(log, scope.Cancellation).ConfigureAwait(false);
                    foreach (PersonalRecord record in records)
                    {
                        scope.Keep(record);
                    }
                }

                Decision<CallReport> decision = situation.Sheet.Import(situation.Workshop, imported, supersession, scope.Now);
                return new((decision.Outcome, decision.Events is [CallReportImported e] ? e.Supersedes : [], before is not null), decision.Events);
            },
            (entries, _) =>
            {
                var first = (CallReportImported)entries[0].Event;
                return (first.Report, first.Supersedes, false);
            },
            cancellationToken).ConfigureAwait(false);

        var (matched, people, setAside, undecided) = await ReadAsync(
            workshop,
            sheet =>
            {
                var owned = report.Callers.Select(c => (Caller: c, Owner: sheet.OwnerOf(c), Decided: sheet.DecisionOn(c.Key) is not null)).ToList();
                return (
                    owned.Where(o => o.Owner is not null).Sum(o => o.Caller.Connections.Length),
                    owned.Select(o => o.Owner).OfType<RegistrationId>().Distinct().Count(),
                    owned.Where(o => o.Owner is null && o.Decided).Sum(o => o.Caller.Connections.Length),
                    owned.Where(o => o.Owner is null && !o.Decided).Select(o => (report, o.Caller)).ToList());
            },
            cancellationToken).ConfigureAwait(false);
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        int outside = report.Callers.SelectMany(c => c.Connections)
            .Count(c => !current.Agenda.Sessions.Any(s => c.Joined < s.Time.End && (c.Left is null || c.Left > s.Time.Start)));
        return new(
            report.Digest, wasImported, superseded, report.Rows, matched, people, setAside, outside, report.Ignored,
            await _review.ItemsAsync(undecided, await ConfirmedAsync(workshop, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Decides whose a caller's connections are. The decision goes before what an address says, holds for every report, those imported later too, and can be decided anew.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="caller">The caller's key; see <see cref="ReviewItem.Key"/>.</param>
    /// <param name="person">Who it is, with a confirmed registration; null when the caller is no participant.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.RecordAttendance"/>.</param>
    /// <param name="reason">Why, in free words; kept in a personal record.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether anything changed; false when it was decided so before.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>attendance.caller-is-known</c>, <c>attendance.registration-is-confirmed</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<bool> DecideAsync(
        WorkshopId workshop, string caller, PersonId? person, Actor by, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(caller);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        string nobody = CallerMatching.CallerSubject(workshop, caller);
        string subject = person?.ToString() ?? nobody;
        return await RunAsync(
            "decide-caller", workshop, by, command, $"{caller} {person}",
            async (scope, situation) =>
            {
                Registration? registration = person is { } someone ? CallerProofs.AttendingAs(situation.Book, someone) : null;
                TrainingRuleException.ThrowIfAny(
                [
                    .. situation.Sheet.CheckDecide(situation.Workshop, caller, registration),
                    .. person is not null && registration is null ? [AttendanceSheet.NotConfirmed(situation.Workshop, person.ToString()!, null)] : Array.Empty<TrainingRule>(),
                ]);

                // What the file called this person moves under the person's own key, so that erasing the person erases it too. AttendanceEvents.Erased tells of it.
                if (person is not null)
                {
                    scope.Erase(nobody);
                }

                RecordRef? identity = situation.Sheet.IdentityOf(caller);
                PersonalRecord? before = identity is null ? null : await _ports.Records.FindAsync(identity.Id, scope.Cancellation).ConfigureAwait(false);
                identity = before is null ? null : before.Subject == subject ? before.Reference : scope.Keep(PersonalRecord.Create(subject, before.Kind, before.Payload));
                RecordRef why = scope.Keep(CallerMatching.Text(subject, SheetTextPayload.ReasonKind, CallerMatching.Legible(reason, 2000)));
                return situation.Sheet.Decide(situation.Workshop, caller, registration, why, identity, scope.Now);
            },
            (_, _) => true,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every caller of the reports in force about whom a person must decide, ordered by source and row.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<ReviewItem>> ToReviewAsync(WorkshopId workshop, CancellationToken cancellationToken = default)
    {
        List<(CallReport, Caller)> undecided = await ReadAsync(workshop, sheet => sheet.Undecided.ToList(), cancellationToken).ConfigureAwait(false);
        return await _review.ItemsAsync(undecided, await ConfirmedAsync(workshop, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Erases what files called those callers who are nobody's, the names of the sources and the sheet's salt: at the end of retention. What was recorded stays and says no longer whom it is about;
    /// a file imported later does not find its earlier decisions, nor the file that it corrects.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="by">Who erases; needs <see cref="Permission.ErasePerson"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is erased.</param>
    /// <returns>How many records were erased; erasing again records nothing, unless something was kept since.</returns>
    /// <exception cref="TrainingRuleException"><c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public ValueTask<int> EraseCallersAsync(WorkshopId workshop, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(workshop.ToString(), nameof(workshop));
        return _flow.RunAsync(
            new CommandRequest("erase-callers", by, Permission.ErasePerson, command, "", AttendanceSheet.StreamOf(workshop)),
            async scope =>
            {
                AttendanceSheet sheet = await scope.LoadAsync<AttendanceSheet>(AttendanceSheet.StreamOf(workshop)).ConfigureAwait(false);
                int count = 0;
                foreach (string subject in (string[])[CallerMatching.SheetSubject(workshop), .. sheet.CallerKeys.Select(key => CallerMatching.CallerSubject(workshop, key))])
                {
                    count += (await _ports.Records.OfSubjectAsync(subject, scope.Cancellation).ConfigureAwait(false)).Count;
                    scope.Erase(subject);
                }

                return scope.Take(sheet, sheet.EraseCallers(count, scope.Now));
            },
            entries => new ValueTask<int>(((CallersErased)entries[0].Event).Count),
            cancellationToken);
    }
}
