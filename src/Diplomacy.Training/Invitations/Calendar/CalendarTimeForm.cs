namespace Diplomacy.Training;

/// <summary>How the times of an event stand in a calendar message.</summary>
public enum CalendarTimeForm
{
    /// <summary>By the host's clocks, with the zone and its changes around the event (R50). Keeps what the organiser meant.</summary>
    Zoned,

    /// <summary>In UTC, without a zone. Every reader understands it, but the host's zone is lost.</summary>
    Utc,
}
