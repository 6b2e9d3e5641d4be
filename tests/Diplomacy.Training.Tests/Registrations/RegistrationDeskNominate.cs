using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.Tests.Registrations.Letters;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskNominate
{
    [Fact]
    public async Task The_missions_own_order_decides_who_has_a_seat_and_who_waits_first()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9).With(Quota.ForEachMission(1)));
        PersonId[] people = await office.PeopleAsync(3);

        NominationOutcome outcome = await office.NominateAsync(Principal(people[2]), Principal(people[0]), Principal(people[1]));

        outcome.Principals.Select(o => o.GetType()).Should().Equal(typeof(RegistrationOutcome.Confirmed), typeof(RegistrationOutcome.Waiting), typeof(RegistrationOutcome.Waiting));
        outcome.Principals[1].Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Should().Equal(new BindingLimit("quota/each-mission/US-WAS-EMB", 1, 1));

        await office.CancelAsync(outcome.Principals[0]);

        (await office.RegistrationAsync(outcome.Principals[1].Registration)).Should().Match<Registration>(r => r.Status == RegistrationStatus.Confirmed && r.Person == people[0]);
        (await office.RegistrationAsync(outcome.Principals[2].Registration)).Status.Should().Be(RegistrationStatus.Waiting);
    }

    [Fact]
    public async Task Principals_are_registered_in_one_append_and_alternates_are_not()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(3);

        NominationOutcome outcome = await office.NominateAsync(InReserve(people[0]), Principal(people[1]), Principal(people[2]));

        JournalEntry[] book = [.. await office.BookAsync()];
        book.Select(e => e.Type).Should().Equal("registration.seat-plan-adopted", "registration.people-nominated", "registration.confirmed", "registration.confirmed");
        book.Select(e => e.Command).Distinct().Should().ContainSingle();
        (await office.Registrations.ListAsync(Registrar.Code)).Select(r => r.Person).Should().Equal(people[1], people[2]);
        Nomination standing = (await office.Registrations.NominationsAsync(Registrar.Code)).Single();
        standing.Id.Should().Be(outcome.Nomination);
        standing.Institution.Should().Be(Registrar.Washington);
        standing.Candidates.Select(c => (c.Person, c.IsAlternate)).Should().Equal((people[0], true), (people[1], false), (people[2], false));
        standing.Registrations.Should().Equal(outcome.Principals.Select(p => p.Registration));
    }

    [Fact]
    public async Task Everybody_nominated_hears_of_it_as_if_registered_and_alternates_do_not()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId[] people = await office.PeopleAsync(3);

        await office.NominateAsync(Principal(people[0]), Principal(people[1]), InReserve(people[2]));

        (await office.NoticesAsync()).Select(n => (n.Kind, n.Recipient, n.Institution)).Should().Equal(
            ("notice.seat-confirmed", people[0], "US-WAS-EMB"), ("notice.waiting", people[1], "US-WAS-EMB"));
    }

    [Fact]
    public async Task All_broken_rules_of_all_candidates_are_told_with_their_numbers_and_nobody_is_registered()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(3);
        await office.RegisterAsync(people[1]);
        int before = (await office.BookAsync()).Count;
        PersonId stranger = PersonId.New();
        NominationRequest request = Request(Principal(people[0]), Principal(people[1], DeliveryMode.InPerson), InReserve(stranger), Principal(people[0]));

        TrainingRuleException refusal = (await FluentActions.Awaiting(() => office.NominateAsync(request)).Should().ThrowAsync<TrainingRuleException>()).Which;

        (string, object, string)[] expected =
        [
            ("nomination.candidate-is-admitted", 3, "person.is-known"), ("nomination.candidate-is-admitted", 2, "registration.mode-is-offered"),
            ("nomination.candidate-is-admitted", 2, "registration.person-is-not-registered"), ("nomination.candidate-is-admitted", 4, "nomination.candidate-stands-once"),
        ];
        refusal.Rules.Select(Broken).Should().Equal(expected);
        refusal.Rules[1].Explain(Language.English).Should().Be("Candidate 2: DD-2023 is not held in the room.");
        refusal.Rules[1].Explain(Language.Khmer).Should().StartWith("បេក្ខជនលេខរៀង 2៖").And.Contain("ចូលរួមដោយផ្ទាល់");
        (await office.Registrations.CheckNominateAsync(request)).Select(Broken).Should().Equal(expected);
        (await office.BookAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task What_concerns_the_whole_nomination_is_told_once()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(2);
        office.Clock.Reset(Registrar.Start);
        var request = new NominationRequest(Registrar.Code, InstitutionCode.Parse("XX-NOW-EMB"), Letter(), [InReserve(people[0]), InReserve(people[1])]);

        (await Office.RefusalOf(() => office.NominateAsync(request))).Should().Equal("registration.is-open", "institution.is-known", "nomination.names-a-principal");
    }

    [Fact]
    public async Task A_retried_nomination_returns_its_first_outcome_and_nominates_once()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1).WithWaitingPlaces(1));
        PersonId[] people = await office.PeopleAsync(4);
        NominationRequest request = Request(Principal(people[0]), Principal(people[1]), Principal(people[2]), InReserve(people[3]));
        var command = CommandId.New();

        NominationOutcome first = await office.NominateAsync(request, command);
        await office.CancelAsync(first.Principals[0]);
        int before = (await office.BookAsync()).Count;
        await office.Desks.People.EraseAsync(people[1], Registrar.Officer);

        Told(await new TrainingDesks(office.Ports).Registrations.NominateAsync(request, FocalPoint, command)).Should().Be(Told(first));
        first.Principals[2].Should().BeOfType<RegistrationOutcome.Declined>();
        (await office.BookAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task The_same_command_with_other_candidates_or_another_letter_is_refused()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(2);
        var command = CommandId.New();
        await office.NominateAsync(Request(Principal(people[0])), command);

        foreach (NominationRequest other in new[]
                 {
                     Request(Principal(people[1])), Request(Principal(people[0]), InReserve(people[1])),
                     new NominationRequest(Registrar.Code, Registrar.Paris, Letter(), [Principal(people[0])]),
                     new NominationRequest(Registrar.Code, Registrar.Washington, Letter("999/23"), [Principal(people[0])]),
                 })
        {
            (await Office.RefusalOf(() => office.NominateAsync(other, command))).Should().Equal("journal.command-is-new");
        }
    }

    [Fact]
    public async Task The_permission_is_asked_with_the_institution_so_that_focal_points_act_for_their_own()
    {
        var rights = new OwnMissionOnly(Registrar.Washington);
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(2);
        RegistrationOutcome paris = await office.RegisterAsync(people[1], from: Registrar.Paris);
        RegistrationDesk desk = new TrainingDesks(office.Ports with { Permissions = rights }).Registrations;

        NominationOutcome own = await desk.NominateAsync(Request(Principal(people[0])), FocalPoint);
        (await Office.RefusalOf(() => desk.NominateAsync(new NominationRequest(Registrar.Code, Registrar.Paris, Letter(), [Principal(people[1])]), FocalPoint).AsTask())).Should().Equal("permission.actor-may");
        (await Office.RefusalOf(() => desk.ReplaceAsync(Registrar.Code, paris.Registration, new(Letter(), "recalled") { Person = people[0] }, FocalPoint).AsTask())).Should().Equal("permission.actor-may");
        (await Office.RefusalOf(() => desk.FormDelegationAsync(new(Registrar.Code, [Registrar.Washington, Registrar.Paris], [new(own.Principals[0].Registration)]), FocalPoint).AsTask()))
            .Should().Equal("permission.actor-may");

        rights.Asked.Should().OnlyContain(p => p.Permission.Name == "registration.nominate");
    }

    [Fact]
    public async Task The_letter_stands_in_a_personal_record_and_nowhere_else()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(2);
        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), InReserve(people[1]));

        foreach (JournalEntry entry in await office.BookAsync())
        {
            (entry.Payload + entry.Fingerprint + entry.Event).Should().NotContain("125/23").And.NotContain("Ambassador");
        }

        NominationStep step = (await office.Registrations.NominationHistoryAsync(Registrar.Code, outcome.Nomination)).Single();
        step.Should().Match<NominationStep>(s => s.By == FocalPoint && s.Act == NominationAct.Nominated && s.At == office.Clock.GetCurrentInstant());
        step.Letter.Should().Be(Letter());
        step.Letter!.ToString().Should().NotContain("125");
    }

    [Fact]
    public async Task R55_letters_can_be_erased_and_who_was_nominated_stays()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(2);
        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), InReserve(people[1]));
        await office.ReplaceAsync(outcome.Principals[0].Registration);

        (await office.Registrations.EraseNominationLettersAsync(Registrar.Code, Registrar.Officer)).Should().Be(2);
        (await office.Registrations.EraseNominationLettersAsync(Registrar.Code, Registrar.Officer)).Should().Be(0);

        (await office.Registrations.NominationHistoryAsync(Registrar.Code)).Select(s => (s.Act, s.Letter)).Should().Equal((NominationAct.Nominated, null), (NominationAct.Replaced, null));
        (await office.BookAsync())[^1].Event.Should().BeOfType<NominationLettersErased>().Which.Count.Should().Be(2);
        (await office.Registrations.NominationsAsync(Registrar.Code)).Single().Candidates.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_rank_known_of_a_candidate_counts_in_the_quota_of_that_rank()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9).With(Quota.ForEach("rank", 1)));
        PersonId[] people =
        [
            await office.Desks.People.AddAsync(Building.A.FullPerson("a"), Registrar.Officer), await office.Desks.People.AddAsync(Building.A.FullPerson("b"), Registrar.Officer),
        ];

        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), Principal(people[1]));

        outcome.Principals[1].Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Single().Key.Should().Contain("rank/counsellor");
    }

    [Fact]
    public async Task Answers_to_the_workshops_questions_go_with_each_principal_and_with_the_replacement()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationQuestion diet = RegistrationQuestion.FreeText("diet", new("អាហារ", "Diet"), 100) with { IsRequired = true };
        await office.Desks.Planning.ReviseAsync(Registrar.Plan(SeatPlan.OnlineOnly(9)) with { Questions = [diet] }, Registrar.Officer);
        PersonId[] people = await office.PeopleAsync(3);
        static RegistrationAnswers Diet(string words) => RegistrationAnswers.None.With("diet", new RegistrationAnswer.Words(words));

        NominationRequest silent = Request(Principal(people[0]), InReserve(people[2]), Principal(people[1]) with { Answers = Diet("fish") });
        (await office.Registrations.CheckNominateAsync(silent)).Select(Broken).Should().Equal(("nomination.candidate-is-admitted", 1, "registration.question-is-answered"));

        NominationOutcome outcome = await office.NominateAsync(
            Principal(people[0]) with { Answers = Diet("rice") }, InReserve(people[2]), Principal(people[1]) with { Answers = Diet("fish") });
        SubstitutionOutcome replaced = await office.Registrations.ReplaceAsync(
            Registrar.Code, outcome.Principals[1].Registration, new(Letter("126/23"), "recalled") { Person = people[2], Answers = Diet("soup") }, FocalPoint);

        (await office.Registrations.AnswersOfAsync(Registrar.Code, outcome.Principals[0].Registration)).Should().Be(Diet("rice"));
        (await office.Registrations.AnswersOfAsync(Registrar.Code, replaced.Replacement)).Should().Be(Diet("soup"));
        (await Office.RefusalOf(() => office.ReplaceAsync(outcome.Principals[0].Registration, people[1]))).Should().Equal("registration.question-is-answered");
    }

    [Fact]
    public void A_letter_or_a_nomination_that_says_nothing_is_refused()
    {
        FluentActions.Invoking(() => new NominationLetter(" ", new LocalDate(2023, 1, 1), new("", "X"))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new NominationLetter(new string('1', 101), new LocalDate(2023, 1, 1), new("", "X"))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new NominationLetter("1", new LocalDate(2023, 1, 1), new("", new string('x', 301)))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Request()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Request(null!, null!)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Candidate(PersonId.New(), (DeliveryMode)9)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Replacement(Letter(), "two words")).Should().Throw<ArgumentException>();
    }

    private static (string, object, string) Broken(TrainingRule rule) => (rule.Code, rule.Arguments["candidate"], ((TrainingText)rule.Arguments["rule"]).Code);

    /// <summary>A host that lets a focal point act for one mission.</summary>
    private sealed class OwnMissionOnly(InstitutionCode mission) : IPermissions
    {
        internal List<PermissionRequest> Asked { get; } = [];

        public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default)
        {
            Asked.Add(request);
            return new(request.Institution == mission);
        }
    }
}
