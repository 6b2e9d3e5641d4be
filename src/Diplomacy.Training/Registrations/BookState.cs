using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// What follows from a book's events, and nothing else: who is registered, what is taken, who waits. Never refuses, never reads a clock.
/// A verb tries its events out on this very state and takes them back (<see cref="Rollback"/>), so that deciding and applying cannot differ.
/// </summary>
internal sealed class BookState
{
    private readonly Rollback _rollback = new();
    private readonly OrderedDictionary<RegistrationId, Registration> _all = [];
    private readonly Dictionary<PersonId, RegistrationId> _active = [];
    private readonly SortedSet<OfferEnd> _offers = [];
    private readonly HashSet<PersonId> _invited = [];
    private Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private Scalars _scalars = new(null, null, new AdmissionPolicy(), default, 0, 0, 0);
    private Scalars _before;

    internal BookState() => (Lines, Nominations, Delegations) = (new(_rollback), new(_rollback), new(_rollback));

    internal IReadOnlyDictionary<RegistrationId, Registration> All => _all;

    internal IReadOnlyCollection<RegistrationId> ActiveIds => _active.Values;

    internal WaitingLines Lines { get; private set; }

    internal NominationState Nominations { get; }

    internal DelegationState Delegations { get; }

    internal LimitsByClaim Limits { get; private set; } = new(null);

    internal SeatPlan? Seats => _scalars.Seats;

    internal RegistrationCutoffs? Cutoffs => _scalars.Cutoffs;

    internal AdmissionPolicy Admission => _scalars.Admission;

    internal WorkshopStatus WorkshopStatus => _scalars.Status;

    internal long WorkshopVersion => _scalars.WorkshopVersion;

    /// <summary>How many wait for a seat and have none.</summary>
    internal int WaitingCount => _scalars.Waiting;

    /// <summary>The first offer that lapses.</summary>
    internal OfferEnd? NextOffer => _offers.Count > 0 ? _offers.Min : null;

    internal Registration? ActiveOf(PersonId person) => _active.TryGetValue(person, out RegistrationId id) ? _all[id] : null;

    internal bool IsInvited(PersonId person) => _invited.Contains(person);

    internal int UsedOf(string limit) => _used.GetValueOrDefault(limit);

    /// <summary>From here on changes are tried out; <see cref="TakeBack"/> ends that.</summary>
    internal void TryOut()
    {
        _rollback.Begin();
        _before = _scalars;
    }

    /// <summary>Looks at what would be if something happened; while trying out only.</summary>
    internal void Suppose(Action supposed)
    {
        (int mark, Scalars before) = (_rollback.Mark, _scalars);
        supposed();
        _rollback.BackTo(mark);
        _scalars = before;
    }

    internal void TakeBack()
    {
        _rollback.End();
        _scalars = _before;
    }

    internal void When(TrainingEvent happened)
    {
        Nominations.When(happened);
        Delegations.When(happened);
        switch (happened)
        {
            case SeatPlanAdopted e:
                Adopt(e);
                break;
            case RegistrationConfirmed e:
                Enter(new(e.Registration, e.Person, e.Claim, RegistrationStatus.Confirmed, e.At, e.Priority));
                break;
            case RegistrationWaitlisted e:
                Enter(new(e.Registration, e.Person, e.Claim, RegistrationStatus.Waiting, e.At, e.Priority) { WaitingSince = e.At });
                break;
            case RegistrationDeclined e:
                Enter(new(e.Registration, e.Person, e.Claim, RegistrationStatus.Declined, e.At, e.Priority));
                break;
            case RegistrationSubmitted e:
                Enter(new(e.Registration, e.Person, e.Claim, RegistrationStatus.AwaitingApproval, e.At, e.Priority) { KeepsSeat = e.KeepsSeat });
                break;
            case RegistrationApproved e:
                Change(e.Registration, r => r with { Status = e.Status, KeepsSeat = false, WaitingSince = SinceIfWaiting(e.Status, e.At) ?? r.WaitingSince });
                break;
            case RegistrationRejected e:
                End(e.Registration, RegistrationStatus.Rejected);
                break;
            case RegistrationPromoted e:
                Change(e.Registration, r => r with { Status = RegistrationStatus.Confirmed, WaitingSince = null });
                break;
            case SeatOffered e:
                Change(e.Registration, r => r with { Status = RegistrationStatus.Offered, WaitingSince = null, OfferedUntil = e.Until });
                break;
            case OfferAccepted e:
                Change(e.Registration, r => r with { Status = RegistrationStatus.Confirmed, OfferedUntil = null });
                break;
            case RegistrationCancelled e:
                End(e.Registration, RegistrationStatus.Cancelled);
                break;
            case RegistrationLapsed e:
                End(e.Registration, RegistrationStatus.Lapsed);
                break;
            case RegistrationSwitched e:
                Change(e.Registration, r => r with { Claim = e.To, SwitchingTo = null, WaitingSince = r.Status == RegistrationStatus.Waiting ? r.WaitingSince : null });
                break;
            case LineSwitched e:
                Change(e.Registration, r => r with { Claim = e.To, WaitingSince = e.At });
                break;
            case SwitchRequested e:
                Change(e.Registration, r => r with { SwitchingTo = e.To, WaitingSince = e.At });
                break;
            case SwitchEnded e:
                Change(e.Registration, r => r with { SwitchingTo = null, WaitingSince = null });
                break;
            case RegistrationSubstituted e:
                Substitute(e);
                break;
            case RegistrationRestored e:
                Change(e.Registration, r => r with { Status = e.Status, RestoredAt = e.At, KeepsSeat = e.KeepsSeat ?? false, WaitingSince = SinceIfWaiting(e.Status, e.At) });
                break;
            case RegistrationPrioritised e:
                Change(e.Registration, r => r with { Priority = e.Priority });
                break;
            case RegistrationReassigned e:
                Change(e.Registration, r => r with { Person = e.Person });
                Delegations.Merge(_all, ActiveOf(e.Person));
                break;
            case InvitationsChanged e:
                foreach (PersonId person in e.People)
                {
                    if (e.Invited)
                    {
                        _rollback.Put(_invited, person);
                    }
                    else
                    {
                        _rollback.Take(_invited, person);
                    }
                }

                break;
            default:
                break;
        }
    }

