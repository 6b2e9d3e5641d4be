namespace Diplomacy.Training;

/// <summary>Finds the holidays of an institution: a port, since only the host knows which calendars it keeps.</summary>
/// <remarks>Answers from memory and is safe for use from many threads. <see cref="CountryHolidays"/> is a ready implementation by country.</remarks>
public interface IInstitutionHolidays
{
    /// <summary>The holidays that an institution keeps; null when nobody knows any, which is <see cref="DayStatus.Unknown"/> on every day.</summary>
    /// <param name="institution">The institution.</param>
    IHolidayCalendar? For(Institution institution);
}
