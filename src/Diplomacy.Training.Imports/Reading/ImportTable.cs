using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>A file with one header row: matches its columns by name, then gives its rows one by one.</summary>
internal sealed class ImportTable : IDisposable
{
    private readonly RecordReader _records;
    private readonly Dictionary<ImportColumn, int> _fields;
    private readonly ImportFaults _faults;
    private readonly int _width;

    private ImportTable(RecordReader records, Dictionary<ImportColumn, int> fields, int width, ImportFaults faults) =>
        (_records, _fields, _width, _faults) = (records, fields, width, faults);

    internal int Row => _records.Row;

    /// <summary>Finds the header in the first row that holds a value, or in one of the next where a report has a preamble.</summary>
    /// <exception cref="ImportException">There is no such header; the errors name the columns.</exception>
    internal static ImportTable Open(SourceBytes source, ImportColumn[] columns, ImportFaults faults)
    {
        char separator = HeaderSearch.Separator(source, columns, rows: 1).Separator;
        var records = new RecordReader(source, separator, faults);
        if (!records.Read() || (HeaderSearch.IsSeparatorHint(records) && !records.Read()))
        {
            records.Dispose();
            faults.ThrowIfAny();
            throw faults.Refuse(ImportWords.FileIsNotEmpty);
        }

        // A header that cannot be read would make a row of data the header, and every error below it wrong.
        faults.ThrowIfAny();
        Dictionary<ImportColumn, int> fields = Match(records, columns, faults);
        string recognised = string.Join(", ", fields.OrderBy(pair => pair.Value).Select(pair => pair.Key.Name));
        foreach (ImportColumn missing in columns.Where(column => column.IsRequired && !fields.ContainsKey(column)))
        {
            faults.Add(ImportWords.ColumnIsPresent, records.Row, missing.Name, arguments: [("recognised", recognised.Length > 0 ? recognised : "-")]);
        }

        return new(records, fields, records.FieldCount, faults);
    }

    /// <summary>The table below a header that is known to be the current record.</summary>
    internal static ImportTable Below(RecordReader records, ImportColumn[] columns, ImportFaults faults) =>
        new(records, Match(records, columns, faults), records.FieldCount, faults);

    public void Dispose() => _records.Dispose();

    /// <summary>Moves to the next row with as many values as the header has columns; reports those with fewer or more.</summary>
    internal bool Read(CancellationToken cancellationToken)
    {
        while (_records.Read())
        {
            if ((_records.Row & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (_records.FieldCount == _width || (_records.FieldCount > _width && Enumerable.Range(_width, _records.FieldCount - _width).All(i => _records[i].Length == 0)))
            {
                return true;
            }

            _faults.Add(ImportWords.RowHasTheColumns, _records.Row, arguments: [("found", _records.FieldCount), ("expected", _width)]);
        }

        return false;
    }

    internal bool Has(ImportColumn column) => _fields.ContainsKey(column);

    /// <summary>The value as it stands in the file; empty where the column is missing.</summary>
    internal string Raw(ImportColumn column) => _fields.TryGetValue(column, out int field) ? _records[field] : "";

    /// <summary>The value for a key or a word: normalised and trimmed.</summary>
    internal string Text(ImportColumn column) => WrittenText.Normalize(Raw(column)).Trim();

    /// <summary>The value of a required cell, or null with an error.</summary>
    internal string? Required(ImportColumn column)
    {
        string text = Text(column);
        if (text.Length > 0)
        {
            return text;
        }

        if (Has(column))
        {
            _faults.Add(ImportWords.ValueIsPresent, Row, column.Name);
        }

        return null;
    }

    /// <summary>A text for print: exactly as given, in form C and trimmed. Null with an error where it cannot be printed or was damaged.</summary>
    internal string? Printed(ImportColumn column)
    {
        string text = Raw(column);
        if (WrittenText.IsDamaged(text))
        {
            _faults.Add(ImportWords.TextIsUndamaged, Row, column.Name, text);
            return null;
        }

        if (WrittenText.Unprintable(text) is var (character, position))
        {
            _faults.Add(ImportWords.TextIsPrintable, Row, column.Name, text, ("character", character), ("position", position));
            return null;
        }

        return text.Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Adds an error that shows the value only where it cannot be personal.</summary>
    internal void Refuse(ImportText text, ImportColumn column, string value, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        (string shown, string? personal) = ImportFaults.Show(value);
        _faults.Add(text, Row, column.Name, personal, [("value", shown), .. arguments]);
    }

    private static Dictionary<ImportColumn, int> Match(RecordReader records, ImportColumn[] columns, ImportFaults faults)
    {
        var fields = new Dictionary<ImportColumn, int>(columns.Length);
        for (int i = 0; i < Math.Min(records.FieldCount, HeaderSearch.MaximumColumns); i++)
        {
            string key = ImportColumn.Key(records[i]);
            if (Array.Find(columns, column => column.Keys.Contains(key)) is { } known && !fields.TryAdd(known, i))
            {
                faults.Add(ImportWords.ColumnIsSingle, records.Row, known.Name, arguments: [("first", fields[known] + 1), ("second", i + 1)]);
            }
        }

        return fields;
    }
}
