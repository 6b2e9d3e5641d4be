using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>A session as a mission's clocks show it.</summary>
/// <param name="Code">The session's code.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Start">When it begins, by the mission's clocks, with their offset from UTC.</param>
/// <param name="End">When it ends, by the mission's clocks.</param>
/// <param name="DayShift">The mission's date less the host's date at the start: -1 when it is still the day before there.</param>
/// <param name="Band">How the start lies to the mission's working time.</param>
public sealed record LocalSession(string Code, LocalizedText? Title, ZonedDateTime Start, ZonedDateTime End, int DayShift, WorkingBand Band)
{
    /// <summary>The sitting that this is a session of; null for a session of all sittings.</summary>
    /// <value>null</value>
    public string? Sitting { get; init; }
}

/// <summary>A workshop's sessions as one institution's clocks show them: what its people are told.</summary>
/// <remarks>
/// Immutable. Worked out from the instants that the agenda holds, so every institution is told the same moment. Of a workshop that is put off to no date yet, or cancelled,
/// no times are told: its agenda still holds those that were planned, and nobody should come then.
/// </remarks>
public sealed class LocalAgenda
{
    private LocalAgenda(Institution institution, string zoneDataVersion, string? sitting, WorkshopStatus? status, ImmutableArray<LocalSession> sessions) =>
        (Institution, ZoneDataVersion, Sitting, Status, Sessions) = (institution, zoneDataVersion, sitting, status, sessions);

    /// <summary>Whose clocks.</summary>
    public Institution Institution { get; }

    /// <summary>The version of the time zone data that was used.</summary>
    public string ZoneDataVersion { get; }

    /// <summary>The sitting that was asked for; null for all.</summary>
    public string? Sitting { get; }

    /// <summary>Where the workshop stands; null when an agenda was asked about that is no workshop's.</summary>
    public WorkshopStatus? Status { get; }

    /// <summary>Whether the workshop has a time: not while it is put off to no date (<see cref="WorkshopStatus.Postponed"/>), nor once it is cancelled. What stands in <see cref="Status"/> says why.</summary>
    public bool IsTimeSet => HasTime(Status);

    /// <summary>The sessions, ordered by time; none where no time is set.</summary>
    public ImmutableArray<LocalSession> Sessions { get; }

    /// <summary>The sessions of a workshop, of all sittings, by an institution's clocks, by the time zones that NodaTime carries.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="institution">Whose clocks.</param>
    /// <returns>The sessions; none while the workshop is put off to no date or cancelled.</returns>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>.</exception>
    public static LocalAgenda For(Workshop workshop, Institution institution) => For(workshop, institution, null);

    /// <summary>The sessions of a workshop that somebody of one sitting takes part in, by an institution's clocks, by the time zones that NodaTime carries.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="institution">Whose clocks.</param>
    /// <param name="sitting">The sitting; null for all of them. Of a sitting that the agenda does not hold, or no longer, only the sessions of all sittings are told (<see cref="Agenda.SessionsOf"/>).</param>
    /// <returns>The sessions; none while the workshop is put off to no date or cancelled.</returns>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>.</exception>
    public static LocalAgenda For(Workshop workshop, Institution institution, string? sitting)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        return For(workshop.Agenda, institution, DateTimeZoneProviders.Tzdb, sitting, workshop.Status);
    }

    /// <summary>The sessions of an agenda, of all sittings, by an institution's clocks.</summary>
    /// <param name="agenda">The agenda.</param>
    /// <param name="institution">Whose clocks.</param>
    /// <param name="zones">The time zones.</param>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>.</exception>
    public static LocalAgenda For(Agenda agenda, Institution institution, IDateTimeZoneProvider zones) => For(agenda, institution, zones, null, null);

    private static bool HasTime(WorkshopStatus? status) => status is not (WorkshopStatus.Postponed or WorkshopStatus.Cancelled);

    private static LocalAgenda For(Agenda agenda, Institution institution, IDateTimeZoneProvider zones, string? sitting, WorkshopStatus? status)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(zones);
        DateTimeZone zone = zones.GetZoneOrNull(institution.ZoneId) ?? throw new TrainingRuleException(InstitutionRules.ZoneIsKnown.Broken(
            ("institution", institution.Code.ToString()), ("zone", institution.ZoneId), ("version", zones.VersionId)));
        IEnumerable<ScheduledItem> sessions = HasTime(status) ? agenda.SessionsOf(sitting) : [];
        return new(institution, zones.VersionId, sitting, status, [.. sessions.Select(s =>
        {
            ZonedDateTime start = s.Time.Start.InZone(zone);
            return new LocalSession(
                s.Item.Code, s.Item.Title, start, s.Time.End.InZone(zone),
                Period.DaysBetween(s.Item.Start.Date, start.Date), institution.WorkingTime.BandAt(start.LocalDateTime))
            {
                Sitting = ((Session)s.Item).Sitting,
            };
        })]);
    }
}
