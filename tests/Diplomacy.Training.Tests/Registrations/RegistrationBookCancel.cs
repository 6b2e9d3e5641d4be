using NodaTime;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationBookCancel
{
    private static readonly Actor s_participant = Actor.Participant("user:7");

    [Fact]
    public void R5_the_freed_seat_goes_by_priority_then_by_time_of_joining()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("late but ranked", priority: 1);
        book.Register("first", priority: 2);
        book.Register("second", priority: 2);
        book.Register("highest", priority: -1);

        Promoted(book, "a").Should().Be("highest");
        Promoted(book, "highest").Should().Be("late but ranked");
        Promoted(book, "late but ranked").Should().Be("first");
        Promoted(book, "first").Should().Be("second");
    }

    [Fact]
    public void R5_joining_again_goes_to_the_end()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Register("c");
        book.Cancel("b");
        book.Register("b");

        book.Line().Should().Be("c b");
        Promoted(book, "a").Should().Be("c");
    }

    [Fact]
    public void R6_a_head_blocked_by_its_quota_does_not_block_those_behind()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2).With(Quota.For(Washington, 1)));
        book.Register("a", from: Washington);
        book.Register("b", from: Ministry);
        book.Register("head", from: Washington);
        book.Register("behind", from: Paris);

        Promoted(book, "b").Should().Be("behind");
        book.Line().Should().Be("head");
    }

    [Fact]
    public void R6_a_head_of_the_other_mode_does_not_block_those_behind()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a", InPerson);
        book.Register("b", Online);
        book.Register("head", InPerson);
        book.Register("behind", Online);

        Promoted(book, "b").Should().Be("behind");
    }

    [Fact]
    public void R6_nobody_passes_a_head_who_can_be_promoted()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2).With(Quota.For(Washington, 1)));
        book.Register("a", from: Washington);
        book.Register("b", from: Ministry);
        book.Register("head", from: Washington);
        book.Register("behind", from: Paris);

        Promoted(book, "a").Should().Be("head");
    }

    [Fact]
    public void R8_releasing_a_seat_given_over_the_limit_creates_no_seat()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("guest", overriding: "minister-asked");
        book.Register("b");

        Promoted(book, "guest").Should().BeEmpty();
        book.Book.UsedOf("mode/online").Should().Be(1);
        Promoted(book, "a").Should().Be("b");
    }

    [Fact]
    public void R8_cancelling_another_seat_creates_none_either_while_the_house_is_over_its_limit()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("guest", overriding: "minister-asked");
        book.Register("b");

        Promoted(book, "a").Should().BeEmpty();
        Promoted(book, "guest").Should().Be("b");
    }

    [Fact]
    public void R10_cancelling_frees_the_seat_in_its_own_mode_and_promotes_there_alone()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a", InPerson);
        book.Register("b", Online);
        book.Register("c", Online);
        book.Register("d", InPerson);

        Promoted(book, "a").Should().Be("d");
        book.Book.UsedOf("mode/in-person").Should().Be(1);
        book.StatusOf("c").Should().Be(RegistrationStatus.Waiting);
    }

    [Fact]
    public void R10_a_seat_freed_under_the_total_goes_to_whoever_waits_in_either_mode()
    {
        var book = new Registrar(SeatPlan.Hybrid(5, 5).WithTotal(1));
        book.Register("a", InPerson);
        book.Register("b", Online);

        Promoted(book, "a").Should().Be("b");
    }

    [Fact]
    public void One_cancellation_promotes_at_most_into_the_seat_it_freed()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2));
        book.Register("a");
        book.Register("b");
        book.Register("c");
        book.Register("d");

        Promoted(book, "a").Should().Be("c");
        book.Line().Should().Be("d");
    }

    [Fact]
    public void Whoever_waits_leaves_the_line_and_nobody_is_promoted()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Register("c");

        Promoted(book, "b").Should().BeEmpty();
        book.Line().Should().Be("c");
        book.Book.WaitingCount.Should().Be(1);
    }

    [Fact]
    public void Cancelling_again_changes_nothing()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Cancel("a").WasActive.Should().BeTrue();
        long version = book.Book.Version;

        CancellationOutcome again = book.Cancel("a");

        again.WasActive.Should().BeFalse();
        again.Promoted.Should().BeEmpty();
        book.Book.Version.Should().Be(version);
    }

    [Fact]
    public void R15_a_participant_cancels_until_the_cut_off_and_the_organiser_after_it_too()
    {
        Instant cutOff = Start - Duration.FromDays(3);
        var book = new Registrar(SeatPlan.OnlineOnly(3), new(CancelsUntil: cutOff));
        book.Register("a");
        book.Register("b");
        book.Register("c");
        book.Now = cutOff - Duration.Epsilon;
        book.Cancel("a", s_participant).WasActive.Should().BeTrue();

        book.Now = cutOff;
        book.RefusalOf(r => r.Cancel("b", s_participant)).Should().Equal("registration.can-be-cancelled");
        book.Book.CheckCancel(book.IdOf("b"), s_participant, book.Circumstances).Select(r => r.Code).Should().Equal("registration.can-be-cancelled");
        book.Cancel("b", Officer).WasActive.Should().BeTrue();
        book.Cancel("c", Actor.FocalPoint("mission:us")).WasActive.Should().BeTrue();
    }

    [Fact]
    public void R15_a_seat_freed_at_the_promotion_cut_off_goes_to_nobody_and_just_before_it_to_the_head()
    {
        Instant cutOff = Start - Duration.FromDays(3);
        var book = new Registrar(SeatPlan.OnlineOnly(2), new(PromotesUntil: cutOff));
        book.Register("a");
        book.Register("b");
        book.Register("c");
        book.Register("d");
        book.Now = cutOff - Duration.Epsilon;
        Promoted(book, "a").Should().Be("c");

        book.Now = cutOff;
        Promoted(book, "b").Should().BeEmpty();
        book.StatusOf("d").Should().Be(RegistrationStatus.Lapsed);
    }

    [Fact]
    public void R15_every_cut_off_stands_by_itself()
    {
        Instant promotes = Start - Duration.FromDays(9), cancels = Start - Duration.FromDays(6), closes = Start - Duration.FromDays(3);
        var book = new Registrar(SeatPlan.OnlineOnly(1), new(Closes: closes, PromotesUntil: promotes, CancelsUntil: cancels));
        book.Register("a");
        book.Register("b");

        book.Now = promotes;
        book.Cancel("a", s_participant).Promoted.Should().BeEmpty();
        book.Register("c").Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Now = cancels;
        book.RefusalOf(r => r.Cancel("c", s_participant)).Should().Equal("registration.can-be-cancelled");
        book.Cancel("c");
        book.Register("d").Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Now = closes;
        book.RefusalOf(r => r.Register("e")).Should().Equal("registration.is-open");
        book.Cancel("d").WasActive.Should().BeTrue();
    }

    [Fact]
    public void A_registration_that_is_not_known_is_refused()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");

        book.RefusalOf(r => r.Book.Cancel(RegistrationId.New(), "illness", Officer, r.Circumstances)).Should().Equal("registration.is-known");
    }

    [Fact]
    public void A_declined_or_lapsed_registration_cannot_be_cancelled()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1).WithWaitingPlaces(1));
        book.Register("a");
        book.Register("lapses");
        book.Register("declined");
        book.RefusalOf(r => r.Cancel("declined")).Should().Equal("registration.is-active");

        book.Now = Start;
        book.RefusalOf(r => r.Cancel("lapses")).Should().Equal("registration.is-active");
    }

    [Theory]
    [InlineData("")]
    [InlineData("he is ill")]
    public void A_reason_is_a_code_and_never_a_sentence_about_a_person(string reason)
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");

        FluentActions.Invoking(() => book.Book.Cancel(book.IdOf("a"), reason, Officer, book.Circumstances)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void R12_a_cancelled_place_is_not_restored_over_the_limits_by_registering_anew()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Cancel("a");

        book.Register("a").Should().BeOfType<RegistrationOutcome.Waiting>();
    }

    private static string Promoted(Registrar book, string cancelled) => book.Names(book.Cancel(cancelled).Promoted);
}
