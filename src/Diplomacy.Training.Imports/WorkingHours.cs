using System.Diagnostics.CodeAnalysis;

namespace Diplomacy.Training.Imports;

/// <summary>Working hours as the table of institutions writes them: days of rest in one column, hours with <c>*</c> for every other day in another.</summary>
internal static class WorkingHours
{
    private static readonly string[] s_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Reads <c>Sat Sun</c>; empty is Saturday and Sunday, <c>none</c> is no day.</summary>
    internal static bool TryDays(string text, [NotNullWhen(true)] out IReadOnlySet<IsoDayOfWeek>? days)
    {
        var found = new HashSet<IsoDayOfWeek>();
        days = found;
        foreach (string word in (text.Length == 0 ? "Sat Sun" : text == "none" ? "" : text).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Day(word) is not { } day)
            {
                days = null;
                return false;
            }

            found.Add(day);
        }

        return true;
    }

    /// <summary>The working time of a week; null where the text is not understood. Empty text is the hours of <see cref="WorkingTime.Standard"/>.</summary>
    internal static WorkingTime? Read(string text, IReadOnlySet<IsoDayOfWeek> rest)
    {
        var entries = new List<(HashSet<IsoDayOfWeek>? Days, string Ranges)>();
        foreach (string entry in (text.Length == 0 ? "09:00-12:00 14:00-17:00" : text).Split(';', StringSplitOptions.TrimEntries))
        {
            string[] words = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] names = [.. words.TakeWhile(word => word == "*" || Day(word) is not null)];
            string ranges = string.Join(' ', words.Skip(names.Length));
            if (!WorkingTime.TryParse($"Mon {ranges}", out _))
            {
                return null;
            }

            entries.Add((names.Length == 0 || names.Contains("*") ? null : [.. names.Select(name => Day(name)!.Value)], ranges));
        }

        var week = new List<string>();
        for (int i = 0; i < 7; i++)
        {
            var day = (IsoDayOfWeek)(i + 1);
            string? ranges = rest.Contains(day) ? null : entries.Find(entry => entry.Days is null || entry.Days.Contains(day)).Ranges;
            if (ranges is not null)
            {
                week.Add($"{s_days[i]} {ranges}");
            }
        }

        return WorkingTime.Parse(week.Count == 0 ? "none" : string.Join("; ", week));
    }

    private static IsoDayOfWeek? Day(string word)
    {
        int day = Array.FindIndex(s_days, name => name.Equals(word, StringComparison.OrdinalIgnoreCase));
        return day < 0 ? null : (IsoDayOfWeek)(day + 1);
    }
}
