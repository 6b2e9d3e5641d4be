using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Diplomacy.Training.Credentials;

/// <summary>A token whose signature holds.</summary>
internal sealed record OpenedToken(TrustedKey Signer, JsonElement Payload, string Digest);

/// <summary>
/// Opens tokens: form, header, key, signature, in this order, so that nothing of a payload is looked at that no trusted key signed. Time is linear in the length.
/// </summary>
internal static class TokenReader
{
    /// <summary>Many times what a certificate with names and titles in two scripts takes, about 4,000 characters.</summary>
    internal const int MaximumLength = 32 * 1024;

    /// <summary>Enough for the list of the most bits, half of them set.</summary>
    internal const int MaximumListLength = 6 * 1024 * 1024;

    internal static (OpenedToken? Token, CredentialVerification? Refusal) Open(string? token, KeyRing ring, int maximumLength)
    {
        if (string.IsNullOrEmpty(token) || token.Length > maximumLength)
        {
            return Malformed(TokenFault.Length);
        }

        int first = token.IndexOf('.', StringComparison.Ordinal);
        int last = token.LastIndexOf('.');
        if (first < 0 || last == first || token.AsSpan(first + 1, last - first - 1).Contains('.'))
        {
            return Malformed(TokenFault.Parts);
        }

        byte[]? header = StrictBase64Url.Decode(token.AsSpan(0, first));
        byte[]? payload = StrictBase64Url.Decode(token.AsSpan(first + 1, last - first - 1));
        byte[]? signature = StrictBase64Url.Decode(token.AsSpan(last + 1));
        if (header is null || payload is null || signature is null)
        {
            return Malformed(TokenFault.Base64Url);
        }

        if (StrictJson.Parse(header) is not { ValueKind: JsonValueKind.Object } members || !IsPlain(members))
        {
            return Malformed(TokenFault.Header);
        }

        if (SignatureAlgorithms.FromJoseName(members.Text("alg")) is not { } algorithm)
        {
            return (null, new CredentialVerification.UnsupportedAlgorithm());
        }

        bool named = KeyId.TryParse(members.Text("kid"), out KeyId id);
        if (!named || ring.Find(id) is not { } signer)
        {
            return (null, new CredentialVerification.UnknownKey(named ? id : null));
        }

        if (signer.Key.Algorithm != algorithm)
        {
            return (null, new CredentialVerification.KeyNotAllowed(id));
        }

        // Base64url is ASCII: what was decoded above has one byte for each character.
        byte[] digest = SHA256.HashData(Encoding.ASCII.GetBytes(token, 0, last));
        if (!signer.Key.Verify(digest, signature))
        {
            return (null, new CredentialVerification.BadSignature());
        }

        return StrictJson.Parse(payload) is { ValueKind: JsonValueKind.Object } claims
            ? (new OpenedToken(signer, claims, Convert.ToHexStringLower(digest)), null)
            : Malformed(TokenFault.Payload);
    }

    /// <summary>
    /// Whether the header has <c>alg</c>, <c>kid</c> and <c>typ</c> alone. Other members bring keys along (<c>jwk</c>, <c>jku</c>, <c>x5c</c>, <c>x5u</c>) or change what is
    /// signed (<c>crit</c>, <c>b64</c>); Open Badges 3.0 section 8.2.1 allows none that we need.
    /// </summary>
    private static bool IsPlain(JsonElement header)
    {
        foreach (JsonProperty member in header.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String || member.Name is not ("alg" or "kid" or "typ"))
            {
                return false;
            }
        }

        return header.Text("typ") is null or "JWT" or "vc+jwt" && header.Member("alg") is not null && header.Member("kid") is not null;
    }

    private static (OpenedToken? Token, CredentialVerification? Refusal) Malformed(TokenFault fault) => (null, new CredentialVerification.Malformed(fault));
}
