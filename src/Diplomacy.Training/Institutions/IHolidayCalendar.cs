namespace Diplomacy.Training;

/// <summary>The holidays of a country or a service, for the days it was made for.</summary>
/// <remarks>
/// The library ships no holidays: decrees, sightings of the moon and make-up days are known a year ahead at best. Implementations answer from memory,
/// are safe for use from many threads, and answer <see cref="DayStatus.Unknown"/> for every day outside <see cref="Covered"/>, never "no holiday".
/// </remarks>
public interface IHolidayCalendar
{
    /// <summary>A stable name, such as <c>KH-2027</c>.</summary>
    string Id { get; }

    /// <summary>Where the days come from, such as the number of the decree or the address of the data.</summary>
    string Source { get; }

    /// <summary>The first and the last day that the calendar knows about, both included; null when it knows none.</summary>
    DateInterval? Covered { get; }

    /// <summary>What a day is.</summary>
    /// <param name="date">A date of the ISO calendar, at the place that the calendar is for.</param>
    DayStatus On(LocalDate date);
}
