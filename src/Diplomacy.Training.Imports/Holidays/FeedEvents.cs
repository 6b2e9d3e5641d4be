using System.Collections.Immutable;

namespace Diplomacy.Training.Imports;

/// <summary>An event as it was read, before it is repeated and judged.</summary>
internal sealed record FeedEvent(int Row, HolidayFeedEvent Told)
{
    internal string Uid { get; init; } = "";

    internal YearlyRule? Rule { get; init; }

    internal int RuleRow { get; init; }

    internal bool IsCancelled { get; init; }

    /// <summary>The day of a repeated event that this one stands for.</summary>
    internal LocalDate? Replaces { get; init; }

    internal IReadOnlyList<LocalDate> Further { get; init; } = [];

    internal IReadOnlyList<LocalDate> Except { get; init; } = [];
}

/// <summary>Reads the events of an iCalendar file, with every fault in its place.</summary>
internal sealed class FeedEvents
{
    private const int MostEvents = 20_000;
    private const int MostDepth = 16;
    private const int MostDays = 366;
    private const int LongestName = 500;

    private static readonly string[] s_single = ["DTSTART", "DTEND", "DURATION", "RRULE", "STATUS", "UID", "RECURRENCE-ID", "DESCRIPTION"];
    private static readonly string[] s_several = ["SUMMARY", "CATEGORIES", "EXDATE", "RDATE"];

    private readonly HolidayFeed _feed;
    private readonly ImportFaults _faults;
    private readonly ContentLines _lines;

    internal FeedEvents(ReadOnlyMemory<byte> utf8, HolidayFeed feed, ImportFaults faults) => (_feed, _faults, _lines) = (feed, faults, new(utf8, faults));

    /// <exception cref="ImportException">It is no calendar, or something in it is wrong.</exception>
    internal List<FeedEvent> Read(CancellationToken cancellationToken)
    {
        var events = new List<FeedEvent>();
        var open = new Stack<string>();
        List<ContentLine>? properties = null;
        int begun = 0;
        ContentLine? line = _lines.Next();
        if (line is not { Name: "BEGIN" } || !IsNamed(line, "VCALENDAR"))
        {
            throw _faults.Any ? NoCalendar() : _faults.Refuse(ImportWords.FileIsACalendar);
        }

        for (; line is not null && !_faults.IsFull; line = _lines.Next())
        {
            string component = line.Name is "BEGIN" or "END" ? line.Value.Trim().ToUpperInvariant() : "";
            if (line.Name == "BEGIN")
            {
                open.Push(component);
                (properties, begun) = component == "VEVENT" ? ([], line.Row) : (properties, begun);
                if (open.Count > MostDepth || (component == "VCALENDAR") != (open.Count == 1))
                {
                    throw Damaged(line, component);
                }
            }
            else if (line.Name == "END")
            {
                if (!open.TryPop(out string? last) || last != component)
                {
                    throw Damaged(line, component);
                }

                if (component == "VEVENT" && properties is not null)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (events.Count == MostEvents)
                    {
                        throw _faults.Refuse(ImportWords.CalendarIsWithinLimit, line.Row, arguments: [("limit", MostEvents)]);
                    }

                    if (Event(begun, properties) is { } read)
                    {
                        events.Add(read);
                    }

                    properties = null;
                }
            }
            else if (open.Count == 0)
            {
                throw Damaged(line, line.Name);
            }
            else if (open.Peek() == "VEVENT" && properties is { Count: < 1000 } && (Array.IndexOf(s_single, line.Name) >= 0 || Array.IndexOf(s_several, line.Name) >= 0))
            {
                properties.Add(line);
            }
        }

        if (open.TryPeek(out string? unclosed))
        {
            _faults.Add(ImportWords.ComponentIsClosed, column: null, arguments: [("component", ImportFaults.Show(unclosed).Shown)]);
        }

