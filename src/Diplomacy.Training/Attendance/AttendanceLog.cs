using System.Collections.Immutable;

namespace Diplomacy.Training;

/// <summary>
/// What a call's report says: one row per interval in which someone was connected, with instants. File readers make it; nothing in it knows a file format.
/// </summary>
/// <remarks>Immutable. Personal data: it goes into personal records only, reduced to what is needed (R58).</remarks>
public sealed class AttendanceLog
{
    /// <summary>Describes a report.</summary>
    /// <param name="source">Where it comes from, such as a file's name without its folder.</param>
    /// <param name="digest">SHA-256 of the source's bytes, 64 lower-case hexadecimal digits: the same file imported again is known by it (R31).</param>
    /// <param name="zoneId">The zone in which the file's local times were read.</param>
    /// <param name="rows">The rows, in the file's order.</param>
    /// <exception cref="ArgumentException">The source is empty, or the digest is not one.</exception>
    public AttendanceLog(string source, string digest, string zoneId, IEnumerable<AttendanceRow> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentException.ThrowIfNullOrEmpty(zoneId);
        ArgumentNullException.ThrowIfNull(rows);
        if (digest is not { Length: 64 } || !digest.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("A digest is 64 lower-case hexadecimal digits.", nameof(digest));
        }

        (Source, Digest, ZoneId, Rows) = (source, digest, zoneId, rows is ImmutableArray<AttendanceRow> { IsDefault: false } whole ? whole : [.. rows]);
        foreach (ref readonly AttendanceRow row in Rows.AsSpan())
        {
            if (row.DisplayName is null)
            {
                throw new ArgumentException("A row is default, or has null for a name.", nameof(rows));
            }
        }
    }

    /// <summary>Where it comes from.</summary>
    public string Source { get; }

    /// <summary>SHA-256 of the source's bytes.</summary>
    public string Digest { get; }

    /// <summary>The zone in which the file's local times were read.</summary>
    public string ZoneId { get; }

    /// <summary>The rows, in the file's order.</summary>
    public ImmutableArray<AttendanceRow> Rows { get; }

    /// <summary>The meeting's id as the source gives it, such as <c>852 1848 6288</c> or a GUID; null where the source does not tell. Two meetings may have sources of the same name.</summary>
    public string? MeetingId { get; init; }

    /// <summary>When the meeting began, as the source gives it; null where it does not tell. A meeting that was restarted has one id and several beginnings.</summary>
    public Instant? MeetingStart { get; init; }
}

/// <summary>One interval in which someone was connected to the call.</summary>
/// <remarks>A value, so that a log of a million rows is one array of 96 bytes a row. <c>default</c> has no name and is refused by <see cref="AttendanceLog"/>.</remarks>
/// <param name="Number">The row's number in the source, from 1, headers counted, so that a person can find it.</param>
/// <param name="DisplayName">The name shown in the call. Personal data; never a key to match by.</param>
/// <param name="Email">The address or user name signed in with; null for guests.</param>
/// <param name="Joined">When the connection began; null where the source lacks it.</param>
/// <param name="Left">When it ended; null where the source lacks it.</param>
/// <param name="InWaitingRoom">Whether the row only tells that someone waited to be let in, which is no attendance (R29).</param>
public readonly record struct AttendanceRow(int Number, string DisplayName, string? Email, Instant? Joined, Instant? Left, bool InWaitingRoom = false)
{
    /// <summary>The id that the call's platform gave to whoever registered there, such as Zoom's registrant id; null where the source has none. Personal data.</summary>
    public string? RegistrantId { get; init; }

    /// <summary>The user principal name, where the source tells it apart from the address, as Teams does; null elsewhere. Personal data.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>Only that a row is here, and its number.</summary>
    public override string ToString() => FormattableString.Invariant($"(row {Number})");
}
