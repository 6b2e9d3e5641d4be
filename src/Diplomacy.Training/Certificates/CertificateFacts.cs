namespace Diplomacy.Training;

/// <summary>Who signs, as printed.</summary>
/// <param name="Title">The signatory's title in both languages.</param>
/// <param name="Name">The signatory's name in both scripts.</param>
public sealed record Signatory(LocalizedText Title, LocalizedText Name)
{
    /// <summary>The signatory's title in both languages.</summary>
    public LocalizedText Title { get; } = Title ?? throw new ArgumentNullException(nameof(Title));

    /// <summary>The signatory's name in both scripts.</summary>
    public LocalizedText Name { get; } = Name ?? throw new ArgumentNullException(nameof(Name));
}

/// <summary>
/// What a certificate states, frozen at issue (R36): a later change of name, title or rule does not touch it. A stranger who checks a certificate is shown these facts,
/// so that an edited page is exposed (R39).
/// </summary>
/// <remarks>Immutable. Personal data: stands in a personal record, not in the journal.</remarks>
public sealed record CertificateFacts
{
    /// <summary>The number in the issuer's register.</summary>
    public required RegisterNumber Number { get; init; }

    /// <summary>What is attested.</summary>
    public required AwardLevel Level { get; init; }

    /// <summary>The name in Latin script, as printed; empty where there is none.</summary>
    public required string PrintedName { get; init; }

    /// <summary>The name in the person's own script, as printed; null where there is none.</summary>
    public string? NativeName { get; init; }

    /// <summary>The language whose script <see cref="NativeName"/> is in; null where there is none.</summary>
    public Language? NativeLanguage { get; init; }

    /// <summary>The honorific before the name; null where there is none.</summary>
    public LocalizedText? Honorific { get; init; }

    /// <summary>The workshop.</summary>
    public required WorkshopId Workshop { get; init; }

    /// <summary>The workshop's title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Where it was held; null when it was online alone.</summary>
    public LocalizedText? Venue { get; init; }

    /// <summary>The first day of the sessions that the award was measured against, by the host's calendar: a date, which does not shift with the viewer (R22).</summary>
    public required LocalDate FirstDay { get; init; }

    /// <summary>The last day, itself included, by the host's calendar.</summary>
    public required LocalDate LastDay { get; init; }

    /// <summary>The counted time of the sessions that the award was measured against: of one sitting, where the workshop was held several times.</summary>
    public required Duration CountedTime { get; init; }

    /// <summary>The issuer.</summary>
    public required InstitutionCode Issuer { get; init; }

    /// <summary>The issuer's name.</summary>
    public required LocalizedText IssuerName { get; init; }

    /// <summary>The place of issue, as printed; null where there is none.</summary>
    public LocalizedText? PlaceOfIssue { get; init; }

    /// <summary>The day of issue in the issuer's zone.</summary>
    public required LocalDate IssuedOn { get; init; }

    /// <summary>The version of the rule by which it was awarded.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>Who signs; null where nobody is named.</summary>
    public Signatory? Signatory { get; init; }

    /// <summary>The counted time in hours as printed: rounded to the nearest half, once, when it was frozen.</summary>
    public required decimal Hours { get; init; }

    /// <summary>The register number alone; never the name by accident.</summary>
    public override string ToString() => Number.ToString();
}

/// <summary>A certificate as issued.</summary>
/// <param name="Number">The number in the issuer's register.</param>
/// <param name="Code">The code by which anyone can check it.</param>
/// <param name="Person">To whom.</param>
/// <param name="Registration">For which registration.</param>
/// <param name="Facts">What it states.</param>
public sealed record Certificate(RegisterNumber Number, VerificationCode Code, PersonId Person, RegistrationId Registration, CertificateFacts Facts)
{
    /// <summary>The register number alone.</summary>
    public override string ToString() => Number.ToString();
}
