using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>What an event did to an entry: for notices, reports and histories.</summary>
/// <param name="Event">The event.</param>
/// <param name="Before">The entry as it was; null when it is new.</param>
/// <param name="After">The entry as it is from then on.</param>
internal sealed record InvitationStep(TrainingEvent Event, InvitationEntry? Before, InvitationEntry After)
{
    internal InvitationStepKind? Kind => Event switch
    {
        InvitationSent => Before is { IsInvited: true } ? InvitationStepKind.Changed : InvitationStepKind.Invited,
        InvitationWithdrawn => InvitationStepKind.Withdrawn,
        InvitationTimesTold => InvitationStepKind.TimesTold,
        RemindersSettled { Sent: not null } => InvitationStepKind.Reminded,
        _ => null,
    };

    /// <summary>The first session for which the invitee's clocks show another time than was told before, while the invitation held; null when there is none. Another offset alone moves nothing on the wall.</summary>
    internal (ToldTime Before, ToldTime After)? Moved =>
        Before is { IsInvited: true } before
            ? After.Told.Select(now => (Before: before.Told.FirstOrDefault(t => t.Session == now.Session), After: now))
                .Where(t => t.Before is not null && t.Before.Start != t.After.Start).Cast<(ToldTime, ToldTime)?>().FirstOrDefault()
            : null;

    /// <summary>What the events of one decision do to a ledger, to which they have not been applied. No two of them are about the same entry.</summary>
    internal static ImmutableArray<InvitationStep> Of(InvitationLedger ledger, IEnumerable<TrainingEvent> events)
    {
        var steps = ImmutableArray.CreateBuilder<InvitationStep>();
        var worded = new Dictionary<int, InvitationContent>();
        foreach (TrainingEvent happened in events)
        {
            if (happened is InvitationWorded e)
            {
                worded[e.Edition] = e.Content;
            }
            else if (ledger.After(happened, worded) is { } after)
            {
                steps.Add(new(happened, ledger.Entries.GetValueOrDefault(after.Uid), after));
            }
        }

        return steps.ToImmutable();
    }
}

/// <summary>What an invitee was told.</summary>
public enum InvitationStepKind
{
    /// <summary>Invited, for the first time or again after an invitation was taken back.</summary>
    Invited,

    /// <summary>Told what changed: a message with the same UID and a higher SEQUENCE.</summary>
    Changed,

    /// <summary>Told other local times of an entry that stayed as it is.</summary>
    TimesTold,

    /// <summary>The invitation was taken back.</summary>
    Withdrawn,

    /// <summary>Reminded.</summary>
    Reminded,
}

/// <summary>One line of what an invitee was told.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="At">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Entry">The entry as it stood from then on.</param>
public sealed record InvitationHistoryLine(Instant At, InvitationStepKind Kind, InvitationEntry Entry);
