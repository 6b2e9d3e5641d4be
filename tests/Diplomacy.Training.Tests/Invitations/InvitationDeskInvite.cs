using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.DeliveryMode;

namespace Diplomacy.Training.Tests.Invitations;

public sealed class InvitationDeskInvite
{
    [Fact]
    public async Task Whoever_has_a_seat_is_invited_once_with_sequence_0_and_a_uid_that_tells_nothing()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.HeardAsync();

        InvitationReport first = await chancery.InviteAsync();
        InvitationReport second = await chancery.InviteAsync();

        InvitationEntry entry = first.Sent.Should().ContainSingle().Which;
        (entry.Invitee, entry.Key, entry.Sequence, entry.IsInvited).Should().Be((Invitee.Of(person), "day-1", 0, true));
        entry.Uid.ToString().Should().NotContain(person.ToString());
        second.ToldAnybody.Should().BeFalse();
        second.Unchanged.Should().Be(1);
        Notice notice = (await chancery.HeardAsync()).Should().ContainSingle().Which;
        (notice.Kind, notice.Recipient, notice.Arguments["uid"], notice.Arguments["sequence"]).Should().Be(("notice.invitation", person, entry.Uid.ToString(), "0"));
        notice.Explain().Should().Be("You are invited to “Digital Diplomacy” on Thu 29 Oct 2026 08:00 -04:00 your time. The calendar entry is attached.");
    }

    [Fact]
    public async Task Nobody_is_invited_who_waits_is_offered_a_seat_or_awaits_approval()
    {
        Chancery chancery = await Chancery.OpenAsync(plan: p => p with { Seats = SeatPlan.Hybrid(1, 1), Admission = new() { Offers = new(Duration.FromHours(48)) } });
        var (_, first) = await chancery.ParticipantAsync();
        await chancery.ParticipantAsync();
        await chancery.ParticipantAsync();
        await chancery.CancelAsync(first);

        (await chancery.Desks.Registrations.ListAsync(Chancery.Code)).Select(r => r.Status).Should().Equal(RegistrationStatus.Cancelled, RegistrationStatus.Offered, RegistrationStatus.Waiting);
        (await chancery.InviteAsync()).ToldAnybody.Should().BeFalse();

        Chancery strict = await Chancery.OpenAsync(plan: p => p with { Admission = new() { Approval = ApprovalPolicy.HoldsSeat } });
        await strict.ParticipantAsync();
        (await strict.InviteAsync()).ToldAnybody.Should().BeFalse();
    }

    [Fact]
    public async Task Seats_are_passed_on_before_anybody_is_told()
    {
        Chancery chancery = await Chancery.OpenAsync(plan: p => p with { Seats = SeatPlan.OnlineOnly(1) });
        await chancery.ParticipantAsync();
        var (waiting, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.Desks.Planning.ReviseAsync(Chancery.Plan() with { Seats = SeatPlan.OnlineOnly(2) }, Chancery.Officer);

        (await chancery.InviteAsync()).Sent.Should().ContainSingle().Which.Invitee.Should().Be(Invitee.Of(waiting));
    }

    [Fact]
    public async Task Speakers_and_staff_are_invited_too()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync(InPerson, role: ParticipantRole.Speaker);
        await chancery.ParticipantAsync(InPerson, role: ParticipantRole.Staff);

        (await chancery.InviteAsync()).Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task R48_whoever_loses_the_seat_is_told_by_a_cancellation_with_the_same_uid_and_a_higher_sequence()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, registration) = await chancery.ParticipantAsync();
        InvitationEntry before = (await chancery.InviteAsync()).Sent.Single();
        await chancery.CancelAsync(registration);

        InvitationReport report = await chancery.InviteAsync();

        InvitationEntry after = report.Cancelled.Should().ContainSingle().Which;
        (after.Uid, after.Sequence, after.Last.Withdrawn).Should().Be((before.Uid, 1, WithdrawalCause.SeatLost));
        string file = await chancery.FileAsync(person);
        file.Should().Contain("METHOD:CANCEL\r\n").And.Contain("STATUS:CANCELLED\r\n").And.Contain("SEQUENCE:1\r\n").And.Contain($"UID:{before.Uid}\r\n");
        (await chancery.InviteAsync()).ToldAnybody.Should().BeFalse("a cancellation is told once");
    }

    [Fact]
    public async Task R54_whoever_registers_again_keeps_the_uid_with_a_higher_sequence()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, registration) = await chancery.ParticipantAsync();
        InvitationEntry before = (await chancery.InviteAsync()).Sent.Single();
        await chancery.CancelAsync(registration);
        await chancery.InviteAsync();
        await chancery.RegisterAsync(person);

        InvitationEntry again = (await chancery.InviteAsync()).Sent.Should().ContainSingle().Which;

        (again.Uid, again.Sequence, again.IsInvited).Should().Be((before.Uid, 2, true));
    }

    [Fact]
    public async Task R48_whoever_was_substituted_is_told_so_and_the_other_gets_a_uid_of_his_own()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, registration) = await chancery.ParticipantAsync();
        InvitationEntry before = (await chancery.InviteAsync()).Sent.Single();
        PersonId other = await chancery.PersonAsync();
        await chancery.Desks.Registrations.SubstituteAsync(Chancery.Code, registration, new(other, "reposted"), Chancery.Officer);

        InvitationReport report = await chancery.InviteAsync();

        report.Cancelled.Should().ContainSingle().Which.Should().Match<InvitationEntry>(e => e.Invitee == Invitee.Of(person) && e.Last.Withdrawn == WithdrawalCause.Substituted);
        report.Sent.Should().ContainSingle().Which.Should().Match<InvitationEntry>(e => e.Invitee == Invitee.Of(other) && e.Uid != before.Uid && e.Sequence == 0);
    }

    [Fact]
    public async Task The_cause_is_that_of_the_last_registration()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, first) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.Desks.Registrations.SubstituteAsync(Chancery.Code, first, new(await chancery.PersonAsync(), "reposted"), Chancery.Officer);
        await chancery.CancelAsync(await chancery.RegisterAsync(person));

        (await chancery.InviteAsync()).Cancelled.Should().ContainSingle().Which.Last.Withdrawn.Should().Be(WithdrawalCause.SeatLost);
    }

    [Fact]
    public async Task A_change_of_mode_is_told_with_the_same_uid_and_moves_place_and_link()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
        var (person, registration) = await chancery.ParticipantAsync();
        InvitationEntry before = (await chancery.InviteAsync()).Sent.Single();
        (await chancery.FileAsync(person)).Should().Contain(Chancery.Link.AbsoluteUri).And.NotContain("Hall A");
        await chancery.Desks.Registrations.SwitchAsync(Chancery.Code, registration, new(InPerson), Chancery.Officer);

        InvitationEntry after = (await chancery.InviteAsync()).Updated.Should().ContainSingle().Which;

        (after.Uid, after.Sequence).Should().Be((before.Uid, 1));
        (await chancery.FileAsync(person)).Should().Contain("LOCATION;LANGUAGE=en:Hall A\\, Phnom Penh").And.NotContain("call.example").And.Contain("SEQUENCE:1\r\n");
    }

    [Fact]
    public async Task A_new_title_or_venue_is_told_and_what_a_calendar_does_not_show_is_not()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync(InPerson);
        await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.HeardAsync();

        await chancery.Desks.Planning.ReviseAsync(Chancery.Plan() with { Seats = SeatPlan.Hybrid(30, 60) }, Chancery.Officer);
        (await chancery.InviteAsync()).ToldAnybody.Should().BeFalse();
        await chancery.Desks.Planning.ReviseAsync(Chancery.Plan() with { Venue = new("", "Hall B") }, Chancery.Officer);
        (await chancery.InviteAsync()).Updated.Should().ContainSingle("only those in the room are shown the venue");
        await chancery.Desks.Planning.ReviseAsync(Chancery.Plan() with { Venue = new("", "Hall B"), Title = new("", "Diplomacy, digitally") }, Chancery.Officer);
        (await chancery.InviteAsync()).Updated.Should().HaveCount(2);
        (await chancery.HeardAsync()).Select(n => n.Kind).Should().Equal("notice.invitation-updated", "notice.invitation-updated", "notice.invitation-updated");
    }

    [Fact]
    public async Task A_postponement_to_another_day_moves_the_entry_and_tells_both_local_times()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        InvitationEntry before = (await chancery.InviteAsync()).Sent.Single();
        await chancery.HeardAsync();
        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(43), Chancery.Officer);

        InvitationEntry after = (await chancery.InviteAsync()).Updated.Should().ContainSingle().Which;

        (after.Uid, after.Key, after.Sequence).Should().Be((before.Uid, "day-1", 1));
        (await chancery.FileAsync(person)).Should().Contain("METHOD:REQUEST\r\n").And.Contain("DTSTART;TZID=Asia/Phnom_Penh:20261112T190000\r\n");
        Notice notice = (await chancery.HeardAsync()).Should().ContainSingle().Which;
        (notice.Kind, notice.Arguments["before"], notice.Arguments["start"]).Should().Be(("notice.session-moved", "Thu 29 Oct 2026 08:00 -04:00", "Thu 12 Nov 2026 07:00 -05:00"));
    }

    [Fact]
    public async Task A_workshop_without_a_date_is_taken_out_of_calendars_and_put_back_under_the_same_uids()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();
        InvitationEntry first = (await chancery.InviteAsync()).Sent.Single();
        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, null, Chancery.Officer);
        (await chancery.InviteAsync()).Cancelled.Should().ContainSingle().Which.Last.Withdrawn.Should().Be(WithdrawalCause.WorkshopPostponed);
        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(43), Chancery.Officer);

        InvitationEntry again = (await chancery.InviteAsync()).Sent.Should().ContainSingle().Which;

        (again.Uid, again.Sequence).Should().Be((first.Uid, 2));
    }

    [Fact]
    public async Task A_cancelled_workshop_is_taken_out_of_every_calendar()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();
        await chancery.ParticipantAsync(InPerson, Chancery.Ministry);
        await chancery.InviteAsync();
        await chancery.Desks.Planning.CancelAsync(Chancery.Code, "venue-lost", Chancery.Officer);

        (await chancery.InviteAsync()).Cancelled.Select(e => e.Last.Withdrawn).Should().Equal(WithdrawalCause.WorkshopCancelled, WithdrawalCause.WorkshopCancelled);
    }

    [Fact]
    public async Task A_notice_says_that_the_workshop_was_postponed_or_cancelled_and_not_the_invitee()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.HeardAsync();

        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, null, Chancery.Officer);
        (await chancery.InviteAsync()).ToString().Should().Be("Sent 0, Updated 0, Cancelled 1, TimesTold 0, Unchanged 0, WithoutAddress 0");
        Notice postponed = (await chancery.HeardAsync()).Should().ContainSingle().Which;
        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(43), Chancery.Officer);
        await chancery.InviteAsync();
        await chancery.HeardAsync();
        await chancery.Desks.Planning.CancelAsync(Chancery.Code, "venue-lost", Chancery.Officer);
        await chancery.InviteAsync();
        Notice cancelled = (await chancery.HeardAsync()).Should().ContainSingle().Which;

        (postponed.Kind, postponed.Explain()).Should().Be((
            "notice.workshop-postponed",
            "“Digital Diplomacy” on Thu 29 Oct 2026 08:00 -04:00 your time is postponed to a date that is not set yet. Registrations stand. Please take the entry out of your calendar."));
        (cancelled.Kind, cancelled.Explain()).Should().Be((
            "notice.workshop-cancelled", "“Digital Diplomacy” on Thu 12 Nov 2026 07:00 -05:00 your time is cancelled. Please take the entry out of your calendar."));
    }

    [Fact]
    public async Task A_cancellation_is_told_also_when_the_host_has_lost_its_mailbox()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.Desks.Institutions.ChangeAsync((await chancery.Desks.Institutions.FindAsync(Chancery.Ministry))! with { Email = null }, Chancery.Officer);
        await chancery.Desks.Planning.CancelAsync(Chancery.Code, "venue-lost", Chancery.Officer);

        (await chancery.Invitations.CheckInviteAsync(Chancery.Code)).Should().BeEmpty();
        (await chancery.InviteAsync()).Cancelled.Should().ContainSingle();
        (await chancery.FileAsync(person)).Should().Contain("METHOD:CANCEL").And.Contain("mailto:training@mfaic.example", "the sender is the one who invited");
    }

    [Fact]
    public async Task Several_days_have_an_entry_each_numbered_in_order()
    {
        Chancery chancery = await Chancery.OpenAsync(Chancery.AgendaOn(27, 9, "second", "third"));
        var (person, _) = await chancery.ParticipantAsync();
        (await chancery.InviteAsync()).Sent.Select(e => e.Key).Should().Equal("day-1", "day-2", "day-3");

        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(34, 9, "second"), Chancery.Officer);
        InvitationReport report = await chancery.InviteAsync();

        report.Updated.Select(e => e.Key).Should().Equal("day-1", "day-2");
        report.Cancelled.Should().ContainSingle().Which.Should().Match<InvitationEntry>(e => e.Key == "day-3" && e.Last.Withdrawn == WithdrawalCause.EntryDropped);
        (await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(person))).Should().HaveCount(3);
    }

    [Fact]
    public async Task R47_entries_may_be_one_for_each_session()
    {
        Chancery chancery = await Chancery.OpenAsync(Agenda.Strictly("Asia/Phnom_Penh", Chancery.Session("morning", 29, 9), Chancery.Session("evening", 29, 19)));
        await chancery.ParticipantAsync();
        (await chancery.InviteAsync()).Sent.Should().ContainSingle().Which.Last.Content.Sessions.Should().HaveCount(2);

        await chancery.Invitations.OpenAsync(Chancery.Code, new() { Entries = CalendarEntries.Sessions }, Chancery.Officer);
        InvitationReport report = await chancery.InviteAsync();

        report.Cancelled.Select(e => e.Key).Should().Equal("day-1");
        report.Sent.Select(e => e.Key).Should().Equal("session-morning", "session-evening");
    }

    [Fact]
    public async Task Each_sitting_has_its_own_entry_and_changing_it_keeps_the_uid()
    {
        Agenda agenda = Agenda.Strictly("Asia/Phnom_Penh", Chancery.Session("east-1", 29, 8, "east"), Chancery.Session("west-1", 29, 20, "west"));
        Chancery chancery = await Chancery.OpenAsync(agenda, p => p with { Seats = SeatPlan.Hybrid(10, 10).WithSitting("east", 5, 5).WithSitting("west", 5, 5) });
        var (person, registration) = await chancery.ParticipantAsync(sitting: "east");
        await chancery.ParticipantAsync(role: ParticipantRole.Speaker);
        InvitationReport first = await chancery.InviteAsync();
        await chancery.Desks.Registrations.SwitchAsync(Chancery.Code, registration, new(Online) { Sitting = "west" }, Chancery.Officer);

        InvitationEntry moved = (await chancery.InviteAsync()).Updated.Should().ContainSingle().Which;

        first.Sent.Select(e => e.Key).Should().Equal("day-1", "day-1-east", "day-1-west");
        (moved.Uid, moved.Invitee, moved.Last.Content.Sitting).Should().Be((first.Sent[0].Uid, Invitee.Of(person), "west"));
    }

    [Fact]
    public async Task Whoever_was_erased_is_told_nothing_and_has_no_message_any_more()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.HeardAsync();
        await chancery.Desks.People.EraseAsync(person, Chancery.Officer);

        InvitationReport report = await chancery.InviteAsync();

        report.Cancelled.Should().ContainSingle().Which.Last.Withdrawn.Should().Be(WithdrawalCause.PersonErased);
        report.WithoutAddress.Should().BeEmpty();
        (await chancery.HeardAsync()).Should().BeEmpty();
        (await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(person))).Should().BeEmpty();
        (await chancery.InviteAsync()).ToldAnybody.Should().BeFalse();
    }

    [Fact]
    public async Task Entries_follow_whoever_turned_out_to_be_somebody_else()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (duplicate, _) = await chancery.ParticipantAsync();
        InvitationEntry before = (await chancery.InviteAsync()).Sent.Single();
        PersonId person = await chancery.PersonAsync();
        await chancery.Desks.People.MergeAsync(duplicate, person, Chancery.Officer);

        InvitationReport report = await chancery.InviteAsync();

        report.ToldAnybody.Should().BeFalse("the calendar shows what it should");
        (await chancery.EntryAsync(person)).Uid.Should().Be(before.Uid);
        (await chancery.EntryAsync(duplicate)).Invitee.Should().Be(Invitee.Of(person), "both ids name the same person");
    }

    [Fact]
    public async Task Whoever_was_invited_twice_under_two_ids_keeps_one_entry()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (duplicate, _) = await chancery.ParticipantAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.HeardAsync();
        await chancery.Desks.People.MergeAsync(duplicate, person, Chancery.Officer);

        InvitationReport report = await chancery.InviteAsync();

        report.Cancelled.Should().ContainSingle().Which.Last.Withdrawn.Should().Be(WithdrawalCause.PersonMerged);
        (await chancery.Invitations.EntriesOfAsync(Chancery.Code, Invitee.Of(person))).Count(e => e.IsInvited).Should().Be(1);
        (await chancery.HeardAsync()).Should().ContainSingle().Which.Should().Match<Notice>(n => n.Kind == "notice.invitation-merged" && n.Recipient == person);
        int recorded = (await chancery.LedgerAsync()).Count;
        (await chancery.InviteAsync()).ToldAnybody.Should().BeFalse();
        (await chancery.LedgerAsync()).Should().HaveCount(recorded, "somebody is recognised once");
    }

    [Fact]
    public async Task Whoever_registered_twice_and_was_merged_before_the_first_round_is_invited_once()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (duplicate, _) = await chancery.ParticipantAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.HeardAsync();
        await chancery.Desks.People.MergeAsync(duplicate, person, Chancery.Officer);

        (await chancery.InviteAsync()).Sent.Should().ContainSingle().Which.Invitee.Should().Be(Invitee.Of(person));

        (await chancery.HeardAsync()).Should().ContainSingle().Which.Recipient.Should().Be(person);
    }

    [Fact]
    public async Task What_is_over_is_left_alone()
    {
        Chancery chancery = await Chancery.OpenAsync(Chancery.AgendaOn(27, 9, "second"));
        var (_, registration) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.ParticipantAsync();
        chancery.Clock.Reset(Instant.FromUtc(2026, 10, 27, 12, 0));
        await chancery.CancelAsync(registration);

        InvitationReport report = await chancery.InviteAsync();

        report.Cancelled.Select(e => e.Key).Should().Equal("day-2");
        report.Sent.Select(e => e.Key).Should().Equal("day-2");
        chancery.Clock.Reset(Instant.FromUtc(2026, 10, 30, 12, 0));
        (await chancery.RefusalOf(async () => await chancery.InviteAsync())).Should().Equal("workshop.status-allows");
    }

    [Fact]
    public async Task A_day_is_over_at_the_moment_at_which_its_last_session_ends()
    {
        Chancery chancery = await Chancery.OpenAsync(Chancery.AgendaOn(27, 9, "second"));
        var (_, registration) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.ParticipantAsync();
        Instant end = Instant.FromUtc(2026, 10, 27, 3, 30);
        chancery.Clock.Reset(end);
        await chancery.CancelAsync(registration);

        InvitationReport report = await chancery.InviteAsync();

        (report.Cancelled.Select(e => e.Key), report.Sent.Select(e => e.Key), report.Unchanged).Should().BeEquivalentTo((new[] { "day-2" }, new[] { "day-2" }, 0));
        chancery.Clock.Reset(end + Duration.FromDays(1));
        (await chancery.RefusalOf(async () => await chancery.InviteAsync())).Should().Equal("workshop.status-allows");
    }

    [Fact]
    public async Task A_host_without_a_mailbox_cannot_invite_and_is_told_beforehand()
    {
        Chancery chancery = await Chancery.OpenAsync(mailbox: null);
        await chancery.ParticipantAsync();

        (await chancery.Invitations.CheckInviteAsync(Chancery.Code)).Select(r => r.Code).Should().Equal("invitation.organizer-has-address");
        (await chancery.RefusalOf(async () => await chancery.InviteAsync())).Should().Equal("invitation.organizer-has-address");
        (await chancery.RefusalOf(async () => await chancery.Invitations.InviteAsync(WorkshopId.Parse("NONE"), Chancery.Officer))).Should().Equal("workshop.is-known");
    }

    [Fact]
    public async Task A_draft_invites_nobody()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.Desks.Planning.DraftAsync(new(WorkshopId.Parse("DD-2027"), Chancery.Ministry) { Title = new("", "Next"), Agenda = Chancery.AgendaOn(29), Seats = SeatPlan.Hybrid(1, 1) }, Chancery.Officer);

        (await chancery.RefusalOf(async () => await chancery.Invitations.InviteAsync(WorkshopId.Parse("DD-2027"), Chancery.Officer))).Should().Equal("workshop.status-allows");
    }

    [Fact]
    public async Task Inviting_needs_its_permission()
    {
        Chancery chancery = await Chancery.OpenAsync();
        chancery.Rights.Withdraw(Permission.SendInvitations);

        (await chancery.RefusalOf(async () => await chancery.InviteAsync())).Should().Equal("permission.actor-may");
        (await chancery.RefusalOf(async () => await chancery.Invitations.OpenAsync(Chancery.Code, null, Chancery.Officer))).Should().Equal("permission.actor-may");
        (await chancery.RefusalOf(async () => await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, null, Chancery.Officer))).Should().Equal("permission.actor-may");
        (await chancery.RefusalOf(async () => await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Paris, Chancery.Officer))).Should().Equal("permission.actor-may");
        (await chancery.RefusalOf(async () => await chancery.Invitations.UninviteInstitutionAsync(Chancery.Code, Chancery.Paris, Chancery.Officer))).Should().Equal("permission.actor-may");
    }

    [Fact]
    public async Task A_repeated_command_tells_what_it_told_first()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        var (_, registration) = await chancery.ParticipantAsync();
        var command = CommandId.New();
        InvitationReport first = await chancery.InviteAsync(command);
        await chancery.CancelAsync(registration);
        await chancery.InviteAsync();

        InvitationReport again = await chancery.InviteAsync(command);

        again.Should().BeEquivalentTo(first);
        (again.Sent.Length, again.Unchanged, again.Cancelled.Length).Should().Be((1, 1, 0));
    }

    [Fact]
    public async Task Everything_that_somebody_was_told_can_be_looked_up()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, registration) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(43), Chancery.Officer);
        await chancery.InviteAsync();
        await chancery.CancelAsync(registration);
        await chancery.InviteAsync();

        IReadOnlyList<InvitationHistoryLine> history = await chancery.Invitations.HistoryAsync(Chancery.Code, Invitee.Of(person));

        history.Select(l => l.Kind).Should().Equal(InvitationStepKind.Invited, InvitationStepKind.Changed, InvitationStepKind.Withdrawn);
        history.Select(l => l.Entry.Sequence).Should().Equal(0, 1, 2);
        history.Select(l => l.Entry.Told[0].Start).Should().Equal(new LocalDateTime(2026, 10, 29, 8, 0), new LocalDateTime(2026, 11, 12, 7, 0), new LocalDateTime(2026, 11, 12, 7, 0));
        (await chancery.Invitations.HistoryAsync(Chancery.Code, Invitee.Of(Chancery.Paris))).Should().BeEmpty();
    }
}
