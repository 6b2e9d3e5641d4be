namespace Diplomacy.Training.Khmer;

/// <summary>The first three levels of a sort key, gathered letter by letter.</summary>
internal ref struct SortLevels
{
    /// <summary>A letter beyond the tables has four bytes on the first level; a unit has at most three elements.</summary>
    internal const int BytesPerUnit = 4 + 3 + 3;

    // Lead byte of the letters that go by their code point; above every weight of the table.
    private const byte ByCodePoint = 0xF8;

    private readonly Span<byte> _first;
    private readonly Span<byte> _second;
    private readonly Span<byte> _third;
    private int _firstLength;
    private int _secondLength;
    private int _thirdLength;

    internal SortLevels(Span<byte> room)
    {
        int units = room.Length / BytesPerUnit;
        _first = room[..(4 * units)];
        _second = room.Slice(4 * units, 3 * units);
        _third = room[(7 * units)..];
    }

    /// <summary>Adds decomposed text.</summary>
    internal void AddAll(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length;)
        {
            if (KhmerSyllable.Begins(text[i]))
            {
                i += KhmerSyllable.Add(text[i..], ref this);
            }
            else if (SortElements.Find(text[i]) is { } elements)
            {
                Add(elements);
                i++;
            }
            else
            {
                bool pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                AddByCodePoint(pair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i]);
                i += pair ? 2 : 1;
            }
        }
    }

    internal void Add(ReadOnlySpan<SortElement> elements)
    {
        foreach (SortElement element in elements)
        {
            Add(element);
        }
    }

    internal void Add(SortElement element)
    {
        if (element.First != 0)
        {
            _first[_firstLength++] = element.First;
        }

        _second[_secondLength++] = element.Second;
        _third[_thirdLength++] = element.Third;
    }

    /// <summary>Writes the levels, each closed by a zero, without the ordinary weights at the end of the second and third: a shorter level comes first, as an ordinary weight would.</summary>
    internal readonly int Write(Span<byte> key)
    {
        int length = Close(_first[.._firstLength], key);
        length += Close(_second[.._secondLength].TrimEnd(SortElement.Ordinary), key[length..]);
        return length + Close(_third[.._thirdLength].TrimEnd(SortElement.Ordinary), key[length..]);
    }

    private static int Close(ReadOnlySpan<byte> level, Span<byte> key)
    {
        level.CopyTo(key);
        key[level.Length] = 0;
        return level.Length + 1;
    }

    private void AddByCodePoint(int codePoint)
    {
        int lower = codePoint switch
        {
            (>= 0x391 and <= 0x3A1) or (>= 0x3A3 and <= 0x3AB) or (>= 0x410 and <= 0x42F) => codePoint + 0x20, // Greek, Cyrillic
            >= 0x400 and <= 0x40F => codePoint + 0x50,
            _ => codePoint,
        };
        _first[_firstLength++] = ByCodePoint;
        _first[_firstLength++] = (byte)(lower >> 16);
        _first[_firstLength++] = (byte)(lower >> 8);
        _first[_firstLength++] = (byte)lower;
        _second[_secondLength++] = SortElement.Ordinary;
        _third[_thirdLength++] = lower == codePoint ? SortElement.Ordinary : SortElement.Upper;
    }
}
