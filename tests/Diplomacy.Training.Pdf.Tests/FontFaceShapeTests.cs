using System.Globalization;
using System.Text.Json;
using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf.Tests;

public sealed class FontFaceShapeTests
{
    [Theory]
    [MemberData(nameof(HardText.Lines), MemberType = typeof(HardText))]
    public void Khmer_is_placed_as_hb_shape_places_it_in_Moul(string line) => AgreesWithHbShape("Moul-Regular.ttf", line);

    [Theory]
    [MemberData(nameof(HardText.Lines), MemberType = typeof(HardText))]
    public void Khmer_is_placed_as_hb_shape_places_it_in_Battambang(string line) => AgreesWithHbShape("Battambang-Regular.ttf", line);

    [Fact]
    public void A_cluster_of_six_characters_becomes_four_glyphs_and_none_is_a_bare_coeng()
    {
        var face = FontFace.Load(BundledFontFile.Read("Battambang-Regular.ttf"));

        var glyphs = face.Shape("ស្ត្រី", WritingScript.Khmer);

        glyphs.Should().HaveCount(4, "unshaped drawing would show six");
        glyphs.Should().OnlyContain(glyph => glyph.Cluster == 0);
        var bareCoeng = face.Shape("\u17D2", WritingScript.Latin)[^1].Glyph;
        glyphs.Should().NotContain(glyph => glyph.Glyph == bareCoeng);
    }

    [Fact]
    public void A_vowel_that_stands_before_its_consonant_comes_first()
    {
        var face = FontFace.Load(BundledFontFile.Read("Battambang-Regular.ttf"));
        var consonant = face.Shape("គ", WritingScript.Khmer)[0].Glyph;

        face.Shape("គេ", WritingScript.Khmer).Select(glyph => glyph.Glyph).Should().HaveCount(2).And.EndWith(consonant);
    }

    [Fact]
    public void A_face_may_be_used_by_many_threads_at_once()
    {
        var face = FontFace.Load(BundledFontFile.Read("Moul-Regular.ttf"));
        var expected = face.Shape("ព្រះរាជាណាចក្រកម្ពុជា", WritingScript.Khmer);

        Parallel.For(0, 200, _ => face.Shape("ព្រះរាជាណាចក្រកម្ពុជា", WritingScript.Khmer).Should().Equal(expected));
    }

    private static void AgreesWithHbShape(string font, string line)
    {
        var bytes = BundledFontFile.Read(font);
        using var file = new TemporaryFile(bytes, ".ttf");
        var output = ExternalTool.Run(
            ExternalTool.HbShape, "--script=khmr", "--language=km", "--direction=ltr", "--no-glyph-names", "--output-format=json", file.Path, "--text=" + line);
        using var json = JsonDocument.Parse(output);
        var expected = json.RootElement.EnumerateArray().Select(glyph => string.Create(
            CultureInfo.InvariantCulture,
            $"{glyph.GetProperty("g").GetInt32()} +{glyph.GetProperty("ax").GetInt32()} @{glyph.GetProperty("dx").GetInt32()},{glyph.GetProperty("dy").GetInt32()}"));

        var placed = FontFace.Load(bytes).Shape(line, WritingScript.Khmer).Select(glyph => string.Create(
            CultureInfo.InvariantCulture, $"{glyph.Glyph} +{glyph.Advance} @{glyph.OffsetX},{glyph.OffsetY}"));

        placed.Should().Equal(expected);
    }
}
