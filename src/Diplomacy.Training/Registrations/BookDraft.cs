using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// A decision in the making: what is decided so far has happened to the book's state, and is taken back when the draft is disposed.
/// Costs what it changes and not what the book holds.
/// </summary>
internal sealed class BookDraft : IDisposable
{
    private static readonly AdmissionPolicy s_everybody = new();
    private readonly BookState _state;
    private readonly ImmutableArray<TrainingEvent>.Builder _events = ImmutableArray.CreateBuilder<TrainingEvent>();

    internal BookDraft(BookState state, RegistrationCircumstances circumstances)
    {
        (_state, Circumstances) = (state, circumstances);
        state.TryOut();
    }

    internal ImmutableArray<TrainingEvent> Events => _events.ToImmutable();

    internal BookState State => _state;

    internal RegistrationCircumstances Circumstances { get; }

    internal Instant Now => Circumstances.Now;

    internal Workshop Workshop => Circumstances.Workshop;

    internal SeatPlan Seats => _state.Seats!;

    internal RegistrationCutoffs Cutoffs => _state.Cutoffs!;

    /// <summary>Whether people are promoted from the waiting list: not from the cut-off on, and not while a postponed workshop has no time that could be told.</summary>
    internal bool Promotes => _state.WorkshopStatus == WorkshopStatus.Published && Now < Cutoffs.PromotesUntil;

    /// <summary>Whether people may join the waiting list: while it promotes, and while it will again once a postponed workshop has a time.</summary>
    internal bool MayWait => Promotes || _state.WorkshopStatus == WorkshopStatus.Postponed;

    public void Dispose() => _state.TakeBack();

    internal Registration? Find(RegistrationId id) => _state.All.GetValueOrDefault(id);

    /// <summary>Decides one event more.</summary>
    internal void Add(TrainingEvent decided)
    {
        _events.Add(decided);
        _state.When(decided);
    }

    /// <summary>The limits that leave no room; none when there is a seat.</summary>
    /// <param name="limits">The limits in which room is needed.</param>
    /// <param name="of">Who needs it, where the book has them already.</param>
    internal ImmutableArray<BindingLimit> Full(LimitSet limits, Registration? of = null)
    {
        if (Promotes || _state.Lines.IsEmpty)
        {
            return Taken(limits);
        }

        // While nobody is promoted, free seats are those of whoever waits (R4): what is left is what would be left if they had them.
        ImmutableArray<BindingLimit> full = [];
        _state.Suppose(() =>
        {
            if (of is { Wanted: not null })
            {
                _state.When(of.HoldsSeat ? new SwitchEnded(Now, of.Id, SwitchEndCause.Withdrawn) : new RegistrationCancelled(Now, of.Id, CancellationCause.Requested, null));
            }

            while (NextInLine() is { } next)
            {
                _state.When(_state.All[next].SwitchingTo is { } to ? new RegistrationSwitched(Now, next, to, [], null) : new RegistrationPromoted(Now, next));
            }

            full = Taken(limits);
        });
        return full;
    }

    private ImmutableArray<BindingLimit> Taken(LimitSet limits)
    {
        ImmutableArray<BindingLimit>.Builder? full = null;
        foreach (SeatLimit limit in limits.Limits)
        {
            int used = _state.UsedOf(limit.Key);
            if (used >= limit.Capacity)
            {
                (full ??= ImmutableArray.CreateBuilder<BindingLimit>()).Add(new(limit.Key, limit.Capacity, used));
            }
        }

        return full?.ToImmutable() ?? [];
    }

    /// <summary>A seat, a place in the line or neither: the one function that decides it (R1), for whoever comes new, is approved or is restored.</summary>
    internal Placement Place(SeatClaim claim, int priority, bool overriding)
    {
        ImmutableArray<BindingLimit> full = Full(_state.Limits.Of(claim));
        if (full.IsEmpty || overriding)
        {
            return new(RegistrationStatus.Confirmed, null, full);
        }

        // A closed list has no places: nobody would ever be promoted from it.
        return (MayWait ? Seats.WaitingPlaces : 0) is { } places && _state.WaitingCount >= places
            ? new(RegistrationStatus.Declined, null, full.Add(new("waiting", places, _state.WaitingCount)))
            : new(RegistrationStatus.Waiting, _state.Lines.Before(claim, priority) + 1, full);
    }

