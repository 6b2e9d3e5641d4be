using System.Collections.Immutable;
using Diplomacy.Training;
using Diplomacy.Training.Imports;
using NodaTime;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary>What <c>attendance --json</c> prints. It holds names and addresses.</summary>
/// <param name="Zone">The zone by whose clocks local times are told.</param>
/// <param name="ZoneData">The version of the time zone data.</param>
/// <param name="Files">The files, in the order in which they were named, each once.</param>
/// <param name="Sessions">Every session with everybody who was in a call.</param>
/// <param name="Review">What somebody has to look at.</param>
internal sealed record AttendanceDocument(
    string Zone, string ZoneData, ImmutableArray<AttendanceFile> Files, ImmutableArray<AttendanceSession> Sessions, ImmutableArray<AttendanceReviewItem> Review)
{
    internal static AttendanceDocument Of(CallTimes times, IReadOnlyList<AttendanceReading> readings, CallAttendance attendance, Language language) => new(
        times.Clocks.Id, DateTimeZoneProviders.Tzdb.VersionId, [.. readings.Select(r => AttendanceFile.Of(r, times))],
        [.. times.Sessions.Select((session, i) => AttendanceSession.Of(times, session, i, attendance.People))],
        AttendanceReviewItem.Of(attendance, language));
}

/// <summary>A file as it was read.</summary>
/// <param name="Name">Its name, without its folder.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Format">The layout that it was recognised by.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="RowsOutsideSessions">How many rows are evidence and touch no session; many of them mean that it was read in the wrong zone.</param>
/// <param name="Zone">The zone that its times were read in.</param>
/// <param name="ZoneInferred">Whether that zone was inferred from the session.</param>
/// <param name="DayFirst">Whether the day stands before the month; null where that makes no difference.</param>
/// <param name="DateOrderBasis">What told it: not-needed, file or session.</param>
internal sealed record AttendanceFile(
    string Name, string Sha256, string Format, int Rows, int RowsOutsideSessions, string Zone, bool ZoneInferred, bool? DayFirst, string DateOrderBasis)
{
    internal static AttendanceFile Of(AttendanceReading reading, CallTimes times) => new(
        reading.Log.Source, reading.Log.Digest, FormatWord(reading.Format), reading.Log.Rows.Length,
        reading.Log.Rows.Count(row => !row.InWaitingRoom && row.Joined is { } from && !(row.Left <= from) && !times.Sessions.Any(s => AttendanceSession.Touches(times, s, (from, row.Left)))),
        reading.Log.ZoneId, reading.ZoneWasInferred, reading.DayStandsFirst,
        reading.DateOrderBasis switch
        {
            Diplomacy.Training.Imports.DateOrderBasis.NotNeeded => "not-needed",
            Diplomacy.Training.Imports.DateOrderBasis.File => "file",
            _ => "session",
        });

    private static string FormatWord(AttendanceFormat format) => format switch
    {
        AttendanceFormat.ZoomConnections => "zoom-connections",
        AttendanceFormat.ZoomTotals => "zoom-totals",
        AttendanceFormat.ZoomAccount => "zoom-account",
        AttendanceFormat.ZoomWebinar => "zoom-webinar",
        AttendanceFormat.TeamsList => "teams-list",
        AttendanceFormat.TeamsReport => "teams-report",
        _ => "teams-sections",
    };
}

/// <summary>A session.</summary>
/// <param name="Code">Its code: <c>session-1</c> and on.</param>
/// <param name="Start">When it begins, UTC, ISO.</param>
/// <param name="End">When it ends.</param>
/// <param name="LocalStart">When it begins, by the clocks of the zone.</param>
/// <param name="LocalEnd">When it ends by them.</param>
/// <param name="CountedSeconds">Its length without breaks.</param>
/// <param name="People">Everybody who was in a call, also those who were in none of this session.</param>
internal sealed record AttendanceSession(string Code, string Start, string End, string LocalStart, string LocalEnd, long CountedSeconds, ImmutableArray<AttendancePerson> People)
{
    internal static AttendanceSession Of(CallTimes times, ScheduledItem session, int index, IReadOnlyList<CallPerson> people) => new(
        session.Item.Code, InstantPattern.General.Format(session.Time.Start), InstantPattern.General.Format(session.Time.End),
        SlotPlace.Local(session.Time.Start.InZone(times.Clocks)), SlotPlace.Local(session.Time.End.InZone(times.Clocks)),
        Whole(times.Agenda.CountedTime(session).Aggregate(Duration.Zero, (sum, part) => sum + part.Duration)),
        [.. people.Select(p => AttendancePerson.Of(times, session, p, p.Sessions[index]))]);

    internal static long Whole(Duration length) => length.ToInt64Nanoseconds() / NodaConstants.NanosecondsPerSecond;

