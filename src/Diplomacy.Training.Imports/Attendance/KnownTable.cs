using System.Collections.Immutable;

namespace Diplomacy.Training.Imports;

/// <summary>A table of a layout with every header by which it is known here: its own, and those that the caller has mapped.</summary>
internal sealed class KnownTable
{
    private static readonly AttendanceLayout[] s_layouts =
    [
        ZoomLayouts.Connections, ZoomLayouts.Account, ZoomLayouts.Webinar, ZoomLayouts.Totals,
        TeamsLayouts.Report, TeamsLayouts.Sections, TeamsLayouts.List,
    ];

    private static readonly ImmutableArray<KnownTable> s_builtIn = All(ImmutableDictionary<string, string>.Empty);

    private KnownTable(AttendanceLayout layout, AttendanceTable table, HeaderNames names) => (Layout, Table, Names) = (layout, table, names);

    internal AttendanceLayout Layout { get; }

    internal AttendanceTable Table { get; }

    internal HeaderNames Names { get; }

    /// <summary>Every table of every layout; of several that fit a header equally well the first is meant.</summary>
    /// <exception cref="ArgumentException">The caller's own headers name a column that no layout has.</exception>
    internal static ImmutableArray<KnownTable> For(ImportOptions options) => options.Headers.Count == 0 ? s_builtIn : All(options.Headers);

    /// <summary>The headers of what is told of the meeting as a whole.</summary>
    internal static HeaderNames OfTheMeeting(ImportOptions options) => new(AttendanceColumns.OfTheMeeting, Applicable(options.Headers, AttendanceColumns.OfTheMeeting));

    /// <summary>How many columns of the table these headers name, and whether those that must be there are among them.</summary>
    internal (int Matches, bool IsComplete) Fit(ReadOnlySpan<string> keys)
    {
        var found = new HashSet<ImportColumn>();
        foreach (string key in keys)
        {
            if (key.Length > 0 && Names.FindKey(key) is { } column)
            {
                found.Add(column);
            }
        }

        return (found.Count, found.Count > 0 && Array.TrueForAll(Table.Columns, column => !column.IsRequired || found.Contains(column)));
    }

    private static ImmutableArray<KnownTable> All(IReadOnlyDictionary<string, string> headers)
    {
        KnownTable[] tables = [.. s_layouts.SelectMany(layout => layout.Tables.Select(table => new KnownTable(layout, table, new(table.Columns, Applicable(headers, table.Columns)))))];
        ImportColumn[] all = [.. tables.SelectMany(table => table.Table.Columns), .. AttendanceColumns.OfTheMeeting];
        foreach (string name in headers.Values)
        {
            if (!Array.Exists(all, column => column.Name == name))
            {
                throw new ArgumentException(
                    $"ImportOptions.Headers: no report has a column '{name}'. There are: {string.Join(", ", all.Select(column => column.Name).Distinct())}.", nameof(headers));
            }
        }

        return [.. tables];
    }

    private static Dictionary<string, string> Applicable(IReadOnlyDictionary<string, string> headers, ImportColumn[] columns) =>
        headers.Where(pair => Array.Exists(columns, column => column.Name == pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
