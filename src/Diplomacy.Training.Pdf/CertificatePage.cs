namespace Diplomacy.Training.Pdf;

/// <summary>
/// Everything that one certificate prints, as plain text: nothing is computed, translated or re-cased on the way to
/// the page. Immutable. Field names in errors are the names of these properties.
/// </summary>
public sealed class CertificatePage
{
    /// <summary>Country and motto at the head; null for issuers that may not print it.</summary>
    /// <value>Null.</value>
    public NationalMotto? Motto { get; init; }

    /// <summary>The issuing ministry or institute, at the upper left.</summary>
    public required BilingualLine Issuer { get; init; }

    /// <summary>What the document is, such as "វិញ្ញាបនបត្របញ្ជាក់ការចូលរួម" and "CERTIFICATE OF ATTENDANCE".</summary>
    public required BilingualLine Title { get; init; }

    /// <summary>The line that leads to the name.</summary>
    /// <value>"សូមបញ្ជាក់ថា" and "This is to certify that".</value>
    public BilingualLine Opening { get; init; } = new("សូមបញ្ជាក់ថា", "This is to certify that");

    /// <summary>The holder, exactly as the person's printed name is recorded (R46). One of the two texts at least.</summary>
    public required BilingualLine Name { get; init; }

    /// <summary>What is certified, in Khmer: one text for each line, from top to bottom. A line too long for the page is broken at spaces and U+200B.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<string> StatementKhmer { get; init => field = [.. value]; } = [];

    /// <summary>What is certified, in English: one text for each line.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<string> StatementEnglish { get; init => field = [.. value]; } = [];

    /// <summary>The date of the lunar calendar in Khmer, above the civil date; null to leave it out.</summary>
    /// <value>Null.</value>
    public string? LunarDate { get; init; }

    /// <summary>Place and civil date, above the signature.</summary>
    public required BilingualLine PlaceAndDate { get; init; }

    /// <summary>The office of whoever signs.</summary>
    public required BilingualLine SignatoryTitle { get; init; }

    /// <summary>The name of whoever signs, below the room for signature and stamp.</summary>
    public required BilingualLine SignatoryName { get; init; }

    /// <summary>What stands before the register number.</summary>
    /// <value>"លេខ" and "No."</value>
    public BilingualLine RegisterLabel { get; init; } = new("លេខ", "No.");

    /// <summary>The number under which the certificate stands in its issuer's register. Merged files also use it as page label.</summary>
    public required string RegisterNumber { get; init; }

    /// <summary>What stands above the verification code.</summary>
    /// <value>"ផ្ទៀងផ្ទាត់" and "Verify".</value>
    public BilingualLine VerificationLabel { get; init; } = new("ផ្ទៀងផ្ទាត់", "Verify");

    /// <summary>The code by which anyone can check the certificate, in plain text for those without a camera.</summary>
    public required string VerificationCode { get; init; }

    /// <summary>The address where the certificate is verified; the QR code should hold the same. An absolute address.</summary>
    public required Uri VerifyUrl { get; init; }

    /// <summary>The official host in words, such as <c>verify.mfaic.gov.kh</c>, so that a reader can tell a forged QR code from a true one.</summary>
    public required string OfficialHost { get; init; }

    /// <summary>The QR code at the lower left.</summary>
    public required QrCode Qr { get; init; }
}
