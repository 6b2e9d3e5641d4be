using Diplomacy.Training.Journal;
using static Diplomacy.Training.DeliveryMode;

namespace Diplomacy.Training.Tests.Invitations;

public sealed class InvitationDeskJoinLinks
{
    private static readonly Uri s_east = new("https://call.example/east");
    private static readonly Uri s_own = new("https://call.example/own?tk=1");
    private static readonly Uri s_ownEast = new("https://call.example/east?tk=2");

    [Fact]
    public async Task R53_only_those_with_a_seat_in_the_call_are_told_how_to_join_it()
    {
        Chancery chancery = await Chancery.OpenAsync(plan: p => p with { Seats = SeatPlan.Hybrid(5, 1) });
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
        var (online, _) = await chancery.ParticipantAsync();
        var (room, _) = await chancery.ParticipantAsync(InPerson);
        var (waiting, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer);

        (await chancery.FileAsync(online)).Should().Contain("CONFERENCE").And.Contain(Chancery.Link.AbsoluteUri);
        (await chancery.FileAsync(room)).Should().NotContain("call.example").And.Contain("Hall A");
        (await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(waiting))).Should().BeEmpty();
        Chancery.Text((await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(Chancery.Washington))).Single()).Should().NotContain("call.example", "a mission's calendar is shared");
    }

    [Fact]
    public async Task A_new_link_is_told_to_the_call_alone_and_the_same_link_again_to_nobody()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (online, _) = await chancery.ParticipantAsync();
        await chancery.ParticipantAsync(InPerson);
        await chancery.InviteAsync();

        (await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer)).Should().BeTrue();
        (await chancery.InviteAsync()).Updated.Select(e => e.Invitee).Should().Equal(Invitee.Of(online));
        (await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer)).Should().BeFalse();
        (await chancery.InviteAsync()).ToldAnybody.Should().BeFalse();
        (await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, null, Chancery.Officer)).Should().BeTrue();
        (await chancery.InviteAsync()).Updated.Should().ContainSingle();
        (await chancery.FileAsync(online)).Should().NotContain("call.example");
    }

    [Fact]
    public async Task A_speaker_in_the_room_joins_the_call_of_a_sitting_that_is_held_online_alone()
    {
        Agenda agenda = Agenda.Strictly("Asia/Phnom_Penh", Chancery.Session("east", 29, 9, "east"), Chancery.Session("west", 29, 19, "west"));
        Chancery chancery = await Chancery.OpenAsync(agenda, p => p with { Seats = SeatPlan.Hybrid(10, 10).WithSitting("east", 5, 5).WithSitting("west", null, 5) });
        var (speaker, _) = await chancery.ParticipantAsync(DeliveryMode.InPerson, role: ParticipantRole.Speaker);
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);

        await chancery.InviteAsync();

        string[] files = [.. (await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(speaker))).Select(Chancery.Text)];
        files.Single(f => f.Contains("T090000", StringComparison.Ordinal)).Should().Contain("Hall A").And.NotContain("call.example");
        files.Single(f => f.Contains("T190000", StringComparison.Ordinal)).Should().NotContain("Hall A").And.Contain("call.example");
    }

    [Fact]
    public async Task Ones_own_link_goes_before_the_sittings_and_that_before_everybodys()
    {
        Agenda agenda = Agenda.Strictly("Asia/Phnom_Penh", Chancery.Session("east-1", 29, 8, "east"), Chancery.Session("west-1", 29, 20, "west"));
        Chancery chancery = await Chancery.OpenAsync(agenda, p => p with { Seats = SeatPlan.Hybrid(10, 10).WithSitting("east", 5, 5).WithSitting("west", 5, 5) });
        var (own, _) = await chancery.ParticipantAsync(sitting: "east");
        var (east, _) = await chancery.ParticipantAsync(sitting: "east");
        var (west, _) = await chancery.ParticipantAsync(sitting: "west");
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, s_east, Chancery.Officer, "east");
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, s_own, Chancery.Officer, person: own);
        await chancery.InviteAsync();

        (await chancery.FileAsync(own)).Should().Contain(s_own.AbsoluteUri).And.NotContain(s_east.AbsoluteUri);
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, s_ownEast, Chancery.Officer, "east", own);
        (await chancery.InviteAsync()).Updated.Select(e => e.Invitee).Should().Equal(Invitee.Of(own));
        (await chancery.FileAsync(own)).Should().Contain(s_ownEast.AbsoluteUri).And.NotContain(s_own.AbsoluteUri);
        (await chancery.FileAsync(east)).Should().Contain(s_east.AbsoluteUri);
        (await chancery.FileAsync(west)).Should().Contain(Chancery.Link.AbsoluteUri);
    }

    [Fact]
    public async Task A_link_kept_under_another_id_goes_over_and_ones_own_goes_before_it()
    {
        Chancery chancery = await Chancery.OpenAsync();
        PersonId duplicate = await chancery.PersonAsync(), other = await chancery.PersonAsync();
        var (without, _) = await chancery.ParticipantAsync();
        var (with, _) = await chancery.ParticipantAsync();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, s_own, Chancery.Officer, person: duplicate);
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, s_own, Chancery.Officer, person: other);
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, s_east, Chancery.Officer, person: with);
        await chancery.Desks.People.MergeAsync(duplicate, without, Chancery.Officer);
        await chancery.Desks.People.MergeAsync(other, with, Chancery.Officer);

        await chancery.InviteAsync();

        (await chancery.FileAsync(without)).Should().Contain(s_own.AbsoluteUri);
        (await chancery.FileAsync(with)).Should().Contain(s_east.AbsoluteUri);
        (await chancery.InviteAsync()).ToldAnybody.Should().BeFalse("the ledger keeps the links as the round told them");
    }

    [Fact]
    public async Task R11_ones_own_link_does_not_go_over_to_the_substitute()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, registration) = await chancery.ParticipantAsync();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, s_own, Chancery.Officer, person: person);
        PersonId other = await chancery.PersonAsync();
        await chancery.Desks.Registrations.SubstituteAsync(Chancery.Code, registration, new(other, "reposted"), Chancery.Officer);
        await chancery.InviteAsync();

        (await chancery.FileAsync(other)).Should().NotContain("call.example");
    }

    [Theory]
    [InlineData("http://call.example/j/1")]
    [InlineData("https://someone@call.example/j/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/j/1")]
    public async Task What_is_not_a_plain_https_address_is_refused(string link)
    {
        Chancery chancery = await Chancery.OpenAsync();
        var uri = new Uri(link, UriKind.RelativeOrAbsolute);

        (await chancery.RefusalOf(async () => await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, uri, Chancery.Officer))).Should().Equal("invitation.link-is-https");
        (await chancery.Invitations.CheckSetJoinLinkAsync(Chancery.Code, uri)).Select(r => r.Code).Should().Equal("invitation.link-is-https");
    }

    [Fact]
    public async Task A_sitting_and_a_person_must_be_known()
    {
        Chancery chancery = await Chancery.OpenAsync();

        (await chancery.RefusalOf(async () => await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer, "east"))).Should().Equal("registration.sitting-is-held");
        (await chancery.RefusalOf(async () => await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer, person: PersonId.New()))).Should().Equal("person.is-known");
        (await chancery.Invitations.CheckSetJoinLinkAsync(WorkshopId.Parse("NONE"), Chancery.Link, person: PersonId.New())).Select(r => r.Code).Should().Equal("workshop.is-known", "person.is-known");
    }

    [Fact]
    public async Task A_repeated_command_with_another_link_is_refused()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var command = CommandId.New();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer, command: command);

        (await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer, command: command)).Should().BeTrue();
        (await chancery.RefusalOf(async () => await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, s_own, Chancery.Officer, command: command))).Should().Equal("journal.command-is-new");
    }

    [Fact]
    public async Task A_link_stands_in_personal_records_alone_and_goes_with_whom_it_is_for()
    {
        var store = new InMemoryTrainingStore();
        Chancery chancery = await Chancery.OpenAsync(ports: TrainingPorts.InMemory(store));
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, s_own, Chancery.Officer, person: person);
        await chancery.InviteAsync();

        (await chancery.LedgerAsync()).Should().NotContain(e => e.Payload.Contains("call.example"));
        ((await ((IPersonalRecords)store).OfSubjectAsync(person.ToString())).Select(r => r.Kind)).Should().Contain("join-link");
        await chancery.Desks.People.EraseAsync(person, Chancery.Officer);
        (await ((IPersonalRecords)store).OfSubjectAsync(person.ToString())).Should().BeEmpty();
    }

    [Fact]
    public async Task An_erased_link_is_missing_from_the_message_that_told_it()
    {
        var store = new InMemoryTrainingStore();
        Chancery chancery = await Chancery.OpenAsync(ports: TrainingPorts.InMemory(store));
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        await ((IPersonalRecords)store).EraseAsync("invitations:DD-2026");

        (await chancery.FileAsync(person)).Should().Contain("METHOD:REQUEST").And.NotContain("call.example");
    }

    [Fact]
    public async Task A_link_that_differs_only_behind_the_hash_is_another_link()
    {
        Chancery chancery = await Chancery.OpenAsync();
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, new("https://call.example/#room-old"), Chancery.Officer);
        await chancery.InviteAsync();
        var command = CommandId.New();

        (await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, new("https://call.example/#room-new"), Chancery.Officer, command: command)).Should().BeTrue();
        (await chancery.InviteAsync()).Updated.Should().ContainSingle();
        (await chancery.FileAsync(person)).Should().Contain("https://call.example/#room-new").And.NotContain("#room-old");
        (await chancery.RefusalOf(async () => await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, new("https://call.example/#room-third"), Chancery.Officer, command: command)))
            .Should().Equal("journal.command-is-new");
    }

    [Fact]
    public async Task R53_a_message_that_is_fetched_after_the_seat_was_lost_holds_no_link()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
        var (lost, registration) = await chancery.ParticipantAsync();
        var (room, roomRegistration) = await chancery.ParticipantAsync();
        var (stays, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        (InvitationUid lostUid, InvitationUid roomUid, InvitationUid staysUid) = ((await chancery.EntryAsync(lost)).Uid, (await chancery.EntryAsync(room)).Uid, (await chancery.EntryAsync(stays)).Uid);

        await chancery.CancelAsync(registration);
        await chancery.Desks.Registrations.SwitchAsync(Chancery.Code, roomRegistration, new(InPerson), Chancery.Officer);

        (await FileAsync(lostUid, 0)).Should().Contain("METHOD:REQUEST").And.NotContain("call.example", "the notice may have waited in the outbox until the seat was gone");
        (await FileAsync(roomUid, 0)).Should().NotContain("call.example");
        (await FileAsync(staysUid, 0)).Should().Contain(Chancery.Link.AbsoluteUri);
        await chancery.InviteAsync();
        (await FileAsync(lostUid, 0)).Should().NotContain("call.example");
        (await FileAsync(roomUid, 0)).Should().NotContain("call.example");

        async Task<string> FileAsync(InvitationUid uid, int sequence) => Chancery.Text((await chancery.Invitations.MessageAsync(Chancery.Code, uid, sequence))!);
    }

    [Fact]
    public async Task Whoever_turned_out_to_be_somebody_else_keeps_the_link()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.Invitations.SetJoinLinkAsync(Chancery.Code, Chancery.Link, Chancery.Officer);
        var (person, _) = await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        PersonId into = await chancery.PersonAsync();
        await chancery.Desks.People.MergeAsync(person, into, Chancery.Officer);

        (await chancery.FileAsync(into)).Should().Contain(Chancery.Link.AbsoluteUri);
        await chancery.InviteAsync();
        (await chancery.FileAsync(into)).Should().Contain(Chancery.Link.AbsoluteUri);
    }
}
