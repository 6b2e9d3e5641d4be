using System.Collections.Immutable;
using NodaTime.TimeZones;

namespace Diplomacy.Training;

/// <summary>
/// A zone as one event needs it (RFC 5545 §3.6.5, R50): the offsets in force around it with the moments at which they began, as they are, without a rule
/// that would say more than the zone's data do.
/// </summary>
internal sealed class CalendarZone
{
    private static readonly Duration s_margin = Duration.FromDays(400);
    private static readonly Instant s_epoch = Instant.FromUtc(1970, 1, 1, 0, 0);
    private readonly DateTimeZone _zone;
    private readonly ImmutableArray<Observance> _observances;

    private CalendarZone(DateTimeZone zone, ImmutableArray<Observance> observances) => (_zone, _observances) = (zone, observances);

    internal string Id => _zone.Id;

    /// <summary>The zone around an event; null where local time cannot tell it: the start or the end occurs twice by the clocks, or they go back twice within the event.</summary>
    internal static CalendarZone? Around(DateTimeZone zone, Instant start, Instant end)
    {
        if (IsAmbiguous(zone, start) || IsAmbiguous(zone, end))
        {
            return null;
        }

        List<Observance> around = Between(zone, start - s_margin, end + s_margin);
        int first = around.FindLastIndex(o => o.Onset <= start);
        int last = around.FindLastIndex(o => o.Onset <= end);
        return OneStandard(around, Math.Max(first - 1, 0), first, last, Math.Min(last + 1, around.Count - 1)) is { } observances ? new(zone, observances) : null;
    }

    internal LocalDateTime At(Instant moment) => moment.InZone(_zone).LocalDateTime;

    internal void Write(ContentLines lines)
    {
        lines.Line("BEGIN:VTIMEZONE");
        lines.Line("TZID:" + Id);
        foreach (Observance observance in _observances)
        {
            string kind = observance.Standard ? "STANDARD" : "DAYLIGHT";
            lines.Line("BEGIN:" + kind);
            lines.Line("DTSTART:" + ContentLines.Local(observance.Onset.WithOffset(observance.Before).LocalDateTime));
            lines.Line("TZOFFSETFROM:" + ContentLines.Of(observance.Before));
            lines.Line("TZOFFSETTO:" + ContentLines.Of(observance.Offset));

            // Names come from data that others made; they need not be written.
            if (PrintedText.Refusal(observance.Name) is null && observance.Name.Length > 0)
            {
                lines.Begin("TZNAME").Text(observance.Name).End();
            }

            lines.Line("END:" + kind);
        }

        lines.Line("END:VTIMEZONE");
    }

    private static bool IsAmbiguous(DateTimeZone zone, Instant moment) => zone.MapLocal(moment.InZone(zone).LocalDateTime).Count > 1;

    /// <summary>The offsets in force within a time, each with its onset. A change of name or of rules that leaves the clocks alone is none.</summary>
    private static List<Observance> Between(DateTimeZone zone, Instant from, Instant to)
    {
        var observances = new List<Observance>();
        ZoneInterval interval = zone.GetZoneInterval(from);
        observances.Add(First(zone, interval));
        while (interval.HasEnd && interval.End <= to)
        {
            interval = zone.GetZoneInterval(interval.End);
            if (interval.WallOffset != observances[^1].Offset)
            {
                observances.Add(new(interval.Start, observances[^1].Offset, interval.WallOffset, interval.Name, false));
            }
        }

        return observances;
    }

    private static Observance First(DateTimeZone zone, ZoneInterval interval)
    {
        Offset offset = interval.WallOffset;
        string name = interval.Name;
        while (interval.HasStart && interval.Start > s_epoch)
        {
            ZoneInterval before = zone.GetZoneInterval(interval.Start - Duration.Epsilon);
            if (before.WallOffset != offset)
            {
                return new(interval.Start, before.WallOffset, offset, name, false);
            }

            interval = before;
        }

        // What was in force before the epoch is of no use to an event, and often the mean time of a town, with seconds.
        return new(s_epoch - Duration.FromSeconds(offset.Seconds), offset, offset, name, false);
    }

    /// <summary>What is in force during the event, with the neighbours that leave one STANDARD; readers are known to fail with several.</summary>
    private static ImmutableArray<Observance>? OneStandard(List<Observance> around, int before, int first, int last, int after)
    {
        foreach ((int from, int to) in new[] { (before, after), (before, last), (first, after), (first, last) })
        {
            ImmutableArray<Observance> labelled = Labelled(around, from, to);
            if (labelled.Count(o => o.Standard) == 1)
            {
                return labelled;
            }
        }

        return null;
    }

    /// <summary>The higher side of each change is DAYLIGHT, whatever the zone's own law calls it; a zone without a change is STANDARD.</summary>
    private static ImmutableArray<Observance> Labelled(List<Observance> around, int from, int to) =>
    [
        .. Enumerable.Range(from, to - from + 1).Select(i => around[i] with
        {
            Standard = i > from ? around[i].Offset < around[i - 1].Offset : to == from || around[i].Offset < around[i + 1].Offset,
        }),
    ];

    private readonly record struct Observance(Instant Onset, Offset Before, Offset Offset, string Name, bool Standard);
}
