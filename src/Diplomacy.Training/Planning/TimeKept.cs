namespace Diplomacy.Training;

/// <summary>What an organiser keeps when wall time and instant part: because the time zone data changed, or because the zone of the agenda is changed (R21).</summary>
public enum TimeKept
{
    /// <summary>The time on the host's clocks stays; the instant follows it, and everybody elsewhere moves. What is meant before anybody was told.</summary>
    WallTime,

    /// <summary>The instant stays; the time on the host's clocks follows it. What hurts least once missions were told.</summary>
    Instant,
}
