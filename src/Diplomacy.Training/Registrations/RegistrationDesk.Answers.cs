using System.Collections.Concurrent;
using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Answers to a workshop's own questions: kept in personal records, and only as long as they are needed (R55).</summary>
public sealed partial class RegistrationDesk
{
    private readonly ConcurrentDictionary<WorkshopId, (long Version, LocalDate Day)> _purged = new();

    /// <summary>Answers the workshop's questions anew for an active registration; what was answered before is erased. Answers to what is not asked of this registration are not kept.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="answers">All answers from now on.</param>
    /// <param name="by">Who answers; needs <see cref="Permission.Register"/>.</param>
    /// <param name="command">Names the command; a new one when null. Another command's id with other answers is not noticed: answers leave no trace in the journal.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.is-active</c>, <c>person.is-known</c>, <c>permission.actor-may</c>, and those of <see cref="RegistrationAnswers.Check"/>.</exception>
    public async ValueTask AnswerAsync(
        WorkshopId workshop, RegistrationId registration, RegistrationAnswers answers, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        await DecideAsync(
            await AboutAsync(new("answer-questions", workshop, by, Permission.Register, command, registration.ToString()), registration, cancellationToken).ConfigureAwait(false),
            async (book, circumstances, scope) =>
            {
                TrainingRuleException.ThrowIfAny(await CheckAnswersAsync(book, circumstances, registration, answers, cancellationToken).ConfigureAwait(false));
                Decision<bool> settled = book.Settle(circumstances);
                Registration found = book.AsOf(circumstances, b => b.All[registration]);

                // Under the person under whom they were kept before, if any: a merged person's earlier answers must not stay behind.
                PersonId subject = book.Answers.TryGetValue(registration, out var before) ? before.Person : found.Person;
                return settled with { Events = settled.Events.Add(Kept(scope, circumstances, subject, registration, answers.AskedOf(circumstances.Workshop.Plan.Questions, found.Claim))) };
            },
            (_, _) => true,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which rules these answers would break; see <see cref="AnswerAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="answers">All answers.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckAnswerAsync(
        WorkshopId workshop, RegistrationId registration, RegistrationAnswers answers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        Registration? found = await ReadAsync(workshop, book => book.All.GetValueOrDefault(registration), cancellationToken).ConfigureAwait(false);
        IReadOnlyList<TrainingRule> unmet = CheckAnswers(current, found, registration, answers);
        return found is { IsActive: true } ? await CheckPersonAsync(found.Person, unmet, cancellationToken).ConfigureAwait(false) : unmet;
    }

    /// <summary>What was answered for a registration, but for sensitive questions. Personal data.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The answers; none where nothing was answered, or what was answered has been erased.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<RegistrationAnswers> AnswersOfAsync(WorkshopId workshop, RegistrationId registration, CancellationToken cancellationToken = default)
    {
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        return (await AllAnswersOfAsync(workshop, registration, cancellationToken).ConfigureAwait(false)).WithoutSensitive(current.Plan.Questions);
    }

    /// <summary>Everything that was answered for a registration, sensitive questions included: what somebody eats, what health asks for.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="by">Who reads; needs <see cref="Permission.ReadSensitiveAnswers"/>.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The answers; none where nothing was answered, or what was answered has been erased.</returns>
    /// <exception cref="TrainingRuleException"><c>permission.actor-may</c>.</exception>
    public async ValueTask<RegistrationAnswers> SensitiveAnswersOfAsync(WorkshopId workshop, RegistrationId registration, Actor by, CancellationToken cancellationToken = default)
    {
        Registration? found = await ReadAsync(workshop, book => book.All.GetValueOrDefault(registration), cancellationToken).ConfigureAwait(false);
        await _flow.DemandAsync(
            new(by, Permission.ReadSensitiveAnswers, RegistrationBook.StreamOf(workshop)) { Person = found?.Person, Institution = found?.Institution }, cancellationToken).ConfigureAwait(false);
        return await AllAnswersOfAsync(workshop, registration, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RegistrationAnswers> AllAnswersOfAsync(WorkshopId workshop, RegistrationId registration, CancellationToken cancellationToken)
    {
        RecordRef? reference = await ReadAsync(workshop, book => book.Answers.TryGetValue(registration, out var kept) ? kept.Record : null, cancellationToken).ConfigureAwait(false);
        return reference is not null && await _ports.Records.FindAsync(reference.Id, cancellationToken).ConfigureAwait(false) is { } record && record.Reference == reference
            ? RegistrationAnswers.FromRecord(record)
            : RegistrationAnswers.None;
    }

    /// <summary>
    /// Erases the answers whose retention has ended, counted in days of the host's zone from the end of the workshop (R55), those to what is no longer asked of a registration
    /// that has changed, and all answers of whoever was erased meanwhile. Purging again on the same day records nothing; <see cref="DueWork"/> does it for every workshop.
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="by">Who asks; needs <see cref="Permission.Register"/>.</param>
    /// <param name="cancellationToken">Stops before anything is erased.</param>
    /// <returns>From how many registrations answers were erased.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<int> PurgeAnswersAsync(WorkshopId workshop, Actor by, CancellationToken cancellationToken = default)
    {
        Workshop current = await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        DateTimeZone host = _ports.Zones.GetZoneOrNull(current.Agenda.ZoneId) ?? DateTimeZone.Utc;
        var (version, any) = await ReadAsync(workshop, book => (book.Version, book.Answers.Count > 0), cancellationToken).ConfigureAwait(false);
        LocalDate today = _flow.Now.InZone(host).Date;
        if (!any || current.Status == WorkshopStatus.Postponed || (_purged.TryGetValue(workshop, out var done) && done == (version, today)))
        {
            return 0;
        }

        int purged = await DecideAsync(
            new BookCommand("purge-answers", workshop, by, Permission.Register, null, ""),
            async (book, circumstances, scope) =>
            {
                var events = ImmutableArray.CreateBuilder<TrainingEvent>();
                foreach (var (registration, (person, reference)) in book.Answers)
                {
                    if (await _ports.Records.FindAsync(reference.Id, cancellationToken).ConfigureAwait(false) is not { } kept || kept.Reference != reference)
                    {
                        continue;
                    }

                    RegistrationAnswers answers = RegistrationAnswers.FromRecord(kept);
                    ImmutableArray<RegistrationQuestion> questions = circumstances.Workshop.Plan.Questions;
                    bool erased = circumstances.Erased.ContainsKey(person) || circumstances.Erased.ContainsKey(circumstances.Merged.GetValueOrDefault(person, person));
                    ImmutableArray<string> due = erased
                        ? [.. answers.Codes]
                        : [.. answers.PurgeDue(questions, circumstances.Workshop.Agenda.Time.End, host, circumstances.Now)
                            .Concat(answers.Codes.Where(code => questions.Any(q => q.Code == code)).Except(answers.AskedOf(questions, book.All[registration].Claim).Codes))
                            .Distinct().Order(StringComparer.Ordinal)];
                    if (!due.IsEmpty)
                    {
                        RegistrationAnswers rest = answers.Without(due);
                        scope.Erase(kept.Subject);
                        events.Add(new AnswersPurged(circumstances.Now, registration, person, due, rest.Count == 0 ? null : scope.Keep(rest.ToRecord(person, registration))));
                    }
                }

                return new(events.Count, events.ToImmutable());
            },
            (entries, _) => entries.Count(e => e.Event is AnswersPurged),
            cancellationToken).ConfigureAwait(false);
        _purged[workshop] = (version + purged, today);
        return purged;
    }

    private static List<TrainingRule> CheckAnswers(Workshop workshop, Registration? found, RegistrationId registration, RegistrationAnswers answers) => found switch
    {
        null => [RegistrationRules.IsKnown.Broken(("workshop", workshop.Id.ToString()), ("registration", registration.ToString()))],
        { IsActive: false } => [RegistrationRules.IsActive.Broken(("registration", registration.ToString()), ("status", found.Status.ToString()))],
        _ => [.. answers.Check(workshop.Plan.Questions, found.Claim)],
    };

    private async ValueTask<IReadOnlyList<TrainingRule>> CheckAnswersAsync(
        RegistrationBook book, RegistrationCircumstances circumstances, RegistrationId registration, RegistrationAnswers answers, CancellationToken cancellationToken)
    {
        Registration? found = book.AsOf(circumstances, b => b.All.GetValueOrDefault(registration));
        IReadOnlyList<TrainingRule> unmet = CheckAnswers(circumstances.Workshop, found, registration, answers);
        return found is { IsActive: true } ? await CheckPersonAsync(found.Person, unmet, cancellationToken).ConfigureAwait(false) : unmet;
    }

    /// <summary>Adds to a decision the answers of those whom it registers, in the order in which it registers them.</summary>
    private static Decision<TOutcome> Keeping<TOutcome>(
        CommandScope scope, RegistrationCircumstances circumstances, Decision<TOutcome> decision, IReadOnlyList<RegistrationAnswers> answers)
    {
        var events = ImmutableArray.CreateBuilder<TrainingEvent>(decision.Events.Length + answers.Count);
        events.AddRange(decision.Events);
        int next = 0;
        foreach (TrainingEvent happened in decision.Events)
        {
            if (Begun(happened) is not var (registration, person, claim))
            {
                continue;
            }

            RegistrationAnswers asked = answers[next++].AskedOf(circumstances.Workshop.Plan.Questions, claim);
            if (asked.Count > 0)
            {
                events.Add(Kept(scope, circumstances, person, registration, asked));
            }
        }

        return decision with { Events = events.ToImmutable() };
    }

    private static RegistrationAnswered Kept(CommandScope scope, RegistrationCircumstances circumstances, PersonId person, RegistrationId registration, RegistrationAnswers answers)
    {
        PersonalRecord record = answers.ToRecord(person, registration);
        scope.Erase(record.Subject);
        return new(circumstances.Now, registration, person, scope.Keep(record));
    }

    /// <summary>The registration that an event begins.</summary>
    private static (RegistrationId Registration, PersonId Person, SeatClaim Claim)? Begun(TrainingEvent happened) => happened switch
    {
        RegistrationConfirmed e => (e.Registration, e.Person, e.Claim),
        RegistrationWaitlisted e => (e.Registration, e.Person, e.Claim),
        RegistrationDeclined e => (e.Registration, e.Person, e.Claim),
        RegistrationSubmitted e => (e.Registration, e.Person, e.Claim),
        RegistrationSubstituted e => (e.Replacement, e.Person, e.Claim),
        _ => null,
    };
}
