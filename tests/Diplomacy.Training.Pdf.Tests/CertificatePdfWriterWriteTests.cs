using System.Globalization;
using System.Text;
using CsCheck;
using UglyToad.PdfPig;

namespace Diplomacy.Training.Pdf.Tests;

public sealed class CertificatePdfWriterWriteTests
{
    [Fact]
    public void Qpdf_finds_nothing_wrong()
    {
        using var file = new TemporaryFile(SampleCertificates.Written(SampleCertificates.Chan()), ".pdf");

        ExternalTool.Run(ExternalTool.Qpdf, "--check", file.Path).Should().Contain("No syntax or stream encoding errors found");
    }

    [Fact]
    public void The_same_page_gives_the_same_bytes()
    {
        var writer = new CertificatePdfWriter();
        var expected = SampleCertificates.Written(SampleCertificates.Chan());

        for (var i = 0; i < 3; i++)
        {
            Write(writer, SampleCertificates.Chan()).Should().Equal(expected);
        }
    }

    [Fact]
    public void Threads_that_share_a_writer_get_the_same_bytes()
    {
        var writer = new CertificatePdfWriter();
        string?[] names = ["ចាន់ សុភ័ក្ត្រ", "ស្រី ខ្ញុំ", null, "ធម៌"];
        var expected = names.Select(name => Write(new CertificatePdfWriter(), SampleCertificates.Chan(name))).ToArray();

        Parallel.For(0, 40, i => Write(writer, SampleCertificates.Chan(names[i % 4])).AsSpan().SequenceEqual(expected[i % 4]).Should().BeTrue());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("km-KH")]
    [InlineData("ar-SA")]
    public void The_bytes_do_not_depend_on_the_culture(string culture)
    {
        var expected = SampleCertificates.Written(SampleCertificates.Chan());
        byte[] other = [];
        var thread = new Thread(() => other = SampleCertificates.Written(SampleCertificates.Chan()))
        {
            CurrentCulture = CultureInfo.GetCultureInfo(culture),
            CurrentUICulture = CultureInfo.GetCultureInfo(culture),
        };
        thread.Start();
        thread.Join();

        other.Should().Equal(expected);
    }

    [Fact]
    public void One_certificate_stays_under_45_kilobytes()
        => SampleCertificates.Written(SampleCertificates.Chan()).Should().HaveCountLessThan(45 * 1024);

    [Fact]
    public void Nothing_is_written_when_the_page_has_an_error()
    {
        using var stream = new MemoryStream();

        FluentActions.Invoking(() => new CertificatePdfWriter().Write(SampleCertificates.Chan("\u4E2D"), stream)).Should().Throw<MissingGlyphException>();

        stream.Length.Should().Be(0);
    }

    [Fact]
    public void A_character_without_a_glyph_is_refused_by_code_point_and_field()
    {
        var error = FluentActions.Invoking(() => SampleCertificates.Written(SampleCertificates.Chan(english: "CHAN 陳 Sopheaktra")))
            .Should().Throw<MissingGlyphException>().Which;

        error.CodePoint.Should().Be(0x9673);
        error.Field.Should().Be("Name.English");
        error.Text.Should().Be("CHAN 陳 Sopheaktra");
        error.Message.Should().Contain("U+9673").And.Contain("Name.English").And.NotContain("Sopheaktra").And.NotContain("陳");
    }

    [Theory]
    [InlineData("a\tb", 0x09)]
    [InlineData("\u202Eevil", 0x202E)]
    [InlineData("محمد", 0x0645)]
    [InlineData("\uE000", 0xE000)]
    [InlineData("\U0001F600", 0x1F600)]
    public void What_cannot_be_printed_is_refused(string name, int codePoint)
        => FluentActions.Invoking(() => SampleCertificates.Written(SampleCertificates.Chan(english: name)))
            .Should().Throw<MissingGlyphException>().Which.CodePoint.Should().Be(codePoint);

    [Fact]
    public void A_lone_surrogate_is_refused()
        => FluentActions.Invoking(() => SampleCertificates.Written(SampleCertificates.Chan(english: "CHAN \uD83D")))
            .Should().Throw<MissingGlyphException>().Which.CodePoint.Should().Be(0xD83D);

