using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>
/// How many may take part: seats per mode, quotas, perhaps a total and the room's own capacity. A seat must satisfy every limit it falls under (R1);
/// <see cref="LimitsOf"/> names them.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed class SeatPlan : IEquatable<SeatPlan>
{
    private SeatPlan(int? inPerson, int? online, ImmutableArray<Quota> quotas, int? total, int? room, int? waiting)
    {
        // By name, so that a plan is the same plan in whichever order its quotas were written down.
        ImmutableArray<Quota> ordered = quotas.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        (InPersonSeats, OnlineSeats, Quotas, Total, RoomCapacity, WaitingPlaces) = (inPerson, online, ordered, total, room, waiting);
    }

    /// <summary>Participants' seats in the room; null when the workshop is not held in a room.</summary>
    public int? InPersonSeats { get; }

    /// <summary>Participants' seats in the call; null when the workshop is not held online.</summary>
    public int? OnlineSeats { get; }

    /// <summary>Further limits, ordered by name; they may overlap.</summary>
    public ImmutableArray<Quota> Quotas { get; }

    /// <summary>The most participants over both modes; null when the modes' seats are the only limit.</summary>
    public int? Total { get; }

    /// <summary>How many the room holds, whatever their role; null when only participants are counted.</summary>
    public int? RoomCapacity { get; }

    /// <summary>How many may wait; null for any number, 0 for no waiting list.</summary>
    public int? WaitingPlaces { get; }

    /// <summary>A workshop in a room and a call at once.</summary>
    /// <param name="inPerson">Participants' seats in the room, 0 or more.</param>
    /// <param name="online">Participants' seats in the call, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static SeatPlan Hybrid(int inPerson, int online) => new(AtLeastZero(inPerson, nameof(inPerson)), AtLeastZero(online, nameof(online)), [], null, null, null);

    /// <summary>A workshop in a room alone.</summary>
    /// <param name="seats">Participants' seats, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static SeatPlan InPersonOnly(int seats) => new(AtLeastZero(seats, nameof(seats)), null, [], null, null, null);

    /// <summary>A workshop in a call alone.</summary>
    /// <param name="seats">Participants' seats, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static SeatPlan OnlineOnly(int seats) => new(null, AtLeastZero(seats, nameof(seats)), [], null, null, null);

    /// <summary>The same plan with further quotas.</summary>
    /// <param name="quotas">The quotas; a quota that stands already under the same name is replaced.</param>
    /// <exception cref="ArgumentException">Two of the quotas given have the same name, or one is null.</exception>
    public SeatPlan With(params Quota[] quotas)
    {
        ArgumentNullException.ThrowIfNull(quotas);
        if (quotas.Any(q => q is null))
        {
            throw new ArgumentException("A quota is null.", nameof(quotas));
        }

        if (quotas.GroupBy(q => q.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two quotas are named '{twice.Key}': which of them should hold?", nameof(quotas));
        }

        return new(InPersonSeats, OnlineSeats, [.. Quotas.Where(q => quotas.All(n => n.Name != q.Name)), .. quotas], Total, RoomCapacity, WaitingPlaces);
    }

    /// <summary>The same plan with at most so many participants over both modes.</summary>
    /// <param name="participants">0 or more.</param>
    public SeatPlan WithTotal(int participants) => new(InPersonSeats, OnlineSeats, Quotas, AtLeastZero(participants, nameof(participants)), RoomCapacity, WaitingPlaces);

    /// <summary>The same plan in a room that holds at most so many people, whatever their role.</summary>
    /// <param name="people">0 or more.</param>
    public SeatPlan WithRoomCapacity(int people) => new(InPersonSeats, OnlineSeats, Quotas, Total, AtLeastZero(people, nameof(people)), WaitingPlaces);

    /// <summary>The same plan with a waiting list of at most so many; 0 for none.</summary>
    /// <param name="places">0 or more.</param>
    public SeatPlan WithWaitingPlaces(int places) => new(InPersonSeats, OnlineSeats, Quotas, Total, RoomCapacity, AtLeastZero(places, nameof(places)));

    /// <summary>Whether the workshop is held in a mode.</summary>
    /// <param name="mode">The mode.</param>
    public bool Offers(DeliveryMode mode) => SeatsOf(mode) is not null;

    /// <summary>Every limit that a seat falls under, with its capacity.</summary>
    /// <param name="claim">Whose seat.</param>
    /// <returns>None for a role that takes neither seat nor room.</returns>
    public IEnumerable<SeatLimit> LimitsOf(SeatClaim claim)
    {
        if (claim.Role.TakesSeat())
        {
            yield return new(claim.Mode == DeliveryMode.InPerson ? "mode/in-person" : "mode/online", SeatsOf(claim.Mode) ?? 0);
            foreach (Quota quota in Quotas)
            {
                if (quota.LimitFor(claim) is { } limit)
                {
                    yield return limit;
                }
            }

            if (Total is { } total)
            {
                yield return new("total", total);
            }
        }

        if (claim.Mode == DeliveryMode.InPerson && claim.Role.TakesRoom() && RoomCapacity is { } room)
        {
            yield return new("room", room);
        }
    }

    /// <summary>Equal when all limits are.</summary>
    /// <param name="other">The plan to compare with.</param>
    public bool Equals(SeatPlan? other) =>
        other is not null && InPersonSeats == other.InPersonSeats && OnlineSeats == other.OnlineSeats && Total == other.Total &&
        RoomCapacity == other.RoomCapacity && WaitingPlaces == other.WaitingPlaces && Quotas.SequenceEqual(other.Quotas);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SeatPlan);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InPersonSeats, OnlineSeats, Total, RoomCapacity, WaitingPlaces, Quotas.Length);

    internal static SeatPlan Restore(int? inPerson, int? online, ImmutableArray<Quota> quotas, int? total, int? room, int? waiting) =>
        new(inPerson, online, quotas, total, room, waiting);

    private int? SeatsOf(DeliveryMode mode) => mode switch
    {
        DeliveryMode.InPerson => InPersonSeats,
        DeliveryMode.Online => OnlineSeats,
        _ => null,
    };

    private static int AtLeastZero(int value, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, parameter);
        return value;
    }
}

/// <summary>What a seat is claimed for: what decides which limits it falls under.</summary>
/// <param name="Mode">In the room or in the call.</param>
/// <param name="Institution">The sending institution.</param>
/// <param name="InstitutionKind">What that institution is.</param>
/// <param name="Role">As what.</param>
public readonly record struct SeatClaim(DeliveryMode Mode, InstitutionCode Institution, InstitutionKind InstitutionKind, ParticipantRole Role);

/// <summary>One limit: a stable key such as <c>mode/online</c>, <c>quota/MFAIC</c> or <c>quota/each-mission/US-WAS-EMB</c>, and how many it allows.</summary>
/// <param name="Key">The key; seats with the same key share the limit.</param>
/// <param name="Capacity">How many, 0 or more.</param>
public readonly record struct SeatLimit(string Key, int Capacity);
