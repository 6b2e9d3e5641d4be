using System.Collections.Immutable;

namespace Diplomacy.Training;

public sealed partial class Agenda
{
    /// <summary>
    /// The agenda in a zone by other time zone data. What began at or before <paramref name="now"/> stays as it was recorded.
    /// Every local time must mean one instant, by itself or by a choice (R20).
    /// </summary>
    internal List<TrainingRule> Settle(IDateTimeZoneProvider zones, string zoneId, TimeKept keep, IReadOnlyList<TimeChoice> choices, Instant now, out Agenda settled)
    {
        settled = this;
        if (zones.GetIanaZoneOrNull(zoneId) is not { } zone)
        {
            return [PlanningRules.ZoneIsKnown.Broken(("zone", zoneId), ("version", zones.VersionId))];
        }

        var unmet = new List<TrainingRule>();
        if (TzdbVersion.IsOlder(zones.VersionId, ZoneDataVersion))
        {
            unmet.Add(PlanningRules.ZoneDataAreNotOlder.Broken(("version", zones.VersionId), ("before", ZoneDataVersion)));
        }

        Dictionary<string, TimeChoice> chosen = choices.ToDictionary(c => c.Item, StringComparer.Ordinal);
        var items = ImmutableArray.CreateBuilder<ScheduledItem>(Items.Length);
        foreach (ScheduledItem item in Items)
        {
            items.Add(item.Time.Start <= now ? item
                : keep == TimeKept.Instant ? Kept(item, zone)
                : Resettled(item, zone, chosen, now, unmet));
        }

        unmet.AddRange(chosen.Keys.Order(StringComparer.Ordinal).Select(item => PlanningRules.ChoiceIsAsked.Broken(("item", item))));
        ImmutableArray<ScheduledItem> ordered = Ordered(items);
        CheckApart(ordered, unmet);
        settled = new(zoneId, zones.VersionId, ordered);
        return unmet;
    }

    private static ScheduledItem Kept(ScheduledItem item, DateTimeZone zone)
    {
        if (WallTime.Of(item.Item, zone).Resolved == item.Time.Start)
        {
            return item;
        }

        LocalDateTime local = item.Time.Start.InZone(zone).LocalDateTime;
        WallTime found = WallTime.Of(local, Occurrence.Unspecified, zone);
        return new(
            item.Item.StartingAt(
                local, found.Resolved is not null ? Occurrence.Unspecified : found.Earlier.ToInstant() == item.Time.Start ? Occurrence.Earlier : Occurrence.Later),
            item.Time);
    }

    private static ScheduledItem Resettled(ScheduledItem item, DateTimeZone zone, Dictionary<string, TimeChoice> chosen, Instant now, List<TrainingRule> unmet)
    {
        AgendaItem settled = item.Item;
        WallTime found = WallTime.Of(settled, zone);
        if (found.Resolved is null && chosen.Remove(settled.Code, out TimeChoice? choice))
        {
            settled = choice.Start is { } other ? settled.StartingAt(other, choice.Occurrence)
                : !found.IsSkipped ? settled.StartingAt(settled.Start, choice.Occurrence)
                : settled.StartingAt((choice.Occurrence == Occurrence.Earlier ? found.Earlier : found.Later).LocalDateTime, Occurrence.Unspecified);
        }

        if (Resolve(settled, zone, unmet) is not { } start)
        {
            return item;
        }

        if (start <= now)
        {
            unmet.Add(PlanningRules.TimeIsAhead.Broken(("item", settled.Code), ("time", start)));
        }

        return new(settled, new Interval(start, start + settled.Length));
    }
}
