using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A delegation was formed of people who are registered.</summary>
/// <param name="At">When.</param>
/// <param name="Delegation">The delegation.</param>
/// <param name="Institutions">Whose it is, the leading institution first.</param>
/// <param name="Places">Everybody in it, in the delegation's own order.</param>
public sealed record DelegationFormed(
    Instant At, DelegationId Delegation, ImmutableArray<InstitutionCode> Institutions, ImmutableArray<DelegationPlace> Places) : TrainingEvent(At);

/// <summary>A delegation was changed; what stands here replaces all that stood before.</summary>
/// <param name="At">When.</param>
/// <param name="Delegation">The delegation.</param>
/// <param name="Institutions">Whose it is from now on.</param>
/// <param name="Places">Everybody in it from now on.</param>
public sealed record DelegationChanged(
    Instant At, DelegationId Delegation, ImmutableArray<InstitutionCode> Institutions, ImmutableArray<DelegationPlace> Places) : TrainingEvent(At);

/// <summary>A delegation was dissolved; the registrations of its members stand.</summary>
/// <param name="At">When.</param>
/// <param name="Delegation">The delegation.</param>
public sealed record DelegationDissolved(Instant At, DelegationId Delegation) : TrainingEvent(At);
