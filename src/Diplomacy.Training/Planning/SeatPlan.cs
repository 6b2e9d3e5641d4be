using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>
/// How many may take part: seats per mode, quotas, perhaps a total and the room's own capacity. A seat must satisfy every limit it falls under (R1);
/// <see cref="LimitsOf"/> names them.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed class SeatPlan : IEquatable<SeatPlan>
{
    private SeatPlan(int? inPerson, int? online)
    {
        (InPersonSeats, OnlineSeats) = (inPerson, online);
        (Quotas, Sittings) = ([], []);
    }

    private SeatPlan(SeatPlan other) =>
        (InPersonSeats, OnlineSeats, Quotas, Sittings, Total, RoomCapacity, WaitingPlaces) =
        (other.InPersonSeats, other.OnlineSeats, other.Quotas, other.Sittings, other.Total, other.RoomCapacity, other.WaitingPlaces);

    /// <summary>Participants' seats in the room; null when the workshop is not held in a room.</summary>
    public int? InPersonSeats { get; }

    /// <summary>Participants' seats in the call; null when the workshop is not held online.</summary>
    public int? OnlineSeats { get; }

    /// <summary>Further limits, ordered by name; they may overlap.</summary>
    public ImmutableArray<Quota> Quotas { get; private init; }

    /// <summary>The seats of each sitting, ordered by code; none where the workshop is held once.</summary>
    public ImmutableArray<SittingSeats> Sittings { get; private init; }

    /// <summary>The most participants over both modes; null when the modes' seats are the only limit.</summary>
    public int? Total { get; private init; }

    /// <summary>How many the room holds, whatever their role; null when only participants are counted.</summary>
    public int? RoomCapacity { get; private init; }

    /// <summary>How many may wait; null for any number, 0 for no waiting list.</summary>
    public int? WaitingPlaces { get; private init; }

    /// <summary>A workshop in a room and a call at once.</summary>
    /// <param name="inPerson">Participants' seats in the room, 0 or more.</param>
    /// <param name="online">Participants' seats in the call, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static SeatPlan Hybrid(int inPerson, int online) => new(AtLeastZero(inPerson, nameof(inPerson)), AtLeastZero(online, nameof(online)));

    /// <summary>A workshop in a room alone.</summary>
    /// <param name="seats">Participants' seats, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static SeatPlan InPersonOnly(int seats) => new(AtLeastZero(seats, nameof(seats)), null);

    /// <summary>A workshop in a call alone.</summary>
    /// <param name="seats">Participants' seats, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static SeatPlan OnlineOnly(int seats) => new(null, AtLeastZero(seats, nameof(seats)));

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

        return new(this) { Quotas = InOrder([.. Quotas.Where(q => quotas.All(n => n.Name != q.Name)), .. quotas]) };
    }

    /// <summary>
    /// The same plan with a sitting of its own seats: the workshop is held several times, and a participant takes part in one sitting.
    /// The seats of a mode are the most over all sittings; the room's capacity holds in each sitting.
    /// </summary>
    /// <param name="sitting">The sitting's code, as its sessions name it: 1 to 40 lower-case letters, digits and hyphens. A sitting that stands already is replaced.</param>
    /// <param name="inPerson">Participants' seats in the room, 0 or more; null when this sitting is not held in a room.</param>
    /// <param name="online">Participants' seats in the call, 0 or more; null when this sitting is not held online.</param>
    /// <exception cref="ArgumentException">The code is not usable, a number is negative, or the sitting is held in no mode, or in one that this plan has no seats for.</exception>
    public SeatPlan WithSitting(string sitting, int? inPerson, int? online)
    {
        var seats = new SittingSeats(sitting, inPerson, online);
        if ((inPerson is not null && InPersonSeats is null) || (online is not null && OnlineSeats is null))
        {
            throw new ArgumentException($"The sitting '{sitting}' is held in a mode that the plan has no seats for: nobody could ever have one.", nameof(sitting));
        }

        return new(this) { Sittings = InOrder(Sittings.RemoveAll(s => s.Sitting == sitting).Add(seats)) };
    }

    /// <summary>The same plan with at most so many participants over both modes.</summary>
    /// <param name="participants">0 or more.</param>
    public SeatPlan WithTotal(int participants) => new(this) { Total = AtLeastZero(participants, nameof(participants)) };

    /// <summary>The same plan in a room that holds at most so many people, whatever their role.</summary>
    /// <param name="people">0 or more.</param>
    public SeatPlan WithRoomCapacity(int people) => new(this) { RoomCapacity = AtLeastZero(people, nameof(people)) };

    /// <summary>The same plan with a waiting list of at most so many; 0 for none.</summary>
    /// <param name="places">0 or more.</param>
    public SeatPlan WithWaitingPlaces(int places) => new(this) { WaitingPlaces = AtLeastZero(places, nameof(places)) };

    /// <summary>Whether the workshop is held in a mode: where it has sittings, one of them is.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="sitting">The sitting asked about; null for any.</param>
    public bool Offers(DeliveryMode mode, string? sitting = null) =>
        SeatsOf(mode) is not null && (Sittings.IsEmpty ? sitting is null : Sittings.Any(s => (sitting ?? s.Sitting) == s.Sitting && s.SeatsOf(mode) is not null));

    /// <summary>How somebody who registered for a mode takes part in a sitting: somebody bound to no sitting, such as a speaker in the room, joins the call of a sitting that is held online alone.</summary>
    internal DeliveryMode ModeAt(string? sitting, DeliveryMode registered)
    {
        DeliveryMode other = registered == DeliveryMode.Online ? DeliveryMode.InPerson : DeliveryMode.Online;
        return !Offers(registered, sitting) && Offers(other, sitting) ? other : registered;
    }

    /// <summary>The limits that stand whoever comes: of modes, sittings, the room, the total, and those quotas that all of a group share. Quotas of each mission or group show up with the first that falls under them.</summary>
    public IEnumerable<SeatLimit> GeneralLimits() =>
    [
        .. Modes("mode", InPersonSeats, OnlineSeats),
        .. Sittings.SelectMany(s => Modes($"sitting/{s.Sitting}", s.InPerson, s.Online)),
        .. Quotas.Where(q => q.Scope == QuotaScope.Together).Select(q => new SeatLimit($"quota/{q.Name}", q.Seats)),
        .. Total is { } total ? [new SeatLimit("total", total)] : Array.Empty<SeatLimit>(),
        .. RoomCapacity is not { } room ? []
            : Sittings.IsEmpty ? [new SeatLimit("room", room)]
            : Sittings.Where(s => s.InPerson is not null).Select(s => new SeatLimit($"room/{s.Sitting}", room)),
    ];

    /// <summary>Every limit that a seat falls under, with its capacity.</summary>
    /// <param name="claim">Whose seat.</param>
    /// <returns>None for a role that takes neither seat nor room.</returns>
    public IEnumerable<SeatLimit> LimitsOf(SeatClaim claim)
    {
        if (claim.Role.TakesSeat())
        {
            string mode = claim.Mode == DeliveryMode.InPerson ? "in-person" : "online";
            yield return new($"mode/{mode}", SeatsOf(claim.Mode) ?? 0);
            if (claim.Sitting is { } sitting)
            {
                yield return new($"sitting/{sitting}/{mode}", Sittings.FirstOrDefault(s => s.Sitting == sitting)?.SeatsOf(claim.Mode) ?? 0);
            }
            else
            {
                // Whoever is bound to no sitting has a seat in each that is held in this mode.
                foreach (SittingSeats held in Sittings)
                {
                    if (held.SeatsOf(claim.Mode) is { } seats)
                    {
                        yield return new($"sitting/{held.Sitting}/{mode}", seats);
                    }
                }
            }

            foreach (SeatLimit limit in Quotas.SelectMany(quota => quota.LimitsFor(claim)))
            {
                yield return limit;
            }

            if (Total is { } total)
            {
                yield return new("total", total);
            }
        }

        if (claim.Mode == DeliveryMode.InPerson && claim.Role.TakesRoom() && RoomCapacity is { } room)
        {
            if (Sittings.IsEmpty)
            {
                yield return new("room", room);
            }

            // The same room at different hours: whoever is bound to no sitting is there in each.
            foreach (SittingSeats held in Sittings.Where(s => s.InPerson is not null && (claim.Sitting ?? s.Sitting) == s.Sitting))
            {
                yield return new($"room/{held.Sitting}", room);
            }
        }
    }

    /// <summary>Equal when all limits are.</summary>
    /// <param name="other">The plan to compare with.</param>
    public bool Equals(SeatPlan? other) =>
        other is not null && InPersonSeats == other.InPersonSeats && OnlineSeats == other.OnlineSeats && Total == other.Total &&
        RoomCapacity == other.RoomCapacity && WaitingPlaces == other.WaitingPlaces && Quotas.SequenceEqual(other.Quotas) && Sittings.SequenceEqual(other.Sittings);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SeatPlan);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(InPersonSeats, OnlineSeats, Total, RoomCapacity, WaitingPlaces, Quotas.Length);

    internal static SeatPlan Restore(int? inPerson, int? online, ImmutableArray<Quota> quotas, ImmutableArray<SittingSeats> sittings, int? total, int? room, int? waiting) =>
        new(inPerson, online) { Quotas = InOrder(quotas), Sittings = InOrder(sittings), Total = total, RoomCapacity = room, WaitingPlaces = waiting };

    // By name, so that a plan is the same plan in whichever order its parts were written down.
    private static ImmutableArray<Quota> InOrder(ImmutableArray<Quota> quotas) => quotas.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));

    private static ImmutableArray<SittingSeats> InOrder(ImmutableArray<SittingSeats> sittings) => sittings.Sort(static (a, b) => string.CompareOrdinal(a.Sitting, b.Sitting));

    private static IEnumerable<SeatLimit> Modes(string key, int? inPerson, int? online)
    {
        if (inPerson is { } room)
        {
            yield return new($"{key}/in-person", room);
        }

        if (online is { } call)
        {
            yield return new($"{key}/online", call);
        }
    }

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

