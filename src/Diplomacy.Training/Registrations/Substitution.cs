using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Who takes over a registration, and why.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Person">Who takes over.</param>
/// <param name="ReasonCode">The host's own code for the reason: 1 to 100 characters without spaces or control characters.</param>
/// <exception cref="ArgumentException">A reason is not a code.</exception>
public sealed record Substitution(PersonId Person, string ReasonCode)
{
    /// <summary>The host's own code for the reason.</summary>
    public string ReasonCode { get; init => field = Training.ReasonCode.Checked(value, nameof(ReasonCode)); } = Training.ReasonCode.Checked(ReasonCode, nameof(ReasonCode));

    /// <summary>The groups that the new person counts in, besides those of the institution.</summary>
    /// <value>None.</value>
    public SeatGroups Groups { get; init; }

    /// <summary>The new person's answers to the workshop's own questions.</summary>
    /// <value>None.</value>
    public RegistrationAnswers Answers { get; init => field = value ?? throw new ArgumentNullException(nameof(Answers)); } = RegistrationAnswers.None;

    /// <summary>Substitutes whatever the limits say, for a reason code of the host's own (R14); needs <see cref="Permission.OverrideLimits"/>.</summary>
    /// <value>null: limits hold.</value>
    public string? OverrideReasonCode { get; init => field = Training.ReasonCode.CheckedOrNull(value, nameof(OverrideReasonCode)); }
}

/// <summary>What a substitution did.</summary>
/// <param name="Registration">The registration that ended.</param>
/// <param name="Replacement">The new registration.</param>
/// <param name="Status">Where the new one stands: as the first did.</param>
/// <param name="Promoted">Whose turn it was for room that the first person took and the second does not, in order; nobody as a rule.</param>
public sealed record SubstitutionOutcome(RegistrationId Registration, RegistrationId Replacement, RegistrationStatus Status, ImmutableArray<RegistrationId> Promoted);
