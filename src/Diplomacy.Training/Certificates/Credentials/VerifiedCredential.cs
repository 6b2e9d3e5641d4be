namespace Diplomacy.Training.Credentials;

/// <summary>What a genuine token states.</summary>
/// <remarks>Immutable. Personal data: the facts hold a name.</remarks>
public sealed record VerifiedCredential
{
    internal VerifiedCredential(string id, KeyId key, Instant issuedAt, Instant? validUntil, Instant? awardedAt, StatusEntry? status, CertificateFacts facts, string digest) =>
        (Id, Key, IssuedAt, ValidUntil, AwardedAt, Status, Facts, Digest) = (id, key, issuedAt, validUntil, awardedAt, status, facts, digest);

    /// <summary>The credential's id, a <c>urn:uuid</c>. Whoever counts credentials counts these, never tokens.</summary>
    public string Id { get; }

    /// <summary>The key that signed it; its issuer is the credential's.</summary>
    public KeyId Key { get; }

    /// <summary>When it was issued.</summary>
    public Instant IssuedAt { get; }

    /// <summary>When it ends, itself not included; null when it never does.</summary>
    public Instant? ValidUntil { get; }

    /// <summary>When the award was first made, where it replaces an earlier certificate; null otherwise.</summary>
    public Instant? AwardedAt { get; }

    /// <summary>Where its status stands; null when it names no list.</summary>
    public StatusEntry? Status { get; }

    /// <summary>The frozen facts; to be compared with the page in hand (R39).</summary>
    public CertificateFacts Facts { get; }

    /// <summary>As <see cref="SignedToken.Digest"/>.</summary>
    public string Digest { get; }

    /// <summary>The credential's id alone; never the name by accident.</summary>
    public override string ToString() => Id;
}
