using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>Who is let in: invitations, approvals (R2) and offered seats (R3).</summary>
public sealed partial class RegistrationDesk
{
    /// <summary>Approves a registration. A kept seat is confirmed; where none was kept, capacity is checked again (R2).</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="by">Who approves; needs <see cref="Permission.ApproveRegistrations"/>, and <see cref="Permission.OverrideLimits"/> with an override.</param>
    /// <param name="overrideReasonCode">Gives a seat whatever the limits say, for a reason code of the host's own (R14); null when limits hold.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.awaits-approval</c>,
    /// <c>registration.mode-is-offered</c>, <c>registration.sitting-is-held</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<RegistrationOutcome> ApproveAsync(
        WorkshopId workshop, RegistrationId registration, Actor by, string? overrideReasonCode = null, CommandId? command = null, CancellationToken cancellationToken = default) =>
        await DecideAsync(
            await AboutAsync(
                new("approve-registration", workshop, by, Permission.ApproveRegistrations, command, $"{registration} {overrideReasonCode}") { Overrides = overrideReasonCode is not null },
                registration, cancellationToken).ConfigureAwait(false),
            (book, circumstances) => new(book.Approve(registration, overrideReasonCode, circumstances)),
            (entries, _) => RecallPlacement(entries),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Which rules an approval would break; see <see cref="ApproveAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckApproveAsync(WorkshopId workshop, RegistrationId registration, CancellationToken cancellationToken = default) =>
        CheckAsync(workshop, (book, circumstances) => book.CheckApprove(registration, circumstances), cancellationToken);

    /// <summary>Refuses a registration that awaits approval; a seat that it kept is passed on. Rejecting again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="reasonCode">The host's own code for the reason, 1 to 100 characters without spaces or control characters.</param>
    /// <param name="by">Who rejects; needs <see cref="Permission.ApproveRegistrations"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.awaits-approval</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<CancellationOutcome> RejectAsync(
        WorkshopId workshop, RegistrationId registration, string reasonCode, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        await DecideAsync(
            await AboutAsync(new("reject-registration", workshop, by, Permission.ApproveRegistrations, command, $"{registration} {reasonCode}"), registration, cancellationToken).ConfigureAwait(false),
            (book, circumstances) => new(book.Reject(registration, reasonCode, circumstances)),
            (entries, _) => RecallEnd(entries, registration, e => e is RegistrationRejected),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Which rules a rejection would break; see <see cref="RejectAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckRejectAsync(WorkshopId workshop, RegistrationId registration, CancellationToken cancellationToken = default) =>
        CheckAsync(workshop, (book, circumstances) => book.CheckReject(registration, circumstances), cancellationToken);

    /// <summary>Takes an offered seat. Accepting again changes nothing.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="by">Who accepts; needs <see cref="Permission.Register"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.offer-stands</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<RegistrationOutcome> AcceptOfferAsync(
        WorkshopId workshop, RegistrationId registration, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        await DecideAsync<RegistrationOutcome>(
            await AboutAsync(new("accept-offer", workshop, by, Permission.Register, command, registration.ToString()), registration, cancellationToken).ConfigureAwait(false),
            (book, circumstances) => new(book.AcceptOffer(registration, circumstances)),
            (entries, book) => new RegistrationOutcome.Confirmed(
                registration, entries.Select(e => e.Event).OfType<OfferAccepted>().FirstOrDefault()?.Mode ?? book.All[registration].Mode, []),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Which rules taking an offered seat would break; see <see cref="AcceptOfferAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckAcceptOfferAsync(WorkshopId workshop, RegistrationId registration, CancellationToken cancellationToken = default) =>
        CheckAsync(workshop, (book, circumstances) => book.CheckAcceptOffer(registration, circumstances), cancellationToken);

    /// <summary>Does not take an offered seat: it is passed on, and the registration is cancelled.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="by">Who declines; needs <see cref="Permission.Register"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>registration.is-known</c>, <c>registration.offer-stands</c>, <c>permission.actor-may</c>.</exception>
    public async ValueTask<CancellationOutcome> DeclineOfferAsync(
        WorkshopId workshop, RegistrationId registration, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        await DecideAsync(
            await AboutAsync(new("decline-offer", workshop, by, Permission.Register, command, registration.ToString()), registration, cancellationToken).ConfigureAwait(false),
            (book, circumstances) => new(book.DeclineOffer(registration, circumstances)),
            (entries, _) => RecallEnd(entries, registration, e => e is RegistrationCancelled { Cause: CancellationCause.OfferDeclined }),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Which rules declining an offer would break; see <see cref="DeclineOfferAsync"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="registration">The registration.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public ValueTask<IReadOnlyList<TrainingRule>> CheckDeclineOfferAsync(WorkshopId workshop, RegistrationId registration, CancellationToken cancellationToken = default) =>
        CheckAsync(workshop, (book, circumstances) => book.CheckDeclineOffer(registration, circumstances), cancellationToken);

    /// <summary>Invites people one by one to a workshop for invited people only.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="people">Who; everybody must be known.</param>
    /// <param name="by">Who invites; needs <see cref="Permission.InvitePeople"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>How many were not invited before.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>person.is-known</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<int> InviteAsync(
        WorkshopId workshop, IReadOnlyCollection<PersonId> people, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        InviteAsync("invite", workshop, people, true, by, command, cancellationToken);

    /// <summary>Takes invitations back; registrations that were made stand.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="people">Who; everybody must be known.</param>
    /// <param name="by">Who takes them back; needs <see cref="Permission.InvitePeople"/>.</param>
    /// <param name="command">Names the command; a new one when null.</param>
    /// <param name="cancellationToken">Stops before anything is recorded.</param>
    /// <returns>How many were invited until now.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>, <c>person.is-known</c>, <c>permission.actor-may</c>.</exception>
    public ValueTask<int> UninviteAsync(
        WorkshopId workshop, IReadOnlyCollection<PersonId> people, Actor by, CommandId? command = null, CancellationToken cancellationToken = default) =>
        InviteAsync("uninvite", workshop, people, false, by, command, cancellationToken);

    /// <summary>Which rules inviting people, or taking invitations back, would break; see <see cref="InviteAsync(WorkshopId, IReadOnlyCollection{PersonId}, Actor, CommandId?, CancellationToken)"/>.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="people">Who.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<TrainingRule>> CheckInviteAsync(WorkshopId workshop, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        await WorkshopAsync(workshop, cancellationToken).ConfigureAwait(false);
        return await CheckKnownAsync(people, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<List<TrainingRule>> CheckKnownAsync(IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        var unmet = new List<TrainingRule>();
        foreach (PersonId person in people.Distinct())
        {
            unmet.AddRange(await CheckPersonAsync(person, [], cancellationToken).ConfigureAwait(false));
        }

        return unmet;
    }

    private async ValueTask<int> InviteAsync(
        string name, WorkshopId workshop, IReadOnlyCollection<PersonId> people, bool invited, Actor by, CommandId? command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(people);
        PersonId[] list = [.. people.Distinct()];
        return await DecideAsync(
            new BookCommand(name, workshop, by, Permission.InvitePeople, command, string.Join(' ', list)) { Person = list.Length == 1 ? list[0] : null },
            async (book, circumstances) =>
            {
                TrainingRuleException.ThrowIfAny(await CheckKnownAsync(list, cancellationToken).ConfigureAwait(false));
                return book.Invite(list, invited, circumstances);
            },
            (entries, _) => entries.Select(e => e.Event).OfType<InvitationsChanged>().FirstOrDefault()?.People.Length ?? 0,
            cancellationToken).ConfigureAwait(false);
    }
}
