using System.Globalization;
using System.Security.Cryptography;

namespace Diplomacy.Training.Pdf.Structure;

/// <summary>
/// The objects of one file on their way to a stream: each is written as soon as it is complete, and only its
/// offset is kept. The stream needs no seeking. The file identifier is a digest of what was written, so equal
/// content gives equal bytes.
/// </summary>
internal sealed class PdfOutput : IDisposable
{
    private const int FlushAt = 64 * 1024;

    private readonly Stream _stream;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly PdfBuffer _pending = new(FlushAt + 4096);
    private readonly MemoryStream _compressed = new();
    private readonly List<long> _offsets = [0];
    private long _flushed;

    public PdfOutput(Stream stream)
    {
        _stream = stream;
        // The comment of four bytes above 127 tells transports that the file is binary (ISO 19005-3, 6.1.2).
        _pending.Raw("%PDF-1.7\n"u8).Raw([0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A]);
    }

    /// <summary>Takes an object number that is to be written later.</summary>
    public int Reserve()
    {
        _offsets.Add(-1);
        return _offsets.Count - 1;
    }

    public int Write(PdfBuffer content) => Write(Reserve(), content);

    public int Write(int id, PdfBuffer content)
    {
        Begin(id);
        _pending.Raw(content.Written).Raw("\nendobj\n"u8);
        FlushIfFull();
        return id;
    }

    /// <summary>Writes a stream object, deflated.</summary>
    /// <param name="id">The object number.</param>
    /// <param name="entries">Entries of the dictionary besides Length and Filter.</param>
    /// <param name="data">The content before compression.</param>
    public int WriteStream(int id, string entries, ReadOnlySpan<byte> data)
    {
        _compressed.SetLength(0);
        Deflate.Compress(data, _compressed);
        return WriteDeflated(id, entries, _compressed.GetBuffer().AsSpan(0, (int)_compressed.Length));
    }

    /// <summary>Writes a stream object whose data is deflated already.</summary>
    public int WriteDeflated(int id, string entries, ReadOnlySpan<byte> deflated) => WriteRaw(id, entries + "/Filter/FlateDecode", deflated);

    /// <summary>Writes a stream object as it is; XMP must stay readable without decoding.</summary>
    public int WriteRaw(int id, string entries, ReadOnlySpan<byte> data)
    {
        Begin(id);
        _pending.Raw("<<"u8).Raw(entries).Raw("/Length "u8).Number(data.Length).Raw(">>\nstream\n"u8)
            .Raw(data).Raw("\nendstream\nendobj\n"u8);
        FlushIfFull();
        return id;
    }

    /// <summary>Writes cross-reference table and trailer (7.5.4, 7.5.5) and flushes the stream, which stays open.</summary>
    public void Finish(int catalog, int info)
    {
        var start = _flushed + _pending.Length;
        _pending.Raw("xref\n0 "u8).Number(_offsets.Count).Raw("\n0000000000 65535 f \n"u8);
        for (var id = 1; id < _offsets.Count; id++)
        {
            if (_offsets[id] < 0)
            {
                throw new InvalidOperationException($"Object {id} was reserved but never written.");
            }

            _pending.Raw(_offsets[id].ToString("D10", CultureInfo.InvariantCulture)).Raw(" 00000 n \n"u8);
            FlushIfFull();
        }

        Flush();
        var identifier = Convert.ToHexString(_digest.GetHashAndReset().AsSpan(0, 16));
        _pending.Raw("trailer\n<</Size "u8).Number(_offsets.Count).Raw("/Root "u8).Reference(catalog).Raw("/Info "u8).Reference(info)
            .Raw("/ID[<"u8).Raw(identifier).Raw("><"u8).Raw(identifier).Raw(">]>>\nstartxref\n"u8)
            .Raw(start.ToString(CultureInfo.InvariantCulture)).Raw("\n%%EOF\n"u8);
        Flush();
        _stream.Flush();
    }

    public void Dispose()
    {
        _digest.Dispose();
        _compressed.Dispose();
    }

    private void Begin(int id)
    {
        _offsets[id] = _flushed + _pending.Length;
        _pending.Number(id).Raw(" 0 obj\n"u8);
    }

    private void FlushIfFull()
    {
        if (_pending.Length >= FlushAt)
        {
            Flush();
        }
    }

    private void Flush()
    {
        _digest.AppendData(_pending.Written);
        _stream.Write(_pending.Written);
        _flushed += _pending.Length;
        _pending.Clear();
    }
}
