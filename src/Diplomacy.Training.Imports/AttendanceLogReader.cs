namespace Diplomacy.Training.Imports;

/// <summary>
/// Reads the report of a call into an <see cref="AttendanceLog"/>: everything that Zoom and Microsoft Teams have exported since 2020 (<see cref="AttendanceFormat"/>), also below lines
/// about the meeting. The layout is found by the headers, in English, German and Italian and in those of the caller (<see cref="ImportOptions.Headers"/>); separator and encoding
/// (UTF-8 or UTF-16, with or without byte order mark) by looking.
/// </summary>
/// <remarks>
/// A report names no zone: its times are the local times of the account that exported it. Whether day or month stands first is decided once for the file.
/// Reported durations are only compared, so instants come from the times alone (R32). Waiting-room rows are read and marked, and rows of those who did not come have no times (R29).
/// Display names keep their words; direction marks and control characters are removed from them. Held in memory are the file, and for each row at most 136 bytes besides the texts
/// of each different caller. Safe for use from many threads.
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
    /// <exception cref="ArgumentException">The zone is unknown, or <see cref="ImportOptions.Headers"/> name a column that no report has.</exception>
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
        ArgumentException.ThrowIfNullOrWhiteSpace(timesIn);
        AttendanceReading read = await ReadReportAsync(stream, sourceName, new() { TimesIn = timesIn, SessionDate = sessionDate }, options, cancellationToken).ConfigureAwait(false);
        return read.Log;
    }

    /// <summary>Reads a file of which the zone may have to be inferred, and tells what was.</summary>
    /// <param name="path">The file; errors name it without its folder.</param>
    /// <param name="reading">What is known of the call.</param>
    /// <param name="options">Limits, zones, headers and warnings; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The log, with SHA-256 of the file's bytes as its digest (R31), and what was inferred.</returns>
    /// <exception cref="ImportException">Something is wrong with the file, or no zone or several fit the session; every error is listed and nothing is returned.</exception>
    /// <exception cref="ArgumentException">Neither a zone nor a session is given, a zone or a mapped header or word is unknown, or the session has no beginning.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static Task<AttendanceReading> ReadReportFileAsync(
        string path, AttendanceReadingOptions reading, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        SourceFile.ReadAsync(path, (stream, name) => ReadReportAsync(stream, name, reading, options, cancellationToken));

    /// <summary>Reads a stream, which stays open, of which the zone may have to be inferred, and tells what was.</summary>
    /// <param name="stream">The bytes of the report.</param>
    /// <param name="sourceName">What errors and the log call it, such as the name of an uploaded file.</param>
    /// <param name="reading">What is known of the call.</param>
    /// <param name="options">Limits, zones, headers and warnings; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <inheritdoc cref="ReadReportFileAsync"/>
    public static async Task<AttendanceReading> ReadReportAsync(
        Stream stream, string sourceName, AttendanceReadingOptions reading, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        ArgumentNullException.ThrowIfNull(reading);
        var faults = new ImportFaults(sourceName, ImportOptions.OrDefault(options));
        DateTimeZone? given = reading.TimesIn is { } timesIn ? WrittenTimes.Zone(timesIn, faults.Options) : null;
        DateTimeZone[] zones = [.. reading.Zones.Select(zone => WrittenTimes.Zone(zone, faults.Options))];
        if (given is null && reading.Session is not { HasStart: true })
        {
            throw new ArgumentException("Give the zone of the account that exported the report, or the session with its beginning.", nameof(reading));
        }

        var words = new CellWords(reading.Words);
        var tables = KnownTable.For(faults.Options);
        SourceBytes source = await SourceBytes.ReadAsync(stream, faults, cancellationToken).ConfigureAwait(false);
        SourceDigest digest = source.BeginDigest();
        AttendanceDraft draft = new AttendanceWalk(source, tables, words, reading.AcceptTotals, faults).Read(cancellationToken);
        var (rows, instants, order, basis) = new AttendanceInstants(draft, reading, faults).Resolve(given, zones, cancellationToken);
        if (draft.Totals.Count > 0)
        {
            faults.Warn(ImportWords.TotalsHaveTimes, draft.HeaderRow, null, null);
        }

        var log = new AttendanceLog(sourceName, digest.Finish(), instants.Zone.Id, rows)
        {
            MeetingId = draft.Meeting.Id,
            MeetingStart = draft.Meeting.Start.Exists ? instants.FindOrNull(draft.Meeting.Start) : null,
        };
        return new(log, draft.Layout.Format, given is null, basis == DateOrderBasis.NotNeeded ? null : order == DateOrder.DayFirst, basis, [.. draft.Totals]);
    }
}
