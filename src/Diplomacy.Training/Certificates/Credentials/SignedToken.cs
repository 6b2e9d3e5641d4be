using System.Security.Cryptography;
using System.Text;

namespace Diplomacy.Training.Credentials;

/// <summary>A signed token as it is handed out (JWS compact serialisation, RFC 7515 section 7.1).</summary>
/// <remarks>Immutable. Keep the text: signing again gives another.</remarks>
public sealed class SignedToken
{
    private SignedToken(string text, string digest) => (Text, Digest) = (text, digest);

    /// <summary>Header, payload and signature in base64url, parted by dots; ASCII.</summary>
    public string Text { get; }

    /// <summary>
    /// SHA-256 of what was signed (header, dot, payload), in lower-case hexadecimal digits. It names what the token states, which the text does not: another signature over
    /// the same is valid too.
    /// </summary>
    public string Digest { get; }

    /// <summary>The digest alone; never what the token states.</summary>
    public override string ToString() => Digest;

    internal static async ValueTask<SignedToken> SignAsync(byte[] payload, IIssuerKey key, CancellationToken cancellationToken)
    {
        VerificationKey made = key.PublicKey;
        byte[] header = new FixedJson().Object(json => json.Member("alg", made.Algorithm.JoseName()).Member("kid", made.Id.ToString()).Member("typ", "JWT")).ToUtf8();
        string input = $"{StrictBase64Url.Encode(header)}.{StrictBase64Url.Encode(payload)}";
        byte[] digest = SHA256.HashData(Encoding.ASCII.GetBytes(input));
        byte[] signature = await key.SignDigestAsync(digest, cancellationToken).ConfigureAwait(false);
        return signature.Length == made.SignatureLength
            ? new SignedToken($"{input}.{StrictBase64Url.Encode(signature)}", Convert.ToHexStringLower(digest))
            : throw new CryptographicException($"The key '{made.Id}' gave a signature of {signature.Length} bytes; {made.Algorithm.JoseName()} has {made.SignatureLength}. Give r and s, not DER.");
    }
}
