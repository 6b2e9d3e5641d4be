using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What institutions ask for by letter: nominations, replacements (R11) and withdrawals.</summary>
public sealed partial class RegistrationBook
{
    /// <summary>Every nomination ever made, by id, in the order in which they were made.</summary>
    public IReadOnlyDictionary<NominationId, Nomination> Nominations => _state.Nominations.All;

    /// <summary>The nomination from which a registration came, also when it took over the place of one that did.</summary>
    /// <param name="registration">The registration.</param>
    /// <returns>The nomination, or null.</returns>
    public Nomination? NominationOf(RegistrationId registration) => _state.Nominations.Of(registration);

    /// <summary>
    /// Registers the principals of a nomination in the institution's own order of preference, all in one decision, each with an outcome of their own: where seats are scarce, whoever
    /// stands first has one first and waits first. Alternates are not registered. Where anybody breaks a rule, nobody is registered.
    /// </summary>
    /// <param name="id">The new nomination's id.</param>
    /// <param name="request">Who nominates whom.</param>
    /// <param name="letter">The personal record of the letter.</param>
    /// <param name="registrations">An id for the registration of each principal, in their order.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>registration.is-open</c>, <c>institution.is-known</c>, <c>nomination.names-a-principal</c>, and for each candidate
    /// <c>nomination.candidate-is-admitted</c> with the number of the candidate, from 1, and the rule: <c>nomination.candidate-stands-once</c>, <c>registration.mode-is-offered</c>,
    /// <c>registration.sitting-is-held</c>, <c>registration.person-is-invited</c>, <c>registration.person-is-not-registered</c>, and those of <see cref="RegistrationAnswers.Check"/>.</exception>
    /// <exception cref="ArgumentException">An id is empty or taken, there are more or fewer ids than principals, or the request or the workshop belongs to another book.</exception>
    public Decision<NominationOutcome> Nominate(
        NominationId id, NominationRequest request, RecordRef letter, IReadOnlyList<RegistrationId> registrations, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(registrations);
        using BookDraft draft = DraftAsOf(circumstances);
        Candidate[] principals = [.. request.Candidates.Where(c => !c.IsAlternate)];
        if (id == default || Nominations.ContainsKey(id))
        {
            throw new ArgumentException($"A new nomination needs an id of its own; '{id}' is empty or taken.", nameof(id));
        }

        if (registrations.Count != principals.Length || registrations.Distinct().Count() != registrations.Count)
        {
            throw new ArgumentException($"Each of {principals.Length} principals needs the id of a registration of their own.", nameof(registrations));
        }

        foreach (RegistrationId registration in registrations)
        {
            Fresh(draft, registration);
        }

        TrainingRuleException.ThrowIfAny(CheckNominate(draft, request));
        var ids = new Queue<RegistrationId>(registrations);
        draft.Add(new PeopleNominated(
            draft.Now, id, request.Institution, letter,
            [.. request.Candidates.Select(c => new NominatedCandidate(draft.Canonical(c.Person), c.Mode, c.Role, c.Sitting, c.Groups, c.IsAlternate ? null : ids.Dequeue()))]));
        return new(
            new(id, [.. principals.Select((c, i) => Enter(draft, registrations[i], c.RequestFor(request.Workshop, request.Institution)))]),
            draft.Events);
    }

