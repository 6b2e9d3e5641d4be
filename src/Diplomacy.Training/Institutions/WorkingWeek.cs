using System.Collections.Immutable;
using System.Text;

namespace Diplomacy.Training;

/// <summary>The working intervals of the seven days of a week, Monday first, and their canonical text.</summary>
internal sealed class WorkingWeek
{
    private static readonly string[] s_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private readonly ImmutableArray<ImmutableArray<WorkingInterval>> _days;

    internal WorkingWeek(ImmutableArray<ImmutableArray<WorkingInterval>> days)
    {
        _days = days;
        Text = Describe(days);
    }

    internal string Text { get; }

    /// <summary>The hours of the first day from Monday that has any: what a make-up workday keeps.</summary>
    internal ImmutableArray<WorkingInterval> FirstHours => _days.FirstOrDefault(d => !d.IsEmpty, []);

    internal ImmutableArray<WorkingInterval> On(IsoDayOfWeek day) => _days[(int)day - 1];

    internal static string? Disorder(ImmutableArray<WorkingInterval> day)
    {
        for (int i = 1; i < day.Length; i++)
        {
            if (day[i].StartNanosecond < day[i - 1].EndNanosecond)
            {
                return $"The interval {day[i]} begins before {day[i - 1]} ends.";
            }
        }

        return null;
    }

    internal static WorkingWeek? Read(string text, out string fault)
    {
        var week = new ImmutableArray<WorkingInterval>[7];
        Array.Fill(week, []);
        foreach (string entry in text == "none" ? [] : text.Split(';', StringSplitOptions.TrimEntries))
        {
            string[] parts = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || !TryDays(parts[0], out List<int> days))
            {
                fault = $"'{entry}' is not working time: write days and intervals, such as 'Mon-Fri 09:00-12:00 14:00-17:00'.";
                return null;
            }

            if (ReadHours(parts.AsSpan(1), out fault) is not { } hours)
            {
                return null;
            }

            foreach (int day in days)
            {
                if (!week[day].IsEmpty)
                {
                    fault = $"{s_days[day]} stands twice.";
                    return null;
                }

                week[day] = hours;
            }
        }

        fault = "";
        return new([.. week]);
    }

    internal static ImmutableArray<WorkingInterval>? ReadHours(ReadOnlySpan<string> parts, out string fault)
    {
        var intervals = ImmutableArray.CreateBuilder<WorkingInterval>(parts.Length);
        foreach (string part in parts)
        {
            if (!WorkingInterval.TryParse(part, out WorkingInterval interval))
            {
                fault = $"'{part}' is not an interval of a day: write start and end, such as '09:00-12:00'.";
                return null;
            }

            intervals.Add(interval);
        }

        ImmutableArray<WorkingInterval> hours = intervals.ToImmutable();
        fault = Disorder(hours) ?? "";
        return fault.Length == 0 ? hours : null;
    }

    private static string Describe(ImmutableArray<ImmutableArray<WorkingInterval>> week)
    {
        var text = new StringBuilder();
        for (int day = 0; day < 7; day++)
        {
            if (week[day].IsEmpty)
            {
                continue;
            }

            int last = day;
            while (last < 6 && week[last + 1].SequenceEqual(week[day]))
            {
                last++;
            }

            text.Append(text.Length > 0 ? "; " : "").Append(s_days[day]).Append(last > day ? $"-{s_days[last]}" : "").Append(' ').AppendJoin(' ', week[day]);
            day = last;
        }

        return text.Length > 0 ? text.ToString() : "none";
    }

    private static bool TryDays(string text, out List<int> days)
    {
        days = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            int first = Array.IndexOf(s_days, ends[0]);
            int last = Array.IndexOf(s_days, ends[^1]);
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                return false;
            }

            // A range may run over the end of the week: Sun-Thu is how much of the Arab world works.
            days.AddRange(Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(day => day % 7));
        }

        return true;
    }
}
