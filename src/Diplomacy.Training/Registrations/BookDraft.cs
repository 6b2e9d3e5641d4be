using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// A decision in the making: the book's state as if the events decided so far had been applied, without touching the book.
/// Holds only what differs from the book, so that a decision costs what it changes and not what the book holds.
/// </summary>
internal sealed class BookDraft(RegistrationBook book)
{
    private readonly ImmutableArray<TrainingEvent>.Builder _events = ImmutableArray.CreateBuilder<TrainingEvent>();
    private readonly Dictionary<RegistrationId, Registration> _changed = [];
    private readonly Dictionary<string, int> _step = new(StringComparer.Ordinal);
    private SeatPlan? _seats = book.Seats;
    private WorkshopStatus _status = book.WorkshopStatus;
    private RegistrationCutoffs? _cutoffs = book.Cutoffs;
    private LimitsByClaim _limits = book.Limits;
    private Dictionary<string, int>? _recounted;
    private int _waitingStep;

    internal ImmutableArray<TrainingEvent> Events => _events.ToImmutable();

    internal SeatPlan Seats => _seats!;

    internal RegistrationCutoffs Cutoffs => _cutoffs!;

    internal int WaitingCount => book.WaitingCount + _waitingStep;

    /// <summary>Whether people may join the waiting list and be promoted from it: not from the cut-off on, and not while a postponed workshop has no time that could be told.</summary>
    internal bool PromotesAt(Instant now) => _status == WorkshopStatus.Published && now < Cutoffs.PromotesUntil;

    internal Registration? Find(RegistrationId id) => _changed.TryGetValue(id, out Registration? changed) ? changed : book.All.GetValueOrDefault(id);

    internal Registration? ActiveOf(PersonId person) =>
        book.ActiveOf(person) is { } active && Find(active.Id) is { IsActive: true } still ? still : null;

    /// <summary>How many wait in a mode who would be promoted before a newcomer of this priority.</summary>
    internal int WaitingBefore(DeliveryMode mode, int priority)
    {
        int left = 0;
        foreach (Registration changed in _changed.Values)
        {
            left += changed.Mode == mode && changed.Priority <= priority && changed.Status != RegistrationStatus.Waiting && book.All[changed.Id].Status == RegistrationStatus.Waiting ? 1 : 0;
        }

        return book.WaitingUpTo(mode, priority) - left;
    }

    /// <summary>The limits that leave no room for a claim; none when there is a seat.</summary>
    internal ImmutableArray<BindingLimit> FullLimits(SeatClaim claim)
    {
        ImmutableArray<BindingLimit>.Builder? full = null;
        foreach (SeatLimit limit in LimitsOf(claim))
        {
            int used = Used(limit.Key);
            if (used >= limit.Capacity)
            {
                (full ??= ImmutableArray.CreateBuilder<BindingLimit>()).Add(new(limit.Key, limit.Capacity, used));
            }
        }

        return full?.ToImmutable() ?? [];
    }

    /// <summary>Decides one event more.</summary>
    internal void Add(TrainingEvent decided)
    {
        _events.Add(decided);
        switch (decided)
        {
            case RegistrationPromoted e:
                Become(e.Registration, RegistrationStatus.Confirmed);
                break;
            case RegistrationCancelled e:
                Become(e.Registration, RegistrationStatus.Cancelled);
                break;
            case RegistrationLapsed e:
                Become(e.Registration, RegistrationStatus.Lapsed);
                break;
            default:
                break;
        }
    }

    /// <summary>Takes over the workshop and settles what has changed since the last command.</summary>
    internal void Settle(Workshop workshop, Instant now)
    {
        if (workshop.Version != book.WorkshopVersion)
        {
            Adopt(workshop, now);
        }

        if (workshop.Status == WorkshopStatus.Cancelled)
        {
            foreach (Registration active in book.ActiveIds.Count == 0 ? [] : book.All.Values.Where(r => r.IsActive).ToArray())
            {
                Add(new RegistrationCancelled(now, active.Id, CancellationCause.WorkshopCancelled, null));
            }
        }
        else if (WaitingCount > 0 && now >= Cutoffs.PromotesUntil && workshop.Status != WorkshopStatus.Postponed)
        {
            foreach (Place place in book.Lines.SelectMany(line => line.Value).Order().ToArray())
            {
                Add(new RegistrationLapsed(now, place.Registration));
            }
        }
    }

