using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

// What was told, and the messages that tell it.
public sealed partial class InvitationDesk
{
    /// <summary>Every entry that anybody was ever told of, in the order in which they were first told; those taken back included.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public ValueTask<IReadOnlyList<InvitationEntry>> EntriesAsync(WorkshopId workshop, CancellationToken cancellationToken = default) =>
        _flow.ReadAsync<InvitationLedger, IReadOnlyList<InvitationEntry>>(InvitationLedger.StreamOf(workshop), ledger => [.. ledger.Entries.Values], cancellationToken);

    /// <summary>The entries of one invitee. Of somebody who was recognised as another person: that person's.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="invitee">The invitee.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<InvitationEntry>> EntriesOfAsync(WorkshopId workshop, Invitee invitee, CancellationToken cancellationToken = default)
    {
        HashSet<Invitee> all = await AllIdsAsync(invitee, cancellationToken).ConfigureAwait(false);
        return await _flow.ReadAsync<InvitationLedger, IReadOnlyList<InvitationEntry>>(
            InvitationLedger.StreamOf(workshop), ledger => [.. all.SelectMany(ledger.EntriesOf)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Everything that an invitee was told, in order: invitations, changes, other local times, reminders, cancellations.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="invitee">The invitee.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async ValueTask<IReadOnlyList<InvitationHistoryLine>> HistoryAsync(WorkshopId workshop, Invitee invitee, CancellationToken cancellationToken = default)
    {
        HashSet<InvitationUid> own = [.. (await EntriesOfAsync(workshop, invitee, cancellationToken).ConfigureAwait(false)).Select(e => e.Uid)];
        var lines = new List<InvitationHistoryLine>();
        InvitationLedger ledger = InvitationLedger.Begin(InvitationLedger.StreamOf(workshop));
        foreach (JournalEntry entry in await _flow.Journal.ReadAsync(ledger.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            // What follows the event of a newer version may rest on it; the entries are those before it, too.
            if (ledger.Newer is not null)
            {
                break;
            }

            lines.AddRange(
                from step in InvitationStep.Of(ledger, [entry.Event])
                where step.Kind is not null && own.Contains(step.After.Uid)
                select new InvitationHistoryLine(step.Event.At, step.Kind!.Value, step.After));
            ledger.Apply(entry.Event);
        }

        return lines;
    }

    /// <summary>The last message about each entry of an invitee, ready to send: what somebody is given who has lost all others.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="invitee">The invitee.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The messages, in the order of their times; none for whoever was never told anything or was erased.</returns>
    /// <exception cref="TrainingRuleException"><c>agenda.zone-is-known</c>.</exception>
    public async ValueTask<IReadOnlyList<WrittenInvitation>> MessagesAsync(WorkshopId workshop, Invitee invitee, CancellationToken cancellationToken = default)
    {
        var written = new List<WrittenInvitation>();
        foreach (InvitationEntry entry in (await EntriesOfAsync(workshop, invitee, cancellationToken).ConfigureAwait(false)).OrderBy(e => e.Last.Content.Start))
        {
            if (await MessageAsync(workshop, entry.Uid, null, cancellationToken).ConfigureAwait(false) is { } message)
            {
                written.Add(message);
            }
        }

        return written;
    }

    /// <summary>
    /// A message as it was told, ready to send: the same whenever it is asked for, as long as the addressee's record says the same and the zone data are the same.
    /// Whoever has no address is given a publication without an attendee. The join link is left out of every message, also an earlier one, for whoever has no seat in the call any more:
    /// a notice may wait in the outbox for longer than a seat is held (R53).
    /// </summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="uid">The entry's UID.</param>
    /// <param name="sequence">Which message; the last one when null.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The message; null when there is none, or the invitee was erased.</returns>
    /// <exception cref="TrainingRuleException"><c>agenda.zone-is-known</c>.</exception>
    public async ValueTask<WrittenInvitation?> MessageAsync(WorkshopId workshop, InvitationUid uid, int? sequence = null, CancellationToken cancellationToken = default)
    {
        var (entry, messages, language) = await _flow.ReadAsync<InvitationLedger, (InvitationEntry?, IReadOnlyList<InvitationMessage>, Language)>(
            InvitationLedger.StreamOf(workshop),
            ledger =>
            {
                InvitationEntry? entry = ledger.Entries.GetValueOrDefault(uid);
                return (entry, [.. ledger.MessagesOf(uid)], entry?.Invitee.Institution is { } code ? ledger.Institutions.GetValueOrDefault(code) : default);
            },
            cancellationToken).ConfigureAwait(false);
        InvitationMessage? message = sequence is { } wanted ? messages.FirstOrDefault(m => m.Sequence == wanted) : entry?.Last;
        if (message is null || entry is null || await AddresseeAsync(entry.Invitee, language, cancellationToken).ConfigureAwait(false) is not { } addressee)
        {
            return null;
        }

        Uri? link = message.JoinLink is not null && await IsInCallAsync(workshop, entry.Invitee, message.Content.Sitting, cancellationToken).ConfigureAwait(false)
            ? await LinkInAsync(message.JoinLink, cancellationToken).ConfigureAwait(false)
            : null;
        return InvitationWriter.Write(message, messages[0].At, addressee, link, _ports.Zones, _options.Texts);
    }

    /// <summary>The calendar message that goes with a notice of the outbox, as <see cref="MessageAsync"/> gives it.</summary>
    /// <param name="notice">The notice, of whatever kind.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The message; null for notices that name none, such as <c>notice.seat-confirmed</c>, and when the invitee was erased.</returns>
    /// <exception cref="TrainingRuleException"><c>agenda.zone-is-known</c>.</exception>
    public async ValueTask<WrittenInvitation?> MessageOfAsync(Notice notice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return InvitationNotices.TryRead(notice, out WorkshopId workshop, out InvitationUid uid, out int sequence)
            ? await MessageAsync(workshop, uid, sequence, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Holds what invitees were really told against newer time zone data (R19); see <see cref="PlanningDesk.ReviewTimesAsync"/>. Nothing is changed or told.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="newer">The data to hold it against; those in force when null.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    /// <returns>The findings, also at institutions of which nobody was told anything yet: what they would have been told.</returns>
    /// <exception cref="TrainingRuleException"><c>workshop.is-known</c>.</exception>
    public async ValueTask<TimeReview> ReviewTimesAsync(WorkshopId workshop, IDateTimeZoneProvider? newer = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<InvitationEntry> entries = await EntriesAsync(workshop, cancellationToken).ConfigureAwait(false);
        return await _planning.ReviewTimesAsync(workshop, newer, [.. entries.Where(e => e.IsInvited).SelectMany(e => e.Told).Distinct()], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether an invitee has a seat in the call now, whatever the ledger says: what a book has decided is told only with the next round.</summary>
    private async ValueTask<bool> IsInCallAsync(WorkshopId workshop, Invitee invitee, string? sitting, CancellationToken cancellationToken)
    {
        HashSet<Invitee> ids = await AllIdsAsync(invitee, cancellationToken).ConfigureAwait(false);
        return await _flow.ReadAsync<RegistrationBook, bool>(
            RegistrationBook.StreamOf(workshop),
            book => ids.Select(id => id.Person).OfType<PersonId>().Any(id => book.ActiveOf(id) is { Status: RegistrationStatus.Confirmed } seat &&
                (seat.Sitting ?? sitting) == sitting && book.Seats?.ModeAt(sitting, seat.Mode) == DeliveryMode.Online),
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<InvitationAddressee?> AddresseeAsync(Invitee invitee, Language language, CancellationToken cancellationToken) =>
        invitee.Person is { } person
            ? await _people.FindAsync(person, cancellationToken).ConfigureAwait(false) is { } known ? InvitationAddressee.Of(known) : null
            : await _institutions.FindAsync(invitee.Institution!.Value, cancellationToken).ConfigureAwait(false) is { } institution ? InvitationAddressee.Of(institution, language) : null;

    /// <summary>An invitee by all ids that one person has.</summary>
    private async ValueTask<HashSet<Invitee>> AllIdsAsync(Invitee invitee, CancellationToken cancellationToken)
    {
        if (invitee.Person is not { } person)
        {
            return [invitee];
        }

        var (_, merged) = await _people.ChangesAsync(cancellationToken).ConfigureAwait(false);
        PersonId canonical = merged.GetValueOrDefault(person, person);
        return [Invitee.Of(canonical), .. merged.Where(m => m.Value == canonical).Select(m => Invitee.Of(m.Key))];
    }
}
