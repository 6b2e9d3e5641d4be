using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>The book took over the workshop's seat plan, window, admission and status, as of a version of the workshop.</summary>
/// <param name="At">When.</param>
/// <param name="WorkshopVersion">The version of the workshop's stream.</param>
/// <param name="Status">Where the workshop stood.</param>
/// <param name="Seats">The seat plan in force from now on.</param>
/// <param name="Cutoffs">The cut-offs in force from now on.</param>
/// <param name="Admission">Who may register, who approves and how seats are offered from now on; null for everybody, nobody and not at all.</param>
public sealed record SeatPlanAdopted(
    Instant At, long WorkshopVersion, WorkshopStatus Status, SeatPlan Seats, RegistrationCutoffs Cutoffs, AdmissionPolicy? Admission = null) : TrainingEvent(At);

/// <summary>Someone got a seat at once.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode, institution, kind, role, groups and sitting.</param>
/// <param name="Priority">The priority asked for.</param>
/// <param name="Overridden">The limits that were overridden; none as a rule.</param>
/// <param name="OverrideReasonCode">The host's code for the reason of the override; null when there was none.</param>
public sealed record RegistrationConfirmed(
    Instant At, RegistrationId Registration, PersonId Person, SeatClaim Claim, int Priority, ImmutableArray<BindingLimit> Overridden, string? OverrideReasonCode) : TrainingEvent(At);

/// <summary>Someone was put on the waiting list.</summary>
/// <param name="At">When; with the priority it decides the order of the line.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode, institution, kind, role, groups and sitting.</param>
/// <param name="Priority">The lower goes first.</param>
/// <param name="Position">The place in the line of the mode, from 1, as it was told.</param>
/// <param name="BindingLimits">The limits that were full.</param>
public sealed record RegistrationWaitlisted(
    Instant At, RegistrationId Registration, PersonId Person, SeatClaim Claim, int Priority, int Position, ImmutableArray<BindingLimit> BindingLimits) : TrainingEvent(At);

/// <summary>Someone was refused a seat, as the house was full and nobody more could wait.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode, institution, kind, role, groups and sitting.</param>
/// <param name="Priority">The priority asked for.</param>
/// <param name="BindingLimits">The limits that were full.</param>
public sealed record RegistrationDeclined(
    Instant At, RegistrationId Registration, PersonId Person, SeatClaim Claim, int Priority, ImmutableArray<BindingLimit> BindingLimits) : TrainingEvent(At);

/// <summary>Someone asked for a place that somebody has to approve (R2).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode, institution, kind, role, groups and sitting.</param>
/// <param name="Priority">The priority asked for.</param>
/// <param name="KeepsSeat">Whether a seat is kept until then.</param>
/// <param name="BindingLimits">The limits that were full, when none could be kept.</param>
public sealed record RegistrationSubmitted(
    Instant At, RegistrationId Registration, PersonId Person, SeatClaim Claim, int Priority, bool KeepsSeat, ImmutableArray<BindingLimit> BindingLimits) : TrainingEvent(At);

/// <summary>A registration was approved. Where no seat was kept, capacity was checked again (R2).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Mode">In the room or in the call.</param>
/// <param name="Status">Where it stands from now on: confirmed, waiting or declined.</param>
/// <param name="Position">The place in the line of the mode, from 1, when it waits.</param>
/// <param name="BindingLimits">The limits that were full, or were overridden.</param>
/// <param name="OverrideReasonCode">The host's code for the reason of an override; null when there was none.</param>
public sealed record RegistrationApproved(
    Instant At, RegistrationId Registration, DeliveryMode Mode, RegistrationStatus Status, int? Position, ImmutableArray<BindingLimit> BindingLimits, string? OverrideReasonCode) : TrainingEvent(At);

/// <summary>A registration was not approved.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="ReasonCode">The host's own code for the reason.</param>
public sealed record RegistrationRejected(Instant At, RegistrationId Registration, string ReasonCode) : TrainingEvent(At);

