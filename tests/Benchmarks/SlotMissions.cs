using NodaTime;
using NodaTime.TimeZones;

namespace Diplomacy.Training.Benchmarks;

/// <summary>Missions in as many different zones, the same in every run: heads, working weeks and holidays by a fixed seed.</summary>
internal static class SlotMissions
{
    private static readonly string[] s_weeks =
    [
        "Mon-Fri 09:00-12:00 14:00-17:00", "Mon-Fri 09:00-17:00", "Sun-Thu 08:00-15:00", "Mon-Thu 08:00-16:30; Fri 08:00-12:00", "Mon-Fri 07:30-11:30 14:00-17:30",
    ];

    internal static LocalDate FirstDay { get; } = new(2027, 1, 1);

    /// <summary>2027 in Phnom Penh, from its first midnight.</summary>
    internal static Instant Start { get; } = FirstDay.AtMidnight().InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Phnom_Penh"]).ToInstant();

    internal static PlainMission[] Plain(int count) => [.. Spread(count).Select(m => new PlainMission(DateTimeZoneProviders.Tzdb[m.Zone], m.Time, [.. m.Holidays], m.Heads))];

    /// <summary>The same missions for the library, with their holidays as a calendar of the year.</summary>
    internal static SlotInstitution[] Institutions(int count) =>
    [
        .. Spread(count).Select((m, i) => new SlotInstitution(
            new Institution(InstitutionCode.Parse($"M{i:000}"), new LocalizedText("", m.Zone), InstitutionKind.Embassy, "", "", m.Zone, m.Time),
            m.Heads,
            new HolidayCalendar("test", "test", new(FirstDay.PlusDays(-7), FirstDay.PlusDays(372)), m.Holidays.ToDictionary(d => d, _ => DayStatus.Holiday())))),
    ];

    /// <summary>A host in Phnom Penh that attends nothing itself.</summary>
    internal static SlotInstitution Host { get; } = new(new Institution(InstitutionCode.Parse("MFAIC"), new LocalizedText("", "Ministry"), InstitutionKind.Ministry, "", "", "Asia/Phnom_Penh"), 0);

    internal static IEnumerable<(string Zone, WorkingTime Time, LocalDate[] Holidays, int Heads)> Spread(int count)
    {
        var random = new Random(2027);
        string[] zones = [.. TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct().Where(z => z.Contains('/', StringComparison.Ordinal) && !z.StartsWith("Etc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        for (int i = 0; i < count; i++)
        {
            LocalDate[] holidays = [.. Enumerable.Range(0, 14).Select(_ => FirstDay.PlusDays(random.Next(365))).Distinct()];
            yield return (zones[i * zones.Length / count], WorkingTime.Parse(s_weeks[i % s_weeks.Length]), holidays, 1 + random.Next(12));
        }
    }
}
