using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Diplomacy.Training.Journal;

/// <summary>What a desk was asked to do, before anything is loaded.</summary>
/// <param name="Name">The verb, such as <c>register</c>.</param>
/// <param name="By">Who asks.</param>
/// <param name="Permission">What this needs.</param>
/// <param name="Id">The command's id; a new one when the caller gave none.</param>
/// <param name="Content">What was asked for, without personal data, for the fingerprint.</param>
/// <param name="Streams">The streams it may write to; the first one tells a repeated command its outcome.</param>
internal sealed record CommandRequest(string Name, Actor By, Permission Permission, CommandId? Id, string Content, params ImmutableArray<StreamId> Streams)
{
    /// <summary>The person concerned, where it is about one.</summary>
    internal PersonId? Person { get; init; }

    /// <summary>The institution concerned, where it is about one.</summary>
    internal InstitutionCode? Institution { get; init; }

    internal string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{By.Code}\n{Content}")));
}

/// <summary>
/// The way of every command: ask for permission, enter the gates, load, decide, append, and only then apply.
/// On a conflict the decision is dropped, the tail is loaded and the verb decides again. Aggregates are kept, so that only tails are read.
/// </summary>
/// <remarks>Safe for use from many threads: one gate per stream, entered in the order of stream ids.</remarks>
internal sealed class CommandFlow(IJournal journal, IPermissions permissions, IClock clock)
{
    private const int Attempts = 50;
    private readonly ConcurrentDictionary<StreamId, Kept> _kept = new();

    internal IJournal Journal => journal;

