namespace Diplomacy.Training.Imports;

/// <summary>Where a header stands and which separator its file uses: the ones under which most known columns are found.</summary>
internal static class HeaderSearch
{
    /// <summary>How many fields of a row are looked at for headers; no table has as many columns.</summary>
    internal const int MaximumColumns = 500;

    private static readonly char[] s_separators = [',', ';', '\t', '|'];

    /// <summary>Tries the separators on the first rows. Without a known column the first separator is the answer.</summary>
    internal static (char Separator, int Row, int Matches) Separator(SourceBytes source, ImportColumn[] columns, int rows) =>
        Separator(source, new HeaderNames(columns), rows);

    /// <inheritdoc cref="Separator(SourceBytes, ImportColumn[], int)"/>
    internal static (char Separator, int Row, int Matches) Separator(SourceBytes source, HeaderNames names, int rows)
    {
        (char Separator, int Row, int Matches) best = (s_separators[0], 0, 0);
        foreach (char separator in s_separators)
        {
            // Faults found while trying are found again when the rows are read.
            var scratch = new ImportFaults("", new ImportOptions());
            using var records = new RecordReader(source, separator, scratch);
            for (int seen = 0; seen < rows && records.Read(); seen++)
            {
                if (seen == 0 && IsSeparatorHint(records) && !records.Read())
                {
                    break;
                }

                int matches = names.Matches(records);
                if (matches > best.Matches)
                {
                    best = (separator, records.Row, matches);
                }
            }
        }

        return best;
    }

    /// <summary>Whether the row is Excel's <c>sep=;</c>, which names the separator and holds no data.</summary>
    internal static bool IsSeparatorHint(RowReader records) =>
        records.Row == 1 && records.FieldCount <= 2 && records[0] is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', ..] and { Length: <= 5 };
}
