namespace Diplomacy.Training.Imports;

/// <summary>The layouts in which reports of a call are read; which one it is, the headers decide.</summary>
public enum AttendanceFormat
{
    /// <summary>Zoom: one row per connection, in the headers of 2020 to 2023 and in the later ones, also below meeting data.</summary>
    ZoomConnections,

    /// <summary>Zoom: one row per user with minutes in total and no times, which is no evidence of attendance.</summary>
    ZoomTotals,

    /// <summary>Zoom: the account's report, in which every row tells the meeting too.</summary>
    ZoomAccount,

    /// <summary>Zoom: a webinar's attendee report, with sections for hosts, panelists and attendees.</summary>
    ZoomWebinar,

    /// <summary>Teams, 2020: one row whenever somebody joins or leaves.</summary>
    TeamsList,

    /// <summary>Teams, 2021: a summary, and one row per connection.</summary>
    TeamsReport,

    /// <summary>Teams, since late 2022: summary, participants and activities.</summary>
    TeamsSections,
}
