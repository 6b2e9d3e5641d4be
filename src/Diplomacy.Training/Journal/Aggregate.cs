using System.Collections.Immutable;

namespace Diplomacy.Training.Journal;

/// <summary>
/// The state of one stream. Its verbs only decide: they return a <see cref="Decision{TOutcome}"/> and leave the state as it is;
/// the state changes when the decided events are applied, after the journal has accepted them. The same events always give the same state.
/// </summary>
/// <remarks>Not safe for use from several threads. Desks keep one gate per stream.</remarks>
public abstract class Aggregate
{
    private protected Aggregate(StreamId stream) => Stream = stream;

    /// <summary>The stream that this is the state of.</summary>
    public StreamId Stream { get; }

    /// <summary>How many events have been applied: the version on which a decision rests.</summary>
    public long Version { get; private set; }

    /// <summary>
    /// The first event that a newer version of the library wrote; while there is one, the stream can only be read, and the state is that before it:
    /// what came after may rest on what is not understood.
    /// </summary>
    public UnknownEvent? Newer { get; private set; }

    /// <summary>When this aggregate next has something to settle by itself; null when there is nothing to wait for.</summary>
    public virtual Instant? NextDue => null;

    /// <summary>Takes over an event that the journal holds. Never refuses, never reads a clock, never resolves a zone.</summary>
    /// <param name="happened">The next event of the stream.</param>
    public void Apply(TrainingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened is UnknownEvent unknown)
        {
            Newer ??= unknown;
        }
        else if (Newer is null)
        {
            When(happened);
        }

        Version++;
    }

    /// <summary>Takes over events that the journal holds, in order.</summary>
    /// <param name="happened">The next events of the stream.</param>
    public void Apply(IEnumerable<TrainingEvent> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        foreach (TrainingEvent one in happened)
        {
            Apply(one);
        }
    }

    private protected abstract void When(TrainingEvent happened);
}

/// <summary>An aggregate that begins empty and is brought to any state by its events.</summary>
/// <typeparam name="TSelf">The aggregate.</typeparam>
public interface IAggregate<TSelf>
    where TSelf : Aggregate, IAggregate<TSelf>
{
    /// <summary>The state before the first event.</summary>
    /// <param name="stream">The stream.</param>
    static abstract TSelf Begin(StreamId stream);
}

/// <summary>What a verb decided: the outcome to tell, and the events that make it so once they are appended.</summary>
/// <typeparam name="TOutcome">What the caller is told.</typeparam>
/// <param name="Outcome">What the caller is told.</param>
/// <param name="Events">The events, in order; none when the verb found nothing to change.</param>
public readonly record struct Decision<TOutcome>(TOutcome Outcome, ImmutableArray<TrainingEvent> Events);

/// <summary>Makes decisions.</summary>
internal static class Decision
{
    internal static Decision<TOutcome> Of<TOutcome>(TOutcome outcome, params ReadOnlySpan<TrainingEvent> events) => new(outcome, [.. events]);
}
