using System.Collections.Immutable;

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
        var instants = new LocalInstants(given!, draft.Times);
        ImmutableArray<AttendanceRow> rows = Rows(instants, order, cancellationToken);
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

    private ImmutableArray<AttendanceRow> Rows(LocalInstants instants, DateOrder order, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<AttendanceRow>(draft.Rows.Count);
        AttendanceTable table = draft.Layout.Tables[0];
        var events = new AttendanceEvents();
        foreach (ReadOnlyMemory<PendingRow> piece in draft.Rows.Pieces())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref readonly PendingRow pending in piece.Span)
            {
                Instant? joined = pending.Joined.Exists ? instants.Find(pending.Joined, order, pending.Number, table.Joined ?? table.At!) : null;
                Instant? left = pending.Left.Exists ? instants.Find(pending.Left, order, pending.Number, table.Left ?? table.At!) : null;
                if ((pending.Marks & RowMarks.Event) != 0)
                {
                    events.Add(pending.Number, pending.Caller, joined ?? left, joins: pending.Joined.Exists);
                    continue;
                }

                if (joined is { } from && left is { } to)
                {
                    Compare(pending, from, to, instants.Zone, table);
                }

                rows.Add(Row(pending.Number, pending.Caller, joined, left, (pending.Marks & RowMarks.InWaitingRoom) != 0));
            }
        }

        foreach (var (number, caller, joined, left) in events.Intervals())
        {
            rows.Add(Row(number, caller, joined, left, false));
        }

        return rows.DrainToImmutable();
    }

    private static AttendanceRow Row(int number, AttendanceCaller caller, Instant? joined, Instant? left, bool waiting) =>
        new(number, caller.Name, caller.Email, joined, left, waiting) { RegistrantId = caller.RegistrantId, UserPrincipalName = caller.UserPrincipalName };

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
