using System.Globalization;
using System.Text;
using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace Diplomacy.Training.Imports.Tests;

/// <summary>Who was there when does not depend on how a platform writes it down. CsCheck_Iter=10000 in the environment searches for longer.</summary>
public sealed class ReadingOneMeetingInEveryLayout
{
    private static readonly Instant s_start = Instant.FromUtc(2025, 9, 19, 4, 58, 39);

    private static readonly string[] s_zones = ["Asia/Phnom_Penh", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Europe/Berlin"];

    private static readonly (string Date, string Written)[] s_forms =
    [
        ("MM/dd/yyyy hh:mm:ss tt", "Zoom, United States"), ("dd/MM/yyyy HH:mm:ss", "France"), ("dd.MM.yyyy, HH:mm:ss", "Germany"), ("yyyy-MM-dd HH:mm:ss", "ISO"),
        ("M/d/yy, h:mm:ss\u202Ftt", "Teams, United States"), ("d/MM/yyyy, h:mm:ss tt", "Australia"), ("\u200Edd/MM/yyyy, HH:mm:ss", "right to left"),
    ];

    private static readonly Gen<(int Person, int From, int Length)[]> s_meeting =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 7000], Gen.Int[1, 3000]).Array[1, 12].Select(rows => rows.DistinctBy(row => (row.Item1, row.Item2)).ToArray());

    [Fact]
    public void Every_layout_locale_and_zone_gives_the_same_intervals() =>
        Gen.Select(s_meeting, Gen.Int[0, 5], Gen.Int[0, s_forms.Length - 1], Gen.Int[0, s_zones.Length - 1], Gen.Bool)
            .Sample((meeting, layout, form, zone, digits) =>
            {
                var rows = meeting.Select(row => new Row(row.Person, s_start.Plus(Duration.FromSeconds(row.From)), s_start.Plus(Duration.FromSeconds(row.From + row.Length)))).ToList();
                string text = Write(rows, layout, s_forms[form].Date, DateTimeZoneProviders.Tzdb[s_zones[zone]]);
                IEnumerable<(string, Instant?, Instant?)> read = Intervals(Read(digits && layout != 4 ? EasternDigits(text) : text, s_zones[zone], utf16: layout < 3));

                return read.SequenceEqual(Expected(rows, merged: layout == 0));
            });

    [Fact]
    public void Order_and_repetition_of_rows_do_not_matter() =>
        Gen.Select(s_meeting, Gen.Int[0, 5], Gen.Int[0, 1000])
            .Sample((meeting, layout, seed) =>
            {
                var rows = meeting.Select(row => new Row(row.Person, s_start.Plus(Duration.FromSeconds(row.From)), s_start.Plus(Duration.FromSeconds(row.From + row.Length)))).ToList();
                Row[] again = [.. rows, .. rows];
                new Random(seed).Shuffle(again);
                string Text(IReadOnlyList<Row> written) => Write(written, layout, "yyyy-MM-dd HH:mm:ss", DateTimeZone.Utc);

                return Intervals(Read(Text(rows), "UTC", false)).SequenceEqual(Intervals(Read(Text(again), "UTC", false)));
            });

    private static IEnumerable<(string, Instant?, Instant?)> Intervals(AttendanceLog log) =>
        log.Rows.Select(row => (row.DisplayName, row.Joined, row.Left)).Distinct().OrderBy(row => row.DisplayName, StringComparer.Ordinal).ThenBy(row => row.Joined).ThenBy(row => row.Left);

    // A list of events cannot tell which joining a leaving belongs to: the first to leave is taken for the first to join, and the union is the same.
    private static IEnumerable<(string, Instant?, Instant?)> Expected(IReadOnlyList<Row> rows, bool merged) =>
        rows.GroupBy(row => row.Name).SelectMany(person => merged
                ? person.Select(row => row.From).Order().Zip(person.Select(row => row.To).Order(), (from, to) => (person.Key, (Instant?)from, (Instant?)to))
                : person.Select(row => (person.Key, (Instant?)row.From, (Instant?)row.To)))
            .Distinct().OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Item2).ThenBy(row => row.Item3);

    private static AttendanceLog Read(string text, string zone, bool utf16)
    {
        byte[] bytes = utf16 ? [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)] : Encoding.UTF8.GetBytes(text);
        using var stream = new MemoryStream(bytes);
        return AttendanceLogReader.ReadAsync(stream, "report.csv", zone, new LocalDate(2025, 9, 19)).GetAwaiter().GetResult();
    }

    private static string Write(IReadOnlyList<Row> rows, int layout, string date, DateTimeZone zone)
    {
        var pattern = LocalDateTimePattern.Create(date.Replace("yyyy", "uuuu", StringComparison.Ordinal).Replace("yy,", "uu,", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        string At(Instant instant) => pattern.Format(instant.InZone(zone).LocalDateTime);
        string Csv(Instant instant) => $"\"{At(instant)}\"";
        string Lines(string header, Func<Row, string> line) => header + string.Concat(rows.Select(row => line(row) + "\n"));
        return layout switch
        {
            0 => Lines("Full Name\tUser Action\tTimestamp\n", row => $"{row.Name}\tJoined\t{At(row.From)}\n{row.Name}\tLeft\t{At(row.To)}"),
            1 => Lines(
                $"Meeting Summary\nMeeting Start Time\t{At(s_start)}\n\nFull Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)\n",
                row => $"{row.Name}\t{At(row.From)}\t{At(row.To)}\t{row.Minutes}m\t{row.Email}\tPresenter\tn{row.Person}@x.example"),
            2 => Lines(
                $"1. Summary\nStart time\t{At(s_start)}\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nX\t{At(s_start)}\t{At(s_start)}\t1s\t\t\t\n\n" +
                "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n",
                row => $"{row.Name}\t{At(row.From)}\t{At(row.To)}\t{row.Minutes}m\t{row.Email}\tPresenter"),
            3 => Lines(
                "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room\n",
                row => $"\"{row.Name}\",{row.Email},{Csv(row.From)},{Csv(row.To)},{row.Minutes},No,,No"),
            4 => Lines(
                "Argomento,Digita,ID,E-mail organizzatore,Ora di inizio,Durata (minuti),Nome (nome originale),E-mail,Ora di ingresso,Ora di uscita,Durata (minuti),Guest,In sala d’attesa\n",
                row => $"A,B,852 1848,h@x.example,{Csv(s_start)},120,\"{row.Name}\",{row.Email},{Csv(row.From)},{Csv(row.To)},{row.Minutes},No,No"),
            _ => Lines(
                "Attendee Report\nAttendee Details,\nAttended,User Name (Original Name),First Name,Last Name,Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\n",
                row => $"Yes,\"{row.Name}\",A,B,{row.Email},{Csv(row.From)},{Csv(row.To)},{row.Minutes},No,Cambodia,"),
        };
    }

    // Only within times: a name keeps its digits, and durations are compared and no more.
    private static string EasternDigits(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, @"\d+[/.:-]\d+([/.:-]\d+)?", match => string.Concat(match.Value.Select(c => c is >= '0' and <= '9' ? (char)(c - '0' + '\u0660') : c)));

    private sealed record Row(int Person, Instant From, Instant To)
    {
        internal string Name => $"PERSON Number {(char)('A' + Person)}, of a mission";

        internal string Email => $"person{Person}@mission.example";

        internal int Minutes => (int)Math.Ceiling((To - From).TotalMinutes);
    }
}
