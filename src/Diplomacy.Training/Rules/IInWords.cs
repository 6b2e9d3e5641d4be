namespace Diplomacy.Training;

/// <summary>A value of a stage's own that a text names: it keeps its codes for programs and is put into words for people.</summary>
internal interface IInWords
{
    /// <summary>The words in a language, from the texts of the host.</summary>
    string InWords(Language language, TrainingTexts texts);
}
