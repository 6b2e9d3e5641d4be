using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Journal;

public sealed class RegistrationEventExamples : IEventExamples
{
    internal static readonly RegistrationId Registration = RegistrationId.Parse("7b1d0e5c3a2f4d6e8c9b0a1f2e3d4c5b");
    private static readonly SeatClaim s_claim = new(DeliveryMode.Online, InstitutionCode.Parse("US-WAS-EMB"), InstitutionKind.Embassy, ParticipantRole.Participant);

    public StreamId Stream => RegistrationBook.StreamOf(WorkshopId.Parse("DD-2023"));

    public IEnumerable<TrainingEvent> Examples =>
    [
        new SeatPlanAdopted(
            An.Instant, 2, WorkshopStatus.Published,
            SeatPlan.Hybrid(250, 150).With(Quota.ForEachMission(4), Quota.ForGroup("provinces", 30, InstitutionCode.Parse("KH-1"))).WithWaitingPlaces(30),
            new(An.Instant, An.Instant + Duration.FromDays(1), An.Instant + Duration.FromDays(2), An.Instant + Duration.FromDays(3))),
        new RegistrationConfirmed(An.Instant, Registration, PersonEventExamples.Sophea, s_claim, 1, [new BindingLimit("mode/online", 150, 150)], "minister"),
        new RegistrationWaitlisted(An.Instant, Registration, PersonEventExamples.Sophea, s_claim, 2, 7, [new BindingLimit("mode/online", 150, 150), new BindingLimit("quota/each-mission/US-WAS-EMB", 4, 4)]),
        new RegistrationDeclined(An.Instant, Registration, PersonEventExamples.Sophea, s_claim, 2, [new BindingLimit("mode/online", 150, 150), new BindingLimit("waiting", 30, 30)]),
        new RegistrationPromoted(An.Instant, Registration),
        new RegistrationCancelled(An.Instant, Registration, CancellationCause.Requested, "duty"),
        new RegistrationLapsed(An.Instant, Registration),
    ];

    public IEnumerable<string> Texts => ["RegistrationConfirmed.OverrideReasonCode", "RegistrationCancelled.ReasonCode", "BindingLimit.Key", "Quota.Name", "Quota.Group", "SeatClaim.Sitting", "SittingSeats.Sitting", "SeatGroup.Dimension", "SeatGroup.Value"];

    public IEnumerable<Type> MayHoldLocalizedText => [];
}
