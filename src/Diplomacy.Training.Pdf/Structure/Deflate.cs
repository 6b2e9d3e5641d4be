using System.IO.Compression;

namespace Diplomacy.Training.Pdf.Structure;

/// <summary>The compression of stream objects (FlateDecode; ISO 32000-1, 7.4.4). Its bytes may change with the runtime's zlib.</summary>
internal static class Deflate
{
    public static byte[] Compress(ReadOnlySpan<byte> data)
    {
        using var target = new MemoryStream();
        Compress(data, target);
        return target.ToArray();
    }

    public static void Compress(ReadOnlySpan<byte> data, Stream target)
    {
        using var deflate = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true);
        deflate.Write(data);
    }
}
