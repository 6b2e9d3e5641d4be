using NodaTime;

namespace Diplomacy.Training.Tests.SlotSearching;

public sealed class SlotSearchFindSeries
{
    private static readonly SlotInstitution s_ministry = SlotQueries.Institution("MFAIC", "Asia/Phnom_Penh", 0, WorkingTime.Parse("Mon-Fri 07:30-11:30 14:00-17:30"));
    private static readonly SlotInstitution s_washington = SlotQueries.Institution("US-WAS-EMB", "America/New_York", 6);
    private static readonly SlotInstitution s_brussels = SlotQueries.Institution("BE-BRU-EMB", "Europe/Brussels", 5);
    private static readonly SlotInstitution s_canberra = SlotQueries.Institution("AU-CBR-EMB", "Australia/Sydney", 5);
    private static readonly SlotQuery s_sixWeeks = new(s_ministry, new DateInterval(new(2027, 1, 4), new(2027, 2, 14)), Duration.FromHours(2), s_washington, s_brussels, s_canberra);
    private readonly SlotSearch _search = new();

    [Fact]
    public void A_series_shares_out_what_the_cheapest_starts_would_lay_on_one()
    {
        SeriesPlan plan = _search.FindSeries(SeriesQuery.Weekly(s_sixWeeks) with { MostAboveLeast = null });

        plan.Sessions.Should().HaveCount(6);
        plan.Figures.Gini.Should().BeLessThan(plan.Cheapest.Gini);
        plan.Figures.WorstBorne.Should().BeLessThan(plan.Cheapest.WorstBorne);
        plan.Figures.TotalBurden.Should().BeGreaterThanOrEqualTo(plan.Cheapest.TotalBurden);
        plan.LowerBound.Should().BePositive().And.BeLessThanOrEqualTo(plan.Figures.SquaredBurden);
        plan.Figures.TotalBurden.Should().Be(plan.Sessions.Sum(s => s.Score.Burden));
        plan.Shares.Select(s => s.Burden).Should().Equal(
            Enumerable.Range(0, 4).Select(p => plan.Sessions.Sum(s => (p == 0 ? s.Host : s.Institutions[p - 1]).Cost)));
        plan.Shares.Select(s => s.Nights).Should().Equal(
            Enumerable.Range(0, 4).Select(p => plan.Sessions.Count(s => (p == 0 ? s.Host : s.Institutions[p - 1]).IsAtNight)));
    }

    [Fact]
    public void The_total_stays_within_its_cap()
    {
        SeriesPlan free = _search.FindSeries(SeriesQuery.Weekly(s_sixWeeks) with { MostAboveLeast = null });
        SeriesPlan capped = _search.FindSeries(SeriesQuery.Weekly(s_sixWeeks) with { MostAboveLeast = 0.05 });
        SeriesPlan least = _search.FindSeries(SeriesQuery.Weekly(s_sixWeeks) with { MostAboveLeast = 0 });

        ((double)free.Figures.TotalBurden).Should().BeGreaterThan(1.05 * free.Cheapest.TotalBurden, "else this test says nothing");
        ((double)capped.Figures.TotalBurden).Should().BeLessThanOrEqualTo(1.05 * capped.Cheapest.TotalBurden);
        capped.Figures.SquaredBurden.Should().BeGreaterThan(free.Figures.SquaredBurden);
        least.Figures.TotalBurden.Should().Be(least.Cheapest.TotalBurden);
    }

    [Fact]
    public void Who_has_borne_much_before_is_spared()
    {
        var query = SeriesQuery.Weekly(s_sixWeeks) with { MostAboveLeast = null };
        SeriesPlan first = _search.FindSeries(query);

        SeriesPlan spared = _search.FindSeries(query with { CarriedOver = BurdenLedger.Empty.With(s_washington.Institution.Code, new(400, 8, 12)) });

        spared.Shares[1].Burden.Should().BeLessThan(first.Shares[1].Burden);
        spared.Shares[1].CarriedOver.Should().Be(400);
        spared.Ledger.Of(s_washington.Institution.Code).Should().Be(new BurdenEntry(400 + spared.Shares[1].Burden, 8 + spared.Shares[1].Nights, 18));
        spared.Ledger.Of(s_canberra.Institution.Code).Should().Be(new BurdenEntry(spared.Shares[3].Burden, spared.Shares[3].Nights, 6));
    }

    [Fact]
    public void Nights_are_capped_and_where_they_cannot_be_the_plan_says_by_whom()
    {
        var query = SeriesQuery.Weekly(s_sixWeeks) with { MostAboveLeast = null };

        // Somebody is asleep whatever the hour, six times in all.
        SeriesPlan free = _search.FindSeries(query), shared = _search.FindSeries(query with { MostNights = 2 });
        SeriesPlan impossible = _search.FindSeries(SeriesQuery.Weekly(s_sixWeeks with { Options = new() { HostHours = WorkingInterval.Parse("10:00-16:00") } }) with { MostNights = 2 });

        free.Figures.MostNights.Should().BeGreaterThan(2, "else this test says nothing");
        shared.AboveMostNights.Should().BeEmpty();
        shared.Shares.Where(s => s.Heads > 0).Select(s => s.Nights).Should().Equal(2, 2, 2);
        impossible.AboveMostNights.Select(s => s.Institution.Code).Should().Contain(s_washington.Institution.Code);
        impossible.Explain(Language.English).Should().Contain("More than 2 nights fall on: US-WAS-EMB");
    }

