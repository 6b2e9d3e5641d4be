using System.Collections.Immutable;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>One entry of one invitee's calendar, as it was last told.</summary>
/// <remarks>Immutable: a picture of one version.</remarks>
public sealed record InvitationEntry
{
    internal InvitationEntry(InvitationUid uid, Invitee invitee, string key, InvitationMessage last) => (Uid, Invitee, Key, Last) = (uid, invitee, key, last);

    /// <summary>Its UID, for ever.</summary>
    public InvitationUid Uid { get; }

    /// <summary>Whose.</summary>
    public Invitee Invitee { get; internal init; }

    /// <summary>Which of the invitee's entries, such as <c>day-1</c>: days are numbered in order, so that a postponement moves the entry.</summary>
    public string Key { get; }

    /// <summary>The last message about it.</summary>
    public InvitationMessage Last { get; internal init; }

    /// <summary>Whether it stands in the invitee's calendar; false once it was taken back.</summary>
    public bool IsInvited => Last.Withdrawn is null;

    /// <summary>The SEQUENCE of the last message.</summary>
    public int Sequence => Last.Sequence;

    /// <summary>By whose clocks times were told.</summary>
    public InstitutionCode Institution { get; internal init; }

    /// <summary>The sessions as they were last told, by those clocks.</summary>
    public ImmutableArray<ToldTime> Told { get; internal init; } = [];

    /// <summary>The reminders that are still to be sent.</summary>
    public ImmutableArray<ReminderDue> Reminders { get; internal init; } = [];
}

/// <summary>One message about an entry of a calendar, without whom it was for by name.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="At">When it was told; the message's DTSTAMP.</param>
/// <param name="Uid">The entry's UID.</param>
/// <param name="Sequence">From 0; higher with each message about the entry.</param>
/// <param name="Content">What is shown; of a cancellation, what was shown before.</param>
/// <param name="Withdrawn">Why it was taken back; null for an invitation.</param>
public sealed record InvitationMessage(Instant At, InvitationUid Uid, int Sequence, InvitationContent Content, WithdrawalCause? Withdrawn)
{
    /// <summary>The personal record with the join link that was told; null when none was.</summary>
    internal RecordRef? JoinLink { get; init; }
}
