using System.Text;
using Diplomacy.Training;
using Diplomacy.Training.Khmer;
using NodaTime;
using NodaTime.Text;

namespace DigitalDiplomacyWorkshop;

/// <summary>A workshop's agenda as one mission reads it: everything by its own clocks, the host's time beside it, in Khmer and in English.</summary>
/// <param name="workshop">The workshop.</param>
/// <param name="hostCity">Where the host's clocks stand.</param>
internal sealed class AgendaSheet(Workshop workshop, LocalizedText hostCity)
{
    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");
    private static readonly LocalDatePattern s_shortDay = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly OffsetPattern s_offset = OffsetPattern.CreateWithInvariantCulture("m");

    private readonly DateTimeZone _hostZone = DateTimeZoneProviders.Tzdb[workshop.Agenda.ZoneId];

    internal string Write(Institution mission)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[mission.ZoneId];
        var text = new StringBuilder();
        Line(workshop.Title.Khmer);
        Line(workshop.Title.English);
        Line("");
        Line(mission.Name.Khmer);
        Line(mission.Name.English);
        Line("");
        Line($"ម៉ោងទាំងអស់គឺជាម៉ោងនៅ {mission.City} ({mission.ZoneId})។");
        Line($"All times are {mission.City} time ({mission.ZoneId}, time zone data {DataOf(DateTimeZoneProviders.Tzdb.VersionId)}).");
        LocalDate? day = null;
        foreach (ScheduledItem item in workshop.Agenda.Items)
        {
            ZonedDateTime start = item.Time.Start.InZone(zone);
            ZonedDateTime end = item.Time.End.InZone(zone);
            if (day != start.Date)
            {
                day = start.Date;
                Line("");
                Line(KhmerSolarDate.Write(start.Date));
                Line(s_day.Format(start.Date));
            }

            Line("");
            Line($"{s_time.Format(start.TimeOfDay)}–{s_time.Format(end.TimeOfDay)}{(end.Date == start.Date ? "" : $" {s_shortDay.Format(end.Date)}")} (UTC{s_offset.Format(end.Offset)})");
            Line("    " + (item.Item.Title?.Khmer is { Length: > 0 } khmer ? khmer : item.Item.Code));
            Line("    " + (item.Item.Title?.English is { Length: > 0 } english ? english : item.Item.Code));
            Line("    " + HostTime(item.Time.Start.InZone(_hostZone), start.Date));
            if (item.Item is not Break && Remark(mission.WorkingTime, start.LocalDateTime, end.LocalDateTime) is { } remark)
            {
                Line($"    {remark.Khmer} · {remark.English}");
            }
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>Whether a time is an unusual one to be at work, and how; null where it is not worth a word.</summary>
    internal static LocalizedText? Remark(WorkingTime working, LocalDateTime start, LocalDateTime end)
    {
        // The end belongs to what follows: a session until 06:00 lies in the night alone.
        bool endsAtNight = working.BandAt(end.PlusSeconds(-1)) == WorkingBand.Night;
        return working.BandAt(start) switch
        {
            WorkingBand.Night => endsAtNight ? new("ពេលយប់", "at night") : new("ចាប់ផ្តើមពេលយប់", "begins at night"),
            WorkingBand.RestDay => endsAtNight ? new("ថ្ងៃឈប់សម្រាក បញ្ចប់ពេលយប់", "on a day of rest, ends at night") : new("ថ្ងៃឈប់សម្រាក", "on a day of rest"),
            WorkingBand.Evening => endsAtNight ? new("ពេលល្ងាច បញ្ចប់ពេលយប់", "in the evening, ends at night") : new("ពេលល្ងាច", "in the evening"),
            WorkingBand.Early => new("មុនម៉ោងធ្វើការ", "before working hours"),
            _ => null,
        };
    }

    private string HostTime(ZonedDateTime host, LocalDate missionDate)
    {
        string time = s_time.Format(host.TimeOfDay);
        return host.Date == missionDate
            ? $"{hostCity.Khmer} ម៉ោង {KhmerNumerals.Write(time)} · {time} in {hostCity.English}"
            : $"{hostCity.Khmer} ម៉ោង {KhmerNumerals.Write(time)} {KhmerSolarDate.Write(host.Date)} · {time} on {s_shortDay.Format(host.Date)} in {hostCity.English}";
    }

    /// <summary><c>TZDB: 2026f (mapping: 49)</c> as people call it: <c>2026f</c>.</summary>
    private static string DataOf(string version) => version.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var data, ..] ? data : version;
}
