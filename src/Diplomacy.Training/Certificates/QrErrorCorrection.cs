namespace Diplomacy.Training;

/// <summary>
/// How much of a QR code may be soiled or torn and still be read (ISO/IEC 18004, 6.5.1). More correction needs more modules.
/// </summary>
public enum QrErrorCorrection
{
    /// <summary>Level L: about 7 % of the codewords.</summary>
    Low,

    /// <summary>Level M: about 15 % of the codewords.</summary>
    Medium,

    /// <summary>Level Q: about 25 % of the codewords; meant for the address printed on a certificate.</summary>
    Quartile,

    /// <summary>Level H: about 30 % of the codewords.</summary>
    High,
}
