using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Journal;

public sealed class AttendanceEventExamples : IEventExamples
{
    private static readonly RegistrationId s_registration = RegistrationEventExamples.Registration;
    private static readonly string s_caller = new('c', 64);

    public StreamId Stream => AttendanceSheet.StreamOf(WorkshopId.Parse("DD-2023"));

    public IEnumerable<TrainingEvent> Examples =>
    [
        new CheckedIn(An.Instant, s_registration, "tools", An.Instant - Duration.FromMinutes(2), "scan-81", "gate-1", Duration.FromSeconds(30)),
        new SeenAgainAtDoor(An.Instant, s_registration, "tools", An.Instant - Duration.FromMinutes(1), "gate-2", "scan-7", Duration.FromSeconds(-90)),
        new PresenceCorrected(An.Instant, s_registration, "tools", Duration.FromMinutes(45), Record('5')),
        new CorrectionTakenBack(An.Instant, s_registration, "tools", Record('6')),
        new CheckedOut(An.Instant, s_registration, "tools", An.Instant + Duration.FromHours(1)),
        new CheckInUndone(An.Instant, s_registration, "tools"),
        new CallReportImported(An.Instant, new CallReport(
            new string('d', 64), new string('e', 64), new string('f', 64), An.Instant - Duration.FromMinutes(5), Record('1'), Record('2'), "Asia/Phnom_Penh", 3,
            [
                new Caller(s_caller, null, "attendance.caller-without-address", Record('3'), [s_registration], [new Connection(1, An.Instant, An.Instant + Duration.FromMinutes(40)), new Connection(2, An.Instant, null)]),
                new Caller(new string('b', 64), s_registration, null, null, [], [new Connection(4, An.Instant, An.Instant + Duration.FromMinutes(90))]),
            ],
            [new IgnoredRow(3, "attendance.row-in-waiting-room")]), [new string('c', 64)]),
        new RegistrantsMapped(An.Instant, Record('2'), [new MappedRegistrant(new string('b', 32), s_registration), new MappedRegistrant(new string('c', 32), null)]),
        new CallerDecided(An.Instant, s_caller, s_registration, Record('4'), Record('3')),
        new CallersErased(An.Instant, 3),
    ];

    public IEnumerable<string> Texts =>
    [
        "CheckedIn.Session", "CheckedIn.Nonce", "CheckedIn.Device", "SeenAgainAtDoor.Session", "SeenAgainAtDoor.Device", "SeenAgainAtDoor.Nonce", "PresenceCorrected.Session", "CorrectionTakenBack.Session", "CheckedOut.Session", "CheckInUndone.Session", "CallerDecided.Caller",
        "CallReport.Digest", "CallReportImported.Supersedes", "MappedRegistrant.Key", "CallReport.SourceKey", "CallReport.MeetingKey", "CallReport.ZoneId", "Caller.Key", "Caller.Reason", "IgnoredRow.Reason", "RecordRef.Digest",
    ];

    public IEnumerable<Type> MayHoldLocalizedText => [];

    private static RecordRef Record(char id) => new(RecordId.Parse(new string(id, 32)), new string('a', 64));
}
