namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>
/// The clusters of one face that a document draws. Each distinct cluster gets the next character identifier when
/// it is first met, so pages may be written while later ones are still unknown. Belongs to one document.
/// </summary>
internal sealed class FontSubset
{
    private readonly Dictionary<ClusterGlyph, int> _identifiers = [];
    private readonly List<ClusterGlyph> _clusters = [];

    public FontSubset(FontFace face, string resourceName)
    {
        Face = face;
        ResourceName = resourceName;
    }

    public FontFace Face { get; }

    /// <summary>Name of the font in the pages' resources, such as <c>F1</c>.</summary>
    public string ResourceName { get; }

    /// <summary>The clusters in the order of their identifiers, which begin with 1; 0 is .notdef and never drawn.</summary>
    public IReadOnlyList<ClusterGlyph> Clusters => _clusters;

    public int Identify(ClusterGlyph cluster)
    {
        if (_identifiers.TryGetValue(cluster, out var identifier))
        {
            return identifier;
        }

        _clusters.Add(cluster);
        identifier = _clusters.Count;
        if (identifier > ushort.MaxValue - Face.Outlines.Count)
        {
            throw new InvalidOperationException("One document has drawn more than 65,000 different clusters of one font; divide it into several files.");
        }

        _identifiers.Add(cluster, identifier);
        return identifier;
    }

    /// <summary>The TrueType file of the subset: glyph index = character identifier.</summary>
    public byte[] BuildFile() => new SubsetBuilder(Face, _clusters).Build();
}