    /// <summary>Which rules a nomination would break; see <see cref="Nominate"/>. A full house breaks none: it is an outcome.</summary>
    /// <param name="request">Who nominates whom.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckNominate(NominationRequest request, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(request);
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckNominate(draft, request);
    }

    /// <summary>The alternate whose turn it is to replace a registration: the first of its nomination who has had no turn, is not registered and was not erased.</summary>
    /// <param name="registration">The registration to be replaced.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <returns>The alternate; null when none is left, or the registration comes from no nomination that stands.</returns>
    public NominatedCandidate? NextAlternate(RegistrationId registration, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        if (draft.State.Nominations.Of(registration) is not { WithdrawnAt: null } nomination)
        {
            return null;
        }

        HashSet<PersonId> hadTheirTurn = [.. nomination.Registrations.Select(r => draft.Find(r)!.Person)];
        return nomination.Alternates.Select(a => a with { Person = draft.Canonical(a.Person) })
            .FirstOrDefault(a => !hadTheirTurn.Contains(a.Person) && draft.State.ActiveOf(a.Person) is null && !draft.Circumstances.Erased.ContainsKey(a.Person));
    }

    /// <summary>
    /// Puts somebody else of the same institution in the place of a registration, on the authority of a letter; see <see cref="Substitute(RegistrationId, RegistrationId, Substitution, Actor, RegistrationCircumstances)"/>.
    /// The new registration belongs to the nomination of the first one.
    /// </summary>
    /// <param name="registration">The registration.</param>
    /// <param name="replacementId">The new registration's id.</param>
    /// <param name="substitution">Who takes over, and why; for an alternate see <see cref="NextAlternate"/>.</param>
    /// <param name="letter">The personal record of the letter.</param>
    /// <param name="by">Who asks: participants and focal points only until the cut-off for changes.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException">Every broken rule together: <c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-changed</c>,
    /// <c>registration.person-is-invited</c>, <c>registration.person-is-not-registered</c>, <c>registration.limits-allow</c>, and those of <see cref="RegistrationAnswers.Check"/>.</exception>
    /// <exception cref="ArgumentException">The id is empty or taken, or the workshop belongs to another book.</exception>
    public Decision<SubstitutionOutcome> Replace(
        RegistrationId registration, RegistrationId replacementId, Substitution substitution, RecordRef letter, Actor by, RegistrationCircumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(substitution);
        ArgumentNullException.ThrowIfNull(letter);
        using BookDraft draft = DraftAsOf(circumstances);
        Fresh(draft, replacementId);
        TrainingRuleException.ThrowIfAny(CheckSubstitute(draft, registration, substitution, by));
        draft.Add(new ReplacementNominated(draft.Now, draft.State.Nominations.Of(registration)?.Id, registration, replacementId, letter));
        return new(Substitute(draft, registration, replacementId, substitution), draft.Events);
    }

    /// <summary>Which rules a replacement would break; see <see cref="Replace"/>.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="substitution">Who would take over.</param>
    /// <param name="by">Who would ask.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckReplace(RegistrationId registration, Substitution substitution, Actor by, RegistrationCircumstances circumstances) =>
        CheckSubstitute(registration, substitution, by, circumstances);

    /// <summary>
    /// Withdraws a nomination: from now on it has no alternates. Registrations that came from it stand, unless they are to be cancelled with it; then all are cancelled before
    /// any seat is passed on. Withdrawing again changes nothing, but may still cancel.
    /// </summary>
    /// <param name="nomination">The nomination.</param>
    /// <param name="reasonCode">The host's own code for the reason: 1 to 100 characters without spaces or control characters.</param>
    /// <param name="cancelsRegistrations">Whether what came from it is cancelled, with the same reason.</param>
    /// <param name="letter">The personal record of the letter; null where there was none.</param>
    /// <param name="circumstances">What the book decides by.</param>
    /// <exception cref="TrainingRuleException"><c>nomination.is-known</c>.</exception>
    /// <exception cref="ArgumentException">The reason is not a code, or the workshop belongs to another book.</exception>
    public Decision<NominationWithdrawal> WithdrawNomination(
        NominationId nomination, string reasonCode, bool cancelsRegistrations, RecordRef? letter, RegistrationCircumstances circumstances)
    {
        ReasonCode.Checked(reasonCode, nameof(reasonCode));
        using BookDraft draft = DraftAsOf(circumstances);
        TrainingRuleException.ThrowIfAny(CheckWithdrawNomination(draft, nomination));
        Nomination found = Nominations[nomination];
        if (found.WithdrawnAt is null)
        {
            draft.Add(new NominationWithdrawn(draft.Now, nomination, reasonCode, cancelsRegistrations, letter));
        }

        RegistrationId[] cancelled = [.. found.Registrations.Where(r => cancelsRegistrations && draft.Find(r)!.IsActive)];
        foreach (RegistrationId registration in cancelled)
        {
            draft.Add(new RegistrationCancelled(draft.Now, registration, CancellationCause.Requested, reasonCode));
        }

        return new(new(nomination, found.WithdrawnAt is null, [.. cancelled], cancelled.Length > 0 ? draft.Promote() : []), draft.Events);
    }

    /// <summary>Which rules a withdrawal would break; see <see cref="WithdrawNomination"/>.</summary>
    /// <param name="nomination">The nomination.</param>
    /// <param name="circumstances">What the book decides by.</param>
    public IReadOnlyList<TrainingRule> CheckWithdrawNomination(NominationId nomination, RegistrationCircumstances circumstances)
    {
        using BookDraft draft = DraftAsOf(circumstances);
        return CheckWithdrawNomination(draft, nomination);
    }

    /// <summary>Records that the letters of all nominations were erased. Without a letter since the last time nothing is recorded.</summary>
    /// <param name="count">How many personal records are erased in the same append.</param>
    /// <param name="now">When.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Decision<int> EraseNominationLetters(int count, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 && !_state.Nominations.HasLetters ? Decision.Of(0) : Decision.Of(count, new NominationLettersErased(now, count));
    }

    private static List<TrainingRule> CheckNominate(BookDraft draft, NominationRequest request)
    {
        if (request.Workshop != draft.Workshop.Id)
        {
            throw new ArgumentException($"The nomination is for {request.Workshop}, the book is that of {draft.Workshop.Id}.", nameof(request));
        }

        List<TrainingRule> unmet = CheckOpen(draft, request.Institution);
        if (request.Candidates.All(c => c.IsAlternate))
        {
            unmet.Add(NominationRules.NamesPrincipal.Broken(("institution", request.Institution.ToString())));
        }

        var named = new Dictionary<PersonId, int>();
        for (int i = 0; i < request.Candidates.Length; i++)
        {
            Candidate candidate = request.Candidates[i];
            RegistrationRequest registered = candidate.RequestFor(request.Workshop, request.Institution);
            unmet.AddRange(CheckAdmission(draft, registered)
                .Concat(candidate.IsAlternate ? [] : CheckAnswers(draft, registered))
                .Select(rule => NotAdmitted(i, candidate.Person, rule)));
            if (!named.TryAdd(draft.Canonical(candidate.Person), i + 1))
            {
                unmet.Add(NotAdmitted(i, candidate.Person, NominationRules.CandidateStandsOnce.Broken(
                    ("person", candidate.Person.ToString()), ("first", named[draft.Canonical(candidate.Person)]))));
            }
        }

        return unmet;
    }

    /// <summary>A rule that a candidate breaks, with the candidate's number.</summary>
    internal static TrainingRule NotAdmitted(int index, PersonId person, TrainingRule rule) =>
        NominationRules.CandidateIsAdmitted.Broken(("candidate", index + 1), ("person", person.ToString()), ("rule", rule.Text));

    private static IReadOnlyList<TrainingRule> CheckWithdrawNomination(BookDraft draft, NominationId nomination) =>
        draft.State.Nominations.All.ContainsKey(nomination)
            ? []
            : [NominationRules.IsKnown.Broken(("workshop", draft.Workshop.Id.ToString()), ("nomination", nomination.ToString()))];
}
