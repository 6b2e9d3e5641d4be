using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Diplomacy.Training;

/// <summary>
/// The unguessable number printed on a certificate, by which anyone can look it up: 75 random bits as 15 characters of
/// Crockford's base32 and one check character, for example <c>7ZK2-M0QX-93VA-HD4S</c> (R38). It is a key of its own and says
/// nothing about the register number, the holder or the date.
/// </summary>
/// <remarks>
/// <para>
/// The check character is Damm's over GF(32), <c>c = 2·(c ⊕ d)</c> modulo x⁵+x²+1. Every mistyped character, every exchange
/// of two characters and every doubled character typed as another double (<c>77</c> for <c>44</c>) is noticed without a
/// look-up. It guards against slips, not against forgers: anybody can compute it. Reading and writing ignore the culture.
/// </para>
/// <para>
/// The value zero is never issued and never parsed. <c>default</c> has it and stands for "no code": it prints as
/// <c>0000-0000-0000-0000</c> and can therefore find nothing. Two codes are equal when their 75 bits are.
/// Codes have no order.
/// </para>
/// </remarks>
public readonly record struct VerificationCode : ISpanParsable<VerificationCode>
{
    /// <summary>The random bits in a code: 75.</summary>
    public const int BitCount = 75;

    /// <summary>The bytes that <see cref="FromBits"/> takes: 10, of which the five highest bits are zero.</summary>
    public const int ByteCount = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int RandomCharacters = 15;
    private const int Characters = RandomCharacters + 1;
    private const int GroupLength = 4;
    private const int BitsPerCharacter = 5;
    private const int UnusedHighBits = (ByteCount * 8) - BitCount;

    private readonly UInt128 bits;

    private VerificationCode(UInt128 bits) => this.bits = bits;

    /// <summary>Draws a new code from the operating system's cryptographic random generator. Safe to call from any thread.</summary>
    /// <remarks>
    /// Among a million certificates a guess hits one with a chance of about 1 in 4·10¹⁶. The register still has to refuse a
    /// repeated code: this method does not know which were issued.
    /// </remarks>
    public static VerificationCode New()
    {
        Span<byte> bytes = stackalloc byte[ByteCount];
        UInt128 drawn;
        do
        {
            RandomNumberGenerator.Fill(bytes);
            bytes[0] &= 0xFF >> UnusedHighBits;
            drawn = ReadBigEndian(bytes);
        }
        while (drawn == UInt128.Zero);

        return new VerificationCode(drawn);
    }

    /// <summary>The code with exactly these bits, for a register that stores them and for tests.</summary>
    /// <param name="bytes">
    /// Ten bytes, most significant first; the number stands in the 75 lowest bits, so the first byte is at most 7.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There are more or fewer than ten bytes, one of the five highest bits is set, or all bits are zero.
    /// </exception>
    public static VerificationCode FromBits(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != ByteCount)
        {
            throw new ArgumentException($"A verification code has {ByteCount} bytes; {bytes.Length} were given.", nameof(bytes));
        }

        if (bytes[0] >> (8 - UnusedHighBits) != 0)
        {
            throw new ArgumentException(
                $"A verification code has {BitCount} bits; the {UnusedHighBits} highest bits of the first byte must be zero.", nameof(bytes));
        }

        UInt128 value = ReadBigEndian(bytes);
        return value != UInt128.Zero
            ? new VerificationCode(value)
            : throw new ArgumentException("The verification code zero is never issued; it stands for no code.", nameof(bytes));
    }

    /// <summary>Writes the 75 bits as <see cref="FromBits"/> reads them.</summary>
    /// <param name="destination">Takes the first <see cref="ByteCount"/> bytes; longer is allowed.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <see cref="ByteCount"/>.</exception>
    public void WriteBits(Span<byte> destination)
    {
        if (destination.Length < ByteCount)
        {
            throw new ArgumentException($"A verification code needs {ByteCount} bytes; there is room for {destination.Length}.", nameof(destination));
        }

        UInt128 rest = bits;
        for (int i = ByteCount - 1; i >= 0; i--)
        {
            destination[i] = (byte)rest;
            rest >>= 8;
        }
    }

    /// <summary>Reads a code as people type it; see <see cref="TryParse(string?, out VerificationCode, out VerificationCodeError?)"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="VerificationCodeException">The text is no code; <see cref="VerificationCodeException.Error"/> says why.</exception>
    public static VerificationCode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ParseOrThrow(text);
    }

    /// <summary>
    /// Reads a code as people type it, and says what is wrong with it before anything is looked up (R39). Dashes, white space
    /// and invisible characters that copying brings along are skipped wherever they stand; small letters count as capitals,
    /// <c>O</c> as zero, <c>I</c> and <c>L</c> as one. <c>U</c> is refused, and so is everything outside ASCII, such as Khmer or
    /// full-width digits.
    /// </summary>
    /// <param name="text">The text as typed; null counts as empty.</param>
    /// <param name="code">The code, or <c>default</c>.</param>
    /// <param name="error">Null when the text is a code; otherwise the first fault found.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, out VerificationCode code, [NotNullWhen(false)] out VerificationCodeError? error)
    {
        error = Read(text, out code);
        return error is null;
    }

    /// <summary>As <see cref="TryParse(string?, out VerificationCode, out VerificationCodeError?)"/>, without the reason.</summary>
    /// <param name="text">The text as typed; null counts as empty.</param>
    /// <param name="code">The code, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out VerificationCode code) => Read(text, out code) is null;

    static VerificationCode IParsable<VerificationCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static VerificationCode ISpanParsable<VerificationCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => ParseOrThrow(s);

    static bool IParsable<VerificationCode>.TryParse(string? s, IFormatProvider? provider, out VerificationCode result) =>
        TryParse(s, out result);

    static bool ISpanParsable<VerificationCode>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out VerificationCode result) =>
        Read(s, out result) is null;

    /// <summary>The code as printed for people: <c>XXXX-XXXX-XXXX-XXXX</c>, in capitals.</summary>
    public override string ToString() => string.Create(Characters + (Characters / GroupLength) - 1, bits, static (text, value) =>
    {
        Span<char> characters = stackalloc char[Characters];
        Write(value, characters);
        for (int group = 0; group < Characters / GroupLength; group++)
        {
            Span<char> target = text[(group * (GroupLength + 1))..];
            characters.Slice(group * GroupLength, GroupLength).CopyTo(target);
            if (target.Length > GroupLength)
            {
                target[GroupLength] = '-';
            }
        }
    });

    /// <summary>The 16 characters without dashes, in capitals, for the address inside a QR code.</summary>
    public string ToCompactString() => string.Create(Characters, bits, static (text, value) => Write(value, text));

    private static VerificationCode ParseOrThrow(ReadOnlySpan<char> text) =>
        Read(text, out VerificationCode code) is { } error ? throw new VerificationCodeException(error) : code;

    private static void Write(UInt128 value, Span<char> characters)
    {
        int check = 0;
        for (int i = 0; i < RandomCharacters; i++)
        {
            int digit = (int)(value >> (BitsPerCharacter * (RandomCharacters - 1 - i))) & 31;
            check = NextCheck(check, digit);
            characters[i] = Alphabet[digit];
        }

        characters[RandomCharacters] = Alphabet[check];
    }

    private static VerificationCodeError? Read(ReadOnlySpan<char> text, out VerificationCode code)
    {
        code = default;
        UInt128 value = UInt128.Zero;
        int found = 0, check = 0, position = 0;
        foreach (Rune typed in text.EnumerateRunes())
        {
            position++;
            if (IsSkipped(typed))
            {
                continue;
            }

            int digit = DigitOf(typed);
            if (digit < 0)
            {
                return new VerificationCodeError.InvalidCharacter(position, typed);
            }

            found++;
            value = found <= RandomCharacters ? (value << BitsPerCharacter) | (uint)digit : value;
            check = NextCheck(check, digit);
        }

        if (found != Characters)
        {
            return new VerificationCodeError.WrongLength(found);
        }

        if (check != 0)
        {
            return new VerificationCodeError.CheckCharacterMismatch();
        }

        if (value == UInt128.Zero)
        {
            return new VerificationCodeError.NeverIssued();
        }

        code = new VerificationCode(value);
        return null;
    }

    // Only ASCII is folded, by hand: under a Turkish culture the capital of i is not I.
    private static int DigitOf(Rune typed) => typed.Value switch
    {
        'O' or 'o' => 0,
        'I' or 'i' or 'L' or 'l' => 1,
        >= 'a' and <= 'z' => Alphabet.IndexOf((char)(typed.Value - 'a' + 'A'), StringComparison.Ordinal),
        <= 'Z' => Alphabet.IndexOf((char)typed.Value, StringComparison.Ordinal),
        _ => -1,
    };

    // Soft hyphens come with text copied from a PDF, zero-width spaces from Khmer keyboards, direction marks from chat programs.
    private static bool IsSkipped(Rune typed) =>
        Rune.IsWhiteSpace(typed)
        || typed.Value is '-' or 0x00AD or (>= 0x2010 and <= 0x2015) or 0x2212 or 0xFE63 or 0xFF0D
            or (>= 0x200B and <= 0x200F) or 0x2060 or 0xFEFF;

    private static int NextCheck(int check, int digit)
    {
        int doubled = (check ^ digit) << 1;
        return doubled < 32 ? doubled : doubled ^ 0b100101;
    }

    private static UInt128 ReadBigEndian(ReadOnlySpan<byte> bytes)
    {
        UInt128 value = UInt128.Zero;
        foreach (byte b in bytes)
        {
            value = (value << 8) | b;
        }

        return value;
    }
}
