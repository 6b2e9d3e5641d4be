using System.Collections.Immutable;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// Invites people and missions to workshops and keeps what each was told: calendar entries with a UID for ever and a counted SEQUENCE (R47), local times, join links, reminders.
/// Nobody is told twice of the same, and nobody without a seat in the call is told how to join it (R53).
/// </summary>
/// <remarks>
/// Safe for use from many threads; lives as long as the container. Notices leave through the outbox in the same append; each holds the UID and the SEQUENCE by which the host
/// fetches the calendar message (<see cref="MessageOfAsync"/>).
/// <para>Reminders are sent by the due work: each at the latest minute, at or before the time named by the terms, that lies in the working time of the invitee's institution and not between
/// 22:00 and 06:00 there; a day of which its holidays say nothing has its usual hours. One that was overslept waits for the morning, and lapses when the entry begins.</para>
/// </remarks>
public sealed partial class InvitationDesk
{
    private const int LongestLink = 2000;

    private readonly CommandFlow _flow;
    private readonly TrainingPorts _ports;
    private readonly TrainingOptions _options;
    private readonly InstitutionDesk _institutions;
    private readonly PeopleDesk _people;
    private readonly PlanningDesk _planning;
    private readonly RegistrationDesk _registrations;

    internal InvitationDesk(
        CommandFlow flow, TrainingPorts ports, TrainingOptions options, InstitutionDesk institutions, PeopleDesk people, PlanningDesk planning, RegistrationDesk registrations) =>
        (_flow, _ports, _options, _institutions, _people, _planning, _registrations) = (flow, ports, options, institutions, people, planning, registrations);

