using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>As what someone takes part.</summary>
public enum ParticipantRole
{
    /// <summary>Is trained.</summary>
    Participant,

    /// <summary>Speaks.</summary>
    Speaker,

    /// <summary>Leads a session.</summary>
    Moderator,

    /// <summary>Interprets.</summary>
    Interpreter,

    /// <summary>Opens or honours the event.</summary>
    GuestOfHonour,

    /// <summary>Listens without being trained.</summary>
    Observer,

    /// <summary>Works for the organiser.</summary>
    Staff,
}

/// <summary>What follows from a role.</summary>
public static class ParticipantRoles
{
    /// <summary>The roles in the order in which protocol lists people: guests of honour, speakers, moderators, interpreters, participants, observers, staff.</summary>
    public static ImmutableArray<ParticipantRole> InProtocolOrder { get; } =
    [
        ParticipantRole.GuestOfHonour, ParticipantRole.Speaker, ParticipantRole.Moderator, ParticipantRole.Interpreter, ParticipantRole.Participant, ParticipantRole.Observer, ParticipantRole.Staff,
    ];

    /// <summary>Whether someone in this role takes one of the participants' seats, and so counts against mode, quotas and total: participants only.</summary>
    /// <param name="role">The role.</param>
    public static bool TakesSeat(this ParticipantRole role) => role == ParticipantRole.Participant;

    /// <summary>Whether someone in this role takes room in the venue when there in person: everybody does.</summary>
    /// <param name="role">The role.</param>
    public static bool TakesRoom(this ParticipantRole role) => Enum.IsDefined(role);

    /// <summary>Whether someone in this role contributes to the workshop and may be thanked with a certificate of appreciation.</summary>
    /// <param name="role">The role.</param>
    public static bool Contributes(this ParticipantRole role) =>
        role is ParticipantRole.Speaker or ParticipantRole.Moderator or ParticipantRole.Interpreter or ParticipantRole.GuestOfHonour;
}
