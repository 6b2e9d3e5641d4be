namespace Diplomacy.Training;

/// <summary>
/// Changes to collections that can be taken back. While nothing is being tried, changes are simply made; between <see cref="Begin"/> and <see cref="End"/>
/// the way back is remembered, last change first. So a verb decides on the very state that its events will change, and leaves it as it found it.
/// </summary>
internal sealed class Rollback
{
    private readonly Stack<Action> _back = new();
    private bool _trying;

    internal void Begin()
    {
        if (_trying)
        {
            throw new InvalidOperationException("A decision is in the making already; a book decides one thing at a time.");
        }

        _trying = true;
    }

    /// <summary>How many changes can be taken back.</summary>
    internal int Mark => _back.Count;

    internal void End()
    {
        BackTo(0);
        _trying = false;
    }

    /// <summary>Takes back what was changed since a mark.</summary>
    internal void BackTo(int mark)
    {
        while (_back.Count > mark)
        {
            _back.Pop()();
        }
    }

    internal void Put<TKey, TValue>(IDictionary<TKey, TValue> into, TKey key, TValue value)
        where TKey : notnull
    {
        if (_trying)
        {
            Remember(into, key);
        }

        into[key] = value;
    }

    internal void Take<TKey, TValue>(IDictionary<TKey, TValue> from, TKey key)
        where TKey : notnull
    {
        if (_trying)
        {
            Remember(from, key);
        }

        from.Remove(key);
    }

    internal void Put<T>(ISet<T> into, T item)
    {
        if (into.Add(item) && _trying)
        {
            Remember(into, item, wasThere: false);
        }
    }

    internal void Take<T>(ISet<T> from, T item)
    {
        if (from.Remove(item) && _trying)
        {
            Remember(from, item, wasThere: true);
        }
    }

    internal void Count(PriorityCount counts, int priority, int step)
    {
        counts.Change(priority, step);
        if (_trying)
        {
            RememberCount(counts, priority, step);
        }
    }

    // Closures of their own, so that none is made while nothing is being tried.
    internal void Remember(Action back)
    {
        if (_trying)
        {
            _back.Push(back);
        }
    }

    private void RememberCount(PriorityCount counts, int priority, int step) => _back.Push(() => counts.Change(priority, -step));

    private void Remember<TKey, TValue>(IDictionary<TKey, TValue> of, TKey key)
        where TKey : notnull =>
        _back.Push(of.TryGetValue(key, out TValue? before) ? () => of[key] = before : () => of.Remove(key));

    private void Remember<T>(ISet<T> of, T item, bool wasThere) => _back.Push(wasThere ? () => of.Add(item) : () => of.Remove(item));
}
