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
                .Select(r => new RegistrationSummary(r.Id, Registrar.Code, r.Person, r.Institution, r.Mode, r.Role, r.Status)));
        }
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
}
