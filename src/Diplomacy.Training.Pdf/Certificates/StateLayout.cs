using System.Text;
using Diplomacy.Training.Pdf.Drawing;
using Diplomacy.Training.Pdf.Structure;
using static Diplomacy.Training.Pdf.Certificates.StatePalette;

namespace Diplomacy.Training.Pdf.Certificates;

/// <summary>
/// Sets one certificate in the state design, after the customs of Cambodian official papers. Distances are millimetres
/// from the upper left corner; a text's y is its baseline. The order of the calls is the reading order.
/// </summary>
internal sealed class StateLayout
{
    private const double Middle = Page.A4AcrossWidth / 2;
    private const double SideMargin = 22;
    private const double FullWidth = Page.A4AcrossWidth - (2 * SideMargin);
    private const double IssuerWidth = 96;
    private const double SignatureMiddle = 230;
    private const double SignatureWidth = 88;
    private const double QrSide = 31;
    private const double LastBaseline = 188.3;

    private readonly PdfDocument _document;
    private readonly CertificateFonts _fonts;
    private readonly CertificatePage _page;
    private readonly TextFitter _fitter;
    private readonly PageCanvas _canvas;

    public StateLayout(PdfDocument document, LineSource lines, CertificateFonts fonts, CertificatePage page)
    {
        _document = document;
        _fonts = fonts;
        _page = page;
        _fitter = new TextFitter(lines);
        _canvas = new PageCanvas(document, Page.Points(Page.A4AcrossWidth), Page.Points(Page.A4AcrossHeight));
    }

    public PageCanvas Compose()
    {
        Require();
        DrawArtwork();
        Head();
        Issuer();
        Title();
        Holder();
        Statement();
        Signature();
        Verification();
        return _canvas;
    }

    private void Require()
    {
        if (_page.Name.IsEmpty)
        {
            throw new ArgumentException($"{nameof(CertificatePage.Name)} says nothing in either script; a certificate names its holder.");
        }

        if (!_page.VerifyUrl.IsAbsoluteUri
            || _page.VerifyUrl.Scheme is not ("https" or "http")
            || !Ascii.IsValid(_page.VerifyUrl.AbsoluteUri))
        {
            throw new ArgumentException($"{nameof(CertificatePage.VerifyUrl)} must be an absolute http or https address in ASCII.");
        }
    }

    private void DrawArtwork() => _canvas.DrawShared(_document.Shared(StateArtwork.Whole));

    private void Head()
    {
        if (_page.Motto is not { } motto)
        {
            return;
        }

        var country = new TextStyle(_fonts.Heading, 21.5, 19, Navy);
        var words = new TextStyle(_fonts.Heading, 18.5, 18, Navy);
        var countryLatin = new TextStyle(_fonts.Bold, 10.5, 8, Navy, Tracking: 0.07);
        var wordsLatin = new TextStyle(_fonts.Body, 9, 7, Navy, Tracking: 0.07);
        Centred(motto.Country.Khmer, country, 26.8, "Motto.Country.Khmer", "km", recurs: true);
        Centred(motto.Words.Khmer, words, 38.2, "Motto.Words.Khmer", "km", recurs: true);
        Centred(motto.Country.English, countryLatin, 44, "Motto.Country.English", "en", recurs: true);
        Centred(motto.Words.English, wordsLatin, 48.2, "Motto.Words.English", "en", recurs: true);
    }

    private void Issuer()
    {
        var khmer = new TextStyle(_fonts.Heading, 10.5, 7.5, Navy);
        var latin = new TextStyle(_fonts.Body, 9, 7, Navy);
        var number = new TextStyle(_fonts.Body, 9.5, 7, Ink);
        if (_page.Motto is null)
        {
            // Where no motto may stand, the issuer takes its place at the head.
            Centred(_page.Issuer.Khmer, khmer with { Size = 18.5 }, 35.5, "Issuer.Khmer", "km", recurs: true);
            Centred(_page.Issuer.English, latin with { Size = 13 }, 44.5, "Issuer.English", "en", recurs: true);
        }
        else
        {
            AtLeft(_page.Issuer.Khmer, khmer, SideMargin, 52.4, IssuerWidth, "Issuer.Khmer", "km", recurs: true);
            AtLeft(_page.Issuer.English, latin, SideMargin, 57.6, IssuerWidth, "Issuer.English", "en", recurs: true);
        }

        AtLeft($"{Joined(_page.RegisterLabel)} {_page.RegisterNumber}", number, SideMargin, 63.4, IssuerWidth, nameof(_page.RegisterNumber), "km", recurs: false);
    }

