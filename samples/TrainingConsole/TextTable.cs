namespace TrainingConsole;

/// <summary>A table in columns as wide as a terminal shows them. Figures stand to the right.</summary>
internal sealed class TextTable(params (string Header, bool IsFigure)[] columns)
{
    // Below a column of sentences a line as long as the longest would only run over the terminal's edge.
    private const int LastLine = 24;
    private readonly List<string[]> _rows = [];

    internal int Count => _rows.Count;

    internal void Add(params string[] cells) => _rows.Add([.. cells.Select(Faults.OneLine)]);

    /// <summary>The header, a line below it, and the rows.</summary>
    public override string ToString()
    {
        int[] widths = [.. columns.Select((column, i) => _rows.Select(row => ConsoleWords.Width(row[i])).Append(ConsoleWords.Width(column.Header)).Max())];
        return string.Join('\n', _rows.Prepend([.. widths.Select((width, i) => new string('-', i == columns.Length - 1 ? Math.Min(width, LastLine) : width))]).Prepend([.. columns.Select(c => c.Header)]).Select(Line));

        string Line(string[] cells) => string.Join("  ", cells.Select((cell, i) =>
        {
            string room = new(' ', widths[i] - ConsoleWords.Width(cell));
            return columns[i].IsFigure ? room + cell : cell + room;
        })).TrimEnd(' ');
    }
}
