namespace Diplomacy.Training.Imports;

/// <summary>The words of import errors, in English and in Khmer.</summary>
public static class ImportTexts
{
    /// <summary>
    /// The library's texts with those of this package. A host overrides any of them with <see cref="TrainingTexts.With"/> and may give the result
    /// to <c>AddDiplomacyTraining</c>, so that one object holds all words.
    /// </summary>
    public static TrainingTexts Default { get; } = TrainingTexts.Default.WithMore(ImportWords.All.Select(text => (text.Code, text.English, text.Khmer)));
}
