using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskCancel
{
    [Fact]
    public async Task A_retried_cancellation_returns_its_first_outcome_with_whom_it_promoted()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationOutcome first = await office.RegisterAsync(people[0]);
        RegistrationOutcome second = await office.RegisterAsync(people[1]);
        await office.RegisterAsync(people[2]);
        var command = CommandId.New();
        CancellationOutcome cancelled = await office.CancelAsync(first, command);
        await office.CancelAsync(second);

        cancelled.Promoted.Should().Equal(second.Registration);
        Office.Told(await office.CancelAsync(first, command)).Should().Be(Office.Told(cancelled));
    }

    [Fact]
    public async Task What_a_new_seat_plan_promoted_on_the_way_is_not_told_as_the_cancellations_work_neither_first_nor_recalled()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationOutcome first = await office.RegisterAsync(people[0]);
        RegistrationOutcome second = await office.RegisterAsync(people[1]);
        RegistrationOutcome third = await office.RegisterAsync(people[2]);
        await office.Desks.Planning.ReviseAsync(Registrar.Plan(SeatPlan.OnlineOnly(2)), Registrar.Officer);
        var command = CommandId.New();

        CancellationOutcome cancelled = await office.CancelAsync(first, command);

        cancelled.Promoted.Should().Equal(third.Registration);
        (await office.BookAsync()).Select(e => e.Event).OfType<RegistrationPromoted>().Select(e => e.Registration).Should().Equal(second.Registration, third.Registration);
        Office.Told(await office.CancelAsync(first, command)).Should().Be(Office.Told(cancelled));
    }

    [Fact]
    public async Task A_cancellation_that_found_the_workshop_cancelled_is_recalled_as_such()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        RegistrationOutcome registered = await office.RegisterAsync(await office.PersonAsync());
        await office.Desks.Planning.CancelAsync(Registrar.Code, "flood", Registrar.Officer);
        var command = CommandId.New();

        CancellationOutcome first = await office.CancelAsync(registered, command);

        first.WasActive.Should().BeFalse();
        Office.Told(await office.CancelAsync(registered, command)).Should().Be(Office.Told(first));
    }

    [Fact]
    public async Task The_same_command_id_with_other_content_is_refused()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(2));
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationOutcome first = await office.RegisterAsync(people[0]);
        RegistrationOutcome second = await office.RegisterAsync(people[1]);
        var command = CommandId.New();
        await office.CancelAsync(first, command);

        (await Office.RefusalOf(() => office.CancelAsync(second, command))).Should().Equal("journal.command-is-new");
        (await Office.RefusalOf(() => office.Registrations.CancelAsync(Registrar.Code, first.Registration, "other", Registrar.Officer, command).AsTask())).Should().Equal("journal.command-is-new");
        (await Office.RefusalOf(() => office.RegisterAsync(people[2], command: command))).Should().Equal("journal.command-is-new");
        (await office.Registrations.FindAsync(Registrar.Code, people[1])).Should().NotBeNull();
    }
}
