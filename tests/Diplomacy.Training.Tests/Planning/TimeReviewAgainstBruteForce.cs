using CsCheck;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>The review finds what resolving everything by both versions finds, without NodaTime's mapping of local times: every offset is tried.</summary>
public sealed class TimeReviewAgainstBruteForce
{
    private static readonly string[] s_ids = [.. Tzdb.Old.Ids.Intersect(Tzdb.New.Ids)];
    private static readonly string[] s_moving = ["America/Winnipeg", "America/Havana", "America/Rainy_River", "Canada/Central", "Cuba", "America/Chicago", "Africa/Casablanca"];
    private static readonly Gen<string> s_zone = Gen.Select(Gen.Bool, Gen.Int[0, s_moving.Length - 1], Gen.Int[0, s_ids.Length - 1], (near, m, i) => near ? s_moving[m] : s_ids[i]);

    // Half of the starts lie around the changes of clocks that the two versions tell differently.
    private static readonly Gen<LocalDateTime> s_start = Gen.Select(Gen.Int[0, 2], Gen.Int[-16, 16], Gen.Int[0, 500 * 96], (near, quarter, any) => near switch
    {
        0 => new LocalDateTime(2026, 11, 1, 1, 0).PlusMinutes(15 * quarter),
        1 => new LocalDateTime(2027, 3, 14, 2, 0).PlusMinutes(15 * quarter),
        _ => new LocalDateTime(2026, 9, 1, 0, 0).PlusMinutes(15 * any),
    });

    [Fact]
    public void Findings_are_those_of_trying_every_offset()
    {
        int moved = 0, undecided = 0, missions = 0;
        Gen.Select(s_zone, s_start.Array[1, 3], s_zone.Array[0, 5], Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 3]).Sample((host, starts, zones, forward, occurrence, mode) =>
        {
            IDateTimeZoneProvider before = forward ? Tzdb.Old : Tzdb.New;
            IDateTimeZoneProvider newer = forward ? Tzdb.New : Tzdb.Old;
            AgendaItem[] items = [.. starts.Distinct().Select((s, i) => new Session($"s{i}", s, Duration.FromMinutes(1)) { Occurrence = (Occurrence)occurrence })];
            if (Agenda.CheckStrictly(before, host, items).Count > 0)
            {
                return;
            }

            Agenda agenda = Agenda.Strictly(before, host, items);
            Institution[] all = [.. zones.Select((z, i) => new Institution(InstitutionCode.Parse($"M{i:00}"), new("", "Mission"), InstitutionKind.Embassy, "", "", z))];
            ToldTime[] told = [.. all.SelectMany((m, i) => TimeReviewOf.Told(agenda, m, before).Where((_, s) => (i + s) % 4 != mode))];

            TimeReview review = TimeReview.Of(agenda, all, told, newer, before);

            review.Findings.Select(Line).Should().Equal(BruteForce(agenda, all, told, before, newer));
            moved += review.Findings.Count(f => f is TimeFinding.HostInstantMoved);
            undecided += review.Findings.Count(f => f is TimeFinding.BecameSkipped or TimeFinding.BecameAmbiguous);
            missions += review.Findings.Count(f => f is TimeFinding.MissionTimeMoved);
        }, iter: Math.Max(3000, Check.Iter), threads: 1);

        (moved > 100 && undecided > 20 && missions > 100).Should().BeTrue($"the cases are not empty: {moved} hosts, {undecided} undecided, {missions} missions");
    }

    private static IEnumerable<string> BruteForce(Agenda agenda, Institution[] all, ToldTime[] told, IDateTimeZoneProvider before, IDateTimeZoneProvider newer)
    {
        var now = new Dictionary<string, Instant?>();
        foreach (ScheduledItem item in agenda.Items)
        {
            Instant[] meant = InstantsOf(item.Item.Start, newer[agenda.ZoneId]);
            Instant? one = meant.Length switch
            {
                1 => meant[0],
                2 when item.Item.Occurrence == Occurrence.Earlier => meant[0],
                2 when item.Item.Occurrence == Occurrence.Later => meant[1],
                _ => null,
            };
            now[item.Item.Code] = one;
            if (one is null)
            {
                yield return $"{item.Item.Code} {(meant.Length == 0 ? "skipped" : "ambiguous")} {string.Join(' ', meant)}".TrimEnd();
            }
            else if (one != item.Time.Start)
            {
                yield return $"{item.Item.Code} {item.Time.Start} {one}";
            }
        }

        foreach (Institution mission in all)
        {
            foreach (ScheduledItem session in agenda.Sessions)
            {
                LocalDateTime heard = told.SingleOrDefault(t => t.Institution == mission.Code && t.Session == session.Item.Code)?.Start
                    ?? Local(session.Time.Start, before[mission.ZoneId]);
                Instant? wall = now[session.Item.Code];
                foreach (var (start, kept) in wall == session.Time.Start ? [(wall.Value, "")] : new[] { (wall ?? session.Time.Start, wall is null ? "Instant" : "WallTime"), (session.Time.Start, "Instant") }.Distinct())
                {
                    if (Local(start, newer[mission.ZoneId]) != heard)
                    {
                        yield return $"{mission.Code} {session.Item.Code} {heard} {Local(start, newer[mission.ZoneId])} {kept}";
                    }
                }
            }
        }
    }

    private static Instant[] InstantsOf(LocalDateTime local, DateTimeZone zone) =>
    [
        .. Enumerable.Range(-18 * 4, (36 * 4) + 1).Select(quarters => Offset.FromSeconds(quarters * 900))
            .Select(offset => (Offset: offset, Instant: local.WithOffset(offset).ToInstant()))
            .Where(c => zone.GetUtcOffset(c.Instant) == c.Offset).Select(c => c.Instant).Order(),
    ];

    private static LocalDateTime Local(Instant instant, DateTimeZone zone) => (instant + Duration.FromTicks(zone.GetUtcOffset(instant).Ticks)).InUtc().LocalDateTime;

    private static string Line(TimeFinding finding) => finding switch
    {
        TimeFinding.HostInstantMoved f => $"{f.Item} {f.Old} {f.New}",
        TimeFinding.BecameSkipped f => $"{f.Item} skipped",
        TimeFinding.BecameAmbiguous f => $"{f.Item} ambiguous {f.Earlier.ToInstant()} {f.Later.ToInstant()}",
        TimeFinding.MissionTimeMoved f => $"{f.Institution} {f.Session} {f.Told.Start} {f.Now.LocalDateTime} {f.Kept}",
        _ => finding.ToString(),
    };
}
