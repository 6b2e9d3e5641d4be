using System.Collections.Immutable;
using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.Tests.Registrations.BruteForceBook;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>One sequence of steps, taken by a book and by the rules side by side.</summary>
internal sealed class RegistrationBookRun
{
    private static readonly StreamId s_stream = RegistrationBook.StreamOf(Registrar.Code);
    private static readonly Instant s_begin = Instant.FromUtc(2023, 2, 20, 0, 0);
    private readonly Plan[] _plans;
    private readonly PersonId[] _people = [.. Enumerable.Range(0, Step.People).Select(_ => PersonId.New())];
    private readonly InMemoryTrainingStore _store = new();
    private readonly RegistrationBook _book = RegistrationBook.Begin(s_stream);
    private BruteForceBook _rules = new();
    private Plan _plan;
    private Workshop _workshop;
    private Instant _now = s_begin;
    private ImmutableDictionary<PersonId, Instant> _erased = ImmutableDictionary<PersonId, Instant>.Empty;
    private ImmutableDictionary<PersonId, PersonId> _merged = ImmutableDictionary<PersonId, PersonId>.Empty;

    internal RegistrationBookRun(Plan[] plans)
    {
        (_plans, _plan) = (plans, plans[0]);
        _workshop = new(Registrar.Plan(_plan.ToSeats(), Window(s_begin)) with { Admission = _plan.ToAdmission() }, WorkshopStatus.Published, 1);
    }

    private RegistrationCircumstances Given => new(_workshop, _now) { Institutions = BruteForceBook.Institutions, Erased = _erased, Merged = _merged };

    private BruteForceBook.Circumstances Rules
    {
        get
        {
            RegistrationWindow window = _workshop.Plan.Registration;
            Instant end = _workshop.Agenda.Time.End;
            return new(
                _plan, _workshop.Status, _now, window.Opens!.Value, Instant.Min(window.Closes!.Value, end), Instant.Min(window.PromotesUntil!.Value, end),
                Instant.Min(window.CancelsUntil!.Value, end), Instant.Min(window.ChangesUntil!.Value, end), end, [.. _erased.Keys], _merged);
        }
    }

    internal void All(Step[] steps)
    {
        foreach (Step step in steps)
        {
            _now += Duration.FromSeconds(step.A % 2);
            BruteForceBook before = _rules.Copy();
            bool overriding = Take(step);
            Judge(before, overriding);
        }

        RegistrationBook replayed = RegistrationBook.Begin(s_stream);
        replayed.Apply(Read(_store.ReadAsync(s_stream)).Select(e => e.Event));
        Registrar.Picture(replayed).Should().Be(Registrar.Picture(_book));
    }

    private static RegistrationWindow Window(Instant from) => new(
        Opens: s_begin + Duration.FromHours(1), Closes: from + Duration.FromHours(150), PromotesUntil: from + Duration.FromHours(110),
        CancelsUntil: from + Duration.FromHours(100), ChangesUntil: from + Duration.FromHours(90));

    /// <summary>The journal in memory answers at once.</summary>
    private static T Read<T>(ValueTask<T> answer) => answer.IsCompletedSuccessfully ? answer.Result : throw new InvalidOperationException("The store in memory answers at once.");

    private static Actor By(int who) => who switch { 0 => Registrar.Officer, 1 => Actor.Participant("user:7"), _ => Actor.FocalPoint("mission:7") };

    private static string[] Groups(InstitutionCode from, int which) =>
    [
        .. which % 4 is 1 or 2 ? ["grade/director"] : Array.Empty<string>(),
        .. which % 4 is 2 ? ["grade/junior"] : Array.Empty<string>(),
        .. RegionOf(from) is { } region ? [region] : Array.Empty<string>(),
    ];

    private static SeatGroups Grades(string[] groups) => SeatGroups.Of(groups.Where(g => g.StartsWith("grade/", StringComparison.Ordinal)).Select(SeatGroup.Parse));

    private (DeliveryMode Mode, string? Sitting) Place(int which) =>
        (which % 2 == 0 ? DeliveryMode.Online : DeliveryMode.InPerson, _plan.HasSittings ? Sittings[Math.Min(which / 2 % 20 / 5, 3)] : which == 39 ? "east" : null);

