namespace Diplomacy.Training.Imports;

/// <summary>
/// Reads the report of a call into an <see cref="AttendanceLog"/>: Zoom's participants report with one row per connection, in the layouts seen since 2020,
/// also below lines about the meeting. Columns are found by name; separator and encoding (UTF-8 or UTF-16, with or without byte order mark) by looking.
/// </summary>
/// <remarks>
/// A report names no zone: its times are the local times of the account that exported it. Whether day or month stands first is decided once for the file.
/// Reported minutes are rounded up, so instants come from the times alone (R32). Waiting-room rows are read and marked (R29).
/// Display names keep their words; direction marks and control characters are removed from them. Safe for use from many threads.
/// </remarks>
public static class AttendanceLogReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; errors name it without its folder.</param>
    /// <param name="timesIn">The IANA zone of the account that exported the report, such as <c>Asia/Phnom_Penh</c>. A time that it skips or repeats is an error (R19).</param>
    /// <param name="sessionDate">The day of the call; decides between day and month where no date of the file does.</param>
    /// <param name="options">Limits, zones and warnings; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The log, with SHA-256 of the file's bytes as its digest (R31).</returns>
    /// <exception cref="ImportException">Something is wrong with the file; every error is listed and nothing is returned.</exception>
    /// <exception cref="ArgumentException">The zone is unknown.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static Task<AttendanceLog> ReadFileAsync(
        string path, string timesIn, LocalDate? sessionDate = null, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        SourceFile.ReadAsync(path, (stream, name) => ReadAsync(stream, name, timesIn, sessionDate, options, cancellationToken));

    /// <summary>Reads a stream, which stays open.</summary>
    /// <param name="stream">The bytes of the report.</param>
    /// <param name="sourceName">What errors and the log call it, such as the name of an uploaded file.</param>
    /// <param name="timesIn">The IANA zone of the account that exported the report, such as <c>Asia/Phnom_Penh</c>. A time that it skips or repeats is an error (R19).</param>
    /// <param name="sessionDate">The day of the call; decides between day and month where no date of the file does.</param>
    /// <param name="options">Limits, zones and warnings; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <inheritdoc cref="ReadFileAsync"/>
    public static async Task<AttendanceLog> ReadAsync(
        Stream stream, string sourceName, string timesIn, LocalDate? sessionDate = null, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        var faults = new ImportFaults(sourceName, ImportOptions.OrDefault(options));
        DateTimeZone zone = WrittenTimes.Zone(timesIn, faults.Options);
        SourceBytes source = await SourceBytes.ReadAsync(stream, faults, cancellationToken).ConfigureAwait(false);
        (AttendanceLayout layout, ImportTable table) = AttendanceHeader.Open(source, faults);
        using (table)
        {
            return new AttendanceLog(sourceName, source.Digest, zone.Id, new AttendanceRows(layout, table, faults).Read(zone, sessionDate, cancellationToken));
        }
    }
}
