using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

public sealed class AttendanceDeskPresence
{
    [Fact]
    public async Task Everybody_who_is_confirmed_is_listed_once_in_the_order_of_registration_ids()
    {
        Scene scene = await BeginAsync(online: 2);
        Registration[] people = [await scene.RegisterAsync("SOK", "Dara"), await scene.RegisterAsync("CHAN", "Sophea"), await scene.RegisterAsync("KEO", "Bopha")];

        WorkshopPresence presence = await scene.Attendance.PresenceAsync(DD2023);

        people[2].Status.Should().Be(RegistrationStatus.Waiting);
        presence.People.Select(p => p.Registration).Should().Equal(people[..2].Select(p => p.Id).OrderBy(id => id.ToString(), StringComparer.Ordinal));
        presence.People.Should().OnlyContain(p => p.Present == Duration.Zero && p.Counted == Duration.FromMinutes(165) && p.Sessions.Length == 2 && !p.AttendedOtherMode);
    }

    [Fact]
    public async Task R27_the_door_and_the_call_of_one_person_are_merged_and_counted_once()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example", DeliveryMode.InPerson);
        await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:30")), Desk);
        await scene.Attendance.CheckOutAsync(DD2023, sophea.Id, "opening", At("09:15"), Desk);
        await scene.ImportAsync(Row(2, "laptop", "s@mfaic.example", "09:00", "09:30"));

        (await scene.PresenceOfAsync(sophea)).Sessions[0].Should().Be(
            new SessionPresence("opening", Duration.FromMinutes(60), Duration.FromMinutes(90), At("08:30"), At("09:30"), true, true, false));
    }

    [Fact]
    public async Task R35_attending_in_the_other_mode_is_told()
    {
        Scene scene = await BeginAsync();
        Registration room = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example", DeliveryMode.InPerson);
        Registration online = await scene.RegisterAsync("SOK", "Dara", "d@mfaic.example");
        await scene.ImportAsync(Row(2, "S", "s@mfaic.example", "08:30", "09:00"), Row(3, "D", "d@mfaic.example", "08:30", "09:00"));
        (await scene.PresenceOfAsync(room)).AttendedOtherMode.Should().BeTrue();
        (await scene.PresenceOfAsync(online)).AttendedOtherMode.Should().BeFalse();

        await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfPerson(online.Person, "tools", At("10:20")), Desk);
        (await scene.PresenceOfAsync(online)).AttendedOtherMode.Should().BeTrue();
    }

    [Fact]
    public async Task A_workshop_that_is_held_can_still_be_recorded_and_one_that_is_unknown_cannot_be_asked_for()
    {
        Scene scene = await BeginAsync();
        await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");
        scene.Clock.Reset(At("17:00"));
        await scene.Desks.DueWork.RunAsync();

        (await scene.Desks.Planning.FindAsync(DD2023))!.Status.Should().Be(WorkshopStatus.Held);
        (await scene.ImportAsync(Row(2, "S", "s@mfaic.example", "08:30", "09:00"))).RowsMatched.Should().Be(1);
        (await Refusal.OfAsync(() => scene.Attendance.PresenceAsync(WorkshopId.Parse("XX-1")).AsTask())).Code.Should().Be("workshop.is-known");
    }

    [Fact]
    public void The_desk_comes_from_the_container()
    {
        using ServiceProvider services = new ServiceCollection().AddDiplomacyTraining().Services.BuildServiceProvider();

        services.GetRequiredService<AttendanceDesk>().Should().BeSameAs(services.GetRequiredService<TrainingDesks>().Attendance);
    }
}
