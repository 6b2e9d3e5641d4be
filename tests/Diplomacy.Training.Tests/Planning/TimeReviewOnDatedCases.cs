using Diplomacy.Training.Tests.Building;
using NodaTime;
using NodaTime.Text;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>The real move from 2026d to 2026f: Manitoba and Cuba leave their clocks alone from November 2026 on. The values agree with Python's zoneinfo at both versions.</summary>
public sealed class TimeReviewOnDatedCases
{
    [Theory]
    [InlineData("America/Winnipeg", 15, 14)]
    [InlineData("America/Rainy_River", 15, 14)]
    [InlineData("America/Havana", 14, 13)]
    [InlineData("America/Toronto", 14, 14)]
    [InlineData("America/Vancouver", 16, 16)]
    [InlineData("America/Edmonton", 15, 15)]
    [InlineData("America/Yellowknife", 15, 15)]
    [InlineData("Africa/Casablanca", 9, 9)]
    [InlineData("Asia/Phnom_Penh", 2, 2)]
    public void Nine_in_the_morning_of_12_November_2026(string zone, int hourBefore, int hourNow)
    {
        Agenda agenda = Agenda.Strictly(Tzdb.Old, zone, Session("talk", new(2026, 11, 12, 9, 0), 60));
        agenda.Time.Start.Should().Be(Instant.FromUtc(2026, 11, 12, hourBefore, 0));

        TimeReview review = TimeReview.Of(agenda, [], [], Tzdb.New);

        review.Findings.OfType<TimeFinding.HostInstantMoved>().Select(f => f.New).Should().Equal(
            hourBefore == hourNow ? [] : [Instant.FromUtc(2026, 11, 12, hourNow, 0)]);
        review.Findings.Should().HaveCount(hourBefore == hourNow ? 0 : 1);
    }

    [Fact]
    public void Seven_in_the_evening_in_Phnom_Penh_moves_two_missions_and_no_others()
    {
        Agenda agenda = Agenda.Strictly(Tzdb.Old, "Asia/Phnom_Penh", Session("talk", new(2026, 11, 12, 19, 0), 60));
        Institution[] missions = [Named("HAV", "America/Havana"), Named("WPG", "America/Winnipeg"), .. Missions.All];

        TimeReview review = TimeReview.Of(agenda, missions, missions.SelectMany(m => TimeReviewOf.Told(agenda, m)), Tzdb.New);

        review.MovedWhen(TimeKept.Instant).Where(m => m.Institution.ToString().Length == 3)
            .Select(m => $"{m.Institution} {m.Told.Start.Hour} {m.Now.Hour} {m.BandBefore} {m.BandAfter}")
            .Should().Equal("HAV 7 8 WithinTwoHours WithinAnHour", "WPG 6 7 Early WithinTwoHours");
        review.Findings.OfType<TimeFinding.MissionTimeMoved>().Should().OnlyContain(m => m.Now.Zone.Id == "America/Havana" || m.Now.Zone.Id == "America/Winnipeg");
    }

    [Fact]
    public void When_the_host_is_in_Winnipeg_every_mission_but_its_neighbours_moves()
    {
        Agenda agenda = Agenda.Strictly(Tzdb.Old, "America/Winnipeg", Session("talk", new(2026, 11, 12, 12, 0), 60));
        ToldTime[] told = [.. Missions.All.SelectMany(m => TimeReviewOf.Told(agenda, m))];

        TimeReview review = TimeReview.Of(agenda, Missions.All, told, Tzdb.New);

        review.MovedWhen(TimeKept.WallTime).Should().HaveCount(Missions.All.Count(m => m.ZoneId is not ("America/Havana" or "America/Winnipeg")));
        review.MovedWhen(TimeKept.WallTime).Should().OnlyContain(m => m.Now.LocalDateTime == m.Told.Start.PlusHours(-1));
        review.MovedWhen(TimeKept.Instant).Should().HaveCount(Missions.All.Count(m => m.ZoneId is "America/Havana" or "America/Winnipeg"));
    }

    [Fact]
    public void A_time_that_older_data_skip_or_show_twice_is_found_with_both_candidates()
    {
        // The other way round the same two versions show it: by 2026d Winnipeg sets its clocks back on 1 November 2026 and forward on 14 March 2027.
        Agenda agenda = Agenda.Strictly(Tzdb.New, "America/Winnipeg", Session("twice", new(2026, 11, 1, 1, 30), 30), Session("never", new(2027, 3, 14, 2, 30), 30));

        TimeReview review = TimeReview.Of(agenda, [], [], Tzdb.Old);

        review.Findings.Select(f => f.GetType().Name).Should().Equal("BecameAmbiguous", "BecameSkipped");
        var twice = (TimeFinding.BecameAmbiguous)review.Findings[0];
        (twice.Item, twice.Local, twice.Old).Should().Be(("twice", new LocalDateTime(2026, 11, 1, 1, 30), Instant.FromUtc(2026, 11, 1, 6, 30)));
        (twice.Earlier.ToInstant(), twice.Later.ToInstant()).Should().Be((Instant.FromUtc(2026, 11, 1, 6, 30), Instant.FromUtc(2026, 11, 1, 7, 30)));
        var never = (TimeFinding.BecameSkipped)review.Findings[1];
        (never.Item, never.Local, never.Old).Should().Be(("never", new LocalDateTime(2027, 3, 14, 2, 30), Instant.FromUtc(2027, 3, 14, 7, 30)));
        (never.Earlier.LocalDateTime, never.Later.LocalDateTime).Should().Be((new LocalDateTime(2027, 3, 14, 1, 30), new LocalDateTime(2027, 3, 14, 3, 30)));
    }

    [Fact]
    public void The_day_begins_at_one_where_midnight_does_not_exist()
    {
        // Cairo on 30 April and Beirut on 28 March 2027 go from 00:00 to 01:00: the door opens when the day does, at 22:00 UTC.
        Opens("Africa/Cairo", new(2027, 4, 30, 1, 30)).Should().Be(Instant.FromUtc(2027, 4, 29, 22, 0));
        Opens("Asia/Beirut", new(2027, 3, 28, 1, 30)).Should().Be(Instant.FromUtc(2027, 3, 27, 22, 0));

        static Instant Opens(string zone, LocalDateTime start) =>
            AttendanceSheet.CheckInWindow(Agenda.Strictly(Tzdb.New, zone, Session("talk", start, 60)).Items[0], Tzdb.New[zone]).Start;
    }

    [Theory]
    [InlineData("2011-12-30T09:59:00Z", "2011-12-29T23:59:00")]
    [InlineData("2011-12-30T10:00:00Z", "2011-12-31T00:00:00")]
    public void Apia_has_no_30_December_2011(string utc, string local)
    {
        Agenda agenda = Agenda.Strictly(Tzdb.New, "UTC", Session("talk", InstantPattern.General.Parse(utc).Value.InUtc().LocalDateTime, 60));

        LocalDateTimePattern.GeneralIso.Format(LocalAgenda.For(agenda, Named("APW", "Pacific/Apia"), Tzdb.New).Sessions[0].Start.LocalDateTime).Should().Be(local);
    }

    private static Institution Named(string code, string zone) => new(InstitutionCode.Parse(code), new("", "Mission"), InstitutionKind.Embassy, "", "", zone);
}
