using System.Collections.Immutable;
using System.Numerics;

namespace Diplomacy.Training;

/// <summary>
/// What each candidate start asks of each institution, as one number in which the criteria stand one after the other like digits: the smaller number is the better
/// sitting, and the smaller sum over institutions the better plan. Whole numbers up to 2^53, which a double holds exactly; criteria that do not fit go into
/// a further number that is asked only when the first are equal.
/// </summary>
internal sealed class SittingKeys
{
    /// <summary>How many neighbouring candidates share a least row.</summary>
    internal const int Block = 8;

    private const double Exact = 9007199254740992;
    private readonly SlotPlaces _places;
    private readonly int[] _columns;
    private readonly double[][] _weights;
    private readonly int[] _groups;

    internal SittingKeys(SlotPlaces places, int[] candidates)
    {
        _places = places;
        Candidates = candidates;
        Stride = places.StrideFor(candidates.Length);

        // The largest institutions first: a sum that is too great shows it early.
        _columns = new int[places.Who.Length];
        foreach (var (place, column) in places.Who.Select((w, p) => (w, p)).OrderByDescending(x => x.w.Heads).Select((x, c) => (x.p, c)))
        {
            _columns[place] = column;
        }

        double heads = places.Who.Sum(w => w.Heads);
        double[] most =
        [
            places.Who.Count(w => w.MustBeInHours),
            .. places.Options.Order.Select(c => c switch
            {
                SlotCriterion.Burden => heads * places.Grid.Session * Enum.GetValues<WorkingBand>().Max(places.Options.Costs.Of),
                SlotCriterion.ClockChanges => places.Who.Length,
                _ => heads,
            }),
        ];
        (_groups, _weights) = Share(most);
        Rows = [.. Enumerable.Range(0, _groups[^1] + 1).Select(_ => new double[candidates.Length * Stride])];
    }

    /// <summary>The starts that may be chosen, in order.</summary>
    internal int[] Candidates { get; }

    /// <summary>The length of a row, padded to whole vectors.</summary>
    internal int Stride { get; }

    /// <summary>For each group of criteria a row per candidate.</summary>
    internal double[][] Rows { get; }

    /// <summary>Takes over what the sweep read of an institution.</summary>
    internal void Fill(int place, SlotSweep read)
    {
        SlotInstitution who = _places.Who[place];
        ImmutableArray<SlotCriterion> order = _places.Options.Order;
        int change = 0;
        for (int i = 0; i < Candidates.Length; i++)
        {
            int start = Candidates[i];
            while (change < read.ClockChanges.Count && read.ClockChanges[change].To <= start)
            {
                change++;
            }

            bool near = change < read.ClockChanges.Count && read.ClockChanges[change].From <= start;
            var flags = (QuarterFlags)read.Flags[start];
            int at = (i * Stride) + _columns[place];
            Add(0, who.MustBeInHours && flags.HasFlag(QuarterFlags.OutsideHours) ? 1 : 0);
            for (int c = 0; c < order.Length; c++)
            {
                Add(c + 1, who.Heads * order[c] switch
                {
                    SlotCriterion.HeadsAtNight => flags.HasFlag(QuarterFlags.Night) ? 1 : 0,
                    SlotCriterion.HeadsOnRestDays => flags.HasFlag(QuarterFlags.RestDay) ? 1 : 0,
                    SlotCriterion.HeadsOutsideHours => flags.HasFlag(QuarterFlags.OutsideHours) ? 1 : 0,
                    SlotCriterion.Burden => read.Costs[start],
                    _ => 0,
                });
                if (order[c] == SlotCriterion.ClockChanges && near && who.Heads > 0)
                {
                    Add(c + 1, 1);
                }
            }

            void Add(int criterion, int amount) => Rows[_groups[criterion]][at] += amount * _weights[_groups[criterion]][criterion];
        }
    }

    /// <summary>The least of each column over blocks of neighbouring candidates: what no member of a block can fall below.</summary>
    internal double[] LeastOfBlocks()
    {
        int blocks = (Candidates.Length + Block - 1) / Block;
        double[] least = new double[blocks * Stride];
        Array.Fill(least, double.MaxValue);
        for (int i = 0; i < Candidates.Length; i++)
        {
            Span<double> block = least.AsSpan(i / Block * Stride, Stride);
            ReadOnlySpan<double> row = Rows[0].AsSpan(i * Stride, Stride);
            for (int c = 0; c < Stride; c += Vector<double>.Count)
            {
                Vector.Min(new Vector<double>(block[c..]), new Vector<double>(row[c..])).CopyTo(block[c..]);
            }
        }

        return least;
    }

    /// <summary>Whether every institution that must be in hours is so at one of the sittings.</summary>
    internal bool AllWhoMustAreInHours(ReadOnlySpan<int> sittings)
    {
        for (int place = 0; place < _columns.Length; place++)
        {
            // The first digit: it outweighs all others of its number together.
            if (_places.Who[place].MustBeInHours && Rows[0][(sittings[BestFor(place, sittings)] * Stride) + _columns[place]] >= _weights[0][0])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of several sittings, the one that is best for an institution; the earlier of equals.</summary>
    internal int BestFor(int place, ReadOnlySpan<int> sittings)
    {
        int best = 0;
        for (int i = 1; i < sittings.Length; i++)
        {
            if (Compare(sittings[i], sittings[best], _columns[place]) < 0)
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>The sum over all institutions of one group of criteria, each at the sitting that is best for it.</summary>
    internal double Total(int group, ReadOnlySpan<int> sittings)
    {
        double total = 0;
        for (int place = 0; place < _columns.Length; place++)
        {
            total += Rows[group][(sittings[BestFor(place, sittings)] * Stride) + _columns[place]];
        }

        return total;
    }

    private int Compare(int one, int other, int column)
    {
        foreach (double[] rows in Rows)
        {
            int difference = rows[(one * Stride) + column].CompareTo(rows[(other * Stride) + column]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return 0;
    }

    /// <summary>Shares the criteria among as few numbers as hold them exactly, and gives each the weight of all that come after it in its number.</summary>
    private static (int[] Groups, double[][] Weights) Share(double[] most)
    {
        int[] groups = new int[most.Length];
        double size = 1;
        for (int c = 0, group = 0; c < most.Length; c++)
        {
            if (size * (most[c] + 1) >= Exact)
            {
                (group, size) = (group + 1, 1);
            }

            size *= most[c] + 1;
            groups[c] = group;
        }

        double[][] weights = [.. Enumerable.Range(0, groups[^1] + 1).Select(_ => new double[most.Length])];
        for (int c = most.Length - 1; c >= 0; c--)
        {
            bool last = c == most.Length - 1 || groups[c + 1] != groups[c];
            weights[groups[c]][c] = last ? 1 : weights[groups[c]][c + 1] * (most[c + 1] + 1);
        }

        return (groups, weights);
    }
}
