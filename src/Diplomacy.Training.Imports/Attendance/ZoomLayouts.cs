namespace Diplomacy.Training.Imports;

/// <summary>What Zoom exports, by the headers seen since 2020.</summary>
internal static class ZoomLayouts
{
    private static readonly ImportColumn s_name = new(
        "Name (Original Name)", true, "Name", "User Name (Original Name)", "NameOriginalName", "Name (Originalname)", "Name (ursprünglicher Name)", "Nome (nome originale)");

    private static readonly ImportColumn s_topic = new("Topic", true, "Argomento", "Thema");

    /// <summary>
    /// One row per connection: capitals and <c>User Email</c> until 2023, lower case and <c>Email</c> later; <c>Guest</c>, the answer on recording and
    /// <c>In waiting room</c> are there or not. With meeting data, a row about the meeting stands above.
    /// </summary>
    internal static AttendanceLayout Connections { get; } = new(AttendanceFormat.ZoomConnections, new AttendanceTable("Zoom, one row per connection", TableForm.Intervals, s_name)
    {
        Email = AttendanceColumns.Email,
        Joined = AttendanceColumns.Joined,
        Left = AttendanceColumns.Left,
        Minutes = AttendanceColumns.Minutes,
        InWaitingRoom = AttendanceColumns.InWaitingRoom,
        RegistrantId = AttendanceColumns.RegistrantId,
    });

    /// <summary>One row per user, without times.</summary>
    internal static AttendanceLayout Totals { get; } = new(AttendanceFormat.ZoomTotals, new AttendanceTable("Zoom, unique users", TableForm.Totals, s_name)
    {
        Email = AttendanceColumns.Email,
        Minutes = new("Total Duration (Minutes)", true, "Gesamtdauer (Minuten)", "Durata totale (minuti)"),
    });

    /// <summary>
    /// The account's report, flat: what is said of the meeting stands in every row, before the participant, so that the host's e-mail and the meeting's
    /// minutes have headers like the participant's.
    /// </summary>
    internal static AttendanceLayout Account { get; } = new(AttendanceFormat.ZoomAccount, new AttendanceTable("Zoom, report of the account", TableForm.Intervals, s_name)
    {
        Email = AttendanceColumns.Email,
        Joined = AttendanceColumns.Joined,
        Left = AttendanceColumns.Left,
        Minutes = AttendanceColumns.Minutes,
        InWaitingRoom = AttendanceColumns.InWaitingRoom,
        RegistrantId = AttendanceColumns.RegistrantId,
        MeetingId = new("Meeting ID", true, "ID", "Meeting-ID", "ID riunione"),
        MeetingStart = AttendanceColumns.MeetingStart,
        Others = [s_topic],
    });

    /// <summary>The attendee report of a webinar: hosts, panelists and attendees in sections, each with a header of its own; who did not come stands there with <c>No</c>.</summary>
    internal static AttendanceLayout Webinar { get; } = new(AttendanceFormat.ZoomWebinar, new AttendanceTable("Zoom, webinar", TableForm.Intervals, s_name)
    {
        Email = AttendanceColumns.Email,
        Joined = AttendanceColumns.Joined,
        Left = AttendanceColumns.Left,
        Minutes = AttendanceColumns.Minutes,
        RegistrantId = AttendanceColumns.RegistrantId,
        Attended = new("Attended", true, "Teilgenommen", "Ha partecipato"),
        Others = [AttendanceColumns.Guest],
    })
    { HasSections = true };
}
