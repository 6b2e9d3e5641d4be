using System.Text;
using Diplomacy.Training.Pdf.Drawing;
using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf.Structure;

/// <summary>
/// A tagged document written page by page (ISO 32000-1; written for PDF/A-3a, ISO 19005-3, and PDF/UA-1, ISO
/// 14289-1). Each page leaves for the stream when it ends; fonts, which all pages share, follow at the end. Between
/// pages memory grows by a few hundred bytes for each: offsets, a label and the number of its section.
/// </summary>
internal sealed class PdfDocument : IDisposable
{
    private readonly PdfOutput _output;
    private readonly PageTree _pages;
    private readonly ParentTree _parents;
    private readonly Dictionary<FontFace, (FontSubset Subset, int Id)> _subsets = [];
    private readonly Dictionary<SharedArtwork, int> _artworks = [];
    private readonly PdfBuffer _sections = new();
    private readonly PdfBuffer _labels = new();
    private readonly PdfBuffer _scratch = new(1024);
    private readonly int _structureRoot;
    private readonly int _documentElement;

    public PdfDocument(Stream stream)
    {
        _output = new PdfOutput(stream);
        _pages = new PageTree(_output);
        _parents = new ParentTree(_output);
        _structureRoot = _output.Reserve();
        _documentElement = _output.Reserve();
    }

    public FontSubset SubsetOf(FontFace face)
    {
        if (!_subsets.TryGetValue(face, out var entry))
        {
            entry = (new FontSubset(face, "F" + (char)('A' + _subsets.Count)), _output.Reserve());
            _subsets.Add(face, entry);
        }

        return entry.Subset;
    }

    /// <summary>The number of shared artwork for <see cref="PageCanvas.DrawShared"/>; it is written when first asked for.</summary>
    public int Shared(SharedArtwork artwork)
    {
        if (!_artworks.TryGetValue(artwork, out var id))
        {
            var entries = new PdfBuffer().Raw("/Type/XObject/Subtype/Form/BBox[0 0 "u8)
                .Operands(artwork.Bounds.Width, artwork.Bounds.Height).Raw("]/Resources<<>>"u8);
            id = _output.WriteDeflated(_output.Reserve(), Encoding.ASCII.GetString(entries.Written), artwork.Deflated);
            _artworks.Add(artwork, id);
        }

        return id;
    }

    /// <summary>Writes a finished page with its structure under one Sect element.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="label">What viewers show instead of the page's position, such as its register number; null for none.</param>
    public void AddPage(PageCanvas canvas, string? label)
    {
        var content = _output.WriteStream(_output.Reserve(), string.Empty, canvas.Content);
        var page = _output.Reserve();
        var section = _output.Reserve();
        var elements = new Dictionary<StructureElement, int>(canvas.Elements.Count);
        Reserve(canvas.Elements, elements);
        var pageKey = _parents.NextKey;
        _parents.Add(WriteOwners(canvas, elements));
        var annotations = WriteLinks(canvas, elements);
        WritePage(page, canvas, content, pageKey, annotations);
        WriteStructure(page, section, canvas, elements);
        _sections.Reference(section).Raw(" "u8);
        if (label is not null)
        {
            _labels.Number(_pages.Count).Raw("<</P "u8).Text(label).Raw(">>"u8);
        }

        _pages.Add(page);
    }

    /// <summary>Writes fonts, structure root, metadata and the table of objects. Nothing may follow.</summary>
    public void Finish(string title, string language)
    {
        foreach (var (subset, id) in _subsets.Values)
        {
            FontObjects.Write(_output, id, subset);
        }

        var parentTree = _parents.Finish();
        _output.Write(_documentElement, Scratch()
            .Raw("<</Type/StructElem/S/Document/P "u8).Reference(_structureRoot).Raw("/K["u8).Raw(_sections.Written).Raw("]>>"u8));
        _output.Write(_structureRoot, Scratch()
            .Raw("<</Type/StructTreeRoot/K "u8).Reference(_documentElement)
            .Raw("/ParentTree "u8).Reference(parentTree).Raw("/ParentTreeNextKey "u8).Number(_parents.NextKey).Raw(">>"u8));
        var profile = _output.WriteDeflated(_output.Reserve(), "/N 3", SrgbProfile.Deflated);
        var metadata = _output.WriteRaw(_output.Reserve(), "/Type/Metadata/Subtype/XML", XmpPacket.Build(title, language));
        var pages = _pages.Finish();
        var catalog = Scratch()
            .Raw("<</Type/Catalog/Pages "u8).Reference(pages)
            .Raw("/Metadata "u8).Reference(metadata)
            .Raw("/Lang("u8).Raw(language)
            .Raw(")/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot "u8).Reference(_structureRoot)
            .Raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8)
            .Reference(profile).Raw(">>]"u8);
        if (_labels.Length > 0)
        {
            catalog.Raw("/PageLabels<</Nums["u8).Raw(_labels.Written).Raw("]>>"u8);
        }