/// <summary>The seats of one sitting of a workshop that is held several times.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SittingSeats
{
    internal SittingSeats(string sitting, int? inPerson, int? online)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        if (!SeatGroup.IsPart(sitting))
        {
            throw new ArgumentException($"'{sitting}' is not a code of a sitting: 1 to 40 lower-case letters, digits and hyphens.", nameof(sitting));
        }

        if (inPerson is null && online is null)
        {
            throw new ArgumentException($"The sitting '{sitting}' is held in no mode.", nameof(inPerson));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(inPerson ?? 0, nameof(inPerson));
        ArgumentOutOfRangeException.ThrowIfNegative(online ?? 0, nameof(online));
        (Sitting, InPerson, Online) = (sitting, inPerson, online);
    }

    /// <summary>The sitting's code.</summary>
    public string Sitting { get; }

    /// <summary>Participants' seats in the room; null when this sitting is not held in a room.</summary>
    public int? InPerson { get; }

    /// <summary>Participants' seats in the call; null when this sitting is not held online.</summary>
    public int? Online { get; }

    internal int? SeatsOf(DeliveryMode mode) => mode == DeliveryMode.InPerson ? InPerson : Online;
}

/// <summary>What a seat is claimed for: what decides which limits it falls under.</summary>
/// <param name="Mode">In the room or in the call.</param>
/// <param name="Institution">The sending institution.</param>
/// <param name="InstitutionKind">What that institution is.</param>
/// <param name="Role">As what.</param>
/// <param name="Groups">The groups that the registration counts in, its institution's among them.</param>
/// <param name="Sitting">The sitting, where the workshop has several; null for all of them.</param>
public readonly record struct SeatClaim(
    DeliveryMode Mode, InstitutionCode Institution, InstitutionKind InstitutionKind, ParticipantRole Role,
    SeatGroups Groups = default, string? Sitting = null);

/// <summary>One limit: a stable key such as <c>mode/online</c>, <c>quota/MFAIC</c> or <c>quota/each-mission/US-WAS-EMB</c>, and how many it allows.</summary>
/// <param name="Key">The key; seats with the same key share the limit.</param>
/// <param name="Capacity">How many, 0 or more.</param>
public readonly record struct SeatLimit(string Key, int Capacity);
