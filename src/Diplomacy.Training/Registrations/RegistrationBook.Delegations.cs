using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Delegations of people who are registered.</summary>
public sealed partial class RegistrationBook
{
    /// <summary>Every delegation ever formed, by id, in the order in which they were formed; also those dissolved.</summary>
    public IReadOnlyDictionary<DelegationId, Delegation> Delegations => _state.Delegations.All;

    /// <summary>The delegation in which a registration has a place. There is at most one.</summary>
    /// <param name="registration">The registration.</param>
    /// <returns>The delegation, or null.</returns>
    public Delegation? DelegationOf(RegistrationId registration) => _state.Delegations.Of(registration);

    /// <summary>Forms a delegation of people whom its institutions sent and who are registered, in whatever role.</summary>
    /// <param name="id">The new delegation's id.</param>
    /// <param name="institutions">Whose it is, the leading institution first.</param>
    /// <param name="places">Everybody in it, in the delegation's own order.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>institution.is-known</c>, <c>delegation.has-one-head</c>, and for each member <c>registration.is-known</c>,
    /// <c>registration.is-active</c>, <c>delegation.member-stands-once</c>, <c>delegation.member-is-in-one</c>, <c>delegation.member-is-of-its-institutions</c>.</exception>
    /// <exception cref="ArgumentException">The id is empty or taken, there is no institution or no member, or the workshop belongs to another book.</exception>
    public Decision<DelegationId> FormDelegation(
        DelegationId id, ImmutableArray<InstitutionCode> institutions, ImmutableArray<DelegationPlace> places, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        if (id == default || Delegations.ContainsKey(id))
        {
            throw new ArgumentException($"A new delegation needs an id of its own; '{id}' is empty or taken.", nameof(id));
        }

        TrainingRuleException.ThrowIfAny(CheckDelegation(draft, id, institutions, places));
        draft.Add(new DelegationFormed(draft.Now, id, institutions, places));
        return new(id, draft.Events);
    }

    /// <summary>Which rules forming a delegation would break; see <see cref="FormDelegation"/>.</summary>
    /// <param name="institutions">Whose it would be.</param>
    /// <param name="places">Everybody in it.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckFormDelegation(
        ImmutableArray<InstitutionCode> institutions, ImmutableArray<DelegationPlace> places, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckDelegation(draft, default, institutions, places);
    }

    /// <summary>Changes a delegation: what is given replaces all that stood before. The same again changes nothing.</summary>
    /// <param name="id">The delegation.</param>
    /// <param name="institutions">Whose it is from now on.</param>
    /// <param name="places">Everybody in it from now on.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>delegation.is-known</c>, and those of <see cref="FormDelegation"/>.</exception>
    /// <exception cref="ArgumentException">There is no institution or no member, or the workshop belongs to another book.</exception>
    public Decision<bool> ChangeDelegation(
        DelegationId id, ImmutableArray<InstitutionCode> institutions, ImmutableArray<DelegationPlace> places, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny([.. CheckStands(draft, id), .. CheckDelegation(draft, id, institutions, places)]);
        Delegation found = Delegations[id];
        bool changes = !found.Institutions.SequenceEqual(institutions) || !found.Places.SequenceEqual(places);
        if (changes)
        {
            draft.Add(new DelegationChanged(draft.Now, id, institutions, places));
        }

        return new(changes, draft.Events);
    }

    /// <summary>Which rules changing a delegation would break; see <see cref="ChangeDelegation"/>.</summary>
    /// <param name="id">The delegation.</param>
    /// <param name="institutions">Whose it would be.</param>
    /// <param name="places">Everybody in it.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckChangeDelegation(
        DelegationId id, ImmutableArray<InstitutionCode> institutions, ImmutableArray<DelegationPlace> places, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return [.. CheckStands(draft, id), .. CheckDelegation(draft, id, institutions, places)];
    }

    /// <summary>Dissolves a delegation; the registrations of its members stand. Dissolving again changes nothing.</summary>
    /// <param name="id">The delegation.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>delegation.is-known</c>: it was never formed.</exception>
    public Decision<bool> DissolveDelegation(DelegationId id, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckDissolve(draft, id));
        bool stands = Delegations[id].DissolvedAt is null;
        if (stands)
        {
            draft.Add(new DelegationDissolved(draft.Now, id));
        }

        return new(stands, draft.Events);
    }

    /// <summary>Which rules dissolving a delegation would break; see <see cref="DissolveDelegation"/>.</summary>
    /// <param name="id">The delegation.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckDissolveDelegation(DelegationId id, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckDissolve(draft, id);
    }

    private static IReadOnlyList<TrainingRule> CheckDissolve(BookDraft draft, DelegationId id) =>
        draft.State.Delegations.All.ContainsKey(id) ? [] : [DelegationNotKnown(draft, id)];

    private static IReadOnlyList<TrainingRule> CheckStands(BookDraft draft, DelegationId id) =>
        draft.State.Delegations.All.GetValueOrDefault(id) is { DissolvedAt: null } ? [] : [DelegationNotKnown(draft, id)];

    private static TrainingRule DelegationNotKnown(BookDraft draft, DelegationId id) =>
        NominationRules.DelegationIsKnown.Broken(("workshop", draft.Workshop.Id.ToString()), ("delegation", id.ToString()));

    private static List<TrainingRule> CheckDelegation(BookDraft draft, DelegationId id, ImmutableArray<InstitutionCode> institutions, ImmutableArray<DelegationPlace> places)
    {
        if (institutions.IsDefaultOrEmpty || institutions.Contains(default))
        {
            throw new ArgumentException("A delegation is that of one or several institutions.", nameof(institutions));
        }

        if (places.IsDefaultOrEmpty || places.Contains(null!))
        {
            throw new ArgumentException("A delegation has members; to end one, dissolve it.", nameof(places));
        }

        List<TrainingRule> unmet = [.. institutions.Concat(places.Select(p => p.Represents).OfType<InstitutionCode>()).Distinct().SelectMany(i => CheckKnown(draft, i))];
        if (places.Count(p => p.Rank == DelegationRank.Head) is > 1 and var heads)
        {
            unmet.Add(NominationRules.HasOneHead.Broken(("heads", heads)));
        }

        foreach (IGrouping<RegistrationId, DelegationPlace> member in places.GroupBy(p => p.Registration))
        {
            string registration = member.Key.ToString();
            unmet.AddRange(CheckActive(draft, member.Key));
            if (member.Count() > 1)
            {
                unmet.Add(NominationRules.MemberStandsOnce.Broken(("registration", registration)));
            }

            if (draft.State.Delegations.Of(member.Key) is { } other && other.Id != id)
            {
                unmet.Add(NominationRules.MemberIsInOne.Broken(("registration", registration), ("delegation", other.Id.ToString())));
            }

            if (draft.Find(member.Key) is { } found && !institutions.Contains(found.Institution))
            {
                unmet.Add(NominationRules.MemberIsOfItsInstitutions.Broken(
                    ("registration", registration), ("institution", found.Institution.ToString()), ("institutions", string.Join(", ", institutions))));
            }
        }

        return unmet;
    }
}
