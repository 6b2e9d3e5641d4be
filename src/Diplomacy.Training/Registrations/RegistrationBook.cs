using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// All registrations of one workshop and the seat plan in force. A seat satisfies every limit it falls under (R1); whoever waits is promoted as soon as
/// all limits allow, in the order of priority, then of joining (R5), and a blocked one does not block those behind (R6).
/// Every verb first takes over the workshop as it stands and settles what has changed since: lapsed offers, erased and merged people, cut-offs.
/// </summary>
public sealed partial class RegistrationBook : Aggregate, IAggregate<RegistrationBook>
{
    private readonly BookState _state = new();
    private readonly Dictionary<RegistrationId, (PersonId Person, RecordRef Record)> _answers = [];
    private readonly string _workshop;
    private (ImmutableDictionary<PersonId, Instant> Erased, ImmutableDictionary<PersonId, PersonId> Merged)? _peopleSettled;

    private RegistrationBook(StreamId stream)
        : base(stream) => _workshop = stream.Key;

    /// <summary>The seat plan in force; null before the first command.</summary>
    public SeatPlan? Seats => _state.Seats;

    /// <summary>The cut-offs in force; null before the first command.</summary>
    public RegistrationCutoffs? Cutoffs => _state.Cutoffs;

    /// <summary>Who may register, who approves and how seats are offered.</summary>
    public AdmissionPolicy Admission => _state.Admission;

    /// <summary>Every registration ever made, by id, in the order in which they were made.</summary>
    public IReadOnlyDictionary<RegistrationId, Registration> All => _state.All;

    /// <summary>The personal records with the answers to the workshop's own questions, and whose they were when they were given.</summary>
    public IReadOnlyDictionary<RegistrationId, (PersonId Person, RecordRef Record)> Answers => _answers;

    /// <summary>How many wait for a seat and hold none.</summary>
    public int WaitingCount => _state.WaitingCount;

    /// <summary>The version of the workshop that was last taken over.</summary>
    public long WorkshopVersion => _state.WorkshopVersion;

    /// <summary>When the next offer lapses, or the waiting list closes while someone waits: never while a postponed workshop has no time.</summary>
    public override Instant? NextDue =>
        (_state.NextOffer?.Until, _state.Lines.IsEmpty || _state.WorkshopStatus == WorkshopStatus.Postponed ? null : Cutoffs?.PromotesUntil) switch
        {
            ({ } offer, { } list) => Instant.Min(offer, list),
            var (offer, list) => offer ?? list,
        };

    /// <summary>The stream of a workshop's book.</summary>
    /// <param name="workshop">The workshop.</param>
    public static StreamId StreamOf(WorkshopId workshop) => StreamId.Of("book", workshop.ToString());

    /// <inheritdoc/>
    public static RegistrationBook Begin(StreamId stream) => new(stream);

    /// <summary>A person's active registration. There is at most one (R12).</summary>
    /// <param name="person">The person.</param>
    /// <returns>The registration, or null.</returns>
    public Registration? ActiveOf(PersonId person) => _state.ActiveOf(person);

    /// <summary>Whether a person was invited to register one by one.</summary>
    /// <param name="person">The person.</param>
    public bool IsInvited(PersonId person) => _state.IsInvited(person);

    /// <summary>How many seats a limit holds.</summary>
    /// <param name="limitKey">The limit's key; see <see cref="SeatLimit"/>.</param>
    public int UsedOf(string limitKey) => _state.UsedOf(limitKey);

    /// <summary>Who waits for a seat, or for a change while keeping one, in the order in which they would be promoted if no limit but their own mode's stood in the way.</summary>
    public IReadOnlyList<Registration> WaitingLine() => [.. _state.Lines.InOrder.Select(place => _state.All[place.Registration])];

    /// <summary>Registers a person: a seat, a place on the waiting list, a request that somebody has to approve, or a refusal that names the full limits.</summary>
    /// <param name="id">The new registration's id.</param>
    /// <param name="request">Who, for what.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>registration.is-open</c>, <c>institution.is-known</c>, <c>registration.mode-is-offered</c>,
    /// <c>registration.sitting-is-held</c>, <c>registration.person-is-invited</c>, <c>registration.person-is-not-registered</c>, and those of <see cref="RegistrationAnswers.Check"/>.</exception>
    /// <exception cref="ArgumentException">The id is empty or taken, or the request or the workshop belongs to another book.</exception>
    public Decision<RegistrationOutcome> Register(RegistrationId id, RegistrationRequest request, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(request);
        using BookDraft draft = DraftAsOf(circumstances);
        return new(Register(draft, id, request), draft.Events);
    }

