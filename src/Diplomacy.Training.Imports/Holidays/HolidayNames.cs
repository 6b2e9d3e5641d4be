namespace Diplomacy.Training.Imports;

/// <summary>What a name of a holiday must not be: ruined on its way, or not fit for print.</summary>
internal static class HolidayNames
{
    internal static (ImportText Text, (string Name, object Value)[] Arguments)? Fault(string text) =>
        WrittenText.IsDamaged(text) ? (ImportWords.TextIsUndamaged, [])
        : MisreadText.IsLikely(text) ? (ImportWords.TextIsNotMisread, [])
        : WrittenText.Unprintable(text) is var (character, position) ? (ImportWords.TextIsPrintable, [("character", character), ("position", position)])
        : null;
}
