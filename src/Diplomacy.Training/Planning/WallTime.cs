namespace Diplomacy.Training;

/// <summary>What a local time of an agenda means in a zone: one instant, two, or none.</summary>
/// <param name="Resolved">The instant; null where the time is skipped, or occurs twice and which is meant was not said.</param>
/// <param name="IsSkipped">Whether the zone's clocks never show it.</param>
/// <param name="Earlier">The first instant; for a skipped time the one that clocks already set forward would show.</param>
/// <param name="Later">The second instant; for a skipped time the one that clocks not yet set forward would show.</param>
internal readonly record struct WallTime(Instant? Resolved, bool IsSkipped, ZonedDateTime Earlier, ZonedDateTime Later)
{
    private static readonly OffsetDateTimePattern s_candidate = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<m>");

    internal static WallTime Of(AgendaItem item, DateTimeZone zone) => Of(item.Start, item.Occurrence, zone);

    internal static WallTime Of(LocalDateTime local, Occurrence occurrence, DateTimeZone zone)
    {
        NodaTime.TimeZones.ZoneLocalMapping mapping = zone.MapLocal(local);
        if (mapping.Count == 0)
        {
            return new(
                null, true,
                local.WithOffset(mapping.LateInterval.WallOffset).ToInstant().InZone(zone),
                local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant().InZone(zone));
        }

        ZonedDateTime earlier = mapping.First();
        ZonedDateTime later = mapping.Last();
        return new(
            mapping.Count == 1 || occurrence == Occurrence.Earlier ? earlier.ToInstant() : occurrence == Occurrence.Later ? later.ToInstant() : null, false, earlier, later);
    }

    internal static string Candidate(ZonedDateTime time) => s_candidate.Format(time.ToOffsetDateTime());
}
