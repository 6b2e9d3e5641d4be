using System.Collections.Frozen;

namespace Diplomacy.Training.Khmer;

/// <summary>The weights of a letter or sign on three levels. A first weight of 0: it does not count there.</summary>
internal readonly record struct SortElement(byte First, byte Second, byte Third)
{
    internal const byte Ordinary = 2;
    internal const byte Variant = 3;
    internal const byte Upper = 4;

    internal SortElement AsVariant => new(First, Variant, Third);

    internal SortElement AsLookalike => new(First, Second, Variant);
}

/// <summary>
/// Which weights every letter has. The Khmer rows are in the order of the code chart (U+1780 to U+17FF), which is that of the dictionary but for the four
/// vowels of រ and ល and the vowels written with ំ or ះ. A row more or less, or one in another place, is a new <see cref="KhmerOrder.Version"/>.
/// </summary>
internal static class SortElements
{
    internal const char Coeng = '\u17D2', Ro = '\u179A', Robat = '\u17CC', Nikahit = '\u17C6', Reahmuk = '\u17C7';
    internal const char VowelAa = '\u17B6', VowelI = '\u17B7', VowelIi = '\u17B8', VowelU = '\u17BB', VowelOe = '\u17BE', VowelE = '\u17C1', VowelOo = '\u17C4';

    private const string White = "\t\n\v\f\r\u0085\u2028\u2029 ";
    private const string Punctuation = "_-–—,;:៖!¡?¿.·។៕'\"«»()[]{}§@*/\\&#%•៙៚`^°+<=>|~ៗ$£៛€";
    private const string Digits = "0123456789";
    private const string Consonants = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរឫឬលឭឮវឝឞសហឡអៜ";
    private const string Vowels = "\u17B6\u17B7\u17B8\u17B9\u17BA\u17BB\u17BC\u17BD\u17BE\u17BF\u17C0\u17C1\u17C2\u17C3\u17C4\u17C5";

    // Latin letters that are letters of their own; Æ, ß and the like are spelt out below.
    private const string Latin = "abɓcdɗeəɛfgɣhijkƙlmnɲŋoɔpqrstŧuʊvʋwxyƴzʒþ";
    private const string LatinUpper = "ABƁCDƊEƏƐFGƔHIJKƘLMNƝŊOƆPQRSTŦUƱVƲWXYƳZƷÞ";

    // The order of diacritics is that of the Unicode collation; those not named follow by code point.
    private const string Marks = "\u0313\u0314\u0301\u0300\u0306\u0302\u030C\u030A\u0308\u030B\u0303\u0307\u0338\u0327\u0328\u0304\u0335\u0309\u030F\u0311\u031B\u0323\u0324\u0325\u0326\u032D\u032E\u0330\u0331";
    private const byte FirstMark = 0x05, FirstOtherMark = 0x40, SpeltOut = 0xB8, FirstSign = 0xC0;
    private const string Signs = "\u17CC\u17CE\u17CF\u17D1\u17D0\u17C8\u17DD\u17CB\u17C9\u17CA\u17CD";

    private static readonly FrozenDictionary<char, SortElement[]> s_ofLetter = Letters();

    // Nearly every letter of a name; a look-up there is what a key costs.
    private static readonly SortElement[]?[] s_ofKhmerOrBefore = [.. Enumerable.Range(0, '\u1800').Select(c => s_ofLetter.GetValueOrDefault((char)c))];

    /// <summary>The vowels written with two signs, in their order; ំ and ះ stand here by themselves too.</summary>
    private static readonly FrozenDictionary<(char Vowel, char Sign), SortElement> s_ofVowel = CompoundVowels();

    internal static SortElement SubscriptSign { get; } = Letter(FirstCompoundVowel + 8);

    private static int FirstDigit => First + White.Length + Punctuation.Length;

    private static int FirstConsonant => FirstDigit + Digits.Length;

    private static int FirstVowel => FirstConsonant + Consonants.Length;

    private static int FirstCompoundVowel => FirstVowel + Vowels.Length;

    private static int FirstLatin => FirstCompoundVowel + 9;

    private static int First => 2;

    /// <summary>The elements of a decomposed character; null where it goes by its code point.</summary>
    internal static SortElement[]? Find(char letter) => letter < s_ofKhmerOrBefore.Length ? s_ofKhmerOrBefore[letter] : s_ofLetter.GetValueOrDefault(letter);

    /// <summary>The element of a vowel with ំ or ះ, or of ំ or ះ by itself (vowel 0); null where the two are two letters.</summary>
    internal static SortElement? FindVowel(char vowel, char sign) => s_ofVowel.TryGetValue((vowel, sign), out SortElement element) ? element : null;

