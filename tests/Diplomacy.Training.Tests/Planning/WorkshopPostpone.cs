using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class WorkshopPostpone
{
    [Fact]
    public void To_a_date_it_stays_published_with_the_new_agenda()
    {
        Decision<Workshop> decision = Published().Postpone(Id, LaterAgenda, Now);

        decision.Outcome.Should().Be(new Workshop(Plan with { Agenda = LaterAgenda }, WorkshopStatus.Published, 3));
        Done(Published(), p => p.Postpone(Id, LaterAgenda, Now)).Current.Should().Be(decision.Outcome);
    }

    [Fact]
    public void To_a_time_that_is_not_set_it_is_postponed_and_keeps_its_plan() =>
        Postponed().Current.Should().Be(new Workshop(Plan, WorkshopStatus.Postponed, 3));

    [Fact]
    public void A_postponed_workshop_is_set_again_even_to_its_old_time()
    {
        Done(Postponed(), p => p.Postpone(Id, LaterAgenda, Now)).Current.Should().Be(new Workshop(Plan with { Agenda = LaterAgenda }, WorkshopStatus.Published, 4));
        Done(Postponed(), p => p.Postpone(Id, FirstAgenda, Now)).Current.Should().Be(new Workshop(Plan, WorkshopStatus.Published, 4));
    }

    [Fact]
    public void A_postponed_workshop_is_not_held_when_its_old_time_has_passed()
    {
        Postponed().NextDue.Should().BeNull();
        Done(Postponed(), p => p.Postpone(Id, LaterAgenda, Over)).Current!.Status.Should().Be(WorkshopStatus.Published);
    }

    [Fact]
    public void Postponing_to_what_stands_already_changes_nothing()
    {
        Published().Postpone(Id, FirstAgenda, Now).Events.Should().BeEmpty();
        Postponed().Postpone(Id, null, Now).Events.Should().BeEmpty();
    }

    [Theory]
    [InlineData(WorkshopStatus.Draft)]
    [InlineData(WorkshopStatus.Cancelled)]
    [InlineData(WorkshopStatus.Held)]
    public void Nothing_else_is_put_off(WorkshopStatus status)
    {
        Refused(In(status), p => p.Postpone(Id, LaterAgenda, Now)).Should().Equal("workshop.status-allows");
        Refused(In(status), p => p.Postpone(Id, null, Now)).Should().Equal("workshop.status-allows");
        In(status).CheckPostpone(Id, null, Now).Should().ContainSingle();
    }

    [Fact]
    public void A_workshop_whose_agenda_is_over_cannot_be_put_off_though_nobody_has_settled_it() =>
        Refused(Published(), p => p.Postpone(Id, LaterAgenda, Over)).Should().Equal("workshop.status-allows");

    [Fact]
    public void What_is_not_drafted_is_not_known() => Refused(Begun(), p => p.Postpone(Id, null, Now)).Should().Equal("workshop.is-known");

    [Fact]
    public void The_cut_offs_that_are_set_move_with_the_first_session_and_the_opening_stays()
    {
        var window = new RegistrationWindow(Now, null, Now + Duration.FromDays(20), null, Now + Duration.FromDays(10));
        WorkshopPlanning planning = PublishedWith(window);
        Duration month = LaterAgenda.Sessions.First().Time.Start - FirstAgenda.Sessions.First().Time.Start;

        Decision<Workshop> decision = planning.Postpone(Id, LaterAgenda, Now);

        decision.Outcome.Plan.Registration.Should().Be(new RegistrationWindow(Now, null, Now + Duration.FromDays(20) + month, null, Now + Duration.FromDays(10) + month));
        planning.Apply(decision.Events);
        planning.Current.Should().Be(decision.Outcome);
    }

    [Fact]
    public void Cut_offs_stay_while_no_new_time_is_set_and_move_when_it_is()
    {
        var window = new RegistrationWindow(null, Now + Duration.FromDays(20));
        WorkshopPlanning planning = Done(PublishedWith(window), p => p.Postpone(Id, null, Now));
        planning.Current!.Plan.Registration.Should().Be(window);

        Done(planning, p => p.Postpone(Id, LaterAgenda, Now)).Current!.Plan.Registration.Closes.Should().Be(Now + Duration.FromDays(50));
    }

    [Fact]
    public void Moving_it_to_and_fro_leaves_the_cut_offs_as_they_were()
    {
        var window = new RegistrationWindow(Now, Now + Duration.FromDays(20), null, Now + Duration.FromDays(30));

        Done(Done(PublishedWith(window), p => p.Postpone(Id, LaterAgenda, Now)), p => p.Postpone(Id, FirstAgenda, Now)).Current!.Plan.Registration.Should().Be(window);
    }

    [Fact]
    public void It_is_not_moved_so_early_that_it_would_close_before_it_opens()
    {
        Agenda earlier = Agenda.Strictly("Asia/Phnom_Penh", Session("morning", At(18, 9), 180));
        WorkshopPlanning planning = PublishedWith(new(Now + Duration.FromDays(5), Now + Duration.FromDays(10)));

        Refused(planning, p => p.Postpone(Id, earlier, Now)).Should().Equal("workshop.window-is-in-order");
        planning.CheckPostpone(Id, earlier, Now).Single().Arguments["cutOff"].Should().Be("Closes");
        Refused(PublishedWith(new(Instant.FromUtc(2023, 2, 20, 0, 0))), p => p.Postpone(Id, earlier, Now)).Should().Equal("workshop.window-is-in-order");
    }

    private static WorkshopPlanning PublishedWith(RegistrationWindow window) =>
        Done(Done(Begun(), p => p.Draft(Plan with { Registration = window }, Now)), p => p.Publish(Id, Now));
}
