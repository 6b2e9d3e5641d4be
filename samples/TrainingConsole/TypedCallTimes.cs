using Diplomacy.Training;
using NodaTime;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary>Sessions and breaks as they were typed, and the clocks to tell times by.</summary>
/// <param name="Agenda">The sessions, <c>session-1</c> and on in order of time, and the breaks within them.</param>
/// <param name="Clocks">The zone that was named; else the offset of the first session.</param>
/// <param name="ZoneIsNamed">Whether a zone was named.</param>
internal sealed record CallTimes(Agenda Agenda, DateTimeZone Clocks, bool ZoneIsNamed)
{
    /// <summary>The sessions in order of time.</summary>
    internal IReadOnlyList<ScheduledItem> Sessions { get; } = [.. Agenda.Sessions];

    /// <summary>From the beginning of the first session to the end of the last.</summary>
    internal Interval Span => new(Sessions[0].Time.Start, Sessions[^1].Time.End);
}

/// <summary>Reads the sessions and breaks that <c>attendance</c> measures against, and tells every fault at once.</summary>
/// <param name="zone">The zone that was named; null where none was.</param>
/// <param name="language">The language to tell faults in.</param>
internal sealed class TypedCallTimes(string? zone, Language language)
{
    // The instants are settled before the agenda is made, so it is told in a zone where every time occurs once.
    private const string Settled = "Etc/UTC";
    private static readonly OffsetPattern s_offset = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    private readonly List<string> _refusals = [];
    private Offset? _firstOffset;

    /// <summary>What cannot be understood.</summary>
    internal List<string> Faults { get; } = [];

    /// <summary>Times that the zone's clocks skip or show twice, each with both candidates.</summary>
    internal IReadOnlyList<string> Refusals => _refusals;

    /// <summary>The times; null where there are faults or refusals.</summary>
    internal CallTimes? Read(string[] sessions, string[] breaks)
    {
        if (zone is not null && TypedZone.Fault("--zone", zone, language) is { } unknown)
        {
            Faults.Add(unknown);
            return null;
        }

        Interval[] held = [.. sessions.Select(s => Interval("--session", s)).OfType<Interval>().OrderBy(i => i.Start)];
        Interval[] pauses = [.. breaks.Select(b => Interval("--break", b)).OfType<Interval>()];
        if (held.Length == sessions.Length && pauses.Length == breaks.Length)
        {
            Check(held, pauses);
        }

        if (Faults.Count > 0 || _refusals.Count > 0)
        {
            return null;
        }

        Agenda agenda = Agenda.Strictly(
            Settled,
            [
                .. held.Select((time, i) => (AgendaItem)new Session(FormattableString.Invariant($"session-{i + 1}"), time.Start.InUtc().LocalDateTime, time.Duration)),
                .. pauses.Select((time, i) => new Break(FormattableString.Invariant($"break-{i + 1}"), time.Start.InUtc().LocalDateTime, time.Duration)),
            ]);
        return new(agenda, zone is null ? DateTimeZone.ForOffset(_firstOffset!.Value) : DateTimeZoneProviders.Tzdb[zone], zone is not null);
    }

    private void Check(Interval[] held, Interval[] pauses)
    {
        for (int i = 1; i < held.Length; i++)
        {
            if (held[i].Start < held[i - 1].End)
            {
                Faults.Add(FormattableString.Invariant($"--session: The session at {held[i].Start} begins before the one before it ends. Sessions must not overlap."));
            }
        }

        foreach (Interval pause in pauses)
        {
            if (!held.Any(session => pause.Start < session.End && session.Start < pause.End))
            {
                Faults.Add(FormattableString.Invariant($"--break: The break at {pause.Start} lies in no session."));
            }
        }
    }

    private Interval? Interval(string option, string typed)
    {
        if (typed.Split('/') is not [string from, string to])
        {
            Faults.Add($"{option}: '{typed}' is not a beginning and an end. Write it such as 2026-11-12T09:00/2026-11-12T12:00.");
            return null;
        }

        // Both are read, so that both are told.
        Instant? begins = Moment(option, from), ends = Moment(option, to);
        if (begins is not { } start || ends is not { } end)
        {
            return null;
        }

        if (end <= start)
        {
            Faults.Add($"{option}: '{typed}' ends when it begins, or before.");
        }
        else if (end - start > Duration.FromDays(1))
        {
            Faults.Add($"{option}: '{typed}' lasts more than 24 hours. Write a session for each day.");
        }
        else
        {
            return new(start, end);
        }

        return null;
    }

    /// <summary>A local time in the zone, strictly; or with an offset behind it the one moment that it then is.</summary>
    private Instant? Moment(string option, string typed)
    {
        string text = typed.Trim();
        Offset? offset = text.EndsWith('Z') ? Offset.Zero : text.Length > 6 && s_offset.Parse(text[^6..]).TryGetValue(default, out Offset written) ? written : null;
        string local = offset is null ? text : text.EndsWith('Z') ? text[..^1] : text[..^6];
        if (TimesCommand.Read(local) is not { } time || time.Year is < 1972 or > 2200)
        {
            Faults.Add($"{option}: '{typed}' is not a date and time of the years 1972 to 2200. Write it such as 2026-11-12T09:00, or with an offset 2026-11-12T09:00+07:00.");
            return null;
        }

        if (offset is { } known)
        {
            _firstOffset ??= known;
            return time.WithOffset(known).ToInstant();
        }

        if (zone is null)
        {
            Faults.Add($"{option}: '{typed}' has no offset and no --zone is given. Add --zone, such as --zone Asia/Phnom_Penh, or write such as {typed}+07:00.");
            return null;
        }

        var moment = new Session("moment", time, Duration.FromMinutes(1));
        IReadOnlyList<TrainingRule> broken = Agenda.CheckStrictly(DateTimeZoneProviders.Tzdb, zone, moment);
        _refusals.AddRange(broken.Select(rule => rule.Explain(language, ConsoleWords.TimesAfter(option))));
        return broken.Count > 0 ? null : Agenda.Strictly(zone, moment).Time.Start;
    }
}
