namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>
/// A font's bytes cannot be used: truncated, corrupted, of another format than TrueType outlines, or closed to
/// embedding by its own licence bits. <see cref="Exception.Message"/> names the table and what was wrong with it.
/// </summary>
public sealed class FontFormatException : Exception
{
    /// <summary>Creates the error without saying which table is at fault.</summary>
    public FontFormatException()
        : this("The font cannot be used.")
    {
    }

    /// <summary>Creates the error with a message that names what was wrong and what to do.</summary>
    public FontFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with the exception that revealed it.</summary>
    public FontFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal FontFormatException(string table, string fault)
        : base($"Font table '{table}': {fault}")
        => Table = table;

    /// <summary>Four-letter tag of the table at fault, such as <c>glyf</c>; null where no single table is.</summary>
    public string? Table { get; }
}
