using System.Collections.Immutable;
using CsCheck;
using Diplomacy.Training.Journal;
using NodaTime;
using Entry = Diplomacy.Training.Tests.Registrations.BruteForceBook.Entry;
using Seats = Diplomacy.Training.Tests.Registrations.BruteForceBook.Seats;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Random sequences of commands, judged after every step by <see cref="BruteForceBook"/>.</summary>
public sealed class RegistrationBookAgainstTheRules
{
    private static readonly InstitutionCode[] s_institutions = [Registrar.Ministry, Registrar.Washington, Registrar.Paris];

    private static readonly Gen<Seats> s_seats =
        from room in Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6])
        from quotas in Gen.Select(Perhaps(3), Perhaps(2))
        from rest in Gen.Select(Perhaps(9), Perhaps(7), Perhaps(5))
        select new Seats(room.Item1, room.Item2, quotas.Item1, quotas.Item2, rest.Item1, rest.Item2, rest.Item3);

    private static readonly Gen<Step> s_step = Gen.Frequency(
        (50, Gen.Select(Gen.Int[0, 29], Gen.Bool, Gen.Int[0, 2], Gen.Int[-1, 2], Gen.Int[0, 99]).Select(r => (Step)new Register(
            r.Item1, r.Item2 ? DeliveryMode.Online : DeliveryMode.InPerson, s_institutions[r.Item3],
            r.Item5 % 10 == 0 ? ParticipantRole.Speaker : ParticipantRole.Participant, r.Item4, r.Item5 >= 95))),
        (35, Gen.Select(Gen.Int[0, 9999], Gen.Bool).Select(c => (Step)new Cancel(c.Item1, c.Item2))),
        (6, s_seats.Select(s => (Step)new Revise(s))),
        (4, Gen.Const((Step)new Settle())),
        (6, Gen.Int[1, 8].Select(hours => (Step)new Pass(hours))),
        (1, Gen.Int[1, 40].Select(hours => (Step)new Extend(hours))),
        (1, Gen.Const((Step)new Postpone())),
        (1, Gen.Const((Step)new CancelWorkshop())));

    private abstract record Step;

    private sealed record Register(int Person, DeliveryMode Mode, InstitutionCode From, ParticipantRole Role, int Priority, bool Overriding) : Step;

    private sealed record Cancel(int Which, bool ByParticipant) : Step;

    private sealed record Revise(Seats Seats) : Step;

    private sealed record Settle : Step;

    private sealed record Pass(int Hours) : Step;

    private sealed record Extend(int Hours) : Step;

    /// <summary>Puts the workshop off, or sets it again when it was put off.</summary>
    private sealed record Postpone : Step;

    private sealed record CancelWorkshop : Step;

    [Fact]
    public void After_every_step_the_book_stands_as_the_rules_say() =>
        Gen.Select(s_seats, s_step.Array[0, 300]).Sample((seats, steps) => new Run(seats).All(steps), iter: 60, print: t => $"{t.Item1}\n{string.Join('\n', t.Item2.Select(s => s.ToString()))}");

    private static Gen<int?> Perhaps(int most) => Gen.Int[-2, most].Select(n => n < 0 ? (int?)null : n);

    private sealed class Run
    {
        private static readonly StreamId s_stream = RegistrationBook.StreamOf(Registrar.Code);
        private readonly PersonId[] _people = [.. Enumerable.Range(0, 30).Select(_ => PersonId.New())];
        private readonly InMemoryTrainingStore _store = new();
        private readonly RegistrationBook _book = RegistrationBook.Begin(s_stream);
        private readonly BruteForceBook _rules = new();
        private readonly List<Entry> _known = [];
        private Seats _seats;
        private Workshop _workshop;
        private Instant _now = Instant.FromUtc(2023, 2, 20, 0, 0);

        internal Run(Seats seats)
        {
            _seats = seats;
            Instant start = _now;
            _workshop = new(
                Registrar.Plan(seats.ToPlan(), new(Opens: start + Duration.FromHours(2), Closes: start + Duration.FromHours(150), PromotesUntil: start + Duration.FromHours(110), CancelsUntil: start + Duration.FromHours(100))),
                WorkshopStatus.Published, 1);
        }

        private RegistrationCircumstances Circumstances => new(_workshop, _now) { Institutions = Registrar.Institutions };

        private RegistrationWindow Window => _workshop.Plan.Registration;

        internal void All(Step[] steps)
        {
            foreach (Step step in steps)
            {
                Dictionary<string, int> before = Used();
                bool overriding = Take(step);
                Judge(before, overriding);
            }

            RegistrationBook replayed = RegistrationBook.Begin(s_stream);
            replayed.Apply(Read(_store.ReadAsync(s_stream)).Select(e => e.Event));
            Registrar.Picture(replayed).Should().Be(Registrar.Picture(_book));
        }

        /// <summary>The journal in memory answers at once.</summary>
        private static T Read<T>(ValueTask<T> answer) => answer.IsCompletedSuccessfully ? answer.Result : throw new InvalidOperationException("The store in memory answers at once.");

        private bool Take(Step step)
        {
            switch (step)
            {
                case Register register:
                    return Take(register);
                case Cancel cancel:
                    Take(cancel);
                    break;
                case Settle:
                    Append(_book.Settle(Circumstances).Events);
                    SettleRules();
                    Append(_book.Settle(Circumstances).Events).Should().Be(0, "settling again changes nothing");
                    break;
                case Revise revise:
                    _seats = revise.Seats;
                    _workshop = _workshop with { Plan = _workshop.Plan with { Seats = _seats.ToPlan() }, Version = _workshop.Version + 1 };
                    break;
                case Pass pass:
                    _now += Duration.FromHours(pass.Hours);
                    break;
                case Extend extend:
                    _workshop = _workshop with { Plan = _workshop.Plan with { Registration = Window with { PromotesUntil = Window.PromotesUntil + Duration.FromHours(extend.Hours) } }, Version = _workshop.Version + 1 };
                    break;
                case Postpone when _workshop.Status != WorkshopStatus.Cancelled:
                    _workshop = _workshop with { Status = _workshop.Status == WorkshopStatus.Published ? WorkshopStatus.Postponed : WorkshopStatus.Published, Version = _workshop.Version + 1 };
                    break;
                case CancelWorkshop when _now > Window.Closes:
                    _workshop = _workshop with { Status = WorkshopStatus.Cancelled, Version = _workshop.Version + 1 };
                    break;
                default:
                    break;
            }

            return false;
        }

        private bool Take(Register step)
        {
            var id = RegistrationId.New();
            var request = new RegistrationRequest(Registrar.Code, _people[step.Person], step.From, step.Mode)
            {
                Role = step.Role, Priority = step.Priority, OverrideReasonCode = step.Overriding ? "minister-asked" : null,
            };
            _now += Duration.FromSeconds(1);

            // Whether there is a refusal depends on what would be settled, and a refusal settles nothing.
            List<string> refused = [];
            if (_workshop.Status != WorkshopStatus.Published || _now < Window.Opens || _now >= Window.Closes)
            {
                refused.Add("registration.is-open");
            }

            if (WouldBeActive(_people[step.Person]))
            {
                refused.Add("registration.person-is-not-registered");
            }

            if (Refused(refused, () => _book.Register(id, request, Circumstances), out Decision<RegistrationOutcome> decision))
            {
                _book.CheckRegister(request, Circumstances).Select(r => r.Code).Should().Equal(refused);
                return false;
            }

            _book.CheckRegister(request, Circumstances).Should().BeEmpty();
            Append(decision.Events);
            SettleRules();
            var entry = new Entry(id, request.Person, step.Mode, step.From, step.Role, step.Priority, _known.Count);
            _known.Add(entry);
            var (status, binding, position) = _rules.Register(entry, step.Overriding);
            (RegistrationStatus Status, ImmutableArray<BindingLimit> Binding, int? Position) told = decision.Outcome switch
            {
                RegistrationOutcome.Confirmed c => (RegistrationStatus.Confirmed, c.OverriddenLimits, null),
                RegistrationOutcome.Waiting w => (RegistrationStatus.Waiting, w.BindingLimits, w.Position),
                RegistrationOutcome.Declined d => (RegistrationStatus.Declined, d.BindingLimits, null),
                _ => throw new InvalidOperationException(),
            };
            told.Status.Should().Be(status);
            told.Binding.Should().BeEquivalentTo(binding);
            told.Position.Should().Be(status == RegistrationStatus.Waiting ? position : null);
            return step.Overriding;
        }

        private void Take(Cancel step)
        {
            if (_known.Count == 0)
            {
                return;
            }

            Entry entry = _known[step.Which % _known.Count];
            Actor by = step.ByParticipant ? Actor.Participant("user:7") : Registrar.Officer;
            RegistrationStatus settled = WouldBe(entry);
            bool active = settled is RegistrationStatus.Confirmed or RegistrationStatus.Waiting;
            List<string> refused = !active && settled != RegistrationStatus.Cancelled ? ["registration.is-active"]
                : active && step.ByParticipant && _now >= Window.CancelsUntil ? ["registration.can-be-cancelled"]
                : [];
            if (Refused(refused, () => _book.Cancel(entry.Id, "illness", by, Circumstances), out Decision<CancellationOutcome> decision))
            {
                _book.CheckCancel(entry.Id, by, Circumstances).Select(r => r.Code).Should().Equal(refused);
                return;
            }

            Append(decision.Events);
            SettleRules();
            decision.Outcome.WasActive.Should().Be(active);
            entry.Status = RegistrationStatus.Cancelled;
            decision.Outcome.Promoted.Should().Equal(active ? _rules.Promote() : []);
        }

        /// <summary>Where an entry stands once the workshop is taken over, without taking it over: a refused command leaves everything as it was.</summary>
        private RegistrationStatus WouldBe(Entry entry) => _rules.StatusAfter(SettleRules, entry);

        private bool WouldBeActive(PersonId person) =>
            _rules.Entries.LastOrDefault(e => e.Person == person && e.IsActive) is { } entry && WouldBe(entry) is RegistrationStatus.Confirmed or RegistrationStatus.Waiting;

        private void SettleRules() => _rules.Settle(_seats, _workshop.Status, Window.PromotesUntil!.Value, _now);

        private bool Refused<T>(List<string> expected, Func<Decision<T>> verb, out Decision<T> decision)
        {
            long version = _book.Version;
            string before = Registrar.Picture(_book);
            try
            {
                decision = verb();
                expected.Should().BeEmpty("the book refused nothing");
                Registrar.Picture(_book).Should().Be(before, "a decision is not yet a change");
                return false;
            }
            catch (TrainingRuleException refusal)
            {
                decision = default;
                refusal.Rules.Select(r => r.Code).Should().Equal(expected);
                _book.Version.Should().Be(version);
                Registrar.Picture(_book).Should().Be(before, "a refusal changes nothing");
                return true;
            }
        }

        private int Append(ImmutableArray<TrainingEvent> events)
        {
            if (!events.IsEmpty)
            {
                var append = new JournalAppend(CommandId.New(), "", Registrar.Officer, _now, [new(s_stream, _book.Version, events)]);
                Read(_store.AppendAsync(append)).Should().BeOfType<AppendOutcome.Appended>();
                _book.Apply(events);
            }

            return events.Length;
        }

        private void Judge(Dictionary<string, int> before, bool overriding)
        {
            // The same people, each in the same place; nobody lost, nobody doubled.
            _book.All.Values.Select(r => (r.Id, r.Status)).Should().Equal(_known.Select(e => (e.Id, e.Status)));
            _book.WaitingLine().Select(r => r.Id).Should().Equal(_rules.Line.Select(e => e.Id));
            _book.WaitingCount.Should().Be(_rules.Line.Count());
            _known.Where(e => e.IsActive).GroupBy(e => e.Person).Where(g => g.Count() > 1).Should().BeEmpty();
            _known.Where(e => e.IsActive && _book.ActiveOf(e.Person)?.Id != e.Id).Should().BeEmpty();

            // No limit grows past its capacity but by an override.
            foreach (Entry entry in _known.Where(e => e.Status == RegistrationStatus.Confirmed))
            {
                foreach (var (key, capacity, counts) in BruteForceBook.LimitsOf(_rules.Plan, entry))
                {
                    int used = _rules.Used(counts);
                    _book.UsedOf(key).Should().Be(used);
                    if (used > capacity && !overriding && before.TryGetValue(key, out int was))
                    {
                        used.Should().BeLessThanOrEqualTo(was, $"{key} holds {capacity}");
                    }
                }
            }

            // Nobody who could be promoted waits.
            if (_rules.Promotes)
            {
                _rules.Line.Where(e => _rules.FullFor(e).Count == 0).Should().BeEmpty();
            }
        }

        private Dictionary<string, int> Used() =>
            _known.SelectMany(e => BruteForceBook.LimitsOf(_seats, e)).DistinctBy(l => l.Key).ToDictionary(l => l.Key, l => _rules.Used(l.Counts));
    }
}
