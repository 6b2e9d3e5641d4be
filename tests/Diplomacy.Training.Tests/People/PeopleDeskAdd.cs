using CsCheck;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.People;

public sealed class PeopleDeskAdd
{
    private readonly Ministry _ministry = new();

    private PeopleDesk People => _ministry.Desks.People;

    [Fact]
    public async Task Someone_added_is_found_whole()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);

        (await People.FindAsync(id)).Should().Be(A.FullPerson());
        (await _ministry.AnotherProcess().People.FindAsync(id)).Should().Be(A.FullPerson());
        (await People.FindAsync(PersonId.New())).Should().BeNull();
        (await People.FindAsync(default)).Should().BeNull();
    }

    [Fact]
    public async Task The_journal_holds_an_id_and_a_digest_and_nothing_else()
    {
        PersonId id = await People.AddAsync(A.FullPerson(), An.Officer);

        JournalEntry entry = (await _ministry.JournalAsync()).Should().ContainSingle().Subject;
        PersonalRecord record = (await _ministry.RecordsAsync()).Should().ContainSingle().Subject;
        entry.Event.Should().Be(new PersonAdded(An.Instant, id, record.Reference));
        (entry.By, entry.At).Should().Be((An.Officer, An.Instant));
        entry.Payload.Should().NotContainAny("Sophea", "CHAN", "example", "roster");
        record.Subject.Should().Be(id.ToString());
        record.Reference.Digest.Should().NotBe(A.Record("x", payload: record.Payload).Reference.Digest, "the salt makes it unguessable");
    }

    [Fact]
    public void Whatever_can_be_printed_comes_back_as_it_went_in() =>
        Gen.Select(Unicode.Printable, Unicode.Printable, Unicode.Printable, Gen.Bool).Sample((given, family, text, full) =>
        {
            var person = new Person(new PersonName(family, given, full ? text : null).WithNative("km", text, given), full ? "x@" + new string([.. text.Where(c => !char.IsWhiteSpace(c)), 'e']) : null, text)
            {
                Honorific = full ? new LocalizedText(text, given) : null,
                Sex = full ? Sex.Male : Sex.Unstated,
                Post = full ? new Post(new LocalizedText("", text), InstitutionCode.Parse("MFAIC"), text) : null,
                Language = new Language(full ? "fr" : "km"),
            };
            var ministry = new Ministry();
            PersonId id = ministry.Desks.People.AddAsync(person, An.Officer).AsTask().Result;
            ministry.Desks.People.FindAsync(id).AsTask().Result.Should().Be(person);
            ministry.Desks.People.AddAsync(person, An.Officer).AsTask().Result.Should().Be(id);
        }, iter: 300);

    [Fact]
    public async Task R18_a_known_external_id_with_the_same_particulars_gives_the_known_person()
    {
        PersonId first = await People.AddAsync(A.FullPerson(), An.Officer);
        string before = await _ministry.PictureAsync();

        (await People.AddAsync(A.FullPerson(), An.Officer)).Should().Be(first);

        (await _ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task People_without_an_external_id_are_always_new() =>
        (await People.AddAllAsync([A.Person(), A.Person()], An.Officer)).Should().OnlyHaveUniqueItems();

    [Fact]
    public async Task Twins_in_one_command_are_one_person()
    {
        var ids = await People.AddAllAsync([A.Person(externalId: "x"), A.Person("Other"), A.Person(externalId: "x")], An.Officer);

        ids[0].Should().Be(ids[2]).And.NotBe(ids[1]);
        (await _ministry.JournalAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_nothing_is_half_done()
    {
        PersonId known = await People.AddAsync(A.Person(externalId: "known"), An.Officer);
        string before = await _ministry.PictureAsync();

        TrainingRuleException refusal = (await People.Invoking(async p => await p.AddAllAsync(
            [A.Person("New"), A.Person("Changed", externalId: "known"), A.Person("Twin", externalId: "t"), A.Person("Twyn", externalId: "t")], An.Officer))
            .Should().ThrowAsync<TrainingRuleException>()).Which;

        refusal.Rules.Select(r => (r.Code, r.Arguments["entry"])).Should().Equal(("person.external-id-is-new", 2), ("person.external-id-is-new", 4));
        refusal.Rules[0].Arguments["person"].Should().Be(known.ToString());
        refusal.Message.Should().NotContainAny("Changed", "Twyn", "Twin");
        (await _ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Without_permission_nothing_happens()
    {
        _ministry.Permissions.Withdraw(Permission.ManagePeople);

        (await People.Invoking(async p => await p.AddAsync(A.Person(), An.Officer)).Should().ThrowAsync<TrainingRuleException>())
            .Which.Rule.Code.Should().Be("permission.actor-may");

        (await _ministry.PictureAsync()).Should().BeEmpty();
        _ministry.Permissions.Asked.Should().Equal((An.Officer, Permission.ManagePeople, PersonDirectory.StreamOf));
    }

    [Fact]
    public async Task A_repeated_command_gives_the_same_ids_in_the_same_order()
    {
        PersonId known = await People.AddAsync(A.Person("Known", externalId: "known"), An.Officer);
        Person[] people = [A.Person("One"), A.Person("Known", externalId: "known"), A.Person("Two", externalId: "two"), A.Person("Two", externalId: "two"), A.Person("One"), A.Person("Three", externalId: "three")];
        var command = CommandId.New();

        var first = await People.AddAllAsync(people, An.Officer, command);
        var again = await People.AddAllAsync(people, An.Officer, command);
        var elsewhere = await _ministry.AnotherProcess().People.AddAllAsync(people, An.Officer, command);

        again.Should().Equal(first);
        elsewhere.Should().Equal(first);
        first[1].Should().Be(known);
        (await _ministry.JournalAsync()).Should().HaveCount(5);
    }

    [Fact]
    public async Task A_repeated_command_is_the_same_after_corrections_and_erasing()
    {
        Person[] people = [A.Person("One"), A.Person("Two", externalId: "two"), A.Person("Three", externalId: "three"), A.Person("Four")];
        var command = CommandId.New();
        var first = await People.AddAllAsync(people, An.Officer, command);
        await People.CorrectAsync(first[1], A.Person("Deux", externalId: "deux"), An.Officer);
        await People.EraseAsync(first[0], An.Officer);
        await People.EraseAsync(first[2], An.Officer);

        (await People.AddAllAsync(people, An.Officer, command)).Should().Equal(first);
    }

    [Fact]
    public async Task A_command_id_used_for_other_people_is_refused()
    {
        var command = CommandId.New();
        await People.AddAllAsync([A.Person("One"), A.Person("Two", externalId: "two")], An.Officer, command);
        string before = await _ministry.PictureAsync();

        foreach (Person[] other in new Person[][]
        {
            [A.Person("One")],
            [A.Person("Two", externalId: "two"), A.Person("One")],
            [A.Person("One"), A.Person("Zwei", externalId: "zwei")],
            [A.Person("Eins"), A.Person("Two", externalId: "two")],
            [A.Person("Two", externalId: "two"), A.Person("Two", externalId: "two")],
        })
        {
            (await People.Invoking(async p => await p.AddAllAsync(other, An.Officer, command)).Should().ThrowAsync<TrainingRuleException>())
                .Which.Rule.Code.Should().Be("journal.command-is-new");
        }

        (await _ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Nobody_to_add_is_no_change_and_null_is_a_programmers_error()
    {
        (await People.AddAllAsync([], An.Officer)).Should().BeEmpty();
        await People.Invoking(async p => await p.AddAllAsync([A.Person(), null!], An.Officer)).Should().ThrowAsync<ArgumentException>();
        await People.Invoking(async p => await p.AddAsync(null!, An.Officer)).Should().ThrowAsync<ArgumentNullException>();
        (await _ministry.PictureAsync()).Should().BeEmpty();
    }
}
