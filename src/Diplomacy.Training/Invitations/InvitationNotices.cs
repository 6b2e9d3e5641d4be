using System.Collections.Immutable;
using System.Globalization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What invitees should hear of when a ledger changes. The host fetches the calendar message by the UID and SEQUENCE that stand in the notice.</summary>
internal sealed class InvitationNotices(InvitationCircumstances circumstances, Func<Invitee, Language> languageOf)
{
    /// <summary>The notice of a step; null when nobody needs to hear of it.</summary>
    internal Notice? For(InvitationStep step)
    {
        (ToldTime Before, ToldTime After)? moved = step.Moved;
        CatalogText? text = step.Event switch
        {
            InvitationWithdrawn { Cause: WithdrawalCause.PersonErased } => null,
            InvitationWithdrawn { Cause: WithdrawalCause.PersonMerged } => InvitationRules.NoticeMerged,
            InvitationWithdrawn { Cause: WithdrawalCause.WorkshopCancelled } => InvitationRules.NoticeWorkshopCancelled,
            InvitationWithdrawn { Cause: WithdrawalCause.WorkshopPostponed } => InvitationRules.NoticeWorkshopPostponed,
            InvitationWithdrawn => InvitationRules.NoticeWithdrawn,
            InvitationSent or InvitationTimesTold when moved is not null => InvitationRules.NoticeMoved,
            InvitationSent => step.Before is { IsInvited: true } ? InvitationRules.NoticeUpdated : InvitationRules.NoticeSent,
            RemindersSettled { Sent: not null } => InvitationRules.NoticeReminder,
            _ => null,
        };
        Invitee invitee = step.After.Invitee;
        PersonId recipient = invitee.Person is { } person ? circumstances.Canonical(person) : default;
        if (text is null || circumstances.Erased.ContainsKey(recipient))
        {
            return null;
        }

        Language language = languageOf(invitee);
        var arguments = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        arguments["title"] = step.After.Last.Content.Title.In(language);
        arguments["start"] = Local(moved?.After ?? step.After.Told[0], language);
        arguments["uid"] = step.After.Uid.ToString();
        arguments["sequence"] = FormattableString.Invariant($"{step.After.Sequence}");
        if (text == InvitationRules.NoticeMoved)
        {
            arguments["before"] = Local(moved!.Value.Before, language);
            arguments["session"] = moved.Value.After.Session;
        }

        return new(text.Code, recipient, step.After.Institution.ToString(), circumstances.Workshop.Id.ToString(), language, arguments.ToImmutable());
    }

    /// <summary>Which message goes with a notice, if any does.</summary>
    internal static bool TryRead(Notice notice, out WorkshopId workshop, out InvitationUid uid, out int sequence)
    {
        (workshop, sequence) = (default, 0);
        return InvitationUid.TryParse(notice.Arguments.GetValueOrDefault("uid"), out uid)
            && int.TryParse(notice.Arguments.GetValueOrDefault("sequence"), NumberStyles.None, CultureInfo.InvariantCulture, out sequence)
            && WorkshopId.TryParse(notice.Workshop, out workshop);
    }

    private static string Local(ToldTime told, Language language) => LocalTimeWords.Of(told.Start.WithOffset(told.Offset), language);
}
