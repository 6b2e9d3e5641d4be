using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// Why a typed text is no <see cref="VerificationCode"/>. The cases are those nested here and no others. None of them repeats
/// the text, so that codes do not end up in logs.
/// </summary>
public abstract record VerificationCodeError
{
    private readonly TrainingText _text;

    private VerificationCodeError(TrainingText text) => _text = text;

    /// <summary>The stable code of the case, such as <c>verification-code.wrong-length</c>.</summary>
    public string Code => _text.Code;

    /// <summary>What is wrong and what to do, for whoever typed the code.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => _text.Explain(language, texts);

    /// <summary>The number of letters and digits is not 16 (<c>verification-code.wrong-length</c>); an empty text has none.</summary>
    public sealed record WrongLength : VerificationCodeError
    {
        internal WrongLength(int found)
            : base(CertificateRules.MistypedLength.With(("found", found))) => Found = found;

        /// <summary>How many letters and digits were typed, dashes and spaces not counted.</summary>
        public int Found { get; }
    }

    /// <summary>A character that no code contains (<c>verification-code.invalid-character</c>).</summary>
    public sealed record InvalidCharacter : VerificationCodeError
    {
        internal InvalidCharacter(int position, Rune character)
            : base(CertificateRules.MistypedCharacter.With(("position", position), ("character", $"U+{character.Value:X4}"))) => (Position, Character) = (position, character);

        /// <summary>
        /// Where it stands, from 1, counted in Unicode characters of the text as typed, dashes and spaces included.
        /// </summary>
        public int Position { get; }

        /// <summary>The character itself; U+FFFD for half of a surrogate pair. It may be invisible: show it as a number.</summary>
        public Rune Character { get; }
    }

    /// <summary>
    /// 16 possible characters, but the last does not agree with the others: something was mistyped, or the sheet was invented
    /// (<c>verification-code.check-mismatch</c>).
    /// </summary>
    public sealed record CheckCharacterMismatch : VerificationCodeError
    {
        internal CheckCharacterMismatch()
            : base(CertificateRules.MistypedCheck.With())
        {
        }
    }

    /// <summary>The code that consists of zeros (<c>verification-code.never-issued</c>): it stands for "no code".</summary>
    public sealed record NeverIssued : VerificationCodeError
    {
        internal NeverIssued()
            : base(CertificateRules.MistypedNever.With())
        {
        }
    }
}
