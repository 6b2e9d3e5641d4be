using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>
/// A workshop that is held twice: in the east on 28 February 2023 from 08:00 for two hours, in the west on 1 March from 20:00 for an hour and a half;
/// all share the opening on 28 February from 07:00 for half an hour. It is over.
/// </summary>
internal sealed class HeldTwice
{
    internal static readonly WorkshopId Id = WorkshopId.Parse("DD-2023");
    private static readonly LocalDate s_day = new(2023, 2, 28);
    private static readonly Instant s_before = Instant.FromUtc(2023, 1, 5, 2, 0);
    private static readonly Instant s_after = Instant.FromUtc(2023, 3, 2, 2, 0);

    internal static Agenda Agenda { get; } = Agenda.Strictly(
        "Asia/Phnom_Penh",
        new Session("opening", s_day.At(new LocalTime(7, 0)), Duration.FromMinutes(30)),
        new Session("talk-east", s_day.At(new LocalTime(8, 0)), Duration.FromMinutes(120)) { Sitting = "east" },
        new Session("talk-west", s_day.PlusDays(1).At(new LocalTime(20, 0)), Duration.FromMinutes(90)) { Sitting = "west" });

    private HeldTwice()
    {
    }

    internal Ministry Ministry { get; } = new();

    internal AttendanceDesk Attendance => Ministry.Desks.Attendance;

    internal CertificateDesk Certificates => Ministry.Desks.Certificates;

    internal static async Task<HeldTwice> BeginAsync()
    {
        var held = new HeldTwice();
        held.Ministry.Clock.Reset(s_before);
        await held.Ministry.Desks.Institutions.AddAsync(An.Institution(), An.Officer);
        await held.Ministry.Desks.Planning.PlanAsync(
            new WorkshopPlan(Id, InstitutionCode.Parse("MFAIC"))
            {
                Title = new("សិក្ខាសាលា", "Workshop"),
                Agenda = Agenda,
                Seats = SeatPlan.InPersonOnly(200).WithSitting("east", 200, null).WithSitting("west", 200, null),
                Awards = [AwardPolicy.Participation(80), AwardPolicy.Completion(80), AwardPolicy.Appreciation()],
            },
            An.Officer);
        held.Ministry.Clock.Reset(s_after);
        return held;
    }

    /// <summary>A moment, so many minutes after the beginning of a session.</summary>
    internal static Instant At(string session, double minutes) => Agenda.Find(session)!.Time.Start + Duration.FromMinutes(minutes);

    /// <summary>Somebody who is registered for a sitting and was in the room for so many minutes of some sessions.</summary>
    internal async Task<RegistrationId> RegisterAsync(string? sitting, ParticipantRole role, params (string Session, double Minutes)[] present)
    {
        PersonId person = await Ministry.Desks.People.AddAsync(A.Person(FormattableString.Invariant($"Given{PersonId.New()}")), An.Officer);
        Ministry.Clock.Reset(s_before);
        await Ministry.Desks.Registrations.RegisterAsync(
            new RegistrationRequest(Id, person, InstitutionCode.Parse("MFAIC"), DeliveryMode.InPerson) { Role = role, Sitting = sitting }, An.Officer);
        Ministry.Clock.Reset(s_after);
        RegistrationId registration = (await Ministry.Desks.Registrations.FindAsync(Id, person))!.Id;
        foreach (var (session, minutes) in present.Where(p => p.Minutes > 0))
        {
            await Attendance.CheckInAsync(Id, CheckInEntry.OfRegistration(registration, session, At(session, 0)), An.Officer);
            await Attendance.CheckOutAsync(Id, registration, session, At(session, minutes), An.Officer);
        }

        return registration;
    }

    internal async Task<PersonPresence> PresenceOfAsync(RegistrationId registration) => (await Attendance.PresenceAsync(Id)).People.Single(p => p.Registration == registration);
}
