namespace Diplomacy.Training;

/// <summary>
/// Everybody who waits: for a seat, or for a change while keeping one. Those who need room under the same limits stand in one line, in the order of R5;
/// whoever is behind a blocked head is then blocked too, and other lines are not (R6).
/// </summary>
internal sealed class WaitingLines(Rollback rollback)
{
    private readonly Dictionary<LimitSet, SortedSet<Place>> _lines = [];
    private readonly Dictionary<RegistrationId, (LimitSet Needs, Place Place, (DeliveryMode, string?) Told)> _places = [];
    private readonly Dictionary<(DeliveryMode, string?), PriorityCount> _ahead = [];

    /// <summary>The first of every line, with the limits that the line needs room in.</summary>
    internal IEnumerable<KeyValuePair<LimitSet, SortedSet<Place>>> All => _lines;

    internal bool IsEmpty => _places.Count == 0;

    /// <summary>Everybody in the order of R5, with the limits that each needs room in.</summary>
    internal IEnumerable<(Place Place, LimitSet Needs)> WithNeeds => _places.Values.Select(p => (p.Place, p.Needs)).OrderBy(p => p.Place);

    internal IEnumerable<Place> InOrder => _places.Values.Select(p => p.Place).Order();

    /// <summary>How many wait for a mode and sitting who would go before a newcomer of this priority.</summary>
    internal int Before(SeatClaim claim, int priority) => _ahead.TryGetValue((claim.Mode, claim.Sitting), out PriorityCount? ahead) ? ahead.UpTo(priority) : 0;

    internal Place? Of(RegistrationId registration) => _places.TryGetValue(registration, out var found) ? found.Place : null;

    internal void Enter(Place place, LimitSet needs, SeatClaim wanted)
    {
        if (!_lines.TryGetValue(needs, out SortedSet<Place>? line))
        {
            rollback.Put(_lines, needs, line = []);
        }

        (DeliveryMode, string?) told = (wanted.Mode, wanted.Sitting);
        if (!_ahead.TryGetValue(told, out PriorityCount? ahead))
        {
            _ahead.Add(told, ahead = new());
        }

        rollback.Put(line, place);
        rollback.Put(_places, place.Registration, (needs, place, told));
        rollback.Count(ahead, place.Priority, +1);
    }

    internal void Leave(RegistrationId registration)
    {
        if (!_places.TryGetValue(registration, out var found))
        {
            return;
        }

        SortedSet<Place> line = _lines[found.Needs];
        rollback.Take(line, found.Place);
        rollback.Take(_places, registration);
        rollback.Count(_ahead[found.Told], found.Place.Priority, -1);
        if (line.Count == 0)
        {
            rollback.Take(_lines, found.Needs);
        }
    }
}

/// <summary>A place in a line: by priority, then time of joining this line, then the order in which the book took it (R5).</summary>
internal readonly record struct Place(int Priority, Instant Joined, long Sequence, RegistrationId Registration) : IComparable<Place>
{
    public int CompareTo(Place other)
    {
        int order = Priority.CompareTo(other.Priority);
        order = order != 0 ? order : Joined.CompareTo(other.Joined);
        return order != 0 ? order : Sequence.CompareTo(other.Sequence);
    }
}
