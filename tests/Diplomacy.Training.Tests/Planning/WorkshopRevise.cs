using Diplomacy.Training.Journal;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class WorkshopRevise
{
    private static readonly WorkshopPlan s_wider = Plan with { Seats = SeatPlan.Hybrid(300, 200) };

    [Theory]
    [InlineData(WorkshopStatus.Draft)]
    [InlineData(WorkshopStatus.Published)]
    public void A_draft_and_a_published_workshop_take_another_plan(WorkshopStatus status)
    {
        var planning = In(status);
        Decision<Workshop> decision = planning.Revise(s_wider, Now);

        planning.Apply(decision.Events);

        planning.Current.Should().Be(decision.Outcome).And.Be(new Workshop(s_wider, status, planning.Version));
    }

    [Fact]
    public void Revising_to_the_same_plan_changes_nothing()
    {
        Decision<Workshop> decision = Published().Revise(Plan with { }, Now);

        decision.Events.Should().BeEmpty();
        decision.Outcome.Should().Be(Published().Current);
    }

    [Fact]
    public void A_draft_may_move_and_a_published_workshop_is_postponed_instead()
    {
        Done(Drafted(), p => p.Revise(Plan with { Agenda = LaterAgenda }, Now)).Current!.Agenda.Should().Be(LaterAgenda);
        Refused(Published(), p => p.Revise(Plan with { Agenda = LaterAgenda }, Now)).Should().Equal("workshop.status-allows");
    }

    [Theory]
    [InlineData(WorkshopStatus.Postponed)]
    [InlineData(WorkshopStatus.Cancelled)]
    [InlineData(WorkshopStatus.Held)]
    public void Nothing_else_can_be_revised(WorkshopStatus status)
    {
        Refused(In(status), p => p.Revise(s_wider, Now)).Should().Equal("workshop.status-allows");
    }

    [Fact]
    public void A_workshop_whose_agenda_is_over_cannot_be_revised_though_nobody_has_settled_it()
    {
        Refused(Published(), p => p.Revise(s_wider, Over)).Should().Equal("workshop.status-allows");
        Published().CheckRevise(s_wider, Over - NodaTime.Duration.Epsilon).Should().BeEmpty();
    }

    [Fact]
    public void All_broken_rules_are_told_at_once()
    {
        WorkshopPlan faulty = s_wider with { Registration = new(Opens: Over) };

        Refused(Cancelled(), p => p.Revise(faulty, Now)).Should().Equal("workshop.status-allows", "workshop.window-is-in-order");
        Cancelled().CheckRevise(faulty, Now).Select(r => r.Code).Should().Equal("workshop.status-allows", "workshop.window-is-in-order");
    }

    [Fact]
    public void What_is_not_drafted_is_not_known() => Refused(Begun(), p => p.Revise(s_wider, Now)).Should().Equal("workshop.is-known");
}
