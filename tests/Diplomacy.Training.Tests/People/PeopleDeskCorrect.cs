using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.People;

public sealed class PeopleDeskCorrect
{
    private readonly Ministry _ministry = new();

    private PeopleDesk People => _ministry.Desks.People;

    [Fact]
    public async Task A_correction_is_found_and_the_queries_follow()
    {
        PersonId id = await People.AddAsync(A.Person("Sofea", email: "old@example.org", externalId: "old"), An.Officer);
        Person corrected = A.Person("Sophea", email: "new@example.org", externalId: "new");

        await People.CorrectAsync(id, corrected, An.Officer);

        (await People.FindAsync(id)).Should().Be(corrected);
        (await _ministry.Store.PersonWithExternalIdAsync("old")).Should().BeNull();
        (await _ministry.Store.PersonWithExternalIdAsync("new")).Should().Be(id);
        (await _ministry.Store.PeopleWithEmailAsync("old@example.org")).Should().BeEmpty();
        (await _ministry.Store.PeopleWithEmailAsync("NEW@example.org")).Should().Equal(id);
    }

    [Fact]
    public async Task A_record_changed_behind_the_journal_is_nobodys()
    {
        PersonId id = await People.AddAsync(A.Person("Sophea"), An.Officer);
        var altered = new Certificates.AlteredRecords(_ministry.Store, r => new(r.Id, r.Subject, r.Kind, r.Payload.Replace("Sophea", "Prince", StringComparison.Ordinal), r.Salt));

        (await new TrainingDesks(new(_ministry.Store, altered, _ministry.Store, _ministry.Store)).People.FindAsync(id)).Should().BeNull();
        (await People.FindAsync(id)).Should().NotBeNull();
    }

    [Fact]
    public async Task Someone_unknown_cannot_be_corrected() => await RefusedAsync(PersonId.New(), A.Person(), "person.is-known");

    [Fact]
    public async Task Someone_erased_is_not_written_down_again()
    {
        PersonId id = await People.AddAsync(A.Person(), An.Officer);
        await People.EraseAsync(id, An.Officer);

        await RefusedAsync(id, A.Person("Sophea"), "person.is-known");

        (await _ministry.RecordsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_external_id_of_another_person_stays_theirs()
    {
        PersonId owner = await People.AddAsync(A.Person("Owner", externalId: "x"), An.Officer);
        PersonId id = await People.AddAsync(A.Person("Other", externalId: "y"), An.Officer);

        await RefusedAsync(id, A.Person("Other", externalId: "x"), "person.external-id-is-new");

        (await _ministry.Store.PersonWithExternalIdAsync("x")).Should().Be(owner);
    }

    [Fact]
    public async Task Without_permission_nothing_happens()
    {
        PersonId id = await People.AddAsync(A.Person(), An.Officer);
        _ministry.Permissions.Withdraw(Permission.ManagePeople);

        await RefusedAsync(id, A.Person("X"), "permission.actor-may");
    }

    [Fact]
    public async Task A_repeated_correction_takes_effect_once_and_another_one_needs_its_own_id()
    {
        PersonId id = await People.AddAsync(A.Person("One"), An.Officer);
        var command = CommandId.New();
        await People.CorrectAsync(id, A.Person("Two"), An.Officer, command);
        await People.CorrectAsync(id, A.Person("Three"), An.Officer);

        await People.CorrectAsync(id, A.Person("Two"), An.Officer, command);

        (await People.FindAsync(id)).Should().Be(A.Person("Three"));
        await RefusedAsync(id, A.Person("Four"), "journal.command-is-new", command);
    }

    private async Task RefusedAsync(PersonId id, Person particulars, string code, CommandId? command = null)
    {
        string before = await _ministry.PictureAsync();
        (await People.Invoking(async p => await p.CorrectAsync(id, particulars, An.Officer, command)).Should().ThrowAsync<TrainingRuleException>()).Which.Rule.Code.Should().Be(code);
        (await _ministry.PictureAsync()).Should().Be(before);
    }
}
