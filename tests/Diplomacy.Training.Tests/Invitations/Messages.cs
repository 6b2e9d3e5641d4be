using NodaTime;

namespace Diplomacy.Training.Tests.Invitations;

/// <summary>Calendar messages to start from.</summary>
internal static class Messages
{
    internal const string Uid = "dd2027-opening.us-was-emb@mfaic.example";
    internal static readonly CalendarAddress Ministry = new("training@mfaic.example", "MFAIC Training");
    internal static readonly CalendarAddress Washington = new("mission@was.example", "Embassy in Washington");
    internal static readonly Instant Stamp = Instant.FromUtc(2026, 11, 23, 2, 0);
    internal static readonly Instant Start = Instant.FromUtc(2027, 3, 16, 2, 0);

    internal static CalendarMessage Of(
        CalendarMethod method = CalendarMethod.Request,
        string zone = "Asia/Phnom_Penh",
        Instant? start = null,
        Duration? length = null,
        string summary = "Opening",
        string uid = Uid,
        int sequence = 0,
        CalendarAddress? organizer = null,
        CalendarAttendee[]? attendees = null) =>
        new(
            method, uid, sequence, Stamp, DateTimeZoneProviders.Tzdb[zone], start ?? Start, (start ?? Start) + (length ?? Duration.FromHours(2)), summary, organizer ?? Ministry,
            attendees ?? (method == CalendarMethod.Publish ? [] : [new(Washington)]));

    /// <summary>Everything that a message can say, in one language.</summary>
    internal static CalendarMessage Full(CalendarMethod method, Language language)
    {
        bool khmer = language == Language.Khmer;
        CalendarAttendee mission = new(khmer ? new("mission@was.example", "ស្ថានទូតកម្ពុជា ប្រចាំទីក្រុងវ៉ាស៊ីនតោន") : Washington) { Kind = CalendarAttendeeKind.Group, AnswerWanted = true };
        CalendarAttendee lecturer = new(new("sophea.chan@mfaic.example", khmer ? "ចាន់ សុភា" : "CHAN, Sophea \"Phea\"")) { Role = CalendarRole.Chair, Answer = CalendarAnswer.Accepted };
        return new(
            method, Uid, method == CalendarMethod.Cancel ? 2 : 1, Stamp, DateTimeZoneProviders.Tzdb[khmer ? "Asia/Phnom_Penh" : "Europe/Brussels"], Start, Start + Duration.FromMinutes(150),
            khmer ? "វគ្គបណ្តុះបណ្តាល ស្តីពី ការទូតឌីជីថល; វគ្គបើក" : "Digital diplomacy; opening, and introduction to the course for all missions abroad",
            new("training@mfaic.example", khmer ? "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ" : "Ministry of Foreign Affairs: Training"),
            method == CalendarMethod.Publish ? [] : [mission, lecturer])
        {
            Description = khmer ? "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ\nសូមចូលរួម" : "Please join ten minutes early.\nMaterials: C:\\course, part 1; part 2.",
            Location = khmer ? "ភ្នំពេញ, កម្ពុជា" : "Phnom Penh, room 3; or online",
            JoinLink = new("https://call.example/j/8123456789?pwd=aB%2C1;x=2,3&lang=km"),
            JoinLabel = "Zoom",
            Alarms = [Duration.FromMinutes(15), Duration.FromDays(1)],
            Language = language,
            Created = Stamp - Duration.FromDays(3),
        };
    }
}
