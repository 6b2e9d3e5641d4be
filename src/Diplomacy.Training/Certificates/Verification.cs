namespace Diplomacy.Training;

/// <summary>What a stranger is told who checks a certificate.</summary>
public abstract record Verification
{
    private Verification()
    {
    }

    /// <summary>The answer in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public abstract string Explain(Language language, TrainingTexts? texts = null);

    /// <summary>The certificate stands in the register and is in force.</summary>
    /// <param name="Facts">What it states; to be compared with the page in hand (R39).</param>
    public sealed record Valid(CertificateFacts Facts) : Verification
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) =>
            CertificateRules.VerifiedValid.With(("number", Facts.Number.ToString())).Explain(language, texts);
    }

    /// <summary>The certificate was issued, but its facts are no longer kept.</summary>
    /// <param name="Number">The number in the register.</param>
    public sealed record Withheld(RegisterNumber Number) : Verification
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) =>
            CertificateRules.VerifiedWithheld.With(("number", Number.ToString())).Explain(language, texts);
    }

    /// <summary>
    /// The certificate stands in the register, but the record of what it states does not agree with the register's digest, or cannot be read: it was altered since.
    /// Nothing of it is shown.
    /// </summary>
    /// <param name="Number">The number in the register.</param>
    public sealed record Unconfirmed(RegisterNumber Number) : Verification
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) =>
            CertificateRules.VerifiedUnconfirmed.With(("number", Number.ToString())).Explain(language, texts);
    }

    /// <summary>No certificate has this code.</summary>
    public sealed record Unknown : Verification
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) => CertificateRules.VerifiedUnknown.With().Explain(language, texts);
    }

    /// <summary>What was typed is not a code; nothing was looked up.</summary>
    /// <param name="Error">What is wrong with it.</param>
    public sealed record Mistyped(VerificationCodeError Error) : Verification
    {
        /// <inheritdoc/>
        public override string Explain(Language language, TrainingTexts? texts = null) => Error.Explain(language, texts);
    }
}
