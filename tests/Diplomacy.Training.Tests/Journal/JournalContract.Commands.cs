using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

// What desks make of a store: repeated commands, entries of a newer version, writers that meet.
public abstract partial class JournalContract
{
    [Fact]
    public async Task A_repeated_command_returns_its_first_outcome()
    {
        TrainingDesks desks = new(await OpenAsync());
        var command = CommandId.New();

        int first = await desks.Institutions.AddAllAsync([An.Institution(), An.Embassy()], An.Officer, command);
        int second = await desks.Institutions.AddAllAsync([An.Institution(), An.Embassy()], An.Officer, command);

        (first, second).Should().Be((2, 2));
        (await AllAsync(desks.Ports.Journal)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_command_id_used_for_something_else_is_refused()
    {
        TrainingDesks desks = new(await OpenAsync());
        var command = CommandId.New();
        await desks.Institutions.AddAsync(An.Institution(), An.Officer, command);

        var refused = await desks.Institutions.Invoking(async d => await d.AddAsync(An.Embassy(), An.Officer, command)).Should().ThrowAsync<TrainingRuleException>();

        refused.Which.Rule.Code.Should().Be("journal.command-is-new");
        (await AllAsync(desks.Ports.Journal)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_command_id_used_by_somebody_else_is_refused()
    {
        TrainingDesks desks = new(await OpenAsync());
        var command = CommandId.New();
        await desks.Institutions.AddAsync(An.Institution(), An.Officer, command);

        (await desks.Institutions.Invoking(async d => await d.AddAsync(An.Institution(), Actor.Official("staff:7"), command)).Should().ThrowAsync<TrainingRuleException>())
            .Which.Rule.Code.Should().Be("journal.command-is-new");
    }

    [Fact]
    public async Task A_stream_with_an_event_of_a_newer_version_can_be_read_and_not_written()
    {
        StreamId stream = InstitutionDirectory.StreamOf;
        var command = CommandId.New();
        const string Payload = """{"at":"2031-01-01T00:00:00Z","merged":["MFAIC"]}""";
        string hash = JournalChain.Next(JournalChain.Start, stream, 1, "institution.merged", 1, Payload, An.Officer, An.Instant, command, "f");
        TrainingDesks desks = new(await OpenHoldingAsync(new JournalEntry(stream, 1, 1, "institution.merged", 1, Payload, An.Officer, An.Instant, command, "f", hash)));

        var refused = await desks.Institutions.Invoking(async d => await d.AddAsync(An.Institution(), An.Officer)).Should().ThrowAsync<TrainingRuleException>();

        refused.Which.Rule.Code.Should().Be("journal.stream-is-understood");
        refused.Which.Rule.Arguments.Should().Contain("type", "institution.merged");
        JournalEntry kept = (await AllAsync(desks.Ports.Journal)).Should().ContainSingle().Subject;
        kept.Event.Should().Be(new UnknownEvent(An.Instant, "institution.merged", 1));
        kept.Payload.Should().Be(Payload, "it is kept verbatim");
        (await desks.Institutions.AllAsync()).Should().BeEmpty();
        (await desks.People.AddAsync(A.Person(), An.Officer)).Should().NotBe(default(PersonId), "other streams are understood");
    }

    [Fact]
    public void A_newer_version_of_a_known_event_is_unknown_too() =>
        new JournalEntry(s_book, 1, 1, "person.added", 2, """{"anything":1}""", An.Officer, An.Instant, CommandId.New(), "", JournalChain.Start)
            .Event.Should().Be(new UnknownEvent(An.Instant, "person.added", 2));

    [Fact]
    public async Task Two_processes_that_meet_both_get_their_way()
    {
        TrainingPorts ports = await OpenAsync();
        TrainingDesks one = new(ports), other = new(ports);
        await one.Institutions.AddAsync(An.Institution(), An.Officer);
        await other.Institutions.AddAsync(An.Embassy(), An.Officer);
        await one.Institutions.AddAsync(An.Embassy("FR-PAR-EMB", "Europe/Paris"), An.Officer);

        (await one.Institutions.AllAsync()).Keys.Select(k => k.ToString()).Should().Equal("FR-PAR-EMB", "MFAIC", "US-WAS-EMB");
        (await other.Institutions.AllAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Many_writers_lose_nothing_and_double_nothing()
    {
        TrainingPorts ports = await OpenAsync();
        StreamId[] streams = [s_book, s_sheet, s_ledger];
        const int Writers = 64;

        // Each writer appends one event to two streams and rests on the third; writers 32 to 63 repeat the commands of 0 to 31.
        CommandId[] commands = [.. Enumerable.Range(0, Writers / 2).Select(_ => CommandId.New())];
        AppendOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            CommandId command = commands[writer % commands.Length];
            StreamId[] mine = [.. Enumerable.Range(0, 3).Select(i => streams[(writer + i) % 3])];
            while (true)
            {
                var parts = new List<StreamAppend>();
                for (int i = 0; i < 3; i++)
                {
                    IReadOnlyList<JournalEntry> read = await ports.Journal.ReadAsync(mine[i]);
                    parts.Add(A.Part(mine[i], read.Count, events: i < 2 ? 1 : 0));
                }

                AppendOutcome outcome = await ports.Journal.AppendAsync(With(An.Append(command, parts), [A.Record(command.ToString())], [A.Notice()]));
                if (outcome is not AppendOutcome.Conflict)
                {
                    return outcome;
                }
            }
        })));

        outcomes.OfType<AppendOutcome.Appended>().Should().HaveCount(commands.Length);
        outcomes.OfType<AppendOutcome.Repeated>().Should().HaveCount(Writers - commands.Length);
        List<JournalEntry> all = await AllAsync(ports.Journal);
        all.Should().HaveCount(2 * commands.Length);
        all.GroupBy(e => e.Command).Should().HaveCount(commands.Length).And.OnlyContain(g => g.Count() == 2);
        (await RecordsAsync(ports)).Select(r => r.Subject).Should().BeEquivalentTo(commands.Select(c => c.ToString()));
        (await ports.Outbox.PendingAsync(1000)).Should().HaveCount(commands.Length);
        foreach (StreamId stream in streams)
        {
            IReadOnlyList<JournalEntry> entries = await ports.Journal.ReadAsync(stream);
            entries.Select(e => e.Version).Should().Equal(Enumerable.Range(1, entries.Count).Select(v => (long)v));
            JournalChain.FirstBroken(entries).Should().BeNull();
        }
    }

    [Fact]
    public async Task Many_commands_of_several_processes_all_take_effect_once()
    {
        TrainingPorts ports = await OpenAsync();
        TrainingDesks[] processes = [new(ports), new(ports), new(ports), new(ports)];
        CommandId[] commands = [.. Enumerable.Range(0, 32).Select(_ => CommandId.New())];

        // Commands with an even number add a person, the others open an institution; each is sent by two processes at once.
        PersonId[] added = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            int n = i % 32;
            TrainingDesks desks = processes[i % 4 ^ i / 32];
            if (n % 2 == 0)
            {
                return await desks.People.AddAsync(A.Person(externalId: FormattableString.Invariant($"x-{n}")), An.Officer, commands[n]);
            }

            await desks.Institutions.AddAsync(An.Institution(FormattableString.Invariant($"KH-{n}")), An.Officer, commands[n]);
            return default;
        })));

        added.Take(32).Should().Equal(added.Skip(32), "both senders of a command hear the same outcome");
        List<JournalEntry> all = await AllAsync(ports.Journal);
        all.Should().HaveCount(32);
        all.Select(e => e.Command.ToString()).Should().BeEquivalentTo(commands.Select(c => c.ToString()));
        (await processes[0].Institutions.AllAsync()).Should().HaveCount(16);
        (await RecordsAsync(ports)).Should().HaveCount(16);
    }
}
