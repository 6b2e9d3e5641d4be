namespace Diplomacy.Training.Khmer;

/// <summary>Khmer digits, U+17E0 to U+17E9.</summary>
public static class KhmerNumerals
{
    /// <summary>A number in Khmer digits, without grouping.</summary>
    /// <param name="number">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static string Write(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return Write(FormattableString.Invariant($"{number}"));
    }

    /// <summary>A text with its ASCII digits turned into Khmer digits; everything else stays.</summary>
    /// <param name="text">Any text.</param>
    public static string Write(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiDigit(source[i]) ? (char)('\u17E0' + (source[i] - '0')) : source[i];
            }
        });
    }
}
