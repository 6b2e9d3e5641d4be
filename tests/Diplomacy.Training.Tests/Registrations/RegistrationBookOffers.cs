using NodaTime;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationBookOffers
{
    private static readonly AdmissionPolicy s_offering = new() { Offers = new(Duration.FromHours(48)) };

    private readonly Registrar _book = new(SeatPlan.OnlineOnly(1), admission: s_offering);

    public RegistrationBookOffers()
    {
        _book.Register("a");
        _book.Register("b");
        _book.Register("c");
        _book.Cancel("a");
    }

    [Fact]
    public void R3_a_freed_seat_is_offered_and_held_and_nobody_else_gets_it()
    {
        _book.StatusOf("b").Should().Be(RegistrationStatus.Offered);
        _book.Book.UsedOf("mode/online").Should().Be(1);
        _book.Register("d").Should().BeOfType<RegistrationOutcome.Waiting>().Which.Position.Should().Be(2);
        _book.Book.NextDue.Should().Be(_book.Of("b").OfferedUntil);
    }

    [Fact]
    public void R3_an_offer_lapses_at_its_end_and_not_before_and_is_passed_on_whether_or_not_anybody_settles()
    {
        Instant until = _book.Of("b").OfferedUntil!.Value;
        _book.Now = until - Duration.Epsilon;
        _book.Book.AsOf(_book.Circumstances, b => b.All[_book.IdOf("b")].Status).Should().Be(RegistrationStatus.Offered);

        _book.Now = until;
        _book.Book.AsOf(_book.Circumstances, b => (b.All[_book.IdOf("b")].Status, b.All[_book.IdOf("c")].Status)).Should().Be((RegistrationStatus.Lapsed, RegistrationStatus.Offered));
        _book.StatusOf("b").Should().Be(RegistrationStatus.Offered, "looking changes nothing");
        _book.RefusalOf(b => b.Accept("b"), b => b.CheckAcceptOffer(_book.IdOf("b"), _book.Circumstances)).Should().Equal("registration.offer-stands");
        _book.Settle().Should().BeTrue();
        _book.History.OfType<RegistrationLapsed>().Single().Cause.Should().Be(LapseCause.OfferExpired);
    }

    [Fact]
    public void R3_an_accepted_offer_is_a_seat_and_accepting_again_changes_nothing()
    {
        _book.Accept("b").Should().BeOfType<RegistrationOutcome.Confirmed>();
        int decided = _book.History.Count;
        _book.Accept("b").Should().BeOfType<RegistrationOutcome.Confirmed>();
        _book.History.Should().HaveCount(decided);
        _book.Now = Start - Duration.FromHours(1);
        _book.Settle();
        _book.StatusOf("b").Should().Be(RegistrationStatus.Confirmed);
    }

    [Fact]
    public void R3_a_declined_offer_goes_to_the_next_and_cannot_be_taken_any_more()
    {
        _book.Names(_book.Decline("b").Promoted).Should().Be("c");
        _book.StatusOf("b").Should().Be(RegistrationStatus.Cancelled);
        _book.RefusalOf(b => b.Accept("b"), b => b.CheckAcceptOffer(_book.IdOf("b"), _book.Circumstances)).Should().Equal("registration.offer-stands");
        _book.RefusalOf(b => b.Decline("b"), b => b.CheckDeclineOffer(_book.IdOf("b"), _book.Circumstances)).Should().Equal("registration.offer-stands");
    }

    [Fact]
    public void R16_no_offer_runs_past_the_cut_off_and_where_nobody_can_answer_before_it_the_seat_is_given()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1), new(PromotesUntil: Start - Duration.FromHours(3)), s_offering);
        book.Register("a");
        book.Register("b", from: Washington);
        book.Register("c");

        // Monday 16:00 in Phnom Penh: the ministry works until 17:30 and Washington, where it is 04:00, not before 09:00, an hour before the cut-off of 18:00 there.
        book.Now = Instant.FromUtc(2023, 2, 27, 9, 0);
        book.Cancel("a");
        book.Of("b").OfferedUntil.Should().Be(Instant.FromUtc(2023, 2, 27, 22, 0), "17:00 in Washington is the last working moment before the cut-off");
        book.Now = Instant.FromUtc(2023, 2, 27, 22, 0);
        book.Settle();
        book.StatusOf("c").Should().Be(RegistrationStatus.Confirmed, "it is night in Phnom Penh until the cut-off");
    }

    [Fact]
    public void Offers_that_were_made_stand_when_the_workshop_no_longer_offers_and_the_next_seat_is_given()
    {
        _book.Admit(new());
        _book.Settle();
        _book.StatusOf("b").Should().Be(RegistrationStatus.Offered);
        _book.Decline("b");
        _book.StatusOf("c").Should().Be(RegistrationStatus.Confirmed);
    }

    [Fact]
    public void R9_whoever_was_offered_a_seat_may_change_and_keeps_the_offer()
    {
        _book.Revise(SeatPlan.Hybrid(1, 1));
        Instant until = _book.Of("b").OfferedUntil!.Value;
        _book.Names(_book.Switch("b", DeliveryMode.InPerson).Should().BeOfType<SwitchOutcome.Switched>().Which.Promoted).Should().Be("c");
        (_book.Of("b").Mode, _book.Of("b").OfferedUntil).Should().Be((DeliveryMode.InPerson, until));
    }

    [Fact]
    public void R11_a_substitute_takes_over_the_offer_with_its_end()
    {
        Instant until = _book.Of("b").OfferedUntil!.Value;
        _book.Substitute("b", "x").Status.Should().Be(RegistrationStatus.Offered);
        _book.Of("x").OfferedUntil.Should().Be(until);
        _book.Now = until;
        _book.Settle();
        _book.StatusOf("x").Should().Be(RegistrationStatus.Lapsed);
        _book.StatusOf("b").Should().Be(RegistrationStatus.Substituted);
    }

    [Fact]
    public void R57_an_offer_to_somebody_erased_ends_and_is_passed_on()
    {
        _book.Erase("b");
        _book.Settle();
        _book.StatusOf("b").Should().Be(RegistrationStatus.Cancelled);
        _book.StatusOf("c").Should().Be(RegistrationStatus.Offered);
    }
}
