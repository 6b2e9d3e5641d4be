using System.Text;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Attendance;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Storage;

/// <summary>The records of an old backup with the entries of the newest journal: what was erased since is erased again.</summary>
public sealed class TrainingArchiveErasures
{
    private readonly Ministry _ministry = new();

    private PeopleDesk People => _ministry.Desks.People;

    [Fact]
    public async Task R56_an_old_backup_with_the_newer_journal_brings_nobody_back()
    {
        PersonId sophea = await People.AddAsync(A.FullPerson(), An.Officer);
        await People.CorrectAsync(sophea, A.Person("Sophea", email: "s@example.org", externalId: "roster-1"), An.Officer);
        PersonId dara = await People.AddAsync(A.Person("Dara", email: "dara@example.org"), An.Officer);
        string[] old = await LinesAsync(_ministry.Desks.Ports);
        await People.EraseAsync(sophea, An.Officer);

        string[] merged = Merge(old, await LinesAsync(_ministry.Desks.Ports));
        Ministry restored = await ReadAsync(merged);

        merged.Should().Contain(l => l.Contains("Sophea", StringComparison.Ordinal), "or this test shows nothing");
        (await LinesAsync(restored.Desks.Ports)).Should().Equal(await LinesAsync(_ministry.Desks.Ports));
        (await restored.Desks.People.FindAsync(sophea)).Should().BeNull();
        (await restored.Desks.People.FindAsync(dara)).Should().Be(A.Person("Dara", email: "dara@example.org"));
        (await restored.Store.PersonWithExternalIdAsync("roster-1")).Should().BeNull();
        (await restored.Store.PeopleWithEmailAsync("s@example.org")).Should().BeEmpty();
        (await restored.Store.OfSubjectAsync(sophea.ToString())).Should().BeEmpty();
    }

    [Fact]
    public async Task Someone_added_anew_after_being_erased_is_found_again()
    {
        PersonId first = await People.AddAsync(A.FullPerson(), An.Officer);
        string[] old = await LinesAsync(_ministry.Desks.Ports);
        await People.EraseAsync(first, An.Officer);
        PersonId second = await People.AddAsync(A.FullPerson(), An.Officer);
        string[] newest = await LinesAsync(_ministry.Desks.Ports);

        Ministry restored = await ReadAsync([.. Records(old), .. newest]);

        (await restored.Store.PersonWithExternalIdAsync("roster-1")).Should().Be(second);
        (await LinesAsync(restored.Desks.Ports)).Should().Equal(newest);
    }

    [Fact]
    public async Task What_was_written_about_someone_with_or_after_the_erasing_stays()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        string[] old = await LinesAsync(_ministry.Desks.Ports);
        PersonalRecord with = A.Record(id.ToString()), after = A.Record(id.ToString());
        await _ministry.Store.AppendAsync(new JournalAppend(
            CommandId.New(), "", An.Officer, An.Instant, [new(PersonDirectory.StreamOf, 1, [new PersonCorrected(An.Instant, id, with.Reference), new PersonErased(An.Instant, id, 1)])])
        {
            Erasures = [id.ToString()],
            Records = [with],
        });
        await _ministry.Store.AppendAsync(new JournalAppend(
            CommandId.New(), "", An.Officer, An.Instant, [new(AttendanceSheet.StreamOf(Scene.DD2023), 0, [new CallerDecided(An.Instant, "c", null, after.Reference, null)])]) { Records = [after] });
        string[] newest = await LinesAsync(_ministry.Desks.Ports);
        newest.Should().HaveCount(2 + 4);

        Ministry restored = await ReadAsync([.. Records(old), .. newest]);

