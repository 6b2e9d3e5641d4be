using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Lists for the protocol desk: by role and precedence, delegations, and who nominated whom.</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>
    /// Everybody with an active registration, by role in the order of <see cref="ParticipantRoles.InProtocolOrder"/>, and within a role by precedence.
    /// Whoever was erased comes last in the role.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="ranks">The ministry's order of ranks.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<RegisteredPerson>> ListByRoleAsync(WorkshopId workshop, RankTable ranks, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        Registration[] active = await AsOfNowAsync(workshop, book => book.All.Values.Where(r => r.IsActive).ToArray(), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<RegisteredPerson> arranged = await ArrangeAsync(active, ranks, cancellationToken).ConfigureAwait(false);
        return [.. arranged.OrderBy(p => ParticipantRoles.InProtocolOrder.IndexOf(p.Registration.Role))];
    }

    /// <summary>
    /// The delegations of a workshop that stand, by the code of the leading institution, then as they were formed. In each the head comes first, then deputies, then members, and
    /// alternates last; each of these by precedence, or in the delegation's own order. Who is no longer registered is not listed.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="ranks">The ministry's order of ranks; the delegation's own order where null.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<DelegationList>> DelegationsAsync(WorkshopId workshop, RankTable? ranks = null, CancellationToken cancellationToken = default)
    {
        (Delegation Delegation, Registration[] Members)[] standing = await AsOfNowAsync(
            workshop,
            book => book.Delegations.Values.Where(d => d.DissolvedAt is null)
                .Select(d => (d, d.Places.Select(p => book.All[p.Registration]).Where(r => r.IsActive).ToArray())).ToArray(),
            cancellationToken).ConfigureAwait(false);
        var lists = new List<DelegationList>();
        foreach (var (delegation, members) in standing.OrderBy(s => s.Delegation.Institutions[0].ToString(), StringComparer.Ordinal))
        {
            var entries = ImmutableArray.CreateBuilder<DelegationEntry>(members.Length);
            foreach (var (registration, person) in await ArrangeAsync(members, ranks, cancellationToken).ConfigureAwait(false))
            {
                DelegationPlace place = delegation.PlaceOf(registration.Id)!;
                LocalizedText? words = await WordsAsync(place.RepresentsInWords, cancellationToken).ConfigureAwait(false);
                entries.Add(new(registration, person, place.Rank)
                {
                    Representing = words is not null ? Representation.InWords(words) : place.Represents is { } institution ? Representation.Of(institution) : null,
                });
            }

            lists.Add(new(delegation, [.. entries.OrderBy(e => e.Rank)]));
        }

        return lists;
    }

    /// <summary>Every nomination of a workshop, in the order in which they were made, also those withdrawn.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public ValueTask<IReadOnlyList<Nomination>> NominationsAsync(WorkshopId workshop, CancellationToken cancellationToken = default) =>
        AsOfNowAsync<IReadOnlyList<Nomination>>(workshop, book => [.. book.Nominations.Values], cancellationToken);

    /// <summary>Who nominated, replaced and withdrew, when, and by which letter, in order.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="nomination">Only what is about this nomination; everything, also replacements that belong to none, when null.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<NominationStep>> NominationHistoryAsync(WorkshopId workshop, NominationId? nomination = null, CancellationToken cancellationToken = default)
    {
        var steps = new List<NominationStep>();
        foreach (JournalEntry entry in await _ports.Journal.ReadAsync(RegistrationBook.StreamOf(workshop), 0, cancellationToken).ConfigureAwait(false))
        {
            (NominationAct Act, NominationId? Nomination, RecordRef? Letter, RegistrationId? From, RegistrationId? To)? step = entry.Event switch
            {
                PeopleNominated e => (NominationAct.Nominated, e.Nomination, e.Letter, null, null),
                ReplacementNominated e => (NominationAct.Replaced, e.Nomination, e.Letter, e.Registration, e.Replacement),
                NominationWithdrawn e => (NominationAct.Withdrawn, e.Nomination, e.Letter, null, null),
                _ => null,
            };
            if (step is { } found && (nomination is null || found.Nomination == nomination))
            {
                steps.Add(new(entry.At, entry.By, found.Act, found.Nomination)
                {
                    Letter = await LetterAsync(found.Letter, cancellationToken).ConfigureAwait(false), Registration = found.From, Replacement = found.To,
                });
            }
        }

        return steps;
    }

    /// <summary>People by precedence, or in the order given; whoever was erased comes last, by registration.</summary>
    private async ValueTask<IReadOnlyList<RegisteredPerson>> ArrangeAsync(Registration[] registrations, RankTable? ranks, CancellationToken cancellationToken)
    {
        var people = new List<RegisteredPerson>(registrations.Length);
        foreach (Registration registration in registrations)
        {
            people.Add(new(registration, await _people.FindAsync(registration.Person, cancellationToken).ConfigureAwait(false)));
        }

        if (ranks is null)
        {
            return people;
        }

        Dictionary<PersonId, RegisteredPerson> known = people.Where(p => p.Person is not null).ToDictionary(p => p.Registration.Person);
        return
        [
            .. PersonOrder.ByPrecedence(ranks).Arrange(known.Select(p => (p.Key, p.Value.Person!))).Select(p => known[p.Id]),
            .. people.Where(p => p.Person is null).OrderBy(p => p.Registration.Id.ToString(), StringComparer.Ordinal),
        ];
    }
}

/// <summary>A registration with who it is.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Person">Who; null when the person was erased.</param>
public sealed record RegisteredPerson(Registration Registration, Person? Person);

/// <summary>A delegation with everybody in it who is registered, in the order in which they are listed.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Entries">Head, deputies, members, alternates.</param>
public sealed record DelegationList(Delegation Delegation, ImmutableArray<DelegationEntry> Entries);

/// <summary>Somebody listed in a delegation.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Person">Who; null when the person was erased.</param>
/// <param name="Rank">Head, deputy, member or alternate.</param>
public sealed record DelegationEntry(Registration Registration, Person? Person, DelegationRank Rank)
{
    /// <summary>Whom the member represents; null when nobody but the delegation, or when the words were erased.</summary>
    public Representation? Representing { get; init; }
}

/// <summary>What an institution did by letter.</summary>
public enum NominationAct
{
    /// <summary>Nominated people.</summary>
    Nominated,

    /// <summary>Replaced somebody.</summary>
    Replaced,

    /// <summary>Withdrew a nomination.</summary>
    Withdrawn,
}

/// <summary>One step in the history of nominations.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Act">What was done.</param>
/// <param name="Nomination">The nomination; null for a replacement that belongs to none.</param>
public sealed record NominationStep(Instant At, Actor By, NominationAct Act, NominationId? Nomination)
{
    /// <summary>By which letter; null when there was none, or it was erased.</summary>
    public NominationLetter? Letter { get; init; }

    /// <summary>The registration that was replaced; null when none was.</summary>
    public RegistrationId? Registration { get; init; }

    /// <summary>The registration that took its place; null when none did.</summary>
    public RegistrationId? Replacement { get; init; }
}
