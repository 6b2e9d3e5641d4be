using HarfBuzz = HarfBuzzSharp;

namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>What the engine must know of Khmer beyond what HarfBuzz does by itself.</summary>
internal static class KhmerScript
{
    /// <summary>U+17D2 KHMER SIGN COENG: the letter after it becomes a subscript.</summary>
    public const int Coeng = 0x17D2;

    public static readonly HarfBuzz.Language ShapingLanguage = new("km");

    public static bool Contains(int codePoint)
        => codePoint is (>= 0x1780 and <= 0x17FF) or (>= 0x19E0 and <= 0x19FF);
}
