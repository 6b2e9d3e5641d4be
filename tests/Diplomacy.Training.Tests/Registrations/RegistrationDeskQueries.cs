using NodaTime;
using static Diplomacy.Training.DeliveryMode;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskQueries
{
    [Fact]
    public async Task Everything_that_a_person_was_ever_registered_for_is_paged_without_loss_or_doubling_and_agrees_with_the_book()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(1, 2));
        PersonId person = await office.PersonAsync();
        PersonId other = await office.PersonAsync();
        await office.RegisterAsync(other, InPerson);
        for (int i = 0; i < 6; i++)
        {
            await office.CancelAsync(await office.RegisterAsync(person, i % 2 == 0 ? Online : InPerson));
        }

        await office.RegisterAsync(person, InPerson);

        foreach (int limit in new[] { 1, 2, 3, 7, 100 })
        {
            var rows = new List<RegistrationSummary>();
            string? cursor = null;
            do
            {
                Page<RegistrationSummary> page = await office.Ports.Queries.RegistrationsOfAsync(person, cursor, limit);
                page.Items.Length.Should().BeLessThanOrEqualTo(limit);
                rows.AddRange(page.Items);
                cursor = page.Next;
            }
            while (cursor is not null);

            IReadOnlyList<Registration> book = await office.Registrations.ListAsync(Registrar.Code);
            rows.Should().Equal(book.Where(r => r.Person == person).OrderBy(r => r.Id.ToString(), StringComparer.Ordinal)
                .Select(r => new RegistrationSummary(r.Id, Registrar.Code, r.Person, r.Institution, r.Mode, r.Role, r.Status, r.RegisteredAt, r.Sitting)));
        }
    }

    [Fact]
    public async Task A_change_of_mode_and_sitting_and_a_substitution_show_in_what_both_people_were_registered_for()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(2, 2).WithSitting("east", 1, 1).WithSitting("west", 1, 1), plan: WithSittings);
        PersonId first = await office.PersonAsync();
        PersonId second = await office.PersonAsync();
        RegistrationOutcome registered = await office.Registrations.RegisterAsync(Office.Request(first) with { Sitting = "east" }, Registrar.Officer);
        Instant registeredAt = office.Clock.GetCurrentInstant();
        await office.Registrations.SwitchAsync(Registrar.Code, registered.Registration, new SeatSwitch(InPerson) { Sitting = "west" }, Registrar.Officer);
        office.Clock.AdvanceHours(1);

        SubstitutionOutcome substituted = await office.Registrations.SubstituteAsync(Registrar.Code, registered.Registration, new Substitution(second, "duty"), Registrar.Officer);

        (await office.Ports.Queries.RegistrationsOfAsync(first)).Items.Should().Equal(
            new RegistrationSummary(registered.Registration, Registrar.Code, first, Registrar.Ministry, InPerson, ParticipantRole.Participant, RegistrationStatus.Substituted, registeredAt, "west"));
        (await office.Ports.Queries.RegistrationsOfAsync(second)).Items.Should().Equal(
            new RegistrationSummary(substituted.Replacement, Registrar.Code, second, Registrar.Ministry, InPerson, ParticipantRole.Participant, RegistrationStatus.Confirmed, registeredAt + Duration.FromHours(1), "west"));
    }

    [Fact]
    public async Task Whoever_was_recognised_as_another_has_one_list_under_either_id_before_and_after_the_books_hear_of_it()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(3, 3));
        PersonId[] people = [await office.PersonAsync("Sophea"), await office.PersonAsync("Sophéa"), await office.PersonAsync("Dara")];
        RegistrationId[] registered = [(await office.RegisterAsync(people[0])).Registration, (await office.RegisterAsync(people[1], InPerson)).Registration];
        await office.Desks.People.MergeAsync(people[1], people[0], Registrar.Officer);
        await office.Desks.People.MergeAsync(people[0], people[2], Registrar.Officer);

        await EachHasAsync();
        await office.Registrations.SettleAsync(Registrar.Code, Registrar.Officer);
        RegistrationSummary[] rows = await EachHasAsync();

        rows.Select(r => r.Status).Should().BeEquivalentTo([RegistrationStatus.Confirmed, RegistrationStatus.Cancelled], "one registration is active (R12)");
        rows.Should().BeEquivalentTo((await office.Registrations.ListAsync(Registrar.Code)).Select(r => new { r.Id, r.Person, r.Mode, r.Status, r.RegisteredAt }));

        async Task<RegistrationSummary[]> EachHasAsync()
        {
            RegistrationSummary[] all = [.. (await office.Ports.Queries.RegistrationsOfAsync(people[2])).Items];
            all.Select(r => (r.Id, r.Person)).Should().BeEquivalentTo(registered.Select(id => (id, people[2])));
            foreach (PersonId alias in people)
            {
                (await office.Ports.Queries.RegistrationsOfAsync(alias)).Items.Should().Equal(all);
            }

            return all;
        }
    }

    [Fact]
    public async Task The_count_of_seats_is_told_by_mode_and_sitting_and_who_waits_under_which_limit()
    {
        Office office = await Office.OpenAsync(
            SeatPlan.Hybrid(2, 2).With(Quota.ForEachMission(1)).WithSitting("east", 1, 1).WithSitting("west", 1, 1), plan: WithSittings);
        PersonId[] people = await office.PeopleAsync(6);
        async Task<RegistrationOutcome> Register(int person, DeliveryMode mode, string sitting, InstitutionCode from, ParticipantRole role = ParticipantRole.Participant) =>
            await office.Registrations.RegisterAsync(Office.Request(people[person], mode, from) with { Sitting = sitting, Role = role }, Registrar.Officer);
        await Register(0, InPerson, "east", Registrar.Ministry);
        RegistrationOutcome online = await Register(1, Online, "east", Registrar.Ministry);
        await Register(2, InPerson, "east", Registrar.Washington);
        await Register(3, Online, "west", Registrar.Washington);
        await Register(4, Online, "west", Registrar.Washington);
        await Register(5, InPerson, "east", Registrar.Paris, ParticipantRole.Speaker);
        await office.Registrations.SwitchAsync(Registrar.Code, online.Registration, new SeatSwitch(InPerson) { Sitting = "east" }, Registrar.Officer);

        SeatCount seats = await office.Registrations.SeatsAsync(Registrar.Code);

        seats.Modes.Should().Equal(
            new ModeCount(InPerson, "east", Confirmed: 2, Participants: 1, Offered: 0, AwaitingApproval: 0, Waiting: 1, Changing: 1),
            new ModeCount(InPerson, "west", 0, 0, 0, 0, 0, 0),
            new ModeCount(Online, "east", 1, 1, 0, 0, 0, 0),
            new ModeCount(Online, "west", 1, 1, 0, 0, 1, 0));
        seats.WaitingByLimit.Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["mode/in-person"] = 2, ["sitting/east/in-person"] = 2, ["mode/online"] = 1, ["sitting/west/online"] = 1, ["quota/each-mission/US-WAS-EMB"] = 2,
        });
        seats.Modes.Sum(m => m.Confirmed).Should().Be(seats.Confirmed);
        seats.Modes.Sum(m => m.Waiting).Should().Be(seats.Waiting);
    }

    [Fact]
    public async Task The_list_is_in_the_order_of_registration_also_within_one_tick_of_the_clock()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(3));
        PersonId[] people = await office.PeopleAsync(12);
        foreach (PersonId person in people)
        {
            await office.RegisterAsync(person);
        }

        (await office.Registrations.ListAsync(Registrar.Code)).Select(r => r.Person).Should().Equal(people);
    }

    [Fact]
    public async Task The_count_of_seats_names_every_limit_in_use_and_how_many_wait()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(2, 1).With(Quota.ForEachMission(1)).WithTotal(3));
        PersonId[] people = await office.PeopleAsync(4);
        await office.RegisterAsync(people[0], InPerson, Registrar.Paris);
        await office.RegisterAsync(people[1], Online);
        await office.RegisterAsync(people[2], Online);
        await office.CancelAsync(await office.RegisterAsync(people[3], InPerson, Registrar.Washington));

        SeatCount seats = await office.Registrations.SeatsAsync(Registrar.Code);

        seats.Limits.Select(l => l.ToString()).Should().Equal("mode/in-person 1/2", "mode/online 1/1", "quota/each-mission/FR-PAR-EMB 1/1", "total 2/3");
        (seats.Confirmed, seats.Waiting).Should().Be((2, 1));
    }

    [Fact]
    public async Task Nothing_is_taken_in_a_workshop_nobody_registered_for()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId person = await office.PersonAsync();

        (await office.Registrations.ListAsync(Registrar.Code)).Should().BeEmpty();
        (await office.Registrations.FindAsync(Registrar.Code, person)).Should().BeNull();
        (await office.Registrations.SeatsAsync(Registrar.Code)).Limits.Should().Equal(new BindingLimit("mode/online", 1, 0));
        (await office.Ports.Queries.RegistrationsOfAsync(person)).Items.Should().BeEmpty();
    }

    internal static WorkshopPlan WithSittings(WorkshopPlan plan) => plan with
    {
        Agenda = Agenda.Strictly(
            "Asia/Phnom_Penh",
            new Session("opening", new LocalDateTime(2023, 2, 28, 9, 0), Duration.FromMinutes(90)) { Sitting = "east" },
            new Session("opening-again", new LocalDateTime(2023, 2, 28, 19, 0), Duration.FromMinutes(90)) { Sitting = "west" }),
    };
}
