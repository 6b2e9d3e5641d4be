using Diplomacy.Training.Pdf.Certificates;
using Diplomacy.Training.Pdf.Structure;

namespace Diplomacy.Training.Pdf;

/// <summary>
/// Writes certificates as tagged PDF 1.7: text that is shaped, selectable and searchable in both scripts, fonts cut to
/// what is drawn, no dates and no random identifiers, so that the same page gives the same bytes. Thread-safe and meant
/// to be kept: it remembers how texts that recur on every certificate are shaped, but nothing about a holder.
/// </summary>
public sealed class CertificatePdfWriter
{
    private readonly CertificateDesign _design;
    private readonly LineSource _lines = new();

    /// <summary>Creates a writer that uses <see cref="CertificateDesign.State"/> where no other design is named.</summary>
    public CertificatePdfWriter()
        : this(CertificateDesign.State)
    {
    }

    /// <summary>Creates a writer that uses <paramref name="design"/> where no other is named.</summary>
    public CertificatePdfWriter(CertificateDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        _design = design;
    }

    /// <summary>Writes one certificate as one file.</summary>
    /// <param name="page">What it prints.</param>
    /// <param name="output">Any writable stream; it need not seek and stays open. Nothing is written to it if the page has an error.</param>
    /// <exception cref="MissingGlyphException">A character is in none of the design's fonts.</exception>
    /// <exception cref="BrokenClusterException">A text is not well formed in its script.</exception>
    /// <exception cref="TextOverflowException">A text does not fit its place at its smallest size.</exception>
    /// <exception cref="ArgumentException">The page has neither form of the name, or an address that is not absolute.</exception>
    public void Write(CertificatePage page, Stream output) => Write(page, _design, output);

    /// <summary>Writes one certificate as one file in another design than the writer's own.</summary>
    /// <inheritdoc cref="Write(CertificatePage, Stream)"/>
    /// <param name="page">What it prints.</param>
    /// <param name="design">How it looks.</param>
    /// <param name="output">Any writable stream; it need not seek and stays open. Nothing is written to it if the page has an error.</param>
    public void Write(CertificatePage page, CertificateDesign design, Stream output)
    {
        ArgumentNullException.ThrowIfNull(page);
        WriteAll([page], design, output);
    }

    /// <summary>
    /// Writes certificates into one file, a page each, with fonts and frame held once. Pages are taken and written one
    /// by one: memory does not grow with the bytes of the file, only by a few hundred bytes a page for its index.
    /// </summary>
    /// <param name="pages">One at least. Enumerated once.</param>
    /// <param name="output">Any writable stream; it need not seek and stays open. After an error what was written to it is no PDF file.</param>
    /// <returns>The number of pages written.</returns>
    /// <inheritdoc cref="Write(CertificatePage, Stream)" path="/exception"/>
    public int WriteAll(IEnumerable<CertificatePage> pages, Stream output) => WriteAll(pages, _design, output);

    /// <summary>Writes certificates into one file in another design than the writer's own.</summary>
    /// <inheritdoc cref="WriteAll(IEnumerable{CertificatePage}, Stream)"/>
    /// <param name="pages">One at least. Enumerated once.</param>
    /// <param name="design">How they look.</param>
    /// <param name="output">Any writable stream; it need not seek and stays open. After an error what was written to it is no PDF file.</param>
    public int WriteAll(IEnumerable<CertificatePage> pages, CertificateDesign design, Stream output)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(output);
        using var document = new PdfDocument(output);
        var count = 0;
        CertificatePage? first = null;
        foreach (var page in pages)
        {
            ArgumentNullException.ThrowIfNull(page, nameof(pages));
            first ??= page;
            document.AddPage(new StateLayout(document, _lines, design.Fonts, page).Compose(), page.RegisterNumber);
            count++;
        }

        if (first is null)
        {
            throw new ArgumentException("A PDF file has one page at least; there is no certificate to write.", nameof(pages));
        }

        var title = first.Title.English ?? first.Title.Khmer ?? string.Empty;
        document.Finish(count == 1 ? $"{title} {first.RegisterNumber}" : title, first.Title.Khmer is null ? "en" : "km");
        return count;
    }
}
