using System.Collections.Immutable;
using System.IO.Compression;

namespace Diplomacy.Training.Credentials;

/// <summary>The bits of a status list (W3C Bitstring Status List 1.0): the first is the highest bit of the first byte (section 3.1).</summary>
/// <remarks>Immutable and safe for use from many threads.</remarks>
public sealed class BitstringStatusList
{
    /// <summary>The fewest bits of a list, 131,072, so that one bit among them tells nobody which certificate was asked for (section 6.1).</summary>
    public const int MinimumLength = 131_072;

    /// <summary>The most bits of a list that are read or written: 16,777,216, which are 2 MiB.</summary>
    public const int MaximumLength = 16_777_216;

    private readonly ImmutableArray<byte> _bits;

    private BitstringStatusList(ImmutableArray<byte> bits) => _bits = bits;

    /// <summary>The number of bits.</summary>
    public int Length => _bits.Length * 8;

    /// <summary>How many bits are set.</summary>
    public int SetCount => _bits.Sum(b => System.Numerics.BitOperations.PopCount(b));

    /// <summary>Whether a bit is set.</summary>
    /// <param name="index">The bit, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such bit; that is an error and not "not revoked" (section 3.2).</exception>
    public bool this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
            return (_bits[index / 8] & (0x80 >> (index % 8))) != 0;
        }
    }

    /// <summary>Makes a list.</summary>
    /// <param name="set">The bits that are set; one may stand twice.</param>
    /// <param name="length">How many bits, in whole bytes, <see cref="MinimumLength"/> to <see cref="MaximumLength"/>.</param>
    /// <exception cref="ArgumentException">The length or a bit is out of range.</exception>
    public static BitstringStatusList Of(IEnumerable<int> set, int length = MinimumLength)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, MinimumLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaximumLength);
        if (length % 8 != 0)
        {
            throw new ArgumentException("A status list has whole bytes.", nameof(length));
        }

        byte[] bits = new byte[length / 8];
        foreach (int index in set)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(set));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, length, nameof(set));
            bits[index / 8] |= (byte)(0x80 >> (index % 8));
        }

        return new([.. bits]);
    }

    /// <summary>Writes <c>encodedList</c>: GZIP (RFC 1952) in base64url without padding, after the multibase letter <c>u</c> (section 2.2).</summary>
    public string Encode()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(_bits.AsSpan());
        }

        return "u" + StrictBase64Url.Encode(compressed.ToArray());
    }

    /// <summary>Reads <c>encodedList</c>. Never more than <see cref="MaximumLength"/> bits are unpacked, whatever the text would unpack to.</summary>
    /// <param name="encoded">As <see cref="Encode"/> writes it.</param>
    /// <param name="list">The list; null when it is not such a text, is damaged, or is shorter or longer than a list may be.</param>
    public static bool TryDecode(string? encoded, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BitstringStatusList? list)
    {
        list = null;
        if (encoded is null || encoded.Length is 0 or > MaximumLength / 4 || encoded[0] != 'u' || StrictBase64Url.Decode(encoded.AsSpan(1)) is not { } compressed)
        {
            return false;
        }

        using var unpacked = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
            byte[] buffer = new byte[16 * 1024];
            for (int read = gzip.Read(buffer); read > 0; read = gzip.Read(buffer))
            {
                if (unpacked.Length + read > MaximumLength / 8)
                {
                    return false;
                }

                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        list = unpacked.Length >= MinimumLength / 8 ? new([.. unpacked.ToArray()]) : null;
        return list is not null;
    }
}
