using System.Collections.Immutable;
using CsCheck;
using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class WorkshopSettle
{
    [Fact]
    public void A_published_workshop_is_held_from_the_moment_its_agenda_ends()
    {
        Published().NextDue.Should().Be(Over);
        Published().Settle(Over - Duration.Epsilon).Should().BeEquivalentTo(new { Outcome = false, Events = Array.Empty<TrainingEvent>() });
        Published().Settle(Over).Events.Should().Equal(new WorkshopHeld(Over));
        Held().Current.Should().Be(new Workshop(Plan, WorkshopStatus.Held, 3));
        Held().NextDue.Should().BeNull();
    }

    [Theory]
    [InlineData(WorkshopStatus.Draft)]
    [InlineData(WorkshopStatus.Postponed)]
    [InlineData(WorkshopStatus.Cancelled)]
    [InlineData(WorkshopStatus.Held)]
    public void Nothing_else_is_held_by_time(WorkshopStatus status)
    {
        var decision = In(status).Settle(Over + Duration.FromDays(400));

        decision.Outcome.Should().BeFalse();
        decision.Events.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_settled_before_a_draft() => Begun().Settle(Over).Outcome.Should().BeFalse();

    [Fact]
    public void Replaying_what_happened_gives_the_same_state() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 60]).Array[0, 20].Sample(steps =>
        {
            WorkshopPlanning lived = Drafted();
            var history = new List<TrainingEvent>(Begun().Draft(Plan, Now).Events);
            Instant now = Now;
            foreach ((int verb, int days) in steps)
            {
                now += Duration.FromDays(days);
                Workshop before = lived.Current!;
                try
                {
                    ImmutableArray<TrainingEvent> events = Verb(lived, verb, now);
                    lived.Current.Should().Be(before, "a decision changes nothing yet");
                    lived.Apply(events);
                    history.AddRange(events);
                }
                catch (TrainingRuleException refusal)
                {
                    refusal.Rule.Code.Should().Be("workshop.status-allows");
                    lived.Current.Should().Be(before);
                }
            }

            WorkshopPlanning replayed = Begun();
            replayed.Apply(history);
            replayed.Current.Should().Be(lived.Current);
            replayed.NextDue.Should().Be(lived.NextDue);
        }, iter: 500);

    private static ImmutableArray<TrainingEvent> Verb(WorkshopPlanning planning, int verb, Instant now) => verb switch
    {
        0 => planning.Publish(Id, now).Events,
        1 => planning.Revise(planning.Current!.Plan with { Seats = SeatPlan.OnlineOnly(now.InUtc().Day) }, now).Events,
        2 => planning.Postpone(Id, null, now).Events,
        3 => planning.Postpone(Id, LaterAgenda, now).Events,
        4 => planning.Postpone(Id, FirstAgenda, now).Events,
        5 => planning.Cancel(Id, "venue-lost", now).Events,
        _ => planning.Settle(now).Events,
    };
}
