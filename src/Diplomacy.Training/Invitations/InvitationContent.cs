using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>One session within an entry of the calendar.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Code">The session's code.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="HostStart">When it begins, by the clocks of the host's zone.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends, exclusive.</param>
public sealed record InvitedSession(string Code, LocalizedText? Title, LocalDateTime HostStart, Instant Start, Instant End);

/// <summary>
/// What an entry of the calendar shows, for everybody who is shown the same: times, place, title, organizer. Worded once and told to many;
/// names and join links are no part of it.
/// </summary>
/// <remarks>Immutable, and kept as it was told: a message can be written again as it was, whatever became of the workshop.</remarks>
/// <param name="Organizer">The host.</param>
/// <param name="OrganizerName">The host's name, as printed.</param>
/// <param name="OrganizerEmail">The host's own mailbox.</param>
/// <param name="Title">The workshop's title.</param>
/// <param name="Venue">Where the room is; null for those in the call, for an institution where the sitting is held in the call alone, and where none is known.</param>
/// <param name="Mode">In the room or in the call; null for an institution's own entry.</param>
/// <param name="Sitting">The sitting; null where it is one for all.</param>
/// <param name="ZoneId">The host's IANA time zone.</param>
/// <param name="Sessions">The sessions, in order of time; at least one.</param>
/// <param name="Alarms">How long before the start the calendar rings.</param>
/// <param name="TimeForm">How its times are written.</param>
public sealed record InvitationContent(
    InstitutionCode Organizer, LocalizedText OrganizerName, string OrganizerEmail, LocalizedText Title, LocalizedText? Venue, DeliveryMode? Mode, string? Sitting, string ZoneId,
    ImmutableArray<InvitedSession> Sessions, ImmutableArray<Duration> Alarms, CalendarTimeForm TimeForm)
{
    /// <summary>The sessions, in order of time; at least one.</summary>
    public ImmutableArray<InvitedSession> Sessions { get; } =
        !Sessions.IsDefaultOrEmpty && !Sessions.Contains(null!) ? Sessions : throw new ArgumentException("An entry of the calendar has at least one session.", nameof(Sessions));

    /// <summary>How long before the start the calendar rings.</summary>
    public ImmutableArray<Duration> Alarms { get; } = Alarms.IsDefault ? [] : Alarms;

    /// <summary>When the first session begins.</summary>
    public Instant Start => Sessions[0].Start;

    /// <summary>When the last session ends.</summary>
    public Instant End => Sessions.Max(s => s.End);

    /// <summary>Equal when everything is.</summary>
    /// <param name="other">The content to compare with.</param>
    public bool Equals(InvitationContent? other) =>
        other is not null && Organizer == other.Organizer && OrganizerName == other.OrganizerName && OrganizerEmail == other.OrganizerEmail && ShowsTheSame(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Mode, Sitting, Start, Sessions.Length, Title);

    /// <summary>Whether an invitee is shown the same. Who sends it does not count: another mailbox of the host's is no change of the event.</summary>
    internal bool ShowsTheSame(InvitationContent other) =>
        Title == other.Title && Venue == other.Venue && Mode == other.Mode && Sitting == other.Sitting && ZoneId == other.ZoneId && TimeForm == other.TimeForm &&
        Sessions.SequenceEqual(other.Sessions) && Alarms.SequenceEqual(other.Alarms);
}
