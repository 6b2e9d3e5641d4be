using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

public sealed class PersonEventExamples : IEventExamples
{
    internal static readonly PersonId Sophea = PersonId.Parse("5f0c2a4e9d7b4c1f8a3e6b2d10c9f8e7");
    private static readonly RecordRef s_record = new(RecordId.Parse("0123456789abcdef0123456789abcdef"), new string('a', 64));

    public StreamId Stream => PersonDirectory.StreamOf;

    public IEnumerable<TrainingEvent> Examples =>
    [
        new PersonAdded(An.Instant, Sophea, s_record),
        new PersonCorrected(An.Instant, Sophea, s_record),
        new PersonErased(An.Instant, Sophea, 2),
        new PersonMerged(An.Instant, PersonId.Parse("6a0c2a4e9d7b4c1f8a3e6b2d10c9f8e7"), Sophea),
    ];

    public IEnumerable<string> Texts => ["RecordRef.Digest"];

    public IEnumerable<Type> MayHoldLocalizedText => [];
}