    private static SortElement Letter(int weight, byte third = SortElement.Ordinary) => new(checked((byte)weight), SortElement.Ordinary, third);

    private static SortElement Mark(int weight) => new(0, checked((byte)weight), SortElement.Ordinary);

    private static FrozenDictionary<(char Vowel, char Sign), SortElement> CompoundVowels()
    {
        (char, char)[] order =
        [
            (VowelU, Nikahit), ('\0', Nikahit), (VowelAa, Nikahit),
            ('\0', Reahmuk), (VowelI, Reahmuk), (VowelU, Reahmuk), (VowelE, Reahmuk), (VowelOo, Reahmuk),
        ];
        return order.Select((vowel, i) => KeyValuePair.Create(vowel, Letter(FirstCompoundVowel + i))).ToFrozenDictionary();
    }

    private static FrozenDictionary<char, SortElement[]> Letters()
    {
        var of = new Dictionary<char, SortElement[]>();
        AddRow(White + Punctuation + Digits + Consonants + Vowels, First);
        AddRow(Latin, FirstLatin);
        for (int i = 0; i < LatinUpper.Length; i++)
        {
            of.Add(LatinUpper[i], [Letter(FirstLatin + i, SortElement.Upper)]);
        }

        for (char c = '\u0300'; c <= '\u036F'; c++)
        {
            int place = Marks.IndexOf(c, StringComparison.Ordinal);
            of.Add(c, [Mark(place >= 0 ? FirstMark + place : FirstOtherMark + (c - '\u0300'))]);
        }

        for (int i = 0; i < Signs.Length; i++)
        {
            of.Add(Signs[i], [Mark(FirstSign + i)]);
        }

        for (int digit = 0; digit <= 9; digit++)
        {
            of.Add((char)('\u17E0' + digit), [Letter(FirstDigit + digit)]);
            of.Add((char)('\u17F0' + digit), [Letter(FirstDigit + digit)]);
        }

        AddLookalikes(' ', "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000");
        AddLookalikes('-', "\u2010\u2011\u2212");
        AddLookalikes('\'', "\u2018\u2019\u02BB\u02BC\u2032");
        AddLookalikes('"', "\u201C\u201D");
        for (char c = '!'; c <= '~'; c++)
        {
            of.Add((char)(c + ('\uFF01' - '!')), [of[c][0] with { Third = (byte)(of[c][0].Third + 1) }]);
        }

        AddIndependentVowels();
        of.Add('\u17D8', [of['។'][0], of['ល'][0], of['។'][0].AsLookalike]);
        foreach ((char letter, string spelling) in new[] { ('æ', "ae"), ('Æ', "AE"), ('œ', "oe"), ('Œ', "OE"), ('ß', "ss"), ('ẞ', "SS"), ('ĳ', "ij"), ('Ĳ', "IJ"), ('ð', "d"), ('Ð', "D"), ('ı', "i"), ('ſ', "s") })
        {
            SortElement[] elements = [.. spelling.Select(c => of[c][0])];
            elements[0] = elements[0] with { Second = SpeltOut };
            of.Add(letter, elements);
        }

        return of.ToFrozenDictionary();

        void AddRow(string row, int weight)
        {
            foreach (char c in row)
            {
                of.Add(c, [Letter(weight++)]);
            }
        }

        void AddLookalikes(char original, string others)
        {
            foreach (char c in others)
            {
                of.Add(c, [of[original][0].AsLookalike]);
            }
        }

        void AddIndependentVowels()
        {
            SortElement a = of['អ'][0];
            of.Add('\u17A3', [a]);
            of.Add('\u17A4', [a, of[VowelAa][0]]);
            foreach ((char letter, char vowel) in new[] { ('\u17A5', '\u17B7'), ('\u17A6', '\u17B8'), ('\u17A7', '\u17BB'), ('\u17A9', '\u17BC'), ('\u17AF', '\u17C2'), ('\u17B0', '\u17C3'), ('\u17B1', '\u17C4'), ('\u17B3', '\u17C5') })
            {
                of.Add(letter, [a, of[vowel][0].AsVariant]);
            }

            of.Add('\u17A8', [.. of['\u17A7'], of['ក'][0].AsLookalike]);
            of.Add('\u17AA', [.. of['\u17A9'], of['វ'][0].AsLookalike]);
            of.Add('\u17B2', [a, of['\u17B1'][1].AsLookalike]);
        }
    }
}
