using System.Numerics;
using System.Runtime.InteropServices;

namespace Diplomacy.Training;

/// <summary>
/// Tries every choice of up to three sittings and keeps the best: exact, since a choice is passed over only when the least that its neighbours could ask is already more
/// than the best known asks. Each comparison of a choice takes the smaller key of every institution and sums them, several institutions at a time.
/// </summary>
internal sealed class SittingSearch
{
    private readonly SittingKeys _keys;
    private readonly double[] _rows;
    private readonly double[] _least;
    private readonly int[] _starts;
    private readonly int _stride;
    private readonly int _session;
    private readonly long _within;
    private double _bestTotal = double.PositiveInfinity;
    private int[]? _best;

    /// <param name="keys">The keys of all candidates.</param>
    /// <param name="session">How many quarters a session has: sittings do not overlap.</param>
    /// <param name="within">How many quarters the first and the last start may lie apart.</param>
    internal SittingSearch(SittingKeys keys, int session, long within)
    {
        _keys = keys;
        _rows = keys.Rows[0];
        _least = keys.LeastOfBlocks();
        _starts = keys.Candidates;
        _stride = keys.Stride;
        (_session, _within) = (session, within);
    }

    /// <summary>The candidates of the best choice, in order of time; null when there is none.</summary>
    internal int[]? Run(int sittings, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        StartWithAGoodGuess(sittings);
        double[] none = new double[_stride], pair = new double[_stride];
        Array.Fill(none, double.MaxValue);
        for (int a = 0; a < _starts.Length; a++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int end = EndAfter(a);
            switch (sittings)
            {
                case 1:
                    Scan(none, a, a + 1, []);
                    break;
                case 2:
                    Scan(Row(a), NextAfter(a), end, [a]);
                    break;
                default:
                    for (int b = NextAfter(a); b < end; b++)
                    {
                        TakeLesser(Row(a), Row(b), pair);
                        Scan(pair, NextAfter(b), end, [a, b]);
                    }

                    break;
            }

            if (a % 16 == 0 || a == _starts.Length - 1)
            {
                progress?.Report((a + 1.0) / _starts.Length);
            }
        }

        return _best;
    }

    private ReadOnlySpan<double> Row(int candidate) => _rows.AsSpan(candidate * _stride, _stride);

    /// <summary>The first candidate that begins after this one has ended.</summary>
    private int NextAfter(int candidate) => FirstFrom((long)_starts[candidate] + _session);

    /// <summary>The first candidate that begins too long after this one.</summary>
    private int EndAfter(int candidate) => FirstFrom(_starts[candidate] + _within + 1);

    private int FirstFrom(long start)
    {
        if (start > int.MaxValue)
        {
            return _starts.Length;
        }

        int at = Array.BinarySearch(_starts, (int)start);
        return at < 0 ? ~at : at;
    }

    /// <summary>Looks for the best last sitting beside those that are chosen.</summary>
    private void Scan(ReadOnlySpan<double> chosenLeast, int from, int to, ReadOnlySpan<int> chosen)
    {
        int s = from;
        while (s < to)
        {
            int until = Math.Min(to, ((s / SittingKeys.Block) + 1) * SittingKeys.Block);
            if (until - s > 1 && Sum(chosenLeast, _least.AsSpan(s / SittingKeys.Block * _stride, _stride)) > _bestTotal)
            {
                s = until;
                continue;
            }

            for (; s < until; s++)
            {
                double total = Sum(chosenLeast, Row(s));
                if (total <= _bestTotal)
                {
                    Offer(total, [.. chosen, s]);
                }
            }
        }
    }

    /// <summary>The sum of the lesser of each pair, or something greater than the best known as soon as it is sure to be greater.</summary>
    private double Sum(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        const int Stage = 8;
        int width = Vector<double>.Count, at = 0;
        ref double left = ref MemoryMarshal.GetReference(one);
        ref double right = ref MemoryMarshal.GetReference(other);
        double total = 0;
        while (at < _stride)
        {
            int until = Math.Min(_stride, at + (Stage * width));
            var sum = Vector<double>.Zero;
            for (; at < until; at += width)
            {
                sum += Vector.Min(Vector.LoadUnsafe(ref left, (nuint)at), Vector.LoadUnsafe(ref right, (nuint)at));
            }

            total += Vector.Sum(sum);
            if (total > _bestTotal)
            {
                return total;
            }
        }

        return total;
    }

    private void TakeLesser(ReadOnlySpan<double> one, ReadOnlySpan<double> other, Span<double> lesser)
    {
        for (int at = 0; at < _stride; at += Vector<double>.Count)
        {
            Vector.Min(new Vector<double>(one[at..]), new Vector<double>(other[at..])).CopyTo(lesser[at..]);
        }
    }

    private void Offer(double total, int[] sittings)
    {
        if (total < _bestTotal || _best is null || IsBetter(sittings, _best))
        {
            (_bestTotal, _best) = (total, sittings);
        }
    }

    /// <summary>Decides between choices that are equal by the first group of criteria.</summary>
    private bool IsBetter(int[] sittings, int[] than)
    {
        for (int group = 1; group < _keys.Rows.Length; group++)
        {
            int difference = _keys.Total(group, sittings).CompareTo(_keys.Total(group, than));
            if (difference != 0)
            {
                return difference < 0;
            }
        }

        return sittings.AsSpan().SequenceCompareTo(than) < 0;
    }

    /// <summary>The best single start, then the best beside it, and so on: seldom the best choice, but it lets most others be passed over early.</summary>
    private void StartWithAGoodGuess(int sittings)
    {
        double[] least = new double[_stride];
        Array.Fill(least, double.MaxValue);
        var chosen = new List<int>();
        while (chosen.Count < sittings)
        {
            int found = -1;
            double best = double.PositiveInfinity;
            for (int s = 0; s < _starts.Length; s++)
            {
                bool fits = chosen.All(c => Math.Abs(_starts[c] - (long)_starts[s]) is var apart && apart >= _session && apart <= _within);
                if (fits && Sum(least, Row(s)) is var total && total < best)
                {
                    (best, found) = (total, s);
                }
            }

            if (found < 0)
            {
                return;
            }

            chosen.Add(found);
            TakeLesser(least, Row(found), least);
        }

        chosen.Sort();
        Offer(Sum(least, least), [.. chosen]);
    }
}
