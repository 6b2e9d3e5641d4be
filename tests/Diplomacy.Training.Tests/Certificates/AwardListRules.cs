using System.Collections.Immutable;
using Diplomacy.Training.Journal;
using NodaTime;

namespace Diplomacy.Training.Tests.Certificates;

public sealed class AwardListRules
{
    private static readonly WorkshopId s_id = WorkshopId.Parse("DD-2023");
    private static readonly Instant s_end = IssuingOffice.At("11:30");
    private readonly AwardList _awards = AwardList.Begin(AwardList.StreamOf(s_id));

    [Fact]
    public void Nothing_is_proposed_before_the_agenda_has_ended()
    {
        Workshop workshop = Workshop();

        AwardList.CheckPropose(workshop, s_end - Duration.FromNanoseconds(1)).Should().ContainSingle().Which.Code.Should().Be("certificate.workshop-is-over");
        AwardList.CheckPropose(workshop, s_end).Should().BeEmpty();
        AwardList.CheckPropose(workshop with { Status = WorkshopStatus.Held }, s_end).Should().BeEmpty();
    }

    [Theory]
    [InlineData(WorkshopStatus.Draft)]
    [InlineData(WorkshopStatus.Postponed)]
    [InlineData(WorkshopStatus.Cancelled)]
    public void Nothing_is_proposed_for_a_workshop_that_did_not_take_place(WorkshopStatus status) =>
        Refused(() => _awards.Propose(Workshop() with { Status = status }, Presences.Together(), s_end)).Rules.Should().ContainSingle().Which.Code.Should().Be("workshop.status-allows");

    [Fact]
    public void A_workshop_without_a_policy_has_nothing_to_propose_and_every_broken_rule_is_told() =>
        Refused(() => _awards.Propose(new(IssuingOffice.Plan() with { Awards = [] }, WorkshopStatus.Cancelled, 1), Presences.Together(), s_end - Duration.FromHours(1)))
            .Rules.Select(r => r.Code).Should().Equal("workshop.status-allows", "certificate.workshop-is-over", "certificate.has-a-policy");

    [Fact]
    public void The_list_tells_of_everybody_who_is_judged_with_figures_and_words()
    {
        PersonPresence here = Presences.Of(60, 120), away = Presences.Of(0, 10), speaker = Presences.Of(5, 0, ParticipantRole.Speaker), staff = Presences.Of(60, 120, ParticipantRole.Staff);

        ProposalList list = Propose(Workshop(AwardPolicy.Participation(75, 2), AwardPolicy.Appreciation()), here, away, speaker, staff);

        list.Awards.Select(l => l.Registration.ToString()).Should().BeInAscendingOrder(StringComparer.Ordinal).And.HaveCount(3);
        list.Awards.Single(l => l.Person == away.Person).Explain(Language.English).Should().Be("Not earned: 10 of 180 minutes, at least 75 % needed (rule version 2).");
        list.Awards.Single(l => l.Person == speaker.Person).Should().BeEquivalentTo(new { Level = AwardLevel.Appreciation, Earned = true });
        list.Awards.Should().AllSatisfy(l => l.Explain(Language.Khmer).Should().NotBe(l.Explain(Language.English)));
    }

    [Fact]
    public void Whoever_completes_is_not_proposed_for_participation_as_well()
    {
        PersonPresence completes = Presences.Of(60, 120), partly = Presences.Of(10, 120);

        ImmutableArray<ProposedAward> lines = Propose(Workshop(AwardPolicy.Participation(50), AwardPolicy.Completion(75)), completes, partly).Awards;

        lines.Where(l => l.Person == completes.Person).Select(l => (l.Level, l.Earned)).Should().Equal((AwardLevel.Completion, true));
        lines.Where(l => l.Person == partly.Person).Select(l => (l.Level, l.Earned, l.MissedSession)).Should()
            .Equal((AwardLevel.Participation, true, null), (AwardLevel.Completion, false, "s1"));
    }

    [Fact]
    public void Of_two_policies_of_one_level_the_later_version_applies_so_that_nobody_gets_one_award_twice()
    {
        ProposalList list = Propose(Workshop(AwardPolicy.Participation(50, 2), AwardPolicy.Participation(90, 1)), Presences.Of(60, 60));

        list.Awards.Should().ContainSingle().Which.Should().BeEquivalentTo(new { PolicyVersion = 2, Earned = true });
    }

    [Fact]
    public void The_same_list_again_changes_nothing_and_keeps_its_approval()
    {
        PersonPresence person = Presences.Of(60, 120);
        Propose(Workshop(), person);
        _awards.Apply(_awards.Approve(s_id, 1, s_end).Events);

        Decision<ProposalList> again = _awards.Propose(Workshop(), Presences.Together(person), s_end + Duration.FromDays(1));

        again.Events.Should().BeEmpty();
        (again.Outcome.Number, again.Outcome.IsApproved).Should().Be((1, true));
    }

    [Fact]
    public void A_changed_list_replaces_the_latest_and_needs_an_approval_of_its_own()
    {
        PersonPresence person = Presences.Of(60, 120);
        Propose(Workshop(), person);
        _awards.Apply(_awards.Approve(s_id, 1, s_end).Events);

        ProposalList second = Propose(Workshop(), person, Presences.Of(60, 119));

        (second.Number, second.IsApproved, _awards.IsApproved).Should().Be((2, false, false));
        _awards.AwaitingIssue().Should().BeEmpty();
        _awards.CheckIssue(s_id, 0, null).Should().ContainSingle().Which.Code.Should().Be("certificate.is-approved");
    }

