using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A workshop was drafted.</summary>
/// <param name="At">When.</param>
/// <param name="Plan">The plan.</param>
public sealed record WorkshopDrafted(Instant At, WorkshopPlan Plan) : TrainingEvent(At);

/// <summary>A workshop's plan was revised.</summary>
/// <param name="At">When.</param>
/// <param name="Plan">The plan from now on.</param>
public sealed record WorkshopRevised(Instant At, WorkshopPlan Plan) : TrainingEvent(At);

/// <summary>A workshop was announced.</summary>
/// <param name="At">When.</param>
public sealed record WorkshopPublished(Instant At) : TrainingEvent(At);

/// <summary>A workshop was put off.</summary>
/// <param name="At">When.</param>
/// <param name="Agenda">The new agenda; null when it is not set yet.</param>
/// <param name="Registration">The cut-offs from now on, moved with the agenda; null when they stay.</param>
public sealed record WorkshopPostponed(Instant At, Agenda? Agenda, RegistrationWindow? Registration = null) : TrainingEvent(At);

/// <summary>A workshop's times were settled by other time zone data, or its agenda was given another zone.</summary>
/// <param name="At">When.</param>
/// <param name="Kept">What the organiser kept where wall time and instant parted.</param>
/// <param name="ZoneDataBefore">The version of the time zone data by which the agenda was resolved before.</param>
/// <param name="Agenda">The agenda from now on; it names the version of the data by which it is resolved now.</param>
/// <param name="Choices">What the organiser chose for items whose wall time was skipped or occurred twice.</param>
/// <param name="ZoneBefore">The agenda's zone before, where it was given another; null where it stays.</param>
/// <param name="Registration">The cut-offs from now on, moved with the agenda; null when they stay.</param>
public sealed record WorkshopTimesSettled(
    Instant At, TimeKept Kept, string ZoneDataBefore, Agenda Agenda, ImmutableArray<TimeChoice> Choices, string? ZoneBefore = null, RegistrationWindow? Registration = null) : TrainingEvent(At);

/// <summary>A workshop will not take place.</summary>
/// <param name="At">When.</param>
/// <param name="ReasonCode">The host's own code for the reason.</param>
public sealed record WorkshopCancelled(Instant At, string ReasonCode) : TrainingEvent(At);

/// <summary>A workshop has taken place.</summary>
/// <param name="At">When this was noted.</param>
public sealed record WorkshopHeld(Instant At) : TrainingEvent(At);

internal static class PlanningEvents
{
    internal static EventType[] Types =>
    [
        EventType.Of("workshop.drafted", PlanningJson.Default.WorkshopDrafted),
        EventType.Of("workshop.revised", PlanningJson.Default.WorkshopRevised),
        EventType.Of("workshop.published", PlanningJson.Default.WorkshopPublished),
        EventType.Of("workshop.postponed", PlanningJson.Default.WorkshopPostponed),
        EventType.Of("workshop.times-settled", PlanningJson.Default.WorkshopTimesSettled),
        EventType.Of("workshop.cancelled", PlanningJson.Default.WorkshopCancelled),
        EventType.Of("workshop.held", PlanningJson.Default.WorkshopHeld),
    ];
}

internal sealed record AgendaPayload(string ZoneId, string ZoneDataVersion, ImmutableArray<AgendaItemPayload> Items)
{
    internal static AgendaPayload Of(Agenda agenda) => new(agenda.ZoneId, agenda.ZoneDataVersion, [.. agenda.Items.Select(AgendaItemPayload.Of)]);

    internal Agenda ToAgenda() => Agenda.Restore(ZoneId, ZoneDataVersion, [.. Items.Select(i => i.ToItem())]);
}

internal sealed record AgendaItemPayload(string Kind, string Code, LocalizedText? Title, LocalDateTime Start, Duration Length, Occurrence Occurrence, Instant Begins, string? Sitting = null)
{
    internal static AgendaItemPayload Of(ScheduledItem s) => new(
        s.Item switch { Session => "session", Break => "break", _ => "ceremony" },
        s.Item.Code, s.Item.Title, s.Item.Start, s.Item.Length, s.Item.Occurrence, s.Time.Start, (s.Item as Session)?.Sitting);

