using System.Text.Json;

namespace Diplomacy.Training.Credentials;

/// <summary>Reading and writing of public keys as RFC 7517 and RFC 7518 section 6 have them.</summary>
internal static class JsonWebKey
{
    private const int MaximumBytes = 8 * 1024;

    private static readonly string[] s_private = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    internal static VerificationKey Read(ReadOnlySpan<byte> utf8) =>
        utf8.Length <= MaximumBytes && StrictJson.Parse(utf8.ToArray()) is { } key
            ? Read(key)
            : throw new KeyFormatException("This is not a JSON Web Key: it is too long, is no JSON, or has a member twice.");

    internal static VerificationKey Read(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object)
        {
            throw new KeyFormatException("A JSON Web Key is a JSON object.");
        }

        if (s_private.Any(name => key.Member(name) is not null))
        {
            throw new KeyFormatException("The JSON Web Key holds a private or secret member. Publish the public half alone, and replace this key if others have seen it.");
        }

        if (!KeyId.TryParse(key.Text("kid"), out KeyId id))
        {
            throw new KeyFormatException("The JSON Web Key has no 'kid' that names a key of an issuer, such as 'did:web:training.mfa.example#2026-1'.");
        }

        VerificationKey read = key.Text("kty") switch
        {
            "EC" when key.Text("crv") == "P-256" => VerificationKey.FromPoint(id, Bytes(key, "x", id), Bytes(key, "y", id)),
            "RSA" => VerificationKey.FromModulus(id, Bytes(key, "n", id), Bytes(key, "e", id)),
            _ => throw new KeyFormatException($"The JSON Web Key '{id}' is neither EC on P-256 nor RSA."),
        };
        return Allows(key, "alg", read.Algorithm.JoseName()) && Allows(key, "use", "sig") && (key.Member("key_ops") is null || key.Lists("key_ops", "verify"))
            ? read
            : throw new KeyFormatException($"The JSON Web Key '{id}' is not meant for checking signatures by {read.Algorithm.JoseName()} (alg, use, key_ops).");
    }

    internal static void WriteMembers(FixedJson json, VerificationKey key)
    {
        if (key.Algorithm == SignatureAlgorithm.Es256)
        {
            json.Member("kty", "EC").Member("crv", "P-256").Member("x", StrictBase64Url.Encode(key.First)).Member("y", StrictBase64Url.Encode(key.Second));
        }
        else
        {
            json.Member("kty", "RSA").Member("n", StrictBase64Url.Encode(key.First)).Member("e", StrictBase64Url.Encode(key.Second));
        }

        json.Member("kid", key.Id.ToString()).Member("alg", key.Algorithm.JoseName()).Member("use", "sig");
    }

    private static bool Allows(JsonElement key, string name, string value) => key.Member(name) is null || key.Text(name) == value;

    private static byte[] Bytes(JsonElement key, string name, KeyId id) =>
        StrictBase64Url.Decode(key.Text(name)) ?? throw new KeyFormatException($"The member '{name}' of the JSON Web Key '{id}' is missing or is not base64url without padding.");
}
