namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>The faces that ship inside the assembly (see Fonts/Files/README.md), each loaded when first asked for.</summary>
internal static class BundledFonts
{
    private static readonly Lazy<FontFace> LazyMoul = new(() => Load("Moul-Regular.ttf"));
    private static readonly Lazy<FontFace> LazyBattambang = new(() => Load("Battambang-Regular.ttf"));
    private static readonly Lazy<FontFace> LazyBattambangBold = new(() => Load("Battambang-Bold.ttf"));
    private static readonly Lazy<FontFace> LazySerif = new(() => Load("NotoSerif-Regular.Latin.ttf"));
    private static readonly Lazy<FontFace> LazySerifBold = new(() => Load("NotoSerif-Bold.Latin.ttf"));

    public static FontFace Moul => LazyMoul.Value;

    public static FontFace Battambang => LazyBattambang.Value;

    public static FontFace BattambangBold => LazyBattambangBold.Value;

    public static FontFace Serif => LazySerif.Value;

    public static FontFace SerifBold => LazySerifBold.Value;

    private static FontFace Load(string file)
    {
        using var stream = typeof(BundledFonts).Assembly.GetManifestResourceStream("Fonts/" + file)
            ?? throw new InvalidOperationException($"The assembly lacks its font resource {file}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FontFace.Load(bytes);
    }
}
