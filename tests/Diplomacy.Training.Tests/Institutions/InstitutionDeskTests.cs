using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Institutions;

public sealed class InstitutionDeskOpen
{
    private readonly Ministry _ministry = new();

    private InstitutionDesk Institutions => _ministry.Desks.Institutions;

    /// <summary>The same institution with one particular changed.</summary>
    public static TheoryData<string> Particulars => ["khmer", "english", "kind", "city", "country", "zone", "hours"];

    [Fact]
    public async Task An_opened_institution_is_found_whole()
    {
        Institution embassy = An.Embassy(hours: "Mon-Fri 08:00-16:30");
        await Institutions.AddAsync(embassy, An.Officer);

        (await Institutions.FindAsync(embassy.Code)).Should().Be(embassy);
        (await _ministry.AnotherProcess().Institutions.FindAsync(embassy.Code)).Should().Be(embassy);
        (await Institutions.FindAsync(InstitutionCode.Parse("NOWHERE"))).Should().BeNull();
        JournalEntry entry = (await _ministry.JournalAsync()).Should().ContainSingle().Subject;
        (entry.Event, entry.By, entry.At).Should().Be((new InstitutionAdded(An.Instant, embassy), An.Officer, An.Instant));
    }

    [Fact]
    public async Task Opening_again_with_the_same_particulars_changes_nothing()
    {
        await Institutions.AddAsync(An.Embassy(), An.Officer);
        string before = await _ministry.PictureAsync();

        await Institutions.AddAsync(An.Embassy(), An.Officer);
        (await Institutions.AddAllAsync([An.Embassy(), An.Embassy()], An.Officer)).Should().Be(0);

        (await _ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Several_are_opened_in_one_command_and_the_new_ones_counted()
    {
        await Institutions.AddAsync(An.Institution(), An.Officer);

        (await Institutions.AddAllAsync([An.Embassy(), An.Institution(), An.Embassy("FR-PAR-EMB", "Europe/Paris"), An.Embassy()], An.Officer)).Should().Be(2);

        (await Institutions.MissionsAsync()).Select(i => i.Code.ToString()).Should().Equal("FR-PAR-EMB", "US-WAS-EMB");
        (await Institutions.AllAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_nothing_is_half_done()
    {
        await Institutions.AddAsync(An.Institution("KNOWN"), An.Officer);
        string before = await _ministry.PictureAsync();

        TrainingRuleException refusal = (await Institutions.Invoking(async d => await d.AddAllAsync(
            [An.Embassy(), An.Institution("LOST", zone: "Asia/Atlantis"), An.Institution("KNOWN", city: "Battambang"), An.Institution("TWIN"), An.Institution("TWIN", city: "Kep", zone: "Mars")],
            An.Officer)).Should().ThrowAsync<TrainingRuleException>()).Which;

        refusal.Rules.Select(r => (r.Code, r.Arguments["institution"])).Should().Equal(
            ("institution.zone-is-known", "LOST"), ("institution.code-is-new", "KNOWN"), ("institution.zone-is-known", "TWIN"), ("institution.code-is-new", "TWIN"));
        (await _ministry.PictureAsync()).Should().Be(before);
        (await Institutions.AllAsync()).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Particulars))]
    public async Task Any_other_particular_under_a_known_code_is_refused(string particular)
    {
        await Institutions.AddAsync(Varied(null), An.Officer);

        (await Institutions.Invoking(async d => await d.AddAsync(Varied(particular), An.Officer)).Should().ThrowAsync<TrainingRuleException>())
            .Which.Rule.Code.Should().Be("institution.code-is-new");
    }

    [Theory]
    [MemberData(nameof(Particulars))]
    public async Task Any_other_particular_under_a_used_command_id_is_refused(string particular)
    {
        var command = CommandId.New();
        await Institutions.AddAsync(Varied(null), An.Officer, command);
        await Institutions.AddAsync(Varied(null), An.Officer, command);

        (await Institutions.Invoking(async d => await d.AddAsync(Varied(particular), An.Officer, command)).Should().ThrowAsync<TrainingRuleException>())
            .Which.Rule.Code.Should().Be("journal.command-is-new");
    }

    [Fact]
    public async Task Without_permission_nothing_happens()
    {
        _ministry.Permissions.Withdraw(Permission.ManageInstitutions);

        (await Institutions.Invoking(async d => await d.AddAsync(An.Embassy(), An.Officer)).Should().ThrowAsync<TrainingRuleException>()).Which.Rule.Code.Should().Be("permission.actor-may");
        (await Institutions.Invoking(async d => await d.ChangeAsync(An.Embassy(), An.Officer)).Should().ThrowAsync<TrainingRuleException>()).Which.Rule.Code.Should().Be("permission.actor-may");

        (await _ministry.PictureAsync()).Should().BeEmpty();
        _ministry.Permissions.Asked.Should().AllBeEquivalentTo((An.Officer, Permission.ManageInstitutions, InstitutionDirectory.StreamOf), o => o.ComparingByValue<Actor>().ComparingByValue<Permission>().ComparingByValue<StreamId>());
    }

    [Fact]
    public async Task Null_is_a_programmers_error()
    {
        await Institutions.Invoking(async d => await d.AddAsync(null!, An.Officer)).Should().ThrowAsync<ArgumentNullException>();
        await Institutions.Invoking(async d => await d.AddAllAsync([An.Embassy(), null!], An.Officer)).Should().ThrowAsync<ArgumentException>();
        (await _ministry.PictureAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_directory_tells_what_an_opening_would_break_without_doing_it()
    {
        InstitutionDirectory directory = InstitutionDirectory.Begin(InstitutionDirectory.StreamOf);
        var zones = _ministry.Desks.Ports.Zones;
        directory.Apply(directory.Add(An.Embassy(), zones, An.Instant).Events);

        directory.CheckAdd(An.Embassy(), zones).Should().BeEmpty();
        directory.CheckAdd(An.Embassy(zone: "Moon/Tranquility"), zones).Select(r => r.Code).Should().Equal("institution.zone-is-known", "institution.code-is-new");
        directory.CheckChange(An.Institution("NEW", zone: "Mars"), zones).Select(r => r.Code).Should().Equal("institution.is-known", "institution.zone-is-known");
        directory.Version.Should().Be(1);
        await Task.CompletedTask;
    }

    internal static Institution Varied(string? particular) => An.Institution(
        "KH-1",
        particular == "kind" ? InstitutionKind.Department : InstitutionKind.Ministry,
        particular == "zone" ? "Asia/Bangkok" : "Asia/Phnom_Penh",
        particular == "english" ? "B" : "A",
        particular == "khmer" ? "ខ" : "ក",
        particular == "city" ? "Kep" : "Phnom Penh",
        particular == "country" ? "Kampuchea" : "Cambodia",
        particular == "hours" ? "Mon-Fri 08:00-12:00" : "Mon-Fri 09:00-12:00");
}

public sealed class InstitutionDeskChange
{
    private readonly Ministry _ministry = new();

    private InstitutionDesk Institutions => _ministry.Desks.Institutions;

    [Theory]
    [MemberData(nameof(InstitutionDeskOpen.Particulars), MemberType = typeof(InstitutionDeskOpen))]
    public async Task Every_particular_but_the_code_may_change(string particular)
    {
        await Institutions.AddAsync(InstitutionDeskOpen.Varied(null), An.Officer);

        await Institutions.ChangeAsync(InstitutionDeskOpen.Varied(particular), An.Officer);

        (await Institutions.FindAsync(InstitutionCode.Parse("KH-1"))).Should().Be(InstitutionDeskOpen.Varied(particular));
    }

    [Fact]
    public async Task Changing_nothing_records_nothing()
    {
        await Institutions.AddAsync(An.Embassy(), An.Officer);
        string before = await _ministry.PictureAsync();

        await Institutions.ChangeAsync(An.Embassy(), An.Officer);

        (await _ministry.PictureAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("UNKNOWN", "Asia/Phnom_Penh", "institution.is-known")]
    [InlineData("US-WAS-EMB", "Asia/Atlantis", "institution.zone-is-known")]
    public async Task A_refused_change_leaves_everything(string code, string zone, string rule)
    {
        await Institutions.AddAsync(An.Embassy(), An.Officer);
        string before = await _ministry.PictureAsync();

        (await Institutions.Invoking(async d => await d.ChangeAsync(An.Embassy(code, zone), An.Officer)).Should().ThrowAsync<TrainingRuleException>()).Which.Rule.Code.Should().Be(rule);

        (await _ministry.PictureAsync()).Should().Be(before);
        (await Institutions.FindAsync(InstitutionCode.Parse("US-WAS-EMB"))).Should().Be(An.Embassy());
    }

    [Fact]
    public async Task A_repeated_change_takes_effect_once()
    {
        await Institutions.AddAsync(An.Embassy(), An.Officer);
        var command = CommandId.New();
        await Institutions.ChangeAsync(An.Embassy(hours: "none"), An.Officer, command);
        await Institutions.ChangeAsync(An.Embassy(), An.Officer);

        await Institutions.ChangeAsync(An.Embassy(hours: "none"), An.Officer, command);

        (await Institutions.FindAsync(An.Embassy().Code)).Should().Be(An.Embassy());
    }
}

public sealed class InstitutionTests
{
    [Fact]
    public void Missions_are_the_four_kinds_abroad() =>
        Enum.GetValues<InstitutionKind>().Where(k => An.Institution(kind: k).IsMission)
            .Should().BeEquivalentTo([InstitutionKind.Embassy, InstitutionKind.PermanentMission, InstitutionKind.ConsulateGeneral, InstitutionKind.Consulate]);

    [Fact]
    public void An_institution_needs_a_code_a_name_and_a_zone()
    {
        var name = new LocalizedText("", "X");
        FluentActions.Invoking(() => new Institution(default, name, InstitutionKind.Ministry, "", "", "UTC")).Should().Throw<ArgumentException>().WithParameterName("code");
        FluentActions.Invoking(() => new Institution(InstitutionCode.Parse("XX"), null!, InstitutionKind.Ministry, "", "", "UTC")).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new Institution(InstitutionCode.Parse("XX"), name, InstitutionKind.Ministry, "", "", " ")).Should().Throw<ArgumentException>().WithParameterName("zoneId");
        FluentActions.Invoking(() => new Institution(InstitutionCode.Parse("XX"), name, InstitutionKind.Ministry, "a\nb", "", "UTC")).Should().Throw<ArgumentException>().WithParameterName("city");
        new Institution(InstitutionCode.Parse("XX"), name, InstitutionKind.Ministry, "", "", "UTC").WorkingTime.Should().Be(WorkingTime.Standard);
    }
}
