using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

/// <summary>
/// What every store must hold to, whatever it stands on. A store's own test class derives from this one and opens the store, empty.
/// This part is about appends; the others about records and notices, about commands of desks, and about many writers at once.
/// </summary>
public abstract partial class JournalContract
{
    private static readonly StreamId s_book = StreamId.Of("book", "DD-2023");
    private static readonly StreamId s_sheet = StreamId.Of("sheet", "DD-2023");
    private static readonly StreamId s_ledger = StreamId.Of("ledger", "DD-2023");

    /// <summary>The ports of an empty store.</summary>
    protected abstract ValueTask<TrainingPorts> OpenAsync();

    /// <summary>The ports of a store that holds one entry only, which may be of an event that this version does not know.</summary>
    protected abstract ValueTask<TrainingPorts> OpenHoldingAsync(JournalEntry entry);

    [Fact]
    public async Task An_append_over_several_streams_is_read_back_in_each()
    {
        IJournal journal = (await OpenAsync()).Journal;
        JournalAppend append = An.Append(A.Part(s_book, 0, events: 2), A.Part(s_sheet, 0));

        var appended = (await journal.AppendAsync(append)).Should().BeOfType<AppendOutcome.Appended>().Subject;

        appended.Entries.Select(e => (e.Stream, e.Version)).Should().Equal((s_book, 1), (s_book, 2), (s_sheet, 1));
        appended.Entries.Select(e => e.Event).Should().Equal(append.Streams.SelectMany(p => p.Events));
        appended.Entries.Should().OnlyContain(e => e.By == append.By && e.At == append.At && e.Command == append.Command && e.Fingerprint == append.Fingerprint);
        Lines(await journal.ReadAsync(s_book)).Should().Equal(Lines(appended.Entries.Take(2)));
        Lines(await journal.ReadAsync(s_sheet)).Should().Equal(Lines(appended.Entries.Skip(2)));
        Lines(await AllAsync(journal)).Should().Equal(Lines(appended.Entries));
    }

