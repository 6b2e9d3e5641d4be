using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Diplomacy.Training;

/// <summary>
/// A QR code, Model 2, as a square of dark and light modules (ISO/IEC 18004). It draws nothing; whoever draws it adds the
/// <see cref="QuietZone"/> on all four sides, dark on light.
/// </summary>
/// <remarks>Immutable, and safe to read from any thread. The same text and level always give the same modules.</remarks>
public sealed class QrCode
{
    /// <summary>The light modules that must surround the code on every side: 4 (ISO/IEC 18004, 6.3.8).</summary>
    public const int QuietZone = 4;

    private readonly byte[] modules;

    private QrCode(byte[] modules, int version, QrErrorCorrection level)
    {
        this.modules = modules;
        Version = version;
        ErrorCorrection = level;
    }

    /// <summary>The version, 1 to 40.</summary>
    public int Version { get; }

    /// <summary>The modules per side without the quiet zone: 17 + 4 × <see cref="Version"/>, so 21 to 177.</summary>
    public int Size => QrTables.Size(Version);

    /// <summary>The level that was asked for.</summary>
    public QrErrorCorrection ErrorCorrection { get; }

    /// <summary>Whether a module is dark.</summary>
    /// <param name="column">From the left, from 0 to <see cref="Size"/> − 1.</param>
    /// <param name="row">From the top, from 0 to <see cref="Size"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is outside the code; the quiet zone is not part of it.</exception>
    public bool this[int column, int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Size);
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Size);
            return modules[(row * Size) + column] != 0;
        }
    }

    /// <summary>
    /// Encodes a text in the smallest version that holds it, divided among numeric, alphanumeric and byte mode so that it takes
    /// the fewest bits, with the mask of the least penalty (of equals, the first).
    /// </summary>
    /// <remarks>
    /// Capital letters, digits and <c>space $ % * + - . / :</c> take 5½ bits each and digits alone 3⅓; anything else is UTF-8
    /// at 8 bits per byte, three bytes for a Khmer letter. So write addresses in capitals where the host allows it. A text
    /// beyond ASCII begins with the header ECI 26 (12 bits) that declares UTF-8: without it readers guess, and a reader was
    /// seen to take Khmer for Chinese.
    /// </remarks>
    /// <param name="text">Any text of one character or more; neither normalised nor trimmed.</param>
    /// <param name="level">How much damage the code must bear. It is kept as asked, also where a higher one would fit.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or contains half of a surrogate pair.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the four.</exception>
    /// <exception cref="QrCapacityException">The text does not fit version 40 at this level.</exception>
    public static QrCode Encode(string text, QrErrorCorrection level)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (!Enum.IsDefined(level))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level is Low, Medium, Quartile or High.");
        }

        int length = Encoding.UTF8.GetByteCount(text);
        Span<byte> utf8 = length <= 1024 ? stackalloc byte[length] : new byte[length];
        OperationStatus status = Utf8.FromUtf16(text, utf8, out int read, out _, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            throw new ArgumentException($"The text has half of a surrogate pair at index {read}; it is not valid Unicode.", nameof(text));
        }

        int version = SmallestVersion(utf8, level);
        Span<byte> codewords = stackalloc byte[QrTables.Codewords(version)];
        Span<byte> data = stackalloc byte[QrTables.DataCodewords(version, level)];
        QrCodewords.WriteData(utf8, version, data);
        QrCodewords.Interleave(data, version, level, codewords);
        return Draw(codewords, version, level);
    }

    private static int SmallestVersion(ReadOnlySpan<byte> utf8, QrErrorCorrection level)
    {
        long needed = 0;
        int version = 1;
        // The widths of the character counts change after versions 9 and 26, and with them the best division.
        foreach (int last in (ReadOnlySpan<int>)[9, 26, QrTables.MaxVersion])
        {
            if (last < QrTables.MaxVersion && utf8.Length * 10L > QrTables.DataCodewords(last, level) * 8L * 3)
            {
                // Too long even if every byte were a digit: no need to divide it for these versions.
                version = last + 1;
                continue;
            }

            needed = QrSegmentation.CountBits(utf8, last);
            for (; version <= last; version++)
            {
                if (needed <= QrTables.DataCodewords(version, level) * 8)
                {
                    return version;
                }
            }
        }

        throw new QrCapacityException(needed, QrTables.DataCodewords(QrTables.MaxVersion, level) * 8, level);
    }

    private static QrCode Draw(ReadOnlySpan<byte> codewords, int version, QrErrorCorrection level)
    {
        int area = QrTables.Size(version) * QrTables.Size(version);
        byte[] drawing = ArrayPool<byte>.Shared.Rent(area);
        byte[] candidate = ArrayPool<byte>.Shared.Rent(area);
        Span<byte> masked = candidate.AsSpan(0, area);
        drawing.AsSpan(0, area).Clear();
        var matrix = new QrMatrix(drawing.AsSpan(0, area), version);
        matrix.DrawFunctionPatterns();
        matrix.Place(codewords);

        int best = 0, least = int.MaxValue;
        for (int mask = 0; mask < QrMask.Count; mask++)
        {
            matrix.WriteMasked(mask, level, masked);
            int penalty = QrMask.Penalty(masked, QrTables.Size(version), least);
            (best, least) = penalty < least ? (mask, penalty) : (best, least);
        }

        var modules = new byte[area];
        matrix.WriteMasked(best, level, modules);
        ArrayPool<byte>.Shared.Return(drawing);
        ArrayPool<byte>.Shared.Return(candidate);
        return new QrCode(modules, version, level);
    }
}
