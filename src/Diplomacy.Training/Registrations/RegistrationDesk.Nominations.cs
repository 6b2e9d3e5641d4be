using System.Collections.Immutable;
using System.Text.Json;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What institutions ask for by letter: nominations, replacements (R11) and withdrawals.</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>
    /// Registers the principals of a nomination in the institution's own order of preference, all in one append, each with an outcome of their own: where seats are scarce, whoever
    /// stands first has one first and waits first. Alternates are not registered. Where anybody breaks a rule, nobody is registered, and every candidate's broken rules are told.
    /// </summary>
    /// <param name="request">Who nominates whom, by which letter. The letter goes into a personal record.</param>
    /// <param name="by">Who nominates, such as the institution's focal point; needs <see cref="Permission.Nominate"/>, asked with the institution.</param>
    /// <param name="command">Names the command, so that a retried request nominates once and returns its first outcome; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-open</c>, <c>institution.is-known</c>, <c>nomination.names-a-principal</c>, <c>permission.actor-may</c>,
    /// and for each candidate <c>nomination.candidate-is-admitted</c> with the number of the candidate, from 1, and the rule: <c>person.is-known</c>, <c>nomination.candidate-stands-once</c>,
    /// <c>registration.mode-is-offered</c>, <c>registration.sitting-is-held</c>, <c>registration.person-is-invited</c>, <c>registration.person-is-not-registered</c>, and those of <see cref="RegistrationAnswers.Check"/>.</exception>
    public async ValueTask<NominationOutcome> NominateAsync(NominationRequest request, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = new BookCommand("nominate", request.Workshop, by, Permission.Nominate, command, Describe(request)) { Institution = request.Institution, AssignsRoles = request.Candidates.Any(c => !c.Role.TakesSeat()) };
        RecordRef? recalled = null;
        NominationOutcome outcome = await DecideAsync(
            asked,
            async (book, circumstances, scope) =>
            {
                var (admitted, unknown) = await AdmitAsync(request, cancellationToken).ConfigureAwait(false);
                TrainingRuleException.ThrowIfAny(unknown.Count == 0 ? [] : [.. unknown, .. book.CheckNominate(admitted, circumstances)]);
                var id = NominationId.New();
                RecordRef letter = Keep(scope, asked, id, request.Letter);
                Candidate[] principals = [.. request.Candidates.Where(c => !c.IsAlternate)];
                Decision<NominationOutcome> decision = book.Nominate(id, admitted, letter, [.. principals.Select(_ => RegistrationId.New())], circumstances);
                return Keeping(scope, circumstances, decision, [.. principals.Select(p => p.Answers)]);
            },
            (entries, _) =>
            {
                PeopleNominated nominated = entries.Select(e => e.Event).OfType<PeopleNominated>().First();
                recalled = nominated.Letter;
                return new NominationOutcome(
                    nominated.Nomination,
                    [.. nominated.Candidates.Select(c => c.Registration).OfType<RegistrationId>().Select(id => RecallOutcome([.. entries.Where(e => Begun(e.Event)?.Registration == id)]))]);
            },
            cancellationToken).ConfigureAwait(false);
        await SameLetterAsync(asked, recalled, request.Letter, cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Which rules a nomination would break, of every candidate; see <see cref="NominateAsync"/>. A full house breaks none: it is an outcome.</summary>
    /// <param name="request">Who nominates whom.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckNominateAsync(NominationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (admitted, unknown) = await AdmitAsync(request, cancellationToken).ConfigureAwait(false);
        return [.. unknown, .. await CheckAsync(request.Workshop, (book, circumstances) => book.CheckNominate(admitted, circumstances), cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>
    /// Puts somebody else of the same institution in the place of a registration, on the authority of a further letter: the next alternate of its nomination, one named, or a new candidate.
    /// The seat or the place in line stays as it is, with mode, sitting and role; the registration ends and a new one begins (R11).
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="replacement">By which letter, why, and by whom.</param>
    /// <param name="by">Who asks; needs <see cref="Permission.Nominate"/>, asked with the institution, and <see cref="Permission.OverrideLimits"/> with an override. A focal point can replace only until the cut-off for changes.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-changed</c>, <c>nomination.alternate-is-left</c>,
    /// <c>person.is-known</c>, <c>registration.person-is-invited</c>, <c>registration.person-is-not-registered</c>, <c>registration.limits-allow</c>, <c>permission.actor-may</c>, and those of <see cref="RegistrationAnswers.Check"/>.</exception>
    public async ValueTask<SubstitutionOutcome> ReplaceAsync(
        WorkshopId workshop, RegistrationId registration, Replacement replacement, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        if (replacement is { Person: null, Answers.Count: > 0 })
        {
            throw new ArgumentException("Answers are somebody's: say who takes over, or leave them out.", nameof(replacement));
        }

        BookCommand asked = await AboutAsync(
            new(
                "replace-registration", workshop, by, Permission.Nominate, command,
                $"{registration} {replacement.Person} {replacement.Groups} {replacement.ReasonCode} {replacement.OverrideReasonCode}") { Overrides = replacement.OverrideReasonCode is not null },
            registration, cancellationToken).ConfigureAwait(false);
        RecordRef? recalled = null;
        SubstitutionOutcome outcome = await DecideAsync(
            asked,
            async (book, circumstances, scope) =>
            {
                var (substitution, unmet) = await SubstitutionAsync(book, registration, replacement, by, circumstances, cancellationToken).ConfigureAwait(false);
                TrainingRuleException.ThrowIfAny(unmet);
                RecordRef letter = Keep(scope, asked, book.NominationOf(registration)?.Id, replacement.Letter);
                return Keeping(scope, circumstances, book.Replace(registration, RegistrationId.New(), substitution!, letter, by, circumstances), [replacement.Answers]);
            },
            (entries, _) =>
            {
                TrainingEvent[] after = [.. entries.Select(e => e.Event).SkipWhile(e => e is not ReplacementNominated)];
                recalled = ((ReplacementNominated)after[0]).Letter;
                RegistrationSubstituted substituted = after.OfType<RegistrationSubstituted>().First();
                return new SubstitutionOutcome(registration, substituted.Replacement, substituted.Status, Promoted(after));
            },
            cancellationToken).ConfigureAwait(false);
        await SameLetterAsync(asked, recalled, replacement.Letter, cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Which rules a replacement would break; see <see cref="ReplaceAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="replacement">By which letter, why, and by whom.</param>
    /// <param name="by">Who would ask.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckReplaceAsync(
        WorkshopId workshop, RegistrationId registration, Replacement replacement, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        RegistrationCircumstances circumstances = await CircumstancesAsync(current, _flow.Now, cancellationToken).ConfigureAwait(false);
        (PersonId? Person, SeatGroups Groups) next = await ReadAsync(workshop, book => Next(book, registration, replacement, circumstances), cancellationToken).ConfigureAwait(false);
        var (substitution, unmet) = await SubstitutionAsync(next, registration, replacement, cancellationToken).ConfigureAwait(false);
        return substitution is null
            ? await ReadAsync(workshop, book => Unmet(book, registration, unmet), cancellationToken).ConfigureAwait(false)
            : [.. unmet, .. await ReadAsync(workshop, book => book.CheckReplace(registration, substitution, by, circumstances), cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>Withdraws a nomination: from now on it has no alternates. What came from it stands, or is cancelled with it. Withdrawing again changes nothing, but may still cancel.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="nomination">The nomination.</param>
    /// <param name="reasonCode">The host's own code for the reason, 1 to 100 characters without spaces or control characters.</param>
    /// <param name="cancelsRegistrations">Whether every registration that came from it, also those that took over a place, is cancelled with the same reason.</param>
    /// <param name="by">Who withdraws; needs <see cref="Permission.Nominate"/>, asked with the institution.</param>
    /// <param name="letter">By which letter; null where there is none.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>nomination.is-known</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<NominationWithdrawal> WithdrawNominationAsync(
        WorkshopId workshop, NominationId nomination, string reasonCode, bool cancelsRegistrations, Actor by, NominationLetter? letter = null, CommandId? command = null,
        CancellationToken cancellationToken = default)
    {
        Nomination? found = await ReadAsync(workshop, book => book.Nominations.GetValueOrDefault(nomination), cancellationToken).ConfigureAwait(false);
        var asked = new BookCommand(
            "withdraw-nomination", workshop, by, Permission.Nominate, command,
            FormattableString.Invariant($"{nomination} {reasonCode} {cancelsRegistrations} {letter is not null}")) { Institution = found?.Institution };
        RecordRef? recalled = null;
        NominationWithdrawal outcome = await DecideAsync(
            asked,
            (book, circumstances, scope) =>
            {
                bool stands = book.Nominations.GetValueOrDefault(nomination) is { WithdrawnAt: null };
                return new(book.WithdrawNomination(nomination, reasonCode, cancelsRegistrations, letter is null || !stands ? null : Keep(scope, asked, nomination, letter), circumstances));
            },
            (entries, _) =>
            {
                TrainingEvent[] after = [.. entries.Select(e => e.Event).SkipWhile(e => e is not (NominationWithdrawn or RegistrationCancelled { Cause: CancellationCause.Requested }))];
                recalled = after.OfType<NominationWithdrawn>().FirstOrDefault()?.Letter;
                return new NominationWithdrawal(
                    nomination, after.Any(e => e is NominationWithdrawn),
                    [.. after.OfType<RegistrationCancelled>().Select(e => e.Registration)], Promoted(after));
            },
            cancellationToken).ConfigureAwait(false);
        await SameLetterAsync(asked, recalled, letter, cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Which rules a withdrawal would break; see <see cref="WithdrawNominationAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="nomination">The nomination.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckWithdrawNominationAsync(WorkshopId workshop, NominationId nomination, CancellationToken cancellationToken = default) =>
        CheckAsync(workshop, (book, circumstances) => book.CheckWithdrawNomination(nomination, circumstances), cancellationToken);

    /// <summary>Erases the letters of a workshop's nominations, replacements and withdrawals: at the end of retention (R55). Who nominated whom, and when, stays.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="by">Who erases; needs <see cref="Permission.ErasePerson"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is erased.</param>
    /// <returns>How many letters were erased; erasing again records nothing, unless something was kept since.</returns>
    /// <exception cref="TrainingRuleException"><c>permission.actor-may</c>, <c>journal.command-is-new</c>.</exception>
    public ValueTask<int> EraseNominationLettersAsync(WorkshopId workshop, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(workshop.ToString(), nameof(workshop));
        return _flow.RunAsync(
            new CommandRequest("erase-nomination-letters", by, Permission.ErasePerson, command, "", RegistrationBook.StreamOf(workshop)),
            async scope =>
            {
                RegistrationBook book = await scope.LoadAsync<RegistrationBook>(RegistrationBook.StreamOf(workshop)).ConfigureAwait(false);
                int count = 0;
                foreach (NominationId? nomination in (NominationId?[])[null, .. book.Nominations.Keys])
                {
                    string subject = NominationEvents.SubjectOf(workshop, nomination);
                    count += (await _ports.Records.OfSubjectAsync(subject, scope.Cancellation).ConfigureAwait(false)).Count;
                    scope.Erase(subject);
                }

                return scope.Take(book, book.EraseNominationLetters(count, scope.Now));
            },
            entries => new ValueTask<int>(((NominationLettersErased)entries[0].Event).Count),
            cancellationToken);
    }

    private static string Describe(NominationRequest request) =>
        string.Join('\n', request.Candidates.Select(c => FormattableString.Invariant($"{c.Person} {c.Mode} {c.Role} {c.Sitting} {c.Groups} {c.IsAlternate}")).Prepend(request.Institution.ToString()));

    private static RecordRef Keep(CommandScope scope, BookCommand asked, NominationId? nomination, NominationLetter letter) =>
        scope.Keep(PersonalRecord.Create(
            NominationEvents.SubjectOf(asked.Workshop, nomination), LetterPayload.Kind, JsonSerializer.Serialize(LetterPayload.Of(letter), LetterJson.Default.LetterPayload)));

    private static (PersonId? Person, SeatGroups Groups) Next(
        RegistrationBook book, RegistrationId registration, Replacement replacement, RegistrationCircumstances circumstances)
    {
        if (replacement.Person is not { } named)
        {
            return book.NextAlternate(registration, circumstances) is { } next ? (next.Person, next.Groups) : (null, default);
        }

        PersonId person = circumstances.Merged.GetValueOrDefault(named, named);
        NominatedCandidate? alternate = book.NominationOf(registration) is { WithdrawnAt: null } nomination
            ? nomination.Alternates.FirstOrDefault(a => circumstances.Merged.GetValueOrDefault(a.Person, a.Person) == person)
            : null;
        return (named, alternate?.Groups ?? default);
    }

    /// <summary>No alternate is left of a registration that is there; of one that is not, only that.</summary>
    private static IReadOnlyList<TrainingRule> Unmet(RegistrationBook book, RegistrationId registration, IReadOnlyList<TrainingRule> unmet) =>
        book.All.ContainsKey(registration)
            ? unmet
            : [RegistrationRules.IsKnown.Broken(("workshop", book.Stream.Key), ("registration", registration.ToString()))];

    private async ValueTask<(Substitution? Substitution, IReadOnlyList<TrainingRule> Unmet)> SubstitutionAsync(
        RegistrationBook book, RegistrationId registration, Replacement replacement, Actor by, RegistrationCircumstances circumstances, CancellationToken cancellationToken)
    {
        var (substitution, unmet) = await SubstitutionAsync(Next(book, registration, replacement, circumstances), registration, replacement, cancellationToken).ConfigureAwait(false);
        return substitution is null ? (null, Unmet(book, registration, unmet))
            : unmet.Count == 0 ? (substitution, [])
            : (substitution, [.. unmet, .. book.CheckReplace(registration, substitution, by, circumstances)]);
    }

    private async ValueTask<(Substitution? Substitution, IReadOnlyList<TrainingRule> Unmet)> SubstitutionAsync(
        (PersonId? Person, SeatGroups Groups) next, RegistrationId registration, Replacement replacement, CancellationToken cancellationToken)
    {
        if (next.Person is not { } person)
        {
            return (null, [NominationRules.AlternateIsLeft.Broken(("registration", registration.ToString()))]);
        }

        IReadOnlyList<TrainingRule> unmet = await CheckPersonAsync(person, [], cancellationToken).ConfigureAwait(false);
        SeatGroups known = unmet.Count == 0 ? await GroupsAsync(person, cancellationToken).ConfigureAwait(false) : default;
        return (
            new(person, replacement.ReasonCode)
            {
                Groups = replacement.Groups.With(next.Groups).With(known), Answers = replacement.Answers, OverrideReasonCode = replacement.OverrideReasonCode,
            },
            unmet);
    }

    /// <summary>The candidates with what is known of them, and those of whom nothing is.</summary>
    private async ValueTask<(NominationRequest Admitted, IReadOnlyList<TrainingRule> Unknown)> AdmitAsync(NominationRequest request, CancellationToken cancellationToken)
    {
        var admitted = ImmutableArray.CreateBuilder<Candidate>(request.Candidates.Length);
        var unknown = new List<TrainingRule>();
        foreach (Candidate candidate in request.Candidates)
        {
            IReadOnlyList<TrainingRule> unmet = await CheckPersonAsync(candidate.Person, [], cancellationToken).ConfigureAwait(false);
            unknown.AddRange(unmet.Select(rule => RegistrationBook.NotAdmitted(admitted.Count, candidate.Person, rule)));
            admitted.Add(unmet.Count > 0 ? candidate : candidate with { Known = await GroupsAsync(candidate.Person, cancellationToken).ConfigureAwait(false) });
        }

        return (request.With(admitted.MoveToImmutable()), unknown);
    }

    /// <summary>The fingerprint of a command holds nothing personal, so whether a repeated one spoke of the same letter is told by the record, while it is kept.</summary>
    private async ValueTask SameLetterAsync(BookCommand asked, RecordRef? recalled, NominationLetter? letter, CancellationToken cancellationToken)
    {
        if (recalled is not null && await LetterAsync(recalled, cancellationToken).ConfigureAwait(false) is { } kept && kept != letter)
        {
            throw NotTheSameCommand(asked);
        }
    }

    private static TrainingRuleException NotTheSameCommand(BookCommand asked) =>
        new(JournalRules.CommandIsNew.Broken(("command", asked.Id?.ToString() ?? ""), ("stream", RegistrationBook.StreamOf(asked.Workshop).ToString())));

    private async ValueTask<NominationLetter?> LetterAsync(RecordRef? reference, CancellationToken cancellationToken) =>
        await RecordAsync(reference, cancellationToken).ConfigureAwait(false) is { } record
            ? JsonSerializer.Deserialize(record.Payload, LetterJson.Default.LetterPayload)?.ToLetter()
            : null;

    /// <summary>A record as the journal knows it; null when it was erased or changed behind the journal's back.</summary>
    private async ValueTask<PersonalRecord?> RecordAsync(RecordRef? reference, CancellationToken cancellationToken) =>
        reference is not null && await _ports.Records.FindAsync(reference.Id, cancellationToken).ConfigureAwait(false) is { } record && record.Reference == reference ? record : null;
}
