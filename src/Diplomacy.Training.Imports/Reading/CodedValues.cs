using System.Globalization;

namespace Diplomacy.Training.Imports;

/// <summary>The cells of a registration file that hold codes and numbers. Each gives null with an error where the cell is wrong.</summary>
internal static class CodedValues
{
    private const int LongestSitting = 40;

    internal static int? Priority(ImportTable table, ImportColumn column)
    {
        string text = table.Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        string western = string.Concat(text.Select(c => c is >= '\u17E0' and <= '\u17E9' ? (char)('0' + (c - '\u17E0')) : c));
        if (int.TryParse(western, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int priority))
        {
            return priority;
        }

        table.Refuse(ImportWords.ValueIsAPriority, column, text);
        return null;
    }

    internal static string? Sitting(ImportTable table, ImportColumn column)
    {
        string text = table.Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length <= LongestSitting && IsCode(text))
        {
            return text;
        }

        table.Refuse(ImportWords.ValueIsASitting, column, text);
        return null;
    }

    /// <summary>Groups parted by semicolons, commas or spaces; null with an error where one is none.</summary>
    internal static SeatGroups? Groups(ImportTable table, ImportColumn column)
    {
        string text = table.Text(column);
        if (SeatGroups.TryParse(text.Replace(';', ' ').Replace(',', ' '), out SeatGroups groups))
        {
            return groups;
        }

        table.Refuse(ImportWords.ValueIsAGroup, column, text);
        return null;
    }

    private static bool IsCode(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