/// <summary>Someone who waited got a seat.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
public sealed record RegistrationPromoted(Instant At, RegistrationId Registration) : TrainingEvent(At);

/// <summary>Someone who waited was offered a seat, which is held until the answer (R3).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Until">From here on the offer has lapsed: an instant in the working time of the sending institution (R16).</param>
public sealed record SeatOffered(Instant At, RegistrationId Registration, Instant Until) : TrainingEvent(At);

/// <summary>An offered seat was taken.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Mode">In the room or in the call.</param>
public sealed record OfferAccepted(Instant At, RegistrationId Registration, DeliveryMode Mode) : TrainingEvent(At);

/// <summary>A registration was cancelled.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Cause">Why it was cancelled, in the library's own words.</param>
/// <param name="ReasonCode">The host's own code for the reason; null when the library cancelled.</param>
public sealed record RegistrationCancelled(Instant At, RegistrationId Registration, CancellationCause Cause, string? ReasonCode) : TrainingEvent(At);

/// <summary>Why a registration was cancelled.</summary>
public enum CancellationCause
{
    /// <summary>Somebody asked for it.</summary>
    Requested,

    /// <summary>The workshop was cancelled.</summary>
    WorkshopCancelled,

    /// <summary>An offered seat was not wanted.</summary>
    OfferDeclined,

    /// <summary>Whoever waited was erased (R57).</summary>
    PersonErased,

    /// <summary>The person turned out to be another who is registered too (R12).</summary>
    PersonMerged,
}

/// <summary>Someone waited until the waiting list closed, or let an offer lapse.</summary>
/// <param name="At">When this was noted.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Cause">Which of the two.</param>
public sealed record RegistrationLapsed(Instant At, RegistrationId Registration, LapseCause Cause = LapseCause.WaitingListClosed) : TrainingEvent(At);

/// <summary>Why a registration lapsed.</summary>
public enum LapseCause
{
    /// <summary>The waiting list closed.</summary>
    WaitingListClosed,

    /// <summary>An offer was not answered in time.</summary>
    OfferExpired,
}

/// <summary>A registration went over to another mode or sitting: the new seat was taken, then the old one freed (R9).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="To">The claim from now on.</param>
/// <param name="Overridden">The limits that were overridden; none as a rule.</param>
/// <param name="OverrideReasonCode">The host's code for the reason of the override; null when there was none.</param>
public sealed record RegistrationSwitched(
    Instant At, RegistrationId Registration, SeatClaim To, ImmutableArray<BindingLimit> Overridden, string? OverrideReasonCode) : TrainingEvent(At);

/// <summary>Someone who waits went over to the line of another mode or sitting, to its end (R5).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="To">The claim from now on.</param>
/// <param name="Position">The place in the line of the new mode, from 1, as it was told.</param>
/// <param name="BindingLimits">The limits that were full.</param>
public sealed record LineSwitched(
    Instant At, RegistrationId Registration, SeatClaim To, int Position, ImmutableArray<BindingLimit> BindingLimits) : TrainingEvent(At);

/// <summary>A registration keeps its seat and waits for one in another mode or sitting (R9).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="To">The claim that is wanted.</param>
/// <param name="Position">The place in the line of the wanted mode, from 1, as it was told.</param>
/// <param name="BindingLimits">The limits that were full.</param>
public sealed record SwitchRequested(
    Instant At, RegistrationId Registration, SeatClaim To, int Position, ImmutableArray<BindingLimit> BindingLimits) : TrainingEvent(At);

/// <summary>A change was not possible and could not be waited for; everything stayed as it was.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="To">The claim that was wanted.</param>
/// <param name="BindingLimits">The limits that were full.</param>
public sealed record SwitchDeclined(Instant At, RegistrationId Registration, SeatClaim To, ImmutableArray<BindingLimit> BindingLimits) : TrainingEvent(At);

/// <summary>A registration no longer waits for another mode or sitting, and keeps its seat.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Cause">Why.</param>
public sealed record SwitchEnded(Instant At, RegistrationId Registration, SwitchEndCause Cause) : TrainingEvent(At);

