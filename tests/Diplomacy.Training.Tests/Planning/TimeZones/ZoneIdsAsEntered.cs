using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning.TimeZones;

/// <summary>Ids are kept as entered: an embassy in Phnom Penh is not shown as one in Bangkok because both cities keep the same time.</summary>
public sealed class ZoneIdsAsEntered
{
    [Theory]
    [InlineData("Asia/Phnom_Penh")]
    [InlineData("Europe/Oslo")]
    [InlineData("Atlantic/Reykjavik")]
    [InlineData("Canada/Central")]
    [InlineData("Etc/GMT-7")]
    [InlineData("UTC")]
    public void An_alias_is_not_turned_into_the_name_that_it_stands_for(string zone)
    {
        Agenda agenda = Agenda.Strictly(Tzdb.New, zone, Session("talk", new(2026, 11, 12, 9, 0), 60));

        agenda.ZoneId.Should().Be(zone);
        LocalAgenda.For(agenda, Missions.In(zone), Tzdb.New).Sessions[0].Start.Zone.Id.Should().Be(zone);
        TimeReviewOf.Told(agenda, Missions.In(zone), Tzdb.New).Single().ZoneId.Should().Be(zone);
    }

    [Theory]
    [InlineData("asia/phnom_penh")]
    [InlineData("SE Asia Standard Time")]
    [InlineData("UTC+07")]
    [InlineData("UTC+07:00")]
    [InlineData("UTC-5")]
    [InlineData("GMT+25")]
    public void What_is_not_an_id_of_the_IANA_database_is_unknown_to_hosts_and_institutions(string zone)
    {
        BrokenRules(() => Agenda.Strictly(Tzdb.New, zone, Session("talk", new(2026, 11, 12, 9, 0), 60))).Should().ContainSingle().Which.Code.Should().Be("agenda.zone-is-known");
        InstitutionDirectory.Begin(InstitutionDirectory.StreamOf).CheckAdd(Missions.In(zone), Tzdb.New).Should().ContainSingle().Which.Code.Should().Be("institution.zone-is-known");
    }

    [Fact]
    public void Etc_GMT_minus_7_is_seven_hours_ahead() =>
        Agenda.Strictly(Tzdb.New, "Etc/GMT-7", Session("talk", new(2026, 11, 12, 9, 0), 60)).Time.Start.Should().Be(Instant.FromUtc(2026, 11, 12, 2, 0));
}