    private static Instant? SinceIfWaiting(RegistrationStatus status, Instant at) => status == RegistrationStatus.Waiting ? at : null;

    /// <summary>Another seat plan counts anew who holds what, and forms the lines anew: each keeps the place that it has.</summary>
    private void Adopt(SeatPlanAdopted e)
    {
        SeatPlan? before = Seats;
        _scalars = _scalars with { WorkshopVersion = e.WorkshopVersion, Status = e.Status, Cutoffs = e.Cutoffs, Admission = e.Admission ?? new(), Seats = e.Seats };
        if (e.Seats.Equals(before))
        {
            return;
        }

        var (limits, used, lines) = (Limits, _used, Lines);
        _rollback.Remember(() => (Limits, _used, Lines) = (limits, used, lines));
        (Limits, _used, Lines) = (new(e.Seats), new(StringComparer.Ordinal), new(_rollback));
        foreach (RegistrationId id in _active.Values)
        {
            Registration registration = _all[id];
            Count(registration, +1);
            if (lines.Of(id) is { } place)
            {
                Wait(registration, place);
            }
        }
    }

    private void Substitute(RegistrationSubstituted e)
    {
        Registration before = _all[e.Registration];
        Place? place = Lines.Of(e.Registration);
        End(e.Registration, RegistrationStatus.Substituted);
        Put(_all[e.Registration] with { ReplacedBy = e.Replacement });
        Enter(
            before with
            {
                Id = e.Replacement, Person = e.Person, Claim = e.Claim, RegisteredAt = e.At, Replaces = e.Registration, ReplacedBy = null, RestoredAt = null,
                SwitchingTo = before.SwitchingTo is { } to ? to with { Groups = e.Claim.Groups } : null,
            },
            place);
    }

    private void End(RegistrationId id, RegistrationStatus status) =>
        Change(id, r => r with { Status = status, WaitingSince = null, OfferedUntil = null, SwitchingTo = null, KeepsSeat = false });

    private void Change(RegistrationId id, Func<Registration, Registration> change)
    {
        Registration before = _all[id];
        Registration after = change(before);
        Place? place = after.Wanted == before.Wanted && after.WaitingSince == before.WaitingSince ? Lines.Of(id) : null;
        Leave(before);
        Enter(after, place);
    }

    private void Put(Registration registration) => _rollback.Put(_all, registration.Id, registration);

    private void Enter(Registration registration, Place? place = null)
    {
        Put(registration);
        if (!registration.IsActive)
        {
            return;
        }

        _rollback.Put(_active, registration.Person, registration.Id);
        _scalars = _scalars with { Waiting = _scalars.Waiting + (registration.Status == RegistrationStatus.Waiting ? 1 : 0) };
        Count(registration, +1);
        if (registration.OfferedUntil is { } until)
        {
            _rollback.Put(_offers, new OfferEnd(until, registration.Id));
        }

        if (registration.Wanted is not null)
        {
            Wait(registration, place);
        }
    }

    private void Leave(Registration registration)
    {
        if (!registration.IsActive)
        {
            return;
        }

        _rollback.Take(_active, registration.Person);
        _scalars = _scalars with { Waiting = _scalars.Waiting - (registration.Status == RegistrationStatus.Waiting ? 1 : 0) };
        Count(registration, -1);
        if (registration.OfferedUntil is { } until)
        {
            _rollback.Take(_offers, new OfferEnd(until, registration.Id));
        }

        Lines.Leave(registration.Id);
    }

    private void Wait(Registration registration, Place? kept)
    {
        long sequence = kept?.Sequence ?? _scalars.Sequence + 1;
        _scalars = _scalars with { Sequence = Math.Max(_scalars.Sequence, sequence) };
        Lines.Enter(
            new Place(registration.Priority, registration.WaitingSince ?? registration.RegisteredAt, sequence, registration.Id),
            NeedsOf(registration), registration.Wanted!.Value);
    }

    private LimitSet NeedsOf(Registration registration) =>
        registration.HoldsSeat ? Limits.Of(registration.Wanted!.Value, registration.Claim) : Limits.Of(registration.Wanted!.Value);

    private void Count(Registration registration, int step)
    {
        if (!registration.HoldsSeat)
        {
            return;
        }

        foreach (SeatLimit limit in Limits.Of(registration.Claim).Limits)
        {
            _rollback.Put(_used, limit.Key, _used.GetValueOrDefault(limit.Key) + step);
        }
    }

    private readonly record struct Scalars(
        SeatPlan? Seats, RegistrationCutoffs? Cutoffs, AdmissionPolicy Admission, WorkshopStatus Status, long WorkshopVersion, int Waiting, long Sequence);
}

/// <summary>The end of an offer, ordered by time.</summary>
internal readonly record struct OfferEnd(Instant Until, RegistrationId Registration) : IComparable<OfferEnd>
{
    public int CompareTo(OfferEnd other)
    {
        int order = Until.CompareTo(other.Until);
        return order != 0 ? order : string.CompareOrdinal(Registration.ToString(), other.Registration.ToString());
    }
}
