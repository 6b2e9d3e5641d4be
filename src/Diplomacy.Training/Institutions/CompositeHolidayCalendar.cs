using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Several calendars kept at once, as an embassy keeps the holidays of its host country and those of the sending state.</summary>
/// <remarks>
/// Immutable. Of what is known the gravest holds: a holiday in either is a holiday, of two half days the earlier end counts, and a make-up workday in one is one
/// unless the other rests. Where one calendar does not know, a holiday in the other is still a holiday, a half day or make-up workday becomes tentative, and a
/// working day becomes <see cref="DayStatus.Unknown"/>.
/// </remarks>
public sealed class CompositeHolidayCalendar : IHolidayCalendar
{
    private readonly ImmutableArray<IHolidayCalendar> _calendars;

    /// <summary>Keeps several calendars.</summary>
    /// <param name="calendars">The calendars, such as the host country's and the sending state's. Of two equal days the earlier calendar's name is told.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public CompositeHolidayCalendar(params IReadOnlyList<IHolidayCalendar> calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        if (calendars.Count == 0 || calendars.Any(c => c is null))
        {
            throw new ArgumentException("Name at least one calendar, and none that is null.", nameof(calendars));
        }

        _calendars = [.. calendars];
        DateInterval? covered = _calendars[0].Covered;
        foreach (IHolidayCalendar calendar in _calendars.AsSpan()[1..])
        {
            covered = calendar.Covered is { } other ? covered?.Intersection(other) : null;
        }

        Covered = covered;
    }

    /// <summary>The names of all, joined with a plus sign.</summary>
    public string Id => string.Join('+', _calendars.Select(c => c.Id));

    /// <summary>The sources of all, parted by semicolons.</summary>
    public string Source => string.Join("; ", _calendars.Select(c => c.Source));

    /// <summary>The days that all of them cover; null when there is none.</summary>
    public DateInterval? Covered { get; }

    /// <inheritdoc/>
    public DayStatus On(LocalDate date)
    {
        DayStatus[] all = new DayStatus[_calendars.Length];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = _calendars[i].On(date) ?? DayStatus.Unknown;
        }

        return DayStatus.Together(all);
    }
}
