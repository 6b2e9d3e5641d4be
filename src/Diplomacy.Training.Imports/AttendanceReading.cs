using System.Collections.Immutable;

namespace Diplomacy.Training.Imports;

/// <summary>A report of a call as it was read, and what was inferred on the way.</summary>
/// <remarks>Immutable. Personal data, as the log itself.</remarks>
public sealed class AttendanceReading
{
    internal AttendanceReading(AttendanceLog log, AttendanceFormat format, bool zoneInferred, bool? dayFirst, DateOrderBasis basis, ImmutableArray<AttendanceTotal> totals) =>
        (Log, Format, ZoneWasInferred, DayStandsFirst, DateOrderBasis, Totals) = (log, format, zoneInferred, dayFirst, basis, totals);

    /// <summary>The log, for <see cref="AttendanceDesk.ImportAsync"/>.</summary>
    public AttendanceLog Log { get; }

    /// <summary>The layout by which the report was recognised.</summary>
    public AttendanceFormat Format { get; }

    /// <summary>Whether <see cref="AttendanceLog.ZoneId"/> was inferred from the session. Show it to whoever imports.</summary>
    public bool ZoneWasInferred { get; }

    /// <summary>Whether the file's dates have the day before the month; null where they all read the same either way or begin with the year.</summary>
    public bool? DayStandsFirst { get; }

    /// <summary>What decided <see cref="DayStandsFirst"/>.</summary>
    public DateOrderBasis DateOrderBasis { get; }

    /// <summary>The minutes of a list of unique users, in the order of the file; empty for every other layout.</summary>
    public ImmutableArray<AttendanceTotal> Totals { get; }
}

/// <summary>What decided whether day or month stands first.</summary>
public enum DateOrderBasis
{
    /// <summary>Nothing had to: no date can be read in two ways.</summary>
    NotNeeded,

    /// <summary>A date of the file itself, by a part above 12 or by full stops.</summary>
    File,

    /// <summary>The day of the session.</summary>
    Session,
}

/// <summary>How long somebody was connected in all, as the platform adds it up: devices counted twice, minutes rounded up, never clipped to a session. No evidence.</summary>
/// <param name="Number">The row's number in the source.</param>
/// <param name="Minutes">The minutes; null where the cell holds no number.</param>
public readonly record struct AttendanceTotal(int Number, int? Minutes);
