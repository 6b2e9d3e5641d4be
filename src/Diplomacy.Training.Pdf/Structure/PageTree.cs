namespace Diplomacy.Training.Pdf.Structure;

/// <summary>The tree of pages (ISO 32000-1, 7.7.3): leaves of 64 pages under one root, so that a page can name its parent before the next is known.</summary>
internal sealed class PageTree
{
    private const int LeafSize = 64;

    private readonly PdfOutput _output;
    private readonly PdfBuffer _leaves = new();
    private readonly PdfBuffer _pages = new();
    private readonly int _root;
    private int _leaf;
    private int _inLeaf;

    public PageTree(PdfOutput output)
    {
        _output = output;
        _root = output.Reserve();
    }

    public int Count { get; private set; }

    /// <summary>The node that the next page belongs to.</summary>
    public int ParentOfNext
    {
        get
        {
            if (_leaf == 0)
            {
                _leaf = _output.Reserve();
            }

            return _leaf;
        }
    }

    public void Add(int page)
    {
        _pages.Reference(page).Raw(" "u8);
        Count++;
        if (++_inLeaf == LeafSize)
        {
            WriteLeaf();
        }
    }

    public int Finish()
    {
        if (_inLeaf > 0)
        {
            WriteLeaf();
        }

        return _output.Write(_root, new PdfBuffer().Raw("<</Type/Pages/Count "u8).Number(Count).Raw("/Kids["u8).Raw(_leaves.Written).Raw("]>>"u8));
    }

    private void WriteLeaf()
    {
        _output.Write(_leaf, new PdfBuffer(1024)
            .Raw("<</Type/Pages/Parent "u8).Reference(_root).Raw("/Count "u8).Number(_inLeaf).Raw("/Kids["u8).Raw(_pages.Written).Raw("]>>"u8));
        _leaves.Reference(_leaf).Raw(" "u8);
        _pages.Clear();
        _leaf = 0;
        _inLeaf = 0;
    }
}
