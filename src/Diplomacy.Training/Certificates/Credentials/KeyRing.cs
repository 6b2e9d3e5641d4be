using System.Collections.Immutable;
using System.Text.Json;

namespace Diplomacy.Training.Credentials;

/// <summary>The keys that a verifier trusts, of one issuer or of several, and how each stands; also what an issuer publishes of its own.</summary>
/// <remarks>Immutable and safe for use from many threads.</remarks>
public sealed class KeyRing
{
    private const int MaximumJwksBytes = 1024 * 1024;

    private readonly ImmutableSortedDictionary<string, TrustedKey> _keys;

    private KeyRing(ImmutableSortedDictionary<string, TrustedKey> keys) => _keys = keys;

    /// <summary>A ring without a key; nothing is trusted.</summary>
    public static KeyRing Empty { get; } = new(ImmutableSortedDictionary.Create<string, TrustedKey>(StringComparer.Ordinal));

    /// <summary>All keys, ordered by name.</summary>
    public IEnumerable<TrustedKey> Keys => _keys.Values;

    /// <summary>The key of a name; null when it is not trusted.</summary>
    /// <param name="id">The name.</param>
    public TrustedKey? Find(KeyId id) => _keys.GetValueOrDefault(id.ToString());

    /// <summary>A ring that also trusts a key, or has it stand otherwise.</summary>
    /// <param name="key">The key.</param>
    /// <param name="standing">How it stands.</param>
    /// <exception cref="ArgumentException">Another key has the name: names are never used again.</exception>
    public KeyRing With(VerificationKey key, KeyStanding standing)
    {
        var trusted = new TrustedKey(key, standing);
        return Find(key.Id) is { } known && !known.Key.Equals(key)
            ? throw new ArgumentException($"The ring has another key by the name '{key.Id}'. A name is never used for a second key.", nameof(key))
            : new(_keys.SetItem(key.Id.ToString(), trusted));
    }

    /// <summary>Reads a JSON Web Key Set (RFC 7517 section 5). Every key in it must be usable; see <see cref="VerificationKey.FromJwk"/>.</summary>
    /// <param name="utf8">The set in UTF-8, at most 1 MiB. It says nothing of when keys sign: <see cref="With"/> does.</param>
    /// <returns>The keys in the order of the set.</returns>
    /// <exception cref="KeyFormatException">It is no such set, a key is not usable, or a name stands twice.</exception>
    public static ImmutableArray<VerificationKey> ReadJwks(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumJwksBytes || StrictJson.Parse(utf8.ToArray())?.Member("keys") is not { ValueKind: JsonValueKind.Array } keys)
        {
            throw new KeyFormatException("This is not a JSON Web Key Set: it is too long, is no JSON, has a member twice, or lacks the list 'keys'.");
        }

        ImmutableArray<VerificationKey> read = [.. keys.EnumerateArray().Select(JsonWebKey.Read)];
        return read.DistinctBy(k => k.Id).Count() == read.Length ? read : throw new KeyFormatException("A name stands twice in the JSON Web Key Set.");
    }

    /// <summary>
    /// Writes the issuer's <c>jwks.json</c> (RFC 7517 section 5) in UTF-8: active and retired keys, since certificates outlive keys; compromised ones are left out.
    /// </summary>
    /// <param name="issuer">Whose keys.</param>
    public byte[] WriteJwks(IssuerDid issuer) => new FixedJson().Object(json => json.Name("keys").Array(list =>
    {
        foreach (VerificationKey key in Sound(issuer))
        {
            list.Object(one => JsonWebKey.WriteMembers(one, key));
        }
    })).ToUtf8();

    /// <summary>
    /// Writes the issuer's <c>did.json</c> (DID core, did:web) in UTF-8, for <see cref="IssuerDid.DocumentUrl"/>. Compromised keys leave <c>assertionMethod</c> and the
    /// document; retired ones stay, since strangers' readers refuse what they signed otherwise.
    /// </summary>
    /// <param name="issuer">Whose document.</param>
    public byte[] WriteDidDocument(IssuerDid issuer) => new FixedJson().Object(json =>
    {
        VerificationKey[] keys = Sound(issuer);
        json.Texts("@context", "https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1").Member("id", issuer.ToString());
        json.Name("verificationMethod").Array(list =>
        {
            foreach (VerificationKey key in keys)
            {
                list.Object(one => one.Member("id", key.Id.ToString()).Member("type", "JsonWebKey").Member("controller", issuer.ToString())
                    .Name("publicKeyJwk").Object(jwk => JsonWebKey.WriteMembers(jwk, key)));
            }
        });
        json.Texts("assertionMethod", [.. keys.Select(k => k.Id.ToString())]);
    }).ToUtf8();

    private VerificationKey[] Sound(IssuerDid issuer)
    {
        ArgumentException.ThrowIfNullOrEmpty(issuer.ToString(), nameof(issuer));
        return [.. _keys.Values.Where(k => k.Key.Id.Issuer == issuer && k.Standing is not KeyStanding.Compromised).Select(k => k.Key)];
    }
}
