using NodaTime;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskWaitingList
{
    [Fact]
    public async Task Everybody_who_waits_is_told_with_the_place_in_line_what_is_waited_for_and_what_stands_in_the_way_now()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(1, 2).With(Quota.ForEachMission(1)));
        PersonId[] people = await office.PeopleAsync(6);
        RegistrationOutcome keeps = await office.RegisterAsync(people[0], Online, Washington);
        RegistrationOutcome ends = await office.RegisterAsync(people[1], Online);
        await office.RegisterAsync(people[2], InPerson);
        RegistrationOutcome second = await office.RegisterAsync(people[3], Online, Washington);
        RegistrationOutcome third = await office.RegisterAsync(people[4], InPerson, Paris);
        await office.Registrations.SwitchAsync(Code, keeps.Registration, new(InPerson), Officer);
        await office.CancelAsync(ends);

        WaitingList list = await office.Registrations.WaitingListAsync(Code);

        list.Entries.Select(e => $"{e.Registration.Id} {e.Position} {e.Wanted.Mode} {(e.IsChange ? "change" : "seat")}: {string.Join(", ", e.BindingLimits)}; {string.Join(", ", e.Limits.Select(l => l.Remaining))}").Should().Equal(
            $"{second.Registration} 1 Online seat: quota/each-mission/US-WAS-EMB 1/1; 1, 0",
            $"{third.Registration} 1 InPerson seat: mode/in-person 1/1; 0, 1",
            $"{keeps.Registration} 2 InPerson change: mode/in-person 1/1; 0");
        (list.Waiting, list.Next, list.Promotes, list.PromotesUntil).Should().Be((3, null, true, Start));
        list.Offers.Should().BeEmpty();
        RegistrationBook book = await office.ReplayAsync();
        list.Entries.Should().OnlyContain(e => book.PositionOf(e.Registration.Id) == e.Position);
    }

    [Fact]
    public async Task R3_offers_are_told_with_their_end_and_are_gone_when_it_has_come_though_nobody_has_settled()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1), plan: plan => plan with { Admission = new() { Offers = new(Duration.FromHours(48)) } });
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationOutcome seat = await office.RegisterAsync(people[0]);
        RegistrationOutcome next = await office.RegisterAsync(people[1]);
        RegistrationOutcome last = await office.RegisterAsync(people[2]);
        await office.CancelAsync(seat);

        WaitingList before = await office.Registrations.WaitingListAsync(Code);
        OfferedSeat offer = before.Offers.Should().ContainSingle().Subject;
        offer.Registration.Id.Should().Be(next.Registration);
        before.Entries.Select(e => e.Registration.Id).Should().Equal(last.Registration);

        long version = (await office.BookAsync()).Count;
        office.Clock.Reset(offer.Until);
        WaitingList after = await office.Registrations.WaitingListAsync(Code);

        after.Entries.Should().BeEmpty("the seat has passed on");
        after.Offers.Select(o => o.Registration.Id).Should().Equal(last.Registration);
        (await office.BookAsync()).Should().HaveCount((int)version, "looking records nothing");
    }

    [Fact]
    public async Task A_long_list_is_paged_and_whoever_waits_all_along_is_told_once_whoever_joins_leaves_or_is_put_ahead()
    {
        foreach (int limit in new[] { 1, 2, 3, 7 })
        {
            Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
            PersonId[] people = await office.PeopleAsync(60);
            var all = new List<RegistrationId>();
            foreach (PersonId person in people[..12])
            {
                all.Add((await office.RegisterAsync(person)).Registration);
            }

            var told = new List<RegistrationId>();
            var left = new HashSet<RegistrationId>();
            string? cursor = null;
            int round = 0;
            do
            {
                WaitingList page = await office.Registrations.WaitingListAsync(Code, cursor, limit);
                page.Entries.Length.Should().BeLessThanOrEqualTo(limit);
                told.AddRange(page.Entries.Select(e => e.Registration.Id));
                cursor = page.Next;
                if (round < 6)
                {
                    await office.Registrations.RegisterAsync(Office.Request(people[12 + (round * 2)]) with { Priority = -1 }, Officer);
                    await office.RegisterAsync(people[13 + (round * 2)]);
                    RegistrationId leaves = round % 2 == 0 ? told[^1] : all.Except(left).Last();
                    if (left.Add(leaves))
                    {
                        await office.Registrations.CancelAsync(Code, leaves, "illness", Officer);
                    }
                }

                round++;
            }
            while (cursor is not null);

            told.Should().OnlyHaveUniqueItems();
            all.Except(left).Should().BeSubsetOf(told, $"limit {limit}");
        }
    }

    [Fact]
    public async Task While_nothing_is_passed_on_nobody_is_held_back_by_a_limit_that_has_room()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        RegistrationOutcome seat = await office.RegisterAsync(await office.PersonAsync());
        await office.RegisterAsync(await office.PersonAsync());
        await office.Desks.Planning.PostponeAsync(Code, null, Officer);
        await office.CancelAsync(seat);

        WaitingList list = await office.Registrations.WaitingListAsync(Code);

        list.Promotes.Should().BeFalse();
        WaitingEntry entry = list.Entries.Should().ContainSingle().Subject;
        entry.BindingLimits.Should().BeEmpty();
        entry.Limits.Should().Equal(new BindingLimit("mode/online", 1, 0));
    }

    [Fact]
    public async Task A_workshop_that_nobody_knows_has_nobody_waiting_and_what_is_no_cursor_is_refused()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));

        WaitingList list = await office.Registrations.WaitingListAsync(WorkshopId.Parse("NONE-1"));

        (list.Entries.Length, list.Offers.Length, list.Next, list.Promotes).Should().Be((0, 0, null, false));
        foreach (string after in new[] { "", "1", "a.b.c.d", "1.2.3", "1.99999999999999999999.0.1", "1.1.100.1", "1.1.0.1.1" })
        {
            await office.Registrations.Invoking(r => r.WaitingListAsync(Code, after).AsTask()).Should().ThrowAsync<ArgumentException>(after);
        }

        await office.Registrations.Invoking(r => r.WaitingListAsync(Code, null, 0).AsTask()).Should().ThrowAsync<ArgumentException>();
    }
}
