using Diplomacy.Training.Journal;
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
}