    /// <summary>Mostly one for which the step makes sense.</summary>
    private Entry? Pick(int which, Func<Entry, bool> fit)
    {
        List<Entry> fitting = which % 6 == 0 ? _rules.Entries : [.. _rules.Entries.Where(fit)];
        fitting = fitting.Count == 0 ? _rules.Entries : fitting;
        return fitting.Count == 0 ? null : fitting[which % fitting.Count];
    }

    private bool Take(Step step)
    {
        switch (step.Do)
        {
            case Do.Register:
                return TakeRegister(step);
            case Do.Settle:
                TakeSettle();
                return false;
            case Do.Invite:
                TakeInvite(step);
                return false;
            case Do.Cancel or Do.Approve or Do.Reject or Do.Accept or Do.Decline or Do.Switch or Do.Substitute or Do.Restore or Do.Prioritise:
                return TakeAbout(step);
            default:
                Change(step);
                return false;
        }
    }

    private void Change(Step step)
    {
        RegistrationWindow window = _workshop.Plan.Registration;
        switch (step.Do)
        {
            case Do.Pass:
                _now += Duration.FromMinutes(step.A);
                break;
            case Do.Revise:
                _plan = _plans[step.A];
                Revised(_workshop.Plan with { Seats = _plan.ToSeats(), Admission = _plan.ToAdmission() }, _workshop.Status);
                break;
            case Do.Extend:
                Revised(_workshop.Plan with { Registration = window with { PromotesUntil = window.PromotesUntil + Duration.FromHours(step.A - 10) } }, _workshop.Status);
                break;
            case Do.Postpone when _workshop.Status == WorkshopStatus.Postponed:
                Revised(_workshop.Plan with { Agenda = Registrar.AgendaOn(28 + (int)(_now - s_begin).TotalDays), Registration = Window(_now) }, WorkshopStatus.Published);
                break;
            case Do.Postpone when _workshop.Status == WorkshopStatus.Published && (step.A == 0 || _now >= window.Closes):
                Revised(_workshop.Plan, WorkshopStatus.Postponed);
                break;
            case Do.Erase:
                PersonId erased = _merged.GetValueOrDefault(_people[step.A], _people[step.A]);
                _erased = _erased.SetItems(_people.Where(p => _merged.GetValueOrDefault(p, p) == erased).Select(p => KeyValuePair.Create(p, _now)));
                break;
            case Do.Merge:
                PersonId duplicate = _people[step.A], person = _merged.GetValueOrDefault(_people[step.B], _people[step.B]);
                if (duplicate != person && !_merged.ContainsKey(duplicate) && !_erased.ContainsKey(duplicate) && !_erased.ContainsKey(person))
                {
                    _merged = _merged.SetItems(_merged.Where(m => m.Value == duplicate).Select(m => KeyValuePair.Create(m.Key, person))).SetItem(duplicate, person);
                }

                break;
            case Do.End when _workshop.Status is WorkshopStatus.Published or WorkshopStatus.Postponed:
                Revised(_workshop.Plan, _workshop.Status == WorkshopStatus.Published && _now >= _workshop.Agenda.Time.End ? WorkshopStatus.Held : WorkshopStatus.Cancelled);
                break;
            default:
                break;
        }
    }

    private void Revised(WorkshopPlan plan, WorkshopStatus status) => _workshop = new(plan, status, _workshop.Version + 1);

    private void TakeSettle()
    {
        BruteForceBook settled = Settled();
        Snapshot before = Snapshot.Of(_book);
        Snapshot seen = _book.AsOf(Given, Snapshot.Of);
        Snapshot.Of(_book).Should().Be(before, "looking changes nothing");
        Append(_book.Settle(Given).Events);
        (Snapshot.Of(_book) with { Version = 0 }).Should().Be(seen with { Version = 0 }, "what is seen without settling is what settling gives");
        _rules = settled;
        _book.Settle(Given).Events.Should().BeEmpty("settling again changes nothing");
    }

