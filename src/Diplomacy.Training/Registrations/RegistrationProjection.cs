using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>A registration can be listed.</summary>
internal sealed record RegistrationListed(RegistrationSummary Row) : QueryChange;

/// <summary>A registration stands elsewhere.</summary>
internal sealed record RegistrationStatusListed(RegistrationId Registration, RegistrationStatus Status) : QueryChange;

/// <summary>A registration was changed to another mode or sitting.</summary>
internal sealed record RegistrationModeListed(RegistrationId Registration, DeliveryMode Mode, string? Sitting) : QueryChange;

/// <summary>A registration is another person's.</summary>
internal sealed record RegistrationPersonListed(RegistrationId Registration, PersonId Person) : QueryChange;

internal static class RegistrationProjection
{
    internal static IEnumerable<QueryChange> Of(JournalEntry entry) => entry.Event switch
    {
        RegistrationConfirmed e => [Listed(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.Confirmed)],
        RegistrationWaitlisted e => [Listed(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.Waiting)],
        RegistrationDeclined e => [Listed(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.Declined)],
        RegistrationSubmitted e => [Listed(entry, e.Registration, e.Person, e.Claim, RegistrationStatus.AwaitingApproval)],
        RegistrationApproved e => [new RegistrationStatusListed(e.Registration, e.Status)],
        RegistrationRejected e => [new RegistrationStatusListed(e.Registration, RegistrationStatus.Rejected)],
        RegistrationPromoted e => [new RegistrationStatusListed(e.Registration, RegistrationStatus.Confirmed)],
        SeatOffered e => [new RegistrationStatusListed(e.Registration, RegistrationStatus.Offered)],
        OfferAccepted e => [new RegistrationStatusListed(e.Registration, RegistrationStatus.Confirmed)],
        RegistrationCancelled e => [new RegistrationStatusListed(e.Registration, RegistrationStatus.Cancelled)],
        RegistrationLapsed e => [new RegistrationStatusListed(e.Registration, RegistrationStatus.Lapsed)],
        RegistrationSwitched e => [new RegistrationModeListed(e.Registration, e.To.Mode, e.To.Sitting)],
        LineSwitched e => [new RegistrationModeListed(e.Registration, e.To.Mode, e.To.Sitting)],
        RegistrationSubstituted e =>
        [
            new RegistrationStatusListed(e.Registration, RegistrationStatus.Substituted),
            Listed(entry, e.Replacement, e.Person, e.Claim, e.Status),
        ],
        RegistrationRestored e => [new RegistrationStatusListed(e.Registration, e.Status)],
        RegistrationReassigned e => [new RegistrationPersonListed(e.Registration, e.Person)],
        _ => [],
    };

    private static RegistrationListed Listed(JournalEntry entry, RegistrationId id, PersonId person, SeatClaim claim, RegistrationStatus status) =>
        new(new RegistrationSummary(id, WorkshopId.Parse(entry.Stream.Key), person, claim.Institution, claim.Mode, claim.Role, status, entry.Event.At, claim.Sitting));
}