    /// <summary>Promotes everybody whom the limits allow, in order, while the list promotes. Every freed seat comes through here, whatever freed it.</summary>
    /// <returns>Who was promoted, in order.</returns>
    internal ImmutableArray<RegistrationId> Promote(Instant now)
    {
        var promoted = ImmutableArray.CreateBuilder<RegistrationId>();
        if (WaitingCount == 0 || !PromotesAt(now))
        {
            return [];
        }

        // The head of each line of people with the same claim: they fall under the same limits, so whoever is behind a blocked head is blocked too.
        var heads = new List<(SeatClaim Claim, IEnumerator<Place> Line)>(book.Lines.Count);
        foreach (var (claim, line) in book.Lines)
        {
            IEnumerator<Place> places = line.GetEnumerator();
            if (Advance(places))
            {
                heads.Add((claim, places));
            }
        }

        while (true)
        {
            int best = -1;
            for (int i = 0; i < heads.Count; i++)
            {
                if ((best < 0 || heads[i].Line.Current.CompareTo(heads[best].Line.Current) < 0) && HasRoom(heads[i].Claim))
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                return promoted.ToImmutable();
            }

            RegistrationId next = heads[best].Line.Current.Registration;
            promoted.Add(next);
            Add(new RegistrationPromoted(now, next));
            if (!Advance(heads[best].Line))
            {
                heads.RemoveAt(best);
            }
        }
    }

    private bool HasRoom(SeatClaim claim)
    {
        foreach (SeatLimit limit in LimitsOf(claim))
        {
            if (Used(limit.Key) >= limit.Capacity)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The next place whose holder still waits in this draft.</summary>
    private bool Advance(IEnumerator<Place> line)
    {
        while (line.MoveNext())
        {
            if (Find(line.Current.Registration) is { Status: RegistrationStatus.Waiting })
            {
                return true;
            }
        }

        return false;
    }

    private void Adopt(Workshop workshop, Instant now)
    {
        (_status, _cutoffs) = (workshop.Status, RegistrationCutoffs.Of(workshop.Plan));
        _events.Add(new SeatPlanAdopted(now, workshop.Version, _status, workshop.Plan.Seats, _cutoffs));
        if (!workshop.Plan.Seats.Equals(_seats))
        {
            Recount(workshop.Plan.Seats);
        }

        // Also when the seats are the same: seats freed while the workshop was postponed, or after a cut-off that has been put off, go to whoever waits.
        Promote(now);
    }

    private void Recount(SeatPlan seats)
    {
        _seats = seats;
        _limits = new(seats);
        _recounted = new(StringComparer.Ordinal);
        foreach (RegistrationId id in book.ActiveIds)
        {
            if (book.All[id] is { Status: RegistrationStatus.Confirmed } confirmed)
            {
                foreach (SeatLimit limit in LimitsOf(confirmed.Claim))
                {
                    _recounted[limit.Key] = _recounted.GetValueOrDefault(limit.Key) + 1;
                }
            }
        }
    }

    private ImmutableArray<SeatLimit> LimitsOf(SeatClaim claim) => _limits.Of(claim);

    private int Used(string key) =>
        (_recounted is null ? book.Used.GetValueOrDefault(key) : _recounted.GetValueOrDefault(key)) + _step.GetValueOrDefault(key);

    private void Become(RegistrationId id, RegistrationStatus status)
    {
        Registration before = Find(id)!;
        Registration after = before with { Status = status };
        _changed[id] = after;
        _waitingStep += (after.Status == RegistrationStatus.Waiting ? 1 : 0) - (before.Status == RegistrationStatus.Waiting ? 1 : 0);
        int step = (after.Status == RegistrationStatus.Confirmed ? 1 : 0) - (before.Status == RegistrationStatus.Confirmed ? 1 : 0);
        if (step != 0)
        {
            foreach (SeatLimit limit in LimitsOf(after.Claim))
            {
                _step[limit.Key] = _step.GetValueOrDefault(limit.Key) + step;
            }
        }
    }
}
