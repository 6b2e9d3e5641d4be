namespace Diplomacy.Training.Pdf.Fonts;

/// <summary>The scripts that lines are divided into; each has its own fonts and its own shaping rules.</summary>
public enum WritingScript
{
    /// <summary>Latin letters with ASCII digits, and whatever else is not Khmer. The default value.</summary>
    Latin,

    /// <summary>Khmer letters, signs and digits: U+1780 to U+17FF and U+19E0 to U+19FF.</summary>
    Khmer,
}
