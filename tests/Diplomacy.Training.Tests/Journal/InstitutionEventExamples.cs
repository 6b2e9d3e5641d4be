using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

public sealed class InstitutionEventExamples : IEventExamples
{
    public StreamId Stream => InstitutionDirectory.StreamOf;

    public IEnumerable<TrainingEvent> Examples =>
    [
        new InstitutionAdded(An.Instant, An.Institution("KH-CAI-EMB", InstitutionKind.Embassy, "Africa/Cairo", "Royal Embassy of Cambodia in Cairo", "ស្ថានទូតកម្ពុជា", "Cairo", "Egypt", "Mon-Thu 09:00-12:00 13:00-16:30; Sun 09:00-24:00")),
        new InstitutionChanged(An.Instant, An.Institution("MFAIC", khmer: "ក្រសួងការបរទេស", english: "Ministry of Foreign Affairs") with { CountryCode = "KH", Email = "protocol@mfaic.example" }),
    ];

    public IEnumerable<string> Texts => ["Institution.City", "Institution.Country", "Institution.ZoneId", "Institution.CountryCode", "Institution.Email", "LocalizedText.Khmer", "LocalizedText.English", "SeatGroup.Dimension", "SeatGroup.Value"];

    public IEnumerable<Type> MayHoldLocalizedText => [typeof(InstitutionAdded), typeof(InstitutionChanged)];
}
