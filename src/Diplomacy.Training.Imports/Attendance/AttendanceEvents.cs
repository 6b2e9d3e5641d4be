namespace Diplomacy.Training.Imports;

/// <summary>Makes intervals of a list that tells joining and leaving in rows of their own.</summary>
internal sealed class AttendanceEvents
{
    private readonly Dictionary<AttendanceCaller, List<(Instant At, bool Joins, int Number)>> _events = [];

    internal void Add(int number, AttendanceCaller caller, Instant? at, bool joins)
    {
        if (!_events.TryGetValue(caller, out var events))
        {
            _events.Add(caller, events = []);
        }

        if (at is { } instant)
        {
            events.Add((instant, joins, number));
        }
    }

    /// <summary>
    /// Each joining with the leaving that ends it, in the order of time: of several open ones the earliest ends first. A list or a row that stands twice counts once. Whoever never leaves
    /// was there when the list was made; a leaving that nothing began has no beginning, and is no evidence (R28).
    /// </summary>
    /// <returns>The intervals ordered by the row that began them.</returns>
    internal IEnumerable<(int Number, AttendanceCaller Caller, Instant? Joined, Instant? Left)> Intervals() =>
        _events.SelectMany(pair => Of(pair.Key, pair.Value)).OrderBy(interval => interval.Number);

    private static List<(int Number, AttendanceCaller Caller, Instant? Joined, Instant? Left)> Of(AttendanceCaller caller, List<(Instant At, bool Joins, int Number)> events)
    {
        var intervals = new List<(int, AttendanceCaller, Instant?, Instant?)>();
        var open = new Queue<(Instant At, int Number)>();
        var orphans = new List<(Instant At, int Number)>();
        var begins = new HashSet<Instant>();
        var ends = new HashSet<Instant>();
        foreach (var (at, joins, number) in Once(events))
        {
            if (joins)
            {
                open.Enqueue((at, number));
            }
            else if (open.TryDequeue(out var begun))
            {
                intervals.Add((begun.Number, caller, begun.At, at));
                begins.Add(begun.At);
                ends.Add(at);
            }
            else
            {
                orphans.Add((at, number));
            }
        }

        // What is left over and was told in another row too is a row that stands twice.
        intervals.AddRange(open.Where(begun => begins.Add(begun.At)).Select(begun => (begun.Number, caller, (Instant?)begun.At, (Instant?)null)));
        intervals.AddRange(orphans.Where(ended => ends.Add(ended.At)).Select(ended => (ended.Number, caller, (Instant?)null, (Instant?)ended.At)));
        return intervals;
    }

    // Two devices may leave in one second, as all do when a meeting is ended, so a repeated event may be another one; but where all stand equally often, the list stands there so often.
    private static IEnumerable<(Instant At, bool Joins, int Number)> Once(List<(Instant At, bool Joins, int Number)> events)
    {
        var same = events.GroupBy(e => (e.At, e.Joins)).Select(group => (group.Key.At, group.Key.Joins, Numbers: group.Select(e => e.Number).Order().ToArray())).ToArray();
        int times = same.Aggregate(0, (divisor, group) => (int)System.Numerics.BigInteger.GreatestCommonDivisor(divisor, group.Numbers.Length));
        return same.OrderBy(group => group.At).ThenByDescending(group => group.Joins)
            .SelectMany(group => group.Numbers.Take(group.Numbers.Length / times), (group, number) => (group.At, group.Joins, number));
    }
}
