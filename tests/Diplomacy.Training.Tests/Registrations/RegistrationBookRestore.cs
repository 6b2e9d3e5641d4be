using NodaTime;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationBookRestore
{
    [Fact]
    public void R13_a_cancelled_registration_has_its_seat_again_where_there_is_one_and_says_since_when()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        Instant made = book.Now;
        book.Cancel("a");
        book.Now += Duration.FromDays(1);

        book.Restore("a").Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Of("a").Should().Match<Registration>(r => r.RestoredAt == book.Now && r.RegisteredAt == made);
    }

    [Fact]
    public void R13_capacity_is_checked_again_and_the_line_joined_at_its_end()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1).WithWaitingPlaces(2));
        book.Register("a");
        book.Cancel("a");
        book.Register("b");
        book.Now += Duration.FromMinutes(1);
        book.Register("c");
        book.Now += Duration.FromMinutes(1);

        book.Restore("a").Should().BeOfType<RegistrationOutcome.Waiting>().Which.Position.Should().Be(2);
        book.Line().Should().Be("c a");
        book.Cancel("a");
        book.Register("d");
        book.Restore("a").Should().BeOfType<RegistrationOutcome.Declined>().Which.BindingLimits.Select(l => l.Key).Should().Equal("mode/online", "waiting");
    }

    [Fact]
    public void R13_and_R12_not_while_the_person_is_registered_anew_nor_while_it_is_active()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2));
        book.Register("a");
        RegistrationId first = book.IdOf("a");
        book.RefusalOf(b => b.Restore("a"), b => b.CheckRestore(first, book.Circumstances)).Should().Equal("registration.can-be-restored");
        book.Cancel("a");
        book.Register("a");
        book.RefusalOf(b => b.Book.Restore(first, null, b.Circumstances), b => b.CheckRestore(first, book.Circumstances)).Should().Equal("registration.person-is-not-registered");
    }

    [Fact]
    public void R14_an_override_restores_over_the_limits_and_records_which_and_why()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(0).WithWaitingPlaces(0));
        book.Register("a");
        book.Restore("a", "minister").Should().BeOfType<RegistrationOutcome.Confirmed>().Which.OverriddenLimits.Select(l => l.Key).Should().Equal("mode/online");
        book.History.OfType<RegistrationRestored>().Single().OverrideReasonCode.Should().Be("minister");
    }

    [Theory]
    [InlineData(ApprovalPolicy.HoldsSeat, true)]
    [InlineData(ApprovalPolicy.HoldsNoSeat, false)]
    public void R2_where_somebody_approves_a_restored_registration_awaits_approval_anew(ApprovalPolicy policy, bool keeps)
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1), admission: new() { Approval = policy });
        book.Register("a");
        book.Reject("a");

        book.Restore("a").Should().BeOfType<RegistrationOutcome.AwaitingApproval>().Which.KeepsSeat.Should().Be(keeps);
        (book.StatusOf("a"), book.Book.UsedOf("mode/online")).Should().Be((RegistrationStatus.AwaitingApproval, keeps ? 1 : 0));
        book.Approve("a").Should().BeOfType<RegistrationOutcome.Confirmed>();
    }

    [Fact]
    public void R57_who_was_erased_or_is_not_invited_any_more_is_not_restored()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2), admission: new() { Access = RegistrationAccess.InvitedOnly });
        book.Invite(true, "a", "b");
        book.Register("a");
        book.Register("b");
        book.Cancel("a");
        book.Cancel("b");
        book.Invite(false, "b");
        book.Erase("a");
        book.RefusalOf(b => b.Restore("a"), b => b.CheckRestore(book.IdOf("a"), book.Circumstances)).Should().Equal("person.is-known");
        book.RefusalOf(b => b.Restore("b"), b => b.CheckRestore(book.IdOf("b"), book.Circumstances)).Should().Equal("registration.person-is-invited");
    }

    [Fact]
    public void Not_when_the_mode_is_held_no_longer_and_not_when_the_workshop_is_over_or_put_off()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Cancel("a");
        book.Become(WorkshopStatus.Postponed);
        book.RefusalOf(b => b.Restore("a"), b => b.CheckRestore(book.IdOf("a"), book.Circumstances)).Should().Equal("registration.can-be-restored");
        book.Become(WorkshopStatus.Published);
        book.Now = Start + Duration.FromMinutes(90);
        book.RefusalOf(b => b.Restore("a")).Should().Equal("registration.can-be-restored");
        book.Now -= Duration.FromSeconds(1);
        book.Revise(SeatPlan.InPersonOnly(1));
        book.RefusalOf(b => b.Restore("a")).Should().Equal("registration.mode-is-offered");
        book.Revise(SeatPlan.OnlineOnly(1));
        book.Restore("a").Should().BeOfType<RegistrationOutcome.Confirmed>();
    }
}
