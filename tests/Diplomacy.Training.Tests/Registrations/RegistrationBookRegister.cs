using NodaTime;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationBookRegister
{
    [Fact]
    public void A_free_seat_is_confirmed_at_once()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));

        book.Register("a", InPerson).Should().BeOfType<RegistrationOutcome.Confirmed>().Which.Mode.Should().Be(InPerson);
        book.Register("b").Should().BeOfType<RegistrationOutcome.Confirmed>().Which.OverriddenLimits.Should().BeEmpty();
        book.Book.UsedOf("mode/in-person").Should().Be(1);
        book.Book.UsedOf("mode/online").Should().Be(1);
    }

    [Fact]
    public void R1_each_mode_has_seats_of_its_own()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a", InPerson);

        book.Register("b", InPerson).Should().BeOfType<RegistrationOutcome.Waiting>();
        book.Register("c").Should().BeOfType<RegistrationOutcome.Confirmed>();
    }

    [Fact]
    public void R1_a_seat_must_satisfy_every_limit_it_falls_under_and_a_wait_names_all_that_bind_with_their_figures()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 5).WithTotal(2).WithRoomCapacity(1).With(
            Quota.For(Washington, 1), Quota.ForEachMission(1), Quota.ForAll(InstitutionKind.Embassy, 1), Quota.ForGroup("americas", 1, Washington), Quota.For(Ministry, 1)));
        book.Register("a", InPerson, Washington);
        book.Register("b");

        RegistrationOutcome.Waiting waiting = book.Register("c", InPerson, Washington).Should().BeOfType<RegistrationOutcome.Waiting>().Subject;

        waiting.BindingLimits.Select(l => l.ToString()).Should().BeEquivalentTo(
            "mode/in-person 1/1", "quota/US-WAS-EMB 1/1", "quota/each-mission/US-WAS-EMB 1/1", "quota/kind/embassy 1/1", "quota/americas 1/1", "total 2/2", "room 1/1");
        waiting.BindingLimits.Should().OnlyContain(l => l.Remaining == 0);
        waiting.Explain(Language.English).Should().Contain("each mission: US-WAS-EMB (1 of 1)").And.NotContain("quota/");
    }

    [Theory]
    [InlineData("quota/MFAIC")]
    [InlineData("quota/each-mission/US-WAS-EMB")]
    [InlineData("quota/kind/embassy")]
    [InlineData("quota/paris-and-washington")]
    [InlineData("total")]
    [InlineData("mode/online")]
    [InlineData("room")]
    public void R1_each_kind_of_limit_binds_by_itself(string key)
    {
        SeatPlan wide = SeatPlan.Hybrid(9, 9);
        SeatPlan plan = key switch
        {
            "quota/MFAIC" => wide.With(Quota.For(Ministry, 1)),
            "quota/each-mission/US-WAS-EMB" => wide.With(Quota.ForEachMission(1)),
            "quota/kind/embassy" => wide.With(Quota.ForAll(InstitutionKind.Embassy, 1)),
            "quota/paris-and-washington" => wide.With(Quota.ForGroup("paris-and-washington", 1, Paris, Washington)),
            "total" => wide.WithTotal(1),
            "room" => wide.WithRoomCapacity(1),
            _ => SeatPlan.Hybrid(9, 1),
        };
        InstitutionCode from = key == "quota/MFAIC" ? Ministry : Washington;
        DeliveryMode mode = key == "room" ? InPerson : Online;
        var book = new Registrar(plan);
        book.Register("a", mode, from).Should().BeOfType<RegistrationOutcome.Confirmed>();

        book.Register("b", mode, from).Should().BeOfType<RegistrationOutcome.Waiting>()
            .Which.BindingLimits.Should().ContainSingle().Which.Should().Be(new BindingLimit(key, 1, 1));
    }

    [Fact]
    public void R1_a_quota_for_each_mission_counts_every_mission_by_itself_and_the_ministry_not_at_all()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(9).With(Quota.ForEachMission(1)));
        book.Register("a", from: Washington);

        book.Register("b", from: Paris).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Register("c", from: Ministry).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Register("d", from: Ministry).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Register("e", from: Paris).Should().BeOfType<RegistrationOutcome.Waiting>();
    }

    [Fact]
    public void A_limit_of_no_seats_lets_nobody_in()
    {
        new Registrar(SeatPlan.OnlineOnly(0)).Register("a").Should().BeOfType<RegistrationOutcome.Waiting>()
            .Which.BindingLimits.Should().Equal(new BindingLimit("mode/online", 0, 0));
    }

    [Fact]
    public void R4_a_newcomer_does_not_pass_whoever_waits_for_the_same_limits()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Revise(SeatPlan.OnlineOnly(2));

        book.Register("c").Should().BeOfType<RegistrationOutcome.Waiting>();
        book.StatusOf("b").Should().Be(RegistrationStatus.Confirmed);
    }

    [Fact]
    public void R4_a_newcomer_of_higher_priority_does_not_take_a_seat_from_whoever_was_waiting_for_it()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b", priority: 5);
        book.Revise(SeatPlan.OnlineOnly(2));

        book.Register("c", priority: 0).Should().BeOfType<RegistrationOutcome.Waiting>();
    }

    [Fact]
    public void R5_the_position_is_told_by_priority_then_by_time_of_joining_within_the_mode()
    {
        var book = new Registrar(SeatPlan.Hybrid(0, 0));
        Position(book.Register("a", priority: 1)).Should().Be(1);
        Position(book.Register("b", priority: 1)).Should().Be(2);
        Position(book.Register("c", priority: 0)).Should().Be(1);
        Position(book.Register("d", InPerson, priority: 1)).Should().Be(1);
        Position(book.Register("e", priority: int.MaxValue)).Should().Be(4);
        Position(book.Register("f", priority: int.MinValue)).Should().Be(1);
        Position(book.Register("g", priority: 1)).Should().Be(5);

        book.Line().Should().Be("f c a b d g e");
    }

    [Fact]
    public void R5_equal_times_keep_the_order_in_which_the_book_took_them()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(0));
        foreach (string who in new[] { "a", "b", "c", "d", "e", "f" })
        {
            book.Now -= Duration.FromMilliseconds(1);
            book.Register(who);
        }

        book.Line().Should().Be("a b c d e f");
    }

    [Fact]
    public void R12_a_person_has_one_active_registration_whichever_mode()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1));
        book.Register("a");

        book.RefusalOf(b => b.Register("a", InPerson)).Should().Equal("registration.person-is-not-registered");
        book.RefusalOf(b => b.Register("a", overriding: "minister")).Should().Equal("registration.person-is-not-registered");
    }

    [Fact]
    public void R12_whoever_waits_has_an_active_registration_too()
    {
        var book = new Registrar(SeatPlan.Hybrid(0, 1));
        book.Register("a", InPerson);

        book.RefusalOf(b => b.Register("a")).Should().Equal("registration.person-is-not-registered");
    }

    [Fact]
    public void R12_cancelled_declined_and_lapsed_registrations_do_not_block_a_new_one()
    {
        var book = new Registrar(SeatPlan.Hybrid(1, 1).WithWaitingPlaces(1), new(PromotesUntil: Start - Duration.FromDays(1)));
        book.Register("a");
        book.Register("waits");
        book.Register("declined").Should().BeOfType<RegistrationOutcome.Declined>();
        book.Cancel("waits");
        book.Register("lapses").Should().BeOfType<RegistrationOutcome.Waiting>();
        book.Now = Start - Duration.FromDays(1);
        book.Cancel("a");

        book.StatusOf("lapses").Should().Be(RegistrationStatus.Lapsed);
        book.Register("a").Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Register("lapses", InPerson).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Revise(SeatPlan.Hybrid(2, 2));
        book.Register("declined").Should().BeOfType<RegistrationOutcome.Confirmed>();
    }

    [Fact]
    public void R14_an_override_gives_a_seat_over_every_limit_and_records_which_and_why()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(0).WithTotal(0).WithWaitingPlaces(0));

        book.Register("a", overriding: "minister-asked").Should().BeOfType<RegistrationOutcome.Confirmed>()
            .Which.OverriddenLimits.Should().Equal(new BindingLimit("mode/online", 0, 0), new BindingLimit("total", 0, 0));

        RegistrationConfirmed recorded = book.History.OfType<RegistrationConfirmed>().Single();
        recorded.OverrideReasonCode.Should().Be("minister-asked");
        recorded.Overridden.Should().HaveCount(2);
        book.Book.UsedOf("mode/online").Should().Be(1);
    }

    [Fact]
    public void R14_an_override_where_a_seat_is_free_overrides_nothing()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));

        book.Register("a", overriding: "minister-asked").Should().BeOfType<RegistrationOutcome.Confirmed>().Which.OverriddenLimits.Should().BeEmpty();
        book.History.OfType<RegistrationConfirmed>().Single().OverrideReasonCode.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("the minister asked")]
    [InlineData("a\u0000b")]
    public void R14_an_override_needs_a_reason_that_is_a_code(string reason) =>
        FluentActions.Invoking(() => new RegistrationRequest(Code, PersonId.New(), Ministry, Online) { OverrideReasonCode = reason }).Should().Throw<ArgumentException>();

    [Fact]
    public void R15_registration_is_open_from_the_opening_instant_and_closed_at_the_closing_instant()
    {
        Instant opens = Start - Duration.FromDays(20), closes = Start - Duration.FromDays(2);
        var book = new Registrar(SeatPlan.OnlineOnly(9), new(opens, closes));

        book.Now = opens - Duration.Epsilon;
        Check(book).Should().Equal("registration.is-open");
        book.Now = opens;
        Check(book).Should().BeEmpty();
        book.Now = closes - Duration.Epsilon;
        Check(book).Should().BeEmpty();
        book.Now = closes;
        Check(book).Should().Equal("registration.is-open");
        book.RefusalOf(b => b.Register("a")).Should().Equal("registration.is-open");
    }

    [Fact]
    public void R15_without_a_window_registration_closes_as_the_first_session_begins()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(9)) { Now = Start - Duration.Epsilon };
        Check(book).Should().BeEmpty();

        book.Now = Start;
        Check(book).Should().Equal("registration.is-open");
    }

    [Fact]
    public void R15_no_cut_off_lies_after_the_end_of_the_agenda()
    {
        Instant late = Start + Duration.FromDays(400), end = Start + Duration.FromMinutes(90);
        var book = new Registrar(SeatPlan.OnlineOnly(9), new(Closes: late, PromotesUntil: late, CancelsUntil: late, ChangesUntil: late));
        book.Settle();

        book.Book.Cutoffs.Should().Be(new RegistrationCutoffs(null, end, end, end, end));
    }

    [Theory]
    [InlineData(WorkshopStatus.Draft)]
    [InlineData(WorkshopStatus.Postponed)]
    [InlineData(WorkshopStatus.Cancelled)]
    [InlineData(WorkshopStatus.Held)]
    public void Only_a_published_workshop_takes_registrations(WorkshopStatus status)
    {
        var book = new Registrar(SeatPlan.OnlineOnly(9));
        book.Become(status);

        book.RefusalOf(b => b.Register("a")).Should().Equal("registration.is-open");
    }

    [Fact]
    public void A_mode_that_is_not_offered_is_refused_also_for_an_override()
    {
        var book = new Registrar(SeatPlan.InPersonOnly(1));

        book.RefusalOf(b => b.Register("a")).Should().Equal("registration.mode-is-offered");
        book.RefusalOf(b => b.Register("a", overriding: "minister-asked")).Should().Equal("registration.mode-is-offered");
    }

    [Fact]
    public void Every_broken_rule_is_named_at_once()
    {
        var book = new Registrar(SeatPlan.InPersonOnly(1));
        book.Register("a", InPerson);
        book.Now = Start;

        book.RefusalOf(b => b.Register("a")).Should().Equal("registration.is-open", "registration.mode-is-offered", "registration.person-is-not-registered");
    }

    [Theory]
    [InlineData(ParticipantRole.Speaker)]
    [InlineData(ParticipantRole.Moderator)]
    [InlineData(ParticipantRole.Interpreter)]
    [InlineData(ParticipantRole.GuestOfHonour)]
    [InlineData(ParticipantRole.Observer)]
    [InlineData(ParticipantRole.Staff)]
    public void Roles_other_than_participant_take_no_seat_but_room(ParticipantRole role)
    {
        var book = new Registrar(SeatPlan.Hybrid(0, 0).WithTotal(0).WithRoomCapacity(1).With(Quota.For(Ministry, 0)));

        book.Register("online", Online, role: role).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Register("in the room", InPerson, role: role).Should().BeOfType<RegistrationOutcome.Confirmed>();
        book.Register("outside", InPerson, role: role).Should().BeOfType<RegistrationOutcome.Waiting>()
            .Which.BindingLimits.Should().Equal(new BindingLimit("room", 1, 1));
    }

    [Fact]
    public void A_full_waiting_list_declines_and_names_itself_among_the_full_limits()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1).WithWaitingPlaces(1));
        book.Register("a");
        book.Register("b");

        RegistrationOutcome.Declined declined = book.Register("c").Should().BeOfType<RegistrationOutcome.Declined>().Subject;

        declined.BindingLimits.Should().Equal(new BindingLimit("mode/online", 1, 1), new BindingLimit("waiting", 1, 1));
        book.StatusOf("c").Should().Be(RegistrationStatus.Declined);
        book.Line().Should().Be("b");
    }

    [Fact]
    public void A_workshop_without_a_waiting_list_declines()
    {
        new Registrar(SeatPlan.OnlineOnly(0).WithWaitingPlaces(0)).Register("a").Should().BeOfType<RegistrationOutcome.Declined>()
            .Which.BindingLimits.Should().Equal(new BindingLimit("mode/online", 0, 0), new BindingLimit("waiting", 0, 0));
    }

    [Fact]
    public void R15_from_the_promotion_cut_off_on_a_full_house_declines_and_a_free_seat_is_still_given()
    {
        Instant cutOff = Start - Duration.FromDays(5);
        var book = new Registrar(SeatPlan.OnlineOnly(1), new(PromotesUntil: cutOff)) { Now = cutOff };
        book.Register("a").Should().BeOfType<RegistrationOutcome.Confirmed>();

        book.Register("b").Should().BeOfType<RegistrationOutcome.Declined>()
            .Which.BindingLimits.Should().Equal(new BindingLimit("mode/online", 1, 1), new BindingLimit("waiting", 0, 0));
    }

    [Fact]
    public void R17_the_history_is_kept_and_where_a_registration_stands_follows_from_it()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(1));
        book.Register("a");
        book.Register("b");
        book.Cancel("a");
        book.Cancel("b");

        book.History.Where(e => e is not SeatPlanAdopted).Select(e => e.GetType().Name).Should().Equal(
            nameof(RegistrationConfirmed), nameof(RegistrationWaitlisted), nameof(RegistrationCancelled), nameof(RegistrationPromoted), nameof(RegistrationCancelled));
        RegistrationBook replayed = RegistrationBook.Begin(book.Book.Stream);
        replayed.Apply(book.History);
        Picture(replayed).Should().Be(Picture(book.Book));
    }

    [Fact]
    public void Another_books_request_an_empty_or_taken_id_and_undefined_values_are_programmers_errors()
    {
        var book = new Registrar(SeatPlan.OnlineOnly(9));
        RegistrationId taken = book.Register("a").Registration;
        RegistrationRequest request = book.Request("b");
        var elsewhere = new Workshop(new WorkshopPlan("OTHER", Ministry) { Title = book.Workshop.Title, Agenda = book.Workshop.Agenda, Seats = SeatPlan.OnlineOnly(1) }, WorkshopStatus.Published, 1);

        FluentActions.Invoking(() => book.Book.Register(taken, request, book.Circumstances)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => book.Book.Register(default, request, book.Circumstances)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => book.Book.Register(RegistrationId.New(), request, book.Circumstances with { Workshop = elsewhere })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => book.Book.Register(RegistrationId.New(), request with { Workshop = elsewhere.Id }, book.Circumstances)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new RegistrationRequest(Code, PersonId.New(), Ministry, (DeliveryMode)7)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => request with { Role = (ParticipantRole)70 }).Should().Throw<ArgumentException>();
    }

    private static int Position(RegistrationOutcome outcome) => outcome.Should().BeOfType<RegistrationOutcome.Waiting>().Which.Position;

    private static IEnumerable<string> Check(Registrar book) => book.Book.CheckRegister(book.Request("a"), book.Circumstances).Select(r => r.Code);
}
