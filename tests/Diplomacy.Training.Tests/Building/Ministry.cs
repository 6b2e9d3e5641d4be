using Diplomacy.Training.Journal;
using NodaTime.Testing;

namespace Diplomacy.Training.Tests.Building;

/// <summary>All desks over a store in memory, with a clock that stands still and permissions that a test may take away.</summary>
internal sealed class Ministry
{
    internal Ministry(InMemoryTrainingStore? store = null)
    {
        Store = store ?? new();
        Desks = new(TrainingPorts.InMemory(Store) with { Clock = Clock, Permissions = Permissions });
    }

    internal InMemoryTrainingStore Store { get; }

    internal FakeClock Clock { get; } = new(An.Instant);

    internal GrantedPermissions Permissions { get; } = new();

    internal TrainingDesks Desks { get; }

    /// <summary>A second set of desks over the same store, as another process would have it.</summary>
    internal TrainingDesks AnotherProcess() => new(TrainingPorts.InMemory(Store) with { Clock = Clock, Permissions = Permissions });

    /// <summary>Everything that the journal holds now.</summary>
    internal async Task<IReadOnlyList<JournalEntry>> JournalAsync()
    {
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in Store.ReadAllAsync())
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Every personal record that is kept now.</summary>
    internal async Task<IReadOnlyList<PersonalRecord>> RecordsAsync()
    {
        var records = new List<PersonalRecord>();
        await foreach (PersonalRecord record in ((IPersonalRecords)Store).ReadAllAsync())
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>Everything that is kept, as text: journal, records and outbox. Equal before and after whatever must change nothing.</summary>
    internal async Task<string> PictureAsync() => string.Join('\n',
        (await JournalAsync()).Select(e => $"{e.Position} {e.Stream} {e.Version} {e.Hash}")
        .Concat((await RecordsAsync()).Select(r => $"{r.Id} {r.Subject} {r.Kind} {r.Payload}"))
        .Concat((await Store.PendingAsync(int.MaxValue)).Select(n => $"{n.Number} {n.Notice}")));
}

/// <summary>Permissions as a host would keep them: everything is granted until it is withdrawn.</summary>
internal sealed class GrantedPermissions : IPermissions
{
    private readonly HashSet<Permission> _withdrawn = [];

    /// <summary>What the desks asked for, in order.</summary>
    internal List<(Actor By, Permission Permission, StreamId Scope)> Asked { get; } = [];

    public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default)
    {
        lock (_withdrawn)
        {
            Asked.Add((request.By, request.Permission, request.Scope));
            return new(!_withdrawn.Contains(request.Permission));
        }
    }

    internal void Withdraw(Permission permission)
    {
        lock (_withdrawn)
        {
            _withdrawn.Add(permission);
        }
    }
}
