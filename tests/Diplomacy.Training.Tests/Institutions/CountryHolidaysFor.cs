using CsCheck;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Institutions;

public sealed class CountryHolidaysFor
{
    private static readonly LocalDate s_hostDay = new(2027, 7, 14), s_sendingDay = new(2027, 4, 14), s_plainDay = new(2027, 6, 1);
    private static readonly HolidayCalendar s_cambodia = Year("KH", 2027, s_sendingDay), s_france = Year("FR", 2027, s_hostDay);

    [Fact]
    public void A_mission_keeps_the_holidays_of_its_host_country_and_of_the_sending_state()
    {
        IHolidayCalendar embassy = CountryHolidays.Of("KH", s_cambodia, s_france).For(Embassy("FR"))!;

        embassy.On(s_hostDay).Kind.Should().Be(DayKind.Holiday);
        embassy.On(s_sendingDay).Kind.Should().Be(DayKind.Holiday);
        embassy.On(s_plainDay).Should().Be(DayStatus.Working);
        embassy.Id.Should().Be("FR-2027+KH-2027");
    }

    [Fact]
    public void Whoever_is_no_mission_keeps_those_of_its_country_alone()
    {
        IHolidayCalendar ministry = CountryHolidays.Of("KH", s_cambodia, s_france).For(An.Institution() with { CountryCode = "FR" })!;

        ministry.Should().BeSameAs(s_france);
        CountryHolidays.Of(null, s_cambodia, s_france).For(Embassy("FR")).Should().BeSameAs(s_france);
        CountryHolidays.Of("KH", s_cambodia, s_france).For(Embassy("KH")).Should().BeSameAs(s_cambodia);
    }

    [Fact]
    public void Where_one_of_the_two_calendars_is_missing_only_holidays_are_known()
    {
        foreach (string? country in (string?[])["DE", null])
        {
            IHolidayCalendar embassy = CountryHolidays.Of("KH", s_cambodia).For(Embassy(country))!;
            embassy.On(s_sendingDay).Kind.Should().Be(DayKind.Holiday);
            embassy.On(s_plainDay).Should().Be(DayStatus.Unknown);
        }

        IHolidayCalendar hostOnly = CountryHolidays.Of("KH", s_france).For(Embassy("FR"))!;
        hostOnly.On(s_hostDay).Kind.Should().Be(DayKind.Holiday);
        hostOnly.On(s_plainDay).Should().Be(DayStatus.Unknown);
        (hostOnly.Covered is null).Should().BeTrue();
    }

    [Fact]
    public void Of_whom_nothing_is_known_there_is_no_calendar()
    {
        CountryHolidays.None.For(Embassy("FR")).Should().BeNull();
        CountryHolidays.Of("KH").For(Embassy("FR")).Should().BeNull();
        CountryHolidays.Of("KH", s_cambodia).For(An.Institution() with { CountryCode = "DE" }).Should().BeNull();
        CountryHolidays.Of("KH", s_cambodia).For(An.Institution()).Should().BeNull();
    }

    [Fact]
    public void Several_calendars_of_one_country_follow_one_another()
    {
        IHolidayCalendar both = CountryHolidays.Of(null, s_cambodia, Year("KH", 2029, new LocalDate(2029, 4, 14))).For(Embassy("KH"))!;

        both.On(s_sendingDay).Kind.Should().Be(DayKind.Holiday);
        both.On(new(2029, 4, 14)).Kind.Should().Be(DayKind.Holiday);
        both.On(new(2028, 4, 14)).Should().Be(DayStatus.Unknown, "it lies in the gap");
        (both.Covered == new DateInterval(new(2027, 1, 1), new(2029, 12, 31))).Should().BeTrue();
    }

    [Fact]
    public void Of_successive_calendars_the_last_that_knows_a_day_tells_it() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 10], Gen.Int[0, 3].Array[11]).Array[1, 4].Sample(given =>
        {
            LocalDate first = new(2027, 1, 1);
            HolidayCalendar[] calendars = [.. given.Select((c, n) => new HolidayCalendar("XX", "by hand", new(first.PlusDays(c.Item1), first.PlusDays(c.Item1 + c.Item2)),
                Enumerable.Range(0, c.Item2 + 1).Where(i => c.Item3[i] > 0).ToDictionary(i => first.PlusDays(c.Item1 + i), i => c.Item3[i] == 1 ? DayStatus.Unknown : DayStatus.Holiday(new("", $"{n}")))))];
            var together = new SuccessiveHolidayCalendars(calendars);

            for (LocalDate day = first.PlusDays(-1); day < first.PlusDays(33); day = day.PlusDays(1))
            {
                DayStatus expected = DayStatus.Unknown;
                foreach (HolidayCalendar calendar in calendars)
                {
                    expected = calendar.On(day) is { Kind: not DayKind.Unknown } known ? known : expected;
                }

                together.On(day).Should().Be(expected);
                together.Covered!.Contains(day).Should().Be(day >= calendars.Min(c => c.Covered.Start) && day <= calendars.Max(c => c.Covered.End));
            }
        });

    [Fact]
    public void A_calendar_without_a_country_and_what_is_no_code_are_refused()
    {
        FluentActions.Invoking(() => CountryHolidays.Of("KH", new HolidayCalendar("X", "by hand", s_france.Covered, new Dictionary<LocalDate, DayStatus>()))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => CountryHolidays.Of("kh", s_france)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new CountryHolidays([new("Cambodia", s_cambodia)])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new CountryHolidays([new("KH", null!)])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new SuccessiveHolidayCalendars()).Should().Throw<ArgumentException>();
    }

    private static Institution Embassy(string? country) => An.Embassy() with { CountryCode = country };

    private static HolidayCalendar Year(string country, int year, params LocalDate[] holidays) =>
        new($"{country}-{year}", "by hand", new(new(year, 1, 1), new(year, 12, 31)), holidays.ToDictionary(d => d, _ => DayStatus.Holiday())) { Country = country };
}
