using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What a round of invitations is decided by besides the ledger: the workshop and its registrations as they stand, the present, and what became of people.</summary>
/// <param name="Workshop">The workshop as it stands.</param>
/// <param name="Now">The present.</param>
/// <param name="Registrations">All registrations, of every status.</param>
internal sealed record InvitationCircumstances(Workshop Workshop, Instant Now, IReadOnlyCollection<Registration> Registrations)
{
    internal required IReadOnlyDictionary<InstitutionCode, Institution> Institutions { get; init; }

    internal required IDateTimeZoneProvider Zones { get; init; }

    /// <summary>The holidays of an institution; null where nobody knows them.</summary>
    internal required Func<Institution, IHolidayCalendar?> Holidays { get; init; }

    internal ImmutableDictionary<PersonId, Instant> Erased { get; init; } = ImmutableDictionary<PersonId, Instant>.Empty;

    internal ImmutableDictionary<PersonId, PersonId> Merged { get; init; } = ImmutableDictionary<PersonId, PersonId>.Empty;

    internal PersonId Canonical(PersonId person) => Merged.GetValueOrDefault(person, person);

    internal Institution? Find(InstitutionCode code) => Institutions.GetValueOrDefault(code);

    /// <summary>The clocks of an institution; those of the host where the institution or its zone is not known any more.</summary>
    /// <exception cref="TrainingRuleException"><c>agenda.zone-is-known</c>: neither is.</exception>
    internal (string Id, DateTimeZone Zone) ClocksOf(InstitutionCode code)
    {
        if (Find(code) is { } institution && Zones.GetZoneOrNull(institution.ZoneId) is { } own)
        {
            return (institution.ZoneId, own);
        }

        string host = Workshop.Agenda.ZoneId;
        return (host, Zones.GetZoneOrNull(host) ?? throw new TrainingRuleException(PlanningRules.ZoneIsKnown.Broken(("zone", host), ("version", Zones.VersionId))));
    }
}
