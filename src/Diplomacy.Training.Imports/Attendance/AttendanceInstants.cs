using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Diplomacy.Training.Imports;

/// <summary>Makes of a draft the log's rows: decides the order of day and month and the zone, once for the file, and compares what the report says of durations.</summary>
internal sealed class AttendanceInstants(AttendanceDraft draft, AttendanceReadingOptions reading, ImportFaults faults)
{
    // Reports are made of times with fractions of a second, which they cut off.
    private const int ToleratedSeconds = 2;
    private const int SecondsPerMinute = 60;

    /// <summary>The rows, the zone that they were read in and the order that was decided.</summary>
    /// <exception cref="ImportException">The order or the zone cannot be told, or times do not exist, occur twice, or stand the wrong way round.</exception>
    internal (ImmutableArray<AttendanceRow> Rows, LocalInstants Instants, DateOrder Order, DateOrderBasis Basis) Resolve(
        DateTimeZone? given, IReadOnlyList<DateTimeZone> zones, CancellationToken cancellationToken)
    {
        if (draft.Times.Decide(reading.SessionDate ?? reading.Session?.Start.InUtc().Date) is not { } decided)
        {
            faults.ThrowIfAny();
            throw new InvalidOperationException();
        }

        (DateOrder order, DateOrderBasis basis) = draft.Times.DayStandsFirst switch
        {
            true => (DateOrder.DayFirst, DateOrderBasis.File),
            false => (DateOrder.MonthFirst, DateOrderBasis.File),
            null when decided == DateOrder.Settled => (decided, DateOrderBasis.NotNeeded),
            null => (decided, DateOrderBasis.Session),
        };
        if (given is null)
        {
            faults.ThrowIfAny();
            given = Infer(order, zones);
            faults.ThrowIfAny();
        }

        // Where rows had errors already, the others are still checked, so that all is told at once.
        var instants = new LocalInstants(given!, order, draft.Times);
        ImmutableArray<AttendanceRow> rows = Rows(instants, cancellationToken);
        faults.ThrowIfAny();
        return (rows, instants, order, basis);
    }

    private DateTimeZone? Infer(DateOrder order, IReadOnlyList<DateTimeZone> zones)
    {
        (long First, long Last) span = (long.MaxValue, long.MinValue);
        WrittenTime first = default, last = default;
        foreach (ReadOnlyMemory<PendingRow> piece in draft.Rows.Pieces())
        {
            foreach (ref readonly PendingRow row in piece.Span)
            {
                Take(row.Joined);
                Take(row.Left);
            }
        }

        if (draft.Meeting.Start.Exists)
        {
            Take(draft.Meeting.Start);
        }

        if (!first.Exists)
        {
            // Nothing has a time, so none can be wrong.
            return DateTimeZone.Utc;
        }

        WrittenTime begin = draft.Meeting.Start.Exists ? draft.Meeting.Start : first;
        return InferredZone.Find(begin.In(order), first.In(order), last.In(order), reading.Session!.Value, zones, faults, draft.HeaderRow);

        void Take(in WrittenTime time)
        {
            if (time.Exists)
            {
                long ticks = time.TicksIn(order);
                if (ticks < span.First)
                {
                    (span.First, first) = (ticks, time);
                }

                if (ticks > span.Last)
                {
                    (span.Last, last) = (ticks, time);
                }
            }
        }
    }

    private ImmutableArray<AttendanceRow> Rows(LocalInstants instants, CancellationToken cancellationToken)
    {
        (ReadOnlyMemory<int> owners, IReadOnlyList<AttendanceCaller> callers) = draft.Callers.Finish();
        AttendanceRow[] named = [.. callers.Select(Named)];
        var rows = new AttendanceRow[draft.Rows.Count];
        int count = 0, next = 0;
        AttendanceTable table = draft.Layout.Tables[0];
        ImportColumn joinedColumn = table.Joined ?? table.At!, leftColumn = table.Left ?? table.At!;
        var events = new AttendanceEvents();
        foreach (ReadOnlyMemory<PendingRow> piece in draft.Rows.Pieces())
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<PendingRow> span = piece.Span;
            ReadOnlySpan<int> owner = owners.Span.Slice(next, piece.Length);
            next += piece.Length;
            for (int i = 0; i < owner.Length; i++)
            {
                ref readonly PendingRow pending = ref span[i];
                Instant? joined = pending.Joined.Exists ? instants.Find(pending.Joined, pending.Number, joinedColumn) : null;
                Instant? left = pending.Left.Exists ? instants.Find(pending.Left, pending.Number, leftColumn) : null;
                if ((pending.Marks & RowMarks.Event) != 0)
                {
                    events.Add(pending.Number, callers[owner[i]], joined ?? left, joins: pending.Joined.Exists);
                    continue;
                }

                if (joined is { } from && left is { } to)
                {
                    Compare(pending, from, to, instants.Zone, table);
                }

                rows[count++] = named[owner[i]] with { Number = pending.Number, Joined = joined, Left = left, InWaitingRoom = (pending.Marks & RowMarks.InWaitingRoom) != 0 };
            }
        }

        foreach (var (number, caller, joined, left) in events.Intervals())
        {
            rows[count++] = Named(caller) with { Number = number, Joined = joined, Left = left };
        }

        Array.Resize(ref rows, count);
        return ImmutableCollectionsMarshal.AsImmutableArray(rows);
    }

    private static AttendanceRow Named(AttendanceCaller caller) =>
        new(0, caller.Name, caller.Email, null, null) { RegistrantId = caller.RegistrantId, UserPrincipalName = caller.UserPrincipalName };

    private void Compare(in PendingRow row, Instant joined, Instant left, DateTimeZone zone, AttendanceTable table)
    {
        if (left < joined)
        {
            faults.Add(ImportWords.LeaveFollowsJoin, row.Number, table.Left!.Name, null, ("left", WrittenTimes.Write(left, zone)), ("joined", WrittenTimes.Write(joined, zone)));
            return;
        }

        if (row.Stated == PendingRow.Unstated || !faults.TellsWarnings)
        {
            return;
        }

        double seconds = (left - joined).TotalSeconds;
        if ((row.Marks & RowMarks.StatedInMinutes) == 0)
        {
            if (Math.Abs(row.Stated - seconds) > ToleratedSeconds)
            {
                faults.Warn(ImportWords.SecondsAgree, row.Number, table.Duration!.Name, null, ("reported", row.Stated), ("computed", (long)Math.Round(seconds)));
            }

            return;
        }

        // Rounded up; and without seconds each of both times may be up to a minute later.
        int unknown = ToleratedSeconds + (row.Joined.HasSeconds && row.Left.HasSeconds ? 0 : SecondsPerMinute);
        double rounding = (row.Stated * (double)SecondsPerMinute) - seconds;
        if (rounding < -unknown || rounding >= SecondsPerMinute + unknown)
        {
            faults.Warn(ImportWords.DurationAgrees, row.Number, table.Minutes!.Name, null, ("reported", row.Stated), ("computed", (long)Math.Ceiling(seconds / SecondsPerMinute)));
        }
    }
}
