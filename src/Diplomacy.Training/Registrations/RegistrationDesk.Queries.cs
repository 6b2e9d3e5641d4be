using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>Where everybody stands. Answers are as of the moment of asking: a lapsed offer has lapsed, whether or not anybody has settled since (R3).</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>Every registration of a workshop, in the order in which they were made. A picture of this moment.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public ValueTask<IReadOnlyList<Registration>> ListAsync(WorkshopId workshop, CancellationToken cancellationToken = default) =>
        AsOfNowAsync<IReadOnlyList<Registration>>(workshop, book => [.. book.All.Values], cancellationToken);

    /// <summary>A person's active registration for a workshop.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The registration, or null when the person has no active one.</returns>
    public async ValueTask<Registration?> FindAsync(WorkshopId workshop, PersonId person, CancellationToken cancellationToken = default)
    {
        var (_, merged) = await _people.ChangesAsync(cancellationToken).ConfigureAwait(false);
        return await AsOfNowAsync(workshop, book => book.ActiveOf(merged.GetValueOrDefault(person, person)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>How full a workshop is: every limit of its plan and of its registrations, and how many stand where.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public ValueTask<SeatCount> SeatsAsync(WorkshopId workshop, CancellationToken cancellationToken = default) =>
        AsOfNowAsync(
            workshop,
            book =>
            {
                Registration[] active = [.. book.All.Values.Where(r => r.IsActive)];
                return new SeatCount(
                    book.Seats is { } seats
                        ? [.. seats.GeneralLimits().Concat(active.Select(r => r.Claim).Distinct().SelectMany(seats.LimitsOf)).DistinctBy(l => l.Key)
                            .OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => new BindingLimit(l.Key, l.Capacity, book.UsedOf(l.Key)))]
                        : [],
                    active.Count(r => r.Status == RegistrationStatus.Confirmed),
                    book.WaitingCount)
                {
                    Offered = active.Count(r => r.Status == RegistrationStatus.Offered),
                    AwaitingApproval = active.Count(r => r.Status == RegistrationStatus.AwaitingApproval),
                };
            },
            cancellationToken);

    /// <summary>Reads from a book as it stands at this moment; from an empty one where the workshop is not known.</summary>
    private async ValueTask<T> AsOfNowAsync<T>(WorkshopId id, Func<RegistrationBook, T> look, CancellationToken cancellationToken)
    {
        if (await FindWorkshopAsync(id, cancellationToken).ConfigureAwait(false) is not { } workshop)
        {
            return await ReadAsync(id, look, cancellationToken).ConfigureAwait(false);
        }

        RegistrationCircumstances circumstances = await CircumstancesAsync(workshop, _flow.Now, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(id, book => book.AsOf(circumstances, look), cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>How full a workshop is.</summary>
/// <param name="Limits">Every limit of the plan and of its registrations, ordered by key; also those of which nothing is taken.</param>
/// <param name="Confirmed">How many are confirmed, in any role.</param>
/// <param name="Waiting">How many wait for a seat and hold none.</param>
public sealed record SeatCount(ImmutableArray<BindingLimit> Limits, int Confirmed, int Waiting)
{
    /// <summary>To how many a seat is offered, which is held until they answer (R3).</summary>
    public int Offered { get; init; }

    /// <summary>How many wait for approval, with a seat kept or without (R2).</summary>
    public int AwaitingApproval { get; init; }
}
