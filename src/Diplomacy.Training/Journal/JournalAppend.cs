using System.Collections.Immutable;

namespace Diplomacy.Training.Journal;

/// <summary>One append over one or several streams: one transaction.</summary>
/// <remarks>Immutable. What cannot be appended by any store cannot be made: a store checks only versions, commands and record ids.</remarks>
public sealed class JournalAppend
{
    /// <summary>Describes an append.</summary>
    /// <param name="command">The command; unique in each of its streams.</param>
    /// <param name="fingerprint">A digest of what the command asked for, without personal data: the same id with another fingerprint is an error.</param>
    /// <param name="by">Who decided it.</param>
    /// <param name="at">When.</param>
    /// <param name="streams">Each stream once, with the version on which the decision was made; at least one event among them all, since a command without events would leave no trace by which its repeat is known.</param>
    /// <param name="records">Personal records, written in the same transaction.</param>
    /// <param name="notices">What people should hear of, put into the outbox in the same transaction.</param>
    /// <exception cref="ArgumentException">The command is <c>default</c>, a stream or a record stands twice, there is no event, or an array is <c>default</c> or holds null.</exception>
    public JournalAppend(
        CommandId command,
        string fingerprint,
        Actor by,
        Instant at,
        ImmutableArray<StreamAppend> streams,
        ImmutableArray<PersonalRecord> records,
        ImmutableArray<Notice> notices)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        Whole(streams, nameof(streams));
        Whole(records, nameof(records));
        Whole(notices, nameof(notices));
        if (command == default)
        {
            throw new ArgumentException("A command needs an id; make one with CommandId.New().", nameof(command));
        }

        if (streams.GroupBy(part => part.Stream).FirstOrDefault(parts => parts.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The stream {twice.Key} stands twice in one append; put its events into one part.", nameof(streams));
        }

        if (streams.All(part => part.Events.IsEmpty))
        {
            throw new ArgumentException("An append holds at least one event: without one, nothing says that the command took place.", nameof(streams));
        }

        if (records.GroupBy(record => record.Id).FirstOrDefault(same => same.Count() > 1) is { } again)
        {
            throw new ArgumentException($"The record {again.Key} stands twice in one append.", nameof(records));
        }

        (Command, Fingerprint, By, At, Streams, Records, Notices) = (command, fingerprint, by, at, streams, records, notices);
    }

    /// <summary>The command; unique in each of its streams.</summary>
    public CommandId Command { get; }

    /// <summary>A digest of what the command asked for, without personal data.</summary>
    public string Fingerprint { get; }

    /// <summary>Who decided it.</summary>
    public Actor By { get; }

    /// <summary>When.</summary>
    public Instant At { get; }

    /// <summary>Each stream, once, with the version on which the decision was made.</summary>
    public ImmutableArray<StreamAppend> Streams { get; }

    /// <summary>Personal records, written in the same transaction.</summary>
    public ImmutableArray<PersonalRecord> Records { get; }

    /// <summary>What people should hear of, put into the outbox in the same transaction.</summary>
    public ImmutableArray<Notice> Notices { get; }

    internal static void Whole<T>(ImmutableArray<T> parts, string parameter)
        where T : class
    {
        if (parts.IsDefault || parts.Any(part => part is null))
        {
            throw new ArgumentException("The array is default or holds null; an empty one is written [].", parameter);
        }
    }
}

/// <summary>What is appended to one stream.</summary>
/// <remarks>Immutable.</remarks>
public sealed class StreamAppend
{
    /// <summary>Describes a part of an append.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expectedVersion">The version on which the decision was made; 0 for a stream that does not exist yet.</param>
    /// <param name="events">The events, in order; none means that the decision only rests on this version.</param>
    /// <exception cref="ArgumentException">The stream is <c>default</c>, the version is negative, or the events are <c>default</c> or hold null.</exception>
    public StreamAppend(StreamId stream, long expectedVersion, ImmutableArray<TrainingEvent> events)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream.ToString(), nameof(stream));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        JournalAppend.Whole(events, nameof(events));
        (Stream, ExpectedVersion, Events) = (stream, expectedVersion, events);
    }

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The version on which the decision was made; 0 for a stream that does not exist yet.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The events, in order; none means that the decision only rests on this version.</summary>
    public ImmutableArray<TrainingEvent> Events { get; }
}
