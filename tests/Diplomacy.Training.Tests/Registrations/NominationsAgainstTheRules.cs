using CsCheck;
using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Random nominations, replacements, cancellations and withdrawals under random quotas.</summary>
public sealed class NominationsAgainstTheRules
{
    private static readonly RecordRef s_letter = new(RecordId.New(), new string('a', 64));
    private static readonly InstitutionCode[] s_missions = [Registrar.Washington, Registrar.Paris, Registrar.Ministry];

    private static readonly Gen<Step> s_step = Gen.Frequency(
        (5, Gen.Select(Gen.Int[0, 2], Gen.Bool.Array[1, 6]).Select(n => (Step)new Nominate(s_missions[n.Item1], n.Item2))),
        (4, Gen.Int[0, 9999].Select(i => (Step)new Cancel(i))),
        (4, Gen.Int[0, 9999].Select(i => (Step)new Replace(i))),
        (1, Gen.Select(Gen.Int[0, 9999], Gen.Bool).Select(w => (Step)new Withdraw(w.Item1, w.Item2))),
        (1, Gen.Select(Gen.Int[0, 12], Gen.Int[0, 4]).Select(s => (Step)new Revise(s.Item1, s.Item2))));

    private abstract record Step;

    private sealed record Nominate(InstitutionCode From, bool[] Alternates) : Step;

    private sealed record Cancel(int Which) : Step;

    private sealed record Replace(int Which) : Step;

    private sealed record Withdraw(int Which, bool Cancels) : Step;

    private sealed record Revise(int Seats, int Each) : Step;

