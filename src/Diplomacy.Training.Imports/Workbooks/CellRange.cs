namespace Diplomacy.Training.Imports;

/// <summary>References to cells as sheets write them: <c>AB12</c>, <c>A1:C3</c>.</summary>
internal static class CellRange
{
    internal const int MostRows = 1_048_576;
    internal const int MostColumns = 16_384;

    /// <summary>The row from 1 and the column from 0; null for what is no reference.</summary>
    internal static (int Row, int Column)? Cell(ReadOnlySpan<char> text)
    {
        int column = 0, row = 0, i = 0;
        for (; i < text.Length && char.IsAsciiLetter(text[i]) && column <= MostColumns; i++)
        {
            column = (column * 26) + (text[i] & 0x1F);
        }

        int letters = i;
        for (; i < text.Length && char.IsAsciiDigit(text[i]) && row <= MostRows; i++)
        {
            row = (row * 10) + (text[i] - '0');
        }

        return i == text.Length && i > letters && column is >= 1 and <= MostColumns && row is >= 1 and <= MostRows ? (row, column - 1) : null;
    }

    internal static MergedCells? Merged(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Cell(text.AsSpan(0, colon)) is { } first && Cell(text.AsSpan(colon + 1)) is { } last
            ? new(text, Math.Min(first.Row, last.Row), Math.Max(first.Row, last.Row), Math.Min(first.Column, last.Column), Math.Max(first.Column, last.Column))
            : null;
    }

    /// <summary>The letters of a column counted from 0.</summary>
    internal static string Letters(int column)
    {
        string letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
