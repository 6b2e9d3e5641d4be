namespace Diplomacy.Training;

/// <summary>How an institution issues certificates.</summary>
public sealed class IssuerOptions
{
    /// <summary>Begins the settings of an issuer.</summary>
    /// <param name="code">The issuing institution; the host of the workshops whose certificates it issues.</param>
    public IssuerOptions(InstitutionCode code) => Code = code;

    /// <summary>The issuing institution.</summary>
    public InstitutionCode Code { get; }

    /// <summary>The address under which anyone can check a certificate: the code is put behind it. The same for ever, since it is printed (R40).</summary>
    /// <value>null: no address and no QR code can be printed.</value>
    public Uri? VerifyAt { get; set; }

    /// <summary>The place of issue as printed before the date, such as <c>រាជធានីភ្នំពេញ</c> / <c>Phnom Penh</c>.</summary>
    /// <value>null: the city of the institution.</value>
    public LocalizedText? PlaceOfIssue { get; set; }

    /// <summary>Whether the kingdom's motto stands at the head of the page, which is reserved to state institutions.</summary>
    /// <value>false</value>
    public bool PrintsMotto { get; set; }

    internal IEnumerable<string> Faults()
    {
        if (Code.ToString().Length == 0)
        {
            yield return "An issuer has no code.";
        }

        if (VerifyAt is { } address &&
            (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback) || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0 ||
             !address.AbsolutePath.EndsWith('/')))
        {
            yield return $"The verification address of {Code} must be an absolute https address that ends with a slash, without user, query or fragment.";
        }
    }
}
