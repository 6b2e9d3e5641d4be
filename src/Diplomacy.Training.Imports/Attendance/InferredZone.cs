namespace Diplomacy.Training.Imports;

/// <summary>
/// The zone of a report that names none, from the session that it belongs to: the one in which the meeting begins nearest to the session. A meeting is opened some minutes
/// early or late, and neighbouring zones may be a quarter of an hour apart, so what does not stand out clearly is refused.
/// </summary>
internal static class InferredZone
{
    private static readonly Duration s_farthest = Duration.FromMinutes(45);
    private static readonly Duration s_clearly = Duration.FromMinutes(10);
    private static readonly Duration s_longestAtOneOffset = Duration.FromHours(36);

    /// <summary>The zone, or null with an error.</summary>
    /// <param name="begin">When the meeting began: as the report tells it, else the first time in it.</param>
    /// <param name="first">The first local time of the report.</param>
    /// <param name="last">The last one.</param>
    /// <param name="session">When the session took place.</param>
    /// <param name="zones">The zones in question; none for every offset in use.</param>
    /// <param name="faults">Where errors and the warning that a zone was inferred go.</param>
    /// <param name="headerRow">The row that the warning names.</param>
    internal static DateTimeZone? Find(
        LocalDateTime begin, LocalDateTime first, LocalDateTime last, Interval session, IReadOnlyList<DateTimeZone> zones, ImportFaults faults, int headerRow)
    {
        if (zones.Count == 0)
        {
            if (last.InUtc().ToInstant() - first.InUtc().ToInstant() > s_longestAtOneOffset)
            {
                faults.Add(ImportWords.ZoneIsGiven, arguments: [("hours", (int)s_longestAtOneOffset.TotalHours)]);
                return null;
            }

            zones = OffsetsInUse(faults.Options.Zones, session.Start);
        }

        (DateTimeZone Zone, Instant Begin, Duration Distance)[] fitting = [.. Fitting(begin, session.Start, zones)];
        if (fitting.Length == 0)
        {
            faults.Add(ImportWords.ZoneFitsTheSession, arguments:
                [("start", WrittenTimes.Write(begin)), ("minutes", (int)s_farthest.TotalMinutes), ("session", WrittenTimes.Write(session.Start, DateTimeZone.Utc))]);
            return null;
        }

        var best = fitting.MinBy(fit => fit.Distance);
        string[] others = [.. fitting.Where(fit => fit.Distance - best.Distance < s_clearly && !AreSame(fit.Zone, best.Zone, best.Begin, first, last)).Select(fit => fit.Zone.Id)];
        if (others.Length > 0)
        {
            faults.Add(ImportWords.ZoneIsClear, arguments: [("zones", string.Join(", ", others.Prepend(best.Zone.Id).Take(6)))]);
            return null;
        }

        faults.Warn(ImportWords.ZoneWasInferred, headerRow, null, null,
            ("zone", best.Zone.Id), ("start", WrittenTimes.Write(best.Begin, best.Zone)), ("session", WrittenTimes.Write(session.Start, best.Zone)));
        return best.Zone;
    }

    private static IEnumerable<(DateTimeZone Zone, Instant Begin, Duration Distance)> Fitting(LocalDateTime begin, Instant session, IReadOnlyList<DateTimeZone> zones)
    {
        foreach (DateTimeZone zone in zones)
        {
            if (zone.MapLocal(begin) is { Count: 1 } mapping)
            {
                Instant instant = mapping.Single().ToInstant();
                Duration distance = instant > session ? instant - session : session - instant;
                if (distance <= s_farthest)
                {
                    yield return (zone, instant, distance);
                }
            }
        }
    }

    // Zones that agree on all times of the report are one zone to it.
    private static bool AreSame(DateTimeZone one, DateTimeZone other, Instant begin, LocalDateTime first, LocalDateTime last)
    {
        if (one == other)
        {
            return true;
        }

        Duration margin = Duration.FromDays(1);
        var span = new Interval(Instant.Min(begin, first.InUtc().ToInstant()) - margin, Instant.Max(begin, last.InUtc().ToInstant()) + margin);
        return one.GetZoneIntervals(span).Select(Part).SequenceEqual(other.GetZoneIntervals(span).Select(Part));

        (Instant, Offset) Part(NodaTime.TimeZones.ZoneInterval interval) => (Instant.Max(interval.HasStart ? interval.Start : Instant.MinValue, span.Start), interval.WallOffset);
    }

    private static DateTimeZone[] OffsetsInUse(IDateTimeZoneProvider zones, Instant at) =>
        [.. zones.Ids.Select(id => zones[id].GetUtcOffset(at)).Distinct().Order().Select(DateTimeZone.ForOffset)];
}
