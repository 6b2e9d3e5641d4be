namespace Diplomacy.Training.Imports;

/// <summary>Reads the scans at the door: <c>external_id</c>, <c>session</c>, <c>checked_in_at</c>. The same person may be scanned more than once.</summary>
/// <remarks>Safe for use from many threads.</remarks>
public static class CheckInReader
{
    private static readonly ImportColumn s_session = new("session", true, "session_code", "សម័យប្រជុំ");
    private static readonly ImportColumn s_at = new("checked_in_at", true, "checked_in", "time", "ម៉ោងចូល");
    private static readonly ImportColumn[] s_columns = [Keys.ExternalId, s_session, s_at];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; errors name it without its folder.</param>
    /// <param name="timesIn">The IANA zone of the file's times, such as <c>Asia/Phnom_Penh</c>. A time that it skips or repeats is an error (R19).</param>
    /// <param name="sessionDate">The day of the workshop; decides between day and month where no date of the file does.</param>
    /// <param name="options">Limits and zones; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The scans in the order of the file.</returns>
    /// <exception cref="ImportException">Something is wrong with the file; every error is listed and nothing is returned.</exception>
    /// <exception cref="ArgumentException">The zone is unknown.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static Task<IReadOnlyList<CheckInScan>> ReadFileAsync(
        string path, string timesIn, LocalDate? sessionDate = null, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        SourceFile.ReadAsync(path, (stream, name) => ReadAsync(stream, name, timesIn, sessionDate, options, cancellationToken));

    /// <summary>Reads a stream, which stays open.</summary>
    /// <param name="stream">The bytes of the table.</param>
    /// <param name="sourceName">What errors call it, such as the name of an uploaded file.</param>
    /// <param name="timesIn">The IANA zone of the file's times, such as <c>Asia/Phnom_Penh</c>. A time that it skips or repeats is an error (R19).</param>
    /// <param name="sessionDate">The day of the workshop; decides between day and month where no date of the file does.</param>
    /// <param name="options">Limits and zones; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <inheritdoc cref="ReadFileAsync"/>
    public static async Task<IReadOnlyList<CheckInScan>> ReadAsync(
        Stream stream, string sourceName, string timesIn, LocalDate? sessionDate = null, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        var faults = new ImportFaults(sourceName, ImportOptions.OrDefault(options));
        DateTimeZone zone = WrittenTimes.Zone(timesIn, faults.Options);
        SourceBytes source = await SourceBytes.ReadAsync(stream, faults, cancellationToken).ConfigureAwait(false);
        return Read(source, zone, sessionDate, faults, cancellationToken);
    }

    private static List<CheckInScan> Read(SourceBytes source, DateTimeZone zone, LocalDate? sessionDate, ImportFaults faults, CancellationToken cancellationToken)
    {
        using ImportTable table = ImportTable.Open(source, s_columns, faults);
        var times = new WrittenTimes(faults);
        var read = new List<(int Row, string? Id, string? Session, WrittenTime At)>();
        while (table.Read(cancellationToken))
        {
            string? id = Keys.External(table, faults);
            string? session = Session(table);
            if (times.Required(table, s_at) is { } at)
            {
                read.Add((table.Row, id, session, at));
            }
        }

        var entries = new List<CheckInScan>(read.Count);
        if (times.Decide(sessionDate) is { } order)
        {
            foreach (var (row, id, session, written) in read)
            {
                LocalDateTime local = written.In(order);
                if (times.Strictly(local, zone, row, s_at.Name) is { } at && id is not null && session is not null)
                {
                    entries.Add(new(row, id, session, local, at));
                }
            }
        }

        faults.ThrowIfAny();
        return entries;
    }

    private static string? Session(ImportTable table)
    {
        if (table.Required(s_session) is not { } code)
        {
            return null;
        }

        if (code.Length <= 40 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            return code;
        }

        table.Refuse(ImportWords.ValueIsASession, s_session, code);
        return null;
    }
}
