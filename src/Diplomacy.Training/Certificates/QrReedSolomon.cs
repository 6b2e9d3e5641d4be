namespace Diplomacy.Training;

/// <summary>Reed-Solomon codewords over GF(256) modulo x⁸+x⁴+x³+x²+1 (ISO/IEC 18004, 7.5.2 and annex A).</summary>
internal static class QrReedSolomon
{
    private static readonly byte[] Powers = new byte[255 * 2];
    private static readonly byte[] Logarithms = new byte[256];

#pragma warning disable CA1810 // The two tables are filled by one walk through the powers of two.
    static QrReedSolomon()
#pragma warning restore CA1810
    {
        int power = 1;
        for (int exponent = 0; exponent < 255; exponent++)
        {
            Powers[exponent] = Powers[exponent + 255] = (byte)power;
            Logarithms[power] = (byte)exponent;
            power <<= 1;
            power = power < 256 ? power : power ^ 0b1_0001_1101;
        }
    }

    /// <summary>
    /// The coefficients of (x − 2⁰)(x − 2¹)… below the leading one, the highest first; as many factors as there is room.
    /// </summary>
    public static void WriteGenerator(Span<byte> generator)
    {
        generator.Clear();
        generator[^1] = 1;
        for (int factor = 0; factor < generator.Length; factor++)
        {
            for (int i = 0; i < generator.Length; i++)
            {
                byte lower = i + 1 < generator.Length ? generator[i + 1] : (byte)0;
                generator[i] = (byte)(Multiply(generator[i], Powers[factor]) ^ lower);
            }
        }
    }

    /// <summary>The remainder of the data, shifted by the generator's degree, divided by the generator.</summary>
    public static void WriteRemainder(ReadOnlySpan<byte> data, ReadOnlySpan<byte> generator, Span<byte> remainder)
    {
        remainder.Clear();
        foreach (byte codeword in data)
        {
            byte lead = (byte)(codeword ^ remainder[0]);
            remainder[1..].CopyTo(remainder);
            remainder[^1] = 0;
            for (int i = 0; i < remainder.Length; i++)
            {
                remainder[i] ^= Multiply(generator[i], lead);
            }
        }
    }

    private static byte Multiply(byte a, byte b) => a == 0 || b == 0 ? (byte)0 : Powers[Logarithms[a] + Logarithms[b]];
}
