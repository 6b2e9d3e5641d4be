using Diplomacy.Training.Tests.Building;

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
        (await _ministry.JournalAsync()).Should().HaveCount(entries);
        (await People.EraseAsync(id, An.Officer)).Should().Be(0);
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
