using System.Globalization;

namespace Diplomacy.Training.Imports;

/// <summary>A workbook in the form of Office Open XML (.xlsx, ISO/IEC 29500), of which one sheet is read.</summary>
/// <remarks>
/// A small reader of our own, since none that is served stands hostile files (docs/decisions). Only values are read. Formulas, macros, links to other files, pictures and comments are passed over unopened.
/// </remarks>
internal sealed class Workbook
{
    private const int MostSheets = 256;
    private const int RowsSearched = 20;

    private readonly WorkbookPackage _package;
    private readonly List<(string Name, string Part, bool IsVisible)> _sheets = [];
    private readonly List<string> _shared;
    private readonly List<NumberForm> _styles;
    private readonly bool _from1904;

    private Workbook(WorkbookPackage package)
    {
        _package = package;
        string main = package.Relations("").Values.FirstOrDefault(relation => relation.Kind == "officeDocument").Part ?? "xl/workbook.xml";
        if (!package.Has(main) || main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            throw new WorkbookFault(ImportWords.WorkbookIsXlsx);
        }

        Dictionary<string, (string Kind, string Part)> relations = package.Relations(main);
        using (MarkupReader xml = package.Open(main)!)
        {
            if (!xml.NextElement() || xml.Name != "workbook")
            {
                throw new WorkbookFault(ImportWords.WorkbookIsXlsx);
            }

            while (xml.NextElement())
            {
                if (xml.Name == "workbookPr")
                {
                    _from1904 = MarkupReader.IsTrue(xml["date1904"]);
                }
                else if (xml.Name == "sheet" && xml.Relation is { } id && relations.TryGetValue(id, out (string Kind, string Part) sheet) && sheet.Kind == "worksheet")
                {
                    _sheets.Add((xml["name"] ?? "", sheet.Part, xml["state"] is not ("hidden" or "veryHidden")));
                    if (_sheets.Count > MostSheets)
                    {
                        throw WorkbookFault.Damaged();
                    }
                }
            }
        }

        _shared = SharedStrings.Read(package, Part("sharedStrings"));
        _styles = NumberForms.Read(package, Part("styles"));

        string? Part(string kind) => relations.Values.FirstOrDefault(relation => relation.Kind == kind).Part;
    }

    /// <summary>The rows of the one visible sheet that has the wanted header, which is the current row.</summary>
    /// <exception cref="ImportException">This is no workbook that can be read, no visible sheet has a value, or several have the header.</exception>
    internal static RowReader Open(byte[] bytes, HeaderNames names, ImportFaults faults)
    {
        WorkbookPackage? package = null;
        try
        {
            package = new WorkbookPackage(bytes, faults.Options);
            return new Workbook(package).Sheet(names, faults);
        }
        catch (Exception exception) when (WorkbookFault.Of(exception) is { } fault)
        {
            package?.Dispose();
            throw faults.Refuse(fault.Text, arguments: fault.Arguments);
        }
    }

    internal string Shared(string index) =>
        int.TryParse(index, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int i) && i < _shared.Count
            ? _shared[i]
            : throw WorkbookFault.Damaged();

    internal string? Write(double number, string? style)
    {
        if (style is null)
        {
            return default(NumberForm).Write(number, _from1904);
        }

        return int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out int i) && i < Math.Max(1, _styles.Count)
            ? (i < _styles.Count ? _styles[i] : default).Write(number, _from1904)
            : throw WorkbookFault.Damaged();
    }

    private SheetReader Sheet(HeaderNames names, ImportFaults faults)
    {
        var found = _sheets.ConvertAll(sheet => (Sheet: sheet, Header: FindHeader(sheet.Part, names, faults.Options)));
        var fitting = found.FindAll(one => one.Header.Fits);
        string[] visible = [.. fitting.Where(one => one.Sheet.IsVisible).Select(one => one.Sheet.Name)];
        if (visible.Length > 1)
        {
            throw new WorkbookFault(ImportWords.SheetIsSingle, ("sheets", Listed(visible)));
        }

        if (visible.Length == 0 && fitting.Count > 0)
        {
            throw new WorkbookFault(ImportWords.SheetIsVisible, ("sheets", Listed(fitting.Select(one => one.Sheet.Name))));
        }

        // Where none fits the nearest is opened, so that the missing columns are named.
        var (chosen, header) = found.Where(one => one.Sheet.IsVisible).OrderByDescending(one => one.Header.Fits).ThenByDescending(one => one.Header.Matches).FirstOrDefault(one => one.Header.Row > 0);
        if (header.Row == 0)
        {
            throw new WorkbookFault(ImportWords.FileIsNotEmpty);
        }

        SheetReader rows = Rows(chosen.Part, faults);
        while (rows.Read() && rows.Row < header.Row)
        {
        }

        rows.BelowHeader();
        return rows;
    }

    private (bool Fits, int Matches, int Row) FindHeader(string part, HeaderNames names, ImportOptions options)
    {
        (bool Fits, int Matches, int Row) best = default;
        var scratch = new ImportFaults("", options);
        using SheetReader rows = Rows(part, scratch);
        for (int seen = 0; seen < RowsSearched && !best.Fits && rows.Read(); seen++)
        {
            int matches = names.Matches(rows);
            if (best.Row == 0 || matches > best.Matches)
            {
                best = (names.IsHeader(rows), matches, rows.Row);
            }
        }

        if (scratch.Any)
        {
            throw WorkbookFault.Damaged();
        }

        return best;
    }

    private SheetReader Rows(string part, ImportFaults faults) =>
        new(_package.Open(part) ?? throw WorkbookFault.Damaged(), this, faults);

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{new string([.. name.Where(c => WrittenText.Unprintable(c.ToString()) is null).Take(40)])}'"));
}
