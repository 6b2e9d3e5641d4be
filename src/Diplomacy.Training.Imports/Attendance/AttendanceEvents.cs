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
    /// Each joining with the leaving that ends it, in the order of time: of several open ones the earliest ends first. The same event told twice is one. Whoever never leaves
    /// was there when the list was made; a leaving that nothing began has no beginning, and is no evidence (R28).
    /// </summary>
    /// <returns>The intervals ordered by the row that began them.</returns>
    internal IEnumerable<(int Number, AttendanceCaller Caller, Instant? Joined, Instant? Left)> Intervals() =>
        _events.SelectMany(pair => Of(pair.Key, pair.Value)).OrderBy(interval => interval.Number);

    private static List<(int Number, AttendanceCaller Caller, Instant? Joined, Instant? Left)> Of(AttendanceCaller caller, List<(Instant At, bool Joins, int Number)> events)
    {
        var intervals = new List<(int, AttendanceCaller, Instant?, Instant?)>();
        var open = new Queue<(Instant At, int Number)>();
        foreach (var (at, joins, number) in events.OrderBy(e => e.At).ThenByDescending(e => e.Joins).ThenBy(e => e.Number).DistinctBy(e => (e.At, e.Joins)))
        {
            if (joins)
            {
                open.Enqueue((at, number));
            }
            else if (open.TryDequeue(out var begun))
            {
                intervals.Add((begun.Number, caller, begun.At, at));
            }
            else
            {
                intervals.Add((number, caller, null, at));
            }
        }

        intervals.AddRange(open.Select(begun => (begun.Number, caller, (Instant?)begun.At, (Instant?)null)));
        return intervals;
    }
}
