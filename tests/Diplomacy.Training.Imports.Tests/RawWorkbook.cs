using System.IO.Compression;
using System.Text;

namespace Diplomacy.Training.Imports.Tests;

/// <summary>A workbook made of parts as text, so that a test can write what no spreadsheet program would.</summary>
internal sealed class RawWorkbook
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, byte[] Data)> _parts = [];

    /// <summary>A workbook with one visible sheet of the rows given as markup.</summary>
    internal static RawWorkbook Of(string rows, string sharedStrings = "", string formats = "", string styles = "<xf numFmtId=\"0\"/>", string after = "", string workbook = "", string sheets = "<sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/>")
    {
        RawWorkbook raw = new();
        raw.Part("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        raw.Part("xl/workbook.xml", $"<workbook xmlns:r=\"{Office}\">{workbook}<sheets>{sheets}</sheets></workbook>");
        raw.Part("xl/_rels/workbook.xml.rels",
            $"<Relationships><Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{Office}/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>" +
            $"<Relationship Id=\"r3\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r4\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        raw.Part("xl/sharedStrings.xml", $"<sst>{sharedStrings}</sst>");
        raw.Part("xl/styles.xml", $"<styleSheet><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>");
        raw.Part("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>");
        return raw;
    }

    /// <summary>Cancellations: the header and the cells given as markup, one row for each.</summary>
    internal static RawWorkbook Cancellations(params string[] rows) =>
        Of("<row r=\"1\">" + Text("A1", "external_id") + Text("B1", "cancelled_at") + "</row>" + string.Concat(rows));

    internal static string Text(string cell, string text) => $"<c r=\"{cell}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    internal static string Row(int number, string id, string at = "2026-02-01T08:00") => $"<row r=\"{number}\">{Text($"A{number}", id)}{Text($"B{number}", at)}</row>";

    internal RawWorkbook Part(string name, string text) => Part(name, Encoding.UTF8.GetBytes(text));

    internal RawWorkbook Part(string name, byte[] data)
    {
        _parts.Add((name, data));
        return this;
    }

    /// <summary>Puts another text in place of a part.</summary>
    internal RawWorkbook With(string name, string text)
    {
        _parts.RemoveAll(part => part.Name == name);
        return Part(name, text);
    }

    internal byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, data) in _parts)
            {
                using Stream part = archive.CreateEntry(name).Open();
                part.Write(data);
            }
        }

        return stream.ToArray();
    }

    internal async Task<IReadOnlyList<CancellationEntry>> ReadAsync(ImportOptions? options = null)
    {
        using var stream = new MemoryStream(ToBytes());
        return await CancellationReader.ReadAsync(stream, "list.xlsx", options, TestContext.Current.CancellationToken);
    }
}