    private void TakeInvite(Step step)
    {
        PersonId[] people = [.. Enumerable.Range(step.A, 1 + (step.B / 2)).Select(i => _people[i % _people.Length])];
        bool invited = step.B % 2 == 0;
        Decision<int> decision = _book.Invite(people, invited, Given);
        Append(decision.Events);
        _rules = Settled();
        decision.Outcome.Should().Be(_rules.Invite(people, invited));
    }

    private bool TakeRegister(Step step)
    {
        var id = RegistrationId.New();
        InstitutionCode from = BruteForceBook.From[step.C];
        bool overriding = step.D % 40 == 7;
        ParticipantRole role = step.D % 20 == 0 ? ParticipantRole.Speaker : ParticipantRole.Participant;
        var entry = new Entry(id, from, role, _now)
        {
            Status = RegistrationStatus.Declined, Person = _people[step.A], Groups = Groups(from, step.D), Place = Place(step.B), Priority = step.D % 7 == 0 ? (step.D % 3) - 1 : 0,
        };
        var request = new RegistrationRequest(Registrar.Code, entry.Person, from, entry.Place.Mode)
        {
            Role = role, Priority = entry.Priority, Sitting = entry.Place.Sitting, Groups = Grades(entry.Groups), OverrideReasonCode = overriding ? "minister-asked" : null,
        };
        Judged(
            rules => rules.CheckRegister(entry), rules => rules.Register(entry, overriding),
            () => _book.CheckRegister(request, Given), () => Of(_book.Register(id, request, Given), Outcome));
        return overriding;
    }

    private bool TakeAbout(Step step)
    {
        Entry? picked = Pick(step.A, e => step.Do switch
        {
            Do.Approve or Do.Reject => e.Status == RegistrationStatus.AwaitingApproval,
            Do.Accept or Do.Decline => e.Status == RegistrationStatus.Offered,
            Do.Restore => !e.IsActive && e.Status != RegistrationStatus.Substituted,
            _ => e.IsActive,
        });
        if (picked is null)
        {
            return false;
        }

        RegistrationId id = picked.Id;
        bool overriding = step.Do switch { Do.Approve or Do.Restore => step.B == 0, Do.Switch or Do.Substitute => step.D == 0, _ => false };
        string? reason = overriding ? "minister-asked" : null;
        switch (step.Do)
        {
            case Do.Cancel:
                Actor by = By(step.B);
                Judged(r => r.CheckCancel(r.Find(id), by.Capacity), r => r.Cancel(r.Find(id)), () => _book.CheckCancel(id, by, Given), () => Of(_book.Cancel(id, "illness", by, Given), Outcome));
                break;
            case Do.Approve:
                Judged(r => r.CheckApprove(r.Find(id)), r => r.Approve(r.Find(id), overriding), () => _book.CheckApprove(id, Given), () => Of(_book.Approve(id, reason, Given), Outcome));
                break;
            case Do.Reject:
                Judged(r => CheckReject(r.Find(id)), r => r.Reject(r.Find(id)), () => _book.CheckReject(id, Given), () => Of(_book.Reject(id, "no-room", Given), Outcome));
                break;
            case Do.Accept:
                Judged(r => CheckAccept(r.Find(id)), r => Accept(r.Find(id)), () => _book.CheckAcceptOffer(id, Given), () => Of(_book.AcceptOffer(id, Given), Outcome));
                break;
            case Do.Decline:
                Judged(r => CheckDecline(r.Find(id)), r => r.Decline(r.Find(id)), () => _book.CheckDeclineOffer(id, Given), () => Of(_book.DeclineOffer(id, Given), Outcome));
                break;
            case Do.Switch:
                var to = Place(step.B * 5);
                to = step.B % 2 == 0 ? (to.Mode == DeliveryMode.Online ? DeliveryMode.InPerson : DeliveryMode.Online, to.Sitting) : to;
                var change = new SeatSwitch(to.Mode) { Sitting = to.Sitting, OverrideReasonCode = reason };
                Judged(
                    r => r.CheckSwitch(r.Find(id), to, By(step.C).Capacity), r => r.Switch(r.Find(id), to, overriding),
                    () => _book.CheckSwitch(id, change, By(step.C), Given), () => Of(_book.Switch(id, change, By(step.C), Given), Outcome));
                break;
            case Do.Substitute:
                var replacement = RegistrationId.New();
                string[] groups = Groups(picked.From, step.D);
                var substitution = new Substitution(_people[step.B], "duty") { Groups = Grades(groups), OverrideReasonCode = reason };
                Judged(
                    r => r.CheckSubstitute(r.Find(id), _people[step.B], groups, overriding, By(step.C).Capacity), r => r.Substitute(r.Find(id), replacement, _people[step.B], groups),
                    () => _book.CheckSubstitute(id, substitution, By(step.C), Given), () => Of(_book.Substitute(id, replacement, substitution, By(step.C), Given), o => new($"{o.Status}", [], null, o.Promoted)));
                break;
            case Do.Restore:
                Judged(r => r.CheckRestore(r.Find(id)), r => r.Restore(r.Find(id), overriding), () => _book.CheckRestore(id, Given), () => Of(_book.Restore(id, reason, Given), Outcome));
                break;
            default:
                Judged(r => CheckPrioritise(r.Find(id)), r => r.Prioritise(r.Find(id), step.B - 2), () => _book.CheckPrioritise(id, Given), () => Of(_book.Prioritise(id, step.B - 2, "delegation", Given), p => new("", [], p)));
                break;
        }

        return overriding;
    }

