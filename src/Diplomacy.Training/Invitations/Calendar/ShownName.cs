namespace Diplomacy.Training;

/// <summary>
/// Names and labels, which are values of parameters. Two characters are kept out of them that the RFC allows and known readers take for something else: node-ical ends a
/// value at a semicolon even in quotes, and ical.js makes a line break of a backslash and an n.
/// </summary>
internal static class ShownName
{
    /// <summary>A name on one line, trimmed, with a comma for a semicolon and a slash for a backslash; null where nothing is left.</summary>
    internal static string? Of(string? text, string parameter)
    {
        string shown = PrintedText.Normalize(text ?? "", parameter).Replace(';', ',').Replace('\\', '/');
        return shown.Length == 0 ? null : shown;
    }
}
