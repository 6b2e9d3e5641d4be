using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

public sealed partial class WorkshopPlanning
{
    /// <summary>
    /// Settles the agenda's times by the time zone data in force: afterwards wall times and instants agree again, and the agenda names the data's version. Items that have begun stay
    /// as they were recorded. The cut-offs that the plan sets move by as much as the first session does, but for the opening. Where nothing moved the agenda takes over the version alone;
    /// settling by the version that it has already changes nothing.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="keep">What is kept where wall time and instant part.</param>
    /// <param name="choices">For each item whose wall time is skipped or occurs twice, what is meant; none when the instant is kept.</param>
    /// <param name="zones">The time zones in force.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>workshop.is-known</c>, <c>workshop.status-allows</c>, <c>agenda.zone-is-known</c>,
    /// <c>agenda.zone-data-are-not-older</c>, <c>agenda.time-exists</c> and <c>agenda.time-is-unique</c> where a choice is missing or is no better, <c>agenda.choice-is-asked</c>,
    /// <c>agenda.time-is-ahead</c>, <c>agenda.sessions-are-apart</c>, <c>workshop.window-is-in-order</c>.</exception>
    /// <exception cref="ArgumentException">Two choices are for one item, or this is the planning of another workshop.</exception>
    public Decision<Workshop> SettleTimes(WorkshopId workshop, TimeKept keep, IReadOnlyList<TimeChoice> choices, IDateTimeZoneProvider zones, Instant now) =>
        Settle(CheckTimes(workshop, null, keep, choices, zones, now, out WorkshopPlan? settled), settled, keep, choices, now);

    /// <summary>Which rules settling the times would break; see <see cref="SettleTimes"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="keep">What is kept where wall time and instant part.</param>
    /// <param name="choices">For each item whose wall time is skipped or occurs twice, what is meant.</param>
    /// <param name="zones">The time zones in force.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">Two choices are for one item, or this is the planning of another workshop.</exception>
    public IReadOnlyList<TrainingRule> CheckSettleTimes(WorkshopId workshop, TimeKept keep, IReadOnlyList<TimeChoice> choices, IDateTimeZoneProvider zones, Instant now) =>
        CheckTimes(workshop, null, keep, choices, zones, now, out _);

    /// <summary>
    /// Gives the agenda another zone, as when the host moves: either its local times stay and mean other instants, or the instants stay and are written in the new zone (R21).
    /// Possible until the first item begins. Cut-offs move as in <see cref="SettleTimes"/>. Changing to the zone that the agenda has changes nothing but what settling would.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="zoneId">The IANA time zone from now on.</param>
    /// <param name="keep">What is kept.</param>
    /// <param name="choices">For each item whose wall time is skipped or occurs twice in the new zone, what is meant; none when the instant is kept.</param>
    /// <param name="zones">The time zones in force.</param>
    /// <param name="now">When.</param>
    /// <exception cref="TrainingRuleException">As <see cref="SettleTimes"/>, and <c>agenda.has-not-begun</c>.</exception>
    /// <exception cref="ArgumentException">The zone is empty, two choices are for one item, or this is the planning of another workshop.</exception>
    public Decision<Workshop> ChangeZone(WorkshopId workshop, string zoneId, TimeKept keep, IReadOnlyList<TimeChoice> choices, IDateTimeZoneProvider zones, Instant now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(zoneId);
        return Settle(CheckTimes(workshop, zoneId, keep, choices, zones, now, out WorkshopPlan? settled), settled, keep, choices, now);
    }

    /// <summary>Which rules another zone would break; see <see cref="ChangeZone"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="zoneId">The IANA time zone from now on.</param>
    /// <param name="keep">What is kept.</param>
    /// <param name="choices">For each item whose wall time is skipped or occurs twice in the new zone, what is meant.</param>
    /// <param name="zones">The time zones in force.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">The zone is empty, two choices are for one item, or this is the planning of another workshop.</exception>
    public IReadOnlyList<TrainingRule> CheckChangeZone(WorkshopId workshop, string zoneId, TimeKept keep, IReadOnlyList<TimeChoice> choices, IDateTimeZoneProvider zones, Instant now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(zoneId);
        return CheckTimes(workshop, zoneId, keep, choices, zones, now, out _);
    }

    private List<TrainingRule> CheckTimes(
        WorkshopId workshop, string? zoneId, TimeKept keep, IReadOnlyList<TimeChoice> choices, IDateTimeZoneProvider zones, Instant now, out WorkshopPlan? settled)
    {
        ArgumentNullException.ThrowIfNull(zones);
        ArgumentNullException.ThrowIfNull(choices);
        if (!Enum.IsDefined(keep))
        {
            throw new ArgumentOutOfRangeException(nameof(keep), "Neither the wall time nor the instant.");
        }

        if (choices.Contains(null) || choices.DistinctBy(c => c.Item).Count() != choices.Count)
        {
            throw new ArgumentException("A choice is null, or two are for one item.", nameof(choices));
        }

        settled = null;
        List<TrainingRule> unmet = CheckStatus(workshop, now, WorkshopStatus.Draft, WorkshopStatus.Published);
        if (unmet.Count > 0)
        {
            return unmet;
        }

        WorkshopPlan plan = _plan!;
        if (zoneId is not null && zoneId != plan.Agenda.ZoneId && plan.Agenda.Items[0].Time.Start <= now)
        {
            unmet.Add(PlanningRules.HasNotBegun.Broken(("workshop", workshop.ToString()), ("item", plan.Agenda.Items[0].Item.Code), ("began", plan.Agenda.Items[0].Time.Start)));
        }

        unmet.AddRange(plan.Agenda.Settle(zones, zoneId ?? plan.Agenda.ZoneId, keep, choices, now, out Agenda agenda));
        settled = Moved(plan, agenda);
        unmet.AddRange(CheckWindow(settled));
        return unmet;
    }

    private Decision<Workshop> Settle(List<TrainingRule> unmet, WorkshopPlan? settled, TimeKept keep, IReadOnlyList<TimeChoice> choices, Instant now)
    {
        TrainingRuleException.ThrowIfAny(unmet);
        Workshop current = Current!;
        return settled!.Equals(current.Plan)
            ? Decision.Of(current)
            : Decision.Of(
                current with { Plan = settled, Version = Version + 1 },
                new WorkshopTimesSettled(
                    now, keep, current.Agenda.ZoneDataVersion, settled.Agenda, [.. choices],
                    current.Agenda.ZoneId == settled.Agenda.ZoneId ? null : current.Agenda.ZoneId,
                    settled.Registration == current.Plan.Registration ? null : settled.Registration));
    }
}