    private void Title()
    {
        var khmer = new TextStyle(_fonts.Heading, 18, 13, Navy);
        var latin = new TextStyle(_fonts.Bold, 14.5, 10, Gold, Tracking: 0.08);
        Centred(_page.Title.Khmer, khmer, 68.8, "Title.Khmer", "km", recurs: true, role: "H1");
        Centred(_page.Title.English, latin, 76, "Title.English", "en", recurs: true, role: _page.Title.Khmer is null ? "H1" : "P");
    }

    private void Holder()
    {
        var openingKhmer = new TextStyle(_fonts.Body, 11.5, 9, Ink);
        var openingLatin = new TextStyle(_fonts.Body, 10.5, 8, Quiet);
        var khmer = new TextStyle(_fonts.Heading, 18, 11, Navy);
        var latin = new TextStyle(_fonts.Bold, 17, 10, Navy);
        Centred(_page.Opening.Khmer, openingKhmer, 83.6, "Opening.Khmer", "km", recurs: true);
        Centred(_page.Opening.English, openingLatin, 88.3, "Opening.English", "en", recurs: true);
        var alone = _page.Name.Khmer is null || _page.Name.English is null;
        Centred(_page.Name.Khmer, khmer, alone ? 101.5 : 97.9, "Name.Khmer", "km", recurs: false);
        Centred(_page.Name.English, latin, alone ? 101.5 : 105.6, "Name.English", "en", recurs: false);
        _canvas.DrawArtifact(art => StateArtwork.NameRule(art, Middle, Page.A4AcrossHeight - 109.4));
    }

    private void Statement()
    {
        const double top = 110.9;
        const double height = 27;
        const double between = 0.8;
        var both = _page.StatementKhmer.Count > 0 && _page.StatementEnglish.Count > 0;
        var khmer = Block(_page.StatementKhmer, new TextStyle(_fonts.Body, 12, 8.5, Ink), 1.52, both ? 14.6 : height, nameof(_page.StatementKhmer));
        var latin = Block(_page.StatementEnglish, new TextStyle(_fonts.Body, 11, 8, Ink), 1.36, both ? height - 14.6 - between : height, nameof(_page.StatementEnglish));
        var taken = khmer.Height + latin.Height + (both ? between : 0);
        var y = top + ((height - taken) / 2);
        y = DrawBlock(khmer, y, "km") + (both ? between : 0);
        DrawBlock(latin, y, "en");
    }

    private void Signature()
    {
        var khmer = new TextStyle(_fonts.Body, 10.5, 8, Ink);
        var latin = new TextStyle(_fonts.Body, 9.5, 7.5, Ink);
        var office = new TextStyle(_fonts.Heading, 10.5, 8, Navy);
        var officeLatin = new TextStyle(_fonts.Bold, 9.5, 7.5, Navy);
        Signed(_page.LunarDate, khmer, 143.4, nameof(_page.LunarDate), "km");
        Signed(_page.PlaceAndDate.Khmer, khmer, 148.7, "PlaceAndDate.Khmer", "km");
        Signed(_page.PlaceAndDate.English, latin, 153.4, "PlaceAndDate.English", "en");
        Signed(_page.SignatoryTitle.Khmer, office, 159.6, "SignatoryTitle.Khmer", "km");
        Signed(_page.SignatoryTitle.English, officeLatin, 164.3, "SignatoryTitle.English", "en");

        // The 17 mm between hold a signature and a round stamp that may overlap the office above.
        Signed(_page.SignatoryName.Khmer, office, 183.6, "SignatoryName.Khmer", "km");
        Signed(_page.SignatoryName.English, officeLatin, LastBaseline, "SignatoryName.English", "en");
    }

