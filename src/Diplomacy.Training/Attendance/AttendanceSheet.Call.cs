using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

// The call: reports, callers, and what people decided about them.
public sealed partial class AttendanceSheet
{
    /// <summary>
    /// Imports a call's report. The same file again, read in the same zone, changes nothing, also when a corrected one has replaced it since (R31); read in another zone
    /// it replaces its first reading, which comes back where the file itself is named as what is replaced. Decisions about callers stay (R30).
    /// </summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="report">The report.</param>
    /// <param name="supersession">What it replaces; <see cref="ReportSupersession.SameSource"/> when null.</param>
    /// <param name="now">The present.</param>
    /// <returns>The report as it was first imported.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.status-allows</c>, <c>attendance.report-is-in-force</c>.</exception>
    public Decision<CallReport> Import(Workshop workshop, CallReport report, ReportSupersession? supersession, Instant now)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentNullException.ThrowIfNull(report);
        if (ReadBefore(report.Digest, report.ZoneId, supersession) is { } before)
        {
            return Decision.Of(before);
        }

        ImmutableArray<string>? named = supersession?.Digests;
        TrainingRuleException.ThrowIfAny(
        [
            .. CheckTakesPlace(workshop),
            .. (named ?? []).Where(digest => !_inForce.ContainsKey(digest)).Select(digest => AttendanceRules.ReportIsInForce.Broken(("workshop", workshop.Id.ToString()), ("digest", digest))),
        ]);
        IEnumerable<string> replaced = named ?? _inForce.Values.Where(report.IsOfSameSourceAs).Select(other => other.Digest);
        return Decision.Of(report, new CallReportImported(
            now, report, [.. replaced.Concat(_inForce.ContainsKey(report.Digest) ? [report.Digest] : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }

    /// <summary>The report that makes importing a file again change nothing; null where it changes something.</summary>
    internal CallReport? ReadBefore(string digest, string zoneId, ReportSupersession? supersession)
    {
        // Whoever names what is replaced means it: the file counts again, unless it does already and they do not.
        bool changes = !_read.Contains((digest, zoneId))
            || (supersession?.Digests is { IsEmpty: false } named && !(_inForce.TryGetValue(digest, out CallReport? current) && current.ZoneId == zoneId && named.All(n => n == digest || (_byDigest.ContainsKey(n) && !_inForce.ContainsKey(n)))));
        return changes ? null : FindReport(digest);
    }

    /// <summary>Notes whose ids of the call's platform are. Reports imported from now on are matched by them first (R30). Mapping the same again changes nothing.</summary>
    /// <param name="salt">The record with the sheet's salt.</param>
    /// <param name="registrants">Salted ids and whose they are; null takes a mapping back. Later ones of a list see earlier ones.</param>
    /// <param name="now">The present.</param>
    /// <returns>How many changed.</returns>
    /// <exception cref="TrainingRuleException"><c>attendance.registrant-is-ones</c>.</exception>
    internal Decision<int> MapRegistrants(RecordRef salt, IReadOnlyList<MappedRegistrant> registrants, Instant now)
    {
        var changed = new Dictionary<string, RegistrationId?>(StringComparer.Ordinal);
        var unmet = new List<TrainingRule>();
        for (int i = 0; i < registrants.Count; i++)
        {
            var (key, registration) = registrants[i];
            RegistrationId? before = changed.TryGetValue(key, out RegistrationId? inThisList) ? inThisList : RegistrantOf(key);
            if (registration is not null && before is { } other && other != registration)
            {
                unmet.Add(AttendanceRules.RegistrantIsOnes.Broken(("entry", i + 1), ("other", other.ToString())));
            }
            else if (before != registration)
            {
                changed[key] = registration;
            }
        }

        TrainingRuleException.ThrowIfAny(unmet);
        ImmutableArray<MappedRegistrant> all =
            [.. changed.Where(c => c.Value != RegistrantOf(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new MappedRegistrant(c.Key, c.Value))];
        return all.IsEmpty ? Decision.Of(0) : Decision.Of(all.Length, new RegistrantsMapped(now, salt, all));
    }

    /// <summary>The registration that an id of the call's platform is mapped to, by its salted digest.</summary>
    internal RegistrationId? RegistrantOf(string key) => _registrants.TryGetValue(key, out RegistrationId registration) ? registration : null;

    /// <summary>Decides whose a caller's connections are: a person's decision goes before what an address says, and holds for every report. Deciding the same again changes nothing.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="caller">The caller's key.</param>
    /// <param name="registration">Whose; null when the caller is no participant.</param>
    /// <param name="reason">The record with the reason (R34).</param>
    /// <param name="identity">The record with display name and address from now on; null where they were erased.</param>
    /// <param name="now">The present.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="TrainingRuleException"><c>attendance.caller-is-known</c>, <c>attendance.registration-is-confirmed</c>.</exception>
    public Decision<bool> Decide(Workshop workshop, string caller, Registration? registration, RecordRef reason, RecordRef? identity, Instant now)
    {
        ArgumentNullException.ThrowIfNull(reason);
        TrainingRuleException.ThrowIfAny(CheckDecide(workshop, caller, registration));
        return DecisionOn(caller) is { } before && before.Registration == registration?.Id
            ? Decision.Of(false)
            : Decision.Of(true, new CallerDecided(now, caller, registration?.Id, reason, identity));
    }

    /// <summary>Which rules a decision would break; see <see cref="Decide"/>.</summary>
    /// <param name="workshop">The workshop as it stands.</param>
    /// <param name="caller">The caller's key.</param>
    /// <param name="registration">Whose; null when the caller is no participant.</param>
    public IReadOnlyList<TrainingRule> CheckDecide(Workshop workshop, string caller, Registration? registration)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentException.ThrowIfNullOrEmpty(caller);
        var unmet = new List<TrainingRule>();
        if (!_identities.ContainsKey(caller))
        {
            unmet.Add(AttendanceRules.CallerIsKnown.Broken(("workshop", workshop.Id.ToString()), ("caller", caller)));
        }

        if (registration is { Status: not (RegistrationStatus.Confirmed or RegistrationStatus.Substituted) })
        {
            unmet.Add(NotConfirmed(workshop, registration.Id.ToString(), registration));
        }

        return unmet;
    }

    /// <summary>Erases what files called those callers who are nobody's, the names of the sources and the sheet's salt. Erasing again changes nothing, unless something was kept since.</summary>
    /// <param name="count">How many such personal records there are; they are erased in the same append.</param>
    /// <param name="now">The present.</param>
    /// <returns>How many records are erased.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Decision<int> EraseCallers(int count, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 && Salt is null ? Decision.Of(0) : Decision.Of(count, new CallersErased(now, count));
    }

    /// <summary>Whose a caller's connections are: as decided by a person, or else as found by registrant id or address.</summary>
    internal RegistrationId? OwnerOf(Caller caller) => _decisions.TryGetValue(caller.Key, out CallerDecision? decision) ? decision.Registration : caller.Registration;

    /// <summary>The record with a caller's display name and address, of any report; null where there is none.</summary>
    internal RecordRef? IdentityOf(string caller) => _identities.GetValueOrDefault(caller);

    /// <summary>The keys of all callers of all reports.</summary>
    internal IEnumerable<string> CallerKeys => _identities.Keys;
}

/// <summary>What a person decided about a caller.</summary>
/// <param name="Registration">Whose the connections are; null when the caller is no participant.</param>
/// <param name="Reason">The personal record with the reason.</param>
public sealed record CallerDecision(RegistrationId? Registration, RecordRef Reason);
