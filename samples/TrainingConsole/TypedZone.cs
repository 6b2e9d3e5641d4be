using Diplomacy.Training;
using NodaTime;

namespace TrainingConsole;

/// <summary>What people type where a time zone belongs.</summary>
internal static class TypedZone
{
    /// <summary>Why it is no time zone, with the one that was probably meant; null where it is one.</summary>
    /// <param name="option">The option after which it was typed.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="language">The language to tell it in.</param>
    internal static string? Fault(string option, string typed, Language language)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return $"{option}: Say the host's time zone, such as Asia/Phnom_Penh.";
        }

        TrainingRule? unknown = Agenda.CheckStrictly(DateTimeZoneProviders.Tzdb, typed, new Session("moment", new(2000, 1, 1, 0, 0), Duration.FromMinutes(1)))
            .FirstOrDefault(r => r.Code == "agenda.zone-is-known");
        return unknown is null ? null
            : Meant(typed) is not { } meant ? $"{option}: {unknown.Explain(language)}"
            : language == Language.Khmer ? $"{option}: គ្មានតំបន់ម៉ោង '{typed}' ទេ។ តើអ្នកចង់សរសេរ {meant} មែនទេ?"
            : $"{option}: '{typed}' is not a time zone. Did you mean {meant}?";
    }

    /// <summary>The zone that differs from what was typed in case, spaces and hyphens only, or whose city was typed alone; null where there is none.</summary>
    private static string? Meant(string typed)
    {
        string key = Key(typed);
        return DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => Key(id) == key)
            ?? DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Contains('/', StringComparison.Ordinal) && Key(id[(id.LastIndexOf('/') + 1)..]) == key);

        static string Key(string id) => id.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
    }
}
