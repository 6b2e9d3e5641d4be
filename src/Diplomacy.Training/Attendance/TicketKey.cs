using System.Security.Cryptography;

namespace Diplomacy.Training;

/// <summary>A secret that tickets are signed with. The host makes and keeps it: whoever has it can make tickets. Devices at the door never need it.</summary>
/// <remarks>Immutable; safe for use from many threads.</remarks>
public sealed class TicketKey
{
    /// <summary>The least length of a secret: 32 bytes, the length of what HMAC-SHA-256 gives (RFC 2104 §3).</summary>
    public const int SecretBytes = 32;

    private const int MostBytes = 1024;
    private static readonly byte[] s_purpose = "Diplomacy.Training.Attendance ticket\n"u8.ToArray();

    private readonly byte[] _secret;

    /// <summary>Takes a secret.</summary>
    /// <param name="id">Names the key on the ticket, so that keys can be changed while older tickets stay valid. Never use it again for another secret.</param>
    /// <param name="secret">At least <see cref="SecretBytes"/> random bytes, such as <see cref="RandomNumberGenerator.GetBytes(int)"/> gives.</param>
    /// <exception cref="ArgumentException">The secret is shorter than <see cref="SecretBytes"/> or longer than 1024 bytes.</exception>
    public TicketKey(byte id, ReadOnlySpan<byte> secret)
    {
        if (secret.Length is < SecretBytes or > MostBytes)
        {
            throw new ArgumentException($"A ticket key has {SecretBytes} to {MostBytes} secret bytes.", nameof(secret));
        }

        (Id, _secret) = (id, secret.ToArray());
    }

    /// <summary>Names the key on the ticket.</summary>
    public byte Id { get; }

    /// <summary>Only the key's name.</summary>
    public override string ToString() => FormattableString.Invariant($"(ticket key {Id})");

    /// <summary>HMAC-SHA-256 of what a ticket says, cut to the length given (RFC 2104 §5).</summary>
    internal void Sign(ReadOnlySpan<byte> content, Span<byte> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hmac.AppendData(s_purpose);
        hmac.AppendData(content);
        Span<byte> whole = stackalloc byte[SecretBytes];
        hmac.GetHashAndReset(whole);
        whole[..signature.Length].CopyTo(signature);
    }
}
