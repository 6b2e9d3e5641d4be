namespace Diplomacy.Training.Credentials;

/// <summary>
/// What checking a token comes to. The cases are those nested here and no others; only <see cref="Valid"/> means that the certificate stands. Facts are shown only of tokens
/// whose signature and claims hold.
/// </summary>
/// <remarks>Immutable.</remarks>
public abstract record CredentialVerification
{
    private readonly TrainingText _text;

    private CredentialVerification(TrainingText text, VerifiedCredential? credential = null) => (_text, Credential) = (text, credential);

    /// <summary>What the token states; null where it is not to be believed.</summary>
    public VerifiedCredential? Credential { get; }

    /// <summary>The stable code of the case, such as <c>credential.expired</c>.</summary>
    public string Code => _text.Code;

    /// <summary>The answer in words, the first of which is the answer in one.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => _text.Explain(language, texts);

    /// <summary>Genuine, unaltered, in force, and not revoked as of a list that may be relied on (<c>credential.valid</c>).</summary>
    public sealed record Valid : CredentialVerification
    {
        internal Valid(VerifiedCredential credential, Instant statusAsOf)
            : base(CredentialRules.Valid.With(("number", Number(credential)), ("asOf", Day(statusAsOf))), credential) => StatusAsOf = statusAsOf;

        /// <summary>When the status list was drawn up.</summary>
        public Instant StatusAsOf { get; }
    }

    /// <summary>Genuine and in force, but nothing recent says whether it was revoked (<c>credential.status-unknown</c>).</summary>
    public sealed record StatusUnknown : CredentialVerification
    {
        internal StatusUnknown(VerifiedCredential credential, Instant? since)
            : base((since is null ? CredentialRules.StatusUnknown : CredentialRules.StatusUnknownSince).With(since is { } at ? [("number", Number(credential)), ("since", Day(at))] : [("number", Number(credential))]), credential) =>
            Since = since;

        /// <summary>When the last list was drawn up; null when there is none of this issuer at all.</summary>
        public Instant? Since { get; }
    }

    /// <summary>Genuine, but taken back or replaced by the issuer (<c>credential.revoked</c>). A list does not say why; the register does.</summary>
    public sealed record Revoked : CredentialVerification
    {
        internal Revoked(VerifiedCredential credential, Instant statusAsOf)
            : base(CredentialRules.Revoked.With(("number", Number(credential)), ("asOf", Day(statusAsOf))), credential) => StatusAsOf = statusAsOf;

        /// <summary>When the status list was drawn up in which it stands as revoked.</summary>
        public Instant StatusAsOf { get; }
    }

    /// <summary>Genuine, but its time is over (<c>credential.expired</c>).</summary>
    public sealed record Expired : CredentialVerification
    {
        internal Expired(VerifiedCredential credential, Instant since)
            : base(CredentialRules.Expired.With(("number", Number(credential)), ("since", Day(since))), credential) => Since = since;

        /// <summary>When it ended.</summary>
        public Instant Since { get; }
    }

    /// <summary>Signed by the issuer, but for a time to come (<c>credential.not-yet-valid</c>); or this machine's clock is slow.</summary>
    public sealed record NotYetValid : CredentialVerification
    {
        internal NotYetValid(VerifiedCredential? credential, Instant from)
            : base(CredentialRules.NotYetValid.With(("from", InstantPattern.General.Format(from))), credential) => From = from;

        /// <summary>From when it is in force.</summary>
        public Instant From { get; }
    }

    /// <summary>The signature was not made by the key over this text: forged, or altered since (<c>credential.bad-signature</c>).</summary>
    public sealed record BadSignature : CredentialVerification
    {
        internal BadSignature()
            : base(CredentialRules.BadSignature.With())
        {
        }
    }

    /// <summary>No trusted key has the name that the token gives (<c>credential.unknown-key</c>). Nothing was fetched to find one.</summary>
    public sealed record UnknownKey : CredentialVerification
    {
        internal UnknownKey(KeyId? key)
            : base(CredentialRules.UnknownKey.With()) => Key = key;

        /// <summary>The name; null when it is none, such as an address.</summary>
        public KeyId? Key { get; }
    }

    /// <summary>The key is trusted, but not for this: the token names another issuer or another algorithm (<c>credential.key-not-allowed</c>).</summary>
    public sealed record KeyNotAllowed : CredentialVerification
    {
        internal KeyNotAllowed(KeyId key)
            : base(CredentialRules.KeyNotAllowed.With(("key", key.ToString()))) => Key = key;

        /// <summary>The key.</summary>
        public KeyId Key { get; }
    }

    /// <summary>The date of issue lies outside the time in which the key signed (<c>credential.key-outside-validity</c>).</summary>
    public sealed record KeyOutsideValidity : CredentialVerification
    {
        internal KeyOutsideValidity(KeyId key, Instant issuedAt)
            : base(CredentialRules.KeyOutsideValidity.With(("key", key.ToString()), ("issued", Day(issuedAt)))) => (Key, IssuedAt) = (key, issuedAt);

        /// <summary>The key.</summary>
        public KeyId Key { get; }

        /// <summary>The date that the token gives.</summary>
        public Instant IssuedAt { get; }
    }

    /// <summary>Others may have held the key, and no register vouches for this certificate (<c>credential.key-compromised</c>).</summary>
    public sealed record KeyCompromised : CredentialVerification
    {
        internal KeyCompromised(KeyId key, Instant since)
            : base(CredentialRules.KeyCompromised.With(("key", key.ToString()), ("since", Day(since)))) => (Key, Since) = (key, since);

        /// <summary>The key.</summary>
        public KeyId Key { get; }

        /// <summary>From when others may have held it.</summary>
        public Instant Since { get; }
    }

    /// <summary>It could not be read (<c>credential.malformed</c>).</summary>
    public sealed record Malformed : CredentialVerification
    {
        internal Malformed(TokenFault fault)
            : base(CredentialRules.Malformed.With(("fault", fault.ToString()))) => Fault = fault;

        /// <summary>Why not.</summary>
        public TokenFault Fault { get; }
    }

    /// <summary>The token names an algorithm other than ES256 and RS256, such as <c>none</c> or <c>HS256</c> (<c>credential.unsupported-algorithm</c>).</summary>
    public sealed record UnsupportedAlgorithm : CredentialVerification
    {
        internal UnsupportedAlgorithm()
            : base(CredentialRules.UnsupportedAlgorithm.With())
        {
        }
    }

    /// <summary>The signature holds, but the token says two things at once (<c>credential.claim-mismatch</c>): a claim differs from what the credential states.</summary>
    public sealed record ClaimMismatch : CredentialVerification
    {
        internal ClaimMismatch(string claim)
            : base(CredentialRules.ClaimMismatch.With(("claim", claim))) => Claim = claim;

        /// <summary>The claim, such as <c>iss</c> or <c>licenseNumber</c>.</summary>
        public string Claim { get; }
    }

    private static string Number(VerifiedCredential credential) => credential.Facts.Number.ToString();

    private static string Day(Instant at) => LocalDatePattern.Iso.Format(at.InUtc().Date);
}
