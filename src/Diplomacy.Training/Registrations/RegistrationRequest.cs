namespace Diplomacy.Training;

/// <summary>A request for a place in a workshop.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Workshop">The workshop.</param>
/// <param name="Person">Who.</param>
/// <param name="Institution">Which institution sends the person.</param>
/// <param name="Mode">In the room or in the call.</param>
public sealed record RegistrationRequest(WorkshopId Workshop, PersonId Person, InstitutionCode Institution, DeliveryMode Mode)
{
    /// <summary>As what.</summary>
    /// <value><see cref="ParticipantRole.Participant"/></value>
    public ParticipantRole Role { get; init; }

    /// <summary>The priority on the waiting list: the lower goes first, equals by the time of joining (R5).</summary>
    /// <value>0</value>
    public int Priority { get; init; }

    /// <summary>Gives a seat whatever the limits say, for a reason code of the host's own (R14); needs <see cref="Permission.OverrideLimits"/>.</summary>
    /// <value>null: limits hold.</value>
    public string? OverrideReason { get; init; }
}
