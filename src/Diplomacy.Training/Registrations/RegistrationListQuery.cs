using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Which registrations of a workshop to list, in what order, from where. <c>new()</c> is all of them in the order in which they were made.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RegistrationListQuery
{
    /// <summary>Those that stand in one of these ways.</summary>
    /// <value>Empty: in any.</value>
    public ImmutableArray<RegistrationStatus> Statuses { get => field.IsDefault ? [] : field; init; }

    /// <summary>Those of one mode, as registered.</summary>
    /// <value>null: of any.</value>
    public DeliveryMode? Mode { get; init; }

    /// <summary>Those bound to one sitting.</summary>
    /// <value>null: to any or none.</value>
    public string? Sitting { get; init; }

    /// <summary>Those of one sending institution.</summary>
    /// <value>null: of any.</value>
    public InstitutionCode? Institution { get; init; }

    /// <summary>Those in one role.</summary>
    /// <value>null: in any.</value>
    public ParticipantRole? Role { get; init; }

    /// <summary>Those that count in one group.</summary>
    /// <value>null: in any or none.</value>
    public SeatGroup? Group { get; init; }

    /// <summary>The order.</summary>
    /// <value><see cref="RegistrationOrder.ByRegistration"/>.</value>
    /// <exception cref="ArgumentNullException">The order is null.</exception>
    public RegistrationOrder Order { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = RegistrationOrder.ByRegistration;

    /// <summary>Whether every row comes with the person; in an order by name or precedence it does anyway.</summary>
    /// <value>false.</value>
    public bool WithPeople { get; init; }

    /// <summary>The cursor of the page before.</summary>
    /// <value>null: the first page.</value>
    public string? After { get; init; }

    /// <summary>At most this many, from 1.</summary>
    /// <value>100.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int Limit { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A page has at least one row."); } = 100;

    internal bool Selects(Registration registration) =>
        (Statuses.IsEmpty || Statuses.Contains(registration.Status)) &&
        (Mode is not { } mode || registration.Mode == mode) &&
        (Sitting is null || registration.Sitting == Sitting) &&
        (Institution is not { } institution || registration.Institution == institution) &&
        (Role is not { } role || registration.Role == role) &&
        (Group is not { } group || registration.Claim.Groups.Contains(group));

    /// <summary>What a cursor belongs to, as text.</summary>
    internal string Describe() => FormattableString.Invariant(
        $"{Order.Code} {string.Join(',', Statuses.Distinct().Order())} {Mode} {Sitting} {Institution} {Role} {Group}");
}

/// <summary>A registration in a list.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Person">Who it is; null where the person was erased, and where neither the query nor its order asks for people.</param>
public sealed record RegistrationListing(Registration Registration, Person? Person);
