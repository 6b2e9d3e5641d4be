using System.Globalization;

namespace Diplomacy.Training.Imports;

/// <summary>Reads the rows below a recognised header.</summary>
internal sealed class AttendanceRows(AttendanceLayout layout, ImportTable table, ImportFaults faults)
{
    // Reports round minutes up, and exports without seconds lose up to one more.
    private const int ToleratedMinutes = 1;

    private static readonly Words<Answer> s_answers = new((Answer.Yes, ["Yes", "Y", "True"]), (Answer.No, ["No", "N", "False"]));

    private enum Answer
    {
        No,
        Yes,
    }

    internal List<AttendanceRow> Read(DateTimeZone zone, LocalDate? sessionDate, CancellationToken cancellationToken)
    {
        var times = new WrittenTimes(faults);
        var read = new List<(int Row, string Name, string? Email, WrittenTime? Joined, WrittenTime? Left, bool Waiting, int? Minutes)>();
        while (table.Read(cancellationToken))
        {
            string name = Clean(layout.DisplayName);
            string email = Clean(layout.Email);
            WrittenTime? joined = times.Optional(table, layout.Joined);
            WrittenTime? left = times.Optional(table, layout.Left);
            bool waiting = s_answers.Read(table, layout.InWaitingRoom, Answer.No, ImportWords.ValueIsYesOrNo) == Answer.Yes;
            int? minutes = int.TryParse(table.Raw(layout.Minutes), NumberStyles.None, CultureInfo.InvariantCulture, out int reported) ? reported : null;
            read.Add((table.Row, name, email is "" or "--" ? null : email, joined, left, waiting, minutes));
        }

        var rows = new List<AttendanceRow>(read.Count);
        if (times.Decide(sessionDate) is { } order)
        {
            foreach (var (row, name, email, writtenJoin, writtenLeave, waiting, minutes) in read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Instant? joined = writtenJoin is { } join ? times.Strictly(join.In(order), zone, row, layout.Joined.Name) : null;
                Instant? left = writtenLeave is { } leave ? times.Strictly(leave.In(order), zone, row, layout.Left.Name) : null;
                if (joined is { } from && left is { } to)
                {
                    Compare(row, from, to, minutes, zone);
                }

                rows.Add(new(row, name, email, joined, left, waiting));
            }
        }

        faults.ThrowIfAny();
        return rows;
    }

    private void Compare(int row, Instant joined, Instant left, int? minutes, DateTimeZone zone)
    {
        if (left < joined)
        {
            faults.Add(ImportWords.LeaveFollowsJoin, row, layout.Left.Name, null, ("left", WrittenTimes.Write(left, zone)), ("joined", WrittenTimes.Write(joined, zone)));
            return;
        }

        int computed = (int)Math.Ceiling((left - joined).TotalMinutes);
        if (minutes is { } reported && Math.Abs((long)reported - computed) > ToleratedMinutes)
        {
            faults.Warn(ImportWords.DurationAgrees, row, layout.Minutes.Name, null, ("reported", reported), ("computed", computed));
        }
    }

    // People choose their display names: one that is odd must not keep the whole report out.
    private string Clean(ImportColumn column)
    {
        string raw = table.Raw(column);
        string text = WrittenText.Normalize(raw);
        bool damaged = WrittenText.IsDamaged(text);
        if (text.Any(char.IsControl))
        {
            text = string.Concat(text.Where(c => !char.IsControl(c)));
            damaged = true;
        }

        if (damaged)
        {
            faults.Warn(ImportWords.NameIsClean, table.Row, column.Name, raw);
        }

        return text.Trim();
    }
}
