using NodaTime;

namespace Diplomacy.Training.Tests.SlotSearching;

/// <summary>What a start asks of everybody, by asking NodaTime for the local time of every quarter at every institution.</summary>
internal sealed record BruteForceSlot(Instant Start, SlotScore Score, bool TooSoon, bool OutsideHostHours, bool HostRests, IReadOnlyList<InstitutionCode> NotInHours)
{
    internal bool Fits => !TooSoon && !OutsideHostHours && !HostRests && NotInHours.Count == 0;
}

internal static class BruteForceSlots
{
    private static readonly Duration s_quarter = Duration.FromMinutes(15);

    internal static BruteForceSlot[] Of(SlotQuery query)
    {
        DateTimeZone host = Zone(query.Host);
        Instant from = query.Days.Start.PlusDays(-2).AtMidnight().InUtc().ToInstant(), to = query.Days.End.PlusDays(2).AtMidnight().InUtc().ToInstant();
        var slots = new List<BruteForceSlot>();
        for (Instant start = from; start <= to; start += s_quarter)
        {
            if (start.InZone(host).Date >= query.Days.Start && (start + query.Length - Duration.Epsilon).InZone(host).Date <= query.Days.End)
            {
                slots.Add(Of(query, start));
            }
        }

        return [.. slots];
    }

    /// <summary>The band of each quarter of a session at an institution.</summary>
    internal static WorkingBand[] Bands(SlotInstitution who, Instant start, Duration length) =>
    [
        .. Middles(start, length).Select(middle =>
        {
            LocalDateTime local = middle.InZone(Zone(who)).LocalDateTime;
            return who.Institution.WorkingTime.BandAt(local, who.Holidays?.On(local.Date));
        }),
    ];

    internal static int[] Key(this SlotScore score, IEnumerable<SlotCriterion> order) => [.. order.Select(score.Of)];

    /// <summary>The figures of a start for some institutions.</summary>
    internal static SlotScore Score(SlotQuery query, Instant start, params SlotInstitution[] attending)
    {
        int night = 0, rest = 0, burden = 0, changes = 0, outside = 0, worst = 0;
        foreach (SlotInstitution who in attending.Where(a => a.Heads > 0))
        {
            WorkingBand[] bands = Bands(who, start, query.Length);
            int cost = bands.Sum(query.Options.Costs.Of);
            night += bands.Contains(WorkingBand.Night) ? who.Heads : 0;
            rest += bands.Contains(WorkingBand.RestDay) ? who.Heads : 0;
            outside += bands.Any(b => b != WorkingBand.InHours) ? who.Heads : 0;
            burden += who.Heads * cost;
            worst = Math.Max(worst, cost);
            changes += ClocksChangeNear(Zone(who), start, Duration.FromDays(query.Options.ClockChangeDays)) ? 1 : 0;
        }

        return new(night, rest, burden, changes, outside, worst);
    }

    private static BruteForceSlot Of(SlotQuery query, Instant start)
    {
        SlotInstitution[] all = [query.Host, .. query.Institutions];
        LocalDateTime[] atHost = [.. Middles(start, query.Length).Select(m => m.InZone(Zone(query.Host)).LocalDateTime)];
        string held = query.Options.HostHours.ToString();
        LocalTime opens = LocalTime.FromMinutesSinceMidnight((int.Parse(held[..2], null) * 60) + int.Parse(held[3..5], null));
        int closes = (int.Parse(held[6..8], null) * 60) + int.Parse(held[9..], null);
        return new(
            start,
            Score(query, start, all),
            start < query.NotBefore,
            atHost.Any(l => l.TimeOfDay < opens || (l.Hour * 60) + l.Minute >= closes),
            !query.Options.HostOnRestDays && atHost.Any(l => query.Host.Institution.WorkingTime.On(l.Date, query.Host.Holidays?.On(l.Date)).Count == 0),
            [.. all.Where(w => w.MustBeInHours && Bands(w, start, query.Length).Any(b => b != WorkingBand.InHours)).Select(w => w.Institution.Code)]);
    }

    private static IEnumerable<Instant> Middles(Instant start, Duration length)
    {
        for (Instant quarter = start; quarter < start + length; quarter += s_quarter)
        {
            yield return quarter + (s_quarter / 2);
        }
    }

    /// <summary>Whether the offset differs just before and at some quarter of the days around; every change since 2021 falls on one.</summary>
    private static bool ClocksChangeNear(DateTimeZone zone, Instant start, Duration near)
    {
        if (near == Duration.Zero || zone.GetUtcOffset(start - near - Duration.Epsilon) == zone.GetUtcOffset(start + near) && zone.GetZoneInterval(start - near - Duration.Epsilon) is { HasEnd: false })
        {
            return false;
        }

        return zone.GetZoneIntervals(new Interval(start - near - Duration.Epsilon, start + near + Duration.Epsilon))
            .Any(i => i.HasStart && i.Start >= start - near && i.Start <= start + near && zone.GetUtcOffset(i.Start) != zone.GetUtcOffset(i.Start - Duration.Epsilon));
    }

    private static DateTimeZone Zone(SlotInstitution who) => DateTimeZoneProviders.Tzdb[who.Institution.ZoneId];
}
