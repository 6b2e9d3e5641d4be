using System.Runtime.CompilerServices;

namespace Diplomacy.Training.Journal;

/// <summary>
/// Journal, personal records, outbox and queries in memory, under one lock, so that an append is one transaction over all four.
/// The default store: for a first program, for tests, and for whatever fits in memory and need not outlive the process
/// (<see cref="TrainingArchive"/> writes it to a file and reads it back).
/// </summary>
/// <remarks>Safe for use from many threads.</remarks>
public sealed partial class InMemoryTrainingStore : IJournal, IPersonalRecords, INoticeOutbox
{
    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _all = [];
    private readonly Dictionary<StreamId, List<JournalEntry>> _streams = [];
    private readonly Dictionary<(StreamId, CommandId), List<JournalEntry>> _commands = [];
    // Numbered as they are written: a dictionary that something was removed from has no order of its own.
    private readonly Dictionary<RecordId, (long Number, PersonalRecord Record)> _records = [];
    private readonly Dictionary<string, List<RecordId>> _recordsOf = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, PendingNotice> _notices = [];
    private long _lastNotice;
    private long _lastRecord;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterVersion);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_streams.TryGetValue(stream, out List<JournalEntry>? entries) && afterVersion < entries.Count
                ? entries.GetRange((int)afterVersion, entries.Count - (int)afterVersion)
                : []);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadAllAsync(long afterPosition = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterPosition);
        JournalEntry[] entries;
        lock (_lock)
        {
            entries = [.. _all.Skip((int)Math.Min(afterPosition, _all.Count))];
        }

        foreach (JournalEntry entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEntry>> FindCommandAsync(StreamId stream, CommandId command, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_commands.TryGetValue((stream, command), out List<JournalEntry>? entries) ? [.. entries] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(append);
        cancellationToken.ThrowIfCancellationRequested();

        // Serialising needs no lock, and a fault in it must leave nothing half done.
        var written = append.Streams.Select(part => part.Events.Select(e => (Type: EventTypes.Of(e), Event: e)).Select(e => (e.Type, Payload: e.Type.Write(e.Event))).ToArray()).ToArray();
        lock (_lock)
        {
            foreach (StreamAppend part in append.Streams)
            {
                if (_commands.TryGetValue((part.Stream, append.Command), out List<JournalEntry>? before))
                {
                    return new(new AppendOutcome.Repeated(part.Stream, [.. before]));
                }

            }

            foreach (StreamAppend part in append.Streams)
            {
                long actual = _streams.TryGetValue(part.Stream, out List<JournalEntry>? entries) ? entries.Count : 0;
                if (actual != part.ExpectedVersion)
                {
                    return new(new AppendOutcome.Conflict(part.Stream, part.ExpectedVersion, actual));
                }
            }

            var appended = new List<JournalEntry>();
            for (int i = 0; i < append.Streams.Length; i++)
            {
                StreamAppend part = append.Streams[i];
                long version = part.ExpectedVersion;
                string hash = version == 0 ? JournalChain.Start : _streams[part.Stream][^1].Hash;
                foreach (var (type, payload) in written[i])
                {
                    hash = JournalChain.Next(hash, part.Stream, ++version, type.Name, type.Version, payload, append.By, append.At, append.Command, append.Fingerprint);
                    appended.Add(new(part.Stream, version, _all.Count + appended.Count + 1, type.Name, type.Version, payload, append.By, append.At, append.Command, append.Fingerprint, hash));
                }
            }

            if (append.Records.FirstOrDefault(record => _records.ContainsKey(record.Id)) is { } known)
            {
                throw new ArgumentException($"The record {known.Id} exists already.", nameof(append));
            }

            // Projected before anything is kept or erased, so that a record that cannot be read leaves nothing half done.
            Dictionary<RecordId, PersonalRecord> fresh = append.Records.ToDictionary(record => record.Id);
            QueryChange[] changes =
            [
                .. appended.SelectMany(entry => Projection.Of(
                    entry, id => fresh.GetValueOrDefault(id) ?? (Find(id) is { } kept && !append.Erasures.Contains(kept.Subject) ? kept : null))),
            ];
            foreach (string subject in append.Erasures)
            {
                Erase(subject);
            }

            foreach (PersonalRecord record in append.Records)
            {
                Keep(record);
            }

            foreach (JournalEntry entry in appended)
            {
                Keep(entry);
            }

            foreach (QueryChange change in changes)
            {
                Change(change);
            }

            foreach (Notice notice in append.Notices)
            {
                _notices.Add(++_lastNotice, new PendingNotice(_lastNotice, notice));
            }

            return new(new AppendOutcome.Appended(appended));
        }
    }

    /// <inheritdoc/>
    public ValueTask<PersonalRecord?> FindAsync(RecordId id, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(Find(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PersonalRecord>> OfSubjectAsync(string subject, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_recordsOf.TryGetValue(subject, out List<RecordId>? ids) ? [.. ids.Select(id => _records[id].Record)] : []);
        }
    }

    async IAsyncEnumerable<PersonalRecord> IPersonalRecords.ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PersonalRecord[] records;
        lock (_lock)
        {
            records = [.. _records.Values.OrderBy(kept => kept.Number).Select(kept => kept.Record)];
        }

        foreach (PersonalRecord record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<int> EraseAsync(string subject, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(Erase(subject));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PendingNotice>> PendingAsync(int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new([.. _notices.Values.Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask AcknowledgeAsync(long number, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _notices.Remove(number);
        }

        return default;
    }

    /// <summary>Takes over a record of an archive.</summary>
    internal void Restore(PersonalRecord record)
    {
        lock (_lock)
        {
            Keep(record);
        }
    }

    /// <summary>Takes over an entry of an archive, which must continue its stream.</summary>
    internal JournalEntry Restore(ArchiveEntry e)
    {
        lock (_lock)
        {
            StreamId stream = StreamId.Parse(e.Stream);
            Actor by = Actor.Restore(e.By, e.Capacity);
            CommandId command = CommandId.Parse(e.Command);
            List<JournalEntry>? before = _streams.GetValueOrDefault(stream);
            string previous = before?[^1].Hash ?? JournalChain.Start;
            if (e.Version != (before?.Count ?? 0) + 1 || e.Hash != JournalChain.Next(previous, stream, e.Version, e.Type, e.SchemaVersion, e.Payload, by, e.At, command, e.Fingerprint))
            {
                throw new FormatException($"it does not continue the stream {stream}");
            }

            var entry = new JournalEntry(stream, e.Version, _all.Count + 1, e.Type, e.SchemaVersion, e.Payload, by, e.At, command, e.Fingerprint, e.Hash);
            QueryChange[] changes = [.. Projection.Of(entry, Find)];
            Keep(entry);
            foreach (QueryChange change in changes)
            {
                Change(change);
            }

            return entry;
        }
    }

    /// <summary>Drops one record of an archive that the journal says was erased.</summary>
    internal void Drop(PersonalRecord record)
    {
        lock (_lock)
        {
            if (_records.Remove(record.Id) && _recordsOf[record.Subject] is var ids && ids.Remove(record.Id) && ids.Count == 0)
            {
                _recordsOf.Remove(record.Subject);
            }
        }
    }

    private PersonalRecord? Find(RecordId id) => _records.GetValueOrDefault(id).Record;

    private int Erase(string subject)
    {
        if (!_recordsOf.Remove(subject, out List<RecordId>? ids))
        {
            return 0;
        }

        foreach (RecordId id in ids)
        {
            _records.Remove(id);
        }

        ForgetSubject(subject);
        return ids.Count;
    }

    private void Keep(PersonalRecord record)
    {
        _records.Add(record.Id, (++_lastRecord, record));
        if (!_recordsOf.TryGetValue(record.Subject, out List<RecordId>? ids))
        {
            _recordsOf.Add(record.Subject, ids = []);
        }

        ids.Add(record.Id);
    }

    private void Keep(JournalEntry entry)
    {
        _all.Add(entry);
        if (!_streams.TryGetValue(entry.Stream, out List<JournalEntry>? stream))
        {
            _streams.Add(entry.Stream, stream = []);
        }

        stream.Add(entry);
        if (!_commands.TryGetValue((entry.Stream, entry.Command), out List<JournalEntry>? command))
        {
            _commands.Add((entry.Stream, entry.Command), command = []);
        }

        command.Add(entry);
    }
}
