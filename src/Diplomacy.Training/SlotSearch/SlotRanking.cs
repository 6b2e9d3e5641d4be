namespace Diplomacy.Training;

/// <summary>Orders starts by the criteria, the earlier first where all are equal.</summary>
internal sealed class SlotRanking : IComparer<int>
{
    private readonly int[][] _columns;

    internal SlotRanking(SlotTally tally, IEnumerable<SlotCriterion> order) => _columns = [.. order.Select(tally.Column)];

    public int Compare(int x, int y)
    {
        foreach (int[] column in _columns)
        {
            int difference = column[x].CompareTo(column[y]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return x.CompareTo(y);
    }

    /// <summary>The best of the starts that fit, the best first.</summary>
    internal int[] Best(SlotSieve sieve, int starts, int take)
    {
        int most = Math.Min(take, sieve.Fitting);
        if (most == 0)
        {
            return [];
        }

        // The worst of those kept stands at the head, so that most starts are turned away by one comparison.
        var kept = new PriorityQueue<int, int>(Math.Min(most, starts), Comparer<int>.Create((x, y) => Compare(y, x)));
        for (int s = 0; s < starts; s++)
        {
            if (!sieve.Fits(s))
            {
                continue;
            }

            if (kept.Count < most)
            {
                kept.Enqueue(s, s);
            }
            else if (Compare(s, kept.Peek()) < 0)
            {
                kept.EnqueueDequeue(s, s);
            }
        }

        int[] best = new int[kept.Count];
        for (int i = best.Length - 1; i >= 0; i--)
        {
            best[i] = kept.Dequeue();
        }

        return best;
    }
}
