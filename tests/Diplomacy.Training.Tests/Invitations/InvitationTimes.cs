using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>12 November 2026 under the data of 2026d, then of 2026f, which set the clocks of Havana an hour on for that month.</summary>
public sealed class InvitationTimes
{
    private static readonly InstitutionCode s_havana = InstitutionCode.Parse("CU-HAV-EMB");

    [Fact]
    public async Task A_mission_whose_clocks_change_is_told_by_a_notice_while_the_entry_stays()
    {
        var zones = new ReloadableZones(Tzdb.Old);
        Chancery chancery = await OpenAsync(zones);
        var (person, _) = await chancery.ParticipantAsync(from: s_havana);
        await chancery.ParticipantAsync(from: Chancery.Washington);
        await chancery.InviteAsync();
        await chancery.HeardAsync();
        string before = await chancery.FileAsync(person);

        (await chancery.Invitations.ReviewTimesAsync(Chancery.Code, Tzdb.New)).Findings.OfType<TimeFinding.MissionTimeMoved>().Select(f => f.Institution).Should().Equal(s_havana);
        zones.Use(TimeZoneData.Read(Tzdb.NewFile, Digest(Tzdb.NewFile)));
        InvitationReport report = await chancery.InviteAsync();

        InvitationEntry entry = report.TimesTold.Should().ContainSingle().Which;
        (report.Updated.Length, report.Unchanged, entry.Sequence, entry.Told[0].Start).Should().Be((0, 1, 0, new LocalDateTime(2026, 11, 12, 8, 0)));
        Notice notice = (await chancery.HeardAsync()).Should().ContainSingle().Which;
        (notice.Kind, notice.Recipient, notice.Arguments["before"], notice.Arguments["start"])
            .Should().Be(("notice.session-moved", person, "Thu 12 Nov 2026 07:00 -05:00", "Thu 12 Nov 2026 08:00 -04:00"));
        (await chancery.FileAsync(person)).Should().Be(before);
        (await chancery.InviteAsync()).ToldAnybody.Should().BeFalse();
        (await chancery.Invitations.ReviewTimesAsync(Chancery.Code)).Findings.OfType<TimeFinding.MissionTimeMoved>().Should().BeEmpty();
        (await chancery.Invitations.HistoryAsync(Chancery.Code, Invitee.Of(person))).Select(l => l.Kind).Should().Equal(InvitationStepKind.Invited, InvitationStepKind.TimesTold);
    }

    [Fact]
    public async Task When_the_host_keeps_the_wall_time_everybody_is_told_the_new_instant()
    {
        var zones = new ReloadableZones(Tzdb.Old);
        Chancery chancery = await OpenAsync(zones, InHavana());
        await chancery.ParticipantAsync(from: Chancery.Washington);
        await chancery.ParticipantAsync(from: s_havana);
        await chancery.InviteAsync();
        await chancery.HeardAsync();
        zones.Use(TimeZoneData.Read(Tzdb.NewFile, Digest(Tzdb.NewFile)));
        await chancery.Desks.Planning.SettleTimesAsync(Chancery.Code, TimeKept.WallTime, Chancery.Officer);

        InvitationReport report = await chancery.InviteAsync();

        report.Updated.Select(e => (e.Sequence, e.Told[0].Start)).Should().Equal((1, new LocalDateTime(2026, 11, 12, 8, 0)), (1, new LocalDateTime(2026, 11, 12, 9, 0)));
        (await chancery.HeardAsync()).Select(n => (n.Kind, n.Arguments["start"])).Should().Equal(
            ("notice.session-moved", "Thu 12 Nov 2026 08:00 -05:00"), ("notice.invitation-updated", "Thu 12 Nov 2026 09:00 -04:00"));
    }

    [Fact]
    public async Task When_the_host_keeps_the_instant_entries_are_written_anew_by_the_hosts_clocks()
    {
        var zones = new ReloadableZones(Tzdb.Old);
        Chancery chancery = await OpenAsync(zones, InHavana());
        var (person, _) = await chancery.ParticipantAsync(from: Chancery.Washington);
        await chancery.InviteAsync();
        await chancery.HeardAsync();
        zones.Use(TimeZoneData.Read(Tzdb.NewFile, Digest(Tzdb.NewFile)));
        await chancery.Desks.Planning.SettleTimesAsync(Chancery.Code, TimeKept.Instant, Chancery.Officer);

        (await chancery.InviteAsync()).Updated.Should().ContainSingle("a calendar with the new data would read the old wall time as another instant");

        (await chancery.FileAsync(person)).Should().Contain("DTSTART;TZID=America/Havana:20261112T100000\r\n");
        (await chancery.HeardAsync()).Should().ContainSingle().Which.Kind.Should().Be("notice.invitation-updated", "by the clocks of Washington nothing moved");
    }

