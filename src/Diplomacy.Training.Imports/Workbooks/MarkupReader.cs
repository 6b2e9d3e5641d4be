using System.Text;
using System.Xml;

namespace Diplomacy.Training.Imports;

/// <summary>Walks one part of a workbook forward: no document type, no external reference, bounded depth. Elements are known by their local names, so that the transitional and the strict form both are read.</summary>
internal sealed class MarkupReader : IDisposable
{
    // The parts that are read nest less than ten deep.
    private const int Deepest = 64;

    // The most that a cell of a spreadsheet can hold.
    private const int LongestValue = 32_767;

    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private readonly XmlReader _xml;

    internal MarkupReader(Stream part) => _xml = XmlReader.Create(
        new StreamReader(part, s_strict, detectEncodingFromByteOrderMarks: false),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNames(),
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });

    internal string Name => _xml.LocalName;

    internal int Depth => _xml.Depth;

    internal string? this[string attribute] => _xml.GetAttribute(attribute);

    /// <summary>The id by which an element refers to another part, in either namespace of relationships.</summary>
    internal string? Relation => _xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ??
        _xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    public void Dispose() => _xml.Dispose();

    /// <summary>Moves to the next element, at any depth; false at the end.</summary>
    internal bool NextElement()
    {
        while (Step())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the next element within the one that stands at a depth; false at that one's end.</summary>
    /// <param name="depth">The depth of the element whose content is wanted. Where it was empty, do not ask.</param>
    internal bool NextWithin(int depth)
    {
        while (Step())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth)
            {
                return false;
            }
        }

        throw WorkbookFault.Damaged();
    }

    internal bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>Passes over the content of the current element.</summary>
    internal void PassOver()
    {
        if (!_xml.IsEmptyElement)
        {
            int depth = _xml.Depth;
            while (NextWithin(depth))
            {
            }
        }
    }

    /// <summary>Adds the text of the current element, and moves to its end.</summary>
    internal void AppendText(StringBuilder value)
    {
        if (_xml.IsEmptyElement)
        {
            return;
        }

        int depth = _xml.Depth;
        while (Step())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    value.Append(_xml.Value);
                    if (value.Length > LongestValue)
                    {
                        throw WorkbookFault.Damaged();
                    }

                    break;
                case XmlNodeType.EndElement when _xml.Depth == depth:
                    return;
                default:
                    break;
            }
        }

        throw WorkbookFault.Damaged();
    }

    /// <summary>The text of a string item: of its one text or of all its runs, without the readings that East Asian spreadsheets keep beside it.</summary>
    internal string StringItem(StringBuilder value)
    {
        value.Clear();
        if (!_xml.IsEmptyElement)
        {
            int depth = _xml.Depth;
            while (NextWithin(depth))
            {
                if (Name == "t")
                {
                    AppendText(value);
                }
                else if (Name is "rPh" or "phoneticPr" or "rPr")
                {
                    PassOver();
                }
            }
        }

        return EscapedText.Decode(value.ToString());
    }

    internal static bool IsTrue(string? value) => value is "1" or "true";

    private bool Step()
    {
        if (!_xml.Read())
        {
            return false;
        }

        return _xml.Depth <= Deepest ? true : throw WorkbookFault.Damaged();
    }
}
