using CsCheck;
using Diplomacy.Training.Pdf.Fonts;

namespace Diplomacy.Training.Pdf.Tests;

public sealed class FontFaceLoadTests
{
    private static readonly byte[] Moul = BundledFontFile.Read("Moul-Regular.ttf");

    [Theory]
    [InlineData("Moul-Regular.ttf", "Moul-Regular", 2048)]
    [InlineData("Battambang-Regular.ttf", "Battambang-Regular", 2048)]
    [InlineData("Battambang-Bold.ttf", "Battambang-Bold", 2048)]
    [InlineData("NotoSerif-Regular.Latin.ttf", "NotoSerif-Regular", 1000)]
    [InlineData("NotoSerif-Bold.Latin.ttf", "NotoSerif-Bold", 1000)]
    public void Bundled_fonts_load(string file, string name, int unitsPerEm)
    {
        var face = FontFace.Load(BundledFontFile.Read(file));

        face.PostScriptName.Should().Be(name);
        face.UnitsPerEm.Should().Be(unitsPerEm);
    }

    [Fact]
    public void A_truncated_font_is_refused_wherever_it_is_cut()
        => Gen.Int[0, Moul.Length - 1].Sample(length => Refuses(Moul[..length]).Should().BeTrue(), iter: 200);

    [Fact]
    public void A_font_with_one_changed_byte_is_refused_or_harmless()
        => Gen.Select(Gen.Int[0, Moul.Length - 1], Gen.Byte[1, 255]).Sample(
            (position, change) =>
            {
                var damaged = Moul.ToArray();
                damaged[position] ^= change;
                if (!Refuses(damaged))
                {
                    FontFace.Load(damaged).Shape("ស្ត្រី ខ្ញុំ", WritingScript.Khmer)
                        .Should().Equal(FontFace.Load(Moul).Shape("ស្ត្រី ខ្ញុំ", WritingScript.Khmer), "a damaged table never goes unnoticed");
                }
            },
            iter: 300);

    [Fact]
    public void A_changed_byte_of_the_directory_is_refused_wherever_it_stands()
    {
        int directory = 12 + (16 * ((Moul[4] << 8) + Moul[5]));
        for (int position = 0; position < directory; position++)
        {
            var damaged = Moul.ToArray();
            damaged[position] ^= 219;

            Refuses(damaged).Should().BeTrue("byte {0} of the directory was changed", position);
        }
    }

    [Fact]
    public void Bytes_that_are_no_font_are_refused()
        => Gen.Byte.Array[0, 400].Sample(bytes => Refuses(bytes).Should().BeTrue(), iter: 300);

    [Fact]
    public void A_font_whose_tables_lie_is_refused_even_with_right_checksums()
        => Gen.Select(Gen.OneOf(Gen.Const("head"), Gen.Const("hhea"), Gen.Const("hmtx"), Gen.Const("loca"), Gen.Const("glyf"), Gen.Const("maxp"), Gen.Const("GSUB")), Gen.Int[0, 150_000], Gen.Byte).Sample(
            (table, position, value) =>
            {
                var forged = ForgedFont.WithByte(Moul, table, position, value);
                try
                {
                    var fonts = new CertificateFonts { KhmerHeading = FontFace.Load(forged) };
                    new CertificatePdfWriter(CertificateDesign.State.With(fonts)).Write(SampleCertificates.Chan(), Stream.Null);
                }
                catch (Exception error) when (error is FontFormatException or PdfTextException)
                {
                    // Typed errors are what a hostile font may cause.
                }
            },
            iter: 150);

    [Fact]
    public void A_font_that_forbids_embedding_is_refused_by_name_of_its_table()
    {
        var restricted = ForgedFont.WithByte(Moul, "OS/2", 9, 0x02);

        FluentActions.Invoking(() => FontFace.Load(restricted)).Should().Throw<FontFormatException>().Which.Table.Should().Be("OS/2");
    }

    [Fact]
    public void An_error_names_the_damaged_table()
    {
        var damaged = Moul.ToArray();
        damaged[ForgedFont.OffsetOf(Moul, "GSUB") + 100] ^= 1;

        FluentActions.Invoking(() => FontFace.Load(damaged)).Should().Throw<FontFormatException>().Which.Table.Should().Be("GSUB");
    }

    private static bool Refuses(byte[] bytes)
    {
        try
        {
            FontFace.Load(bytes);
            return false;
        }
        catch (FontFormatException)
        {
            return true;
        }
    }
}
