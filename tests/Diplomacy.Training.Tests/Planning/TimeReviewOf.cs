using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class TimeReviewOf
{
    private static readonly LocalDateTime s_evening = new(2026, 11, 12, 19, 0);
    private static readonly LocalDateTime s_nine = new(2026, 11, 12, 9, 0);

    [Fact]
    public void The_versions_are_two() => (Tzdb.Old.VersionId, Tzdb.New.VersionId).Should().Match<(string Old, string New)>(v => v.Old.Contains("2026d") && v.New.Contains("2026f"));

    [Fact]
    public void A_mission_whose_clocks_change_is_told_another_hour_and_the_host_stays()
    {
        Agenda agenda = Agenda.Strictly(Tzdb.Old, "Asia/Phnom_Penh", Session("talk", s_evening, 120));
        Institution winnipeg = Missions.In("America/Winnipeg");

        TimeReview review = TimeReview.Of(agenda, [winnipeg], Told(agenda, winnipeg), Tzdb.New);

        review.NeedsDecision.Should().BeFalse();
        review.AgendaVersion.Should().Be(Tzdb.Old.VersionId);
        review.ZoneDataVersion.Should().Be(Tzdb.New.VersionId);
        TimeFinding.MissionTimeMoved moved = review.Findings.Should().ContainSingle().Which.Should().BeOfType<TimeFinding.MissionTimeMoved>().Subject;
        moved.Told.Start.Should().Be(new LocalDateTime(2026, 11, 12, 6, 0));
        moved.Now.LocalDateTime.Should().Be(new LocalDateTime(2026, 11, 12, 7, 0));
        moved.Now.ToInstant().Should().Be(agenda.Time.Start);
        (moved.BandBefore, moved.BandAfter).Should().Be((WorkingBand.Early, WorkingBand.WithinTwoHours));
        (moved.DayShift, moved.Kept, moved.WasTold).Should().Be((0, null, true));
    }

    [Fact]
    public void When_the_host_moves_the_missions_are_judged_under_both_choices()
    {
        Agenda agenda = Agenda.Strictly(Tzdb.Old, "America/Winnipeg", Session("talk", s_nine, 120));
        Institution tokyo = Missions.In("Asia/Tokyo");

        TimeReview review = TimeReview.Of(agenda, [tokyo], Told(agenda, tokyo), Tzdb.New);

        review.NeedsDecision.Should().BeTrue();
        TimeFinding.HostInstantMoved host = review.Findings[0].Should().BeOfType<TimeFinding.HostInstantMoved>().Subject;
        (host.Item, host.Local, host.ZoneId).Should().Be(("talk", s_nine, "America/Winnipeg"));
        (host.Old, host.New).Should().Be((Instant.FromUtc(2026, 11, 12, 15, 0), Instant.FromUtc(2026, 11, 12, 14, 0)));
        review.MovedWhen(TimeKept.WallTime).Single().Now.LocalDateTime.Should().Be(new LocalDateTime(2026, 11, 12, 23, 0));
        review.MovedWhen(TimeKept.Instant).Should().BeEmpty();
    }

    [Fact]
    public void A_mission_in_the_hosts_zone_moves_only_when_the_instant_is_kept()
    {
        Agenda agenda = Agenda.Strictly(Tzdb.Old, "America/Winnipeg", Session("talk", s_nine, 120));
        Institution department = Missions.In("America/Winnipeg");

        TimeReview review = TimeReview.Of(agenda, [department], Told(agenda, department), Tzdb.New);

        review.MovedWhen(TimeKept.WallTime).Should().BeEmpty();
        review.MovedWhen(TimeKept.Instant).Single().Now.LocalDateTime.Should().Be(s_nine.PlusHours(1));
    }

    [Fact]
    public void What_was_told_counts_and_not_what_should_have_been_told()
    {
        Agenda agenda = Agenda.Strictly(Tzdb.New, "Asia/Phnom_Penh", Session("talk", s_evening, 120));
        Institution paris = Missions.In("Europe/Paris");
        ToldTime right = Told(agenda, paris).Single();
        ToldTime wrong = new(paris.Code, "talk", right.Start.PlusHours(-12), paris.ZoneId, right.Offset);

        TimeReview review = TimeReview.Of(agenda, [paris], [right, wrong, wrong, new(paris.Code, "dropped", wrong.Start, paris.ZoneId, wrong.Offset)], Tzdb.New);

        review.Findings.Should().ContainSingle().Which.Should().BeOfType<TimeFinding.MissionTimeMoved>().Which.Told.Should().Be(wrong);
    }

    [Fact]
    public void A_mission_that_was_told_nothing_is_judged_by_the_data_in_force_before_where_they_are_given()
    {
        Agenda agenda = Agenda.Strictly(Tzdb.Old, "Asia/Phnom_Penh", Session("talk", s_evening, 120));
        Institution havana = Missions.In("America/Havana");

        TimeReview.Of(agenda, [havana], [], Tzdb.New).Findings.Should().BeEmpty();
        TimeFinding.MissionTimeMoved moved = TimeReview.Of(agenda, [havana], [], Tzdb.New, Tzdb.Old).MovedWhen(TimeKept.Instant).Single();

        (moved.WasTold, moved.Told.Start.Hour, moved.Now.Hour).Should().Be((false, 7, 8));
    }

    [Fact]
    public void An_item_that_has_begun_is_left_alone()
    {
        Agenda agenda = Agenda.Strictly(Tzdb.Old, "America/Winnipeg", Session("talk", s_nine, 120), Session("more", s_nine.PlusHours(3), 60));

        TimeReview.Of(agenda, [], [], Tzdb.New).Findings.Should().HaveCount(2);
        TimeReview.Of(agenda, [], [], Tzdb.New, from: agenda.Time.Start).Findings.Should().ContainSingle().Which.Should().BeOfType<TimeFinding.HostInstantMoved>().Which.Item.Should().Be("more");
        TimeReview.Of(agenda, [], [], Tzdb.New, from: agenda.Time.Start - Duration.Epsilon).Findings.Should().HaveCount(2);
    }

    [Fact]
    public void A_time_that_is_skipped_or_shown_twice_is_a_decision_by_itself()
    {
        Agenda twice = Agenda.Strictly(Tzdb.New, "America/Winnipeg", Session("twice", new(2026, 11, 1, 1, 30), 30));
        Agenda never = Agenda.Strictly(Tzdb.New, "America/Winnipeg", Session("never", new(2027, 3, 14, 2, 30), 30));

        TimeReview.Of(twice, [], [], Tzdb.Old).Should().Match<TimeReview>(r => r.NeedsDecision && r.Findings.Length == 1 && r.Findings[0] is TimeFinding.BecameAmbiguous);
        TimeReview.Of(never, [], [], Tzdb.Old).Should().Match<TimeReview>(r => r.NeedsDecision && r.Findings.Length == 1 && r.Findings[0] is TimeFinding.BecameSkipped);
    }

    [Fact]
    public void A_break_moves_with_the_host_and_is_told_to_nobody()
    {
        Agenda agenda = Agenda.Strictly(
            Tzdb.Old, "America/Winnipeg", Session("talk", s_nine, 120), new Break("tea", s_nine.PlusHours(1), Duration.FromMinutes(15)) { Title = new("តែ", "Tea") });

        TimeReview review = TimeReview.Of(agenda, [Missions.In("Asia/Tokyo")], [], Tzdb.New, Tzdb.Old);

        review.Findings.OfType<TimeFinding.HostInstantMoved>().Select(f => f.Item).Should().Equal("talk", "tea");
        review.Findings.OfType<TimeFinding.MissionTimeMoved>().Select(f => f.Session).Should().Equal("talk");
    }

    [Fact]
    public void Something_told_to_an_unknown_institution_or_an_institution_given_twice_is_a_programmers_error()
    {
        Institution paris = Missions.In("Europe/Paris");
        ToldTime[] told = [.. Told(FirstAgenda, paris)];

        FluentActions.Invoking(() => TimeReview.Of(FirstAgenda, [], told, Tzdb.New)).Should().Throw<ArgumentException>().WithParameterName("told");
        FluentActions.Invoking(() => TimeReview.Of(FirstAgenda, [paris, paris], told, Tzdb.New)).Should().Throw<ArgumentException>().WithParameterName("institutions");
    }

    internal static IEnumerable<ToldTime> Told(Agenda agenda, Institution institution, IDateTimeZoneProvider? zones = null) =>
        LocalAgenda.For(agenda, institution, zones ?? Tzdb.Old).Sessions.Select(s => ToldTime.Of(institution.Code, s));
}
