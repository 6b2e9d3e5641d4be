using System.Buffers.Binary;
using System.IO.Compression;

namespace Diplomacy.Training.Pdf.Tests;

/// <summary>A picture as poppler and mutool write it: PNG, eight bits, RGB, not interlaced.</summary>
internal sealed record PngImage(int Width, int Height, byte[] Pixels)
{
    private const int Channels = 3;

    public static PngImage Read(byte[] file)
    {
        var (width, height) = (0, 0);
        using var compressed = new MemoryStream();
        for (var position = 8; position < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(position));
            var data = file.AsSpan(position + 8, length);
            if (file.AsSpan(position + 4, 4).SequenceEqual("IHDR"u8))
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                data[8..13].ToArray().Should().Equal([8, 2, 0, 0, 0], "only plain RGB is read here");
            }
            else if (file.AsSpan(position + 4, 4).SequenceEqual("IDAT"u8))
            {
                compressed.Write(data);
            }

            position += length + 12;
        }

        compressed.Position = 0;
        using var inflate = new ZLibStream(compressed, CompressionMode.Decompress);
        var stride = width * Channels;
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = inflate.ReadByte();
            var row = pixels.AsSpan(y * stride, stride);
            inflate.ReadExactly(row);
            Unfilter(filter, row, y == 0 ? [] : pixels.AsSpan((y - 1) * stride, stride));
        }

        return new PngImage(width, height, pixels);
    }

    public ReadOnlySpan<byte> this[int x, int y] => Pixels.AsSpan(((y * Width) + x) * Channels, Channels);

    /// <summary>Whether a pixel differs by more than smoothing does.</summary>
    public bool Differs(PngImage other, int x, int y)
    {
        const int tolerance = 48;
        var here = this[x, y];
        var there = other[x, y];
        return Math.Abs(here[0] - there[0]) > tolerance || Math.Abs(here[1] - there[1]) > tolerance || Math.Abs(here[2] - there[2]) > tolerance;
    }

    /// <summary>PNG specification (ISO/IEC 15948), 9.2.</summary>
    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < Channels ? 0 : row[i - Channels];
            int up = above.IsEmpty ? 0 : above[i];
            int corner = i < Channels || above.IsEmpty ? 0 : above[i - Channels];
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
