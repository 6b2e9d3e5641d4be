using System.Globalization;
using System.Text;
using NodaTime;

namespace Diplomacy.Training.Benchmarks;

/// <summary>Invitations as a short program writes them: lines in a string, escaped by Replace, cut at 75 characters, with a zone of one offset. Not right, and the yardstick: it is never changed.</summary>
internal static class PlainInvitations
{
    internal static byte[] Write(string uid, DateTimeZone zone, Instant start, Instant end, string summary, string description, string location, string link, string organizer, string attendee, string name)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Plain//EN");
        Line(text, "METHOD:REQUEST");
        Offset offset = zone.GetUtcOffset(start);
        string written = offset.ToString("+HHmm", CultureInfo.InvariantCulture);
        Line(text, "BEGIN:VTIMEZONE");
        Line(text, "TZID:" + zone.Id);
        Line(text, "BEGIN:STANDARD");
        Line(text, "DTSTART:19700101T000000");
        Line(text, "TZOFFSETFROM:" + written);
        Line(text, "TZOFFSETTO:" + written);
        Line(text, "END:STANDARD");
        Line(text, "END:VTIMEZONE");
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + uid);
        Line(text, "SEQUENCE:0");
        Line(text, "DTSTAMP:20261123T020000Z");
        Line(text, $"DTSTART;TZID={zone.Id}:{start.InZone(zone).LocalDateTime.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture)}");
        Line(text, $"DTEND;TZID={zone.Id}:{end.InZone(zone).LocalDateTime.ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture)}");
        Line(text, "SUMMARY:" + Escape(summary));
        Line(text, "DESCRIPTION:" + Escape(description + "\n\n" + link));
        Line(text, "LOCATION:" + Escape(location));
        Line(text, "STATUS:CONFIRMED");
        Line(text, "ORGANIZER:mailto:" + organizer);
        Line(text, $"ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=TRUE;CN=\"{name}\":mailto:{attendee}");
        Line(text, "CONFERENCE;VALUE=URI:" + link);
        Line(text, "BEGIN:VALARM");
        Line(text, "ACTION:DISPLAY");
        Line(text, "DESCRIPTION:" + Escape(summary));
        Line(text, "TRIGGER:-PT15M");
        Line(text, "END:VALARM");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Line(StringBuilder text, string line)
    {
        for (int at = 0; at < line.Length; at += 74)
        {
            text.Append(at == 0 ? "" : "\r\n ").Append(line, at, Math.Min(74, line.Length - at));
        }

        text.Append("\r\n");
    }
}
