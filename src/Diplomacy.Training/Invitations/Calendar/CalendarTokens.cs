namespace Diplomacy.Training;

/// <summary>The words of RFC 5545 for our own.</summary>
internal static class CalendarTokens
{
    internal static string Token(this CalendarMethod method) => method switch
    {
        CalendarMethod.Request => "REQUEST",
        CalendarMethod.Publish => "PUBLISH",
        _ => "CANCEL",
    };

    internal static string Token(this CalendarAttendeeKind kind) => kind switch
    {
        CalendarAttendeeKind.Individual => "INDIVIDUAL",
        CalendarAttendeeKind.Group => "GROUP",
        CalendarAttendeeKind.Resource => "RESOURCE",
        _ => "ROOM",
    };

    internal static string Token(this CalendarRole role) => role switch
    {
        CalendarRole.Chair => "CHAIR",
        CalendarRole.Required => "REQ-PARTICIPANT",
        CalendarRole.Optional => "OPT-PARTICIPANT",
        _ => "NON-PARTICIPANT",
    };

    internal static string Token(this CalendarAnswer answer) => answer switch
    {
        CalendarAnswer.None => "NEEDS-ACTION",
        CalendarAnswer.Accepted => "ACCEPTED",
        CalendarAnswer.Declined => "DECLINED",
        _ => "TENTATIVE",
    };
}
