using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>A session as a mission's clocks show it.</summary>
/// <param name="Code">The session's code.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Start">When it begins, by the mission's clocks, with their offset from UTC.</param>
/// <param name="End">When it ends, by the mission's clocks.</param>
/// <param name="DayShift">The mission's date less the host's date at the start: -1 when it is still the day before there.</param>
/// <param name="Band">How the start lies to the mission's working time.</param>
public sealed record LocalSession(string Code, LocalizedText? Title, ZonedDateTime Start, ZonedDateTime End, int DayShift, WorkingBand Band);

/// <summary>A workshop's sessions as one institution's clocks show them: what its people are told.</summary>
/// <remarks>Immutable. Worked out from the instants that the agenda holds, so every institution is told the same moment.</remarks>
public sealed class LocalAgenda
{
    private LocalAgenda(Institution institution, string zoneDataVersion, ImmutableArray<LocalSession> sessions) =>
        (Institution, ZoneDataVersion, Sessions) = (institution, zoneDataVersion, sessions);

    /// <summary>Whose clocks.</summary>
    public Institution Institution { get; }

    /// <summary>The version of the time zone data that was used.</summary>
    public string ZoneDataVersion { get; }

    /// <summary>The sessions, ordered by time.</summary>
    public ImmutableArray<LocalSession> Sessions { get; }

    /// <summary>The sessions of a workshop by an institution's clocks, by the time zones that NodaTime carries.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="institution">Whose clocks.</param>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>.</exception>
    public static LocalAgenda For(Workshop workshop, Institution institution)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        return For(workshop.Agenda, institution, DateTimeZoneProviders.Tzdb);
    }

    /// <summary>The sessions of an agenda by an institution's clocks.</summary>
    /// <param name="agenda">The agenda.</param>
    /// <param name="institution">Whose clocks.</param>
    /// <param name="zones">The time zones.</param>
    /// <exception cref="TrainingRuleException"><c>institution.zone-is-known</c>.</exception>
    public static LocalAgenda For(Agenda agenda, Institution institution, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(zones);
        DateTimeZone zone = zones.GetZoneOrNull(institution.ZoneId) ?? throw new TrainingRuleException(InstitutionRules.ZoneIsKnown.Broken(
            ("institution", institution.Code.ToString()), ("zone", institution.ZoneId), ("version", zones.VersionId)));
        return new(institution, zones.VersionId, [.. agenda.Sessions.Select(s =>
        {
            ZonedDateTime start = s.Time.Start.InZone(zone);
            return new LocalSession(
                s.Item.Code, s.Item.Title, start, s.Time.End.InZone(zone),
                Period.DaysBetween(s.Item.Start.Date, start.Date), institution.WorkingTime.BandAt(start.LocalDateTime));
        })]);
    }
}
