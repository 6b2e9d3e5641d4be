namespace Diplomacy.Training.Imports;

/// <summary>
/// Instants of local times in one zone, as <see cref="WrittenTimes.Strictly"/> gives them, without asking the zone again for as long as its offset stays the same: a report's
/// times lie within hours of each other.
/// </summary>
/// <remarks>For one thread, and for one order of day and month.</remarks>
internal sealed class LocalInstants(DateTimeZone zone, DateOrder order, WrittenTimes times)
{
    private const long UnixEpochTicks = 621_355_968_000_000_000;

    // Local times from here to there occur once, with this offset.
    private long _from = long.MaxValue;
    private long _to = long.MinValue;
    private long _offset;
    private WrittenTime _day;
    private long _dayTicks;

    internal DateTimeZone Zone => zone;

    /// <summary>The instant; null with an error where the zone skips or repeats the time.</summary>
    internal Instant? Find(in WrittenTime written, int row, ImportColumn column)
    {
        if (!written.IsSameDate(_day))
        {
            (_day, _dayTicks) = (written, written.DayTicksIn(order));
        }

        long ticks = _dayTicks + written.TicksOfDay;
        if (ticks >= _from && ticks < _to)
        {
            return Instant.FromUnixTimeTicks(ticks - _offset - UnixEpochTicks);
        }

        if (times.Strictly(written.In(order), zone, row, column.Name) is not { } instant)
        {
            return null;
        }

        Remember(instant);
        return Instant.FromUnixTimeTicks(ticks - zone.GetUtcOffset(instant).Ticks - UnixEpochTicks);
    }

    /// <summary>The instant; null where the zone skips or repeats the time.</summary>
    internal Instant? FindOrNull(in WrittenTime written) =>
        zone.MapLocal(written.In(order)) is { Count: 1 } mapping ? mapping.Single().ToInstant() : null;

    // At a transition the greater of both offsets ends what is skipped or repeated, and the smaller begins it.
    private void Remember(Instant instant)
    {
        var interval = zone.GetZoneInterval(instant);
        _offset = interval.WallOffset.Ticks;
        _from = interval.HasStart
            ? Local(interval.Start, Math.Max(_offset, zone.GetUtcOffset(interval.Start - Duration.Epsilon).Ticks))
            : long.MinValue;
        _to = interval.HasEnd
            ? Local(interval.End, Math.Min(_offset, zone.GetUtcOffset(interval.End).Ticks))
            : long.MaxValue;
    }

    private static long Local(Instant instant, long offset) => instant.ToUnixTimeTicks() + UnixEpochTicks + offset;
}