    [Fact]
    public async Task A_moved_stream_refuses_the_whole_append()
    {
        TrainingPorts ports = await OpenAsync();
        await ports.Journal.AppendAsync(An.Append(A.Part(s_sheet, 0, events: 3)));
        JournalAppend late = With(An.Append(A.Part(s_book, 0), A.Part(s_sheet, 2)), [A.Record("someone")], [A.Notice()]);

        AppendOutcome outcome = await ports.Journal.AppendAsync(late);

        outcome.Should().Be(new AppendOutcome.Conflict(s_sheet, 2, 3));
        (await AllAsync(ports.Journal)).Should().HaveCount(3);
        (await ports.Journal.ReadAsync(s_book)).Should().BeEmpty();
        (await RecordsAsync(ports)).Should().BeEmpty();
        (await ports.Outbox.PendingAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(long.MaxValue)]
    public async Task A_version_that_the_stream_does_not_have_is_a_conflict(long expected)
    {
        IJournal journal = (await OpenAsync()).Journal;
        await journal.AppendAsync(An.Append(A.Part(s_book, 0, events: 2)));

        (await journal.AppendAsync(An.Append(A.Part(s_book, expected)))).Should().Be(new AppendOutcome.Conflict(s_book, expected, 2));
    }

    [Fact]
    public async Task A_stream_that_was_only_read_guards_the_decision_and_stays_as_it_is()
    {
        IJournal journal = (await OpenAsync()).Journal;
        await journal.AppendAsync(An.Append(A.Part(s_book, 0)));
        JournalAppend resting = An.Append(A.Part(s_sheet, 0), new StreamAppend(s_book, 1, []));

        (await journal.AppendAsync(resting)).Should().BeOfType<AppendOutcome.Appended>().Which.Entries.Should().ContainSingle();

        (await journal.ReadAsync(s_book)).Should().ContainSingle();
        (await journal.FindCommandAsync(s_book, resting.Command)).Should().BeEmpty("nothing was written to it");
        (await journal.AppendAsync(An.Append(A.Part(s_sheet, 1), new StreamAppend(s_book, 0, [])))).Should().Be(new AppendOutcome.Conflict(s_book, 0, 1));
        (await journal.ReadAsync(s_sheet)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_stream_may_be_read_that_does_not_exist_yet()
    {
        IJournal journal = (await OpenAsync()).Journal;

        (await journal.AppendAsync(An.Append(new StreamAppend(s_ledger, 0, []), A.Part(s_sheet, 0)))).Should().BeOfType<AppendOutcome.Appended>();

        (await journal.ReadAsync(s_ledger)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_repeated_command_gives_back_what_it_left()
    {
        IJournal journal = (await OpenAsync()).Journal;
        var command = CommandId.New();
        await journal.AppendAsync(An.Append(command, A.Part(s_book, 0, events: 2)));
        await journal.AppendAsync(An.Append(A.Part(s_book, 2)));

        var repeated = (await journal.AppendAsync(An.Append(command, A.Part(s_book, 3)))).Should().BeOfType<AppendOutcome.Repeated>().Subject;

        repeated.Stream.Should().Be(s_book);
        Lines(repeated.Entries).Should().Equal(Lines((await journal.ReadAsync(s_book)).Take(2)));
        Lines(await journal.FindCommandAsync(s_book, command)).Should().Equal(Lines(repeated.Entries));
        (await journal.ReadAsync(s_book)).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_repeat_is_known_in_any_of_its_streams_before_versions_are_compared()
    {
        IJournal journal = (await OpenAsync()).Journal;
        var command = CommandId.New();
        await journal.AppendAsync(An.Append(A.Part(s_book, 0)));
        await journal.AppendAsync(An.Append(command, new StreamAppend(s_book, 1, []), A.Part(s_sheet, 0)));
        await journal.AppendAsync(An.Append(A.Part(s_book, 1)));

        AppendOutcome outcome = await journal.AppendAsync(An.Append(command, new StreamAppend(s_book, 1, []), A.Part(s_sheet, 0)));

        outcome.Should().BeOfType<AppendOutcome.Repeated>().Which.Stream.Should().Be(s_sheet);
    }

    [Fact]
    public async Task A_command_is_one_in_each_stream_and_free_in_another()
    {
        IJournal journal = (await OpenAsync()).Journal;
        var command = CommandId.New();
        await journal.AppendAsync(An.Append(command, A.Part(s_book, 0)));

        (await journal.FindCommandAsync(s_sheet, command)).Should().BeEmpty();
        (await journal.AppendAsync(An.Append(command, A.Part(s_sheet, 0)))).Should().BeOfType<AppendOutcome.Appended>();
    }

    [Fact]
    public async Task Tails_are_read_after_a_version_and_after_a_position()
    {
        IJournal journal = (await OpenAsync()).Journal;
        await journal.AppendAsync(An.Append(A.Part(s_book, 0, events: 3), A.Part(s_sheet, 0, events: 2)));

        (await journal.ReadAsync(s_book, 1)).Select(e => e.Version).Should().Equal(2, 3);
        (await journal.ReadAsync(s_book, 3)).Should().BeEmpty();
        (await journal.ReadAsync(s_book, long.MaxValue)).Should().BeEmpty();
        (await journal.ReadAsync(s_ledger, 7)).Should().BeEmpty();
        JournalEntry[] all = [.. await AllAsync(journal)];
        all.Select(e => e.Position).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        Lines(await AllAsync(journal, all[2].Position)).Should().Equal(Lines(all.Skip(3)));
        (await AllAsync(journal, long.MaxValue)).Should().BeEmpty();
    }

    [Fact]
    public async Task Reading_after_a_negative_place_is_a_programmers_error()
    {
        IJournal journal = (await OpenAsync()).Journal;

        await journal.Invoking(async j => await j.ReadAsync(s_book, -1)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await journal.Invoking(async j => await AllAsync(j, -1)).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Every_stream_has_a_whole_chain_of_its_own()
    {
        IJournal journal = (await OpenAsync()).Journal;
        await journal.AppendAsync(An.Append(A.Part(s_book, 0, events: 2), A.Part(s_sheet, 0)));
        await journal.AppendAsync(An.Append(A.Part(s_sheet, 1), A.Part(s_book, 2)));

        JournalChain.FirstBroken(await journal.ReadAsync(s_book)).Should().BeNull();
        JournalChain.FirstBroken(await journal.ReadAsync(s_sheet)).Should().BeNull();
    }

    [Fact]
    public async Task An_event_that_is_none_of_the_librarys_is_refused_whole()
    {
        TrainingPorts ports = await OpenAsync();
        JournalAppend append = With(An.Append(A.Part(s_book, 0), new StreamAppend(s_sheet, 0, [new UnknownEvent(An.Instant, "book.burnt", 9)])), [A.Record("someone")], [A.Notice()]);

        await ports.Journal.Invoking(async j => await j.AppendAsync(append)).Should().ThrowAsync<ArgumentException>();

        (await AllAsync(ports.Journal)).Should().BeEmpty();
        (await RecordsAsync(ports)).Should().BeEmpty();
        (await ports.Outbox.PendingAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_cancelled_append_leaves_nothing()
    {
        TrainingPorts ports = await OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await ports.Journal.Invoking(async j => await j.AppendAsync(An.Append(A.Part(s_book, 0)), cancelled.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await AllAsync(ports.Journal)).Should().BeEmpty();
    }

    private static JournalAppend With(JournalAppend append, PersonalRecord[] records, Notice[] notices, params string[] erasures) =>
        new(append.Command, append.Fingerprint, append.By, append.At, append.Streams) { Records = [.. records], Notices = [.. notices], Erasures = [.. erasures] };

    /// <summary>Everything that an entry says, for stores that make new objects on every read.</summary>
    private static IEnumerable<string> Lines(IEnumerable<JournalEntry> entries) =>
        entries.Select(e => $"{e.Position} {e.Stream} {e.Version} {e.Type} {e.SchemaVersion} {e.Payload} {e.By} {e.At} {e.Command} {e.Fingerprint} {e.Hash}");

    private static async Task<List<JournalEntry>> AllAsync(IJournal journal, long after = 0)
    {
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in journal.ReadAllAsync(after))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private static async Task<List<PersonalRecord>> RecordsAsync(TrainingPorts ports)
    {
        var records = new List<PersonalRecord>();
        await foreach (PersonalRecord record in ports.Records.ReadAllAsync())
        {
            records.Add(record);
        }

        return records;
    }
}
