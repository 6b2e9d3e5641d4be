using System.Security.Cryptography;
using System.Text;

namespace Diplomacy.Training.Journal;

/// <summary>The hash chain of a stream: each entry's hash covers its own content and the hash before it, so that a changed or removed entry shows.</summary>
public static class JournalChain
{
    /// <summary>The hash before a stream's first entry: 64 zeros.</summary>
    public static string Start { get; } = new('0', 64);

    /// <summary>The hash of the next entry.</summary>
    /// <param name="previous">The hash of the entry before it, or <see cref="Start"/>.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="version">The entry's version.</param>
    /// <param name="type">The event's type name.</param>
    /// <param name="schemaVersion">The version of the payload.</param>
    /// <param name="payload">The payload, verbatim.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="command">The command that it belongs to.</param>
    /// <param name="fingerprint">The digest of what the command asked for.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    /// <remarks>
    /// SHA-256 of the UTF-8 text of these lines, joined by line feeds: previous hash; stream; version in decimal; type; schema version in decimal; capacity
    /// (<c>system</c>, <c>official</c>, <c>focal-point</c>, <c>participant</c>), a space and the actor's id; the instant as <c>uuuu-MM-ddTHH:mm:ss.FFFFFFFFFZ</c> in UTC; the command as
    /// 32 hexadecimal digits; the fingerprint; the payload. This layout never changes.
    /// </remarks>
    public static string Next(string previous, StreamId stream, long version, string type, int schemaVersion, string payload, Actor by, Instant at, CommandId command, string fingerprint)
    {
        string content = string.Join('\n', previous, stream, FormattableString.Invariant($"{version}"), type,
            FormattableString.Invariant($"{schemaVersion}"), by.Code, InstantPattern.ExtendedIso.Format(at), command, fingerprint, payload);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    /// <summary>The first entry of a stream that does not continue the chain.</summary>
    /// <param name="entries">A stream from its first entry on, in order.</param>
    /// <returns>The entry, or null when the chain is whole.</returns>
    public static JournalEntry? FirstBroken(IEnumerable<JournalEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        string previous = Start;
        long version = 0;
        foreach (JournalEntry entry in entries)
        {
            if (entry.Version != ++version ||
                entry.Hash != Next(previous, entry.Stream, version, entry.Type, entry.SchemaVersion, entry.Payload, entry.By, entry.At, entry.Command, entry.Fingerprint))
            {
                return entry;
            }

            previous = entry.Hash;
        }

        return null;
    }
}
