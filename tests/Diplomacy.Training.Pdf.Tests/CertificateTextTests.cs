using UglyToad.PdfPig;

namespace Diplomacy.Training.Pdf.Tests;

public sealed class CertificateTextTests
{
    private static readonly string[] Printed =
    [
        "ព្រះរាជាណាចក្រកម្ពុជា",
        "ជាតិ សាសនា ព្រះមហាក្សត្រ",
        "KINGDOM OF CAMBODIA",
        "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ",
        "Ministry of Foreign Affairs and International Cooperation",
        "NID-2023-00123",
        "វិញ្ញាបនបត្របញ្ជាក់ការចូលរួម",
        "CERTIFICATE OF ATTENDANCE",
        "ឯកឧត្តម ចាន់ សុភ័ក្ត្រ",
        "H.E. CHAN Sopheaktra",
        "ដែលបានរៀបចំនៅរាជធានីភ្នំពេញ និងតាមប្រព័ន្ធ Zoom នៅថ្ងៃទី២៨ ខែកុម្ភៈ ឆ្នាំ២០២៣",
        "held in Phnom Penh and online on 28 February 2023.",
        "ថ្ងៃអង្គារ ៩កើត ខែផល្គុន ឆ្នាំខាល ចត្វាស័ក ព.ស. ២៥៦៦",
        "7KQ4-M2XD-9TPA",
        "verify.mfaic.example",
    ];

    [Fact]
    public void Pdftotext_gives_every_line_back_in_logical_order()
    {
        var text = PopplerText(SampleCertificates.Written(SampleCertificates.Chan()));

        foreach (var line in Printed)
        {
            text.Should().Contain(line);
        }
    }

    [Fact]
    public void PdfPig_gives_every_line_back_in_logical_order()
    {
        using var document = PdfDocument.Open(SampleCertificates.Written(SampleCertificates.Chan()));

        var text = document.GetPage(1).Text;

        foreach (var line in Printed)
        {
            text.Should().Contain(line);
        }
    }

    [Fact]
    public void MuPdf_gives_every_line_back_in_logical_order()
    {
        using var file = new TemporaryFile(SampleCertificates.Written(SampleCertificates.Chan()), ".pdf");

        var text = ExternalTool.Run(ExternalTool.MuTool, "draw", "-q", "-F", "text", file.Path);

        foreach (var line in Printed)
        {
            text.Should().Contain(line);
        }
    }

    [Theory]
    [MemberData(nameof(HardText.Lines), MemberType = typeof(HardText))]
    public void A_hard_name_comes_back_exactly(string name)
    {
        var pdf = SampleCertificates.Written(SampleCertificates.Chan(name));

        PopplerText(pdf).Should().Contain(name);
        using var document = PdfDocument.Open(pdf);
        document.GetPage(1).Text.Should().Contain(name);
    }

    [Theory]
    [InlineData("NGUYỄN Thị Ánh Tuyết")]
    [InlineData("Nguye\u0302\u0303n")]
    [InlineData("Sœur Žofia Łukasz O’Brien-García")]
    [InlineData("Suharto")]
    public void A_Latin_name_comes_back_exactly(string name)
    {
        var pdf = SampleCertificates.Written(SampleCertificates.Chan(khmer: null, english: name));

        PopplerText(pdf).Normalize().Should().Contain(name.Normalize());
    }

    [Fact]
    public void A_mixed_line_takes_Latin_and_Khmer_from_their_own_fonts()
    {
        using var document = PdfDocument.Open(SampleCertificates.Written(SampleCertificates.Chan()));
        var letters = document.GetPage(1).Letters;

        FontOf("Z").Should().EndWith("NotoSerif-Regular");
        FontOf("២").Should().EndWith("Battambang-Regular");

        string FontOf(string value) => letters.First(letter => letter.Value == value).FontName!;
    }

    [Fact]
    public void A_cluster_is_one_letter_of_the_file()
    {
        using var document = PdfDocument.Open(SampleCertificates.Written(SampleCertificates.Chan("ស្ត្រី ខ្ញុំ")));

        var letters = document.GetPage(1).Letters.Where(letter => letter.FontSize > 10).Select(letter => letter.Value).ToList();

        letters.Should().ContainInConsecutiveOrder("ស្ត្រី", " ", "ខ្ញុំ");
        letters.Should().NotContain(value => value.StartsWith('\u17D2') || value.Contains('\u25CC'));
    }

    private static string PopplerText(byte[] pdf)
    {
        using var file = new TemporaryFile(pdf, ".pdf");
        return ExternalTool.Run(ExternalTool.PdfToText, "-layout", "-enc", "UTF-8", file.Path, "-");
    }
}