    /// <summary>The present in whole milliseconds: what every store can keep exactly, so that the hash chain survives a move between stores.</summary>
    internal Instant Now => Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds());

    /// <summary>Runs a command.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="decide">Loads aggregates and lets them decide; may run several times and must have no effect of its own.</param>
    /// <param name="recall">The first outcome of a repeated command, from what it left in the first stream.</param>
    /// <param name="cancellationToken">Stops before the append has taken effect.</param>
    internal async ValueTask<TOutcome> RunAsync<TOutcome>(
        CommandRequest request,
        Func<CommandScope, ValueTask<TOutcome>> decide,
        Func<IReadOnlyList<JournalEntry>, ValueTask<TOutcome>> recall,
        CancellationToken cancellationToken)
    {
        StreamId primary = request.Streams[0];
        await DemandAsync(new(request.By, request.Permission, primary) { Person = request.Person, Institution = request.Institution }, cancellationToken).ConfigureAwait(false);

        CommandId id = request.Id ?? CommandId.New();
        using Gates gates = await EnterAsync(request.Streams, cancellationToken).ConfigureAwait(false);
        if (request.Id is not null &&
            await journal.FindCommandAsync(primary, id, cancellationToken).ConfigureAwait(false) is { Count: > 0 } before)
        {
            return await RecallAsync(request, primary, id, before, recall).ConfigureAwait(false);
        }

        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            var scope = new CommandScope(this, request.By, Now, cancellationToken);
            TOutcome outcome = await decide(scope).ConfigureAwait(false);
            if (scope.IsEmpty)
            {
                return outcome;
            }

            JournalAppend append = scope.ToAppend(id, request.Fingerprint);
            switch (await journal.AppendAsync(append, cancellationToken).ConfigureAwait(false))
            {
                case AppendOutcome.Appended:
                    scope.Apply();
                    return outcome;
                case AppendOutcome.Repeated repeated:
                    // The outcome is told from the first stream, whichever stream gave the repeat away.
                    IReadOnlyList<JournalEntry> first = await journal.FindCommandAsync(primary, id, cancellationToken).ConfigureAwait(false);
                    return await RecallAsync(request, repeated.Stream, id, first.Count > 0 ? first : repeated.Entries, recall).ConfigureAwait(false);
                default:
                    break;
            }
        }

        throw new TrainingRuleException(JournalRules.StreamIsCalm.Broken(("stream", primary.ToString()), ("attempts", Attempts)));
    }

    /// <summary>Refuses what the actor may not do.</summary>
    internal async ValueTask DemandAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        if (!await permissions.AllowsAsync(request, cancellationToken).ConfigureAwait(false))
        {
            throw new TrainingRuleException(JournalRules.ActorMay.Broken(("permission", request.Permission.Name), ("scope", request.Scope.ToString())));
        }
    }

    /// <summary>Reads from an aggregate, brought up to date, inside its gate.</summary>
    internal async ValueTask<TResult> ReadAsync<TAggregate, TResult>(StreamId stream, Func<TAggregate, TResult> read, CancellationToken cancellationToken)
        where TAggregate : Aggregate, IAggregate<TAggregate>
    {
        // Asking for what does not exist keeps nothing: a public page may be asked for any code.
        if (!_kept.ContainsKey(stream) && await journal.ReadAsync(stream, 0, cancellationToken).ConfigureAwait(false) is { Count: 0 })
        {
            return read(TAggregate.Begin(stream));
        }

        using Gates gates = await EnterAsync([stream], cancellationToken).ConfigureAwait(false);
        return read(await LoadAsync<TAggregate>(stream, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The kept aggregate of a stream with the tail of its stream applied. Only inside its gate.</summary>
    internal async ValueTask<TAggregate> LoadAsync<TAggregate>(StreamId stream, CancellationToken cancellationToken)
        where TAggregate : Aggregate, IAggregate<TAggregate>
    {
        Kept kept = _kept.GetOrAdd(stream, static _ => new Kept());
        TAggregate state = kept.State as TAggregate ?? TAggregate.Begin(stream);
        foreach (JournalEntry entry in await journal.ReadAsync(stream, state.Version, cancellationToken).ConfigureAwait(false))
        {
            state.Apply(entry.Event);
        }

        kept.State = state;
        return state;
    }

    private static async ValueTask<TOutcome> RecallAsync<TOutcome>(
        CommandRequest request, StreamId stream, CommandId id, IReadOnlyList<JournalEntry> before, Func<IReadOnlyList<JournalEntry>, ValueTask<TOutcome>> recall) =>
        before[0].Fingerprint == request.Fingerprint
            ? await recall(before).ConfigureAwait(false)
            : throw new TrainingRuleException(JournalRules.CommandIsNew.Broken(("command", id.ToString()), ("stream", stream.ToString())));

    private async ValueTask<Gates> EnterAsync(ImmutableArray<StreamId> streams, CancellationToken cancellationToken)
    {
        var entered = new Gates();
        try
        {
            foreach (StreamId stream in streams.Distinct().Order())
            {
                SemaphoreSlim gate = _kept.GetOrAdd(stream, static _ => new Kept()).Gate;
                await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
                entered.Add(gate);
            }

            return entered;
        }
        catch
        {
            entered.Dispose();
            throw;
        }
    }

    private sealed class Kept
    {
        internal SemaphoreSlim Gate { get; } = new(1, 1);

        internal Aggregate? State { get; set; }
    }

    private sealed class Gates : IDisposable
    {
        private readonly List<SemaphoreSlim> _entered = [];

        public void Dispose()
        {
            foreach (SemaphoreSlim gate in _entered)
            {
                gate.Release();
            }

            _entered.Clear();
        }

        internal void Add(SemaphoreSlim gate) => _entered.Add(gate);
    }
}

/// <summary>One attempt of a command: what it loaded, and what it will append if the journal accepts it.</summary>
internal sealed class CommandScope(CommandFlow flow, Actor by, Instant now, CancellationToken cancellationToken)
{
    private readonly List<(Aggregate Aggregate, ImmutableArray<TrainingEvent> Events)> _taken = [];
    private readonly ImmutableArray<PersonalRecord>.Builder _records = ImmutableArray.CreateBuilder<PersonalRecord>();
    private readonly ImmutableArray<Notice>.Builder _notices = ImmutableArray.CreateBuilder<Notice>();
    private readonly HashSet<string> _erasures = new(StringComparer.Ordinal);

    internal Actor By => by;

    internal Instant Now => now;

    internal CancellationToken Cancellation => cancellationToken;

    /// <summary>True when nothing was decided that changes anything.</summary>
    internal bool IsEmpty => _taken.All(taken => taken.Events.IsEmpty);

    internal ValueTask<TAggregate> LoadAsync<TAggregate>(StreamId stream)
        where TAggregate : Aggregate, IAggregate<TAggregate> => flow.LoadAsync<TAggregate>(stream, cancellationToken);

    /// <summary>Takes an aggregate's decision into the append. One decision per aggregate.</summary>
    internal TOutcome Take<TOutcome>(Aggregate aggregate, Decision<TOutcome> decision)
    {
        if (_taken.Exists(taken => taken.Aggregate == aggregate))
        {
            throw new InvalidOperationException($"{aggregate.Stream} has decided already: a second decision would not see the first.");
        }

        if (aggregate.Newer is { } newer && !decision.Events.IsEmpty)
        {
            throw new TrainingRuleException(JournalRules.StreamIsUnderstood.Broken(
                ("stream", aggregate.Stream.ToString()), ("type", newer.Type), ("version", newer.SchemaVersion)));
        }

        _taken.Add((aggregate, decision.Events));
        return decision.Outcome;
    }

    /// <summary>Writes a personal record in the same transaction.</summary>
    internal RecordRef Keep(PersonalRecord record)
    {
        _records.Add(record);
        return record.Reference;
    }

    /// <summary>Erases in the same transaction what was kept about a subject before. Records kept by this command stay. Needs an event from which <see cref="ErasedSubjects.Of"/> tells it; without any event nothing is erased.</summary>
    internal void Erase(string subject) => _erasures.Add(subject);

    /// <summary>Puts a notice into the outbox in the same transaction.</summary>
    internal void Tell(Notice notice) => _notices.Add(notice);

    internal JournalAppend ToAppend(CommandId id, string fingerprint) => new(
        id, fingerprint, by, now,
        [.. _taken.Select(taken => new StreamAppend(taken.Aggregate.Stream, taken.Aggregate.Version, taken.Events))])
    {
        Erasures = [.. _erasures],
        Records = _records.ToImmutable(),
        Notices = _notices.ToImmutable(),
    };

    internal void Apply()
    {
        foreach (var (aggregate, events) in _taken)
        {
            aggregate.Apply(events);
        }
    }
}
