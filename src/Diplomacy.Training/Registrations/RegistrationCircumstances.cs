using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What a verb of the book decides by besides the book itself: the workshop and the institutions as they stand, the present, and what became of people.</summary>
/// <remarks>Immutable. Desks bring these together; a test or a tool gives what matters to it.</remarks>
/// <param name="Workshop">The workshop as it stands.</param>
/// <param name="Now">The present.</param>
public sealed record RegistrationCircumstances(Workshop Workshop, Instant Now)
{
    /// <summary>The institutions as they stand. Who registers comes from one of them; offers lapse in their working time (R16).</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<InstitutionCode, Institution> Institutions { get; init; } = ImmutableDictionary<InstitutionCode, Institution>.Empty;

    /// <summary>The time zones.</summary>
    /// <value>NodaTime's own.</value>
    public IDateTimeZoneProvider Zones { get; init; } = DateTimeZoneProviders.Tzdb;

    /// <summary>The holidays of institutions, on which offers do not run out (R16). A day that they do not know counts as an ordinary day of its weekday.</summary>
    /// <value><see cref="CountryHolidays.None"/></value>
    public IInstitutionHolidays Holidays { get; init; } = CountryHolidays.None;

    /// <summary>Who was erased: nobody of them is promoted (R57).</summary>
    /// <value>Nobody.</value>
    public ImmutableDictionary<PersonId, Instant> Erased { get; init; } = ImmutableDictionary<PersonId, Instant>.Empty;

    /// <summary>Whose records were found to be another person's, and whose: such registrations go over to that person (R12).</summary>
    /// <value>Nobody.</value>
    public ImmutableDictionary<PersonId, PersonId> Merged { get; init; } = ImmutableDictionary<PersonId, PersonId>.Empty;
}
