using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>What attendance makes of registrations that were passed on or taken up again.</summary>
public sealed class ChangedRegistrations
{
    [Fact]
    public async Task R11_whoever_attended_before_somebody_else_took_over_keeps_what_was_attended()
    {
        Scene scene = await BeginAsync();
        Registration first = await scene.RegisterAsync("CHAN", "Sophea", "chan@example.gov.kh");
        scene.Clock.Reset(At("10:05"));
        SubstitutionOutcome outcome = await scene.Desks.Registrations.SubstituteAsync(
            DD2023, first.Id, new Substitution(await scene.PersonAsync("SOK", "Dara", "sok@example.gov.kh"), "called-away"), Desk);
        scene.Clock.Reset(At("17:30"));

        ImportReport report = await scene.ImportAsync(
            Row(2, "Sophea", "chan@example.gov.kh", "08:30", "10:00"), Row(3, "Dara", "sok@example.gov.kh", "10:15", "11:45"));

        report.ToReview.Should().BeEmpty();
        WorkshopPresence presence = await scene.Attendance.PresenceAsync(DD2023);
        Minutes(presence, first.Id).Should().Equal(90, 0);
        Minutes(presence, outcome.Replacement).Should().Equal(0, 75);
    }

    [Fact]
    public async Task R11_whoever_never_came_before_somebody_else_took_over_is_not_listed()
    {
        Scene scene = await BeginAsync();
        Registration first = await scene.RegisterAsync("CHAN", "Sophea", "chan@example.gov.kh");
        SubstitutionOutcome outcome = await scene.Desks.Registrations.SubstituteAsync(DD2023, first.Id, new Substitution(await scene.PersonAsync("SOK", "Dara"), "called-away"), Desk);

        (await scene.Attendance.PresenceAsync(DD2023)).People.Select(p => p.Registration).Should().Equal(outcome.Replacement);
    }

    [Fact]
    public async Task R11_the_ticket_of_whoever_was_replaced_opens_no_door()
    {
        Scene scene = await BeginAsync();
        Registration first = await scene.RegisterAsync("CHAN", "Sophea", mode: DeliveryMode.InPerson);
        await scene.Desks.Registrations.SubstituteAsync(DD2023, first.Id, new Substitution(await scene.PersonAsync("SOK", "Dara"), "called-away"), Desk);
        scene.Clock.Reset(At("08:20"));

        TrainingRule refused = await Refusal.OfAsync(async () => await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(first.Id, "opening", At("08:20")), Desk));

        refused.Code.Should().Be("attendance.registration-is-confirmed");
    }

    [Fact]
    public async Task R13_check_ins_from_before_a_registration_was_restored_count_no_longer_and_new_ones_do()
    {
        Scene scene = await BeginAsync();
        Registration registration = await scene.RegisterAsync("CHAN", "Sophea", mode: DeliveryMode.InPerson);
        scene.Clock.Reset(At("08:20"));
        await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(registration.Id, "opening", At("08:20")), Desk);
        await scene.Desks.Registrations.CancelAsync(DD2023, registration.Id, "called-away", Desk);
        scene.Clock.Reset(At("09:00"));
        (await scene.Desks.Registrations.RestoreAsync(DD2023, registration.Id, Desk)).Should().BeOfType<RegistrationOutcome.Confirmed>();

        Minutes(await scene.Attendance.PresenceAsync(DD2023), registration.Id).Should().Equal(0, 0);
        scene.Clock.Reset(At("09:20"));
        (await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(registration.Id, "opening", At("09:10")), Desk)).Should().BeOfType<CheckInOutcome.Recorded>();
        Minutes(await scene.Attendance.PresenceAsync(DD2023), registration.Id).Should().Equal(50, 0);
        (await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(registration.Id, "opening", At("09:20")), Desk)).Should().BeOfType<CheckInOutcome.AlreadyRecorded>();
    }

    [Fact]
    public async Task R13_a_scan_from_before_a_registration_was_restored_that_arrives_late_does_not_displace_the_one_that_counts()
    {
        Scene scene = await BeginAsync();
        Registration registration = await scene.RegisterAsync("CHAN", "Sophea", mode: DeliveryMode.InPerson);
        scene.Clock.Reset(At("08:20"));
        await scene.Desks.Registrations.CancelAsync(DD2023, registration.Id, "called-away", Desk);
        scene.Clock.Reset(At("09:00"));
        await scene.Desks.Registrations.RestoreAsync(DD2023, registration.Id, Desk);
        scene.Clock.Reset(At("09:20"));
        await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(registration.Id, "opening", At("09:10")), Desk);

        ScanMerge merge = await scene.Attendance.MergeScansAsync(
            DD2023, [new DeviceScans("door-1", [CheckInEntry.OfRegistration(registration.Id, "opening", At("08:10"), "n1")])], Desk);

        merge.Devices[0].Outcomes[0].Should().BeOfType<CheckInOutcome.Refused>().Which.Rule.Code.Should().Be("attendance.within-check-in-window");
        Minutes(await scene.Attendance.PresenceAsync(DD2023), registration.Id).Should().Equal(50, 0);
    }

    private static IEnumerable<double> Minutes(WorkshopPresence presence, RegistrationId registration) =>
        presence.People.Single(p => p.Registration == registration).Sessions.Select(s => s.Present.TotalMinutes);
}
