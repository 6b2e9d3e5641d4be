using System.Globalization;

namespace Diplomacy.Training.Pdf.Tests;

/// <summary>Certificates of invented people, with vetted words and the hard clusters of the script.</summary>
internal static class SampleCertificates
{
    public const string Address = "https://verify.mfaic.example/c/7KQ4-M2XD-9TPA";

    public static QrCode Qr { get; } = QrCode.Encode(Address, QrErrorCorrection.Quartile);

    public static CertificatePage Chan(string? khmer = "ឯកឧត្តម ចាន់ សុភ័ក្ត្រ", string? english = "H.E. CHAN Sopheaktra", int number = 123) => new()
    {
        Motto = NationalMotto.Cambodia,
        Issuer = new BilingualLine("ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ", "Ministry of Foreign Affairs and International Cooperation"),
        Title = new BilingualLine("វិញ្ញាបនបត្របញ្ជាក់ការចូលរួម", "CERTIFICATE OF ATTENDANCE"),
        Name = new BilingualLine(khmer, english),
        StatementKhmer =
        [
            "បានចូលរួមសិក្ខាសាលា ស្តីពី ការទូតឌីជីថល សម្រាប់អ្នកការទូតកម្ពុជា",
            "ដែលបានរៀបចំនៅរាជធានីភ្នំពេញ និងតាមប្រព័ន្ធ Zoom នៅថ្ងៃទី២៨ ខែកុម្ភៈ ឆ្នាំ២០២៣",
        ],
        StatementEnglish =
        [
            "has attended the Workshop on Digital Diplomacy for Cambodian Diplomats,",
            "held in Phnom Penh and online on 28 February 2023.",
        ],
        LunarDate = "ថ្ងៃអង្គារ ៩កើត ខែផល្គុន ឆ្នាំខាល ចត្វាស័ក ព.ស. ២៥៦៦",
        PlaceAndDate = new BilingualLine("រាជធានីភ្នំពេញ ថ្ងៃទី២៨ ខែកុម្ភៈ ឆ្នាំ២០២៣", "Phnom Penh, 28 February 2023"),
        SignatoryTitle = new BilingualLine("ប្រធានវិទ្យាស្ថានជាតិការទូត", "Director, National Institute of Diplomacy"),
        SignatoryName = new BilingualLine("សុភាព ច័ន្ទតារា", "SOPHEAP Chandara"),
        RegisterNumber = string.Create(CultureInfo.InvariantCulture, $"NID-2023-{number:00000}"),
        VerificationCode = "7KQ4-M2XD-9TPA",
        VerifyUrl = new Uri(Address),
        OfficialHost = "verify.mfaic.example",
        Qr = Qr,
    };

    public static byte[] Written(CertificatePage page)
    {
        using var stream = new MemoryStream();
        new CertificatePdfWriter().Write(page, stream);
        return stream.ToArray();
    }
}
