namespace Diplomacy.Training.Imports;

/// <summary>Columns that several layouts have, by their headers in English, German and Italian.</summary>
internal static class AttendanceColumns
{
    internal static ImportColumn Email { get; } = new("Email", false, "User Email", "E-mail", "User_Email_2", "E-Mail-Adresse", "Benutzer-E-Mail", "E-Mail des Benutzers", "E-mail utente", "Posta elettronica", "Indirizzo e-mail");

    internal static ImportColumn Joined { get; } = new("Join Time", true, "Beitrittszeit", "Beitrittszeitpunkt", "Ora di ingresso", "Ora di accesso", "Ora di partecipazione");

    internal static ImportColumn Left { get; } = new("Leave Time", true, "Verlassenszeit", "Austrittszeit", "Zeitpunkt des Verlassens", "Ora di uscita", "Ora di abbandono");

    internal static ImportColumn Minutes { get; } = new("Duration (Minutes)", false, "Duration_Minutes_2", "Dauer (Minuten)", "Durata (minuti)", "Time in Session (minutes)", "Zeit in der Sitzung (Minuten)", "Tempo nella sessione (minuti)");

    internal static ImportColumn InWaitingRoom { get; } = new("In Waiting Room", false, "InWaitingRoom", "Im Warteraum", "In Warteraum", "In sala d'attesa");

    internal static ImportColumn RegistrantId { get; } = new("Registrant ID", false, "Registration ID", "Registrierungs-ID", "ID registrazione", "ID iscrizione");

    internal static ImportColumn UserPrincipalName { get; } = new("Participant ID (UPN)", false, "UPN", "User Principal Name", "Teilnehmer-ID (UPN)", "ID partecipante (UPN)");

    internal static ImportColumn Role { get; } = new("Role", false, "Rolle", "Ruolo");

    internal static ImportColumn Guest { get; } = new("Guest", false, "Gast", "Is Guest", "Ospite");

    /// <summary>What a report tells of the meeting as a whole, above its tables.</summary>
    internal static ImportColumn MeetingId { get; } = new("Meeting ID", false, "Webinar ID", "Besprechungs-ID", "Meeting-ID", "ID riunione");

    /// <inheritdoc cref="MeetingId"/>
    internal static ImportColumn MeetingStart { get; } = new("Start Time", false, "Meeting Start Time", "Actual Start Time", "Startzeit", "Beginn der Besprechung", "Startzeit der Besprechung", "Ora di inizio", "Ora di inizio della riunione");

    /// <inheritdoc cref="MeetingId"/>
    internal static ImportColumn MeetingEnd { get; } = new("End Time", false, "Meeting End Time", "Endzeit", "Ende der Besprechung", "Endzeit der Besprechung", "Ora di fine", "Ora di fine della riunione");

    internal static ImportColumn[] OfTheMeeting { get; } = [MeetingId, MeetingStart, MeetingEnd];
}
