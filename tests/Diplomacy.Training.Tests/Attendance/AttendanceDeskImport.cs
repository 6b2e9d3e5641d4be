using CsCheck;
using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

public sealed class AttendanceDeskImport
{
    [Fact]
    public async Task R30_rows_are_matched_by_address_in_whatever_case()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "chan.sophea@mfaic.example");

        ImportReport report = await scene.ImportAsync(
            Row(2, "someone's phone", " CHAN.SOPHEA@mfaic.EXAMPLE", "08:30", "09:00"), Row(3, "Sophea", "chan.sophea@mfaic.example", "08:50", "09:30"));

        report.Should().BeEquivalentTo(new { WasImported = false, Rows = 2, RowsMatched = 2, PeopleMatched = 1, RowsSetAside = 0, RowsOutsideSessions = 0 });
        report.ToReview.Should().BeEmpty();
        SessionPresence opening = (await scene.PresenceOfAsync(sophea)).Sessions[0];
        (opening.Present, opening.InCall, opening.InRoom).Should().Be((Duration.FromMinutes(60), true, false));
    }

    [Fact]
    public async Task R30_nobody_is_matched_by_name_alone()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "chan.sophea@mfaic.example");

        ImportReport report = await scene.ImportAsync(Row(2, "CHAN Sophea", null, "08:30", "09:00"));

        report.RowsMatched.Should().Be(0);
        ReviewItem item = report.ToReview.Should().ContainSingle().Subject;
        (item.Source, item.RowNumber, item.DisplayName, item.Email, item.Reason.Code).Should().Be(("zoom.csv", 2, "CHAN Sophea", null, "attendance.review-no-address"));
        item.Suggestions.Should().Equal(new ReviewSuggestion(sophea.Id, sophea.Person, 1, false));
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.Zero);
    }

    [Fact]
    public async Task R30_an_address_that_confirmed_people_share_is_left_to_a_person_with_all_of_them_suggested()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "mission@us.example");
        Registration dara = await scene.RegisterAsync("SOK", "Dara", "mission@us.example");
        await scene.RegisterAsync("KEO", "Bopha", "bopha@us.example");

        ReviewItem item = (await scene.ImportAsync(Row(2, "SOK Dara", "mission@us.example", "08:30", "09:00"))).ToReview.Single();

        item.Reason.Code.Should().Be("attendance.review-address-shared");
        item.Suggestions.Select(s => (s.Registration, s.HasAddress)).Should().Equal((dara.Id, true), (sophea.Id, true));
    }

    [Fact]
    public async Task R30_an_address_that_only_one_of_its_holders_is_confirmed_with_is_matched()
    {
        Scene scene = await BeginAsync();
        Registration dara = await scene.RegisterAsync("SOK", "Dara", "mission@us.example");
        Registration cancelled = await scene.RegisterAsync("CHAN", "Sophea", "mission@us.example");
        await scene.Desks.Registrations.CancelAsync(DD2023, cancelled.Id, "ILL", Desk);

        await scene.ImportAsync(Row(2, "x", "mission@us.example", "08:30", "09:00"));

        (await scene.PresenceOfAsync(dara)).Present.Should().Be(Duration.FromMinutes(30));
    }

    [Fact]
    public async Task R29_the_host_and_whoever_is_not_confirmed_go_to_review_with_the_reason()
    {
        Scene scene = await BeginAsync(online: 1);
        await scene.RegisterAsync("SOK", "Dara", "dara@mfaic.example");
        await scene.RegisterAsync("CHAN", "Sophea", "sophea@mfaic.example");

        ImportReport report = await scene.ImportAsync(
            Row(2, "Training Desk (Host)", "desk@mfaic.example", "08:00", "12:00"), Row(3, "Sophea", "sophea@mfaic.example", "08:30", "09:00"));

        report.ToReview.Select(i => i.Reason.Code).Should().Equal("attendance.review-address-unknown", "attendance.review-not-confirmed");
        report.ToReview[0].Reason.Explain(Language.Khmer).Should().Contain("អ៊ីមែល");
    }

    [Fact]
    public async Task R28_R29_rows_that_are_no_evidence_are_told_with_number_and_reason()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");

        ImportReport report = await scene.ImportAsync(
            Row(2, "S", "s@mfaic.example", "08:30", "09:00", waiting: true), Row(3, "S", "s@mfaic.example", null, "09:00"),
            Row(4, "S", "s@mfaic.example", "08:30", "08:30"), Row(5, "S", "s@mfaic.example", "08:30", "08:20"), Row(6, "S", "s@mfaic.example", null, null));

        report.Ignored.Should().Equal(
            new IgnoredRow(2, "attendance.row-in-waiting-room"), new IgnoredRow(3, "attendance.row-without-beginning"),
            new IgnoredRow(4, "attendance.row-without-length"), new IgnoredRow(5, "attendance.row-without-length"), new IgnoredRow(6, "attendance.row-without-beginning"));
        report.Ignored[0].Explain(Language.English).Should().StartWith("Row 2 ");
        (report.RowsMatched, report.ToReview.Length).Should().Be((0, 0));
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.Zero);
    }

    [Fact]
    public async Task R28_a_row_without_an_end_is_closed_at_the_sessions_end_and_flagged()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");

        await scene.ImportAsync(Row(2, "S", "s@mfaic.example", "09:30", null));

        SessionPresence opening = (await scene.PresenceOfAsync(sophea)).Sessions[0];
        (opening.Present, opening.EndInferred).Should().Be((Duration.FromMinutes(30), true));
    }

    [Fact]
    public async Task R31_the_same_file_again_changes_nothing_and_tells_the_same()
    {
        Scene scene = await BeginAsync();
        await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");
        AttendanceLog log = scene.Log(Row(2, "S", "s@mfaic.example", "08:30", "09:00"), Row(3, "guest", null, "08:30", "09:00"), Row(4, "late", null, null, null));

        ImportReport first = await scene.Attendance.ImportAsync(DD2023, log, Desk);
        int records = await CountAsync(scene);
        ImportReport again = await scene.Attendance.ImportAsync(DD2023, log, Desk);

        first.WasImported.Should().BeFalse();
        again.Should().BeEquivalentTo(first, options => options.Excluding(r => r.WasImported));
        again.WasImported.Should().BeTrue();
        (await scene.SheetAsync()).Should().ContainSingle();
        (await CountAsync(scene)).Should().Be(records);
    }

    [Fact]
    public async Task R31_a_corrected_file_of_the_same_name_supersedes_and_another_file_adds()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");
        AttendanceLog old = scene.Log(Row(2, "S", "s@mfaic.example", "08:30", "09:30"));

        await scene.Attendance.ImportAsync(DD2023, old, Desk);
        await scene.ImportAsync(Row(2, "S", "s@mfaic.example", "08:30", "08:40"));
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.FromMinutes(10));

        await scene.Attendance.ImportAsync(DD2023, old, Desk);
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.FromMinutes(10), "a file that was replaced does not come back by itself");

        await scene.Attendance.ImportAsync(DD2023, scene.Log("restarted-meeting.csv", Row(2, "S", "s@mfaic.example", "08:35", "08:50")), Desk);
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.FromMinutes(20));
    }

    [Fact]
    public async Task Rows_that_touch_no_session_are_counted_since_the_zone_may_be_wrong()
    {
        Scene scene = await BeginAsync();
        await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");

        ImportReport report = await scene.ImportAsync(
            Row(2, "S", "s@mfaic.example", "01:30", "03:00"), Row(3, "S", "s@mfaic.example", "08:00", "08:30"), Row(4, "S", "s@mfaic.example", "08:00", "08:31"), Row(5, "S", "s@mfaic.example", "11:45", null));

        report.RowsOutsideSessions.Should().Be(3);
    }

    [Fact]
    public async Task One_caller_with_several_rows_is_one_item_to_review_with_all_its_rows()
    {
        Scene scene = await BeginAsync();
        await scene.RegisterAsync("CHAN", "Sophea");

        await scene.ImportAsync(Row(2, "guest", null, "08:30", "09:00"), Row(7, "guest ", "", "09:10", "09:20"), Row(9, "other", null, "09:10", "09:20"));
        await scene.Attendance.ImportAsync(DD2023, scene.Log("after-the-break.csv", Row(4, "guest", null, "10:30", "11:00")), Desk);

        IReadOnlyList<ReviewItem> items = await scene.Attendance.ToReviewAsync(DD2023);
        items.Select(i => string.Join(" ", i.Rows.Select(r => $"{r.Source}:{r.Number}"))).Should().Equal("after-the-break.csv:4 zoom.csv:2 zoom.csv:7", "zoom.csv:9");
        (await scene.Attendance.PresenceAsync(DD2023)).RowsToReview.Should().Be(4);
    }

    [Fact]
    public async Task No_name_or_address_stands_in_the_journal_or_in_a_refusal()
    {
        Scene scene = await BeginAsync();
        await scene.RegisterAsync("CHAN", "Sophea", "chan.sophea@mfaic.example");
        await scene.Attendance.ImportAsync(
            DD2023, scene.Log("Sophea's call.csv", Row(2, "CHAN Sophea", "chan.sophea@mfaic.example", "08:30", "09:00"), Row(3, "Visal LONG", "visal@else.example", "08:30", "09:00")), Desk);
        ReviewItem item = (await scene.Attendance.ToReviewAsync(DD2023)).Single();
        await scene.Attendance.DecideAsync(DD2023, item.Key, null, Desk, "Visal called from Paris");

        string journal = string.Join('\n', (await scene.SheetAsync()).Select(e => e.Payload + e.Fingerprint + e.Event));

        foreach (string personal in new[] { "Sophea", "CHAN", "Visal", "LONG", "@", "Paris", ".csv" })
        {
            journal.Should().NotContain(personal);
        }

        item.ToString().Should().Be("(row 3 to review)");
        (await Refusal.OfAsync(() => scene.Attendance.DecideAsync(DD2023, "Visal", null, Desk, "Visal called").AsTask())).Code.Should().Be("attendance.caller-is-known");
    }

    [Theory]
    [InlineData("H H.E.")]
    [InlineData("H.E. H.E.")]
    [InlineData("h h e h e")]
    public async Task An_honorific_beside_single_letters_is_no_trouble(string name)
    {
        Scene scene = await BeginAsync();
        await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");

        (await scene.ImportAsync(Row(2, name, null, "08:30", "09:00"))).ToReview.Should().ContainSingle();
    }

    [Fact]
    public async Task Whatever_a_file_calls_people_an_import_takes_it()
    {
        const string Special = "\ud800\udc00\ufffe()\u17d2\u202eH.E ";
        Gen<string> text = Gen.String[Gen.OneOf(Gen.Char['\0', '\uffff'], Gen.Int[0, Special.Length - 1].Select(i => Special[i])), 0, 40];
        await Gen.Select(text, text, Gen.Int[0, 400])
            .SampleAsync(async drawn =>
            {
                var (name, email, repeat) = drawn;
                Scene scene = await BeginAsync();
                await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example", khmer: ("ចាន់", "សុភា"));

                ImportReport report = await scene.ImportAsync(
                    Row(2, name, email, "08:30", "09:00"), Row(3, string.Concat(Enumerable.Repeat(name, repeat)), null, "08:30", "09:00"));

                report.Rows.Should().Be(2);
                report.ToReview.Should().NotBeEmpty();
                (await scene.Attendance.ToReviewAsync(DD2023)).Should().HaveCount(report.ToReview.Length);
            }, iter: 300);
    }

    [Fact]
    public async Task A_repeated_command_imports_once()
    {
        Scene scene = await BeginAsync();
        AttendanceLog log = scene.Log(Row(2, "guest", null, "08:30", "09:00"));
        CommandId command = CommandId.New();

        await scene.Attendance.ImportAsync(DD2023, log, Desk, command);
        (await scene.Attendance.ImportAsync(DD2023, log, Desk, command)).WasImported.Should().BeFalse("it is told its first outcome");
        (await Refusal.OfAsync(() => scene.Attendance.ImportAsync(DD2023, scene.Log(), Desk, command).AsTask())).Code.Should().Be("journal.command-is-new");
    }

    [Fact]
    public async Task The_sheet_comes_back_from_an_archive_as_it_was()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");
        await scene.ImportAsync(Row(2, "S", "s@mfaic.example", "08:30", null), Row(3, "guest", null, "08:30", "09:00"));
        await scene.Attendance.CheckInAsync(DD2023, CheckInEntry.OfRegistration(sophea.Id, "tools", At("10:20"), "n"), Desk);
        await scene.Attendance.CheckOutAsync(DD2023, sophea.Id, "tools", At("10:40"), Desk);
        using var file = new MemoryStream();
        await TrainingArchive.WriteAsync(scene.Desks.Ports, file);
        file.Position = 0;

        var copy = new TrainingDesks(TrainingPorts.InMemory(await TrainingArchive.ReadAsync(file)));

        (await copy.Attendance.PresenceAsync(DD2023)).Should().BeEquivalentTo(await scene.Attendance.PresenceAsync(DD2023), options => options.WithStrictOrdering());
        (await copy.Attendance.ToReviewAsync(DD2023)).Single().DisplayName.Should().Be("guest");
    }

    private static async Task<int> CountAsync(Scene scene)
    {
        int count = 0;
        await foreach (PersonalRecord _ in ((IPersonalRecords)scene.Store).ReadAllAsync())
        {
            count++;
        }

        return count;
    }
}
