using Diplomacy.Training.Khmer;

namespace Diplomacy.Training.Pdf;

/// <summary>
/// Prints issued certificates: the frozen facts, in a design, with the words of the level and a QR code that leads to the issuer's verification page.
/// </summary>
/// <remarks>Safe for use from many threads; meant to be kept.</remarks>
public sealed class CertificatePrinter
{
    private readonly TrainingOptions _options;
    private readonly CertificatePdfWriter _writer = new();
    private readonly IReadOnlyDictionary<AwardLevel, CertificateWording> _wording;

    /// <summary>Makes a printer.</summary>
    /// <param name="options">The settings; <see cref="TrainingOptions.Issuers"/> says where certificates are verified.</param>
    /// <param name="wording">The words for each level; the library's own for levels that do not stand here.</param>
    /// <exception cref="ArgumentException">The settings have faults, such as an address of verification without its last slash.</exception>
    public CertificatePrinter(TrainingOptions options, IReadOnlyDictionary<AwardLevel, CertificateWording>? wording = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate() is { Count: > 0 } faults)
        {
            // An address without its last slash would lose its last part in every QR code that is printed, and paper cannot be corrected.
            throw new ArgumentException("The training options have faults: " + string.Join(" ", faults), nameof(options));
        }

        (_options, _wording) = (options, wording ?? new Dictionary<AwardLevel, CertificateWording>());
    }

    /// <summary>What a certificate prints.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <exception cref="InvalidOperationException">The issuer has no verification address; <see cref="TrainingBuilder.UseIssuer"/> sets it.</exception>
    public CertificatePage PageOf(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        CertificateFacts facts = certificate.Facts;
        if (!_options.Issuers.TryGetValue(facts.Issuer, out IssuerOptions? issuer) || issuer.VerifyAt is not { } verifyAt)
        {
            throw new InvalidOperationException($"{facts.Issuer} has no verification address. Set it with UseIssuer(\"{facts.Issuer}\", verifyAt: ...).");
        }

        CertificateWording wording = _wording.GetValueOrDefault(facts.Level) ?? CertificateWording.For(facts.Level);
        var address = new Uri(verifyAt, certificate.Code.ToCompactString());
        return new()
        {
            Motto = issuer.PrintsMotto ? NationalMotto.Cambodia : null,
            Issuer = Line(facts.IssuerName),
            Title = wording.Title,
            Opening = wording.Opening,
            Name = new(facts.NativeLanguage == Language.Khmer ? Named(facts.Honorific?.Khmer, facts.NativeName) : null, Named(facts.Honorific?.English, facts.PrintedName)),
            StatementKhmer = wording.Khmer(facts),
            StatementEnglish = wording.English(facts),
            PlaceAndDate = new(
                Place(facts.PlaceOfIssue?.Khmer, " ") + KhmerSolarDate.Write(facts.IssuedOn),
                Place(facts.PlaceOfIssue?.English, ", ") + CertificateWording.EnglishDate(facts.IssuedOn)),
            SignatoryTitle = facts.Signatory is { } s ? Line(s.Title) : new(null, null),
            SignatoryName = facts.Signatory is { } n ? Line(n.Name) : new(null, null),
            RegisterNumber = facts.Number.ToString(),
            VerificationCode = certificate.Code.ToString(),
            VerifyUrl = address,
            OfficialHost = verifyAt.IdnHost,
            Qr = QrCode.Encode(address.AbsoluteUri, QrErrorCorrection.Quartile),
        };
    }

    /// <summary>Writes one file for each certificate, named by its register number, on all processors.</summary>
    /// <param name="certificates">The certificates.</param>
    /// <param name="design">How they look.</param>
    /// <param name="folder">Where; made when it is not there. Files of the same name are replaced, each only when the new one is whole.</param>
    /// <param name="progress">Told how many are written, from any thread.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>The paths, in the order of the certificates.</returns>
    /// <exception cref="ArgumentException">A certificate stands twice in the list.</exception>
    /// <exception cref="PdfTextException">A text cannot be drawn: a missing glyph, a broken cluster, no room. The certificate is named by its number in <see cref="Exception.Data"/>.</exception>
    public async Task<IReadOnlyList<string>> WriteFilesAsync(
        IReadOnlyList<Certificate> certificates, CertificateDesign design, string folder, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (certificates.GroupBy(certificate => certificate.Number).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Key} stands twice; two writers of one file would spoil it.", nameof(certificates));
        }

        Directory.CreateDirectory(folder);
        string[] paths = new string[certificates.Count];
        int written = 0;
        await Parallel.ForAsync(0, certificates.Count, cancellationToken, async (i, stop) =>
        {
            Certificate certificate = certificates[i];
            string path = Path.Combine(folder, $"{certificate.Number}.pdf");
            string whole = path + ".part";
            using (var page = new MemoryStream(64 * 1024))
            {
                Named(certificate, () => _writer.Write(PageOf(certificate), design, page));
                await File.WriteAllBytesAsync(whole, page.ToArray(), stop).ConfigureAwait(false);
            }

            File.Move(whole, path, overwrite: true);
            paths[i] = path;
            progress?.Report(Interlocked.Increment(ref written));
        }).ConfigureAwait(false);
        return paths;
    }

    /// <summary>Writes all certificates into one file, a page each, for the printing house.</summary>
    /// <param name="certificates">One at least.</param>
    /// <param name="design">How they look.</param>
    /// <param name="output">Where; stays open.</param>
    /// <returns>The number of pages.</returns>
    /// <exception cref="PdfTextException">A text cannot be drawn.</exception>
    /// <exception cref="ArgumentException">There is no certificate.</exception>
    public int WriteMerged(IEnumerable<Certificate> certificates, CertificateDesign design, Stream output)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(design);
        return _writer.WriteAll(certificates.Select(PageOf), design, output);
    }

    private static void Named(Certificate certificate, Action write)
    {
        try
        {
            write();
        }
        catch (PdfTextException fault)
        {
            fault.Data["RegisterNumber"] = certificate.Number.ToString();
            throw;
        }
    }

    private static BilingualLine Line(LocalizedText text) => new(text.Khmer, text.English);

    private static string? Named(string? honorific, string? name) =>
        string.IsNullOrEmpty(name) ? null : string.IsNullOrEmpty(honorific) ? name : $"{honorific} {name}";

    private static string Place(string? place, string between) => string.IsNullOrEmpty(place) ? "" : place + between;
}
