namespace Diplomacy.Training;

/// <summary>
/// Chooses a start for each window: from the cheapest starts and from a greedy choice, one session after the other is moved to where it serves best beside the others,
/// until no single move helps. That is a local optimum; <see cref="LowerBound"/> says how far the best of all could be.
/// </summary>
internal sealed class SeriesSearch
{
    private const int MostPasses = 60;
    private const int BoundSteps = 120;
    private const int MostPrices = 14;
    private readonly SeriesCosts _costs;
    private readonly double _mostTotal;
    private readonly int? _mostNights;
    private readonly Action<double> _progress;
    private readonly CancellationToken _cancellationToken;

    internal SeriesSearch(SeriesCosts costs, double? mostAboveLeast, int? mostNights, Action<double> progress, CancellationToken cancellationToken)
    {
        _costs = costs;
        Cheapest = new(costs);
        for (int w = 0; w < costs.Windows.Length; w++)
        {
            int first = costs.Offsets[w];
            Cheapest.Choose(w, Enumerable.Range(first, costs.Windows[w].Length).MinBy(row => costs.Totals[row]));
        }

        _mostTotal = mostAboveLeast is { } part ? Math.Floor(Cheapest.Total * (1 + part)) : double.MaxValue;
        (_mostNights, _progress, _cancellationToken) = (mostNights, progress, cancellationToken);
    }

    /// <summary>The cheapest start of each window, the earlier of equals: the least total burden there is.</summary>
    internal SeriesChoice Cheapest { get; }

    internal SeriesChoice Run()
    {
        var greedy = new SeriesChoice(_costs);
        for (int w = 0; w < _costs.Windows.Length; w++)
        {
            greedy.Choose(w, BestRow(greedy, w).Row);
        }

        var cheap = new SeriesChoice(_costs);
        for (int w = 0; w < _costs.Windows.Length; w++)
        {
            cheap.Choose(w, Cheapest.Rows[w]);
        }

        SeriesMerit one = Descend(greedy, 0.5), other = Descend(cheap, 0.6);
        return other.CompareTo(one) < 0 ? cheap : greedy;
    }

    /// <summary>
    /// What no choice within the total can fall below, whatever the nights: the least of the sum of squares when sessions could be shared out among starts. Frank-Wolfe
    /// steps on that convex relaxation; the linear bound of each step is valid by itself, and so is any price on the total, so the greatest bound of several prices is kept.
    /// </summary>
    internal double LowerBound(SeriesChoice from)
    {
        (double bound, double total) = BoundAt(0, from);
        if (total > _mostTotal && total > 0)
        {
            // The price at which the relaxation just keeps the total gives the best bound; the bound of any other is true as well.
            double low = 0, high = 0, price = Math.Max(1, bound / total);
            for (int tried = 0; tried < MostPrices; tried++)
            {
                (double priced, total) = BoundAt(price, from);
                bound = Math.Max(bound, priced);
                (low, high) = total > _mostTotal ? (price, high) : (low, price);
                price = high == 0 ? price * 4 : (low + high) / 2;
                _progress(0.7 + (0.3 * tried / MostPrices));
            }
        }

        // A little less than was computed, so that rounding never claims too much.
        return Math.Max(0, Math.Floor(bound * (1 - 1e-9)));
    }

