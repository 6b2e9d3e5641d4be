namespace Diplomacy.Training;

/// <summary>The modes used here (ISO/IEC 18004, table 2) for segments; kanji is not.</summary>
internal enum QrMode
{
    /// <summary>Three digits in ten bits.</summary>
    Numeric,

    /// <summary>Two of 45 characters in eleven bits.</summary>
    Alphanumeric,

    /// <summary>A byte of UTF-8 in eight bits.</summary>
    Byte,
}
