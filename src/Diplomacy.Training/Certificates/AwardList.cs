using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// The awards of one workshop: proposed, approved, issued. A person is issued each award at most once, by whichever registration (R37), and never participation as well as completion.
/// </summary>
public sealed class AwardList : Aggregate, IAggregate<AwardList>
{
    private readonly Dictionary<(RegistrationId, AwardLevel), RegisterNumber> _issued = [];
    private readonly HashSet<(PersonId, AwardLevel)> _held = [];
    private ImmutableArray<ProposedAward> _proposed = [];

    private AwardList(StreamId stream)
        : base(stream)
    {
    }

    /// <summary>The number of the latest proposal list; 0 before the first.</summary>
    public int LatestProposal { get; private set; }

    /// <summary>Whether the latest proposal list is approved.</summary>
    public bool IsApproved { get; private set; }

    /// <summary>The lines of the latest proposal list, ordered by registration.</summary>
    public IReadOnlyList<ProposedAward> Proposed => _proposed;

    /// <summary>The numbers of what has been issued, by registration and level.</summary>
    public IReadOnlyDictionary<(RegistrationId Registration, AwardLevel Level), RegisterNumber> Issued => _issued;

    /// <summary>The stream of a workshop's awards.</summary>
    /// <param name="workshop">The workshop.</param>
    public static StreamId StreamOf(WorkshopId workshop) => StreamId.Of("awards", workshop.ToString());

    /// <inheritdoc/>
    public static AwardList Begin(StreamId stream) => new(stream);

    /// <summary>
    /// Draws up a proposal list: every policy of the workshop applied to everybody's presence, earned or not, with the figures. Someone who earns completion is not
    /// proposed for participation as well. Of several policies of one level the highest version applies. A list equal to the latest changes nothing; a different one replaces it
    /// and needs an approval of its own.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="presence">Everybody's presence.</param>
    /// <param name="now">The present.</param>
    /// <returns>The list's number and lines.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.status-allows</c>, <c>certificate.workshop-is-over</c>, <c>certificate.has-a-policy</c>.</exception>
    public Decision<ProposalList> Propose(Workshop workshop, WorkshopPresence presence, Instant now)
    {
        ArgumentNullException.ThrowIfNull(presence);
        TrainingRuleException.ThrowIfAny(CheckPropose(workshop, now));
        ImmutableArray<ProposedAward> lines = Judge(workshop, presence);
        return LatestProposal > 0 && lines.SequenceEqual(_proposed)
            ? Decision.Of(new ProposalList(LatestProposal, IsApproved, lines))
            : Decision.Of(new ProposalList(LatestProposal + 1, false, lines), new AwardsProposed(now, LatestProposal + 1, lines));
    }

