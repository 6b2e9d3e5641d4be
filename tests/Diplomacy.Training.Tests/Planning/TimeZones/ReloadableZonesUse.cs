using Diplomacy.Training.Tests.Building;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning.TimeZones;

public sealed class ReloadableZonesUse
{
    private static readonly TimeZoneData s_old = TimeZoneData.Read(Tzdb.OldFile, TimeZoneDataRead.Sha256(Tzdb.OldFile));
    private static readonly TimeZoneData s_new = TimeZoneData.Read(Tzdb.NewFile, TimeZoneDataRead.Sha256(Tzdb.NewFile));

    [Fact]
    public void Newer_data_are_in_force_at_once_and_what_was_held_stays()
    {
        var zones = new ReloadableZones(s_old.Zones);
        IDateTimeZoneProvider held = zones.Current;

        zones.Use(s_new).Should().BeTrue();

        (held.VersionId, zones.VersionId, zones.Current.VersionId).Should().Be((Tzdb.Old.VersionId, Tzdb.New.VersionId, Tzdb.New.VersionId));
        zones["America/Winnipeg"].Should().BeSameAs(s_new.Zones["America/Winnipeg"]);
        zones.GetZoneOrNull("America/Winnipeg").Should().NotBeSameAs(held["America/Winnipeg"]);
        zones.GetZoneOrNull("Asia/Nowhere").Should().BeNull();
        zones.Ids.Should().Equal(s_new.Zones.Ids);
    }

    [Fact]
    public void The_same_version_changes_nothing() => new ReloadableZones(s_new.Zones).Use(s_new).Should().BeFalse();

    [Fact]
    public void Older_data_are_refused_and_the_newer_stay()
    {
        var zones = new ReloadableZones(s_new.Zones);

        BrokenRules(() => zones.Use(s_old)).Should().ContainSingle().Which.Code.Should().Be("zone-data.is-not-older");

        zones.VersionId.Should().Be(Tzdb.New.VersionId);
    }

    [Theory]
    [InlineData("TZDB: 2026d (mapping: 1)", true)]
    [InlineData("TZDB: 2026f (other mapping)", true)]
    [InlineData("TZDB: 2026g (mapping: 1)", false)]
    [InlineData("TZDB: 2026aa (mapping: 1)", false)]
    [InlineData("TZDB: 2025z", true)]
    [InlineData("TZDB: 2027a", false)]
    [InlineData("somebody's own", true)]
    public void Versions_are_compared_by_year_and_then_by_letters(string inForce, bool replaced)
    {
        var zones = new ReloadableZones(Worlds.Of(inForce, Worlds.Fixed("Asia/Tokyo", 9)));

        if (replaced)
        {
            zones.Use(s_new).Should().BeTrue();
        }
        else
        {
            BrokenRules(() => zones.Use(s_new)).Should().ContainSingle();
        }
    }

    [Fact]
    public void Whoever_loads_at_once_the_newest_stays()
    {
        for (int round = 0; round < 200; round++)
        {
            var zones = new ReloadableZones(Worlds.Of("TZDB: 2020a", Worlds.Fixed("Asia/Tokyo", 9)));
            Parallel.For(0, 8, i =>
            {
                try
                {
                    zones.Use(i % 2 == 0 ? s_old : s_new);
                }
                catch (TrainingRuleException)
                {
                    // The older after the newer.
                }
            });

            zones.VersionId.Should().Be(Tzdb.New.VersionId);
        }
    }

    [Fact]
    public void Reloadable_zones_are_not_nested() => FluentActions.Invoking(() => new ReloadableZones(new ReloadableZones())).Should().Throw<ArgumentException>();

    [Fact]
    public async Task The_ports_give_one_version_for_as_long_as_it_is_held()
    {
        var zones = new ReloadableZones(s_old.Zones);
        TrainingPorts ports = TrainingPorts.InMemory() with { Zones = zones };
        IDateTimeZoneProvider held = ports.Zones;
        var desks = new TrainingDesks(ports);
        await desks.Institutions.AddAsync(An.Embassy(zone: "America/Coyhaique"), An.Officer);

        zones.Use(s_new);

        held.VersionId.Should().Be(Tzdb.Old.VersionId);
        ports.Zones.VersionId.Should().Be(Tzdb.New.VersionId);
        desks.Ports.Zones.VersionId.Should().Be(Tzdb.New.VersionId);
    }

    [Fact]
    public async Task A_container_gives_the_desks_the_search_and_the_loader_the_same_zones()
    {
        await using ServiceProvider services = new ServiceCollection().AddDiplomacyTraining(t => t.UseReloadableZones(new(s_old.Zones))).BuildServiceProvider();
        SlotSearch search = services.GetRequiredService<SlotSearch>();
        var day = new DateInterval(new(2026, 11, 12), new(2026, 11, 12));
        var query = new SlotQuery(new(An.Institution(zone: "America/Winnipeg"), 1), day, Duration.FromHours(1));
        Instant before = search.Find(query).Slots[0].Host.Start.LocalDateTime.InZoneStrictly(s_old.Zones["America/Winnipeg"]).ToInstant();
        search.Find(query).Slots[0].Start.Should().Be(before);

        services.GetRequiredService<ReloadableZones>().Use(s_new).Should().BeTrue();

        services.GetRequiredService<TrainingPorts>().Zones.VersionId.Should().Be(Tzdb.New.VersionId);
        search.Find(query).Slots[0].Start.Should().Be(before - Duration.FromHours(1));
    }
}