    /// <summary>Takes over the workshop and settles what people, offers and time have changed since the last command.</summary>
    internal void Settle(bool lookAtPeople)
    {
        bool adopted = Workshop.Version != _state.WorkshopVersion;
        if (adopted)
        {
            Adopt();
        }

        if (Workshop.Status == WorkshopStatus.Cancelled)
        {
            foreach (RegistrationId active in _state.ActiveIds.Count == 0 ? [] : _state.All.Values.Where(r => r.IsActive).Select(r => r.Id).ToArray())
            {
                Add(new RegistrationCancelled(Now, active, CancellationCause.WorkshopCancelled, null));
            }
        }

        int before = _events.Count;
        if (lookAtPeople)
        {
            SettlePeople();
        }

        if (Workshop.Status == WorkshopStatus.Cancelled)
        {
            return;
        }

        while (_state.NextOffer is { } offer && offer.Until <= Now)
        {
            Add(new RegistrationLapsed(Now, offer.Registration, LapseCause.OfferExpired));
        }

        if (!_state.Lines.IsEmpty && Now >= Cutoffs.PromotesUntil && Workshop.Status != WorkshopStatus.Postponed)
        {
            CloseLines();
        }

        if (adopted || _events.Count > before)
        {
            // Also when the seats are the same: seats freed while the workshop was postponed, or after a cut-off that has been put off, go to whoever waits.
            Promote();
        }
    }

    /// <summary>Gives or offers seats to everybody whom the limits allow, in order, while the list promotes. Every freed seat comes through here, whatever freed it.</summary>
    /// <returns>Whose turn it was, in order.</returns>
    internal ImmutableArray<RegistrationId> Promote()
    {
        var promoted = ImmutableArray.CreateBuilder<RegistrationId>();
        while (Promotes && NextInLine() is { } next)
        {
            Registration registration = _state.All[next];
            Add(registration.SwitchingTo is { } to ? new RegistrationSwitched(Now, next, to, [], null)
                : Deadline(registration) is { } until ? new SeatOffered(Now, next, until)
                : new RegistrationPromoted(Now, next));
            promoted.Add(next);
        }

        return promoted.ToImmutable();
    }

    /// <summary>The first of all whose line has room. People of one line need room under the same limits, so only its head is looked at.</summary>
    private RegistrationId? NextInLine()
    {
        Place? best = null;
        foreach (var (needs, line) in _state.Lines.All)
        {
            Place head = line.Min;
            if ((best is not { } first || head.CompareTo(first) < 0) && HasRoom(needs))
            {
                best = head;
            }
        }

        return best?.Registration;
    }

