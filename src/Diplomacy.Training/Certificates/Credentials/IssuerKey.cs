using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Diplomacy.Training.Credentials;

/// <summary>A key of an issuer from PEM, PKCS#12, or any <see cref="ECDsa"/> or <see cref="RSA"/>, such as that of a hardware module.</summary>
/// <remarks>
/// ECDSA keys are on P-256 and sign ES256, RSA keys have 2048 to 8192 bits and sign RS256. Signatures of ECDSA differ each time: keep the issued bytes, do not sign again
/// to get them back. Safe for use from many threads; one signature is made at a time.
/// </remarks>
public sealed class IssuerKey : IIssuerKey, IDisposable
{
    private readonly Lock _gate = new();
    private readonly AsymmetricAlgorithm _key;
    private readonly bool _owned;

    private IssuerKey(VerificationKey publicKey, AsymmetricAlgorithm key, bool owned) => (PublicKey, _key, _owned) = (publicKey, key, owned);

    /// <inheritdoc/>
    public VerificationKey PublicKey { get; }

    /// <summary>Uses a key that somebody else made and disposes of: only hashes are signed with it and only its public half is exported.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="key">A key on P-256.</param>
    /// <exception cref="ArgumentException">The key is on another curve, or the name is <c>default</c>.</exception>
    public static IssuerKey From(KeyId id, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(VerificationKey.From(id, key), key, owned: false);
    }

    /// <summary>Uses a key that somebody else made and disposes of: only hashes are signed with it and only its public half is exported.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="key">A key of 2048 to 8192 bits with the exponent 65537.</param>
    /// <exception cref="ArgumentException">The key has another size or exponent, or the name is <c>default</c>.</exception>
    public static IssuerKey From(KeyId id, RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(VerificationKey.From(id, key), key, owned: false);
    }

    /// <summary>Makes a new key on P-256 in memory. It is lost with the process unless the caller keeps <paramref name="pkcs8"/>.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="password">Encrypts the kept key (PKCS#8, PBES2 with AES-256 and 600,000 rounds of SHA-256).</param>
    /// <param name="pkcs8">The encrypted key as PEM.</param>
    public static IssuerKey Generate(KeyId id, ReadOnlySpan<char> password, out string pkcs8)
    {
        ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        pkcs8 = key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 600_000));
        return new(VerificationKey.From(id, key), key, owned: true);
    }

    /// <summary>Reads a private key from PEM: <c>PRIVATE KEY</c>, <c>EC PRIVATE KEY</c> or <c>RSA PRIVATE KEY</c>.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="pem">One private key (RFC 7468).</param>
    /// <exception cref="KeyFormatException">The text holds no such key, or one of another kind.</exception>
    public static IssuerKey FromPem(KeyId id, ReadOnlySpan<char> pem) => FromPem(id, pem, [], encrypted: false);

    /// <summary>Reads an encrypted private key from PEM: <c>ENCRYPTED PRIVATE KEY</c>.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="pem">One private key (RFC 7468).</param>
    /// <param name="password">Its password.</param>
    /// <exception cref="KeyFormatException">The text holds no such key, one of another kind, or the password is wrong.</exception>
    public static IssuerKey FromEncryptedPem(KeyId id, ReadOnlySpan<char> pem, ReadOnlySpan<char> password) => FromPem(id, pem, password, encrypted: true);

    /// <summary>Reads the one private key of a PKCS#12 file (<c>.p12</c>, <c>.pfx</c>). Its certificates are not looked at.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="file">The file.</param>
    /// <param name="password">Its password.</param>
    /// <exception cref="KeyFormatException">The file holds no private key of a kind that is taken, or the password is wrong.</exception>
    public static IssuerKey FromPkcs12(KeyId id, ReadOnlySpan<byte> file, ReadOnlySpan<char> password)
    {
        try
        {
            // Not persisted: the key must leave no trace in the store of the machine or the user. macOS can only do without by a temporary keychain.
            X509KeyStorageFlags storage = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
            using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(file, password, storage);
            return Owned(id, (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey() ?? throw new KeyFormatException("The PKCS#12 file holds no private key of ECDSA or RSA."));
        }
        catch (CryptographicException fault)
        {
            throw new KeyFormatException("The PKCS#12 file could not be read: it is damaged, or the password is wrong.", fault);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The digest does not have 32 bytes.</exception>
    /// <exception cref="CryptographicException">The key did not sign, or not in the form that is asked for.</exception>
    public ValueTask<byte[]> SignDigestAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (digest.Length != SHA256.HashSizeInBytes)
        {
            throw new ArgumentException($"A SHA-256 digest has 32 bytes; {digest.Length} were given.", nameof(digest));
        }

        byte[] hash = digest.ToArray();
        lock (_gate)
        {
            // These two overloads are those that the key of a module has to provide; the others go through them.
            return new(_key is ECDsa ecdsa ? ecdsa.SignHash(hash) : ((RSA)_key).SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
    }

    /// <summary>Forgets a key that was read here; one that was handed over is left to its owner.</summary>
    public void Dispose()
    {
        if (_owned)
        {
            _key.Dispose();
        }
    }

    /// <summary>The key's name.</summary>
    public override string ToString() => PublicKey.Id.ToString();

    private static IssuerKey FromPem(KeyId id, ReadOnlySpan<char> pem, ReadOnlySpan<char> password, bool encrypted)
    {
        foreach (AsymmetricAlgorithm key in new AsymmetricAlgorithm[] { ECDsa.Create(), RSA.Create() })
        {
            try
            {
                if (encrypted)
                {
                    key.ImportFromEncryptedPem(pem, password);
                }
                else
                {
                    key.ImportFromPem(pem);
                }
            }
            catch (Exception fault) when (fault is CryptographicException or ArgumentException)
            {
                // The other kind may fit; which one failed and why would tell about the key.
                key.Dispose();
                continue;
            }

            return Owned(id, key);
        }

        throw new KeyFormatException(encrypted
            ? "The PEM text holds no encrypted private key of ECDSA or RSA, or the password is wrong."
            : "The PEM text holds no private key of ECDSA or RSA.");
    }

    private static IssuerKey Owned(KeyId id, AsymmetricAlgorithm key)
    {
        try
        {
            var read = new IssuerKey(VerificationKey.Of(id, key), key, owned: true);
            // A public key in PEM is read like a private one and would fail only when the first certificate is signed.
            _ = read.SignDigestAsync(new byte[SHA256.HashSizeInBytes]).AsTask().GetAwaiter().GetResult();
            return read;
        }
        catch (CryptographicException fault)
        {
            key.Dispose();
            throw new KeyFormatException("The key cannot sign: only its public half was given.", fault);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
