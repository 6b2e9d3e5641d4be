using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// One look at the workshop and its book: what each invitee should have been told, compared with what the ledger says, gives the events of what is told now.
/// Decides only; the ledger stays as it is.
/// </summary>
internal sealed class InvitationRound
{
    private readonly InvitationLedger _ledger;
    private readonly InvitationCircumstances _circumstances;
    private readonly InvitationTerms _terms;
    private readonly Func<InvitationUid> _newUid;
    private readonly ImmutableArray<TrainingEvent>.Builder _events = ImmutableArray.CreateBuilder<TrainingEvent>();
    private readonly Dictionary<InvitationContent, int> _editions = [];
    private readonly Dictionary<(Invitee, string), InvitationUid> _moved = [];
    private readonly Dictionary<PersonId, List<PersonId>> _aliases = [];
    private readonly Dictionary<string, ImmutableArray<EntryLayout>> _layouts = new(StringComparer.Ordinal);
    private readonly Dictionary<(EntryLayout, DeliveryMode?), InvitationContent> _contents = [];

    private ILookup<PersonId, Registration>? _seats;
    private InstitutionCode? _uninvited;

    private InvitationRound(InvitationLedger ledger, InvitationCircumstances circumstances, Func<InvitationUid> newUid)
    {
        (_ledger, _circumstances, _newUid, _terms) = (ledger, circumstances, newUid, ledger.Terms ?? new());
        foreach (var (number, content) in ledger.Editions.Index())
        {
            _editions[content] = number + 1;
        }
    }

    private Instant Now => _circumstances.Now;

    private Workshop Workshop => _circumstances.Workshop;

    /// <summary>Which rules a round would break.</summary>
    internal static IReadOnlyList<TrainingRule> Check(InvitationCircumstances circumstances)
    {
        Workshop workshop = circumstances.Workshop;
        var unmet = new List<TrainingRule>();
        if (IsOver(circumstances) || workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Postponed or WorkshopStatus.Cancelled))
        {
            WorkshopStatus status = IsOver(circumstances) ? WorkshopStatus.Held : workshop.Status;
            unmet.Add(PlanningRules.StatusAllows.Broken(
                ("workshop", workshop.Id.ToString()), ("status", status.ToString()), ("allowed", $"{WorkshopStatus.Published} / {WorkshopStatus.Postponed} / {WorkshopStatus.Cancelled}")));
        }

        if (workshop.Status == WorkshopStatus.Published && circumstances.Find(workshop.Host)?.Email is null)
        {
            unmet.Add(InvitationRules.OrganizerHasAddress.Broken(("institution", workshop.Host.ToString()), ("workshop", workshop.Id.ToString())));
        }

