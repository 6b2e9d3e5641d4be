using System.Globalization;
using Diplomacy.Training;
using NodaTime;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary>What <c>attendance</c> prints for people: the files, a table for each session, and the review list.</summary>
internal sealed class AttendancePage(CallTimes times, Language language)
{
    private static readonly LocalDateTimePattern s_full = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");
    private static readonly LocalDateTimePattern s_minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDateTimePattern s_time = LocalDateTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    private bool Khmer => language == Language.Khmer;

    internal string Write(AttendanceDocument document)
    {
        var parts = new List<string> { Files(document) };
        parts.AddRange(document.Sessions.Zip(times.Sessions, Session));
        parts.Add(Khmer ? "នាទី និងភាគរយត្រូវបានបង្គត់ចុះក្រោម។" : "Minutes and shares are rounded down.");
        if (!document.Review.IsEmpty)
        {
            parts.Add(Review(document));
        }

        return string.Join("\n\n", parts);
    }

    private string Files(AttendanceDocument document)
    {
        var table = new TextTable((In("File"), false), (In("Format"), false), (In("Rows"), true), (In("Outside sessions"), true), (In("Read in"), false), (In("Order"), false));
        foreach (AttendanceFile file in document.Files)
        {
            table.Add(
                file.Name, file.Format, Invariant($"{file.Rows}"), Invariant($"{file.RowsOutsideSessions}"), file.ZoneInferred ? $"{file.Zone} ({In("inferred")})" : file.Zone,
                file.DayFirst is not { } dayFirst ? "-" : In(dayFirst ? "day first" : "month first") + (file.DateOrderBasis == "session" ? $" ({In("by the session")})" : ""));
        }

        return table.ToString();
    }

    private string Session(AttendanceSession told, ScheduledItem session)
    {
        LocalDateTime start = Local(session.Time.Start), end = Local(session.Time.End);
        LocalDateTimePattern moment = start.Date == end.Date ? s_time : s_full;
        long all = AttendanceSession.Whole(session.Time.Duration);
        string heading = Invariant($"{told.Code}: {Heading(start)} - {Heading(end)} {times.Clocks.Id}, ") + (Khmer
            ? Invariant($"រាប់ {told.CountedSeconds} វិនាទី ក្នុងចំណោម {all} វិនាទី")
            : Invariant($"{told.CountedSeconds} of {all} seconds count"));
        if (told.People.IsEmpty)
        {
            return $"{heading}\n\n{(Khmer ? "គ្មាននរណាម្នាក់នៅក្នុងការហៅទេ។" : "Nobody was in the call.")}";
        }

        var table = new TextTable(
            (In("Key"), false), (In("Name"), false), (In("Seconds"), true), (In("Minutes"), true), (In("Share"), true), (In("First seen"), false), (In("Last seen"), false), (In("Connections"), true),
            (In("Flags"), false));
        foreach (AttendancePerson person in told.People)
        {
            table.Add(
                Named(person.Key), Named(person.Name), Invariant($"{person.Seconds}"), Invariant($"{person.Minutes}"), Percent(person.Seconds, told.CountedSeconds),
                Seen(person.FirstSeen, moment), Seen(person.LastSeen, moment), Invariant($"{person.Connections}"),
                string.Join(", ", person.Flags.Select(Flag)));
        }

        return $"{heading}\n\n{table}";
    }

    private string Review(AttendanceDocument document)
    {
        var table = new TextTable((In("File"), false), (In("Row"), true), (In("Rows"), true), (In("Name"), false), (In("Why"), false));
        foreach (AttendanceReviewItem item in document.Review)
        {
            table.Add(item.File, Invariant($"{item.Row}"), Invariant($"{item.Rows}"), Named(item.Name), item.Explanation);
        }

        return $"{In("To review")}\n\n{table}";
    }

    private string Flag(string flag) => In(flag switch
    {
        "end-inferred" => "end inferred",
        "name-only" => "by name only",
        _ => "not in this session",
    });

    // Somebody a second short of three quarters must not be seen to have them.
    private static string Percent(long seconds, long counted)
    {
        long tenths = counted == 0 ? 0 : seconds * 1000 / counted;
        return Invariant($"{tenths / 10}.{tenths % 10}%");
    }

    private string Named(string name) => string.IsNullOrWhiteSpace(name) ? In("(no name)") : name;

    private string In(string word) => ConsoleWords.In(language, word);

    private string Seen(string? instant, LocalDateTimePattern pattern) => instant is null ? "-" : pattern.Format(Local(InstantPattern.ExtendedIso.Parse(instant).Value));

    private static string Heading(LocalDateTime time) => (time.Second == 0 ? s_minute : s_full).Format(time);

    private LocalDateTime Local(Instant moment) => moment.InZone(times.Clocks).LocalDateTime;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
