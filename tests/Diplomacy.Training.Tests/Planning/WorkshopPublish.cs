using Diplomacy.Training.Journal;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class WorkshopPublish
{
    [Fact]
    public void A_draft_is_announced()
    {
        Decision<Workshop> decision = Drafted().Publish(Id, Now);

        decision.Events.Should().Equal(new WorkshopPublished(Now));
        decision.Outcome.Should().Be(new Workshop(Plan, WorkshopStatus.Published, 2)).And.Be(Published().Current);
    }

    [Fact]
    public void Publishing_again_changes_nothing()
    {
        Decision<Workshop> again = Published().Publish(Id, Now);

        again.Events.Should().BeEmpty();
        again.Outcome.Should().Be(Published().Current);
    }

    [Theory]
    [InlineData(WorkshopStatus.Postponed)]
    [InlineData(WorkshopStatus.Cancelled)]
    [InlineData(WorkshopStatus.Held)]
    public void Nothing_else_is_announced(WorkshopStatus status)
    {
        Refused(In(status), p => p.Publish(Id, Now)).Should().Equal("workshop.status-allows");
        TrainingRule rule = In(status).CheckPublish(Id, Now).Should().ContainSingle().Subject;
        rule.Arguments["status"].Should().Be(status.ToString());
        rule.Arguments["allowed"].Should().Be("Draft / Published");
    }

    [Fact]
    public void What_is_not_drafted_is_not_known() => Refused(Begun(), p => p.Publish(Id, Now)).Should().Equal("workshop.is-known");

    [Fact]
    public void Another_workshops_code_is_a_programmers_error() =>
        Drafted().Invoking(p => p.Publish(WorkshopId.Parse("DD-2024"), Now)).Should().Throw<ArgumentException>();
}
