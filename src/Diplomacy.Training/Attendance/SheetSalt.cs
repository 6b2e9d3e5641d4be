using System.Security.Cryptography;
using System.Text;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Makes keys of what files and platforms call people, meetings and themselves. They are the same throughout a workshop, and say nothing once the salt is erased.</summary>
internal sealed class SheetSalt
{
    private const int Bytes = 16;

    private readonly byte[] _secret;

    private SheetSalt(string salt, RecordRef reference, PersonalRecord? fresh) => (_secret, Reference, Fresh) = (Encoding.UTF8.GetBytes(salt), reference, fresh);

    /// <summary>The personal record with the salt.</summary>
    internal RecordRef Reference { get; }

    /// <summary>The record to be kept, where the salt is a new one; null otherwise.</summary>
    internal PersonalRecord? Fresh { get; }

    /// <summary>The salt of a sheet; a new one where it has none, or none any more.</summary>
    internal static async ValueTask<SheetSalt> OfAsync(AttendanceSheet sheet, WorkshopId workshop, IPersonalRecords records, CancellationToken cancellationToken)
    {
        if (sheet.Salt is { } known && await CallerMatching.TextAsync(records, known, cancellationToken).ConfigureAwait(false) is { } salt)
        {
            return new(salt, known, null);
        }

        salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        PersonalRecord fresh = CallerMatching.Text(CallerMatching.SheetSubject(workshop), SheetTextPayload.SaltKind, salt);
        return new(salt, fresh.Reference, fresh);
    }

    /// <summary>A display name and an address, where there is one.</summary>
    internal string Caller(string name, string? address) => Key($"{name}\n{address}");

    /// <summary>The name of a source.</summary>
    internal string Source(string name) => Key($"source\n{name}");

    /// <summary>The id of a meeting, however its digits are grouped.</summary>
    internal string Meeting(string id) => Key($"meeting\n{string.Concat(id.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToLowerInvariant()}");

    /// <summary>The id that a call's platform gave to someone.</summary>
    internal string Registrant(string id) => Key($"registrant\n{id}");

    private string Key(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
