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

    /// <summary>Waited until the waiting list closed, or let an offer lapse.</summary>
    Lapsed,

    /// <summary>Waits for somebody's approval.</summary>
    AwaitingApproval,

    /// <summary>Was offered a seat, which is held until the answer or the end of the offer.</summary>
    Offered,

    /// <summary>Was not approved.</summary>
    Rejected,

    /// <summary>Gave the seat to somebody else of the same institution.</summary>
    Substituted,
}

/// <summary>One registration of a person for a workshop, as it stands.</summary>
/// <remarks>Immutable: a picture of one version. Who the person is stands in the personal record.</remarks>
/// <param name="Id">The registration's id.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode, sending institution, its kind, role, groups and sitting: what decides which limits it falls under.</param>
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

    /// <summary>The sitting, where the workshop has several; null for all of them.</summary>
    public string? Sitting => Claim.Sitting;

    /// <summary>Since when it stands in the line in which it stands now: for a seat, or for a change of mode. Null when it waits for nothing.</summary>
    public Instant? WaitingSince { get; init; }

    /// <summary>Until when the seat is offered; null when none is. From this instant on the offer has lapsed.</summary>
    public Instant? OfferedUntil { get; init; }

    /// <summary>What it wants to change to while it keeps its seat (R9); null when it wants nothing else.</summary>
    public SeatClaim? SwitchingTo { get; init; }

    /// <summary>The registration whose seat or place it took over; null when it was made by itself.</summary>
    public RegistrationId? Replaces { get; init; }

    /// <summary>The registration that took over its seat or place; null when none did.</summary>
    public RegistrationId? ReplacedBy { get; init; }

    /// <summary>When it was last restored; check-ins from before count no longer (R13). Null when never.</summary>
    public Instant? RestoredAt { get; init; }

    /// <summary>Whether it holds a seat: confirmed, offered, or kept while approval is pending.</summary>
    public bool HoldsSeat => Status is RegistrationStatus.Confirmed or RegistrationStatus.Offered || (Status == RegistrationStatus.AwaitingApproval && KeepsSeat);

    /// <summary>Whether it may still come to a seat or has one: a person has at most one active registration for a workshop (R12).</summary>
    public bool IsActive =>
        Status is RegistrationStatus.Confirmed or RegistrationStatus.Waiting or RegistrationStatus.AwaitingApproval or RegistrationStatus.Offered;

    /// <summary>Whether a seat is kept while approval is pending.</summary>
    internal bool KeepsSeat { get; init; }

    /// <summary>What it waits for: its own claim while it waits for a seat, another while it wants to change.</summary>
    internal SeatClaim? Wanted => Status == RegistrationStatus.Waiting ? Claim : SwitchingTo;
}