    [Theory]
    [InlineData("\u17B6")]          // a vowel with nothing to stand on
    [InlineData("\u1780\u17D2")]    // a coeng with nothing below it
    [InlineData("\u17D2\u1780")]
    public void A_broken_cluster_is_refused(string name)
    {
        var error = FluentActions.Invoking(() => SampleCertificates.Written(SampleCertificates.Chan("ចាន់ " + name)))
            .Should().Throw<BrokenClusterException>().Which;

        error.Field.Should().Be("Name.Khmer");
        error.Index.Should().BeInRange(4, 5, "the space before may belong to the broken cluster");
    }

    [Fact]
    public void A_long_name_shrinks_and_an_endless_one_is_refused()
    {
        var size = SizeOfName(string.Join(' ', Enumerable.Repeat("Chandarareaksmey", 7)));
        size.Should().BeInRange(10, 16.9);
        SizeOfName("Chandara").Should().Be(17);

        var error = FluentActions.Invoking(() => SampleCertificates.Written(SampleCertificates.Chan(english: string.Join(' ', Enumerable.Repeat("Chandarareaksmey", 20)))))
            .Should().Throw<TextOverflowException>().Which;
        error.Field.Should().Be("Name.English");
        error.MinimumSize.Should().Be(10);
        error.NeededMillimetres.Should().BeGreaterThan(error.AvailableMillimetres);
        error.Message.Should().NotContain("Chandara");

        static double SizeOfName(string name)
        {
            using var document = PdfDocument.Open(SampleCertificates.Written(SampleCertificates.Chan(khmer: null, english: name)));
            return document.GetPage(1).Letters.First(letter => letter.Value == "d" && letter.FontName!.EndsWith("Bold", StringComparison.Ordinal) && letter.FontSize > 9.9).FontSize;
        }
    }

    [Fact]
    public void A_name_in_neither_script_is_the_callers_error()
        => FluentActions.Invoking(() => SampleCertificates.Written(SampleCertificates.Chan(khmer: " ", english: null))).Should().Throw<ArgumentException>();

    [Fact]
    public void Any_string_as_a_name_is_printed_or_refused_by_a_typed_error()
        => Gen.Select(Gen.String, Gen.Int[0x1780, 0x17FF].Array[0, 12].Select(points => string.Concat(points.Select(char.ConvertFromUtf32)))).Sample(
            (latin, khmer) =>
            {
                try
                {
                    SampleCertificates.Written(SampleCertificates.Chan(khmer, latin)).Should().NotBeEmpty();
                }
                catch (Exception error) when (error is PdfTextException || (error is ArgumentException && string.IsNullOrWhiteSpace(latin) && string.IsNullOrWhiteSpace(khmer)))
                {
                    // What cannot be printed is refused by a typed error.
                }
            },
            iter: 400);

    [Fact]
    public void The_QR_code_is_read_back()
    {
        using var file = new TemporaryFile(SampleCertificates.Written(SampleCertificates.Chan()), ".pdf");
        var image = file.Path + "-page";
        ExternalTool.Run(ExternalTool.PdfToPpm, "-r", "150", "-png", "-singlefile", file.Path, image);
        try
        {
            ExternalTool.Run(ExternalTool.ZBar, "--raw", "-q", image + ".png").Trim().Should().Be(SampleCertificates.Address);
        }
        finally
        {
            File.Delete(image + ".png");
        }
    }

    [Fact]
    public void The_structure_tree_names_title_figure_link_and_languages()
    {
        var pdf = SampleCertificates.Written(SampleCertificates.Chan());
        using var file = new TemporaryFile(pdf, ".pdf");

        var tree = ExternalTool.Run(ExternalTool.PdfInfo, "-struct-text", file.Path);

        tree.Should().Contain("Document").And.Contain("H1").And.Contain("Figure").And.Contain("Link");
        tree.Should().Contain("\"វិញ្ញាបនបត្របញ្ជាក់ការចូលរួម\"").And.Contain("\"H.E. CHAN Sopheaktra\"");
        tree.Should().MatchRegex("Span \\(inline\\)\\s+\"Zoom \"\\s+\"នៅថ្ងៃទី២៨", "a Latin word in a Khmer line has its own language");
        tree.IndexOf("ព្រះរាជាណាចក្រកម្ពុជា", StringComparison.Ordinal).Should().BeLessThan(tree.IndexOf("H.E. CHAN", StringComparison.Ordinal));
        var source = Encoding.Latin1.GetString(pdf);
        source.Should().Contain("/Lang(km)").And.Contain("/Lang(en)").And.Contain("/MarkInfo<</Marked true>>")
            .And.Contain("/GTS_PDFA1").And.Contain("<pdfaid:part>3</pdfaid:part>").And.Contain("<pdfuaid:part>1</pdfuaid:part>");
    }

