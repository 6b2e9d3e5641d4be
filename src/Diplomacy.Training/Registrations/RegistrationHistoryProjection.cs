using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A line more in a registration's history. What it does not say of itself follows from the line before: <see cref="RegistrationHistoryProjection.Following"/>.</summary>
internal sealed record RegistrationHistoryListed(RegistrationHistoryEntry Line) : QueryChange;

/// <summary>The history of registrations, read from the entries of a book.</summary>
internal static class RegistrationHistoryProjection
{
    internal static IEnumerable<QueryChange> Of(JournalEntry entry) => LinesOf(entry).Select(line => new RegistrationHistoryListed(line));

    /// <summary>A line as it stands after those before it.</summary>
    /// <param name="line">The line as its event tells it.</param>
    /// <param name="last">The last line of a registration; null when there is none.</param>
    internal static RegistrationHistoryEntry Following(RegistrationHistoryEntry line, Func<RegistrationId, RegistrationHistoryEntry?> last)
    {
        RegistrationHistoryEntry? before = last(line.Registration);
        bool waits = (line.Replaces is { } replaced ? last(replaced) : before)?.SwitchPending == true;
        return line.Type switch
        {
            "registration.switched" => line with { Status = before?.Status, Automatic = waits && line.OverrideReasonCode is null },
            "registration.switch-requested" => line with { Status = before?.Status, SwitchPending = true },
            "registration.switch-ended" => line with { Status = before?.Status },

            // Who waits and changes to where there is room gets the seat in two steps of one command.
            "registration.promoted" => line with { Automatic = before is not { Type: "registration.switched", Automatic: false } || before.Version != line.Version - 1 },
            _ => line with { Status = line.Status ?? before?.Status, SwitchPending = waits },
        };
    }

    private static ImmutableArray<RegistrationHistoryEntry> LinesOf(JournalEntry entry) => entry.Event switch
    {
        RegistrationConfirmed e => [New(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.Confirmed) with
        {
            Priority = e.Priority, BindingLimits = e.Overridden, OverrideReasonCode = e.OverrideReasonCode,
        }],
        RegistrationWaitlisted e => [New(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.Waiting) with
        {
            Priority = e.Priority, Position = e.Position, BindingLimits = e.BindingLimits,
        }],
        RegistrationDeclined e => [New(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.Declined) with { Priority = e.Priority, BindingLimits = e.BindingLimits }],
        RegistrationSubmitted e => [New(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.AwaitingApproval) with
        {
            Priority = e.Priority, KeepsSeat = e.KeepsSeat, BindingLimits = e.BindingLimits,
        }],
        RegistrationApproved e => [Line(entry, e.Registration, e.Status) with { Position = e.Position, BindingLimits = e.BindingLimits, OverrideReasonCode = e.OverrideReasonCode }],
        RegistrationRejected e => [Line(entry, e.Registration, RegistrationStatus.Rejected) with { ReasonCode = e.ReasonCode }],
        RegistrationPromoted e => [Line(entry, e.Registration, RegistrationStatus.Confirmed, automatic: true)],
        SeatOffered e => [Line(entry, e.Registration, RegistrationStatus.Offered, automatic: true) with { Until = e.Until }],
        OfferAccepted e => [Line(entry, e.Registration, RegistrationStatus.Confirmed)],
        RegistrationCancelled e => [Line(entry, e.Registration, RegistrationStatus.Cancelled, automatic: e.Cause is not (CancellationCause.Requested or CancellationCause.OfferDeclined)) with
        {
            Cause = CodeOf(e.Cause), ReasonCode = e.ReasonCode,
        }],
        RegistrationLapsed e => [Line(entry, e.Registration, RegistrationStatus.Lapsed, automatic: true) with
        {
            Cause = e.Cause == LapseCause.OfferExpired ? "offer-expired" : "waiting-list-closed",
        }],
        RegistrationSwitched e => [To(Line(entry, e.Registration, null), e.To) with { BindingLimits = e.Overridden, OverrideReasonCode = e.OverrideReasonCode }],
        LineSwitched e => [To(Line(entry, e.Registration, RegistrationStatus.Waiting), e.To) with { Position = e.Position, BindingLimits = e.BindingLimits }],
        SwitchRequested e => [To(Line(entry, e.Registration, null), e.To) with { Position = e.Position, BindingLimits = e.BindingLimits }],
        SwitchDeclined e => [To(Line(entry, e.Registration, null), e.To) with { BindingLimits = e.BindingLimits }],
        SwitchEnded e => [Line(entry, e.Registration, null, automatic: e.Cause != SwitchEndCause.Withdrawn) with { Cause = CodeOf(e.Cause) }],
        RegistrationSubstituted e =>
        [
            Line(entry, e.Registration, RegistrationStatus.Substituted) with { ReplacedBy = e.Replacement, ReasonCode = e.ReasonCode },
            New(entry, e.Replacement, e.Person, e.Claim, e.Status) with
            {
                Replaces = e.Registration, ReasonCode = e.ReasonCode, BindingLimits = e.Overridden, OverrideReasonCode = e.OverrideReasonCode,
            },
        ],
        RegistrationRestored e => [Line(entry, e.Registration, e.Status) with { Position = e.Position, BindingLimits = e.BindingLimits, OverrideReasonCode = e.OverrideReasonCode, KeepsSeat = e.KeepsSeat }],
        RegistrationPrioritised e => [Line(entry, e.Registration, null) with { Priority = e.Priority, ReasonCode = e.ReasonCode }],
        RegistrationReassigned e => [Line(entry, e.Registration, null, automatic: true) with { Person = e.Person }],
        ReplacementNominated e =>
        [
            Line(entry, e.Registration, null) with { ReplacedBy = e.Replacement },
            Line(entry, e.Replacement, null) with { Replaces = e.Registration },
        ],
        RegistrationAnswered e => [Line(entry, e.Registration, null)],
        AnswersPurged e => [Line(entry, e.Registration, null, automatic: true)],
        _ => [],
    };

    private static RegistrationHistoryEntry Line(JournalEntry entry, RegistrationId registration, RegistrationStatus? status, bool automatic = false) =>
        new(registration, WorkshopId.Parse(entry.Stream.Key), entry.Version, entry.Event.At, entry.By, entry.Type, status, automatic);

    private static RegistrationHistoryEntry New(JournalEntry entry, RegistrationId registration, PersonId person, SeatClaim claim, RegistrationStatus status) =>
        To(Line(entry, registration, status), claim) with { Person = person, Institution = claim.Institution };

    private static RegistrationHistoryEntry To(RegistrationHistoryEntry line, SeatClaim claim) => line with { Mode = claim.Mode, Sitting = claim.Sitting };

    private static string CodeOf(CancellationCause cause) => cause switch
    {
        CancellationCause.WorkshopCancelled => "workshop-cancelled",
        CancellationCause.OfferDeclined => "offer-declined",
        CancellationCause.PersonErased => "person-erased",
        CancellationCause.PersonMerged => "person-merged",
        _ => "requested",
    };

    private static string CodeOf(SwitchEndCause cause) => cause switch
    {
        SwitchEndCause.WaitingListClosed => "waiting-list-closed",
        SwitchEndCause.NoLongerOffered => "no-longer-offered",
        SwitchEndCause.PersonErased => "person-erased",
        _ => "withdrawn",
    };
}
