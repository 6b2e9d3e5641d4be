namespace Diplomacy.Training.Pdf.Structure;

/// <summary>
/// The number tree that leads from a page's marked contents and annotations back to their structure elements
/// (ISO 32000-1, 14.7.4.4). Leaves are written as they fill, so memory grows by one number for every leaf.
/// </summary>
internal sealed class ParentTree
{
    private const int LeafSize = 128;

    private readonly PdfOutput _output;
    private readonly PdfBuffer _leaf = new(2048);
    private readonly PdfBuffer _leaves = new();
    private int _nextKey;
    private int _leafFirst;

    public ParentTree(PdfOutput output) => _output = output;

    /// <summary>The key that the next entry gets; keys run from 0 without gaps.</summary>
    public int NextKey => _nextKey;

    public void Add(int target)
    {
        _leaf.Number(_nextKey).Raw(" "u8).Reference(target).Raw("\n"u8);
        _nextKey++;
        if (_nextKey - _leafFirst == LeafSize)
        {
            WriteLeaf();
        }
    }

    public int Finish()
    {
        if (_nextKey > _leafFirst)
        {
            WriteLeaf();
        }

        return _output.Write(new PdfBuffer().Raw("<</Kids["u8).Raw(_leaves.Written).Raw("]>>"u8));
    }

    private void WriteLeaf()
    {
        var id = _output.Write(new PdfBuffer(_leaf.Length + 64)
            .Raw("<</Limits["u8).Number(_leafFirst).Raw(" "u8).Number(_nextKey - 1).Raw("]/Nums["u8).Raw(_leaf.Written).Raw("]>>"u8));
        _leaves.Reference(id).Raw(" "u8);
        _leaf.Clear();
        _leafFirst = _nextKey;
    }
}
