using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>An agenda item with the instants at which it begins and ends, as they were resolved when it was planned.</summary>
/// <param name="Item">The item in local time.</param>
/// <param name="Time">The half-open interval of instants.</param>
public sealed record ScheduledItem(AgendaItem Item, Interval Time);

/// <summary>
/// The agenda of a workshop: sessions, breaks and ceremonies in the host's zone, ordered by time. The local times and the zone are the truth;
/// the instants are what they meant under the time zone data of <see cref="ZoneDataVersion"/> (R19).
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed partial class Agenda : IEquatable<Agenda>
{
    private Agenda(string zoneId, string zoneDataVersion, ImmutableArray<ScheduledItem> items) =>
        (ZoneId, ZoneDataVersion, Items) = (zoneId, zoneDataVersion, items);

    /// <summary>The host's IANA time zone, as entered.</summary>
    public string ZoneId { get; }

    /// <summary>The version of the time zone data under which the instants were resolved, such as <c>TZDB: 2026f</c>.</summary>
    public string ZoneDataVersion { get; }

    /// <summary>All items, ordered by time.</summary>
    public ImmutableArray<ScheduledItem> Items { get; }

    /// <summary>The sessions, ordered by time.</summary>
    public IEnumerable<ScheduledItem> Sessions => Items.Where(i => i.Item is Session);

    /// <summary>The sittings that sessions name, in ordinal order; none where the workshop is held once.</summary>
    public IEnumerable<string> Sittings => Sessions.Select(s => ((Session)s.Item).Sitting).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    /// <summary>The sessions that somebody takes part in: those of all sittings, and those of one's own.</summary>
    /// <param name="sitting">The sitting; null for somebody who is bound to none and takes part in all.</param>
    public IEnumerable<ScheduledItem> SessionsOf(string? sitting) =>
        sitting is null ? Sessions : Sessions.Where(s => ((Session)s.Item).Sitting is not { } held || held == sitting);

    /// <summary>From the beginning of the first item to the end of the last.</summary>
    public Interval Time => new(Items[0].Time.Start, Items.Max(i => i.Time.End));

    /// <summary>How long all sessions last together, whatever their sitting, breaks within them taken off.</summary>
    public Duration SessionLength => SessionLengthOf(null);

    /// <summary>How long the sessions that somebody takes part in last together (<see cref="SessionsOf"/>), breaks within them taken off.</summary>
    /// <param name="sitting">The sitting; null for somebody who is bound to none and takes part in all.</param>
    public Duration SessionLengthOf(string? sitting) =>
        SessionsOf(sitting).Aggregate(Duration.Zero, (sum, s) => sum + CountedTime(s).Aggregate(Duration.Zero, (part, i) => part + i.Duration));

    /// <summary>An agenda whose local times must exist and be unique in the zone: a gap or an overlap is refused, never guessed (R20).</summary>
    /// <param name="zoneId">The host's IANA time zone.</param>
    /// <param name="items">The items, in any order.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>agenda.zone-is-known</c>, <c>agenda.time-exists</c> and <c>agenda.time-is-unique</c> with both candidates,
    /// <c>agenda.codes-are-unique</c>, <c>agenda.has-a-session</c>, <c>agenda.sessions-are-apart</c>.</exception>
    public static Agenda Strictly(string zoneId, params AgendaItem[] items) => Strictly(DateTimeZoneProviders.Tzdb, zoneId, items);

    /// <summary>An agenda whose local times must exist and be unique in the zone, by other time zone data than NodaTime's own.</summary>
    /// <param name="zones">The time zones.</param>
    /// <param name="zoneId">The host's IANA time zone.</param>
    /// <param name="items">The items, in any order.</param>
    /// <exception cref="TrainingRuleException">As the other overload.</exception>
    public static Agenda Strictly(IDateTimeZoneProvider zones, string zoneId, params AgendaItem[] items)
    {
        TrainingRuleException.ThrowIfAny(Check(zones, zoneId, items, out ImmutableArray<ScheduledItem> scheduled));
        return new(zoneId, zones.VersionId, scheduled);
    }

    /// <summary>Which rules an agenda would break; see <see cref="Strictly(IDateTimeZoneProvider, string, AgendaItem[])"/>.</summary>
    /// <param name="zones">The time zones.</param>
    /// <param name="zoneId">The host's IANA time zone.</param>
    /// <param name="items">The items, in any order.</param>
    public static IReadOnlyList<TrainingRule> CheckStrictly(IDateTimeZoneProvider zones, string zoneId, params AgendaItem[] items) =>
        Check(zones, zoneId, items, out _);

    /// <summary>The item with a code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The item, or null.</returns>
    public ScheduledItem? Find(string code) => Items.FirstOrDefault(i => i.Item.Code == code);

    /// <summary>The time of a session that counts as attendance: its interval without the breaks that lie within it (R26).</summary>
    /// <param name="session">An item of this agenda.</param>
    /// <returns>Half-open intervals in order, not touching.</returns>
    public ImmutableArray<Interval> CountedTime(ScheduledItem session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var counted = ImmutableArray.CreateBuilder<Interval>();
        Instant from = session.Time.Start;
        foreach (Interval pause in Items.Where(i => i.Item is Break).Select(i => i.Time).OrderBy(i => i.Start))
        {
            if (pause.End <= from || pause.Start >= session.Time.End)
            {
                continue;
            }

            if (pause.Start > from)
            {
                counted.Add(new(from, pause.Start));
            }

            from = pause.End;
        }

        if (from < session.Time.End)
        {
            counted.Add(new(from, session.Time.End));
        }

        return counted.ToImmutable();
    }

    /// <summary>Equal when zone, data version, items and instants are.</summary>
    /// <param name="other">The agenda to compare with.</param>
    public bool Equals(Agenda? other) =>
        other is not null && ZoneId == other.ZoneId && ZoneDataVersion == other.ZoneDataVersion && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Agenda);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ZoneId, ZoneDataVersion, Items.Length, Items.Length > 0 ? Items[0] : null);

    internal static Agenda Restore(string zoneId, string zoneDataVersion, ImmutableArray<ScheduledItem> items) => new(zoneId, zoneDataVersion, items);

    private static List<TrainingRule> Check(IDateTimeZoneProvider zones, string zoneId, AgendaItem[] items, out ImmutableArray<ScheduledItem> scheduled)
    {
        ArgumentNullException.ThrowIfNull(zones);
        ArgumentException.ThrowIfNullOrWhiteSpace(zoneId);
        ArgumentNullException.ThrowIfNull(items);
        if (items.Contains(null))
        {
            throw new ArgumentException("An item of the agenda is null.", nameof(items));
        }

        scheduled = [];
        if (zones.GetIanaZoneOrNull(zoneId) is not { } zone)
        {
            return [PlanningRules.ZoneIsKnown.Broken(("zone", zoneId), ("version", zones.VersionId))];
        }

        var unmet = new List<TrainingRule>();
        var found = new List<ScheduledItem>();
        foreach (AgendaItem item in items)
        {
            if (Resolve(item, zone, unmet) is { } start)
            {
                found.Add(new(item, new Interval(start, start + item.Length)));
            }
        }

        unmet.AddRange(items.GroupBy(i => i.Code).Where(g => g.Count() > 1).Select(g => PlanningRules.CodesAreUnique.Broken(("item", g.Key))));
        if (!items.Any(i => i is Session))
        {
            unmet.Add(PlanningRules.HasASession.Broken());
        }

        scheduled = Ordered(found);
        CheckApart(scheduled, unmet);
        return unmet;
    }

    private static ImmutableArray<ScheduledItem> Ordered(IEnumerable<ScheduledItem> items) => [.. items.OrderBy(i => i.Time.Start).ThenBy(i => i.Item.Code, StringComparer.Ordinal)];

    private static void CheckApart(ImmutableArray<ScheduledItem> scheduled, List<TrainingRule> unmet)
    {
        ScheduledItem[] sessions = [.. scheduled.Where(i => i.Item is Session)];
        for (int i = 1, longest = 0; i < sessions.Length; i++)
        {
            if (sessions[i].Time.Start < sessions[longest].Time.End)
            {
                unmet.Add(PlanningRules.SessionsAreApart.Broken(("item", sessions[i].Item.Code), ("before", sessions[longest].Item.Code)));
            }

            if (sessions[i].Time.End > sessions[longest].Time.End)
            {
                longest = i;
            }
        }
    }

    private static Instant? Resolve(AgendaItem item, DateTimeZone zone, List<TrainingRule> unmet)
    {
        WallTime found = WallTime.Of(item, zone);
        if (found.Resolved is null)
        {
            unmet.Add((found.IsSkipped ? PlanningRules.TimeExists : PlanningRules.TimeIsUnique).Broken(
                ("item", item.Code), ("time", LocalDateTimePattern.GeneralIso.Format(item.Start)), ("zone", zone.Id),
                ("earlier", WallTime.Candidate(found.Earlier)), ("later", WallTime.Candidate(found.Later))));
        }

        return found.Resolved;
    }
}
