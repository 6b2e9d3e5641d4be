using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Invitations;

public sealed class InvitationsInDueWork
{
    [Fact]
    public async Task An_open_ledger_is_brought_up_to_date_after_the_book_has_settled()
    {
        Chancery chancery = await Chancery.OpenAsync(plan: p => p with { Seats = SeatPlan.OnlineOnly(1) });
        await chancery.ParticipantAsync();
        var (waiting, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.Desks.Planning.ReviseAsync(Chancery.Plan() with { Seats = SeatPlan.OnlineOnly(2) }, Chancery.Officer);

        DueWorkReport report = await chancery.Desks.DueWork.RunAsync();

        (report.BooksSettled, report.InvitationsTold).Should().Be((1, 1), "whoever got a seat in this run is invited in this run");
        (await chancery.EntryAsync(waiting)).IsInvited.Should().BeTrue();
        (await chancery.Desks.DueWork.RunAsync()).Should().BeEquivalentTo(new DueWorkReport(0, 0));
    }

    [Fact]
    public async Task A_ledger_that_nobody_opened_stays_closed()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();

        (await chancery.Desks.DueWork.RunAsync()).InvitationsTold.Should().Be(0);
        (await chancery.LedgerAsync()).Should().BeEmpty();
        await chancery.Invitations.OpenAsync(Chancery.Code, null, Chancery.Officer);
        (await chancery.Desks.DueWork.RunAsync()).InvitationsTold.Should().Be(1);
    }

    [Fact]
    public async Task A_cancelled_workshop_is_told_and_one_that_was_held_is_not()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.Desks.Planning.CancelAsync(Chancery.Code, "venue-lost", Chancery.Officer);
        (await chancery.Desks.DueWork.RunAsync()).InvitationsTold.Should().Be(1);

        Chancery held = await Chancery.OpenAsync();
        await held.ParticipantAsync();
        await held.InviteAsync();
        held.Clock.AdvanceDays(60);
        DueWorkReport report = await held.Desks.DueWork.RunAsync();
        (report.WorkshopsSettled, report.InvitationsTold, report.RemindersSent).Should().Be((1, 0, 0));
        (await held.Invitations.EntriesAsync(Chancery.Code)).Single().Should().Match<InvitationEntry>(e => e.IsInvited && e.Reminders.IsEmpty);
        report.Refused.Should().BeEmpty();
    }

    [Fact]
    public async Task Two_processes_at_once_tell_nobody_twice()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var others = Enumerable.Range(0, 3).Select(_ => new TrainingDesks(chancery.Ports)).ToArray();
        for (int i = 0; i < 12; i++)
        {
            await chancery.ParticipantAsync(i % 3 == 0 ? DeliveryMode.InPerson : DeliveryMode.Online);
        }

        await chancery.HeardAsync();
        await Task.WhenAll(others.Append(chancery.Desks).SelectMany(desks => Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            if (i == 0)
            {
                await desks.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
            }

            await desks.Invitations.InviteAsync(Chancery.Code, Chancery.Officer);
            await desks.DueWork.RunAsync();
        }))));

        Notice[] heard = await chancery.HeardAsync();
        heard.Select(n => (n.Arguments["uid"], n.Arguments["sequence"])).Should().OnlyHaveUniqueItems();
        heard.Count(n => n.Kind == "notice.invitation").Should().Be(12);
        IReadOnlyList<InvitationEntry> entries = await chancery.Invitations.EntriesAsync(Chancery.Code);
        entries.Select(e => e.Invitee).Should().OnlyHaveUniqueItems();
        foreach (TrainingDesks desks in others)
        {
            (await desks.Invitations.EntriesAsync(Chancery.Code)).Should().BeEquivalentTo(entries);
        }

        heard.Should().HaveCount(entries.Sum(e => e.Sequence + 1), "each message has one notice");
    }

    [Fact]
    public async Task A_host_that_lost_its_mailbox_still_takes_back_and_reminds_and_the_refusal_is_told_until_it_has_one()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (lost, registration) = await chancery.ParticipantAsync();
        var (stays, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        Institution host = (await chancery.Desks.Institutions.FindAsync(Chancery.Ministry))!;
        await chancery.Desks.Institutions.ChangeAsync(host with { Email = null }, Chancery.Officer);
        await chancery.CancelAsync(registration);
        var (late, _) = await chancery.ParticipantAsync();

        DueWorkReport report = await chancery.Desks.DueWork.RunAsync();

        report.Refused.Select(r => r.Rule.Code).Should().Equal("invitation.organizer-has-address");
        report.InvitationsTold.Should().Be(1);
        (await chancery.EntryAsync(lost)).IsInvited.Should().BeFalse("whoever has no seat must not be left with an invitation");
        (await chancery.EntryAsync(stays)).IsInvited.Should().BeTrue();
        chancery.Clock.AdvanceHours((17 * 24) + 14);
        (await chancery.Desks.DueWork.RunAsync()).RemindersSent.Should().Be(1, "the reminder needs no sender");

        await chancery.Desks.Institutions.ChangeAsync(host, Chancery.Officer);
        report = await chancery.Desks.DueWork.RunAsync();
        (report.InvitationsTold, report.Refused.Length).Should().Be((1, 0));
        (await chancery.EntryAsync(late)).IsInvited.Should().BeTrue();
    }
}
