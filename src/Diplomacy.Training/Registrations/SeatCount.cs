using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>How full a workshop is.</summary>
/// <param name="Limits">Every limit of the plan and of its registrations, ordered by key; also those of which nothing is taken.</param>
/// <param name="Confirmed">How many are confirmed, in any role.</param>
/// <param name="Waiting">How many wait for a seat and hold none.</param>
public sealed record SeatCount(ImmutableArray<BindingLimit> Limits, int Confirmed, int Waiting)
{
    /// <summary>To how many a seat is offered, which is held until they answer (R3).</summary>
    public int Offered { get; init; }

    /// <summary>How many wait for approval, with a seat kept or without (R2).</summary>
    public int AwaitingApproval { get; init; }

    /// <summary>The active registrations by mode, and by sitting where the workshop has several: the room first, sittings by code, those bound to no sitting first.</summary>
    public ImmutableArray<ModeCount> Modes { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many wait under each limit, for a seat or for a change, by key; limits under which nobody waits are left out.</summary>
    public ImmutableSortedDictionary<string, int> WaitingByLimit { get; init; } = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);
}

/// <summary>The active registrations of one mode, or of one sitting in one mode.</summary>
/// <param name="Mode">In the room or in the call.</param>
/// <param name="Sitting">The sitting; null for registrations that are bound to none, which is all of them where the workshop is held once.</param>
/// <param name="Confirmed">How many are confirmed, in any role.</param>
/// <param name="Participants">How many of those are participants, who take a participant's seat.</param>
/// <param name="Offered">To how many a seat is offered.</param>
/// <param name="AwaitingApproval">How many wait for approval.</param>
/// <param name="Waiting">How many wait for a seat here and hold none.</param>
/// <param name="Changing">How many hold a seat elsewhere and wait to change to here.</param>
public sealed record ModeCount(DeliveryMode Mode, string? Sitting, int Confirmed, int Participants, int Offered, int AwaitingApproval, int Waiting, int Changing);
