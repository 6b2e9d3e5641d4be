using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training;

/// <summary>
/// A call's report as the attendance sheet keeps it: who was connected when, without names or addresses. What the file called them stands in
/// personal records, and only for those who could not be matched.
/// </summary>
/// <remarks>Immutable.</remarks>
/// <param name="Digest">SHA-256 of the source's bytes, by which the same file is known again (R31).</param>
/// <param name="SourceKey">Salted digest of the source's name, by which a corrected file is known to replace this one.</param>
/// <param name="MeetingKey">Salted digest of the meeting's id; null where the source does not tell it.</param>
/// <param name="MeetingStart">When the meeting began; null where the source does not tell it.</param>
/// <param name="Source">The personal record with the source's name.</param>
/// <param name="Salt">The personal record with the sheet's salt; while it exists, keys can be made again from names.</param>
/// <param name="ZoneId">The zone in which the file's local times were read.</param>
/// <param name="Rows">How many rows the source had.</param>
/// <param name="Callers">Everybody who was connected, ordered by the first row.</param>
/// <param name="Ignored">Rows that are no evidence, ordered by number.</param>
public sealed record CallReport(
    string Digest, string SourceKey, string? MeetingKey, Instant? MeetingStart, RecordRef Source, RecordRef Salt, string ZoneId, int Rows, ImmutableArray<Caller> Callers,
    ImmutableArray<IgnoredRow> Ignored)
{
    /// <summary>Whether a later file of this name and meeting corrects this one: see <see cref="ReportSupersession.SameSource"/>.</summary>
    internal bool IsOfSameSourceAs(CallReport other) =>
        SourceKey == other.SourceKey
        && (MeetingKey is null || other.MeetingKey is null || MeetingKey == other.MeetingKey)
        && (MeetingStart is { } start && other.MeetingStart is { } otherStart ? start == otherStart : Overlaps(other));

    private bool Overlaps(CallReport other) => Span() is var (start, end) && other.Span() is var (otherStart, otherEnd) && start < otherEnd && otherStart < end;

    /// <summary>From the first connection to the last moment told; null where there is no connection.</summary>
    private (Instant Start, Instant End)? Span()
    {
        Connection[] all = [.. Callers.SelectMany(c => c.Connections)];
        return all.Length == 0 ? null : (all.Min(c => c.Joined), all.Max(c => c.Left ?? (c.Joined + Duration.Epsilon)));
    }
}

/// <summary>Whoever was connected under one display name and address.</summary>
/// <param name="Key">Salted digest of display name and address: the same in every file of the workshop, so that decisions survive a re-import (R30).</param>
/// <param name="Registration">The registration found by registrant id or address; null where a person must decide.</param>
/// <param name="Reason">The stable code of why a person must decide; null where a registration was found.</param>
/// <param name="Identity">The personal record with display name and address; null where a registration was found.</param>
/// <param name="Candidates">The registrations that ids and addresses point to, ordered by id; empty where one was found.</param>
/// <param name="Connections">When, ordered by row.</param>
public sealed record Caller(
    string Key, RegistrationId? Registration, string? Reason, RecordRef? Identity, ImmutableArray<RegistrationId> Candidates, ImmutableArray<Connection> Connections);

/// <summary>One connection.</summary>
/// <param name="Row">The row's number in the source.</param>
/// <param name="Joined">When it began.</param>
/// <param name="Left">When it ended; null where the source lacks it.</param>
[method: JsonConstructor]
public readonly record struct Connection(int Row, Instant Joined, Instant? Left);

/// <summary>A row that is no evidence.</summary>
/// <param name="Row">The row's number in the source.</param>
/// <param name="Reason">The stable code of why, such as <c>attendance.row-in-waiting-room</c>.</param>
public sealed record IgnoredRow(int Row, string Reason)
{
    /// <summary>Why, in words.</summary>
    /// <param name="language">Khmer, English, or a language that the host has added.</param>
    /// <param name="texts">The host's texts; <see cref="TrainingTexts.Default"/> when null.</param>
    public string Explain(Language language, TrainingTexts? texts = null) => new TrainingText(Reason, ("row", Row)).Explain(language, texts);
}
