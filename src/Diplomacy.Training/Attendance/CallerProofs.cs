using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>
/// Finds whose the rows of one caller are: by the registrant ids that the host maps, then by address, user principal name and the person's aliases, never by name (R30).
/// Where two of these point to different people, nobody is found and a person must decide.
/// </summary>
internal sealed class CallerProofs(RegistrationBook book, AttendanceSheet sheet, SheetSalt salt, ITrainingQueries queries)
{
    private readonly Lazy<ILookup<PersonId, Registration>> _takenOver = new(() => book.All.Values.Where(r => r.Status == RegistrationStatus.Substituted).ToLookup(r => r.Person));
    private readonly Dictionary<string, (bool IsKnown, RegistrationId[] Confirmed)> _byAddress = new(StringComparer.Ordinal);

    /// <summary>The registration under which somebody attends or attended: the active one, or the one that somebody else took over since (R11).</summary>
    internal static Registration? AttendingAs(RegistrationBook book, PersonId person) =>
        book.ActiveOf(person) ?? book.All.Values.LastOrDefault(r => r.Status == RegistrationStatus.Substituted && r.Person == person);

    // The same with an index, for many.
    private Registration? AttendingAs(PersonId person) => book.ActiveOf(person) ?? _takenOver.Value[person].LastOrDefault();

    /// <summary>Whose a caller's rows are.</summary>
    /// <param name="registrantIds">The platform's ids on these rows.</param>
    /// <param name="addresses">The addresses and user principal names on these rows, as keys.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    internal async ValueTask<CallerProof> FindAsync(IReadOnlyCollection<string> registrantIds, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        RegistrationId?[] mapped = [.. registrantIds.Select(id => sheet.RegistrantOf(salt.Registrant(id)))];
        RegistrationId?[] attending = [.. mapped.Select(id => id is { } one && Attending(one) is { } registration ? registration : (RegistrationId?)null)];
        var byAddress = new List<(bool IsKnown, RegistrationId[] Confirmed)>();
        foreach (string address in addresses)
        {
            byAddress.Add(await OfAddressAsync(address, cancellationToken).ConfigureAwait(false));
        }

        ImmutableArray<RegistrationId> all =
            [.. attending.OfType<RegistrationId>().Concat(byAddress.SelectMany(a => a.Confirmed)).Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal)];
        RegistrationId[] alone = [.. byAddress.Where(a => a.Confirmed.Length == 1).Select(a => a.Confirmed[0]).Distinct()];
        if (mapped.Any(id => id is not null) && attending.Distinct().Count() > 1)
        {
            return CallerProof.None(AttendanceRules.ProofsDiffer, all);
        }

        if (attending.FirstOrDefault() is { } registrant)
        {
            return Array.TrueForAll(alone, id => id == registrant) ? new(registrant, null, []) : CallerProof.None(AttendanceRules.ProofsDiffer, all);
        }

        return alone switch
        {
            [var one] when byAddress.TrueForAll(a => a.Confirmed.Length == 0 || a.Confirmed.Contains(one)) => new(one, null, []),
            [_, ..] => CallerProof.None(AttendanceRules.ProofsDiffer, all),
            _ => CallerProof.None(
                all.Length > 0 ? AttendanceRules.AddressShared
                : byAddress.Exists(a => a.IsKnown) ? AttendanceRules.AddressNotConfirmed
                : mapped.Any(id => id is not null) ? AttendanceRules.RegistrantNotConfirmed
                : addresses.Count == 0 ? AttendanceRules.NoAddress
                : AttendanceRules.AddressUnknown,
                all),
        };
    }

    private RegistrationId? Attending(RegistrationId mapped) =>
        book.All.GetValueOrDefault(mapped) is not { } registration ? null
        : Counts(registration) ? registration.Id
        : AttendingAs(registration.Person) is { } other && Counts(other) ? other.Id
        : null;

    private async ValueTask<(bool IsKnown, RegistrationId[] Confirmed)> OfAddressAsync(string address, CancellationToken cancellationToken)
    {
        if (!_byAddress.TryGetValue(address, out var found))
        {
            IReadOnlyList<PersonId> people = await queries.PeopleWithEmailAsync(address, cancellationToken).ConfigureAwait(false);
            found = (people.Count > 0, [.. people.Select(AttendingAs).OfType<Registration>().Where(Counts).Select(r => r.Id).Distinct()]);
            _byAddress.Add(address, found);
        }

        return found;
    }

    private static bool Counts(Registration registration) => registration.Status is RegistrationStatus.Confirmed or RegistrationStatus.Substituted;
}

/// <summary>Whose a caller's rows are, or why nobody was found.</summary>
/// <param name="Registration">The registration; null where a person must decide.</param>
/// <param name="Reason">The stable code of why; null where one was found.</param>
/// <param name="Candidates">Whom ids and addresses point to, where nobody was found.</param>
internal sealed record CallerProof(RegistrationId? Registration, string? Reason, ImmutableArray<RegistrationId> Candidates)
{
    internal static CallerProof None(CatalogText reason, ImmutableArray<RegistrationId> candidates) => new(null, reason.Code, candidates);
}
