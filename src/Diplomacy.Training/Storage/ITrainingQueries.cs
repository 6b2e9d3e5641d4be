using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>One page of a longer answer.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page, in order.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? Next);

/// <summary>A workshop in a list.</summary>
/// <param name="Id">The code under which it is filed.</param>
/// <param name="Host">The institution that hosts.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Starts">The beginning of its agenda.</param>
/// <param name="Ends">The end of its agenda.</param>
public sealed record WorkshopSummary(WorkshopId Id, InstitutionCode Host, WorkshopStatus Status, Instant Starts, Instant Ends);

/// <summary>A registration in a list.</summary>
/// <param name="Id">The registration.</param>
/// <param name="Workshop">The workshop.</param>
/// <param name="Person">The person.</param>
/// <param name="Institution">The sending institution.</param>
/// <param name="Mode">In the room or in the call, as registered.</param>
/// <param name="Role">As what.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="RegisteredAt">When it was made; of one that took over from another, when it took over.</param>
/// <param name="Sitting">The sitting, where the workshop has several; null for all of them.</param>
public sealed record RegistrationSummary(
    RegistrationId Id, WorkshopId Workshop, PersonId Person, InstitutionCode Institution, DeliveryMode Mode, ParticipantRole Role, RegistrationStatus Status,
    Instant RegisteredAt, string? Sitting = null);

/// <summary>A certificate in a list.</summary>
/// <param name="Number">The number in the issuer's register.</param>
/// <param name="Code">The code by which anyone can check it.</param>
/// <param name="Workshop">The workshop.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Level">What is attested.</param>
/// <param name="Facts">The personal record with the frozen facts.</param>
public sealed record CertificateSummary(
    RegisterNumber Number, VerificationCode Code, WorkshopId Workshop, RegistrationId Registration, PersonId Person, AwardLevel Level, Journal.RecordRef Facts);

/// <summary>
/// The questions across streams. Answers come from tables that follow the journal, in the same transaction where the store can.
/// </summary>
/// <remarks>Implementations are safe for use from many threads. Lists are paged by an opaque cursor: pass null first, then <see cref="Page{T}.Next"/>.</remarks>
public interface ITrainingQueries
{
    /// <summary>Who has an e-mail address, as the first one or as an alias. Several people may share a mission's mailbox.</summary>
    /// <param name="email">The address; compared without regard to case, trimmed, in normalisation form C (R12).</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<IReadOnlyList<PersonId>> PeopleWithEmailAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>Who has an external id, the key of the system that a roster came from.</summary>
    /// <param name="externalId">The external id, exactly.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The person, or null.</returns>
    ValueTask<PersonId?> PersonWithExternalIdAsync(string externalId, CancellationToken cancellationToken = default);

    /// <summary>Every workshop, ordered by code.</summary>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="limit">At most this many, from 1.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<Page<WorkshopSummary>> WorkshopsAsync(string? after = null, int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>Where a person is or was registered, ordered by registration id. Whoever was recognised as another person is asked about by either id: the answer is the same.</summary>
    /// <param name="person">The person.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="limit">At most this many, from 1.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<Page<RegistrationSummary>> RegistrationsOfAsync(PersonId person, string? after = null, int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>What was ever done to a registration: who, what, when, why (R17), in the order in which it happened. Lines are only ever added.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="limit">At most this many, from 1.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The lines; none when no such registration is known.</returns>
    /// <exception cref="ArgumentException">The cursor is not one of this list, or the limit is below 1.</exception>
    ValueTask<Page<RegistrationHistoryEntry>> HistoryOfAsync(RegistrationId registration, string? after = null, int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>The certificate that has a code.</summary>
    /// <param name="code">The full code.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The certificate, or null.</returns>
    ValueTask<CertificateSummary?> CertificateAsync(VerificationCode code, CancellationToken cancellationToken = default);

    /// <summary>A person's certificates, ordered by number; of whoever was recognised as another person by either id.</summary>
    /// <param name="person">The person.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="limit">At most this many, from 1.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<Page<CertificateSummary>> CertificatesOfAsync(PersonId person, string? after = null, int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>A workshop's certificates, ordered by number.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="limit">At most this many, from 1.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    ValueTask<Page<CertificateSummary>> CertificatesOfWorkshopAsync(WorkshopId workshop, string? after = null, int limit = 100, CancellationToken cancellationToken = default);
}