    private bool HasRoom(LimitSet limits)
    {
        foreach (SeatLimit limit in limits.Limits)
        {
            if (_state.UsedOf(limit.Key) >= limit.Capacity)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Until when a seat is offered; null when it is given without asking, also because nobody could answer in working time before the cut-off.</summary>
    private Instant? Deadline(Registration registration)
    {
        if (_state.Admission.Offers is not { } terms)
        {
            return null;
        }

        Institution? institution = Circumstances.Institutions.GetValueOrDefault(registration.Institution);
        DateTimeZone zone = (institution is null ? null : Circumstances.Zones.GetZoneOrNull(institution.ZoneId)) ?? DateTimeZone.Utc;
        IHolidayCalendar? holidays = institution is null ? null : Circumstances.Holidays.For(institution);
        return OfferDeadline.Of(terms, institution?.WorkingTime ?? WorkingTime.Standard, holidays, zone, Now, Cutoffs.PromotesUntil);
    }

    /// <summary>Whose registration somebody's is: their own, or that of the person as whom they were recognised.</summary>
    internal PersonId Canonical(PersonId person) => Circumstances.Merged.GetValueOrDefault(person, person);

    internal bool IsErased(PersonId person) => Circumstances.Erased.ContainsKey(person) || Circumstances.Erased.ContainsKey(Canonical(person));

    /// <summary>The ids under which a person was invited: their own, and those of people who turned out to be the same one.</summary>
    internal IEnumerable<PersonId> InvitationsOf(PersonId canonical) =>
        Circumstances.Merged.Where(m => m.Value == canonical).Select(m => m.Key).OrderBy(p => p.ToString(), StringComparer.Ordinal).Prepend(canonical).Where(_state.IsInvited);

    internal bool IsOffered(SeatClaim claim) => Seats.Offers(claim.Mode, claim.Sitting);

    private void Adopt()
    {
        AdmissionPolicy admission = Workshop.Plan.Admission;
        Add(new SeatPlanAdopted(
            Now, Workshop.Version, Workshop.Status, Workshop.Plan.Seats, RegistrationCutoffs.Of(Workshop.Plan), admission.Equals(s_everybody) ? null : admission));
        foreach (Registration registration in _state.Lines.InOrder.Select(place => _state.All[place.Registration]).Where(r => r.SwitchingTo is { } to && !IsOffered(to)).ToArray())
        {
            Add(new SwitchEnded(Now, registration.Id, SwitchEndCause.NoLongerOffered));
        }
    }

    private void CloseLines()
    {
        foreach (Place place in _state.Lines.InOrder.ToArray())
        {
            Add(_state.All[place.Registration].Status == RegistrationStatus.Waiting
                ? new RegistrationLapsed(Now, place.Registration)
                : new SwitchEnded(Now, place.Registration, SwitchEndCause.WaitingListClosed));
        }
    }

    /// <summary>Whoever was erased waits for nothing any longer (R57), and keeps a confirmed seat as a number; whoever turned out to be another person is registered as that person, once (R12).</summary>
    private void SettlePeople()
    {
        Registration[] erased = [.. Circumstances.Erased.Keys.Select(_state.ActiveOf).OfType<Registration>().Where(r => r.Status != RegistrationStatus.Confirmed || r.SwitchingTo is not null)];
        foreach (Registration registration in erased.OrderBy(r => r.Id.ToString(), StringComparer.Ordinal))
        {
            Add(registration.Status == RegistrationStatus.Confirmed
                ? new SwitchEnded(Now, registration.Id, SwitchEndCause.PersonErased)
                : new RegistrationCancelled(Now, registration.Id, CancellationCause.PersonErased, null));
        }

        if (Circumstances.Merged.IsEmpty)
        {
            return;
        }

        foreach (Registration found in _state.All.Values.Where(r => Circumstances.Merged.ContainsKey(r.Person)).ToArray())
        {
            PersonId person = Circumstances.Merged[found.Person];
            if (found.IsActive && _state.ActiveOf(person) is { } other)
            {
                // Of two the better one stays: a confirmed seat before one that may yet be lost, a seat before none, else the one that was there first.
                int better = Standing(found).CompareTo(Standing(other));
                bool keepsFound = better != 0 ? better > 0 : found.RegisteredAt < other.RegisteredAt;
                Add(new RegistrationCancelled(Now, (keepsFound ? other : found).Id, CancellationCause.PersonMerged, null));
            }

            Add(new RegistrationReassigned(Now, found.Id, person));
        }

        static int Standing(Registration registration) => registration.Status == RegistrationStatus.Confirmed ? 2 : registration.HoldsSeat ? 1 : 0;
    }
}

/// <summary>Where somebody is placed.</summary>
/// <param name="Status">Confirmed, waiting or declined.</param>
/// <param name="Position">The place in the line of the mode, from 1, when waiting.</param>
/// <param name="Limits">The limits that are full, and were overridden when confirmed.</param>
internal readonly record struct Placement(RegistrationStatus Status, int? Position, ImmutableArray<BindingLimit> Limits)
{
    internal RegistrationOutcome Of(RegistrationId id, DeliveryMode mode) => RegistrationOutcome.Of(id, mode, Status, Position, Limits);
}
