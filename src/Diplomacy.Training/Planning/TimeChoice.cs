namespace Diplomacy.Training;

/// <summary>What an organiser chooses for an agenda item whose wall time no longer means one instant.</summary>
/// <remarks>Immutable.</remarks>
public sealed record TimeChoice
{
    private TimeChoice(string item, LocalDateTime? start, Occurrence occurrence)
    {
        ArgumentException.ThrowIfNullOrEmpty(item);
        if (!Enum.IsDefined(occurrence))
        {
            throw new ArgumentOutOfRangeException(nameof(occurrence), "No such occurrence is known.");
        }

        (Item, Start, Occurrence) = (item, start?.WithCalendar(CalendarSystem.Iso), occurrence);
    }

    /// <summary>The code of the agenda item.</summary>
    public string Item { get; }

    /// <summary>The local time at which it is to begin instead; null to keep the one it has.</summary>
    public LocalDateTime? Start { get; }

    /// <summary>Which instant is meant where the local time occurs twice.</summary>
    public Occurrence Occurrence { get; }

    /// <summary>
    /// The first of both candidates: of a time that occurs twice the occurrence before the clocks go back,
    /// of a skipped time what clocks already set forward would show, before the gap.
    /// </summary>
    /// <param name="item">The code of the agenda item.</param>
    public static TimeChoice Earlier(string item) => new(item, null, Occurrence.Earlier);

    /// <summary>
    /// The second of both candidates: of a time that occurs twice the occurrence after the clocks went back,
    /// of a skipped time what clocks not yet set forward would show, after the gap.
    /// </summary>
    /// <param name="item">The code of the agenda item.</param>
    public static TimeChoice Later(string item) => new(item, null, Occurrence.Later);

    /// <summary>Another local time altogether.</summary>
    /// <param name="item">The code of the agenda item.</param>
    /// <param name="start">When it is to begin by the host's clocks.</param>
    /// <param name="occurrence">Which instant is meant, should this time occur twice.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such occurrence is known.</exception>
    public static TimeChoice At(string item, LocalDateTime start, Occurrence occurrence = Occurrence.Unspecified) => new(item, start, occurrence);

    internal static TimeChoice Restore(string item, LocalDateTime? start, Occurrence occurrence) => new(item, start, occurrence);
}
