using System.Buffers.Binary;

namespace Diplomacy.Training.Khmer;

/// <summary>
/// Khmer alphabetical order, as Khmer dictionaries have it and as the collation of Khmer in CLDR (<c>km</c>) describes it, for names in Khmer and in Latin
/// script. It is the library's own: neither the machine's culture nor its ICU has a say, and it works where globalization is switched off.
/// </summary>
/// <remarks>
/// <para>Four levels; a later one decides only where all earlier ones are equal.</para>
/// <list type="number">
/// <item><description>Letters. White space, punctuation, digits (Khmer digits equal ASCII digits), Khmer, Latin, all other scripts by code point. A tab comes before everything,
/// so that fields joined by tabs are ordered field by field. In Khmer: consonants, with ឫ ឬ after រ and ឭ ឮ after ល; vowels; ុំ ំ ាំ ះ ិះ ុះ េះ ោះ;
/// the subscript sign last, so that ក goes before កា and កា before ក្ក. Other independent vowels stand at អ with their vowel, a robat (ធម៌) as រ before its letter (ធរ្ម).</description></item>
/// <item><description>Signs (់ ៉ ៊ ៍ ័ ...), robat and independent vowels against their spelling in full; diacritics on Latin letters.</description></item>
/// <item><description>Lower case before upper case.</description></item>
/// <item><description>The UTF-16 code units. So only identical texts are equal.</description></item>
/// </list>
/// <para>Before the last level, marks that look the same in another order are the same, so are canonically equivalent Latin and Khmer spellings, and zero-width
/// characters and controls do not count. Any sequence of UTF-16 code units has its place, lone surrogates included. Immutable and safe for use from many threads.</para>
/// </remarks>
public sealed class KhmerOrder : IComparer<string>
{
    private const int UnitsOnStack = 64;

    private KhmerOrder()
    {
    }

    /// <summary>The order.</summary>
    public static KhmerOrder Comparer { get; } = new();

    /// <summary>
    /// Which order this is, 1 to 255: it grows when any two texts change places, and is the first byte of every key. Keys of different versions
    /// must not be compared: a store that finds keys of another version makes them anew.
    /// </summary>
    public static int Version => 1;

    /// <summary>Compares two texts. Null comes first.</summary>
    /// <param name="x">One text.</param>
    /// <param name="y">The other.</param>
    /// <returns>Less than, equal to or greater than zero; zero only for identical texts.</returns>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return x is null ? (y is null ? 0 : -1) : 1;
        }

        if (x == y)
        {
            return 0;
        }

        Span<byte> ofX = x.Length <= UnitsOnStack ? stackalloc byte[MaximalKeyLength(UnitsOnStack)] : new byte[MaximalKeyLength(x.Length)];
        Span<byte> ofY = y.Length <= UnitsOnStack ? stackalloc byte[MaximalKeyLength(UnitsOnStack)] : new byte[MaximalKeyLength(y.Length)];
        return ofX[..Write(x, ofX)].SequenceCompareTo(ofY[..Write(y, ofY)]);
    }

    /// <summary>A key whose order, byte by byte and unsigned, is the order of the texts; of two keys where one begins with the other, the shorter comes first. Time and length grow linearly with the text.</summary>
    /// <remarks>Keep it in a binary column (<c>BLOB</c>, <c>bytea</c>, <c>varbinary</c>). The text can be read out of it: the key of a name is personal data.</remarks>
    /// <param name="text">Any text.</param>
    /// <returns>At most <see cref="MaximalKeyLength"/> bytes; about three to five per letter for a Khmer or Latin name. The first is <see cref="Version"/>.</returns>
    public static byte[] KeyOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> key = text.Length <= UnitsOnStack ? stackalloc byte[MaximalKeyLength(UnitsOnStack)] : new byte[MaximalKeyLength(text.Length)];
        return key[..Write(text, key)].ToArray();
    }

    /// <summary>How many bytes a key has at most: 11 for every UTF-16 code unit, and 4.</summary>
    /// <param name="textLength">The length of a text in UTF-16 code units, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, or the key would not fit into an array.</exception>
    public static int MaximalKeyLength(int textLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(textLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(textLength, (Array.MaxLength - 4) / 11);
        return (11 * textLength) + 4;
    }

    private static int Write(string text, Span<byte> key)
    {
        Span<char> letters = text.Length <= UnitsOnStack ? stackalloc char[UnitsOnStack * Decomposition.MaximalGrowth] : new char[text.Length * Decomposition.MaximalGrowth];
        Span<byte> room = text.Length <= UnitsOnStack ? stackalloc byte[UnitsOnStack * SortLevels.BytesPerUnit] : new byte[text.Length * SortLevels.BytesPerUnit];
        var levels = new SortLevels(room);
        levels.AddAll(letters[..Decomposition.Of(text, letters)]);

        key[0] = (byte)Version;
        int length = 1 + levels.Write(key[1..]);
        foreach (char unit in text)
        {
            BinaryPrimitives.WriteUInt16BigEndian(key[length..], unit);
            length += sizeof(char);
        }

        return length;
    }
}