    /// <summary>Which rules a registration would break; see <see cref="Register(RegistrationId, RegistrationRequest, RegistrationCircumstances)"/>. A full house breaks none: it is an outcome.</summary>
    /// <param name="request">Who, for what.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckRegister(RegistrationRequest request, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(request);
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckRegister(draft, request);
    }

    /// <summary>Cancels a registration and passes its seat on to whoever waits, until the promotion cut-off. Cancelling again changes nothing.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="reasonCode">The host's own code for the reason: 1 to 100 characters without spaces or control characters.</param>
    /// <param name="by">Who cancels: a participant only until the cancellation cut-off.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException"><c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-cancelled</c>.</exception>
    /// <exception cref="ArgumentException">The reason is not a code, or the workshop belongs to another book.</exception>
    public Decision<CancellationOutcome> Cancel(RegistrationId registration, string reasonCode, Actor by, RegistrationCircumstances circumstances)
    {
        ReasonCode.Checked(reasonCode, nameof(reasonCode));
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckCancel(draft, registration, by));
        if (draft.Find(registration)!.Status == RegistrationStatus.Cancelled)
        {
            return new(new(registration, false, []), draft.Events);
        }

        draft.Add(new RegistrationCancelled(draft.Now, registration, CancellationCause.Requested, reasonCode));
        return new(new(registration, true, draft.Promote()), draft.Events);
    }

    /// <summary>Which rules a cancellation would break; see <see cref="Cancel"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="by">Who would cancel.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckCancel(RegistrationId registration, Actor by, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckCancel(draft, registration, by);
    }

    /// <summary>
    /// Takes over the workshop as it stands and settles what has changed since: a raised capacity promotes (R7), a cancelled workshop cancels every registration,
    /// offers lapse, erased people wait no longer (R57), merged people are registered once (R12), and at the promotion cut-off the waiting list closes. Settling again changes nothing.
    /// </summary>
    /// <param name="circumstances">What the book decides by.</param>
    /// <returns>Whether anything changed.</returns>
    public Decision<bool> Settle(RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return new(!draft.Events.IsEmpty, draft.Events);
    }

    /// <summary>
    /// Looks at the book as it stands at an instant, whether or not anybody has settled since: a lapsed offer has lapsed and its seat is passed on (R3).
    /// Nothing is recorded, and what is looked at must not be kept.
    /// </summary>
    /// <typeparam name="T">What is asked for.</typeparam>
    /// <param name="circumstances">What the book decides by.</param>
    /// <param name="look">Asks; must not call a verb.</param>
    public T AsOf<T>(RegistrationCircumstances circumstances, Func<RegistrationBook, T> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        using BookDraft draft = DraftAsOf(circumstances);
        return look(this);
    }

    private protected override void When(TrainingEvent happened)
    {
        _state.When(happened);
        switch (happened)
        {
            case RegistrationAnswered e:
                _answers[e.Registration] = (e.Person, e.Record);
                break;
            case AnswersPurged { Record: { } rest } e:
                _answers[e.Registration] = (e.Person, rest);
                break;
            case AnswersPurged e:
                _answers.Remove(e.Registration);
                break;
            default:
                break;
        }

        // Another process may have decided before it heard of an erasure or a merger: then people are looked at again.
        if (_peopleSettled is { } people && WhoseOf(happened) is { } person && (people.Erased.ContainsKey(person) || people.Merged.ContainsKey(person)))
        {
            _peopleSettled = null;
        }
    }

    private PersonId? WhoseOf(TrainingEvent happened) => happened switch
    {
        RegistrationConfirmed e => e.Person,
        RegistrationWaitlisted e => e.Person,
        RegistrationDeclined e => e.Person,
        RegistrationSubmitted e => e.Person,
        RegistrationSubstituted e => e.Person,
        RegistrationRestored e => _state.All[e.Registration].Person,
        SwitchRequested e => _state.All[e.Registration].Person,
        _ => null,
    };

    private static RegistrationOutcome Register(BookDraft draft, RegistrationId id, RegistrationRequest request)
    {
        Fresh(draft, id);
        TrainingRuleException.ThrowIfAny(CheckRegister(draft, request));
        return Enter(draft, id, request);
    }

    private static void Fresh(BookDraft draft, RegistrationId id)
    {
        if (id == default || draft.Find(id) is not null)
        {
            throw new ArgumentException($"A new registration needs an id of its own; '{id}' is empty or taken.", nameof(id));
        }
    }

    /// <summary>Records a request that breaks no rule.</summary>
    private static RegistrationOutcome Enter(BookDraft draft, RegistrationId id, RegistrationRequest request)
    {
        SeatClaim claim = ClaimOf(draft, request);
        PersonId person = draft.Canonical(request.Person);
        Instant now = draft.Now;
        bool overriding = request.OverrideReasonCode is not null;
        if (NeedsApproval(draft, claim) && !overriding)
        {
            var (keeps, full) = SeatUntilApproved(draft, claim);
            draft.Add(new RegistrationSubmitted(now, id, person, claim, request.Priority, keeps, full));
            return new RegistrationOutcome.AwaitingApproval(id, keeps, full);
        }

        Placement placed = draft.Place(claim, request.Priority, overriding);
        draft.Add(placed.Status switch
        {
            RegistrationStatus.Confirmed => new RegistrationConfirmed(now, id, person, claim, request.Priority, placed.Limits, placed.Limits.IsEmpty ? null : request.OverrideReasonCode),
            RegistrationStatus.Waiting => new RegistrationWaitlisted(now, id, person, claim, request.Priority, placed.Position!.Value, placed.Limits),
            _ => new RegistrationDeclined(now, id, person, claim, request.Priority, placed.Limits),
        });
        return placed.Of(id, claim.Mode);
    }

    private static bool NeedsApproval(BookDraft draft, SeatClaim claim) => draft.State.Admission.Approval != ApprovalPolicy.None && claim.Role.TakesSeat();

    /// <summary>Whether a seat is kept while approval is pending, by the workshop's policy (R2); and the limits that are in the way when none can be.</summary>
    private static (bool Keeps, ImmutableArray<BindingLimit> Full) SeatUntilApproved(BookDraft draft, SeatClaim claim)
    {
        bool wanted = draft.State.Admission.Approval == ApprovalPolicy.HoldsSeat;
        ImmutableArray<BindingLimit> full = wanted ? draft.Full(draft.State.Limits.Of(claim)) : [];
        return (wanted && full.IsEmpty, full);
    }

    private static SeatClaim ClaimOf(BookDraft draft, RegistrationRequest request)
    {
        Institution institution = draft.Circumstances.Institutions[request.Institution];
        return new(request.Mode, request.Institution, institution.Kind, request.Role, institution.Groups.With(Counted(draft, request.Groups)), request.Sitting);
    }

    /// <summary>Rank and sex count only where the plan speaks of them: together with a small mission they would single somebody out, and the journal is for ever.</summary>
    private static SeatGroups Counted(BookDraft draft, SeatGroups groups)
    {
        WorkshopPlan plan = draft.Workshop.Plan;
        return groups.All.Any(g => g.Dimension is "rank" or "sex") ? SeatGroups.Of(groups.All.Where(g => g.Dimension is not ("rank" or "sex") || Speaks(g.Dimension))) : groups;

        bool Speaks(string dimension) =>
            plan.Seats.Quotas.Any(q => q.Group == dimension || (SeatGroup.TryParse(q.Group, out SeatGroup group) && group.Dimension == dimension)) ||
            plan.Questions.Any(q => q.Audience.Groups.All.Any(g => g.Dimension == dimension));
    }

    private static List<TrainingRule> CheckRegister(BookDraft draft, RegistrationRequest request)
    {
        if (request.Workshop != draft.Workshop.Id)
        {
            throw new ArgumentException($"The request is for {request.Workshop}, the book is that of {draft.Workshop.Id}.", nameof(request));
        }

        return [.. CheckOpen(draft, request.Institution), .. CheckAdmission(draft, request), .. CheckAnswers(draft, request)];
    }

    private static IEnumerable<TrainingRule> CheckAdmission(BookDraft draft, RegistrationRequest request) =>
        CheckPlace(draft, request.Mode, request.Sitting, request.Role).Concat(CheckPerson(draft, request.Person, request.Institution));

    /// <summary>Whether the workshop's questions are answered, where it is known of which institution they are asked.</summary>
    private static IEnumerable<TrainingRule> CheckAnswers(BookDraft draft, RegistrationRequest request) =>
        draft.Circumstances.Institutions.ContainsKey(request.Institution) ? request.Answers.Check(draft.Workshop.Plan.Questions, ClaimOf(draft, request)) : [];

    /// <summary>Whether an institution may register anybody at this time.</summary>
    private static List<TrainingRule> CheckOpen(BookDraft draft, InstitutionCode institution)
    {
        var unmet = new List<TrainingRule>();
        RegistrationCutoffs cutoffs = draft.Cutoffs;
        Workshop workshop = draft.Workshop;
        if (workshop.Status != WorkshopStatus.Published || draft.Now < (cutoffs.Opens ?? Instant.MinValue) || draft.Now >= cutoffs.Closes)
        {
            unmet.Add(RegistrationRules.IsOpen.Broken(
                ("workshop", workshop.Id.ToString()), ("opens", cutoffs.Opens is { } opens ? opens : "publication"), ("closes", cutoffs.Closes), ("status", workshop.Status.ToString())));
        }

        unmet.AddRange(CheckKnown(draft, institution));
        return unmet;
    }

    private static IEnumerable<TrainingRule> CheckKnown(BookDraft draft, InstitutionCode institution) =>
        draft.Circumstances.Institutions.ContainsKey(institution) ? [] : [InstitutionRules.IsKnown.Broken(("institution", institution.ToString()))];

    /// <summary>Whether the workshop is held in this mode and sitting.</summary>
    private static IEnumerable<TrainingRule> CheckPlace(BookDraft draft, DeliveryMode mode, string? sitting, ParticipantRole role)
    {
        string workshop = draft.Workshop.Id.ToString();
        SeatPlan seats = draft.Seats;
        if (sitting is null ? role.TakesSeat() && !seats.Sittings.IsEmpty : !seats.Sittings.Any(s => s.Sitting == sitting))
        {
            yield return RegistrationRules.SittingIsHeld.Broken(
                ("workshop", workshop), ("sitting", sitting ?? "-"), ("sittings", string.Join(", ", seats.Sittings.Select(s => s.Sitting))));
        }
        else if (!seats.Offers(mode, sitting))
        {
            yield return RegistrationRules.ModeIsOffered.Broken(("workshop", sitting is null ? workshop : $"{workshop} {sitting}"), ("mode", RegistrationRules.In(mode)));
        }
    }

    /// <summary>Whether somebody may come in, anew or in another's place: not erased (R57), invited where that is asked for, and not there already (R12).</summary>
    private static IEnumerable<TrainingRule> CheckPerson(BookDraft draft, PersonId person, InstitutionCode institution)
    {
        PersonId canonical = draft.Canonical(person);
        AdmissionPolicy admission = draft.State.Admission;
        if (draft.IsErased(person))
        {
            yield return PersonRules.IsKnown.Broken(("person", person.ToString()));
        }

        if (admission.Access == RegistrationAccess.InvitedOnly && !admission.InvitedInstitutions.Contains(institution) && !draft.InvitationsOf(canonical).Any())
        {
            yield return RegistrationRules.PersonIsInvited.Broken(
                ("workshop", draft.Workshop.Id.ToString()), ("person", person.ToString()), ("institution", institution.ToString()));
        }

        if (draft.State.ActiveOf(canonical) is { } active)
        {
            yield return RegistrationRules.PersonIsFree.Broken(
                ("person", person.ToString()), ("workshop", draft.Workshop.Id.ToString()), ("registration", active.Id.ToString()));
        }
    }

    private static List<TrainingRule> CheckCancel(BookDraft draft, RegistrationId registration, Actor by)
    {
        if (draft.Find(registration) is not { } found)
        {
            return [NotKnown(draft, registration)];
        }

        if (!found.IsActive && found.Status != RegistrationStatus.Cancelled)
        {
            return [Inactive(found)];
        }

        return found.IsActive && by.Capacity == ActorCapacity.Participant && draft.Now >= draft.Cutoffs.CancelsUntil
            ? [RegistrationRules.CanBeCancelled.Broken(("until", draft.Cutoffs.CancelsUntil))]
            : [];
    }

    private static TrainingRule NotKnown(BookDraft draft, RegistrationId registration) =>
        RegistrationRules.IsKnown.Broken(("workshop", draft.Workshop.Id.ToString()), ("registration", registration.ToString()));

    private static TrainingRule Inactive(Registration found) =>
        RegistrationRules.IsActive.Broken(("registration", found.Id.ToString()), ("status", found.Status.ToString()));

    /// <summary>A draft that has taken over the workshop and settled what has changed.</summary>
    private BookDraft DraftAsOf(RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(circumstances);
        if (circumstances.Workshop.Id.ToString() != _workshop)
        {
            throw new ArgumentException($"The book {Stream} is not that of {circumstances.Workshop.Id}.", nameof(circumstances));
        }

        var draft = new BookDraft(_state, circumstances);
        try
        {
            // Who was erased or merged is looked at again only when that has changed: there may be thousands of them, and a book hears of few.
            bool settled = _peopleSettled is { } known && known.Erased == circumstances.Erased && known.Merged == circumstances.Merged;
            draft.Settle(lookAtPeople: !settled);
            if (draft.Events.IsEmpty)
            {
                _peopleSettled = (circumstances.Erased, circumstances.Merged);
            }

            return draft;
        }
        catch
        {
            draft.Dispose();
            throw;
        }
    }
}
