using static Diplomacy.Training.DeliveryMode;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationBookApprove
{
    private static readonly AdmissionPolicy s_holding = new() { Approval = ApprovalPolicy.HoldsSeat };
    private static readonly AdmissionPolicy s_holdingNone = new() { Approval = ApprovalPolicy.HoldsNoSeat };

    [Fact]
    public void R2_a_pending_registration_keeps_the_seat_that_it_found_and_is_confirmed_on_it()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1), admission: s_holding);
        book.Register("a").Should().BeOfType<RegistrationOutcome.AwaitingApproval>().Which.KeepsSeat.Should().BeTrue();
        book.Book.UsedOf("mode/online").Should().Be(1);

        book.Approve("a").Should().BeOfType<RegistrationOutcome.Confirmed>().Which.OverriddenLimits.Should().BeEmpty();
        book.Book.UsedOf("mode/online").Should().Be(1);
    }

    [Fact]
    public void R2_a_pending_registration_that_found_none_is_told_what_is_full_and_capacity_is_checked_again()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1), admission: s_holding);
        book.Register("a");
        RegistrationOutcome.AwaitingApproval pending = book.Register("b").Should().BeOfType<RegistrationOutcome.AwaitingApproval>().Which;
        pending.KeepsSeat.Should().BeFalse();
        pending.BindingLimits.Should().Equal(new BindingLimit("mode/online", 1, 1));

        book.Approve("b").Should().BeOfType<RegistrationOutcome.Waiting>().Which.Position.Should().Be(1);
        book.Names(book.Reject("a").Promoted).Should().Be("b");
    }

    [Fact]
    public void R2_by_the_other_policy_nothing_is_held_and_the_first_approved_has_the_seat()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1).WithWaitingPlaces(0), admission: s_holdingNone);
        book.Register("a").Should().BeOfType<RegistrationOutcome.AwaitingApproval>().Which.KeepsSeat.Should().BeFalse();
        book.Register("b");
        book.Book.UsedOf("mode/online").Should().Be(0);

        book.Approve("b").Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Approve("a").Should().BeOfType<RegistrationOutcome.Declined>().Which.BindingLimits.Select(l => l.Key).Should().Equal("mode/online", "waiting");
    }

    [Fact]
    public void R5_who_is_approved_joins_the_line_then_and_not_when_asking()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(0), admission: s_holdingNone);
        book.Register("a");
        book.Now += NodaTime.Duration.FromMinutes(1);
        book.Register("b");
        book.Approve("b");
        book.Now += NodaTime.Duration.FromMinutes(1);
        book.Approve("a");

        book.Line().Should().Be("b a");
    }

    [Fact]
    public void R7_a_kept_seat_is_confirmed_also_over_a_lowered_capacity()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2), admission: s_holding);
        book.Register("a");
        book.Register("b");
        book.Revise(SeatPlan.OnlineOnly(1));

        book.Approve("b").Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Book.UsedOf("mode/online").Should().Be(2);
        book.Cancel("a").Promoted.Should().BeEmpty();
    }

    [Fact]
    public void R14_an_override_approves_over_the_limits_and_records_which_and_why()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(0), admission: s_holdingNone);
        book.Register("a");

        book.Approve("a", "minister").Should().BeOfType<RegistrationOutcome.Confirmed>().Which.OverriddenLimits.Should().Equal(new BindingLimit("mode/online", 0, 0));
        book.History.OfType<RegistrationApproved>().Single().OverrideReasonCode.Should().Be("minister");
    }

    [Fact]
    public void R14_registering_with_an_override_needs_no_approval()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(0), admission: s_holding);
        book.Register("a", overriding: "minister").Should().BeOfType<RegistrationOutcome.Confirmed>();
    }

    [Fact]
    public void Whoever_takes_no_participants_seat_needs_no_approval()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(0), admission: s_holding);
        book.Register("a", role: ParticipantRole.Speaker).Should().BeOfType<RegistrationOutcome.Confirmed>();
    }

    [Fact]
    public void Only_what_awaits_approval_is_approved()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");

        book.RefusalOf(b => b.Approve("a"), b => b.CheckApprove(book.IdOf("a"), book.Circumstances)).Should().Equal("registration.awaits-approval");
        var unknown = RegistrationId.New();
        book.RefusalOf(b => b.Book.Approve(unknown, null, b.Circumstances), b => b.CheckApprove(unknown, book.Circumstances)).Should().Equal("registration.is-known");
    }

    [Fact]
    public void Nobody_is_approved_into_a_mode_that_is_no_longer_held()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1), admission: s_holdingNone);
        book.Register("a", InPerson);
        book.Revise(SeatPlan.OnlineOnly(1));

        book.RefusalOf(b => b.Approve("a", "minister"), b => b.CheckApprove(book.IdOf("a"), book.Circumstances)).Should().Equal("registration.mode-is-offered");
        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Switched>().Which.OverriddenLimits.Should().BeEmpty();
        book.Approve("a").Should().BeOfType<RegistrationOutcome.Confirmed>();
    }

    [Fact]
    public void R9_who_awaits_approval_without_a_seat_changes_freely_and_overrides_nothing()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 0), admission: s_holdingNone);
        book.Register("a", InPerson);
        book.Switch("a", Online).Should().BeOfType<SwitchOutcome.Switched>().Which.OverriddenLimits.Should().BeEmpty();
        book.History.OfType<RegistrationSwitched>().Single().Overridden.Should().BeEmpty();
        book.StatusOf("a").Should().Be(RegistrationStatus.AwaitingApproval);
    }

    [Fact]
    public void Rejecting_passes_the_kept_seat_on_and_again_changes_nothing()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1), admission: s_holding);
        book.Register("a");
        book.Admit(new());
        book.Register("b");

        book.Names(book.Reject("a").Promoted).Should().Be("b");
        int decided = book.History.Count;
        book.Reject("a").Should().Match<CancellationOutcome>(o => !o.WasActive && o.Promoted.IsEmpty);
        book.History.Should().HaveCount(decided);
        book.RefusalOf(b => b.Reject("b"), b => b.CheckReject(book.IdOf("b"), book.Circumstances)).Should().Equal("registration.awaits-approval");
    }

    [Fact]
    public void R12_a_rejected_registration_does_not_block_a_new_one_and_a_pending_one_does()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1), admission: s_holdingNone);
        book.Register("a");
        book.RefusalOf(b => b.Register("a")).Should().Equal("registration.person-is-not-registered");
        book.Reject("a");
        book.Register("a").Should().BeOfType<RegistrationOutcome.AwaitingApproval>();
    }

    [Fact]
    public void While_postponed_whoever_is_approved_for_a_full_house_waits_and_is_not_declined()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(0), admission: s_holdingNone);
        book.Register("a");
        book.Become(WorkshopStatus.Postponed);

        book.Approve("a").Should().BeOfType<RegistrationOutcome.Waiting>();
    }

    [Fact]
    public void R4_while_postponed_a_freed_seat_is_kept_for_whoever_waits()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Admit(s_holdingNone);
        book.Register("c");
        book.Become(WorkshopStatus.Postponed);
        book.Cancel("a");

        book.Approve("c").Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Should().Equal(new BindingLimit("mode/online", 1, 1));
        book.Become(WorkshopStatus.Published);
        book.Settle();
        book.StatusOf("b").Should().Be(RegistrationStatus.Confirmed);
        book.StatusOf("c").Should().Be(RegistrationStatus.Waiting);
    }
}
