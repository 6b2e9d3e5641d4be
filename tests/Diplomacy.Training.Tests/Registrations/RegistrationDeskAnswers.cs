using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.RegistrationAnswer;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Answers go with the registration, are kept apart from the journal, and end when their retention does (R55).</summary>
public sealed class RegistrationDeskAnswers
{
    private const string Secret = "no peanuts at all";

    private static readonly RegistrationQuestion s_diet =
        RegistrationQuestion.FreeText("diet", new("អាហារ", "Diet"), 100) with { IsRequired = true, IsSensitive = true, RetentionDays = 30 };

    private static readonly RegistrationQuestion s_photographs = RegistrationQuestion.YesNo("photographs", new("រូបថត", "Photographs"));

    [Fact]
    public async Task A_required_answer_is_asked_for_with_every_other_broken_rule_and_nothing_is_recorded()
    {
        Office office = await OpenAsync();
        PersonId person = await office.PersonAsync();
        RegistrationRequest request = Office.Request(person, DeliveryMode.InPerson);
        int before = (await office.BookAsync()).Count;

        string[] refused = await Office.RefusalOf(async () => await office.Registrations.RegisterAsync(request, Registrar.Officer));

        refused.Should().Equal("registration.mode-is-offered", "registration.question-is-answered");
        (await office.Registrations.CheckRegisterAsync(request)).Select(r => r.Code).Should().Equal(refused);
        (await office.BookAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task Answers_are_kept_for_the_registration_and_stand_nowhere_in_the_journal()
    {
        Office office = await OpenAsync();
        RegistrationId registration = await RegisterAsync(office);

        RegistrationAnswers kept = await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, registration, Registrar.Officer);

        kept["diet"].Should().Be(new Words(Secret));
        kept["photographs"].Should().Be(new YesNo(true));
        (await office.Registrations.AnswersOfAsync(Registrar.Code, registration)).Codes.Should().Equal("photographs");
        office.Rights.Withdraw(Permission.ReadSensitiveAnswers);
        (await Office.RefusalOf(async () => await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, registration, Registrar.Officer))).Should().Equal("permission.actor-may");
        (await office.BookAsync()).Should().OnlyContain(entry => !entry.Payload.Contains("peanuts", StringComparison.Ordinal));
        (await office.ReplayAsync()).Answers.Should().ContainKey(registration);
    }

