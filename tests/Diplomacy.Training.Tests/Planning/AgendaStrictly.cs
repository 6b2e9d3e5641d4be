using NodaTime;
using NodaTime.Text;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class AgendaStrictly
{
    [Fact]
    public void Items_are_ordered_by_time_and_hold_the_instants_of_their_zone()
    {
        Agenda agenda = Agenda.Strictly(
            "Asia/Phnom_Penh",
            Session("closing", At(28, 15), 30),
            new Ceremony("opening", At(28, 8, 30), Duration.FromMinutes(30)),
            Session("morning", At(28, 9), 60));

        agenda.Items.Select(i => i.Item.Code).Should().Equal("opening", "morning", "closing");
        agenda.Sessions.Select(i => i.Item.Code).Should().Equal("morning", "closing");
        agenda.Time.Should().Be(new Interval(Instant.FromUtc(2023, 2, 28, 1, 30), Instant.FromUtc(2023, 2, 28, 8, 30)));
        agenda.Find("morning")!.Time.Start.Should().Be(Instant.FromUtc(2023, 2, 28, 2, 0));
        agenda.Find("evening").Should().BeNull();
        agenda.ZoneDataVersion.Should().StartWith("TZDB: 2026f");
    }

    [Fact]
    public void A_gap_is_refused_with_both_candidates_and_their_offsets()
    {
        TrainingRule rule = BrokenRules(() => Agenda.Strictly("Europe/Paris", Session("talk", new(2027, 3, 28, 2, 30), 60))).Should().ContainSingle().Subject;

        rule.Code.Should().Be("agenda.time-exists");
        rule.Arguments["item"].Should().Be("talk");
        rule.Arguments["zone"].Should().Be("Europe/Paris");
        rule.Arguments["earlier"].Should().Be("2027-03-28T01:30:00+01:00");
        rule.Arguments["later"].Should().Be("2027-03-28T03:30:00+02:00");
        rule.Explain(Language.English).Should().Contain("begins at 2027-03-28T02:30:00,").And.Contain("2027-03-28T01:30:00+01:00").And.Contain("2027-03-28T03:30:00+02:00");
        rule.Explain(Language.Khmer).Should().Contain("2027-03-28T01:30:00+01:00").And.Contain("2027-03-28T03:30:00+02:00");
    }

    [Theory]
    [InlineData(2, 0, 0, true)]
    [InlineData(2, 59, 59, true)]
    [InlineData(1, 59, 59, false)]
    [InlineData(3, 0, 0, false)]
    public void A_gap_is_half_open(int hour, int minute, int second, bool skipped) =>
        Agenda.CheckStrictly(DateTimeZoneProviders.Tzdb, "Europe/Paris", Session("talk", new(2027, 3, 28, hour, minute, second), 60))
            .Select(r => r.Code).Should().Equal(skipped ? ["agenda.time-exists"] : []);

    [Fact]
    public void The_candidates_keep_the_seconds()
    {
        TrainingRule rule = BrokenRules(() => Agenda.Strictly("Europe/Paris", Session("talk", new(2027, 3, 28, 2, 30, 15), 60)))[0];

        rule.Arguments["later"].Should().Be("2027-03-28T03:30:15+02:00");
    }

    [Fact]
    public void An_overlap_is_refused_with_both_candidates_and_their_offsets()
    {
        TrainingRule rule = BrokenRules(() => Agenda.Strictly("Europe/London", Session("talk", new(2026, 10, 25, 1, 30), 60))).Should().ContainSingle().Subject;

        rule.Code.Should().Be("agenda.time-is-unique");
        rule.Arguments["earlier"].Should().Be("2026-10-25T01:30:00+01:00");
        rule.Arguments["later"].Should().Be("2026-10-25T01:30:00+00:00");
    }

    [Theory]
    [InlineData(Occurrence.Earlier, "2026-10-25T00:30:00Z")]
    [InlineData(Occurrence.Later, "2026-10-25T01:30:00Z")]
    public void An_overlap_is_accepted_when_the_occurrence_is_said(Occurrence occurrence, string instant)
    {
        var talk = new Session("talk", new(2026, 10, 25, 1, 30), Duration.FromHours(1)) { Occurrence = occurrence };

        Agenda.Strictly("Europe/London", talk).Items[0].Time.Start.Should().Be(InstantPattern.General.Parse(instant).Value);
    }

    [Theory]
    [InlineData(Occurrence.Earlier)]
    [InlineData(Occurrence.Later)]
    public void An_occurrence_does_not_help_in_a_gap_and_changes_nothing_elsewhere(Occurrence occurrence)
    {
        var skipped = new Session("talk", new(2027, 3, 28, 2, 30), Duration.FromHours(1)) { Occurrence = occurrence };
        var plain = new Session("talk", new(2027, 3, 29, 2, 30), Duration.FromHours(1)) { Occurrence = occurrence };

        BrokenRules(() => Agenda.Strictly("Europe/Paris", skipped))[0].Code.Should().Be("agenda.time-exists");
        Agenda.Strictly("Europe/Paris", plain).Items[0].Time.Start.Should().Be(Instant.FromUtc(2027, 3, 29, 0, 30));
    }

    [Fact]
    public void All_broken_rules_are_told_at_once() =>
        BrokenRules(() => Agenda.Strictly(
                "Europe/Paris",
                Session("gap", new(2027, 3, 28, 2, 30), 60),
                Session("twice", new(2027, 10, 31, 2, 30), 60),
                Session("long", new(2027, 5, 1, 9, 0), 120),
                Session("inside", new(2027, 5, 1, 10, 0), 30),
                Session("gap", new(2027, 5, 2, 9, 0), 60)))
            .Select(r => r.Code)
            .Should().BeEquivalentTo("agenda.time-exists", "agenda.time-is-unique", "agenda.codes-are-unique", "agenda.sessions-are-apart");

    [Fact]
    public void Every_session_within_a_long_one_is_named()
    {
        IReadOnlyList<TrainingRule> rules = BrokenRules(() => Agenda.Strictly(
            "Asia/Phnom_Penh", Session("day", At(28, 8), 540), Session("first", At(28, 9), 60), Session("second", At(28, 11), 60)));

        rules.Select(r => (r.Code, r.Arguments["item"], r.Arguments["before"])).Should().Equal(
            ("agenda.sessions-are-apart", (object)"first", (object)"day"), ("agenda.sessions-are-apart", "second", "day"));
    }

    [Fact]
    public void A_session_may_begin_at_the_moment_another_ends() =>
        Agenda.Strictly("Asia/Phnom_Penh", Session("first", At(28, 9), 60), Session("second", At(28, 10), 60)).Sessions.Should().HaveCount(2);

    [Theory]
    [InlineData("Asia/phnom_penh")]
    [InlineData("SE Asia Standard Time")]
    [InlineData("Mars/Olympus")]
    public void An_unknown_zone_is_refused_with_the_version_of_the_zone_data(string zone)
    {
        TrainingRule rule = BrokenRules(() => Agenda.Strictly(zone, Session("talk", At(28, 9), 60))).Should().ContainSingle().Subject;

        rule.Code.Should().Be("agenda.zone-is-known");
        rule.Arguments["zone"].Should().Be(zone);
        rule.Explain(Language.English).Should().Contain("2026f");
    }

    [Fact]
    public void An_agenda_needs_a_session() =>
        BrokenRules(() => Agenda.Strictly("Asia/Phnom_Penh", new Break("lunch", At(28, 12), Duration.FromHours(1))))
            .Select(r => r.Code).Should().Equal("agenda.has-a-session");

    [Fact]
    public void An_agenda_of_several_days_runs_from_the_first_to_the_last()
    {
        Agenda agenda = Agenda.Strictly("America/New_York", Session("day-1", new(2027, 3, 12, 9, 0), 60), Session("day-2", new(2027, 3, 15, 9, 0), 60));

        agenda.Time.Should().Be(new Interval(Instant.FromUtc(2027, 3, 12, 14, 0), Instant.FromUtc(2027, 3, 15, 14, 0)));
        agenda.SessionLength.Should().Be(Duration.FromHours(2));
    }

    [Theory]
    [InlineData("2026-10-24T23:00", "2026-10-25T02:00:00+00")]
    [InlineData("2027-03-27T23:00", "2027-03-28T04:00:00+01")]
    public void A_session_across_a_clock_change_lasts_as_long_as_was_planned(string start, string end)
    {
        Agenda agenda = Agenda.Strictly("Europe/London", Session("night", LocalDateTimePattern.GeneralIso.Parse(start + ":00").Value, 240));

        agenda.Items[0].Time.Duration.Should().Be(Duration.FromHours(4));
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<g>")
            .Format(agenda.Items[0].Time.End.InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).ToOffsetDateTime()).Should().Be(end);
    }

    [Theory]
    [InlineData("Asia/Phnom_Penh")]
    [InlineData("Europe/Oslo")]
    [InlineData("Atlantic/Reykjavik")]
    [InlineData("Asia/Katmandu")]
    public void The_zone_is_kept_as_entered_though_the_data_know_it_by_another_name(string zone)
    {
        Agenda.Strictly(zone, Session("talk", At(28, 9), 60)).ZoneId.Should().Be(zone);
    }

    [Fact]
    public void A_date_of_another_calendar_is_kept_as_the_ISO_date_of_the_same_day()
    {
        LocalDateTime persian = new LocalDateTime(2023, 2, 28, 9, 0).WithCalendar(CalendarSystem.PersianArithmetic);

        Agenda.Strictly("Asia/Phnom_Penh", Session("talk", persian, 60)).Should().Be(Agenda.Strictly("Asia/Phnom_Penh", Session("talk", At(28, 9), 60)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Opening")]
    [InlineData("o p")]
    [InlineData("a/b")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void A_code_that_is_none_is_a_programmers_error(string code) =>
        FluentActions.Invoking(() => Session(code, At(28, 9), 60)).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1441)]
    public void A_length_beyond_a_day_or_of_nothing_is_a_programmers_error(int minutes) =>
        FluentActions.Invoking(() => Session("talk", At(28, 9), minutes)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_start_that_no_zone_can_place_is_a_programmers_error()
    {
        FluentActions.Invoking(() => Session("talk", LocalDate.MaxIsoValue.AtMidnight(), 60)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Session("talk", LocalDate.MinIsoValue.AtMidnight(), 60)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_null_item_is_a_programmers_error() =>
        FluentActions.Invoking(() => Agenda.Strictly("Asia/Phnom_Penh", [null!])).Should().Throw<ArgumentException>();
}