    internal ScheduledItem ToItem()
    {
        AgendaItem item = Kind switch
        {
            "session" => new Session(Code, Start, Length) { Title = Title, Occurrence = Occurrence, Sitting = Sitting },
            "break" => new Break(Code, Start, Length) { Title = Title, Occurrence = Occurrence },
            "ceremony" => new Ceremony(Code, Start, Length) { Title = Title, Occurrence = Occurrence },
            _ => throw new JsonException($"'{Kind}' is not a kind of agenda item."),
        };
        return new(item, new Interval(Begins, Begins + Length));
    }
}

internal sealed record TimeChoicePayload(string Item, LocalDateTime? Start, Occurrence Occurrence)
{
    internal static TimeChoicePayload Of(TimeChoice choice) => new(choice.Item, choice.Start, choice.Occurrence);

    internal TimeChoice ToChoice() => TimeChoice.Restore(Item, Start, Occurrence);
}

internal sealed record QuotaPayload(string Name, int Seats, QuotaScope Scope, ImmutableArray<InstitutionCode> Institutions, InstitutionKind? InstitutionKind, string? Group = null);

internal sealed record SittingSeatsPayload(string Sitting, int? InPerson, int? Online);

internal sealed record SeatPlanPayload(
    int? InPerson, int? Online, ImmutableArray<QuotaPayload> Quotas, int? Total, int? Room, int? Waiting, ImmutableArray<SittingSeatsPayload>? Sittings = null)
{
    internal static SeatPlanPayload Of(SeatPlan plan) => new(
        plan.InPersonSeats, plan.OnlineSeats, [.. plan.Quotas.Select(q => new QuotaPayload(q.Name, q.Seats, q.Scope, q.Institutions, q.InstitutionKind, q.Group))],
        plan.Total, plan.RoomCapacity, plan.WaitingPlaces,
        plan.Sittings.IsEmpty ? null : [.. plan.Sittings.Select(s => new SittingSeatsPayload(s.Sitting, s.InPerson, s.Online))]);

    internal SeatPlan ToPlan() => SeatPlan.Restore(
        InPerson, Online, [.. Quotas.Select(q => Quota.Restore(q.Name, q.Seats, q.Scope, q.Institutions, q.InstitutionKind, q.Group))],
        [.. (Sittings ?? []).Select(s => new SittingSeats(s.Sitting, s.InPerson, s.Online))], Total, Room, Waiting);
}

internal sealed record SeatClaimPayload(DeliveryMode Mode, InstitutionCode Institution, InstitutionKind InstitutionKind, ParticipantRole Role, string? Groups = null, string? Sitting = null)
{
    internal static SeatClaimPayload Of(SeatClaim claim) =>
        new(claim.Mode, claim.Institution, claim.InstitutionKind, claim.Role, claim.Groups == default ? null : claim.Groups.ToString(), claim.Sitting);

    internal SeatClaim ToClaim() => new(Mode, Institution, InstitutionKind, Role, SeatGroups.Parse(Groups ?? ""), Sitting);
}

internal sealed record OfferTermsPayload(Duration Hold, Duration WorkingTime);

internal sealed record AdmissionPayload(RegistrationAccess Access, ImmutableArray<InstitutionCode> Invited, ApprovalPolicy Approval, OfferTermsPayload? Offers)
{
    internal static AdmissionPayload Of(AdmissionPolicy policy) =>
        new(policy.Access, policy.InvitedInstitutions, policy.Approval, policy.Offers is { } offers ? new(offers.Hold, offers.WorkingTime) : null);

    internal AdmissionPolicy ToPolicy() => new()
    {
        Access = Access, InvitedInstitutions = Invited, Approval = Approval, Offers = Offers is { } offers ? new(offers.Hold, offers.WorkingTime) : null,
    };
}

internal sealed record AwardPolicyPayload(AwardLevel Level, int MinimumPercent, int Version);

internal sealed record WorkshopPlanPayload(
    WorkshopId Id, InstitutionCode Host, LocalizedText Title, Agenda Agenda, SeatPlan Seats, LocalizedText? Venue,
    ImmutableArray<AwardPolicyPayload> Awards, RegistrationWindow Registration, AdmissionPolicy? Admission = null, ImmutableArray<QuestionPayload>? Questions = null)
{
    private static readonly AdmissionPolicy s_everybody = new();

    internal static WorkshopPlanPayload Of(WorkshopPlan plan) => new(
        plan.Id, plan.Host, plan.Title, plan.Agenda, plan.Seats, plan.Venue,
        [.. plan.Awards.Select(a => new AwardPolicyPayload(a.Level, a.MinimumPercent, a.Version))], plan.Registration,
        plan.Admission.Equals(s_everybody) ? null : plan.Admission, plan.Questions.IsEmpty ? null : [.. plan.Questions.Select(QuestionPayload.Of)]);

    internal WorkshopPlan ToPlan() => new(Id, Host)
    {
        Title = Title,
        Agenda = Agenda,
        Seats = Seats,
        Venue = Venue,
        Awards = [.. Awards.Select(a => AwardPolicy.Restore(a.Level, a.MinimumPercent, a.Version))],
        Registration = Registration,
        Admission = Admission ?? s_everybody,
        Questions = [.. (Questions ?? []).Select(q => q.ToQuestion())],
    };
}

