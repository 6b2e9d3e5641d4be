namespace Diplomacy.Training;

/// <summary>A row for each window, and what all bear by it.</summary>
internal sealed class SeriesChoice
{
    private readonly SeriesCosts _costs;

    internal SeriesChoice(SeriesCosts costs)
    {
        _costs = costs;
        Rows = new int[costs.Windows.Length];
        Array.Fill(Rows, -1);
        Borne = [.. costs.Carried];
        Nights = new int[costs.Places];
    }

    /// <summary>The row that is chosen for each window; -1 for none yet.</summary>
    internal int[] Rows { get; }

    /// <summary>What one person of each institution bears, with what was carried over.</summary>
    internal double[] Borne { get; }

    /// <summary>How many sessions touch the night at each institution.</summary>
    internal int[] Nights { get; }

    /// <summary>The burden of all rows.</summary>
    internal double Total { get; private set; }

    internal void Choose(int window, int row)
    {
        Take(Rows[window], -1);
        Rows[window] = row;
        Take(row, 1);
    }

    private void Take(int row, int sign)
    {
        if (row < 0)
        {
            return;
        }

        ReadOnlySpan<double> costs = _costs.Row(row);
        ReadOnlySpan<byte> nights = _costs.Nights(row);
        Total += sign * _costs.Totals[row];
        for (int p = 0; p < Nights.Length; p++)
        {
            Borne[p] += sign * costs[p];
            Nights[p] += sign * nights[p];
        }
    }
}

/// <summary>How good a choice is: what it exceeds the caps by, then the sum of squares. Compared from the first figure on; less is better.</summary>
internal readonly record struct SeriesMerit(double AboveTotal, int AboveNights, double Squares) : IComparable<SeriesMerit>
{
    internal static SeriesMerit Worst { get; } = new(double.MaxValue, int.MaxValue, double.MaxValue);

    public int CompareTo(SeriesMerit other) => (AboveTotal, AboveNights, Squares).CompareTo((other.AboveTotal, other.AboveNights, other.Squares));
}
