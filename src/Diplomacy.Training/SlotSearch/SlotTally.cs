using System.Numerics;

namespace Diplomacy.Training;

/// <summary>The figures of every start, added up institution by institution.</summary>
internal sealed class SlotTally
{
    private readonly int[] _night;
    private readonly int[] _rest;
    private readonly int[] _outside;
    private readonly int[] _burden;
    private readonly int[] _worst;
    private readonly int[] _changes;

    internal SlotTally(int starts)
    {
        int padded = SlotSweep.Padded(starts);
        (_night, _rest, _outside) = (new int[padded], new int[padded], new int[padded]);
        (_burden, _worst, _changes) = (new int[padded], new int[padded], new int[padded + 1]);
    }

    /// <summary>Adds the institution that was read last.</summary>
    internal void Add(SlotSweep read, int heads)
    {
        if (heads == 0)
        {
            return;
        }

        ReadOnlySpan<byte> flags = read.Flags;
        ReadOnlySpan<ushort> costs = read.Costs;
        int width = Vector<byte>.Count;
        var each = new Vector<int>(heads);
        for (int s = 0; s < flags.Length; s += width)
        {
            var touched = new Vector<byte>(flags[s..]);
            AddWhere(touched, QuarterFlags.Night, each, _night.AsSpan(s, width));
            AddWhere(touched, QuarterFlags.RestDay, each, _rest.AsSpan(s, width));
            AddWhere(touched, QuarterFlags.OutsideHours, each, _outside.AsSpan(s, width));
            AddCosts(costs, s, each);
        }

        foreach (var (from, to) in read.ClockChanges)
        {
            _changes[from]++;
            _changes[to]--;
        }
    }

    /// <summary>Ends the adding: from here on figures can be asked for.</summary>
    internal void Close()
    {
        for (int s = 1; s < _changes.Length; s++)
        {
            _changes[s] += _changes[s - 1];
        }
    }

    internal SlotScore Of(int start) => new(_night[start], _rest[start], _burden[start], _changes[start], _outside[start], _worst[start]);

    /// <summary>The figures of one criterion, for every start.</summary>
    internal int[] Column(SlotCriterion criterion) => criterion switch
    {
        SlotCriterion.HeadsAtNight => _night,
        SlotCriterion.HeadsOnRestDays => _rest,
        SlotCriterion.Burden => _burden,
        SlotCriterion.ClockChanges => _changes,
        SlotCriterion.HeadsOutsideHours => _outside,
        _ => _worst,
    };

    private static void AddWhere(Vector<byte> touched, QuarterFlags flag, Vector<int> heads, Span<int> sums)
    {
        var bit = new Vector<byte>((byte)flag);
        Vector<byte> has = Vector.Equals(touched & bit, bit);
        if (has == Vector<byte>.Zero)
        {
            return;
        }

        Vector.Widen(Vector.AsVectorSByte(has), out Vector<short> low, out Vector<short> high);
        Vector.Widen(low, out Vector<int> a, out Vector<int> b);
        Vector.Widen(high, out Vector<int> c, out Vector<int> d);
        int width = Vector<int>.Count;
        (new Vector<int>(sums) + (a & heads)).CopyTo(sums);
        (new Vector<int>(sums[width..]) + (b & heads)).CopyTo(sums[width..]);
        (new Vector<int>(sums[(2 * width)..]) + (c & heads)).CopyTo(sums[(2 * width)..]);
        (new Vector<int>(sums[(3 * width)..]) + (d & heads)).CopyTo(sums[(3 * width)..]);
    }

    private void AddCosts(ReadOnlySpan<ushort> costs, int start, Vector<int> heads)
    {
        int width = Vector<int>.Count;
        for (int at = start; at < start + Vector<byte>.Count; at += 2 * width)
        {
            var pair = new Vector<ushort>(costs[at..]);
            if (pair == Vector<ushort>.Zero)
            {
                continue;
            }

            Vector.Widen(pair, out Vector<uint> l, out Vector<uint> h);
            Vector<int> low = Vector.AsVectorInt32(l), high = Vector.AsVectorInt32(h);
            Span<int> burden = _burden.AsSpan(at, 2 * width), worst = _worst.AsSpan(at, 2 * width);
            (new Vector<int>(burden) + (low * heads)).CopyTo(burden);
            (new Vector<int>(burden[width..]) + (high * heads)).CopyTo(burden[width..]);
            Vector.Max(new Vector<int>(worst), low).CopyTo(worst);
            Vector.Max(new Vector<int>(worst[width..]), high).CopyTo(worst[width..]);
        }
    }
}
