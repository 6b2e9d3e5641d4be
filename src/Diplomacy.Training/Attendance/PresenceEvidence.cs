namespace Diplomacy.Training;

/// <summary>One thing that tells of someone's presence: a check-in at the door of a session, or a connection to the call.</summary>
/// <remarks>Immutable. Half-open: the end is the first moment no longer present. <c>default</c> tells of nothing. Evidence whose end is not after its beginning tells of nothing either (R28).</remarks>
public readonly record struct PresenceEvidence
{
    // Kept small: a large workshop has a million of these.
    private readonly Instant _until;
    private readonly bool _hasUntil;
    private readonly byte _mode;

    private PresenceEvidence(DeliveryMode mode, string? session, Instant from, Instant? until, string? report = null, int row = 0, bool isDecided = false) =>
        (_mode, Session, From, _until, _hasUntil, Report, Row, IsDecided) = ((byte)mode, session, from, until.GetValueOrDefault(), until.HasValue, report, row, isDecided);

    /// <summary>Whether it tells of the room or of the call.</summary>
    public DeliveryMode Mode => (DeliveryMode)_mode;

    /// <summary>The code of the session to which it is bound; null where it holds for as long as it lasts, whatever the sessions.</summary>
    public string? Session { get; }

    /// <summary>When it begins.</summary>
    public Instant From { get; }

    /// <summary>When it ends; null where nobody noted it.</summary>
    public Instant? Until => _hasUntil ? _until : null;

    /// <summary>The digest of the report that tells it; null for the door.</summary>
    public string? Report { get; }

    /// <summary>The row of the report, from 1; 0 for the door.</summary>
    public int Row { get; }

    /// <summary>Whether a person decided whose it is, because no id and no address told.</summary>
    public bool IsDecided { get; }

    /// <summary>A check-in at the door: holds from then until the exit, within that session.</summary>
    /// <param name="session">The session's code.</param>
    /// <param name="from">The check-in.</param>
    /// <param name="until">The exit; null where none was noted, which is taken to be the session's end and flagged (R28).</param>
    public static PresenceEvidence InRoom(string session, Instant from, Instant? until = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(session);
        return new(DeliveryMode.InPerson, session, from, until);
    }

    /// <summary>A connection to the call.</summary>
    /// <param name="from">When it was made.</param>
    /// <param name="until">When it ended; null where the report lacks it, which is taken to be the end of the session that was running, or of the next one, and flagged (R28).</param>
    /// <param name="isDecided">Whether a person decided whose it is.</param>
    public static PresenceEvidence InCall(Instant from, Instant? until, bool isDecided = false) => new(DeliveryMode.Online, null, from, until, isDecided: isDecided);

    internal static PresenceEvidence InCall(Connection connection, string report, bool isDecided) =>
        new(DeliveryMode.Online, null, connection.Joined, connection.Left, report, connection.Row, isDecided);
}
