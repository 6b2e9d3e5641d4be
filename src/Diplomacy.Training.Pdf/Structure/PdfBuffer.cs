using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Pdf.Structure;

/// <summary>PDF syntax under construction (ISO 32000-1, 7.3): operators, names, numbers and strings as bytes, the same under every culture.</summary>
internal sealed class PdfBuffer
{
    private byte[] _bytes;

    public PdfBuffer(int capacity = 512) => _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public PdfBuffer Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Take(bytes.Length));
        return this;
    }

    /// <summary>Appends syntax that is ASCII already: operators, names, delimiters.</summary>
    public PdfBuffer Raw(string ascii)
    {
        Encoding.ASCII.GetBytes(ascii, Take(ascii.Length));
        return this;
    }

    public PdfBuffer Number(int value)
    {
        value.TryFormat(Grow(12), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>At most three decimals and no trailing zeros: a thousandth of a point is finer than any device.</summary>
    public PdfBuffer Number(double value)
    {
        var thousandths = checked((long)Math.Round(value * 1000, MidpointRounding.AwayFromZero));
        if (thousandths < 0)
        {
            Raw("-"u8);
            thousandths = -thousandths;
        }

        (thousandths / 1000).TryFormat(Grow(20), out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
        var rest = (int)(thousandths % 1000);
        if (rest == 0)
        {
            return this;
        }

        var digits = Grow(4);
        digits[0] = (byte)'.';
        digits[1] = (byte)('0' + (rest / 100));
        digits[2] = (byte)('0' + (rest / 10 % 10));
        digits[3] = (byte)('0' + (rest % 10));
        Length += rest % 10 != 0 ? 4 : rest % 100 != 0 ? 3 : 2;
        return this;
    }

    /// <summary>A factor of a matrix, to six decimals: it is multiplied by distances, so rounding grows.</summary>
    public PdfBuffer Factor(double value)
    {
        value.TryFormat(Grow(24), out var written, "0.######", CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>Numbers with a space after each, as operands stand before their operator.</summary>
    public PdfBuffer Operands(params ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            Number(value).Raw(" "u8);
        }

        return this;
    }

    public PdfBuffer Reference(int id) => Number(id).Raw(" 0 R"u8);

    public PdfBuffer HexUInt16(int value)
    {
        var digits = Take(4);
        for (var i = 3; i >= 0; i--, value >>= 4)
        {
            digits[i] = "0123456789ABCDEF"u8[value & 15];
        }

        return this;
    }

    /// <summary>A text string (7.9.2.2) as UTF-16 in hexadecimal with its byte-order mark; any character may stand in it.</summary>
    public PdfBuffer Text(string text)
    {
        Raw("<FEFF"u8);
        foreach (var unit in text)
        {
            HexUInt16(unit);
        }

        return Raw(">"u8);
    }

    /// <summary>A literal string of ASCII, as an address is (7.3.4.2), with its delimiters escaped.</summary>
    public PdfBuffer AsciiString(string ascii)
    {
        Raw("("u8);
        foreach (var character in ascii)
        {
            if (character is '(' or ')' or '\\')
            {
                Raw("\\"u8);
            }

            Raw([(byte)character]);
        }

        return Raw(")"u8);
    }

    private Span<byte> Take(int count)
    {
        var span = Grow(count)[..count];
        Length += count;
        return span;
    }

    private Span<byte> Grow(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        return _bytes.AsSpan(Length);
    }
}
