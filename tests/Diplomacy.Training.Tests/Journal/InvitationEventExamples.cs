using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Journal;

public sealed class InvitationEventExamples : IEventExamples
{
    private static readonly InvitationUid s_uid = InvitationUid.Parse("0a1b2c3d-0a1b-4c3d-8e9f-0a1b2c3d4e5f");
    private static readonly InstitutionCode s_embassy = InstitutionCode.Parse("US-WAS-EMB");
    private static readonly PersonId s_person = PersonId.Parse(new string('7', 32));
    private static readonly RecordRef s_link = new(RecordId.Parse(new string('5', 32)), new string('a', 64));

    public StreamId Stream => InvitationLedger.StreamOf(WorkshopId.Parse("DD-2023"));

    public IEnumerable<TrainingEvent> Examples =>
    [
        new InvitationTermsSet(An.Instant, new() { Entries = CalendarEntries.Sessions, Alarms = [Duration.FromMinutes(15)], Reminders = [Duration.FromDays(2)], TimeForm = CalendarTimeForm.Utc }),
        new JoinLinkSet(An.Instant, "east", s_person, s_link),
        new InstitutionInvited(An.Instant, s_embassy, Language.Khmer),
        new InstitutionUninvited(An.Instant, s_embassy),
        new InvitationWorded(An.Instant, 1, new(
            InstitutionCode.Parse("MFAIC"), new("ក្រសួងការបរទេស", "Ministry of Foreign Affairs"), "training@mfaic.example", new("ការទូតឌីជីថល", "Digital Diplomacy"), new("ភ្នំពេញ", "Phnom Penh"),
            DeliveryMode.InPerson, "east", "Asia/Phnom_Penh",
            [new("opening", new("", "Opening"), new LocalDateTime(2023, 2, 28, 9, 0), An.Instant + Duration.FromHours(1), An.Instant + Duration.FromHours(2))],
            [Duration.FromMinutes(30)], CalendarTimeForm.Zoned)),
        new InvitationSent(
            An.Instant, s_uid, Invitee.Of(s_person), "day-1", 2, 1, s_embassy, s_link,
            [new(s_embassy, "opening", new LocalDateTime(2023, 2, 27, 21, 0), "America/New_York", Offset.FromHours(-5))], [new(Duration.FromDays(1), An.Instant - Duration.FromHours(9))]),
        new InvitationWithdrawn(An.Instant, s_uid, 3, WithdrawalCause.Substituted),
        new InvitationTimesTold(
            An.Instant, s_uid, s_embassy, [new(s_embassy, "opening", new LocalDateTime(2023, 2, 27, 20, 0), "America/New_York", Offset.FromHours(-6))],
            [new(Duration.FromDays(1), An.Instant - Duration.FromHours(9))]),
        new InviteeRecognised(An.Instant, s_person, PersonId.Parse(new string('8', 32))),
        new RemindersSettled(An.Instant, s_uid, [Duration.FromDays(7), Duration.FromDays(1)], Duration.FromDays(1)),
    ];

    public IEnumerable<string> Texts =>
    [
        "JoinLinkSet.Sitting", "RecordRef.Digest", "InvitationContent.OrganizerEmail", "InvitationContent.Sitting", "InvitationContent.ZoneId", "InvitedSession.Code",
        "InvitationSent.Entry", "ToldTime.Session", "ToldTime.ZoneId", "Language.Tag", "LocalizedText.Khmer", "LocalizedText.English",
    ];

    public IEnumerable<Type> MayHoldLocalizedText => [typeof(InvitationWorded)];
}
