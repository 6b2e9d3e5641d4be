using System.Text;
using CsCheck;

namespace Diplomacy.Training.Tests.Building;

/// <summary>Random texts: any Unicode at all, and such as can be printed on one line.</summary>
internal static class Unicode
{
    private static readonly Gen<string> s_letters = Gen.OneOf(
        Gen.Char['a', 'z'].Select(c => c.ToString()),
        Gen.Char['A', 'Z'].Select(c => c.ToString()),
        Gen.Char['\u00C0', '\u024F'].Select(c => c.ToString()),
        Gen.Char['\u0300', '\u036F'].Select(c => "e" + c),
        Gen.Char['\u1780', '\u17B3'].Select(c => c.ToString()),
        Gen.Char['\u4E00', '\u9FFF'].Select(c => c.ToString()),
        Gen.Int[0x1F300, 0x1F5FF].Select(char.ConvertFromUtf32),
        Gen.OneOf("İ", "ı", "ß", "ſ", "Å", "K", "'", "-", " ", ".", "\u200B", "\u200C", "\u200D", "្ក", "ា"));

    /// <summary>A text that can be printed, not empty, without white space at its ends.</summary>
    internal static Gen<string> Printable { get; } =
        s_letters.Array[1, 12].Select(parts => string.Concat(parts)).Where(text => text.Length == text.Trim().Length && text.Normalize(NormalizationForm.FormC).Trim().Length > 0
            && text.Normalize(NormalizationForm.FormC).Trim() == text.Normalize(NormalizationForm.FormC));

    /// <summary>Any sequence of UTF-16 code units: lone surrogates, controls, non-characters, everything.</summary>
    internal static Gen<string> Any { get; } = Gen.OneOf(
        Gen.UShort.Select(u => ((char)u).ToString()),
        Gen.UShort[0xD700, 0xE000].Select(u => ((char)u).ToString()),
        Gen.UShort[0, 0x20].Select(u => ((char)u).ToString()),
        Gen.UShort[0x2000, 0x2070].Select(u => ((char)u).ToString()),
        Gen.UShort[0xFFF0, 0xFFFF].Select(u => ((char)u).ToString()),
        s_letters).Array[0, 8].Select(parts => string.Concat(parts));
}
