using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Invitations;

public sealed class InvitationDeskInstitutions
{
    [Fact]
    public async Task A_mission_has_an_entry_of_its_own_at_its_mailbox()
    {
        Chancery chancery = await Chancery.OpenAsync();

        InvitationReport report = await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer, Language.Khmer);

        report.Sent.Should().ContainSingle().Which.Invitee.Should().Be(Invitee.Of(Chancery.Washington));
        Notice notice = (await chancery.HeardAsync()).Single();
        (notice.Recipient, notice.Institution, notice.Language).Should().Be((default(PersonId), "US-WAS-EMB", Language.Khmer));
        string file = Chancery.Text((await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(Chancery.Washington))).Single());
        file.Should().Contain("METHOD:REQUEST").And.Contain("CUTYPE=GROUP").And.Contain("mailto:embassy@was.example").And.Contain("SUMMARY;LANGUAGE=km:ការទូតឌីជីថល");
        (await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer, Language.Khmer)).ToldAnybody.Should().BeFalse();
    }

    [Fact]
    public async Task Inviting_it_in_another_language_writes_its_messages_in_that_one()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer, Language.Khmer);

        await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer, Language.English);

        Chancery.Text((await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(Chancery.Washington))).Single()).Should().Contain("SUMMARY;LANGUAGE=en:Digital Diplomacy");
    }

    [Fact]
    public async Task A_mission_without_a_mailbox_is_given_a_publication_and_named_in_the_report()
    {
        Chancery chancery = await Chancery.OpenAsync();

        InvitationReport report = await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Paris, Chancery.Officer);

        report.WithoutAddress.Should().Equal(Invitee.Of(Chancery.Paris));
        Chancery.Text((await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(Chancery.Paris))).Single()).Should().Contain("METHOD:PUBLISH").And.NotContain("ATTENDEE");
    }

    [Fact]
    public async Task Rounds_keep_it_up_to_date_and_inviting_it_tells_nobody_else()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();
        (await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer)).Sent.Should().ContainSingle();
        (await chancery.InviteAsync()).Sent.Should().ContainSingle().Which.Invitee.Person.Should().NotBeNull();
        await chancery.Desks.Planning.PostponeAsync(Chancery.Code, Chancery.AgendaOn(43), Chancery.Officer);

        (await chancery.InviteAsync()).Updated.Should().HaveCount(2);
    }

    [Fact]
    public async Task It_can_be_taken_back_and_given_again_under_the_same_uid()
    {
        Chancery chancery = await Chancery.OpenAsync();
        await chancery.ParticipantAsync();
        await chancery.InviteAsync();
        InvitationEntry first = (await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer)).Sent.Single();

        InvitationReport taken = await chancery.Invitations.UninviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer);
        InvitationReport nothing = await chancery.Invitations.UninviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer);
        (await chancery.InviteAsync()).ToldAnybody.Should().BeFalse();
        InvitationReport again = await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Washington, Chancery.Officer);

        taken.Cancelled.Should().ContainSingle().Which.Last.Withdrawn.Should().Be(WithdrawalCause.SeatLost);
        nothing.ToldAnybody.Should().BeFalse();
        again.Sent.Should().ContainSingle().Which.Should().Match<InvitationEntry>(e => e.Uid == first.Uid && e.Sequence == 2);
    }

    [Fact]
    public async Task An_institution_that_nobody_knows_cannot_be_invited()
    {
        Chancery chancery = await Chancery.OpenAsync(mailbox: null);
        var nobody = InstitutionCode.Parse("XX-NOW-EMB");

        (await chancery.Invitations.CheckInviteInstitutionAsync(Chancery.Code, nobody)).Select(r => r.Code).Should().Equal("institution.is-known", "invitation.organizer-has-address");
        (await chancery.RefusalOf(async () => await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, nobody, Chancery.Officer))).Should().Equal("institution.is-known", "invitation.organizer-has-address");
    }

    [Fact]
    public async Task Each_sitting_has_an_entry_of_its_own()
    {
        Agenda agenda = Agenda.Strictly(
            "Asia/Phnom_Penh", Chancery.Session("welcome", 29, 7), Chancery.Session("east-1", 29, 9, "east"), Chancery.Session("west-1", 29, 20, "west"), Chancery.Session("west-2", 30, 20, "west"));
        Chancery chancery = await Chancery.OpenAsync(agenda, p => p with { Seats = SeatPlan.Hybrid(10, 10).WithSitting("east", 5, 5).WithSitting("west", 5, 5) });

        (await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Paris, Chancery.Officer)).Sent.Select(e => e.Key)
            .Should().Equal("day-1", "day-1-east", "day-1-west", "day-2-west");
    }

    [Fact]
    public async Task An_entry_says_which_sitting_it_is_and_names_the_room_only_where_the_sitting_is_held_in_it()
    {
        Agenda agenda = Agenda.Strictly("Asia/Phnom_Penh", Chancery.Session("east-1", 29, 9, "east"), Chancery.Session("west-1", 29, 20, "west"));
        Chancery chancery = await Chancery.OpenAsync(agenda, p => p with { Seats = SeatPlan.Hybrid(5, 10).WithSitting("east", 5, 5).WithSitting("west", null, 5) });
        await chancery.Invitations.InviteInstitutionAsync(Chancery.Code, Chancery.Paris, Chancery.Officer, Language.Khmer);

        string[] files = [.. (await chancery.Invitations.MessagesAsync(Chancery.Code, Invitee.Of(Chancery.Paris))).Select(Chancery.Text)];

        files.Should().HaveCount(2);
        files[0].Should().Contain("DESCRIPTION;LANGUAGE=km:នេះជាវេន east។", "a session without a title has nothing to tell").And.Contain("LOCATION;LANGUAGE=km:ភ្នំពេញ");
        files[1].Should().Contain("នេះជាវេន west។").And.NotContain("LOCATION");
    }
}
