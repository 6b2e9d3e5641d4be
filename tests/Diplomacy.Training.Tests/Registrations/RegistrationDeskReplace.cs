using Diplomacy.Training.Journal;
using static Diplomacy.Training.Tests.Registrations.Letters;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskReplace
{
    [Fact]
    public async Task R11_the_next_alternate_takes_the_place_and_then_the_one_after()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(2).WithWaitingPlaces(9));
        PersonId[] people = await office.PeopleAsync(5);
        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), Principal(people[1]), InReserve(people[2]), InReserve(people[3]));
        await office.RegisterAsync(people[4]);

        SubstitutionOutcome first = await office.ReplaceAsync(outcome.Principals[1].Registration);
        SubstitutionOutcome second = await office.ReplaceAsync(first.Replacement);

        first.Status.Should().Be(RegistrationStatus.Confirmed);
        (await office.WhoAsync(first.Replacement)).Should().Be(people[2]);
        (await office.WhoAsync(second.Replacement)).Should().Be(people[3]);
        (await office.Registrations.NominationsAsync(Registrar.Code)).Single().Registrations.Should()
            .Equal(outcome.Principals[0].Registration, outcome.Principals[1].Registration, first.Replacement, second.Replacement);
        (await Office.RefusalOf(() => office.ReplaceAsync(second.Replacement))).Should().Equal("nomination.alternate-is-left");
        (await office.Registrations.FindAsync(Registrar.Code, people[4]))!.Status.Should().Be(RegistrationStatus.Waiting, "the seat went to the alternate");
    }

    [Fact]
    public async Task An_alternate_who_is_registered_or_was_erased_is_passed_over()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(4);
        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), InReserve(people[1]), InReserve(people[2]), InReserve(people[3]));
        await office.RegisterAsync(people[1], from: Registrar.Washington);
        await office.Desks.People.EraseAsync(people[2], Registrar.Officer);

        (await office.WhoAsync((await office.ReplaceAsync(outcome.Principals[0].Registration)).Replacement)).Should().Be(people[3]);
    }

    [Fact]
    public async Task An_alternate_may_be_named_and_so_may_somebody_new()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(4);
        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), InReserve(people[1]), InReserve(people[2]) with { Groups = SeatGroups.Parse("grade/director") });

        SubstitutionOutcome named = await office.ReplaceAsync(outcome.Principals[0].Registration, people[2]);
        SubstitutionOutcome fresh = await office.ReplaceAsync(named.Replacement, people[3]);

        (await office.RegistrationAsync(named.Replacement)).Claim.Groups.ToString().Should().Contain("grade/director");
        (await office.RegistrationAsync(fresh.Replacement)).Claim.Groups.ToString().Should().NotContain("grade/director");
        (await office.WhoAsync((await office.ReplaceAsync(fresh.Replacement)).Replacement)).Should().Be(people[1], "the first alternate has had no turn yet");
    }

    [Fact]
    public async Task A_registration_that_nobody_nominated_can_be_replaced_by_letter_when_the_person_is_named()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(2);
        RegistrationOutcome registered = await office.RegisterAsync(people[0], from: Registrar.Washington);

        (await Office.RefusalOf(() => office.ReplaceAsync(registered.Registration))).Should().Equal("nomination.alternate-is-left");
        SubstitutionOutcome outcome = await office.ReplaceAsync(registered.Registration, people[1]);

        (await office.WhoAsync(outcome.Replacement)).Should().Be(people[1]);
        NominationStep step = (await office.Registrations.NominationHistoryAsync(Registrar.Code)).Single();
        (step.Act, step.Nomination, step.Registration, step.Replacement).Should().Be((NominationAct.Replaced, null, registered.Registration, outcome.Replacement));
        step.Letter.Should().Be(Letter("126/23"));
        (await office.Registrations.EraseNominationLettersAsync(Registrar.Code, Registrar.Officer)).Should().Be(1);
    }

    [Fact]
    public async Task Both_hear_of_a_replacement()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(2);
        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), InReserve(people[1]));

        await office.ReplaceAsync(outcome.Principals[0].Registration);

        (await office.NoticesAsync()).Skip(1).Select(n => (n.Kind, n.Recipient)).Should().Equal(("notice.registration-substituted", people[0]), ("notice.seat-confirmed", people[1]));
    }

    [Fact]
    public async Task A_retried_replacement_returns_its_first_outcome_and_another_letter_is_another_command()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(3);
        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), InReserve(people[1]), InReserve(people[2]));
        RegistrationId replaced = outcome.Principals[0].Registration;
        var command = CommandId.New();

        SubstitutionOutcome first = await office.ReplaceAsync(replaced, command: command);
        SubstitutionOutcome again = await office.ReplaceAsync(replaced, command: command);

        (again.Replacement, again.Status).Should().Be((first.Replacement, first.Status));
        (await Office.RefusalOf(() => office.ReplaceAsync(replaced, command: command, letter: Letter("1")))).Should().Equal("journal.command-is-new");
        (await office.Registrations.NominationHistoryAsync(Registrar.Code)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Asking_beforehand_names_the_same_rules()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9), new(ChangesUntil: Registrar.Start - NodaTime.Duration.FromDays(20)));
        PersonId[] people = await office.PeopleAsync(2);
        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), Principal(people[1]));
        RegistrationId registration = outcome.Principals[0].Registration;
        office.Clock.AdvanceDays(11);
        (RegistrationId, PersonId?, string[])[] cases =
        [
            (registration, null, ["nomination.alternate-is-left"]),
            (registration, people[1], ["registration.can-be-changed", "registration.person-is-not-registered"]),
            (registration, PersonId.New(), ["person.is-known", "registration.can-be-changed"]),
            (RegistrationId.New(), null, ["registration.is-known"]),
        ];

        foreach (var (id, person, rules) in cases)
        {
            (await Office.RefusalOf(() => office.ReplaceAsync(id, person))).Should().Equal(rules);
            (await office.Registrations.CheckReplaceAsync(Registrar.Code, id, new(Letter(), "recalled") { Person = person }, FocalPoint)).Select(r => r.Code).Should().Equal(rules);
        }
    }

    [Fact]
    public async Task A_substitute_without_a_letter_belongs_to_the_nomination_too()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        PersonId[] people = await office.PeopleAsync(3);
        NominationOutcome outcome = await office.NominateAsync(Principal(people[0]), InReserve(people[1]), InReserve(people[2]));

        SubstitutionOutcome plain = await office.Registrations.SubstituteAsync(Registrar.Code, outcome.Principals[0].Registration, new(people[1], "duty"), Registrar.Officer);

        (await office.WhoAsync((await office.ReplaceAsync(plain.Replacement)).Replacement)).Should().Be(people[2], "the first alternate has had a turn");
    }
}
