namespace Diplomacy.Training.Journal;

/// <summary>
/// The append-only record in which every change stands. The port that a store implements; in memory it is <see cref="InMemoryTrainingStore"/>.
/// </summary>
/// <remarks>Implementations are safe for use from many threads and processes: <see cref="AppendAsync"/> is atomic over all its streams, erasures, records and notices.</remarks>
public interface IJournal
{
    /// <summary>Reads a stream, in order.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="afterVersion">Only entries with a greater version; 0 for all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The entries; empty when there are none.</returns>
    ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default);

    /// <summary>Reads the whole journal in the order of its positions.</summary>
    /// <param name="afterPosition">Only entries with a greater position; 0 for all.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    IAsyncEnumerable<JournalEntry> ReadAllAsync(long afterPosition = 0, CancellationToken cancellationToken = default);

    /// <summary>What a command left in a stream, so that a repeated command returns its first outcome.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The command's entries in this stream, in order; empty when it has none of them.</returns>
    ValueTask<IReadOnlyList<JournalEntry>> FindCommandAsync(StreamId stream, CommandId command, CancellationToken cancellationToken = default);

    /// <summary>Appends to one or several streams, all or nothing.</summary>
    /// <param name="append">The events, what they were decided on, and what goes with them.</param>
    /// <param name="cancellationToken">Stops the append before it has taken effect.</param>
    /// <returns>Whether it was appended, was already there, or met a newer version. A command that stands in any of the streams is a repeat, whatever versions they have.</returns>
    /// <exception cref="ArgumentException">An event is none of the library's, or a record with one of these ids exists already, erased by this append or not. Nothing was appended or erased.</exception>
    ValueTask<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default);
}

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
