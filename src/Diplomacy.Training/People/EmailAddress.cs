using System.Text;

namespace Diplomacy.Training;

/// <summary>E-mail addresses as keys: the same address however its case was typed (R12, R30).</summary>
internal static class EmailAddress
{
    /// <summary>The key of an address; only for what <see cref="IsPlausible"/> accepts.</summary>
    internal static string Key(string email) => email.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>Whether a text can be an address at all: one @ with something on both sides, no spaces, nothing that cannot be printed, at most 254 characters (RFC 5321 §4.5.3.1.3).</summary>
    internal static bool IsPlausible(string email)
    {
        int at = email.LastIndexOf('@');
        return email.Length <= 254 && at > 0 && at < email.Length - 1 && !email.Any(char.IsWhiteSpace) && PrintedText.Refusal(email) is null;
    }

    /// <summary>
    /// Whether a text is an address that can be written to as it stands: dot-atoms on both sides of the @ (RFC 5322 §3.4.1; beyond ASCII letters and digits of any script, RFC 6531),
    /// the domain in labels of at most 63 characters.
    /// </summary>
    internal static bool IsMailbox(string email)
    {
        int at = email.LastIndexOf('@');
        return IsPlausible(email) && at <= 64
            && email[..at].Split('.').All(atom => atom.Length > 0 && atom.All(c => IsLetter(c) || "!#$%&'*+/=?^_`{|}~-".Contains(c, StringComparison.Ordinal)))
            && email[(at + 1)..].Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => IsLetter(c) || c == '-'));
    }

    // Vowel signs and the like count: a Khmer word is not written without them.
    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || (c >= 0x80 && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) ||
        char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark));
}
