namespace Diplomacy.Training;

/// <summary>Time zones by the ids of the IANA database alone.</summary>
internal static class TzdbZones
{
    /// <summary>
    /// The zone with an IANA id, or null. NodaTime also knows <c>UTC+07</c> and the like, which no other system reads so: POSIX and what follows it take the sign the other way round.
    /// Such ids are no zone here; <c>UTC</c> and <c>Etc/GMT-7</c> are IANA's own.
    /// </summary>
    internal static DateTimeZone? GetIanaZoneOrNull(this IDateTimeZoneProvider zones, string id) =>
        id.Length > 3 && id.StartsWith("UTC", StringComparison.Ordinal) ? null : zones.GetZoneOrNull(id);
}
