namespace Diplomacy.Training.Imports;

/// <summary>
/// Reads holidays from an iCalendar file (RFC 5545), as Google, Apple, Outlook and governments publish them: events of whole days, DTEND exclusive (R52), yearly rules,
/// EXDATE and RDATE, changed and cancelled events.
/// </summary>
/// <remarks>
/// What is not understood refuses the file, with every fault and its line at once: a holiday that is lost would be a working day. Rules: FREQ=YEARLY with INTERVAL, COUNT or UNTIL,
/// BYMONTH, BYMONTHDAY and BYDAY. At most 20,000 events. UTF-8 or UTF-16; names that were ruined on their way are refused. Zones are not looked at, since a holiday is a date.
/// Safe for use from many threads.
/// </remarks>
public static class HolidayFeedReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; errors name it without its folder.</param>
    /// <param name="feed">What the file does not say of itself.</param>
    /// <param name="options">Limits and warnings; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ImportException">Something is wrong with the file; every error is listed with its line as the row and its property as the column, and nothing is returned.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static Task<HolidayCalendar> ReadFileAsync(string path, HolidayFeed feed, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        SourceFile.ReadAsync(path, (stream, name) => ReadAsync(stream, name, feed, options, cancellationToken));

    /// <summary>Reads a stream, which stays open.</summary>
    /// <param name="stream">The bytes of the file.</param>
    /// <param name="sourceName">What errors call it, such as the name of an uploaded file.</param>
    /// <param name="feed">What the file does not say of itself.</param>
    /// <param name="options">Limits and warnings; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <inheritdoc cref="ReadFileAsync"/>
    public static async Task<HolidayCalendar> ReadAsync(
        Stream stream, string sourceName, HolidayFeed feed, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        ArgumentNullException.ThrowIfNull(feed);
        var faults = new ImportFaults(sourceName, ImportOptions.OrDefault(options));
        SourceBytes source = await SourceBytes.ReadAsync(stream, faults, cancellationToken).ConfigureAwait(false);
        List<FeedEvent> events = new FeedEvents(source.Archive is null ? source.Utf8 : throw faults.Refuse(ImportWords.FileIsACalendar), feed, faults).Read(cancellationToken);
        return new FeedDays(feed, faults).Of(events);
    }
}
