using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Drafts, publishes, postpones and cancels workshops.</summary>
/// <remarks>Safe for use from many threads; lives as long as the container.</remarks>
public sealed partial class PlanningDesk
{
    private readonly CommandFlow _flow;
    private readonly TrainingPorts _ports;
    private readonly InstitutionDesk _institutions;

    internal PlanningDesk(CommandFlow flow, TrainingPorts ports, InstitutionDesk institutions) => (_flow, _ports, _institutions) = (flow, ports, institutions);

    /// <summary>Drafts a workshop and publishes it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="by">Who plans; needs <see cref="Permission.PlanWorkshop"/>.</param>
    /// <param name="cancellationToken">Stops before anything more is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>institution.is-known</c>, <c>workshop.code-is-new</c>, <c>workshop.has-seats</c>, <c>workshop.window-is-in-order</c>, <c>workshop.sitting-is-held</c>, <c>workshop.question-codes-are-unique</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<Workshop> PlanAsync(WorkshopPlan plan, Actor by, CancellationToken cancellationToken = default)
    {
        await DraftAsync(plan, by, null, cancellationToken).ConfigureAwait(false);
        return await PublishAsync(plan.Id, by, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drafts a workshop. Drafting the same plan again changes nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="by">Who plans; needs <see cref="Permission.PlanWorkshop"/>.</param>
    /// <param name="command">Names the command, so that a retried request takes effect once; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>institution.is-known</c>, <c>workshop.code-is-new</c>, <c>workshop.has-seats</c>, <c>workshop.window-is-in-order</c>, <c>workshop.sitting-is-held</c>, <c>workshop.question-codes-are-unique</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<Workshop> DraftAsync(WorkshopPlan plan, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await _institutions.GetAsync(plan.Host, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync("draft-workshop", plan.Id, by, command, Content(plan), (workshop, now) => workshop.Draft(plan, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Revises the plan of a draft or a published workshop. To move its time, postpone it.</summary>
    /// <param name="plan">The plan from now on.</param>
    /// <param name="by">Who plans; needs <see cref="Permission.PlanWorkshop"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>institution.is-known</c>, <c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>workshop.has-seats</c>, <c>workshop.window-is-in-order</c>, <c>workshop.sitting-is-held</c>, <c>workshop.question-codes-are-unique</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<Workshop> ReviseAsync(WorkshopPlan plan, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await _institutions.GetAsync(plan.Host, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync("revise-workshop", plan.Id, by, command, Content(plan), (workshop, now) => workshop.Revise(plan, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Announces a workshop. Publishing again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="by">Who publishes; needs <see cref="Permission.PlanWorkshop"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<Workshop> PublishAsync(WorkshopId workshop, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("publish-workshop", workshop, by, command, "", (planning, now) => planning.Publish(workshop, now), cancellationToken);

    /// <summary>Puts a workshop off: to a new agenda, or to a time that is not set yet. Registrations stand.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="agenda">The new agenda; null when it is not set yet.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.PlanWorkshop"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>workshop.sitting-is-held</c>, <c>workshop.window-is-in-order</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<Workshop> PostponeAsync(WorkshopId workshop, Agenda? agenda, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("postpone-workshop", workshop, by, command, Content(agenda), (planning, now) => planning.Postpone(workshop, agenda, now), cancellationToken);

    /// <summary>Cancels a workshop. Cancelling again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="reasonCode">The host's own code for the reason; free text about people does not belong here.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.PlanWorkshop"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<Workshop> CancelAsync(WorkshopId workshop, string reasonCode, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("cancel-workshop", workshop, by, command, reasonCode, (planning, now) => planning.Cancel(workshop, reasonCode, now), cancellationToken);

    /// <summary>A workshop as it stands.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The workshop, or null when none is filed under this code.</returns>
    public ValueTask<Workshop?> FindAsync(WorkshopId workshop, CancellationToken cancellationToken = default) =>
        _flow.ReadAsync<WorkshopPlanning, Workshop?>(WorkshopPlanning.StreamOf(workshop), planning => planning.Current, cancellationToken);

    /// <summary>Notes what time alone has changed; part of the due work.</summary>
    internal ValueTask<bool> SettleAsync(WorkshopId workshop, CancellationToken cancellationToken) =>
        _flow.RunAsync(
            new CommandRequest("settle-workshop", Actor.System, Permission.PlanWorkshop, null, "", WorkshopPlanning.StreamOf(workshop)),
            async scope =>
            {
                WorkshopPlanning planning = await scope.LoadAsync<WorkshopPlanning>(WorkshopPlanning.StreamOf(workshop)).ConfigureAwait(false);
                return scope.Take(planning, planning.Settle(scope.Now));
            },
            _ => new ValueTask<bool>(true),
            cancellationToken);

    private static string Content(WorkshopPlan plan) => System.Text.Json.JsonSerializer.Serialize(WorkshopPlanPayload.Of(plan), PlanningJson.Default.WorkshopPlanPayload);

    private static string Content(Agenda? agenda) =>
        agenda is null ? "" : System.Text.Json.JsonSerializer.Serialize(AgendaPayload.Of(agenda), PlanningJson.Default.AgendaPayload);

    private async ValueTask<Workshop> ChangeAsync(
        string name, WorkshopId id, Actor by, CommandId? command, string content, Func<WorkshopPlanning, Instant, Decision<Workshop>> verb, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(id.ToString(), nameof(id));
        StreamId stream = WorkshopPlanning.StreamOf(id);
        return await _flow.RunAsync(
            new CommandRequest(name, by, Permission.PlanWorkshop, command, content, stream),
            async scope =>
            {
                WorkshopPlanning planning = await scope.LoadAsync<WorkshopPlanning>(stream).ConfigureAwait(false);
                return scope.Take(planning, verb(planning, scope.Now));
            },
            async entries =>
            {
                // The workshop as it was right after the command: its stream, replayed that far.
                WorkshopPlanning then = WorkshopPlanning.Begin(stream);
                foreach (JournalEntry entry in await _flow.Journal.ReadAsync(stream, 0, cancellationToken).ConfigureAwait(false))
                {
                    if (entry.Version > entries[^1].Version)
                    {
                        break;
                    }

                    then.Apply(entry.Event);
                }

                return then.Current!;
            },
            cancellationToken).ConfigureAwait(false);
    }
}
