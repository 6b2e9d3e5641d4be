using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Who is let in: invitations, approvals (R2) and offered seats (R3).</summary>
public sealed partial class RegistrationBook
{
    /// <summary>Approves a registration. A kept seat is confirmed; where none was kept, capacity is checked again (R2).</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="overrideReasonCode">Gives a seat whatever the limits say, for a reason code of the host's own (R14); null when limits hold.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException"><c>registration.is-known</c>, <c>registration.awaits-approval</c>; where no seat was kept <c>registration.mode-is-offered</c>, <c>registration.sitting-is-held</c>.</exception>
    /// <exception cref="ArgumentException">The reason is not a code, or the workshop belongs to another book.</exception>
    public Decision<RegistrationOutcome> Approve(RegistrationId registration, string? overrideReasonCode, RegistrationCircumstances circumstances)
    {
        ReasonCode.CheckedOrNull(overrideReasonCode, nameof(overrideReasonCode));
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckApproval(draft, registration));
        Registration found = draft.Find(registration)!;
        Placement placed = found.KeepsSeat
            ? new(RegistrationStatus.Confirmed, null, [])
            : draft.Place(found.Claim, found.Priority, overrideReasonCode is not null);
        draft.Add(new RegistrationApproved(draft.Now, registration, found.Mode, placed.Status, placed.Position, placed.Limits, Reason(placed, overrideReasonCode)));
        return new(placed.Of(registration, found.Mode), draft.Events);
    }

    /// <summary>Which rules an approval would break; see <see cref="Approve"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckApprove(RegistrationId registration, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckApproval(draft, registration);
    }

    /// <summary>Refuses a registration that awaits approval; a seat that it kept is passed on. Rejecting again changes nothing.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="reasonCode">The host's own code for the reason: 1 to 100 characters without spaces or control characters.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException"><c>registration.is-known</c>, <c>registration.awaits-approval</c>.</exception>
    /// <exception cref="ArgumentException">The reason is not a code, or the workshop belongs to another book.</exception>
    public Decision<CancellationOutcome> Reject(RegistrationId registration, string reasonCode, RegistrationCircumstances circumstances)
    {
        ReasonCode.Checked(reasonCode, nameof(reasonCode));
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckRejection(draft, registration));
        if (draft.Find(registration)!.Status == RegistrationStatus.Rejected)
        {
            return new(new(registration, false, []), draft.Events);
        }

        draft.Add(new RegistrationRejected(draft.Now, registration, reasonCode));
        return new(new(registration, true, draft.Promote()), draft.Events);
    }

    /// <summary>Which rules a rejection would break; see <see cref="Reject"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckReject(RegistrationId registration, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckRejection(draft, registration);
    }

    /// <summary>Takes an offered seat. Accepting again changes nothing.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException"><c>registration.is-known</c>, <c>registration.offer-stands</c>: there is none, or it has lapsed (R3).</exception>
    public Decision<RegistrationOutcome> AcceptOffer(RegistrationId registration, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckAcceptance(draft, registration));
        Registration found = draft.Find(registration)!;
        if (found.Status == RegistrationStatus.Offered)
        {
            draft.Add(new OfferAccepted(draft.Now, registration, found.Mode));
        }

        return new(new RegistrationOutcome.Confirmed(registration, found.Mode, []), draft.Events);
    }

    /// <summary>Which rules taking an offered seat would break; see <see cref="AcceptOffer"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckAcceptOffer(RegistrationId registration, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckAcceptance(draft, registration);
    }

    /// <summary>Does not take an offered seat: it is passed on, and the registration is cancelled.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException"><c>registration.is-known</c>, <c>registration.offer-stands</c>: there is none, or it has lapsed (R3).</exception>
    public Decision<CancellationOutcome> DeclineOffer(RegistrationId registration, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckOffer(draft, registration));
        draft.Add(new RegistrationCancelled(draft.Now, registration, CancellationCause.OfferDeclined, null));
        return new(new(registration, true, draft.Promote()), draft.Events);
    }

    /// <summary>Which rules declining an offer would break; see <see cref="DeclineOffer"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckDeclineOffer(RegistrationId registration, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckOffer(draft, registration);
    }

    /// <summary>Invites people one by one to a workshop for invited people only, or takes invitations back; registrations that were made stand.</summary>
    /// <param name="people">Who.</param>
    /// <param name="invited">Whether they are invited from now on.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <returns>How many were invited, or no longer are, by this.</returns>
    /// <exception cref="ArgumentException">One of the people is <c>default</c>, or the workshop belongs to another book.</exception>
    public Decision<int> Invite(IReadOnlyCollection<PersonId> people, bool invited, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(people);
        if (people.Contains(default))
        {
            throw new ArgumentException("One of the people has an empty id.", nameof(people));
        }

        using BookDraft draft = DraftAsOf(circumstances);
        PersonId[][] before = [.. people.Select(draft.Canonical).Distinct().Select(p => invited && !draft.InvitationsOf(p).Any() ? [p] : invited ? [] : draft.InvitationsOf(p).ToArray()).Where(ids => ids.Length > 0)];
        if (before.Length > 0)
        {
            // One id for each person, so that the first event counts the people; merged people may have been invited under several.
            draft.Add(new InvitationsChanged(draft.Now, [.. before.Select(ids => ids[0])], invited));
            if (before.Any(ids => ids.Length > 1))
            {
                draft.Add(new InvitationsChanged(draft.Now, [.. before.SelectMany(ids => ids.Skip(1))], invited));
            }
        }

        return new(before.Length, draft.Events);
    }

    private static string? Reason(Placement placed, string? overrideReasonCode) =>
        placed is { Status: RegistrationStatus.Confirmed, Limits.IsEmpty: false } ? overrideReasonCode : null;

    /// <summary>Only one that awaits it is approved; and where no seat was kept, only for a mode and sitting in which the workshop is still held.</summary>
    private static IReadOnlyList<TrainingRule> CheckApproval(BookDraft draft, RegistrationId registration) =>
        CheckAwaiting(draft, registration) is { Count: > 0 } unmet ? unmet
        : draft.Find(registration) is { HoldsSeat: false } found ? [.. CheckPlace(draft, found.Mode, found.Sitting, found.Role)]
        : [];

    private static IReadOnlyList<TrainingRule> CheckAwaiting(BookDraft draft, RegistrationId registration) => draft.Find(registration) switch
    {
        null => [NotKnown(draft, registration)],
        { Status: RegistrationStatus.AwaitingApproval } => [],
        var found => [RegistrationRules.AwaitsApproval.Broken(("registration", registration.ToString()), ("status", found.Status.ToString()))],
    };

    private static IReadOnlyList<TrainingRule> CheckRejection(BookDraft draft, RegistrationId registration) =>
        draft.Find(registration) is { Status: RegistrationStatus.Rejected } ? [] : CheckAwaiting(draft, registration);

    private static IReadOnlyList<TrainingRule> CheckAcceptance(BookDraft draft, RegistrationId registration) =>
        draft.Find(registration) is { Status: RegistrationStatus.Confirmed } ? [] : CheckOffer(draft, registration);

    private static IReadOnlyList<TrainingRule> CheckOffer(BookDraft draft, RegistrationId registration) => draft.Find(registration) switch
    {
        null => [NotKnown(draft, registration)],
        { Status: RegistrationStatus.Offered } => [],
        var found => [RegistrationRules.OfferStands.Broken(("registration", registration.ToString()), ("status", found.Status.ToString()))],
    };
}
