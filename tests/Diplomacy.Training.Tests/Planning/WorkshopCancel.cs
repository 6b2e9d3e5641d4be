using Diplomacy.Training.Journal;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class WorkshopCancel
{
    [Theory]
    [InlineData(WorkshopStatus.Draft)]
    [InlineData(WorkshopStatus.Published)]
    [InlineData(WorkshopStatus.Postponed)]
    public void Whatever_has_not_taken_place_can_be_cancelled(WorkshopStatus status)
    {
        var planning = In(status);
        Decision<Workshop> decision = planning.Cancel(Id, "venue-lost", Now);

        planning.Apply(decision.Events);

        decision.Events.Should().Equal(new WorkshopCancelled(Now, "venue-lost"));
        planning.Current.Should().Be(decision.Outcome).And.Be(new Workshop(Plan, WorkshopStatus.Cancelled, planning.Version));
        planning.NextDue.Should().BeNull();
    }

    [Fact]
    public void Cancelling_again_changes_nothing_whatever_the_reason()
    {
        Decision<Workshop> again = Cancelled().Cancel(Id, "other-reason", Now);

        again.Events.Should().BeEmpty();
        again.Outcome.Should().Be(Cancelled().Current);
    }

    [Fact]
    public void What_has_taken_place_cannot_be_cancelled()
    {
        Refused(Held(), p => p.Cancel(Id, "venue-lost", Now)).Should().Equal("workshop.status-allows");
        Refused(Published(), p => p.Cancel(Id, "venue-lost", Over)).Should().Equal("workshop.status-allows");
        Held().CheckCancel(Id, Now).Should().ContainSingle();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("the minister is ill")]
    [InlineData("a\nb")]
    public void A_reason_in_words_is_a_programmers_error(string reason) =>
        Published().Invoking(p => p.Cancel(Id, reason, Now)).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("minister");

    [Fact]
    public void What_is_not_drafted_is_not_known() => Refused(Begun(), p => p.Cancel(Id, "venue-lost", Now)).Should().Equal("workshop.is-known");
}