    private void Verification()
    {
        const double width = 84;

        // The dark modules, not the quiet zone, stand flush with margin and last baseline.
        var quiet = QrDrawing.QuietZoneOf(_page.Qr, QrSide);
        var place = new Box(
            Page.Points(SideMargin - quiet), Page.Points(Page.A4AcrossHeight - LastBaseline - quiet), Page.Points(QrSide), Page.Points(QrSide));
        var textLeft = SideMargin + QrSide - (2 * quiet) + 4;
        var figure = _canvas.Add(new StructureElement("Figure", "en")
        {
            Alternative = $"QR code with the address of verification: {_page.VerifyUrl.AbsoluteUri}",
            Bounds = place,
        });
        _canvas.DrawFigure(figure, art => QrDrawing.Draw(art, _page.Qr, place));

        var label = new TextStyle(_fonts.Body, 8.5, 7, Quiet);
        var code = new TextStyle(_fonts.Bold, 11.5, 8, Ink, Tracking: 0.03);
        var host = new TextStyle(_fonts.Body, 9, 7, Navy);
        AtLeft(Joined(_page.VerificationLabel), label, textLeft, LastBaseline - 11.4, width, nameof(_page.VerificationLabel), "km", recurs: true);
        AtLeft(_page.VerificationCode, code, textLeft, LastBaseline - 5.6, width, nameof(_page.VerificationCode), "en", recurs: false);

        var link = _canvas.Add(new StructureElement("Link", "en"));
        var line = _fitter.FitLine(_page.OfficialHost, host, Page.Points(width), nameof(_page.OfficialHost), recurs: true);
        var baseline = Page.Points(Page.A4AcrossHeight - LastBaseline);
        _canvas.DrawLine(link, line.Line, Page.Points(textLeft), baseline, new TextInk(line.Size, host.Color, line.Spacing));
        _canvas.AddLink(
            link,
            new Box(Page.Points(textLeft), baseline - (line.Size * 0.3), line.Width, line.Size * 1.2),
            _page.VerifyUrl.AbsoluteUri,
            $"Verify this certificate at {_page.OfficialHost}");
    }

    private void Centred(string? text, TextStyle style, double y, string field, string language, bool recurs, string role = "P")
        => Line(text, style, Middle, y, FullWidth, Alignment.Center, field, language, recurs, role);

    private void Signed(string? text, TextStyle style, double y, string field, string language)
        => Line(text, style, SignatureMiddle, y, SignatureWidth, Alignment.Center, field, language, recurs: true, "P");

    private void AtLeft(string? text, TextStyle style, double x, double y, double width, string field, string language, bool recurs)
        => Line(text, style, x, y, width, Alignment.Left, field, language, recurs, "P");

    private void Line(
        string? text, TextStyle style, double x, double y, double width, Alignment alignment, string field, string language, bool recurs, string role)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var line = _fitter.FitLine(text, style, Page.Points(width), field, recurs);
        Draw(_canvas.Add(new StructureElement(role, language)), line, x, y, alignment, style.Color);
    }

    private (IReadOnlyList<FittedLine> Lines, double Leading, double Height, PdfColor Color) Block(
        IReadOnlyList<string> texts, TextStyle style, double leading, double height, string field)
    {
        if (texts.Count == 0)
        {
            return ([], 0, 0, style.Color);
        }

        var lines = _fitter.FitBlock(texts, style, Page.Points(FullWidth - 6), Page.Points(height), leading, field, recurs: false);
        var step = Page.ToMillimetres(lines[0].Size * leading);
        return (lines, step, step * lines.Count, style.Color);
    }

    private double DrawBlock((IReadOnlyList<FittedLine> Lines, double Leading, double Height, PdfColor Color) block, double top, string language)
    {
        if (block.Lines.Count == 0)
        {
            return top;
        }

        var owner = _canvas.Add(new StructureElement("P", language));
        var y = top + (block.Leading * 0.74);
        foreach (var line in block.Lines)
        {
            Draw(owner, line, Middle, y, Alignment.Center, block.Color);
            y += block.Leading;
        }

        return top + block.Height;
    }

    private void Draw(StructureElement owner, FittedLine line, double x, double y, Alignment alignment, PdfColor color)
    {
        var left = Page.Points(x) - (alignment == Alignment.Center ? line.Width / 2 : 0);
        _canvas.DrawLine(owner, line.Line, left, Page.Points(Page.A4AcrossHeight - y), new TextInk(line.Size, color, line.Spacing));
    }

    private static string Joined(BilingualLine label)
        => label.Khmer is null || label.English is null ? label.Khmer ?? label.English ?? string.Empty : $"{label.Khmer} / {label.English}";
}
