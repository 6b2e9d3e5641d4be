using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>A file with one header row: matches its columns by name, then gives its rows one by one.</summary>
internal sealed class ImportTable : IDisposable
{
    private readonly RowReader _records;
    private readonly Dictionary<ImportColumn, int> _fields;
    private readonly HashSet<ImportColumn> _withoutValue = [];
    private readonly ImportFaults _faults;
    private readonly int _width;
    private readonly int _header;
    private readonly bool _takesApostrophes;

    private ImportTable(RowReader records, Dictionary<ImportColumn, int> fields, ImportFaults faults, bool takesApostrophes) =>
        (_records, _fields, _width, _header, _faults, _takesApostrophes) = (records, fields, records.FieldCount, records.Row, faults, takesApostrophes);

    internal int Row => _records.Row;

    /// <summary>
    /// Finds the header: of a delimited file in the first row that holds a value, or in one of the next where a report has a preamble; of a workbook in one of the
    /// first rows of the one visible sheet that has it. Warns of columns that the reader does not know.
    /// </summary>
    /// <exception cref="ImportException">There is no such header; the errors name the columns.</exception>
    /// <exception cref="ArgumentException">The caller's own headers name a column that there is not.</exception>
    internal static ImportTable Open(SourceBytes source, ImportColumn[] columns, ImportFaults faults)
    {
        var names = new HeaderNames(columns, faults.Options.Headers);
        RowReader records = source.Archive is { } archive ? Workbook.Open(archive, names, faults) : OpenDelimited(source, names, faults);

        // A header that cannot be read would make a row of data the header, and every error below it wrong.
        if (faults.Any)
        {
            records.Dispose();
            faults.ThrowIfAny();
        }

        Dictionary<ImportColumn, int> fields = Match(records, names, faults);
        string recognised = string.Join(", ", fields.OrderBy(pair => pair.Value).Select(pair => pair.Key.Name));
        foreach (ImportColumn missing in columns.Where(column => column.IsRequired && !fields.ContainsKey(column)))
        {
            faults.Add(ImportWords.ColumnIsPresent, records.Row, missing.Name, arguments: [("recognised", recognised.Length > 0 ? recognised : "-")]);
        }

        if (!faults.Any)
        {
            WarnOfOthers(records, names, faults);
        }

        return new(records, fields, faults, takesApostrophes: source.Archive is null);
    }

    /// <summary>The table below a header that is known to be the current record.</summary>
    internal static ImportTable Below(RecordReader records, ImportColumn[] columns, ImportFaults faults) =>
        new(records, Match(records, new HeaderNames(columns), faults), faults, takesApostrophes: false);

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

            if (!_records.Fits(_width))
            {
                _faults.Add(ImportWords.RowHasTheColumns, _records.Row, arguments: [("found", _records.FieldCount), ("expected", _width)]);
                continue;
            }

            if (_records.FieldCount > _width && _records is SheetReader)
            {
                _faults.Warn(ImportWords.ValueHasAColumn, Row, null, null, ("column", CellRange.Letters(_records.FieldCount - 1)));
            }

