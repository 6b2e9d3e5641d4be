using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

public sealed class AnswerEventExamples : IEventExamples
{
    private static readonly RecordRef s_record = new(RecordId.Parse("0f1e2d3c4b5a69788796a5b4c3d2e1f0"), new string('a', 64));

    public StreamId Stream => RegistrationBook.StreamOf(WorkshopId.Parse("DD-2023"));

    public IEnumerable<TrainingEvent> Examples =>
    [
        new RegistrationAnswered(An.Instant, RegistrationEventExamples.Registration, PersonEventExamples.Sophea, s_record),
        new AnswersPurged(An.Instant, RegistrationEventExamples.Registration, PersonEventExamples.Sophea, ["accessibility", "dietary"], s_record),
    ];

    public IEnumerable<string> Texts => ["AnswersPurged.Codes", "RecordRef.Digest"];

    public IEnumerable<Type> MayHoldLocalizedText => [];
}
