namespace Diplomacy.Training.Credentials;

/// <summary>A status list that was checked: whose it is, from when, and until when it may be relied on.</summary>
/// <remarks>Immutable. Made by <see cref="CredentialVerifier.TryReadStatusList"/> alone.</remarks>
public sealed class StatusListCredential
{
    internal StatusListCredential(IssuerDid issuer, Uri address, Instant asOf, Instant validUntil, BitstringStatusList list) =>
        (Issuer, Address, AsOf, ValidUntil, List) = (issuer, address, asOf, validUntil, list);

    /// <summary>Who signed it.</summary>
    public IssuerDid Issuer { get; }

    /// <summary>The address by which credentials name it.</summary>
    public Uri Address { get; }

    /// <summary>When it was drawn up: what was revoked later does not stand in it.</summary>
    public Instant AsOf { get; }

    /// <summary>Until when it may be relied on, itself not included. A bit that is set stays set.</summary>
    public Instant ValidUntil { get; }

    /// <summary>The bits.</summary>
    public BitstringStatusList List { get; }

    /// <summary>Writes and signs a list as a <c>BitstringStatusListCredential</c> (W3C Bitstring Status List 1.0, section 2.2), as VC-JWT.</summary>
    /// <param name="list">The bits.</param>
    /// <param name="address">Where it will be published: https, without a fragment.</param>
    /// <param name="asOf">When it was drawn up; cut to the second.</param>
    /// <param name="validUntil">Until when it may be relied on; cut to the second.</param>
    /// <param name="key">The issuer's key.</param>
    /// <param name="cancellationToken">Gives up waiting for a remote key.</param>
    /// <exception cref="ArgumentException">The address is not such, or the list would end before it begins.</exception>
    public static ValueTask<SignedToken> SignAsync(BitstringStatusList list, Uri address, Instant asOf, Instant validUntil, IIssuerKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(key);
        if (!StatusEntry.IsAddress(address))
        {
            throw new ArgumentException("A status list has an absolute https address of at most 500 characters, without a fragment and without a user.", nameof(address));
        }

        var from = Instant.FromUnixTimeSeconds(asOf.ToUnixTimeSeconds());
        var until = Instant.FromUnixTimeSeconds(validUntil.ToUnixTimeSeconds());
        if (until <= from)
        {
            throw new ArgumentException("A status list ends after it was drawn up.", nameof(validUntil));
        }

        string issuer = key.PublicKey.Id.Issuer.ToString();
        byte[] payload = new FixedJson().Object(json =>
        {
            json.Texts("@context", OpenBadgeCredential.CredentialsContext).Member("id", address.AbsoluteUri).Texts("type", "VerifiableCredential", "BitstringStatusListCredential");
            json.Member("issuer", issuer).Member("validFrom", InstantPattern.General.Format(from)).Member("validUntil", InstantPattern.General.Format(until));
            json.Name("credentialSubject").Object(subject => subject.Member("id", address.AbsoluteUri + "#list").Member("type", "BitstringStatusList")
                .Member("statusPurpose", "revocation").Member("encodedList", list.Encode()));
            json.Member("iss", issuer).Member("jti", address.AbsoluteUri).Member("nbf", from.ToUnixTimeSeconds());
            json.Member("sub", address.AbsoluteUri + "#list").Member("exp", until.ToUnixTimeSeconds());
        }).ToUtf8();
        return SignedToken.SignAsync(payload, key, cancellationToken);
    }
}
