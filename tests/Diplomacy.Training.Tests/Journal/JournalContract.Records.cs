using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Journal;

// Personal records and notices: written with the journal, read and erased beside it.
public abstract partial class JournalContract
{
    [Fact]
    public async Task Records_and_notices_are_written_with_the_events()
    {
        TrainingPorts ports = await OpenAsync();
        PersonalRecord[] records = [A.Record("one"), A.Record("two"), A.Record("one", "reason")];
        Notice[] notices = [A.Notice("notice.a"), A.Notice("notice.b")];

        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 0)), records, notices));

        (await RecordsAsync(ports)).Select(Line).Should().Equal(records.Select(Line));
        Line((await ports.Records.FindAsync(records[1].Id))!).Should().Be(Line(records[1]));
        (await ports.Records.FindAsync(records[1].Id))!.Reference.Should().Be(records[1].Reference);
        (await ports.Records.OfSubjectAsync("one")).Select(Line).Should().Equal(Line(records[0]), Line(records[2]));
        IReadOnlyList<PendingNotice> pending = await ports.Outbox.PendingAsync();
        pending.Select(n => n.Notice.Kind).Should().Equal("notice.a", "notice.b");
        pending.Select(n => n.Number).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems().And.OnlyContain(n => n >= 1);
        pending[0].Notice.Recipient.Should().Be(notices[0].Recipient);
    }

    [Fact]
    public async Task A_repeated_command_writes_no_record_and_no_notice_again()
    {
        TrainingPorts ports = await OpenAsync();
        var command = CommandId.New();
        await ports.Journal.AppendAsync(With(An.Append(command, A.Part(s_book, 0)), [A.Record("one")], [A.Notice()]));

        await ports.Journal.AppendAsync(With(An.Append(command, A.Part(s_book, 1)), [A.Record("one")], [A.Notice()]));

        (await RecordsAsync(ports)).Should().ContainSingle();
        (await ports.Outbox.PendingAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_record_that_exists_already_refuses_the_whole_append()
    {
        TrainingPorts ports = await OpenAsync();
        PersonalRecord record = A.Record("one");
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 0)), [record], []));

        await ports.Journal.Invoking(async j => await j.AppendAsync(With(An.Append(A.Part(s_book, 1)), [A.Record("two"), record], [A.Notice()])))
            .Should().ThrowAsync<ArgumentException>();

        (await AllAsync(ports.Journal)).Should().ContainSingle();
        (await RecordsAsync(ports)).Should().ContainSingle();
        (await ports.Outbox.PendingAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_leaves_nothing_half_done()
    {
        TrainingPorts ports = await OpenAsync();
        var person = PersonId.New();
        PersonalRecord torn = A.Record(person.ToString(), payload: """{"given":""");
        var append = With(An.Append(A.Part(s_book, 0), new StreamAppend(s_sheet, 0, [new PersonAdded(An.Instant, person, torn.Reference)])), [torn], [A.Notice()]);

        await ports.Journal.Invoking(async j => await j.AppendAsync(append)).Should().ThrowAsync<Exception>();

        (await AllAsync(ports.Journal)).Should().BeEmpty();
        (await RecordsAsync(ports)).Should().BeEmpty();
        (await ports.Outbox.PendingAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Erasing_a_subject_takes_its_records_and_leaves_the_journal()
    {
        TrainingPorts ports = await OpenAsync();
        PersonalRecord[] records = [A.Record("one"), A.Record("two"), A.Record("one")];
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 0)), records, []));
        string[] before = [.. Lines(await AllAsync(ports.Journal))];

        (await ports.Records.EraseAsync("one")).Should().Be(2);

        (await ports.Records.FindAsync(records[0].Id)).Should().BeNull();
        (await ports.Records.OfSubjectAsync("one")).Should().BeEmpty();
        (await RecordsAsync(ports)).Select(r => r.Subject).Should().Equal("two");
        Lines(await AllAsync(ports.Journal)).Should().Equal(before);
        (await ports.Records.EraseAsync("one")).Should().Be(0, "erasing twice is harmless");
        (await ports.Records.EraseAsync("nobody")).Should().Be(0);
    }

    [Fact]
    public async Task Someone_erased_is_found_by_no_query()
    {
        TrainingPorts ports = await OpenAsync();
        PersonId[] people = [PersonId.New(), PersonId.New()];
        PersonalRecord[] records = [.. people.Select((p, i) => A.Record(p.ToString(), payload: $$"""{"given":"A","family":"","sex":"female","language":"km","email":"Office@Example.ORG","externalId":"x-{{i}}"}"""))];
        await ports.Journal.AppendAsync(With(An.Append(new StreamAppend(s_book, 0, [.. people.Zip(records, (p, r) => new PersonAdded(An.Instant, p, r.Reference))])), records, []));
        (await ports.Queries.PeopleWithEmailAsync(" office@example.org ")).Select(p => p.ToString()).Should().BeEquivalentTo(people.Select(p => p.ToString()));

        await ports.Records.EraseAsync(people[0].ToString());

        (await ports.Queries.PeopleWithEmailAsync("OFFICE@example.org")).Should().Equal(people[1]);
        (await ports.Queries.PersonWithExternalIdAsync("x-0")).Should().BeNull();
        (await ports.Queries.PersonWithExternalIdAsync("x-1")).Should().Be(people[1]);
        (await ports.Queries.PersonWithExternalIdAsync("X-1")).Should().BeNull("external ids are compared exactly");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a\ufffe@example.org")]
    public async Task An_address_that_cannot_be_one_belongs_to_nobody(string email) =>
        (await (await OpenAsync()).Queries.PeopleWithEmailAsync(email)).Should().BeEmpty();

    [Fact]
    public async Task An_address_that_is_not_valid_Unicode_belongs_to_nobody() =>
        (await (await OpenAsync()).Queries.PeopleWithEmailAsync('\ud800' + "@example.org")).Should().BeEmpty();

    [Fact]
    public async Task Notices_wait_until_they_are_acknowledged()
    {
        TrainingPorts ports = await OpenAsync();
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 0)), [], [A.Notice("notice.a"), A.Notice("notice.b"), A.Notice("notice.c")]));

        IReadOnlyList<PendingNotice> first = await ports.Outbox.PendingAsync(limit: 2);
        first.Select(n => n.Notice.Kind).Should().Equal("notice.a", "notice.b");
        await ports.Outbox.AcknowledgeAsync(first[0].Number);
        await ports.Outbox.AcknowledgeAsync(first[0].Number);

        (await ports.Outbox.PendingAsync()).Select(n => n.Notice.Kind).Should().Equal("notice.b", "notice.c");
        await ports.Journal.AppendAsync(With(An.Append(A.Part(s_book, 1)), [], [A.Notice("notice.d")]));
        (await ports.Outbox.PendingAsync()).Select(n => n.Number).Should().BeInAscendingOrder().And.NotContain(first[0].Number);
        await ports.Outbox.Invoking(async o => await o.PendingAsync(0)).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private static string Line(PersonalRecord record) => $"{record.Id} {record.Subject} {record.Kind} {record.Payload} {record.Salt}";
}
