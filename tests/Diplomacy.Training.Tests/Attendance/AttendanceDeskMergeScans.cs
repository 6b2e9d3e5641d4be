using System.Collections.Immutable;
using CsCheck;
using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>Devices at the door that work without a connection, and the merge of what they saw.</summary>
public sealed class AttendanceDeskMergeScans
{
    [Fact]
    public async Task A_list_for_a_device_knows_tickets_without_key_address_or_name()
    {
        Scene scene = await BeginAsync(options: WithKeys(), online: 1);
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example", DeliveryMode.InPerson);
        await scene.RegisterAsync("SOK", "Dara", "d@mfaic.example");
        Registration waiting = await scene.RegisterAsync("KEO", "Bopha", "b@mfaic.example");
        string ticket = await scene.Attendance.TicketOfAsync(DD2023, sophea.Id);

        CheckInList list = CheckInList.Parse((await scene.Attendance.CheckInListAsync(DD2023, Desk)).ToJson());

        list.Lines.Should().HaveCount(2).And.NotContain(l => l.Registration == waiting.Id);
        list.Find(ticket.ToLowerInvariant())!.Registration.Should().Be(sophea.Id);
        list.Find(new TicketOffice(TicketOfficeRead.Key(1, 9)).Issue(DD2023, sophea.Id)).Should().BeNull("forged");
        list.Find("nonsense").Should().BeNull();
        (list.Workshop, list.MadeAt).Should().Be((DD2023, scene.Clock.GetCurrentInstant()));
        list.Sessions.Select(s => (s.Code, s.From, s.Until)).Should().Equal(("opening", At("05:30"), At("10:00")), ("tools", At("07:15"), At("11:45")));
        list.ToJson().Should().NotContain("CHAN").And.NotContain("@").And.NotContain(ticket);
        (await Refusal.OfAsync(() => scene.Attendance.TicketOfAsync(DD2023, waiting.Id).AsTask())).Code.Should().Be("attendance.registration-is-confirmed");
    }

