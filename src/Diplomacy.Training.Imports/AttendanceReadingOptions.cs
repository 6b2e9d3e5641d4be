using System.Collections.Immutable;

namespace Diplomacy.Training.Imports;

/// <summary>What is known of a call before its report is read. A report names no time zone, so either <see cref="TimesIn"/> or <see cref="Session"/> is needed.</summary>
/// <remarks>Immutable.</remarks>
public sealed record AttendanceReadingOptions
{
    /// <summary>The IANA zone of the account that exported the report, such as <c>Asia/Phnom_Penh</c>. A time that it skips or repeats is an error (R19).</summary>
    /// <value>Null: inferred from <see cref="Session"/>.</value>
    public string? TimesIn { get; init; }

    /// <summary>
    /// When the session took place. It decides between day and month where no date of the file does, and where no zone is given, the zone: the one in which the
    /// meeting begins nearest to the session, at most 45 minutes from it, if no other comes within ten minutes as near.
    /// </summary>
    /// <value>Null: unknown.</value>
    public Interval? Session { get; init; }

    /// <summary>The zones in which the exporting account may be, such as those of the missions; the first of several that give the same instants is taken.</summary>
    /// <value>None: the offset is inferred, from those in use on the day, and <see cref="AttendanceLog.ZoneId"/> is such as <c>UTC+07</c>. Only for reports of at most 36 hours.</value>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>The day of the call; decides between day and month where no date of the file does, and goes before <see cref="Session"/>.</summary>
    /// <value>Null: taken from <see cref="Session"/>.</value>
    public LocalDate? SessionDate { get; init; }

    /// <summary>
    /// Whether a list of unique users, which has minutes in total and no times, is read instead of refused. Its rows have neither beginning nor end, so they are no
    /// evidence (R28) and are only listed; the minutes stand in <see cref="AttendanceReading.Totals"/>.
    /// </summary>
    /// <value>false</value>
    public bool AcceptTotals { get; init; }

    /// <summary>
    /// Words of the caller's own for what a cell says, each with the one it stands for: <c>Yes</c>, <c>No</c>, <c>Joined</c> or <c>Left</c>, such as
    /// <c>["Anslöt"] = "Joined"</c>. Headers are mapped by <see cref="ImportOptions.Headers"/>.
    /// </summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, string> Words { get; init; } = ImmutableDictionary<string, string>.Empty;
}
