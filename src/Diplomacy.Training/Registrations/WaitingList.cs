using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>One page of the waiting list of a workshop, as of the moment of asking (R3).</summary>
/// <remarks>Immutable: a picture of this moment.</remarks>
/// <param name="Entries">Who waits, in the order in which they would be promoted if only the limits of their own mode stood in the way (R5).</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
/// <param name="Offers">Everybody to whom a seat is offered and who has not answered, by the end of the offer, the first first: the same on every page.</param>
/// <param name="Waiting">How many wait, over all pages; also those who keep a seat and wait for a change.</param>
/// <param name="PromotesUntil">From here on freed seats go to nobody and the list closes; null where the workshop is not known.</param>
/// <param name="Promotes">Whether freed seats are passed on now: the workshop is published, and the cut-off has not passed.</param>
public sealed record WaitingList(
    ImmutableArray<WaitingEntry> Entries, string? Next, ImmutableArray<OfferedSeat> Offers, int Waiting, Instant? PromotesUntil, bool Promotes);

/// <summary>Somebody who waits, and for what.</summary>
/// <param name="Registration">The registration, with the time since when it waits in this line and its priority.</param>
/// <param name="Position">The place in the line of the mode and sitting that it waits for, from 1. Somebody further back may be promoted first, where a quota holds back those in front (R6).</param>
/// <param name="Wanted">What it waits for: mode, sitting and the groups it would count in.</param>
/// <param name="Limits">Every limit that it needs room under, each with what is left now; of a change only those that its own seat does not satisfy already (R9).</param>
public sealed record WaitingEntry(Registration Registration, int Position, SeatClaim Wanted, ImmutableArray<BindingLimit> Limits)
{
    /// <summary>Whether it keeps a seat and waits for another mode or sitting; otherwise it waits for a seat.</summary>
    public bool IsChange => Registration.Status != RegistrationStatus.Waiting;

    /// <summary>The limits that are full now, and so hold it back; none while nothing is passed on, as of a postponed workshop.</summary>
    public ImmutableArray<BindingLimit> BindingLimits => [.. Limits.Where(l => l.Remaining == 0)];
}

/// <summary>A seat that is offered and held until the answer.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Until">From this instant on the offer has lapsed; it lies in the working time of the sending institution (R16).</param>
public sealed record OfferedSeat(Registration Registration, Instant Until);
