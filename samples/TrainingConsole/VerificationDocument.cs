using Diplomacy.Training;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary>What <c>verify --json</c> prints.</summary>
/// <param name="Result"><c>valid</c>, <c>unknown</c>, <c>withheld</c>, <c>unconfirmed</c> or <c>mistyped</c>.</param>
/// <param name="Explanation">The same in words.</param>
/// <param name="Error">The stable code of a typing error; null otherwise.</param>
/// <param name="Certificate">What the certificate states; null unless valid.</param>
internal sealed record VerificationDocument(string Result, string Explanation, string? Error, CertificateDocument? Certificate)
{
    internal static VerificationDocument Of(Verification verification, string explanation) => verification switch
    {
        Verification.Valid valid => new("valid", explanation, null, CertificateDocument.Of(valid.Facts)),
        Verification.Mistyped mistyped => new("mistyped", explanation, mistyped.Error.Code, null),
        Verification.Unknown => new("unknown", explanation, null, null),
        Verification.Withheld => new("withheld", explanation, null, null),
        Verification.Unconfirmed => new("unconfirmed", explanation, null, null),
        _ => new("refused", explanation, null, null),
    };

    internal static string Word(AwardLevel level) => level switch
    {
        AwardLevel.Completion => "completion",
        AwardLevel.Diploma => "diploma",
        AwardLevel.Appreciation => "appreciation",
        _ => "participation",
    };
}

/// <summary>What a certificate states. Texts in Khmer stand beside those in English; null where there is none.</summary>
internal sealed record CertificateDocument(
    string Number, string Level, string? Honorific, string? HonorificKhmer, string Name, string? NativeName,
    string Workshop, string Title, string TitleKhmer, string From, string To, decimal Hours, string? Venue, string? VenueKhmer,
    string Issuer, string IssuerName, string IssuerNameKhmer, string IssuedOn, string? IssuedAt, string? IssuedAtKhmer, int PolicyVersion,
    string? SignedBy, string? SignedByKhmer, string? SignedAs, string? SignedAsKhmer)
{
    internal static CertificateDocument Of(CertificateFacts facts) => new(
        facts.Number.ToString(), VerificationDocument.Word(facts.Level), facts.Honorific?.English, facts.Honorific?.Khmer, facts.PrintedName, facts.NativeName,
        facts.Workshop.ToString(), facts.Title.English, facts.Title.Khmer,
        LocalDatePattern.Iso.Format(facts.FirstDay), LocalDatePattern.Iso.Format(facts.LastDay), facts.Hours, facts.Venue?.English, facts.Venue?.Khmer,
        facts.Issuer.ToString(), facts.IssuerName.English, facts.IssuerName.Khmer, LocalDatePattern.Iso.Format(facts.IssuedOn), facts.PlaceOfIssue?.English, facts.PlaceOfIssue?.Khmer, facts.PolicyVersion,
        facts.Signatory?.Name.English, facts.Signatory?.Name.Khmer, facts.Signatory?.Title.English, facts.Signatory?.Title.Khmer);
}