    /// <summary>The bound when each unit of the total above its cap has a price, and the total at which the relaxation then stands.</summary>
    private (double Bound, double Total) BoundAt(double price, SeriesChoice from)
    {
        double[] borne = [.. from.Borne], weights = new double[_costs.Stride], vertex = new double[_costs.Stride];
        double bound = 0, total = from.Total, cap = price == 0 ? 0 : _mostTotal;
        for (int step = 0; step < BoundSteps; step++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            for (int p = 0; p < weights.Length; p++)
            {
                weights[p] = _costs.Heads[p] * ((2 * borne[p]) + price);
            }

            _costs.Carried.CopyTo(vertex, 0);
            double vertexTotal = 0;
            for (int w = 0; w < _costs.Windows.Length; w++)
            {
                vertexTotal += _costs.Totals[AddCheapestBy(weights, w, vertex)];
            }

            double value = price * (total - cap), gap = 0, curve = 0;
            for (int p = 0; p < _costs.Places; p++)
            {
                double away = borne[p] - vertex[p];
                value += _costs.Heads[p] * borne[p] * borne[p];
                gap += weights[p] * away;
                curve += 2 * _costs.Heads[p] * away * away;
            }

            bound = Math.Max(bound, value - gap);
            if (gap <= Math.Abs(value) * 1e-9 || curve <= 0)
            {
                break;
            }

            double length = Math.Min(1, gap / curve);
            total += length * (vertexTotal - total);
            for (int p = 0; p < borne.Length; p++)
            {
                borne[p] += length * (vertex[p] - borne[p]);
            }
        }

        return (bound, total);
    }

    private int AddCheapestBy(double[] weights, int window, double[] sum)
    {
        int best = -1;
        double least = double.PositiveInfinity;
        for (int row = _costs.Offsets[window]; row < _costs.Offsets[window] + _costs.Windows[window].Length; row++)
        {
            double weighed = _costs.Weighed(weights, _costs.Row(row));
            if (weighed < least)
            {
                (least, best) = (weighed, row);
            }
        }

        ReadOnlySpan<double> costs = _costs.Row(best);
        for (int p = 0; p < sum.Length; p++)
        {
            sum[p] += costs[p];
        }

        return best;
    }

    private SeriesMerit Descend(SeriesChoice choice, double done)
    {
        SeriesMerit merit = SeriesMerit.Worst;
        int window = 0, since = 0;
        for (int tried = 0; since < choice.Rows.Length && tried < MostPasses * choice.Rows.Length; tried++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            (int row, merit) = BestRow(choice, window);
            since = row == choice.Rows[window] ? since + 1 : 1;
            choice.Choose(window, row);
            window = (window + 1) % choice.Rows.Length;
        }

        _progress(done + 0.1);
        return merit;
    }

    /// <summary>The row of a window that serves best beside the others; the one that is chosen already where another is no better.</summary>
    private (int Row, SeriesMerit Merit) BestRow(SeriesChoice choice, int window)
    {
        int current = choice.Rows[window];
        double[] borne = [.. choice.Borne];
        int[] nights = [.. choice.Nights];
        double total = choice.Total;
        if (current >= 0)
        {
            ReadOnlySpan<double> costs = _costs.Row(current);
            ReadOnlySpan<byte> kept = _costs.Nights(current);
            total -= _costs.Totals[current];
            for (int p = 0; p < nights.Length; p++)
            {
                borne[p] -= costs[p];
                nights[p] -= kept[p];
            }
        }

        var best = (Row: current, Merit: current >= 0 ? MeritOf(current) : SeriesMerit.Worst);
        for (int row = _costs.Offsets[window]; row < _costs.Offsets[window] + _costs.Windows[window].Length; row++)
        {
            SeriesMerit merit = MeritOf(row);
            if (merit.CompareTo(best.Merit) < 0)
            {
                best = (row, merit);
            }
        }

        return best;

        SeriesMerit MeritOf(int row) =>
            new(Math.Max(0, total + _costs.Totals[row] - _mostTotal), AboveNights(nights, _costs.Nights(row)), _costs.Squares(borne, _costs.Row(row)));
    }

    private int AboveNights(int[] nights, ReadOnlySpan<byte> row)
    {
        if (_mostNights is not { } most)
        {
            return 0;
        }

        int above = 0;
        for (int p = 0; p < nights.Length; p++)
        {
            above += _costs.Heads[p] > 0 ? Math.Max(0, nights[p] + row[p] - most) : 0;
        }

        return above;
    }
}