    [Fact]
    public void Only_the_latest_list_can_be_approved()
    {
        Refused(() => _awards.Approve(s_id, 1, s_end)).Rules.Should().ContainSingle().Which.Code.Should().Be("certificate.is-proposed");
        Propose(Workshop(), Presences.Of(60, 120));
        Propose(Workshop(), Presences.Of(60, 119));

        Refused(() => _awards.Approve(s_id, 0, s_end)).Rules.Should().ContainSingle().Which.Code.Should().Be("certificate.is-proposed");
        Refused(() => _awards.Approve(s_id, 3, s_end)).Rules.Should().ContainSingle().Which.Code.Should().Be("certificate.is-proposed");
        Refused(() => _awards.Approve(s_id, 1, s_end)).Rules.Should().ContainSingle().Which.Code.Should().Be("certificate.proposal-is-latest");
        _awards.IsApproved.Should().BeFalse();
        _awards.Apply(_awards.Approve(s_id, 2, s_end).Events);
        _awards.IsApproved.Should().BeTrue();
        _awards.Approve(s_id, 2, s_end).Events.Should().BeEmpty();
    }

    [Fact]
    public void Rows_that_await_review_hold_up_what_awaits_issue_unless_a_reason_is_given()
    {
        ProposedAward line = Approved(IssuingOffice.Line(PersonId.New()))[0];

        _awards.CheckIssue(s_id, 2, null).Should().ContainSingle().Which.Code.Should().Be("certificate.attendance-is-reviewed");
        _awards.CheckIssue(s_id, 2, "minister-waits").Should().BeEmpty();
        _awards.CheckIssue(s_id, 0, null).Should().BeEmpty();
        Issue(line);
        _awards.CheckIssue(s_id, 2, null).Should().BeEmpty("nothing awaits issue, so nothing is held up");
    }

    [Fact]
    public void Only_what_was_earned_and_is_not_issued_awaits_issue()
    {
        ImmutableArray<ProposedAward> lines = Approved(IssuingOffice.Line(PersonId.New()), IssuingOffice.Line(PersonId.New(), earned: false), IssuingOffice.Line(PersonId.New()));
        Issue(lines[0]);

        _awards.AwaitingIssue().Should().Equal(lines[2]);
    }

    [Fact]
    public void R37_a_person_is_issued_an_award_once_also_by_another_registration()
    {
        PersonId person = PersonId.New();
        Issue(Approved(IssuingOffice.Line(person))[0]);

        Approved(IssuingOffice.Line(person), IssuingOffice.Line(person));

        _awards.AwaitingIssue().Should().BeEmpty();
    }

    [Fact]
    public void R37_two_lines_of_one_person_and_award_become_one_certificate()
    {
        PersonId person = PersonId.New();
        ImmutableArray<ProposedAward> lines = Approved(IssuingOffice.Line(person), IssuingOffice.Line(person));

        _awards.AwaitingIssue().Should().Equal(lines[0]);
    }

    [Theory]
    [InlineData(AwardLevel.Participation, AwardLevel.Completion)]
    [InlineData(AwardLevel.Completion, AwardLevel.Participation)]
    public void Nobody_is_issued_participation_as_well_as_completion_also_when_presence_was_corrected_between(AwardLevel first, AwardLevel later)
    {
        PersonId person = PersonId.New();
        Issue(Approved(IssuingOffice.Line(person, first))[0]);

        Approved(IssuingOffice.Line(person, later), IssuingOffice.Line(person, AwardLevel.Appreciation));

        _awards.AwaitingIssue().Select(l => l.Level).Should().Equal(AwardLevel.Appreciation);
    }

    private static Workshop Workshop(params AwardPolicy[] awards) => new(IssuingOffice.Plan(awards: awards), WorkshopStatus.Published, 1);

    private ProposalList Propose(Workshop workshop, params PersonPresence[] people)
    {
        Decision<ProposalList> decision = _awards.Propose(workshop, Presences.Together(people), s_end);
        _awards.Apply(decision.Events);
        return decision.Outcome;
    }

    private ImmutableArray<ProposedAward> Approved(params ProposedAward[] lines)
    {
        _awards.Apply([new AwardsProposed(s_end, _awards.LatestProposal + 1, [.. lines]), new AwardsApproved(s_end, _awards.LatestProposal + 1)]);
        return [.. lines];
    }

    private void Issue(ProposedAward line) =>
        _awards.Apply(new AwardIssued(s_end, line.Registration, line.Person, line.Level, new(IssuingOffice.Mfaic, 2023, _awards.Issued.Count + 1), null));

    /// <summary>The refusal, which left the list as it was.</summary>
    private TrainingRuleException Refused(Action act)
    {
        (long, int, bool, int) before = (_awards.Version, _awards.LatestProposal, _awards.IsApproved, _awards.Proposed.Count);
        TrainingRuleException refusal = act.Should().Throw<TrainingRuleException>().Which;
        (_awards.Version, _awards.LatestProposal, _awards.IsApproved, _awards.Proposed.Count).Should().Be(before);
        return refusal;
    }
}
