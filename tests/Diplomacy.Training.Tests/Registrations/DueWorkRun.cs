using NodaTime;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class DueWorkRun
{
    [Fact]
    public async Task Nothing_due_is_nothing_done()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        await office.RegisterAsync(await office.PersonAsync());

        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 0));
    }

    [Fact]
    public async Task A_workshop_that_cannot_be_settled_is_told_and_holds_up_no_other()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
        await office.RegisterAsync(await office.PersonAsync());
        await office.Desks.Planning.PlanAsync(new WorkshopPlan("AA-1", Registrar.Ministry)
        {
            Title = new("សិក្ខាសាលា", "Workshop"),
            Agenda = Registrar.AgendaOn(0),
            Seats = SeatPlan.OnlineOnly(1),
        }, Registrar.Officer);
        var desks = new TrainingDesks(office.Desks.Ports with { Permissions = new AllBut("book/AA-1") });
        office.Clock.Reset(Registrar.Start);

        DueWorkReport report = await desks.DueWork.RunAsync();

        report.BooksSettled.Should().Be(1);
        report.Refused.Should().ContainSingle().Which.Should().Match<DueWorkRefusal>(r => r.Workshop == WorkshopId.Parse("AA-1") && r.Rule.Code == "permission.actor-may");
    }

    [Fact]
    public async Task The_waiting_list_closes_at_the_cut_off_and_a_second_run_does_nothing()
    {
        Instant cutOff = Registrar.Start - Duration.FromDays(3);
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0), new(PromotesUntil: cutOff));
        PersonId person = await office.PersonAsync();
        await office.RegisterAsync(person);

        office.Clock.Reset(cutOff - Duration.Epsilon);
        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 0));
        office.Clock.Reset(cutOff);
        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 1));
        int written = (await office.BookAsync()).Count;
        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 0));
        (await office.BookAsync()).Should().HaveCount(written);
        (await office.Registrations.FindAsync(Registrar.Code, person)).Should().BeNull();
    }

    [Fact]
    public async Task Raised_seats_are_given_out_without_anybody_calling_the_book()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
        PersonId person = await office.PersonAsync();
        await office.RegisterAsync(person);
        await office.Desks.Planning.ReviseAsync(Registrar.Plan(SeatPlan.OnlineOnly(1)), Registrar.Officer);

        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 1));
        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 0));
        (await office.Registrations.FindAsync(Registrar.Code, person))!.Status.Should().Be(RegistrationStatus.Confirmed);
    }

    [Fact]
    public async Task A_cancelled_workshop_is_settled_once()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        foreach (PersonId person in await office.PeopleAsync(2))
        {
            await office.RegisterAsync(person);
        }

        await office.Desks.Planning.CancelAsync(Registrar.Code, "flood", Registrar.Officer);

        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 1));
        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 0));
        (await office.Registrations.ListAsync(Registrar.Code)).Should().OnlyContain(r => r.Status == RegistrationStatus.Cancelled);
    }

    [Fact]
    public async Task A_postponed_workshop_keeps_its_line_past_the_old_time()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
        PersonId person = await office.PersonAsync();
        await office.RegisterAsync(person);
        await office.Desks.Planning.PostponeAsync(Registrar.Code, null, Registrar.Officer);
        office.Clock.Reset(Registrar.Start + Duration.FromDays(2));

        await office.Desks.DueWork.RunAsync();
        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 0));
        (await office.Registrations.FindAsync(Registrar.Code, person))!.Status.Should().Be(RegistrationStatus.Waiting);
    }

    [Fact]
    public async Task When_the_agenda_has_ended_the_workshop_is_held_and_nobody_waits()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0), new(PromotesUntil: Registrar.Start + Duration.FromDays(99)));
        await office.RegisterAsync(await office.PersonAsync());
        office.Clock.Reset(Registrar.Start + Duration.FromMinutes(90));

        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(1, 1));
        (await office.Desks.DueWork.RunAsync()).Should().Be(new DueWorkReport(0, 0));
        (await office.Registrations.ListAsync(Registrar.Code)).Single().Status.Should().Be(RegistrationStatus.Lapsed);
        (await office.Desks.Planning.FindAsync(Registrar.Code))!.Status.Should().Be(WorkshopStatus.Held);
    }

    private sealed class AllBut(string scope) : IPermissions
    {
        public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default) => new(request.Scope.ToString() != scope);
    }
}
