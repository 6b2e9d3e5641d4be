using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;
using static Diplomacy.Training.Tests.Planning.WorkshopSettleTimes;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>"Change the zone" asks whether to keep wall time or instant (R21).</summary>
public sealed class WorkshopChangeZone
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 10, 1, 0, 0);
    private static readonly Agenda s_phnomPenh = Agenda.Strictly(Tzdb.New, "Asia/Phnom_Penh", Session("talk", new(2026, 11, 12, 9, 0), 120));

    [Fact]
    public void With_its_wall_time_it_begins_at_the_same_hour_elsewhere()
    {
        Decision<Workshop> decision = With(s_phnomPenh).ChangeZone(Id, "Asia/Tokyo", TimeKept.WallTime, [], Tzdb.New, s_now);

        decision.Outcome.Agenda.Should().Be(Agenda.Strictly(Tzdb.New, "Asia/Tokyo", s_phnomPenh.Items[0].Item));
        ((WorkshopTimesSettled)decision.Events.Single()).ZoneBefore.Should().Be("Asia/Phnom_Penh");
        Done(With(s_phnomPenh), _ => decision).Current.Should().Be(decision.Outcome);
    }

    [Fact]
    public void With_its_instant_it_is_written_in_the_new_zone()
    {
        Agenda changed = With(s_phnomPenh).ChangeZone(Id, "Asia/Tokyo", TimeKept.Instant, [], Tzdb.New, s_now).Outcome.Agenda;

        (changed.ZoneId, changed.Items[0].Item.Start.Hour, changed.Time).Should().Be(("Asia/Tokyo", 11, s_phnomPenh.Time));
    }

    [Fact]
    public void The_zone_is_kept_as_entered() =>
        With(Agenda.Strictly(Tzdb.New, "Asia/Tokyo", s_phnomPenh.Items[0].Item)).ChangeZone(Id, "Asia/Phnom_Penh", TimeKept.Instant, [], Tzdb.New, s_now).Outcome.Agenda.ZoneId.Should().Be("Asia/Phnom_Penh");

    [Fact]
    public void To_the_zone_that_it_has_nothing_changes()
    {
        With(s_phnomPenh).ChangeZone(Id, "Asia/Phnom_Penh", TimeKept.WallTime, [], Tzdb.New, s_now).Events.Should().BeEmpty();
        With(s_phnomPenh).ChangeZone(Id, "Asia/Phnom_Penh", TimeKept.WallTime, [], Tzdb.New, s_phnomPenh.Time.Start).Events.Should().BeEmpty("it may have begun");
    }

    [Fact]
    public void A_time_that_the_new_zone_skips_needs_a_choice()
    {
        Agenda night = Agenda.Strictly(Tzdb.New, "Asia/Phnom_Penh", Session("talk", new(2027, 3, 28, 2, 30), 30));

        Refused(With(night), p => p.ChangeZone(Id, "Europe/Paris", TimeKept.WallTime, [], Tzdb.New, s_now)).Should().Equal("agenda.time-exists");
        With(night).ChangeZone(Id, "Europe/Paris", TimeKept.WallTime, [TimeChoice.Later("talk")], Tzdb.New, s_now).Outcome.Agenda.Time.Start.Should().Be(Instant.FromUtc(2027, 3, 28, 1, 30));
    }

    [Fact]
    public void A_workshop_that_has_begun_keeps_its_zone() =>
        Refused(With(s_phnomPenh), p => p.ChangeZone(Id, "Asia/Tokyo", TimeKept.Instant, [], Tzdb.New, s_phnomPenh.Time.Start)).Should().Equal("agenda.has-not-begun");

    [Theory]
    [InlineData("Asia/Nowhere")]
    [InlineData("asia/tokyo")]
    [InlineData("SE Asia Standard Time")]
    [InlineData("UTC+07")]
    public void An_unknown_zone_is_refused(string zone) =>
        Refused(With(s_phnomPenh), p => p.ChangeZone(Id, zone, TimeKept.Instant, [], Tzdb.New, s_now)).Should().Equal("agenda.zone-is-known");

    [Fact]
    public void To_a_zone_and_back_with_the_instant_kept_leaves_the_agenda_as_it_was()
    {
        WorkshopPlanning planning = Done(With(s_phnomPenh), p => p.ChangeZone(Id, "America/New_York", TimeKept.Instant, [], Tzdb.New, s_now));

        planning.CheckChangeZone(Id, "Asia/Phnom_Penh", TimeKept.Instant, [], Tzdb.New, s_now).Should().BeEmpty();
        Done(planning, p => p.ChangeZone(Id, "Asia/Phnom_Penh", TimeKept.Instant, [], Tzdb.New, s_now)).Current!.Agenda.Should().Be(s_phnomPenh);
    }
}
