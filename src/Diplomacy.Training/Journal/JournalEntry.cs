namespace Diplomacy.Training.Journal;

/// <summary>One line of the journal: an event as it was recorded, and who recorded it.</summary>
/// <remarks>Immutable.</remarks>
public sealed class JournalEntry
{
    /// <summary>Describes one entry. Hosts make entries only when they implement <see cref="IJournal"/>.</summary>
    /// <param name="stream">The stream it stands in.</param>
    /// <param name="version">Its place in the stream, from 1.</param>
    /// <param name="position">Its place in the whole journal, from 1, increasing, possibly with gaps.</param>
    /// <param name="type">The event's stable type name.</param>
    /// <param name="schemaVersion">The version of the payload, from 1.</param>
    /// <param name="payload">The event as JSON, verbatim.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="command">The command that it belongs to.</param>
    /// <param name="fingerprint">The digest of what the command asked for; see <see cref="JournalAppend.Fingerprint"/>.</param>
    /// <param name="hash">SHA-256 over the previous entry's hash and this entry; see <see cref="JournalChain"/>.</param>
    /// <exception cref="ArgumentException">A version is below 1, or a text is empty.</exception>
    /// <exception cref="System.Text.Json.JsonException">The event is known and its payload cannot be read.</exception>
    public JournalEntry(StreamId stream, long version, long position, string type, int schemaVersion, string payload, Actor by, Instant at, CommandId command, string fingerprint, string hash)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(schemaVersion, 1);
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(payload);
        ArgumentNullException.ThrowIfNull(fingerprint);
        ArgumentException.ThrowIfNullOrEmpty(hash);
        (Stream, Version, Position, Type, SchemaVersion, Payload, By, At, Command, Fingerprint, Hash) =
            (stream, version, position, type, schemaVersion, payload, by, at, command, fingerprint, hash);
        Event = EventTypes.Read(this);
    }

    /// <summary>The stream it stands in.</summary>
    public StreamId Stream { get; }

    /// <summary>Its place in the stream, from 1.</summary>
    public long Version { get; }

    /// <summary>Its place in the whole journal, from 1, increasing, possibly with gaps.</summary>
    public long Position { get; }

    /// <summary>The event's stable type name, such as <c>registration.confirmed</c>.</summary>
    public string Type { get; }

    /// <summary>The version of the payload, from 1.</summary>
    public int SchemaVersion { get; }

    /// <summary>The event as JSON, verbatim as it was written.</summary>
    public string Payload { get; }

    /// <summary>Who decided it.</summary>
    public Actor By { get; }

    /// <summary>When it was recorded.</summary>
    public Instant At { get; }

    /// <summary>The command that it belongs to.</summary>
    public CommandId Command { get; }

    /// <summary>The digest of what the command asked for.</summary>
    public string Fingerprint { get; }

    /// <summary>SHA-256 over the previous entry's hash and this entry, in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The event; an <see cref="UnknownEvent"/> when a newer version of the library wrote it.</summary>
    public TrainingEvent Event { get; }
}
