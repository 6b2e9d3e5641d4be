using Diplomacy.Training.Pdf.Fonts;
using Diplomacy.Training.Pdf.Structure;

namespace Diplomacy.Training.Pdf.Drawing;

/// <summary>
/// One page under construction: its content, its structure elements in reading order, and what it uses of the
/// document. Whatever is drawn is either owned by a structure element or an artifact, as PDF/UA-1 (7.1) asks.
/// </summary>
internal sealed class PageCanvas
{
    private readonly PdfDocument _document;
    private readonly PdfBuffer _content = new(8 * 1024);
    private readonly List<StructureElement> _elements = [];
    private readonly List<StructureElement> _owners = [];
    private readonly List<FontSubset> _fonts = [];
    private readonly List<int> _artworks = [];
    private readonly List<LinkArea> _links = [];

    public PageCanvas(PdfDocument document, double width, double height)
    {
        _document = document;
        Width = width;
        Height = height;
    }

    public double Width { get; }

    public double Height { get; }

    public ReadOnlySpan<byte> Content => _content.Written;

    public IReadOnlyList<StructureElement> Elements => _elements;

    /// <summary>The owner of each marked content, by its identifier.</summary>
    public IReadOnlyList<StructureElement> Owners => _owners;

    public IReadOnlyList<FontSubset> Fonts => _fonts;

    public IReadOnlyList<int> Artworks => _artworks;

    public IReadOnlyList<LinkArea> Links => _links;

    public StructureElement Add(StructureElement element)
    {
        _elements.Add(element);
        return element;
    }

    /// <summary>Draws artwork that the document holds once for all its pages. It is decoration: no reader is told of it.</summary>
    public void DrawShared(int artwork)
    {
        if (!_artworks.Contains(artwork))
        {
            _artworks.Add(artwork);
        }

        _content.Raw("/Artifact BMC\n/X"u8).Number(artwork).Raw(" Do\nEMC\n"u8);
    }

    /// <summary>
    /// Draws a line of text with its left end on the baseline at the given point. Runs in another language than the
    /// owner's become Span elements of their own, so that a screen reader changes its voice.
    /// </summary>
    public void DrawLine(StructureElement owner, ShapedLine line, double x, double y, TextInk ink)
    {
        new Artwork(_content).FillColor(ink.Color);
        _content.Raw("BT\n"u8);
        if (ink.Spacing != 0)
        {
            _content.Number(ink.Spacing).Raw(" Tc\n"u8);
        }

        string? language = null;
        foreach (var run in line.Runs)
        {
            if (run.Language != language)
            {
                _content.Raw(language is null ? ""u8 : "EMC\n"u8);
                language = run.Language;
                BeginContent(owner.Language is null || language == owner.Language ? owner : AddSpan(owner, language));
            }

            DrawRun(run, x, y, ink.Size);
            x += (run.Ems * ink.Size) + (run.Clusters.Length * ink.Spacing);
        }

        _content.Raw(language is null ? ""u8 : "EMC\n"u8);
        if (ink.Spacing != 0)
        {
            _content.Raw("0 Tc\n"u8);
        }

        _content.Raw("ET\n"u8);
    }

    /// <summary>Draws paths that have a meaning, such as a QR code.</summary>
    public void DrawFigure(StructureElement owner, Action<Artwork> draw)
    {
        BeginContent(owner);
        draw(new Artwork(_content));
        _content.Raw("EMC\n"u8);
    }

    /// <summary>Draws paths without a meaning, such as a rule.</summary>
    public void DrawArtifact(Action<Artwork> draw)
    {
        _content.Raw("/Artifact BMC\n"u8);
        draw(new Artwork(_content));
        _content.Raw("EMC\n"u8);
    }

    public void AddLink(StructureElement owner, Box area, string target, string description)
        => _links.Add(new LinkArea(owner, area, target, description));

    private static StructureElement AddSpan(StructureElement owner, string language)
    {
        var span = new StructureElement("Span", language);
        owner.Kids.Add(new StructureKid(0, span));
        return span;
    }

    private void BeginContent(StructureElement owner)
    {
        var identifier = _owners.Count;
        _owners.Add(owner);
        owner.Kids.Add(new StructureKid(identifier, null));
        _content.Raw("/"u8).Raw(owner.Role).Raw("<</MCID "u8).Number(identifier).Raw(">>BDC\n"u8);
    }

    private void DrawRun(ShapedRun run, double x, double y, double size)
    {
        var subset = _document.SubsetOf(run.Face);
        if (!_fonts.Contains(subset))
        {
            _fonts.Add(subset);
        }

        _content.Raw("/"u8).Raw(subset.ResourceName).Raw(" "u8).Number(size).Raw(" Tf 1 0 0 1 "u8).Operands(x, y).Raw("Tm ["u8);
        var open = false;
        foreach (var (glyph, advance) in run.Clusters)
        {
            if (!open)
            {
                _content.Raw("<"u8);
                open = true;
            }

            _content.HexUInt16(subset.Identify(glyph));
            if (glyph.Width != advance)
            {
                _content.Raw(">"u8).Number((glyph.Width - advance) * 1000.0 / run.Face.UnitsPerEm);
                open = false;
            }
        }

        _content.Raw(open ? ">]TJ\n"u8 : "]TJ\n"u8);
    }
}

/// <summary>How a line is inked.</summary>
/// <param name="Size">In points.</param>
/// <param name="Color">The fill.</param>
/// <param name="Spacing">Extra space after every cluster, in points.</param>
internal readonly record struct TextInk(double Size, PdfColor Color, double Spacing = 0);

/// <summary>A place on the page that opens an address.</summary>
internal readonly record struct LinkArea(StructureElement Owner, Box Area, string Target, string Description);
