namespace Diplomacy.Training.Imports;

/// <summary>Repeats and judges events, and lays their days into a calendar.</summary>
internal sealed class FeedDays(HolidayFeed feed, ImportFaults faults)
{
    private const int MostEffort = 1_000_000;

    private readonly Dictionary<LocalDate, DayStatus> _days = [];
    private readonly Effort _effort = new(MostEffort);

    /// <exception cref="ImportException">A rule cannot be followed, or the file does not reach the days that it is said to cover.</exception>
    internal HolidayCalendar Of(List<FeedEvent> events)
    {
        Dictionary<string, HashSet<LocalDate>> replaced = events.Where(e => e.Replaces is not null && e.Uid.Length > 0)
            .GroupBy(e => e.Uid, e => e.Replaces!.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToHashSet(), StringComparer.Ordinal);
        foreach (FeedEvent happening in events)
        {
            if (happening.IsCancelled)
            {
                continue;
            }

            if (feed.Judge(happening.Told) is { } status)
            {
                Lay(happening, status, replaced);
            }
            else
            {
                faults.Warn(ImportWords.EventIsAHoliday, happening.Row, null, null);
            }
        }

        faults.ThrowIfAny();
        DemandReach();
        faults.ThrowIfAny();
        return new(feed.Id, feed.Source, feed.Covered, _days) { Country = feed.Country };
    }

    private void Lay(FeedEvent happening, DayStatus status, Dictionary<string, HashSet<LocalDate>> replaced)
    {
        HashSet<LocalDate> except = [.. happening.Except];
        HashSet<LocalDate>? moved = happening.Replaces is null ? replaced.GetValueOrDefault(happening.Uid) : null;
        foreach (LocalDate start in Starts(happening).Where(start => !except.Contains(start) && moved?.Contains(start) != true))
        {
            for (int day = 0; day < happening.Told.Days && _effort.Spend(); day++)
            {
                // Beyond the last date of the calendar nothing is covered either.
                if (Period.DaysBetween(start, feed.Covered.End) is var left && left < day)
                {
                    break;
                }

                LocalDate date = start.PlusDays(day);
                if (date >= feed.Covered.Start)
                {
                    _days[date] = _days.TryGetValue(date, out DayStatus? before) ? DayStatus.Together(before, status) : status;
                }
            }
        }

        if (_effort.IsSpent)
        {
            throw faults.Refuse(ImportWords.CalendarIsWithinLimit, happening.Row, arguments: [("limit", MostEffort)]);
        }
    }

    private IEnumerable<LocalDate> Starts(FeedEvent happening)
    {
        IEnumerable<LocalDate> starts = happening.Rule is { } rule ? Repeated(happening, rule) : [happening.Told.First];
        return starts.Concat(happening.Further).Distinct();
    }

    private IEnumerable<LocalDate> Repeated(FeedEvent happening, YearlyRule rule)
    {
        long before = Math.Min(happening.Told.Days, feed.Covered.Start.DayOfYear + (365L * (feed.Covered.Start.Year - 1)) - 1);
        foreach (LocalDate start in rule.Between(feed.Covered.Start.PlusDays(-(int)before), feed.Covered.End, _effort))
        {
            if (rule.EndsAtAnInstant && start >= rule.Until!.Value.PlusDays(-1))
            {
                faults.Add(ImportWords.RuleIsUnderstood, happening.RuleRow, "RRULE", arguments: [("part", "UNTIL")]);
                yield break;
            }

            yield return start;
        }
    }

    /// <summary>A year without any holiday is no year that the file knows about; nowhere is there such a year.</summary>
    private void DemandReach()
    {
        bool any = false;
        for (int year = feed.Covered.Start.Year; year <= feed.Covered.End.Year; year++)
        {
            LocalDate first = LocalDate.Max(new(year, 1, 1), feed.Covered.Start), last = LocalDate.Min(new(year, 12, 31), feed.Covered.End);
            bool has = _days.Keys.Any(date => date >= first && date <= last);
            any |= has;
            if (!has && Period.DaysBetween(first, last) >= 364)
            {
                Missing(first, last);
            }
        }

        if (!any && !faults.Any)
        {
            Missing(feed.Covered.Start, feed.Covered.End);
        }
    }

    private void Missing(LocalDate first, LocalDate last) => faults.Add(ImportWords.FeedReachesTheDays, arguments: [("first", first), ("last", last)]);
}
