namespace Diplomacy.Training.Pdf.Tests;

/// <summary>What the page looks like. docs/decisions/0002-pdf-engine.md says what the approved picture is and when it may change.</summary>
public sealed class StateDesignTests
{
    private const int Resolution = 110;
    private const int Tile = 20;

    [Fact]
    public void The_page_looks_as_approved()
    {
        var approved = PngImage.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "approved", "state-certificate.png")));
        var (rendered, bytes) = Render(SampleCertificates.Chan());

        (rendered.Width, rendered.Height).Should().Be((approved.Width, approved.Height));
        var worst = WorstTile(rendered, approved);
        if (worst.Different > Tile * Tile / 10)
        {
            var received = Path.Combine(AppContext.BaseDirectory, "state-certificate.received.png");
            File.WriteAllBytes(received, bytes);
            Assert.Fail($"{worst.Different} of {Tile * Tile} pixels differ around ({worst.X}, {worst.Y}); look at {received} beside the approved picture.");
        }
    }

    [Fact]
    public void Another_name_is_seen_by_the_comparison()
    {
        var (first, _) = Render(SampleCertificates.Chan());
        var (second, _) = Render(SampleCertificates.Chan("ឯកឧត្តម ចាន់ សុភ័ក្រ"));

        WorstTile(first, second).Different.Should().BeGreaterThan(Tile * Tile / 10, "one subscript less must not pass as smoothing");
    }

    [Fact]
    public void Nothing_is_printed_within_ten_millimetres_of_the_edge()
    {
        var (page, _) = Render(SampleCertificates.Chan());
        var margin = (int)(10 / 25.4 * Resolution);

        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                var inside = x >= margin && y >= margin && x < page.Width - margin && y < page.Height - margin;
                (inside || page[x, y].SequenceEqual<byte>([255, 255, 255])).Should().BeTrue();
                x = inside && x < page.Width - margin - 1 ? page.Width - margin - 1 : x;
            }
        }
    }

    [Fact]
    public void Two_renderers_agree()
    {
        using var file = new TemporaryFile(SampleCertificates.Written(SampleCertificates.Chan()), ".pdf");
        var image = file.Path + "-mupdf.png";
        ExternalTool.Run(ExternalTool.MuTool, "draw", "-q", "-r", $"{Resolution}", "-o", image, file.Path);
        try
        {
            var mupdf = PngImage.Read(File.ReadAllBytes(image));
            var (poppler, _) = Render(SampleCertificates.Chan());

            var darkInOne = CountInk(mupdf);
            var darkInOther = CountInk(poppler);
            darkInOne.Should().BeInRange((int)(darkInOther * 0.9), (int)(darkInOther * 1.1));
        }
        finally
        {
            File.Delete(image);
        }
    }

    private static int CountInk(PngImage image)
    {
        var ink = 0;
        for (var i = 0; i < image.Pixels.Length; i += 3)
        {
            ink += image.Pixels[i] < 128 ? 1 : 0;
        }

        return ink;
    }

    private static (int Different, int X, int Y) WorstTile(PngImage one, PngImage other)
    {
        var worst = (Different: 0, X: 0, Y: 0);
        for (var top = 0; top < one.Height; top += Tile / 2)
        {
            for (var left = 0; left < one.Width; left += Tile / 2)
            {
                var different = 0;
                for (var y = top; y < Math.Min(top + Tile, one.Height); y++)
                {
                    for (var x = left; x < Math.Min(left + Tile, one.Width); x++)
                    {
                        different += one.Differs(other, x, y) ? 1 : 0;
                    }
                }

                worst = different > worst.Different ? (different, left, top) : worst;
            }
        }

        return worst;
    }

    private static (PngImage Image, byte[] Bytes) Render(CertificatePage page)
    {
        using var file = new TemporaryFile(SampleCertificates.Written(page), ".pdf");
        var image = file.Path + "-page";
        ExternalTool.Run(ExternalTool.PdfToPpm, "-r", $"{Resolution}", "-png", "-singlefile", file.Path, image);
        try
        {
            var bytes = File.ReadAllBytes(image + ".png");
            return (PngImage.Read(bytes), bytes);
        }
        finally
        {
            File.Delete(image + ".png");
        }
    }
}
