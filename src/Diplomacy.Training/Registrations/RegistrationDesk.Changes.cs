using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What changes about a registration while it goes on: mode and sitting (R9), person (R11), priority (R5), and taking up one that had ended (R13).</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>
    /// Goes over to another mode or sitting. The new seat is taken first and then the old one freed and passed on (R9, R10); where the new one is full, the old seat
    /// is kept and the change waits in line. Who only waits goes to the end of the new line (R5). Asking for what one has takes back a change that waits; with an override it gives the seat that one waits for (R14).
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="change">Where to.</param>
    /// <param name="by">Who asks; needs <see cref="Permission.Register"/>, and <see cref="Permission.OverrideLimits"/> with an override. Participants and focal points only until the cut-off for changes.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-changed</c>,
    /// <c>registration.mode-is-offered</c>, <c>registration.sitting-is-held</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<SwitchOutcome> SwitchAsync(
        WorkshopId workshop, RegistrationId registration, SeatSwitch change, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return await DecideAsync(
            await AboutAsync(
                new("switch-registration", workshop, by, Permission.Register, command, $"{registration} {change.Mode} {change.Sitting} {change.OverrideReasonCode}") { Overrides = change.OverrideReasonCode is not null },
                registration, cancellationToken).ConfigureAwait(false),
            (book, circumstances) => new(book.Switch(registration, change, by, circumstances)),
            (entries, book) => RecallSwitch(registration, change, entries, book),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which rules a change of mode or sitting would break; see <see cref="SwitchAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="change">Where to.</param>
    /// <param name="by">Who would ask.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckSwitchAsync(
        WorkshopId workshop, RegistrationId registration, SeatSwitch change, Actor by, CancellationToken cancellationToken = default) =>
        CheckAsync(workshop, (book, circumstances) => book.CheckSwitch(registration, change, by, circumstances), cancellationToken);

    /// <summary>
    /// Puts somebody else of the same institution in the place of a registration: the seat, or the place in line, stays as it is; the registration ends, and a new one
    /// with an id of its own begins, so that tickets and links of the first die and what the first person earned stays with the first person (R11).
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="substitution">Who takes over, and why. The person's rank and sex, where they are known, are added to the groups.</param>
    /// <param name="by">Who asks; needs <see cref="Permission.Register"/>, and <see cref="Permission.OverrideLimits"/> with an override. Participants and focal points only until the cut-off for changes.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>person.is-known</c>, <c>registration.is-known</c>, <c>registration.is-active</c>, <c>registration.can-be-changed</c>,
    /// <c>registration.person-is-invited</c>, <c>registration.person-is-not-registered</c>, <c>registration.limits-allow</c>, <c>permission.actor-may</c>, and those of <see cref="RegistrationAnswers.Check"/>.</exception>
    public async ValueTask<SubstitutionOutcome> SubstituteAsync(
        WorkshopId workshop, RegistrationId registration, Substitution substitution, Actor by, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(substitution);
        return await DecideAsync(
            await AboutAsync(
                new(
                    "substitute-registration", workshop, by, Permission.Register, command,
                    $"{registration} {substitution.Person} {substitution.Groups} {substitution.ReasonCode} {substitution.OverrideReasonCode}") { Overrides = substitution.OverrideReasonCode is not null },
                registration, cancellationToken).ConfigureAwait(false),
            async (book, circumstances, scope) =>
            {
                SeatGroups groups = substitution.Groups.With(await GroupsAsync(substitution.Person, cancellationToken).ConfigureAwait(false));
                return Keeping(
                    scope, circumstances, book.Substitute(registration, RegistrationId.New(), substitution with { Groups = groups }, by, circumstances), [substitution.Answers]);
            },
            (entries, _) =>
            {
                TrainingEvent[] after = [.. entries.Select(e => e.Event).SkipWhile(e => e is not RegistrationSubstituted)];
                var substituted = (RegistrationSubstituted)after[0];
                return new SubstitutionOutcome(registration, substituted.Replacement, substituted.Status, Promoted(after));
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Which rules a substitution would break; see <see cref="SubstituteAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="substitution">Who would take over.</param>
    /// <param name="by">Who would ask.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckSubstituteAsync(
        WorkshopId workshop, RegistrationId registration, Substitution substitution, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(substitution);
        bool known = await _people.IsKnownAsync(substitution.Person, cancellationToken).ConfigureAwait(false);
        SeatGroups groups = known ? substitution.Groups.With(await GroupsAsync(substitution.Person, cancellationToken).ConfigureAwait(false)) : substitution.Groups;
        IReadOnlyList<TrainingRule> unmet = await CheckAsync(
            workshop, (book, circumstances) => book.CheckSubstitute(registration, substitution with { Groups = groups }, by, circumstances), cancellationToken).ConfigureAwait(false);
        return await CheckPersonAsync(substitution.Person, unmet, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes up a registration that was cancelled, declined, rejected or has lapsed: duplicates and capacity are checked anew, and earlier check-ins count no longer (R13).</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="by">Who restores; needs <see cref="Permission.RestoreRegistrations"/>, and <see cref="Permission.OverrideLimits"/> with an override.</param>
    /// <param name="overrideReasonCode">Gives a seat whatever the limits say, for a reason code of the host's own (R14); null when limits hold.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>person.is-known</c>, <c>registration.can-be-restored</c>, <c>registration.mode-is-offered</c>,
    /// <c>registration.sitting-is-held</c>, <c>registration.person-is-not-registered</c>, <c>registration.person-is-invited</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<RegistrationOutcome> RestoreAsync(
        WorkshopId workshop, RegistrationId registration, Actor by, string? overrideReasonCode = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        await DecideAsync(
            await AboutAsync(
                new("restore-registration", workshop, by, Permission.RestoreRegistrations, command, $"{registration} {overrideReasonCode}") { Overrides = overrideReasonCode is not null },
                registration, cancellationToken).ConfigureAwait(false),
            async (book, circumstances) =>
            {
                if (book.All.GetValueOrDefault(registration) is { } found)
                {
                    TrainingRuleException.ThrowIfAny(await CheckPersonAsync(found.Person, [], cancellationToken).ConfigureAwait(false));
                }

                return book.Restore(registration, overrideReasonCode, circumstances);
            },
            (entries, _) => RecallPlacement(entries),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Which rules taking up a registration again would break; see <see cref="RestoreAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckRestoreAsync(WorkshopId workshop, RegistrationId registration, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<TrainingRule> unmet = await CheckAsync(workshop, (book, circumstances) => book.CheckRestore(registration, circumstances), cancellationToken).ConfigureAwait(false);
        Registration? found = await ReadAsync(workshop, book => book.All.GetValueOrDefault(registration), cancellationToken).ConfigureAwait(false);
        return found is null ? unmet : await CheckPersonAsync(found.Person, unmet, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets somebody go ahead of others, or behind them, when seats are passed on (R5). The time of joining stays.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="priority">The lower goes first.</param>
    /// <param name="reasonCode">The host's own code for the reason, 1 to 100 characters without spaces or control characters.</param>
    /// <param name="by">Who decides; needs <see cref="Permission.PrioritiseRegistrations"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>The place in the line from now on, from 1; null when it stands in none.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.is-active</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<int?> PrioritiseAsync(
        WorkshopId workshop, RegistrationId registration, int priority, string reasonCode, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        await DecideAsync(
            await AboutAsync(
                new("prioritise-registration", workshop, by, Permission.PrioritiseRegistrations, command, FormattableString.Invariant($"{registration} {priority} {reasonCode}")),
                registration, cancellationToken).ConfigureAwait(false),
            (book, circumstances) => new(book.Prioritise(registration, priority, reasonCode, circumstances)),
            (entries, book) => entries.Select(e => e.Event).OfType<RegistrationPrioritised>().FirstOrDefault() is { } told ? told.Position : book.PositionOf(registration),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Which rules another priority would break; see <see cref="PrioritiseAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckPrioritiseAsync(WorkshopId workshop, RegistrationId registration, CancellationToken cancellationToken = default) =>
        CheckAsync(workshop, (book, circumstances) => book.CheckPrioritise(registration, circumstances), cancellationToken);

    private static RegistrationOutcome RecallPlacement(IReadOnlyList<JournalEntry> entries) =>
        entries.Select(entry => entry.Event switch
        {
            RegistrationApproved e => RegistrationOutcome.Of(e.Registration, e.Mode, e.Status, e.Position, e.BindingLimits),
            RegistrationRestored { Status: RegistrationStatus.AwaitingApproval } e => new RegistrationOutcome.AwaitingApproval(e.Registration, e.KeepsSeat ?? false, e.BindingLimits),
            RegistrationRestored e => RegistrationOutcome.Of(e.Registration, e.Mode, e.Status, e.Position, e.BindingLimits),
            _ => null,
        }).First(outcome => outcome is not null)!;

    private static SwitchOutcome RecallSwitch(RegistrationId registration, SeatSwitch change, IReadOnlyList<JournalEntry> entries, RegistrationBook book)
    {
        TrainingEvent[] events = [.. entries.Select(e => e.Event)];
        SwitchOutcome? told = events.Select(happened => happened switch
        {
            RegistrationSwitched e when Is(e.Registration, e.To) => (SwitchOutcome)new SwitchOutcome.Switched(
                registration, change.Mode, change.Sitting, e.Overridden, [.. Promoted(events.SkipWhile(other => other != e).Skip(1)).Where(id => id != registration)]),
            SwitchRequested e when Is(e.Registration, e.To) => new SwitchOutcome.Waiting(registration, change.Mode, change.Sitting, e.Position, e.BindingLimits, true),
            LineSwitched e when Is(e.Registration, e.To) => new SwitchOutcome.Waiting(registration, change.Mode, change.Sitting, e.Position, e.BindingLimits, false),
            SwitchDeclined e when Is(e.Registration, e.To) => new SwitchOutcome.Declined(registration, e.BindingLimits),
            _ => null,
        }).FirstOrDefault(outcome => outcome is not null);

        // What was asked for was there or waited already, and only something else was settled on the way.
        Registration now = book.All[registration];
        return told ?? (now.Wanted is { } wanted && Is(registration, wanted)
            ? new SwitchOutcome.Waiting(registration, change.Mode, change.Sitting, book.PositionOf(registration) ?? 1, [], now.HoldsSeat)
            : new SwitchOutcome.Switched(registration, change.Mode, change.Sitting, [], []));

        bool Is(RegistrationId id, SeatClaim to) => id == registration && (to.Mode, to.Sitting) == (change.Mode, change.Sitting);
    }
}
