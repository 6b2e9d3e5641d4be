using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A registration can be listed.</summary>
internal sealed record RegistrationListed(RegistrationSummary Row) : QueryChange;

/// <summary>A registration stands elsewhere.</summary>
internal sealed record RegistrationStatusListed(RegistrationId Registration, RegistrationStatus Status) : QueryChange;

internal static class RegistrationProjection
{
    internal static IEnumerable<QueryChange> Of(JournalEntry entry) => entry.Event switch
    {
        RegistrationConfirmed e => [Listed(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.Confirmed)],
        RegistrationWaitlisted e => [Listed(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.Waiting)],
        RegistrationDeclined e => [Listed(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.Declined)],
        RegistrationPromoted e => [new RegistrationStatusListed(e.Registration, RegistrationStatus.Confirmed)],
        RegistrationCancelled e => [new RegistrationStatusListed(e.Registration, RegistrationStatus.Cancelled)],
        RegistrationLapsed e => [new RegistrationStatusListed(e.Registration, RegistrationStatus.Lapsed)],
        _ => [],
    };

    private static RegistrationListed Listed(JournalEntry entry, RegistrationId id, PersonId person, SeatClaim claim, RegistrationStatus status) =>
        new(new RegistrationSummary(id, WorkshopId.Parse(entry.Stream.Key), person, claim.Institution, claim.Mode, claim.Role, status));
}
