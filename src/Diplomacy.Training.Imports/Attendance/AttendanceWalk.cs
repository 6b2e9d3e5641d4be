using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>Walks a report from its first line to its last: what it tells of the meeting, its sections, and the rows of its tables.</summary>
internal sealed class AttendanceWalk(SourceBytes source, IReadOnlyList<KnownTable> tables, CellWords words, bool acceptTotals, ImportFaults faults)
{
    // A section of which this much is understood tells of people and times: passing over it would lose them.
    private const int PartlyUnderstood = 2;

    private readonly MeetingFacts _meeting = new(faults.Options);
        private bool _hasIntervals;
    private bool _inKnownSection;
    private int _section;

    /// <summary>Reads the whole report; its rows wait for the order of day and month and the zone.</summary>
    internal AttendanceDraft Read(CancellationToken cancellationToken)
    {
        var (separator, header, first) = AttendanceHeader.Find(source, tables, faults);
        if (first.Table.Form == TableForm.Totals && !acceptTotals)
        {
            throw faults.Refuse(ImportWords.ReportHasTimes, header);
        }

        AttendanceLayout layout = first.Layout;
        var draft = new AttendanceDraft(layout, new WrittenTimes(faults), _meeting, header);
        using var records = new RecordReader(source, separator, faults);
        AttendanceTableRows? open = null;
        while (records.Read())
        {
            if ((records.Row & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (records.Row <= header)
            {
                open = records.Row == header ? Open(first, records, draft) : null;
                if (open is null)
                {
                    _meeting.Read(records, draft.Times);
                }
            }
            else if (layout.HasSections && IsTitle(records, open))
            {
                (open, _section, _inKnownSection) = (null, records.Row, false);
            }
            else if (open is not null)
            {
                open.Read();
            }
            else if (!_inKnownSection)
            {
                open = OpenSection(layout, records, draft);
            }
        }

        if (!_hasIntervals)
        {
            faults.ThrowIfAny();
            throw faults.Refuse(ImportWords.ReportHasIntervals, header);
        }

        return draft;
    }

    private AttendanceTableRows Open(KnownTable table, RecordReader records, AttendanceDraft draft)
    {
        _hasIntervals |= table.Table.Form != TableForm.Identities;
        return new(table, records, draft, words, faults);
    }

    // The first row of a section is its header; of a section that is not known every row is passed over.
    private AttendanceTableRows? OpenSection(AttendanceLayout layout, RecordReader records, AttendanceDraft draft)
    {
        string[] keys = AttendanceHeader.Keys(records);
        var best = tables.Where(table => table.Layout == layout).Select(table => (Table: table, Fit: table.Fit(keys))).MaxBy(found => (found.Fit.IsComplete, found.Fit.Matches));
        if (best.Fit.IsComplete)
        {
            return Open(best.Table, records, draft);
        }

        _inKnownSection = true;
        if (best.Fit.Matches >= PartlyUnderstood)
        {
            AttendanceHeader.AddUnknown(faults, best.Table, keys, records);
        }
        else
        {
            faults.Warn(ImportWords.SectionIsKnown, _section, null, null);
        }

        return null;
    }

    // A line with one value, where everybody's row would have a time.
    private static bool IsTitle(RecordReader records, AttendanceTableRows? open)
    {
        if (open is not null && open.HasTime())
        {
            return false;
        }

        if (records.IsEmpty(0))
        {
            return false;
        }

        for (int i = 1; i < records.FieldCount; i++)
        {
            if (!records.IsEmpty(i))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A report whose rows were read and whose times are not instants yet.</summary>
internal sealed record AttendanceDraft(AttendanceLayout Layout, WrittenTimes Times, MeetingFacts Meeting, int HeaderRow)
{
    internal PendingRows Rows { get; } = new();

    /// <summary>Whose the rows are.</summary>
    internal CallerPool Callers { get; } = new();

    internal List<AttendanceTotal> Totals { get; } = [];
}

/// <summary>What a report tells of the meeting as a whole.</summary>
internal sealed class MeetingFacts(ImportOptions options)
{
    private readonly HeaderNames _names = KnownTable.OfTheMeeting(options);
    private ImportColumn?[] _above = [];
    private bool _severalIds;
    private bool _severalStarts;
    private byte[] _idBytes = [];

    /// <summary>The meeting's id; null where none is told, or several are.</summary>
    internal string? Id { get; private set; }

    /// <summary>When it began; does not exist where that is not told, or for several meetings.</summary>
    internal WrittenTime Start { get; private set; }

    internal WrittenTime End { get; private set; }

    /// <summary>A line above the first header: a name with its value beside it, or names with their values in the next line.</summary>
    internal void Read(RecordReader records, WrittenTimes times)
    {
        ImportColumn?[] named = [.. AttendanceHeader.Keys(records).Select(_names.FindKey)];
        if (named.Count(column => column is not null) > 1)
        {
            _above = named;
            return;
        }

        if (_above.Length > 0)
        {
            for (int i = 0; i < _above.Length; i++)
            {
                Take(_above[i], records, i, times);
            }

            _above = [];
        }
        else if (named.Length > 1)
        {
            Take(named[0], records, 1, times);
        }
    }

    /// <summary>What a participant's row tells of the meeting.</summary>
    internal void Add(ReadOnlySpan<byte> id)
    {
        if (id.SequenceEqual(_idBytes) || id.IsEmpty || _severalIds)
        {
            return;
        }

        _severalIds = _idBytes.Length > 0;
        _idBytes = id.ToArray();
        Id = _severalIds ? null : Legible(Encoding.UTF8.GetString(id));
    }

    /// <inheritdoc cref="Add(ReadOnlySpan{byte})"/>
    internal void Add(in WrittenTime start)
    {
        if (start.Exists && !_severalStarts && start != Start)
        {
            _severalStarts = Start.Exists;
            Start = _severalStarts ? default : start;
        }
    }

    private void Take(ImportColumn? column, RecordReader records, int field, WrittenTimes times)
    {
        ReadOnlySpan<byte> value = records.Bytes(field);
        if (column == AttendanceColumns.MeetingId)
        {
            Add(value);
        }
        else if (column is not null && WrittenTime.TryParse(value, out WrittenTime time))
        {
            if (times.IsFirstOpen(time, records.Row))
            {
                times.TellFirstOpen(time, records.Row, column, records[field]);
            }

            if (column == AttendanceColumns.MeetingStart)
            {
                Add(time);
            }
            else
            {
                End = time;
            }
        }
    }

    private static string? Legible(string id) =>
        WrittenText.Normalize(id).Trim() is { Length: > 0 and <= 100 } text && WrittenText.Unprintable(text) is null ? text : null;
}
