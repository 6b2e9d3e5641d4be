using System.Buffers.Binary;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>Bytes of a font or colour profile under construction, most significant byte first.</summary>
internal sealed class BigEndianBuffer
{
    private byte[] _bytes;

    public BigEndianBuffer(int capacity) => _bytes = new byte[Math.Max(capacity, 16)];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Take(4), value);

    public void UInt16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Take(2), checked((ushort)value));

    public void Int16(int value) => BinaryPrimitives.WriteInt16BigEndian(Take(2), checked((short)value));

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void Overwrite(int position, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(position, 2), value);

    /// <summary>Adds zeros up to a multiple of <paramref name="alignment"/>, a power of two.</summary>
    public void Pad(int alignment) => Take(-Length & (alignment - 1)).Clear();

    private Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        var span = _bytes.AsSpan(Length, count);
        Length += count;
        return span;
    }
}
