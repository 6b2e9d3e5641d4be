namespace Diplomacy.Training.Imports;

/// <summary>Every header by which a reader knows its columns: its own, and those that the caller has mapped, which go first.</summary>
internal sealed class HeaderNames
{
    private readonly Dictionary<string, ImportColumn> _columns = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The caller's mapping names a column that the reader does not have, or a header without a letter or digit.</exception>
    internal HeaderNames(ImportColumn[] columns, IReadOnlyDictionary<string, string>? own = null)
    {
        Columns = columns;
        foreach (var (header, name) in own ?? new Dictionary<string, string>())
        {
            string key = ImportColumn.Key(header);
            ImportColumn column = Array.Find(columns, column => column.Name == name) ?? throw new ArgumentException(
                $"ImportOptions.Headers: there is no column '{name}'. There are: {string.Join(", ", columns.Select(column => column.Name))}.", nameof(own));
            if (key.Length == 0 || (_columns.TryGetValue(key, out ImportColumn? other) && other != column))
            {
                throw new ArgumentException($"ImportOptions.Headers: the header mapped to '{name}' is empty, too long, or mapped to another column too.", nameof(own));
            }

            _columns[key] = column;
        }

        foreach (ImportColumn column in columns)
        {
            foreach (string key in column.Keys)
            {
                _columns.TryAdd(key, column);
            }
        }
    }

    internal ImportColumn[] Columns { get; }

    internal ImportColumn? Find(string header) => _columns.GetValueOrDefault(ImportColumn.Key(header));

    /// <summary>The column of a header that is already as <see cref="ImportColumn.Key"/> makes it.</summary>
    internal ImportColumn? FindKey(string key) => _columns.GetValueOrDefault(key);

    /// <summary>How many fields of the current row are headers of known columns.</summary>
    internal int Matches(RowReader rows) => Known(rows).Count();

    /// <summary>Whether the current row has a header for every column that must be there.</summary>
    internal bool IsHeader(RowReader rows)
    {
        HashSet<ImportColumn> known = [.. Known(rows)];
        return known.Count > 0 && Columns.All(column => !column.IsRequired || known.Contains(column));
    }

    private IEnumerable<ImportColumn> Known(RowReader rows) =>
        Enumerable.Range(0, Math.Min(rows.FieldCount, HeaderSearch.MaximumColumns)).Select(i => Find(rows[i])).OfType<ImportColumn>();
}