    [Fact]
    public void The_bound_lies_also_below_the_better_plans_that_the_cap_on_nights_forbids()
    {
        var query = SeriesQuery.Weekly(s_sixWeeks) with { MostAboveLeast = null };

        SeriesPlan free = _search.FindSeries(query), capped = _search.FindSeries(query with { MostNights = 2 });

        capped.Figures.SquaredBurden.Should().BeGreaterThan(free.Figures.SquaredBurden, "else this test says nothing");
        capped.LowerBound.Should().BePositive().And.BeLessThanOrEqualTo(free.Figures.SquaredBurden);
    }

    [Fact]
    public void Half_of_the_people_bear_everything()
    {
        // In the host's own hours one of two institutions is at work and the other asleep: a Gini coefficient of one half.
        SlotInstitution near = SlotQueries.Institution("AA", "Asia/Bangkok", 7, WorkingTime.Parse("Mon-Fri 09:00-12:00")), far = SlotQueries.Institution("BB", "America/New_York", 7);
        var query = new SlotQuery(s_ministry, new DateInterval(new(2027, 1, 4), new(2027, 1, 8)), Duration.FromHours(1), near, far) { Options = new() { HostHours = WorkingInterval.Parse("10:00-11:00") } };

        SeriesPlan plan = _search.FindSeries(new(query, query.Days));

        plan.Figures.Should().Be(new SeriesFigures(7 * 32, 7 * 32 * 32, 0.5, 32, 1));
        plan.Cheapest.Should().Be(plan.Figures);
        plan.MostAboveBest.Should().BeApproximately(0, 1e-3);
        plan.Worst!.Institution.Code.ToString().Should().Be("BB");
    }

    [Fact]
    public void A_window_in_which_nothing_fits_is_named()
    {
        LocalDate saturday = new(2027, 1, 9);

        SeriesPlan plan = _search.FindSeries(new(s_sixWeeks, new DateInterval(saturday.PlusDays(-2), saturday.PlusDays(-1)), new DateInterval(saturday, saturday.PlusDays(1))));

        plan.Sessions.Should().BeEmpty();
        plan.Shares.Should().BeEmpty();
        plan.WindowsWithoutStart.Should().ContainSingle().Which.Start.Should().Be(saturday);
        plan.Explain(Language.English).Should().StartWith("No start fits in: 2027-01-09/2027-01-10.");
        plan.Explain(Language.Khmer).Should().Contain("2027-01-09/2027-01-10");
        plan.Ledger.Entries.Should().BeEmpty();
    }

    [Fact]
    public void A_plan_is_told_in_both_languages_with_what_it_may_claim()
    {
        SeriesPlan plan = _search.FindSeries(SeriesQuery.Weekly(s_sixWeeks));

        plan.Explain(Language.English).Should().StartWith($"6 sessions. Total burden {plan.Figures.TotalBurden} (least possible {plan.Cheapest.TotalBurden}).")
            .And.Contain("No session can be moved alone to make this better").And.MatchRegex(@"at most \d+\.\d\d % above");
        plan.Explain(Language.Khmer).Should().StartWith("6 វគ្គ។").And.Contain(plan.Worst!.Institution.Code.ToString());
    }

    [Fact]
    public void Weeks_begin_on_the_first_day_and_the_last_may_be_short()
    {
        SlotQuery query = new(s_ministry, new DateInterval(new(2027, 1, 6), new(2027, 1, 21)), Duration.FromHours(1), s_washington);

        SeriesQuery.Weekly(query).Windows.Select(w => (w.Start.Day, w.End.Day)).Should().Equal((6, 12), (13, 19), (20, 21));
    }

    [Fact]
    public void Progress_rises_to_the_end_and_the_search_can_be_stopped()
    {
        var told = new Told();

        _search.FindSeries(SeriesQuery.Weekly(s_sixWeeks), told);

        told.Values.Should().BeInAscendingOrder().And.HaveCountGreaterThan(4);
        told.Values[^1].Should().Be(1);
        FluentActions.Invoking(() => _search.FindSeries(SeriesQuery.Weekly(s_sixWeeks), cancellationToken: new CancellationToken(true))).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void What_is_no_series_is_refused()
    {
        DateInterval week = new(s_sixWeeks.Days.Start, s_sixWeeks.Days.Start.PlusDays(6));
        FluentActions.Invoking(() => new SeriesQuery(s_sixWeeks)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new SeriesQuery(s_sixWeeks, week, week)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new SeriesQuery(s_sixWeeks, new DateInterval(week.Start.PlusDays(-1), week.End))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _search.FindSeries(new SeriesQuery(s_sixWeeks, week) { MostAboveLeast = -1 })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _search.FindSeries(new SeriesQuery(s_sixWeeks, week) { MostAboveLeast = double.NaN })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _search.FindSeries(new SeriesQuery(s_sixWeeks, week) { MostNights = -1 })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => BurdenLedger.Empty.With(default, default)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => BurdenLedger.Empty.With(s_washington.Institution.Code, new(-1, 0, 0))).Should().Throw<ArgumentOutOfRangeException>();
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
