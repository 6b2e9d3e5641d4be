using System.Collections.Immutable;
using System.Numerics;
using NodaTime.TimeZones;

namespace Diplomacy.Training;

/// <summary>The host and the institutions of a query with their zones, and what one start means at each of them.</summary>
internal sealed class SlotPlaces
{
    private const long MostCells = 32_000_000;
    private static readonly Duration s_quarter = Duration.FromSeconds(SlotGrid.SecondsOfQuarter);

    internal SlotPlaces(SlotQuery query, IDateTimeZoneProvider zones)
    {
        IReadOnlyList<string> faults = query.Options?.Validate() ?? ["Options is null."];
        if (faults.Count > 0)
        {
            throw new ArgumentException("The options of the search have faults: " + string.Join(" ", faults), nameof(query));
        }

        Query = query;
        Who = [.. query.All];
        Zones = [.. Who.Select(w => zones.GetZoneOrNull(w.Institution.ZoneId) ?? throw new TrainingRuleException(InstitutionRules.ZoneIsKnown.Broken(
            ("institution", w.Institution.Code.ToString()), ("zone", w.Institution.ZoneId), ("version", zones.VersionId))))];
        Grid = new(query, Zones[0]);
        NearClockChange = Duration.FromDays(Options.ClockChangeDays);
    }

    internal SlotQuery Query { get; }

    internal SlotOptions Options => Query.Options;

    internal ImmutableArray<SlotInstitution> Who { get; }

    internal ImmutableArray<DateTimeZone> Zones { get; }

    internal SlotGrid Grid { get; }

    internal Duration NearClockChange { get; }

    /// <summary>When a zone's clocks change at most <see cref="NearClockChange"/> before the first or after the last start; a change of names alone is none.</summary>
    internal IEnumerable<Instant> ClockChanges(DateTimeZone zone, Instant first, Instant last)
    {
        if (NearClockChange == Duration.Zero)
        {
            yield break;
        }

        Instant until = last + NearClockChange;
        ZoneInterval interval = zone.GetZoneInterval(first - NearClockChange - Duration.Epsilon);
        while (interval.HasEnd && interval.End <= until)
        {
            ZoneInterval next = zone.GetZoneInterval(interval.End);
            if (next.WallOffset != interval.WallOffset)
            {
                yield return interval.End;
            }

            interval = next;
        }
    }

    /// <summary>How long the row of a candidate must be; refuses a search whose rows would not fit into memory.</summary>
    internal int StrideFor(int candidates)
    {
        int stride = (Who.Length + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        return (long)stride * candidates <= MostCells
            ? stride
            : throw new ArgumentException("More than 32 million pairs of a start and an institution would be compared. Search fewer days or fewer institutions at a time.");
    }

    /// <summary>The starts at which a session begins and ends on some days of the host.</summary>
    internal IEnumerable<int> StartsIn(DateInterval days)
    {
        int from = (int)Math.Clamp(Grid.IndexFrom(SlotGrid.StartOf(days.Start, Zones[0])), 0, Grid.Starts);
        int to = (int)Math.Clamp(Grid.IndexFrom(SlotGrid.StartOf(days.End.PlusDays(1), Zones[0]) - Query.Length + Duration.Epsilon), from, Grid.Starts);
        return Enumerable.Range(from, to - from);
    }

    /// <summary>The figures of a start at which everybody attends.</summary>
    internal SlotScore ScoreAt(Instant start) => Score(Enumerable.Range(0, Who.Length).Select(place => At(place, start)));

    /// <summary>The figures of what institutions attend.</summary>
    internal static SlotScore Score(IEnumerable<LocalSlot> attended)
    {
        LocalSlot[] attending = [.. attended.Where(l => l.Heads > 0)];
        return new(
            attending.Where(l => l.IsAtNight).Sum(l => l.Heads),
            attending.Where(l => l.IsOnRestDay).Sum(l => l.Heads),
            attending.Sum(l => l.Heads * l.Cost),
            attending.Count(l => l.ClockChange is not null),
            attending.Where(l => l.Band != WorkingBand.InHours).Sum(l => l.Heads),
            attending.Select(l => l.Cost).DefaultIfEmpty().Max());
    }

    /// <summary>What a start means at one place, asked of NodaTime quarter by quarter.</summary>
    internal LocalSlot At(int place, Instant start)
    {
        SlotInstitution who = Who[place];
        DateTimeZone zone = Zones[place];
        int cost = 0;
        var worst = WorkingBand.InHours;
        bool night = false, rest = false;
        var statuses = new List<DayStatus>(2);
        LocalDate last = default;
        DayStatus status = DayStatus.Unknown;
        for (int q = 0; q < Grid.Session; q++)
        {
            LocalDateTime middle = (start + (q * s_quarter) + (s_quarter / 2)).InZone(zone).LocalDateTime;
            if (statuses.Count == 0 || middle.Date != last)
            {
                last = middle.Date;
                status = who.StatusOn(last);
                statuses.Add(status);
            }

            WorkingBand band = who.Institution.WorkingTime.BandAt(middle, status);
            cost += Options.Costs.Of(band);
            worst = band > worst ? band : worst;
            night |= band == WorkingBand.Night;
            rest |= band == WorkingBand.RestDay;
        }

        ZonedDateTime local = start.InZone(zone);
        return new()
        {
            Institution = who.Institution,
            Heads = who.Heads,
            MustBeInHours = who.MustBeInHours,
            Start = local,
            End = (start + Query.Length).InZone(zone),
            DayShift = Period.DaysBetween(start.InZone(Zones[0]).Date, local.Date),
            Band = worst,
            Cost = cost,
            IsAtNight = night,
            IsOnRestDay = rest,
            Days = [.. statuses],
            ClockChange = ClockChanges(zone, start, start).Select(c => (Instant?)c).FirstOrDefault(),
        };
    }
}