    [Fact]
    public async Task Answering_anew_erases_what_was_answered_before()
    {
        Office office = await OpenAsync();
        RegistrationId registration = await RegisterAsync(office);
        RecordRef before = (await office.ReplayAsync()).Answers[registration].Record;
        RegistrationAnswers anew = RegistrationAnswers.None.With("diet", new Words("vegetarian"));

        (await office.Registrations.CheckAnswerAsync(Registrar.Code, registration, RegistrationAnswers.None)).Select(r => r.Code).Should().Equal("registration.question-is-answered");
        await office.Registrations.AnswerAsync(Registrar.Code, registration, anew, Registrar.Officer);

        (await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, registration, Registrar.Officer)).Should().Be(anew);
        (await office.Ports.Records.FindAsync(before.Id)).Should().BeNull();
        await office.Registrations.CancelAsync(Registrar.Code, registration, "illness", Registrar.Officer);
        (await Office.RefusalOf(async () => await office.Registrations.AnswerAsync(Registrar.Code, registration, anew, Registrar.Officer))).Should().Equal("registration.is-active");
    }

    [Fact]
    public async Task Whoever_takes_over_answers_for_oneself()
    {
        Office office = await OpenAsync();
        RegistrationId registration = await RegisterAsync(office);
        var substitution = new Substitution(await office.PersonAsync("Dara"), "duty");

        (await Office.RefusalOf(async () => await office.Registrations.SubstituteAsync(Registrar.Code, registration, substitution, Registrar.Officer))).Should().Equal("registration.question-is-answered");
        SubstitutionOutcome outcome = await office.Registrations.SubstituteAsync(
            Registrar.Code, registration, substitution with { Answers = RegistrationAnswers.None.With("diet", new Words("halal")) }, Registrar.Officer);

        (await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, outcome.Replacement, Registrar.Officer))["diet"].Should().Be(new Words("halal"));
        (await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, registration, Registrar.Officer))["diet"].Should().Be(new Words(Secret));
    }

    [Fact]
    public async Task R55_an_answer_is_erased_when_its_days_after_the_workshop_are_over_and_others_stay()
    {
        Office office = await OpenAsync();
        RegistrationId registration = await RegisterAsync(office);

        // The workshop ends on 28 February in Phnom Penh; thirty days later is 30 March, which begins there at 17:00 UTC on the 29th.
        office.Clock.Reset(Instant.FromUtc(2023, 3, 30, 16, 59));
        await office.Desks.DueWork.RunAsync();
        (await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, registration, Registrar.Officer)).Codes.Should().Equal("diet", "photographs");

        office.Clock.Reset(Instant.FromUtc(2023, 3, 30, 17, 0));
        (await office.Desks.DueWork.RunAsync()).AnswersPurged.Should().Be(1);
        (await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, registration, Registrar.Officer)).Codes.Should().Equal("photographs");
        int entries = (await office.BookAsync()).Count;
        (await office.Desks.DueWork.RunAsync()).AnswersPurged.Should().Be(0);
        (await new TrainingDesks(office.Ports).DueWork.RunAsync()).AnswersPurged.Should().Be(0);
        (await office.BookAsync()).Should().HaveCount(entries);
    }

    [Fact]
    public async Task R55_what_is_no_longer_asked_of_a_registration_that_has_changed_is_erased()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(5, 5));
        RegistrationQuestion inTheRoom = s_diet with { Audience = new() { Modes = [DeliveryMode.InPerson] } };
        await office.Desks.Planning.ReviseAsync(Registrar.Plan(SeatPlan.Hybrid(5, 5)) with { Questions = [inTheRoom, s_photographs] }, Registrar.Officer);
        RegistrationId registration = await RegisterAsync(office, DeliveryMode.InPerson);
        (await office.Desks.DueWork.RunAsync()).AnswersPurged.Should().Be(0);

        await office.Registrations.SwitchAsync(Registrar.Code, registration, new SeatSwitch(DeliveryMode.Online), Registrar.Officer);
        (await office.Desks.DueWork.RunAsync()).AnswersPurged.Should().Be(1);

        (await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, registration, Registrar.Officer)).Codes.Should().Equal("photographs");
    }

    [Fact]
    public async Task R56_answers_that_were_written_while_the_person_was_being_erased_do_not_stay()
    {
        Office office = await OpenAsync();
        RegistrationId registration = await RegisterAsync(office);
        PersonId person = (await office.Registrations.ListAsync(Registrar.Code)).Single().Person;
        await office.Desks.People.EraseAsync(person, Registrar.Officer);

        // Another process had looked whether the person is known just before.
        PersonalRecord late = RegistrationAnswers.None.With("diet", new Words(Secret)).ToRecord(person, registration);
        StreamId book = RegistrationBook.StreamOf(Registrar.Code);
        var append = new JournalAppend(
            CommandId.New(), "", Registrar.Officer, office.Clock.GetCurrentInstant(),
            [new(book, (await office.BookAsync()).Count, [new RegistrationAnswered(office.Clock.GetCurrentInstant(), registration, person, late.Reference)])]) { Records = [late] };
        (await office.Ports.Journal.AppendAsync(append)).Should().BeOfType<AppendOutcome.Appended>();

        (await office.Desks.DueWork.RunAsync()).AnswersPurged.Should().Be(1);
        (await office.Ports.Records.FindAsync(late.Id)).Should().BeNull();
    }

    [Fact]
    public async Task R56_erasing_the_person_erases_the_answers()
    {
        Office office = await OpenAsync();
        RegistrationId registration = await RegisterAsync(office);
        PersonId person = (await office.Registrations.ListAsync(Registrar.Code)).Single().Person;

        await office.Desks.People.EraseAsync(person, Registrar.Officer);

        (await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, registration, Registrar.Officer)).Count.Should().Be(0);
    }

    [Fact]
    public async Task R55_answers_kept_before_a_merger_do_not_stay_behind_when_they_are_given_anew()
    {
        Office office = await OpenAsync();
        RegistrationId registration = await RegisterAsync(office);
        RecordRef before = (await office.ReplayAsync()).Answers[registration].Record;
        PersonId duplicate = (await office.Registrations.ListAsync(Registrar.Code)).Single().Person;
        await office.Desks.People.MergeAsync(duplicate, await office.PersonAsync("Dara"), Registrar.Officer);
        await office.Registrations.SettleAsync(Registrar.Code, Registrar.Officer);

        await office.Registrations.AnswerAsync(Registrar.Code, registration, RegistrationAnswers.None.With("diet", new Words("halal")), Registrar.Officer);

        (await office.Ports.Records.FindAsync(before.Id)).Should().BeNull();
        (await office.Registrations.SensitiveAnswersOfAsync(Registrar.Code, registration, Registrar.Officer))["diet"].Should().Be(new Words("halal"));
    }

    private static async Task<Office> OpenAsync()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(5));
        await office.Desks.Planning.ReviseAsync(Registrar.Plan(SeatPlan.OnlineOnly(5)) with { Questions = [s_diet, s_photographs] }, Registrar.Officer);
        return office;
    }

    private static async Task<RegistrationId> RegisterAsync(Office office, DeliveryMode mode = DeliveryMode.Online) =>
        (await office.Registrations.RegisterAsync(
            Office.Request(await office.PersonAsync(), mode) with { Answers = RegistrationAnswers.None.With("diet", new Words(Secret)).With("photographs", new YesNo(true)) },
            Registrar.Officer)).Registration;
}
