using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Diplomacy.Training.Credentials;

/// <summary>
/// Names an issuer to strangers: a <c>did:web</c>, such as <c>did:web:training.mfa.example</c> or <c>did:web:mfa.example:training</c>.
/// It stands for a host that the ministry controls; nothing is fetched from there when a credential is checked.
/// </summary>
/// <remarks>
/// At most 300 characters: a host in lower case with at least one dot, after it a port as <c>%3A8443</c> and path segments parted by colons, of
/// letters, digits, hyphens, dots and underscores. <c>default</c> is empty and names nobody.
/// </remarks>
public readonly record struct IssuerDid : IParsable<IssuerDid>
{
    private const string Method = "did:web:";
    private const int MaximumLength = 300;

    private readonly string? _value;

    private IssuerDid(string value) => _value = value;

    /// <summary>Where a reader that uses the network finds the issuer's <c>did.json</c> (did:web method specification, section 3.2).</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>.</exception>
    public Uri DocumentUrl
    {
        get
        {
            string[] parts = (_value ?? throw new InvalidOperationException("The default IssuerDid names nobody.")).Substring(Method.Length).Split(':');
            string folder = parts.Length == 1 ? "/.well-known" : string.Concat(parts.Skip(1).Select(p => "/" + p));
            return new Uri($"https://{parts[0].Replace("%3A", ":", StringComparison.Ordinal)}{folder}/did.json");
        }
    }

    /// <summary>Reads a did:web.</summary>
    /// <param name="text">The identifier; case matters.</param>
    /// <exception cref="FormatException">The text is not such an identifier.</exception>
    public static IssuerDid Parse(string text) =>
        TryParse(text, out IssuerDid did) ? did : throw new FormatException("This is not a did:web, such as 'did:web:training.mfa.example': host in lower case, no slashes, no fragment.");

    /// <summary>Reads a did:web.</summary>
    /// <param name="text">The identifier.</param>
    /// <param name="did">The identifier, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out IssuerDid did)
    {
        did = default;
        if (text is null || text.Length > MaximumLength || !text.StartsWith(Method, StringComparison.Ordinal))
        {
            return false;
        }

        string[] parts = text.Substring(Method.Length).Split(':');
        string[] host = parts[0].Split("%3A");
        bool valid = host.Length <= 2 && IsHost(host[0]) && (host.Length == 1 || IsPort(host[1])) && parts.Skip(1).All(IsSegment);
        did = valid ? new(text) : default;
        return valid;
    }

    static IssuerDid IParsable<IssuerDid>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<IssuerDid>.TryParse(string? s, IFormatProvider? provider, out IssuerDid result) => TryParse(s, out result);

    /// <summary>The identifier.</summary>
    public override string ToString() => _value ?? "";

    private static bool IsHost(string host) =>
        host.Length <= 253 && host.Contains('.', StringComparison.Ordinal) &&
        host.Split('.').All(l => l.Length is >= 1 and <= 63 && l[0] != '-' && l[^1] != '-' && l.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));

    private static bool IsPort(string port) =>
        port.Length is >= 1 and <= 5 && port[0] != '0' && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= ushort.MaxValue;

    private static bool IsSegment(string segment) =>
        segment.Length is >= 1 and <= 64 && segment[0] != '.' && segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
