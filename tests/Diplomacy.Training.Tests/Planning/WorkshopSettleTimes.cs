using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class WorkshopSettleTimes
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 10, 1, 0, 0);
    private static readonly LocalDateTime s_nine = new(2026, 11, 12, 9, 0);
    private static readonly Agenda s_winnipeg = Agenda.Strictly(
        Tzdb.Old, "America/Winnipeg", Session("talk", s_nine, 120), new Break("tea", s_nine.PlusMinutes(60), Duration.FromMinutes(15)) { Title = new("តែ", "Tea") },
        new Session("more", s_nine.PlusHours(3), Duration.FromMinutes(60)) { Title = new("បន្ត", "More") });

    // By the older data two of its times occur twice or never; the agenda is resolved by the newer, whose name a test may choose.
    private static readonly Agenda s_odd = Agenda.Strictly(
        Renamed("TZDB: 2026b", Tzdb.New), "America/Winnipeg", Session("twice", new(2026, 11, 1, 1, 30), 30), Session("never", new(2027, 3, 14, 2, 30), 30));

    [Fact]
    public void Keeping_the_wall_time_moves_the_instants_and_the_cut_offs()
    {
        var window = new RegistrationWindow(s_now, s_now + Duration.FromDays(20), null, s_now + Duration.FromDays(30));
        WorkshopPlanning planning = With(s_winnipeg, window: window);

        Decision<Workshop> decision = planning.SettleTimes(Id, TimeKept.WallTime, [], Tzdb.New, s_now);

        Agenda settled = decision.Outcome.Agenda;
        settled.ZoneDataVersion.Should().Be(Tzdb.New.VersionId);
        settled.Items.Select(i => i.Item).Should().Equal(s_winnipeg.Items.Select(i => i.Item));
        settled.Items.Select(i => i.Time.Start).Should().Equal(s_winnipeg.Items.Select(i => i.Time.Start - Duration.FromHours(1)));
        settled.Should().Be(Agenda.Strictly(Tzdb.New, "America/Winnipeg", [.. s_winnipeg.Items.Select(i => i.Item)]));
        decision.Outcome.Plan.Registration.Should().Be(new RegistrationWindow(s_now, s_now + Duration.FromDays(20) - Duration.FromHours(1), null, s_now + Duration.FromDays(30) - Duration.FromHours(1)));
        WorkshopTimesSettled settledEvent = decision.Events.Should().ContainSingle().Which.Should().BeOfType<WorkshopTimesSettled>().Subject;
        (settledEvent.Kept, settledEvent.ZoneDataBefore, settledEvent.ZoneBefore).Should().Be((TimeKept.WallTime, Tzdb.Old.VersionId, null));
        Done(planning, _ => decision).Current.Should().Be(decision.Outcome);
    }

    [Fact]
    public void Keeping_the_instant_rewrites_the_hosts_local_times_and_nothing_else()
    {
        var window = new RegistrationWindow(s_now, s_now + Duration.FromDays(20));

        Workshop settled = With(s_winnipeg, window: window).SettleTimes(Id, TimeKept.Instant, [], Tzdb.New, s_now).Outcome;

        settled.Agenda.Items.Select(i => i.Time).Should().Equal(s_winnipeg.Items.Select(i => i.Time));
        settled.Agenda.Items.Select(i => i.Item.Start).Should().Equal(s_winnipeg.Items.Select(i => i.Item.Start.PlusHours(1)));
        settled.Agenda.Items.Select(i => i.Item.Title).Should().Equal(s_winnipeg.Items.Select(i => i.Item.Title));
        settled.Agenda.Items.Select(i => i.Item.GetType()).Should().Equal(s_winnipeg.Items.Select(i => i.Item.GetType()));
        settled.Plan.Registration.Should().Be(window);
    }

    [Theory]
    [InlineData(TimeKept.WallTime)]
    [InlineData(TimeKept.Instant)]
    public void Afterwards_a_review_finds_nothing_and_settling_again_changes_nothing(TimeKept keep)
    {
        WorkshopPlanning planning = Done(With(s_winnipeg), p => p.SettleTimes(Id, keep, [], Tzdb.New, s_now));

        TimeReview.Of(planning.Current!.Agenda, [], [], Tzdb.New).Findings.Should().BeEmpty();
        planning.SettleTimes(Id, TimeKept.WallTime, [], Tzdb.New, s_now).Events.Should().BeEmpty();
        planning.SettleTimes(Id, TimeKept.Instant, [], Tzdb.New, s_now).Events.Should().BeEmpty();
    }

    [Theory]
    [InlineData(TimeKept.WallTime)]
    [InlineData(TimeKept.Instant)]
    public void Where_nothing_moved_the_agenda_takes_over_the_version_alone(TimeKept keep)
    {
        Agenda agenda = Agenda.Strictly(Tzdb.Old, "Asia/Phnom_Penh", Session("talk", s_nine, 120), Session("more", s_nine.PlusHours(3), 60) with { Occurrence = Occurrence.Later });

        Workshop settled = With(agenda).SettleTimes(Id, keep, [], Tzdb.New, s_now).Outcome;

        settled.Agenda.Items.Should().Equal(agenda.Items);
        settled.Agenda.ZoneDataVersion.Should().Be(Tzdb.New.VersionId);
    }

    [Fact]
    public void A_skipped_and_a_repeated_time_need_a_choice_when_the_wall_time_is_kept()
    {
        IReadOnlyList<TrainingRule> rules = BrokenRules(() => With(s_odd).SettleTimes(Id, TimeKept.WallTime, [], Tzdb.Old, s_now));

        rules.Select(r => r.Code).Should().Equal("agenda.time-is-unique", "agenda.time-exists");
        rules[0].Arguments["later"].Should().Be("2026-11-01T01:30:00-06:00");
        rules[1].Arguments["earlier"].Should().Be("2027-03-14T01:30:00-06:00");
        Refused(With(s_odd), p => p.SettleTimes(Id, TimeKept.WallTime, [TimeChoice.Later("twice")], Tzdb.Old, s_now)).Should().Equal("agenda.time-exists");
    }

    [Fact]
    public void The_choices_are_taken_and_stand_in_the_journal()
    {
        TimeChoice[] later = [TimeChoice.Later("twice"), TimeChoice.Later("never")];
        TimeChoice[] earlier = [TimeChoice.Earlier("twice"), TimeChoice.Earlier("never")];
        TimeChoice[] other = [TimeChoice.At("twice", new(2026, 11, 1, 1, 15), Occurrence.Earlier), TimeChoice.At("never", new(2027, 3, 14, 9, 0))];

        Instants(later).Should().Equal(Instant.FromUtc(2026, 11, 1, 7, 30), Instant.FromUtc(2027, 3, 14, 8, 30));
        Instants(earlier).Should().Equal(Instant.FromUtc(2026, 11, 1, 6, 30), Instant.FromUtc(2027, 3, 14, 7, 30));
        Instants(other).Should().Equal(Instant.FromUtc(2026, 11, 1, 6, 15), Instant.FromUtc(2027, 3, 14, 14, 0));
        Decision<Workshop> decision = With(s_odd).SettleTimes(Id, TimeKept.WallTime, later, Tzdb.Old, s_now);
        decision.Outcome.Agenda.Items.Select(i => (i.Item.Start.TimeOfDay, i.Item.Occurrence)).Should().Equal((new LocalTime(1, 30), Occurrence.Later), (new LocalTime(3, 30), Occurrence.Unspecified));
        ((WorkshopTimesSettled)decision.Events[0]).Choices.Should().Equal(later);

        static IEnumerable<Instant> Instants(TimeChoice[] choices)
        {
            Agenda settled = With(s_odd).SettleTimes(Id, TimeKept.WallTime, choices, Tzdb.Old, s_now).Outcome.Agenda;
            TimeReview.Of(settled, [], [], Tzdb.Old).Findings.Should().BeEmpty();
            return settled.Items.Select(i => i.Time.Start);
        }
    }

    [Fact]
    public void A_chosen_time_that_is_no_better_is_refused() =>
        Refused(
            With(s_odd),
            p => p.SettleTimes(Id, TimeKept.WallTime, [TimeChoice.At("twice", new(2026, 11, 1, 1, 45)), TimeChoice.At("never", new(2027, 3, 14, 2, 45))], Tzdb.Old, s_now))
            .Should().Equal("agenda.time-is-unique", "agenda.time-exists");

    [Fact]
    public void Keeping_the_instant_needs_no_choice_and_says_which_of_two_is_meant()
    {
        Agenda settled = With(s_odd).SettleTimes(Id, TimeKept.Instant, [], Tzdb.Old, s_now).Outcome.Agenda;

        settled.Items.Select(i => i.Time).Should().Equal(s_odd.Items.Select(i => i.Time));
        settled.Items.Select(i => (i.Item.Start, i.Item.Occurrence)).Should().Equal(
            (new LocalDateTime(2026, 11, 1, 1, 30), Occurrence.Earlier), (new LocalDateTime(2027, 3, 14, 1, 30), Occurrence.Unspecified));
    }

    [Fact]
    public void Keeping_the_instant_of_the_second_of_two_says_so()
    {
        Agenda second = Agenda.Strictly(Renamed("TZDB: 2026b", Tzdb.New), "America/Winnipeg", Session("talk", new(2026, 11, 1, 2, 30), 30));

        ScheduledItem settled = With(second).SettleTimes(Id, TimeKept.Instant, [], Tzdb.Old, s_now).Outcome.Agenda.Items[0];

        (settled.Item.Start, settled.Item.Occurrence, settled.Time).Should().Be((new LocalDateTime(2026, 11, 1, 1, 30), Occurrence.Later, second.Time));
    }

    [Fact]
    public void A_choice_that_nobody_asked_for_is_refused()
    {
        Refused(With(s_winnipeg), p => p.SettleTimes(Id, TimeKept.WallTime, [TimeChoice.Later("talk")], Tzdb.New, s_now)).Should().Equal("agenda.choice-is-asked");
        Refused(With(s_winnipeg), p => p.SettleTimes(Id, TimeKept.WallTime, [TimeChoice.Later("nothing")], Tzdb.New, s_now)).Should().Equal("agenda.choice-is-asked");
        Refused(With(s_odd), p => p.SettleTimes(Id, TimeKept.Instant, [TimeChoice.Later("twice")], Tzdb.Old, s_now)).Should().Equal("agenda.choice-is-asked");
    }

    [Fact]
    public void Two_choices_for_one_item_and_undefined_values_are_programmers_errors()
    {
        WorkshopPlanning planning = With(s_odd);

        planning.Invoking(p => p.SettleTimes(Id, TimeKept.WallTime, [TimeChoice.Later("twice"), TimeChoice.Earlier("twice")], Tzdb.Old, s_now)).Should().Throw<ArgumentException>();
        planning.Invoking(p => p.SettleTimes(Id, (TimeKept)9, [], Tzdb.Old, s_now)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => TimeChoice.At("twice", s_nine, (Occurrence)9)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Sessions_that_would_overlap_are_refused()
    {
        Agenda close = Agenda.Strictly(Renamed("TZDB: 2026b", Tzdb.New), "America/Winnipeg", Session("never", new(2027, 3, 14, 2, 30), 30), Session("next", new(2027, 3, 14, 3, 15), 30));

        Refused(With(close), p => p.SettleTimes(Id, TimeKept.WallTime, [TimeChoice.Later("never")], Tzdb.Old, s_now)).Should().Equal("agenda.sessions-are-apart");
        With(close).CheckSettleTimes(Id, TimeKept.WallTime, [TimeChoice.Earlier("never")], Tzdb.Old, s_now).Should().BeEmpty();
    }

    [Fact]
    public void Older_data_are_refused() =>
        Refused(With(Agenda.Strictly(Tzdb.New, "America/Winnipeg", Session("talk", s_nine, 60))), p => p.SettleTimes(Id, TimeKept.Instant, [], Tzdb.Old, s_now)).Should().Equal("agenda.zone-data-are-not-older");

    [Fact]
    public void A_zone_that_the_data_do_not_have_is_refused() =>
        Refused(With(s_winnipeg), p => p.SettleTimes(Id, TimeKept.Instant, [], Worlds.Of("TZDB: 2027a", Worlds.Fixed("Asia/Tokyo", 9)), s_now)).Should().Equal("agenda.zone-is-known");

    [Theory]
    [InlineData(TimeKept.WallTime)]
    [InlineData(TimeKept.Instant)]
    public void What_has_begun_stays_as_it_was_recorded(TimeKept keep)
    {
        Instant begun = s_winnipeg.Items[1].Time.Start;

        Agenda settled = With(s_winnipeg).SettleTimes(Id, keep, [], Tzdb.New, begun).Outcome.Agenda;

        settled.Items[..2].Should().Equal(s_winnipeg.Items[..2]);
        settled.Items[2].Should().NotBe(s_winnipeg.Items[2]);
        TimeReview.Of(settled, [], [], Tzdb.New, from: begun).Findings.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_is_moved_into_the_past()
    {
        // Half an hour before it begins by the older data, half an hour after by the newer.
        Instant late = s_winnipeg.Items[0].Time.Start - Duration.FromMinutes(30);

        Refused(With(s_winnipeg), p => p.SettleTimes(Id, TimeKept.WallTime, [], Tzdb.New, late)).Should().Equal("agenda.time-is-ahead");
        With(s_winnipeg).CheckSettleTimes(Id, TimeKept.Instant, [], Tzdb.New, late).Should().BeEmpty();
        Instant hourBefore = s_winnipeg.Items[0].Time.Start - Duration.FromHours(1);
        With(s_winnipeg).CheckSettleTimes(Id, TimeKept.WallTime, [], Tzdb.New, hourBefore).Select(r => r.Code).Should().Equal("agenda.time-is-ahead");
        With(s_winnipeg).CheckSettleTimes(Id, TimeKept.WallTime, [], Tzdb.New, hourBefore - Duration.Epsilon).Should().BeEmpty();
    }

    [Fact]
    public void Cut_offs_that_would_come_before_the_opening_are_refused()
    {
        var window = new RegistrationWindow(s_now, s_now + Duration.FromMinutes(30));

        Refused(With(s_winnipeg, window: window), p => p.SettleTimes(Id, TimeKept.WallTime, [], Tzdb.New, s_now)).Should().Equal("workshop.window-is-in-order");
    }

    [Theory]
    [InlineData(WorkshopStatus.Postponed)]
    [InlineData(WorkshopStatus.Cancelled)]
    [InlineData(WorkshopStatus.Held)]
    public void Only_what_is_ahead_is_settled(WorkshopStatus status) =>
        Refused(In(status), p => p.SettleTimes(Id, TimeKept.Instant, [], Tzdb.New, status == WorkshopStatus.Held ? Over : Now)).Should().Equal("workshop.status-allows");

    [Fact]
    public void A_draft_is_settled_too() => With(s_winnipeg, publish: false).SettleTimes(Id, TimeKept.WallTime, [], Tzdb.New, s_now).Outcome.Status.Should().Be(WorkshopStatus.Draft);

    [Fact]
    public void What_is_not_drafted_is_not_known() => Refused(Begun(), p => p.SettleTimes(Id, TimeKept.Instant, [], Tzdb.New, s_now)).Should().Equal("workshop.is-known");

    internal static WorkshopPlanning With(Agenda agenda, bool publish = true, RegistrationWindow? window = null)
    {
        WorkshopPlanning drafted = Done(Begun(), p => p.Draft(Plan with { Agenda = agenda, Registration = window ?? new() }, Now));
        return publish ? Done(drafted, p => p.Publish(Id, Now)) : drafted;
    }

    private static IDateTimeZoneProvider Renamed(string version, IDateTimeZoneProvider zones) => Worlds.Of(version, zones["America/Winnipeg"]);
}
