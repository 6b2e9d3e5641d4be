namespace Diplomacy.Training.Imports;

/// <summary>What Microsoft Teams exports, by the headers seen since 2020.</summary>
internal static class TeamsLayouts
{
    private static readonly ImportColumn s_name = new("Name", true, "Full Name", "Vollständiger Name", "Nome", "Nome completo");

    private static readonly ImportColumn s_duration = new("Duration", false, "Dauer", "Durata");

    /// <summary>The list of 2020: one row whenever somebody joins or leaves. Whoever was still there when it was made never leaves.</summary>
    internal static AttendanceLayout List { get; } = new(AttendanceFormat.TeamsList, new AttendanceTable(
        "Teams, list of 2020", TableForm.Events, new("Full Name", true, "Vollständiger Name", "Nome completo", "Name", "Nome"))
    {
        Action = new("User Action", true, "Benutzeraktion", "Azione utente"),
        At = new("Timestamp", true, "Zeitstempel", "Data e ora", "Timestamp (UTC)"),
        HasShortRows = true,
    });

    /// <summary>The report of 2021: a summary, then one row per connection.</summary>
    internal static AttendanceLayout Report { get; } = new(AttendanceFormat.TeamsReport, new AttendanceTable(
        "Teams, report of 2021", TableForm.Intervals, new("Full Name", true, "Vollständiger Name", "Nome completo"))
    {
        Email = AttendanceColumns.Email,
        UserPrincipalName = AttendanceColumns.UserPrincipalName,
        RegistrantId = AttendanceColumns.RegistrantId,
        Joined = AttendanceColumns.Joined,
        Left = AttendanceColumns.Left,
        Duration = s_duration,
        Others = [AttendanceColumns.Role],
        HasShortRows = true,
    });

    /// <summary>
    /// The report since late 2022: summary, participants, activities. The participants' first join and last leave are no attendance; from there comes the user
    /// principal name alone, and the connections from the activities.
    /// </summary>
    internal static AttendanceLayout Sections { get; } = new(
        AttendanceFormat.TeamsSections,
        new AttendanceTable("Teams, report in sections: activities", TableForm.Intervals, s_name)
        {
            Email = AttendanceColumns.Email,
            Joined = AttendanceColumns.Joined,
            Left = AttendanceColumns.Left,
            Duration = s_duration,
            Others = [AttendanceColumns.Role],
            HasShortRows = true,
        },
        new AttendanceTable("Teams, report in sections: participants", TableForm.Identities, s_name)
        {
            Email = AttendanceColumns.Email,
            UserPrincipalName = AttendanceColumns.UserPrincipalName,
            RegistrantId = AttendanceColumns.RegistrantId,
            Others =
            [
                new("First Join", true, "Erster Beitritt", "Primo accesso", "Prima partecipazione"),
                new("Last Leave", true, "Letztes Verlassen", "Ultima uscita", "Ultimo abbandono"),
                new("In-Meeting Duration", false, "Dauer der Besprechung", "Durata della riunione", "Durata nella riunione"),
                AttendanceColumns.Role,
            ],
            HasShortRows = true,
        })
    { HasSections = true };
}
