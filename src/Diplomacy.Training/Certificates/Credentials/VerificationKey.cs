using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Diplomacy.Training.Credentials;

/// <summary>A public key of an issuer, bound to its one algorithm: a token cannot have it used in another way.</summary>
/// <remarks>Immutable and safe for use from many threads. Equal when name, algorithm and key are.</remarks>
public sealed class VerificationKey : IEquatable<VerificationKey>
{
    internal const int CoordinateBytes = 32;
    internal static readonly byte[] Exponent = [1, 0, 1];

    // Instances of the platform's keys are not promised to be safe for two threads at once; idle ones wait here.
    private readonly ConcurrentBag<AsymmetricAlgorithm> _idle = [];

    private VerificationKey(KeyId id, SignatureAlgorithm algorithm, byte[] first, byte[] second)
    {
        (Id, Algorithm, First, Second) = (id, algorithm, first, second);
        SignatureLength = algorithm == SignatureAlgorithm.Es256 ? 2 * CoordinateBytes : first.Length;
    }

    /// <summary>The key's name.</summary>
    public KeyId Id { get; }

    /// <summary>The one algorithm that the key is used with.</summary>
    public SignatureAlgorithm Algorithm { get; }

    /// <summary>x, or the modulus: big-endian, as RFC 7518 sections 6.2.1 and 6.3.1 write them.</summary>
    internal byte[] First { get; }

    /// <summary>y, or the exponent.</summary>
    internal byte[] Second { get; }

    internal int SignatureLength { get; }

    /// <summary>The public half of a key.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="key">A key on P-256; only its public half is exported.</param>
    /// <exception cref="ArgumentException">The key is on another curve, or the name is <c>default</c>.</exception>
    public static VerificationKey From(KeyId id, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Taken(id, key);
    }

    /// <summary>The public half of a key.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="key">A key of 2048 to 8192 bits with the exponent 65537; only its public half is exported.</param>
    /// <exception cref="ArgumentException">The key has another size or exponent, or the name is <c>default</c>.</exception>
    public static VerificationKey From(KeyId id, RSA key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Taken(id, key);
    }