    private static (Told Told, ImmutableArray<TrainingEvent> Events) Of<T>(Decision<T> decision, Func<T, Told> told) => (told(decision.Outcome), decision.Events);

    private static Told Outcome(RegistrationOutcome outcome) => outcome switch
    {
        RegistrationOutcome.Confirmed c => new("Confirmed", c.OverriddenLimits),
        RegistrationOutcome.Waiting w => new("Waiting", w.BindingLimits, w.Position),
        RegistrationOutcome.Declined d => new("Declined", d.BindingLimits),
        RegistrationOutcome.AwaitingApproval a => new($"AwaitingApproval {a.KeepsSeat}", a.BindingLimits),
        _ => throw new InvalidOperationException(),
    };

    private static Told Outcome(SwitchOutcome outcome) => outcome switch
    {
        SwitchOutcome.Switched s => new("Switched", s.OverriddenLimits, null, s.Promoted),
        SwitchOutcome.Waiting w => new($"Waiting {w.KeepsSeat}", w.BindingLimits, w.Position),
        SwitchOutcome.Declined d => new("Declined", d.BindingLimits),
        _ => throw new InvalidOperationException(),
    };

    private static Told Outcome(CancellationOutcome outcome) => new($"{outcome.WasActive}", [], null, outcome.Promoted);

    /// <summary>The rules as they stand once everything is settled, without settling them: a refused command leaves everything as it was.</summary>
    private BruteForceBook Settled()
    {
        BruteForceBook settled = _rules.Copy();
        settled.Settle(Rules);
        return settled;
    }

    private void Judged(Func<BruteForceBook, List<string>> check, Func<BruteForceBook, Told> verb, Func<IReadOnlyList<TrainingRule>> asked, Func<(Told Told, ImmutableArray<TrainingEvent> Events)> decide)
    {
        BruteForceBook settled = Settled();
        List<string> refused = check(settled);
        Snapshot before = Snapshot.Of(_book);
        asked().Select(r => r.Code).Should().Equal(refused, "asking beforehand tells what would be refused");
        try
        {
            var (told, events) = decide();
            refused.Should().BeEmpty("the book refused nothing");
            Snapshot.Of(_book).Should().Be(before, "a decision is not yet a change");
            Append(events);
            _rules = settled;
            told.ToString().Should().Be(verb(_rules).ToString());
        }
        catch (TrainingRuleException refusal)
        {
            refusal.Rules.Select(r => r.Code).Should().Equal(refused);
            Snapshot.Of(_book).Should().Be(before, "a refusal changes nothing");
        }
    }

    private void Append(ImmutableArray<TrainingEvent> events)
    {
        if (!events.IsEmpty)
        {
            var append = new JournalAppend(CommandId.New(), "", Registrar.Officer, _now, [new(s_stream, _book.Version, events)]);
            Read(_store.AppendAsync(append)).Should().BeOfType<AppendOutcome.Appended>();
            _book.Apply(events);
        }
    }

