using NodaTime;
using NodaTime.Text;

namespace Diplomacy.Training.Tests.SlotSearching;

public sealed class SlotSearchFind
{
    private static readonly SlotInstitution s_ministry = SlotQueries.Institution("MFAIC", "Asia/Phnom_Penh", 40, WorkingTime.Parse("Mon-Fri 07:30-11:30 14:00-17:30"));
    private static readonly SlotInstitution s_washington = SlotQueries.Institution("US-WAS-EMB", "America/New_York", 6);
    private static readonly SlotInstitution s_london = SlotQueries.Institution("GB-LON-EMB", "Europe/London", 5);
    private static readonly SlotInstitution s_canberra = SlotQueries.Institution("AU-CBR-EMB", "Australia/Sydney", 4);
    private static readonly LocalDate s_thursday = new(2026, 11, 12);
    private readonly SlotSearch _search = new();

    [Theory]
    [InlineData("2026-10-29", "GB-LON-EMB 12:00 | US-WAS-EMB 08:00 | AU-CBR-EMB 23:00")]
    [InlineData("2026-11-12", "GB-LON-EMB 12:00 | US-WAS-EMB 07:00 | AU-CBR-EMB 23:00")]
    public void Nineteen_hundred_in_Phnom_Penh_on_either_side_of_a_clock_change(string date, string local)
    {
        Slot slot = At(LocalDatePattern.Iso.Parse(date).Value, new(19, 0), s_london, s_washington, s_canberra);

        string.Join(" | ", slot.Institutions.Select(i => $"{i.Institution.Code} {LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(i.Start.TimeOfDay)}")).Should().Be(local);
    }

    [Fact]
    public void Washington_at_nine_on_either_side_of_Londons_clock_change()
    {
        SlotInstitution host = SlotQueries.Institution("US-WAS-EMB", "America/New_York", 1);
        LocalTime At(LocalDate date) => _search.Find(new(host, new DateInterval(date, date), Duration.FromHours(1), s_london) { Options = new() { HostHours = WorkingInterval.Parse("09:00-10:00") } })
            .Slots.Single().Institutions.Single().Start.TimeOfDay;

        At(new(2027, 3, 16)).Should().Be(new LocalTime(13, 0));
        At(new(2027, 3, 30)).Should().Be(new LocalTime(14, 0));
    }

    [Fact]
    public void A_day_that_a_zone_skipped_holds_no_session()
    {
        SlotInstitution apia = SlotQueries.Institution("WS-API-CON", "Pacific/Apia", 1, WorkingTime.Parse("Mon-Sun 00:00-24:00"));
        SlotFindings Of(LocalDate from, LocalDate to) => _search.Find(new(apia, new DateInterval(from, to), Duration.FromHours(1)) { Options = new() { HostHours = WorkingInterval.Parse("00:00-24:00"), Take = 1000 } });

        Of(new(2011, 12, 30), new(2011, 12, 30)).Starts.Should().Be(0);
        Of(new(2011, 12, 30), new(2011, 12, 30)).RemovedEverything.Should().BeEmpty();
        Of(new(2011, 12, 30), new(2011, 12, 30)).Explain(Language.English).Should().StartWith("None of 0 starts fits.");
        Slot[] slots = [.. Of(new(2011, 12, 29), new(2011, 12, 31)).Slots.OrderBy(s => s.Start)];
        slots.Should().HaveCount((2 * 96) - 3);
        slots.Select(s => s.Host.Start.Date).Distinct().Should().Equal(new LocalDate(2011, 12, 29), new LocalDate(2011, 12, 31));
    }

    [Theory]
    [InlineData("Africa/Cairo", 2027, 4, 30)]
    [InlineData("Asia/Beirut", 2027, 3, 28)]
    public void A_day_without_midnight_begins_an_hour_later(string zone, int year, int month, int day)
    {
        var date = new LocalDate(year, month, day);
        SlotInstitution host = SlotQueries.Institution("XX", zone, 1, WorkingTime.Parse("Mon-Sun 00:00-24:00"));

        SlotFindings found = _search.Find(new(host, new DateInterval(date, date), Duration.FromHours(1)) { Options = new() { HostHours = WorkingInterval.Parse("00:00-24:00"), Take = 1000 } });

        found.Slots.Min(s => s.Host.Start.LocalDateTime)!.Should().Be(date.At(new(1, 0)));
        found.Starts.Should().Be((23 * 4) - 3);
    }

