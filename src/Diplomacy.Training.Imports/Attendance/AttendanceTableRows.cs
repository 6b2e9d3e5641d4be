using System.Buffers.Text;
using System.Text;

namespace Diplomacy.Training.Imports;

/// <summary>The rows below one header of a report. Works on the bytes of the cells; texts are made of what is kept or told.</summary>
internal sealed class AttendanceTableRows
{
    private readonly RecordReader _records;
    private readonly AttendanceTable _table;
    private readonly AttendanceDraft _draft;
    private readonly CallerPool _callers;
    private readonly CellWords _words;
    private readonly ImportFaults _faults;
    private readonly bool _tellsWarnings;
    private readonly TimeColumn _joinedTimes = new();
    private readonly TimeColumn _leftTimes = new();
    private readonly TimeColumn _otherTimes = new();
    private readonly int _width;
    private readonly int _needed;
    private readonly int _name;
    private readonly int _email;
    private readonly int _registrantId;
    private readonly int _userPrincipalName;
    private readonly int _joined;
    private readonly int _left;
    private readonly int _at;
    private readonly int _action;
    private readonly int _minutes;
    private readonly int _duration;
    private readonly int _waiting;
    private readonly int _attended;
    private readonly int _meetingId;
    private readonly int _meetingStart;

    /// <summary>The table below the current record, which is a header that has all that must be there.</summary>
    internal AttendanceTableRows(KnownTable known, RecordReader header, AttendanceDraft draft, CellWords words, ImportFaults faults)
    {
        (_records, _table, _draft, _callers, _words, _faults, _width) = (header, known.Table, draft, draft.Callers, words, faults, header.FieldCount);
        _tellsWarnings = faults.TellsWarnings;
        var fields = Fields(known, header, faults);
        _name = Field(_table.DisplayName);
        _email = Field(_table.Email);
        _registrantId = Field(_table.RegistrantId);
        _userPrincipalName = Field(_table.UserPrincipalName);
        _joined = Field(_table.Joined);
        _left = Field(_table.Left);
        _at = Field(_table.At);
        _action = Field(_table.Action);
        _minutes = Field(_table.Minutes);
        _duration = Field(_table.Duration);
        _waiting = Field(_table.InWaitingRoom);
        _attended = Field(_table.Attended);
        _meetingId = Field(_table.MeetingId);
        _meetingStart = Field(_table.MeetingStart);
        _needed = _table.HasShortRows ? fields.Where(pair => pair.Key.IsRequired).Max(pair => pair.Value) + 1 : _width;

        int Field(ImportColumn? column) => column is not null && fields.TryGetValue(column, out int field) ? field : -1;
    }

    /// <summary>Whether the current row says when.</summary>
    internal bool HasTime() => (_joined >= 0 && !_records.IsEmpty(_joined)) || (_left >= 0 && !_records.IsEmpty(_left));

    internal void Read()
    {
        if (_records.FieldCount < _needed || (_records.FieldCount != _width && !_records.Fits(Math.Min(_width, _records.FieldCount))))
        {
            _faults.Add(ImportWords.RowHasTheColumns, _records.Row, arguments: [("found", _records.FieldCount), ("expected", _width)]);
            return;
        }

        switch (_table.Form)
        {
            case TableForm.Intervals:
                ReadInterval();
                break;
            case TableForm.Events:
                ReadEvent();
                break;
            case TableForm.Totals:
                ReadTotal();
                break;
            default:
                ReadIdentity();
                break;
        }
    }

    // A header may stand twice, for the meeting or its host before the name and for the participant after it: the participant's is meant.
    private static Dictionary<ImportColumn, int> Fields(KnownTable known, RecordReader header, ImportFaults faults)
    {
        ImportColumn?[] named = [.. AttendanceHeader.Keys(header).Select(known.Names.FindKey)];
        int name = Array.IndexOf(named, known.Table.DisplayName);
        var fields = new Dictionary<ImportColumn, int>();
        for (int i = 0; i < named.Length; i++)
        {
            if (named[i] is not { } column || fields.TryAdd(column, i))
            {
                continue;
            }

            if (fields[column] > name || i < name || column == known.Table.DisplayName)
            {
                faults.Add(ImportWords.ColumnIsSingle, header.Row, column.Name, arguments: [("first", fields[column] + 1), ("second", i + 1)]);
            }

            fields[column] = i;
        }

        return fields;
    }

