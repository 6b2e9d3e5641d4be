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
            new SessionPresence("opening", Duration.FromMinutes(60), Duration.FromMinutes(90), At("08:30"), At("09:30"), true, true, false) { Confidence = PresenceConfidence.Confirmed });
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
    public async Task What_a_figure_rests_on_is_told_with_all_its_evidence()
    {
        Scene scene = await BeginAsync();
        Registration both = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example", DeliveryMode.InPerson);
        Registration open = await scene.RegisterAsync("SOK", "Dara", "d@mfaic.example");
        Registration decided = await scene.RegisterAsync("KEO", "Bopha");
        Registration nobody = await scene.RegisterAsync("LONG", "Visal");
        await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(both.Id, "opening", At("08:30")), Desk);
        AttendanceLog log = scene.Log(Row(2, "S", "s@mfaic.example", "09:00", null), Row(3, "D", "d@mfaic.example", "08:30", null), Row(4, "iPad", null, "08:30", "09:00"));
        string caller = (await scene.Attendance.ImportAsync(DD2023, log, Desk)).ToReview.Single().Key;
        await scene.Attendance.DecideAsync(DD2023, caller, decided.Person, Desk, "told us");

        (await scene.PresenceOfAsync(both)).Confidence.Should().Be(PresenceConfidence.Confirmed, "the door alone gives the same time");
        (await scene.PresenceOfAsync(open)).Confidence.Should().Be(PresenceConfidence.Inferred);
        (await scene.PresenceOfAsync(decided)).Confidence.Should().Be(PresenceConfidence.Decided);
        PersonPresence none = await scene.PresenceOfAsync(nobody);
        (none.Confidence, none.Share, none.FirstSeen, none.LastSeen, none.Evidence.Length).Should().Be((PresenceConfidence.None, 0, null, null, 0));

        PersonPresence presence = await scene.PresenceOfAsync(both);
        presence.Evidence.Select(e => (e.Mode, e.Session, e.Report, e.Row, e.From, e.IsDecided)).Should().Equal(
            (DeliveryMode.InPerson, "opening", null, 0, At("08:30"), false), (DeliveryMode.Online, null, log.Digest, 2, At("09:00"), false));
        (presence.FirstSeen, presence.LastSeen).Should().Be((At("08:30"), At("10:00")));
        presence.Share.Should().BeApproximately(90.0 / 165, 1e-12);
        presence.Sessions[0].Share.Should().Be(1);
        (await scene.PresenceOfAsync(decided)).Evidence.Single().IsDecided.Should().BeTrue();
    }

    [Fact]
    public async Task Presence_is_counted_by_institution_and_session()
    {
        Scene scene = await BeginAsync();
        var london = InstitutionCode.Parse("GB-LON-EMB");
        await scene.Desks.Institutions.AddAsync(new Institution(london, new("ស្ថានទូត", "Embassy"), InstitutionKind.Embassy, "London", "United Kingdom", "Europe/London"), Desk);
        Registration room = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example", DeliveryMode.InPerson);
        await scene.RegisterAsync("SOK", "Dara", "d@mfaic.example");
        PersonId person = await scene.PersonAsync("KEO", "Bopha", "b@mfaic.example");
        await scene.Desks.Registrations.RegisterAsync(new RegistrationRequest(DD2023, person, london, DeliveryMode.Online), Desk);
        await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(room.Id, "opening", At("08:30")), Desk);
        await scene.ImportAsync(Row(2, "S", "s@mfaic.example", "10:15", "10:45"), Row(3, "B", "b@mfaic.example", "10:15", "10:45"));

        WorkshopPresence presence = await scene.Attendance.PresenceAsync(DD2023);
        PresenceTable table = PresenceTable.Of(presence);

        table.Institutions.Select(i => (i.Institution.ToString(), i.Registered, i.InRoom, i.InCall, i.InBoth, i.Attended, i.Absent, i.Hours)).Should().Equal(
            ("GB-LON-EMB", 1, 0, 1, 0, 1, 0, 0.5), ("MFAIC", 2, 0, 0, 1, 1, 1, 2));
        table.Institutions[1].MeanShare.Should().BeApproximately(120.0 / 165 / 2, 1e-12);
        (table.Total.Institution, table.Total.Registered, table.Total.Attended, table.Total.Present).Should().Be((null, 3, 2, Duration.FromMinutes(150)));

        PresenceTable opening = PresenceTable.Of(presence, "opening");
        (opening.Total.Registered, opening.Total.InRoom, opening.Total.InCall, opening.Total.MeanShare).Should().Be((3, 1, 0, 1.0 / 3));
        FluentActions.Invoking(() => PresenceTable.Of(presence, "coffee")).Should().Throw<ArgumentException>();
        PresenceTable.Of(new WorkshopPresence(DD2023, [], 0)).Total.Should().Be(new InstitutionPresence(null, 0, 0, 0, 0, 0, Duration.Zero));
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
