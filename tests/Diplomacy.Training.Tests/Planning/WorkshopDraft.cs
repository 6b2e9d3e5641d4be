using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class WorkshopDraft
{
    [Fact]
    public void A_draft_holds_the_plan()
    {
        Workshop workshop = Drafted().Current!;

        workshop.Should().Be(new Workshop(Plan, WorkshopStatus.Draft, 1));
        (workshop.Id, workshop.Host, workshop.Title, workshop.Agenda).Should().Be((Id, Ministry, Plan.Title, FirstAgenda));
    }

    [Fact]
    public void The_decision_tells_the_workshop_and_leaves_the_state()
    {
        var planning = Begun();

        planning.Draft(Plan, Now).Outcome.Should().Be(new Workshop(Plan, WorkshopStatus.Draft, 1));

        planning.Current.Should().BeNull();
        planning.Version.Should().Be(0);
    }

    [Theory]
    [InlineData(WorkshopStatus.Draft)]
    [InlineData(WorkshopStatus.Published)]
    public void Drafting_the_same_plan_again_changes_nothing(WorkshopStatus status)
    {
        var planning = In(status);

        var again = planning.Draft(Plan, Now);

        again.Events.Should().BeEmpty();
        again.Outcome.Should().Be(planning.Current);
    }

    [Fact]
    public void Another_plan_under_the_same_code_is_refused() =>
        Refused(Drafted(), p => p.Draft(Plan with { Venue = new("", "Hotel") }, Now)).Should().Equal("workshop.code-is-new");

    [Fact]
    public void A_window_that_opens_at_its_cut_off_or_later_is_refused_with_every_cut_off()
    {
        Instant opens = FirstAgenda.Time.Start - Duration.FromDays(10);
        WorkshopPlan plan = Plan with { Registration = new(opens, opens, opens - Duration.FromDays(1), opens + Duration.Epsilon) };

        IReadOnlyList<TrainingRule> rules = BrokenRules(() => Begun().Draft(plan, Now));

        rules.Select(r => (r.Code, r.Arguments["cutOff"])).Should().Equal(
            ("workshop.window-is-in-order", (object)"Closes"), ("workshop.window-is-in-order", "PromotesUntil"));
        rules[0].Explain(Language.English).Should().Contain("2023-02-18T02:00:00Z");
    }

    [Fact]
    public void A_window_that_opens_when_the_first_session_begins_is_never_open()
    {
        Refused(Begun(), p => p.Draft(Plan with { Registration = new(Opens: FirstAgenda.Time.Start) }, Now)).Should().Equal("workshop.window-is-in-order");
        Begun().CheckDraft(Plan with { Registration = new(Opens: FirstAgenda.Time.Start - Duration.Epsilon) }).Should().BeEmpty();
    }

    [Fact]
    public void Another_workshops_plan_is_a_programmers_error()
    {
        WorkshopPlan other = new("DD-2024", Ministry) { Title = Plan.Title, Agenda = Plan.Agenda, Seats = Plan.Seats };

        Begun().Invoking(p => p.Draft(other, Now)).Should().Throw<ArgumentException>().WithMessage("*DD-2023*DD-2024*");
    }

    [Fact]
    public void A_plan_without_its_parts_is_a_programmers_error()
    {
        Func<object>[] faulty =
        [
            () => new WorkshopPlan(default(WorkshopId), Ministry) { Title = Plan.Title, Agenda = FirstAgenda, Seats = Plan.Seats },
            () => new WorkshopPlan(Id, default) { Title = Plan.Title, Agenda = FirstAgenda, Seats = Plan.Seats },
            () => Plan with { Title = null! }, () => Plan with { Agenda = null! }, () => Plan with { Seats = null! }, () => Plan with { Registration = null! },
        ];

        faulty.Should().AllSatisfy(f => f.Should().Throw<ArgumentException>());
        (Plan with { Awards = default }).Should().Be(Plan);
    }

    [Theory]
    [InlineData("D")]
    [InlineData("dd-2023")]
    [InlineData("-DD")]
    [InlineData("DD/2023")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNO")]
    public void A_code_that_is_none_is_not_read(string code) =>
        FluentActions.Invoking(() => WorkshopId.Parse(code)).Should().Throw<FormatException>();
}