    [Fact]
    public void Nobody_nominated_is_lost_or_doubled_and_each_missions_own_order_holds() =>
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 3], s_step.Array[1, 60]).Sample((seats, each, steps) => new Run(seats, each).All(steps), iter: 80);

    private sealed class Run(int seats, int each)
    {
        private readonly Registrar _registrar = new(Plan(seats, each));
        private readonly List<(NominationId Id, PersonId[] Principals, PersonId[] Alternates)> _asked = [];

        private RegistrationBook Book => _registrar.Book;

        internal void All(Step[] steps)
        {
            foreach (Step step in steps)
            {
                _registrar.Now += Duration.FromSeconds(1);
                Take(step);
                Judge();
            }

            RegistrationBook replayed = RegistrationBook.Begin(Book.Stream);
            replayed.Apply(_registrar.History);
            Picture(replayed).Should().Be(Picture(Book));
        }

        private static SeatPlan Plan(int seats, int each) => SeatPlan.OnlineOnly(seats).With(Quota.ForEachMission(each)).WithWaitingPlaces(15);

        private static string Picture(RegistrationBook book) => string.Join('\n',
            book.Nominations.Values.Select(n => $"{n.Id} {n.WithdrawnAt} {string.Join(' ', n.Registrations)} {string.Join(' ', n.Candidates)}").Prepend(Registrar.Picture(book)));

        private void Take(Step step)
        {
            Registration[] active = [.. Book.All.Values.Where(r => r.IsActive)];
            switch (step)
            {
                case Nominate nominate:
                    Take(nominate);
                    break;
                case Cancel cancel when active.Length > 0:
                    Do(Book.Cancel(active[cancel.Which % active.Length].Id, "illness", Registrar.Officer, _registrar.Circumstances));
                    break;
                case Replace replace when active.Length > 0:
                    Take(active[replace.Which % active.Length]);
                    break;
                case Withdraw withdraw when _asked.Count > 0:
                    NominationId id = _asked[withdraw.Which % _asked.Count].Id;
                    Do(Book.WithdrawNomination(id, "recalled", withdraw.Cancels, null, _registrar.Circumstances));
                    (withdraw.Cancels && Book.Nominations[id].Registrations.Any(r => Book.All[r].IsActive)).Should().BeFalse();
                    break;
                case Revise revise:
                    _registrar.Revise(Plan(revise.Seats, revise.Each));
                    break;
                default:
                    break;
            }
        }

        private void Take(Nominate step)
        {
            Candidate[] candidates = [.. step.Alternates.Select(a => new Candidate(PersonId.New(), DeliveryMode.Online) { IsAlternate = a })];
            var request = new NominationRequest(Registrar.Code, step.From, Letters.Letter(), candidates);
            PersonId[] principals = [.. candidates.Where(c => !c.IsAlternate).Select(c => c.Person)];
            RegistrationId[] ids = [.. principals.Select(_ => RegistrationId.New())];
            var id = NominationId.New();
            string before = Picture(Book);
            if (principals.Length == 0)
            {
                FluentActions.Invoking(() => Book.Nominate(id, request, s_letter, ids, _registrar.Circumstances)).Should().Throw<TrainingRuleException>()
                    .Which.Rules.Select(r => r.Code).Should().Equal("nomination.names-a-principal");
                Picture(Book).Should().Be(before, "a refusal changes nothing");
                return;
            }

            Decision<NominationOutcome> decision = Book.Nominate(id, request, s_letter, ids, _registrar.Circumstances);
            Picture(Book).Should().Be(before, "a decision is not yet a change");
            NominationOutcome outcome = Do(decision);
            _asked.Add((id, principals, [.. candidates.Where(c => c.IsAlternate).Select(c => c.Person)]));

            // All claim the same, so who stands further back never fares better than who stands before.
            int[] fared = [.. outcome.Principals.Select(o => o is RegistrationOutcome.Confirmed ? 0 : o is RegistrationOutcome.Waiting ? 1 : 2)];
            fared.Should().BeInAscendingOrder();
            outcome.Principals.OfType<RegistrationOutcome.Waiting>().Select(w => w.Position).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
            outcome.Principals.Select(o => Book.All[o.Registration].Person).Should().Equal(principals);
        }

        private void Take(Registration replaced)
        {
            var asked = _asked.Single(a => Book.Nominations[a.Id].Registrations.Contains(replaced.Id));
            PersonId[] hadTheirTurn = [.. Book.Nominations[asked.Id].Registrations.Select(r => Book.All[r].Person)];
            PersonId? expected = Book.Nominations[asked.Id].WithdrawnAt is null ? asked.Alternates.Except(hadTheirTurn).Select(p => (PersonId?)p).FirstOrDefault() : null;

            NominatedCandidate? next = Book.NextAlternate(replaced.Id, _registrar.Circumstances);

            next?.Person.Should().Be(expected);
            (next is null).Should().Be(expected is null);
            if (next is not null && Book.AsOf(_registrar.Circumstances, book => book.All[replaced.Id].IsActive))
            {
                var fresh = RegistrationId.New();
                Do(Book.Replace(replaced.Id, fresh, new(next.Person, "recalled"), s_letter, Letters.FocalPoint, _registrar.Circumstances));
                Book.NominationOf(fresh)!.Id.Should().Be(asked.Id);
            }
        }

        private void Judge()
        {
            // Everybody in the book comes from a nomination: as a principal, or as an alternate who had a turn.
            Book.All.Keys.ToHashSet().SetEquals(_asked.SelectMany(a => Book.Nominations[a.Id].Registrations)).Should().BeTrue();
            Book.All.Values.Select(r => r.Person).Should().OnlyHaveUniqueItems();
            foreach (var (id, principals, alternates) in _asked)
            {
                PersonId[] people = [.. Book.Nominations[id].Registrations.Select(r => Book.All[r].Person)];
                people.Take(principals.Length).Should().Equal(principals);
                people.Skip(principals.Length).Should().Equal(alternates.Take(people.Length - principals.Length), "alternates have their turn in order");

                // As many places as principals: each registration that ended by replacement is followed by exactly one.
                Book.Nominations[id].Registrations.Count(r => Book.All[r].Status != RegistrationStatus.Substituted).Should().Be(principals.Length);
            }

            // Of those of one nomination who wait, the mission's order stands; a place taken over keeps its place in it.
            RegistrationId[] line = [.. Book.WaitingLine().Select(r => r.Id)];
            foreach (Nomination nomination in Book.Nominations.Values)
            {
                RegistrationId[] places = [.. nomination.Candidates.Where(c => !c.IsAlternate).Select(c => Last(c.Registration!.Value))];
                line.Where(places.Contains).Should().Equal(places.Where(line.Contains));
            }
        }

        private RegistrationId Last(RegistrationId registration) => Book.All[registration].ReplacedBy is { } next ? Last(next) : registration;

        private TOutcome Do<TOutcome>(Decision<TOutcome> decision)
        {
            _registrar.History.AddRange(decision.Events);
            Book.Apply(decision.Events);
            return decision.Outcome;
        }
    }
}
