using Diplomacy.Training.Journal;
using NodaTime.Testing;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class PlanningDeskCommands
{
    private static readonly Actor s_officer = Actor.Official("staff:1042");
    private readonly FakeClock _clock = new(Now);
    private readonly InMemoryTrainingStore _store = new();
    private readonly TrainingDesks _desks;

    public PlanningDeskCommands() => _desks = new(TrainingPorts.InMemory(_store) with { Clock = _clock });

    [Fact]
    public async Task Planning_drafts_and_publishes()
    {
        await HostAsync();

        Workshop workshop = await _desks.Planning.PlanAsync(Plan, s_officer, Token);

        workshop.Should().Be(new Workshop(Plan, WorkshopStatus.Published, 2));
        (await _desks.Planning.FindAsync(Id, Token)).Should().Be(workshop);
    }

    [Fact]
    public async Task Planning_the_same_again_changes_nothing()
    {
        await HostAsync();
        Workshop first = await _desks.Planning.PlanAsync(Plan, s_officer, Token);

        (await _desks.Planning.PlanAsync(Plan, s_officer, Token)).Should().Be(first);
    }

    [Fact]
    public async Task A_workshop_that_nobody_filed_is_not_found() => (await _desks.Planning.FindAsync(Id, Token)).Should().BeNull();

    [Fact]
    public async Task An_unknown_host_is_refused_and_nothing_is_filed()
    {
        await RefusedAsync("institution.is-known", () => _desks.Planning.DraftAsync(Plan, s_officer, null, Token));

        (await _desks.Planning.FindAsync(Id, Token)).Should().BeNull();
    }

    [Fact]
    public async Task A_repeated_command_returns_its_first_outcome_whatever_has_happened_since()
    {
        await HostAsync();
        await _desks.Planning.DraftAsync(Plan, s_officer, null, Token);
        var command = CommandId.New();
        Workshop first = await _desks.Planning.PublishAsync(Id, s_officer, command, Token);
        await _desks.Planning.CancelAsync(Id, "venue-lost", s_officer, null, Token);

        (await _desks.Planning.PublishAsync(Id, s_officer, command, Token)).Should().Be(first);

        (await _desks.Planning.FindAsync(Id, Token))!.Status.Should().Be(WorkshopStatus.Cancelled);
    }

    [Fact]
    public async Task Another_content_under_the_same_command_is_refused()
    {
        await HostAsync();
        var command = CommandId.New();
        await _desks.Planning.DraftAsync(Plan, s_officer, command, Token);

        await RefusedAsync("journal.command-is-new", () => _desks.Planning.DraftAsync(Plan with { Venue = new("", "Hotel") }, s_officer, command, Token));
        await RefusedAsync("journal.command-is-new", () => _desks.Planning.PublishAsync(Id, s_officer, command, Token));
        await RefusedAsync("journal.command-is-new", () => _desks.Planning.DraftAsync(Plan, Actor.Official("staff:7"), command, Token));
    }

    [Fact]
    public async Task A_postponement_to_another_agenda_of_the_same_start_is_another_command()
    {
        await HostAsync();
        await _desks.Planning.PlanAsync(Plan, s_officer, Token);
        var command = CommandId.New();
        await _desks.Planning.PostponeAsync(Id, LaterAgenda, s_officer, command, Token);
        Agenda longer = Agenda.Strictly("Asia/Phnom_Penh", Session("morning", LaterAgenda.Items[0].Item.Start, 200));

        await RefusedAsync("journal.command-is-new", () => _desks.Planning.PostponeAsync(Id, longer, s_officer, command, Token));
        (await _desks.Planning.PostponeAsync(Id, LaterAgenda, s_officer, command, Token)).Agenda.Should().Be(LaterAgenda);
    }

    [Fact]
    public async Task Every_change_needs_the_permission_to_plan()
    {
        await HostAsync();
        await _desks.Planning.PlanAsync(Plan, s_officer, Token);
        PlanningDesk closed = new TrainingDesks(TrainingPorts.InMemory(_store) with { Clock = _clock, Permissions = new OnlyOfficer() }).Planning;
        Actor other = Actor.Official("staff:7");

        await RefusedAsync("permission.actor-may", () => closed.DraftAsync(Plan, other, null, Token));
        await RefusedAsync("permission.actor-may", () => closed.ReviseAsync(Plan, other, null, Token));
        await RefusedAsync("permission.actor-may", () => closed.PublishAsync(Id, other, null, Token));
        await RefusedAsync("permission.actor-may", () => closed.PostponeAsync(Id, null, other, null, Token));
        await RefusedAsync("permission.actor-may", () => closed.CancelAsync(Id, "venue-lost", other, null, Token));
        (await closed.FindAsync(Id, Token))!.Status.Should().Be(WorkshopStatus.Published);
        (await closed.PublishAsync(Id, s_officer, null, Token)).Status.Should().Be(WorkshopStatus.Published);
    }

    [Fact]
    public async Task A_broken_rule_leaves_the_workshop_as_it_was()
    {
        await HostAsync();
        Workshop before = await _desks.Planning.PlanAsync(Plan, s_officer, Token);
        _clock.Reset(Over);

        await RefusedAsync("workshop.status-allows", () => _desks.Planning.CancelAsync(Id, "venue-lost", s_officer, null, Token));

        (await _desks.Planning.FindAsync(Id, Token)).Should().Be(before);
    }

    [Fact]
    public async Task Two_drafts_at_once_of_the_same_plan_are_one()
    {
        await HostAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await _desks.Planning.DraftAsync(Plan, s_officer, null, Token), Token)));

        (await _desks.Planning.FindAsync(Id, Token))!.Version.Should().Be(1);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task RefusedAsync(string code, Func<ValueTask<Workshop>> command) =>
        (await FluentActions.Awaiting(() => command().AsTask()).Should().ThrowAsync<TrainingRuleException>()).Which.Rule.Code.Should().Be(code);

    private ValueTask HostAsync() => _desks.Institutions.AddAsync(
        new(Ministry, new("ក្រសួងការបរទេស", "Ministry of Foreign Affairs"), InstitutionKind.Ministry, "Phnom Penh", "Cambodia", "Asia/Phnom_Penh"), s_officer, null, Token);

    private sealed class OnlyOfficer : IPermissions
    {
        public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default) =>
            new(request.By == s_officer && request.Permission == Permission.PlanWorkshop && request.Scope == WorkshopPlanning.StreamOf(Id));
    }
}