    private void ReadInterval()
    {
        WrittenTime joined = Time(_joined, _table.Joined, _joinedTimes);
        WrittenTime left = Time(_left, _table.Left, _leftTimes);
        bool waiting = _waiting >= 0 && YesOrNo(_waiting, _table.InWaitingRoom!) == true;
        if (_attended >= 0 && YesOrNo(_attended, _table.Attended!) == false)
        {
            // Who did not come has no times, whatever stands in their cells (R29).
            (joined, left) = (default, default);
        }

        // What is stated is only compared, and told by nothing but warnings.
        int stated = !_tellsWarnings ? PendingRow.Unstated
            : _minutes >= 0 ? Minutes() ?? PendingRow.Unstated
            : _duration >= 0 ? WrittenDuration.Seconds(_records.Bytes(_duration)) : PendingRow.Unstated;
        RowMarks marks = (waiting ? RowMarks.InWaitingRoom : RowMarks.None) | (_minutes >= 0 ? RowMarks.StatedInMinutes : RowMarks.None);
        Add(new(_records.Row, joined, left, stated, marks));
        if (_meetingId >= 0)
        {
            _draft.Meeting.Add(_records.Bytes(_meetingId));
        }

        if (_meetingStart >= 0)
        {
            _draft.Meeting.Add(Time(_meetingStart, _table.MeetingStart, _otherTimes));
        }
    }

    private void ReadEvent()
    {
        WrittenTime at = Time(_at, _table.At, _otherTimes);
        ReadOnlySpan<byte> cell = Trimmed(_action);
        if (_words.Action(cell) is not { } joins)
        {
            Refuse(ImportWords.ValueIsAnAction, _table.Action!, cell);
        }
        else
        {
            Add(new(_records.Row, joins ? at : default, joins ? default : at, PendingRow.Unstated, RowMarks.Event));
        }
    }

    private void ReadTotal()
    {
        Add(new(_records.Row, default, default, PendingRow.Unstated, RowMarks.None));
        _draft.Totals.Add(new(_records.Row, Minutes()));
    }

    private void ReadIdentity()
    {
        AttendanceCaller identity = _callers[Found()];
        _callers[_callers.Find(_table, new(_records.Bytes(_name), _records.Bytes(_email), default, default))].Join(identity);
    }

    private CallerCells Cells() => new(_records.Bytes(_name), _records.Bytes(_email), _records.Bytes(_registrantId), _records.Bytes(_userPrincipalName));

    private void Add(in PendingRow row)
    {
        _draft.Rows.Add(row);
        if (_tellsWarnings)
        {
            _callers.AddRow(Found());
        }
        else
        {
            _callers.AddRow(_table, Cells());
        }
    }

    /// <summary>The caller, found at once; warned of where the name is odd.</summary>
    private int Found()
    {
        int found = _callers.Find(_table, Cells());
        if (_tellsWarnings && _callers[found] is { Odd: { } odd } caller)
        {
            _faults.Warn(ImportWords.NameIsClean, _records.Row, odd.Name, caller.AsWritten);
        }

        return found;
    }

    private WrittenTime Time(int field, ImportColumn? column, TimeColumn times)
    {
        ReadOnlySpan<byte> cell = Trimmed(field);
        if (cell.IsEmpty || cell.SequenceEqual("--"u8) || cell.SequenceEqual("-"u8))
        {
            return default;
        }

        if (!times.TryRead(cell, out WrittenTime time))
        {
            // Invisible characters alone are nothing written.
            if (WrittenText.Normalize(Encoding.UTF8.GetString(cell)).Trim().Length > 0)
            {
                Refuse(ImportWords.ValueIsADateTime, column!, cell);
            }
        }
        else if (_draft.Times.IsFirstOpen(time, _records.Row))
        {
            _draft.Times.TellFirstOpen(time, _records.Row, column!, Encoding.UTF8.GetString(cell));
        }

        return time;
    }

    private int? Minutes()
    {
        ReadOnlySpan<byte> cell = Trimmed(_minutes);
        return Utf8Parser.TryParse(cell, out int minutes, out int used) && used == cell.Length && minutes is >= 0 and < 1_000_000 ? minutes : null;
    }

    private bool? YesOrNo(int field, ImportColumn column)
    {
        ReadOnlySpan<byte> cell = Trimmed(field);
        if (cell.IsEmpty)
        {
            return null;
        }

        bool? said = _words.Answer(cell);
        if (said is null)
        {
            Refuse(ImportWords.ValueIsYesOrNo, column, cell);
        }

        return said;
    }

    private ReadOnlySpan<byte> Trimmed(int field)
    {
        ReadOnlySpan<byte> cell = _records.Bytes(field);
        return cell.IsEmpty || (cell[0] > ' ' && cell[^1] > ' ') ? cell : cell.Trim(" \t"u8);
    }

    // The value is shown only where it cannot be personal.
    private void Refuse(ImportText text, ImportColumn column, ReadOnlySpan<byte> cell)
    {
        (string shown, string? personal) = ImportFaults.Show(WrittenText.Normalize(Encoding.UTF8.GetString(cell)).Trim());
        _faults.Add(text, _records.Row, column.Name, personal, ("value", shown));
    }
}
