using System.Globalization;
using System.Text.Json;

namespace Diplomacy.Training.Credentials;

/// <summary>
/// The frozen facts as they stand in a credential, under <c>trainingFacts</c>. Apart from the payload of the personal record: what was signed must be read in ten years,
/// whatever the store looks like by then.
/// </summary>
internal static class CertificateFactsJson
{
    private static readonly (AwardLevel Level, string Name)[] s_levels =
        [(AwardLevel.Participation, "participation"), (AwardLevel.Completion, "completion"), (AwardLevel.Diploma, "diploma"), (AwardLevel.Appreciation, "appreciation")];

    internal static string Name(AwardLevel level) => s_levels.Single(l => l.Level == level).Name;

    internal static void Write(FixedJson json, CertificateFacts facts)
    {
        json.Member("number", facts.Number.ToString()).Member("level", Name(facts.Level)).Member("printedName", facts.PrintedName);
        Optional(json, "nativeName", facts.NativeName);
        Optional(json, "nativeLanguage", facts.NativeLanguage?.Tag);
        Optional(json, "honorific", facts.Honorific);
        json.Member("workshop", facts.Workshop.ToString());
        Optional(json, "title", facts.Title);
        Optional(json, "venue", facts.Venue);
        json.Member("firstDay", LocalDatePattern.Iso.Format(facts.FirstDay)).Member("lastDay", LocalDatePattern.Iso.Format(facts.LastDay));
        json.Member("countedSeconds", (long)facts.CountedTime.TotalSeconds).Member("hours", facts.Hours.ToString("0.##", CultureInfo.InvariantCulture));
        json.Member("issuer", facts.Issuer.ToString());
        Optional(json, "issuerName", facts.IssuerName);
        Optional(json, "placeOfIssue", facts.PlaceOfIssue);
        json.Member("issuedOn", LocalDatePattern.Iso.Format(facts.IssuedOn)).Member("policyVersion", facts.PolicyVersion);
        if (facts.Signatory is { } signatory)
        {
            json.Name("signatory").Object(s =>
            {
                Optional(s, "title", signatory.Title);
                Optional(s, "name", signatory.Name);
            });
        }
    }

    /// <summary>The facts; null when one is missing, is not written as <see cref="Write"/> does, or could not be printed.</summary>
    internal static CertificateFacts? Read(JsonElement json)
    {
        try
        {
            Language? language = json.Member("nativeLanguage") is null ? null : new Language(Needed(json, "nativeLanguage"));
            return new CertificateFacts
            {
                Number = RegisterNumber.Parse(Needed(json, "number")),
                Level = s_levels.Where(l => l.Name == json.Text("level")).Select(l => (AwardLevel?)l.Level).SingleOrDefault() ?? throw new FormatException(),
                PrintedName = Printed(json, "printedName"),
                NativeName = json.Member("nativeName") is null ? null : Printed(json, "nativeName"),
                NativeLanguage = language,
                Honorific = Both(json, "honorific"),
                Workshop = WorkshopId.Parse(Needed(json, "workshop")),
                Title = Both(json, "title") ?? throw new FormatException(),
                Venue = Both(json, "venue"),
                FirstDay = LocalDatePattern.Iso.Parse(Needed(json, "firstDay")).Value,
                LastDay = LocalDatePattern.Iso.Parse(Needed(json, "lastDay")).Value,
                CountedTime = Duration.FromSeconds(Whole(json, "countedSeconds")),
                Hours = decimal.Parse(Needed(json, "hours"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
                Issuer = InstitutionCode.Parse(Needed(json, "issuer")),
                IssuerName = Both(json, "issuerName") ?? throw new FormatException(),
                PlaceOfIssue = Both(json, "placeOfIssue"),
                IssuedOn = LocalDatePattern.Iso.Parse(Needed(json, "issuedOn")).Value,
                PolicyVersion = Whole(json, "policyVersion"),
                Signatory = json.Member("signatory") is { } s ? new Signatory(Both(s, "title") ?? throw new FormatException(), Both(s, "name") ?? throw new FormatException()) : null,
            };
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException or UnparsableValueException)
        {
            return null;
        }
    }

    private static void Optional(FixedJson json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.Member(name, value);
        }
    }

    private static void Optional(FixedJson json, string name, LocalizedText? text)
    {
        if (text is not null)
        {
            json.Name(name).Object(both =>
            {
                Optional(both, "km", text.Khmer);
                Optional(both, "en", text.English);
            });
        }
    }

    private static string Needed(JsonElement json, string name) => json.Text(name) ?? throw new FormatException();

    private static int Whole(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int value) && value >= 0 ? value : throw new FormatException();

    // What was signed is shown as it is or not at all: nothing is normalised here.
    private static string Printed(JsonElement json, string name)
    {
        string text = Needed(json, name);
        return PrintedText.Normalize(text, name) == text ? text : throw new FormatException();
    }

    private static LocalizedText? Both(JsonElement json, string name)
    {
        if (json.Member(name) is not { } both)
        {
            return null;
        }

        string khmer = both.Member("km") is null ? "" : Needed(both, "km");
        string english = both.Member("en") is null ? "" : Needed(both, "en");
        var text = new LocalizedText(khmer, english);
        return text.Khmer == khmer && text.English == english ? text : throw new FormatException();
    }
}