/// <summary>Reads and writes a value through the payload that stands for it in the journal.</summary>
internal abstract class PayloadConverter<T, TPayload>(Func<System.Text.Json.Serialization.Metadata.JsonTypeInfo<TPayload>> json, Func<T, TPayload> of, Func<TPayload, T> to) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        to(JsonSerializer.Deserialize(ref reader, json()) ?? throw new JsonException($"A {typeof(T).Name} is null."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, of(value), json());
}

internal sealed class AgendaConverter() : PayloadConverter<Agenda, AgendaPayload>(() => PlanningJson.Default.AgendaPayload, AgendaPayload.Of, p => p.ToAgenda());

internal sealed class TimeChoiceConverter() : PayloadConverter<TimeChoice, TimeChoicePayload>(() => PlanningJson.Default.TimeChoicePayload, TimeChoicePayload.Of, p => p.ToChoice());

internal sealed class SeatPlanConverter() : PayloadConverter<SeatPlan, SeatPlanPayload>(() => PlanningJson.Default.SeatPlanPayload, SeatPlanPayload.Of, p => p.ToPlan());

internal sealed class AdmissionPolicyConverter() : PayloadConverter<AdmissionPolicy, AdmissionPayload>(() => PlanningJson.Default.AdmissionPayload, AdmissionPayload.Of, p => p.ToPolicy());

internal sealed class SeatClaimConverter() : PayloadConverter<SeatClaim, SeatClaimPayload>(() => PlanningJson.Default.SeatClaimPayload, SeatClaimPayload.Of, p => p.ToClaim());

internal sealed class WorkshopPlanConverter() : PayloadConverter<WorkshopPlan, WorkshopPlanPayload>(() => PlanningJson.Default.WorkshopPlanPayload, WorkshopPlanPayload.Of, p => p.ToPlan());

internal sealed class WorkshopIdConverter() : TextConverter<WorkshopId>(WorkshopId.Parse, id => id.ToString());

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(InstantConverter), typeof(LocalDateConverter), typeof(LocalDateTimeConverter), typeof(SeatGroupsConverter), typeof(DurationConverter), typeof(InstitutionCodeConverter), typeof(WorkshopIdConverter),
        typeof(AgendaConverter), typeof(TimeChoiceConverter), typeof(SeatPlanConverter), typeof(AdmissionPolicyConverter), typeof(WorkshopPlanConverter),
        typeof(NamedEnumConverter<Occurrence>), typeof(NamedEnumConverter<TimeKept>), typeof(NamedEnumConverter<QuotaScope>), typeof(NamedEnumConverter<InstitutionKind>), typeof(NamedEnumConverter<AwardLevel>),
        typeof(NamedEnumConverter<DeliveryMode>), typeof(NamedEnumConverter<ParticipantRole>), typeof(NamedEnumConverter<RegistrationAccess>), typeof(NamedEnumConverter<ApprovalPolicy>),
        typeof(NamedEnumConverter<QuestionKind>),
    ])]
[JsonSerializable(typeof(WorkshopDrafted))]
[JsonSerializable(typeof(WorkshopRevised))]
[JsonSerializable(typeof(WorkshopPublished))]
[JsonSerializable(typeof(WorkshopPostponed))]
[JsonSerializable(typeof(WorkshopTimesSettled))]
[JsonSerializable(typeof(WorkshopCancelled))]
[JsonSerializable(typeof(WorkshopHeld))]
[JsonSerializable(typeof(AgendaPayload))]
[JsonSerializable(typeof(TimeChoicePayload))]
[JsonSerializable(typeof(SeatPlanPayload))]
[JsonSerializable(typeof(AdmissionPayload))]
[JsonSerializable(typeof(SeatClaimPayload))]
[JsonSerializable(typeof(WorkshopPlanPayload))]
internal sealed partial class PlanningJson : JsonSerializerContext;