    /// <summary>Opens a workshop's ledger, or changes its terms; whoever was invited is told with the next round. Without this the first round opens it on the usual terms.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="terms">How people are invited from now on; the usual terms when null.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.SendInvitations"/>.</param>
    /// <param name="command">Names the command, so that a retried request takes effect once; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public ValueTask<bool> OpenAsync(WorkshopId workshop, InvitationTerms? terms, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(workshop.ToString(), nameof(workshop));
        InvitationTerms wanted = terms ?? new();
        return _flow.RunAsync(
            new CommandRequest("open-invitations", by, Permission.SendInvitations, command, Content(wanted), InvitationLedger.StreamOf(workshop)),
            async scope =>
            {
                await WorkshopAsync(workshop, scope.Cancellation).ConfigureAwait(false);
                InvitationLedger ledger = await scope.LoadAsync<InvitationLedger>(InvitationLedger.StreamOf(workshop)).ConfigureAwait(false);
                return scope.Take(ledger, ledger.Open(wanted, scope.Now));
            },
            _ => new ValueTask<bool>(true),
            cancellationToken);
    }

    /// <summary>
    /// Says under which address the call is joined, or that there is none any more; those concerned are told with the next round. One's own link goes before the sitting's, and that before everybody's.
    /// The address is kept in a personal record, under the person's key or, for everybody's, under <c>invitations:</c> and the workshop's code, so that erasing takes it too.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="link">The address: https, at most 2,000 ASCII characters, without a user's name; null when there is none any more.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.SendInvitations"/>.</param>
    /// <param name="sitting">For which sitting; null for all.</param>
    /// <param name="person">For whom alone; null for everybody.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>invitation.link-is-https</c>, <c>registration.sitting-is-held</c>, <c>person.is-known</c>, <c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public async ValueTask<bool> SetJoinLinkAsync(
        WorkshopId workshop, Uri? link, Actor by, string? sitting = null, PersonId? person = null, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(workshop.ToString(), nameof(workshop));
        StreamId stream = InvitationLedger.StreamOf(workshop);

        // The link is no part of the fingerprint, which stands in the journal for ever; a repeated command is compared with the record.
        var request = new CommandRequest("set-join-link", by, Permission.SendInvitations, command, $"{sitting} {person} {(link is null ? "none" : "some")}",
            person is null ? [stream] : [stream, PersonDirectory.StreamOf])
        {
            Person = person,
        };
        Workshop? known = await FindWorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        return await _flow.RunAsync(
            request,
            async scope =>
            {
                TrainingRuleException.ThrowIfAny(CheckLink(workshop, known, link, sitting));
                InvitationLedger ledger = await scope.LoadAsync<InvitationLedger>(stream).ConfigureAwait(false);
                PersonId? whose = null;
                if (person is { } someone)
                {
                    // The append rests on the directory, so that nothing is kept about somebody who was erased meanwhile.
                    PersonDirectory directory = await scope.LoadAsync<PersonDirectory>(PersonDirectory.StreamOf).ConfigureAwait(false);
                    whose = directory.RecordOf(someone) is not null ? directory.Canonical(someone) : throw new TrainingRuleException(NotKnown(someone));
                    scope.Take(directory, Decision.Of(true));
                }

                RecordRef? before = ledger.LinkSetFor(whose, sitting);
                RecordRef? after = link is null ? null
                    : IsSame(await LinkInAsync(before, scope.Cancellation).ConfigureAwait(false), link) ? before
                    : scope.Keep(PersonalRecord.Create(
                        whose?.ToString() ?? SubjectOf(workshop), JoinLinkPayload.Kind, JsonSerializer.Serialize(new JoinLinkPayload(link.AbsoluteUri), InvitationJson.Default.JoinLinkPayload)));
                return scope.Take(ledger, ledger.SetJoinLink(sitting, whose, after, scope.Now));
            },
            async entries =>
            {
                RecordRef? record = entries.Select(e => e.Event).OfType<JoinLinkSet>().Single().Record;
                return await LinkInAsync(record, cancellationToken).ConfigureAwait(false) is { } kept && !IsSame(kept, link)
                    ? throw new TrainingRuleException(JournalRules.CommandIsNew.Broken(("command", entries[0].Command.ToString()), ("stream", stream.ToString())))
                    : true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which rules a join link would break; see <see cref="SetJoinLinkAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="link">The address; null when there is none any more.</param>
    /// <param name="sitting">For which sitting; null for all.</param>
    /// <param name="person">For whom alone; null for everybody.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckSetJoinLinkAsync(WorkshopId workshop, Uri? link, string? sitting = null, PersonId? person = null, CancellationToken cancellationToken = default) =>
    [
        .. CheckLink(workshop, await FindWorkshopAsync(workshop, cancellationToken).ConfigureAwait(false), link, sitting),
        .. person is { } someone && !await _people.IsKnownAsync(someone, cancellationToken).ConfigureAwait(false) ? [NotKnown(someone)] : Array.Empty<TrainingRule>(),
    ];

    /// <summary>
    /// Tells everybody what they do not know yet, by the workshop and its book as they stand: whoever has a seat is invited, in whatever role; whoever was told another time, place, mode,
    /// sitting, title or link is told anew with a higher SEQUENCE; whoever has no seat any more, and everybody when the workshop is cancelled or has no date, is told that the entry no longer holds.
    /// Who is invited again keeps the UID (R54). Where nothing changed, nobody is told anything. What is over is left alone.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="by">Who invites; needs <see cref="Permission.SendInvitations"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>invitation.organizer-has-address</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<InvitationReport> InviteAsync(WorkshopId workshop, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(workshop.ToString(), nameof(workshop));
        StreamId stream = InvitationLedger.StreamOf(workshop);
        await _flow.DemandAsync(new(by, Permission.SendInvitations, stream), cancellationToken).ConfigureAwait(false);
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        if (current.Status is WorkshopStatus.Published or WorkshopStatus.Postponed or WorkshopStatus.Cancelled)
        {
            // Seats are passed on and lapsed offers end before anybody is told who has one.
            await _registrations.SettleAsync(workshop, Actor.System, cancellationToken).ConfigureAwait(false);
        }

        return await RunAsync("invite", workshop, by, command, "", null, (ledger, circumstances) => InvitationRound.Invite(ledger, circumstances, InvitationUid.New), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which rules a round of invitations would break; see <see cref="InviteAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckInviteAsync(WorkshopId workshop, CancellationToken cancellationToken = default) =>
        InvitationRound.Check(await CircumstancesAsync(await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false), [], _flow.Now, cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// Gives an institution entries of its own, for its shared calendar, and keeps them up to date with every later round: a message to its mailbox, or a publication where it has none.
    /// They span every sitting and never hold a join link (R53).
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="institution">The institution.</param>
    /// <param name="by">Who invites; needs <see cref="Permission.SendInvitations"/>, asked with the institution.</param>
    /// <param name="language">In which language it is addressed.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>What was told to this institution; inviting again changes nothing.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>institution.is-known</c>, <c>workshop.status-allows</c>, <c>invitation.organizer-has-address</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<InvitationReport> InviteInstitutionAsync(
        WorkshopId workshop, InstitutionCode institution, Actor by, Language language = default, CommandId? command = null, CancellationToken cancellationToken = default) =>
        RunAsync("invite-institution", workshop, by, command, $"{institution} {language}", institution,
            (ledger, circumstances) => InvitationRound.InviteInstitution(ledger, institution, language, circumstances, InvitationUid.New), cancellationToken);

    /// <summary>Which rules an invitation of an institution would break; see <see cref="InviteInstitutionAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="institution">The institution.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckInviteInstitutionAsync(WorkshopId workshop, InstitutionCode institution, CancellationToken cancellationToken = default) =>
        InvitationRound.CheckInstitution(
            institution, await CircumstancesAsync(await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false), [], _flow.Now, cancellationToken).ConfigureAwait(false));

    /// <summary>Takes back an institution's own entries. Of an institution that has none, nothing is taken back.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="institution">The institution.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.SendInvitations"/>, asked with the institution.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<InvitationReport> UninviteInstitutionAsync(
        WorkshopId workshop, InstitutionCode institution, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        RunAsync("uninvite-institution", workshop, by, command, institution.ToString(), institution,
            (ledger, circumstances) => InvitationRound.UninviteInstitution(ledger, institution, circumstances), cancellationToken);

    /// <summary>
    /// Brings an open ledger up to date and sends the reminders that are due; part of the due work, after the book has settled. While the host has no mailbox nobody is invited,
    /// but what no longer holds is taken back, and reminders are sent.
    /// </summary>
    /// <returns>How many entries were told of, how many reminders were sent, and why nobody could be invited.</returns>
    internal async ValueTask<(int Told, int Reminded, TrainingRule? Refused)> SettleAsync(WorkshopId workshop, CancellationToken cancellationToken)
    {
        if (await _flow.ReadAsync<InvitationLedger, bool>(InvitationLedger.StreamOf(workshop), ledger => ledger.Terms is null, cancellationToken).ConfigureAwait(false))
        {
            return default;
        }

        ImmutableArray<InvitationStep> told = [], reminded = [];
        TrainingRule? refused = null;
        await RunAsync("settle-invitations", workshop, Actor.System, null, "", null,
            (ledger, circumstances) =>
            {
                IReadOnlyList<TrainingRule> unmet = InvitationRound.IsOver(circumstances) ? [] : InvitationRound.Check(circumstances);
                refused = unmet is [{ } only] && only.Code == InvitationRules.OrganizerHasAddress.Code ? only : null;
                return InvitationRound.IsOver(circumstances) ? []
                    : refused is not null ? InvitationRound.Withdraw(ledger, circumstances)
                    : InvitationRound.Invite(ledger, circumstances, InvitationUid.New);
            },
            cancellationToken, steps => told = steps).ConfigureAwait(false);
        await RunAsync("remind", workshop, Actor.System, null, "", null, InvitationRound.Remind, cancellationToken, steps => reminded = steps).ConfigureAwait(false);
        return (told.Length, reminded.Count(s => s.Kind == InvitationStepKind.Reminded), refused);
    }

    private static string Content(InvitationTerms terms) => JsonSerializer.Serialize(InvitationTermsPayload.Of(terms), InvitationJson.Default.InvitationTermsPayload);

    /// <summary>Under which key a workshop's own links are kept.</summary>
    private static string SubjectOf(WorkshopId workshop) => $"invitations:{workshop}";

    /// <summary>Whether two addresses are the same to the letter. Those of <see cref="Uri"/> are equal whatever stands behind the hash, where some calls have their room.</summary>
    private static bool IsSame(Uri? one, Uri? other) => one?.AbsoluteUri == other?.AbsoluteUri;

    private static TrainingRule NotKnown(PersonId person) => PersonRules.IsKnown.Broken(("person", person.ToString()));

    private static List<TrainingRule> CheckLink(WorkshopId id, Workshop? workshop, Uri? link, string? sitting)
    {
        var unmet = new List<TrainingRule>();
        if (workshop is null)
        {
            unmet.Add(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));
        }

        if (link is not null && !CalendarMessage.IsJoinLink(link))
        {
            unmet.Add(InvitationRules.LinkIsHttps.Broken(("length", LongestLink)));
        }

        if (sitting is not null && workshop is not null && !workshop.Agenda.Sittings.Contains(sitting))
        {
            unmet.Add(RegistrationRules.SittingIsHeld.Broken(("workshop", id.ToString()), ("sitting", sitting), ("sittings", string.Join(", ", workshop.Agenda.Sittings))));
        }

        return unmet;
    }

    private async ValueTask<Uri?> LinkInAsync(RecordRef? reference, CancellationToken cancellationToken) =>
        reference is not null && await _ports.Records.FindAsync(reference.Id, cancellationToken).ConfigureAwait(false) is { } record && record.Reference == reference
            ? new Uri(JsonSerializer.Deserialize(record.Payload, InvitationJson.Default.JoinLinkPayload)!.Link, UriKind.Absolute)
            : null;

    private async ValueTask<Workshop> WorkshopAsync(WorkshopId id, CancellationToken cancellationToken) =>
        await FindWorkshopAsync(id, cancellationToken).ConfigureAwait(false)
        ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));

    private ValueTask<Workshop?> FindWorkshopAsync(WorkshopId id, CancellationToken cancellationToken) =>
        _flow.ReadAsync<WorkshopPlanning, Workshop?>(WorkshopPlanning.StreamOf(id), planning => planning.Current, cancellationToken);

    private async ValueTask<InvitationCircumstances> CircumstancesAsync(Workshop workshop, IReadOnlyCollection<Registration> registrations, Instant now, CancellationToken cancellationToken)
    {
        var (erased, merged) = await _people.ChangesAsync(cancellationToken).ConfigureAwait(false);
        return new(workshop, now, registrations)
        {
            Institutions = await _institutions.AllAsync(cancellationToken).ConfigureAwait(false), Zones = _ports.Zones, Holidays = _ports.Holidays.For, Erased = erased, Merged = merged,
        };
    }

    /// <summary>
    /// A verb of the ledger over the workshop and its book as they stand; the append rests on all three versions, so that two processes cannot tell the same twice.
    /// The gates of the directories are entered inside these three and never the other way round.
    /// </summary>
    private ValueTask<InvitationReport> RunAsync(
        string name, WorkshopId id, Actor by, CommandId? command, string content, InstitutionCode? institution,
        Func<InvitationLedger, InvitationCircumstances, ImmutableArray<TrainingEvent>> verb, CancellationToken cancellationToken, Action<ImmutableArray<InvitationStep>>? heard = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id.ToString(), nameof(id));
        StreamId stream = InvitationLedger.StreamOf(id);
        return _flow.RunAsync(
            new CommandRequest(name, by, Permission.SendInvitations, command, content, stream, RegistrationBook.StreamOf(id), WorkshopPlanning.StreamOf(id)) { Institution = institution },
            async scope =>
            {
                WorkshopPlanning planning = await scope.LoadAsync<WorkshopPlanning>(WorkshopPlanning.StreamOf(id)).ConfigureAwait(false);
                Workshop workshop = planning.Current ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));
                RegistrationBook book = await scope.LoadAsync<RegistrationBook>(RegistrationBook.StreamOf(id)).ConfigureAwait(false);
                InvitationLedger ledger = await scope.LoadAsync<InvitationLedger>(stream).ConfigureAwait(false);
                InvitationCircumstances circumstances = await CircumstancesAsync(workshop, [.. book.All.Values], scope.Now, scope.Cancellation).ConfigureAwait(false);
                ImmutableArray<TrainingEvent> events = verb(ledger, circumstances);
                scope.Take(ledger, new Decision<bool>(true, events));
                scope.Take(book, Decision.Of(true));
                scope.Take(planning, Decision.Of(true));

                ImmutableArray<InvitationStep> steps = InvitationStep.Of(ledger, events);
                var addressees = await AddresseesAsync(steps.Select(s => s.After.Invitee), ledger, circumstances, events, scope.Cancellation).ConfigureAwait(false);
                var notices = new InvitationNotices(circumstances, invitee => addressees.GetValueOrDefault(invitee)?.Language ?? Language.English);
                foreach (Notice notice in steps.Select(notices.For).OfType<Notice>())
                {
                    scope.Tell(notice);
                }

                heard?.Invoke(steps);
                return InvitationReport.Of(ledger, steps, WithoutAddress(steps, addressees), institution, scope.Now);
            },
            entries => RecallAsync(id, institution, entries, cancellationToken),
            cancellationToken);
    }

    /// <summary>What a repeated command was told: the ledger as it was before, and what the command left in it. Addresses are those of now.</summary>
    private async ValueTask<InvitationReport> RecallAsync(WorkshopId id, InstitutionCode? institution, IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken)
    {
        InvitationLedger before = InvitationLedger.Begin(InvitationLedger.StreamOf(id));
        foreach (JournalEntry entry in (await _flow.Journal.ReadAsync(before.Stream, 0, cancellationToken).ConfigureAwait(false)).TakeWhile(e => e.Version < entries[0].Version))
        {
            before.Apply(entry.Event);
        }

        TrainingEvent[] events = [.. entries.Select(e => e.Event)];
        ImmutableArray<InvitationStep> steps = InvitationStep.Of(before, events);
        WorkshopPlanning planning = await _flow.LoadAsync<WorkshopPlanning>(WorkshopPlanning.StreamOf(id), cancellationToken).ConfigureAwait(false);
        InvitationCircumstances circumstances = await CircumstancesAsync(planning.Current!, [], entries[0].At, cancellationToken).ConfigureAwait(false);
        var addressees = await AddresseesAsync(steps.Select(s => s.After.Invitee), before, circumstances, events, cancellationToken).ConfigureAwait(false);
        return InvitationReport.Of(before, steps, WithoutAddress(steps, addressees), institution, entries[0].At);
    }

    /// <summary>Whoever was erased is nobody to send anything to, and not missing an address either.</summary>
    private static ImmutableArray<Invitee> WithoutAddress(ImmutableArray<InvitationStep> steps, Dictionary<Invitee, InvitationAddressee> addressees) =>
        [.. steps.Where(s => s.Event is InvitationSent or InvitationWithdrawn).Select(s => s.After.Invitee).Distinct().Where(i => addressees.TryGetValue(i, out InvitationAddressee? known) && known.Attendee is null)];

    /// <summary>Language and address of invitees as the records say now; those who are not known or were erased are left out.</summary>
    private async ValueTask<Dictionary<Invitee, InvitationAddressee>> AddresseesAsync(
        IEnumerable<Invitee> invitees, InvitationLedger ledger, InvitationCircumstances circumstances, IEnumerable<TrainingEvent> events, CancellationToken cancellationToken)
    {
        Invitee[] asked = [.. invitees.Distinct()];
        var people = await _people.FindAllAsync(asked.Select(i => i.Person).OfType<PersonId>(), cancellationToken).ConfigureAwait(false);
        Dictionary<InstitutionCode, Language> languages = new(ledger.Institutions);
        foreach (InstitutionInvited e in events.OfType<InstitutionInvited>())
        {
            languages[e.Institution] = e.Language;
        }

        var found = new Dictionary<Invitee, InvitationAddressee>();
        foreach (Invitee invitee in asked)
        {
            if (invitee.Person is { } person && people.TryGetValue(person, out var known))
            {
                found[invitee] = InvitationAddressee.Of(known.Person);
            }
            else if (invitee.Institution is { } code && circumstances.Find(code) is { } institution)
            {
                found[invitee] = InvitationAddressee.Of(institution, languages.GetValueOrDefault(code));
            }
        }

        return found;
    }
}
