namespace Diplomacy.Training.Credentials;

/// <summary>How strictly tokens are judged.</summary>
public sealed class CredentialVerifierOptions
{
    /// <summary>How far clocks may differ, for the beginning and the end of a credential and of a status list; zero to one hour.</summary>
    /// <value>Five minutes.</value>
    public Duration ClockSkew { get; set; } = Duration.FromMinutes(5);

    /// <summary>
    /// Whether the issuer's register vouches for a credential that was signed with a key before it leaked: given its id and its <see cref="SignedToken.Digest"/>. Both must
    /// be those of one entry, since whoever holds the key can sign other facts under a known id. Null vouches for none.
    /// </summary>
    /// <value>null</value>
    public Func<string, string, bool>? IsRegistered { get; set; }

    /// <summary>Every fault of the options, in English; empty when there is none.</summary>
    public IReadOnlyList<string> Validate() =>
        ClockSkew >= Duration.Zero && ClockSkew <= Duration.FromHours(1) ? [] : [$"{nameof(ClockSkew)} must lie between zero and one hour."];
}
