namespace Diplomacy.Training;

/// <summary>Fills zeroed codewords with bits, the most significant first.</summary>
internal ref struct QrBitWriter
{
    private readonly Span<byte> codewords;

    public QrBitWriter(Span<byte> codewords) => this.codewords = codewords;

    public int Position { get; private set; }

    public void Write(int value, int bits)
    {
        for (int bit = bits - 1; bit >= 0; bit--, Position++)
        {
            codewords[Position >> 3] |= (byte)(((value >> bit) & 1) << (7 - (Position & 7)));
        }
    }
}
