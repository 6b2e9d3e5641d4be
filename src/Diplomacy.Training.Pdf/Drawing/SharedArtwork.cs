using Diplomacy.Training.Pdf.Structure;

namespace Diplomacy.Training.Pdf.Drawing;

/// <summary>
/// Decoration that pages and documents share: drawn and deflated once for the process, written once in each document.
/// Immutable and thread-safe; the object itself is its identity.
/// </summary>
internal sealed class SharedArtwork
{
    private readonly Lazy<byte[]> _deflated;

    public SharedArtwork(Box bounds, Action<Artwork> draw)
    {
        Bounds = bounds;
        _deflated = new Lazy<byte[]>(() =>
        {
            var content = new PdfBuffer(32 * 1024);
            draw(new Artwork(content));
            return Deflate.Compress(content.Written);
        });
    }

    public Box Bounds { get; }

    /// <summary>The content operators, as a stream with the filter FlateDecode holds them.</summary>
    public ReadOnlySpan<byte> Deflated => _deflated.Value;
}
