using System.Text;
using CsvHelper;

namespace Diplomacy.Training.Imports;

/// <summary>
/// Walks the rows of a delimited file (RFC 4180) and numbers them as a spreadsheet does. Reports quoting and encoding faults; the rows that have one are passed over.
/// </summary>
internal sealed class RecordReader : RowReader
{
    // After a quotation mark that is never closed the rest of the file is read again without the row that opened it. Bounded, since input is hostile.
    private const int Restarts = 8;

    private readonly SourceBytes _source;
    private readonly ImportFaults _faults;
    private readonly CsvReaderOptions _options;
    private readonly bool _isUtf8;
    private CsvReader _csv;
    private CsvMalformedReason? _malformed;
    private int _segment;
    private int _restarts;

    internal RecordReader(SourceBytes source, char separator, ImportFaults faults)
    {
        (_source, _faults) = (source, faults);
        _isUtf8 = source.IsUtf8;
        _options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            Encoding = new UTF8Encoding(false),
            IncludeValuesInExceptions = false,
            OnMalformedRecord = Malformed,
        };
        _csv = CsvReader.Create(source.Utf8, _options);
    }

    internal override int FieldCount => _csv.FieldCount;

    internal override string this[int field] => field < _csv.FieldCount ? _csv.GetString(field) : "";

    /// <summary>The bytes of a field, unquoted, until the next row is read; empty where the row has none.</summary>
    internal ReadOnlySpan<byte> Bytes(int field) => (uint)field < (uint)_csv.FieldCount ? _csv.GetSpan(field) : default;

    /// <summary>Whether the row has nothing in this field.</summary>
    internal bool IsEmpty(int field) => field >= _csv.FieldCount || _csv.IsEmpty(field);

    public override void Dispose() => _csv.Dispose();

    /// <summary>As many as the header has, or more that are empty: other numbers mean that a separator or a quotation mark was misread.</summary>
    internal override bool Fits(int width)
    {
        for (int i = width; i < FieldCount; i++)
        {
            if (!_csv.IsEmpty(i))
            {
                return false;
            }
        }

        return FieldCount >= width;
    }

    internal override bool Read()
    {
        while (!_faults.IsFull && Next())
        {
            if (!_isUtf8 && InvalidOffset(_csv.RawRecord) is { } offset)
            {
                _faults.Add(ImportWords.TextIsUtf8, Row, arguments: [("offset", _source.Offset + _segment + _csv.ByteOffset + offset)]);
            }
            else if (_malformed is CsvMalformedReason.UnterminatedQuote)
            {
                _faults.Add(ImportWords.QuoteIsClosed, Row);
                if (!Restart())
                {
                    return false;
                }
            }
            else if (_malformed is CsvMalformedReason.TextAfterClosingQuote)
            {
                _faults.Add(ImportWords.QuotingIsRight, Row);
            }
            else if (HasValue())
            {
                return true;
            }
        }

        return false;
    }

    private bool Next()
    {
        _malformed = null;
        if (!_csv.Read())
        {
            return false;
        }

        Row++;
        return true;
    }

    // A quotation mark inside an unquoted value is kept as text: nothing can be misread by it.
    private void Malformed(CsvMalformedRecord record) => _malformed = record.Reason;

    private bool HasValue()
    {
        for (int i = 0; i < _csv.FieldCount; i++)
        {
            if (!_csv.IsEmpty(i))
            {
                return true;
            }
        }

        return false;
    }

    private bool Restart()
    {
        ReadOnlySpan<byte> raw = _csv.RawRecord;
        int lineEnd = raw.IndexOfAny((byte)'\r', (byte)'\n');
        if (lineEnd < 0 || _restarts++ == Restarts)
        {
            return false;
        }

        int next = lineEnd + (raw[lineEnd..].StartsWith("\r\n"u8) ? 2 : 1);
        _segment += (int)_csv.ByteOffset + next;
        _csv.Dispose();
        _csv = CsvReader.Create(_source.Utf8[_segment..], _options);
        return true;
    }

    private static int? InvalidOffset(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            if (Rune.DecodeFromUtf8(text[at..], out _, out int consumed) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += consumed;
        }

        return null;
    }
}
