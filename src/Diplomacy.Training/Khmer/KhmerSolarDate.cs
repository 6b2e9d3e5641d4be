namespace Diplomacy.Training.Khmer;

/// <summary>Dates of the Gregorian calendar as Cambodian officials write them. The tables are our own: what a machine's culture data says differs from system to system.</summary>
/// <remarks>A date is the civil date at the place that it is about; it never shifts with the reader (R22). Month names as in CLDR 48.2 (<c>km</c>).</remarks>
public static class KhmerSolarDate
{
    private static readonly string[] s_months =
        ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"];

    /// <summary>The name of a month.</summary>
    /// <param name="month">1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static string MonthName(int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return s_months[month - 1];
    }

    /// <summary>A day in the official form: <c>ថ្ងៃទី២៨ ខែកុម្ភៈ ឆ្នាំ២០២៣</c>.</summary>
    /// <param name="date">A date of the ISO calendar.</param>
    public static string Write(LocalDate date) =>
        $"ថ្ងៃទី{KhmerNumerals.Write(date.Day)} ខែ{MonthName(date.Month)} ឆ្នាំ{KhmerNumerals.Write(date.Year)}";
}
