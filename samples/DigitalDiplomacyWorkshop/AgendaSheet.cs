using System.Globalization;
using System.Text;
using Diplomacy.Training;
using NodaTime.Text;

namespace DigitalDiplomacyWorkshop;

/// <summary>A workshop's agenda as one mission reads it.</summary>
internal static class AgendaSheet
{
    private static readonly ZonedDateTimePattern s_start = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu, HH':'mm", null);
    private static readonly ZonedDateTimePattern s_end = ZonedDateTimePattern.CreateWithInvariantCulture("HH':'mm '(UTC'o<m>')'", null);

    internal static string Write(Workshop workshop, LocalAgenda agenda)
    {
        Institution mission = agenda.Institution;
        var text = new StringBuilder()
            .Append(workshop.Title.Khmer).Append('\n')
            .Append(workshop.Title.English).Append("\n\n")
            .Append(mission.Name.Khmer).Append('\n')
            .Append(mission.Name.English).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"All times are {mission.City} time, {mission.ZoneId} (time zone data {agenda.ZoneDataVersion}).\n\n");
        foreach (LocalSession session in agenda.Sessions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{s_start.Format(session.Start)}–{s_end.Format(session.End)}  {Band(session)}\n")
                .Append(CultureInfo.InvariantCulture, $"    {session.Title?.Khmer}\n    {session.Title?.English}\n");
        }

        return text.ToString();
    }

    private static string Band(LocalSession session)
    {
        string day = session.DayShift switch
        {
            < 0 => ", the day before the host's",
            > 0 => ", the day after the host's",
            _ => "",
        };
        return session.Band switch
        {
            WorkingBand.InHours => "in working hours",
            WorkingBand.WithinAnHour => "within an hour of work",
            WorkingBand.WithinTwoHours => "within two hours of work",
            WorkingBand.Early => "before work",
            WorkingBand.Evening => "in the evening",
            WorkingBand.RestDay => "on a day of rest",
            _ => "at night",
        } + day;
    }
}
