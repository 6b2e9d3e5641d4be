using System.Collections.Immutable;
using NodaTime;
using static Diplomacy.Training.Tests.Attendance.HeldTwice;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>Presence in a workshop that is held twice.</summary>
public sealed class AttendanceBySitting
{
    [Theory]
    [InlineData("east", "opening talk-east", 150)]
    [InlineData("west", "opening talk-west", 120)]
    [InlineData(null, "opening talk-east talk-west", 240)]
    public async Task Somebody_is_measured_against_the_sessions_of_their_sitting_and_those_of_all(string? sitting, string sessions, int counted)
    {
        HeldTwice held = await BeginAsync();

        PersonPresence nobody = await held.PresenceOfAsync(await held.RegisterAsync(sitting, sitting is null ? ParticipantRole.Speaker : ParticipantRole.Participant));

        nobody.Sessions.Select(s => s.Session).Should().Equal(sessions.Split(' '));
        (nobody.Counted, nobody.Present, nobody.Sitting, nobody.AttendedOtherSitting).Should().Be((Duration.FromMinutes(counted), Duration.Zero, sitting, false));
    }

    [Fact]
    public async Task Who_attended_the_other_sitting_is_measured_against_that_one_and_it_is_told()
    {
        HeldTwice held = await BeginAsync();

        PersonPresence other = await held.PresenceOfAsync(await held.RegisterAsync("east", ParticipantRole.Participant, ("opening", 30), ("talk-west", 60)));

        (other.Sitting, other.AttendedOtherSitting, other.Claim.Sitting).Should().Be(("west", true, "east"));
        other.Sessions.Select(s => (s.Session, s.Present)).Should().Equal(("opening", Duration.FromMinutes(30)), ("talk-west", Duration.FromMinutes(60)));
        other.Counted.Should().Be(Duration.FromMinutes(120));
    }

    [Theory]
    [InlineData(60, 41.5, "east")]
    [InlineData(60, 42, "east")]
    [InlineData(60, 42.5, "west")]
    [InlineData(60, 60, "west")]
    [InlineData(0, 1, "west")]
    [InlineData(119, 90, "west")]
    [InlineData(120, 90, "east")]
    public async Task The_sitting_with_the_larger_share_counts_and_shares_are_not_added_up(double east, double west, string sitting)
    {
        // With the opening: 30 + east of 150 minutes against 30 + west of 120.
        HeldTwice held = await BeginAsync();

        PersonPresence both = await held.PresenceOfAsync(await held.RegisterAsync("east", ParticipantRole.Participant, ("opening", 30), ("talk-east", east), ("talk-west", west)));

        both.Sitting.Should().Be((30 + west) / 120 > (30 + east) / 150 ? "west" : "east").And.Be(sitting);
        both.Present.Should().Be(Duration.FromMinutes(30 + (sitting == "west" ? west : east)));
    }

    [Fact]
    public async Task Who_was_only_in_what_all_sittings_share_attended_no_other_sitting()
    {
        HeldTwice held = await BeginAsync();

        PersonPresence opening = await held.PresenceOfAsync(await held.RegisterAsync("east", ParticipantRole.Participant, ("opening", 30)));

        (opening.Sitting, opening.AttendedOtherSitting, opening.Counted).Should().Be(("east", false, Duration.FromMinutes(150)));
    }

    [Fact]
    public void R28_a_connection_without_an_end_ends_with_the_session_that_was_running_whatever_its_sitting()
    {
        PresenceEvidence open = PresenceEvidence.InCall(At("talk-east", 5), null);

        new AttendanceMerge(HeldTwice.Agenda, "east").Of([open]).Select(s => s.Present.TotalMinutes).Should().Equal(0, 115);
        new AttendanceMerge(HeldTwice.Agenda, "west").Of([open]).Select(s => s.Present.TotalMinutes).Should().Equal(0, 0);
        new AttendanceMerge(HeldTwice.Agenda).Of([open]).Select(s => s.Present.TotalMinutes).Should().Equal(0, 115, 0);
    }

    [Fact]
    public async Task Who_is_bound_to_no_sitting_has_attended_no_other()
    {
        HeldTwice held = await BeginAsync();

        PersonPresence speaker = await held.PresenceOfAsync(await held.RegisterAsync(null, ParticipantRole.Speaker, ("talk-west", 90)));

        (speaker.Sitting, speaker.AttendedOtherSitting, speaker.Present, speaker.Counted).Should().Be((null, false, Duration.FromMinutes(90), Duration.FromMinutes(240)));
    }

    [Fact]
    public void A_connection_without_an_end_ends_with_the_sessions_of_the_sitting_that_is_measured()
    {
        ImmutableArray<SessionPresence> west = new AttendanceMerge(HeldTwice.Agenda, "west").Of([PresenceEvidence.InCall(At("talk-east", 125), null)]);
        ImmutableArray<SessionPresence> east = new AttendanceMerge(HeldTwice.Agenda, "east").Of([PresenceEvidence.InCall(At("opening", 45), null)]);

        west[1].Present.Should().Be(Duration.FromMinutes(90));
        east[1].Should().Be(new SessionPresence("talk-east", Duration.FromMinutes(120), Duration.FromMinutes(120), At("talk-east", 0), At("talk-east", 120), false, true, true) { Confidence = PresenceConfidence.Inferred });
    }

    [Fact]
    public async Task It_is_the_best_of_the_sittings_each_merged_by_itself()
    {
        HeldTwice held = await BeginAsync();
        var people = new Dictionary<RegistrationId, (string Own, (string, double)[] Present)>();
        foreach (var (own, opening, east, west) in
            from own in (string[])["east", "west"]
            from opening in (double[])[0, 7, 30]
            from east in (double[])[0, 1, 60, 119, 120]
            from west in (double[])[0, 1, 45, 90]
            select (own, opening, east, west))
        {
            (string, double)[] present = [.. new[] { ("opening", opening), ("talk-east", east), ("talk-west", west) }.Where(p => p.Item2 > 0)];
            people.Add(await held.RegisterAsync(own, ParticipantRole.Participant, present), (own, present));
        }

        foreach (PersonPresence presence in (await held.Attendance.PresenceAsync(Id)).People)
        {
            var (own, present) = people[presence.Registration];
            PresenceEvidence[] evidence = [.. present.Select(p => PresenceEvidence.InRoom(p.Item1, At(p.Item1, 0), At(p.Item1, p.Item2)))];
            string other = own == "east" ? "west" : "east";
            ImmutableArray<SessionPresence> mine = new AttendanceMerge(HeldTwice.Agenda, own).Of(evidence), theirs = new AttendanceMerge(HeldTwice.Agenda, other).Of(evidence);
            bool wasThere = present.Any(p => p.Item1 == $"talk-{other}");

            presence.Sessions.Should().Equal(wasThere && Share(theirs) > Share(mine) ? theirs : mine);
        }

        static decimal Share(ImmutableArray<SessionPresence> sessions) => sessions.Sum(s => (decimal)s.Present.TotalMinutes) / sessions.Sum(s => (decimal)s.Counted.TotalMinutes);
    }
}