    private void Judge(BruteForceBook before, bool overriding)
    {
        // The same people, each in the same place; nobody lost, nobody doubled.
        if (!_book.All.Values.Select(Picture).SequenceEqual(_rules.Entries.Select(Picture)))
        {
            string.Join('\n', _book.All.Values.Select(Picture)).Should().Be(string.Join('\n', _rules.Entries.Select(Picture)));
        }

        List<Entry> line = _rules.Line;
        _book.WaitingLine().Select(r => r.Id).SequenceEqual(line.Select(e => e.Id)).Should().BeTrue("the line is in the order of R5");
        _book.WaitingCount.Should().Be(line.Count(e => e.Status == RegistrationStatus.Waiting));
        foreach (Entry entry in _rules.Entries.Where(e => e.IsActive))
        {
            (_book.ActiveOf(entry.Person)?.Id == entry.Id).Should().BeTrue("a person has one active registration");
        }

        // No limit grows past its capacity but by an override.
        Dictionary<string, int> used = _rules.Used();
        Dictionary<string, int> was = before.Used(_rules.Now.Plan);
        foreach (var (key, capacity) in _rules.Entries.Where(e => e.HoldsSeat).SelectMany(e => LimitsOf(_rules.Now.Plan, e, e.Place)).Distinct())
        {
            (_book.UsedOf(key) == used[key]).Should().BeTrue($"{key} holds {used[key]}");
            (used[key] <= capacity || overriding || used[key] <= was.GetValueOrDefault(key)).Should().BeTrue($"{key} holds {used[key]} of {capacity}");
        }

        // Nobody who could be promoted waits.
        (_rules.Promotes && line.Any(e => _rules.Full(e, e.Wanted!.Value, used).Count == 0)).Should().BeFalse("nobody waits for a free seat");
        Instant? due = _rules.Entries.Min(e => e.Until);
        Instant? closes = line.Count > 0 && _rules.Now.Status != WorkshopStatus.Postponed ? _rules.Now.PromotesUntil : null;
        _book.NextDue.Should().Be(due is { } d && closes is { } c ? Instant.Min(d, c) : due ?? closes);
    }

    private static string Picture(Registration r) =>
        $"{r.Id} {r.Person} {r.Status} {r.Mode} {r.Sitting} {r.Claim.Groups} {r.Priority} {r.OfferedUntil} {r.SwitchingTo?.Mode} {r.SwitchingTo?.Sitting} {r.HoldsSeat} {r.RegisteredAt}";

    private static string Picture(Entry e) =>
        $"{e.Id} {e.Person} {e.Status} {e.Place.Mode} {e.Place.Sitting} {string.Join(' ', e.Groups)} {e.Priority} {e.Until} {e.Want?.Mode} {e.Want?.Sitting} {e.HoldsSeat} {e.Registered}";

    /// <summary>All that a book shows, at one moment. Registrations never change, so that two pictures are compared quickly.</summary>
    private sealed record Snapshot(long Version, Registration[] All, (string, int)[] Used, Registration[] Line, string Rest)
    {
        public bool Equals(Snapshot? other) =>
            other is not null && Version == other.Version && Rest == other.Rest && All.SequenceEqual(other.All) && Used.SequenceEqual(other.Used) && Line.SequenceEqual(other.Line);

        public override int GetHashCode() => Rest.GetHashCode(StringComparison.Ordinal);

        internal static Snapshot Of(RegistrationBook book) => new(
            book.Version, [.. book.All.Values],
            [.. book.All.Values.Where(r => r.IsActive).Select(r => r.Claim).Distinct().SelectMany(c => book.Seats!.LimitsOf(c)).Select(l => l.Key).Distinct().Order(StringComparer.Ordinal).Select(k => (k, book.UsedOf(k)))],
            [.. book.WaitingLine()],
            $"{book.WorkshopVersion} {book.WaitingCount} {book.Cutoffs} {book.NextDue} {book.Seats?.GetHashCode()} {book.Admission}");
    }
}
