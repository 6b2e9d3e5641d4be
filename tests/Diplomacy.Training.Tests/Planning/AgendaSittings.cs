using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class AgendaSittings
{
    private static readonly Agenda s_twice = Agenda.Strictly(
        "Asia/Phnom_Penh",
        Session("talk-east", At(28, 8), 120) with { Sitting = "east" },
        new Break("tea", At(28, 9), Duration.FromMinutes(15)),
        Session("closing", At(28, 16), 30),
        Session("talk-west", At(28, 20), 90) with { Sitting = "west" });

    [Fact]
    public void The_sittings_are_those_that_sessions_name()
    {
        s_twice.Sittings.Should().Equal("east", "west");
        FirstAgenda.Sittings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("east", "talk-east closing", 135)]
    [InlineData("west", "closing talk-west", 120)]
    [InlineData("north", "closing", 30)]
    [InlineData(null, "talk-east closing talk-west", 225)]
    public void Somebody_takes_part_in_the_sessions_of_all_sittings_and_of_their_own(string? sitting, string sessions, int minutes)
    {
        s_twice.SessionsOf(sitting).Select(s => s.Item.Code).Should().Equal(sessions.Split(' '));
        s_twice.SessionLengthOf(sitting).Should().Be(Duration.FromMinutes(minutes));
    }

    [Fact]
    public void Where_it_is_held_once_everybody_takes_part_in_everything()
    {
        FirstAgenda.SessionsOf("east").Should().Equal(FirstAgenda.Sessions);
        FirstAgenda.SessionLength.Should().Be(Duration.FromHours(5)).And.Be(FirstAgenda.SessionLengthOf("east"));
        s_twice.SessionLength.Should().Be(s_twice.SessionLengthOf(null));
    }

    [Fact]
    public void A_sitting_needs_a_code() =>
        new[] { "East", "", "a b", new string('a', 41) }.Should().AllSatisfy(code => FluentActions.Invoking(() => Session("talk", At(28, 9), 60) with { Sitting = code }).Should().Throw<ArgumentException>());

    [Fact]
    public void A_sitting_has_seats_and_sessions_or_neither()
    {
        SeatPlan east = SeatPlan.Hybrid(10, 10).WithSitting("east", 5, 5);
        Refused(Begun(), p => p.Draft(Plan with { Agenda = s_twice }, Now)).Should().Equal("workshop.sitting-is-held", "workshop.sitting-is-held");
        Refused(Begun(), p => p.Draft(Plan with { Agenda = s_twice, Seats = east }, Now)).Should().Equal("workshop.sitting-is-held");
        Refused(Begun(), p => p.Draft(Plan with { Seats = east }, Now)).Should().Equal("workshop.sitting-is-held");
        BrokenRules(() => Begun().Draft(Plan with { Seats = east }, Now)).Single().Arguments["sitting"].Should().Be("east");
        Begun().CheckDraft(Plan with { Agenda = s_twice, Seats = east.WithSitting("west", 5, 5) }).Should().BeEmpty();
    }

    [Fact]
    public void A_workshop_that_is_published_keeps_to_it_when_it_is_revised_or_put_off()
    {
        WorkshopPlan plan = Plan with { Agenda = s_twice, Seats = SeatPlan.Hybrid(10, 10).WithSitting("east", 5, 5).WithSitting("west", null, 5) };
        WorkshopPlanning Planned() => Done(Done(Begun(), p => p.Draft(plan, Now)), p => p.Publish(Id, Now));

        Refused(Planned(), p => p.Postpone(Id, LaterAgenda, Now)).Should().Equal("workshop.sitting-is-held", "workshop.sitting-is-held");
        Refused(Planned(), p => p.Revise(plan with { Seats = SeatPlan.Hybrid(10, 10).WithSitting("east", 5, 5) }, Now)).Should().Equal("workshop.sitting-is-held");
    }
}
