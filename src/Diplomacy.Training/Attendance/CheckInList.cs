using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Diplomacy.Training;

/// <summary>Who is expected, for a device at the door that works without a connection: tickets are known by digests, so that the device needs no key and holds no address.</summary>
/// <remarks>Immutable; safe for use from many threads. Personal data where names were asked for. It is as of <see cref="MadeAt"/>: what the merge says later holds.</remarks>
public sealed class CheckInList
{
    private readonly FrozenDictionary<string, CheckInListLine> _byDigest;

    internal CheckInList(WorkshopId workshop, Instant madeAt, ImmutableArray<CheckInListSession> sessions, ImmutableArray<CheckInListLine> lines)
    {
        (Workshop, MadeAt, Sessions, Lines) = (workshop, madeAt, sessions, lines);
        _byDigest = lines.SelectMany(line => line.TicketDigests.Select(digest => (digest, line))).DistinctBy(pair => pair.digest).ToFrozenDictionary(pair => pair.digest, pair => pair.line, StringComparer.Ordinal);
    }

    /// <summary>The workshop.</summary>
    public WorkshopId Workshop { get; }

    /// <summary>When the list was made.</summary>
    public Instant MadeAt { get; }

    /// <summary>The sessions, in order, with the times at which their doors are open.</summary>
    public ImmutableArray<CheckInListSession> Sessions { get; }

    /// <summary>Everybody who is confirmed, ordered by registration.</summary>
    public ImmutableArray<CheckInListLine> Lines { get; }

    /// <summary>Whose ticket it is.</summary>
    /// <param name="ticket">What was scanned or typed, read as <see cref="TicketOffice.Read"/> does.</param>
    /// <returns>The line; null where the ticket is of nobody who is expected here.</returns>
    public CheckInListLine? Find(string? ticket) => TicketOffice.DigestOf(ticket) is { } digest ? _byDigest.GetValueOrDefault(digest) : null;

    /// <summary>The list as JSON, for the device.</summary>
    public string ToJson() => JsonSerializer.Serialize(new CheckInListPayload(Workshop.ToString(), MadeAt, Sessions, Lines), AttendanceJson.Default.CheckInListPayload);

    /// <summary>Reads a list as <see cref="ToJson"/> writes it.</summary>
    /// <param name="json">The list.</param>
    /// <exception cref="FormatException">The text is not such a list.</exception>
    public static CheckInList Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            CheckInListPayload? payload = JsonSerializer.Deserialize(json, AttendanceJson.Default.CheckInListPayload);
            if (payload is { Workshop: { } workshop, Sessions: { IsDefault: false } sessions, Lines: { IsDefault: false } lines }
                && sessions.All(session => session is { Code: not null }) && lines.All(line => line is { TicketDigests.IsDefault: false } && !line.TicketDigests.Contains(null!)))
            {
                return new(WorkshopId.Parse(workshop), payload.MadeAt, sessions, lines);
            }
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new FormatException("This is not a check-in list.", fault);
        }

        throw new FormatException("This is not a check-in list: something is missing.");
    }
}

/// <summary>A session of a check-in list. Half-open.</summary>
/// <param name="Code">The session's code.</param>
/// <param name="From">When its door opens.</param>
/// <param name="Until">When it ends.</param>
public sealed record CheckInListSession(string Code, Instant From, Instant Until);

/// <summary>Somebody who is expected.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Institution">The sending institution.</param>
/// <param name="Mode">In the room or in the call, as registered.</param>
/// <param name="Role">As what.</param>
/// <param name="Sitting">The sitting; null for all of them.</param>
/// <param name="TicketDigests">What the tickets are known by, of the signing key first; empty where the host has no keys.</param>
/// <param name="Name">The name as printed in Latin script, where it was asked for; null otherwise. Personal data.</param>
/// <param name="NativeName">The name as printed in the person's own script, where it was asked for and there is one. Personal data.</param>
public sealed record CheckInListLine(
    RegistrationId Registration, InstitutionCode Institution, DeliveryMode Mode, ParticipantRole Role, string? Sitting, ImmutableArray<string> TicketDigests,
    string? Name = null, string? NativeName = null)
{
    /// <summary>Only whose line it is, by registration.</summary>
    public override string ToString() => $"({Registration})";
}

/// <summary>A check-in list as written.</summary>
internal sealed record CheckInListPayload(string Workshop, Instant MadeAt, ImmutableArray<CheckInListSession> Sessions, ImmutableArray<CheckInListLine> Lines);
