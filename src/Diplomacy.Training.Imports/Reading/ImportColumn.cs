using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>A column that a reader knows: its name as errors tell it, and every header it may have.</summary>
internal sealed class ImportColumn
{
    /// <summary>No header is longer, and hostile files have cells of megabytes.</summary>
    internal const int LongestHeader = 200;

    internal ImportColumn(string name, bool required, params ReadOnlySpan<string> aliases)
    {
        (Name, IsRequired) = (name, required);
        Keys = [Key(name)];
        foreach (string alias in aliases)
        {
            Keys.Add(Key(alias));
        }
    }

    internal string Name { get; }

    internal bool IsRequired { get; }

    internal HashSet<string> Keys { get; }

    /// <summary>
    /// A header as it is matched: without case, spaces, underscores, hyphens, byte order marks, zero-width and direction characters; typographic apostrophes are plain.
    /// </summary>
    internal static string Key(string header)
    {
        if (header.Length > LongestHeader)
        {
            return "";
        }

        var key = new StringBuilder(header.Length);
        foreach (char c in WrittenText.Normalize(header))
        {
            if (!char.IsWhiteSpace(c) && c is not ('_' or '-' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\u00AD' or (>= '\u2010' and <= '\u2015')))
            {
                key.Append(c is '\u2018' or '\u2019' ? '\'' : char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }
}
