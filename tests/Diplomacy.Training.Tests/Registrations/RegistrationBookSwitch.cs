using NodaTime;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationBookSwitch
{
    [Fact]
    public void R9_the_new_seat_is_taken_and_R10_the_old_one_goes_to_whoever_waits_for_it()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a", InPerson);
        book.Register("b", InPerson);

        book.Names(book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Switched>().Which.Promoted).Should().Be("b");
        (book.Of("a").Mode, book.StatusOf("a"), book.StatusOf("b")).Should().Be((Online, RegistrationStatus.Confirmed, RegistrationStatus.Confirmed));
    }

    [Fact]
    public void R9_where_the_target_is_full_the_seat_is_kept_and_the_change_waits_and_is_made_when_there_is_room()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a", InPerson);
        book.Register("b", Online);
        book.Register("c", InPerson);

        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Waiting>().Which.Should().Match<SwitchOutcome.Waiting>(w => w.KeepsSeat && w.Position == 1 && w.BindingLimits.Single().Key == "mode/online");
        (book.Of("a").Mode, book.StatusOf("a"), book.Book.UsedOf("mode/in-person")).Should().Be((InPerson, RegistrationStatus.Confirmed, 1));
        book.Book.WaitingCount.Should().Be(1, "who has a seat does not count among those who have none");

        book.Names(book.Cancel("b").Promoted).Should().Be("a c");
        (book.Of("a").Mode, book.StatusOf("c")).Should().Be((Online, RegistrationStatus.Confirmed));
    }

    [Fact]
    public void R14_an_override_gives_a_seat_to_somebody_who_waits_and_without_one_asking_again_moves_nobody()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Register("c");

        book.Switch("c", Online).Should().BeOfType<SwitchOutcome.Waiting>().Which.Should().Match<SwitchOutcome.Waiting>(w => !w.KeepsSeat && w.Position == 2 && w.BindingLimits.Single().Key == "mode/online");
        book.Line().Should().Be("b c");

        book.Switch("c", Online, overriding: "minister-asked").Should().BeOfType<SwitchOutcome.Switched>().Which.OverriddenLimits.Single().Key.Should().Be("mode/online");
        (book.StatusOf("c"), book.Line(), book.Book.UsedOf("mode/online")).Should().Be((RegistrationStatus.Confirmed, "b", 2));
        book.History.OfType<RegistrationSwitched>().Single().OverrideReasonCode.Should().Be("minister-asked");
        book.Cancel("a").Promoted.Should().BeEmpty("R8: a seat over the limit makes none");
    }

    [Fact]
    public void R9_a_limit_that_the_own_seat_satisfies_is_not_in_the_way_though_it_is_full()
    {
        var book = new Registrar(SeatPlan.Hybrid(5, 5).WithTotal(2).With(Quota.ForEachMission(1)));
        book.Register("a", InPerson, Washington);
        book.Register("b", InPerson);

        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Switched>();
        (book.Book.UsedOf("total"), book.Book.UsedOf("quota/each-mission/US-WAS-EMB")).Should().Be((2, 1));
    }

    [Fact]
    public void R5_who_only_waits_goes_to_the_end_of_the_new_line()
    {
        var book = new Registrar(SeatPlan.Hybrid(0, 0));
        book.Register("a", InPerson);
        book.Now += Duration.FromMinutes(1);
        book.Register("b", Online);
        book.Now += Duration.FromMinutes(1);

        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Waiting>().Which.Should().Match<SwitchOutcome.Waiting>(w => !w.KeepsSeat && w.Position == 2);
        book.Line().Should().Be("b a");
        book.Of("a").WaitingSince.Should().Be(book.Now);
    }

    [Fact]
    public void Who_waits_and_finds_room_in_the_other_mode_has_the_seat_at_once()
    {
        var book = new Registrar(SeatPlan.Hybrid(0, 1));
        book.Register("a", InPerson);
        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Switched>();
        book.StatusOf("a").Should().Be(RegistrationStatus.Confirmed);
        book.Line().Should().BeEmpty();
    }

    [Fact]
    public void Asking_for_what_one_has_takes_a_waiting_change_back_and_asking_again_keeps_the_place()
    {
        var book = new Registrar(SeatPlan.Hybrid(2, 0));
        book.Register("a", InPerson);
        book.Register("b", InPerson);
        book.Switch("a", Online);
        book.Switch("b", Online).Should().BeOfType<SwitchOutcome.Waiting>().Which.Position.Should().Be(2);
        int decided = book.History.Count;
        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Waiting>().Which.Position.Should().Be(1);
        book.History.Should().HaveCount(decided);

        book.Switch("a", InPerson).Should().BeOfType<SwitchOutcome.Switched>();
        book.History.OfType<SwitchEnded>().Single().Cause.Should().Be(SwitchEndCause.Withdrawn);
        book.Line().Should().Be("b");
        book.Revise(SeatPlan.Hybrid(2, 2));
        book.Settle();
        (book.Of("a").Mode, book.Of("b").Mode).Should().Be((InPerson, Online));
    }

    [Fact]
    public void R15_participants_and_focal_points_change_until_the_cut_off_and_the_organiser_after_it_too()
    {
        Instant cutOff = Start - Duration.FromDays(3);
        var book = new Registrar(SeatPlan.Hybrid(3, 3), new(ChangesUntil: cutOff));
        book.Register("a", InPerson);
        book.Now = cutOff - Duration.Epsilon;
        book.Switch("a", Online, by: Participant);
        book.Now = cutOff;
        foreach (var by in new[] { Participant, FocalPoint })
        {
            book.RefusalOf(b => b.Switch("a", InPerson, by: by), b => b.CheckSwitch(book.IdOf("a"), new(InPerson), by, book.Circumstances)).Should().Equal("registration.can-be-changed");
            book.RefusalOf(b => b.Substitute("a", "x", actor: by), b => b.CheckSubstitute(book.IdOf("a"), new(book.Person("x"), "duty"), by, book.Circumstances)).Should().Equal("registration.can-be-changed");
        }

        book.Switch("a", InPerson).Should().BeOfType<SwitchOutcome.Switched>();
    }

    [Fact]
    public void R15_from_the_promotion_cut_off_on_no_change_waits_any_more()
    {
        Instant cutOff = Start - Duration.FromDays(3);
        var book = new Registrar(SeatPlan.Hybrid(1, 0), new(PromotesUntil: cutOff));
        book.Register("a", InPerson);
        book.Switch("a", Online);
        book.Book.NextDue.Should().Be(cutOff);
        book.Now = cutOff;

        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Declined>().Which.BindingLimits.Select(l => l.Key).Should().Equal("mode/online");
        book.History.OfType<SwitchEnded>().Single().Cause.Should().Be(SwitchEndCause.WaitingListClosed);
        (book.StatusOf("a"), book.Of("a").SwitchingTo).Should().Be((RegistrationStatus.Confirmed, null));
    }

    [Fact]
    public void R14_an_override_changes_over_the_limits_and_records_which_and_why()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 0));
        book.Register("a", InPerson);
        book.Switch("a", Online, overriding: "minister").Should().BeOfType<SwitchOutcome.Switched>().Which.OverriddenLimits.Should().Equal(new BindingLimit("mode/online", 0, 0));
        book.History.OfType<RegistrationSwitched>().Single().OverrideReasonCode.Should().Be("minister");
    }

    [Fact]
    public void A_change_to_what_is_not_held_is_refused_and_one_that_waits_ends_when_it_is_held_no_longer()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 0));
        book.Register("a", InPerson);
        book.Switch("a", Online);
        book.Revise(SeatPlan.InPersonOnly(1));
        book.Become(WorkshopStatus.Postponed);
        book.Settle();

        book.History.OfType<SwitchEnded>().Single().Cause.Should().Be(SwitchEndCause.NoLongerOffered);
        book.StatusOf("a").Should().Be(RegistrationStatus.Confirmed);
        book.RefusalOf(b => b.Switch("a", Online), b => b.CheckSwitch(book.IdOf("a"), new(Online), Officer, book.Circumstances)).Should().Equal("registration.mode-is-offered");
        book.RefusalOf(b => b.Switch("a", InPerson, "east"), b => b.CheckSwitch(book.IdOf("a"), new(InPerson) { Sitting = "east" }, Officer, book.Circumstances)).Should().Equal("registration.sitting-is-held");
        book.Cancel("a");
        book.RefusalOf(b => b.Switch("a", InPerson)).Should().Equal("registration.is-active");
    }

    [Fact]
    public void While_postponed_a_waiting_change_stays_nothing_is_due_and_others_may_join_it()
    {
        var book = new Registrar(SeatPlan.Hybrid(2, 0));
        book.Register("a", InPerson);
        book.Register("b", InPerson);
        book.Switch("a", Online);
        book.Become(WorkshopStatus.Postponed);
        book.Now = Start + Duration.FromDays(9);
        book.Settle();

        book.Of("a").SwitchingTo.Should().NotBeNull();
        book.Book.NextDue.Should().BeNull();
        book.Switch("b", Online).Should().BeOfType<SwitchOutcome.Waiting>().Which.Position.Should().Be(2);
    }

    [Fact]
    public void R4_while_postponed_the_first_in_line_may_have_the_kept_seat_in_the_other_mode_and_stands_not_in_their_own_way()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1).WithTotal(1));
        book.Register("x", Online);
        book.Register("a", Online);
        book.Register("b", Online);
        book.Become(WorkshopStatus.Postponed);
        book.Cancel("x");

        book.Switch("b", InPerson).Should().BeOfType<SwitchOutcome.Waiting>().Which.BindingLimits.Should().Equal(new BindingLimit("total", 1, 1));
        book.Switch("a", InPerson).Should().BeOfType<SwitchOutcome.Waiting>("b is next in line for the only seat");
        book.Cancel("b");
        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Switched>();
        book.StatusOf("a").Should().Be(RegistrationStatus.Confirmed);
    }

    [Fact]
    public void R57_who_was_erased_waits_for_no_change_and_asks_for_none_but_keeps_the_seat()
    {
        var book = new Registrar(SeatPlan.Hybrid(2, 0));
        book.Register("a", InPerson);
        book.Register("b", InPerson);
        book.Switch("a", Online);
        book.Erase("a", "b");
        book.Settle();

        book.History.OfType<SwitchEnded>().Single().Cause.Should().Be(SwitchEndCause.PersonErased);
        book.StatusOf("a").Should().Be(RegistrationStatus.Confirmed);
        book.RefusalOf(b => b.Switch("b", Online), b => b.CheckSwitch(book.IdOf("b"), new(Online), Officer, book.Circumstances)).Should().Equal("person.is-known");
    }

    [Fact]
    public void R35_the_mode_as_registered_is_what_was_switched_to_and_the_history_holds_both()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a", InPerson);
        book.Switch("a", Online);
        book.Of("a").Mode.Should().Be(Online);
        book.History.OfType<RegistrationConfirmed>().Single().Claim.Mode.Should().Be(InPerson);
    }
}