    /// <summary>Reads a public key from PEM: <c>PUBLIC KEY</c> (SubjectPublicKeyInfo, RFC 7468 section 13) and nothing else.</summary>
    /// <param name="id">The key's name.</param>
    /// <param name="pem">One public key. A private key is refused: it has no business where others check.</param>
    /// <exception cref="KeyFormatException">The text holds no such key.</exception>
    public static VerificationKey FromPem(KeyId id, ReadOnlySpan<char> pem)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields) || !pem[fields.Label].SequenceEqual("PUBLIC KEY") ||
            !pem[..fields.Location.Start].IsWhiteSpace() || !pem[fields.Location.End..].IsWhiteSpace())
        {
            throw new KeyFormatException("The PEM text is not one public key (-----BEGIN PUBLIC KEY-----) and nothing else.");
        }

        byte[] info = Convert.FromBase64String(pem[fields.Base64Data].ToString());
        foreach (AsymmetricAlgorithm key in new AsymmetricAlgorithm[] { ECDsa.Create(), RSA.Create() })
        {
            using (key)
            {
                try
                {
                    key.ImportSubjectPublicKeyInfo(info, out int read);
                    if (read == info.Length)
                    {
                        return Of(id, key);
                    }
                }
                catch (CryptographicException)
                {
                    // The other kind may fit.
                }
            }
        }

        throw new KeyFormatException("The PEM text holds no public key of ECDSA on P-256 or RSA.");
    }

    /// <summary>Reads one JSON Web Key; see <see cref="KeyRing.ReadJwks"/> for a set.</summary>
    /// <param name="utf8">
    /// The key in UTF-8 (RFC 7517, RFC 7518 section 6), with <c>kid</c>. Strict: no member twice, numbers in their one spelling, a point on the curve, no private member,
    /// and <c>alg</c>, <c>use</c> and <c>key_ops</c>, where they stand, must allow what the key is for. Members that are not known are passed over (RFC 7517 section 4).
    /// </param>
    /// <exception cref="KeyFormatException">It is no such key.</exception>
    public static VerificationKey FromJwk(ReadOnlySpan<byte> utf8) => JsonWebKey.Read(utf8);

    /// <summary>Writes the key as a JSON Web Key in UTF-8, with <c>kid</c>, <c>alg</c> and <c>use</c>; members always in one order.</summary>
    public byte[] ToJwk() => new FixedJson().Object(json => JsonWebKey.WriteMembers(json, this)).ToUtf8();

    /// <summary>Whether a signature was made over a digest with the private half of this key.</summary>
    /// <param name="digest">The SHA-256 digest of what was signed.</param>
    /// <param name="signature">
    /// In the form of <see cref="IIssuerKey.SignDigestAsync"/>. Of an ES256 signature (r, s) the twin (r, n−s) is valid too: a signature, and so a token, is no name for
    /// anything.
    /// </param>
    /// <returns>False also for a signature of another length or form.</returns>
    public bool Verify(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        if (digest.Length != SHA256.HashSizeInBytes || signature.Length != SignatureLength)
        {
            return false;
        }

        AsymmetricAlgorithm key = _idle.TryTake(out AsymmetricAlgorithm? idle) ? idle : Import();
        try
        {
            return key is ECDsa ecdsa
                ? ecdsa.VerifyHash(digest, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
                : ((RSA)key).VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            _idle.Add(key);
        }
    }

    /// <inheritdoc/>
    public bool Equals(VerificationKey? other) =>
        other is not null && Id == other.Id && Algorithm == other.Algorithm && First.AsSpan().SequenceEqual(other.First) && Second.AsSpan().SequenceEqual(other.Second);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerificationKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Algorithm, First[^1], Second[^1]);

    /// <summary>The key's name.</summary>
    public override string ToString() => Id.ToString();

    /// <summary>The public half of a key of either kind; one that is not taken is told as a fault of what was read.</summary>
    internal static VerificationKey Of(KeyId id, AsymmetricAlgorithm key)
    {
        if (key is not ECDsa ecdsa)
        {
            RSAParameters rsa = ((RSA)key).ExportParameters(includePrivateParameters: false);
            return FromModulus(id, rsa.Modulus!, rsa.Exponent!);
        }

        ECParameters parameters = ecdsa.ExportParameters(includePrivateParameters: false);
        // Windows gives the name alone, other platforms the number too.
        return parameters.Curve.IsNamed && (parameters.Curve.Oid.Value == "1.2.840.10045.3.1.7" || parameters.Curve.Oid.FriendlyName is "nistP256" or "ECDSA_P256" or "ECDH_P256")
            ? FromPoint(id, parameters.Q.X!, parameters.Q.Y!)
            : throw new KeyFormatException("An ECDSA key must be on the curve P-256 (ES256).");
    }

    internal static VerificationKey FromPoint(KeyId id, byte[] x, byte[] y)
    {
        Named(id);
        if (x.Length != CoordinateBytes || y.Length != CoordinateBytes)
        {
            throw new KeyFormatException("A point on P-256 has two coordinates of 32 bytes.");
        }

        var key = new VerificationKey(id, SignatureAlgorithm.Es256, x, y);
        try
        {
            key._idle.Add(key.Import());
        }
        catch (CryptographicException fault)
        {
            throw new KeyFormatException("The point is not on the curve P-256.", fault);
        }

        return key;
    }

    internal static VerificationKey FromModulus(KeyId id, byte[] modulus, byte[] exponent)
    {
        Named(id);
        // Bounded above too: checking costs by the square of the size, and the key may come from a stranger's file.
        if (modulus.Length is < 256 or > 1024 || modulus[0] < 0x80 || (modulus[^1] & 1) == 0 || !exponent.AsSpan().SequenceEqual(Exponent))
        {
            throw new KeyFormatException("An RSA key must have 2048 to 8192 bits, in whole bytes, and the exponent 65537.");
        }

        return new VerificationKey(id, SignatureAlgorithm.Rs256, modulus, exponent);
    }

    private static VerificationKey Taken(KeyId id, AsymmetricAlgorithm key)
    {
        try
        {
            return Of(id, key);
        }
        catch (KeyFormatException fault)
        {
            throw new ArgumentException(fault.Message, nameof(key), fault);
        }
    }

    private static void Named(KeyId id) => ArgumentException.ThrowIfNullOrEmpty(id.ToString(), nameof(id));

    private AsymmetricAlgorithm Import() => Algorithm == SignatureAlgorithm.Es256
        ? ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = First, Y = Second } })
        : RSA.Create(new RSAParameters { Modulus = First, Exponent = Second });
}