        var root = _output.Write(catalog.Raw(">>"u8));
        var info = _output.Write(Scratch()
            .Raw("<</Title "u8).Text(title).Raw("/Producer("u8).Raw(XmpPacket.Producer).Raw(")/Creator("u8).Raw(XmpPacket.Producer).Raw(")>>"u8));
        _output.Finish(root, info);
    }

    public void Dispose() => _output.Dispose();

    private PdfBuffer Scratch()
    {
        _scratch.Clear();
        return _scratch;
    }

    private void Reserve(IEnumerable<StructureElement> level, Dictionary<StructureElement, int> elements)
    {
        foreach (var element in level)
        {
            elements.Add(element, _output.Reserve());
            Reserve(element.Kids.Select(kid => kid.Element).OfType<StructureElement>(), elements);
        }
    }

    private int WriteOwners(PageCanvas canvas, Dictionary<StructureElement, int> elements)
    {
        var owners = Scratch().Raw("["u8);
        foreach (var owner in canvas.Owners)
        {
            owners.Reference(elements[owner]).Raw(" "u8);
        }

        return _output.Write(owners.Raw("]"u8));
    }

    private List<int> WriteLinks(PageCanvas canvas, Dictionary<StructureElement, int> elements)
    {
        var annotations = new List<int>(canvas.Links.Count);
        foreach (var link in canvas.Links)
        {
            var key = _parents.NextKey;
            _parents.Add(elements[link.Owner]);
            const int print = 4;
            var id = _output.Write(Scratch()
                .Raw("<</Type/Annot/Subtype/Link/F "u8).Number(print)
                .Raw("/Rect["u8).Operands(link.Area.Left, link.Area.Bottom, link.Area.Right, link.Area.Top)
                .Raw("]/Border[0 0 0]/StructParent "u8).Number(key)
                .Raw("/Contents "u8).Text(link.Description)
                .Raw("/A<</S/URI/URI "u8).AsciiString(link.Target).Raw(">>>>"u8));
            link.Owner.Annotations.Add(id);
            annotations.Add(id);
        }

        return annotations;
    }

    private void WritePage(int page, PageCanvas canvas, int content, int key, List<int> annotations)
    {
        var buffer = Scratch()
            .Raw("<</Type/Page/Parent "u8).Reference(_pages.ParentOfNext)
            .Raw("/MediaBox[0 0 "u8).Operands(canvas.Width, canvas.Height)
            .Raw("]/Contents "u8).Reference(content)
            .Raw("/StructParents "u8).Number(key)
            .Raw("/Tabs/S/Resources<</Font<<"u8);
        foreach (var font in canvas.Fonts)
        {
            buffer.Raw("/"u8).Raw(font.ResourceName).Raw(" "u8).Reference(_subsets[font.Face].Id);
        }

        buffer.Raw(">>/XObject<<"u8);
        foreach (var artwork in canvas.Artworks)
        {
            buffer.Raw("/X"u8).Number(artwork).Raw(" "u8).Reference(artwork);
        }

        buffer.Raw(">>>>"u8);
        if (annotations.Count > 0)
        {
            buffer.Raw("/Annots["u8);
            foreach (var annotation in annotations)
            {
                buffer.Reference(annotation).Raw(" "u8);
            }

            buffer.Raw("]"u8);
        }

        _output.Write(page, buffer.Raw(">>"u8));
    }

    private void WriteStructure(int page, int section, PageCanvas canvas, Dictionary<StructureElement, int> elements)
    {
        var sect = Scratch().Raw("<</Type/StructElem/S/Sect/P "u8).Reference(_documentElement).Raw("/K["u8);
        foreach (var element in canvas.Elements)
        {
            sect.Reference(elements[element]).Raw(" "u8);
        }

        _output.Write(section, sect.Raw("]>>"u8));
        foreach (var element in canvas.Elements)
        {
            WriteElement(element, section, page, elements);
        }
    }

    private void WriteElement(StructureElement element, int parent, int page, Dictionary<StructureElement, int> elements)
    {
        var id = elements[element];
        var buffer = Scratch()
            .Raw("<</Type/StructElem/S/"u8).Raw(element.Role).Raw("/P "u8).Reference(parent).Raw("/Pg "u8).Reference(page);
        if (element.Language is { } language)
        {
            buffer.Raw("/Lang("u8).Raw(language).Raw(")"u8);
        }

        if (element.Alternative is { } alternative)
        {
            buffer.Raw("/Alt "u8).Text(alternative);
        }

        if (element.Bounds is { } box)
        {
            buffer.Raw("/A<</O/Layout/Placement/Block/BBox["u8).Operands(box.Left, box.Bottom, box.Right, box.Top).Raw("]>>"u8);
        }

        buffer.Raw("/K["u8);
        foreach (var (content, inner) in element.Kids)
        {
            _ = inner is null ? buffer.Number(content) : buffer.Reference(elements[inner]);
            buffer.Raw(" "u8);
        }

        foreach (var annotation in element.Annotations)
        {
            buffer.Raw("<</Type/OBJR/Obj "u8).Reference(annotation).Raw("/Pg "u8).Reference(page).Raw(">>"u8);
        }

        _output.Write(id, buffer.Raw("]>>"u8));
        foreach (var (_, inner) in element.Kids)
        {
            if (inner is not null)
            {
                WriteElement(inner, id, page, elements);
            }
        }
    }
}
