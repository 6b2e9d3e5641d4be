namespace Diplomacy.Training.Imports;

/// <summary>One scan at the door of a session.</summary>
/// <param name="Row">The row in the file, from 1, headers counted.</param>
/// <param name="ExternalId">The key of the person, as in the roster. Personal data.</param>
/// <param name="Session">The code of the session.</param>
/// <param name="LocalTime">When, as the file says.</param>
/// <param name="At">When: <paramref name="LocalTime"/> in the zone that the reader was given.</param>
public sealed record CheckInScan(int Row, string ExternalId, string Session, LocalDateTime LocalTime, Instant At)
{
    /// <summary>Only that an entry is here, and its row.</summary>
    public override string ToString() => FormattableString.Invariant($"(row {Row})");
}
