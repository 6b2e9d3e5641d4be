namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>
/// What one cluster of text looks like: its whole text, and the glyphs that HarfBuzz placed for it. In the
/// subset font it is one glyph, so that a reader gets the cluster's text back whole and in logical order.
/// Two clusters are equal if they look and read alike.
/// </summary>
internal sealed class ClusterGlyph : IEquatable<ClusterGlyph>
{
    private readonly GlyphPlacement[] _placements;
    private readonly int _hash;

    /// <param name="text">The cluster's characters in logical order.</param>
    /// <param name="placements">The inked glyphs; none for spaces and for characters that only divide.</param>
    /// <param name="width">The width of the glyph in the subset font, in font units.</param>
    public ClusterGlyph(string text, GlyphPlacement[] placements, int width)
    {
        Text = text;
        Width = width;
        _placements = placements;
        var hash = new HashCode();
        hash.Add(text, StringComparer.Ordinal);
        hash.Add(width);
        foreach (var placement in placements)
        {
            hash.Add(placement);
        }

        _hash = hash.ToHashCode();
    }

    public string Text { get; }

    public int Width { get; }

    public ReadOnlySpan<GlyphPlacement> Placements => _placements;

    /// <summary>Whether the cluster is one glyph of the face as it stands.</summary>
    public bool IsPlain => _placements is [{ X: 0, Y: 0 }];

    public bool Equals(ClusterGlyph? other)
        => other is not null
            && (ReferenceEquals(this, other)
                || (_hash == other._hash
                    && Width == other.Width
                    && string.Equals(Text, other.Text, StringComparison.Ordinal)
                    && _placements.AsSpan().SequenceEqual(other._placements)));

    public override bool Equals(object? obj) => Equals(obj as ClusterGlyph);

    public override int GetHashCode() => _hash;
}

/// <summary>A glyph of the face and where its origin lies from the cluster's, in font units.</summary>
internal readonly record struct GlyphPlacement(int Glyph, int X, int Y);
