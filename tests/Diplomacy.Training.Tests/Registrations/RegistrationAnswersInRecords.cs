using System.Text.Json;
using CsCheck;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using static Diplomacy.Training.Tests.Registrations.AskedAnswers;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Answers stand in personal records, the journal only refers to them, and they go with the person or by themselves.</summary>
public sealed class RegistrationAnswersInRecords
{
    private static readonly WorkshopId s_workshop = WorkshopId.Parse("DD-2023");
    private readonly Ministry _ministry = new();

    [Fact]
    public void Any_answers_are_the_same_after_they_were_kept() => Valid.Sample(answers =>
        RegistrationAnswers.FromRecord(answers.ToRecord(PersonId.New(), RegistrationId.New())).Should().Be(answers), iter: 1_000);

    [Fact]
    public void A_record_of_another_kind_or_without_a_value_is_no_answers()
    {
        FluentActions.Invoking(() => RegistrationAnswers.FromRecord(A.Record("someone"))).Should().Throw<ArgumentException>();
        foreach (string payload in (string[])["null", """{"answers":[{"question":"years"}]}""", """{"answers":[{"question":"years","number":"many"}]}""", "{"])
        {
            FluentActions.Invoking(() => RegistrationAnswers.FromRecord(A.Record("someone", "registration-answers", payload))).Should().Throw<JsonException>(payload);
        }
    }

    [Fact]
    public void What_could_not_be_read_is_not_kept() =>
        FluentActions.Invoking(() => RegistrationAnswers.Read(All, [Cell(Years, "many")]).ToRecord(PersonId.New(), RegistrationId.New())).Should().Throw<ArgumentException>()
            .Which.Message.Should().Contain("'years'").And.NotContain("many");

    [Fact]
    public async Task The_journal_says_that_somebody_answered_and_never_what()
    {
        var (person, registration) = await RegisteredAsync();
        await AnswerAsync(person, registration, Everything);

        JournalEntry[] entries = [.. await _ministry.Store.ReadAsync(RegistrationBook.StreamOf(s_workshop))];

        entries[^1].Event.Should().BeOfType<RegistrationAnswered>().Which.Person.Should().Be(person);
        string journal = string.Join('\n', entries.Select(e => e.Payload));
        journal.Should().NotContainAny("halal", "no-pork", "ramp", "12.5", "2023-02-27", "dietary", "photographs");
        (await AnswersAsync(person, registration)).Should().Be(Everything);
    }

    [Fact]
    public async Task Answering_anew_leaves_nothing_of_what_was_answered_before()
    {
        var (person, registration) = await RegisteredAsync();
        await AnswerAsync(person, registration, Everything);
        await AnswerAsync(person, registration, Everything.Without(["dietary"]));

        (await AnswersAsync(person, registration)).Should().Be(Everything.Without(["dietary"]));
        (await _ministry.RecordsAsync()).Should().NotContain(r => r.Payload.Contains("halal"));
    }

    [Fact]
    public async Task R55_purged_answers_are_gone_the_others_stay_and_so_does_the_person()
    {
        var (person, registration) = await RegisteredAsync();
        await AnswerAsync(person, registration, Everything);
        string[] old = await LinesAsync();
        PersonalRecord rest = Everything.Without(["dietary", "accessibility"]).ToRecord(person, registration);
        await AppendAsync(rest.Subject, rest, new AnswersPurged(An.Instant, registration, person, ["accessibility", "dietary"], rest.Reference));

        (await AnswersAsync(person, registration)).Should().Be(Everything.Without(["dietary", "accessibility"]));
        (await _ministry.Desks.People.FindAsync(person)).Should().NotBeNull();

        string[] newest = await LinesAsync();
        (await RestoredAsync(old, newest)).Should().Equal(newest, "a backup that holds the old record does not bring it back");
    }