    [Fact]
    public async Task While_the_organiser_has_to_choose_nobody_is_told_another_time()
    {
        var zones = new ReloadableZones(Tzdb.Old);
        Chancery chancery = await OpenAsync(zones, InHavana());
        var (person, _) = await chancery.ParticipantAsync(from: s_havana);
        await chancery.InviteAsync();
        await chancery.HeardAsync();
        zones.Use(TimeZoneData.Read(Tzdb.NewFile, Digest(Tzdb.NewFile)));

        (await chancery.Desks.DueWork.RunAsync()).InvitationsTold.Should().Be(0);

        (await chancery.HeardAsync()).Should().BeEmpty();
        await chancery.Desks.Planning.SettleTimesAsync(Chancery.Code, TimeKept.Instant, Chancery.Officer);
        (await chancery.Desks.DueWork.RunAsync()).InvitationsTold.Should().Be(1);
        Notice notice = (await chancery.HeardAsync()).Should().ContainSingle().Which;
        (notice.Kind, notice.Recipient, notice.Arguments["before"], notice.Arguments["start"])
            .Should().Be(("notice.session-moved", person, "Thu 12 Nov 2026 09:00 -05:00", "Thu 12 Nov 2026 10:00 -04:00"));
    }

    [Fact]
    public async Task While_the_organiser_has_to_choose_a_message_shows_the_hours_of_its_start_and_end()
    {
        var zones = new ReloadableZones(Tzdb.Old);
        Agenda agenda = Agenda.Strictly(Tzdb.Old, "America/Havana", new Session("opening", new LocalDateTime(2026, 11, 12, 9, 0), Duration.FromMinutes(90)) { Title = new("បើក", "Opening") });
        Chancery chancery = await OpenAsync(zones, agenda);
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        (await chancery.FileAsync(person)).Should().Contain(":20261112T090000\r\n").And.Contain("09:00–10:30 Opening");

        zones.Use(TimeZoneData.Read(Tzdb.NewFile, Digest(Tzdb.NewFile)));

        (await chancery.FileAsync(person)).Should().Contain(":20261112T100000\r\n").And.Contain("10:00–11:30 Opening");
    }

    [Fact]
    public async Task An_institution_that_moves_to_another_zone_is_told_its_new_times()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync(from: Chancery.Washington);
        await chancery.InviteAsync();
        await chancery.HeardAsync();
        await chancery.Desks.Institutions.ChangeAsync(
            new(Chancery.Washington, new("", "Embassy"), InstitutionKind.Embassy, "", "", "America/Los_Angeles") { Email = "embassy@was.example" }, Chancery.Officer);

        InvitationEntry entry = (await chancery.InviteAsync()).TimesTold.Should().ContainSingle().Which;

        (entry.Told[0].Start, entry.Told[0].ZoneId, entry.Sequence).Should().Be((new LocalDateTime(2026, 10, 29, 5, 0), "America/Los_Angeles", 0));
        (await chancery.HeardAsync()).Should().ContainSingle().Which.Kind.Should().Be("notice.session-moved");
    }

    private static Agenda InHavana() => Agenda.Strictly(Tzdb.Old, "America/Havana", new Session("opening", new LocalDateTime(2026, 11, 12, 9, 0), Duration.FromMinutes(90)));

    private static async Task<Chancery> OpenAsync(ReloadableZones zones, Agenda? agenda = null)
    {
        Chancery chancery = await Chancery.OpenAsync(agenda ?? Chancery.AgendaOn(43), zones: zones);
        await chancery.Desks.Institutions.AddAsync(new(s_havana, new("", "Embassy in Havana"), InstitutionKind.Embassy, "", "", "America/Havana"), Chancery.Officer);
        return chancery;
    }

    private static string Digest(byte[] file) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
}
