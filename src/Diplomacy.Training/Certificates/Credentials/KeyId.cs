using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training.Credentials;

/// <summary>
/// Names a key of an issuer: its did:web, a hash, and a label, such as <c>did:web:training.mfa.example#2026-1</c>. A label is never used for a second key.
/// It is looked up among trusted keys and never fetched, and it says whose key it is: a key signs for its own issuer alone.
/// </summary>
/// <remarks>The label has 1 to 64 letters, digits, hyphens, dots and underscores. <c>default</c> is empty and names nothing.</remarks>
public readonly record struct KeyId : IParsable<KeyId>
{
    private readonly string? _label;

    /// <summary>Names a key.</summary>
    /// <param name="issuer">Whose key it is.</param>
    /// <param name="label">The label, such as <c>2026-1</c>.</param>
    /// <exception cref="ArgumentException">The issuer is <c>default</c>, or the label has other characters or another length.</exception>
    public KeyId(IssuerDid issuer, string label)
    {
        ArgumentException.ThrowIfNullOrEmpty(issuer.ToString(), nameof(issuer));
        ArgumentNullException.ThrowIfNull(label);
        if (!IsLabel(label))
        {
            throw new ArgumentException("A key's label has 1 to 64 letters, digits, hyphens, dots and underscores.", nameof(label));
        }

        (Issuer, _label) = (issuer, label);
    }

    /// <summary>Whose key it is.</summary>
    public IssuerDid Issuer { get; }

    /// <summary>What comes after the hash.</summary>
    public string Label => _label ?? "";

    /// <summary>Reads a key's name.</summary>
    /// <param name="text">The name; case matters.</param>
    /// <exception cref="FormatException">The text names no key.</exception>
    public static KeyId Parse(string text) =>
        TryParse(text, out KeyId id) ? id : throw new FormatException("This does not name a key, such as 'did:web:training.mfa.example#2026-1'.");

    /// <summary>Reads a key's name.</summary>
    /// <param name="text">The name.</param>
    /// <param name="id">The name, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out KeyId id)
    {
        id = default;
        int hash = text is { Length: <= 400 } ? text.IndexOf('#', StringComparison.Ordinal) : -1;
        if (hash < 0 || !IssuerDid.TryParse(text![..hash], out IssuerDid issuer) || !IsLabel(text[(hash + 1)..]))
        {
            return false;
        }

        id = new(issuer, text[(hash + 1)..]);
        return true;
    }

    static KeyId IParsable<KeyId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<KeyId>.TryParse(string? s, IFormatProvider? provider, out KeyId result) => TryParse(s, out result);

    /// <summary>The whole name.</summary>
    public override string ToString() => _label is null ? "" : $"{Issuer}#{_label}";

    private static bool IsLabel(string text) => text.Length is >= 1 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
