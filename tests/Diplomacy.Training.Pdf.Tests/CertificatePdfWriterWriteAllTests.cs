using UglyToad.PdfPig;

namespace Diplomacy.Training.Pdf.Tests;

public sealed class CertificatePdfWriterWriteAllTests
{
    [Fact]
    public void Four_hundred_certificates_share_their_fonts()
    {
        var pdf = Merged(400);
        using var file = new TemporaryFile(pdf, ".pdf");

        ExternalTool.Run(ExternalTool.Qpdf, "--check", file.Path).Should().Contain("No syntax or stream encoding errors found");
        ExternalTool.Run(ExternalTool.PdfFonts, file.Path).Trim().Split('\n').Skip(2).Should().HaveCount(4);
        pdf.Length.Should().BeLessThan(400 * 8 * 1024, "a page costs a few kilobytes once fonts and frame are shared");
        using var document = PdfDocument.Open(pdf);
        document.NumberOfPages.Should().Be(400);
        document.GetPage(400).Text.Should().Contain("NID-2023-00400").And.Contain("លំដាប់ ៤០០");
    }

    [Fact]
    public void Pages_are_written_as_they_come()
    {
        using var stream = new MemoryStream();
        var seen = new List<long>();

        new CertificatePdfWriter().WriteAll(Pages(200).Select(page =>
        {
            seen.Add(stream.Length);
            return page;
        }), stream).Should().Be(200);

        seen[^1].Should().BeGreaterThan(stream.Length / 2);
    }

    [Fact]
    public void The_output_need_not_seek_and_stays_open()
    {
        using var inner = new MemoryStream();
        using var forward = new ForwardOnlyStream(inner);

        new CertificatePdfWriter().WriteAll(Pages(3), forward);

        forward.CanWrite.Should().BeTrue();
        inner.ToArray().Should().Equal(Merged(3));
    }

    [Fact]
    public void Each_page_is_labelled_with_its_register_number()
    {
        using var file = new TemporaryFile(Merged(3), ".pdf");

        ExternalTool.Run(ExternalTool.Qpdf, "--json", "--json-key=pagelabels", file.Path).Should().Contain("NID-2023-00003");
    }

    [Fact]
    public void A_file_without_pages_is_refused()
        => FluentActions.Invoking(() => new CertificatePdfWriter().WriteAll([], Stream.Null)).Should().Throw<ArgumentException>();

    private static IEnumerable<CertificatePage> Pages(int count)
        => Enumerable.Range(1, count).Select(i => SampleCertificates.Chan("លំដាប់ " + KhmerDigits(i), "Participant", i));

    private static string KhmerDigits(int number)
        => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('\u17E0' + digit - '0')));

    private static byte[] Merged(int count)
    {
        using var stream = new MemoryStream();
        new CertificatePdfWriter().WriteAll(Pages(count), stream);
        return stream.ToArray();
    }

    private sealed class ForwardOnlyStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
