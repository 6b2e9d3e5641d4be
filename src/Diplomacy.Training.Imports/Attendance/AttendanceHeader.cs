namespace Diplomacy.Training.Imports;

/// <summary>Recognises the layout of a report, whose header may stand below lines about the meeting.</summary>
internal static class AttendanceHeader
{
    private const int RowsSearched = 20;

    /// <summary>The layouts that are tried; of several that fit the one with most columns is meant.</summary>
    private static readonly AttendanceLayout[] s_layouts = [ZoomLayouts.Detail];

    /// <summary>The table below the header.</summary>
    /// <exception cref="ImportException">No layout fits; the error says which is nearest, what of it was recognised and what is missing.</exception>
    internal static (AttendanceLayout Layout, ImportTable Table) Open(SourceBytes source, ImportFaults faults)
    {
        if (source.Archive is not null)
        {
            throw faults.Refuse(ImportWords.ReportIsDelimited);
        }

        var (layout, found) = s_layouts
            .Select(candidate => (Layout: candidate, Found: HeaderSearch.Separator(source, candidate.Columns, RowsSearched)))
            .MaxBy(candidate => candidate.Found.Matches);
        var records = new RecordReader(source, found.Separator, faults);
        try
        {
            while (records.Read() && records.Row < found.Row)
            {
            }

            if (records.Row == 0)
            {
                faults.ThrowIfAny();
                throw faults.Refuse(ImportWords.FileIsNotEmpty);
            }

            faults.ThrowIfAny();
            if (found.Row == 0 || Missing(records, layout) is { Length: > 0 })
            {
                throw Unknown(source, layout, found, faults);
            }

            return (layout, ImportTable.Below(records, layout.Columns, faults));
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    private static string[] Missing(RecordReader records, AttendanceLayout layout)
    {
        HashSet<string> keys = Keys(records);
        return [.. layout.Columns.Where(column => column.IsRequired && !column.Keys.Overlaps(keys)).Select(column => column.Name)];
    }

    private static HashSet<string> Keys(RecordReader records) =>
        [.. Enumerable.Range(0, Math.Min(records.FieldCount, HeaderSearch.MaximumColumns)).Select(i => ImportColumn.Key(records[i]))];

    private static ImportException Unknown(SourceBytes source, AttendanceLayout layout, (char Separator, int Row, int Matches) found, ImportFaults faults)
    {
        using var records = new RecordReader(source, found.Separator, faults);
        while (records.Read() && records.Row < found.Row)
        {
        }

        HashSet<string> keys = Keys(records);
        if (keys.Overlaps(ZoomLayouts.TotalDuration.Keys))
        {
            return faults.Refuse(ImportWords.ReportHasTimes, records.Row);
        }

        string[] recognised = [.. layout.Columns.Where(column => column.Keys.Overlaps(keys)).Select(column => column.Name)];
        string[] unknown = [.. Enumerable.Range(0, Math.Min(records.FieldCount, HeaderSearch.MaximumColumns)).Select(i => records[i])
            .Where(header => header.Length > 0 && !layout.Columns.Any(column => column.Keys.Contains(ImportColumn.Key(header))))];

        // Without a header the first row is somebody's: what is not understood stays out of the message.
        return faults.Refuse(ImportWords.LayoutIsKnown, records.Row, null, unknown.Length == 0 ? null : string.Join(" | ", unknown),
            ("layout", layout.Name), ("recognised", Listed(recognised)), ("missing", Listed(Missing(records, layout))), ("unknown", unknown.Length));
    }

    private static string Listed(string[] names) => names.Length == 0 ? "-" : string.Join(", ", names);
}
