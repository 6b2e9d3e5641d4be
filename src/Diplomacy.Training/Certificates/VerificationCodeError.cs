using System.Globalization;
using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// Why a typed text is no <see cref="VerificationCode"/>. The cases are those nested here and no others. None of them repeats
/// the text, so that codes do not end up in logs.
/// </summary>
public abstract record VerificationCodeError
{
    private VerificationCodeError(string code, string message) => (Code, Message) = (code, message);

    /// <summary>The stable code of the case, such as <c>verification-code.wrong-length</c>, by which a host finds its own text.</summary>
    public string Code { get; }

    /// <summary>What is wrong and what to do, in English, for whoever typed the code.</summary>
    public string Message { get; }

    /// <summary>The number of letters and digits is not 16 (<c>verification-code.wrong-length</c>); an empty text has none.</summary>
    public sealed record WrongLength : VerificationCodeError
    {
        internal WrongLength(int found)
            : base(
                "verification-code.wrong-length",
                string.Create(CultureInfo.InvariantCulture, $"A verification code has 16 letters and digits; {found} were typed. Compare with the certificate.")) =>
            Found = found;

        /// <summary>How many letters and digits were typed, dashes and spaces not counted.</summary>
        public int Found { get; }
    }

    /// <summary>A character that no code contains (<c>verification-code.invalid-character</c>).</summary>
    public sealed record InvalidCharacter : VerificationCodeError
    {
        internal InvalidCharacter(int position, Rune character)
            : base("verification-code.invalid-character", Describe(position, character)) =>
            (Position, Character) = (position, character);

        /// <summary>
        /// Where it stands, from 1, counted in Unicode characters of the text as typed, dashes and spaces included.
        /// </summary>
        public int Position { get; }

        /// <summary>The character itself; U+FFFD for half of a surrogate pair. It may be invisible: show it as a number.</summary>
        public Rune Character { get; }

        private static string Describe(int position, Rune character) => character.Value is 'U' or 'u'
            ? string.Create(CultureInfo.InvariantCulture, $"Character {position} is a U, which verification codes do not use. Is it a V?")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Character {position} (U+{character.Value:X4}) is not used in verification codes. Type the Latin letters and the digits 0 to 9 as printed.");
    }

    /// <summary>
    /// 16 possible characters, but the last does not agree with the others: something was mistyped, or the sheet was invented
    /// (<c>verification-code.check-mismatch</c>).
    /// </summary>
    public sealed record CheckCharacterMismatch : VerificationCodeError
    {
        internal CheckCharacterMismatch()
            : base("verification-code.check-mismatch", "The verification code has a typing error. Compare each character with the certificate.")
        {
        }
    }

    /// <summary>The code that consists of zeros (<c>verification-code.never-issued</c>): it stands for "no code".</summary>
    public sealed record NeverIssued : VerificationCodeError
    {
        internal NeverIssued()
            : base("verification-code.never-issued", "The code of zeros is never issued. Type the code that is printed on the certificate.")
        {
        }
    }
}
