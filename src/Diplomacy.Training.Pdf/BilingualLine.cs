namespace Diplomacy.Training.Pdf;

/// <summary>
/// One thing said in Khmer and in English, printed exactly as given: never re-cased, re-ordered or transliterated (R46).
/// Either text may be missing: a mononym, a name without a Khmer form. Blank counts as missing.
/// </summary>
/// <param name="Khmer">The Khmer text in logical order; where it may be broken, a space or U+200B stands.</param>
/// <param name="English">The English text, or whatever is written in Latin letters.</param>
public sealed record BilingualLine(string? Khmer, string? English)
{
    /// <summary>The Khmer text; null if there is none.</summary>
    public string? Khmer { get; } = string.IsNullOrWhiteSpace(Khmer) ? null : Khmer;

    /// <summary>The English text; null if there is none.</summary>
    public string? English { get; } = string.IsNullOrWhiteSpace(English) ? null : English;

    /// <summary>Whether neither language says anything.</summary>
    public bool IsEmpty => Khmer is null && English is null;
}
