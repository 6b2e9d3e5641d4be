using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

public sealed partial class PlanningDesk
{
    /// <summary>
    /// What time zone data change in the times of a workshop ahead. Asked before newer data are put in force, and again afterwards; nothing is changed.
    /// Of a workshop that is not draft or published nothing is found, and items that have begun are left alone.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="newer">The data to hold it against, such as <see cref="TimeZoneData.Zones"/>; those in force when null.</param>
    /// <param name="told">What institutions were told; what was told to an institution that the directory does not have is left out.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>
    /// The findings at the host and at every institution of the directory, or of the invited ones where only those may register, and of those that were told.
    /// Where an institution was told nothing, what it would have been told by the data in force.
    /// </returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<TimeReview> ReviewTimesAsync(
        WorkshopId workshop, IDateTimeZoneProvider? newer = null, IEnumerable<ToldTime>? told = null, CancellationToken cancellationToken = default)
    {
        IDateTimeZoneProvider inForce = _ports.Zones;
        newer = ReloadableZones.Snapshot(newer ?? inForce);
        Workshop current = await FindAsync(workshop, cancellationToken).ConfigureAwait(false)
            ?? throw new TrainingRuleException(PlanningRules.IsKnown.Broken(("workshop", workshop.ToString())));
        IReadOnlyDictionary<InstitutionCode, Institution> all = await _institutions.AllAsync(cancellationToken).ConfigureAwait(false);
        ToldTime[] known = [.. (told ?? []).Where(t => all.ContainsKey(t.Institution))];
        HashSet<InstitutionCode>? looked = current.Plan.Admission.Access == RegistrationAccess.InvitedOnly
            ? [.. current.Plan.Admission.InvitedInstitutions, .. known.Select(t => t.Institution)]
            : null;
        return TimeReview.Of(
            current.Agenda, all.Values.Where(i => looked?.Contains(i.Code) ?? true).OrderBy(i => i.Code), known, newer, inForce,
            current.Status is WorkshopStatus.Draft or WorkshopStatus.Published ? _flow.Now : Instant.MaxValue);
    }

    /// <summary>
    /// Settles the times of a workshop by the time zone data in force, as its organiser chooses. Wall times and instants agree again afterwards, the agenda names the data's version, and the
    /// choice stands in the journal. Settling by the version that the agenda has already changes nothing.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="keep">What is kept where wall time and instant part.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.PlanWorkshop"/>.</param>
    /// <param name="choices">For each item whose wall time is skipped or occurs twice, what is meant; none when the instant is kept.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException">As <see cref="WorkshopPlanning.SettleTimes"/>, and <c>permission.actor-may</c>.</exception>
    /// <exception cref="ArgumentException">Two choices are for one item.</exception>
    public ValueTask<Workshop> SettleTimesAsync(
        WorkshopId workshop, TimeKept keep, Actor by, IReadOnlyList<TimeChoice>? choices = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            "settle-times", workshop, by, command, Content(keep, choices),
            (planning, now) => planning.SettleTimes(workshop, keep, choices ?? [], _ports.Zones, now), cancellationToken);

    /// <summary>Gives a workshop's agenda another zone and keeps its wall time or its instants (R21), by the time zone data in force. Possible until the first item begins.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="zoneId">The IANA time zone from now on.</param>
    /// <param name="keep">What is kept.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.PlanWorkshop"/>.</param>
    /// <param name="choices">For each item whose wall time is skipped or occurs twice in the new zone, what is meant; none when the instant is kept.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException">As <see cref="WorkshopPlanning.ChangeZone"/>, and <c>permission.actor-may</c>.</exception>
    /// <exception cref="ArgumentException">The zone is empty, or two choices are for one item.</exception>
    public ValueTask<Workshop> ChangeZoneAsync(
        WorkshopId workshop, string zoneId, TimeKept keep, Actor by, IReadOnlyList<TimeChoice>? choices = null, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(zoneId);
        return ChangeAsync(
            "change-zone", workshop, by, command, $"{zoneId} {Content(keep, choices)}",
            (planning, now) => planning.ChangeZone(workshop, zoneId, keep, choices ?? [], _ports.Zones, now), cancellationToken);
    }

    private static string Content(TimeKept keep, IReadOnlyList<TimeChoice>? choices)
    {
        if (choices?.Contains(null) == true)
        {
            throw new ArgumentException("A choice is null.", nameof(choices));
        }

        return string.Join('\n', [keep.ToString(), .. (choices ?? []).Select(c => JsonSerializer.Serialize(TimeChoicePayload.Of(c), PlanningJson.Default.TimeChoicePayload))]);
    }
}
