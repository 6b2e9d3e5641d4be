using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Testing;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>A plan with everything set is the same plan after it has been written to the journal and read again.</summary>
public sealed class WorkshopPlanInTheJournal
{
    private static readonly Actor s_officer = Actor.Official("staff:1042");

    private static WorkshopPlan Everything { get; } = new("ALL-2026", Ministry)
    {
        Title = new("ការទូតឌីជីថល", "Digital Diplomacy \"2026\""),
        Agenda = Agenda.Strictly(
            "Europe/London",
            new Ceremony("opening", new(2026, 10, 24, 9, 0), Duration.FromMinutes(30)) { Title = new("ពិធីបើក", "") },
            new Session("night", new(2026, 10, 25, 1, 30, 15), Duration.FromHours(3)) { Title = new("", "Night"), Occurrence = Occurrence.Earlier },
            new Break("tea", new(2026, 10, 25, 3, 0), Duration.FromMinutes(10)),
            new Session("late", new(2026, 10, 25, 9, 0), Duration.FromMinutes(45)) { Occurrence = Occurrence.Later, Sitting = "west" }),
        Seats = SeatPlan.Hybrid(250, 150)
            .With(Quota.For(Ministry, 200), Quota.ForEachMission(4), Quota.ForAll(InstitutionKind.ConsulateGeneral, 9), Quota.ForGroup("a-b", 7, InstitutionCode.Parse("BB"), InstitutionCode.Parse("AA")), Quota.For(SeatGroup.Parse("region/asean"), 30), Quota.ForEach("grade", 12))
            .WithSitting("west", null, 40)
            .WithTotal(390).WithRoomCapacity(260).WithWaitingPlaces(0),
        Venue = new("សណ្ឋាគារ", "Hotel"),
        Awards = [AwardPolicy.Participation(60), AwardPolicy.Completion(80, 2), AwardPolicy.Appreciation(3)],
        Registration = new(Instant.FromUtc(2026, 9, 1, 0, 0), Instant.FromUtc(2026, 10, 1, 0, 0), Instant.FromUtc(2026, 10, 20, 0, 0), Instant.FromUtc(2026, 10, 22, 0, 0, 1), Instant.FromUtc(2026, 10, 21, 0, 0)),
        Admission = new()
        {
            Access = RegistrationAccess.InvitedOnly, InvitedInstitutions = [Ministry], Approval = ApprovalPolicy.HoldsNoSeat, Offers = new(Duration.FromHours(48), Duration.FromHours(3)),
        },
        Questions =
        [
            UsualQuestions.Dietary() with
            {
                Audience = new()
                {
                    Modes = [DeliveryMode.InPerson], Roles = [ParticipantRole.GuestOfHonour, ParticipantRole.Participant], InstitutionKinds = [InstitutionKind.ConsulateGeneral],
                    Groups = SeatGroups.Parse("region/asean grade/director"),
                },
            },
            UsualQuestions.Accessibility() with { Audience = new() { Groups = SeatGroups.Parse("grade/director") } }, UsualQuestions.InterpretationLanguage(), UsualQuestions.PhotographConsent(),
            RegistrationQuestion.Number("years", new("ឆ្នាំ", "Years"), -0.5m, 40) with { RetentionDays = 0 }, RegistrationQuestion.Date("arrival", new("", "Arrival"), new(2026, 10, 20), new(2026, 10, 25)),
        ],
    };

    [Fact]
    public async Task Everything_set_is_kept()
    {
        Workshop read = await KeptAsync(Everything);

        read.Should().Be(new Workshop(Everything, WorkshopStatus.Published, 2));
        read.Agenda.Items.Should().Equal(Everything.Agenda.Items);
        read.Agenda.ZoneDataVersion.Should().Be(DateTimeZoneProviders.Tzdb.VersionId);
        read.Plan.Seats.Quotas.Should().Equal(Everything.Seats.Quotas);
        read.Plan.Awards.Should().Equal(Everything.Awards);
        read.Plan.Questions.Should().Equal(Everything.Questions);
    }

    [Fact]
    public async Task Nothing_set_is_kept_as_nothing() => (await KeptAsync(Plan)).Plan.Should().Be(Plan);

