using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Calendars that follow one another, such as one for each year as its decree comes out.</summary>
/// <remarks>
/// Immutable. A day is asked of the calendar given last among those that cover it and know it, so that a corrected one is put behind the one that it corrects.
/// A day that none knows is <see cref="DayStatus.Unknown"/>, also in a gap between two.
/// </remarks>
public sealed class SuccessiveHolidayCalendars : IHolidayCalendar
{
    private readonly ImmutableArray<IHolidayCalendar> _calendars;

    /// <summary>Puts calendars one behind the other.</summary>
    /// <param name="calendars">The calendars; of two that cover the same day the later counts.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public SuccessiveHolidayCalendars(params IReadOnlyList<IHolidayCalendar> calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        if (calendars.Count == 0 || calendars.Any(c => c is null))
        {
            throw new ArgumentException("Name at least one calendar, and none that is null.", nameof(calendars));
        }

        _calendars = [.. calendars];
        foreach (IHolidayCalendar calendar in _calendars)
        {
            if (calendar.Covered is { } other)
            {
                Covered = Covered is { } before ? new(LocalDate.Min(before.Start, other.Start), LocalDate.Max(before.End, other.End)) : other;
            }
        }
    }

    /// <summary>The names of all, joined with commas.</summary>
    public string Id => string.Join(',', _calendars.Select(c => c.Id));

    /// <summary>The sources of all, parted by semicolons.</summary>
    public string Source => string.Join("; ", _calendars.Select(c => c.Source).Distinct());

    /// <summary>From the first day that one covers to the last; there may be gaps between. Null when none covers any.</summary>
    public DateInterval? Covered { get; }

    /// <inheritdoc/>
    public DayStatus On(LocalDate date)
    {
        for (int i = _calendars.Length - 1; i >= 0; i--)
        {
            if (_calendars[i].On(date) is { Kind: not DayKind.Unknown } known)
            {
                return known;
            }
        }

        return DayStatus.Unknown;
    }
}
