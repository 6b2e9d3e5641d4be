using System.Collections.Immutable;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Makes the list for whoever decides about callers: what the file called them, why nobody was found, and who it may be.</summary>
internal sealed class CallerReview(IPersonalRecords records, ITrainingQueries queries, PeopleDesk people)
{
    private const int MostSuggestions = 5;
    private const double LeastLikeness = 0.5;

    /// <summary>One item for each caller, ordered by source and first row.</summary>
    internal async ValueTask<ImmutableArray<ReviewItem>> ItemsAsync(
        IReadOnlyCollection<(CallReport Report, Caller Caller)> undecided, IReadOnlyCollection<Registration> confirmed, CancellationToken cancellationToken)
    {
        if (undecided.Count == 0)
        {
            return [];
        }

        var named = new List<(Registration Registration, NameLikeness? Name)>();
        foreach (Registration registration in confirmed)
        {
            Person? person = await people.FindAsync(registration.Person, cancellationToken).ConfigureAwait(false);
            named.Add((registration, person is null ? null : NameLikeness.To(person.Name)));
        }

        var sources = new Dictionary<RecordId, string>();
        var items = new List<ReviewItem>();
        foreach (var caller in undecided.GroupBy(u => u.Caller.Key))
        {
            var rows = new List<SourceRow>();
            foreach (var (report, one) in caller)
            {
                if (!sources.TryGetValue(report.Source.Id, out string? source))
                {
                    sources.Add(report.Source.Id, source = await CallerMatching.TextAsync(records, report.Source, cancellationToken).ConfigureAwait(false) ?? "");
                }

                rows.AddRange(one.Connections.Select(c => new SourceRow(source, c.Row)));
            }

            Caller last = caller.Last().Caller;
            CallerPayload? identity = await IdentityAsync(last.Identity, cancellationToken).ConfigureAwait(false);
            items.Add(new(
                caller.Key, [.. rows.OrderBy(r => r.Source, StringComparer.Ordinal).ThenBy(r => r.Number)],
                identity?.DisplayName ?? "", identity?.Email, identity?.UserPrincipalName, new TrainingText(last.Reason!),
                identity is null ? [] : await SuggestAsync(identity, last.Candidates, named, cancellationToken).ConfigureAwait(false)));
        }

        return [.. items.OrderBy(i => i.Source, StringComparer.Ordinal).ThenBy(i => i.RowNumber)];
    }

    private async ValueTask<CallerPayload?> IdentityAsync(RecordRef? reference, CancellationToken cancellationToken) =>
        reference is not null && await records.FindAsync(reference.Id, cancellationToken).ConfigureAwait(false) is { } record
            ? JsonSerializer.Deserialize(record.Payload, AttendanceJson.Default.CallerPayload)
            : null;

    private async ValueTask<ImmutableArray<ReviewSuggestion>> SuggestAsync(
        CallerPayload caller, ImmutableArray<RegistrationId> candidates, List<(Registration Registration, NameLikeness? Name)> confirmed, CancellationToken cancellationToken)
    {
        var sharing = new HashSet<PersonId>();
        foreach (string address in new[] { caller.Email, caller.UserPrincipalName }.OfType<string>())
        {
            sharing.UnionWith(await queries.PeopleWithEmailAsync(address, cancellationToken).ConfigureAwait(false));
        }

        IReadOnlyList<string[]> parts = NameLikeness.PartsOf(caller.DisplayName);
        return
        [
            .. confirmed
                .Select(c => new ReviewSuggestion(c.Registration.Id, c.Registration.Person, c.Name?.To(parts) ?? 0, sharing.Contains(c.Registration.Person) || candidates.Contains(c.Registration.Id)))
                .Where(s => s.HasAddress || s.Likeness >= LeastLikeness)
                .OrderByDescending(s => s.HasAddress).ThenByDescending(s => s.Likeness).ThenBy(s => s.Registration.ToString(), StringComparer.Ordinal)
                .Take(MostSuggestions),
        ];
    }
}
