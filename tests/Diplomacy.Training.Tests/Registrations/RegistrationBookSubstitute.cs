using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationBookSubstitute
{
    [Fact]
    public void R11_the_seat_stays_the_person_changes_and_the_first_registration_ends_for_good()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a", from: Washington);
        book.Register("b");

        SubstitutionOutcome outcome = book.Substitute("a", "x");

        outcome.Status.Should().Be(RegistrationStatus.Confirmed);
        outcome.Promoted.Should().BeEmpty();
        book.Of("x").Should().Match<Registration>(r => r.Replaces == book.IdOf("a") && r.Institution == Washington && r.RegisteredAt == book.Now && r.RestoredAt == null);
        book.Of("a").Should().Match<Registration>(r => r.Status == RegistrationStatus.Substituted && r.ReplacedBy == book.IdOf("x") && r.Person == book.Person("a"));
        book.Book.UsedOf("mode/online").Should().Be(1);
        book.StatusOf("b").Should().Be(RegistrationStatus.Waiting);
        book.Book.ActiveOf(book.Person("a")).Should().BeNull();
        book.RefusalOf(b => b.Restore("a"), b => b.CheckRestore(book.IdOf("a"), book.Circumstances)).Should().Equal("registration.can-be-restored");
        book.RefusalOf(b => b.Substitute("a", "y")).Should().Equal("registration.is-active");
    }

    [Fact]
    public void R11_who_waits_is_replaced_at_the_same_place_in_line()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(0));
        book.Register("a");
        book.Register("b");
        book.Register("c");
        book.Now += NodaTime.Duration.FromHours(1);
        book.Substitute("b", "x").Status.Should().Be(RegistrationStatus.Waiting);
        book.Line().Should().Be("a x c");
    }

    [Fact]
    public void R11_a_waiting_change_is_taken_over_too()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 0));
        book.Register("a", InPerson);
        book.Switch("a", Online);
        book.Substitute("a", "x");
        book.Line().Should().Be("x");
        book.Revise(SeatPlan.Hybrid(1, 1));
        book.Settle();
        book.Of("x").Mode.Should().Be(Online);
    }

    [Fact]
    public void R12_who_is_registered_already_takes_over_nothing()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2));
        book.Register("a");
        book.Register("b");
        book.RefusalOf(b => b.Substitute("a", "b"), b => b.CheckSubstitute(book.IdOf("a"), new(book.Person("b"), "duty"), Officer, book.Circumstances)).Should().Equal("registration.person-is-not-registered");
        book.RefusalOf(b => b.Substitute("a", "a")).Should().Equal("registration.person-is-not-registered");
    }

    [Fact]
    public void R11_the_new_person_is_invited_where_that_is_asked_for_and_not_erased()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(2), admission: new() { Access = RegistrationAccess.InvitedOnly });
        book.Invite(true, "a", "x");
        book.Register("a");
        book.RefusalOf(b => b.Substitute("a", "y"), b => b.CheckSubstitute(book.IdOf("a"), new(book.Person("y"), "duty"), Officer, book.Circumstances)).Should().Equal("registration.person-is-invited");
        book.Erase("x");
        book.RefusalOf(b => b.Substitute("a", "x"), b => b.CheckSubstitute(book.IdOf("a"), new(book.Person("x"), "duty"), Officer, book.Circumstances)).Should().Equal("person.is-known");
    }

    [Fact]
    public void R11_and_R1_a_full_limit_that_only_the_new_person_falls_under_stands_in_the_way_unless_overridden()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(3).With(Quota.For(SeatGroup.Parse("grade/director"), 0)));
        book.Register("a");
        var substitution = new Substitution(book.Person("x"), "duty") { Groups = SeatGroups.Parse("grade/director") };
        book.RefusalOf(b => b.Substitute("a", "x", "grade/director"), b => b.CheckSubstitute(book.IdOf("a"), substitution, Officer, book.Circumstances)).Should().Equal("registration.limits-allow");

        book.Substitute("a", "x", "grade/director", "minister");
        book.History.OfType<RegistrationSubstituted>().Single().Should().Match<RegistrationSubstituted>(
            e => e.OverrideReasonCode == "minister" && e.ReasonCode == "duty" && e.Overridden.Single() == new BindingLimit("quota/group/grade/director", 0, 0));
    }

    [Fact]
    public void R10_room_that_the_first_person_took_and_the_second_does_not_is_passed_on()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(3).With(Quota.For(SeatGroup.Parse("grade/director"), 1)));
        book.Enter("a", book.Request("a") with { Groups = SeatGroups.Parse("grade/director") });
        book.Enter("b", book.Request("b") with { Groups = SeatGroups.Parse("grade/director") });
        book.Names(book.Substitute("a", "x").Promoted).Should().Be("b");
    }

    [Fact]
    public void An_id_of_its_own_is_a_programmers_duty()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        FluentActions.Invoking(() => book.Book.Substitute(book.IdOf("a"), book.IdOf("a"), new(book.Person("x"), "duty"), Officer, book.Circumstances)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new Substitution(book.Person("x"), "fell ill")).Should().Throw<ArgumentException>();
    }
}