    [Fact]
    public async Task R56_whoever_is_erased_leaves_no_answers_nor_does_a_backup_bring_them_back()
    {
        var (person, registration) = await RegisteredAsync();
        var (other, hers) = await RegisteredAsync("Bopha");
        await AnswerAsync(person, registration, Everything);
        await AnswerAsync(other, hers, Everything);
        string[] old = await LinesAsync();

        (await _ministry.Desks.People.EraseAsync(person, An.Officer)).Should().Be(2, "the particulars and the answers");

        (await _ministry.RecordsAsync()).Select(r => r.Subject).Should().OnlyContain(subject => !subject.Contains(person.ToString()));
        (await AnswersAsync(other, hers)).Should().Be(Everything);
        string[] newest = await LinesAsync();
        old.Should().Contain(l => l.Contains($"answers:{person}"), "or this test shows nothing");
        (await RestoredAsync(old, newest)).Should().Equal(newest);
        (await _ministry.Desks.People.EraseAsync(person, An.Officer)).Should().Be(0);
    }

    [Fact]
    public async Task R56_answers_given_under_another_id_of_the_same_person_go_too()
    {
        var (person, _) = await RegisteredAsync();
        var (duplicate, hers) = await RegisteredAsync("Darra");
        await AnswerAsync(duplicate, hers, Everything);
        await _ministry.Desks.People.MergeAsync(duplicate, person, An.Officer);

        await _ministry.Desks.People.EraseAsync(person, An.Officer);

        (await _ministry.RecordsAsync()).Should().BeEmpty();
    }

    private async Task<(PersonId Person, RegistrationId Registration)> RegisteredAsync(string given = "Dara")
    {
        await _ministry.Desks.Institutions.AddAsync(An.Institution(), An.Officer);
        PersonId person = await _ministry.Desks.People.AddAsync(A.Person(given), An.Officer);
        if (await _ministry.Desks.Planning.FindAsync(s_workshop) is null)
        {
            await _ministry.Desks.Planning.PlanAsync(Planning.Plans.Plan with { Agenda = Planning.Plans.LaterAgenda, Questions = [.. All] }, An.Officer);
        }

        await _ministry.Desks.Registrations.RegisterAsync(new RegistrationRequest(s_workshop, person, InRoom.Institution, DeliveryMode.InPerson) { Answers = RegistrationAnswers.None.With("photographs", new RegistrationAnswer.YesNo(false)) }, An.Officer);
        return (person, (await _ministry.Desks.Registrations.FindAsync(s_workshop, person))!.Id);
    }

    private Task AnswerAsync(PersonId person, RegistrationId registration, RegistrationAnswers answers)
    {
        PersonalRecord record = answers.ToRecord(person, registration);
        return AppendAsync(record.Subject, record, new RegistrationAnswered(An.Instant, registration, person, record.Reference));
    }

    private async Task AppendAsync(string erased, PersonalRecord record, TrainingEvent happened)
    {
        StreamId book = RegistrationBook.StreamOf(s_workshop);
        long version = (await _ministry.Store.ReadAsync(book)).Count;
        (await _ministry.Store.AppendAsync(new JournalAppend(CommandId.New(), "", An.Officer, An.Instant, [new(book, version, [happened])]) { Erasures = [erased], Records = [record] }))
            .Should().BeOfType<AppendOutcome.Appended>();
    }

    private async Task<RegistrationAnswers> AnswersAsync(PersonId person, RegistrationId registration) =>
        RegistrationAnswers.FromRecord((await _ministry.Store.OfSubjectAsync($"answers:{person}:{registration}")).Should().ContainSingle().Subject);

    private Task<string[]> LinesAsync() => LinesAsync(_ministry.Desks.Ports);

    private static async Task<string[]> LinesAsync(TrainingPorts ports)
    {
        using var file = new MemoryStream();
        await TrainingArchive.WriteAsync(ports, file);
        return System.Text.Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The lines of an archive that was read from the records of an old one and everything of the newest.</summary>
    private static async Task<string[]> RestoredAsync(string[] old, string[] newest)
    {
        string[] gone = [.. old.Where(l => l.StartsWith("{\"record\"", StringComparison.Ordinal) && !newest.Contains(l))];
        gone.Should().NotBeEmpty("or nothing is brought back");
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', [.. gone, .. newest])));
        InMemoryTrainingStore store = await TrainingArchive.ReadAsync(file);
        return await LinesAsync(TrainingPorts.InMemory(store));
    }
}
