using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>A file in memory as UTF-8, whatever encoding it came in, and the digest of its own bytes.</summary>
internal sealed class SourceBytes
{
    private const int BufferBytes = 81920;

    private readonly byte[] _bytes;
    private readonly Lazy<bool> _isUtf8;

    private SourceBytes(ReadOnlyMemory<byte> utf8, byte[] bytes, int offset, byte[]? archive = null)
    {
        (Utf8, _bytes, Offset, Archive) = (utf8, bytes, offset, archive);
        _isUtf8 = new(() => System.Text.Unicode.Utf8.IsValid(Utf8.Span));
    }

    internal ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Whether all of <see cref="Utf8"/> is UTF-8; looked at once for all who read the same bytes.</summary>
    internal bool IsUtf8 => _isUtf8.Value;

    /// <summary>Begins SHA-256 of the bytes as they came.</summary>
    internal SourceDigest BeginDigest() => SourceDigest.Begin(_bytes);

    /// <summary>Where <see cref="Utf8"/> begins in the file: after the byte order mark.</summary>
    internal int Offset { get; }

    /// <summary>The bytes where they begin as an archive does, which a workbook is and text never is; null otherwise. <see cref="Utf8"/> is empty then.</summary>
    internal byte[]? Archive { get; }

    /// <exception cref="ImportException">The file is larger than the limit, is empty, or is recognised as what no reader takes.</exception>
    internal static async Task<SourceBytes> ReadAsync(Stream stream, ImportFaults faults, CancellationToken cancellationToken)
    {
        byte[] bytes = await ReadAllAsync(stream, faults, cancellationToken).ConfigureAwait(false);
        return bytes switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => new(default, bytes, 0, bytes),
            // The container of Excel 97 to 2003, and of every workbook with a password.
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw faults.Refuse(ImportWords.WorkbookIsXlsx),
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw faults.Refuse(ImportWords.EncodingIsUnicode),
            [0xEF, 0xBB, 0xBF, ..] => new(bytes.AsMemory(3), bytes, 3),
            [0xFF, 0xFE, ..] => new(FromUtf16(bytes.AsSpan(2), Encoding.Unicode), bytes, 2),
            [0xFE, 0xFF, ..] => new(FromUtf16(bytes.AsSpan(2), Encoding.BigEndianUnicode), bytes, 2),
            // Without a mark: the delimiters and letters of a header are ASCII, so UTF-16 shows as a zero in every second byte.
            [not 0, 0, not 0, 0, ..] => new(FromUtf16(bytes, Encoding.Unicode), bytes, 0),
            [0, not 0, 0, not 0, ..] => new(FromUtf16(bytes, Encoding.BigEndianUnicode), bytes, 0),
            _ when IsUtf16(bytes, 1) => new(FromUtf16(bytes, Encoding.Unicode), bytes, 0),
            _ when IsUtf16(bytes, 0) => new(FromUtf16(bytes, Encoding.BigEndianUnicode), bytes, 0),
            _ => new(bytes, bytes, 0),
        };
    }

    // What is not valid UTF-16 becomes U+FFFD, which every reader refuses as damaged text.
    private static byte[] FromUtf16(ReadOnlySpan<byte> bytes, Encoding encoding) => Encoding.UTF8.GetBytes(encoding.GetString(bytes));

    // A Khmer header in UTF-16 without a mark: in the high bytes nothing but the Khmer block, ASCII and what stands between words.
    private static bool IsUtf16(byte[] bytes, int high)
    {
        ReadOnlySpan<byte> start = bytes.AsSpan(0, Math.Min(bytes.Length, 1000) & ~1);
        int khmer = 0;
        for (int i = high; i < start.Length; i += 2)
        {
            if (start[i] is not (0 or 0x17 or 0x20))
            {
                return false;
            }

            khmer += start[i] == 0x17 ? 1 : 0;
        }

        return khmer > 0 && bytes.Length % 2 == 0 && !System.Text.Unicode.Utf8.IsValid(start);
    }

    // A stream that knows its length is read into one array of that length; what it says is not believed beyond the limit.
    private static async Task<byte[]> ReadAllAsync(Stream stream, ImportFaults faults, CancellationToken cancellationToken)
    {
        int limit = faults.Options.MaximumBytes;
        byte[] bytes = new byte[stream.CanSeek ? Math.Clamp(stream.Length - stream.Position, 0, limit) : 0];
        byte[] beyond = [];
        int count = 0;
        while (true)
        {
            bool full = count == bytes.Length;
            if (full && beyond.Length == 0)
            {
                beyond = new byte[BufferBytes];
            }

            int read = await stream.ReadAsync(full ? beyond : bytes.AsMemory(count), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            if (count + (long)read > limit)
            {
                throw faults.Refuse(ImportWords.FileIsWithinLimit, arguments: [("limit", limit)]);
            }

            if (full)
            {
                Array.Resize(ref bytes, (int)Math.Min(limit, Math.Max(count + (long)read, bytes.Length * 2L)));
                beyond.AsSpan(0, read).CopyTo(bytes.AsSpan(count));
            }

            count += read;
        }

        Array.Resize(ref bytes, count);
        return count > 0 ? bytes : throw faults.Refuse(ImportWords.FileIsNotEmpty);
    }
}
