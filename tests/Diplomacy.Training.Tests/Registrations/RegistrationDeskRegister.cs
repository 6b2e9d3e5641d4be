using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.DeliveryMode;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskRegister
{
    private static readonly PersonId s_stranger = PersonId.New();

    [Fact]
    public async Task A_retried_request_registers_once_and_returns_its_first_outcome()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId[] people = await office.PeopleAsync(2);
        CommandId first = CommandId.New(), second = CommandId.New();

        RegistrationOutcome confirmed = await office.RegisterAsync(people[0], command: first);
        RegistrationOutcome waiting = await office.RegisterAsync(people[1], command: second);
        int before = (await office.BookAsync()).Count;
        await office.CancelAsync(confirmed);

        Office.Told(await office.RegisterAsync(people[0], command: first)).Should().Be(Office.Told(confirmed));
        Office.Told(await office.RegisterAsync(people[1], command: second)).Should().Be(Office.Told(waiting));
        (await office.BookAsync()).Should().HaveCount(before + 2, "only the cancellation and its promotion were added");
        (await office.NoticesAsync()).Should().HaveCount(4);
    }

    [Fact]
    public async Task A_declined_request_is_recalled_as_declined()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0).WithWaitingPlaces(0));
        PersonId person = await office.PersonAsync();
        var command = CommandId.New();

        RegistrationOutcome declined = await office.RegisterAsync(person, command: command);

        declined.Should().BeOfType<RegistrationOutcome.Declined>();
        Office.Told(await office.RegisterAsync(person, command: command)).Should().Be(Office.Told(declined));
    }

    [Fact]
    public async Task A_retried_request_returns_its_first_outcome_also_from_another_process_and_after_the_person_is_erased()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId person = await office.PersonAsync();
        var command = CommandId.New();
        RegistrationOutcome first = await office.RegisterAsync(person, command: command);
        await office.Desks.People.EraseAsync(person, Registrar.Officer);

        RegistrationOutcome again = await new TrainingDesks(office.Ports).Registrations.RegisterAsync(Office.Request(person), Registrar.Officer, command);

        Office.Told(again).Should().Be(Office.Told(first));
    }

    [Fact]
    public async Task The_same_command_id_with_other_content_is_refused()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(9, 9));
        PersonId[] people = await office.PeopleAsync(2);
        var command = CommandId.New();
        await office.RegisterAsync(people[0], command: command);
        RegistrationRequest same = Office.Request(people[0]);

        foreach (RegistrationRequest other in new[]
                 {
                     same with { Person = people[1] }, same with { Mode = InPerson }, same with { Institution = Registrar.Paris }, same with { Priority = 1 },
                     same with { Role = ParticipantRole.Staff }, same with { OverrideReasonCode = "minister-asked" },
                 })
        {
            (await Office.RefusalOf(() => office.Registrations.RegisterAsync(other, Registrar.Officer, command).AsTask())).Should().Equal("journal.command-is-new");
        }

        (await Office.RefusalOf(() => office.Registrations.RegisterAsync(same, Actor.Official("staff:2"), command).AsTask())).Should().Equal("journal.command-is-new");
        (await office.Registrations.ListAsync(Registrar.Code)).Should().ContainSingle();
    }

    [Fact]
    public async Task Whoever_and_whatever_is_not_known_is_refused()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId person = await office.PersonAsync();
        InstitutionCode nowhere = InstitutionCode.Parse("XX-NOW-EMB");

        (await Office.RefusalOf(() => office.RegisterAsync(person, from: nowhere))).Should().Equal("institution.is-known");
        (await Office.RefusalOf(() => office.RegisterAsync(s_stranger))).Should().Equal("person.is-known");
        (await Office.RefusalOf(() => office.Registrations.RegisterAsync(Office.Request(person) with { Workshop = WorkshopId.Parse("NO-2023") }, Registrar.Officer).AsTask())).Should().Equal("workshop.is-known");
        (await office.BookAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Asking_beforehand_names_every_rule_and_records_nothing()
    {
        Office office = await Office.OpenAsync(SeatPlan.InPersonOnly(1));
        office.Clock.Reset(Registrar.Start);

        IReadOnlyList<TrainingRule> unmet = await office.Registrations.CheckRegisterAsync(Office.Request(s_stranger, Online, InstitutionCode.Parse("XX-NOW-EMB")));

        unmet.Select(r => r.Code).Should().Equal("person.is-known", "registration.is-open", "institution.is-known", "registration.mode-is-offered");
        (await office.BookAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task R14_an_override_needs_its_own_permission_and_records_actor_and_reason()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
        PersonId[] people = await office.PeopleAsync(2);
        await office.Registrations.RegisterAsync(Office.Request(people[0]) with { OverrideReasonCode = "minister-asked" }, Actor.Official("staff:9"));

        JournalEntry recorded = (await office.BookAsync())[^1];
        recorded.By.Should().Be(Actor.Official("staff:9"));
        recorded.Event.Should().BeOfType<RegistrationConfirmed>().Which.OverrideReasonCode.Should().Be("minister-asked");

        office.Rights.Withdraw(Permission.OverrideLimits);
        int before = (await office.BookAsync()).Count;
        (await Office.RefusalOf(() => office.Registrations.RegisterAsync(Office.Request(people[1]) with { OverrideReasonCode = "minister-asked" }, Registrar.Officer).AsTask())).Should().Equal("permission.actor-may");
        (await office.BookAsync()).Should().HaveCount(before);
        (await office.RegisterAsync(people[1])).Should().BeOfType<RegistrationOutcome.Waiting>();
    }

    [Fact]
    public async Task R57_whoever_was_erased_can_no_longer_be_registered()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId person = await office.PersonAsync();
        await office.Desks.People.EraseAsync(person, Registrar.Officer);

        (await Office.RefusalOf(() => office.Registrations.RegisterAsync(Office.Request(person), Registrar.Officer).AsTask())).Should().Equal("person.is-known");
        (await office.Registrations.CheckRegisterAsync(Office.Request(person))).Select(rule => rule.Code).Should().Equal("person.is-known");
    }

    [Fact]
    public async Task R5_going_ahead_of_others_needs_a_permission_of_its_own()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
        PersonId person = await office.PersonAsync();
        office.Rights.Withdraw(Permission.PrioritiseRegistrations);

        (await Office.RefusalOf(() => office.Registrations.RegisterAsync(Office.Request(person) with { Priority = -1 }, Registrar.Officer).AsTask())).Should().Equal("permission.actor-may");
        (await office.RegisterAsync(person)).Should().BeOfType<RegistrationOutcome.Waiting>();
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_registered_and_nobody_learns_who_is_known()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        office.Rights.Withdraw(Permission.Register);

        (await Office.RefusalOf(() => office.RegisterAsync(s_stranger, from: InstitutionCode.Parse("XX-NOW-EMB")))).Should().Equal("permission.actor-may");
    }

    [Fact]
    public async Task R17_the_journal_holds_who_did_what_when_and_why()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId[] people = await office.PeopleAsync(2);
        RegistrationOutcome first = await office.RegisterAsync(people[0]);
        await office.RegisterAsync(people[1]);
        office.Clock.AdvanceHours(1);
        await office.Registrations.CancelAsync(Registrar.Code, first.Registration, "illness", Actor.FocalPoint("mission:us"));

        JournalEntry[] book = [.. await office.BookAsync()];

        book.Select(e => e.Type).Should().Equal(
            "registration.seat-plan-adopted", "registration.confirmed", "registration.waitlisted", "registration.cancelled", "registration.promoted");
        book[3].By.Should().Be(Actor.FocalPoint("mission:us"));
        book[3].At.Should().Be(Registrar.Start - Duration.FromDays(30) + Duration.FromHours(1));
        book[3].Event.Should().BeOfType<RegistrationCancelled>().Which.ReasonCode.Should().Be("illness");
    }

    [Fact]
    public async Task A_refused_command_leaves_journal_and_outbox_as_they_were()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId person = await office.PersonAsync();
        await office.RegisterAsync(person);

        await Office.RefusalOf(() => office.RegisterAsync(person));

        (await office.BookAsync()).Should().HaveCount(2);
        (await office.NoticesAsync()).Should().ContainSingle();
        (await office.Registrations.ListAsync(Registrar.Code)).Should().ContainSingle();
    }
}
