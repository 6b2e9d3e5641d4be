using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Diplomacy.Training;

/// <summary>
/// Merges everything that tells of one person's presence into one figure per session: overlapping times from devices, reconnects, files, room and call
/// count once (R25, R27), time outside the session and in its breaks does not count (R26), a missing end is the session's end (R28).
/// </summary>
/// <remarks>Pure and immutable; safe for use from many threads. The order of the evidence never matters, and saying a thing twice changes nothing. Takes O(n log n) for n pieces of evidence.</remarks>
public sealed class AttendanceMerge
{
    private const EvidenceKind Presence = EvidenceKind.Room | EvidenceKind.Call;

    private static readonly EvidenceKind[] s_kinds = [EvidenceKind.Room, EvidenceKind.Call, EvidenceKind.Inferred];

    private readonly ImmutableArray<ScheduledItem> _sessions;
    private readonly ImmutableArray<Duration> _lengths;
    private readonly ImmutableArray<(Instant Start, Instant End, int Session)> _counted;

    /// <summary>Measures against an agenda.</summary>
    /// <param name="agenda">The agenda; its sessions do not overlap.</param>
    /// <param name="sitting">The sitting whose sessions are measured against, and those of all sittings; null for every session.</param>
    public AttendanceMerge(Agenda agenda, string? sitting = null)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        _sessions = [.. agenda.SessionsOf(sitting)];
        ImmutableArray<Interval>[] counted = [.. _sessions.Select(agenda.CountedTime)];
        _lengths = [.. counted.Select(parts => parts.Aggregate(Duration.Zero, (sum, part) => sum + part.Duration))];
        _counted = [.. counted.SelectMany((parts, session) => parts.Select(part => (part.Start, part.End, session)))];
    }

    [Flags]
    private enum EvidenceKind
    {
        Room = 1,
        Call = 2,
        Inferred = 4,
    }

    /// <summary>One person's presence in every session that is measured against, in the agenda's order.</summary>
    /// <param name="evidence">All that is known of this person, in any order.</param>
    /// <returns>One entry for each session, also where there was no presence. First and last moments, room, call and inferred ends are told of counted time only.</returns>
    public ImmutableArray<SessionPresence> Of(IEnumerable<PresenceEvidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var spans = new List<EvidenceSpan>();
        EvidenceKind seen = 0;
        foreach (PresenceEvidence piece in evidence)
        {
            if (Resolve(piece) is { } span)
            {
                spans.Add(span);
                seen |= span.Kind;
            }
        }

        spans.Sort(static (x, y) => x.Start.CompareTo(y.Start));
        var sums = new SessionSum[_sessions.Length];
        Sweep(spans, Presence, sums);
        foreach (EvidenceKind kind in s_kinds)
        {
            if ((seen & kind) != 0)
            {
                Sweep(spans, kind, sums);
            }
        }

        var presence = ImmutableArray.CreateBuilder<SessionPresence>(sums.Length);
        for (int i = 0; i < sums.Length; i++)
        {
            SessionSum sum = sums[i];
            presence.Add(new(
                _sessions[i].Item.Code, sum.Present, _lengths[i], sum.First, sum.Last,
                (sum.Seen & EvidenceKind.Room) != 0, (sum.Seen & EvidenceKind.Call) != 0, (sum.Seen & EvidenceKind.Inferred) != 0));
        }

        return presence.MoveToImmutable();
    }

    /// <summary>The session that is running at a moment, or else the next one: where something that began then and never ended is taken to end.</summary>
    private ScheduledItem? RunningOrNext(Instant moment)
    {
        foreach (ScheduledItem session in _sessions)
        {
            if (session.Time.End > moment)
            {
                return session;
            }
        }

        return null;
    }

    private EvidenceSpan? Resolve(PresenceEvidence piece)
    {
        if (piece.Mode == DeliveryMode.InPerson && piece.Session is null)
        {
            return null;
        }

        // What the door says holds for the session it was said of; what the call says holds for as long as the connection stood.
        bool bound = piece.Session is not null;
        ScheduledItem? session = bound ? Find(piece.Session!) : piece.Until is null ? RunningOrNext(piece.From) : null;
        if (session is null && (bound || piece.Until is null))
        {
            return null;
        }

        Instant end = piece.Until ?? session!.Time.End;
        Instant start = piece.From;
        if (bound)
        {
            start = Instant.Max(start, session!.Time.Start);
            end = Instant.Min(end, session.Time.End);
        }

        EvidenceKind kind = (piece.Mode == DeliveryMode.InPerson ? EvidenceKind.Room : EvidenceKind.Call) | (piece.Until is null ? EvidenceKind.Inferred : 0);
        return start < end ? new EvidenceSpan(start, end, kind) : null;
    }

    private ScheduledItem? Find(string code)
    {
        foreach (ScheduledItem session in _sessions)
        {
            if (session.Item.Code == code)
            {
                return session;
            }
        }

        return null;
    }

    /// <summary>Unites the spans of some kinds, which are ordered by start, and walks the union along the counted time.</summary>
    private void Sweep(List<EvidenceSpan> spans, EvidenceKind kinds, SessionSum[] sums)
    {
        int part = 0;
        Instant start = default, end = default;
        bool open = false;
        foreach (ref readonly EvidenceSpan span in CollectionsMarshal.AsSpan(spans))
        {
            if ((span.Kind & kinds) == 0)
            {
                continue;
            }

            if (open && span.Start <= end)
            {
                end = Instant.Max(end, span.End);
                continue;
            }

            if (open)
            {
                Walk(ref part, start, end, kinds, sums);
            }

            (start, end, open) = (span.Start, span.End, true);
        }

        if (open)
        {
            Walk(ref part, start, end, kinds, sums);
        }
    }

    private void Walk(ref int part, Instant start, Instant end, EvidenceKind kinds, SessionSum[] sums)
    {
        while (part < _counted.Length && _counted[part].End <= start)
        {
            part++;
        }

        for (int i = part; i < _counted.Length && _counted[i].Start < end; i++)
        {
            ref SessionSum sum = ref sums[_counted[i].Session];
            if (kinds == Presence)
            {
                sum.Add(Instant.Max(start, _counted[i].Start), Instant.Min(end, _counted[i].End));
            }
            else
            {
                sum.Seen |= kinds;
            }
        }
    }

    private readonly record struct EvidenceSpan(Instant Start, Instant End, EvidenceKind Kind);

    private struct SessionSum
    {
        internal Duration Present;
        internal Instant? First;
        internal Instant? Last;
        internal EvidenceKind Seen;

        internal void Add(Instant start, Instant end)
        {
            Present += end - start;
            First ??= start;
            Last = end;
        }
    }
}
