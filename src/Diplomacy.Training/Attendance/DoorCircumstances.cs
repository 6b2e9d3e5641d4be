namespace Diplomacy.Training;

/// <summary>What a check-in is judged by, besides the sheet, the workshop and its registrations.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Venue">The venue's zone (R24).</param>
public sealed record DoorCircumstances(DateTimeZone Venue)
{
    /// <summary>How far a check-in may lie ahead of the present: the clocks of door and server never agree to the second.</summary>
    /// <value>2 minutes.</value>
    public Duration ClockTolerance { get; init; } = Duration.FromMinutes(2);

    /// <summary>Who reads the tickets; null where there are none.</summary>
    public TicketOffice? Tickets { get; init; }

    internal static DoorCircumstances Of(DateTimeZone venue, Duration clockTolerance, TicketOffice? tickets) => new(venue) { ClockTolerance = clockTolerance, Tickets = tickets };
}
