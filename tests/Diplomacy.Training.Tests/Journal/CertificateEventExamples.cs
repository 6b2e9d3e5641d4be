using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Journal;

public sealed class AwardEventExamples : IEventExamples
{
    public StreamId Stream => AwardList.StreamOf(WorkshopId.Parse("DD-2023"));

    public IEnumerable<TrainingEvent> Examples =>
    [
        new AwardsProposed(An.Instant, 1,
        [
            new ProposedAward(RegistrationEventExamples.Registration, PersonEventExamples.Sophea, AwardLevel.Participation, 1, 75, true, Duration.FromMinutes(170), Duration.FromMinutes(180), null),
            new ProposedAward(RegistrationId.Parse("00000000000000000000000000000001"), PersonId.Parse("00000000000000000000000000000002"), AwardLevel.Completion, 2, 80, false, Duration.Zero, Duration.FromMinutes(180), "tools"),
        ]),
        new AwardsApproved(An.Instant, 1),
        new AwardIssued(An.Instant, RegistrationEventExamples.Registration, PersonEventExamples.Sophea, AwardLevel.Participation, new RegisterNumber(InstitutionCode.Parse("MFAIC"), 2023, 123), "late-report"),
    ];

    public IEnumerable<string> Texts => ["ProposedAward.MissedSession", "ProposedAward.Sitting", "AwardIssued.UnreviewedReasonCode"];

    public IEnumerable<Type> MayHoldLocalizedText => [];
}

public sealed class CertificateEventExamples : IEventExamples
{
    public StreamId Stream => CertificateRegister.StreamOf(InstitutionCode.Parse("MFAIC"), 2023);

    public IEnumerable<TrainingEvent> Examples =>
    [
        new CertificateIssued(
            An.Instant,
            new RegisterNumber(InstitutionCode.Parse("MFAIC"), 2023, 123),
            VerificationCode.FromBits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
            WorkshopId.Parse("DD-2023"),
            RegistrationEventExamples.Registration,
            PersonEventExamples.Sophea,
            AwardLevel.Participation,
            1,
            new RecordRef(RecordId.Parse("0123456789abcdef0123456789abcdef"), new string('a', 64))),
    ];

    public IEnumerable<string> Texts => ["RecordRef.Digest"];

    public IEnumerable<Type> MayHoldLocalizedText => [];
}