/// <summary>Why a change is no longer waited for.</summary>
public enum SwitchEndCause
{
    /// <summary>Somebody took the request back, or asked for another change instead.</summary>
    Withdrawn,

    /// <summary>From the promotion cut-off on no seat is passed on.</summary>
    WaitingListClosed,

    /// <summary>The workshop is no longer held in that mode or sitting.</summary>
    NoLongerOffered,

    /// <summary>Whoever asked for it was erased (R57).</summary>
    PersonErased,
}

/// <summary>Someone took over the seat or place of another of the same institution (R11).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration that ends; attendance and certificates earned under it stay with its person.</param>
/// <param name="Replacement">The new registration.</param>
/// <param name="Person">Who takes over.</param>
/// <param name="Claim">What is claimed from now on: the same mode, institution, role and sitting; the groups are the new person's.</param>
/// <param name="Status">Where the new registration stands: as the first did.</param>
/// <param name="ReasonCode">The host's own code for the reason.</param>
/// <param name="Overridden">The limits that were overridden; none as a rule.</param>
/// <param name="OverrideReasonCode">The host's code for the reason of the override; null when there was none.</param>
/// <param name="Position">The place in the line that is taken over, from 1; null when it stands in none.</param>
/// <param name="OfferedUntil">Until when the seat that is taken over is offered; null when it is not.</param>
public sealed record RegistrationSubstituted(
    Instant At, RegistrationId Registration, RegistrationId Replacement, PersonId Person, SeatClaim Claim, RegistrationStatus Status, string ReasonCode,
    ImmutableArray<BindingLimit> Overridden, string? OverrideReasonCode, int? Position = null, Instant? OfferedUntil = null) : TrainingEvent(At);

/// <summary>A registration that had ended was made active again; duplicates and capacity were checked anew (R13).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Mode">In the room or in the call.</param>
/// <param name="Status">Where it stands from now on: confirmed, waiting, declined or awaiting approval.</param>
/// <param name="Position">The place in the line of the mode, from 1, when it waits.</param>
/// <param name="BindingLimits">The limits that were full, or were overridden.</param>
/// <param name="OverrideReasonCode">The host's code for the reason of an override; null when there was none.</param>
/// <param name="KeepsSeat">Whether a seat is kept while it awaits approval; null when it awaits none.</param>
public sealed record RegistrationRestored(
    Instant At, RegistrationId Registration, DeliveryMode Mode, RegistrationStatus Status, int? Position, ImmutableArray<BindingLimit> BindingLimits, string? OverrideReasonCode,
    bool? KeepsSeat = null) : TrainingEvent(At);

/// <summary>Somebody who waits goes ahead of others or behind them from now on (R5).</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Priority">The lower goes first.</param>
/// <param name="ReasonCode">The host's own code for the reason.</param>
/// <param name="Position">The place in the line from now on, from 1, as it was told; null when it stands in none.</param>
public sealed record RegistrationPrioritised(Instant At, RegistrationId Registration, int Priority, string ReasonCode, int? Position = null) : TrainingEvent(At);

/// <summary>A registration went over to the person as whom its own person was recognised.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">Whose it is from now on.</param>
public sealed record RegistrationReassigned(Instant At, RegistrationId Registration, PersonId Person) : TrainingEvent(At);

/// <summary>People were invited to register one by one, or are no longer.</summary>
/// <param name="At">When.</param>
/// <param name="People">Who.</param>
/// <param name="Invited">Whether they are invited from now on.</param>
public sealed record InvitationsChanged(Instant At, ImmutableArray<PersonId> People, bool Invited) : TrainingEvent(At);

