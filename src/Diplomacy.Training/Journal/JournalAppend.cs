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
    /// <exception cref="ArgumentException">The command is <c>default</c>, a stream stands twice, there is no event, or the array is <c>default</c> or holds null.</exception>
    public JournalAppend(CommandId command, string fingerprint, Actor by, Instant at, ImmutableArray<StreamAppend> streams)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        Whole(streams, nameof(streams));
        if (command == default)
        {
            throw new ArgumentException("A command needs an id; make one with CommandId.New().", nameof(command));
        }

        Once(streams, part => part.Stream, nameof(streams), "stream");
        if (streams.All(part => part.Events.IsEmpty))
        {
            throw new ArgumentException("An append holds at least one event: without one, nothing says that the command took place.", nameof(streams));
        }

        (Command, Fingerprint, By, At, Streams) = (command, fingerprint, by, at, streams);
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

    /// <summary>
    /// Subjects whose personal records are erased in the same transaction, salts included, each once. What was kept before the append goes;
    /// <see cref="Records"/> of this append stay, also those about the same subject. A subject without records is no fault.
    /// </summary>
    /// <value>None unless set.</value>
    /// <exception cref="ArgumentException">A subject is empty or stands twice, or the array is <c>default</c> or holds null.</exception>
    public ImmutableArray<string> Erasures
    {
        get;
        init
        {
            Whole(value, nameof(Erasures));
            if (value.Contains(""))
            {
                throw new ArgumentException("A subject is empty: nobody is meant by it.", nameof(Erasures));
            }

            Once(value, subject => subject, nameof(Erasures));
            field = value;
        }
    } = [];

    /// <summary>Personal records, written in the same transaction, each once; <see cref="Erasures"/> are carried out before they are kept.</summary>
    /// <value>None unless set.</value>
    /// <exception cref="ArgumentException">A record stands twice, or the array is <c>default</c> or holds null.</exception>
    public ImmutableArray<PersonalRecord> Records
    {
        get;
        init
        {
            Whole(value, nameof(Records));
            Once(value, record => record.Id, nameof(Records), "record");
            field = value;
        }
    } = [];

    /// <summary>What people should hear of, put into the outbox in the same transaction.</summary>
    /// <value>None unless set.</value>
    /// <exception cref="ArgumentException">The array is <c>default</c> or holds null.</exception>
    public ImmutableArray<Notice> Notices
    {
        get;
        init
        {
            Whole(value, nameof(Notices));
            field = value;
        }
    } = [];

    internal static void Whole<T>(ImmutableArray<T> parts, string parameter)
        where T : class
    {
        if (parts.IsDefault || parts.Any(part => part is null))
        {
            throw new ArgumentException("The array is default or holds null; an empty one is written [].", parameter);
        }
    }

    /// <param name="parts">What must be told apart.</param>
    /// <param name="key">By what.</param>
    /// <param name="parameter">Where it stands.</param>
    /// <param name="noun">What it is, for a message that names the key; null where the key may tell whom it is about.</param>
    private static void Once<T, TKey>(ImmutableArray<T> parts, Func<T, TKey> key, string parameter, string? noun = null)
    {
        if (parts.GroupBy(key).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException(noun is null ? "A subject stands twice in one append." : $"The {noun} {twice.Key} stands twice in one append.", parameter);
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
