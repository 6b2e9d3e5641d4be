using System.Globalization;

namespace Diplomacy.Training.Imports;

/// <summary>How much may be looked at for one file, so that no rule can keep a reader busy.</summary>
internal sealed class Effort(int left)
{
    private int _left = left;

    internal bool IsSpent => _left <= 0;

    internal bool Spend() => --_left > 0;
}

/// <summary>A rule of repetition as holidays have them (RFC 5545 §3.3.10): yearly, on days of months or on weekdays of months.</summary>
internal sealed class YearlyRule
{
    private static readonly string[] s_weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly LocalDate _start;
    private int _interval = 1;
    private int? _count;
    private int[]? _months;
    private int[]? _monthDays;
    private (int Ordinal, IsoDayOfWeek Day)[]? _days;

    private YearlyRule(LocalDate start) => _start = start;

    /// <summary>The last day on which it may begin; null when it has no end.</summary>
    internal LocalDate? Until { get; private set; }

    /// <summary>Whether the end is an instant, so that it is not sure which day of the place it means.</summary>
    internal bool EndsAtAnInstant { get; private set; }

    /// <summary>Reads a rule; null where it is not understood, and then which part is not.</summary>
    internal static YearlyRule? Read(string text, LocalDate start, out string fault)
    {
        var rule = new YearlyRule(start);
        var parts = new HashSet<string>(StringComparer.Ordinal);
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            fault = part.Length <= 40 ? part : part[..40];
            string[] sides = part.ToUpperInvariant().Split('=');
            if (sides.Length != 2 || !parts.Add(sides[0]) || !rule.Take(sides[0], sides[1]))
            {
                return null;
            }
        }

        fault = !parts.Contains("FREQ") ? "FREQ"
            : rule._count is not null && rule.Until is not null ? "COUNT;UNTIL"
            : rule is { _monthDays: not null, _days: not null } && rule._days.Any(d => d.Ordinal != 0) ? "BYMONTHDAY;BYDAY"
            : rule._months is null && rule._monthDays is null && (rule._days?.Any(d => d.Ordinal == 0) ?? false) ? "BYDAY"
            : rule._months is not null && (rule._days?.Any(d => Math.Abs(d.Ordinal) > 5) ?? false) ? "BYDAY"
            : start.Year < 1800 || !rule.InYear(start.Year).Contains(start) ? "DTSTART"
            : "";
        return fault.Length == 0 ? rule : null;
    }

    /// <summary>The days on which it begins, in order, from a day to another; before these only where it has to count.</summary>
    internal IEnumerable<LocalDate> Between(LocalDate from, LocalDate to, Effort effort)
    {
        LocalDate last = Until is { } until && until < to ? until : to;
        int skipped = _count is null && from.Year > _start.Year ? (from.Year - _start.Year) / _interval : 0;
        int begun = 0;
        for (long year = _start.Year + ((long)skipped * _interval); year <= last.Year && effort.Spend(); year += _interval)
        {
            foreach (LocalDate date in InYear((int)year))
            {
                if (!effort.Spend() || date > last || begun == _count)
                {
                    yield break;
                }

                if (date >= _start)
                {
                    begun++;
                    if (date >= from)
                    {
                        yield return date;
                    }
                }
            }
        }
    }

    private SortedSet<LocalDate> InYear(int year)
    {
        var dates = new SortedSet<LocalDate>();
        if (_days is not null && _months is null && _monthDays is null)
        {
            Weekdays(dates, new(year, 1, 1), new(year, 12, 31));
            return dates;
        }

        foreach (int month in _months ?? (_monthDays is null ? [_start.Month] : [.. Enumerable.Range(1, 12)]))
        {
            int length = CalendarSystem.Iso.GetDaysInMonth(year, month);
            if (_days is not null && _monthDays is null)
            {
                Weekdays(dates, new(year, month, 1), new(year, month, length));
                continue;
            }

            foreach (int given in _monthDays ?? [_start.Day])
            {
                int day = given > 0 ? given : length + 1 + given;
                if (day >= 1 && day <= length && (_days is null || _days.Any(d => d.Day == new LocalDate(year, month, day).DayOfWeek)))
                {
                    dates.Add(new(year, month, day));
                }
            }
        }

        return dates;
    }

    /// <summary>Adds the weekdays that the rule names between two days: of an ordinal the one, without it all.</summary>
    private void Weekdays(SortedSet<LocalDate> dates, LocalDate first, LocalDate last)
    {
        foreach (var (ordinal, weekday) in _days!)
        {
            LocalDate next = first.PlusDays(((int)weekday - (int)first.DayOfWeek + 7) % 7);
            LocalDate before = last.PlusDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
            LocalDate one = ordinal > 0 ? next.PlusDays(7 * (ordinal - 1)) : before.PlusDays(7 * (ordinal + 1));
            if (ordinal != 0 && one >= first && one <= last)
            {
                dates.Add(one);
            }

            for (; ordinal == 0 && next <= last; next = next.PlusDays(7))
            {
                dates.Add(next);
            }
        }
    }

    private bool Take(string name, string value)
    {
        switch (name)
        {
            case "FREQ":
                return value == "YEARLY";
            case "INTERVAL":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _interval) && _interval is > 0 and <= 10_000;
            case "COUNT":
                _count = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;
                return _count > 0;
            case "UNTIL":
                EndsAtAnInstant = value.Length > 8;
                Until = FeedDates.Read(value[..Math.Min(8, value.Length)]);
                return Until is not null && (value.Length == 8 || FeedDates.IsDateTime(value));
            case "BYMONTH":
                return Numbers(value, 1, 12, signed: false, out _months);
            case "BYMONTHDAY":
                return Numbers(value, 1, 31, signed: true, out _monthDays);
            case "BYDAY":
                return Weekdays(value, out _days);
            case "WKST":
                return Array.IndexOf(s_weekdays, value) >= 0;
            default:
                return false;
        }
    }

    private static bool Numbers(string value, int least, int most, bool signed, out int[]? numbers)
    {
        string[] words = value.Split(',');
        numbers = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (i >= 100 || words[i].Length > 3 || !int.TryParse(words[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i])
                || Math.Abs(numbers[i]) < least || Math.Abs(numbers[i]) > most || (!signed && numbers[i] < 0))
            {
                numbers = null;
                return false;
            }
        }

        numbers = [.. numbers.Distinct()];
        return true;
    }

    private static bool Weekdays(string value, out (int Ordinal, IsoDayOfWeek Day)[]? days)
    {
        string[] words = value.Split(',');
        days = new (int, IsoDayOfWeek)[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            int day = i < 100 && words[i].Length is >= 2 and <= 5 ? Array.IndexOf(s_weekdays, words[i][^2..]) : -1;
            if (day < 0 || (words[i].Length > 2 && !(Numbers(words[i][..^2], 1, 53, signed: true, out int[]? ordinal) && (days[i].Ordinal = ordinal![0]) != 0)))
            {
                days = null;
                return false;
            }

            days[i].Day = (IsoDayOfWeek)(day + 1);
        }

        days = [.. days.Distinct()];
        return true;
    }
}
