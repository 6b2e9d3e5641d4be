using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training;

/// <summary>Names a workshop, stably: the code under which the organiser files it.</summary>
/// <remarks>2 to 40 characters: capital letters, digits and hyphens, beginning with a letter or digit, such as <c>DD-2023</c>. <c>default</c> is empty and names nothing.</remarks>
public readonly record struct WorkshopId : IParsable<WorkshopId>, IComparable<WorkshopId>
{
    private readonly string? _value;

    private WorkshopId(string value) => _value = value;

    /// <summary>Reads a code.</summary>
    /// <param name="text">The code; case matters.</param>
    /// <exception cref="FormatException">The text is not such a code.</exception>
    public static WorkshopId Parse(string text) =>
        TryParse(text, out WorkshopId code)
            ? code
            : throw new FormatException($"'{text}' is not a code of this kind: 2 to 40 capital letters, digits and hyphens, such as 'DD-2023'.");

    /// <summary>Reads a code.</summary>
    /// <param name="text">The code; case matters.</param>
    /// <param name="code">The code, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out WorkshopId code)
    {
        bool valid = text is { Length: >= 2 and <= 40 } && text[0] != '-' &&
            text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
        code = valid ? new(text!) : default;
        return valid;
    }

    static WorkshopId IParsable<WorkshopId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<WorkshopId>.TryParse(string? s, IFormatProvider? provider, out WorkshopId result) => TryParse(s, out result);

    /// <summary>Orders by ordinal value.</summary>
    /// <param name="other">The code to compare with.</param>
    public int CompareTo(WorkshopId other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The code.</summary>
    public override string ToString() => _value ?? "";
}
