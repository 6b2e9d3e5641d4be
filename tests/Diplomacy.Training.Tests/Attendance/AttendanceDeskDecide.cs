using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

public sealed class AttendanceDeskDecide
{
    [Fact]
    public async Task R30_a_decision_gives_the_rows_to_a_person_and_survives_a_corrected_file()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        ReviewItem item = (await scene.ImportAsync(Row(2, "Sophea's iPad", null, "08:30", "09:00"))).ToReview.Single();

        (await scene.Attendance.DecideAsync(DD2023, item.Key, sophea.Person, Desk, "she told us")).Should().BeTrue();
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.FromMinutes(30));
        (await scene.Attendance.ToReviewAsync(DD2023)).Should().BeEmpty();

        // The same caller stands in another row of the corrected file, and in a second file.
        ImportReport corrected = await scene.ImportAsync(Row(9, "Sophea's iPad", null, "08:30", "09:10"));
        await scene.Attendance.ImportAsync(DD2023, scene.Log("second.csv", Row(2, "Sophea's iPad", null, "09:10", "09:20")), Desk);

        (corrected.RowsMatched, corrected.ToReview.Length).Should().Be((1, 0));
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.FromMinutes(50));
    }

    [Fact]
    public async Task A_caller_who_is_no_participant_is_set_aside()
    {
        Scene scene = await BeginAsync();
        AttendanceLog log = scene.Log(Row(2, "Training Desk (Host)", "desk@mfaic.example", "08:00", "12:00"));
        ReviewItem item = (await scene.Attendance.ImportAsync(DD2023, log, Desk)).ToReview.Single();

        await scene.Attendance.DecideAsync(DD2023, item.Key, null, Desk, "the host");

        (await scene.Attendance.PresenceAsync(DD2023)).RowsToReview.Should().Be(0);
        (await scene.Attendance.ImportAsync(DD2023, log, Desk)).RowsSetAside.Should().Be(1);
    }

    [Fact]
    public async Task R34_a_decision_can_be_made_anew_and_deciding_the_same_again_changes_nothing()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        Registration dara = await scene.RegisterAsync("SOK", "Dara");
        ReviewItem item = (await scene.ImportAsync(Row(2, "guest", null, "08:30", "09:00"))).ToReview.Single();

        (await scene.Attendance.DecideAsync(DD2023, item.Key, sophea.Person, Desk, "first thought")).Should().BeTrue();
        (await scene.Attendance.DecideAsync(DD2023, item.Key, sophea.Person, Desk, "again")).Should().BeFalse();
        (await scene.Attendance.DecideAsync(DD2023, item.Key, dara.Person, Desk, "second thought")).Should().BeTrue();

        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.Zero);
        (await scene.PresenceOfAsync(dara)).Present.Should().Be(Duration.FromMinutes(30));
        (await scene.SheetAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task R34_a_decision_goes_before_what_an_address_says()
    {
        Scene scene = await BeginAsync();
        Registration ambassador = await scene.RegisterAsync("CHAN", "Sophea", "amb@us.example");
        Registration secretary = await scene.RegisterAsync("SOK", "Dara");
        await scene.ImportAsync(Row(2, "SOK Dara", "amb@us.example", "08:30", "09:00"));
        (await scene.PresenceOfAsync(ambassador)).Present.Should().Be(Duration.FromMinutes(30));
        string caller = ((CallReportImported)(await scene.SheetAsync())[0].Event).Report.Callers.Single().Key;

        await scene.Attendance.DecideAsync(DD2023, caller, secretary.Person, Desk, "he used her account");

        (await scene.PresenceOfAsync(ambassador)).Present.Should().Be(Duration.Zero);
        (await scene.PresenceOfAsync(secretary)).Present.Should().Be(Duration.FromMinutes(30));
    }

    [Fact]
    public async Task Rows_are_given_only_to_the_confirmed()
    {
        Scene scene = await BeginAsync();
        PersonId stranger = await scene.PersonAsync("LONG", "Visal");
        ReviewItem item = (await scene.ImportAsync(Row(2, "guest", null, "08:30", "09:00"))).ToReview.Single();

        (await Refusal.OfAsync(() => scene.Attendance.DecideAsync(DD2023, item.Key, stranger, Desk, "it is he").AsTask())).Code.Should().Be("attendance.registration-is-confirmed");
        (await scene.SheetAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task R56_erasing_a_person_erases_what_files_called_the_person_and_why_it_was_decided()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        ReviewItem item = (await scene.ImportAsync(Row(2, "Sophea's iPad", null, "08:30", "09:00"))).ToReview.Single();
        await scene.Attendance.DecideAsync(DD2023, item.Key, sophea.Person, Desk, "Sophea told us");

        await scene.Desks.People.EraseAsync(sophea.Person, Desk);

        (await RecordsAsync(scene)).Should().NotContain(payload => payload.Contains("Sophea", StringComparison.Ordinal));
        (await scene.PresenceOfAsync(sophea)).Present.Should().Be(Duration.FromMinutes(30), "the figures stay and say no longer whose they are");
    }

    [Fact]
    public async Task R56_a_process_that_dies_right_after_a_decision_leaves_no_name_behind()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        ReviewItem item = (await scene.ImportAsync(Row(2, "Sophea's iPad", null, "08:30", "09:00"))).ToReview.Single();
        var dying = new TrainingDesks(new TrainingPorts(new DiesAfterAppending(scene.Store), scene.Store, scene.Store, scene.Store) { Clock = scene.Clock });

        await dying.Attendance.Invoking(async a => await a.DecideAsync(DD2023, item.Key, sophea.Person, Desk, "she told us")).Should().ThrowAsync<IOException>();

        (await ((IPersonalRecords)scene.Store).OfSubjectAsync($"unmatched:DD-2023:{item.Key}")).Should().BeEmpty();
        (await ((IPersonalRecords)scene.Store).OfSubjectAsync(sophea.Person.ToString())).Select(r => r.Kind).Should().Contain("caller");
    }

    [Fact]
    public async Task A_decision_that_is_refused_erases_nothing()
    {
        Scene scene = await BeginAsync();
        PersonId stranger = await scene.PersonAsync("LONG", "Visal");
        ReviewItem item = (await scene.ImportAsync(Row(2, "guest", null, "08:30", "09:00"))).ToReview.Single();

        await Refusal.OfAsync(() => scene.Attendance.DecideAsync(DD2023, item.Key, stranger, Desk, "it is he").AsTask());

        (await scene.Attendance.ToReviewAsync(DD2023)).Single().DisplayName.Should().Be("guest");
    }

    [Fact]
    public async Task R55_erasing_callers_leaves_a_trace_once_and_repeats_tell_the_first_outcome()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        ImportReport report = await scene.ImportAsync(Row(2, "Visal LONG", null, "08:30", "09:00"), Row(3, "Sophea's iPad", null, "08:30", "09:00"));
        await scene.Attendance.DecideAsync(DD2023, report.ToReview.Single(i => i.DisplayName == "Sophea's iPad").Key, sophea.Person, Desk, "she told us");
        var command = CommandId.New();

        (await scene.Attendance.EraseCallersAsync(DD2023, Desk, command)).Should().Be(3, "one caller, the source's name, the salt");
        (await scene.Attendance.EraseCallersAsync(DD2023, Desk, command)).Should().Be(3);
        (await scene.Attendance.EraseCallersAsync(DD2023, Desk)).Should().Be(0);

        (await scene.SheetAsync()).Select(e => e.Event).OfType<CallersErased>().Should().ContainSingle().Which.Count.Should().Be(3);
        (await ((IPersonalRecords)scene.Store).OfSubjectAsync(sophea.Person.ToString())).Select(r => r.Kind).Should().Contain("caller", "whoever is a participant is erased as a person");
    }

    [Fact]
    public async Task Where_no_file_was_imported_there_is_nothing_to_erase()
    {
        Scene scene = await BeginAsync();

        (await scene.Attendance.EraseCallersAsync(DD2023, Desk)).Should().Be(0);

        (await scene.SheetAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task R55_at_the_end_of_retention_what_files_called_strangers_is_erased()
    {
        Scene scene = await BeginAsync();
        await scene.ImportAsync(Row(2, "Visal LONG", "visal@else.example", "08:30", "09:00"));

        (await scene.Attendance.EraseCallersAsync(DD2023, Desk)).Should().Be(3, "the caller, the source's name, the salt");
        (await scene.Attendance.EraseCallersAsync(DD2023, Desk)).Should().Be(0);

        (await RecordsAsync(scene)).Should().NotContain(payload => payload.Contains("Visal", StringComparison.Ordinal) || payload.Contains("zoom.csv", StringComparison.Ordinal));
        ReviewItem item = (await scene.Attendance.ToReviewAsync(DD2023)).Single();
        (item.DisplayName, item.Source, item.Suggestions.Length).Should().Be(("", "", 0));
        (await scene.ImportAsync(Row(2, "Visal LONG", null, "08:30", "09:00"))).ToReview.Single().DisplayName.Should().Be("Visal LONG", "a new file brings a new salt");
    }

    private static async Task<List<string>> RecordsAsync(Scene scene)
    {
        var payloads = new List<string>();
        await foreach (PersonalRecord record in ((IPersonalRecords)scene.Store).ReadAllAsync())
        {
            payloads.Add(record.Payload);
        }

        return payloads;
    }

    /// <summary>A journal whose process ends as soon as an append has taken effect.</summary>
    private sealed class DiesAfterAppending(IJournal inner) : IJournal
    {
        public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default) => inner.ReadAsync(stream, afterVersion, cancellationToken);

        public IAsyncEnumerable<JournalEntry> ReadAllAsync(long afterPosition = 0, CancellationToken cancellationToken = default) => inner.ReadAllAsync(afterPosition, cancellationToken);

        public ValueTask<IReadOnlyList<JournalEntry>> FindCommandAsync(StreamId stream, CommandId command, CancellationToken cancellationToken = default) => inner.FindCommandAsync(stream, command, cancellationToken);

        public async ValueTask<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken cancellationToken = default)
        {
            await inner.AppendAsync(append, cancellationToken);
            throw new IOException("the power went");
        }
    }
}
