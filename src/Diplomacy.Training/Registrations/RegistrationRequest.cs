namespace Diplomacy.Training;

/// <summary>A request for a place in a workshop.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Workshop">The workshop.</param>
/// <param name="Person">Who.</param>
/// <param name="Institution">Which institution sends the person.</param>
/// <param name="Mode">In the room or in the call.</param>
/// <exception cref="ArgumentException">The mode or the role is none of those defined, or the reason of an override is not a code.</exception>
public sealed record RegistrationRequest(WorkshopId Workshop, PersonId Person, InstitutionCode Institution, DeliveryMode Mode)
{
    /// <summary>In the room or in the call.</summary>
    public DeliveryMode Mode { get; init => field = Defined(value); } = Defined(Mode);

    /// <summary>As what.</summary>
    /// <value><see cref="ParticipantRole.Participant"/></value>
    public ParticipantRole Role { get; init => field = Defined(value); }

    /// <summary>The sitting, where the workshop has several; whoever takes no participant's seat may leave it open.</summary>
    /// <value>null</value>
    public string? Sitting { get; init; }

    /// <summary>The groups that the person counts in, such as a grade, besides those of the institution.</summary>
    /// <value>None.</value>
    public SeatGroups Groups { get; init; }

    /// <summary>The answers to the workshop's own questions; kept in a personal record, never in the journal. Answers to what is not asked of this registration are not kept.</summary>
    /// <value>None.</value>
    public RegistrationAnswers Answers { get; init => field = value ?? throw new ArgumentNullException(nameof(Answers)); } = RegistrationAnswers.None;

    /// <summary>The priority on the waiting list: the lower goes first, equals by the time of joining (R5). Another than 0 needs <see cref="Permission.PrioritiseRegistrations"/>.</summary>
    /// <value>0</value>
    public int Priority { get; init; }

    /// <summary>Gives a seat whatever the limits say, for a reason code of the host's own (R14): 1 to 100 characters without spaces or control characters; needs <see cref="Permission.OverrideLimits"/>.</summary>
    /// <value>null: limits hold.</value>
    public string? OverrideReasonCode { get; init => field = value is null ? null : ReasonCode.Checked(value, nameof(OverrideReasonCode)); }

    private static T Defined<T>(T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(typeof(T).Name, value, "This value is not defined.");
}
