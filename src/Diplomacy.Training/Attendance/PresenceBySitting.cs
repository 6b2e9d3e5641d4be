using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>
/// Measures presence in a workshop that is held several times: somebody registered for one sitting may have attended another. Presence is computed for each sitting by itself,
/// and the one with the largest share counts; the one registered for, where shares are equal.
/// </summary>
internal sealed class PresenceBySitting
{
    private readonly Agenda _agenda;
    private readonly AttendanceMerge _everySession;
    private readonly SortedDictionary<string, AttendanceMerge> _sittings;

    internal PresenceBySitting(Agenda agenda)
    {
        _agenda = agenda;
        _everySession = new(agenda);
        _sittings = new(agenda.Sittings.ToDictionary(sitting => sitting, sitting => new AttendanceMerge(agenda, sitting)), StringComparer.Ordinal);
    }

    internal PersonPresence Of(Registration registration, ImmutableArray<PresenceEvidence> evidence, IEnumerable<(string Session, PresenceCorrection Correction)> corrections)
    {
        Dictionary<string, PresenceCorrection> corrected = corrections.ToDictionary(c => c.Session, c => c.Correction, StringComparer.Ordinal);
        if (registration.Claim.Sitting is not { } own)
        {
            return new(registration.Id, registration.Person, registration.Claim, Measure(_everySession, evidence, corrected)) { Evidence = evidence };
        }

        // A sitting that the agenda has no longer leaves the sessions that are of all sittings.
        AttendanceMerge merge = _sittings.TryGetValue(own, out AttendanceMerge? known) ? known : new(_agenda, own);
        var registered = new PersonPresence(registration.Id, registration.Person, registration.Claim, Measure(merge, evidence, corrected)) { Evidence = evidence };
        PersonPresence best = registered;
        foreach (var (sitting, other) in _sittings.Where(_ => evidence.Length > 0 || corrected.Count > 0))
        {
            ImmutableArray<SessionPresence> sessions = sitting == own ? [] : Measure(other, evidence, corrected);

            // Who was only in what all sittings share attended no other sitting, however short that one is.
            if (sessions.Any(session => session.Present > Duration.Zero && registered.Sessions.All(mine => mine.Session != session.Session))
                && registered with { Sessions = sessions, Sitting = sitting } is var there && HasLargerShare(there, best))
            {
                best = there;
            }
        }

        return best;
    }

    private static ImmutableArray<SessionPresence> Measure(AttendanceMerge merge, ImmutableArray<PresenceEvidence> evidence, Dictionary<string, PresenceCorrection> corrected)
    {
        ImmutableArray<SessionPresence> sessions = merge.Of(evidence.AsSpan());
        return corrected.Count == 0 ? sessions : [.. sessions.Select(s => corrected.TryGetValue(s.Session, out PresenceCorrection? correction) ? s.With(correction) : s)];
    }

    /// <summary>Exact: a certificate may hang on it.</summary>
    private static bool HasLargerShare(PersonPresence one, PersonPresence other) =>
        other.Present == Duration.Zero
        || (Int128)one.Present.ToInt64Nanoseconds() * other.Counted.ToInt64Nanoseconds() > (Int128)other.Present.ToInt64Nanoseconds() * one.Counted.ToInt64Nanoseconds();
}
