namespace Diplomacy.Training.Credentials;

/// <summary>How a credential is signed. No other algorithm is written or accepted, so that a token cannot choose a weaker one.</summary>
public enum SignatureAlgorithm
{
    /// <summary>ECDSA on P-256 with SHA-256, the signature as r and s of 32 bytes each (RFC 7518 section 3.4). The default.</summary>
    Es256,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3), for readers that take nothing else.</summary>
    Rs256,
}

internal static class SignatureAlgorithms
{
    /// <summary>The name as it stands in <c>alg</c> (RFC 7518 section 3.1).</summary>
    internal static string JoseName(this SignatureAlgorithm algorithm) => algorithm == SignatureAlgorithm.Es256 ? "ES256" : "RS256";

    /// <summary>Exact: names differ in case from one another (RFC 7515 section 4.1.1).</summary>
    internal static SignatureAlgorithm? FromJoseName(string? name) => name switch
    {
        "ES256" => SignatureAlgorithm.Es256,
        "RS256" => SignatureAlgorithm.Rs256,
        _ => null,
    };
}
