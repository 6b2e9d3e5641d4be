using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>The planning of one workshop: draft, publish, postpone, cancel, held.</summary>
public sealed partial class WorkshopPlanning : Aggregate, IAggregate<WorkshopPlanning>
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
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>workshop.code-is-new</c>, <c>workshop.has-seats</c>, <c>workshop.window-is-in-order</c>, <c>workshop.sitting-is-held</c>, <c>workshop.question-codes-are-unique</c>.</exception>
    /// <exception cref="ArgumentException">The plan is another workshop's.</exception>
    public Decision<Workshop> Draft(WorkshopPlan plan, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckDraft(plan));
        return _plan is null
            ? Decision.Of(new Workshop(plan, WorkshopStatus.Draft, Version + 1), new WorkshopDrafted(now, plan))
            : Decision.Of(Current!);
    }

    /// <summary>Which rules a draft would break.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentException">The plan is another workshop's.</exception>
    public IReadOnlyList<TrainingRule> CheckDraft(WorkshopPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<TrainingRule> unmet = CheckPlan(plan);
        if (_plan is not null && !_plan.Equals(plan))
        {
            unmet.Add(PlanningRules.CodeIsNew.Broken(("workshop", plan.Id.ToString())));
        }

        return unmet;
    }

    /// <summary>Revises the plan of a draft or a published workshop. To move its time, <see cref="Postpone"/> it. Revising to the plan that stands changes nothing.</summary>
    /// <param name="plan">The plan from now on; the agenda of a published workshop must stay.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>workshop.has-seats</c>, <c>workshop.window-is-in-order</c>, <c>workshop.sitting-is-held</c>, <c>workshop.question-codes-are-unique</c>.</exception>
    /// <exception cref="ArgumentException">The plan is another workshop's.</exception>
    public Decision<Workshop> Revise(WorkshopPlan plan, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckRevise(plan, now));
        Workshop workshop = Current!;
        return workshop.Plan.Equals(plan)
            ? Decision.Of(workshop)
            : Decision.Of(workshop with { Plan = plan, Version = Version + 1 }, new WorkshopRevised(now, plan));
    }

    /// <summary>Which rules a revision would break; see <see cref="Revise"/>.</summary>
    /// <param name="plan">The plan from now on.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">The plan is another workshop's.</exception>
    public IReadOnlyList<TrainingRule> CheckRevise(WorkshopPlan plan, Instant now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<TrainingRule> unmet = _plan is { } before && StatusAt(now) == WorkshopStatus.Published && !before.Agenda.Equals(plan.Agenda)
            ? CheckStatus(plan.Id, now, WorkshopStatus.Draft)
            : CheckStatus(plan.Id, now, WorkshopStatus.Draft, WorkshopStatus.Published);
        unmet.AddRange(CheckPlan(plan));
        return unmet;
    }

    /// <summary>Announces the workshop. Publishing again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>.</exception>
    /// <exception cref="ArgumentException">This is the planning of another workshop.</exception>
    public Decision<Workshop> Publish(WorkshopId workshop, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckPublish(workshop, now));
        return _status == WorkshopStatus.Published
            ? Decision.Of(Current!)
            : Decision.Of(Current! with { Status = WorkshopStatus.Published, Version = Version + 1 }, new WorkshopPublished(now));
    }

    /// <summary>Which rules an announcement would break; see <see cref="Publish"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">This is the planning of another workshop.</exception>
    public IReadOnlyList<TrainingRule> CheckPublish(WorkshopId workshop, Instant now) =>
        CheckStatus(workshop, now, WorkshopStatus.Draft, WorkshopStatus.Published);

    /// <summary>
    /// Puts the workshop off: to a new agenda, or to a time that is not set yet. A postponed workshop is set again the same way.
    /// The cut-offs that the plan sets move by as much as the first session does, but for the opening; revise the plan to set others.
    /// Postponing to what stands already changes nothing.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="agenda">The new agenda; null when it is not set yet, and then the plan keeps the old one.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>workshop.sitting-is-held</c>,
    /// <c>workshop.window-is-in-order</c>: moved to an earlier time, a cut-off would lie before the opening.</exception>
    /// <exception cref="ArgumentException">This is the planning of another workshop.</exception>
    public Decision<Workshop> Postpone(WorkshopId workshop, Agenda? agenda, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckPostpone(workshop, agenda, now));
        Workshop current = Current!;
        if (agenda is null ? _status == WorkshopStatus.Postponed : _status == WorkshopStatus.Published && current.Agenda.Equals(agenda))
        {
            return Decision.Of(current);
        }

        WorkshopPlan plan = agenda is null ? current.Plan : Moved(current.Plan, agenda);
        return Decision.Of(
            current with { Plan = plan, Status = agenda is null ? WorkshopStatus.Postponed : WorkshopStatus.Published, Version = Version + 1 },
            new WorkshopPostponed(now, agenda, plan.Registration == current.Plan.Registration ? null : plan.Registration));
    }

    /// <summary>Which rules a postponement would break; see <see cref="Postpone"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="agenda">The new agenda; null when it is not set yet.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">This is the planning of another workshop.</exception>
    public IReadOnlyList<TrainingRule> CheckPostpone(WorkshopId workshop, Agenda? agenda, Instant now)
    {
        List<TrainingRule> unmet = CheckStatus(workshop, now, WorkshopStatus.Published, WorkshopStatus.Postponed);
        if (agenda is not null && _plan is { } plan)
        {
            WorkshopPlan moved = Moved(plan, agenda);
            unmet.AddRange(CheckSittings(moved));
            unmet.AddRange(CheckWindow(moved));
        }

        return unmet;
    }

    /// <summary>Cancels the workshop. Cancelling again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="reasonCode">The host's own code for the reason, 1 to 100 characters without spaces or control characters; free text about people does not belong here.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>workshop.status-allows</c>.</exception>
    /// <exception cref="ArgumentException">The reason is not a code, or this is the planning of another workshop.</exception>
    public Decision<Workshop> Cancel(WorkshopId workshop, string reasonCode, Instant now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reasonCode);
        if (reasonCode.Length > 100 || reasonCode.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            throw new ArgumentException("A reason's code is at most 100 characters without spaces or control characters.", nameof(reasonCode));
        }

        TrainingRuleException.ThrowIfAny(CheckCancel(workshop, now));
        return _status == WorkshopStatus.Cancelled
            ? Decision.Of(Current!)
            : Decision.Of(Current! with { Status = WorkshopStatus.Cancelled, Version = Version + 1 }, new WorkshopCancelled(now, reasonCode));
    }

    /// <summary>Which rules a cancellation would break; see <see cref="Cancel"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">This is the planning of another workshop.</exception>
    public IReadOnlyList<TrainingRule> CheckCancel(WorkshopId workshop, Instant now) =>
        CheckStatus(workshop, now, WorkshopStatus.Draft, WorkshopStatus.Published, WorkshopStatus.Postponed, WorkshopStatus.Cancelled);

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
                _plan = postponed.Agenda is { } agenda ? _plan! with { Agenda = agenda, Registration = postponed.Registration ?? _plan.Registration } : _plan;
                _status = postponed.Agenda is null ? WorkshopStatus.Postponed : WorkshopStatus.Published;
                break;
            case WorkshopTimesSettled settled:
                _plan = _plan! with { Agenda = settled.Agenda, Registration = settled.Registration ?? _plan.Registration };
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

    private List<TrainingRule> CheckPlan(WorkshopPlan plan)
    {
        ThrowIfAnother(plan.Id);
        var unmet = new List<TrainingRule>();
        if (!plan.Seats.Offers(DeliveryMode.InPerson) && !plan.Seats.Offers(DeliveryMode.Online))
        {
            unmet.Add(PlanningRules.HasModes.Broken(("workshop", plan.Id.ToString())));
        }

        unmet.AddRange(CheckSittings(plan));
        unmet.AddRange(plan.Questions.GroupBy(q => q.Code, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => PlanningRules.QuestionCodesAreUnique.Broken(("workshop", plan.Id.ToString()), ("question", same.Key))));

        unmet.AddRange(CheckWindow(plan));
        return unmet;
    }

    private static IEnumerable<TrainingRule> CheckWindow(WorkshopPlan plan) => plan.Registration is { Opens: { } opens } window
        ? from cutOff in new (string Name, Instant? At)[]
          {
              (nameof(window.Closes), window.Closes ?? StartOf(plan.Agenda)),
              (nameof(window.PromotesUntil), window.PromotesUntil),
              (nameof(window.CancelsUntil), window.CancelsUntil),
              (nameof(window.ChangesUntil), window.ChangesUntil),
          }
          where cutOff.At <= opens
          select PlanningRules.WindowIsInOrder.Broken(
              ("workshop", plan.Id.ToString()), ("opens", opens), ("cutOff", cutOff.Name), ("at", cutOff.At.GetValueOrDefault()))
        : [];

    private static IEnumerable<TrainingRule> CheckSittings(WorkshopPlan plan)
    {
        string[] planned = [.. plan.Seats.Sittings.Select(s => s.Sitting)];
        string[] held = [.. plan.Agenda.Sittings];
        return planned.Except(held).Concat(held.Except(planned)).Order(StringComparer.Ordinal)
            .Select(sitting => PlanningRules.SittingIsHeld.Broken(("workshop", plan.Id.ToString()), ("sitting", sitting)));
    }

    private static Instant StartOf(Agenda agenda) => agenda.Sessions.First().Time.Start;

    private static WorkshopPlan Moved(WorkshopPlan plan, Agenda agenda)
    {
        Duration step = StartOf(agenda) - StartOf(plan.Agenda);
        RegistrationWindow window = plan.Registration;
        return plan with
        {
            Agenda = agenda,
            Registration = window with
            {
                Closes = window.Closes + step, PromotesUntil = window.PromotesUntil + step, CancelsUntil = window.CancelsUntil + step, ChangesUntil = window.ChangesUntil + step,
            },
        };
    }

    private List<TrainingRule> CheckStatus(WorkshopId id, Instant now, params WorkshopStatus[] allowed)
    {
        ThrowIfAnother(id);
        return _plan is null ? [PlanningRules.IsKnown.Broken(("workshop", id.ToString()))]
            : allowed.Contains(StatusAt(now)) ? []
            : [PlanningRules.StatusAllows.Broken(
                ("workshop", id.ToString()), ("status", StatusAt(now).ToString()), ("allowed", string.Join(" / ", allowed)))];
    }

    // Once its agenda is over a workshop is a held one, whether or not anybody has settled that yet.
    private WorkshopStatus StatusAt(Instant now) => NextDue is { } due && due <= now ? WorkshopStatus.Held : _status;

    private void ThrowIfAnother(WorkshopId id)
    {
        if (StreamOf(id) != Stream)
        {
            throw new ArgumentException($"This is the planning of {Stream.Key}, not of {id}.", nameof(id));
        }
    }
}
