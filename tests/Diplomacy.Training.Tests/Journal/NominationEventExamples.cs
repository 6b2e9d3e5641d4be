using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

public sealed class NominationEventExamples : IEventExamples
{
    private static readonly NominationId s_nomination = NominationId.Parse("1d1d0e5c3a2f4d6e8c9b0a1f2e3d4c5b");
    private static readonly DelegationId s_delegation = DelegationId.Parse("2e1d0e5c3a2f4d6e8c9b0a1f2e3d4c5b");
    private static readonly InstitutionCode s_washington = InstitutionCode.Parse("US-WAS-EMB");

    public StreamId Stream => RegistrationBook.StreamOf(WorkshopId.Parse("DD-2023"));

    public IEnumerable<TrainingEvent> Examples =>
    [
        new PeopleNominated(
            An.Instant, s_nomination, s_washington, Record('5'),
            [
                new(PersonEventExamples.Sophea, DeliveryMode.InPerson, ParticipantRole.Speaker, "west", SeatGroups.Parse("grade/director"), RegistrationEventExamples.Registration),
                new(PersonEventExamples.Sophea, DeliveryMode.Online, ParticipantRole.Participant, null, default, null),
            ]),
        new ReplacementNominated(An.Instant, s_nomination, RegistrationEventExamples.Registration, RegistrationEventExamples.Other, Record('6')),
        new NominationWithdrawn(An.Instant, s_nomination, "recalled", true, Record('7')),
        new NominationLettersErased(An.Instant, 3),
        new DelegationFormed(
            An.Instant, s_delegation, [s_washington, InstitutionCode.Parse("MFAIC")],
            [
                new(RegistrationEventExamples.Registration, DelegationRank.Head, InstitutionCode.Parse("MFAIC")),
                new(RegistrationEventExamples.Other, DelegationRank.Alternate, null, Record('8')),
            ]),
        new DelegationChanged(An.Instant, s_delegation, [s_washington], [new(RegistrationEventExamples.Registration, DelegationRank.Deputy)]),
        new DelegationDissolved(An.Instant, s_delegation),
    ];

    public IEnumerable<string> Texts => ["NominatedCandidate.Sitting", "NominationWithdrawn.ReasonCode", "RecordRef.Digest", "SeatGroup.Dimension", "SeatGroup.Value"];

    public IEnumerable<Type> MayHoldLocalizedText => [];

    private static RecordRef Record(char id) => new(RecordId.Parse(new string(id, 32)), new string('a', 64));
}
