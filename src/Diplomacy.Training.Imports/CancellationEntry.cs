namespace Diplomacy.Training.Imports;

/// <summary>Someone gives up a seat.</summary>
/// <param name="Row">The row in the file, from 1, headers counted.</param>
/// <param name="ExternalId">The key of the person, as in the roster. Personal data.</param>
/// <param name="CancelledAt">When, by the clocks of the list's keeper: a local time, whose zone the file does not name.</param>
public sealed record CancellationEntry(int Row, string ExternalId, LocalDateTime CancelledAt)
{
    /// <summary>Only that an entry is here, and its row.</summary>
    public override string ToString() => FormattableString.Invariant($"(row {Row})");
}
