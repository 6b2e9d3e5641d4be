using System.Collections.Concurrent;
using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.DeliveryMode;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>What every store must withstand: many tasks, and several processes, on one book, with commands of every verb. A store's tests derive from this.</summary>
/// <param name="open">Opens an empty store.</param>
public abstract class RegistrationDeskConcurrency(Func<TrainingPorts> open)
{
    private const int Tasks = 64;
    private const int People = 640;

    [Theory]
    [InlineData(1, 4_000)]
    [InlineData(2, 20_000)]
    public async Task No_seat_is_sold_twice_and_no_command_is_lost_or_doubled(int processes, int commands)
    {
        SeatPlan plan = SeatPlan.Hybrid(30, 60).WithTotal(80).With(Quota.ForEachMission(12)).WithWaitingPlaces(50);
        Office office = await Office.OpenAsync(plan, ports: open(), admission: new() { Approval = ApprovalPolicy.HoldsSeat, Offers = new(Duration.FromHours(48)) });
        PersonId[] people = await office.PeopleAsync(People);
        TrainingDesks[] desks = [office.Desks, .. Enumerable.Range(1, processes - 1).Select(_ => new TrainingDesks(office.Ports))];
        var done = new ConcurrentDictionary<CommandId, Sent>();
        var refused = new ConcurrentBag<CommandId>();
        int sent = 0;

        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(async () =>
        {
            var clerk = new Clerk(task, [.. people.Where((_, i) => i % Tasks == task)]);
            while (Interlocked.Increment(ref sent) <= commands)
            {
                var command = CommandId.New();
                Func<RegistrationDesk, Task<Sent>> send = clerk.Next(command);
                try
                {
                    Sent first = await send(desks[clerk.Random.Next(desks.Length)].Registrations);
                    clerk.Hear(first);
                    done.TryAdd(command, first).Should().BeTrue();
                }
                catch (TrainingRuleException refusal) when (refusal.Rules.All(r => r.Code.StartsWith("registration.", StringComparison.Ordinal)))
                {
                    refused.Add(command);
                    continue;
                }

                if (clerk.Random.Next(10) == 0 && (await office.Ports.Journal.FindCommandAsync(RegistrationBook.StreamOf(Registrar.Code), command)).Count > 0)
                {
                    (await send(desks[clerk.Random.Next(desks.Length)].Registrations)).Told.Should().Be(done[command].Told, "a repeated command tells its first outcome");
                }
            }
        })));

        JournalEntry[] entries = [.. await office.BookAsync()];
        (done.Count + refused.Count).Should().Be(commands);
        done.Values.Select(s => s.Verb).Distinct().Should().HaveCount(11, "every verb was sent and took effect");
        ILookup<CommandId, TrainingEvent> left = entries.ToLookup(e => e.Command, e => e.Event);
        refused.Where(left.Contains).Should().BeEmpty("a refused command leaves nothing");
        left.Select(l => l.Key).Where(c => !done.ContainsKey(c)).Should().BeEmpty("only commands that were sent left something");
        foreach (var (command, told) in done)
        {
            string[] own = [.. left[command].Where(IsOwn).Select(e => e.GetType().Name)];
            own.Length.Should().BeLessThanOrEqualTo(told.Verb == "switch" ? 2 : 1, $"{told.Verb} does one thing: {string.Join(", ", own)}");
            (own.Length > 0 || told.MayDoNothing).Should().BeTrue($"{told.Verb} told {told.Told} and left something");
        }

        (await office.NoticesAsync()).Length.Should().Be(entries.Sum(e => NoticesOf(e.Event)), "everybody concerned hears of every change once");

        // Not at any moment was a limit exceeded, or did anybody wait for a free seat; and everybody agrees on the end.
        RegistrationBook book = RegistrationBook.Begin(RegistrationBook.StreamOf(Registrar.Code));
        foreach (JournalEntry entry in entries)
        {
            book.Apply(entry.Event);
            (book.UsedOf("mode/in-person") <= 30 && book.UsedOf("mode/online") <= 60 && book.UsedOf("total") <= 80 &&
                book.UsedOf("quota/each-mission/US-WAS-EMB") <= 12 && book.WaitingCount <= 50).Should().BeTrue();
        }

        book.All.Values.Where(r => r.IsActive).Select(r => r.Person).Should().OnlyHaveUniqueItems();
        foreach (TrainingDesks each in desks)
        {
            (await each.Registrations.ListAsync(Registrar.Code)).Should().Equal(book.All.Values);
        }
    }

    /// <summary>What a command decides itself; the rest follows from it.</summary>
    private static bool IsOwn(TrainingEvent happened) => happened is not (SeatPlanAdopted or RegistrationPromoted or SeatOffered or RegistrationSwitched { OverrideReasonCode: null } or SwitchEnded);

    private static int NoticesOf(TrainingEvent happened) => happened switch
    {
        SeatPlanAdopted or RegistrationPrioritised or InvitationsChanged or SwitchDeclined or SwitchEnded => 0,
        RegistrationSubstituted => 2,
        _ => 1,
    };

    /// <summary>What a command was told.</summary>
    private sealed record Sent(string Verb, string Told, RegistrationId? Registration = null, bool MayDoNothing = false);

    /// <summary>Sends commands about people of its own, so that what it is told can be compared with what it did.</summary>
    private sealed class Clerk(int number, PersonId[] people)
    {
        private readonly List<RegistrationId> _mine = [];

        internal Random Random { get; } = new(number);

        internal void Hear(Sent sent)
        {
            if (sent.Registration is { } id)
            {
                _mine.Add(id);
            }
        }

        internal Func<RegistrationDesk, Task<Sent>> Next(CommandId command)
        {
            WorkshopId workshop = Registrar.Code;
            Actor by = Registrar.Officer;
            PersonId person = people[Random.Next(people.Length)];
            int priority = Random.Next(3), dice = Random.Next(100);
            if (_mine.Count == 0 || dice < 30)
            {
                RegistrationRequest request = Office.Request(person, Random.Next(3) == 0 ? InPerson : Online, Random.Next(2) == 0 ? Registrar.Washington : Registrar.Ministry) with { Priority = priority };
                return async desk =>
                {
                    RegistrationOutcome outcome = await desk.RegisterAsync(request, by, command);
                    return new("register", Office.Told(outcome), outcome.Registration);
                };
            }

            RegistrationId id = _mine[^(1 + Random.Next(Math.Min(_mine.Count, 12)))];
            var change = new SeatSwitch(Random.Next(2) == 0 ? InPerson : Online) { OverrideReasonCode = null };
            return dice switch
            {
                < 42 => async desk => new("approve", Office.Told(await desk.ApproveAsync(workshop, id, by, null, command))),
                < 46 => async desk => Ended("reject", await desk.RejectAsync(workshop, id, "no-diplomat", by, command)),
                < 54 => async desk => new("accept", Office.Told(await desk.AcceptOfferAsync(workshop, id, by, command)), null, true),
                < 57 => async desk => Ended("decline", await desk.DeclineOfferAsync(workshop, id, by, command)),
                < 68 => async desk => Ended("cancel", await desk.CancelAsync(workshop, id, "illness", by, command)),
                < 78 => async desk => new("switch", Office.Told(await desk.SwitchAsync(workshop, id, change, by, command)), null, true),
                < 86 => async desk =>
                {
                    SubstitutionOutcome outcome = await desk.SubstituteAsync(workshop, id, new(person, "duty"), by, command);
                    return new("substitute", Office.Told(outcome), outcome.Replacement);
                },
                < 92 => async desk => new("restore", Office.Told(await desk.RestoreAsync(workshop, id, by, null, command))),
                < 97 => async desk => new("prioritise", $"{await desk.PrioritiseAsync(workshop, id, priority, "delegation", by, command)}", null, true),
                _ => async desk => new("invite", $"{await desk.InviteAsync(workshop, [person], by, command)}", null, true),
            };
        }

        private static Sent Ended(string verb, CancellationOutcome outcome) => new(verb, Office.Told(outcome), null, !outcome.WasActive);
    }
}

public sealed class RegistrationDeskConcurrencyInMemory() : RegistrationDeskConcurrency(() => TrainingPorts.InMemory());
