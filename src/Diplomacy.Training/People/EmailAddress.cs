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
}
