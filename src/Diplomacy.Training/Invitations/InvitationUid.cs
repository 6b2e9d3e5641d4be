using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training;

/// <summary>Names one entry of an invitee's calendar, for ever: the UID of every message about it (R47, RFC 7986 §5.3).</summary>
/// <remarks>Random, so that it tells nothing about whom it is for and nobody can guess it. Written as a hyphenated UUID. <c>default</c> is empty and names nothing.</remarks>
public readonly record struct InvitationUid : IParsable<InvitationUid>
{
    private readonly Guid _value;

    private InvitationUid(Guid value) => _value = value;

    /// <summary>A new random UID.</summary>
    public static InvitationUid New() => new(Guid.NewGuid());

    /// <summary>Reads a UID as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">A UUID.</param>
    /// <exception cref="FormatException">The text is not a UUID.</exception>
    public static InvitationUid Parse(string text) =>
        TryParse(text, out InvitationUid uid) ? uid : throw new FormatException("An InvitationUid is written as a UUID of 32 hexadecimal digits.");

    /// <summary>Reads a UID as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">A UUID.</param>
    /// <param name="uid">The UID, or <c>default</c>.</param>
    /// <returns>False when the text is not a UUID, or is the empty one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out InvitationUid uid)
    {
        bool read = Guid.TryParse(text, out Guid value) && value != Guid.Empty;
        uid = read ? new(value) : default;
        return read;
    }

    static InvitationUid IParsable<InvitationUid>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<InvitationUid>.TryParse(string? s, IFormatProvider? provider, out InvitationUid result) => TryParse(s, out result);

    /// <summary>The UUID with hyphens, in lower case.</summary>
    public override string ToString() => _value.ToString("D");
}
