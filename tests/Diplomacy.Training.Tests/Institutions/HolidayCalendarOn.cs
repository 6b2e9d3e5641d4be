using NodaTime;

namespace Diplomacy.Training.Tests.Institutions;

public sealed class HolidayCalendarOn
{
    private static readonly LocalDate s_day = new(2027, 4, 14);
    private static readonly LocalizedText s_newYear = new("ចូលឆ្នាំខ្មែរ", "Khmer New Year");

    [Fact]
    public void Outside_its_coverage_a_calendar_knows_nothing()
    {
        HolidayCalendar calendar = Year(2027, (s_day, DayStatus.Holiday(s_newYear)));

        calendar.On(s_day).Name.Should().Be(s_newYear);
        calendar.On(new(2027, 1, 1)).Should().Be(DayStatus.Working);
        calendar.On(new(2027, 12, 31)).Should().Be(DayStatus.Working);
        calendar.On(new(2026, 12, 31)).Should().Be(DayStatus.Unknown);
        calendar.On(new(2028, 1, 1)).Should().Be(DayStatus.Unknown);
    }

    public static TheoryData<DayStatus, DayStatus, DayStatus> Pairs => new()
    {
        { DayStatus.Working, DayStatus.Working, DayStatus.Working },
        { DayStatus.Working, DayStatus.Holiday(), DayStatus.Holiday() },
        { DayStatus.MakeUpWorkday(), DayStatus.Holiday(), DayStatus.Holiday() },
        { DayStatus.HalfDay(new(12, 0)), DayStatus.Holiday(), DayStatus.Holiday() },
        { DayStatus.HalfDay(new(12, 0)), DayStatus.MakeUpWorkday(), DayStatus.HalfDay(new(12, 0)) },
        { DayStatus.HalfDay(new(12, 0)), DayStatus.HalfDay(new(11, 0)), DayStatus.HalfDay(new(11, 0)) },
        { DayStatus.Working, DayStatus.MakeUpWorkday(), DayStatus.MakeUpWorkday() },
        { DayStatus.Holiday(isTentative: true), DayStatus.Holiday(), DayStatus.Holiday() },
        { DayStatus.Unknown, DayStatus.Unknown, DayStatus.Unknown },
        { DayStatus.Unknown, DayStatus.Working, DayStatus.Unknown },
        { DayStatus.Unknown, DayStatus.Holiday(), DayStatus.Holiday() },
        { DayStatus.Unknown, DayStatus.Holiday(isTentative: true), DayStatus.Holiday(isTentative: true) },
        { DayStatus.Unknown, DayStatus.HalfDay(new(12, 0)), DayStatus.HalfDay(new(12, 0), isTentative: true) },
        { DayStatus.Unknown, DayStatus.MakeUpWorkday(), DayStatus.MakeUpWorkday(isTentative: true) },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void An_embassy_keeps_both_calendars(DayStatus host, DayStatus sending, DayStatus together)
    {
        new CompositeHolidayCalendar(Year(2027, (s_day, host)), Year(2027, (s_day, sending))).On(s_day).Should().Be(together);
        new CompositeHolidayCalendar(Year(2027, (s_day, sending)), Year(2027, (s_day, host))).On(s_day).Should().Be(together);
    }

    [Fact]
    public void Together_they_cover_what_each_covers()
    {
        HolidayCalendar first = Calendar(new(2027, 1, 1), new(2027, 12, 31)), second = Calendar(new(2027, 7, 1), new(2028, 6, 30)), third = Calendar(new(2029, 1, 1), new(2029, 1, 1));

        (new CompositeHolidayCalendar(first, second).Covered == new DateInterval(new(2027, 7, 1), new(2027, 12, 31))).Should().BeTrue();
        (new CompositeHolidayCalendar(first, second, third).Covered is null).Should().BeTrue();
        new CompositeHolidayCalendar(first, second).On(new(2027, 6, 30)).Should().Be(DayStatus.Unknown);
        new CompositeHolidayCalendar(first, second).Id.Should().Be("KH+KH");
    }

    [Fact]
    public void What_makes_no_calendar_is_refused()
    {
        FluentActions.Invoking(() => Year(2027, (new(2028, 1, 1), DayStatus.Holiday()))).Should().Throw<ArgumentException>().WithMessage("*2028-01-01*");
        FluentActions.Invoking(() => Year(2027, (s_day, null!))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new CompositeHolidayCalendar()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new CompositeHolidayCalendar([null!])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => DayStatus.HalfDay(LocalTime.Midnight)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => DayStatus.HalfDay(new LocalTime(12, 0, 1))).Should().Throw<ArgumentException>();
    }

    private static HolidayCalendar Year(int year, params (LocalDate Date, DayStatus Status)[] days) =>
        new("KH", "by hand", new(new(year, 1, 1), new(year, 12, 31)), days.ToDictionary(d => d.Date, d => d.Status));

    private static HolidayCalendar Calendar(LocalDate from, LocalDate to) => new("KH", "by hand", new(from, to), new Dictionary<LocalDate, DayStatus>());
}
