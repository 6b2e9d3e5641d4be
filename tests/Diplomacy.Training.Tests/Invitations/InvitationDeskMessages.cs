using System.Text;
using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.DeliveryMode;

namespace Diplomacy.Training.Tests.Invitations;

public sealed class InvitationDeskMessages
{
    [Fact]
    public async Task A_message_can_be_written_again_as_it_was_whatever_became_of_the_workshop()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
        await chancery.ParticipantAsync();
        InvitationEntry entry = (await chancery.InviteAsync()).Sent.Single();
        WrittenInvitation first = (await chancery.Invitations.MessageAsync(Chancery.Code, entry.Uid))!;

        chancery.Clock.AdvanceDays(1);
        await chancery.Desks.Planning.ReviseAsync(Chancery.Plan() with { Title = new("", "Another") }, Chancery.Officer);
        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(43), Chancery.Officer);
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, new("https://other.example/"), Chancery.Officer);
        await chancery.InviteAsync();

        (await chancery.Invitations.MessageAsync(Chancery.Code, entry.Uid, 0))!.Part.Bytes.Should().Equal(first.Part.Bytes);
        Chancery.Text((await chancery.Invitations.MessageAsync(Chancery.Code, entry.Uid))!).Should().Contain("SUMMARY;LANGUAGE=en:Another").And.Contain("https://other.example/").And.Contain("SEQUENCE:1\r\n");
        (await chancery.Invitations.MessageAsync(Chancery.Code, entry.Uid, 2)).Should().BeNull();
        (await chancery.Invitations.MessageAsync(Chancery.Code, InvitationUid.New())).Should().BeNull();
    }

    [Fact]
    public async Task A_notice_finds_its_message_with_sender_and_recipient_and_one_without_a_message_finds_none()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, registration) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.CancelAsync(registration);
        await chancery.InviteAsync();

        var found = new List<(string, int?, string?, string?)>();
        foreach (PendingNotice pending in await chancery.Ports.Outbox.PendingAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            WrittenInvitation? written = await chancery.Invitations.MessageOfAsync(pending.Notice, TestContext.Current.CancellationToken);
            found.Add((pending.Notice.Kind, written?.Message.Sequence, written?.From.Email, written?.To?.Email));
        }

        found.Should().Equal(
            ("notice.seat-confirmed", null, null, null),
            ("notice.invitation", 0, "training@mfaic.example", "p1@people.example"),
            ("notice.registration-cancelled", null, null, null),
            ("notice.invitation-cancelled", 1, "training@mfaic.example", "p1@people.example"));
        Notice made = new("notice.reminder", person, "US-WAS-EMB", "?", Language.English, System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("uid", "?").Add("sequence", "-1"));
        (await chancery.Invitations.MessageOfAsync(made, TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Fact]
    public async Task R49_the_message_says_from_whom_to_whom_and_when_it_was_told()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync(language: Language.Khmer);
        await chancery.InviteAsync();
        chancery.Clock.AdvanceDays(2);

        WrittenInvitation written = (await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(person))).Single();

        string file = Chancery.Text(written);
        written.Part.ContentType.Should().Be("text/calendar; charset=utf-8; method=REQUEST");
        file.Should().Contain("METHOD:REQUEST\r\n").And.Contain("DTSTAMP:20261005T030000Z\r\n").And.Contain("mailto:training@mfaic.example").And.Contain("mailto:p1@people.example")
            .And.Contain("CN=ចាន់ សុភា").And.Contain("SUMMARY;LANGUAGE=km:ការទូតឌីជីថល").And.Contain("DTSTART;TZID=Asia/Phnom_Penh:20261029T190000\r\n").And.Contain("BEGIN:VALARM\r\n");
        written.ToString().Should().NotContain("Sophea").And.NotContain("@");
    }

    [Fact]
    public async Task Whoever_has_no_address_has_an_entry_a_notice_and_a_file_to_be_handed_over()
    {
        Chancery chancery = await Chancery.OpenAsync();
        PersonId person = await chancery.PersonAsync(email: null);
        await chancery.RegisterAsync(person, InPerson);
        await chancery.HeardAsync();

        InvitationReport report = await chancery.InviteAsync();

        report.WithoutAddress.Should().Equal(Invitee.Of(person));
        (await chancery.HeardAsync()).Should().ContainSingle();
        (await chancery.FileAsync(person)).Should().Contain("METHOD:PUBLISH").And.NotContain("ATTENDEE").And.Contain("ORGANIZER");
    }

    [Fact]
    public async Task An_address_that_cannot_stand_in_a_calendar_is_as_good_as_none()
    {
        Chancery chancery = await Chancery.OpenAsync();
        PersonId person = await chancery.PersonAsync(email: "\"a,b\"@people.example");
        await chancery.RegisterAsync(person);

        (await chancery.InviteAsync()).WithoutAddress.Should().Equal(Invitee.Of(person));
        (await chancery.FileAsync(person)).Should().Contain("METHOD:PUBLISH");
    }

    [Fact]
    public async Task A_day_of_several_sessions_lists_them_by_the_hosts_clocks()
    {
        Chancery chancery = await Chancery.OpenAsync(Agenda.Strictly(
            "Asia/Phnom_Penh", Chancery.Session("morning", 29, 9) with { Title = new("", "Cables; and tweets") }, new Break("lunch", new LocalDateTime(2026, 10, 29, 11, 0), Duration.FromHours(1)), Chancery.Session("evening", 29, 19)));
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();

        (await chancery.FileAsync(person)).Should().Contain("DTSTART;TZID=Asia/Phnom_Penh:20261029T090000").And.Contain("DTEND;TZID=Asia/Phnom_Penh:20261029T203000")
            .And.Contain("09:00–10:30 Cables\\; and tweets\\n19:00–20:30 evening\\nTimes by the clocks of Asia/Phnom_Penh.");
    }

    [Fact]
    public async Task Terms_say_how_times_are_written_and_when_the_calendar_rings()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.Invitations.OpenAsync(Chancery.Code, new() { TimeForm = CalendarTimeForm.Utc, Alarms = [] }, Chancery.Officer);
        await chancery.InviteAsync();

        (await chancery.FileAsync(person)).Should().Contain("DTSTART:20261029T120000Z\r\n").And.NotContain("VALARM");
        (await chancery.Invitations.OpenAsync(Chancery.Code, new() { TimeForm = CalendarTimeForm.Utc, Alarms = [] }, Chancery.Officer)).Should().BeFalse();
    }

    [Fact]
    public async Task Another_mailbox_of_the_host_is_no_reason_to_write_to_everybody()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        Institution host = (await chancery.Desks.Institutions.FindAsync(Chancery.Ministry))!;
        await chancery.Desks.Institutions.ChangeAsync(host with { Email = "new@mfaic.example" }, Chancery.Officer);
        var (later, _) = await chancery.ParticipantAsync();

        InvitationReport report = await chancery.InviteAsync();

        (report.Sent.Length, report.Unchanged).Should().Be((1, 1));
        (await chancery.FileAsync(later)).Should().Contain("mailto:new@mfaic.example");
    }

    [Fact]
    public async Task Nothing_personal_stands_in_the_ledger()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
        var (_, registration) = await chancery.ParticipantAsync(language: Language.Khmer);
        await chancery.InviteAsync();
        await chancery.CancelAsync(registration);
        await chancery.InviteAsync();

        string journal = string.Join('\n', (await chancery.LedgerAsync()).Select(e => e.Payload));
        foreach (string secret in (string[])["Sophea", "CHAN", "សុភា", "people.example", "call.example"])
        {
            journal.Should().NotContain(secret);
            journal.Should().NotContain(Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(secret)).Trim('"'));
        }
    }
}
