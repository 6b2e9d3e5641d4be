using System.Numerics;

namespace Diplomacy.Training;

/// <summary>What each candidate start of each window costs one person of each institution.</summary>
internal sealed class SeriesCosts
{
    private readonly byte[] _nights;

    internal SeriesCosts(SlotPlaces places, int[][] windows, BurdenLedger carried)
    {
        Windows = windows;
        Places = places.Who.Length;
        Stride = places.StrideFor(windows.Sum(w => w.Length));
        Offsets = new int[windows.Length];
        int candidates = 0;
        for (int w = 0; w < windows.Length; w++)
        {
            Offsets[w] = candidates;
            candidates += windows[w].Length;
        }

        Rows = new double[candidates * Stride];
        Totals = new double[candidates];
        _nights = new byte[candidates * Places];
        Heads = new double[Stride];
        Carried = new double[Stride];
        for (int p = 0; p < Places; p++)
        {
            Heads[p] = places.Who[p].Heads;
            Carried[p] = carried.Of(places.Who[p].Institution.Code).Burden;
        }
    }

    /// <summary>The starts that may be chosen in each window, in order.</summary>
    internal int[][] Windows { get; }

    internal int Places { get; }

    internal int Stride { get; }

    /// <summary>The row of the first candidate of each window.</summary>
    internal int[] Offsets { get; }

    internal double[] Rows { get; }

    /// <summary>The burden of each row: its costs, each times the people who bear it.</summary>
    internal double[] Totals { get; }

    internal double[] Heads { get; }

    internal double[] Carried { get; }

    internal ReadOnlySpan<double> Row(int row) => Rows.AsSpan(row * Stride, Stride);

    /// <summary>Which institutions a row keeps up at night.</summary>
    internal ReadOnlySpan<byte> Nights(int row) => _nights.AsSpan(row * Places, Places);

    /// <summary>Takes over what the sweep read of an institution.</summary>
    internal void Fill(int place, SlotSweep read)
    {
        int row = 0;
        foreach (int start in Windows.SelectMany(w => w))
        {
            Rows[(row * Stride) + place] = read.Costs[start];
            Totals[row] += read.Costs[start] * Heads[place];
            _nights[(row * Places) + place] = (byte)(read.Flags[start] & (byte)QuarterFlags.Night);
            row++;
        }
    }

    /// <summary>The sum over all people of the square of a base and a row together.</summary>
    internal double Squares(ReadOnlySpan<double> borne, ReadOnlySpan<double> row)
    {
        var sum = Vector<double>.Zero;
        for (int at = 0; at < Stride; at += Vector<double>.Count)
        {
            Vector<double> each = new Vector<double>(borne[at..]) + new Vector<double>(row[at..]);
            sum += new Vector<double>(Heads.AsSpan(at)) * each * each;
        }

        return Vector.Sum(sum);
    }

    /// <summary>The sum of the products of a weight for each institution and a row.</summary>
    internal double Weighed(ReadOnlySpan<double> weights, ReadOnlySpan<double> row)
    {
        var sum = Vector<double>.Zero;
        for (int at = 0; at < Stride; at += Vector<double>.Count)
        {
            sum += new Vector<double>(weights[at..]) * new Vector<double>(row[at..]);
        }

        return Vector.Sum(sum);
    }
}