    [Fact]
    public async Task A_new_agenda_is_kept_and_takes_the_cut_offs_along_but_for_the_opening()
    {
        Agenda later = Agenda.Strictly("Europe/London", new Session("night", new(2026, 11, 24, 1, 30, 15), Duration.FromHours(3)) { Sitting = "west" });
        Duration step = later.Sessions.First().Time.Start - Everything.Agenda.Sessions.First().Time.Start;
        RegistrationWindow window = Everything.Registration;

        (await KeptAsync(Everything, later)).Plan.Should().Be(Everything with
        {
            Agenda = later,
            Registration = new(window.Opens, window.Closes + step, window.PromotesUntil + step, window.CancelsUntil + step, window.ChangesUntil + step),
        });
    }

    [Fact]
    public void Plans_that_differ_in_one_thing_are_not_equal()
    {
        WorkshopPlan[] others =
        [
            Everything with { Title = new("ក", "Other") }, Everything with { Agenda = LaterAgenda }, Everything with { Seats = Everything.Seats.WithTotal(1) },
            Everything with { Venue = null }, Everything with { Awards = [] }, Everything with { Registration = new() }, Everything with { Admission = new() },
            Everything with { Seats = Everything.Seats.WithSitting("west", 1, 40) }, Everything with { Admission = Everything.Admission with { Offers = null } },
            Everything with { Questions = [] }, Everything with { Questions = [.. Everything.Questions.Reverse()] },
        ];

        others.Should().AllSatisfy(o => o.Should().NotBe(Everything));
        (Everything with { }).Should().Be(Everything);
    }

    [Theory]
    [InlineData("\"group\":\"region/asean\"", "\"group\":\"region\"")]
    [InlineData("\"group\":\"grade\"", "\"group\":\"grade/director\"")]
    [InlineData("\"group\":\"grade\"", "\"other\":\"grade\"")]
    [InlineData("\"scope\":\"eachMission\"", "\"scope\":\"eachGroup\"")]
    [InlineData("\"sitting\":\"west\",\"online\"", "\"sitting\":\"West\",\"online\"")]
    [InlineData("\"code\":\"halal\"", "\"code\":\"vegan\"")]
    [InlineData("\"maxLength\":500", "\"maxLength\":0")]
    [InlineData("\"kind\":\"yesNo\"", "\"kind\":\"text\"")]
    [InlineData("\"roles\":[\"participant\"", "\"roles\":[\"nobody\"")]
    public async Task A_plan_that_was_tampered_with_is_refused_where_it_is_read(string written, string tampered)
    {
        var store = new InMemoryTrainingStore();
        await store.AppendAsync(new JournalAppend(CommandId.New(), "", s_officer, Now, [new(WorkshopPlanning.StreamOf(Everything.Id), 0, [new WorkshopDrafted(Now, Everything)])]));
        JournalEntry entry = (await store.ReadAsync(WorkshopPlanning.StreamOf(Everything.Id))).Single();
        entry.Payload.Should().Contain(written, "or this test shows nothing");

        Action reading = () => _ = new JournalEntry(entry.Stream, 1, 1, entry.Type, entry.SchemaVersion, entry.Payload.Replace(written, tampered, StringComparison.Ordinal), entry.By, entry.At, entry.Command, "", entry.Hash);

        reading.Should().Throw<System.Text.Json.JsonException>();
    }

    private static async Task<Workshop> KeptAsync(WorkshopPlan plan, Agenda? moved = null)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        TrainingPorts ports = TrainingPorts.InMemory() with { Clock = new FakeClock(Now) };
        var desks = new TrainingDesks(ports);
        await desks.Institutions.AddAsync(new(Ministry, new("", "Ministry"), InstitutionKind.Ministry, "", "", "Asia/Phnom_Penh"), s_officer, null, token);
        await desks.Planning.PlanAsync(plan, s_officer, token);
        if (moved is not null)
        {
            await desks.Planning.PostponeAsync(plan.Id, moved, s_officer, null, token);
        }

        using var file = new MemoryStream();
        await TrainingArchive.WriteAsync(ports, file, token);
        file.Position = 0;
        InMemoryTrainingStore read = await TrainingArchive.ReadAsync(file, token);
        return (await new TrainingDesks(TrainingPorts.InMemory(read)).Planning.FindAsync(plan.Id, token))!;
    }
}
