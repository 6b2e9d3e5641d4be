using System.Globalization;

namespace Diplomacy.Training;

/// <summary>A text does not fit the largest QR code, version 40, at the level asked for. The message does not repeat the text.</summary>
public sealed class QrCapacityException : ArgumentException
{
    internal QrCapacityException(long bitsNeeded, int bitsAvailable, QrErrorCorrection level)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The text needs {bitsNeeded} bits; the largest QR code has {bitsAvailable} at level {level}. Shorten the text or choose a lower level."),
            "text")
    {
        BitsNeeded = bitsNeeded;
        BitsAvailable = bitsAvailable;
        Level = level;
    }

    /// <summary>The bits that the text takes in version 40, modes and character counts included, in the best division into modes.</summary>
    public long BitsNeeded { get; }

    /// <summary>The data bits of version 40 at <see cref="Level"/>.</summary>
    public int BitsAvailable { get; }

    /// <summary>The level asked for.</summary>
    public QrErrorCorrection Level { get; }
}
