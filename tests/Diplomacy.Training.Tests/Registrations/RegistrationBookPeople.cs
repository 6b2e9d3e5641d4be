using NodaTime;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>What becomes of registrations when people are erased, merged, invited, or go ahead of others.</summary>
public sealed class RegistrationBookPeople
{
    [Fact]
    public void R57_who_was_erased_is_skipped_and_a_confirmed_seat_stays_as_a_number()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Register("c");
        book.Erase("a", "b");
        book.Settle();

        (book.StatusOf("a"), book.StatusOf("b")).Should().Be((RegistrationStatus.Confirmed, RegistrationStatus.Cancelled));
        book.Book.UsedOf("mode/online").Should().Be(1);
        book.Names(book.Cancel("a").Promoted).Should().Be("c");
        book.RefusalOf(b => b.Register("b"), b => b.CheckRegister(book.Request("b"), book.Circumstances)).Should().Equal("person.is-known");
    }

    [Fact]
    public void R12_of_two_registrations_of_one_person_the_seat_stays_and_the_other_ends()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("a2");
        book.Merge("a", "a2");
        book.Settle();

        (book.StatusOf("a"), book.StatusOf("a2")).Should().Be((RegistrationStatus.Confirmed, RegistrationStatus.Cancelled));
        book.Of("a").Person.Should().Be(book.Person("a2"));
        book.Book.ActiveOf(book.Person("a2"))!.Id.Should().Be(book.IdOf("a"));
        book.History.OfType<RegistrationCancelled>().Single().Cause.Should().Be(CancellationCause.PersonMerged);
        book.RefusalOf(b => b.Register("a")).Should().Equal("registration.person-is-not-registered");
    }

    [Fact]
    public void R12_a_confirmed_seat_stays_rather_than_an_older_offer()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1), admission: new() { Offers = new(Duration.FromHours(48)) });
        book.Register("x");
        book.Register("a");
        book.Cancel("x");
        book.StatusOf("a").Should().Be(RegistrationStatus.Offered);
        book.Now += Duration.FromMinutes(1);
        book.Register("a2", InPerson);
        book.Merge("a", "a2");
        book.Settle();

        (book.StatusOf("a"), book.StatusOf("a2")).Should().Be((RegistrationStatus.Cancelled, RegistrationStatus.Confirmed));
    }

    [Fact]
    public void R12_of_equals_the_first_stays_and_the_freed_seat_is_passed_on()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2));
        book.Register("a2");
        book.Now += Duration.FromMinutes(1);
        book.Register("a");
        book.Register("b");
        book.Merge("a2", "a");
        book.Settle();

        (book.StatusOf("a2"), book.StatusOf("a"), book.StatusOf("b")).Should().Be((RegistrationStatus.Confirmed, RegistrationStatus.Cancelled, RegistrationStatus.Confirmed));
    }

    [Fact]
    public void R12_registrations_of_a_cancelled_workshop_follow_too()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2));
        book.Register("a");
        book.Become(WorkshopStatus.Cancelled);
        book.Settle();
        book.Merge("a", "b");
        book.Settle();
        book.Of("a").Person.Should().Be(book.Person("b"));
    }

    [Fact]
    public void R12_a_registration_that_another_process_made_before_it_heard_of_the_merger_follows_too()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(3));
        book.Register("b");
        var elsewhere = book.Book.Register(RegistrationId.New(), book.Request("a"), book.Circumstances);
        book.Merge("a", "b");
        book.Settle();
        book.Book.Apply(elsewhere.Events);

        book.Settle().Should().BeTrue();
        book.Book.ActiveOf(book.Person("a")).Should().BeNull();
        book.Book.All.Values.Count(r => r.IsActive).Should().Be(1);
    }

    [Fact]
    public void Only_invited_institutions_and_people_come_in_and_an_invitation_can_be_taken_back()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(9), admission: new() { Access = RegistrationAccess.InvitedOnly, InvitedInstitutions = [Paris] });
        book.RefusalOf(b => b.Register("a"), b => b.CheckRegister(book.Request("a"), book.Circumstances)).Should().Equal("registration.person-is-invited");
        book.Register("p", from: Paris).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Invite(true, "a", "b", "a").Should().Be(2);
        book.Invite(true, "a").Should().Be(0);
        book.Register("a").Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Invite(false, "a", "b").Should().Be(2);
        book.StatusOf("a").Should().Be(RegistrationStatus.Confirmed, "registrations that were made stand");
        book.RefusalOf(b => b.Register("b")).Should().Equal("registration.person-is-invited");
    }

    [Fact]
    public void An_invitation_follows_whoever_turned_out_to_be_another_and_is_taken_back_with_all_its_ids()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(9), admission: new() { Access = RegistrationAccess.InvitedOnly });
        book.Invite(true, "a", "b");
        book.Merge("a", "b");
        book.Invite(true, "b").Should().Be(0);
        book.Invite(false, "a").Should().Be(1);
        book.RefusalOf(b => b.Register("b")).Should().Equal("registration.person-is-invited");

        book.Invite(true, "c");
        book.Merge("c", "d");
        book.Register("d").Should().BeOfType<RegistrationOutcome.Confirmed>();
    }

    [Fact]
    public void R5_who_is_let_ahead_is_promoted_first_and_the_time_of_joining_stays()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        foreach (string who in new[] { "a", "b", "c", "d" })
        {
            book.Now += Duration.FromMinutes(1);
            book.Register(who);
        }

        book.Prioritise("d", -1).Should().Be(1);
        book.Line().Should().Be("d b c");
        book.Prioritise("d", 0).Should().Be(3);
        book.Line().Should().Be("b c d");
        book.Prioritise("a", 5).Should().BeNull("who has a seat stands in no line");
        book.Prioritise("c", -1);
        book.Names(book.Cancel("a").Promoted).Should().Be("c");
        book.RefusalOf(b => b.Prioritise("a", 1), b => b.CheckPrioritise(book.IdOf("a"), book.Circumstances)).Should().Equal("registration.is-active");
    }

    [Fact]
    public void R6_of_several_lines_with_room_the_first_of_all_goes_first_whichever_line_was_formed_first()
    {
        var book = new Registrar(SeatPlan.Hybrid(9, 9).WithTotal(1));
        book.Register("x");
        book.Register("a", Online, priority: 2);
        book.Register("b", InPerson, priority: 1);
        book.Names(book.Cancel("x").Promoted).Should().Be("b");
    }

    [Fact]
    public void R5_a_waiting_change_is_let_ahead_too()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a", InPerson);
        book.Register("o", Online);
        book.Register("b", Online);
        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Waiting>().Which.Position.Should().Be(2);
        book.Prioritise("a", -1).Should().Be(1);
        book.Names(book.Cancel("o").Promoted).Should().Be("a");
        book.Of("a").Mode.Should().Be(Online);
    }

    [Fact]
    public void R1_sittings_have_seats_of_their_own_and_the_room_holds_in_each()
    {
        var book = new Registrar(SeatPlan.Hybrid(9, 9).WithSitting("east", 1, 1).WithSitting("west", 9, null).WithRoomCapacity(2));
        book.RefusalOf(b => b.Register("a")).Should().Equal("registration.sitting-is-held");
        book.RefusalOf(b => b.Enter("a", b.Request("a") with { Sitting = "north" })).Should().Equal("registration.sitting-is-held");
        book.RefusalOf(b => b.Enter("a", b.Request("a") with { Sitting = "west" })).Should().Equal("registration.mode-is-offered");
        book.Enter("a", book.Request("a", InPerson) with { Sitting = "east" }).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Enter("b", book.Request("b", InPerson) with { Sitting = "east" }).Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Select(l => l.Key).Should().Equal("sitting/east/in-person");
        book.Register("s", InPerson, role: ParticipantRole.Speaker).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Enter("c", book.Request("c", InPerson) with { Sitting = "west" }).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Enter("d", book.Request("d", InPerson) with { Sitting = "west" }).Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Select(l => l.Key).Should().Equal("room/west");
        book.Switch("a", InPerson, "west").Should().BeOfType<SwitchOutcome.Waiting>().Which.BindingLimits.Select(l => l.Key).Should().Equal("room/west");
        book.Names(book.Cancel("c").Promoted).Should().Be("d");
    }

    [Fact]
    public void R1_a_plan_that_adds_sittings_evicts_nobody_and_who_is_in_none_may_choose_one()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2));
        book.Register("a");
        book.Revise(SeatPlan.OnlineOnly(2).WithSitting("east", null, 1));
        book.Settle();

        book.StatusOf("a").Should().Be(RegistrationStatus.Confirmed);
        book.Switch("a", Online, "east").Should().BeOfType<SwitchOutcome.Switched>();
        book.Book.UsedOf("sitting/east/online").Should().Be(1);
    }

    [Fact]
    public void R1_groups_of_institutions_and_of_people_count_each_by_itself()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(9).With(Quota.ForEach("grade", 1), Quota.For(SeatGroup.Parse("region/west"), 2)));
        book.Enter("a", book.Request("a", from: Washington) with { Groups = SeatGroups.Parse("grade/director grade/expert") });
        book.Enter("b", book.Request("b", from: Paris) with { Groups = SeatGroups.Parse("grade/director") })
            .Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Select(l => l.Key).Should().Equal("quota/each/grade/director");
        book.Enter("c", book.Request("c", from: Paris)).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Enter("d", book.Request("d", from: Paris) with { Groups = SeatGroups.Parse("grade/expert") })
            .Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Select(l => l.Key).Should().BeEquivalentTo("quota/each/grade/expert", "quota/group/region/west");
        book.Names(book.Cancel("a").Promoted).Should().Be("b");
    }
}
