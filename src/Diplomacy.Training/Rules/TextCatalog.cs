namespace Diplomacy.Training;

/// <summary>One text of the library: its stable code and its words in both languages.</summary>
internal sealed record CatalogText(string Code, string English, string Khmer)
{
    /// <summary>The text with its places filled, for an outcome or a notice.</summary>
    internal TrainingText With(params ReadOnlySpan<(string Name, object Value)> arguments) => new(Code, arguments);

    /// <summary>A rule that does not hold, told in the words of this text.</summary>
    internal TrainingRule Broken(params ReadOnlySpan<(string Name, object Value)> arguments) => new(new TrainingText(Code, arguments));
}

/// <summary>All texts, each kept in the folder of the stage whose rule it tells.</summary>
internal static class TextCatalog
{
    internal static IEnumerable<CatalogText> All =>
    [
        .. Journal.JournalRules.All,
        .. InstitutionRules.All,
        .. WeekdayTexts.All,
        .. WeekendTexts.All,
        .. WorkingBandTexts.All,
        .. PersonRules.All,
        .. PlanningRules.All,
        .. TimeReviewTexts.All,
        .. TimeZoneDataRules.All,
        .. SlotRules.All,
        .. RegistrationRules.All,
        .. AnswerRules.All,
        .. SeatLimitTexts.All,
        .. RegistrationHistoryTexts.All,
        .. InvitationRules.All,
        .. CertificateRules.All,
        .. Credentials.CredentialRules.All,
        .. AttendanceRules.All,
    ];
}
