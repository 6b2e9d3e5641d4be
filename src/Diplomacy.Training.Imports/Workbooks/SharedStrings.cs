using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>The texts that cells refer to by number.</summary>
internal static class SharedStrings
{
    // More different texts than a list of people can have; an empty one takes five bytes of the file and more in memory.
    private const int Most = 1_000_000;

    internal static List<string> Read(WorkbookPackage package, string? part)
    {
        var strings = new List<string>();
        using MarkupReader? xml = part is null ? null : package.Open(part);
        var value = new StringBuilder();
        while (xml?.NextElement() == true)
        {
            if (xml.Name == "si")
            {
                if (strings.Count == Most)
                {
                    throw WorkbookFault.Damaged();
                }

                strings.Add(xml.StringItem(value));
            }
        }

        return strings;
    }
}
