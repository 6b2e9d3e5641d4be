using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using NodaTime.Testing;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>From newer data to settled times: review, load, settle; and everything that follows the agenda follows it.</summary>
public sealed class PlanningDeskTimes
{
    private static readonly LocalDateTime s_nine = new(2026, 11, 12, 9, 0);
    private static readonly Agenda s_agenda = Agenda.Strictly(Tzdb.Old, "America/Winnipeg", Session("talk", s_nine, 120));
    private static readonly TimeZoneData s_new = TimeZoneData.Read(Tzdb.NewFile, TimeZones.TimeZoneDataRead.Sha256(Tzdb.NewFile));
    private static readonly InstitutionCode s_havana = InstitutionCode.Parse("CU-HAV-EMB");
    private static readonly InstitutionCode s_tokyo = InstitutionCode.Parse("JP-TYO-EMB");
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 10, 1, 0, 0));
    private readonly ReloadableZones _zones = new(Tzdb.Old);
    private readonly GrantedPermissions _rights = new();
    private readonly InMemoryTrainingStore _store = new();
    private readonly TrainingDesks _desks;

    public PlanningDeskTimes() => _desks = new(TrainingPorts.InMemory(_store) with { Clock = _clock, Zones = _zones, Permissions = _rights });

    [Fact]
    public async Task Before_newer_data_are_in_force_a_review_tells_what_they_would_move()
    {
        await BeginAsync();

        TimeReview review = await _desks.Planning.ReviewTimesAsync(Id, s_new.Zones);

        (review.AgendaVersion, review.ZoneDataVersion, review.NeedsDecision).Should().Be((Tzdb.Old.VersionId, Tzdb.New.VersionId, true));
        review.MovedWhen(TimeKept.WallTime).Select(m => (m.Institution, m.Told.Start.Hour, m.Now.Hour, m.WasTold)).Should().Equal((s_tokyo, 0, 23, false));
        review.MovedWhen(TimeKept.Instant).Select(m => (m.Institution, m.Told.Start.Hour, m.Now.Hour)).Should().Equal((s_havana, 10, 11), (Plans.Ministry, 9, 10));
        (await _desks.Planning.ReviewTimesAsync(Id)).Findings.Should().BeEmpty("nothing moves by the data in force");
        (await _desks.Planning.FindAsync(Id))!.Agenda.Should().Be(s_agenda);
    }

    [Fact]
    public async Task What_was_told_is_judged_and_what_was_told_to_strangers_is_left_out()
    {
        await BeginAsync();
        ToldTime wrong = new(s_tokyo, "talk", s_nine, "Asia/Tokyo", Offset.FromHours(9));

        TimeReview review = await _desks.Planning.ReviewTimesAsync(Id, s_new.Zones, [wrong, new(InstitutionCode.Parse("XX-NOB"), "talk", s_nine, "UTC", Offset.Zero)]);

        review.Findings.OfType<TimeFinding.MissionTimeMoved>().Where(m => m.WasTold).Should().OnlyContain(m => m.Told == wrong).And.HaveCount(2);
    }

    [Fact]
    public async Task A_review_keeps_to_the_data_that_it_was_asked_for_though_others_are_loaded_meanwhile()
    {
        await BeginAsync();
        var own = new ReloadableZones(Tzdb.Old);

        TimeReview review = await _desks.Planning.ReviewTimesAsync(Id, own, LoadsNewer());

        (review.ZoneDataVersion, review.Findings.Length).Should().Be((Tzdb.Old.VersionId, 0));

        IEnumerable<ToldTime> LoadsNewer()
        {
            own.Use(s_new);
            yield break;
        }
    }

    [Fact]
    public async Task What_was_in_force_before_stays_so_while_newer_data_are_loaded()
    {
        await BeginAsync();

        TimeReview review = await _desks.Planning.ReviewTimesAsync(Id, s_new.Zones, LoadsNewer());

        review.MovedWhen(TimeKept.Instant).Select(m => (m.Institution, m.Told.Start.Hour, m.Now.Hour)).Should().Equal((s_havana, 10, 11), (Plans.Ministry, 9, 10));

        IEnumerable<ToldTime> LoadsNewer()
        {
            _zones.Use(s_new);
            yield break;
        }
    }

    [Fact]
    public async Task Only_the_invited_are_reviewed_where_only_they_may_register_and_those_who_were_told()
    {
        await BeginAsync(Planned() with { Admission = new() { Access = RegistrationAccess.InvitedOnly, InvitedInstitutions = [s_havana] } });
        ToldTime told = new(s_tokyo, "talk", s_nine, "Asia/Tokyo", Offset.FromHours(9));

        (await _desks.Planning.ReviewTimesAsync(Id, s_new.Zones)).Findings.OfType<TimeFinding.MissionTimeMoved>().Should().OnlyContain(m => m.Institution == s_havana);
        (await _desks.Planning.ReviewTimesAsync(Id, s_new.Zones, [told])).MovedWhen(TimeKept.WallTime).Select(m => m.Institution).Should().Equal(s_tokyo);
    }

    [Fact]
    public async Task A_workshop_that_is_not_ahead_has_nothing_to_review()
    {
        await BeginAsync();
        await _desks.Planning.PostponeAsync(Id, null, An.Officer);

        (await _desks.Planning.ReviewTimesAsync(Id, s_new.Zones)).Findings.Should().BeEmpty();
        await RefusedAsync("workshop.is-known", () => _desks.Planning.ReviewTimesAsync(WorkshopId.Parse("XX-2026")).AsTask());
    }

    [Fact]
    public async Task Once_they_are_in_force_the_organisers_choice_settles_the_agenda_the_book_and_the_list()
    {
        await BeginAsync();
        RegistrationOutcome seat = await _desks.Registrations.RegisterAsync(await RequestAsync(), An.Officer);
        _zones.Use(s_new);

        Workshop settled = await _desks.Planning.SettleTimesAsync(Id, TimeKept.WallTime, An.Officer);

        Instant start = Instant.FromUtc(2026, 11, 12, 14, 0);
        settled.Agenda.Time.Start.Should().Be(start);
        settled.Agenda.ZoneDataVersion.Should().Be(Tzdb.New.VersionId);
        (await _desks.Planning.ReviewTimesAsync(Id)).Findings.Should().BeEmpty();
        (await _store.WorkshopsAsync(null, 10)).Items.Single().Starts.Should().Be(start);
        _clock.Reset(start);
        await RefusedAsync("registration.is-open", async () => await _desks.Registrations.RegisterAsync(await RequestAsync(), An.Officer));
        (await _desks.Attendance.CheckInAsync(Id, CheckInEntry.OfRegistration(seat.Registration, "talk", start - Duration.FromHours(3)), An.Officer)).Should().BeOfType<CheckInOutcome.Recorded>();
        _clock.Reset(start + Duration.FromHours(2));
        await _desks.DueWork.RunAsync();
        (await _desks.Planning.FindAsync(Id))!.Status.Should().Be(WorkshopStatus.Held, "its end moved as well");
    }

    [Fact]
    public async Task When_the_instant_is_kept_missions_and_book_stay_and_the_host_reads_another_hour()
    {
        await BeginAsync();
        _zones.Use(s_new);

        Workshop settled = await _desks.Planning.SettleTimesAsync(Id, TimeKept.Instant, An.Officer);

        settled.Agenda.Time.Should().Be(s_agenda.Time);
        settled.Agenda.Items[0].Item.Start.Should().Be(s_nine.PlusHours(1));
        _clock.Reset(s_agenda.Time.Start - Duration.FromMinutes(30));
        (await _desks.Registrations.RegisterAsync(await RequestAsync(), An.Officer)).Should().BeOfType<RegistrationOutcome.Confirmed>();
    }

    [Fact]
    public async Task The_choice_stands_in_the_journal_with_both_versions()
    {
        await BeginAsync();
        _zones.Use(s_new);

        await _desks.Planning.SettleTimesAsync(Id, TimeKept.WallTime, An.Officer);

        JournalEntry entry = (await _store.ReadAsync(WorkshopPlanning.StreamOf(Id), 0))[^1];
        entry.By.Should().Be(An.Officer);
        WorkshopTimesSettled settled = entry.Event.Should().BeOfType<WorkshopTimesSettled>().Subject;
        (settled.Kept, settled.ZoneDataBefore, settled.Agenda.ZoneDataVersion).Should().Be((TimeKept.WallTime, Tzdb.Old.VersionId, Tzdb.New.VersionId));
    }

    [Fact]
    public async Task A_repeated_command_returns_its_first_outcome_and_other_content_is_refused()
    {
        await BeginAsync();
        _zones.Use(s_new);
        var command = CommandId.New();
        Workshop first = await _desks.Planning.SettleTimesAsync(Id, TimeKept.WallTime, An.Officer, null, command);
        await _desks.Planning.CancelAsync(Id, "flood", An.Officer);

        (await _desks.Planning.SettleTimesAsync(Id, TimeKept.WallTime, An.Officer, [], command)).Should().Be(first);
        await RefusedAsync("journal.command-is-new", () => _desks.Planning.SettleTimesAsync(Id, TimeKept.Instant, An.Officer, null, command).AsTask());
        await RefusedAsync("journal.command-is-new", () => _desks.Planning.SettleTimesAsync(Id, TimeKept.WallTime, An.Officer, [TimeChoice.Later("talk")], command).AsTask());
        await RefusedAsync("journal.command-is-new", () => _desks.Planning.ChangeZoneAsync(Id, "Asia/Tokyo", TimeKept.WallTime, An.Officer, null, command).AsTask());
    }

    [Fact]
    public async Task Settling_and_changing_the_zone_need_the_permission_to_plan()
    {
        await BeginAsync();
        _rights.Withdraw(Permission.PlanWorkshop);

        await RefusedAsync("permission.actor-may", () => _desks.Planning.SettleTimesAsync(Id, TimeKept.Instant, An.Officer).AsTask());
        await RefusedAsync("permission.actor-may", () => _desks.Planning.ChangeZoneAsync(Id, "Asia/Tokyo", TimeKept.Instant, An.Officer).AsTask());
    }

    [Fact]
    public async Task The_zone_is_changed_by_the_data_in_force()
    {
        await BeginAsync();

        Workshop changed = await _desks.Planning.ChangeZoneAsync(Id, "Asia/Tokyo", TimeKept.WallTime, An.Officer);

        (changed.Agenda.ZoneId, changed.Agenda.Time.Start).Should().Be(("Asia/Tokyo", Instant.FromUtc(2026, 11, 12, 0, 0)));
        (await _desks.Planning.FindAsync(Id)).Should().Be(changed);
    }

    private static WorkshopPlan Planned() => Plan with { Agenda = s_agenda };

    private static async Task RefusedAsync(string code, Func<Task> command) =>
        (await command.Should().ThrowAsync<TrainingRuleException>()).Which.Rule.Code.Should().Be(code);

    private async Task<RegistrationRequest> RequestAsync() =>
        new(Id, await _desks.People.AddAsync(new Person(new PersonName("CHAN", "Sophea")), An.Officer), s_tokyo, DeliveryMode.InPerson);

    private async Task BeginAsync(WorkshopPlan? plan = null)
    {
        await _desks.Institutions.AddAllAsync([Named(Plans.Ministry, "America/Winnipeg"), Named(s_havana, "America/Havana"), Named(s_tokyo, "Asia/Tokyo")], An.Officer);
        await _desks.Planning.PlanAsync(plan ?? Planned(), An.Officer);
    }

    private static Institution Named(InstitutionCode code, string zone) => new(code, new("", "Institution"), InstitutionKind.Embassy, "", "", zone);
}