        (await LinesAsync(restored.Desks.Ports)).Should().Equal(newest);
    }

    [Fact]
    public async Task A_command_id_that_another_stream_used_before_keeps_no_record()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        var command = CommandId.New();
        PersonalRecord reason = A.Record(id.ToString());
        await _ministry.Store.AppendAsync(new JournalAppend(
            command, "decide", An.Officer, An.Instant, [new(AttendanceSheet.StreamOf(Scene.DD2023), 0, [new CallerDecided(An.Instant, "c", null, reason.Reference, null)])]) { Records = [reason] });
        string[] old = await LinesAsync(_ministry.Desks.Ports);
        await People.EraseAsync(id, An.Officer, command);

        Ministry restored = await ReadAsync(Merge(old, await LinesAsync(_ministry.Desks.Ports)));

        (await restored.RecordsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_record_that_no_entry_refers_to_goes_only_with_its_subject()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        PersonalRecord[] loose = [A.Record(id.ToString()), A.Record("somebody else")];
        await _ministry.Store.AppendAsync(new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(StreamId.Of("book", "DD-2023"), 0)]) { Records = [.. loose] });
        string[] old = await LinesAsync(_ministry.Desks.Ports);
        await People.EraseAsync(id, An.Officer);

        Ministry restored = await ReadAsync(Merge(old, await LinesAsync(_ministry.Desks.Ports)));

        (await restored.RecordsAsync()).Select(r => r.Id).Should().Equal(loose[1].Id);
    }

    [Fact]
    public async Task R55_what_files_called_callers_does_not_come_back_either()
    {
        Scene scene = await Scene.BeginAsync();
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea");
        ImportReport report = await scene.ImportAsync(Scene.Row(2, "Sophea's iPad", null, "08:30", "09:00"), Scene.Row(3, "Visal LONG", null, "08:30", "09:00"));
        string[] imported = await LinesAsync(scene.Desks.Ports);
        await scene.Attendance.DecideAsync(Scene.DD2023, report.ToReview.Single(i => i.RowNumber == 2).Key, sophea.Person, Scene.Desk, "she told us");
        string[] decided = await LinesAsync(scene.Desks.Ports);
        await scene.Attendance.EraseCallersAsync(Scene.DD2023, Scene.Desk);
        string[] erased = await LinesAsync(scene.Desks.Ports);
        await scene.ImportAsync(Scene.Row(2, "Visal LONG", null, "08:30", "09:00"));
        string[] again = await LinesAsync(scene.Desks.Ports);

        (await LinesAsync((await ReadAsync(Merge(imported, decided))).Desks.Ports)).Should().Equal(decided, "the decision moved a name under the person's key");
        (await LinesAsync((await ReadAsync([.. Records(imported).Except(Records(erased)), .. erased])).Desks.Ports)).Should().Equal(erased);
        (await LinesAsync((await ReadAsync([.. Records(imported).Except(Records(again)), .. again])).Desks.Ports)).Should().Equal(again, "a file imported since brought a name and a salt of its own");
    }

    [Fact]
    public async Task R55_letters_of_nominations_do_not_come_back_either()
    {
        Scene scene = await Scene.BeginAsync();
        PersonId person = await scene.Desks.People.AddAsync(A.Person("Dara"), Scene.Desk);
        var letter = new NominationLetter("125/23", new NodaTime.LocalDate(2023, 1, 20), new("", "The Ambassador"));
        RegistrationDesk desk = scene.Desks.Registrations;
        NominationOutcome nominated = await desk.NominateAsync(
            new(Scene.DD2023, (await scene.RegisterAsync("CHAN", "Sophea")).Institution, letter, [new(person, DeliveryMode.Online)]), Scene.Desk);
        string[] old = await LinesAsync(scene.Desks.Ports);
        await desk.EraseNominationLettersAsync(Scene.DD2023, Scene.Desk);
        string[] erased = await LinesAsync(scene.Desks.Ports);
        await desk.WithdrawNominationAsync(Scene.DD2023, nominated.Nomination, "recalled", false, Scene.Desk, letter);
        string[] newest = await LinesAsync(scene.Desks.Ports);

        old.Should().Contain(l => l.Contains("125/23", StringComparison.Ordinal), "or this test shows nothing");
        (await LinesAsync((await ReadAsync([.. Records(old).Except(Records(erased)), .. erased])).Desks.Ports)).Should().Equal(erased);
        (await LinesAsync((await ReadAsync([.. Records(old).Except(Records(newest)), .. newest])).Desks.Ports)).Should().Equal(newest, "a letter that came since stays");
    }

    [Fact]
    public async Task Callers_of_another_workshop_stay()
    {
        Scene scene = await Scene.BeginAsync();
        await scene.ImportAsync(Scene.Row(2, "Visal LONG", null, "08:30", "09:00"));
        PersonalRecord other = A.Record("unmatched:DD-2023-B:c");
        await scene.Store.AppendAsync(new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(StreamId.Of("sheet", "DD-2023-B"), 0)]) { Records = [other] });
        await scene.Attendance.EraseCallersAsync(Scene.DD2023, Scene.Desk);

        Ministry restored = await ReadAsync(await LinesAsync(scene.Desks.Ports));

        (await restored.RecordsAsync()).Select(r => r.Id).Should().Equal(other.Id);
    }

    [Fact]
    public async Task Records_below_the_entries_are_erased_again_too()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        string[] old = await LinesAsync(_ministry.Desks.Ports);
        await People.EraseAsync(id, An.Officer);
        await People.AddAsync(A.Person("Dara"), An.Officer);
        string[] newest = await LinesAsync(_ministry.Desks.Ports);

        Ministry restored = await ReadAsync([.. newest, .. Records(old)]);

        (await LinesAsync(restored.Desks.Ports)).Should().Equal(newest);
    }

    /// <summary>The records of one archive and the entries of another. Records of the newer one that the older lacks come too.</summary>
    private static string[] Merge(string[] old, string[] newest) =>
        [.. Records(old), .. Records(newest).Except(Records(old)), .. newest.Except(Records(newest))];

    private static string[] Records(string[] lines) => [.. lines.Where(l => l.StartsWith("{\"record\"", StringComparison.Ordinal))];

    private static async Task<string[]> LinesAsync(TrainingPorts ports)
    {
        using var file = new MemoryStream();
        await TrainingArchive.WriteAsync(ports, file);
        return Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<Ministry> ReadAsync(string[] lines) =>
        new(await TrainingArchive.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"))));
}
