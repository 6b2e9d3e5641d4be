using CsCheck;
using NodaTime;
using NodaTime.Testing.TimeZones;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class LocalAgendaFor
{
    private static readonly string[] s_zones = [.. Missions.All.Select(m => m.ZoneId).Distinct()];

    [Fact]
    public void A_mission_is_told_date_weekday_time_offset_day_shift_and_band()
    {
        LocalSession told = LocalAgenda.For(Published().Current!, Missions.In("America/New_York")).Sessions[0];

        told.Code.Should().Be("morning");
        told.Start.LocalDateTime.Should().Be(new LocalDateTime(2023, 2, 27, 21, 0));
        told.Start.DayOfWeek.Should().Be(IsoDayOfWeek.Monday);
        told.Start.Offset.Should().Be(Offset.FromHours(-5));
        told.End.LocalDateTime.Should().Be(new LocalDateTime(2023, 2, 28, 0, 0));
        told.DayShift.Should().Be(-1);
        told.Band.Should().Be(WorkingBand.Evening);
    }

    [Theory]
    [InlineData("Pacific/Honolulu", 9, -1)]
    [InlineData("Europe/Paris", 9, 0)]
    [InlineData("Asia/Phnom_Penh", 0, 0)]
    [InlineData("Asia/Phnom_Penh", 23, 0)]
    [InlineData("Pacific/Auckland", 17, 0)]
    [InlineData("Pacific/Auckland", 18, 1)]
    public void The_day_shifts_by_the_dates_and_not_by_the_hours(string zone, int hour, int shift) =>
        LocalAgenda.For(Agenda.Strictly("Asia/Phnom_Penh", Session("talk", At(28, hour), 60)), Missions.In(zone), DateTimeZoneProviders.Tzdb)
            .Sessions.Single().DayShift.Should().Be(shift);

    [Fact]
    public void The_band_is_that_of_the_missions_own_week()
    {
        // 28 February 2023 is a Tuesday; 09:00 in Phnom Penh is 04:00 in Cairo, 14:00 is 09:00.
        LocalAgenda.For(Published().Current!, Missions.In("Africa/Cairo", "Mon-Thu,Sun 09:00-15:00")).Sessions.Select(s => s.Band)
            .Should().Equal(WorkingBand.Night, WorkingBand.InHours);
        LocalAgenda.For(Published().Current!, Missions.In("Africa/Cairo", "Wed-Thu 09:00-15:00")).Sessions.Select(s => s.Band)
            .Should().Equal(WorkingBand.Night, WorkingBand.RestDay);
    }

    [Fact]
    public void Breaks_and_ceremonies_are_not_sessions()
    {
        Agenda agenda = Agenda.Strictly(
            "Asia/Phnom_Penh", Session("talk", At(28, 9), 60), new Break("tea", At(28, 10), Duration.FromMinutes(15)), new Ceremony("photo", At(28, 11), Duration.FromMinutes(15)));

        LocalAgenda.For(agenda, Missions.In("Asia/Tokyo"), DateTimeZoneProviders.Tzdb).Sessions.Select(s => s.Code).Should().Equal("talk");
    }

    [Fact]
    public void A_session_keeps_its_elapsed_time_across_the_missions_clock_change()
    {
        // 06:00 to 10:00 in Phnom Penh on 29 March 2026 is 23:00 to 03:00 UTC, over Paris's change at 01:00 UTC.
        Agenda agenda = Agenda.Strictly("Asia/Phnom_Penh", Session("talk", new(2026, 3, 29, 6, 0), 240));

        LocalSession told = LocalAgenda.For(agenda, Missions.In("Europe/Paris"), DateTimeZoneProviders.Tzdb).Sessions.Single();

        told.Start.LocalDateTime.Should().Be(new LocalDateTime(2026, 3, 29, 0, 0));
        told.End.LocalDateTime.Should().Be(new LocalDateTime(2026, 3, 29, 5, 0));
        (told.End - told.Start).Should().Be(Duration.FromHours(4));
    }

    [Theory]
    [InlineData(WorkshopStatus.Draft, true)]
    [InlineData(WorkshopStatus.Published, true)]
    [InlineData(WorkshopStatus.Postponed, false)]
    [InlineData(WorkshopStatus.Cancelled, false)]
    [InlineData(WorkshopStatus.Held, true)]
    public void A_workshop_that_has_no_time_tells_none_and_says_where_it_stands(WorkshopStatus status, bool hasTime)
    {
        LocalAgenda told = LocalAgenda.For(In(status).Current!, Missions.In("America/New_York"));

        told.Status.Should().Be(status);
        told.IsTimeSet.Should().Be(hasTime);
        told.Sessions.Select(s => s.Code).Should().Equal(hasTime ? ["morning", "afternoon"] : []);
    }

    [Fact]
    public void A_workshop_that_is_put_off_to_a_date_tells_the_new_times()
    {
        Workshop moved = Done(Published(), p => p.Postpone(Id, LaterAgenda, Now)).Current!;

        LocalAgenda told = LocalAgenda.For(moved, Missions.In("America/New_York"));

        (told.Status, told.IsTimeSet).Should().Be((WorkshopStatus.Published, true));
        told.Sessions.Should().ContainSingle().Which.Start.LocalDateTime.Should().Be(new LocalDateTime(2023, 3, 29, 22, 0));
    }

    [Fact]
    public void An_agenda_that_is_no_workshops_has_no_status_and_its_times_stand()
    {
        LocalAgenda told = LocalAgenda.For(FirstAgenda, Missions.In("Asia/Tokyo"), DateTimeZoneProviders.Tzdb);

        (told.Status, told.IsTimeSet, told.Sitting).Should().Be((null, true, null));
        told.Sessions.Should().HaveCount(2);
    }

    [Fact]
    public void One_sitting_is_told_its_own_sessions_and_those_of_all()
    {
        Workshop workshop = Done(Begun(), p => p.Draft(
            Plan with
            {
                Seats = Plan.Seats.WithSitting("east", 100, 50).WithSitting("west", 100, 50),
                Agenda = Agenda.Strictly(
                    "Asia/Phnom_Penh",
                    Session("early", At(28, 8), 60) with { Sitting = "east" }, Session("common", At(28, 15), 60), Session("late", At(28, 20), 60) with { Sitting = "west" }),
            },
            Now)).Current!;

        Told(null).Should().Equal(("early", "east"), ("common", null), ("late", "west"));
        Told("east").Should().Equal(("early", "east"), ("common", null));
        Told("west").Should().Equal(("common", null), ("late", "west"));
        Told("south").Should().Equal(("common", null));
        LocalAgenda.For(workshop, Missions.In("Asia/Tokyo"), "west").Sitting.Should().Be("west");

        (string, string?)[] Told(string? sitting) => [.. LocalAgenda.For(workshop, Missions.In("Asia/Tokyo"), sitting).Sessions.Select(s => (s.Code, s.Sitting))];
    }

    [Fact]
    public void An_unknown_zone_is_refused_and_names_the_institution()
    {
        TrainingRule rule = BrokenRules(() => LocalAgenda.For(Published().Current!, Missions.In("Asia/Nowhere"))).Should().ContainSingle().Subject;

        rule.Code.Should().Be("institution.zone-is-known");
        rule.Arguments["institution"].Should().Be("XX-MIS");
    }

    [Fact]
    public void The_zones_asked_are_the_ones_given()
    {
        var zones = new FakeDateTimeZoneSource.Builder { VersionId = "far future", Zones = { new SingleTransitionDateTimeZone(Instant.FromUtc(2020, 1, 1, 0, 0), 1, 13) } }.Build().ToProvider();
        string id = zones.Ids.Single();

        LocalAgenda told = LocalAgenda.For(FirstAgenda, Missions.In(id), zones);

        told.ZoneDataVersion.Should().StartWith("far future");
        told.Sessions[0].Start.Offset.Should().Be(Offset.FromHours(13));
    }

    [Fact]
    public void The_sample_has_50_missions() => Missions.All.Select(m => m.Code).Distinct().Should().HaveCount(50);

    [Fact]
    public void Every_mission_is_told_the_same_instant() =>
        Gen.Select(Gen.Int[0, s_zones.Length - 1].Select(i => s_zones[i]), Gen.Int[0, 365 * 4 * 96], Gen.Int[1, 1440]).Sample((host, quarter, minutes) =>
        {
            var talk = new Session("talk", new LocalDateTime(2024, 1, 1, 0, 0).PlusMinutes(15 * quarter), Duration.FromMinutes(minutes)) { Occurrence = Occurrence.Later };
            if (Agenda.CheckStrictly(DateTimeZoneProviders.Tzdb, host, talk).Count > 0)
            {
                return;
            }

            Agenda agenda = Agenda.Strictly(host, talk);
            foreach (Institution mission in Missions.All)
            {
                LocalSession told = LocalAgenda.For(agenda, mission, DateTimeZoneProviders.Tzdb).Sessions.Single();

                told.Start.ToInstant().Should().Be(agenda.Time.Start);
                told.End.ToInstant().Should().Be(agenda.Time.End);
                told.Start.Zone.Id.Should().Be(mission.ZoneId);
                told.Start.LocalDateTime.Date.Should().Be(talk.Start.Date.PlusDays(told.DayShift));
                told.DayShift.Should().BeInRange(-1, 1);
                told.Band.Should().Be(mission.WorkingTime.BandAt(told.Start.LocalDateTime));
            }
        }, iter: 300);
}
