using System.Collections.Immutable;
using Diplomacy.Training;
using NodaTime;
using NodaTime.Text;

namespace TrainingConsole;

/// <summary>What <c>slots --json</c> prints, also when nothing fits.</summary>
/// <param name="From">The first day, ISO, by the host's calendar.</param>
/// <param name="To">The last day.</param>
/// <param name="Minutes">How long the session is.</param>
/// <param name="Host">The host's code.</param>
/// <param name="Zone">The host's zone.</param>
/// <param name="ZoneData">The version of the time zone data.</param>
/// <param name="Sittings">How often it is held.</param>
/// <param name="Starts">How many quarters of an hour there are at which it could begin.</param>
/// <param name="Fitting">How many of them pass the filters; with several sittings, how many the host could hold.</param>
/// <param name="Slots">The starts, the best first; or the sittings in order of time.</param>
/// <param name="Filters">What each filter did; with several sittings, what it would do to a single one.</param>
internal sealed record SlotsDocument(
    string From, string To, long Minutes, string Host, string Zone, string ZoneData, int Sittings, int Starts, int Fitting, ImmutableArray<SlotStart> Slots, ImmutableArray<SlotFilterDone> Filters)
{
    internal static SlotsDocument Of(SlotQuery query, SlotFindings found, Language language) => Of(
        query, 1, found.Starts, found.Fitting, [.. found.Slots.Select(s => SlotStart.Of(s, s.Score, [s.Host, .. s.Institutions]))], found.Filters, language);

    internal static SlotsDocument Of(SlotQuery query, SittingPlan plan, Language language) => Of(
        query, plan.Sittings.Length, plan.Starts, plan.Fitting,
        [.. plan.Sittings.Select((s, i) => SlotStart.Of(s, null, [.. plan.Choices.Where(c => c.Sitting == i).Select(c => c.Local)]))], plan.Filters, language);

    private static SlotsDocument Of(SlotQuery query, int sittings, int starts, int fitting, ImmutableArray<SlotStart> slots, ImmutableArray<SlotFilter> filters, Language language) => new(
        LocalDatePattern.Iso.Format(query.Days.Start), LocalDatePattern.Iso.Format(query.Days.End), (long)query.Length.TotalMinutes, query.Host.Institution.Code.ToString(), query.Host.Institution.ZoneId,
        DateTimeZoneProviders.Tzdb.VersionId, sittings, starts, fitting, slots,
        [.. filters.Select(f => new SlotFilterDone(SlotFilterDone.Word(f.Kind), f.Institution?.ToString(), f.Refused, f.RefusedAlone, f.Left, f.Explain(language)))]);
}

/// <summary>A start or a sitting, with the institutions that attend it.</summary>
/// <param name="Start">When it begins, UTC, ISO.</param>
/// <param name="HostStart">The same by the host's clocks.</param>
/// <param name="HeadsAtNight">People at night.</param>
/// <param name="HeadsOnRestDays">People on a rest day or holiday.</param>
/// <param name="HeadsOutsideHours">People outside working hours.</param>
/// <param name="Burden">All costs, each times the people who bear it.</param>
/// <param name="ClockChanges">Institutions whose clocks change within seven days; null for a sitting.</param>
/// <param name="Institutions">Who attends, the host among them.</param>
internal sealed record SlotStart(
    string Start, string HostStart, int HeadsAtNight, int HeadsOnRestDays, int HeadsOutsideHours, int Burden, int? ClockChanges, ImmutableArray<SlotPlace> Institutions)
{
    internal static SlotStart Of(Slot slot, SlotScore? score, ImmutableArray<LocalSlot> attending)
    {
        LocalSlot[] people = [.. attending.Where(p => p.Heads > 0)];
        return new(
            InstantPattern.General.Format(slot.Start), SlotPlace.Local(slot.Host.Start), people.Where(p => p.IsAtNight).Sum(p => p.Heads), people.Where(p => p.IsOnRestDay).Sum(p => p.Heads),
            people.Where(p => p.Band != WorkingBand.InHours).Sum(p => p.Heads), people.Sum(p => p.Heads * p.Cost), score?.ClockChanges, [.. attending.Select(SlotPlace.Of)]);
    }
}

/// <summary>A session at one institution.</summary>
internal sealed record SlotPlace(
    string Code, string City, string Zone, int People, string Start, string End, string Weekday, int DayShift, string Band, int Cost, bool HolidaysKnown, string? ClocksChange)
{
    private static readonly OffsetDateTimePattern s_local = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<m>");

    internal static SlotPlace Of(LocalSlot local) => new(
        local.Institution.Code.ToString(), local.Institution.City, local.Institution.ZoneId, local.Heads, Local(local.Start), Local(local.End), local.Start.DayOfWeek.ToString()[..3], local.DayShift,
        ConsoleWords.Code(local.Band), local.Cost, local.HolidaysKnown, local.ClockChange is { } change ? InstantPattern.General.Format(change) : null);

    internal static string Local(ZonedDateTime time) => s_local.Format(time.ToOffsetDateTime());
}

/// <summary>What a filter did.</summary>
/// <param name="Kind">Which: notice, host-hours, host-rests or must-be-in-hours.</param>
/// <param name="Institution">Whose hours or days, where it is somebody's.</param>
/// <param name="Refused">How many starts it refuses.</param>
/// <param name="RefusedAlone">How many fail by it alone.</param>
/// <param name="Left">How many are left after it.</param>
/// <param name="Explanation">The same in words.</param>
internal sealed record SlotFilterDone(string Kind, string? Institution, int Refused, int RefusedAlone, int Left, string Explanation)
{
    internal static string Word(SlotFilterKind kind) => kind switch
    {
        SlotFilterKind.Notice => "notice",
        SlotFilterKind.HostHours => "host-hours",
        SlotFilterKind.HostRests => "host-rests",
        _ => "must-be-in-hours",
    };
}
