using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Building;

/// <inheritdoc cref="An"/>
internal static class A
{
    internal static Person Person(string given = "Sophea", string family = "CHAN", string? email = null, string? externalId = null) =>
        new(new PersonName(family, given), email, externalId);

    /// <summary>A person of whom everything is known.</summary>
    internal static Person FullPerson(string externalId = "roster-1") =>
        new(new PersonName("CHAN", "Sophea", "Chan S.").WithNative("km", "ចាន់", "សុភា"), "Chan.Sophea@example.gov.kh", externalId)
        {
            Honorific = new LocalizedText("ឯកឧត្តម", "H.E."),
            Sex = Sex.Female,
            Post = new Post(new LocalizedText("ទីប្រឹក្សា", "Counsellor"), InstitutionCode.Parse("US-WAS-EMB"), "COUNSELLOR", new LocalDate(2021, 5, 3)),
            Language = Language.Khmer,
            Aliases = ["n16706@example.gov.kh"],
        };

    /// <summary>A personal record as a desk writes it.</summary>
    internal static PersonalRecord Record(string subject, string kind = "person", string payload = """{"given":"Sophea","family":"CHAN","sex":"unstated","language":"en"}""") =>
        PersonalRecord.Create(subject, kind, payload);

    internal static Notice Notice(string kind = "notice.test", string institution = "MFAIC") =>
        new(kind, PersonId.New(), institution, "DD-2023", Language.English, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>An event that any stream may hold.</summary>
    internal static TrainingEvent Happening(PersonId? person = null, int second = 0)
    {
        PersonId id = person ?? PersonId.New();
        return new PersonAdded(An.Instant + Duration.FromSeconds(second), id, Record(id.ToString()).Reference);
    }

    /// <summary>A part of an append with so many events.</summary>
    internal static StreamAppend Part(StreamId stream, long expected, int events = 1) =>
        new(stream, expected, [.. Enumerable.Range(0, events).Select(i => Happening(second: i))]);
}
