using System.Collections.Immutable;

namespace Diplomacy.Training.Journal;

/// <summary>
/// The append-only record in which every change stands. The port that a store implements; in memory it is <see cref="InMemoryTrainingStore"/>.
/// </summary>
/// <remarks>Implementations are safe for use from many threads and processes: <see cref="AppendAsync"/> is atomic over all its streams, records and notices.</remarks>
public interface IJournal
{
    /// <summary>Reads a stream, in order.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="afterVersion">Only entries with a greater version; 0 for all.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <returns>The entries; empty when there are none.</returns>
    ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellation = default);

    /// <summary>Reads the whole journal in the order of its positions.</summary>
    /// <param name="afterPosition">Only entries with a greater position; 0 for all.</param>
    /// <param name="cancellation">Stops the read.</param>
    IAsyncEnumerable<JournalEntry> ReadAllAsync(long afterPosition = 0, CancellationToken cancellation = default);

    /// <summary>What a command left in a stream, so that a repeated command returns its first outcome.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <returns>The command's entries in this stream, in order; empty when it has none of them.</returns>
    ValueTask<IReadOnlyList<JournalEntry>> FindCommandAsync(StreamId stream, CommandId command, CancellationToken cancellation = default);

    /// <summary>Appends to one or several streams, all or nothing.</summary>
    /// <param name="append">The events, what they were decided on, and what goes with them.</param>
    /// <param name="cancellation">Stops the append before it has taken effect.</param>
    /// <returns>Whether it was appended, was already there, or met a newer version.</returns>
    ValueTask<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken cancellation = default);
}

/// <summary>One append over one or several streams: one transaction.</summary>
/// <param name="Command">The command; unique in each of its streams.</param>
/// <param name="Fingerprint">A digest of what the command asked for, without personal data: the same id with another fingerprint is an error.</param>
/// <param name="By">Who decided it.</param>
/// <param name="At">When.</param>
/// <param name="Streams">Each stream with the version on which the decision was made.</param>
/// <param name="Records">Personal records, written in the same transaction.</param>
/// <param name="Notices">What people should hear of, put into the outbox in the same transaction.</param>
public sealed record JournalAppend(
    CommandId Command,
    string Fingerprint,
    Actor By,
    Instant At,
    ImmutableArray<StreamAppend> Streams,
    ImmutableArray<PersonalRecord> Records,
    ImmutableArray<Notice> Notices);

/// <summary>What is appended to one stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ExpectedVersion">The version on which the decision was made; 0 for a stream that does not exist yet.</param>
/// <param name="Events">The events, in order; none means that the decision only rests on this version.</param>
public sealed record StreamAppend(StreamId Stream, long ExpectedVersion, ImmutableArray<TrainingEvent> Events);

/// <summary>How an append ended.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome()
    {
    }

    /// <summary>Everything was appended.</summary>
    /// <param name="Entries">The entries, in the order of the streams and events given.</param>
    public sealed record Appended(IReadOnlyList<JournalEntry> Entries) : AppendOutcome;

    /// <summary>A stream has moved on: nothing was appended. Load its tail and decide again.</summary>
    /// <param name="Stream">The stream.</param>
    /// <param name="Expected">The version on which the decision was made.</param>
    /// <param name="Actual">The version that the stream has.</param>
    public sealed record Conflict(StreamId Stream, long Expected, long Actual) : AppendOutcome;

    /// <summary>The command is in one of the streams already: nothing was appended now.</summary>
    /// <param name="Stream">The stream.</param>
    /// <param name="Entries">What the command left there, in order.</param>
    public sealed record Repeated(StreamId Stream, IReadOnlyList<JournalEntry> Entries) : AppendOutcome;
}
