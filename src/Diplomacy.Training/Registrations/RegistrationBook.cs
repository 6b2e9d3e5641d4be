using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// All registrations of one workshop and the seat plan in force. A seat satisfies every limit it falls under (R1); whoever waits is promoted as soon as
/// all limits allow, in the order of priority, then of joining (R5), and a blocked one does not block those behind (R6).
/// Every verb first takes over the workshop as it stands and settles what time has changed.
/// </summary>
public sealed class RegistrationBook : Aggregate, IAggregate<RegistrationBook>
{
    private readonly OrderedDictionary<RegistrationId, Registration> _all = [];
    private readonly Dictionary<PersonId, RegistrationId> _active = [];
    private readonly Dictionary<SeatClaim, SortedSet<Place>> _lines = [];
    private readonly Dictionary<DeliveryMode, PriorityCount> _waiting = [];
    private readonly Dictionary<RegistrationId, long> _places = [];
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private readonly string _workshop;
    private long _sequence;

    private RegistrationBook(StreamId stream)
        : base(stream) => _workshop = stream.Key;

    /// <summary>The seat plan in force; null before the first command.</summary>
    public SeatPlan? Seats { get; private set; }

    /// <summary>The cut-offs in force; null before the first command.</summary>
    public RegistrationCutoffs? Cutoffs { get; private set; }

    /// <summary>Every registration ever made, by id, in the order in which they were made.</summary>
    public IReadOnlyDictionary<RegistrationId, Registration> All => _all;

    /// <summary>How many wait.</summary>
    public int WaitingCount { get; private set; }

    /// <summary>The version of the workshop that was last taken over.</summary>
    public long WorkshopVersion { get; private set; }

    /// <summary>When the waiting list closes, while someone waits.</summary>
    public override Instant? NextDue => WaitingCount > 0 ? Cutoffs?.PromotesUntil : null;

    internal WorkshopStatus WorkshopStatus { get; private set; }

    /// <summary>The stream of a workshop's book.</summary>
    /// <param name="workshop">The workshop.</param>
    public static StreamId StreamOf(WorkshopId workshop) => StreamId.Of("book", workshop.ToString());

    /// <inheritdoc/>
    public static RegistrationBook Begin(StreamId stream) => new(stream);

    /// <summary>A person's active registration: confirmed or waiting. There is at most one (R12).</summary>
    /// <param name="person">The person.</param>
    /// <returns>The registration, or null.</returns>
    public Registration? ActiveOf(PersonId person) => _active.TryGetValue(person, out RegistrationId id) ? _all[id] : null;

    /// <summary>How many seats a limit holds.</summary>
    /// <param name="limitKey">The limit's key; see <see cref="SeatLimit"/>.</param>
    public int UsedOf(string limitKey) => _used.GetValueOrDefault(limitKey);

    /// <summary>Who waits, in the order in which they would be promoted if no limit but their own mode's stood in the way.</summary>
    public IReadOnlyList<Registration> WaitingLine() =>
        [.. _lines.SelectMany(line => line.Value).Order().Select(place => _all[place.Registration])];

    /// <summary>Registers a person: a seat, a place on the waiting list, or a refusal that names the full limits.</summary>
    /// <param name="id">The new registration's id.</param>
    /// <param name="request">Who, for what.</param>
    /// <param name="kind">What the sending institution is.</param>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>registration.is-open</c>, <c>registration.mode-is-offered</c>, <c>registration.person-is-not-registered</c>.</exception>
    /// <exception cref="ArgumentException">The id is empty or taken, or the request or the workshop belongs to another book.</exception>
    public Decision<RegistrationOutcome> Register(RegistrationId id, RegistrationRequest request, InstitutionKind kind, Workshop workshop, Instant now)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (id == default || _all.ContainsKey(id))
        {
            throw new ArgumentException($"A new registration needs an id of its own; '{id}' is empty or taken.", nameof(id));
        }

        BookDraft draft = DraftAsOf(workshop, now);
        TrainingRuleException.ThrowIfAny(CheckRegister(request, workshop, now, draft));
        var claim = new SeatClaim(request.Mode, request.Institution, kind, request.Role);
        ImmutableArray<BindingLimit> full = draft.FullLimits(claim);
        RegistrationOutcome outcome;
        if (full.IsEmpty || request.OverrideReasonCode is not null)
        {
            outcome = new RegistrationOutcome.Confirmed(id, request.Mode, full);
            draft.Add(new RegistrationConfirmed(now, id, request.Person, claim, request.Priority, full, full.IsEmpty ? null : request.OverrideReasonCode));
        }
        else if ((draft.PromotesAt(now) ? draft.Seats.WaitingPlaces : 0) is { } places && draft.WaitingCount >= places)
        {
            // A closed list has no places: nobody would ever be promoted from it.
            full = [.. full, new BindingLimit("waiting", places, draft.WaitingCount)];
            outcome = new RegistrationOutcome.Declined(id, full);
            draft.Add(new RegistrationDeclined(now, id, request.Person, claim, request.Priority, full));
        }
        else
        {
            int position = draft.WaitingBefore(request.Mode, request.Priority) + 1;
            outcome = new RegistrationOutcome.Waiting(id, position, full);
            draft.Add(new RegistrationWaitlisted(now, id, request.Person, claim, request.Priority, position, full));
        }

