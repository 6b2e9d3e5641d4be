using System.Globalization;

namespace Diplomacy.Training.Imports;

/// <summary>How each style of a workbook shows numbers.</summary>
internal static class NumberForms
{
    // A workbook has at most 65,490 styles.
    private const int Most = 65_536;

    internal static List<NumberForm> Read(WorkbookPackage package, string? part)
    {
        var own = new Dictionary<int, NumberForm>();
        var styles = new List<NumberForm>();
        using MarkupReader? xml = part is null ? null : package.Open(part);
        bool cells = false;
        while (xml?.NextElement() == true)
        {
            if (xml.Name == "numFmt" && Id(xml["numFmtId"]) is { } id && xml["formatCode"] is { } code && own.Count < Most)
            {
                own[id] = NumberForm.Of(code);
            }
            else if (xml.Name is "cellXfs" or "cellStyleXfs" or "cellStyles" or "dxfs")
            {
                cells = xml.Name == "cellXfs";
            }
            else if (cells && xml.Name == "xf")
            {
                int form = Id(xml["numFmtId"]) ?? 0;
                styles.Add(own.TryGetValue(form, out NumberForm known) ? known : NumberForm.Known(form));
                if (styles.Count > Most)
                {
                    throw WorkbookFault.Damaged();
                }
            }
        }

        return styles;
    }

    private static int? Id(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;
}
