using System.Text;

namespace Diplomacy.Training;

/// <summary>Somebody's or something's mailbox in a calendar message, with the name to show. Personal data: it does not print itself.</summary>
/// <remarks>Immutable.</remarks>
public sealed record CalendarAddress
{
    /// <summary>Makes an address.</summary>
    /// <param name="email">One mailbox without a display name, such as <c>protocol@example.org</c>: a local part of dot-separated atoms, and a domain, in letters of any script (RFC 5322 §3.4.1, RFC 6531); as for <see cref="Institution.IsMailbox"/>, but without white space around it. At most 254 characters.</param>
    /// <param name="name">The name to show, in any script, on one line; null or empty for none. A semicolon becomes a comma and a backslash a slash, because known readers take them for something else.</param>
    /// <exception cref="ArgumentException">The address is no such mailbox, or the name holds a control character, a direction control or a lone surrogate. The message does not repeat them.</exception>
    public CalendarAddress(string email, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(email);
        if (!EmailAddress.IsMailbox(email))
        {
            throw new ArgumentException("That is not the address of one mailbox: one @, dot-separated words without quotes, brackets, commas and spaces before it, and a domain behind it.", nameof(email));
        }

        (Email, Name) = (email.Normalize(NormalizationForm.FormC), ShownName.Of(name, nameof(name)));
    }

    /// <summary>The mailbox.</summary>
    public string Email { get; }

    /// <summary>The name to show; null for none.</summary>
    public string? Name { get; }

    /// <summary>Nothing that tells who it is.</summary>
    public override string ToString() => nameof(CalendarAddress);
}
