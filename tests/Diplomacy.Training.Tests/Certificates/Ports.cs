using System.Reflection;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Certificates;

/// <summary>Stands before a port, counts what it is asked, and may give other answers.</summary>
public class AskedPort<TPort> : DispatchProxy
    where TPort : class
{
    private TPort _inner = null!;
    private Func<string, object?>? _instead;

    internal List<string> Asked { get; } = [];

    internal static (TPort Port, List<string> Asked) Before(TPort inner, Func<string, object?>? instead = null)
    {
        TPort port = Create<TPort, AskedPort<TPort>>();
        var asked = (AskedPort<TPort>)(object)port;
        (asked._inner, asked._instead) = (inner, instead);
        return (port, asked.Asked);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Asked.Add(targetMethod!.Name);
        return _instead?.Invoke(targetMethod.Name) ?? targetMethod.Invoke(_inner, args);
    }
}

/// <summary>A journal in which something else happens right before an append takes place.</summary>
internal sealed class InterruptedJournal(IJournal inner) : IJournal
{
    internal Func<Task>? BeforeAppend { get; set; }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(stream, afterVersion, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ReadAllAsync(long afterPosition = 0, CancellationToken cancellationToken = default) => inner.ReadAllAsync(afterPosition, cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> FindCommandAsync(StreamId stream, CommandId command, CancellationToken cancellationToken = default) =>
        inner.FindCommandAsync(stream, command, cancellationToken);

    public async ValueTask<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
    {
        if (BeforeAppend is { } happens)
        {
            BeforeAppend = null;
            await happens();
        }

        return await inner.AppendAsync(append, cancellationToken);
    }
}

/// <summary>Personal records that someone has changed behind the library's back.</summary>
internal sealed class AlteredRecords(IPersonalRecords inner, Func<PersonalRecord, PersonalRecord> alter) : IPersonalRecords
{
    public async ValueTask<PersonalRecord?> FindAsync(RecordId id, CancellationToken cancellationToken = default) =>
        await inner.FindAsync(id, cancellationToken) is { } record ? alter(record) : null;

    public ValueTask<IReadOnlyList<PersonalRecord>> OfSubjectAsync(string subject, CancellationToken cancellationToken = default) => inner.OfSubjectAsync(subject, cancellationToken);

    public IAsyncEnumerable<PersonalRecord> ReadAllAsync(CancellationToken cancellationToken = default) => inner.ReadAllAsync(cancellationToken);

    public ValueTask<int> EraseAsync(string subject, CancellationToken cancellationToken = default) => inner.EraseAsync(subject, cancellationToken);
}