    [Fact]
    public void The_address_is_a_link()
    {
        using var document = PdfDocument.Open(SampleCertificates.Written(SampleCertificates.Chan()));

        document.GetPage(1).GetHyperlinks().Should().ContainSingle().Which.Uri.Should().Be(SampleCertificates.Address);
    }

    [Fact]
    public void A_long_statement_breaks_only_where_its_author_allowed()
    {
        var sentence = string.Concat(Enumerable.Repeat("សហប្រតិបត្តិការ\u200Bអន្តរជាតិ\u200B", 8));
        using var document = PdfDocument.Open(SampleCertificates.Written(With(SampleCertificates.Chan(), [sentence])));

        var lines = document.GetPage(1).Letters
            .Where(letter => letter.FontName!.EndsWith("Battambang-Regular", StringComparison.Ordinal) && letter.StartBaseLine.Y is > 210 and < 275)
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y))
            .Select(line => string.Concat(line.Select(letter => letter.Value)).Trim('\u200B'))
            .ToList();

        lines.Should().HaveCountGreaterThan(1);
        lines.Should().OnlyContain(line => line.EndsWith("សហប្រតិបត្តិការ", StringComparison.Ordinal) || line.EndsWith("អន្តរជាតិ", StringComparison.Ordinal));
        string.Concat(lines).Replace("\u200B", "", StringComparison.Ordinal).Should().Be(sentence.Replace("\u200B", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_statement_that_may_break_nowhere_is_refused()
    {
        var sentence = string.Concat(Enumerable.Repeat("សហប្រតិបត្តិការអន្តរជាតិ", 12));

        FluentActions.Invoking(() => SampleCertificates.Written(With(SampleCertificates.Chan(), [sentence])))
            .Should().Throw<TextOverflowException>().Which.Field.Should().Be("StatementKhmer[0]");
    }

    [Fact]
    public void An_issuer_without_the_right_to_the_motto_prints_none()
    {
        var page = SampleCertificates.Chan();
        var plain = new CertificatePage
        {
            Issuer = page.Issuer, Title = page.Title, Name = page.Name, PlaceAndDate = page.PlaceAndDate,
            SignatoryTitle = page.SignatoryTitle, SignatoryName = page.SignatoryName, RegisterNumber = page.RegisterNumber,
            VerificationCode = page.VerificationCode, VerifyUrl = page.VerifyUrl, OfficialHost = page.OfficialHost, Qr = page.Qr,
        };
        using var document = PdfDocument.Open(SampleCertificates.Written(plain));

        document.GetPage(1).Text.Should().NotContain("ព្រះរាជាណាចក្រកម្ពុជា").And.Contain("ក្រសួងការបរទេស");
    }

    [Fact]
    public void What_the_chosen_face_lacks_comes_from_the_next()
    {
        var fonts = new CertificateFonts { KhmerHeading = Fonts.FontFace.Load(BundledFontFile.Read("NotoSerif-Bold.Latin.ttf")) };
        using var stream = new MemoryStream();
        new CertificatePdfWriter(CertificateDesign.State.With(fonts)).Write(SampleCertificates.Chan(), stream);

        using var document = PdfDocument.Open(stream.ToArray());

        document.GetPage(1).Text.Should().Contain("ឯកឧត្តម ចាន់ សុភ័ក្ត្រ");
        document.GetPage(1).Letters.Should().Contain(letter => letter.Value == "ន់" && letter.FontName!.EndsWith("Battambang-Bold", StringComparison.Ordinal));
    }

    private static CertificatePage With(CertificatePage page, string[] statement) => new()
    {
        Motto = page.Motto, Issuer = page.Issuer, Title = page.Title, Name = page.Name, StatementKhmer = statement, PlaceAndDate = page.PlaceAndDate,
        SignatoryTitle = page.SignatoryTitle, SignatoryName = page.SignatoryName, RegisterNumber = page.RegisterNumber,
        VerificationCode = page.VerificationCode, VerifyUrl = page.VerifyUrl, OfficialHost = page.OfficialHost, Qr = page.Qr,
    };

    private static byte[] Write(CertificatePdfWriter writer, CertificatePage page)
    {
        using var stream = new MemoryStream();
        writer.Write(page, stream);
        return stream.ToArray();
    }
}
