namespace Diplomacy.Training.Imports;

/// <summary>
/// Reads a calendar of holidays from JSON, as <see cref="HolidayFileWriter"/> writes it: <c>id</c>, <c>source</c>, <c>country</c> (optional), <c>from</c> and <c>to</c> (the days for which
/// the list is complete, both included) and <c>days</c>, each with <c>date</c>, <c>kind</c> (<c>holiday</c>, <c>half-day</c> with <c>openUntil</c>, <c>make-up-workday</c>, <c>unknown</c>,
/// <c>working</c>), and where they are known <c>name</c> (<c>km</c>, <c>en</c>) and <c>tentative</c>.
/// </summary>
/// <remarks>
/// Strict: a member that is not known, stands twice or has another kind of value refuses the file, since a misspelt one would lose a holiday; <c>$schema</c> and <c>comment</c> are passed
/// over. Every fault is told with its line as the row and its member as the column. Safe for use from many threads.
/// </remarks>
public static class HolidayFileReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; errors name it without its folder.</param>
    /// <param name="options">Limits; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ImportException">Something is wrong with the file; every error is listed and nothing is returned.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static Task<HolidayCalendar> ReadFileAsync(string path, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        SourceFile.ReadAsync(path, (stream, name) => ReadAsync(stream, name, options, cancellationToken));

    /// <summary>Reads a stream, which stays open.</summary>
    /// <param name="stream">The bytes of the file.</param>
    /// <param name="sourceName">What errors call it, such as the name of an uploaded file.</param>
    /// <param name="options">Limits; the defaults when null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <inheritdoc cref="ReadFileAsync"/>
    public static async Task<HolidayCalendar> ReadAsync(Stream stream, string sourceName, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        var faults = new ImportFaults(sourceName, ImportOptions.OrDefault(options));
        SourceBytes source = await SourceBytes.ReadAsync(stream, faults, cancellationToken).ConfigureAwait(false);
        WrittenJson file = source.Archive is null ? WrittenJson.Read(source.Utf8.Span, faults) : throw faults.Refuse(ImportWords.JsonIsReadable, 1);
        return new HolidayJson(faults).Calendar(file);
    }
}
