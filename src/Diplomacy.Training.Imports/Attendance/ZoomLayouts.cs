namespace Diplomacy.Training.Imports;

/// <summary>What Zoom exports, by the headers seen since 2020.</summary>
internal static class ZoomLayouts
{
    /// <summary>
    /// One row per connection: capitals and <c>User Email</c> until 2023, lower case and <c>Email</c> later; <c>Guest</c>, the answer on recording and
    /// <c>In waiting room</c> are there or not. With meeting data, a row about the meeting stands above.
    /// </summary>
    internal static AttendanceLayout Detail { get; } = new(
        "Zoom, one row per connection",
        new("Name (Original Name)", true, "Name", "User Name (Original Name)"),
        new("Email", false, "User Email", "E-mail"),
        new("Join Time", true),
        new("Leave Time", true),
        new("Duration (Minutes)", false),
        new("In Waiting Room", false));

    /// <summary>One row per user, without times: known only in order to say what is wrong with it.</summary>
    internal static ImportColumn TotalDuration { get; } = new("Total Duration (Minutes)", true);
}
