using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What changes about a registration while it goes on: mode and sitting (R9), person (R11), priority (R5), and taking up one that had ended (R13).</summary>
public sealed partial class RegistrationBook
{
    /// <summary>
    /// Goes over to another mode or sitting. The new seat is taken first and then the old one freed and passed on (R9, R10); where the new one is full, the old seat
    /// is kept and the change waits in line. Who only waits goes to the end of the new line (R5). Asking for what one has takes back a change that waits; with an override it gives the seat that one waits for (R14).
    /// </summary>
    /// <param name="registration">The registration.</param>
    /// <param name="change">Where to, and by what right.</param>
    /// <param name="by">Who asks: participants and focal points only until the cut-off for changes.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-changed</c>,
    /// <c>registration.mode-is-offered</c>, <c>registration.sitting-is-held</c>.</exception>
    public Decision<SwitchOutcome> Switch(RegistrationId registration, SeatSwitch change, Actor by, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(change);
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckSwitch(draft, registration, change, by));
        return new(Switch(draft, draft.Find(registration)!, change), draft.Events);
    }

    /// <summary>Which rules a change of mode or sitting would break; see <see cref="Switch(RegistrationId, SeatSwitch, Actor, RegistrationCircumstances)"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="change">Where to.</param>
    /// <param name="by">Who would ask.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckSwitch(RegistrationId registration, SeatSwitch change, Actor by, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(change);
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckSwitch(draft, registration, change, by);
    }

    /// <summary>
    /// Puts somebody else of the same institution in the place of a registration: the seat, or the place in line, stays as it is; the registration ends, and a new one
    /// with an id of its own begins, so that what the first person earned stays with the first person (R11).
    /// </summary>
    /// <param name="registration">The registration.</param>
    /// <param name="replacementId">The new registration's id.</param>
    /// <param name="substitution">Who takes over, and why.</param>
    /// <param name="by">Who asks: participants and focal points only until the cut-off for changes.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-changed</c>,
    /// <c>registration.person-is-invited</c>, <c>registration.person-is-not-registered</c>, <c>registration.limits-allow</c>: the new person falls under a full limit that the first did not, such as that of a grade; and those of <see cref="RegistrationAnswers.Check"/>.</exception>
    public Decision<SubstitutionOutcome> Substitute(
        RegistrationId registration, RegistrationId replacementId, Substitution substitution, Actor by, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(substitution);
        using BookDraft draft = DraftAsOf(circumstances);
        Fresh(draft, replacementId);
        TrainingRuleException.ThrowIfAny(CheckSubstitute(draft, registration, substitution, by));
        return new(Substitute(draft, registration, replacementId, substitution), draft.Events);
    }

    /// <summary>Which rules a substitution would break; see <see cref="Substitute(RegistrationId, RegistrationId, Substitution, Actor, RegistrationCircumstances)"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="substitution">Who would take over.</param>
    /// <param name="by">Who would ask.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckSubstitute(RegistrationId registration, Substitution substitution, Actor by, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(substitution);
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckSubstitute(draft, registration, substitution, by);
    }

    /// <summary>
    /// Takes up a registration that was cancelled, declined, rejected or has lapsed: duplicates and capacity are checked anew, and earlier check-ins count no longer (R13).
    /// Where somebody approves, it awaits approval anew: an approval was for what has ended.
    /// </summary>
    /// <param name="registration">The registration.</param>
    /// <param name="overrideReasonCode">Gives a seat whatever the limits say and without approval, for a reason code of the host's own (R14); null when limits hold.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>registration.is-known</c>, <c>registration.can-be-restored</c>, <c>registration.mode-is-offered</c>,
    /// <c>registration.sitting-is-held</c>, <c>registration.person-is-not-registered</c>, <c>registration.person-is-invited</c>.</exception>
    /// <exception cref="ArgumentException">The reason is not a code, or the workshop belongs to another book.</exception>
    public Decision<RegistrationOutcome> Restore(RegistrationId registration, string? overrideReasonCode, RegistrationCircumstances circumstances)
    {
        ReasonCode.CheckedOrNull(overrideReasonCode, nameof(overrideReasonCode));
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckRestore(draft, registration));
        Registration found = draft.Find(registration)!;
        if (NeedsApproval(draft, found.Claim) && overrideReasonCode is null)
        {
            var (keeps, full) = SeatUntilApproved(draft, found.Claim);
            draft.Add(new RegistrationRestored(draft.Now, registration, found.Mode, RegistrationStatus.AwaitingApproval, null, full, null, keeps));
            return new(new RegistrationOutcome.AwaitingApproval(registration, keeps, full), draft.Events);
        }

        Placement placed = draft.Place(found.Claim, found.Priority, overrideReasonCode is not null);
        draft.Add(new RegistrationRestored(draft.Now, registration, found.Mode, placed.Status, placed.Position, placed.Limits, Reason(placed, overrideReasonCode)));
        return new(placed.Of(registration, found.Mode), draft.Events);
    }

    /// <summary>Which rules taking up a registration again would break; see <see cref="Restore"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckRestore(RegistrationId registration, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckRestore(draft, registration);
    }

    /// <summary>Lets somebody go ahead of others, or behind them, when seats are passed on (R5). The time of joining stays.</summary>
    /// <param name="registration">The registration, active and not yet confirmed for all that it wants.</param>
    /// <param name="priority">The lower goes first.</param>
    /// <param name="reasonCode">The host's own code for the reason: 1 to 100 characters without spaces or control characters.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <returns>The place in the line from now on, from 1; null when it stands in none.</returns>
    /// <exception cref="TrainingRuleException"><c>registration.is-known</c>, <c>registration.is-active</c>.</exception>
    /// <exception cref="ArgumentException">The reason is not a code, or the workshop belongs to another book.</exception>
    public Decision<int?> Prioritise(RegistrationId registration, int priority, string reasonCode, RegistrationCircumstances circumstances)
    {
        ReasonCode.Checked(reasonCode, nameof(reasonCode));
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckActive(draft, registration));
        Registration found = draft.Find(registration)!;
        int? position = PositionOf(draft.State, found, priority);
        if (found.Priority != priority)
        {
            draft.Add(new RegistrationPrioritised(draft.Now, registration, priority, reasonCode, position));
        }

        return new(position, draft.Events);
    }

    /// <summary>Which rules another priority would break; see <see cref="Prioritise"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckPrioritise(RegistrationId registration, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckActive(draft, registration);
    }

    /// <summary>The place of a registration in the line of the mode and sitting that it waits for, from 1; null when it waits for nothing.</summary>
    /// <param name="registration">The registration.</param>
    public int? PositionOf(RegistrationId registration) => _state.All.TryGetValue(registration, out Registration? found) ? PositionOf(_state, found) : null;

    private static int? PositionOf(BookState state, Registration registration, int? priority = null) =>
        registration.Wanted is { } wanted && state.Lines.Of(registration.Id) is { } stands && stands with { Priority = priority ?? stands.Priority } is var place
            ? 1 + state.Lines.InOrder.Count(p => p.Registration != registration.Id && p.CompareTo(place) < 0 &&
                state.All[p.Registration].Wanted is { } other && (other.Mode, other.Sitting) == (wanted.Mode, wanted.Sitting))
            : null;

    private static SubstitutionOutcome Substitute(BookDraft draft, RegistrationId registration, RegistrationId replacementId, Substitution substitution)
    {
        Registration found = draft.Find(registration)!;
        SeatClaim claim = ClaimOf(draft, found, substitution);
        ImmutableArray<BindingLimit> overridden = found.HoldsSeat ? Missing(draft, found, claim) : [];
        draft.Add(new RegistrationSubstituted(
            draft.Now, registration, replacementId, draft.Canonical(substitution.Person), claim, found.Status, substitution.ReasonCode,
            overridden, overridden.IsEmpty ? null : substitution.OverrideReasonCode, found.Status == RegistrationStatus.Waiting ? PositionOf(draft.State, found) : null, found.OfferedUntil));
        return new(registration, replacementId, found.Status, draft.Promote());
    }

    private static SwitchOutcome Switch(BookDraft draft, Registration found, SeatSwitch change)
    {
        SeatClaim to = found.Claim with { Mode = change.Mode, Sitting = change.Sitting };
        if (found.SwitchingTo is { } pending && pending != to)
        {
            draft.Add(new SwitchEnded(draft.Now, found.Id, SwitchEndCause.Withdrawn));
        }

        bool waits = found.Status == RegistrationStatus.Waiting;
        if (to == found.Claim && !waits)
        {
            return new SwitchOutcome.Switched(found.Id, to.Mode, to.Sitting, [], draft.Promote());
        }

        // Who awaits approval and holds nothing takes nothing either: there is no limit to look at, or to override.
        ImmutableArray<BindingLimit> full = found.Status == RegistrationStatus.AwaitingApproval && !found.HoldsSeat ? [] : Missing(draft, found, to);
        if (to == found.Claim && change.OverrideReasonCode is null)
        {
            // Asking for what one waits for already moves nobody.
            return new SwitchOutcome.Waiting(found.Id, to.Mode, to.Sitting, PositionOf(draft.State, found)!.Value, full, false);
        }

        if (full.IsEmpty || change.OverrideReasonCode is not null)
        {
            draft.Add(new RegistrationSwitched(draft.Now, found.Id, to, full, full.IsEmpty ? null : change.OverrideReasonCode));
            if (waits)
            {
                // There is room that nobody who waits could take, or the limits are overridden.
                draft.Add(new RegistrationPromoted(draft.Now, found.Id));
            }

            return new SwitchOutcome.Switched(found.Id, to.Mode, to.Sitting, full, draft.Promote());
        }

        if (!draft.MayWait)
        {
            draft.Add(new SwitchDeclined(draft.Now, found.Id, to, full));
            return new SwitchOutcome.Declined(found.Id, full);
        }

        int position = draft.State.Lines.Before(to, found.Priority) + 1;
        if (found.SwitchingTo == to)
        {
            position = PositionOf(draft.State, found)!.Value;
        }
        else
        {
            draft.Add(found.HoldsSeat ? new SwitchRequested(draft.Now, found.Id, to, position, full) : new LineSwitched(draft.Now, found.Id, to, position, full));
        }

        return new SwitchOutcome.Waiting(found.Id, to.Mode, to.Sitting, position, full, found.HoldsSeat);
    }

    /// <summary>The full limits that stand between a registration and another claim: those that its own seat does not satisfy already.</summary>
    private static ImmutableArray<BindingLimit> Missing(BookDraft draft, Registration found, SeatClaim to) =>
        draft.Full(found.HoldsSeat ? draft.State.Limits.Of(to, found.Claim) : draft.State.Limits.Of(to), found);

    private static SeatClaim ClaimOf(BookDraft draft, Registration found, Substitution substitution) => found.Claim with
    {
        Groups = (draft.Circumstances.Institutions.GetValueOrDefault(found.Institution)?.Groups ?? default).With(Counted(draft, substitution.Groups)),
    };

    private static List<TrainingRule> CheckActive(BookDraft draft, RegistrationId registration) => draft.Find(registration) switch
    {
        null => [NotKnown(draft, registration)],
        { IsActive: true } => [],
        var found => [Inactive(found)],
    };

    private static List<TrainingRule> CheckChange(BookDraft draft, RegistrationId registration, Actor by)
    {
        List<TrainingRule> unmet = CheckActive(draft, registration);
        if (by.Capacity is ActorCapacity.Participant or ActorCapacity.FocalPoint && draft.Now >= draft.Cutoffs.ChangesUntil)
        {
            unmet.Add(RegistrationRules.CanBeChanged.Broken(("until", draft.Cutoffs.ChangesUntil)));
        }

        return unmet;
    }

    private static List<TrainingRule> CheckSwitch(BookDraft draft, RegistrationId registration, SeatSwitch change, Actor by)
    {
        List<TrainingRule> unmet = CheckChange(draft, registration, by);
        if (draft.Find(registration) is { } found)
        {
            unmet.AddRange(CheckPlace(draft, change.Mode, change.Sitting, found.Role));
            if (draft.IsErased(found.Person))
            {
                unmet.Add(PersonRules.IsKnown.Broken(("person", found.Person.ToString())));
            }
        }

        return unmet;
    }

    private static List<TrainingRule> CheckSubstitute(BookDraft draft, RegistrationId registration, Substitution substitution, Actor by)
    {
        List<TrainingRule> unmet = CheckChange(draft, registration, by);
        if (draft.Find(registration) is not { } found)
        {
            return unmet;
        }

        unmet.AddRange(CheckPerson(draft, substitution.Person, found.Institution));
        if (found.HoldsSeat && substitution.OverrideReasonCode is null && Missing(draft, found, ClaimOf(draft, found, substitution)) is { IsEmpty: false } full)
        {
            unmet.Add(RegistrationRules.LimitsAllow.Broken(("limits", full)));
        }

        unmet.AddRange(substitution.Answers.Check(draft.Workshop.Plan.Questions, ClaimOf(draft, found, substitution)));

        return unmet;
    }

    private static List<TrainingRule> CheckRestore(BookDraft draft, RegistrationId registration)
    {
        if (draft.Find(registration) is not { } found)
        {
            return [NotKnown(draft, registration)];
        }

        var unmet = new List<TrainingRule>();
        if (found.IsActive || found.Status == RegistrationStatus.Substituted || draft.Workshop.Status != WorkshopStatus.Published || draft.Now >= draft.Workshop.Agenda.Time.End)
        {
            unmet.Add(RegistrationRules.CanBeRestored.Broken(
                ("registration", registration.ToString()), ("status", found.Status.ToString()), ("workshop", draft.Workshop.Id.ToString()), ("workshopStatus", draft.Workshop.Status.ToString())));
        }

        unmet.AddRange(CheckPlace(draft, found.Mode, found.Sitting, found.Role));
        if (!found.IsActive)
        {
            unmet.AddRange(CheckPerson(draft, found.Person, found.Institution));
        }

        return unmet;
    }
}
