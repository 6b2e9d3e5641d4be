namespace Diplomacy.Training;

/// <summary>One of the answers that a question lets people choose from.</summary>
/// <remarks>Immutable. The code is what is kept and counted; the text may be reworded without changing what was answered.</remarks>
public sealed record QuestionOption
{
    /// <summary>Describes an option.</summary>
    /// <param name="code">Its code, unique in the question: 1 to 40 lower-case letters, digits and hyphens.</param>
    /// <param name="text">What people choose, in both languages; without semicolons, which part several options in a cell.</param>
    /// <exception cref="ArgumentException">The code is not usable, or the text holds a semicolon.</exception>
    public QuestionOption(string code, LocalizedText text)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(text);
        if (!SeatGroup.IsPart(code))
        {
            throw new ArgumentException($"'{code}' is not a code of an option: 1 to 40 lower-case letters, digits and hyphens.", nameof(code));
        }

        if (text.Khmer.Contains(';', StringComparison.Ordinal) || text.English.Contains(';', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The text of the option '{code}' holds a semicolon, which parts several options in a cell.", nameof(text));
        }

        (Code, Text) = (code, text);
    }

    /// <summary>Its code, unique in the question.</summary>
    public string Code { get; }

    /// <summary>What people choose, in both languages.</summary>
    public LocalizedText Text { get; }
}
