using CsCheck;
using NodaTime;

namespace Diplomacy.Training.Tests.Institutions;

public sealed class WorkingTimeOnDates
{
    private static readonly WorkingTime s_office = WorkingTime.Parse("Mon-Thu 09:00-17:00; Fri 09:00-12:00");
    private static readonly LocalDate s_monday = new(2027, 2, 8);

    [Fact]
    public void A_week_changes_on_its_date_and_not_before()
    {
        // The United Arab Emirates moved their weekend on 1 January 2022, a Saturday.
        WorkingTime office = WorkingTime.Parse("Sun-Thu 08:00-15:00").ChangedFrom(new(2022, 1, 1), WorkingTime.Parse("Mon-Thu 07:30-15:30; Fri 07:30-12:00"));

        Written(office, new(2021, 12, 26)).Should().Be("08:00-15:00");
        Written(office, new(2021, 12, 31)).Should().BeEmpty();
        Written(office, new(2022, 1, 2)).Should().BeEmpty();
        Written(office, new(2022, 1, 7)).Should().Be("07:30-12:00");
        office.BandAt(new LocalDateTime(2022, 1, 2, 9, 0)).Should().Be(WorkingBand.RestDay);
        office.On(IsoDayOfWeek.Sunday).Should().ContainSingle("the week before any change");
    }

    [Fact]
    public void The_latest_change_holds_whatever_the_order_in_which_they_were_given()
    {
        WorkingTime summer = WorkingTime.Parse("Mon-Fri 07:00-14:00"), winter = WorkingTime.Parse("Mon-Fri 10:00-18:00");

        WorkingTime office = s_office.ChangedFrom(s_monday.PlusWeeks(2), winter).ChangedFrom(s_monday.PlusWeeks(1), summer);

        Enumerable.Range(0, 4).Select(w => Written(office, s_monday.PlusWeeks(w))).Should().Equal("09:00-17:00", "07:00-14:00", "10:00-18:00", "10:00-18:00");
        office.Should().Be(s_office.ChangedFrom(s_monday.PlusWeeks(1), summer).ChangedFrom(s_monday.PlusWeeks(2), winter));
        office.ChangedFrom(s_monday.PlusWeeks(2), summer).Should().NotBe(office, "a change of the same date is replaced");
    }

    [Fact]
    public void A_date_of_its_own_outweighs_week_and_holidays()
    {
        WorkingTime office = s_office.WithDate(s_monday).WithDate(s_monday.PlusDays(5), WorkingInterval.Parse("10:00-11:00"));

        Written(office, s_monday).Should().BeEmpty();
        Written(office, s_monday.PlusDays(7)).Should().Be("09:00-17:00");
        Written(office, s_monday.PlusDays(5)).Should().Be("10:00-11:00");
        office.On(s_monday.PlusDays(5), DayStatus.Holiday()).Should().ContainSingle();
        office.On(s_monday, DayStatus.MakeUpWorkday()).Should().BeEmpty();
    }

    [Fact]
    public void A_calendar_of_holidays_changes_the_hours()
    {
        LocalDate friday = s_monday.PlusDays(4), saturday = s_monday.PlusDays(5);

        s_office.On(s_monday, DayStatus.Holiday()).Should().BeEmpty();
        s_office.On(s_monday, DayStatus.HalfDay(new LocalTime(13, 0))).Select(i => i.ToString()).Should().Equal("09:00-13:00");
        s_office.On(s_monday, DayStatus.HalfDay(new LocalTime(9, 0))).Should().BeEmpty();
        s_office.On(friday, DayStatus.HalfDay(new LocalTime(13, 0))).Select(i => i.ToString()).Should().Equal("09:00-12:00");
        s_office.On(saturday, DayStatus.MakeUpWorkday()).Select(i => i.ToString()).Should().Equal("09:00-17:00");
        s_office.On(friday, DayStatus.MakeUpWorkday()).Select(i => i.ToString()).Should().Equal("09:00-12:00");
        s_office.On(s_monday, DayStatus.Unknown).Should().Equal(s_office.On(s_monday));
        s_office.BandAt(s_monday.At(new LocalTime(10, 0)), DayStatus.Holiday()).Should().Be(WorkingBand.RestDay);
        s_office.BandAt(s_monday.At(new LocalTime(23, 0)), DayStatus.Holiday()).Should().Be(WorkingBand.Night);
        s_office.BandAt(s_monday.At(new LocalTime(13, 30)), DayStatus.HalfDay(new LocalTime(13, 0))).Should().Be(WorkingBand.WithinAnHour);
        WorkingTime.Parse("none").On(s_monday, DayStatus.MakeUpWorkday()).Should().BeEmpty();
    }

    [Fact]
    public void Any_change_is_read_back_as_it_was_written() =>
        Gen.Select(Gen.Int[0, 800].Array[0, 4], Gen.Int[0, 800].Array[0, 4], Gen.Int[0, 1380]).Sample((changes, dates, minute) =>
        {
            WorkingTime time = s_office;
            var hours = new WorkingInterval(LocalTime.Midnight.PlusMinutes(minute), LocalTime.Midnight.PlusMinutes(minute + 59));
            foreach (int day in changes)
            {
                time = time.ChangedFrom(s_monday.PlusDays(day), WorkingTime.EveryDayBut([hours], (IsoDayOfWeek)((day % 7) + 1)));
            }

            foreach (int day in dates)
            {
                time = time.WithDate(s_monday.PlusDays(day), day % 2 == 0 ? [] : [hours]);
            }

            WorkingTime read = WorkingTime.Parse(time.ToString());
            read.Should().Be(time);
            Enumerable.Range(-3, 810).Where(d => !read.On(s_monday.PlusDays(d)).SequenceEqual(time.On(s_monday.PlusDays(d)))).Should().BeEmpty();
        }, iter: 100);

    [Fact]
    public void A_change_is_a_week_alone_and_dates_have_hours_in_order()
    {
        FluentActions.Invoking(() => s_office.ChangedFrom(s_monday, s_office.WithDate(s_monday))).Should().Throw<ArgumentException>().WithParameterName("week");
        FluentActions.Invoking(() => s_office.WithDate(s_monday, WorkingInterval.Parse("10:00-11:00"), WorkingInterval.Parse("09:00-10:30"))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => s_office.WithDate(s_monday, default(WorkingInterval))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => s_office.WithDate(s_monday.WithCalendar(CalendarSystem.Coptic))).Should().Throw<ArgumentException>();
    }

    private static string Written(WorkingTime office, LocalDate date) => string.Join(' ', office.On(date));
}
