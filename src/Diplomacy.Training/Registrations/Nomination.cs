using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A nomination as it stands.</summary>
/// <remarks>Immutable: a picture of one version. The letter's particulars stand in a personal record.</remarks>
/// <param name="Id">The nomination's id.</param>
/// <param name="Institution">Which institution nominated.</param>
/// <param name="Letter">The personal record of the letter.</param>
/// <param name="NominatedAt">When it was recorded.</param>
/// <param name="Candidates">Whom, in the institution's own order of preference, as it was asked for.</param>
public sealed record Nomination(NominationId Id, InstitutionCode Institution, RecordRef Letter, Instant NominatedAt, ImmutableArray<NominatedCandidate> Candidates)
{
    /// <summary>When it was withdrawn; null while it stands. A withdrawn nomination has no alternates any more.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Every registration that came from it, in order: those of the principals, and those that took over their places, by letter or without.</summary>
    public ImmutableArray<RegistrationId> Registrations { get; init; } = [];

    /// <summary>Who stands in reserve, in the order of preference; also those who have had their turn.</summary>
    public IEnumerable<NominatedCandidate> Alternates => Candidates.Where(c => c.IsAlternate);
}

/// <summary>A candidate as nominated.</summary>
/// <param name="Person">Who.</param>
/// <param name="Mode">In the room or in the call, as asked for.</param>
/// <param name="Role">As what.</param>
/// <param name="Sitting">The sitting; null for all of them.</param>
/// <param name="Groups">The groups that the letter named.</param>
/// <param name="Registration">The registration that was made; null for an alternate.</param>
public sealed record NominatedCandidate(PersonId Person, DeliveryMode Mode, ParticipantRole Role, string? Sitting, SeatGroups Groups, RegistrationId? Registration)
{
    /// <summary>Whether the person stands in reserve.</summary>
    public bool IsAlternate => Registration is null;
}

/// <summary>What became of a nomination: all principals are on record, each with an outcome of their own.</summary>
/// <param name="Nomination">The nomination.</param>
/// <param name="Principals">What became of each principal, in the order of preference.</param>
public sealed record NominationOutcome(NominationId Nomination, ImmutableArray<RegistrationOutcome> Principals);

/// <summary>What withdrawing a nomination did.</summary>
/// <param name="Nomination">The nomination.</param>
/// <param name="WasStanding">Whether this call withdrew it; false when it was withdrawn before.</param>
/// <param name="Cancelled">The registrations that were cancelled with it, in the order in which they were made; none when they were to stand.</param>
/// <param name="Promoted">Whose turn it was for the freed seats, in order.</param>
public sealed record NominationWithdrawal(NominationId Nomination, bool WasStanding, ImmutableArray<RegistrationId> Cancelled, ImmutableArray<RegistrationId> Promoted);