    /// <summary>Which rules a proposal would break.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<TrainingRule> CheckPropose(Workshop workshop, Instant now)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        var unmet = new List<TrainingRule>();
        if (workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Held))
        {
            unmet.Add(PlanningRules.StatusAllows.Broken(
                ("workshop", workshop.Id.ToString()), ("status", workshop.Status.ToString()), ("allowed", $"{WorkshopStatus.Published} / {WorkshopStatus.Held}")));
        }

        if (now < workshop.Agenda.Time.End)
        {
            unmet.Add(CertificateRules.WorkshopIsOver.Broken(("workshop", workshop.Id.ToString()), ("ends", workshop.Agenda.Time.End)));
        }

        if (workshop.Plan.Awards.IsEmpty)
        {
            unmet.Add(CertificateRules.HasPolicy.Broken(("workshop", workshop.Id.ToString())));
        }

        return unmet;
    }

    /// <summary>Approves the latest proposal list. Approving it again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="proposal">The number of the list that was read.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="TrainingRuleException"><c>certificate.is-proposed</c>, <c>certificate.proposal-is-latest</c>.</exception>
    public Decision<ProposalList> Approve(WorkshopId workshop, int proposal, Instant now)
    {
        TrainingRuleException.ThrowIfAny(CheckApprove(workshop, proposal));
        var approved = new ProposalList(proposal, true, _proposed);
        return IsApproved ? Decision.Of(approved) : Decision.Of(approved, new AwardsApproved(now, proposal));
    }

    /// <summary>Which rules an approval would break.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="proposal">The number of the list.</param>
    public IReadOnlyList<TrainingRule> CheckApprove(WorkshopId workshop, int proposal) =>
        proposal < 1 || proposal > LatestProposal
            ? [CertificateRules.IsProposed.Broken(("workshop", workshop.ToString()), ("proposal", proposal), ("latest", LatestProposal))]
            : proposal < LatestProposal
                ? [CertificateRules.IsLatest.Broken(("workshop", workshop.ToString()), ("proposal", proposal), ("latest", LatestProposal))]
                : [];

    /// <summary>Which rules issuing would break. Where nothing awaits issue, rows of attendance that await a decision hold nothing up.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="rowsToReview">How many rows of attendance still await a decision.</param>
    /// <param name="unreviewedReasonCode">The host's code for the reason not to wait for them; null to wait.</param>
    public IReadOnlyList<TrainingRule> CheckIssue(WorkshopId workshop, int rowsToReview, string? unreviewedReasonCode)
    {
        var unmet = new List<TrainingRule>();
        if (!IsApproved)
        {
            unmet.Add(CertificateRules.IsApproved.Broken(("workshop", workshop.ToString())));
        }

        if (rowsToReview > 0 && unreviewedReasonCode is null && AwaitingIssue().Count > 0)
        {
            unmet.Add(CertificateRules.NothingToReview.Broken(("workshop", workshop.ToString()), ("rows", rowsToReview)));
        }

        return unmet;
    }

    /// <summary>
    /// Which rule issuing would break because attendance has changed since the list was drawn up: whoever approved an award approved other figures.
    /// Only awards that await issue are looked at; people who have earned one since are proposed with the next list.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="presence">Everybody's presence as it is now.</param>
    public IReadOnlyList<TrainingRule> CheckIsCurrent(Workshop workshop, WorkshopPresence presence)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        ArgumentNullException.ThrowIfNull(presence);
        IReadOnlyList<ProposedAward> awaiting = AwaitingIssue();
        if (awaiting.Count == 0)
        {
            return [];
        }

        var confirmed = presence.People.Select(person => person.Registration).ToHashSet();
        var judged = Judge(workshop, presence).ToHashSet();
        return awaiting.All(award => judged.Contains(award) || !confirmed.Contains(award.Registration))
            ? []
            : [CertificateRules.ListIsCurrent.Broken(("workshop", workshop.Id.ToString()), ("proposal", LatestProposal))];
    }

    /// <summary>
    /// The approved awards that were earned and are not issued yet, in the order in which they are numbered. Whoever holds participation is not issued completion on top of it,
    /// nor the other way round: that is a correction of the certificate already issued.
    /// </summary>
    public IReadOnlyList<ProposedAward> AwaitingIssue()
    {
        if (!IsApproved)
        {
            return [];
        }

        var held = new HashSet<(PersonId, AwardLevel)>(_held);
        return [.. _proposed.Where(line => line.Earned && !(Excludes(line.Level) is { } other && held.Contains((line.Person, other))) && held.Add((line.Person, line.Level)))];
    }

    private protected override void When(TrainingEvent happened)
    {
        switch (happened)
        {
            case AwardsProposed proposed:
                (LatestProposal, _proposed, IsApproved) = (proposed.Proposal, proposed.Awards, false);
                break;
            case AwardsApproved:
                IsApproved = true;
                break;
            case AwardIssued issued:
                _issued[(issued.Registration, issued.Level)] = issued.Number;
                _held.Add((issued.Person, issued.Level));
                break;
            default:
                break;
        }
    }

    private static AwardLevel? Excludes(AwardLevel level) => level switch
    {
        AwardLevel.Participation => AwardLevel.Completion,
        AwardLevel.Completion => AwardLevel.Participation,
        _ => null,
    };

    private static ImmutableArray<ProposedAward> Judge(Workshop workshop, WorkshopPresence presence) =>
    [
        .. presence.People
            .SelectMany(person => Judge(workshop.Plan.Awards, person))
            .OrderBy(line => line.Registration.ToString(), StringComparer.Ordinal).ThenBy(line => line.Level),
    ];

    private static IEnumerable<ProposedAward> Judge(ImmutableArray<AwardPolicy> policies, PersonPresence person)
    {
        AwardJudgement[] judged = [.. policies.GroupBy(policy => policy.Level).Select(level => level.MaxBy(policy => policy.Version)!).Select(policy => AwardJudgement.Of(policy, person)).OfType<AwardJudgement>()];
        bool completed = judged.Any(j => j.Policy.Level == AwardLevel.Completion && j.Earned);
        return judged
            .Where(j => !(completed && j.Policy.Level == AwardLevel.Participation))
            .Select(j => new ProposedAward(j.Registration, j.Person, j.Policy.Level, j.Policy.Version, j.Policy.MinimumPercent, j.Earned, j.Present, j.Counted, j.MissedSession, person.Sitting));
    }
}

/// <summary>A proposal list: who would get what, who would not, and by which figures.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="IsApproved">Whether it is approved.</param>
/// <param name="Awards">Its lines, ordered by registration.</param>
public sealed record ProposalList(int Number, bool IsApproved, ImmutableArray<ProposedAward> Awards);
