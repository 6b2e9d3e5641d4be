using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using NodaTime.Testing.TimeZones;
using NodaTime.TimeZones;

namespace Diplomacy.Training.Tests.Journal;

public sealed class PlanningEventExamples : IEventExamples
{
    // An agenda keeps the version of the zone data it was planned with; a golden file needs one that does not change with NodaTime.
    private static readonly DateTimeZoneCache s_zones = new(new FakeDateTimeZoneSource.Builder
    {
        VersionId = "TZDB: 2023c",
        Zones = { DateTimeZoneProviders.Tzdb["Asia/Phnom_Penh"] },
    }.Build());

    private static readonly LocalDate s_day = new(2023, 2, 28);

    private static readonly Agenda s_agenda = Agenda.Strictly(
        s_zones,
        "Asia/Phnom_Penh",
        new Ceremony("opening", s_day.At(new LocalTime(8, 0)), Duration.FromMinutes(30)) { Title = new LocalizedText("ពិធីបើក", "Opening") },
        new Session("tools", s_day.At(new LocalTime(8, 30)), Duration.FromMinutes(90)) { Title = new LocalizedText("ឧបករណ៍", "Tools") },
        new Break("coffee", s_day.At(new LocalTime(9, 0)), Duration.FromMinutes(15)));

    private static readonly WorkshopPlan s_plan = new("DD-2023", InstitutionCode.Parse("MFAIC"))
    {
        Title = new LocalizedText("ការទូតឌីជីថល", "Digital Diplomacy"),
        Agenda = s_agenda,
        Seats = SeatPlan.Hybrid(250, 150)
            .With(Quota.For(InstitutionCode.Parse("MFAIC"), 220), Quota.ForEachMission(4), Quota.ForAll(InstitutionKind.Consulate, 10))
            .WithTotal(390).WithRoomCapacity(300).WithWaitingPlaces(50),
        Venue = new LocalizedText("សណ្ឋាគារ", "A hotel in Phnom Penh"),
        Awards = [AwardPolicy.Participation(75), AwardPolicy.Appreciation()],
        Registration = new(An.Instant, An.Instant + Duration.FromDays(1), An.Instant + Duration.FromDays(2), An.Instant + Duration.FromDays(3)),
    };

    public StreamId Stream => StreamId.Of("workshop", "DD-2023");

    public IEnumerable<TrainingEvent> Examples =>
    [
        new WorkshopDrafted(An.Instant, s_plan),
        new WorkshopRevised(An.Instant, s_plan),
        new WorkshopPublished(An.Instant),
        new WorkshopPostponed(An.Instant, s_agenda),
        new WorkshopTimesSettled(
            An.Instant, TimeKept.WallTime, "TZDB: 2022g", s_agenda, [TimeChoice.Later("tools"), TimeChoice.At("coffee", s_day.At(new LocalTime(9, 0)), Occurrence.Earlier)], "Asia/Bangkok",
            new(null, An.Instant + Duration.FromDays(1))),
        new WorkshopCancelled(An.Instant, "venue"),
        new WorkshopHeld(An.Instant),
    ];

    public IEnumerable<string> Texts =>
    [
        "WorkshopCancelled.ReasonCode", "WorkshopTimesSettled.ZoneDataBefore", "WorkshopTimesSettled.ZoneBefore", "TimeChoice.Item", "Agenda.ZoneId", "Agenda.ZoneDataVersion", "AgendaItem.Code", "Quota.Name", "Quota.Group", "Session.Sitting", "SittingSeats.Sitting", "Agenda.Sittings", "RegistrationQuestion.Code", "QuestionOption.Code", "SeatGroup.Dimension", "SeatGroup.Value", "LocalizedText.Khmer", "LocalizedText.English",
    ];

    public IEnumerable<Type> MayHoldLocalizedText => [typeof(WorkshopDrafted), typeof(WorkshopRevised), typeof(WorkshopPostponed), typeof(WorkshopTimesSettled)];
}
