using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.People;

public sealed class PeopleDeskErase
{
    private readonly Ministry _ministry = new();

    private PeopleDesk People => _ministry.Desks.People;

    [Fact]
    public async Task R56_someone_erased_is_nowhere_and_the_journal_stays()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        await People.CorrectAsync(id, A.Person("Corrected", email: "x@example.org"), An.Officer);
        PersonId other = await People.AddAsync(A.Person("Other", email: "x@example.org"), An.Officer);
        int entries = (await _ministry.JournalAsync()).Count;

        (await People.EraseAsync(id, An.Officer)).Should().Be(2, "the first particulars and the corrected ones");

        (await People.FindAsync(id)).Should().BeNull();
        (await _ministry.RecordsAsync()).Should().ContainSingle().Which.Subject.Should().Be(other.ToString());
        (await _ministry.Store.PeopleWithEmailAsync("x@example.org")).Should().Equal(other);
        (await _ministry.JournalAsync()).Take(entries).Select(e => e.Type).Should().Equal("person.added", "person.corrected", "person.added");
    }

    [Fact]
    public async Task The_journal_says_who_erased_whom_and_when()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        _ministry.Clock.Advance(Duration.FromDays(1));
        Actor officer = Actor.Official("staff:7");

        await People.EraseAsync(id, officer);

        JournalEntry entry = (await _ministry.JournalAsync())[^1];
        entry.Event.Should().Be(new PersonErased(An.Instant + Duration.FromDays(1), id, 1));
        (entry.Stream, entry.By).Should().Be((PersonDirectory.StreamOf, officer));
    }

    [Fact]
    public async Task Erasing_again_records_nothing()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        await People.EraseAsync(id, An.Officer);
        string before = await _ministry.PictureAsync();

        (await People.EraseAsync(id, An.Officer)).Should().Be(0);

        (await _ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task What_was_kept_about_someone_after_the_erasing_can_be_erased_too()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        await People.EraseAsync(id, An.Officer);
        await _ministry.Store.AppendAsync(new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [A.Part(StreamId.Of("sheet", "DD-2023"), 0)]) { Records = [A.Record(id.ToString())] });

        (await People.EraseAsync(id, An.Officer)).Should().Be(1);

        (await _ministry.RecordsAsync()).Should().BeEmpty();
        (await _ministry.JournalAsync()).Should().HaveCount(4);
    }

    [Fact]
    public async Task A_host_that_erased_the_records_itself_still_gets_its_trace()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        await ((IPersonalRecords)_ministry.Store).EraseAsync(id.ToString());

        (await People.EraseAsync(id, An.Officer)).Should().Be(0);

        (await _ministry.JournalAsync())[^1].Event.Should().Be(new PersonErased(An.Instant, id, 0));
    }

    [Fact]
    public async Task A_repeated_command_returns_its_first_outcome_and_erases_once()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        await People.CorrectAsync(id, A.Person(), An.Officer);
        var command = CommandId.New();

        (await People.EraseAsync(id, An.Officer, command)).Should().Be(2);
        string before = await _ministry.PictureAsync();
        (await _ministry.AnotherProcess().People.EraseAsync(id, An.Officer, command)).Should().Be(2);

        (await _ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Someone_who_was_never_added_is_refused_and_nothing_is_recorded()
    {
        (await People.Invoking(async p => await p.EraseAsync(PersonId.New(), An.Officer)).Should().ThrowAsync<TrainingRuleException>())
            .Which.Rule.Code.Should().Be("person.is-known");

        (await _ministry.JournalAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_directory_knows_that_someone_was_there_and_no_longer_who()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        await People.EraseAsync(id, An.Officer);
        PersonDirectory directory = PersonDirectory.Begin(PersonDirectory.StreamOf);
        directory.Apply((await _ministry.JournalAsync()).Select(e => e.Event));

        directory.RecordOf(id).Should().BeNull();
        (directory.WasAdded(id), directory.ErasedAt(id), directory.Count).Should().Be((true, An.Instant, 1));
        (directory.WasAdded(PersonId.New()), directory.ErasedAt(PersonId.New())).Should().Be((false, null));
        directory.CheckErase(id).Should().BeEmpty();
        directory.CheckErase(PersonId.New()).Should().ContainSingle().Which.Code.Should().Be("person.is-known");
        directory.Invoking(d => d.Erase(id, -1, An.Instant)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task An_external_id_is_free_again_after_erasing()
    {
        PersonId before = await People.AddAsync(A.FullPerson(), An.Officer);
        await People.EraseAsync(before, An.Officer);

        PersonId after = await People.AddAsync(A.FullPerson(), An.Officer);

        after.Should().NotBe(before);
        (await People.FindAsync(after)).Should().Be(A.FullPerson());
    }

    [Fact]
    public async Task Without_permission_nobody_is_erased()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);
        _ministry.Permissions.Withdraw(Permission.ErasePerson);

        TrainingRuleException refusal = (await People.Invoking(async p => await p.EraseAsync(id, An.Officer)).Should().ThrowAsync<TrainingRuleException>()).Which;

        refusal.Rule.Code.Should().Be("permission.actor-may");
        refusal.Rule.Arguments["permission"].Should().Be("person.erase");
        (await People.FindAsync(id)).Should().Be(A.FullPerson());
    }
}
