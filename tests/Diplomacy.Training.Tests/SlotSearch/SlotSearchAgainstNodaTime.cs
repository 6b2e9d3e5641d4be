using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Tests.SlotSearching;

public sealed class SlotSearchAgainstNodaTime
{
    [Fact]
    public void Every_start_has_the_figures_that_NodaTime_gives_quarter_by_quarter() =>
        SlotQueries.Any().Sample(query =>
        {
            BruteForceSlot[] all = BruteForceSlots.Of(query);
            BruteForceSlot[] fitting = [.. all.Where(s => s.Fits)];

            SlotFindings found = new SlotSearch().Find(query);

            found.Starts.Should().Be(all.Length);
            found.Fitting.Should().Be(fitting.Length);
            found.Slots.Should().HaveCount(fitting.Length);
            found.Slots.OrderBy(s => s.Start).Select(s => (s.Start, s.Score)).Should().Equal(fitting.Select(s => (s.Start, s.Score)));
        }, iter: 250, print: Print);

    [Theory]
    [InlineData("2021-10-29", 7)]
    [InlineData("2022-04-10", 31)] // Morocco's clocks change on both sides of Ramadan, six weeks apart.
    [InlineData("2024-02-27", 7)]
    [InlineData("2027-03-25", 7)]
    [InlineData("2036-03-07", 7)]
    [InlineData("1972-01-04", 7)] // Liberia, the last to stand off the quarters of an hour, joins them on the 7th.
    public void In_every_zone_of_the_tz_database(string first, int near)
    {
        // Hours that begin between two quarters tell whether each is judged at the right moment.
        WorkingTime hours = WorkingTime.Parse("Mon-Fri 09:08-12:00 14:00-17:23");
        LocalDate from = NodaTime.Text.LocalDatePattern.Iso.Parse(first).Value;
        var query = new SlotQuery(
            SlotQueries.Institution("HOST", "Asia/Phnom_Penh", 1), new DateInterval(from, from.PlusDays(3)), Duration.FromMinutes(45),
            DateTimeZoneProviders.Tzdb.Ids.Select((zone, i) => SlotQueries.Institution(FormattableString.Invariant($"Z{i:000}"), zone, 1 + (i % 7), hours)))
        {
            Options = new SlotOptions { Take = int.MaxValue, HostHours = WorkingInterval.Parse("00:00-24:00"), HostOnRestDays = true, ClockChangeDays = near },
        };

        new SlotSearch().Find(query).Slots.OrderBy(s => s.Start).Select(s => (s.Start, s.Score))
            .Should().Equal(BruteForceSlots.Of(query).Select(s => (s.Start, s.Score)));
    }

    /// <summary>The random queries meet every zone in the course of time; here each is host once and guest once, at a change of its clocks where it has any, with holidays of every kind.</summary>
    [Fact]
    public void With_every_zone_of_the_tz_database_as_host_near_a_change_of_its_clocks()
    {
        DayStatus[] kinds = [DayStatus.Holiday(), DayStatus.HalfDay(new(12, 40)), DayStatus.MakeUpWorkday(), DayStatus.Unknown];
        WorkingTime[] weeks = [WorkingTime.Standard, WorkingTime.Parse("Sun-Thu 08:00-15:00"), WorkingTime.Parse("Mon-Sat 22:00-24:00"), WorkingTime.Parse("Mon-Thu 07:35-16:20; Fri 07:35-11:59")];
        string[] zones = [.. DateTimeZoneProviders.Tzdb.Ids];
        foreach ((int i, string zone) in zones.Index())
        {
            LocalDate[] changes = SlotQueries.ChangesIn(zone);
            LocalDate first = changes.Length > 0 ? changes[(i * 7) % changes.Length].PlusDays(-1) : new LocalDate(2021, 1, 4).PlusDays(i * 37 % 5800);
            DateInterval covered = new(first, first.PlusDays(1));
            var query = new SlotQuery(Who("HOST", zone, i), new DateInterval(first, first.PlusDays(2)), Duration.FromMinutes(15 * (1 + (i % 11))), Who("GUEST", zones[(i + 211) % zones.Length], i + 1))
            {
                Options = new SlotOptions { Take = int.MaxValue, HostHours = WorkingInterval.Parse(i % 2 == 0 ? "06:00-22:00" : "00:00-24:00"), HostOnRestDays = i % 3 != 0, ClockChangeDays = i % 4 },
            };

            SlotFindings found = new SlotSearch().Find(query);

            found.Slots.OrderBy(s => s.Start).Select(s => (s.Start, s.Score)).Should().Equal(BruteForceSlots.Of(query).Where(s => s.Fits).Select(s => (s.Start, s.Score)), "of {0}", zone);

            SlotInstitution Who(string code, string id, int n) => SlotQueries.Institution(
                code, id, 1 + (n % 5), weeks[n % weeks.Length],
                n % 5 == 0 ? null : new HolidayCalendar("test", "test", covered, new Dictionary<LocalDate, DayStatus> { [first.PlusDays(n % 2)] = kinds[n % kinds.Length] }));
        }
    }

