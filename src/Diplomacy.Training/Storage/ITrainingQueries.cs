using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>One page of a longer answer.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page, in order.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
public sealed record Page<T>(ImmutableArray<T> Items, string? Next);

/// <summary>
/// The questions across streams. Answers come from tables that follow the journal, in the same transaction where the store can.
/// </summary>
/// <remarks>Implementations are safe for use from many threads. Lists are paged by an opaque cursor: pass null first, then <see cref="Page{T}.Next"/>.</remarks>
public interface ITrainingQueries
{
    /// <summary>Who has an e-mail address. Several people may share a mission's mailbox.</summary>
    /// <param name="email">The address; compared without regard to case, trimmed, in normalisation form C (R12).</param>
    /// <param name="cancellation">Stops the look-up.</param>
    ValueTask<IReadOnlyList<PersonId>> PeopleWithEmailAsync(string email, CancellationToken cancellation = default);

    /// <summary>Who has an external id, the key of the system that a roster came from.</summary>
    /// <param name="externalId">The external id, exactly.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    /// <returns>The person, or null.</returns>
    ValueTask<PersonId?> PersonWithExternalIdAsync(string externalId, CancellationToken cancellation = default);
}
