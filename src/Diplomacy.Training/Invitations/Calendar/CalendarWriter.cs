namespace Diplomacy.Training;

/// <summary>Writes calendar messages (RFC 5545, RFC 5546, RFC 6868, RFC 7986). It does not read any.</summary>
/// <remarks>Safe for use from many threads. Neither the clock, the culture nor the machine's zones have a part in what is written.</remarks>
public static class CalendarWriter
{
    /// <summary>Writes one message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The file: UTF-8 without a byte order mark, lines of at most 75 octets that end in CRLF (R51).</returns>
    public static byte[] Write(CalendarMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var lines = new ContentLines();
        lines.Line("BEGIN:VCALENDAR");
        lines.Line("VERSION:2.0");
        lines.Line("PRODID:-//Diplomacy.Training//Calendar//EN");
        lines.Line("CALSCALE:GREGORIAN");
        lines.Line("METHOD:" + message.Method.Token());
        CalendarZone? zone = message.TimeForm == CalendarTimeForm.Zoned ? CalendarZone.Around(message.Zone, message.Start, message.End) : null;
        zone?.Write(lines);
        WriteEvent(lines, message, zone);
        lines.Line("END:VCALENDAR");
        return lines.ToArray();
    }

    private static void WriteEvent(ContentLines lines, CalendarMessage message, CalendarZone? zone)
    {
        bool cancelled = message.Method == CalendarMethod.Cancel;
        Uri? link = cancelled ? null : message.JoinLink;
        lines.Line("BEGIN:VEVENT");
        lines.Line("UID:" + message.Uid);
        lines.Begin("SEQUENCE").Number(message.Sequence).End();
        lines.Moment("DTSTAMP", message.Stamp);
        if (message.Created is { } created)
        {
            lines.Moment("CREATED", created);
        }

        lines.Moment("LAST-MODIFIED", message.LastModified);
        WriteTime(lines, "DTSTART", message.Start, zone);
        WriteTime(lines, "DTEND", message.End, zone);
        WriteText(lines, "SUMMARY", message.Summary, message.Language);
        WriteText(lines, "DESCRIPTION", Described(message.Description, link), message.Language);
        WriteText(lines, "LOCATION", message.Location, message.Language);
        lines.Line(cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        lines.Line("TRANSP:OPAQUE");
        WriteAddress(lines.Name("ORGANIZER"), message.Organizer);
        foreach (CalendarAttendee attendee in message.Attendees)
        {
            lines.Name("ATTENDEE").Parameter("CUTYPE", attendee.Kind.Token()).Parameter("ROLE", attendee.Role.Token()).Parameter("PARTSTAT", attendee.Answer.Token());
            lines.Parameter("RSVP", attendee.AnswerWanted && !cancelled ? "TRUE" : "FALSE");
            WriteAddress(lines, attendee.Address);
        }

        if (link is not null)
        {
            lines.Line("URL:" + link.AbsoluteUri);
            lines.Name("CONFERENCE").Parameter("VALUE", "URI").Raw(";FEATURE=AUDIO,VIDEO");
            if (message.JoinLabel is { } label)
            {
                lines.Parameter("LABEL", label);
            }

            lines.Raw(":").Raw(link.AbsoluteUri).End();
        }

        if (!cancelled)
        {
            WriteAlarms(lines, message);
        }

        lines.Line("END:VEVENT");
    }

    private static void WriteTime(ContentLines lines, string property, Instant moment, CalendarZone? zone)
    {
        if (zone is null)
        {
            lines.Moment(property, moment);
            return;
        }

        lines.Name(property).Parameter("TZID", zone.Id).Raw(":").Raw(ContentLines.Local(zone.At(moment))).End();
    }

    private static void WriteText(ContentLines lines, string property, string? text, Language? language)
    {
        if (text is null)
        {
            return;
        }

        lines.Name(property);
        if (language is { } known)
        {
            lines.Parameter("LANGUAGE", known.Tag);
        }

        lines.Raw(":").Text(text).End();
    }

    private static void WriteAddress(ContentLines lines, CalendarAddress address)
    {
        if (address.Name is { } name)
        {
            lines.Parameter("CN", name);
        }

        lines.Raw(":mailto:").Raw(ContentLines.InMailto(address.Email)).End();
    }

    private static void WriteAlarms(ContentLines lines, CalendarMessage message)
    {
        foreach (Duration before in message.Alarms)
        {
            lines.Line("BEGIN:VALARM");
            lines.Line("ACTION:DISPLAY");
            WriteText(lines, "DESCRIPTION", message.Summary, message.Language);
            lines.Line("TRIGGER:" + ContentLines.Before(before));
            lines.Line("END:VALARM");
        }
    }

    private static string? Described(string? description, Uri? link) =>
        link is null ? description
        : string.IsNullOrEmpty(description) ? link.AbsoluteUri
        : description.Contains(link.AbsoluteUri, StringComparison.Ordinal) ? description
        : description + "\n\n" + link.AbsoluteUri;
}
