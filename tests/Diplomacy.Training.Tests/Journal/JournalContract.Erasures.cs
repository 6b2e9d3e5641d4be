using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

// Erasing as part of an append: what was kept before goes with it, or nothing goes.
public abstract partial class JournalContract
{
    [Fact]
    public async Task Erasing_with_an_append_takes_what_was_there_and_leaves_what_comes_with_it()
    {
        TrainingPorts ports = await OpenAsync();
        PersonalRecord[] before = [A.Record("one"), A.Record("two"), A.Record("one"), A.Record("three"), A.Record("four")];
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 0)), before, []));
        string[] entries = [.. Lines(await AllAsync(ports.Journal))];
        PersonalRecord fresh = A.Record("one");

        (await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 1)), [fresh], [A.Notice()], "one", "three", "nobody"))).Should().BeOfType<AppendOutcome.Appended>();

        (await RecordsAsync(ports)).Select(Line).Should().Equal([Line(before[1]), Line(before[4]), Line(fresh)], "records are read in the order in which they were written");
        (await ports.Records.OfSubjectAsync("one")).Select(Line).Should().Equal(Line(fresh));
        (await ports.Records.FindAsync(before[0].Id)).Should().BeNull();
        Lines(await AllAsync(ports.Journal)).Take(1).Should().Equal(entries, "what the journal says is never changed");
        (await ports.Outbox.PendingAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_conflict_erases_nothing()
    {
        TrainingPorts ports = await OpenAsync();
        PersonalRecord kept = A.Record("one");
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 0)), [kept], []));

        (await ports.Journal.AppendAsync(With(An.Append(A.Part(s_sheet, 0), A.Part(s_book, 0)), [], [], "one"))).Should().BeOfType<AppendOutcome.Conflict>();

        (await RecordsAsync(ports)).Select(Line).Should().Equal(Line(kept));
    }

    [Fact]
    public async Task A_repeated_command_erases_nothing_again()
    {
        TrainingPorts ports = await OpenAsync();
        var command = CommandId.New();
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 0)), [A.Record("one")], []));
        await ports.Journal.AppendAsync(With(An.Append(command, A.Part(s_book, 1)), [], [], "one"));
        PersonalRecord since = A.Record("one");
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 2)), [since], []));

        (await ports.Journal.AppendAsync(With(An.Append(command, A.Part(s_book, 3)), [], [], "one"))).Should().BeOfType<AppendOutcome.Repeated>();

        (await RecordsAsync(ports)).Select(Line).Should().Equal(Line(since));
    }

    [Fact]
    public async Task A_refused_append_erases_nothing_also_where_the_record_in_its_way_would_have_gone()
    {
        TrainingPorts ports = await OpenAsync();
        PersonalRecord kept = A.Record("one");
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 0)), [kept], []));

        await ports.Journal.Invoking(async j => await j.AppendAsync(With(An.Append(A.Part(s_book, 1)), [kept], [], "one"))).Should().ThrowAsync<ArgumentException>();

        (await RecordsAsync(ports)).Select(Line).Should().Equal(Line(kept));
        (await AllAsync(ports.Journal)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_keeps_the_append_from_erasing()
    {
        TrainingPorts ports = await OpenAsync();
        var person = PersonId.New();
        PersonalRecord torn = A.Record(person.ToString(), payload: """{"given":"""), kept = A.Record("one");
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 0)), [kept], []));
        var append = With(An.Append(new StreamAppend(s_sheet, 0, [new PersonAdded(An.Instant, person, torn.Reference)])), [torn], [], "one");

        await ports.Journal.Invoking(async j => await j.AppendAsync(append)).Should().ThrowAsync<Exception>();

        (await RecordsAsync(ports)).Select(Line).Should().Equal(Line(kept));
    }

    [Fact]
    public async Task Someone_erased_with_an_append_is_found_by_no_query()
    {
        TrainingPorts ports = await OpenAsync();
        var person = PersonId.New();
        PersonalRecord record = A.Record(person.ToString(), payload: """{"given":"A","family":"","sex":"female","language":"km","email":"a@example.org","externalId":"x-1"}""");
        await ports.Journal.AppendAsync(With(An.Append(new StreamAppend(s_book, 0, [new PersonAdded(An.Instant, person, record.Reference)])), [record], []));
        (await ports.Queries.PersonWithExternalIdAsync("x-1")).Should().Be(person);

        // The same append refers to the record that it erases: a query must not list what is gone.
        await ports.Journal.AppendAsync(With(An.Append(new StreamAppend(s_book, 1, [new PersonCorrected(An.Instant, person, record.Reference)])), [], [], person.ToString()));

        (await ports.Queries.PersonWithExternalIdAsync("x-1")).Should().BeNull();
        (await ports.Queries.PeopleWithEmailAsync("a@example.org")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_correction_and_an_erasing_that_meet_leave_nothing_of_the_person()
    {
        TrainingPorts ports = await OpenAsync();
        TrainingDesks one = new(ports), other = new(ports);
        for (int i = 0; i < 20; i++)
        {
            PersonId person = await one.People.AddAsync(A.Person(), An.Officer);
            Task<int> erasing = Task.Run(async () => await one.People.EraseAsync(person, An.Officer));
            Task correcting = Task.Run(async () => await other.People.CorrectAsync(person, A.Person("Corrected"), An.Officer));

            (await erasing).Should().BePositive();
            try
            {
                await correcting;
            }
            catch (TrainingRuleException refused)
            {
                refused.Rule.Code.Should().Be("person.is-known");
            }

            (await ports.Records.OfSubjectAsync(person.ToString())).Should().BeEmpty();
        }
    }
}
