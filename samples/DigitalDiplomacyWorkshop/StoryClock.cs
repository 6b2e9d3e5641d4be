using NodaTime;

namespace DigitalDiplomacyWorkshop;

/// <summary>The clock of the story: it stands until the story moves it. An application takes the system's clock, which is the default.</summary>
internal sealed class StoryClock(string zoneId) : IClock
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[zoneId];
    private Instant _now;

    public Instant GetCurrentInstant() => _now;

    /// <summary>Moves to a wall time of the story's zone.</summary>
    internal void MoveTo(LocalDateTime local) => _now = local.InZoneStrictly(_zone).ToInstant();
}
