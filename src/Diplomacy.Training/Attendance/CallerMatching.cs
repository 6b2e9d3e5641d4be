using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// Makes of a log what the sheet keeps: tells rows that are no evidence, groups the others by caller under a salted key, and finds registrations
/// by address. A name alone finds nobody (R30); what remains waits for a person, with its display name and address in a personal record.
/// </summary>
internal sealed class CallerMatching(WorkshopId workshop, RegistrationBook book, AttendanceSheet sheet, IPersonalRecords records, ITrainingQueries queries)
{
    private const int KeyBytes = 16;
    private const int LongestName = 300;

    private readonly Lazy<ILookup<PersonId, Registration>> _takenOver = new(() => book.All.Values.Where(r => r.Status == RegistrationStatus.Substituted).ToLookup(r => r.Person));
    private readonly Dictionary<string, (RegistrationId? Registration, string? Reason)> _byEmail = new(StringComparer.Ordinal);

    /// <summary>The subject of what belongs to the sheet as a whole: its salt and the names of its sources.</summary>
    internal static string SheetSubject(WorkshopId workshop) => $"sheet:{workshop}";

    /// <summary>The subject of a caller who is nobody's yet.</summary>
    internal static string CallerSubject(WorkshopId workshop, string key) => $"unmatched:{workshop}:{key}";

    /// <summary>The report, and the records that must be kept with it.</summary>
    internal async ValueTask<(CallReport Report, ImmutableArray<PersonalRecord> Records)> ReportAsync(AttendanceLog log, CancellationToken cancellationToken)
    {
        var kept = ImmutableArray.CreateBuilder<PersonalRecord>();
        RecordRef? saltRef = sheet.Salt;
        string? salt = saltRef is null ? null : await TextAsync(records, saltRef, cancellationToken).ConfigureAwait(false);
        if (salt is null)
        {
            salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
            saltRef = Keep(kept, Text(SheetSubject(workshop), SheetTextPayload.SaltKind, salt));
        }

        string sourceName = Legible(log.Source, LongestName);
        RecordRef source = Keep(kept, Text(SheetSubject(workshop), SheetTextPayload.SourceKind, sourceName));

        var ignored = ImmutableArray.CreateBuilder<IgnoredRow>();
        var callers = new Dictionary<string, (string Name, string? Email, List<Connection> Connections)>(StringComparer.Ordinal);
        byte[] secret = Encoding.UTF8.GetBytes(salt);
        foreach (AttendanceRow row in log.Rows)
        {
            if (Refusal(row) is { } reason)
            {
                ignored.Add(new(row.Number, reason.Code));
                continue;
            }

            string name = Legible(row.DisplayName, LongestName);
            string? email = string.IsNullOrWhiteSpace(row.Email) ? null : EmailAddress.Key(Legible(row.Email, LongestName));
            string key = Key(secret, $"{name}\n{email}");
            if (!callers.TryGetValue(key, out var caller))
            {
                callers.Add(key, caller = (name, email, []));
            }

            caller.Connections.Add(new(row.Number, row.Joined!.Value, row.Left));
        }

        var found = ImmutableArray.CreateBuilder<Caller>(callers.Count);
        foreach (var (key, caller) in callers)
        {
            var (registration, reason) = await FindAsync(caller.Email, cancellationToken).ConfigureAwait(false);
            RecordRef? identity = null;
            if (registration is null && sheet.DecisionOn(key) is null)
            {
                identity = sheet.IdentityOf(key) is { } before && await records.FindAsync(before.Id, cancellationToken).ConfigureAwait(false) is not null
                    ? before
                    : Keep(kept, PersonalRecord.Create(
                        CallerSubject(workshop, key), CallerPayload.Kind, JsonSerializer.Serialize(new CallerPayload(caller.Name, caller.Email), AttendanceJson.Default.CallerPayload)));
            }

            found.Add(new(key, registration, reason, identity, [.. caller.Connections.OrderBy(c => c.Row)]));
        }

        return (
            new(log.Digest, Key(secret, $"source\n{sourceName}"), source, saltRef!, log.ZoneId, log.Rows.Length,
                [.. found.OrderBy(c => c.Connections[0].Row)], [.. ignored.OrderBy(i => i.Row)]),
            kept.ToImmutable());
    }

    internal static PersonalRecord Text(string subject, string kind, string text) =>
        PersonalRecord.Create(subject, kind, JsonSerializer.Serialize(new SheetTextPayload(text), AttendanceJson.Default.SheetTextPayload));

    internal static async ValueTask<string?> TextAsync(IPersonalRecords records, RecordRef reference, CancellationToken cancellationToken) =>
        await records.FindAsync(reference.Id, cancellationToken).ConfigureAwait(false) is { } record
            ? JsonSerializer.Deserialize(record.Payload, AttendanceJson.Default.SheetTextPayload)?.Text
            : null;

    /// <summary>Valid Unicode in form C, trimmed and cut: files come from strangers.</summary>
    internal static string Legible(string text, int longest)
    {
        string valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Length > longest ? text[..longest] : text)).Replace('\uFFFE', '\uFFFD');
        return valid.Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Why a row is no evidence (R28, R29); null when it is.</summary>
    private static CatalogText? Refusal(AttendanceRow row) =>
        row.InWaitingRoom ? AttendanceRules.RowInWaitingRoom
        : row.Joined is null ? AttendanceRules.RowWithoutBeginning
        : row.Left <= row.Joined ? AttendanceRules.RowWithoutLength
        : null;

    private static RecordRef Keep(ImmutableArray<PersonalRecord>.Builder kept, PersonalRecord record)
    {
        kept.Add(record);
        return record.Reference;
    }

    /// <summary>The registration under which somebody attends or attended: the active one, or the one that somebody else took over since (R11).</summary>
    internal Registration? AttendingAs(PersonId person) => book.ActiveOf(person) ?? _takenOver.Value[person].LastOrDefault();

    private static string Key(byte[] secret, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)).AsSpan(0, KeyBytes));

    private async ValueTask<(RegistrationId? Registration, string? Reason)> FindAsync(string? email, CancellationToken cancellationToken)
    {
        if (email is null)
        {
            return (null, AttendanceRules.NoAddress.Code);
        }

        if (!_byEmail.TryGetValue(email, out var found))
        {
            IReadOnlyList<PersonId> people = await queries.PeopleWithEmailAsync(email, cancellationToken).ConfigureAwait(false);
            Registration[] confirmed = [.. people.Select(AttendingAs).OfType<Registration>().Where(r => r.Status is RegistrationStatus.Confirmed or RegistrationStatus.Substituted)];
            found = confirmed.Length switch
            {
                1 => (confirmed[0].Id, null),
                > 1 => (null, AttendanceRules.AddressShared.Code),
                _ => (null, (people.Count > 0 ? AttendanceRules.AddressNotConfirmed : AttendanceRules.AddressUnknown).Code),
            };
            _byEmail.Add(email, found);
        }

        return found;
    }
}
