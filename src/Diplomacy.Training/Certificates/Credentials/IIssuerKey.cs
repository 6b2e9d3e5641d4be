namespace Diplomacy.Training.Credentials;

/// <summary>
/// A private key of an issuer. It may live in a module or a service that never gives it away: all that is asked of it is to sign.
/// </summary>
/// <remarks>Implementations are safe for use from many threads.</remarks>
public interface IIssuerKey
{
    /// <summary>The public half, with the key's name and algorithm.</summary>
    VerificationKey PublicKey { get; }

    /// <summary>Signs the SHA-256 digest of what is to be signed.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="cancellationToken">Gives up waiting for a remote key.</param>
    /// <returns>
    /// ES256: 64 bytes, r and s of 32 bytes each, big-endian, not DER (RFC 7518 section 3.4). RS256: as many bytes as the modulus has (RFC 8017 section 8.2).
    /// </returns>
    ValueTask<byte[]> SignDigestAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken = default);
}