    [Fact]
    public void A_slot_explains_itself_at_every_place_in_both_languages()
    {
        var kampuchea = new HolidayCalendar("KH-2026", "sub-decree", new(new(2026, 1, 1), new(2026, 12, 31)), new Dictionary<LocalDate, DayStatus>());
        var america = new HolidayCalendar("US-2026", "law", new(new(2026, 1, 1), new(2026, 12, 31)), new Dictionary<LocalDate, DayStatus>
        {
            [new(2026, 11, 11)] = DayStatus.Holiday(new LocalizedText("", "Veterans Day")),
        });
        var ministry = new SlotInstitution(s_ministry.Institution, 40, kampuchea);
        var washington = new SlotInstitution(s_washington.Institution, 6, america);

        Slot slot = At(s_thursday, new(8, 0), ministry, s_london, washington);

        slot.Explain(Language.English).Should().Be(
            "MFAIC: Thursday 2026-11-12 08:00-09:00 (+07), the same day, in working hours, cost 0. Of 51 people 5 at night, 6 on a rest day or holiday, 11 outside working hours; "
            + "burden 304; 0 institutions near a change of clocks. Holidays are not known for: GB-LON-EMB.");
        slot.Institutions[0].Explain(Language.English).Should().Be("GB-LON-EMB: Thursday 2026-11-12 01:00-02:00 (+00), the same day, at night, cost 32; holidays not known");
        slot.Institutions[1].Explain(Language.English).Should().Be("US-WAS-EMB: Wednesday 2026-11-11 20:00-21:00 (-05), -1 day, on a rest day or holiday, cost 24; Veterans Day");
        slot.Institutions[1].Explain(Language.Khmer).Should().Be("US-WAS-EMB៖ ថ្ងៃពុធ 2026-11-11 ម៉ោង 20:00-21:00 (-05) ខុសថ្ងៃ -1 ថ្ងៃសម្រាក ឬថ្ងៃបុណ្យ បន្ទុក 24 (ថ្ងៃបុណ្យ Veterans Day)");
        slot.HolidaysUnknown.Select(i => i.Code.ToString()).Should().Equal("GB-LON-EMB");
        slot.Worst!.Institution.Should().Be(s_london.Institution);
    }

    [Fact]
    public void Outside_the_coverage_a_holiday_is_unknown_and_the_slot_says_so()
    {
        var calendar = new HolidayCalendar("KH-2026", "sub-decree", new(s_thursday, s_thursday), new Dictionary<LocalDate, DayStatus>());
        var ministry = new SlotInstitution(s_ministry.Institution, 40, calendar);

        At(s_thursday, new(9, 0), ministry).HolidaysUnknown.Should().BeEmpty();
        Slot next = At(s_thursday.PlusDays(1), new(9, 0), ministry);
        next.Host.HolidaysKnown.Should().BeFalse();
        next.Host.Days.Should().Equal(DayStatus.Unknown);
    }

    [Fact]
    public void A_clock_change_near_the_start_is_told()
    {
        Slot slot = At(new(2026, 10, 29), new(19, 0), s_london, s_washington, s_canberra);

        slot.Score.ClockChanges.Should().Be(2, "London changed on 25 October, Washington on 1 November, Canberra a month before");
        slot.Institutions[1].Explain(Language.English).Should().EndWith("; clocks change on 2026-11-01");
        At(s_thursday, new(19, 0), s_london, s_washington).Score.ClockChanges.Should().Be(0);
    }

    [Theory]
    [InlineData("2026-10-18T00:45:00Z", false)]
    [InlineData("2026-10-18T01:00:00Z", true)]
    [InlineData("2026-11-01T01:00:00Z", true)]
    [InlineData("2026-11-01T01:15:00Z", false)]
    public void Near_is_seven_days_to_the_moment_and_both_ends_count(string start, bool near)
    {
        // London's clocks go back at 01:00 UTC on 25 October 2026.
        Instant at = InstantPattern.General.Parse(start).Value;
        SlotInstitution london = SlotQueries.Institution("GB-LON-EMB", "Europe/London", 5);
        var options = new SlotOptions { HostHours = WorkingInterval.Parse("00:00-24:00"), HostOnRestDays = true, Take = 1000 };

        Slot slot = _search.Find(new(london, new DateInterval(at.InUtc().Date, at.InUtc().Date), Duration.FromMinutes(15)) { Options = options }).Slots.Single(s => s.Start == at);

        slot.Score.ClockChanges.Should().Be(near ? 1 : 0);
        (slot.Host.ClockChange is not null).Should().Be(near);
    }

    [Fact]
    public void When_nothing_fits_it_says_which_filter_removed_everything()
    {
        var washington = SlotQueries.Institution("US-WAS-EMB", "America/New_York", 6, mustBeInHours: true);
        var query = new SlotQuery(s_ministry, new DateInterval(s_thursday, s_thursday), Duration.FromHours(2), s_london, washington) { NotBefore = s_thursday.At(new(10, 0)).InUtc().ToInstant() };

        SlotFindings found = _search.Find(query);

        found.Slots.Should().BeEmpty();
        found.Fitting.Should().Be(0);
        found.RemovedEverything.Should().ContainSingle().Which.Institution.Should().Be(washington.Institution.Code, "no other filter removes what is in Washington's hours by itself");
        found.Explain(Language.English).Should().StartWith("None of 89 starts fits.")
            .And.Contain("Notice: 68 starts come before 2026-11-12T17:00:00 (0 of them fail by this alone)")
            .And.Contain("wholly in the working hours of US-WAS-EMB");
        found.Explain(Language.Khmer).Should().Contain("US-WAS-EMB");
    }

