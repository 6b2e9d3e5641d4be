using System.Collections.Frozen;

namespace Diplomacy.Training;

/// <summary>Holidays by the country that an institution stands in; a mission abroad keeps those of the sending state as well.</summary>
/// <remarks>
/// Immutable. Of a mission whose host country or sending state has no calendar here, the days are known by halves: what the one calendar calls a holiday is one,
/// every other day is <see cref="DayStatus.Unknown"/>. Countries with holidays by state or province need an implementation of their own.
/// </remarks>
public sealed class CountryHolidays : IInstitutionHolidays
{
    private readonly FrozenDictionary<string, IHolidayCalendar> _countries;
    private readonly FrozenDictionary<string, IHolidayCalendar> _missions;
    private readonly IHolidayCalendar? _elsewhere;

    /// <summary>Names the calendars.</summary>
    /// <param name="calendars">Calendars with the ISO 3166-1 alpha-2 code of their country. Several of one country follow one another; see <see cref="SuccessiveHolidayCalendars"/>.</param>
    /// <param name="sendingState">The code of the country whose missions these are, such as <c>KH</c>; null when missions keep the holidays of their host country alone.</param>
    /// <exception cref="ArgumentException">A code is not two capital letters, or a calendar is null.</exception>
    public CountryHolidays(IEnumerable<KeyValuePair<string, IHolidayCalendar>> calendars, string? sendingState = null)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        KeyValuePair<string, IHolidayCalendar>[] all = [.. calendars];
        foreach (string? country in all.Select(c => (string?)c.Key).Concat(sendingState is null ? [] : [sendingState]))
        {
            if (country is null || !Institution.IsCountryCode(country))
            {
                throw new ArgumentException($"'{country}' is not a country code: two capital letters of ISO 3166-1, such as KH.", nameof(calendars));
            }
        }

        _countries = all.GroupBy(c => c.Key, c => c.Value).ToFrozenDictionary(g => g.Key, g => g.ToArray() is [{ } only] ? only : new SuccessiveHolidayCalendars(g.ToArray()));
        SendingState = sendingState;
        IHolidayCalendar? sending = sendingState is null ? null : _countries.GetValueOrDefault(sendingState) ?? new NotKnown(sendingState);
        _missions = sending is null ? _countries : _countries.ToFrozenDictionary(c => c.Key, c => c.Key == sendingState ? c.Value : new CompositeHolidayCalendar(c.Value, sending));
        _elsewhere = sending is null or NotKnown ? null : new CompositeHolidayCalendar(new NotKnown("?"), sending);
    }

    /// <summary>Nobody knows any holidays.</summary>
    public static CountryHolidays None { get; } = new([]);

    /// <summary>The country whose missions these are; null when they keep the holidays of their host country alone.</summary>
    public string? SendingState { get; }

    /// <summary>Names calendars that say which country they are for, as those read from files do.</summary>
    /// <param name="sendingState">The code of the country whose missions these are, such as <c>KH</c>; null when missions keep the holidays of their host country alone.</param>
    /// <param name="calendars">The calendars. Several of one country follow one another; see <see cref="SuccessiveHolidayCalendars"/>.</param>
    /// <exception cref="ArgumentException">A calendar is null or says no country, or the code is not two capital letters.</exception>
    public static CountryHolidays Of(string? sendingState, params IEnumerable<HolidayCalendar> calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        return new(
            calendars.Select(c => KeyValuePair.Create<string, IHolidayCalendar>(c?.Country ?? throw new ArgumentException($"The calendar {c?.Id} says no country.", nameof(calendars)), c)),
            sendingState);
    }

    /// <inheritdoc/>
    public IHolidayCalendar? For(Institution institution)
    {
        ArgumentNullException.ThrowIfNull(institution);
        IHolidayCalendar? known = institution.CountryCode is { } country ? (institution.IsMission ? _missions : _countries).GetValueOrDefault(country) : null;
        return known ?? (institution.IsMission ? _elsewhere : null);
    }

    private sealed class NotKnown(string country) : IHolidayCalendar
    {
        public string Id => country + " (not known)";

        public string Source => "none";

        public DateInterval? Covered => null;

        public DayStatus On(LocalDate date) => DayStatus.Unknown;
    }
}
