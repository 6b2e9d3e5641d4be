using System.Collections.Immutable;
using CsCheck;
using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

public sealed class AttendanceDeskCheckIn
{
    [Fact]
    public async Task A_confirmed_participant_is_checked_in_and_counts_from_then_on()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", mode: DeliveryMode.InPerson);

        CheckInOutcome outcome = await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfPerson(sophea.Person, "opening", At("08:40")), Desk);

        outcome.Should().Be(new CheckInOutcome.Recorded(sophea.Id, "opening", At("08:40")));
        (await scene.PresenceOfAsync(sophea)).Sessions[0].Present.Should().Be(Duration.FromMinutes(80));
    }

    [Fact]
    public async Task R33_of_several_check_ins_the_earliest_is_kept_in_whatever_order_they_arrive()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", mode: DeliveryMode.InPerson);

        await CheckInAsync(scene, sophea, "08:40");
        (await CheckInAsync(scene, sophea, "08:45")).Should().Be(new CheckInOutcome.AlreadyRecorded(sophea.Id, "opening", At("08:40")));
        (await CheckInAsync(scene, sophea, "08:40")).Should().Be(new CheckInOutcome.AlreadyRecorded(sophea.Id, "opening", At("08:40")));
        (await CheckInAsync(scene, sophea, "08:35")).Should().Be(new CheckInOutcome.Recorded(sophea.Id, "opening", At("08:35")));

        (await scene.PresenceOfAsync(sophea)).Sessions[0].FirstSeen.Should().Be(At("08:35"));
        (await scene.SheetAsync()).Should().HaveCount(2, "a repeat leaves nothing in the journal");
    }

    [Fact]
    public async Task R33_a_list_gives_the_same_presence_in_any_order_and_with_repeats()
    {
        await Gen.Select(Gen.Int[0, 2], Gen.Int[0, 200]).Array[1, 12].SampleAsync(async drawn =>
        {
            Scene scene = await BeginAsync();
            Registration[] people = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(i => scene.RegisterAsync("SOK", $"P{i}", mode: DeliveryMode.InPerson)))];
            CheckInEntry[] entries = [.. drawn.Select(d => CheckInEntry.OfRegistration(people[d.Item1].Id, "opening", At("07:00") + Duration.FromMinutes(d.Item2 / 2)))];

            ImmutableArray<CheckInOutcome> outcomes = await scene.Attendance.CheckInAllAsync(DD2023, [.. entries, .. entries], Desk);

            outcomes.Should().HaveCount(2 * entries.Length).And.NotContain(o => o is CheckInOutcome.Refused);
            outcomes.Skip(entries.Length).Should().AllBeOfType<CheckInOutcome.AlreadyRecorded>();
            foreach (Registration person in people)
            {
                Instant? first = entries.Where(e => e.Registration == person.Id).Select(e => (Instant?)e.At).Min();
                (await scene.PresenceOfAsync(person)).Sessions[0].FirstSeen.Should().Be(first is { } f ? Instant.Max(f, At("08:30")) : null);
            }
        }, iter: 20);
    }

    [Fact]
    public async Task R33_only_confirmed_people_are_checked_in()
    {
        Scene scene = await BeginAsync(online: 1);
        await scene.RegisterAsync("SOK", "Dara");
        Registration waiting = await scene.RegisterAsync("CHAN", "Sophea");
        Registration cancelled = await scene.RegisterAsync("KEO", "Bopha", mode: DeliveryMode.InPerson);
        await scene.Desks.Registrations.CancelAsync(DD2023, cancelled.Id, "ILL", Desk);
        PersonId stranger = await scene.PersonAsync("LONG", "Visal");

        ImmutableArray<CheckInOutcome> outcomes = await scene.Attendance.CheckInAllAsync(
            DD2023,
            [
                CheckInEntry.OfPerson(waiting.Person, "opening", At("08:30")), CheckInEntry.OfRegistration(cancelled.Id, "opening", At("08:30")),
                CheckInEntry.OfPerson(stranger, "opening", At("08:30")), CheckInEntry.OfRegistration(RegistrationId.New(), "opening", At("08:30")),
            ],
            Desk);

        outcomes.Should().AllBeOfType<CheckInOutcome.Refused>().Which.Should().OnlyContain(o => o.Rule.Code == "attendance.registration-is-confirmed");
        outcomes.OfType<CheckInOutcome.Refused>().Select(o => o.Rule.Arguments["status"]).Should().Equal("Waiting", "Cancelled", "none", "none");
        (await scene.SheetAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task An_unknown_session_is_refused_with_the_sessions_there_are()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");

        TrainingRule broken = await RefusedAsync(scene, CheckInEntry.OfRegistration(sophea.Id, "coffee", At("08:40")));

        broken.Code.Should().Be("attendance.session-is-known");
        broken.Explain(Language.English).Should().Contain("opening, tools").And.Contain("'coffee'");
    }

    [Theory]
    [InlineData("opening", "05:29:59", false)]
    [InlineData("opening", "05:30:00", true)]
    [InlineData("opening", "09:59:59", true)]
    [InlineData("opening", "10:00:00", false)]
    [InlineData("tools", "07:14:59", false)]
    [InlineData("tools", "07:15:00", true)]
    [InlineData("tools", "11:44:59", true)]
    [InlineData("tools", "11:45:00", false)]
    public async Task A_door_is_open_from_three_hours_before_its_session_until_its_end(string session, string at, bool open)
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        CheckInEntry entry = CheckInEntry.OfRegistration(sophea.Id, session, At(at));

        if (open)
        {
            (await scene.Attendance.CheckInAsync(DD2023, entry, Desk)).Should().BeOfType<CheckInOutcome.Recorded>();
        }
        else
        {
            (await RefusedAsync(scene, entry)).Code.Should().Be("attendance.within-check-in-window");
        }
    }

    [Theory]
    [InlineData("Asia/Phnom_Penh", 1, 0)]
    [InlineData("Asia/Phnom_Penh", 4, 1)]
    [InlineData("Pacific/Kiritimati", 2, 0)]
    public void R24_a_door_opens_on_the_sessions_day_in_the_venues_zone(string zone, int hour, int opens)
    {
        LocalDate day = new(2023, 2, 28);
        DateTimeZone venue = DateTimeZoneProviders.Tzdb[zone];
        Agenda agenda = Agenda.Strictly(zone, new Session("early", day.At(new LocalTime(hour, 0)), Duration.FromHours(1)));

        AttendanceSheet.CheckInWindow(agenda.Find("early")!, venue).Start.Should().Be(day.At(new LocalTime(opens, 0)).InZoneStrictly(venue).ToInstant());
    }

    [Fact]
    public async Task A_refused_entry_leaves_the_others_of_its_list_alone()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");

        ImmutableArray<CheckInOutcome> outcomes = await scene.Attendance.CheckInAllAsync(
            DD2023,
            [CheckInEntry.OfRegistration(sophea.Id, "opening", At("03:00")), CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:30")), CheckInEntry.OfRegistration(sophea.Id, "tools", At("10:30"))],
            Desk);

        outcomes.Select(o => o.GetType().Name).Should().Equal("Refused", "Recorded", "Recorded");
        (await scene.SheetAsync()).Select(e => e.Command).Distinct().Should().ContainSingle("a list is one append");
    }

    [Fact]
    public async Task R33_a_scan_sent_again_is_known_by_its_nonce_also_after_it_was_taken_back()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        CheckInEntry scan = CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:40"), "gate-1_0001");

        (await scene.Attendance.CheckInAsync(DD2023, scan, Desk)).Should().BeOfType<CheckInOutcome.Recorded>();
        (await scene.Attendance.UndoCheckInAsync(DD2023, sophea.Id, "opening", Desk)).Should().BeTrue();
        (await scene.Attendance.UndoCheckInAsync(DD2023, sophea.Id, "opening", Desk)).Should().BeFalse();
        CheckInOutcome again = await scene.Attendance.CheckInAsync(DD2023, scan, Desk);
        again.Should().Be(new CheckInOutcome.TakenBack(sophea.Id, "opening", At("08:40")), "nothing is recorded, and nobody is told otherwise");
        again.Explain(Language.English).Should().Contain("Nothing is recorded");
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.Zero);

        (await CheckInAsync(scene, sophea, "08:50")).Should().BeOfType<CheckInOutcome.Recorded>("another scan is another check-in");
        (await scene.PresenceOfAsync(sophea)).Sessions[0].FirstSeen.Should().Be(At("08:50"));
        (await scene.Attendance.CheckInAsync(DD2023, scan, Desk)).Should().Be(new CheckInOutcome.AlreadyRecorded(sophea.Id, "opening", At("08:50")));
    }

    [Theory]
    [InlineData("08:42:00", true)]
    [InlineData("08:42:01", false)]
    public async Task A_time_at_the_door_lies_at_most_two_minutes_ahead_of_the_present(string at, bool believed)
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        scene.Clock.Reset(At("08:40"));

        CheckInOutcome outcome = (await scene.Attendance.CheckInAllAsync(DD2023, [CheckInEntry.OfRegistration(sophea.Id, "opening", At(at))], Desk)).Single();

        (outcome is CheckInOutcome.Recorded).Should().Be(believed);
        if (!believed)
        {
            outcome.Should().BeOfType<CheckInOutcome.Refused>().Which.Rule.Code.Should().Be("attendance.check-in-is-not-ahead");
            await CheckInAsync(scene, sophea, "08:40");
            (await Refusal.OfAsync(() => scene.Attendance.CheckOutAsync(DD2023, sophea.Id, "opening", At(at), Desk).AsTask())).Code.Should().Be("attendance.check-in-is-not-ahead");
        }
    }

    [Fact]
    public async Task The_host_sets_how_far_ahead_the_clock_at_the_door_may_be()
    {
        Scene scene = await BeginAsync(options: new TrainingOptions { DoorClockTolerance = Duration.Zero });
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        scene.Clock.Reset(At("08:40"));

        (await RefusedAsync(scene, CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:40:01")))).Code.Should().Be("attendance.check-in-is-not-ahead");
        (await CheckInAsync(scene, sophea, "08:40")).Should().BeOfType<CheckInOutcome.Recorded>();
        new TrainingOptions { DoorClockTolerance = Duration.FromHours(2), LargestDeviceSkew = -Duration.Epsilon }.Validate().Should().HaveCount(2);
    }

    [Fact]
    public async Task R33_one_nonce_for_two_people_is_refused_in_one_list_and_across_commands()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        Registration dara = await scene.RegisterAsync("SOK", "Dara");
        CheckInEntry first = CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:40"), "n1");
        CheckInEntry second = CheckInEntry.OfRegistration(dara.Id, "opening", At("08:41"), "n1");

        ImmutableArray<CheckInOutcome> outcomes = await scene.Attendance.CheckInAllAsync(DD2023, [first, second], Desk);

        outcomes[1].Should().BeOfType<CheckInOutcome.Refused>().Which.Rule.Code.Should().Be("attendance.nonce-is-new");
        (await RefusedAsync(scene, second)).Code.Should().Be("attendance.nonce-is-new");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ា")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123x")]
    public void A_nonce_that_is_none_is_a_programmers_error(string nonce) =>
        FluentActions.Invoking(() => CheckInEntry.OfRegistration(RegistrationId.New(), "opening", At("08:40"), nonce)).Should().Throw<ArgumentException>();

    [Fact]
    public async Task An_exit_ends_presence_and_of_several_the_latest_counts()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", mode: DeliveryMode.InPerson);
        await CheckInAsync(scene, sophea, "08:30");

        (await CheckOutAsync("09:00")).Should().Be(At("09:00"));
        (await CheckOutAsync("09:10")).Should().Be(At("09:10"));
        (await CheckOutAsync("09:05")).Should().Be(At("09:10"));

        SessionPresence opening = (await scene.PresenceOfAsync(sophea)).Sessions[0];
        (opening.Present, opening.EndInferred).Should().Be((Duration.FromMinutes(40), false));

        ValueTask<Instant> CheckOutAsync(string at) => scene.Attendance.CheckOutAsync(DD2023, sophea.Id, "opening", At(at), Desk);
    }

    [Fact]
    public async Task An_exit_needs_a_check_in_before_it()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");

        (await Refusal.OfAsync(() => scene.Attendance.CheckOutAsync(DD2023, sophea.Id, "opening", At("09:00"), Desk).AsTask())).Code.Should().Be("attendance.is-checked-in");
        await CheckInAsync(scene, sophea, "08:30");
        (await Refusal.OfAsync(() => scene.Attendance.CheckOutAsync(DD2023, sophea.Id, "opening", At("08:30"), Desk).AsTask())).Code.Should().Be("attendance.exit-follows-check-in");
        (await scene.SheetAsync()).Should().ContainSingle("a refusal leaves the sheet as it was");
    }

    [Fact]
    public async Task A_repeated_command_returns_its_first_outcomes_and_other_content_under_its_id_is_refused()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        PersonId stranger = await scene.PersonAsync("LONG", "Visal");
        await CheckInAsync(scene, sophea, "10:30", "tools");
        CheckInEntry[] entries =
        [
            CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:45"), "n1"), CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:40"), "n2"),
            CheckInEntry.OfPerson(sophea.Person, "tools", At("10:40")), CheckInEntry.OfPerson(stranger, "tools", At("10:40")),
        ];
        CommandId command = CommandId.New();

        ImmutableArray<CheckInOutcome> first = await scene.Attendance.CheckInAllAsync(DD2023, entries, Desk, command);
        ImmutableArray<CheckInOutcome> again = await scene.Attendance.CheckInAllAsync(DD2023, entries, Desk, command);

        first.Select(o => o.GetType().Name).Should().Equal("Recorded", "Recorded", "AlreadyRecorded", "Refused");
        again.Select(o => o.Explain(Language.Khmer)).Should().Equal(first.Select(o => o.Explain(Language.Khmer)));
        (await Refusal.OfAsync(() => scene.Attendance.CheckInAllAsync(DD2023, entries[1..], Desk, command).AsTask())).Code.Should().Be("journal.command-is-new");
    }

    [Fact]
    public async Task Two_doors_at_once_record_one_check_in()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");

        CheckInOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => CheckInAsync(scene, sophea, "08:40").AsTask())));

        outcomes.OfType<CheckInOutcome.Recorded>().Should().ContainSingle();
        (await scene.SheetAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Nobody_is_checked_in_for_a_cancelled_or_unknown_workshop_or_without_permission()
    {
        Scene scene = await BeginAsync(new NoAttendance());
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        CheckInEntry entry = CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:40"));
        (await RefusedAsync(scene, entry)).Code.Should().Be("permission.actor-may");

        scene = await BeginAsync();
        await scene.Desks.Planning.CancelAsync(DD2023, "FLOOD", Desk);
        (await RefusedAsync(scene, entry)).Code.Should().Be("workshop.status-allows");
        (await Refusal.OfAsync(() => scene.Attendance.CheckInAllAsync(WorkshopId.Parse("XX-1"), [entry], Desk).AsTask())).Code.Should().Be("workshop.is-known");
        await FluentActions.Invoking(() => scene.Attendance.CheckInAsync(default, entry, Desk).AsTask()).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Outcomes_are_told_in_both_languages()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");

        CheckInOutcome recorded = await CheckInAsync(scene, sophea, "08:40");
        CheckInOutcome already = await CheckInAsync(scene, sophea, "08:50");

        recorded.Explain(Language.English).Should().Be("Checked in for the session 'opening' at 2023-02-28T01:40:00Z.");
        recorded.Explain(Language.Khmer).Should().StartWith("បានចុះវត្តមានសម្រាប់វគ្គ 'opening'");
        already.Explain(Language.English).Should().Contain("already").And.Contain("01:40:00Z");
    }

    private static ValueTask<CheckInOutcome> CheckInAsync(Scene scene, Registration who, string at, string session = "opening") =>
        scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(who.Id, session, At(at)), Desk);

    private static Task<TrainingRule> RefusedAsync(Scene scene, CheckInEntry entry) =>
        Refusal.OfAsync(() => scene.Attendance.CheckInAsync(DD2023, entry, Desk).AsTask());

    private sealed class NoAttendance : IPermissions
    {
        public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default) =>
            new(request.Permission != Permission.RecordAttendance);
    }
}

/// <summary>The rule for which something was refused.</summary>
internal static class Refusal
{
    internal static async Task<TrainingRule> OfAsync(Func<Task> refused) =>
        (await FluentActions.Invoking(refused).Should().ThrowAsync<TrainingRuleException>()).Which.Rule;
}
