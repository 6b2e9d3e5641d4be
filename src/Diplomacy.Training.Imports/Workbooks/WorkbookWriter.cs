using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Diplomacy.Training.Imports;

/// <summary>Writes the few parts of a workbook with one sheet of texts (ECMA-376, transitional).</summary>
internal static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int LongestValue = 32_767;

    private static readonly SearchValues<char> s_notInNames = SearchValues.Create(":\\/?*[]");

    // The earliest that an archive can say: the same rows give the same bytes whenever they are written.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void Write(Stream stream, string sheet, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (sheet is null || sheet.Length is 0 or > 31 || sheet.AsSpan().ContainsAny(s_notInNames) || sheet[0] == '\'' || sheet[^1] == '\'' || sheet.Any(char.IsControl))
        {
            throw new ArgumentException("The name of a sheet has 1 to 31 characters without : \\ / ? * [ ] and no apostrophe at either end.", nameof(sheet));
        }

        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", xml =>
        {
            xml.WriteStartElement("Types", $"{Package}/content-types");
            Default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
            Default(xml, "xml", "application/xml");
            Override(xml, "/xl/workbook.xml", $"{Kind}.sheet.main+xml");
            Override(xml, "/xl/worksheets/sheet1.xml", $"{Kind}.worksheet+xml");
            Override(xml, "/xl/styles.xml", $"{Kind}.styles+xml");
        });
        Part(archive, "_rels/.rels", xml =>
        {
            xml.WriteStartElement("Relationships", $"{Package}/relationships");
            Relation(xml, "rId1", "officeDocument", "xl/workbook.xml");
        });
        Part(archive, "xl/workbook.xml", xml =>
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteStartElement("sheets", Main);
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheet);
            xml.WriteAttributeString("sheetId", "1");
            xml.WriteAttributeString("r", "id", Office, "rId1");
        });
        Part(archive, "xl/_rels/workbook.xml.rels", xml =>
        {
            xml.WriteStartElement("Relationships", $"{Package}/relationships");
            Relation(xml, "rId1", "worksheet", "worksheets/sheet1.xml");
            Relation(xml, "rId2", "styles", "styles.xml");
        });
        Part(archive, "xl/styles.xml", Styles);
        Part(archive, "xl/worksheets/sheet1.xml", xml => Sheet(xml, rows));
    }

    private static void Sheet(XmlWriter xml, IEnumerable<IReadOnlyList<string>> rows)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        int number = 0;
        foreach (IReadOnlyList<string> row in rows)
        {
            if (++number > CellRange.MostRows || row.Count > CellRange.MostColumns)
            {
                throw new ArgumentException($"A sheet has at most {CellRange.MostRows} rows and {CellRange.MostColumns} columns.", nameof(rows));
            }

            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
            for (int column = 0; column < row.Count; column++)
            {
                Cell(xml, string.Create(CultureInfo.InvariantCulture, $"{CellRange.Letters(column)}{number}"), row[column]);
            }

            xml.WriteEndElement();
        }
    }

    private static void Cell(XmlWriter xml, string reference, string value)
    {
        if (value is null || value.Length > LongestValue || !IsUnicode(value))
        {
            throw new ArgumentException($"The value of {reference} is null, longer than {LongestValue} characters, or not valid Unicode.", nameof(value));
        }

        if (value.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", "1");
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(EscapedText.Encode(value));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Style 1 has the format Text (number 49, ECMA-376 part 1, 18.8.30): what is typed into such a cell is never calculated.
    private static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        List(xml, "fonts", () => xml.WriteElementString("font", Main, ""));
        List(xml, "fills", () => Patterned("none"), () => Patterned("gray125"));
        List(xml, "borders", () => xml.WriteElementString("border", Main, ""));
        List(xml, "cellStyleXfs", () => Format("0", isText: false, isCell: false));
        List(xml, "cellXfs", () => Format("0", isText: false, isCell: true), () => Format("49", isText: true, isCell: true));

        void Patterned(string pattern)
        {
            xml.WriteStartElement("fill", Main);
            xml.WriteStartElement("patternFill", Main);
            xml.WriteAttributeString("patternType", pattern);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        void Format(string number, bool isText, bool isCell)
        {
            xml.WriteStartElement("xf", Main);
            xml.WriteAttributeString("numFmtId", number);
            xml.WriteAttributeString("fontId", "0");
            xml.WriteAttributeString("fillId", "0");
            xml.WriteAttributeString("borderId", "0");
            if (isCell)
            {
                xml.WriteAttributeString("xfId", "0");
            }

            if (isText)
            {
                xml.WriteAttributeString("applyNumberFormat", "1");
            }

            xml.WriteEndElement();
        }
    }

    private static void List(XmlWriter xml, string name, params ReadOnlySpan<Action> items)
    {
        xml.WriteStartElement(name, Main);
        xml.WriteAttributeString("count", items.Length.ToString(CultureInfo.InvariantCulture));
        foreach (Action item in items)
        {
            item();
        }

        xml.WriteEndElement();
    }

    private static void Default(XmlWriter xml, string extension, string type) => Leaf(xml, "Default", $"{Package}/content-types", ("Extension", extension), ("ContentType", type));

    private static void Override(XmlWriter xml, string part, string type) => Leaf(xml, "Override", $"{Package}/content-types", ("PartName", part), ("ContentType", type));

    private static void Relation(XmlWriter xml, string id, string kind, string target) => Leaf(xml, "Relationship", $"{Package}/relationships", ("Id", id), ("Type", $"{Office}/{kind}"), ("Target", target));

    private static void Leaf(XmlWriter xml, string name, string space, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, space);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static void Part(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name);
        entry.LastWriteTime = s_time;
        using Stream part = entry.Open();
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static bool IsUnicode(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