        _faults.ThrowIfAny();
        return events;
    }

    private static bool IsNamed(ContentLine line, string component) => line.Value.Trim().Equals(component, StringComparison.OrdinalIgnoreCase);

    // The first line is told as no property already; that it is no calendar says more.
    private ImportException NoCalendar() => new ImportFaults(_faults.Source, _faults.Options).Refuse(ImportWords.FileIsACalendar);

    private ImportException Damaged(ContentLine line, string component) =>
        _faults.Refuse(ImportWords.ComponentIsClosed, line.Row, arguments: [("component", ImportFaults.Show(component).Shown)]);

    private FeedEvent? Event(int row, List<ContentLine> properties)
    {
        foreach (IGrouping<string, ContentLine> twice in properties.Where(p => Array.IndexOf(s_single, p.Name) >= 0).GroupBy(p => p.Name).Where(g => g.Count() > 1))
        {
            _faults.Add(ImportWords.ColumnIsSingle, row, twice.Key, arguments: [("first", twice.First().Row), ("second", twice.Last().Row)]);
            return null;
        }

        ContentLine? One(string name) => properties.Find(p => p.Name == name);
        bool cancelled = One("STATUS")?.Value.Trim().Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) ?? false;
        if (One("DTSTART") is not { } begins)
        {
            _faults.Add(ImportWords.ValueIsPresent, row, "DTSTART");
            return null;
        }

        if (FeedDates.IsDateTime(begins.Value.Trim()))
        {
            if (_feed.PassesOverTimedEvents || cancelled)
            {
                _faults.Warn(ImportWords.EventIsAllDay, begins.Row, "DTSTART", null);
            }
            else
            {
                _faults.Add(ImportWords.EventIsAllDay, begins.Row, "DTSTART");
            }

            return null;
        }

        LocalDate? start = Date(begins);
        bool right = Name(properties, out LocalizedText? name, out bool saysTentative) & Dates(properties, "EXDATE", out List<LocalDate> except) & Dates(properties, "RDATE", out List<LocalDate> further);
        LocalDate? replaces = One("RECURRENCE-ID") is { } id ? Replaced(id) : null;
        right &= One("RECURRENCE-ID") is null || replaces is not null;
        if (start is not { } first || Days(properties, first) is not { } days)
        {
            return null;
        }

        ContentLine? repeats = One("RRULE");
        string fault = "";
        YearlyRule? rule = repeats is null ? null : YearlyRule.Read(repeats.Value.Trim(), first, out fault);
        if (repeats is not null && (rule is null || replaces is not null))
        {
            (string shown, string? personal) = ImportFaults.Show(rule is null ? fault : "RECURRENCE-ID");
            _faults.Add(ImportWords.RuleIsUnderstood, repeats.Row, "RRULE", personal, ("part", shown));
            return null;
        }

        string description = One("DESCRIPTION") is { } told ? FeedDates.Text(told.Value) : "";
        ImmutableArray<string> categories = [.. properties.Where(p => p.Name == "CATEGORIES").SelectMany(p => FeedDates.Texts(p.Value))];
        bool tentative = saysTentative || (One("STATUS")?.Value.Trim().Equals("TENTATIVE", StringComparison.OrdinalIgnoreCase) ?? false);
        return !right ? null : new(row, new(first, days, name, description, categories, tentative))
        {
            Uid = One("UID")?.Value.Trim() ?? "", Rule = rule, RuleRow = repeats?.Row ?? row, IsCancelled = cancelled, Replaces = replaces, Further = further, Except = except,
        };
    }

    private LocalDate? Date(ContentLine line) => Date(line, line.Value.Trim());

    private LocalDate? Date(ContentLine line, string value)
    {
        LocalDate? date = FeedDates.Read(value);
        if (date is null)
        {
            (string shown, string? personal) = ImportFaults.Show(value);
            _faults.Add(ImportWords.ValueIsACalendarDate, line.Row, line.Name, personal, ("value", shown));
        }

        return date;
    }

    // Of this and all that follow would need the rule to be parted.
    private LocalDate? Replaced(ContentLine line)
    {
        if (line.Parameters.ContainsKey("RANGE"))
        {
            _faults.Add(ImportWords.RuleIsUnderstood, line.Row, line.Name, arguments: [("part", "RANGE")]);
            return null;
        }

        return Date(line);
    }

    private bool Dates(List<ContentLine> properties, string name, out List<LocalDate> dates)
    {
        dates = [];
        bool right = true;
        foreach (ContentLine line in properties.Where(p => p.Name == name))
        {
            foreach (string value in line.Value.Split(','))
            {
                if (Date(line, value.Trim()) is { } date)
                {
                    dates.Add(date);
                }
                else
                {
                    right = false;
                    break;
                }
            }
        }

        return right;
    }

    /// <summary>How many days an event lasts: DTEND is the day after the last (R52). Without it and with an equal one, which programs write, it is one.</summary>
    private int? Days(List<ContentLine> properties, LocalDate first)
    {
        ContentLine? line = properties.Find(p => p.Name is "DTEND" or "DURATION");
        if (line is null)
        {
            return 1;
        }

        int? days;
        if (line.Name == "DURATION")
        {
            days = FeedDates.Days(line.Value.Trim());
        }
        else if (Date(line) is { } end)
        {
            days = Period.DaysBetween(first, end) is var length && length == 0 ? 1 : length;
        }
        else
        {
            return null;
        }

        if (days is > 0 and <= MostDays)
        {
            return days;
        }

        (string shown, string? personal) = ImportFaults.Show(line.Value.Trim());
        _faults.Add(ImportWords.EndFollowsStart, line.Row, line.Name, personal, ("value", shown), ("most", MostDays));
        return null;
    }

    private bool Name(List<ContentLine> properties, out LocalizedText? name, out bool tentative)
    {
        string khmer = "", other = "";
        tentative = false;
        name = null;
        foreach (ContentLine line in properties.Where(p => p.Name == "SUMMARY"))
        {
            string text = FeedDates.Text(line.Value).Replace('\n', ' ').Replace('\t', ' ').Trim();
            if (text.Length > LongestName)
            {
                _faults.Add(ImportWords.NameIsShort, line.Row, line.Name, text, ("limit", LongestName));
                return false;
            }

            if (HolidayNames.Fault(text) is var (fault, arguments))
            {
                _faults.Add(fault, line.Row, line.Name, text, arguments);
                return false;
            }

            tentative |= text.EndsWith("(tentative)", StringComparison.OrdinalIgnoreCase);
            string tag = line.Parameters.GetValueOrDefault("LANGUAGE", "");
            if (LegacyKhmer.HasKhmer(text) || tag.Split('-')[0].Equals("km", StringComparison.OrdinalIgnoreCase))
            {
                khmer = khmer.Length > 0 ? khmer : text;
            }
            else if (other.Length == 0 || tag.Split('-')[0].Equals("en", StringComparison.OrdinalIgnoreCase))
            {
                other = text;
            }
        }

        name = khmer.Length + other.Length > 0 ? new(khmer, other) : null;
        return true;
    }
}
