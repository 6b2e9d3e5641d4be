using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>A person's presence in one session: room and call merged, overlaps counted once, breaks taken off (R25-R27).</summary>
/// <param name="Session">The session's code.</param>
/// <param name="Present">How long the person was present; never more than <paramref name="Counted"/>. This is what counts: a correction, where there is one.</param>
/// <param name="Counted">How much of the session counts: its length without the breaks within it.</param>
/// <param name="FirstSeen">The first moment of presence within the session; null when there was none.</param>
/// <param name="LastSeen">The end of the last presence within the session; null when there was none.</param>
/// <param name="InRoom">Whether there is evidence from the room.</param>
/// <param name="InCall">Whether there is evidence from the call.</param>
/// <param name="EndInferred">Whether a missing end was taken to be the session's end (R28).</param>
public sealed record SessionPresence(string Session, Duration Present, Duration Counted, Instant? FirstSeen, Instant? LastSeen, bool InRoom, bool InCall, bool EndInferred)
{
    /// <summary>What the evidence alone says (R34).</summary>
    /// <value><see cref="Present"/>, unless a person corrected it.</value>
    public Duration Derived { get; init; } = Present;

    /// <summary>The correction that made <see cref="Present"/> differ from <see cref="Derived"/>; null where the evidence counts.</summary>
    public PresenceCorrection? Correction { get; init; }

    /// <summary>What <see cref="Present"/> rests on.</summary>
    public PresenceConfidence Confidence { get; init; }

    /// <summary>The part of the counted time that was attended, from 0 to 1; 0 where nothing counts. Rounded to a double: certificates are judged by the durations, exactly.</summary>
    public double Share => Counted == Duration.Zero ? 0 : Present / Counted;

    /// <summary>The same with a correction, never more than counts.</summary>
    internal SessionPresence With(PresenceCorrection correction) =>
        this with { Present = Duration.Min(correction.Present, Counted), Correction = correction, Confidence = PresenceConfidence.Corrected };
}

/// <summary>A person's presence in a workshop.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Person">The person.</param>
/// <param name="Claim">Mode registered, institution and role.</param>
/// <param name="Sessions">One entry for each session of the sitting that counts, in order; of the agenda, where the workshop is held once or the person is bound to no sitting. Also for those with no presence.</param>
public sealed record PersonPresence(RegistrationId Registration, PersonId Person, SeatClaim Claim, ImmutableArray<SessionPresence> Sessions)
{
    /// <summary>
    /// The sitting that presence is measured against: the one registered for, or another one in which somebody was present and that they attended for a larger share of its counted time.
    /// Shares of two sittings are never added up. Null where the person is bound to no sitting.
    /// </summary>
    /// <value>The sitting registered for.</value>
    public string? Sitting { get; init; } = Claim.Sitting;

    /// <summary>Whether another sitting than the one registered for counts: recorded like attending in the other mode (R35).</summary>
    public bool AttendedOtherSitting => Sitting != Claim.Sitting;

    /// <summary>All evidence of this person in the workshop, of every session: the door first, then the reports by digest and row.</summary>
    /// <value>Empty.</value>
    public ImmutableArray<PresenceEvidence> Evidence { get; init; } = [];

    /// <summary>What the evidence alone says over all sessions (R34).</summary>
    public Duration Derived => Sessions.Aggregate(Duration.Zero, (sum, s) => sum + s.Derived);

    /// <summary>The part of the counted time that was attended, from 0 to 1; 0 where nothing counts.</summary>
    public double Share => Counted == Duration.Zero ? 0 : Present / Counted;

    /// <summary>The first moment of presence within a session; null when there was none.</summary>
    public Instant? FirstSeen => Sessions.Min(s => s.FirstSeen);

    /// <summary>The end of the last presence within a session; null when there was none.</summary>
    public Instant? LastSeen => Sessions.Max(s => s.LastSeen);

    /// <summary>What the figures rest on: that of the session that is farthest from the evidence.</summary>
    public PresenceConfidence Confidence => Sessions.IsEmpty ? PresenceConfidence.None : Sessions.Max(s => s.Confidence);

    /// <summary>Presence over all sessions.</summary>
    public Duration Present => Sessions.Aggregate(Duration.Zero, (sum, s) => sum + s.Present);

    /// <summary>The counted time of all sessions.</summary>
    public Duration Counted => Sessions.Aggregate(Duration.Zero, (sum, s) => sum + s.Counted);

    /// <summary>Whether there is evidence from the mode that was not registered (R35).</summary>
    public bool AttendedOtherMode => Claim.Mode == DeliveryMode.InPerson ? Sessions.Any(s => s.InCall) : Sessions.Any(s => s.InRoom);
}

/// <summary>Presence of everybody who is confirmed, and what still awaits a person's decision.</summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="People">One entry for each confirmed registration, ordered by registration id.</param>
/// <param name="RowsToReview">How many rows of imported reports are not yet matched or set aside by a person.</param>
public sealed record WorkshopPresence(WorkshopId Workshop, ImmutableArray<PersonPresence> People, int RowsToReview);
