namespace Diplomacy.Training;

/// <summary>What an institution was told of one session by its own clocks. Kept as it was told, so that newer time zone data can be held against it (R19).</summary>
/// <remarks>Immutable. Holds no personal data.</remarks>
public sealed record ToldTime
{
    /// <summary>Notes what was told.</summary>
    /// <param name="institution">Who was told.</param>
    /// <param name="session">The code of the agenda's session.</param>
    /// <param name="start">When it begins, by the institution's clocks.</param>
    /// <param name="zoneId">The IANA time zone in which it was told, as entered.</param>
    /// <param name="offset">The offset from UTC that was told, or that held when it was told; <paramref name="start"/> less it is the instant that was meant.</param>
    /// <exception cref="ArgumentException">The institution is <c>default</c>, or the session or the zone is empty.</exception>
    public ToldTime(InstitutionCode institution, string session, LocalDateTime start, string zoneId, Offset offset)
    {
        ArgumentException.ThrowIfNullOrEmpty(institution.ToString(), nameof(institution));
        ArgumentException.ThrowIfNullOrEmpty(session);
        ArgumentException.ThrowIfNullOrWhiteSpace(zoneId);
        (Institution, Session, Start, ZoneId, Offset) = (institution, session, start.WithCalendar(CalendarSystem.Iso), zoneId, offset);
    }

    /// <summary>Who was told.</summary>
    public InstitutionCode Institution { get; }

    /// <summary>The code of the agenda's session.</summary>
    public string Session { get; }

    /// <summary>When it begins, by the institution's clocks, in the ISO calendar.</summary>
    public LocalDateTime Start { get; }

    /// <summary>The IANA time zone in which it was told, as entered.</summary>
    public string ZoneId { get; }

    /// <summary>The offset from UTC that held when it was told.</summary>
    public Offset Offset { get; }

    /// <summary>The instant that was meant.</summary>
    public Instant Instant => Start.WithOffset(Offset).ToInstant();

    /// <summary>Notes what an institution is told of a session.</summary>
    /// <param name="institution">Who is told.</param>
    /// <param name="session">The session by its clocks.</param>
    public static ToldTime Of(InstitutionCode institution, LocalSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(institution, session.Code, session.Start.LocalDateTime, session.Start.Zone.Id, session.Start.Offset);
    }
}