        return unmet;
    }

    /// <summary>Whether a published workshop has taken place, whether or not anybody has settled that yet.</summary>
    internal static bool IsOver(InvitationCircumstances circumstances) =>
        circumstances.Workshop.Status == WorkshopStatus.Held || (circumstances.Workshop.Status == WorkshopStatus.Published && circumstances.Workshop.Agenda.Time.End <= circumstances.Now);

    /// <summary>Brings everybody up to date.</summary>
    internal static ImmutableArray<TrainingEvent> Invite(InvitationLedger ledger, InvitationCircumstances circumstances, Func<InvitationUid> newUid)
    {
        TrainingRuleException.ThrowIfAny(Check(circumstances));
        return All(ledger, circumstances, newUid, tells: true);
    }

    /// <summary>Takes back what no longer holds, and invites nobody: all that can be done while a host has no mailbox. What was told before names the mailbox of then.</summary>
    internal static ImmutableArray<TrainingEvent> Withdraw(InvitationLedger ledger, InvitationCircumstances circumstances) =>
        All(ledger, circumstances, InvitationUid.New, tells: false);

    private static ImmutableArray<TrainingEvent> All(InvitationLedger ledger, InvitationCircumstances circumstances, Func<InvitationUid> newUid, bool tells)
    {
        var round = new InvitationRound(ledger, circumstances, newUid);
        round.Open();
        round.Recognise();
        var wanted = new HashSet<(Invitee, string)>();
        foreach (EntryToTell one in round.People().Concat(round.Missions()))
        {
            if (wanted.Add((one.Invitee, one.Layout.Key)) && tells)
            {
                round.Tell(one);
            }
        }

        round.WithdrawUnless(wanted.Contains, _ => true);
        return round._events.ToImmutable();
    }

    /// <summary>Gives an institution entries of its own, and brings them up to date.</summary>
    internal static ImmutableArray<TrainingEvent> InviteInstitution(
        InvitationLedger ledger, InstitutionCode institution, Language language, InvitationCircumstances circumstances, Func<InvitationUid> newUid)
    {
        TrainingRuleException.ThrowIfAny(CheckInstitution(institution, circumstances));
        var round = new InvitationRound(ledger, circumstances, newUid);
        round.Open();
        if (!ledger.Institutions.TryGetValue(institution, out Language before) || before != language)
        {
            round._events.Add(new InstitutionInvited(circumstances.Now, institution, language));
        }

        return round.Only(institution, round.Mission(institution));
    }

    /// <summary>Which rules an invitation of an institution would break.</summary>
    internal static IReadOnlyList<TrainingRule> CheckInstitution(InstitutionCode institution, InvitationCircumstances circumstances) =>
    [
        .. circumstances.Find(institution) is null ? [InstitutionRules.IsKnown.Broken(("institution", institution.ToString()))] : Array.Empty<TrainingRule>(),
        .. Check(circumstances),
    ];

    /// <summary>Takes back the entries of an institution. Of one that has none, nothing is taken back.</summary>
    internal static ImmutableArray<TrainingEvent> UninviteInstitution(InvitationLedger ledger, InstitutionCode institution, InvitationCircumstances circumstances)
    {
        var round = new InvitationRound(ledger, circumstances, InvitationUid.New);
        if (ledger.Institutions.ContainsKey(institution))
        {
            round._events.Add(new InstitutionUninvited(circumstances.Now, institution));
        }

        round._uninvited = institution;
        return round.Only(institution, []);
    }

    /// <summary>Reminders that are due. In the night of the invitee's institution they wait for its morning, unless the entry begins before; then they lapse.</summary>
    internal static ImmutableArray<TrainingEvent> Remind(InvitationLedger ledger, InvitationCircumstances circumstances)
    {
        Instant now = circumstances.Now;
        if (ledger.NextDue is not { } next || next > now)
        {
            return [];
        }

        var events = ImmutableArray.CreateBuilder<TrainingEvent>();
        foreach (InvitationEntry entry in ledger.Entries.Values)
        {
            ReminderDue[] due = [.. entry.Reminders.Where(r => r.At <= now)];
            if (due.Length > 0 && (entry.Last.Content.Start <= now || !ReminderTime.IsNight(now, circumstances.ClocksOf(entry.Institution).Zone)))
            {
                events.Add(new RemindersSettled(now, entry.Uid, [.. due.Select(r => r.Before)], entry.Last.Content.Start <= now ? null : due.Min(r => r.Before)));
            }
        }

        return events.ToImmutable();
    }

    private void Open()
    {
        if (_ledger.Terms is null)
        {
            _events.Add(new InvitationTermsSet(Now, _terms));
        }
    }

    private ImmutableArray<TrainingEvent> Only(InstitutionCode institution, IEnumerable<EntryToTell> wanted)
    {
        var keys = new HashSet<(Invitee, string)>();
        foreach (EntryToTell one in wanted)
        {
            keys.Add((one.Invitee, one.Layout.Key));
            Tell(one);
        }

        WithdrawUnless(keys.Contains, invitee => invitee.Institution == institution);
        return _events.ToImmutable();
    }

    /// <summary>Entries of those who turned out to be somebody else go over to that person, who keeps what there is already.</summary>
    private void Recognise()
    {
        IEnumerable<PersonId> known = _ledger.Entries.Values.Select(e => e.Invitee.Person).OfType<PersonId>().Concat(_ledger.PeopleWithLinks).Distinct();
        foreach (PersonId person in known.Where(p => _circumstances.Merged.ContainsKey(p) && !_ledger.IsRecognised(p)))
        {
            PersonId into = _circumstances.Canonical(person);
            (_aliases.TryGetValue(into, out List<PersonId>? ids) ? ids : _aliases[into] = [into]).Add(person);
            _events.Add(new InviteeRecognised(Now, person, into));
            foreach (InvitationEntry entry in _ledger.EntriesOf(Invitee.Of(person)))
            {
                if (Find(Invitee.Of(into), entry.Key) is null)
                {
                    _moved[(Invitee.Of(into), entry.Key)] = entry.Uid;
                }
            }
        }
    }

    private InvitationEntry? Find(Invitee invitee, string key) =>
        _moved.TryGetValue((invitee, key), out InvitationUid uid) ? _ledger.Entries[uid] : _ledger.Find(invitee, key);

    /// <summary>What everybody with a seat should have been told, whatever the role.</summary>
    private IEnumerable<EntryToTell> People()
    {
        if (Workshop.Status != WorkshopStatus.Published)
        {
            yield break;
        }

        foreach (Registration registration in _circumstances.Registrations.Where(r => r.Status == RegistrationStatus.Confirmed))
        {
            PersonId person = _circumstances.Canonical(registration.Person);
            if (_circumstances.Erased.ContainsKey(person))
            {
                continue;
            }

            foreach (EntryLayout layout in Layouts(registration.Sitting))
            {
                // Only somebody in the call joins it: a link told to others would let in whoever has no seat there (R53).
                DeliveryMode mode = Workshop.Plan.Seats.ModeAt(layout.Sitting, registration.Mode);
                RecordRef? link = mode == DeliveryMode.Online ? _ledger.LinkOf(_aliases.GetValueOrDefault(person, [person]), layout.Sitting) : null;
                yield return new(Invitee.Of(person), layout, registration.Institution, mode, link);
            }
        }
    }

    private IEnumerable<EntryToTell> Missions() => _ledger.Institutions.Keys.SelectMany(Mission);

    /// <summary>What an institution should have been told: its calendar is shared, so it holds no join link (R53).</summary>
    private IEnumerable<EntryToTell> Mission(InstitutionCode institution) =>
        Workshop.Status == WorkshopStatus.Published && _circumstances.Find(institution) is not null
            ? Layouts(null).Select(layout => new EntryToTell(Invitee.Of(institution), layout, institution, null, null))
            : [];

    private ImmutableArray<EntryLayout> Layouts(string? sitting) =>
        _layouts.TryGetValue(sitting ?? "", out ImmutableArray<EntryLayout> known) ? known : _layouts[sitting ?? ""] = EntryLayout.Of(Workshop.Agenda, sitting, _terms.Entries);

    private void Tell(EntryToTell wanted)
    {
        InvitationContent content = ContentOf(wanted.Layout, wanted.Mode);
        InvitationEntry? before = Find(wanted.Invitee, wanted.Layout.Key);
        if (content.End <= Now)
        {
            // Nobody is invited to what is over, and nobody needs to hear that it was otherwise.
            return;
        }

        ImmutableArray<ToldTime> told = TimesOf(content, wanted.Institution);
        if (before is { IsInvited: true } && before.Last.Content.ShowsTheSame(content) && before.Last.JoinLink == wanted.Link)
        {
            if (!before.Told.SequenceEqual(told) && MeansWhatItSays(content))
            {
                _events.Add(new InvitationTimesTold(Now, before.Uid, wanted.Institution, told, RemindersOf(content, wanted.Institution, before)));
            }

            return;
        }

        int edition = EditionOf(content);
        _events.Add(new InvitationSent(
            Now, before?.Uid ?? _newUid(), wanted.Invitee, wanted.Layout.Key, before is null ? 0 : before.Sequence + 1, edition, wanted.Institution, wanted.Link, told,
            RemindersOf(content, wanted.Institution, before)));
    }

    private void WithdrawUnless(Func<(Invitee, string), bool> isWanted, Func<Invitee, bool> isMeant)
    {
        var moved = _moved.ToDictionary(m => m.Value, m => m.Key);
        foreach (InvitationEntry entry in _ledger.Entries.Values)
        {
            (Invitee invitee, string key) = moved.TryGetValue(entry.Uid, out var now) ? now : (entry.Invitee, entry.Key);
            if (entry.IsInvited && entry.Last.Content.End > Now && isMeant(invitee) && !isWanted((invitee, key)))
            {
                _events.Add(new InvitationWithdrawn(Now, entry.Uid, entry.Sequence + 1, CauseFor(invitee)));
            }
        }
    }

    private WithdrawalCause CauseFor(Invitee invitee)
    {
        if (invitee.Person is { } person)
        {
            PersonId canonical = _circumstances.Canonical(person);
            if (_circumstances.Erased.ContainsKey(canonical))
            {
                return WithdrawalCause.PersonErased;
            }

            if (canonical != person)
            {
                return WithdrawalCause.PersonMerged;
            }
        }

        if (Workshop.Status is WorkshopStatus.Cancelled or WorkshopStatus.Postponed)
        {
            return Workshop.Status == WorkshopStatus.Cancelled ? WithdrawalCause.WorkshopCancelled : WithdrawalCause.WorkshopPostponed;
        }

        if (invitee.Person is not { } one)
        {
            return invitee.Institution == _uninvited ? WithdrawalCause.SeatLost : WithdrawalCause.EntryDropped;
        }

        _seats ??= _circumstances.Registrations.ToLookup(r => _circumstances.Canonical(r.Person));
        Registration[] own = [.. _seats[one]];
        return Array.Exists(own, r => r.Status == RegistrationStatus.Confirmed) ? WithdrawalCause.EntryDropped
            : own.Length > 0 && own[^1].Status == RegistrationStatus.Substituted ? WithdrawalCause.Substituted
            : WithdrawalCause.SeatLost;
    }

    /// <summary>
    /// Whether the host's wall times mean the instants that are recorded. Where newer zone data part them the organiser has yet to choose, and whoever were told now
    /// would be told once more after the choice.
    /// </summary>
    private bool MeansWhatItSays(InvitationContent content) =>
        _circumstances.Zones.GetZoneOrNull(content.ZoneId) is not { } zone || content.Sessions.All(s => s.Start.InZone(zone).LocalDateTime == s.HostStart);

    /// <summary>Whether an entry takes place in the room: an institution's, whenever the sitting is held in one.</summary>
    private bool IsInRoom(string? sitting, DeliveryMode? mode) => mode == DeliveryMode.InPerson || (mode is null && Workshop.Plan.Seats.Offers(DeliveryMode.InPerson, sitting));

    private InvitationContent ContentOf(EntryLayout layout, DeliveryMode? mode)
    {
        if (_contents.TryGetValue((layout, mode), out InvitationContent? known))
        {
            return known;
        }

        Institution host = _circumstances.Find(Workshop.Host)!;
        return _contents[(layout, mode)] = new(
            Workshop.Host, host.Name, host.Email!, Workshop.Title, IsInRoom(layout.Sitting, mode) ? Workshop.Plan.Venue : null, mode, layout.Sitting, Workshop.Agenda.ZoneId,
            layout.Sessions, _terms.Alarms, _terms.TimeForm);
    }

    private int EditionOf(InvitationContent content)
    {
        if (!_editions.TryGetValue(content, out int edition))
        {
            edition = _editions[content] = _editions.Count + 1;
            _events.Add(new InvitationWorded(Now, edition, content));
        }

        return edition;
    }

    private ImmutableArray<ToldTime> TimesOf(InvitationContent content, InstitutionCode institution)
    {
        var (id, zone) = _circumstances.ClocksOf(institution);
        return [.. content.Sessions.Select(s => s.Start.InZone(zone)).Zip(content.Sessions, (local, s) => new ToldTime(institution, s.Code, local.LocalDateTime, id, local.Offset))];
    }

    /// <summary>What is still to come; what fell due and was not sent yet stays due while the entry begins when it did.</summary>
    private ImmutableArray<ReminderDue> RemindersOf(InvitationContent content, InstitutionCode code, InvitationEntry? before)
    {
        DateTimeZone zone = _circumstances.ClocksOf(code).Zone;
        Institution? institution = _circumstances.Find(code);
        WorkingTime working = institution?.WorkingTime ?? WorkingTime.Standard;
        IHolidayCalendar? holidays = institution is null ? null : _circumstances.Holidays(institution);
        ImmutableArray<ReminderDue> open = before is { IsInvited: true } && before.Last.Content.Start == content.Start ? before.Reminders : [];
        return
        [
            .. from wanted in _terms.Reminders
               let due = new ReminderDue(wanted, ReminderTime.Of(content.Start - wanted, working, holidays, zone))
               let kept = open.FirstOrDefault(r => r.Before == wanted && r.At <= Now)
               where due.At > Now || kept is not null
               select kept ?? due,
        ];
    }

    /// <summary>What an invitee should have been told of one entry.</summary>
    private sealed record EntryToTell(Invitee Invitee, EntryLayout Layout, InstitutionCode Institution, DeliveryMode? Mode, RecordRef? Link);
}
