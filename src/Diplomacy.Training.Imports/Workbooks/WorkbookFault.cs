namespace Diplomacy.Training.Imports;

/// <summary>Why a workbook cannot be read on. Never leaves this package: it becomes an <see cref="ImportError"/>.</summary>
internal sealed class WorkbookFault : Exception
{
    internal WorkbookFault(ImportText text, params ReadOnlySpan<(string Name, object Value)> arguments) => (Text, Arguments) = (text, arguments.ToArray());

    internal ImportText Text { get; }

    internal (string Name, object Value)[] Arguments { get; }

    internal static WorkbookFault Damaged() => new(ImportWords.WorkbookIsReadable);

    /// <summary>What the libraries for archives and markup throw at hostile bytes, and what this reader throws itself; null for anything else.</summary>
    internal static WorkbookFault? Of(Exception exception) => exception switch
    {
        WorkbookFault fault => fault,
        InvalidDataException or System.Xml.XmlException or IOException or NotSupportedException or System.Text.DecoderFallbackException => Damaged(),
        _ => null,
    };
}
