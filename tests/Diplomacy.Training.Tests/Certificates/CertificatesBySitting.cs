using System.Collections.Immutable;
using Diplomacy.Training.Tests.Attendance;
using NodaTime;

namespace Diplomacy.Training.Tests.Certificates;

/// <summary>Awards and certificates of a workshop that is held twice.</summary>
public sealed class CertificatesBySitting
{
    [Fact]
    public async Task A_sitting_that_one_did_not_register_for_keeps_nobody_from_an_award()
    {
        HeldTwice held = await HeldTwice.BeginAsync();
        RegistrationId east = await held.RegisterAsync("east", ParticipantRole.Participant, ("opening", 30), ("talk-east", 120));
        RegistrationId partly = await held.RegisterAsync("west", ParticipantRole.Participant, ("opening", 30), ("talk-west", 70));
        RegistrationId none = await held.RegisterAsync("west", ParticipantRole.Participant, ("opening", 30));

        ImmutableArray<ProposedAward> awards = (await held.Certificates.ProposeAsync(HeldTwice.Id, IssuingOffice.Director)).Awards;

        Lines(east).Should().Equal((AwardLevel.Completion, true, "east", 150, null));
        Lines(partly).Should().Equal((AwardLevel.Participation, true, "west", 120, null), (AwardLevel.Completion, false, "west", 90, "talk-west"));
        Lines(none).Should().Equal((AwardLevel.Participation, false, "west", 120, null), (AwardLevel.Completion, false, "west", 90, "talk-west"));

        IEnumerable<(AwardLevel, bool, string?, int, string?)> Lines(RegistrationId id) =>
            awards.Where(a => a.Registration == id).Select(a => (a.Level, a.Earned, a.Sitting, (int)a.Counted.TotalMinutes, a.MissedSession));
    }

    [Fact]
    public async Task A_certificate_states_the_hours_and_days_of_the_sitting_that_was_attended()
    {
        HeldTwice held = await HeldTwice.BeginAsync();
        RegistrationId east = await held.RegisterAsync("east", ParticipantRole.Participant, ("opening", 30), ("talk-east", 120));
        RegistrationId west = await held.RegisterAsync("west", ParticipantRole.Participant, ("opening", 30), ("talk-west", 90));
        RegistrationId other = await held.RegisterAsync("east", ParticipantRole.Participant, ("opening", 30), ("talk-west", 90));
        RegistrationId speaker = await held.RegisterAsync(null, ParticipantRole.Speaker, ("talk-east", 120), ("talk-west", 90));
        LocalDate february = new(2023, 2, 28), march = new(2023, 3, 1);

        ProposalList proposal = await held.Certificates.ProposeAsync(HeldTwice.Id, IssuingOffice.Director);
        await held.Certificates.ApproveAsync(HeldTwice.Id, proposal.Number, IssuingOffice.Director);
        IssueReport report = await held.Certificates.IssueAsync(HeldTwice.Id, IssuingOffice.Director);

        report.IssuedNow.Should().Be(4);
        Facts(east).Should().Be((2.5m, Duration.FromMinutes(150), february, february));
        Facts(west).Should().Be((2m, Duration.FromMinutes(120), february, march));
        Facts(other).Should().Be(Facts(west), "what counts is where somebody was");
        Facts(speaker).Should().Be((4m, Duration.FromMinutes(240), february, march));

        (decimal, Duration, LocalDate, LocalDate) Facts(RegistrationId id) =>
            report.Certificates.Single(c => c.Registration == id).Facts is var f ? (f.Hours, f.CountedTime, f.FirstDay, f.LastDay) : default;
    }
}