    [Fact]
    public void Starts_are_ranked_by_the_criteria_in_turn_and_then_the_earlier_first() =>
        Gen.Select(SlotQueries.Any(mostQuarters: 8), Gen.Shuffle(Enum.GetValues<SlotCriterion>()), Gen.Int[0, 6], Gen.Int[1, 30]).Sample((query, shuffled, count, take) =>
        {
            SlotCriterion[] order = shuffled[..count];
            query = query with { Options = query.Options with { Order = [.. order], Take = take } };

            SlotFindings found = new SlotSearch().Find(query);

            found.Slots.Select(s => s.Start).Should().Equal(
                BruteForceSlots.Of(query).Where(s => s.Fits)
                    .OrderBy(s => s, Comparer<BruteForceSlot>.Create((x, y) => x.Score.Key(order).AsSpan().SequenceCompareTo(y.Score.Key(order)))).ThenBy(s => s.Start)
                    .Take(take).Select(s => s.Start));
        }, iter: 60, print: t => Print(t.Item1));

    [Fact]
    public void Each_filter_tells_what_it_refuses_alone_and_what_is_left() =>
        SlotQueries.Any(mostQuarters: 12).Sample(query =>
        {
            BruteForceSlot[] all = BruteForceSlots.Of(query);

            SlotFindings found = new SlotSearch().Find(query);

            var left = all.ToList();
            foreach (SlotFilter filter in found.Filters)
            {
                filter.Starts.Should().Be(all.Length);
                filter.Refused.Should().Be(all.Count(s => Refuses(filter, s)));
                filter.RefusedAlone.Should().Be(all.Count(s => Refuses(filter, s) && found.Filters.Count(f => Refuses(f, s)) == 1));
                left.RemoveAll(s => Refuses(filter, s));
                filter.Left.Should().Be(left.Count);
            }

            left.Count(s => !s.Fits).Should().Be(0, "no filter is forgotten");
            found.RemovedEverything.Any().Should().Be(found.Fitting == 0 && all.Length > 0);
        }, iter: 80, print: Print);

    [Fact]
    public void What_a_slot_tells_of_each_institution_adds_up_to_its_figures() =>
        SlotQueries.Any(mostQuarters: 12).Sample(query =>
        {
            foreach (Slot slot in new SlotSearch().Find(query with { Options = query.Options with { Take = 5 } }).Slots)
            {
                LocalSlot[] places = [slot.Host, .. slot.Institutions];
                LocalSlot[] attending = [.. places.Where(p => p.Heads > 0)];
                SlotInstitution[] who = [query.Host, .. query.Institutions];

                slot.Score.Should().Be(new SlotScore(
                    attending.Where(p => p.IsAtNight).Sum(p => p.Heads), attending.Where(p => p.IsOnRestDay).Sum(p => p.Heads), attending.Sum(p => p.Heads * p.Cost),
                    attending.Count(p => p.ClockChange is not null), attending.Where(p => p.Band != WorkingBand.InHours).Sum(p => p.Heads), attending.Select(p => p.Cost).DefaultIfEmpty().Max()));
                for (int i = 0; i < places.Length; i++)
                {
                    WorkingBand[] bands = BruteForceSlots.Bands(who[i], slot.Start, query.Length);
                    places[i].Band.Should().Be(bands.Max());
                    places[i].IsAtNight.Should().Be(bands.Contains(WorkingBand.Night));
                    places[i].Start.ToInstant().Should().Be(slot.Start);
                    places[i].End.ToInstant().Should().Be(slot.Start + query.Length);
                    places[i].DayShift.Should().Be(Period.DaysBetween(places[0].Start.Date, places[i].Start.Date));
                }
            }
        }, iter: 60, print: Print);

    private static bool Refuses(SlotFilter filter, BruteForceSlot slot) => filter.Kind switch
    {
        SlotFilterKind.Notice => slot.TooSoon,
        SlotFilterKind.HostHours => slot.OutsideHostHours,
        SlotFilterKind.HostRests => slot.HostRests,
        _ => slot.NotInHours.Contains(filter.Institution!.Value),
    };

    private static string Print(SlotQuery query) => FormattableString.Invariant(
        $"{query.Days} {query.Length} {query.NotBefore} {query.Options}: {string.Join(" / ", query.Institutions.Prepend(query.Host).Select(i => $"{i.Institution.ZoneId} {i.Heads} {i.Institution.WorkingTime} {i.MustBeInHours} {i.Holidays?.Covered}"))}");
}
