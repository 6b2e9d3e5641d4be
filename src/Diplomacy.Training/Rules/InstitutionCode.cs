using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training;

/// <summary>Names an institution, stably: the code that a ministry already uses for it.</summary>
/// <remarks>2 to 20 characters: capital letters, digits and hyphens, beginning with a letter or digit, such as <c>US-WAS-EMB</c>. <c>default</c> is empty and names nothing.</remarks>
public readonly record struct InstitutionCode : IParsable<InstitutionCode>, IComparable<InstitutionCode>
{
    private readonly string? _value;

    private InstitutionCode(string value) => _value = value;

    /// <summary>Reads a code.</summary>
    /// <param name="text">The code; case matters.</param>
    /// <exception cref="FormatException">The text is not such a code.</exception>
    public static InstitutionCode Parse(string text) =>
        TryParse(text, out InstitutionCode code)
            ? code
            : throw new FormatException($"'{text}' is not a code of this kind: 2 to 20 capital letters, digits and hyphens, such as 'US-WAS-EMB'.");

    /// <summary>Reads a code.</summary>
    /// <param name="text">The code; case matters.</param>
    /// <param name="code">The code, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out InstitutionCode code)
    {
        bool valid = text is { Length: >= 2 and <= 20 } && text[0] != '-' &&
            text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
        code = valid ? new(text!) : default;
        return valid;
    }

    static InstitutionCode IParsable<InstitutionCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<InstitutionCode>.TryParse(string? s, IFormatProvider? provider, out InstitutionCode result) => TryParse(s, out result);

    /// <summary>Orders by ordinal value.</summary>
    /// <param name="other">The code to compare with.</param>
    public int CompareTo(InstitutionCode other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>The code.</summary>
    public override string ToString() => _value ?? "";
}
