using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// Makes of a log what the sheet keeps: tells rows that are no evidence, groups the others by caller under a salted key, and finds registrations
/// by registrant id and address. A name alone finds nobody (R30); what remains waits for a person, with its display name and address in a personal record.
/// </summary>
internal sealed class CallerMatching(WorkshopId workshop, AttendanceSheet sheet, SheetSalt salt, CallerProofs proofs, IPersonalRecords records)
{
    internal const int LongestName = 300;

    /// <summary>The subject of what belongs to the sheet as a whole: its salt and the names of its sources.</summary>
    internal static string SheetSubject(WorkshopId workshop) => $"sheet:{workshop}";

    /// <summary>The subject of a caller who is nobody's yet.</summary>
    internal static string CallerSubject(WorkshopId workshop, string key) => $"unmatched:{workshop}:{key}";

    /// <summary>The report, and the records that must be kept with it.</summary>
    internal async ValueTask<(CallReport Report, ImmutableArray<PersonalRecord> Records)> ReportAsync(AttendanceLog log, CancellationToken cancellationToken)
    {
        var kept = ImmutableArray.CreateBuilder<PersonalRecord>();
        if (salt.Fresh is { } fresh)
        {
            kept.Add(fresh);
        }

        string sourceName = Legible(log.Source, LongestName);
        RecordRef source = Keep(kept, Text(SheetSubject(workshop), SheetTextPayload.SourceKind, sourceName));

        var ignored = ImmutableArray.CreateBuilder<IgnoredRow>();
        var callers = new Dictionary<(string Name, string? Address), CallerRows>();
        foreach (AttendanceRow row in log.Rows)
        {
            if (Refusal(row) is { } reason)
            {
                ignored.Add(new(row.Number, reason.Code));
                continue;
            }

            string? email = AddressOf(row.Email), userName = AddressOf(row.UserPrincipalName);
            var caller = (Legible(row.DisplayName, LongestName), email ?? userName);
            if (!callers.TryGetValue(caller, out CallerRows? rows))
            {
                callers.Add(caller, rows = new());
            }

            rows.Add(row, email, userName);
        }

        var found = ImmutableArray.CreateBuilder<Caller>(callers.Count);
        foreach (var ((name, address), rows) in callers)
        {
            string key = salt.Caller(name, address);
            CallerProof proof = await proofs.FindAsync(rows.RegistrantIds, rows.Addresses, cancellationToken).ConfigureAwait(false);
            RecordRef? identity = null;
            if (proof.Registration is null && sheet.DecisionOn(key) is null)
            {
                var payload = new CallerPayload(name, address, rows.Addresses.FirstOrDefault(a => a != address));
                identity = sheet.IdentityOf(key) is { } before && await records.FindAsync(before.Id, cancellationToken).ConfigureAwait(false) is not null
                    ? before
                    : Keep(kept, PersonalRecord.Create(CallerSubject(workshop, key), CallerPayload.Kind, JsonSerializer.Serialize(payload, AttendanceJson.Default.CallerPayload)));
            }

            found.Add(new(key, proof.Registration, proof.Reason, identity, proof.Candidates, [.. rows.Connections.OrderBy(c => c.Row)]));
        }

        return (
            new(log.Digest, salt.Source(sourceName), log.MeetingId is { } meeting && !string.IsNullOrWhiteSpace(meeting) ? salt.Meeting(Legible(meeting, LongestName)) : null, log.MeetingStart,
                source, salt.Reference, log.ZoneId, log.Rows.Length, [.. found.OrderBy(c => c.Connections[0].Row)], [.. ignored.OrderBy(i => i.Row)]),
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

    private static string? AddressOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : EmailAddress.Key(Legible(text, LongestName));

    /// <summary>The rows of one display name and address.</summary>
    private sealed class CallerRows
    {
        internal List<Connection> Connections { get; } = [];

        internal SortedSet<string> RegistrantIds { get; } = new(StringComparer.Ordinal);

        internal SortedSet<string> Addresses { get; } = new(StringComparer.Ordinal);

        internal void Add(AttendanceRow row, string? email, string? userName)
        {
            Connections.Add(new(row.Number, row.Joined!.Value, row.Left));
            if (!string.IsNullOrWhiteSpace(row.RegistrantId))
            {
                RegistrantIds.Add(Legible(row.RegistrantId, LongestName));
            }

            foreach (string address in new[] { email, userName }.OfType<string>())
            {
                Addresses.Add(address);
            }
        }
    }
}
