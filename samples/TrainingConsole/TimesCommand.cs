using System.Collections.Immutable;
using System.CommandLine;
using Diplomacy.Training;
using NodaTime;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary><c>times</c>: one moment by the clocks of every mission.</summary>
internal static class TimesCommand
{
    private static readonly LocalDateTimePattern s_seconds = LocalDateTimePattern.GeneralIso;
    private static readonly LocalDateTimePattern[] s_accepted =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"), s_seconds,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm"), LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss"),
    ];

    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalTimePattern s_timeWithSeconds = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss");
    private static readonly OffsetPattern s_offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm");
    private static readonly OffsetPattern s_offsetWithSeconds = OffsetPattern.CreateWithInvariantCulture("+HH:mm:ss");

    internal static Command Build()
    {
        var at = new Option<string>("--at") { Description = "The date and time by the host's clocks, such as 2026-11-12T09:00, 2026-11-12T09:00:30 or '2026-11-12 09:00'.", HelpName = "time", Required = true };
        var zone = new Option<string>("--zone") { Description = "The host's IANA time zone, such as Asia/Phnom_Penh; case matters.", HelpName = "zone", Required = true };
        Option<string> missions = MissionsFile.Option();
        var occurrence = new Option<string>("--occurrence") { Description = "Which is meant where the time occurs twice, when clocks go back: earlier or later. Said without need it changes nothing, and that is told on standard error.", HelpName = "earlier|later" };
        occurrence.AcceptOnlyFromAmong("earlier", "later");
        Option<bool> json = CommonOptions.Json();
        Option<string> language = CommonOptions.Language();

        var command = new DocumentedCommand("times", "One moment by the clocks of every mission.", """
            One moment by the clocks of every mission, a line each:
              code  date  weekday  time  offset  day shift  band  city
            The day shift is the mission's date less the host's: 'day -1' is the day before, 'day +0' the same day, 'day +1' the day after.
            The band is how that lies to the mission's own working time: in-hours, within-an-hour, within-two-hours, early, evening, rest-day or night.
            A time that the host's clocks skip or show twice is refused (exit code 1) with both candidates.

            Example: TrainingConsole times --at 2026-11-12T09:00 --zone Asia/Phnom_Penh
            """)
        {
            at, zone, missions, occurrence, json, language,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            TimesDocument times = await TellAsync(
                parsed.GetRequiredValue(at),
                parsed.GetRequiredValue(zone),
                parsed.GetValue(occurrence) switch { "earlier" => Occurrence.Earlier, "later" => Occurrence.Later, _ => Occurrence.Unspecified },
                parsed.GetValue(missions),
                CommonOptions.LanguageOf(parsed),
                cancellationToken);
            if (parsed.GetValue(occurrence) is { } said && !OccursTwice(times))
            {
                // The answer is right whichever was said, so that it is no reason to refuse.
                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    Faults.OneLine($"--occurrence {said} is not needed: {times.At} occurs once in {times.Zone}."));
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                parsed.GetValue(json) ? ConsoleJson.Write(times, j => j.TimesDocument) : Table(times, CommonOptions.LanguageOf(parsed)));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<TimesDocument> TellAsync(string at, string zone, Occurrence occurrence, string? missions, Language language, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        LocalDateTime? local = Read(at);
        if (local is null)
        {
            faults.Add($"--at: '{at}' is not a date and time. Write it such as 2026-11-12T09:00 or 2026-11-12T09:00:30.");
        }
        else if (local.Value.Year is < 1900 or > 9998)
        {
            faults.Add($"--at: '{at}' lies outside the years 1900 to 9998.");
            local = null;
        }

        var moment = new Session("moment", local ?? new(2000, 1, 1, 0, 0), Duration.FromMinutes(1)) { Occurrence = occurrence };
        if (TypedZone.Fault("--zone", zone, language) is { } fault)
        {
            faults.Add(fault);
        }

        IReadOnlyList<Institution> institutions = await MissionsFile.ReadAsync(missions, language, faults, cancellationToken);
        if (faults.Count > 0)
        {
            throw new InputException(faults);
        }

        Agenda agenda = Agenda.Strictly(zone, moment);
        return new(
            s_seconds.Format(moment.Start), zone, InstantPattern.General.Format(agenda.Time.Start), agenda.ZoneDataVersion,
            [.. institutions.Select(i => Told(i, LocalAgenda.For(agenda, i, DateTimeZoneProviders.Tzdb).Sessions[0]))]);
    }

    /// <summary>The date and time in one of the forms that this console takes; null where it is none.</summary>
    internal static LocalDateTime? Read(string text)
    {
        foreach (LocalDateTimePattern pattern in s_accepted)
        {
            if (pattern.Parse(text).TryGetValue(default, out LocalDateTime read))
            {
                return read;
            }
        }

        return null;
    }

    private static bool OccursTwice(TimesDocument times) =>
        DateTimeZoneProviders.Tzdb[times.Zone].MapLocal(s_seconds.Parse(times.At).Value).Count == 2;

    private static MissionTime Told(Institution mission, LocalSession told)
    {
        LocalTime time = told.Start.TimeOfDay;
        return new(
            mission.Code.ToString(), mission.Name.English, mission.Name.Khmer, mission.City, mission.Country, mission.ZoneId,
            LocalDatePattern.Iso.Format(told.Start.Date),
            told.Start.DayOfWeek.ToString()[..3],
            (time.Second == 0 ? s_time : s_timeWithSeconds).Format(time),
            (told.Start.Offset.Seconds % 60 == 0 ? s_offset : s_offsetWithSeconds).Format(told.Start.Offset),
            told.DayShift,
            ConsoleWords.Code(told.Band));
    }

    private static string Table(TimesDocument times, Language language)
    {
        string day = ConsoleWords.In(language, "day");
        int code = Widest(m => m.Code);
        int weekday = Widest(m => ConsoleWords.In(language, m.Weekday));
        int time = Widest(m => m.Time);
        int offset = Widest(m => m.Offset);
        int band = Widest(m => ConsoleWords.In(language, m.Band));
        return string.Join('\n', times.Missions.Select(m =>
            $"{m.Code.PadRight(code)}  {m.Date} {ConsoleWords.Padded(ConsoleWords.In(language, m.Weekday), weekday)} {m.Time.PadRight(time)} {m.Offset.PadRight(offset)}  " +
            $"{day} {(m.DayShift < 0 ? '-' : '+')}{Math.Abs(m.DayShift)}  {ConsoleWords.Padded(ConsoleWords.In(language, m.Band), band)}  {m.City}"));

        int Widest(Func<MissionTime, string> column) => times.Missions.Select(m => ConsoleWords.Width(column(m))).DefaultIfEmpty().Max();
    }
}

/// <summary>What <c>times --json</c> prints.</summary>
/// <param name="At">The host's local date and time, ISO.</param>
/// <param name="Zone">The host's zone, as typed.</param>
/// <param name="Instant">The moment in UTC, ISO.</param>
/// <param name="ZoneData">The version of the time zone data.</param>
/// <param name="Missions">The missions, in the order of their file.</param>
internal sealed record TimesDocument(string At, string Zone, string Instant, string ZoneData, ImmutableArray<MissionTime> Missions);

/// <summary>The moment in one mission.</summary>
internal sealed record MissionTime(
    string Code, string Name, string NameKhmer, string City, string Country, string Zone, string Date, string Weekday, string Time, string Offset, int DayShift, string Band);
