using System.Security.Cryptography;
using System.Text;

namespace Diplomacy.Training.Journal;

/// <summary>
/// Personal data that stands beside the journal and can be erased: a name, contact data, a free-text reason, raw evidence,
/// the frozen facts of a certificate. The journal refers to it by <see cref="RecordRef"/>.
/// </summary>
/// <remarks>Immutable.</remarks>
public sealed class PersonalRecord
{
    /// <summary>Describes a record as it is stored. To make a new one, use <see cref="Create"/>.</summary>
    /// <param name="id">The record's id.</param>
    /// <param name="subject">Whom it is about: a person's id, or another key by which the host erases.</param>
    /// <param name="kind">A stable code, such as <c>person</c> or <c>certificate-facts</c>.</param>
    /// <param name="payload">The content, JSON.</param>
    /// <param name="salt">32 lower-case hexadecimal digits that make the digest unguessable.</param>
    public PersonalRecord(RecordId id, string subject, string kind, string payload, string salt)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(salt);
        if (salt.Length != 32 || !salt.All(char.IsAsciiHexDigitLower))
        {
            // The digest is of salt and payload, one after the other: only a salt of known length says where the payload begins.
            throw new ArgumentException("A salt is 32 lower-case hexadecimal digits.", nameof(salt));
        }

        (Id, Subject, Kind, Payload, Salt) = (id, subject, kind, payload, salt);
    }

    /// <summary>The record's id.</summary>
    public RecordId Id { get; }

    /// <summary>Whom it is about; erasing by subject removes every record with this key.</summary>
    public string Subject { get; }

    /// <summary>A stable code, such as <c>person</c> or <c>certificate-facts</c>.</summary>
    public string Kind { get; }

    /// <summary>The content, JSON, verbatim.</summary>
    public string Payload { get; }

    /// <summary>The salt of the digest; erased with the record.</summary>
    public string Salt { get; }

    /// <summary>The record's id and salted digest, which may stand in the journal.</summary>
    /// <remarks>SHA-256 of the UTF-8 text of salt, id, subject, kind and payload, joined by line feeds, so that a record cannot be moved to another subject to escape erasing. This layout never changes.</remarks>
    public RecordRef Reference => new(Id, Digest());

    /// <summary>A new record with a new id and 128 random bits of salt.</summary>
    /// <param name="subject">Whom it is about.</param>
    /// <param name="kind">A stable code.</param>
    /// <param name="payload">The content, JSON.</param>
    public static PersonalRecord Create(string subject, string kind, string payload) =>
        new(RecordId.New(), subject, kind, payload, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    private string Digest() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Salt, Id, Subject, Kind, Payload))));
}

/// <summary>
/// What the journal knows of a personal record: its id, and a salted SHA-256 digest of its content that proves the content while it exists
/// and says nothing once record and salt are erased.
/// </summary>
/// <param name="Id">The record's id.</param>
/// <param name="Digest">64 lower-case hexadecimal digits.</param>
public sealed record RecordRef(RecordId Id, string Digest);
