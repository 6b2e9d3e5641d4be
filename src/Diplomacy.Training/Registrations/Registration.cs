namespace Diplomacy.Training;

/// <summary>Where a registration stands.</summary>
public enum RegistrationStatus
{
    /// <summary>Has a seat.</summary>
    Confirmed,

    /// <summary>Waits for a seat.</summary>
    Waiting,

    /// <summary>Was refused a seat: the house was full and nobody more could wait.</summary>
    Declined,

    /// <summary>Was cancelled.</summary>
    Cancelled,

    /// <summary>Waited until the waiting list closed, in vain.</summary>
    Lapsed,
}

/// <summary>One registration of a person for a workshop, as it stands.</summary>
/// <remarks>Immutable: a picture of one version. Who the person is stands in the personal record.</remarks>
/// <param name="Id">The registration's id.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode, sending institution, its kind, and role: what decides which limits it falls under.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="RegisteredAt">When it was made.</param>
/// <param name="Priority">Its priority on the waiting list; the lower goes first.</param>
public sealed record Registration(RegistrationId Id, PersonId Person, SeatClaim Claim, RegistrationStatus Status, Instant RegisteredAt, int Priority)
{
    /// <summary>In the room or in the call, as registered.</summary>
    public DeliveryMode Mode => Claim.Mode;

    /// <summary>The sending institution.</summary>
    public InstitutionCode Institution => Claim.Institution;

    /// <summary>As what.</summary>
    public ParticipantRole Role => Claim.Role;

    /// <summary>Whether it is confirmed or waits: a person has at most one active registration for a workshop (R12).</summary>
    public bool IsActive => Status is RegistrationStatus.Confirmed or RegistrationStatus.Waiting;
}
