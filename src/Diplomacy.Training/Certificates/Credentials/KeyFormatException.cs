namespace Diplomacy.Training.Credentials;

/// <summary>Something given as a key, or as a set of keys, is none that is taken. The message says why and never repeats the key.</summary>
public sealed class KeyFormatException : FormatException
{
    internal KeyFormatException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
