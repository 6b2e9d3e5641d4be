using System.Globalization;
using System.Text.Json;

namespace Diplomacy.Training.Credentials;

/// <summary>Holds the claims of a signed payload against the members of the credential in it, and against the key that signed it.</summary>
internal static class CredentialClaims
{
    /// <summary>What every credential says of itself.</summary>
    internal sealed record Frame(string Id, JsonElement Subject, Instant From, Instant? Until);

    /// <summary>Reads what every credential has. The claims of a JWT repeat it and must agree (Open Badges 3.0, section 8.2.2).</summary>
    internal static (Frame? Frame, CredentialVerification? Refusal) Read(OpenedToken token)
    {
        JsonElement payload = token.Payload;
        string? issuer = payload.Text("issuer") ?? payload.Member("issuer")?.Text("id");
        if (issuer is null || payload.Text("iss") != issuer)
        {
            return Mismatch("iss");
        }

        KeyId signer = token.Signer.Key.Id;
        if (issuer != signer.Issuer.ToString())
        {
            return (null, new CredentialVerification.KeyNotAllowed(signer));
        }

        if (payload.Text("id") is not { } id || payload.Text("jti") != id)
        {
            return Mismatch("jti");
        }

        if (payload.Member("credentialSubject") is not { ValueKind: JsonValueKind.Object } subject || subject.Text("id") is not { } who || payload.Text("sub") != who)
        {
            return Mismatch("sub");
        }

        if (At(payload, "validFrom") is not { } from || Seconds(payload, "nbf") != from.ToUnixTimeSeconds())
        {
            return Mismatch("nbf");
        }

        Instant? until = At(payload, "validUntil");
        bool ends = payload.Member("validUntil") is not null || payload.Member("exp") is not null;
        if (ends && (until is null || Seconds(payload, "exp") != until.Value.ToUnixTimeSeconds()))
        {
            return Mismatch("exp");
        }

        return until <= from ? Mismatch("exp") : (new Frame(id, subject, from, until), null);
    }

    /// <summary>Reads a certificate. What stands in the terms of Open Badges for other software must say the same as the facts that are shown.</summary>
    internal static (VerifiedCredential? Credential, CredentialVerification? Refusal) ReadCertificate(OpenedToken token, Frame frame)
    {
        JsonElement payload = token.Payload;
        if (!payload.Lists("type", "VerifiableCredential") || !(payload.Lists("type", "OpenBadgeCredential") || payload.Lists("type", "AchievementCredential")) ||
            !IsUrn(frame.Id) || !IsUrn(frame.Subject.Text("id")) || frame.Subject.Member("trainingFacts") is not { } own || CertificateFactsJson.Read(own) is not { } facts)
        {
            return Unlike();
        }

        Instant? awarded = At(payload, "awardedDate");
        if (awarded is null && payload.Member("awardedDate") is not null)
        {
            return Unlike();
        }

        string title = facts.Title.In(Language.English);
        string? wrong =
            !IsContext(payload, token.Signer.Key.Id.Issuer) ? "@context"
            : frame.Subject.Text("licenseNumber") != facts.Number.ToString() ? "licenseNumber"
            : payload.Text("name") != title || frame.Subject.Member("achievement")?.Text("name") != title ? "name"
            : payload.Member("issuer")?.Text("name") is { } name && name != facts.IssuerName.In(Language.English) ? "issuer"
            : !Names(frame.Subject).SequenceEqual(OpenBadgeCredential.Names(facts)) ? "identifier"
            : null;
        if (wrong is not null)
        {
            return (null, new CredentialVerification.ClaimMismatch(wrong));
        }

        StatusEntry? status = null;
        if (payload.Member("credentialStatus") is { } entry && (status = Entry(entry)) is null)
        {
            return Unlike();
        }

        return (new VerifiedCredential(frame.Id, token.Signer.Key.Id, frame.From, frame.Until, awarded, status, facts, token.Digest), null);

        static (VerifiedCredential?, CredentialVerification?) Unlike() => (null, new CredentialVerification.Malformed(TokenFault.Credential));
    }

    private static (Frame?, CredentialVerification?) Mismatch(string claim) => (null, new CredentialVerification.ClaimMismatch(claim));

    private static Instant? At(JsonElement json, string name) =>
        json.Text(name) is { } text && InstantPattern.General.Parse(text) is { Success: true } read && InstantPattern.General.Format(read.Value) == text ? read.Value : null;

    private static long? Seconds(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long value) ? value : null;

    private static bool IsUrn(string? id) => id is not null && id.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParseExact(id.AsSpan(9), "D", out Guid read) && CredentialDraft.Urn(read) == id;

    // A context decides what the terms mean to other software, so only those that we know may stand here.
    private static bool IsContext(JsonElement payload, IssuerDid issuer) =>
        payload.Member("@context") is { ValueKind: JsonValueKind.Array } contexts && contexts.GetArrayLength() == 3 &&
        contexts[0].ValueKind == JsonValueKind.String && contexts[0].ValueEquals(OpenBadgeCredential.CredentialsContext) &&
        contexts[1].ValueKind == JsonValueKind.String && contexts[1].ValueEquals(OpenBadgeCredential.BadgesContext) &&
        contexts[2].ValueKind == JsonValueKind.Object && contexts[2].EnumerateObject().Count() == 1 && contexts[2].Member("trainingFacts") is { ValueKind: JsonValueKind.Object } term &&
        term.EnumerateObject().Count() == 2 && term.Text("@id") == issuer + OpenBadgeCredential.FactsFragment && term.Text("@type") == "@json";

    private static IEnumerable<string?> Names(JsonElement subject) =>
        subject.Member("identifier") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(i => i.Text("identityType") == "name" && i.Member("hashed") is { ValueKind: JsonValueKind.False }).Select(i => i.Text("identityHash"))
            : [];

    private static StatusEntry? Entry(JsonElement entry) =>
        entry.Text("type") == "BitstringStatusListEntry" && entry.Text("statusPurpose") == "revocation" && StatusEntry.Address(entry.Text("statusListCredential")) is { } list &&
        entry.Text("statusListIndex") is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < BitstringStatusList.MaximumLength &&
        index.ToString(CultureInfo.InvariantCulture) == text
            ? new StatusEntry(list, index)
            : null;
}
