namespace Diplomacy.Training.Credentials;

/// <summary>
/// Writes certificates as Open Badges 3.0 <c>OpenBadgeCredential</c>, which is a W3C Verifiable Credential 2.0, in the form of a VC-JWT (Open Badges 3.0, section 8.2).
/// </summary>
/// <remarks>
/// The payload is the credential itself with <c>iss</c>, <c>jti</c>, <c>nbf</c>, <c>sub</c> and, where it ends, <c>exp</c>, each equal to its member of the credential. The
/// header has <c>alg</c>, <c>kid</c> and <c>typ</c> = <c>JWT</c>, nothing else. What the terms of Open Badges cannot say, such as both languages, stands in
/// <c>credentialSubject.trainingFacts</c>, which the context declares as JSON of the issuer's own.
/// </remarks>
public static class OpenBadgeCredential
{
    internal const string CredentialsContext = "https://www.w3.org/ns/credentials/v2";
    internal const string BadgesContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    internal const string FactsFragment = "#training-facts";

    /// <summary>Writes what will be signed, in UTF-8: one order of members, no white space, the same bytes for the same draft.</summary>
    /// <param name="draft">What it states.</param>
    /// <param name="issuer">Who issues it.</param>
    public static byte[] WritePayload(CredentialDraft draft, IssuerDid issuer)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentException.ThrowIfNullOrEmpty(issuer.ToString(), nameof(issuer));
        CertificateFacts facts = draft.Facts;
        return new FixedJson().Object(json =>
        {
            json.Name("@context").Array(contexts => contexts.Text(CredentialsContext).Text(BadgesContext).Object(own =>
                own.Name("trainingFacts").Object(term => term.Member("@id", issuer + FactsFragment).Member("@type", "@json"))));
            json.Member("id", CredentialDraft.Urn(draft.Id)).Texts("type", "VerifiableCredential", "OpenBadgeCredential");
            json.Name("issuer").Object(profile => profile.Member("id", issuer.ToString()).Texts("type", "Profile").Member("name", facts.IssuerName.In(Language.English)));
            json.Member("validFrom", InstantPattern.General.Format(draft.IssuedAt));
            if (draft.ValidUntil is { } end)
            {
                json.Member("validUntil", InstantPattern.General.Format(end));
            }

            if (draft.AwardedAt is { } awarded)
            {
                json.Member("awardedDate", InstantPattern.General.Format(awarded));
            }

            json.Member("name", facts.Title.In(Language.English));
            json.Name("credentialSubject").Object(subject => Subject(subject, draft, issuer));
            json.Name("credentialStatus").Object(status => status.Member("id", $"{draft.Status.List.AbsoluteUri}#{draft.Status.Index}").Member("type", "BitstringStatusListEntry")
                .Member("statusPurpose", "revocation").Member("statusListIndex", FormattableString.Invariant($"{draft.Status.Index}"))
                .Member("statusListCredential", draft.Status.List.AbsoluteUri));
            json.Member("iss", issuer.ToString()).Member("jti", CredentialDraft.Urn(draft.Id)).Member("nbf", draft.IssuedAt.ToUnixTimeSeconds());
            json.Member("sub", CredentialDraft.Urn(draft.Subject));
            if (draft.ValidUntil is { } expires)
            {
                json.Member("exp", expires.ToUnixTimeSeconds());
            }
        }).ToUtf8();
    }

    /// <summary>Writes and signs a credential.</summary>
    /// <param name="draft">What it states.</param>
    /// <param name="key">The issuer's key; whose it is says who issues.</param>
    /// <param name="cancellationToken">Gives up waiting for a remote key.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key did not sign, or gave DER.</exception>
    public static ValueTask<SignedToken> SignAsync(CredentialDraft draft, IIssuerKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return SignedToken.SignAsync(WritePayload(draft, key.PublicKey.Id.Issuer), key, cancellationToken);
    }

    /// <summary>The names under which the holder stands in <c>identifier</c>: Latin script first.</summary>
    internal static IEnumerable<string> Names(CertificateFacts facts) => new[] { facts.PrintedName, facts.NativeName ?? "" }.Where(n => n.Length > 0);

    private static void Subject(FixedJson json, CredentialDraft draft, IssuerDid issuer)
    {
        CertificateFacts facts = draft.Facts;
        string level = CertificateFactsJson.Name(facts.Level);
        string days = facts.FirstDay == facts.LastDay ? LocalDatePattern.Iso.Format(facts.FirstDay) : $"{LocalDatePattern.Iso.Format(facts.FirstDay)} to {LocalDatePattern.Iso.Format(facts.LastDay)}";
        string hours = FormattableString.Invariant($"{facts.Hours:0.##} hours");
        json.Member("id", CredentialDraft.Urn(draft.Subject)).Texts("type", "AchievementSubject");
        json.Name("identifier").Array(list =>
        {
            foreach (string name in Names(facts))
            {
                list.Object(one => one.Member("type", "IdentityObject").Name("hashed").False().Member("identityHash", name).Member("identityType", "name"));
            }
        });
        json.Member("licenseNumber", facts.Number.ToString());
        json.Name("achievement").Object(achievement => achievement
            .Member("id", $"{issuer}/achievements/{facts.Workshop}/{level}").Texts("type", "Achievement")
            .Member("achievementType", facts.Level switch { AwardLevel.Diploma => "Diploma", AwardLevel.Completion => "CertificateOfCompletion", _ => "Certificate" })
            .Member("name", facts.Title.In(Language.English)).Member("description", $"{facts.Title.In(Language.English)}, {days}, {hours}.")
            .Name("criteria").Object(criteria => criteria.Member("narrative", FormattableString.Invariant($"Awarded for {level} under version {facts.PolicyVersion} of the issuer's rule."))));
        json.Name("trainingFacts").Object(own => CertificateFactsJson.Write(own, facts));
    }
}
