namespace Diplomacy.Training.Imports;

/// <summary>Recognises the layout of a report, whose first header may stand below lines about the meeting.</summary>
internal static class AttendanceHeader
{
    private const int RowsSearched = 40;

    // A character of UTF-8 takes at most three bytes for each of UTF-16.
    private const int LongestHeaderBytes = 3 * ImportColumn.LongestHeader;

    private static readonly char[] s_separators = [',', ';', '\t', '|'];

    /// <summary>Where the first header stands and of which table it is.</summary>
    /// <exception cref="ImportException">No layout fits; the error says which is nearest, what of it was recognised and what is missing.</exception>
    internal static (char Separator, int Row, KnownTable Table) Find(SourceBytes source, IReadOnlyList<KnownTable> tables, ImportFaults faults)
    {
        if (source.Archive is not null)
        {
            throw faults.Refuse(ImportWords.ReportIsDelimited);
        }

        (char Separator, int Row, KnownTable Table, string[] Keys, (int Matches, bool IsComplete) Fit) best = (s_separators[0], 0, tables[0], [], default);
        foreach (char separator in s_separators)
        {
            // Faults found while trying are found again when the rows are read.
            using var records = new RecordReader(source, separator, new ImportFaults("", new ImportOptions()));
            bool found = false;
            for (int seen = 0; seen < RowsSearched && !found && records.Read(); seen++)
            {
                string[] keys = Keys(records);
                foreach (KnownTable table in tables)
                {
                    var fit = table.Fit(keys);
                    if ((fit.IsComplete, fit.Matches).CompareTo((best.Fit.IsComplete, best.Fit.Matches)) > 0)
                    {
                        best = (separator, records.Row, table, keys, fit);
                    }

                    // Below the first header may stand others, of further sections and with more columns.
                    found |= fit.IsComplete;
                }
            }
        }

        return best.Fit.IsComplete ? (best.Separator, best.Row, best.Table) : throw Unknown(source, best.Separator, best.Row, best.Table, best.Keys, faults);
    }

    /// <summary>The fields of the current row as headers are matched.</summary>
    internal static string[] Keys(RecordReader records)
    {
        string[] keys = new string[Math.Min(records.FieldCount, HeaderSearch.MaximumColumns)];
        for (int i = 0; i < keys.Length; i++)
        {
            ReadOnlySpan<byte> field = records.Bytes(i);
            keys[i] = field.IsEmpty || field.Length > LongestHeaderBytes ? "" : ImportColumn.Key(records[i]);
        }

        return keys;
    }

    /// <summary>Refuses a header of which only a part is understood.</summary>
    internal static void AddUnknown(ImportFaults faults, KnownTable nearest, string[] keys, RecordReader records)
    {
        ImportColumn[] columns = nearest.Table.Columns;
        var found = new HashSet<ImportColumn>(keys.Select(nearest.Names.FindKey).OfType<ImportColumn>());
        string[] unknown = [.. Enumerable.Range(0, keys.Length).Where(i => keys[i].Length > 0 && nearest.Names.FindKey(keys[i]) is null).Select(i => records[i])];

        // Without a header the first row is somebody's: what is not understood stays out of the message.
        faults.Add(ImportWords.LayoutIsKnown, records.Row, null, unknown.Length == 0 ? null : string.Join(" | ", unknown),
            ("layout", nearest.Table.Name),
            ("recognised", Listed(columns.Where(found.Contains))),
            ("missing", Listed(columns.Where(column => column.IsRequired && !found.Contains(column)))),
            ("unknown", unknown.Length));
    }

    private static ImportException Unknown(SourceBytes source, char separator, int row, KnownTable table, string[] keys, ImportFaults faults)
    {
        // Read again, for the faults of the rows as far as the one that comes nearest, or of all where none does.
        using var records = new RecordReader(source, separator, faults);
        bool any = false;
        while (records.Read())
        {
            any = true;
            if (records.Row >= row)
            {
                break;
            }
        }

        faults.ThrowIfAny();
        if (!any)
        {
            return faults.Refuse(ImportWords.FileIsNotEmpty);
        }

        AddUnknown(faults, table, row == 0 ? Keys(records) : keys, records);
        return new ImportException(faults.All);
    }

    private static string Listed(IEnumerable<ImportColumn> columns) => string.Join(", ", columns.Select(column => column.Name)) is { Length: > 0 } names ? names : "-";
}
