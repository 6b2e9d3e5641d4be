namespace Diplomacy.Training.Imports;

/// <summary>Reads who gives up a seat: <c>external_id</c>, <c>cancelled_at</c>. Each person stands in the file once.</summary>
/// <remarks>Safe for use from many threads.</remarks>
public static class CancellationReader
{
    private static readonly ImportColumn s_at = new("cancelled_at", true, "canceled_at", "cancelled", "កាលបរិច្ឆេទបោះបង់");
    private static readonly ImportColumn[] s_columns = [Keys.ExternalId, s_at];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; errors name it without its folder.</param>
    /// <param name="options">Limits; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The cancellations in the order of the file.</returns>
    /// <exception cref="ImportException">Something is wrong with the file; every error is listed and nothing is returned.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static Task<IReadOnlyList<CancellationEntry>> ReadFileAsync(string path, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        SourceFile.ReadAsync(path, (stream, name) => ReadAsync(stream, name, options, cancellationToken));

    /// <summary>Reads a stream, which stays open.</summary>
    /// <param name="stream">The bytes of the table.</param>
    /// <param name="sourceName">What errors call it, such as the name of an uploaded file.</param>
    /// <param name="options">Limits; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <inheritdoc cref="ReadFileAsync"/>
    public static async Task<IReadOnlyList<CancellationEntry>> ReadAsync(
        Stream stream, string sourceName, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        var faults = new ImportFaults(sourceName, ImportOptions.OrDefault(options));
        SourceBytes source = await SourceBytes.ReadAsync(stream, faults, cancellationToken).ConfigureAwait(false);
        return Read(source, faults, cancellationToken);
    }

    private static List<CancellationEntry> Read(SourceBytes source, ImportFaults faults, CancellationToken cancellationToken)
    {
        using ImportTable table = ImportTable.Open(source, s_columns, faults);
        var times = new WrittenTimes(faults);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = new List<(int Row, string Id, WrittenTime At)>();
        while (table.Read(cancellationToken))
        {
            string? id = Keys.External(table, faults, ids);
            WrittenTime? at = times.Required(table, s_at);
            if (id is not null && at is { } when)
            {
                read.Add((table.Row, id, when));
            }
        }

        DateOrder? order = times.Decide(null);
        faults.ThrowIfAny();
        return [.. read.Select(entry => new CancellationEntry(entry.Row, entry.Id, entry.At.In(order!.Value)))];
    }
}
