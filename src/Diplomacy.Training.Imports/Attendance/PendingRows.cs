namespace Diplomacy.Training.Imports;

/// <summary>What a row of a report is besides its times.</summary>
[Flags]
internal enum RowMarks : byte
{
    None = 0,

    InWaitingRoom = 1,

    /// <summary>The time is one of joining or leaving, and the other one stands in another row.</summary>
    Event = 2,

    /// <summary>The stated duration is in minutes, rounded up.</summary>
    StatedInMinutes = 4,
}

/// <summary>A row before it is known whether day or month stands first, and in which zone. Whose it is, <see cref="CallerPool"/> knows.</summary>
internal readonly record struct PendingRow(int Number, WrittenTime Joined, WrittenTime Left, int Stated, RowMarks Marks)
{
    /// <summary>No duration is stated, or in no words that are known.</summary>
    internal const int Unstated = -1;
}

/// <summary>Rows in pieces, since one array of a million would be copied twenty times while it grows.</summary>
internal sealed class PendingRows
{
    private const int Largest = 16_384;

    private readonly List<PendingRow[]> _pieces = [];
    private int _inLast;

    internal int Count { get; private set; }

    internal void Add(in PendingRow row)
    {
        if (_pieces.Count == 0 || _inLast == _pieces[^1].Length)
        {
            _pieces.Add(GC.AllocateUninitializedArray<PendingRow>(Math.Min(Largest, Math.Max(16, Count))));
            _inLast = 0;
        }

        _pieces[^1][_inLast++] = row;
        Count++;
    }

    /// <summary>The rows in their order, piece by piece.</summary>
    internal IEnumerable<ReadOnlyMemory<PendingRow>> Pieces()
    {
        for (int i = 0; i < _pieces.Count; i++)
        {
            yield return _pieces[i].AsMemory(0, i == _pieces.Count - 1 ? _inLast : _pieces[i].Length);
        }
    }
}
