using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>The planning of one workshop: draft, publish, postpone, cancel, held.</summary>
public sealed class WorkshopPlanning : Aggregate, IAggregate<WorkshopPlanning>
{
    private WorkshopPlan? _plan;
    private WorkshopStatus _status;

    private WorkshopPlanning(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>The workshop as it stands; null before it is drafted.</summary>
    public Workshop? Current => _plan is null ? null : new(_plan, _status, Version);

    /// <summary>The end of the agenda, when a published workshop becomes a held one.</summary>
    public override Instant? NextDue => _plan is { } plan && _status == WorkshopStatus.Published ? plan.Agenda.Time.End : null;

    /// <summary>The stream of a workshop.</summary>
    /// <param name="workshop">The workshop.</param>
    public static StreamId StreamOf(WorkshopId workshop) => StreamId.Of("workshop", workshop.ToString());

    /// <inheritdoc/>
    public static WorkshopPlanning Begin(StreamId stream) => new(stream);

    /// <summary>Drafts the workshop. Drafting the same plan again changes nothing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.code-is-new</c>, <c>workshop.has-seats</c>.</exception>
    public Decision<Workshop> Draft(WorkshopPlan plan, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckDraft(plan));
        return _plan is null
            ? Decision.Of(new Workshop(plan, WorkshopStatus.Draft, Version + 1), new WorkshopDrafted(now, plan))
            : Decision.Of(Current!);
    }

    /// <summary>Which rules a draft would break.</summary>
    /// <param name="plan">The plan.</param>
    public IReadOnlyList<TrainingRule> CheckDraft(WorkshopPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var unmet = CheckSeats(plan);
        if (_plan is not null && !_plan.Equals(plan))
        {
            unmet.Add(PlanningRules.CodeIsNew.Broken(("workshop", plan.Id.ToString())));
        }

        return unmet;
    }

    /// <summary>Revises the plan of a draft or a published workshop. To move its time, <see cref="Postpone"/> it.</summary>
    /// <param name="plan">The plan from now on; the agenda of a published workshop must stay.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>workshop.has-seats</c>.</exception>
    public Decision<Workshop> Revise(WorkshopPlan plan, Instant now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Workshop workshop = InStatus(plan.Id, WorkshopStatus.Draft, WorkshopStatus.Published);
        TrainingRuleException.ThrowIfAny(CheckSeats(plan));
        if (workshop.Status == WorkshopStatus.Published && !workshop.Agenda.Equals(plan.Agenda))
        {
            throw NotAllowed(workshop, WorkshopStatus.Draft);
        }

        return workshop.Plan.Equals(plan)
            ? Decision.Of(workshop)
            : Decision.Of(workshop with { Plan = plan, Version = Version + 1 }, new WorkshopRevised(now, plan));
    }

    /// <summary>Announces the workshop. Publishing again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>.</exception>
    public Decision<Workshop> Publish(WorkshopId workshop, Instant now)
    {
        Workshop current = InStatus(workshop, WorkshopStatus.Draft, WorkshopStatus.Published);
        return current.Status == WorkshopStatus.Published
            ? Decision.Of(current)
            : Decision.Of(current with { Status = WorkshopStatus.Published, Version = Version + 1 }, new WorkshopPublished(now));
    }

    /// <summary>Puts the workshop off: to a new agenda, or to a time that is not set yet. A postponed workshop is set again the same way.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="agenda">The new agenda; null when it is not set yet.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>.</exception>
    public Decision<Workshop> Postpone(WorkshopId workshop, Agenda? agenda, Instant now)
    {
        Workshop current = InStatus(workshop, WorkshopStatus.Published, WorkshopStatus.Postponed);
        bool same = agenda is null ? current.Status == WorkshopStatus.Postponed : current.Status == WorkshopStatus.Published && current.Agenda.Equals(agenda);
        return same
            ? Decision.Of(current)
            : Decision.Of(
                current with
                {
                    Plan = agenda is null ? current.Plan : current.Plan with { Agenda = agenda },
                    Status = agenda is null ? WorkshopStatus.Postponed : WorkshopStatus.Published,
                    Version = Version + 1,
                },
                new WorkshopPostponed(now, agenda));
    }

    /// <summary>Cancels the workshop. Cancelling again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="reasonCode">The host's own code for the reason; free text about people does not belong here.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>.</exception>
    public Decision<Workshop> Cancel(WorkshopId workshop, string reasonCode, Instant now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reasonCode);
        Workshop current = InStatus(workshop, WorkshopStatus.Draft, WorkshopStatus.Published, WorkshopStatus.Postponed, WorkshopStatus.Cancelled);
        return current.Status == WorkshopStatus.Cancelled
            ? Decision.Of(current)
            : Decision.Of(current with { Status = WorkshopStatus.Cancelled, Version = Version + 1 }, new WorkshopCancelled(now, reasonCode));
    }

    /// <summary>Notes that a published workshop has taken place once its agenda has ended; otherwise changes nothing.</summary>
    /// <param name="now">The present.</param>
    /// <returns>Whether anything changed.</returns>
    public Decision<bool> Settle(Instant now) =>
        NextDue is { } due && due <= now ? Decision.Of(true, new WorkshopHeld(now)) : Decision.Of(false);

    private protected override void When(TrainingEvent happened)
    {
        switch (happened)
        {
            case WorkshopDrafted drafted:
                (_plan, _status) = (drafted.Plan, WorkshopStatus.Draft);
                break;
            case WorkshopRevised revised:
                _plan = revised.Plan;
                break;
            case WorkshopPublished:
                _status = WorkshopStatus.Published;
                break;
            case WorkshopPostponed postponed:
                _plan = postponed.Agenda is { } agenda ? _plan! with { Agenda = agenda } : _plan;
                _status = postponed.Agenda is null ? WorkshopStatus.Postponed : WorkshopStatus.Published;
                break;
            case WorkshopCancelled:
                _status = WorkshopStatus.Cancelled;
                break;
            case WorkshopHeld:
                _status = WorkshopStatus.Held;
                break;
            default:
                break;
        }
    }

    private static List<TrainingRule> CheckSeats(WorkshopPlan plan) =>
        plan.Seats.Offers(DeliveryMode.InPerson) || plan.Seats.Offers(DeliveryMode.Online)
            ? []
            : [PlanningRules.HasModes.Broken(("workshop", plan.Id.ToString()))];

    private static TrainingRuleException NotAllowed(Workshop workshop, params WorkshopStatus[] allowed) =>
        new(PlanningRules.StatusAllows.Broken(
            ("workshop", workshop.Id.ToString()), ("status", workshop.Status.ToString()), ("allowed", string.Join(" / ", allowed))));

    private Workshop InStatus(WorkshopId id, params WorkshopStatus[] allowed)
    {
        Workshop workshop = Current ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", id.ToString())));
        return allowed.Contains(workshop.Status) ? workshop : throw NotAllowed(workshop, allowed);
    }
}
