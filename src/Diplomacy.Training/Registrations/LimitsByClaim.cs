using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>The limits of a seat plan by claim, each worked out once: most claims of a book are alike, and every decision asks for the limits of some.</summary>
internal sealed class LimitsByClaim(SeatPlan? seats)
{
    private readonly Dictionary<SeatClaim, ImmutableArray<SeatLimit>> _known = [];

    /// <summary>Every limit that a claim falls under; none while there is no plan.</summary>
    internal ImmutableArray<SeatLimit> Of(SeatClaim claim)
    {
        if (!_known.TryGetValue(claim, out ImmutableArray<SeatLimit> limits))
        {
            _known.Add(claim, limits = seats is null ? [] : [.. seats.LimitsOf(claim)]);
        }

        return limits;
    }
}
