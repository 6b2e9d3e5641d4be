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

    /// <summary>Registrations of a workshop as they stand now, filtered, in an order of choice, a page at a time.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="query">Which, in what order, from where.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <remarks>
    /// Who is listed all along is on one page exactly, whoever is added or dropped between two pages; somebody whose own place in the order changes meanwhile, by a
    /// correction of the name or a change of status, may be on two pages or on none. Cursors hold no names. An order by name or precedence reads
    /// the record of every person who is listed, for each page anew.
    /// </remarks>
    /// <returns>The page; empty where the workshop is not known.</returns>
    /// <exception cref="ArgumentException">The cursor is not one of such a list.</exception>
    public async ValueTask<Page<RegistrationListing>> ListPageAsync(WorkshopId workshop, RegistrationListQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ListCursor? cursor = query.After is null ? null : ListCursor.Read(query.After, query);
        (int Index, Registration Registration)[] rows = await AsOfNowAsync(
            workshop,
            book => book.All.Values.Select((registration, index) => (index, registration)).Where(r => query.Selects(r.registration) || cursor?.Names(r.registration.Id) == true).ToArray(),
            cancellationToken).ConfigureAwait(false);
        var people = query.Order.People is null ? [] : await _people.FindAllAsync(rows.Select(r => r.Registration.Person), cancellationToken).ConfigureAwait(false);
        ListRow[] ordered = query.Order.Arrange(rows, people);
        (ListRow[] page, string? next) = ListCursor.PageOf(ordered, query, cursor);
        if (query.WithPeople && query.Order.People is null)
        {
            people = await _people.FindAllAsync(page.Select(r => r.Registration.Person), cancellationToken).ConfigureAwait(false);
        }

        return new([.. page.Select(r => new RegistrationListing(r.Registration, people.GetValueOrDefault(r.Registration.Person).Person))], next);
    }

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
        AsOfNowAsync(workshop, book => book.CountSeats(), cancellationToken);

    /// <summary>Who waits, in order: for what, at which place, and what stands in the way; with the offers that have not been answered.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="after">The cursor of the page before; null for the first. Who waits all along is on one page exactly, whoever joins or leaves meanwhile, unless given another priority.</param>
    /// <param name="limit">At most this many, from 1.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="ArgumentException">The cursor is not one of this list, or the limit is below 1.</exception>
    public async ValueTask<WaitingList> WaitingListAsync(WorkshopId workshop, string? after = null, int limit = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        Place? last = after is null ? null
            : WaitingCursor.TryRead(after, out Place place) ? place
            : throw new ArgumentException("This is not a cursor that a page of a waiting list has given.", nameof(after));
        Instant now = _flow.Now;
        return await AsOfNowAsync(
            workshop,
            book =>
            {
                (Place Place, WaitingEntry Entry)[] waiting = [.. book.Waiting()];
                (Place Place, WaitingEntry Entry)[] rest = [.. waiting.Where(w => last is not { } before || w.Place.CompareTo(before) > 0)];
                ReadOnlySpan<(Place Place, WaitingEntry Entry)> page = rest.AsSpan(0, Math.Min(limit, rest.Length));
                return new WaitingList(
                    [.. page.ToArray().Select(w => w.Entry)],
                    page.Length < rest.Length ? WaitingCursor.Of(page[^1].Place) : null,
                    [.. book.All.Values.Where(r => r.Status == RegistrationStatus.Offered).Select(r => new OfferedSeat(r, r.OfferedUntil.GetValueOrDefault())).OrderBy(o => o.Until)],
                    waiting.Length, book.Cutoffs?.PromotesUntil, book.PromotesAt(now));
            },
            cancellationToken).ConfigureAwait(false);
    }

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
