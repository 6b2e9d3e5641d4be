using System.Globalization;
using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>
/// Walks the rows of one sheet as they stand in its part, one in memory at a time. Formulas are never calculated: a cell has the value that was saved with it.
/// </summary>
internal sealed class SheetReader : RowReader
{
    private const int MostMerged = 10_000;

    private readonly MarkupReader _xml;
    private readonly Workbook _workbook;
    private readonly ImportFaults _faults;
    private readonly string[] _values = new string[HeaderSearch.MaximumColumns];
    private readonly Dictionary<int, (ImportText, string)> _cellFaults = [];
    private readonly List<MergedCells> _merged = [];
    private readonly StringBuilder _text = new();
    private (int Count, int First) _hidden;
    private int _fields;
    private bool _atEnd;

    internal SheetReader(MarkupReader xml, Workbook workbook, ImportFaults faults) => (_xml, _workbook, _faults) = (xml, workbook, faults);

    internal override int FieldCount => _fields;

    internal override IReadOnlyList<MergedCells> Merged => _merged;

    internal override (int Count, int First) Hidden => _hidden;

    internal override string this[int field] => field < _fields ? _values[field] ?? "" : "";

    internal override (ImportText Text, string Value)? FaultOf(int field) => _cellFaults.TryGetValue(field, out (ImportText, string) fault) ? fault : null;

    public override void Dispose() => _xml.Dispose();

    /// <summary>Counts hidden rows from here on: titles above the header are nobody's registration.</summary>
    internal void BelowHeader() => _hidden = default;

    internal override bool Read()
    {
        try
        {
            while (!_faults.IsFull && NextRow(out bool hidden))
            {
                if (_fields > 0)
                {
                    _hidden = hidden ? (_hidden.Count + 1, _hidden.Count == 0 ? Row : _hidden.First) : _hidden;
                    return true;
                }
            }
        }
        catch (Exception exception) when (WorkbookFault.Of(exception) is { } fault)
        {
            _atEnd = true;
            _fields = 0;
            _faults.Add(fault.Text, arguments: fault.Arguments);
        }

        return false;
    }

    private bool NextRow(out bool hidden)
    {
        hidden = false;
        Array.Clear(_values, 0, _fields);
        _fields = 0;
        _cellFaults.Clear();
        while (!_atEnd && _xml.NextElement())
        {
            if (_xml.Name == "row")
            {
                string? number = _xml["r"];
                int row = number is null ? Row + 1 : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 0;
                if (row <= Row || row > CellRange.MostRows)
                {
                    throw WorkbookFault.Damaged();
                }

                Row = row;
                hidden = MarkupReader.IsTrue(_xml["hidden"]);
                ReadCells();
                return true;
            }

            if (_xml.Name == "mergeCell" && _merged.Count < MostMerged && CellRange.Merged(_xml["ref"] ?? "") is { } merged)
            {
                _merged.Add(merged);
            }
        }

        _atEnd = true;
        return false;
    }

    private void ReadCells()
    {
        if (_xml.IsEmpty)
        {
            return;
        }

        int depth = _xml.Depth, next = 0;
        while (_xml.NextWithin(depth))
        {
            if (_xml.Name != "c")
            {
                _xml.PassOver();
                continue;
            }

            int column = _xml["r"] is { } reference ? CellRange.Cell(reference)?.Column ?? -1 : next;
            if (column < next || column >= CellRange.MostColumns)
            {
                throw WorkbookFault.Damaged();
            }

            next = column + 1;
            if (column >= HeaderSearch.MaximumColumns)
            {
                _xml.PassOver();
            }
            else if (ReadCell(column) is { Length: > 0 } value)
            {
                _values[column] = value;
                _fields = next;
            }
            else if (_cellFaults.ContainsKey(column))
            {
                _values[column] = "";
                _fields = next;
            }
        }
    }

    private string ReadCell(int column)
    {
        string type = _xml["t"] ?? "n";
        string? style = _xml["s"];
        string? value = null;
        bool formula = false;
        if (!_xml.IsEmpty)
        {
            int depth = _xml.Depth;
            while (_xml.NextWithin(depth))
            {
                switch (_xml.Name)
                {
                    case "v":
                        _text.Clear();
                        _xml.AppendText(_text);
                        value = _text.ToString();
                        break;
                    case "is":
                        value = _xml.StringItem(_text);
                        break;
                    default:
                        formula |= _xml.Name == "f";
                        _xml.PassOver();
                        break;
                }
            }
        }

        if (string.IsNullOrEmpty(value) && (value is null || type == "n"))
        {
            // Written by a program that does not calculate: nobody has seen what would stand here.
            return formula ? Fault(column, ImportWords.FormulaHasAValue, "") : "";
        }

        return type switch
        {
            "s" => _workbook.Shared(value),
            "inlineStr" => value,
            "str" => EscapedText.Decode(value),
            "d" => value.Trim(),
            "b" => value.Trim() switch { "1" or "true" => "TRUE", "0" or "false" => "FALSE", _ => throw WorkbookFault.Damaged() },
            "e" => Fault(column, ImportWords.CellHasAValue, value.Trim()),
            "n" => Number(column, value, style),
            _ => throw WorkbookFault.Damaged(),
        };
    }

    private string Number(int column, string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            throw WorkbookFault.Damaged();
        }

        return _workbook.Write(number, style) ?? Fault(column, ImportWords.NumberIsExact, value.Length <= 40 ? value.Trim() : "…");
    }

    private string Fault(int column, ImportText text, string shown)
    {
        _cellFaults[column] = (text, shown);
        return "";
    }
}
