using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>The book took over the workshop's seat plan, window and status, as of a version of the workshop.</summary>
/// <param name="At">When.</param>
/// <param name="WorkshopVersion">The version of the workshop's stream.</param>
/// <param name="Status">Where the workshop stood.</param>
/// <param name="Seats">The seat plan in force from now on.</param>
/// <param name="Cutoffs">The cut-offs in force from now on.</param>
public sealed record SeatPlanAdopted(Instant At, long WorkshopVersion, WorkshopStatus Status, SeatPlan Seats, RegistrationCutoffs Cutoffs) : TrainingEvent(At);

/// <summary>Someone got a seat at once.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode, institution, kind and role.</param>
/// <param name="Priority">The priority asked for.</param>
/// <param name="Overridden">The limits that were overridden; none as a rule.</param>
/// <param name="OverrideReasonCode">The host's code for the reason of the override; null when there was none.</param>
public sealed record RegistrationConfirmed(
    Instant At, RegistrationId Registration, PersonId Person, SeatClaim Claim, int Priority, ImmutableArray<BindingLimit> Overridden, string? OverrideReasonCode) : TrainingEvent(At);

/// <summary>Someone was put on the waiting list.</summary>
/// <param name="At">When; with the priority it decides the order of the line.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode, institution, kind and role.</param>
/// <param name="Priority">The lower goes first.</param>
/// <param name="Position">The place in the line of the mode, from 1, as it was told.</param>
/// <param name="BindingLimits">The limits that were full.</param>
public sealed record RegistrationWaitlisted(
    Instant At, RegistrationId Registration, PersonId Person, SeatClaim Claim, int Priority, int Position, ImmutableArray<BindingLimit> BindingLimits) : TrainingEvent(At);

/// <summary>Someone was refused a seat, as the house was full and nobody more could wait.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode, institution, kind and role.</param>
/// <param name="Priority">The priority asked for.</param>
/// <param name="BindingLimits">The limits that were full.</param>
public sealed record RegistrationDeclined(
    Instant At, RegistrationId Registration, PersonId Person, SeatClaim Claim, int Priority, ImmutableArray<BindingLimit> BindingLimits) : TrainingEvent(At);

/// <summary>Someone who waited got a seat.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
public sealed record RegistrationPromoted(Instant At, RegistrationId Registration) : TrainingEvent(At);

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
}

/// <summary>Someone waited until the waiting list closed.</summary>
/// <param name="At">When.</param>
/// <param name="Registration">The registration.</param>
public sealed record RegistrationLapsed(Instant At, RegistrationId Registration) : TrainingEvent(At);

/// <summary>The cut-offs of a book, all settled: each from the workshop's window or its default (R15), and none later than the end of the agenda.</summary>
/// <param name="Opens">Registrations are accepted from here on; null for from publication.</param>
/// <param name="Closes">Registrations are no longer accepted from here on.</param>
/// <param name="PromotesUntil">Freed seats no longer go to the waiting list from here on, and the list closes.</param>
/// <param name="CancelsUntil">Participants can no longer cancel from here on.</param>
public sealed record RegistrationCutoffs(Instant? Opens, Instant Closes, Instant PromotesUntil, Instant CancelsUntil)
{
    internal static RegistrationCutoffs Of(WorkshopPlan plan)
    {
        Instant start = plan.Agenda.Sessions.First().Time.Start;
        Instant end = plan.Agenda.Time.End;
        RegistrationWindow window = plan.Registration;
        Instant closes = Instant.Min(window.Closes ?? start, end);
        return new(window.Opens, closes, Instant.Min(window.PromotesUntil ?? closes, end), Instant.Min(window.CancelsUntil ?? start, end));
    }
}

internal static class RegistrationEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("registration.seat-plan-adopted", RegistrationJson.Default.SeatPlanAdopted),
        EventType.Of("registration.confirmed", RegistrationJson.Default.RegistrationConfirmed),
        EventType.Of("registration.waitlisted", RegistrationJson.Default.RegistrationWaitlisted),
        EventType.Of("registration.declined", RegistrationJson.Default.RegistrationDeclined),
        EventType.Of("registration.promoted", RegistrationJson.Default.RegistrationPromoted),
        EventType.Of("registration.cancelled", RegistrationJson.Default.RegistrationCancelled),
        EventType.Of("registration.lapsed", RegistrationJson.Default.RegistrationLapsed),
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
        typeof(NamedEnumConverter<WorkshopStatus>), typeof(NamedEnumConverter<DeliveryMode>), typeof(NamedEnumConverter<InstitutionKind>), typeof(NamedEnumConverter<ParticipantRole>), typeof(NamedEnumConverter<CancellationCause>),
    ])]
[JsonSerializable(typeof(SeatPlanAdopted))]
[JsonSerializable(typeof(RegistrationConfirmed))]
[JsonSerializable(typeof(RegistrationWaitlisted))]
[JsonSerializable(typeof(RegistrationDeclined))]
[JsonSerializable(typeof(RegistrationPromoted))]
[JsonSerializable(typeof(RegistrationCancelled))]
[JsonSerializable(typeof(RegistrationLapsed))]
internal sealed partial class RegistrationJson : JsonSerializerContext;
