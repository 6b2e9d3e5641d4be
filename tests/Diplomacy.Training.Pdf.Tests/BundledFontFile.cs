using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf.Tests;

/// <summary>The font files as the assembly carries them.</summary>
internal static class BundledFontFile
{
    public static byte[] Read(string name)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream("Fonts/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
