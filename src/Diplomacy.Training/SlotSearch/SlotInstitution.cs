namespace Diplomacy.Training;

/// <summary>An institution for whose people a start time is sought.</summary>
/// <remarks>Immutable. Zone and working time are the institution's own.</remarks>
public sealed record SlotInstitution
{
    /// <summary>Says who is to attend.</summary>
    /// <param name="institution">The institution.</param>
    /// <param name="heads">How many of its people attend, 0 to 100,000. One with none is told its times and weighs nothing.</param>
    /// <param name="holidays">Its holidays; null when nobody knows them, and then every slot says so.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of people is out of range.</exception>
    public SlotInstitution(Institution institution, int heads, IHolidayCalendar? holidays = null)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentOutOfRangeException.ThrowIfNegative(heads);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(heads, 100_000);
        (Institution, Heads, Holidays) = (institution, heads, holidays);
    }

    /// <summary>The institution.</summary>
    public Institution Institution { get; }

    /// <summary>How many of its people attend.</summary>
    public int Heads { get; }

    /// <summary>Its holidays; an embassy keeps its host country's and the sending state's, see <see cref="CompositeHolidayCalendar"/>.</summary>
    public IHolidayCalendar? Holidays { get; }

    /// <summary>Whether only starts count at which it attends wholly in its working hours.</summary>
    public bool MustBeInHours { get; init; }

    /// <summary>What is known of a day; Unknown without a calendar.</summary>
    internal DayStatus StatusOn(LocalDate date) => Holidays?.On(date) ?? DayStatus.Unknown;
}
