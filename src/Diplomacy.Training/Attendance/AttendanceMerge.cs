using System.Buffers;
using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>
/// Merges everything that tells of one person's presence into one figure per session: overlapping times from devices, reconnects, files, room and call
/// count once (R25, R27), time outside the session and in its breaks does not count (R26), a missing end is the session's end (R28).
/// </summary>
/// <remarks>Pure and immutable; safe for use from many threads. The order of the evidence never matters, and saying a thing twice changes nothing. Takes O(n log n) for n pieces of evidence.</remarks>
public sealed class AttendanceMerge
{
    private const EvidenceKind Presence = EvidenceKind.Room | EvidenceKind.Call;
    private const int FewSessions = 32;
    private const EvidenceKind Weak = EvidenceKind.CallInferred | EvidenceKind.Decided;

    private readonly ImmutableArray<ScheduledItem> _sessions;
    private readonly ImmutableArray<ScheduledItem> _everySession;
    private readonly ImmutableArray<Duration> _lengths;

    // Everything within is told in nanoseconds since the first counted moment: exact, and small.
    private readonly Instant _zero;
    private readonly Instant _end;
    private readonly ImmutableArray<(long Start, long End, int Session)> _counted;

    /// <summary>Measures against an agenda.</summary>
    /// <param name="agenda">The agenda; its sessions do not overlap.</param>
    /// <param name="sitting">The sitting whose sessions are measured against, and those of all sittings; null for every session.</param>
    public AttendanceMerge(Agenda agenda, string? sitting = null)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        _sessions = [.. agenda.SessionsOf(sitting)];
        _everySession = [.. agenda.Sessions];
        ImmutableArray<Interval>[] counted = [.. _sessions.Select(agenda.CountedTime)];
        _lengths = [.. counted.Select(parts => parts.Aggregate(Duration.Zero, (sum, part) => sum + part.Duration))];
        Interval[] all = [.. counted.SelectMany(parts => parts)];
        (_zero, _end) = all.Length == 0 ? default : (all.Min(part => part.Start), all.Max(part => part.End));
        _counted = [.. counted.SelectMany((parts, session) => parts.Select(part => (Nanoseconds(part.Start), Nanoseconds(part.End), session)))];
    }

    [Flags]
    private enum EvidenceKind
    {
        Room = 1,
        Call = 2,
        Inferred = 4,
        CallInferred = 8,
        Decided = 16,
    }

    /// <summary>One person's presence in every session that is measured against, in the agenda's order.</summary>
    /// <param name="evidence">All that is known of this person, in any order.</param>
    /// <returns>One entry for each session, also where there was no presence. First and last moments, room, call and inferred ends are told of counted time only.</returns>
    public ImmutableArray<SessionPresence> Of(IEnumerable<PresenceEvidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Of(evidence is PresenceEvidence[] array ? array : evidence is ImmutableArray<PresenceEvidence> { IsDefault: false } immutable ? immutable.AsSpan() : [.. evidence]);
    }

    /// <summary>One person's presence in every session that is measured against, in the agenda's order.</summary>
    /// <param name="evidence">All that is known of this person, in any order.</param>
    /// <returns>One entry for each session, as for a list.</returns>
    public ImmutableArray<SessionPresence> Of(ReadOnlySpan<PresenceEvidence> evidence)
    {
        EvidenceSpan[] rented = ArrayPool<EvidenceSpan>.Shared.Rent(Math.Max(1, evidence.Length));
        try
        {
            return Of(evidence, rented);
        }
        finally
        {
            ArrayPool<EvidenceSpan>.Shared.Return(rented);
        }
    }

    private ImmutableArray<SessionPresence> Of(ReadOnlySpan<PresenceEvidence> evidence, EvidenceSpan[] rented)
    {
        int count = 0;
        bool ordered = true;
        EvidenceKind seen = 0;
        foreach (ref readonly PresenceEvidence piece in evidence)
        {
            if (Resolve(in piece) is { } span)
            {
                ordered &= count == 0 || rented[count - 1].Start <= span.Start;
                rented[count++] = span;
                seen |= span.Kind;
            }
        }

        Span<EvidenceSpan> spans = rented.AsSpan(0, count);
        if (!ordered)
        {
            spans.Sort(static (x, y) => x.Start.CompareTo(y.Start));
        }

        Span<SessionSum> sums = _sessions.Length <= FewSessions ? stackalloc SessionSum[_sessions.Length] : new SessionSum[_sessions.Length];
        Sweep(spans, Presence, 0, SumOf.Present, sums);
        if ((seen & Weak) != 0)
        {
            Sweep(spans, Presence, Weak, SumOf.Firm, sums);
            Sweep(spans, Presence, EvidenceKind.Decided, SumOf.Undecided, sums);
        }

        for (int i = 0; i < sums.Length; i++)
        {
            if ((seen & Weak) == 0)
            {
                (sums[i].Firm, sums[i].Undecided) = (sums[i].Present, sums[i].Present);
            }
        }

        for (EvidenceKind kind = EvidenceKind.Room; kind <= EvidenceKind.Inferred; kind = (EvidenceKind)((int)kind << 1))
        {
            if ((seen & kind) != 0)
            {
                Sweep(spans, kind, 0, SumOf.Kinds, sums);
            }
        }

        var presence = ImmutableArray.CreateBuilder<SessionPresence>(sums.Length);
        for (int i = 0; i < sums.Length; i++)
        {
            SessionSum sum = sums[i];
            presence.Add(new(
                _sessions[i].Item.Code, Duration.FromNanoseconds(sum.Present), _lengths[i],
                sum.Present == 0 ? null : _zero + Duration.FromNanoseconds(sum.First), sum.Present == 0 ? null : _zero + Duration.FromNanoseconds(sum.Last),
                (sum.Seen & EvidenceKind.Room) != 0, (sum.Seen & EvidenceKind.Call) != 0, (sum.Seen & EvidenceKind.Inferred) != 0)
            {
                Confidence = sum.Present == 0 ? PresenceConfidence.None
                    : sum.Firm == sum.Present ? PresenceConfidence.Confirmed
                    : sum.Undecided == sum.Present ? PresenceConfidence.Inferred
                    : PresenceConfidence.Decided,
            });
        }

        return presence.MoveToImmutable();
    }

    /// <summary>
    /// The session that is running at a moment, or else the next one: where something that began then and never ended is taken to end. Of those that are measured against where one is running,
    /// else of all sittings: who was in one sitting and whose end is missing was not in another one because of that.
    /// </summary>
    private ScheduledItem? RunningOrNext(Instant moment)
    {
        foreach (ScheduledItem session in _sessions)
        {
            if (session.Time.Contains(moment))
            {
                return session;
            }
        }

        foreach (ScheduledItem session in _everySession)
        {
            if (session.Time.End > moment)
            {
                return session;
            }
        }

        return null;
    }

    private EvidenceSpan? Resolve(in PresenceEvidence piece)
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

        EvidenceKind kind = piece.Mode == DeliveryMode.InPerson ? EvidenceKind.Room : EvidenceKind.Call;
        if (piece.Until is null)
        {
            kind |= kind == EvidenceKind.Call ? EvidenceKind.Inferred | EvidenceKind.CallInferred : EvidenceKind.Inferred;
        }

        if (piece.IsDecided)
        {
            kind |= EvidenceKind.Decided;
        }

        start = Instant.Max(start, _zero);
        end = Instant.Min(end, _end);
        return start < end ? new EvidenceSpan(Nanoseconds(start), Nanoseconds(end), kind) : null;
    }

    private long Nanoseconds(Instant moment) => (moment - _zero).ToInt64Nanoseconds();

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

    /// <summary>Unites the spans of some kinds and none of others, which are ordered by start, and walks the union along the counted time.</summary>
    private void Sweep(ReadOnlySpan<EvidenceSpan> spans, EvidenceKind kinds, EvidenceKind without, SumOf what, Span<SessionSum> sums)
    {
        int part = 0;
        long start = 0, end = 0;
        bool open = false;
        foreach (ref readonly EvidenceSpan span in spans)
        {
            if ((span.Kind & kinds) == 0 || (span.Kind & without) != 0)
            {
                continue;
            }

            if (open && span.Start <= end)
            {
                end = Math.Max(end, span.End);
                continue;
            }

            if (open)
            {
                Walk(ref part, start, end, kinds, what, sums);
            }

            (start, end, open) = (span.Start, span.End, true);
        }

        if (open)
        {
            Walk(ref part, start, end, kinds, what, sums);
        }
    }

    private void Walk(ref int part, long start, long end, EvidenceKind kinds, SumOf what, Span<SessionSum> sums)
    {
        while (part < _counted.Length && _counted[part].End <= start)
        {
            part++;
        }

        for (int i = part; i < _counted.Length && _counted[i].Start < end; i++)
        {
            ref SessionSum sum = ref sums[_counted[i].Session];
            long from = Math.Max(start, _counted[i].Start), until = Math.Min(end, _counted[i].End);
            switch (what)
            {
                case SumOf.Kinds:
                    sum.Seen |= kinds;
                    break;
                case SumOf.Firm:
                    sum.Firm += until - from;
                    break;
                case SumOf.Undecided:
                    sum.Undecided += until - from;
                    break;
                default:
                    sum.First = sum.Present == 0 ? from : sum.First;
                    sum.Present += until - from;
                    sum.Last = until;
                    break;
            }
        }
    }

    private enum SumOf
    {
        Present,
        Firm,
        Undecided,
        Kinds,
    }

    private readonly record struct EvidenceSpan(long Start, long End, EvidenceKind Kind);

    private struct SessionSum
    {
        internal long Present;
        internal long Firm;
        internal long Undecided;
        internal long First;
        internal long Last;
        internal EvidenceKind Seen;
    }
}
