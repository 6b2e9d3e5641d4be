using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Diplomacy.Training;

/// <summary>
/// A certificate's number in an issuer's register of a year, such as <c>MFAIC-2023-000123</c>. Never reused; every allocated number has an entry (R38).
/// It says nothing to a stranger: certificates are looked up by <see cref="VerificationCode"/>.
/// </summary>
/// <remarks><c>default</c> is empty and names nothing.</remarks>
public readonly record struct RegisterNumber : IParsable<RegisterNumber>
{
    /// <summary>Names a number.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="year">The year of the register, in the issuer's zone, 1900 to 9999.</param>
    /// <param name="sequence">The number within the year, from 1.</param>
    /// <exception cref="ArgumentException">The issuer is <c>default</c>, or a number is out of range.</exception>
    public RegisterNumber(InstitutionCode issuer, int year, int sequence)
    {
        ArgumentException.ThrowIfNullOrEmpty(issuer.ToString(), nameof(issuer));
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        (Issuer, Year, Sequence) = (issuer, year, sequence);
    }

    /// <summary>The issuer.</summary>
    public InstitutionCode Issuer { get; }

    /// <summary>The year of the register.</summary>
    public int Year { get; }

    /// <summary>The number within the year, from 1.</summary>
    public int Sequence { get; }

    /// <summary>Reads a number as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Issuer, year of four digits, number of at least six digits, parted by hyphens.</param>
    /// <exception cref="FormatException">The text is not a register number.</exception>
    public static RegisterNumber Parse(string text) =>
        TryParse(text, out RegisterNumber number) ? number : throw new FormatException("This is not a register number, such as 'MFAIC-2023-000123'.");

    /// <summary>Reads a number as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Issuer, year, number, parted by hyphens.</param>
    /// <param name="number">The number, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegisterNumber number)
    {
        number = default;
        if (text is null || text.Length > 40)
        {
            return false;
        }

        int last = text.LastIndexOf('-');
        int middle = last > 0 ? text.LastIndexOf('-', last - 1) : -1;
        if (middle < 1 || last - middle != 5 || text.Length - last < 7 ||
            !InstitutionCode.TryParse(text[..middle], out InstitutionCode issuer) ||
            !int.TryParse(text.AsSpan(middle + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year < 1900 ||
            !int.TryParse(text.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int sequence) || sequence < 1)
        {
            return false;
        }

        var read = new RegisterNumber(issuer, year, sequence);
        bool exact = read.ToString() == text;
        number = exact ? read : default;
        return exact;
    }

    static RegisterNumber IParsable<RegisterNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<RegisterNumber>.TryParse(string? s, IFormatProvider? provider, out RegisterNumber result) => TryParse(s, out result);

    /// <summary>Issuer, year and number, the number with at least six digits.</summary>
    public override string ToString() => Sequence == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Issuer}-{Year:0000}-{Sequence:000000}");
}
