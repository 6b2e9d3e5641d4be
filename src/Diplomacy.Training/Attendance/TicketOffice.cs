using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// Makes and reads tickets for the door. A ticket is 61 capitals and digits, which fit the alphanumeric mode of a QR code of version 3 (29 × 29 modules) at error correction M.
/// It names a registration and says nothing about a person; it opens the door of one workshop only.
/// </summary>
/// <remarks>
/// <para>38 bytes in Crockford's base32: version 1; the key's id; the first 8 bytes of the SHA-256 of the workshop's code; the registration's id; 12 bytes (96 bits) of the HMAC-SHA-256 of these.
/// This layout never changes; another one has another version.</para>
/// <para>The same registration always has the same ticket under one key. Immutable; safe for use from many threads.</para>
/// </remarks>
public sealed class TicketOffice
{
    /// <summary>The characters of a ticket.</summary>
    public const int Length = 61;

    private const byte Version = 1;
    private const int WorkshopBytes = 8;
    private const int RegistrationAt = 2 + WorkshopBytes;
    private const int SignedBytes = RegistrationAt + 16;
    private const int SignatureBytes = 12;
    private const int AllBytes = SignedBytes + SignatureBytes;

    private readonly ImmutableArray<TicketKey> _keys;
    private readonly FrozenDictionary<byte, TicketKey> _byId;

    /// <summary>Opens with the host's keys.</summary>
    /// <param name="keys">The key that signs, then earlier ones whose tickets stay valid; each with an id of its own.</param>
    /// <exception cref="ArgumentException">There is no key, one is null, or two have the same id.</exception>
    public TicketOffice(params IEnumerable<TicketKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = [.. keys];
        if (_keys.IsEmpty || _keys.Contains(null!) || _keys.DistinctBy(k => k.Id).Count() != _keys.Length)
        {
            throw new ArgumentException("Tickets need at least one key, no null, and no two keys of the same id.", nameof(keys));
        }

        _byId = _keys.ToFrozenDictionary(key => key.Id);
    }

    /// <summary>The ticket of a registration.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <returns><see cref="Length"/> capitals and digits, for a QR code or to be typed.</returns>
    /// <exception cref="ArgumentException">The workshop or the registration is <c>default</c>.</exception>
    public string Issue(WorkshopId workshop, RegistrationId registration) => Issue(_keys[0], workshop, registration);

    /// <summary>Reads a ticket at the door of a workshop. Small letters, white space, hyphens, O for zero, I and L for one are accepted. Signatures are compared in constant time.</summary>
    /// <param name="ticket">What was scanned or typed, from whomever.</param>
    /// <param name="workshop">The workshop whose door it is.</param>
    /// <returns>Whose ticket it is, or why it is none.</returns>
    public TicketReading Read(string? ticket, WorkshopId workshop)
    {
        Span<byte> bytes = stackalloc byte[AllBytes];
        if (!TicketText.TryRead(ticket, bytes) || bytes[0] != Version
            || !RegistrationId.TryParse(new Guid(bytes[RegistrationAt..SignedBytes], bigEndian: true).ToString("N"), out RegistrationId registration))
        {
            return new TicketReading.Malformed();
        }

        if (!_byId.TryGetValue(bytes[1], out TicketKey? key))
        {
            return new TicketReading.UnknownKey(bytes[1]);
        }

        Span<byte> signature = stackalloc byte[SignatureBytes];
        key.Sign(bytes[..SignedBytes], signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, bytes[SignedBytes..]))
        {
            return new TicketReading.NotGenuine();
        }

        Span<byte> mine = stackalloc byte[WorkshopBytes];
        WriteWorkshop(workshop, mine);
        return mine.SequenceEqual(bytes[2..RegistrationAt]) ? new TicketReading.Valid(registration) : new TicketReading.WrongWorkshop(workshop);
    }

    /// <summary>What a device without keys knows a ticket by: 32 hexadecimal digits of the SHA-256 of its 38 bytes; nothing can be signed with it.</summary>
    /// <param name="ticket">What was scanned or typed.</param>
    /// <returns>The digest; null where the text cannot be a ticket.</returns>
    public static string? DigestOf(string? ticket)
    {
        Span<byte> bytes = stackalloc byte[AllBytes];
        return TicketText.TryRead(ticket, bytes) ? Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16)) : null;
    }

    /// <summary>The digests of a registration's tickets, the signing key's first.</summary>
    internal ImmutableArray<string> DigestsOf(WorkshopId workshop, RegistrationId registration) => [.. _keys.Select(key => DigestOf(Issue(key, workshop, registration))!)];

    private static string Issue(TicketKey key, WorkshopId workshop, RegistrationId registration)
    {
        ArgumentException.ThrowIfNullOrEmpty(workshop.ToString(), nameof(workshop));
        ArgumentOutOfRangeException.ThrowIfEqual(registration, default);
        Span<byte> bytes = stackalloc byte[AllBytes];
        (bytes[0], bytes[1]) = (Version, key.Id);
        WriteWorkshop(workshop, bytes[2..RegistrationAt]);
        Guid.ParseExact(registration.ToString(), "N").TryWriteBytes(bytes[RegistrationAt..SignedBytes], bigEndian: true, out _);
        key.Sign(bytes[..SignedBytes], bytes[SignedBytes..]);
        return TicketText.Of(bytes);
    }

    private static void WriteWorkshop(WorkshopId workshop, Span<byte> bytes) => SHA256.HashData(Encoding.UTF8.GetBytes(workshop.ToString())).AsSpan(0, WorkshopBytes).CopyTo(bytes);
}
