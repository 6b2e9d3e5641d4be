using System.Xml;

namespace Diplomacy.Training.Imports;

/// <summary>
/// The unpacked bytes of one part on their way to the XML parser, which keeps a whole tag or text in memory: counts them against the workbook's budget
/// and refuses a single tag, text, comment or instruction that is longer than any honest one.
/// </summary>
internal sealed class BoundedMarkup(Stream inner, UnpackingBudget budget) : Stream
{
    private const int LongestTag = 64 * 1024;

    // A cell has at most 32,767 characters; as numeric references that is less than this.
    private const int LongestText = 512 * 1024;

    private Place _place;
    private byte _quote;
    private int _length;
    private uint _last;

    private enum Place
    {
        Text,
        Tag,
        Comment,
        CData,
        Instruction,
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        budget.Take(read);
        foreach (byte b in buffer[..read])
        {
            Follow(b);
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Follow(byte b)
    {
        _last = (_last << 8) | b;
        if (++_length > (_place == Place.Tag ? LongestTag : LongestText))
        {
            throw WorkbookFault.Damaged();
        }

        switch (_place)
        {
            case Place.Text when b == '<':
                Enter(Place.Tag);
                break;
            case Place.Tag when _quote != 0:
                _quote = b == _quote ? (byte)0 : _quote;
                break;
            case Place.Tag when b is (byte)'"' or (byte)'\'':
                _quote = b;
                break;
            case Place.Tag when _length == 1 && b == '?':
                Enter(Place.Instruction);
                break;
            case Place.Tag when _length == 3 && (_last & 0xFFFFFF) == (('!' << 16) | ('-' << 8) | '-'):
                Enter(Place.Comment);
                break;
            case Place.Tag when _length == 2 && (_last & 0xFFFF) == (('!' << 8) | '['):
                Enter(Place.CData);
                break;
            case Place.Tag when b == '>':
            case Place.Instruction when (_last & 0xFFFF) == (('?' << 8) | '>'):
            case Place.Comment when (_last & 0xFFFFFF) == (('-' << 16) | ('-' << 8) | '>'):
            case Place.CData when (_last & 0xFFFFFF) == ((']' << 16) | (']' << 8) | '>'):
                Enter(Place.Text);
                break;
            default:
                break;
        }
    }

    private void Enter(Place place) => (_place, _length, _quote) = (place, 0, 0);
}

/// <summary>How many bytes all parts of a workbook together may still unpack to.</summary>
internal sealed class UnpackingBudget(int limit)
{
    private long _left = limit;

    /// <exception cref="WorkbookFault">They are used up.</exception>
    internal void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new WorkbookFault(ImportWords.WorkbookIsWithinLimit, ("limit", limit));
        }
    }
}

/// <summary>The parser never forgets a name that it has seen, so that hostile markup could fill the memory with them.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int MostCharacters = 256 * 1024;
    private int _characters;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) =>
        (_characters += name.Length + 16) <= MostCharacters ? name : throw WorkbookFault.Damaged();
}