    [Fact]
    public void A_filter_that_refuses_every_start_says_that_it_does()
    {
        LocalDate sunday = s_thursday.PlusDays(3);

        SlotFindings found = _search.Find(new(s_ministry, new DateInterval(sunday, sunday), Duration.FromHours(2), s_london));

        found.RemovedEverything.Should().ContainSingle().Which.Kind.Should().Be(SlotFilterKind.HostRests);
        found.Explain(Language.English).Should().Contain("89 starts touch a rest day or holiday at MFAIC (this alone leaves none)");
        _search.Find(new(s_ministry, new DateInterval(sunday, sunday), Duration.FromHours(2), s_london) { Options = new() { HostOnRestDays = true } }).Fitting.Should().BePositive();
    }

    [Fact]
    public void Nobody_at_night_comes_before_everybody_in_hours()
    {
        // In hours for the many means night for one; the criteria say which weighs more, and the options turn them round.
        SlotInstitution many = SlotQueries.Institution("AA", "Asia/Bangkok", 50), one = SlotQueries.Institution("BB", "America/New_York", 1);
        var query = new SlotQuery(s_ministry, new DateInterval(s_thursday, s_thursday), Duration.FromHours(2), many, one);

        Slot best = _search.Find(query).Slots[0], burden = _search.Find(query with { Options = new() { Order = [SlotCriterion.Burden] } }).Slots[0];

        best.Score.HeadsAtNight.Should().Be(0);
        burden.Score.HeadsAtNight.Should().Be(1);
        burden.Score.Burden.Should().BeLessThan(best.Score.Burden);
    }

    [Fact]
    public void An_institution_without_people_is_told_its_times_and_weighs_nothing()
    {
        Slot slot = At(s_thursday, new(9, 0), s_ministry, new SlotInstitution(s_london.Institution, 0));

        slot.Score.Should().Be(default(SlotScore));
        slot.Institutions.Single().IsAtNight.Should().BeTrue();
        slot.Worst!.Institution.Should().Be(s_ministry.Institution);
    }

    [Fact]
    public void Progress_rises_to_the_end_and_the_search_can_be_stopped()
    {
        var query = new SlotQuery(s_ministry, new DateInterval(s_thursday, s_thursday.PlusDays(300)), Duration.FromHours(2), s_london, s_washington);
        var told = new Told();

        _search.Find(query, told);

        told.Values.Should().BeInAscendingOrder().And.HaveCount(3);
        told.Values[^1].Should().Be(1);
        FluentActions.Invoking(() => _search.Find(query, cancellationToken: new CancellationToken(true))).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void What_cannot_be_searched_is_refused()
    {
        var day = new DateInterval(s_thursday, s_thursday);
        FluentActions.Invoking(() => _search.Find(new(s_ministry, day, Duration.FromHours(1), SlotQueries.Institution("XX", "Mars/Olympus", 1)))).Should().Throw<TrainingRuleException>()
            .Which.Rules.Should().ContainSingle().Which.Code.Should().Be("institution.zone-is-known");
        FluentActions.Invoking(() => _search.Find(new(s_ministry, day, Duration.FromHours(1)) { Options = new() { Take = 0, ClockChangeDays = 40, Order = [SlotCriterion.Burden, SlotCriterion.Burden], Costs = new() { Night = -1 } } }))
            .Should().Throw<ArgumentException>().WithMessage("*Costs*Order*ClockChangeDays*Take*");
        FluentActions.Invoking(() => new SlotQuery(s_ministry, day, Duration.FromMinutes(20))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new SlotQuery(s_ministry, day, Duration.Zero)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new SlotQuery(s_ministry, day, Duration.FromHours(25))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new SlotQuery(s_ministry, new DateInterval(s_thursday, s_thursday.PlusDays(1100)), Duration.FromHours(1))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new SlotQuery(s_ministry, day, Duration.FromHours(1), s_london, s_london)).Should().Throw<ArgumentException>().WithMessage("*GB-LON-EMB*");
        FluentActions.Invoking(() => new SlotQuery(s_ministry, day, Duration.FromHours(1), s_ministry)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new SlotInstitution(s_london.Institution, -1)).Should().Throw<ArgumentException>();
        new SlotOptions().Validate().Should().BeEmpty();
    }

    private Slot At(LocalDate date, LocalTime time, params SlotInstitution[] all)
    {
        SlotInstitution host = all[0].Institution.Code == s_ministry.Institution.Code ? all[0] : s_ministry;
        string hours = new WorkingInterval(time, time.PlusHours(1)).ToString();
        return _search.Find(new(host, new DateInterval(date, date), Duration.FromHours(1), all.Where(i => i != host)) { Options = new() { HostHours = WorkingInterval.Parse(hours) } }).Slots.Single();
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
