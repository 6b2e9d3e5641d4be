using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>The delegations of a book, as its events say.</summary>
internal sealed class DelegationState(Rollback rollback)
{
    private readonly OrderedDictionary<DelegationId, Delegation> _all = [];
    private readonly Dictionary<RegistrationId, DelegationId> _homes = [];

    // Cancelled because the person turned out to be another: the place goes to that person's registration.
    private readonly HashSet<RegistrationId> _merged = [];

    internal IReadOnlyDictionary<DelegationId, Delegation> All => _all;

    internal Delegation? Of(RegistrationId registration) => _homes.TryGetValue(registration, out DelegationId id) ? _all[id] : null;

    internal void When(TrainingEvent happened)
    {
        switch (happened)
        {
            case DelegationFormed e:
                Put(new(e.Delegation, e.Institutions, e.Places, e.At));
                break;
            case DelegationChanged e:
                Put(_all[e.Delegation] with { Institutions = e.Institutions, Places = e.Places });
                break;
            case DelegationDissolved e:
                Put(_all[e.Delegation] with { DissolvedAt = e.At });
                break;
            case RegistrationSubstituted e:
                PassOn(e.Registration, e.Replacement);
                break;
            case RegistrationCancelled { Cause: CancellationCause.PersonMerged } e when Of(e.Registration) is not null:
                rollback.Put(_merged, e.Registration);
                break;
            default:
                break;
        }
    }

    /// <summary>A person turned out to be another: of their two registrations one stays, and has the place of the other unless it has one of its own.</summary>
    internal void Merge(IReadOnlyDictionary<RegistrationId, Registration> registrations, Registration? stays)
    {
        if (stays is null || _merged.Count == 0)
        {
            return;
        }

        foreach (RegistrationId ended in _merged.Where(id => registrations[id].Person == stays.Person).ToArray())
        {
            rollback.Take(_merged, ended);
            if (Of(stays.Id) is null)
            {
                PassOn(ended, stays.Id);
            }
        }
    }

    private void PassOn(RegistrationId from, RegistrationId to)
    {
        if (Of(from) is not { } home)
        {
            return;
        }

        Put(home with { Places = [.. home.Places.Select(p => p.Registration == from ? p with { Registration = to, RepresentsInWords = null } : p)] });
    }

    private void Put(Delegation delegation)
    {
        if (_all.TryGetValue(delegation.Id, out Delegation? before))
        {
            foreach (DelegationPlace place in before.Places)
            {
                rollback.Take(_homes, place.Registration);
            }
        }

        rollback.Put(_all, delegation.Id, delegation);
        foreach (DelegationPlace place in delegation.DissolvedAt is null ? delegation.Places : [])
        {
            rollback.Put(_homes, place.Registration, delegation.Id);
        }
    }
}
