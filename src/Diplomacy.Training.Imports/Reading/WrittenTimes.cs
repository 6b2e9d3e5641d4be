using NodaTime.Text;
using NodaTime.TimeZones;

namespace Diplomacy.Training.Imports;

/// <summary>
/// The dates of one file. Whether day or month stands first is decided once for all of them: by a part above 12, else by the day of the session, else not at all.
/// </summary>
internal sealed class WrittenTimes(ImportFaults faults)
{
    private static readonly OffsetDateTimePattern s_candidate = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss o<g>");
    private static readonly LocalDateTimePattern s_local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");
    private static readonly LocalDatePattern s_date = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    // Two days are as good as two million times of theirs.
    private readonly HashSet<(LocalDate DayFirst, LocalDate MonthFirst)> _open = [];
    private WrittenTime _lastOpen;
    private (int Row, string Column, WrittenTime Time, string Text)? _firstOpen;
    private int? _dayFirst;
    private int? _monthFirst;

    /// <summary>Reads a cell that may be empty or <c>--</c>, as reports write what they do not know; null then, and null with an error where it is not a date and time.</summary>
    internal WrittenTime? Optional(ImportTable table, ImportColumn column) =>
        table.Text(column) is "" or "--" or "-" ? null : Read(table, column, table.Text(column));

    internal WrittenTime? Required(ImportTable table, ImportColumn column) =>
        table.Required(column) is { } text ? Read(table, column, text) : null;

    /// <summary>Reads a cell that may be empty or hold a date, with or without a time; null with an error where it is none.</summary>
    internal WrittenTime? OptionalDate(ImportTable table, ImportColumn column) =>
        table.Text(column) is { Length: > 0 } text
            ? Read(table, column, text, WrittenTime.TryParse($"{text} 00:00", out WrittenTime date) || WrittenTime.TryParse(text, out date) ? date : null, ImportWords.ValueIsADate)
            : null;

    /// <summary>What the file's own dates say: whether the day stands first; null where none says.</summary>
    internal bool? DayStandsFirst => _dayFirst is not null ? true : _monthFirst is not null ? false : null;

    /// <summary>The order that holds for the file; null with an error where it cannot be told.</summary>
    internal DateOrder? Decide(LocalDate? sessionDate)
    {
        if (_dayFirst is { } dayFirst && _monthFirst is { } monthFirst)
        {
            faults.Add(ImportWords.DatesHaveOneOrder, arguments: [("dayFirst", dayFirst), ("monthFirst", monthFirst)]);
            return null;
        }

        if (_firstOpen is not { } first)
        {
            return DateOrder.Settled;
        }

        if (_dayFirst is not null || _monthFirst is not null)
        {
            return _dayFirst is not null ? DateOrder.DayFirst : DateOrder.MonthFirst;
        }

        bool day = _open.Any(date => IsNear(date.DayFirst, sessionDate));
        bool month = _open.Any(date => IsNear(date.MonthFirst, sessionDate));
        if (day != month)
        {
            return day ? DateOrder.DayFirst : DateOrder.MonthFirst;
        }

        faults.Add(ImportWords.DayAndMonthAreClear, first.Row, first.Column, null,
            ("value", first.Text),
            ("dayFirst", s_date.Format(first.Time.In(DateOrder.DayFirst).Date)),
            ("monthFirst", s_date.Format(first.Time.In(DateOrder.MonthFirst).Date)));
        return null;
    }

    /// <summary>The instant of a local time; null with an error that names both candidates where the zone skips or repeats it (R19).</summary>
    internal Instant? Strictly(LocalDateTime local, DateTimeZone zone, int row, string column)
    {
        ZoneLocalMapping mapping = zone.MapLocal(local);
        if (mapping.Count == 1)
        {
            return mapping.Single().ToInstant();
        }

        string time = Write(local);
        if (mapping.Count == 2)
        {
            faults.Add(ImportWords.TimeIsUnique, row, column, null,
                ("time", time), ("zone", zone.Id), ("earlier", Candidate(mapping.First())), ("later", Candidate(mapping.Last())));
            return null;
        }

        // The wall time that clocks not set forward would show, and the one that clocks set forward would show.
        Instant back = local.WithOffset(mapping.LateInterval.WallOffset).ToInstant();
        Instant forward = local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant();
        faults.Add(ImportWords.TimeExists, row, column, null,
            ("time", time), ("zone", zone.Id), ("earlier", Candidate(back.InZone(zone))), ("later", Candidate(forward.InZone(zone))));
        return null;
    }

    /// <summary>The zone that a caller names.</summary>
    internal static DateTimeZone Zone(string timesIn, ImportOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(timesIn);
        return options.Zones.GetZoneOrNull(timesIn) ??
            throw new ArgumentException($"'{timesIn}' is not a time zone of the data {options.Zones.VersionId}. Use an IANA id such as Asia/Phnom_Penh.", nameof(timesIn));
    }

    private WrittenTime? Read(ImportTable table, ImportColumn column, string text) =>
        Read(table, column, text, WrittenTime.TryParse(text, out WrittenTime time) ? time : null, ImportWords.ValueIsADateTime);

    private WrittenTime? Read(ImportTable table, ImportColumn column, string text, WrittenTime? parsed, ImportText otherwise)
    {
        if (parsed is not { } time)
        {
            table.Refuse(otherwise, column, text);
            return null;
        }

        if (IsFirstOpen(time, table.Row))
        {
            TellFirstOpen(time, table.Row, column, text);
        }

        return time;
    }

    /// <summary>Counts a time for the decision; true where it is the first that leaves the order open, which must then be told by <see cref="TellFirstOpen"/>.</summary>
    internal bool IsFirstOpen(in WrittenTime time, int row)
    {
        switch (time.Order)
        {
            case DateOrder.DayFirst:
                _dayFirst ??= row;
                break;
            case DateOrder.MonthFirst:
                _monthFirst ??= row;
                break;
            case DateOrder.Open when !time.IsSameDate(_lastOpen):
                _lastOpen = time;
                _open.Add((time.In(DateOrder.DayFirst).Date, time.In(DateOrder.MonthFirst).Date));
                return _firstOpen is null;
            default:
                break;
        }

        return false;
    }

    /// <summary>Where the first time stands that leaves the order open, for the error that says so.</summary>
    internal void TellFirstOpen(in WrittenTime time, int row, ImportColumn column, string text) => _firstOpen = (row, column.Name, time, text);

    // A day to either side: the file's zone need not be the session's.
    private static bool IsNear(LocalDate date, LocalDate? day) =>
        day is { } session && Math.Abs(Period.DaysBetween(session, date)) <= 1;

    internal static string Write(LocalDateTime time) => s_local.Format(time);

    internal static string Write(Instant time, DateTimeZone zone) => Candidate(time.InZone(zone));

    private static string Candidate(ZonedDateTime time) => s_candidate.Format(time.ToOffsetDateTime());
}