internal static class RegistrationEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("registration.seat-plan-adopted", RegistrationJson.Default.SeatPlanAdopted),
        EventType.Of("registration.confirmed", RegistrationJson.Default.RegistrationConfirmed),
        EventType.Of("registration.waitlisted", RegistrationJson.Default.RegistrationWaitlisted),
        EventType.Of("registration.declined", RegistrationJson.Default.RegistrationDeclined),
        EventType.Of("registration.submitted", RegistrationJson.Default.RegistrationSubmitted),
        EventType.Of("registration.approved", RegistrationJson.Default.RegistrationApproved),
        EventType.Of("registration.rejected", RegistrationJson.Default.RegistrationRejected),
        EventType.Of("registration.promoted", RegistrationJson.Default.RegistrationPromoted),
        EventType.Of("registration.seat-offered", RegistrationJson.Default.SeatOffered),
        EventType.Of("registration.offer-accepted", RegistrationJson.Default.OfferAccepted),
        EventType.Of("registration.cancelled", RegistrationJson.Default.RegistrationCancelled),
        EventType.Of("registration.lapsed", RegistrationJson.Default.RegistrationLapsed),
        EventType.Of("registration.switched", RegistrationJson.Default.RegistrationSwitched),
        EventType.Of("registration.line-switched", RegistrationJson.Default.LineSwitched),
        EventType.Of("registration.switch-requested", RegistrationJson.Default.SwitchRequested),
        EventType.Of("registration.switch-declined", RegistrationJson.Default.SwitchDeclined),
        EventType.Of("registration.switch-ended", RegistrationJson.Default.SwitchEnded),
        EventType.Of("registration.substituted", RegistrationJson.Default.RegistrationSubstituted),
        EventType.Of("registration.restored", RegistrationJson.Default.RegistrationRestored),
        EventType.Of("registration.prioritised", RegistrationJson.Default.RegistrationPrioritised),
        EventType.Of("registration.reassigned", RegistrationJson.Default.RegistrationReassigned),
        EventType.Of("registration.invitations-changed", RegistrationJson.Default.InvitationsChanged),
        .. NominationEvents.Types,
    ];
}

internal sealed class RegistrationIdConverter() : TextConverter<RegistrationId>(RegistrationId.Parse, id => id.ToString());

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(InstantConverter), typeof(InstitutionCodeConverter), typeof(PersonIdConverter), typeof(RegistrationIdConverter), typeof(SeatPlanConverter), typeof(SeatClaimConverter), typeof(AdmissionPolicyConverter),
        typeof(NamedEnumConverter<WorkshopStatus>), typeof(NamedEnumConverter<RegistrationStatus>), typeof(NamedEnumConverter<DeliveryMode>), typeof(NamedEnumConverter<CancellationCause>), typeof(NamedEnumConverter<LapseCause>), typeof(NamedEnumConverter<SwitchEndCause>),
    ])]
[JsonSerializable(typeof(SeatPlanAdopted))]
[JsonSerializable(typeof(RegistrationConfirmed))]
[JsonSerializable(typeof(RegistrationWaitlisted))]
[JsonSerializable(typeof(RegistrationDeclined))]
[JsonSerializable(typeof(RegistrationSubmitted))]
[JsonSerializable(typeof(RegistrationApproved))]
[JsonSerializable(typeof(RegistrationRejected))]
[JsonSerializable(typeof(RegistrationPromoted))]
[JsonSerializable(typeof(SeatOffered))]
[JsonSerializable(typeof(OfferAccepted))]
[JsonSerializable(typeof(RegistrationCancelled))]
[JsonSerializable(typeof(RegistrationLapsed))]
[JsonSerializable(typeof(RegistrationSwitched))]
[JsonSerializable(typeof(LineSwitched))]
[JsonSerializable(typeof(SwitchRequested))]
[JsonSerializable(typeof(SwitchDeclined))]
[JsonSerializable(typeof(SwitchEnded))]
[JsonSerializable(typeof(RegistrationSubstituted))]
[JsonSerializable(typeof(RegistrationRestored))]
[JsonSerializable(typeof(RegistrationPrioritised))]
[JsonSerializable(typeof(RegistrationReassigned))]
[JsonSerializable(typeof(InvitationsChanged))]
internal sealed partial class RegistrationJson : JsonSerializerContext;
