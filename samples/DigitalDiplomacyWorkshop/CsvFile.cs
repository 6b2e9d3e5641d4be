using System.Text;

namespace DigitalDiplomacyWorkshop;

/// <summary>A table for a spreadsheet.</summary>
internal static class CsvFile
{
    /// <summary>Writes a table, with a byte order mark, so that a spreadsheet takes the Khmer names for what they are.</summary>
    internal static async Task WriteAsync(string path, string[] header, IEnumerable<string[]> rows)
    {
        await using var csv = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        foreach (string[] row in rows.Prepend(header))
        {
            await csv.WriteLineAsync(string.Join(',', row.Select(Field)));
        }
    }

    /// <summary>A field that a spreadsheet cannot take for a formula.</summary>
    internal static string Field(string value)
    {
        string safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
