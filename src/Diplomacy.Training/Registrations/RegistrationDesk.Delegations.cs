using System.Collections.Immutable;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Delegations of people who are registered.</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>Forms a delegation of people whom its institutions sent and who are registered, in whatever role.</summary>
    /// <param name="request">Whose delegation, and who is in it. Words about whom a member represents go into a personal record of the member, and are erased with the member.</param>
    /// <param name="by">Who forms it; needs <see cref="Permission.Nominate"/>, asked with each of its institutions.</param>
    /// <param name="command">Names the command, so that a retried request forms one delegation; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>institution.is-known</c>, <c>delegation.has-one-head</c>, <c>permission.actor-may</c>, and for each member
    /// <c>registration.is-known</c>, <c>registration.is-active</c>, <c>delegation.member-stands-once</c>, <c>delegation.member-is-in-one</c>, <c>delegation.member-is-of-its-institutions</c>.</exception>
    public async ValueTask<DelegationId> FormDelegationAsync(DelegationRequest request, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = new BookCommand("form-delegation", request.Workshop, by, Permission.Nominate, command, Describe(request)) { Institution = request.Institutions[0] };
        ImmutableArray<DelegationPlace> recalled = [];
        DelegationId id = await DecideAsync(
            asked,
            async (book, circumstances, scope) =>
            {
                await DemandAsync(asked, request.Institutions.Skip(1), cancellationToken).ConfigureAwait(false);
                return book.FormDelegation(DelegationId.New(), request.Institutions, await PlacesAsync(scope, book, request, null, cancellationToken).ConfigureAwait(false), circumstances);
            },
            (entries, _) =>
            {
                DelegationFormed formed = entries.Select(e => e.Event).OfType<DelegationFormed>().First();
                recalled = formed.Places;
                return formed.Delegation;
            },
            cancellationToken).ConfigureAwait(false);
        await SameWordsAsync(asked, recalled, request, cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>Which rules forming a delegation would break; see <see cref="FormDelegationAsync"/>.</summary>
    /// <param name="request">Whose delegation, and who is in it.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckFormDelegationAsync(DelegationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CheckAsync(request.Workshop, (book, circumstances) => book.CheckFormDelegation(request.Institutions, Wordless(request), circumstances), cancellationToken);
    }

    /// <summary>Changes a delegation: what is given replaces all that stood before. The same again changes nothing.</summary>
    /// <param name="delegation">The delegation.</param>
    /// <param name="request">Whose it is, and who is in it, from now on.</param>
    /// <param name="by">Who changes it; needs <see cref="Permission.Nominate"/>, asked with each of its institutions, before and after.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>delegation.is-known</c>, and those of <see cref="FormDelegationAsync"/>.</exception>
    public async ValueTask<bool> ChangeDelegationAsync(
        DelegationId delegation, DelegationRequest request, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = new BookCommand("change-delegation", request.Workshop, by, Permission.Nominate, command, $"{delegation}\n{Describe(request)}") { Institution = request.Institutions[0] };
        ImmutableArray<DelegationPlace> recalled = [];
        bool changed = await DecideAsync(
            asked,
            async (book, circumstances, scope) =>
            {
                Delegation? before = book.Delegations.GetValueOrDefault(delegation);
                await DemandAsync(asked, request.Institutions.Skip(1).Union(before?.Institutions.Remove(request.Institutions[0]) ?? []), cancellationToken).ConfigureAwait(false);
                ImmutableArray<DelegationPlace> places = await PlacesAsync(scope, book, request, before, cancellationToken).ConfigureAwait(false);
                return book.ChangeDelegation(delegation, request.Institutions, places, circumstances);
            },
            (entries, _) =>
            {
                DelegationChanged? happened = entries.Select(e => e.Event).OfType<DelegationChanged>().FirstOrDefault();
                recalled = happened?.Places ?? [];
                return happened is not null;
            },
            cancellationToken).ConfigureAwait(false);
        await SameWordsAsync(asked, recalled, request, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <summary>Which rules changing a delegation would break; see <see cref="ChangeDelegationAsync"/>.</summary>
    /// <param name="delegation">The delegation.</param>
    /// <param name="request">Whose it would be, and who would be in it.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckChangeDelegationAsync(DelegationId delegation, DelegationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CheckAsync(request.Workshop, (book, circumstances) => book.CheckChangeDelegation(delegation, request.Institutions, Wordless(request), circumstances), cancellationToken);
    }

    /// <summary>Dissolves a delegation; the registrations of its members stand. Dissolving again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="delegation">The delegation.</param>
    /// <param name="by">Who dissolves it; needs <see cref="Permission.Nominate"/>, asked with each of its institutions.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>delegation.is-known</c>: it was never formed; <c>permission.actor-may</c>.</exception>
    public async ValueTask<bool> DissolveDelegationAsync(
        WorkshopId workshop, DelegationId delegation, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        Delegation? found = await ReadAsync(workshop, book => book.Delegations.GetValueOrDefault(delegation), cancellationToken).ConfigureAwait(false);
        var asked = new BookCommand("dissolve-delegation", workshop, by, Permission.Nominate, command, delegation.ToString()) { Institution = found?.Institutions[0] };
        return await DecideAsync(
            asked,
            async (book, circumstances) =>
            {
                // As it stands now: its institutions may have changed since they were looked up.
                await DemandAsync(asked, book.Delegations.GetValueOrDefault(delegation)?.Institutions ?? [], cancellationToken).ConfigureAwait(false);
                return book.DissolveDelegation(delegation, circumstances);
            },
            (entries, _) => entries.Any(e => e.Event is DelegationDissolved),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which rules dissolving a delegation would break; see <see cref="DissolveDelegationAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="delegation">The delegation.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckDissolveDelegationAsync(WorkshopId workshop, DelegationId delegation, CancellationToken cancellationToken = default) =>
        CheckAsync(workshop, (book, circumstances) => book.CheckDissolveDelegation(delegation, circumstances), cancellationToken);

    private static string Describe(DelegationRequest request) => string.Join('\n', request.Members
        .Select(m => FormattableString.Invariant($"{m.Registration} {m.Rank} {m.Representing?.Institution} {m.Representing?.Words is not null}"))
        .Prepend(string.Join(' ', request.Institutions)));

    private static ImmutableArray<DelegationPlace> Wordless(DelegationRequest request) =>
        [.. request.Members.Select(m => new DelegationPlace(m.Registration, m.Rank, m.Representing?.Institution))];

    private async ValueTask DemandAsync(BookCommand asked, IEnumerable<InstitutionCode> institutions, CancellationToken cancellationToken)
    {
        foreach (InstitutionCode institution in institutions)
        {
            await _flow.DemandAsync(new(asked.By, asked.Permission, RegistrationBook.StreamOf(asked.Workshop)) { Institution = institution }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The places asked for; words go into records of the members, and words that stand already stay where they are.</summary>
    private async ValueTask<ImmutableArray<DelegationPlace>> PlacesAsync(
        CommandScope scope, RegistrationBook book, DelegationRequest request, Delegation? before, CancellationToken cancellationToken)
    {
        var places = ImmutableArray.CreateBuilder<DelegationPlace>(request.Members.Length);
        foreach (var (member, place) in request.Members.Zip(Wordless(request)))
        {
            RecordRef? kept = null;
            if (member.Representing?.Words is { } words && book.All.GetValueOrDefault(member.Registration) is { } registration)
            {
                RecordRef? standing = before?.PlaceOf(member.Registration)?.RepresentsInWords;
                kept = await WordsAsync(standing, cancellationToken).ConfigureAwait(false) == words ? standing : Keep(scope, registration.Person, words);
            }

            places.Add(place with { RepresentsInWords = kept });
        }

        return places.MoveToImmutable();
    }

    private static RecordRef Keep(CommandScope scope, PersonId member, LocalizedText words) =>
        scope.Keep(PersonalRecord.Create(
            member.ToString(), RepresentationPayload.Kind, JsonSerializer.Serialize(new RepresentationPayload(words), LetterJson.Default.RepresentationPayload)));

    private async ValueTask<LocalizedText?> WordsAsync(RecordRef? reference, CancellationToken cancellationToken) =>
        await RecordAsync(reference, cancellationToken).ConfigureAwait(false) is { } record
            ? JsonSerializer.Deserialize(record.Payload, LetterJson.Default.RepresentationPayload)?.Words
            : null;

    private async ValueTask SameWordsAsync(BookCommand asked, ImmutableArray<DelegationPlace> recalled, DelegationRequest request, CancellationToken cancellationToken)
    {
        foreach (var (place, member) in recalled.Zip(request.Members))
        {
            if (await WordsAsync(place.RepresentsInWords, cancellationToken).ConfigureAwait(false) is { } kept && kept != member.Representing?.Words)
            {
                throw NotTheSameCommand(asked);
            }
        }
    }
}
