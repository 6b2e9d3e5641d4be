using NodaTime;
using NodaTime.Text;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>Dates on which simple conversions go wrong. The values agree between NodaTime and Python's zoneinfo, both at tzdb 2026f.</summary>
public sealed class AgendaOnDatedCases
{
    [Theory]
    [InlineData("2026-10-29T19:00", "America/New_York", "2026-10-29T08:00")]
    [InlineData("2026-11-12T19:00", "America/New_York", "2026-11-12T07:00")]
    [InlineData("2026-10-29T19:00", "Europe/London", "2026-10-29T12:00")]
    [InlineData("2026-11-12T19:00", "Europe/London", "2026-11-12T12:00")]
    [InlineData("2026-10-29T19:00", "Australia/Sydney", "2026-10-29T23:00")]
    [InlineData("2026-11-12T19:00", "Australia/Sydney", "2026-11-12T23:00")]
    [InlineData("2026-11-12T19:00", "Africa/Casablanca", "2026-11-12T12:00")]
    [InlineData("2026-11-12T19:00", "America/Vancouver", "2026-11-12T05:00")]
    public void An_evening_in_Phnom_Penh(string host, string zone, string local) => Told("Asia/Phnom_Penh", host, zone).Should().Be(local);

    [Theory]
    [InlineData("2027-03-16T09:00", "2027-03-16T13:00")]
    [InlineData("2027-03-30T09:00", "2027-03-30T14:00")]
    public void London_follows_New_York_a_fortnight_later(string host, string local) => Told("America/New_York", host, "Europe/London").Should().Be(local);

    [Theory]
    [InlineData("Africa/Cairo", "2027-04-30T00:00", "2027-04-29T23:00:00+02:00", "2027-04-30T01:00:00+03:00")]
    [InlineData("Asia/Beirut", "2027-03-28T00:00", "2027-03-27T23:00:00+02:00", "2027-03-28T01:00:00+03:00")]
    [InlineData("Europe/Paris", "2027-03-28T02:30", "2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00")]
    [InlineData("Pacific/Apia", "2011-12-30T09:00", "2011-12-29T09:00:00-10:00", "2011-12-31T09:00:00+14:00")]
    public void A_time_that_does_not_exist(string zone, string time, string earlier, string later)
    {
        TrainingRule rule = BrokenRules(() => Agenda.Strictly(zone, Session("talk", Local(time), 60))).Should().ContainSingle().Subject;

        rule.Code.Should().Be("agenda.time-exists");
        rule.Arguments["earlier"].Should().Be(earlier);
        rule.Arguments["later"].Should().Be(later);
    }

    [Fact]
    public void Apia_goes_from_Thursday_to_Saturday()
    {
        Utc("Pacific/Apia", "2011-12-29T23:59").Should().Be("2011-12-30T09:59:00Z");
        Utc("Pacific/Apia", "2011-12-31T00:00").Should().Be("2011-12-30T10:00:00Z");
    }

    [Theory]
    [InlineData("America/Vancouver", "2026-11-12T16:00:00Z")]
    [InlineData("America/Edmonton", "2026-11-12T15:00:00Z")]
    [InlineData("America/Yellowknife", "2026-11-12T15:00:00Z")]
    [InlineData("America/Winnipeg", "2026-11-12T14:00:00Z")]
    [InlineData("America/Havana", "2026-11-12T13:00:00Z")]
    [InlineData("America/Toronto", "2026-11-12T14:00:00Z")]
    [InlineData("Etc/GMT-7", "2026-11-12T02:00:00Z")]
    public void Zones_that_changed_their_law_in_2026_or_did_not(string zone, string utc) => Utc(zone, "2026-11-12T09:00").Should().Be(utc);

    [Fact]
    public void Almaty_set_its_clocks_back_at_midnight_on_the_first_of_March_2024()
    {
        Utc("Asia/Almaty", "2024-02-29T12:00").Should().Be("2024-02-29T06:00:00Z");
        Utc("Asia/Almaty", "2024-03-01T12:00").Should().Be("2024-03-01T07:00:00Z");
        TrainingRule rule = BrokenRules(() => Agenda.Strictly("Asia/Almaty", Session("talk", Local("2024-02-29T23:30"), 15)))[0];
        rule.Code.Should().Be("agenda.time-is-unique");
        rule.Arguments["earlier"].Should().Be("2024-02-29T23:30:00+06:00");
        rule.Arguments["later"].Should().Be("2024-02-29T23:30:00+05:00");
    }

    [Fact]
    public void R23_sessions_of_every_week_hold_the_hosts_wall_time_when_its_clocks_change()
    {
        LocalDateTime[] weeks = [.. Enumerable.Range(0, 3).Select(week => Local("2027-03-09T09:00").PlusWeeks(week))];

        Agenda agenda = Agenda.Strictly("America/New_York", [.. weeks.Select((start, week) => Session($"week-{week + 1}", start, 60))]);

        agenda.Sessions.Select(s => s.Item.Start).Should().Equal(weeks);
        agenda.Sessions.Select(s => InstantPattern.General.Format(s.Time.Start)).Should().Equal("2027-03-09T14:00:00Z", "2027-03-16T13:00:00Z", "2027-03-23T13:00:00Z");
    }

    private static LocalDateTime Local(string time) => LocalDateTimePattern.GeneralIso.Parse(time + ":00").Value;

    private static string Utc(string zone, string time) =>
        InstantPattern.General.Format(Agenda.Strictly(zone, Session("talk", Local(time), 60)).Items[0].Time.Start);

    private static string Told(string host, string time, string zone)
    {
        var mission = new Institution(InstitutionCode.Parse("XX-MIS"), new("", "Mission"), InstitutionKind.Embassy, "", "", zone);
        LocalAgenda told = LocalAgenda.For(Agenda.Strictly(host, Session("talk", Local(time), 60)), mission, DateTimeZoneProviders.Tzdb);
        return LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(told.Sessions[0].Start.LocalDateTime);
    }
}
