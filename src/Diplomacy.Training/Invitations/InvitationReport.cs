using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>What a round of invitations told.</summary>
/// <remarks>Immutable. Each entry is as it stands after the round; its messages come from <see cref="InvitationDesk.MessageAsync"/>.</remarks>
public sealed record InvitationReport
{
    /// <summary>Entries of which the invitee was told for the first time, or again after the invitation had been taken back (R54).</summary>
    public ImmutableArray<InvitationEntry> Sent { get; init; } = [];

    /// <summary>Entries in which something changed: the same UID, a higher SEQUENCE (R47).</summary>
    public ImmutableArray<InvitationEntry> Updated { get; init; } = [];

    /// <summary>Entries that were taken back (R48).</summary>
    public ImmutableArray<InvitationEntry> Cancelled { get; init; } = [];

    /// <summary>Entries that stayed as they are while their times were told anew by the invitee's clocks: a notice, no message.</summary>
    public ImmutableArray<InvitationEntry> TimesTold { get; init; } = [];

    /// <summary>How many entries that are still to come stood already as they should, of those that were looked at.</summary>
    public int Unchanged { get; init; }

    /// <summary>
    /// Who of those told has no address to which a message can be sent. They have their entry and their notice all the same, and their message is a publication without an attendee:
    /// a file to hand over.
    /// </summary>
    public ImmutableArray<Invitee> WithoutAddress { get; init; } = [];

    /// <summary>Whether anybody was told anything.</summary>
    public bool ToldAnybody => Sent.Length + Updated.Length + Cancelled.Length + TimesTold.Length > 0;

    /// <summary>How many of each.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{nameof(Sent)} {Sent.Length}, {nameof(Updated)} {Updated.Length}, {nameof(Cancelled)} {Cancelled.Length}, {nameof(TimesTold)} {TimesTold.Length}, {nameof(Unchanged)} {Unchanged}, {nameof(WithoutAddress)} {WithoutAddress.Length}");

    internal static InvitationReport Of(InvitationLedger before, ImmutableArray<InvitationStep> steps, ImmutableArray<Invitee> withoutAddress, InstitutionCode? only, Instant now)
    {
        HashSet<InvitationUid> touched = [.. steps.Select(s => s.After.Uid)];
        return new()
        {
            Sent = Those(InvitationStepKind.Invited),
            Updated = Those(InvitationStepKind.Changed),
            Cancelled = Those(InvitationStepKind.Withdrawn),
            TimesTold = Those(InvitationStepKind.TimesTold),
            Unchanged = before.Entries.Values.Count(e => e.IsInvited && e.Last.Content.End > now && (only is null || e.Invitee.Institution == only) && !touched.Contains(e.Uid)),
            WithoutAddress = withoutAddress,
        };

        ImmutableArray<InvitationEntry> Those(InvitationStepKind kind) => [.. steps.Where(s => s.Kind == kind).Select(s => s.After)];
    }
}
