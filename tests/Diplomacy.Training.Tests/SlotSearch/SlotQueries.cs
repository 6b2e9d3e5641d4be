using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Tests.SlotSearching;

/// <summary>Random queries: any zone of the tz database, often near a change of its clocks, any working time, holidays of every kind, any length.</summary>
internal static class SlotQueries
{
    private static readonly string[] s_zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    private static readonly Gen<WorkingTime> s_working = Gen.OneOf(
        Gen.OneOf<string>(
            "Mon-Fri 09:00-12:00 14:00-17:00", "Sun-Thu 08:00-15:00", "Mon-Sun 00:00-24:00", "none", "Mon-Sat 22:00-24:00", "Mon-Thu 07:35-16:20; Fri 07:35-11:59",
            "Sat-Thu 06:00-14:30 | from 2024-01-01 Mon-Fri 10:00-18:00 | on 2027-06-01 none").Select(WorkingTime.Parse),
        Gen.Select(Gen.Int[0, 1380], Gen.Int[1, 59], Gen.Enum<IsoDayOfWeek>()).Select((start, length, rest) =>
            WorkingTime.EveryDayBut([new(LocalTime.Midnight.PlusMinutes(start), LocalTime.Midnight.PlusMinutes(start + length))], rest)));

    private static readonly Gen<DayStatus> s_status = Gen.OneOf(
        Gen.Const(DayStatus.Holiday()), Gen.Int[1, 1439].Select(m => DayStatus.HalfDay(LocalTime.Midnight.PlusMinutes(m))), Gen.Const(DayStatus.MakeUpWorkday()), Gen.Const(DayStatus.Unknown));

    internal static Gen<SlotQuery> Any(int mostInstitutions = 4, int mostDays = 9, int mostQuarters = 40) =>
        from zones in Gen.Int[0, s_zones.Length - 1].Select(i => s_zones[i]).Array[1, mostInstitutions + 1]
        from first in FirstDay(zones[0])
        from days in Gen.Int[1, mostDays]
        from quarters in Gen.Int[1, mostQuarters]
        from institutions in Institution(new(first.PlusDays(-3), first.PlusDays(12))).Array[zones.Length]
        from notice in Gen.Int[-20, 200]
        from open in Gen.Bool
        from hours in Gen.OneOf<string>("06:00-22:00", "08:00-18:00", "00:00-24:00", "13:10-23:50")
        let range = new DateInterval(first, first.PlusDays(days - 1))
        let all = institutions.Select((make, i) => make(i, zones[i])).ToArray()
        select new SlotQuery(all[0], range, Duration.FromMinutes(15 * quarters), all[1..])
        {
            NotBefore = notice < 0 ? null : first.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(7 * notice),
            Options = new SlotOptions { Take = int.MaxValue, HostHours = WorkingInterval.Parse(hours), HostOnRestDays = open, ClockChangeDays = notice < 0 ? 0 : 7 },
        };

    internal static SlotInstitution Institution(string code, string zone, int heads, WorkingTime? working = null, IHolidayCalendar? holidays = null, bool mustBeInHours = false) =>
        new(new Institution(InstitutionCode.Parse(code), new LocalizedText("", code), InstitutionKind.Embassy, "", "", zone, working), heads, holidays) { MustBeInHours = mustBeInHours };

    /// <summary>The dates in UTC on which a zone's clocks or names change, 2021 to 2037.</summary>
    internal static LocalDate[] ChangesIn(string zone) =>
    [
        .. DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(new Interval(Instant.FromUtc(2021, 1, 10, 0, 0), Instant.FromUtc(2037, 12, 1, 0, 0)))
            .Skip(1).Select(i => i.Start.InUtc().Date),
    ];

    private static Gen<LocalDate> FirstDay(string zone)
    {
        LocalDate[] changes = [.. ChangesIn(zone).Select(d => d.PlusDays(-3))];
        Gen<LocalDate> any = Gen.Int[4, 6200].Select(d => new LocalDate(2021, 1, 1).PlusDays(d));
        return changes.Length == 0 ? any : Gen.OneOf(any, Gen.Int[0, changes.Length - 1].Select(i => changes[i]));
    }

    private static Gen<Func<int, string, SlotInstitution>> Institution(DateInterval covered) =>
        from heads in Gen.Int[0, 30]
        from working in s_working
        from known in Gen.Int[0, 3]
        from holidays in Gen.Select(Gen.Int[0, covered.Length - 1], s_status).Array[0, 5]
        from must in Gen.Int[0, 9]
        select (Func<int, string, SlotInstitution>)((i, zone) => Institution(
            FormattableString.Invariant($"P{i:00}"), zone, heads, working,
            known == 0 ? null : new HolidayCalendar("test", "test", covered, holidays.DistinctBy(h => h.Item1).ToDictionary(h => covered.Start.PlusDays(h.Item1), h => h.Item2)),
            must == 0));
}