    /// <summary>Whether a connection lasted into a session; one whose end nobody noted lasts to the end of the session that ran or came next.</summary>
    internal static bool Touches(CallTimes times, ScheduledItem session, (Instant From, Instant? Until) connection) =>
        connection.Until is { } until
            ? connection.From < session.Time.End && until > session.Time.Start
            : times.Sessions.FirstOrDefault(s => s.Time.End > connection.From) == session;
}

/// <summary>Somebody in a session.</summary>
/// <param name="Key">The e-mail address or user principal name in small letters, else the name.</param>
/// <param name="KeyIs">Which: address or name.</param>
/// <param name="Name">The name as first shown.</param>
/// <param name="Seconds">Whole seconds of presence within the counted time.</param>
/// <param name="Minutes">Whole minutes of it, rounded down.</param>
/// <param name="Share">The part of the counted time, 0 to 1.</param>
/// <param name="FirstSeen">The first moment of presence, UTC, ISO; null when there was none.</param>
/// <param name="LastSeen">The end of the last presence.</param>
/// <param name="Connections">How many different connections touch the session.</param>
/// <param name="Flags">What to know of it: end-inferred, name-only, not-in-session.</param>
internal sealed record AttendancePerson(
    string Key, string KeyIs, string Name, long Seconds, long Minutes, double Share, string? FirstSeen, string? LastSeen, int Connections, ImmutableArray<string> Flags)
{
    internal static AttendancePerson Of(CallTimes times, ScheduledItem session, CallPerson person, SessionPresence presence)
    {
        long seconds = AttendanceSession.Whole(presence.Present);
        return new(
            person.Key, person.HasAddress ? "address" : "name", person.Name, seconds, seconds / 60, presence.Share, At(presence.FirstSeen), At(presence.LastSeen),
            person.Connections.Count(c => AttendanceSession.Touches(times, session, c)),
            [
                .. presence.EndInferred ? ["end-inferred"] : Array.Empty<string>(),
                .. person.HasAddress ? [] : new[] { "name-only" },
                .. presence.Present == Duration.Zero ? new[] { "not-in-session" } : [],
            ]);
    }

    private static string? At(Instant? moment) => moment is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}

/// <summary>Something that somebody has to look at.</summary>
/// <param name="Kind">What: no-evidence, name-only, same-name or same-user-name.</param>
/// <param name="Code">The stable code of the reason, where the library has one.</param>
/// <param name="File">The file of the first row.</param>
/// <param name="Row">The number of the first row.</param>
/// <param name="Rows">How many rows it is said of.</param>
/// <param name="Name">The name shown; or the user principal name that several addresses have.</param>
/// <param name="Keys">Whom it is said of, by their keys; none for a row that is no evidence.</param>
/// <param name="Explanation">The same in words.</param>
internal sealed record AttendanceReviewItem(string Kind, string? Code, string File, int Row, int Rows, string Name, ImmutableArray<string> Keys, string Explanation)
{
    private const string NoAddress = "attendance.review-no-address";

    internal static ImmutableArray<AttendanceReviewItem> Of(CallAttendance attendance, Language language) =>
    [
        .. attendance.Ignored.Select(i => new AttendanceReviewItem("no-evidence", i.Reason, i.Row.Source, i.Row.Number, 1, i.Name, [], Explain(i, language))),
        .. attendance.ByNameOnly.Select(p => new AttendanceReviewItem(
            "name-only", NoAddress, p.First.Source, p.First.Number, p.Rows, p.Name, [p.Key], TrainingTexts.Default.Format(NoAddress, new Dictionary<string, object>(), language))),
        .. attendance.Alike.Select(a => new AttendanceReviewItem(
            a.Kind, null, a.People[0].First.Source, a.People[0].First.Number, a.People.Sum(p => p.Rows), a.Common, [.. a.People.Select(p => p.Key)], Explain(a, language))),
    ];

    private static string Explain(CallRowIgnored row, Language language)
    {
        string why = new IgnoredRow(row.Row.Number, row.Reason).Explain(language);
        return row.Minutes is not { } minutes ? why
            : language == Language.Khmer ? FormattableString.Invariant($"{why} របាយការណ៍បញ្ជាក់សរុប {minutes} នាទី។")
            : FormattableString.Invariant($"{why} The report says {minutes} min in all.");
    }

    private static string Explain(CallLikeness alike, Language language)
    {
        string keys = string.Join(", ", alike.People.Select(p => p.HasAddress ? p.Key : ConsoleWords.In(language, "by name only")));
        return (alike.Kind == CallAttendance.SameName, language == Language.Khmer) switch
        {
            (true, false) => $"The same name: {keys}. They were counted apart.",
            (true, true) => $"ឈ្មោះដូចគ្នា៖ {keys}។ បានគណនាដាច់ដោយឡែកពីគ្នា។",
            (false, false) => $"The same user name: {keys}. They were counted apart.",
            _ => $"ឈ្មោះអ្នកប្រើដូចគ្នា៖ {keys}។ បានគណនាដាច់ដោយឡែកពីគ្នា។",
        };
    }
}
