using NodaTime;

namespace Diplomacy.Training.Pdf.Tests;

public sealed class CertificatePrinterTests
{
    private static readonly InstitutionCode s_issuer = InstitutionCode.Parse("MFAIC");

    [Theory]
    [InlineData("https://verify.example/certificates")]
    [InlineData("https://verify.example/?code=")]
    [InlineData("http://verify.example/")]
    [InlineData("javascript:alert(1)")]
    public void An_address_that_would_print_dead_or_foreign_links_is_refused_before_anything_is_printed(string verifyAt) =>
        FluentActions.Invoking(() => Printer(verifyAt)).Should().Throw<ArgumentException>().WithMessage("*verification address of MFAIC*");

    [Fact]
    public async Task A_certificate_that_stands_twice_is_refused_before_two_writers_meet_in_one_file()
    {
        var number = new RegisterNumber(s_issuer, 2023, 1);
        var day = new LocalDate(2023, 2, 28);
        var certificate = new Certificate(number, VerificationCode.New(), PersonId.New(), RegistrationId.New(), new()
        {
            Number = number, Level = AwardLevel.Participation, PrintedName = "CHAN Sophea", Workshop = WorkshopId.Parse("DD-2023"), Title = new("", "Digital Diplomacy"),
            FirstDay = day, LastDay = day, CountedTime = Duration.FromHours(3), Hours = 3, Issuer = s_issuer, IssuerName = new("", "Ministry"), IssuedOn = day, PolicyVersion = 1,
        });
        string folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

        Func<Task> writing = () => Printer("https://verify.example/certificates/").WriteFilesAsync([certificate, certificate], CertificateDesign.State, folder);

        await writing.Should().ThrowAsync<ArgumentException>().WithMessage("*MFAIC-2023-000001 stands twice*");
        Directory.Exists(folder).Should().BeFalse();
    }

    private static CertificatePrinter Printer(string verifyAt)
    {
        var options = new TrainingOptions();
        options.Issuers[s_issuer] = new IssuerOptions(s_issuer) { VerifyAt = new Uri(verifyAt) };
        return new(options);
    }
}
