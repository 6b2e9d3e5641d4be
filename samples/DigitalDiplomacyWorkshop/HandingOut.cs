using System.Globalization;
using Diplomacy.Training;
using Diplomacy.Training.Imports;

namespace DigitalDiplomacyWorkshop;

/// <summary>The certificates in the order in which they are handed out: institution by institution, and by printed name within each. The pages of <c>certificates.pdf</c> follow it.</summary>
internal sealed record HandingOut(IReadOnlyList<(Institution Institution, Certificate Certificate)> Pages)
{
    internal static async Task<HandingOut> ArrangeAsync(TrainingDesks desks, Workshop workshop, IssueReport issued)
    {
        var institutions = await desks.Institutions.AllAsync();
        var registrations = (await desks.Registrations.ListAsync(workshop.Id)).ToDictionary(r => r.Id);
        return new([.. issued.Certificates
            .Select(certificate => (Institution: institutions[registrations[certificate.Registration].Institution], Certificate: certificate))
            .OrderBy(page => page.Institution.Code)
            .ThenBy(page => page.Certificate.Facts.PrintedName, StringComparer.OrdinalIgnoreCase)
            .ThenBy(page => page.Certificate.Number.ToString(), StringComparer.Ordinal)]);
    }

    /// <summary>Writes the list by which an officer finds each page. Without verification codes: who has a code can look the certificate up.</summary>
    internal Task WriteAsync(string folder) => TableWriter.WriteCsvFileAsync(
        Path.Combine(folder, "handing-out.csv"),
        ["institution", "institution_name", "institution_name_km", "name", "name_km", "level", "certificate", "file", "page"],
        Pages.Select((page, i) => new[]
        {
            page.Institution.Code.ToString(), page.Institution.Name.English, page.Institution.Name.Khmer,
            page.Certificate.Facts.PrintedName, page.Certificate.Facts.NativeName ?? "", page.Certificate.Facts.Level.ToString(),
            page.Certificate.Number.ToString(), $"certificates/{page.Certificate.Number}.pdf", (i + 1).ToString(CultureInfo.InvariantCulture),
        }));
}
