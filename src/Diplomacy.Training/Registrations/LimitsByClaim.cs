using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>
/// The limits of a seat plan by claim, each worked out once: most claims of a book are alike, and every decision asks for the limits of some.
/// The same limits are always the same object, so that all who wait for the same seats stand in one line.
/// </summary>
internal sealed class LimitsByClaim(SeatPlan? seats)
{
    private readonly Dictionary<SeatClaim, LimitSet> _known = [];
    private readonly Dictionary<(LimitSet, LimitSet), LimitSet> _further = [];
    private readonly Dictionary<string, LimitSet> _sets = new(StringComparer.Ordinal);

    /// <summary>Every limit that a claim falls under; none while there is no plan.</summary>
    internal LimitSet Of(SeatClaim claim)
    {
        if (!_known.TryGetValue(claim, out LimitSet? limits))
        {
            _known.Add(claim, limits = Same(seats is null ? [] : seats.LimitsOf(claim)));
        }

        return limits;
    }

    /// <summary>The limits that a claim falls under and a seat that is held already does not: what a change needs room in (R9).</summary>
    internal LimitSet Of(SeatClaim claim, SeatClaim held)
    {
        (LimitSet wanted, LimitSet has) = (Of(claim), Of(held));
        if (!_further.TryGetValue((wanted, has), out LimitSet? limits))
        {
            _further.Add((wanted, has), limits = Same(wanted.Limits.Where(l => !has.Limits.Contains(l))));
        }

        return limits;
    }

    private LimitSet Same(IEnumerable<SeatLimit> limits)
    {
        ImmutableArray<SeatLimit> all = [.. limits];
        string name = string.Join('\n', all.Select(l => l.Key));
        if (!_sets.TryGetValue(name, out LimitSet? same))
        {
            _sets.Add(name, same = new(all));
        }

        return same;
    }
}

/// <summary>A combination of limits. Compared by identity: <see cref="LimitsByClaim"/> makes each once.</summary>
internal sealed class LimitSet(ImmutableArray<SeatLimit> limits)
{
    internal ImmutableArray<SeatLimit> Limits { get; } = limits;
}
