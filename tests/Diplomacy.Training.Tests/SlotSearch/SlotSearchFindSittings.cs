using NodaTime;

namespace Diplomacy.Training.Tests.SlotSearching;

public sealed class SlotSearchFindSittings
{
    private static readonly SlotInstitution s_ministry = SlotQueries.Institution("MFAIC", "Asia/Phnom_Penh", 40, WorkingTime.Parse("Mon-Fri 07:30-11:30 14:00-17:30"));
    private static readonly SlotInstitution s_washington = SlotQueries.Institution("US-WAS-EMB", "America/New_York", 6);
    private static readonly SlotInstitution s_brussels = SlotQueries.Institution("BE-BRU-EMB", "Europe/Brussels", 5);
    private static readonly SlotInstitution s_canberra = SlotQueries.Institution("AU-CBR-EMB", "Australia/Sydney", 4);
    private static readonly DateInterval s_week = new(new(2026, 11, 9), new(2026, 11, 13));
    private readonly SlotSearch _search = new();

    [Fact]
    public void A_second_sitting_spares_the_night_to_those_who_have_it_at_the_first()
    {
        var query = new SlotQuery(s_ministry, s_week, Duration.FromHours(2), s_washington, s_brussels, s_canberra);

        SittingPlan one = _search.FindSittings(query, 1), two = _search.FindSittings(query, 2), three = _search.FindSittings(query, 3);

        two.Score.HeadsAtNight.Should().BeLessThanOrEqualTo(one.Score.HeadsAtNight);
        two.Score.Burden.Should().BeLessThan(one.Score.Burden);
        three.Score.Burden.Should().BeLessThan(two.Score.Burden);
        two.Choices.Select(c => c.Sitting).Distinct().Should().HaveCount(2, "both sittings are attended");
        (two.Sittings[1].Start - two.Sittings[0].Start).Should().BeLessThanOrEqualTo(Duration.FromHours(48)).And.BeGreaterThanOrEqualTo(query.Length);
    }

    [Fact]
    public void Who_must_be_in_hours_needs_to_be_so_at_one_sitting()
    {
        SlotInstitution brussels = SlotQueries.Institution("BE-BRU-EMB", "Europe/Brussels", 1, mustBeInHours: true), canberra = SlotQueries.Institution("AU-CBR-EMB", "Australia/Sydney", 1, mustBeInHours: true);
        var query = new SlotQuery(s_ministry, s_week, Duration.FromHours(2), brussels, canberra);

        _search.Find(query).Slots.Should().BeEmpty();
        SittingPlan one = _search.FindSittings(query, 1), two = _search.FindSittings(query, 2);

        one.Sittings.Should().BeEmpty();
        one.Choices.Should().BeEmpty();
        one.Explain(Language.English).Should().Contain("BE-BRU-EMB").And.Contain("AU-CBR-EMB");
        one.Explain(Language.Khmer).Should().Contain("BE-BRU-EMB");
        two.Choices.Skip(1).Select(c => c.Local.Band).Should().AllBeEquivalentTo(WorkingBand.InHours);
    }

    [Fact]
    public void Each_institution_is_told_its_sitting_in_both_languages()
    {
        SittingPlan plan = _search.FindSittings(new(s_ministry, s_week, Duration.FromHours(2), s_washington, s_canberra), 2);

        SittingChoice washington = plan.Choices[1];

        washington.Explain(Language.English).Should().StartWith($"Sitting {washington.Sitting + 1}. US-WAS-EMB: ");
        washington.Explain(Language.Khmer).Should().StartWith($"លើកទី {washington.Sitting + 1}។ US-WAS-EMB៖ ");
        plan.Explain(Language.English).Should().StartWith("Sittings: MFAIC: ").And.Contain("of 50 people").And.Contain($"burden {plan.Score.Burden}.");
        plan.Explain(Language.Khmer).Should().Contain("50");
    }

    [Fact]
    public void Sittings_that_do_not_fit_into_the_range_are_no_plan()
    {
        var monday = new DateInterval(s_week.Start, s_week.Start);

        SittingPlan plan = _search.FindSittings(new(s_ministry, monday, Duration.FromHours(9), s_washington), 2);

        plan.Sittings.Should().BeEmpty();
        plan.Fitting.Should().BePositive("each would fit alone");
    }

    [Fact]
    public void A_long_search_tells_its_progress_and_can_be_stopped()
    {
        var query = new SlotQuery(s_ministry, s_week, Duration.FromHours(2), s_washington, s_brussels, s_canberra);
        using var stop = new CancellationTokenSource();
        var told = new StopAtTheFirst(stop);

        FluentActions.Invoking(() => _search.FindSittings(query, 3, told, stop.Token)).Should().Throw<OperationCanceledException>();

        told.Value.Should().BePositive().And.BeLessThan(1);
    }

    [Fact]
    public void More_than_three_none_or_a_criterion_that_is_no_sum_is_refused()
    {
        var query = new SlotQuery(s_ministry, s_week, Duration.FromHours(2), s_washington);
        FluentActions.Invoking(() => _search.FindSittings(query, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => _search.FindSittings(query, 4)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => _search.FindSittings(query with { Options = new() { Order = [SlotCriterion.WorstInstitution] } }, 2)).Should().Throw<ArgumentException>().WithMessage("*WorstInstitution*");
    }

    [Fact]
    public void A_search_that_would_not_fit_into_memory_is_refused_before_it_begins()
    {
        var years = new SlotQuery(s_ministry, new DateInterval(new(2026, 1, 1), new(2028, 12, 31)), Duration.FromHours(1), Enumerable.Range(0, 900).Select(i => SlotQueries.Institution(FormattableString.Invariant($"I{i:000}"), "UTC", 1)));

        FluentActions.Invoking(() => _search.FindSittings(years, 2)).Should().Throw<ArgumentException>().WithMessage("*fewer days*");
        FluentActions.Invoking(() => _search.FindSeries(new SeriesQuery(years, years.Days))).Should().Throw<ArgumentException>().WithMessage("*fewer days*");
    }

    private sealed class StopAtTheFirst(CancellationTokenSource stop) : IProgress<double>
    {
        public double Value { get; private set; }

        public void Report(double value)
        {
            Value = value;
            stop.Cancel();
        }
    }
}
