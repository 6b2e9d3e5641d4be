namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>A line of text after shaping: runs from left to right, each of one face. Immutable, so it may be kept and drawn on many pages.</summary>
internal sealed class ShapedLine
{
    public ShapedLine(IReadOnlyList<ShapedRun> runs)
    {
        Runs = runs;
        Ems = runs.Sum(run => run.Ems);
        Characters = runs.Sum(run => run.Clusters.Length);
    }

    public IReadOnlyList<ShapedRun> Runs { get; }

    /// <summary>Width in ems: multiply by the size in points.</summary>
    public double Ems { get; }

    /// <summary>Number of clusters, each of which is one character to PDF and takes character spacing once.</summary>
    public int Characters { get; }

    public double Width(double size, double spacing = 0) => (Ems * size) + (Characters * spacing);
}

/// <summary>A stretch of a line in one script and one face.</summary>
internal sealed class ShapedRun
{
    public ShapedRun(FontFace face, WritingScript script, PlacedCluster[] clusters)
    {
        Face = face;
        Script = script;
        Clusters = clusters;
        Ems = clusters.Sum(cluster => (double)cluster.Advance) / face.UnitsPerEm;
    }

    public FontFace Face { get; }

    public WritingScript Script { get; }

    /// <summary>The language of the run for readers (BCP 47).</summary>
    public string Language => Script == WritingScript.Khmer ? "km" : "en";

    public PlacedCluster[] Clusters { get; }

    public double Ems { get; }
}

/// <summary>A cluster and the pen's advance after it, which differs from the cluster's own width where pairs are kerned.</summary>
internal readonly record struct PlacedCluster(ClusterGlyph Glyph, int Advance);
