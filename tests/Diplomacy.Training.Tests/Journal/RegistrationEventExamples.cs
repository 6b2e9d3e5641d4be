using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Journal;

public sealed class RegistrationEventExamples : IEventExamples
{
    internal static readonly RegistrationId Registration = RegistrationId.Parse("7b1d0e5c3a2f4d6e8c9b0a1f2e3d4c5b");
    internal static readonly RegistrationId Other = RegistrationId.Parse("0c1d0e5c3a2f4d6e8c9b0a1f2e3d4c5b");
    private static readonly SeatClaim s_claim = new(DeliveryMode.Online, InstitutionCode.Parse("US-WAS-EMB"), InstitutionKind.Embassy, ParticipantRole.Participant);

    public StreamId Stream => RegistrationBook.StreamOf(WorkshopId.Parse("DD-2023"));

    public IEnumerable<TrainingEvent> Examples =>
    [
        new SeatPlanAdopted(
            An.Instant, 2, WorkshopStatus.Published,
            SeatPlan.Hybrid(250, 150).With(Quota.ForEachMission(4), Quota.ForGroup("provinces", 30, InstitutionCode.Parse("KH-1"))).WithWaitingPlaces(30),
            new(An.Instant, An.Instant + Duration.FromDays(1), An.Instant + Duration.FromDays(2), An.Instant + Duration.FromDays(3), An.Instant + Duration.FromDays(4)),
            new()
            {
                Access = RegistrationAccess.InvitedOnly, InvitedInstitutions = [InstitutionCode.Parse("US-WAS-EMB")], Approval = ApprovalPolicy.HoldsSeat,
                Offers = new(Duration.FromHours(48), Duration.FromHours(3)),
            }),
        new RegistrationConfirmed(An.Instant, Registration, PersonEventExamples.Sophea, s_claim, 1, [new BindingLimit("mode/online", 150, 150)], "minister"),
        new RegistrationWaitlisted(An.Instant, Registration, PersonEventExamples.Sophea, s_claim, 2, 7, [new BindingLimit("mode/online", 150, 150), new BindingLimit("quota/each-mission/US-WAS-EMB", 4, 4)]),
        new RegistrationDeclined(An.Instant, Registration, PersonEventExamples.Sophea, s_claim, 2, [new BindingLimit("mode/online", 150, 150), new BindingLimit("waiting", 30, 30)]),
        new RegistrationSubmitted(An.Instant, Registration, PersonEventExamples.Sophea, s_claim with { Groups = SeatGroups.Parse("grade/director region/west"), Sitting = "west" }, 2, true, []),
        new RegistrationApproved(An.Instant, Registration, DeliveryMode.Online, RegistrationStatus.Waiting, 3, [new BindingLimit("mode/online", 150, 150)], "minister"),
        new RegistrationRejected(An.Instant, Registration, "not-a-diplomat"),
        new RegistrationPromoted(An.Instant, Registration),
        new SeatOffered(An.Instant, Registration, An.Instant + Duration.FromDays(2)),
        new OfferAccepted(An.Instant, Registration, DeliveryMode.InPerson),
        new RegistrationCancelled(An.Instant, Registration, CancellationCause.Requested, "duty"),
        new RegistrationLapsed(An.Instant, Registration, LapseCause.OfferExpired),
        new RegistrationSwitched(An.Instant, Registration, s_claim, [new BindingLimit("mode/online", 150, 150)], "minister"),
        new LineSwitched(An.Instant, Registration, s_claim, 4, [new BindingLimit("mode/online", 150, 150)]),
        new SwitchRequested(An.Instant, Registration, s_claim, 5, [new BindingLimit("mode/online", 150, 150)]),
        new SwitchDeclined(An.Instant, Registration, s_claim, [new BindingLimit("mode/online", 150, 150)]),
        new SwitchEnded(An.Instant, Registration, SwitchEndCause.Withdrawn),
        new RegistrationSubstituted(
            An.Instant, Registration, Other, PersonEventExamples.Sophea, s_claim, RegistrationStatus.Confirmed, "duty", [new BindingLimit("quota/group/grade/director", 2, 2)], "minister"),
        new RegistrationRestored(An.Instant, Registration, DeliveryMode.Online, RegistrationStatus.Confirmed, null, [new BindingLimit("mode/online", 150, 150)], "minister"),
        new RegistrationPrioritised(An.Instant, Registration, -1, "head-of-delegation"),
        new RegistrationReassigned(An.Instant, Registration, PersonEventExamples.Sophea),
        new InvitationsChanged(An.Instant, [PersonEventExamples.Sophea], true),
    ];

    public IEnumerable<string> Texts =>
    [
        "RegistrationConfirmed.OverrideReasonCode", "RegistrationCancelled.ReasonCode", "RegistrationApproved.OverrideReasonCode", "RegistrationRejected.ReasonCode",
        "RegistrationSwitched.OverrideReasonCode", "RegistrationSubstituted.ReasonCode", "RegistrationSubstituted.OverrideReasonCode", "RegistrationRestored.OverrideReasonCode",
        "RegistrationPrioritised.ReasonCode",
        "BindingLimit.Key", "Quota.Name", "Quota.Group", "SeatClaim.Sitting", "SittingSeats.Sitting", "SeatGroup.Dimension", "SeatGroup.Value",
    ];

    public IEnumerable<Type> MayHoldLocalizedText => [];
}
