using System.Buffers;
using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>
/// Writes lists for spreadsheets, as CSV or XLSX. Nothing that people have written can become a formula: in CSV an apostrophe goes before whatever could be taken for
/// one, which the readers of this package take away again; in XLSX every cell is text and says so.
/// </summary>
/// <remarks>Safe for use from many threads, with a stream each. The same rows always give the same bytes.</remarks>
public static class TableWriter
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> s_special = SearchValues.Create(",;\t\"\r\n");

    /// <summary>Writes CSV by RFC 4180: commas, CRLF, quotation marks where they are needed; UTF-8 with a byte order mark, by which spreadsheets know Khmer for what it is.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">The rows, each with as many values as the header.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <exception cref="ArgumentException">The header is empty, a row has more or fewer values, or a value is not valid Unicode. The rows before it are written.</exception>
    public static async Task WriteCsvAsync(Stream stream, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken = default)
    {
        Check(stream, header, rows);
        var csv = new StreamWriter(stream, s_utf8, bufferSize: -1, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            var line = new StringBuilder();
            foreach (IReadOnlyList<string> row in rows.Prepend(header))
            {
                Append(line.Clear(), Checked(row, header.Count));
                await csv.WriteAsync(line, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes a CSV file, over one that stands there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">The rows, each with as many values as the header.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <inheritdoc cref="WriteCsvAsync"/>
    public static async Task WriteCsvFileAsync(string path, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 4096, FileOptions.Asynchronous);
        await using (stream.ConfigureAwait(false))
        {
            await WriteCsvAsync(stream, header, rows, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a workbook with one sheet (Office Open XML, .xlsx), whose cells all have the format Text, so that they stay what they are when somebody edits them.</summary>
    /// <param name="stream">Where to; stays open, and need not be able to seek.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">The rows, each with as many values as the header.</param>
    /// <param name="sheet">The name of the sheet: 1 to 31 characters without <c>: \ / ? * [ ]</c>, and no apostrophe at either end.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <exception cref="ArgumentException">As for CSV; or a value has more than 32,767 characters, there are more than 1,048,576 rows or 16,384 columns, or the sheet cannot have this name.</exception>
    public static async Task WriteXlsxAsync(
        Stream stream, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, string sheet = "Sheet1", CancellationToken cancellationToken = default)
    {
        Check(stream, header, rows);
        using var workbook = new MemoryStream();
        WorkbookWriter.Write(workbook, sheet, rows.Prepend(header).Select(row =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Checked(row, header.Count);
        }));
        workbook.Position = 0;
        await workbook.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private static void Check(Stream stream, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        if (header.Count == 0)
        {
            throw new ArgumentException("A table has at least one column.", nameof(header));
        }
    }

    private static IReadOnlyList<string> Checked(IReadOnlyList<string> row, int width) =>
        row?.Count == width ? row : throw new ArgumentException($"A row has {row?.Count ?? 0} values where the header has {width} columns.", nameof(row));

    private static void Append(StringBuilder line, IReadOnlyList<string> row)
    {
        for (int i = 0; i < row.Count; i++)
        {
            string value = FormulaGuard.Add(row[i] ?? throw new ArgumentException("A value is null; an empty text says that there is none.", nameof(row)));
            line.Append(i > 0 ? "," : "");

            // Quoted too is what another program may split or trim, and the one empty value of a row, which would be an empty line.
            bool quoted = value.AsSpan().ContainsAny(s_special) || (value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))) || (value.Length == 0 && row.Count == 1);
            if (quoted)
            {
                line.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                line.Append(value);
            }
        }

        line.Append("\r\n");
    }
}
