using System.Collections.Concurrent;
using Diplomacy.Training.Journal;
using static Diplomacy.Training.DeliveryMode;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>What every store must withstand: many tasks, and several processes, on one book. A store's tests derive from this.</summary>
/// <param name="open">Opens an empty store.</param>
public abstract class RegistrationDeskConcurrency(Func<TrainingPorts> open)
{
    private const int People = 400;

    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(2, 4_000)]
    public async Task No_seat_is_sold_twice_and_no_command_is_lost_or_doubled(int processes, int commands)
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(30, 60).WithTotal(80).With(Quota.ForEachMission(12)).WithWaitingPlaces(50), ports: open());
        PersonId[] people = await office.PeopleAsync(People);
        TrainingDesks[] desks = [office.Desks, .. Enumerable.Range(1, processes - 1).Select(_ => new TrainingDesks(office.Ports))];
        var registered = new ConcurrentBag<RegistrationOutcome>();
        var cancelled = new ConcurrentBag<CancellationOutcome>();
        int sent = 0, refused = 0;

        await Task.WhenAll(Enumerable.Range(0, 64).Select(task => Task.Run(async () =>
        {
            // Each task has its own people, so that what it is told can be compared with what it did.
            var random = new Random(task);
            var mine = people.Where((_, i) => i % 64 == task).Select(p => (Person: p, Registered: (RegistrationOutcome?)null)).ToArray();
            while (Interlocked.Increment(ref sent) <= commands)
            {
                RegistrationDesk desk = desks[random.Next(desks.Length)].Registrations;
                RegistrationDesk again = desks[random.Next(desks.Length)].Registrations;
                var command = CommandId.New();
                bool twice = random.Next(10) == 0;
                int which = random.Next(mine.Length);
                if (mine[which].Registered is null)
                {
                    RegistrationRequest request = Office.Request(mine[which].Person, random.Next(3) == 0 ? InPerson : Online, random.Next(2) == 0 ? Registrar.Washington : Registrar.Ministry) with { Priority = random.Next(3) };
                    RegistrationOutcome outcome = await desk.RegisterAsync(request, Registrar.Officer, command);
                    registered.Add(outcome);
                    mine[which].Registered = outcome is RegistrationOutcome.Declined ? null : outcome;
                    if (twice)
                    {
                        Office.Told(await again.RegisterAsync(request, Registrar.Officer, command)).Should().Be(Office.Told(outcome));
                    }
                }
                else if (random.Next(8) == 0)
                {
                    try
                    {
                        await desk.RegisterAsync(Office.Request(mine[which].Person), Registrar.Officer, command);
                    }
                    catch (TrainingRuleException refusal) when (refusal.Rule.Code == "registration.person-is-not-registered")
                    {
                        Interlocked.Increment(ref refused);
                    }
                }
                else
                {
                    CancellationOutcome outcome = await desk.CancelAsync(Registrar.Code, mine[which].Registered!.Registration, "illness", Registrar.Officer, command);
                    outcome.WasActive.Should().BeTrue();
                    cancelled.Add(outcome);
                    mine[which].Registered = null;
                    if (twice)
                    {
                        Office.Told(await again.CancelAsync(Registrar.Code, outcome.Registration, "illness", Registrar.Officer, command)).Should().Be(Office.Told(outcome));
                    }
                }
            }
        })));

        JournalEntry[] entries = [.. await office.BookAsync()];
        registered.Select(r => r.Registration).Should().OnlyHaveUniqueItems();
        (registered.Count + cancelled.Count + refused).Should().Be(commands);
        entries.Count(e => e.Event is RegistrationConfirmed or RegistrationWaitlisted or RegistrationDeclined).Should().Be(registered.Count);
        entries.Select(e => e.Event).OfType<RegistrationCancelled>().Select(e => e.Registration.ToString()).Order().Should().Equal(cancelled.Select(c => c.Registration.ToString()).Order());
        entries.Select(e => e.Event).OfType<RegistrationPromoted>().Select(e => e.Registration.ToString()).Order().Should().Equal(cancelled.SelectMany(c => c.Promoted).Select(p => p.ToString()).Order());
        entries.Where(e => e.Event is not SeatPlanAdopted and not RegistrationPromoted).Select(e => e.Command).Should().OnlyHaveUniqueItems("every command does one thing");
        (await office.NoticesAsync()).Should().HaveCount(entries.Length - 1, "everything but the adopted seat plan concerns one person");

        // Not at any moment was a limit exceeded, and everybody agrees on the end.
        RegistrationBook book = RegistrationBook.Begin(RegistrationBook.StreamOf(Registrar.Code));
        foreach (JournalEntry entry in entries)
        {
            book.Apply(entry.Event);
            (book.UsedOf("mode/in-person") <= 30 && book.UsedOf("mode/online") <= 60 && book.UsedOf("total") <= 80 &&
                book.UsedOf("quota/each-mission/US-WAS-EMB") <= 12 && book.WaitingCount <= 50).Should().BeTrue();
        }

        foreach (TrainingDesks each in desks)
        {
            (await each.Registrations.ListAsync(Registrar.Code)).Should().Equal(book.All.Values);
        }
    }
}

public sealed class RegistrationDeskConcurrencyInMemory() : RegistrationDeskConcurrency(() => TrainingPorts.InMemory());