        return new(outcome, draft.Events);
    }

    /// <summary>Which rules a registration would break; see <see cref="Register"/>. A full house breaks none: it is an outcome.</summary>
    /// <param name="request">Who, for what.</param>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="now">The present.</param>
    public IReadOnlyList<TrainingRule> CheckRegister(RegistrationRequest request, Workshop workshop, Instant now) =>
        CheckRegister(request, workshop, now, DraftAsOf(workshop, now));

    /// <summary>Cancels a registration and promotes whoever the freed seat can go to, until the promotion cut-off. Cancelling again changes nothing.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="reasonCode">The host's own code for the reason: 1 to 100 characters without spaces or control characters.</param>
    /// <param name="by">Who cancels: a participant only until the cancellation cut-off.</param>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="TrainingRuleException"><c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-cancelled</c>.</exception>
    /// <exception cref="ArgumentException">The reason is not a code, or the workshop belongs to another book.</exception>
    public Decision<CancellationOutcome> Cancel(RegistrationId registration, string reasonCode, Actor by, Workshop workshop, Instant now)
    {
        ReasonCode.Checked(reasonCode, nameof(reasonCode));
        BookDraft draft = DraftAsOf(workshop, now);
        TrainingRuleException.ThrowIfAny(CheckCancel(registration, by, workshop, now, draft));
        if (draft.Find(registration)!.Status == RegistrationStatus.Cancelled)
        {
            return new(new(registration, false, []), draft.Events);
        }

        draft.Add(new RegistrationCancelled(now, registration, CancellationCause.Requested, reasonCode));
        return new(new(registration, true, draft.Promote(now)), draft.Events);
    }

    /// <summary>Which rules a cancellation would break; see <see cref="Cancel"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="by">Who would cancel.</param>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="now">The present.</param>
    public IReadOnlyList<TrainingRule> CheckCancel(RegistrationId registration, Actor by, Workshop workshop, Instant now) =>
        CheckCancel(registration, by, workshop, now, DraftAsOf(workshop, now));

    /// <summary>
    /// Takes over the workshop as it stands and settles what has changed since: a raised capacity promotes (R7), a cancelled workshop cancels every registration,
    /// and at the promotion cut-off the waiting list closes. Settling again changes nothing.
    /// </summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="now">The present.</param>
    /// <returns>Whether anything changed.</returns>
    public Decision<bool> Settle(Workshop workshop, Instant now)
    {
        BookDraft draft = DraftAsOf(workshop, now);
        return new(!draft.Events.IsEmpty, draft.Events);
    }

    internal IReadOnlyDictionary<string, int> Used => _used;

    internal IReadOnlyDictionary<SeatClaim, SortedSet<Place>> Lines => _lines;

    internal LimitsByClaim Limits { get; private set; } = new(null);

    internal int WaitingUpTo(DeliveryMode mode, int priority) => _waiting.TryGetValue(mode, out PriorityCount? priorities) ? priorities.UpTo(priority) : 0;

    internal IReadOnlyCollection<RegistrationId> ActiveIds => _active.Values;

    private protected override void When(TrainingEvent happened)
    {
        switch (happened)
        {
            case SeatPlanAdopted adopted:
                (WorkshopVersion, WorkshopStatus, Cutoffs) = (adopted.WorkshopVersion, adopted.Status, adopted.Cutoffs);
                if (!adopted.Seats.Equals(Seats))
                {
                    Seats = adopted.Seats;
                    Limits = new(Seats);
                    _used.Clear();
                    foreach (RegistrationId id in _active.Values)
                    {
                        Count(_all[id], +1);
                    }
                }

                break;
            case RegistrationConfirmed e:
                Enter(new(e.Registration, e.Person, e.Claim, RegistrationStatus.Confirmed, e.At, e.Priority));
                break;
            case RegistrationWaitlisted e:
                Enter(new(e.Registration, e.Person, e.Claim, RegistrationStatus.Waiting, e.At, e.Priority));
                break;
            case RegistrationDeclined e:
                Enter(new(e.Registration, e.Person, e.Claim, RegistrationStatus.Declined, e.At, e.Priority));
                break;
            case RegistrationPromoted e:
                Leave(e.Registration);
                Enter(_all[e.Registration] with { Status = RegistrationStatus.Confirmed });
                break;
            case RegistrationCancelled e:
                Leave(e.Registration);
                Enter(_all[e.Registration] with { Status = RegistrationStatus.Cancelled });
                break;
            case RegistrationLapsed e:
                Leave(e.Registration);
                Enter(_all[e.Registration] with { Status = RegistrationStatus.Lapsed });
                break;
            default:
                break;
        }
    }

    private static List<TrainingRule> CheckRegister(RegistrationRequest request, Workshop workshop, Instant now, BookDraft draft)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Workshop != workshop.Id)
        {
            throw new ArgumentException($"The request is for {request.Workshop}, the book is that of {workshop.Id}.", nameof(request));
        }

        var unmet = new List<TrainingRule>();
        RegistrationCutoffs cutoffs = draft.Cutoffs;
        if (workshop.Status != WorkshopStatus.Published || now < (cutoffs.Opens ?? Instant.MinValue) || now >= cutoffs.Closes)
        {
            unmet.Add(RegistrationRules.IsOpen.Broken(
                ("workshop", workshop.Id.ToString()), ("opens", cutoffs.Opens is { } opens ? opens : "publication"), ("closes", cutoffs.Closes), ("status", workshop.Status.ToString())));
        }

        if (!draft.Seats.Offers(request.Mode))
        {
            unmet.Add(RegistrationRules.ModeIsOffered.Broken(("workshop", workshop.Id.ToString()), ("mode", RegistrationRules.In(request.Mode))));
        }

        if (draft.ActiveOf(request.Person) is { } active)
        {
            unmet.Add(RegistrationRules.PersonIsFree.Broken(
                ("person", request.Person.ToString()), ("workshop", workshop.Id.ToString()), ("registration", active.Id.ToString())));
        }

        return unmet;
    }

    private static List<TrainingRule> CheckCancel(RegistrationId registration, Actor by, Workshop workshop, Instant now, BookDraft draft)
    {
        if (draft.Find(registration) is not { } found)
        {
            return [RegistrationRules.IsKnown.Broken(("workshop", workshop.Id.ToString()), ("registration", registration.ToString()))];
        }

        if (!found.IsActive && found.Status != RegistrationStatus.Cancelled)
        {
            return [RegistrationRules.IsActive.Broken(("registration", registration.ToString()), ("status", found.Status.ToString()))];
        }

        return found.IsActive && by.Capacity == ActorCapacity.Participant && now >= draft.Cutoffs.CancelsUntil
            ? [RegistrationRules.CanBeCancelled.Broken(("until", draft.Cutoffs.CancelsUntil))]
            : [];
    }

    /// <summary>A draft that has taken over the workshop and settled what time has changed.</summary>
    private BookDraft DraftAsOf(Workshop workshop, Instant now)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        if (workshop.Id.ToString() != _workshop)
        {
            throw new ArgumentException($"The book {Stream} is not that of {workshop.Id}.", nameof(workshop));
        }

        var draft = new BookDraft(this);
        draft.Settle(workshop, now);
        return draft;
    }

    private void Enter(Registration registration)
    {
        _all[registration.Id] = registration;
        if (!registration.IsActive)
        {
            return;
        }

        _active[registration.Person] = registration.Id;
        if (registration.Status == RegistrationStatus.Waiting)
        {
            (_lines.TryGetValue(registration.Claim, out SortedSet<Place>? line) ? line : _lines[registration.Claim] = []).Add(PlaceOf(registration, ++_sequence));
            WaitingCount++;
            (_waiting.TryGetValue(registration.Mode, out PriorityCount? priorities) ? priorities : _waiting[registration.Mode] = new()).Change(registration.Priority, +1);
            _places[registration.Id] = _sequence;
        }
        else
        {
            Count(registration, +1);
        }
    }

    private void Leave(RegistrationId id)
    {
        Registration registration = _all[id];
        if (!registration.IsActive)
        {
            return;
        }

        _active.Remove(registration.Person);
        if (registration.Status == RegistrationStatus.Waiting)
        {
            SortedSet<Place> line = _lines[registration.Claim];
            _places.Remove(id, out long sequence);
            line.Remove(PlaceOf(registration, sequence));
            if (line.Count == 0)
            {
                _lines.Remove(registration.Claim);
            }

            WaitingCount--;
            _waiting[registration.Mode].Change(registration.Priority, -1);
        }
        else
        {
            Count(registration, -1);
        }
    }

    private static Place PlaceOf(Registration registration, long sequence) => new(registration.Priority, registration.RegisteredAt, sequence, registration.Id);

    private void Count(Registration registration, int step)
    {
        if (registration.Status != RegistrationStatus.Confirmed)
        {
            return;
        }

        foreach (SeatLimit limit in Limits.Of(registration.Claim))
        {
            _used[limit.Key] = _used.GetValueOrDefault(limit.Key) + step;
        }
    }
}

/// <summary>A place in a line: by priority, then time of joining this line, then the order in which the book took it (R5).</summary>
internal readonly record struct Place(int Priority, Instant Joined, long Sequence, RegistrationId Registration) : IComparable<Place>
{
    public int CompareTo(Place other)
    {
        int order = Priority.CompareTo(other.Priority);
        order = order != 0 ? order : Joined.CompareTo(other.Joined);
        return order != 0 ? order : Sequence.CompareTo(other.Sequence);
    }
}