            TellCellsWithoutValue();
            return true;
        }

        TellOfTheWhole();
        return false;
    }

    internal bool Has(ImportColumn column) => _fields.ContainsKey(column);

    /// <summary>
    /// The value as it stands in the file, in delimited tables without the apostrophes that keep a spreadsheet from taking it for a formula; empty where the column is missing.
    /// </summary>
    internal string Raw(ImportColumn column) =>
        !_fields.TryGetValue(column, out int field) ? "" : _takesApostrophes ? FormulaGuard.Remove(_records[field]) : _records[field];

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

        if (Has(column) && !_withoutValue.Contains(column))
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

        if (IsMisread(column, text))
        {
            return null;
        }

        if (WrittenText.Unprintable(text) is var (character, position))
        {
            _faults.Add(ImportWords.TextIsPrintable, Row, column.Name, text, ("character", character), ("position", position));
            return null;
        }

        return text.Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>A text for print that should be Khmer. Null with an error also where it was typed in a font that shows Latin letters as Khmer; Latin text is a warning.</summary>
    internal string? Khmer(ImportColumn column)
    {
        string? text = Printed(column);
        if (text is not { Length: > 0 } || LegacyKhmer.HasKhmer(text) || !text.Any(char.IsLetter))
        {
            return text;
        }

        if (LegacyKhmer.IsLikely(text))
        {
            _faults.Add(ImportWords.TextIsUnicodeKhmer, Row, column.Name, text);
            return null;
        }

        _faults.Warn(ImportWords.TextIsKhmer, Row, column.Name, text);
        return text;
    }

    /// <summary>An answer in the person's own words, exactly as it stands; null with an error where letters of it were lost.</summary>
    internal string? Answer(ImportColumn column)
    {
        string text = Raw(column);
        if (text.Contains('\uFFFD', StringComparison.Ordinal) || text.Contains("????", StringComparison.Ordinal) || text.Any(c => c is '\uFFFE' or '\uFFFF' or '\0'))
        {
            _faults.Add(ImportWords.TextIsUndamaged, Row, column.Name, text);
            return null;
        }

        return IsMisread(column, text) ? null : text;
    }

    /// <summary>Adds an error that shows the value only where it cannot be personal.</summary>
    internal void Refuse(ImportText text, ImportColumn column, string value, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        (string shown, string? personal) = ImportFaults.Show(value);
        _faults.Add(text, Row, column.Name, personal, [("value", shown), .. arguments]);
    }

    private static RecordReader OpenDelimited(SourceBytes source, HeaderNames names, ImportFaults faults)
    {
        char separator = HeaderSearch.Separator(source, names, rows: 1).Separator;
        var records = new RecordReader(source, separator, faults);
        if (!records.Read() || (HeaderSearch.IsSeparatorHint(records) && !records.Read()))
        {
            records.Dispose();
            faults.ThrowIfAny();
            throw faults.Refuse(ImportWords.FileIsNotEmpty);
        }

        return records;
    }

    private static Dictionary<ImportColumn, int> Match(RowReader records, HeaderNames names, ImportFaults faults)
    {
        var fields = new Dictionary<ImportColumn, int>(names.Columns.Length);
        for (int i = 0; i < Math.Min(records.FieldCount, HeaderSearch.MaximumColumns); i++)
        {
            if (names.Find(records[i]) is { } known && !fields.TryAdd(known, i))
            {
                faults.Add(ImportWords.ColumnIsSingle, records.Row, known.Name, arguments: [("first", fields[known] + 1), ("second", i + 1)]);
            }
        }

        return fields;
    }

    private static void WarnOfOthers(RowReader records, HeaderNames names, ImportFaults faults)
    {
        for (int i = 0; i < Math.Min(records.FieldCount, HeaderSearch.MaximumColumns); i++)
        {
            if (records[i].Trim() is { Length: > 0 } header && names.Find(header) is null)
            {
                (string shown, string? personal) = ImportFaults.Show(header);
                faults.Warn(ImportWords.ColumnIsKnown, records.Row, null, personal, ("number", i + 1), ("value", shown));
            }
        }
    }

    private bool IsMisread(ImportColumn column, string text)
    {
        if (!MisreadText.IsLikely(text))
        {
            return false;
        }

        _faults.Add(ImportWords.TextIsNotMisread, Row, column.Name, text);
        return true;
    }

    // Cells of columns that nobody asked for may be as they like.
    private void TellCellsWithoutValue()
    {
        _withoutValue.Clear();
        foreach (var (column, field) in _fields)
        {
            if (_records.FaultOf(field) is var (text, value))
            {
                _withoutValue.Add(column);
                _faults.Add(text, Row, column.Name, arguments: [("value", value)]);
            }
        }
    }

    private void TellOfTheWhole()
    {
        foreach (MergedCells merged in _records.Merged)
        {
            if (merged.LastRow > _header && _fields.Any(field => field.Value >= merged.FirstColumn && field.Value <= merged.LastColumn))
            {
                _faults.Add(ImportWords.CellsAreNotMerged, merged.FirstRow, arguments: [("range", merged.Range.Length <= 40 ? merged.Range : "…")]);
            }
        }

        if (_records.Hidden is { Count: > 0 } hidden)
        {
            _faults.Add(ImportWords.RowsAreVisible, arguments: [("count", hidden.Count), ("first", hidden.First)]);
        }
    }
}
