using System.CommandLine;
using Diplomacy.Training;
using Diplomacy.Training.Imports;

namespace TrainingConsole;

/// <summary><c>attendance</c>: who was in a call and for how long, from the reports of the platform alone.</summary>
internal static class AttendanceCommand
{
    internal static Command Build()
    {
        var file = new Option<string[]>("--file") { Description = "A report that Zoom or Microsoft Teams has exported, in any layout since 2020; may be said several times: the connections of all files are united.", HelpName = "file", Required = true };
        var zone = new Option<string>("--zone") { Description = "The IANA time zone of the account that exported the reports, such as Asia/Phnom_Penh; sessions and breaks are told by its clocks. Without it, see above.", HelpName = "zone" };
        var session = new Option<string[]>("--session") { Description = "From when to when a session was held, such as 2026-11-12T09:00/2026-11-12T12:00; may be said several times, each measured by itself.", HelpName = "start/end", Required = true };
        var pause = new Option<string[]>("--break") { Description = "A break within a session, which does not count; may be said several times.", HelpName = "start/end" };
        Option<bool> json = CommonOptions.Json();
        Option<string> language = CommonOptions.Language();
        var command = new DocumentedCommand("attendance", "Who was in a call and for how long, from its reports.", """
            For each session and everybody in the reports: seconds and whole minutes of presence within it, breaks taken off; the share of what counts; when they
            were first and last seen in it; how many connections touch it; and what to know of the figure. Overlapping connections, from two devices, a reconnect or several
            files, count once. Minutes and shares are rounded down. People are told apart by e-mail address or user name, whatever its case, and only where there is none by name.

            flags: 'end inferred', the report does not say when a connection ended, which is taken to be the end of the session; 'by name only'; 'not in this session'.
            The review list: rows that are no evidence (waiting room, nobody came, no beginning); people known by name only; a name, or a user name, that stands
            with several addresses. Nothing is decided, stored or matched with registrations.

            A local time that the zone's clocks skip or show twice is refused with both candidates. A time may have an offset instead, such as 09:00+07:00. When all have one, --zone may
            be left out for a single session: the zone of the reports is then the offset at which the meeting begins nearest to it, and the table of files says so.
            Exit codes: 0 told, whatever stands in the review list; 1 a time is skipped or occurs twice; 2 bad usage, or a file that cannot be read.

            Example: TrainingConsole attendance --file day1.csv --file day1-restarted.csv --zone Asia/Phnom_Penh --session 2023-02-28T08:00/2023-02-28T11:00 --break 2023-02-28T09:30/2023-02-28T09:45
            """)
        {
            file, zone, session, pause, json, language,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Language spoken = CommonOptions.LanguageOf(parsed);
            var typed = new TypedCallTimes(parsed.GetValue(zone), spoken);
            if (typed.Read(parsed.GetRequiredValue(session), parsed.GetValue(pause) ?? []) is not { } times)
            {
                return await RefuseAsync(typed, parsed.InvocationConfiguration.Error);
            }

            IReadOnlyList<AttendanceReading> readings = await new CallFiles(times, spoken, parsed.InvocationConfiguration.Error).ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            AttendanceDocument document = AttendanceDocument.Of(times, readings, CallAttendance.Of(readings, times.Agenda), spoken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                parsed.GetValue(json) ? ConsoleJson.Write(document, j => j.AttendanceDocument) : new AttendancePage(times, spoken).Write(document));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> RefuseAsync(TypedCallTimes typed, TextWriter error)
    {
        if (typed.Faults.Count > 0)
        {
            throw new InputException([.. typed.Faults, .. typed.Refusals]);
        }

        foreach (string refusal in typed.Refusals)
        {
            await error.WriteLineAsync(Faults.OneLine(refusal));
        }

        return ExitCode.RefusedOrNotFound;
    }
}
