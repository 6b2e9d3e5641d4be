using NodaTime;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationBookSettle
{
    [Fact]
    public void R7_lowering_the_capacity_evicts_nobody_and_stops_promotion_until_below()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(3));
        book.Register("a");
        book.Register("b");
        book.Register("c");
        book.Register("d");
        book.Revise(SeatPlan.OnlineOnly(1));
        book.Settle().Should().BeTrue();

        book.Book.All.Values.Count(r => r.Status == RegistrationStatus.Confirmed).Should().Be(3);
        book.Cancel("a").Promoted.Should().BeEmpty();
        book.Cancel("b").Promoted.Should().BeEmpty();
        book.Names(book.Cancel("c").Promoted).Should().Be("d");
    }

    [Fact]
    public void R7_while_over_by_some_a_newcomer_is_told_the_real_figures()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(3));
        book.Register("a");
        book.Register("b");
        book.Revise(SeatPlan.OnlineOnly(1));

        BindingLimit limit = book.Register("c").Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Single();
        limit.Should().Be(new BindingLimit("mode/online", 1, 2));
        limit.Remaining.Should().Be(0);
    }

    [Fact]
    public void R7_raising_the_capacity_promotes_as_many_as_fit_in_order()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a");
        book.Register("b");
        book.Register("c", priority: -1);
        book.Register("d");
        book.Revise(SeatPlan.Hybrid(1, 3));

        book.Settle().Should().BeTrue();

        book.Line().Should().Be("d");
        book.Names(book.History.OfType<RegistrationPromoted>().Select(e => e.Registration)).Should().Be("c b");
    }

    [Fact]
    public void R7_a_new_quota_counts_those_who_have_seats_already()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(5));
        book.Register("a", from: Washington);
        book.Register("b", from: Washington);
        book.Revise(SeatPlan.OnlineOnly(5).With(Quota.ForEachMission(2)));

        book.Register("c", from: Washington).Should().BeOfType<RegistrationOutcome.Waiting>()
            .Which.BindingLimits.Should().Equal(new BindingLimit("quota/each-mission/US-WAS-EMB", 2, 2));
        book.Book.UsedOf("quota/each-mission/US-WAS-EMB").Should().Be(2);
    }

    [Fact]
    public void R7_lifting_a_quota_promotes_whom_it_blocked()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(5).With(Quota.For(Washington, 0)));
        book.Register("a", from: Washington);
        book.Revise(SeatPlan.OnlineOnly(5));
        book.Settle();

        book.StatusOf("a").Should().Be(RegistrationStatus.Confirmed);
    }

    [Fact]
    public void Settling_again_changes_nothing()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Revise(SeatPlan.OnlineOnly(2));
        book.Settle().Should().BeTrue();
        string picture = Picture(book.Book);

        book.Settle().Should().BeFalse();
        Picture(book.Book).Should().Be(picture);
    }

    [Fact]
    public void R15_the_waiting_list_closes_at_the_cut_off_and_not_before()
    {
        Instant cutOff = Start - Duration.FromDays(3);
        var book = new Registrar(SeatPlan.OnlineOnly(1), new(PromotesUntil: cutOff));
        book.Register("a");
        book.Register("second", priority: 2);
        book.Register("first", priority: 1);
        book.Book.NextDue.Should().Be(cutOff);

        book.Now = cutOff - Duration.Epsilon;
        book.Settle().Should().BeFalse();
        book.Now = cutOff;
        book.Settle().Should().BeTrue();

        book.Names(book.History.OfType<RegistrationLapsed>().Select(e => e.Registration)).Should().Be("first second");
        book.StatusOf("a").Should().Be(RegistrationStatus.Confirmed);
        book.Book.NextDue.Should().BeNull();
        book.Book.WaitingCount.Should().Be(0);
    }

    [Fact]
    public void R15_a_raised_capacity_promotes_nobody_from_the_cut_off_on()
    {
        Instant cutOff = Start - Duration.FromDays(3);
        var book = new Registrar(SeatPlan.OnlineOnly(1), new(PromotesUntil: cutOff));
        book.Register("a");
        book.Register("b");
        book.Now = cutOff;
        book.Revise(SeatPlan.OnlineOnly(9));
        book.Settle();

        book.StatusOf("b").Should().Be(RegistrationStatus.Lapsed);
    }

    [Fact]
    public void A_cut_off_put_off_in_time_keeps_the_waiting_list_open()
    {
        Instant cutOff = Start - Duration.FromDays(3);
        var book = new Registrar(SeatPlan.OnlineOnly(1), new(PromotesUntil: cutOff));
        book.Register("a");
        book.Register("b");
        book.Now = cutOff;
        book.Revise(window: new(PromotesUntil: cutOff + Duration.FromDays(1)));

        book.Names(book.Cancel("a").Promoted).Should().Be("b");
    }

    [Fact]
    public void A_cancelled_workshop_cancels_everybody_in_the_order_of_registration()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2));
        book.Register("a");
        book.Register("gone before");
        book.Register("b", role: ParticipantRole.Speaker);
        book.Cancel("gone before");
        book.Register("c");
        book.Register("d", priority: -5);
        book.Become(WorkshopStatus.Cancelled);

        book.Settle().Should().BeTrue();

        RegistrationCancelled[] settled = [.. book.History.OfType<RegistrationCancelled>().Skip(1)];
        book.Names(settled.Select(e => e.Registration)).Should().Be("a b c d");
        settled.Should().OnlyContain(e => e.Cause == CancellationCause.WorkshopCancelled && e.ReasonCode == null);
        book.Book.All.Values.Should().OnlyContain(r => r.Status == RegistrationStatus.Cancelled);
        book.Book.UsedOf("mode/online").Should().Be(0);
        book.Settle().Should().BeFalse();
    }

    [Fact]
    public void A_cancelled_workshop_promotes_nobody_even_with_more_seats()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Revise(SeatPlan.OnlineOnly(9));
        book.Become(WorkshopStatus.Cancelled);
        book.Settle();

        book.History.OfType<RegistrationPromoted>().Should().BeEmpty();
    }

    [Fact]
    public void Cancelling_a_registration_of_a_cancelled_workshop_finds_it_cancelled()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Become(WorkshopStatus.Cancelled);

        book.Cancel("a").WasActive.Should().BeFalse();
        book.History.OfType<RegistrationCancelled>().Single().Cause.Should().Be(CancellationCause.WorkshopCancelled);
    }

    [Fact]
    public void A_postponed_workshop_keeps_its_seats_and_its_line_past_the_old_cut_off()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Become(WorkshopStatus.Postponed);
        book.Now = Start + Duration.FromDays(1);
        book.Settle();

        book.StatusOf("a").Should().Be(RegistrationStatus.Confirmed);
        book.StatusOf("b").Should().Be(RegistrationStatus.Waiting);
    }

    [Fact]
    public void R4_a_seat_freed_while_no_time_is_set_goes_to_the_head_when_one_is_and_to_no_newcomer()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Become(WorkshopStatus.Postponed);
        book.Now = Start + Duration.FromDays(1);
        book.Cancel("a").Promoted.Should().BeEmpty();
        book.Become(WorkshopStatus.Published, day: 60);

        book.Register("newcomer").Should().BeOfType<RegistrationOutcome.Waiting>();
        book.StatusOf("b").Should().Be(RegistrationStatus.Confirmed);
    }

    [Fact]
    public void R7_a_capacity_raised_before_a_postponement_promotes_when_a_new_time_is_set()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Revise(SeatPlan.OnlineOnly(2));
        book.Become(WorkshopStatus.Postponed);
        book.Settle();
        book.StatusOf("b").Should().Be(RegistrationStatus.Waiting);

        book.Become(WorkshopStatus.Published, day: 60);
        book.Settle();
        book.StatusOf("b").Should().Be(RegistrationStatus.Confirmed);
    }

    [Fact]
    public void A_held_workshop_leaves_nobody_waiting()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1), new(PromotesUntil: Start + Duration.FromDays(9)));
        book.Register("a");
        book.Register("b");
        book.Now = Start + Duration.FromMinutes(90);
        book.Become(WorkshopStatus.Held);
        book.Settle();

        book.StatusOf("b").Should().Be(RegistrationStatus.Lapsed);
    }

    [Fact]
    public void A_change_of_nothing_that_concerns_the_book_moves_nobody()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a", InPerson);
        book.Register("b", InPerson);
        book.Revise();

        book.Settle().Should().BeTrue();

        book.History[^1].Should().BeOfType<SeatPlanAdopted>();
        book.Line().Should().Be("b");
    }
}
