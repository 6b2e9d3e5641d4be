using System.Collections.Frozen;

namespace Diplomacy.Training;

/// <summary>Holidays listed by hand or read from a file.</summary>
/// <remarks>Immutable. A day within the coverage that is not listed is <see cref="DayStatus.Working"/>; one outside is <see cref="DayStatus.Unknown"/>.</remarks>
public sealed class HolidayCalendar : IHolidayCalendar
{
    private readonly FrozenDictionary<LocalDate, DayStatus> _days;

    /// <summary>Lists the days that are not like others.</summary>
    /// <param name="id">A stable name, such as <c>KH-2027</c>.</param>
    /// <param name="source">Where the days come from.</param>
    /// <param name="covered">The days for which the list is complete, both ends included.</param>
    /// <param name="days">The days that are not like others.</param>
    /// <exception cref="ArgumentException">A text is empty, a day lies outside the coverage, or a status is null.</exception>
    public HolidayCalendar(string id, string source, DateInterval covered, IReadOnlyDictionary<LocalDate, DayStatus> days)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(covered);
        ArgumentNullException.ThrowIfNull(days);
        foreach (var (date, status) in days)
        {
            if (status is null || date.Calendar != covered.Start.Calendar || !covered.Contains(date))
            {
                throw new ArgumentException($"{LocalDatePattern.Iso.Format(date)} has no status or lies outside {covered}.", nameof(days));
            }
        }

        Id = id;
        Source = source;
        Covered = covered;
        _days = days.ToFrozenDictionary();
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Source { get; }

    /// <inheritdoc/>
    public DateInterval Covered { get; }

    /// <summary>The country that the calendar is for as an ISO 3166-1 alpha-2 code, such as <c>KH</c>; null where it is not told.</summary>
    /// <exception cref="ArgumentException">It is not two capital letters.</exception>
    public string? Country
    {
        get;
        init => field = value is null || Institution.IsCountryCode(value) ? value : throw new ArgumentException("A country code is two capital letters of ISO 3166-1, such as KH.", nameof(Country));
    }

    /// <summary>The days that are not like others.</summary>
    public IReadOnlyDictionary<LocalDate, DayStatus> Days => _days;

    /// <inheritdoc/>
    public DayStatus On(LocalDate date) =>
        !Covered.Contains(date) ? DayStatus.Unknown : _days.GetValueOrDefault(date, DayStatus.Working);
}