    [Fact]
    public async Task Names_stand_in_a_list_only_where_they_are_asked_for()
    {
        Scene scene = await BeginAsync();
        await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example", khmer: ("ចាន់", "សុភា"));

        CheckInListLine line = CheckInList.Parse((await scene.Attendance.CheckInListAsync(DD2023, Desk, withNames: true)).ToJson()).Lines.Single();

        (line.Name, line.NativeName, line.TicketDigests.Length).Should().Be(("CHAN Sophea", "ចាន់ សុភា", 0), "a host without keys has no tickets");
        line.ToString().Should().NotContain("CHAN");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"workshop\":\"DD-2023\",\"madeAt\":\"2023-02-28T00:00:00Z\",\"sessions\":[],\"lines\":[null]}")]
    [InlineData("{\"workshop\":\"\",\"madeAt\":\"2023-02-28T00:00:00Z\",\"sessions\":[],\"lines\":[]}")]
    public void What_is_no_list_is_refused(string json) => FluentActions.Invoking(() => CheckInList.Parse(json)).Should().Throw<FormatException>();

    [Fact]
    public async Task A_ticket_is_checked_in_and_every_other_text_is_refused_with_its_reason()
    {
        Scene scene = await BeginAsync(options: WithKeys());
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        var other = new TicketOffice(TicketOfficeRead.Key(9, 9));
        string ticket = await scene.Attendance.TicketOfAsync(DD2023, sophea.Id);
        var office = new TicketOffice(TicketOfficeRead.Key(1, 1));

        ImmutableArray<CheckInOutcome> outcomes = await scene.Attendance.CheckInAllAsync(
            DD2023,
            [
                .. new[] { ticket, office.Issue(WorkshopId.Parse("XX-1"), sophea.Id), ticket[..30] + (ticket[30] == '0' ? '1' : '0') + ticket[31..], other.Issue(DD2023, sophea.Id), "x", office.Issue(DD2023, RegistrationId.New()) }
                    .Select(t => CheckInEntry.OfTicket(t, "opening", At("08:40"))),
            ],
            Desk);

        outcomes[0].Should().Be(new CheckInOutcome.Recorded(sophea.Id, "opening", At("08:40")));
        outcomes.Skip(1).Cast<CheckInOutcome.Refused>().Select(o => o.Rule.Code).Should().Equal(
            "attendance.ticket-is-for-workshop", "attendance.ticket-is-genuine", "attendance.ticket-key-is-known", "attendance.ticket-is-readable", "attendance.registration-is-confirmed");
        scene.Attendance.ReadTicket(DD2023, ticket).Should().Be(new TicketReading.Valid(sophea.Id));
        CheckInEntry.OfTicket(ticket, "opening", At("08:40")).ToString().Should().NotContain(ticket);
        string.Join(' ', (await scene.SheetAsync()).Select(e => e.Payload)).Should().NotContain(ticket);
    }

    [Fact]
    public async Task Without_keys_a_ticket_is_a_programmers_error()
    {
        Scene scene = await BeginAsync();

        await FluentActions.Invoking(() => scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfTicket("x", "opening", At("08:40")), Desk).AsTask()).Should().ThrowAsync<InvalidOperationException>();
        FluentActions.Invoking(() => scene.Attendance.ReadTicket(DD2023, "x")).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task R33_one_ticket_seen_on_two_devices_counts_once_and_is_told_with_both_also_across_merges()
    {
        Scene scene = await BeginAsync(options: WithKeys());
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", mode: DeliveryMode.InPerson);
        Registration dara = await scene.RegisterAsync("SOK", "Dara", mode: DeliveryMode.InPerson);
        string ticket = await scene.Attendance.TicketOfAsync(DD2023, sophea.Id);

        ScanMerge first = await MergeAsync(scene, new DeviceScans("gate-2", [CheckInEntry.OfTicket(ticket, "opening", At("08:50"), "1"), CheckInEntry.OfRegistration(dara.Id, "opening", At("08:35"), "2")]));
        ScanMerge second = await MergeAsync(scene, new DeviceScans("gate-1", [CheckInEntry.OfTicket(ticket, "opening", At("08:40"), "1")]));

        first.SeenOnSeveral.Should().BeEmpty();
        SeenOnSeveralDevices seen = second.SeenOnSeveral.Should().ContainSingle().Subject;
        (seen.Registration, seen.Session).Should().Be((sophea.Id, "opening"));
        seen.Sightings.Should().Equal(new DeviceSighting("gate-1", At("08:40")), new DeviceSighting("gate-2", At("08:50")));
        ScanMerge third = await MergeAsync(scene, new DeviceScans("gate-3", [CheckInEntry.OfTicket(ticket, "opening", At("08:55"), "1")]));
        third.SeenOnSeveral.Single().Sightings.Select(s => s.Device).Should().Equal("gate-1", "gate-2", "gate-3");
        third.Devices.Single().Outcomes.Should().Equal(new CheckInOutcome.AlreadyRecorded(sophea.Id, "opening", At("08:40")));
        second.Devices.Single().Outcomes.Should().Equal(new CheckInOutcome.Recorded(sophea.Id, "opening", At("08:40")));
        SessionPresence opening = (await scene.PresenceOfAsync(sophea)).Sessions[0];
        (opening.Present, opening.FirstSeen).Should().Be((Duration.FromMinutes(80), At("08:40")));
        (await scene.PresenceOfAsync(sophea)).Evidence.Should().ContainSingle();
    }

    [Fact]
    public async Task A_devices_clock_is_corrected_by_what_its_list_says_and_the_correction_is_told()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", mode: DeliveryMode.InPerson);

        ScanMerge merge = await MergeAsync(scene, new DeviceScans("gate-1", [CheckInEntry.OfRegistration(sophea.Id, "opening", At("10:40"))]) { ClockAhead = Duration.FromHours(2) });

        merge.Devices.Single().Should().BeEquivalentTo(new { Device = "gate-1", ClockAhead = Duration.FromHours(2) });
        merge.Devices.Single().Outcomes.Should().Equal(new CheckInOutcome.Recorded(sophea.Id, "opening", At("08:40")));
        ((CheckedIn)(await scene.SheetAsync()).Single().Event).Should().BeEquivalentTo(new { CheckedInAt = At("08:40"), Device = "gate-1", ClockAhead = Duration.FromHours(2) });
    }

    [Fact]
    public async Task A_clock_that_is_off_by_more_than_the_bound_is_refused_and_so_is_a_scan_still_to_come()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        CheckInEntry scan = CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:40"));
        CheckInEntry never = CheckInEntry.OfRegistration(sophea.Id, "opening", Instant.MaxValue);

        foreach (Duration skew in new[] { Duration.FromHours(24) + Duration.Epsilon, -Duration.FromHours(24) - Duration.Epsilon })
        {
            (await Refusal.OfAsync(() => MergeAsync(scene, new DeviceScans("gate-1", [scan]) { ClockAhead = skew }))).Code.Should().Be("attendance.clock-skew-is-bounded");
        }

        scene.Clock.Reset(At("08:30"));
        ScanMerge merge = await MergeAsync(scene, new DeviceScans("gate-1", [scan, never]) { ClockAhead = Duration.FromMinutes(5) }, new DeviceScans("gate-2", [scan, never]) { ClockAhead = Duration.FromHours(-24) });
        merge.Devices.SelectMany(d => d.Outcomes).Should().AllBeOfType<CheckInOutcome.Refused>();
        merge.Devices[0].Outcomes.Cast<CheckInOutcome.Refused>().Select(o => o.Rule.Code).Should().Equal("attendance.check-in-is-not-ahead", "attendance.within-check-in-window");
        (await scene.SheetAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Nonces_are_a_devices_own()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        Registration dara = await scene.RegisterAsync("SOK", "Dara");

        ScanMerge merge = await MergeAsync(
            scene, new DeviceScans("gate-1", [CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:40"), "1")]), new DeviceScans("gate-2", [CheckInEntry.OfRegistration(dara.Id, "opening", At("08:41"), "1")]));

        merge.Devices.SelectMany(d => d.Outcomes).Should().AllBeOfType<CheckInOutcome.Recorded>();
        await scene.Attendance.UndoCheckInAsync(DD2023, sophea.Id, "opening", Desk);
        ScanMerge again = await MergeAsync(scene, new DeviceScans("gate-1", [CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:40"), "1")]));
        again.Devices.Single().Outcomes.Should().Equal(new CheckInOutcome.TakenBack(sophea.Id, "opening", At("08:40")));
    }

    [Fact]
    public async Task A_repeated_command_tells_the_same()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        var list = new DeviceScans("gate-1", [CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:40"), "1"), CheckInEntry.OfRegistration(sophea.Id, "opening", At("08:45"), "2")]);
        CommandId command = CommandId.New();

        ScanMerge first = await scene.Attendance.MergeScansAsync(DD2023, [list], Desk, command);
        ScanMerge again = await scene.Attendance.MergeScansAsync(DD2023, [list], Desk, command);

        first.Devices[0].Outcomes.Select(o => o.GetType().Name).Should().Equal("Recorded", "AlreadyRecorded");
        again.Devices[0].Outcomes.Should().Equal(first.Devices[0].Outcomes);
        (await scene.SheetAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task R33_however_scans_are_shared_out_ordered_and_repeated_the_same_is_recorded()
    {
        Gen<(int Person, int Device, int Minute, bool HasNonce)> scan = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 60], Gen.Bool);
        await Gen.Select(scan.Array[1, 15], Gen.Int[0, int.MaxValue]).SampleAsync(async (scans, seed) =>
        {
            Scene scene = await BeginAsync(), other = await BeginAsync();
            RegistrationId[] people = await PeopleAsync(scene), others = await PeopleAsync(other);

            await MergeAsync(scene, Lists(scans, people));
            foreach (DeviceScans list in Lists([.. scans.Concat(scans).OrderBy(s => HashCode.Combine(seed, s.Person, s.Device, s.Minute))], others).OrderBy(l => HashCode.Combine(seed, l.Device[^1])))
            {
                foreach (CheckInEntry[] part in list.Scans.Chunk(1 + (seed % 3)))
                {
                    await MergeAsync(other, new DeviceScans(list.Device, part));
                }
            }

            for (int i = 0; i < people.Length; i++)
            {
                (await SeenAsync(other, others[i])).Should().Be(await SeenAsync(scene, people[i]));
                (await SeenAsync(scene, people[i])).Should().Be(Expected(scans, i));
            }
        }, iter: 40);

        static async Task<RegistrationId[]> PeopleAsync(Scene scene)
        {
            var people = new List<RegistrationId>();
            for (int i = 0; i < 3; i++)
            {
                people.Add((await scene.RegisterAsync("SOK", $"P{i}", mode: DeliveryMode.InPerson)).Id);
            }

            return [.. people];
        }

        static DeviceScans[] Lists((int Person, int Device, int Minute, bool HasNonce)[] scans, RegistrationId[] people) =>
        [
            .. scans.GroupBy(s => s.Device).Select(device => new DeviceScans(
                $"gate-{device.Key}",
                device.Select(s => CheckInEntry.OfRegistration(people[s.Person], "opening", At("08:00") + Duration.FromMinutes(s.Minute), s.HasNonce ? $"{s.Person}-{s.Minute}" : null)))),
        ];

        static string Expected((int Person, int Device, int Minute, bool HasNonce)[] scans, int person) => string.Join(
            ' ', scans.Where(s => s.Person == person).GroupBy(s => s.Device).Select(d => (Device: d.Key, First: d.Min(s => s.Minute))).OrderBy(d => d.First).ThenBy(d => d.Device)
                .Select(d => $"gate-{d.Device}@{d.First}"));

        static async Task<string> SeenAsync(Scene scene, RegistrationId registration)
        {
            AttendanceSheet sheet = AttendanceSheet.Begin(AttendanceSheet.StreamOf(DD2023));
            foreach (JournalEntry entry in await scene.SheetAsync())
            {
                sheet.Apply(entry.Event);
            }

            ImmutableArray<DeviceSighting> sightings = sheet.SightingsOf(registration, "opening");
            sheet.CheckInOf(registration, "opening")?.In.Should().Be(sightings[0].At, "the earliest of all counts");
            return string.Join(' ', sightings.Select(s => $"{s.Device}@{(s.At - At("08:00")).TotalMinutes}"));
        }
    }

    private static TrainingOptions WithKeys()
    {
        var options = new TrainingOptions();
        options.TicketKeys.Add(TicketOfficeRead.Key(1, 1));
        return options;
    }

    private static Task<ScanMerge> MergeAsync(Scene scene, params DeviceScans[] lists) => scene.Attendance.MergeScansAsync(DD2023, lists, Desk).AsTask();
}
