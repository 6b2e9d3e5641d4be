namespace Diplomacy.Training;

/// <summary>
/// A text is no <see cref="VerificationCode"/>. The message explains the fault and does not repeat the text.
/// </summary>
public sealed class VerificationCodeException : FormatException
{
    internal VerificationCodeException(VerificationCodeError error)
        : base(error.Explain(Language.English)) => Error = error;

    /// <summary>What is wrong with the text.</summary>
    public VerificationCodeError Error { get; }
}
