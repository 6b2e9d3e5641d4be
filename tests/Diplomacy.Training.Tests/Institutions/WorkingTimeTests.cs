using CsCheck;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Institutions;

public sealed class WorkingTimeTests
{
    private static readonly string[] s_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>A random week: for each day the intervals, in minutes.</summary>
    private static readonly Gen<(int Start, int End)[][]> s_weeks =
        Gen.Int[0, 1440].Array[0, 6].Select(minutes =>
        {
            int[] sorted = [.. minutes.Distinct().Order()];
            return Enumerable.Range(0, sorted.Length / 2).Select(i => (sorted[2 * i], sorted[(2 * i) + 1])).ToArray();
        }).Array[7];

    [Theory]
    [InlineData("Mon-Fri 09:00-12:00 14:00-17:00", "Mon-Fri 09:00-12:00 14:00-17:00")]
    [InlineData("Sun-Thu 08:00-16:00", "Mon-Thu 08:00-16:00; Sun 08:00-16:00")]
    [InlineData("Sat,Sun 10:00-24:00", "Sat-Sun 10:00-24:00")]
    [InlineData("Fri 09:00-12:00;Mon-Thu   09:00-12:00", "Mon-Fri 09:00-12:00")]
    [InlineData("Mon,Wed-Thu,Sat 00:00-24:00", "Mon 00:00-24:00; Wed-Thu 00:00-24:00; Sat 00:00-24:00")]
    [InlineData("Mon-Sun 00:00-12:00 12:00-24:00", "Mon-Sun 00:00-12:00 12:00-24:00")]
    [InlineData("Tue-Mon 09:00-10:00", "Mon-Sun 09:00-10:00")]
    [InlineData("none", "none")]
    [InlineData("Mon-Fri 09:00-17:00 |on 2027-03-02  08:00-12:00|from 2027-02-08 none|  on 2027-03-01 none", "Mon-Fri 09:00-17:00 | from 2027-02-08 none | on 2027-03-01 none | on 2027-03-02 08:00-12:00")]
    [InlineData("none|from 2022-01-01 Sat,Sun 10:00-11:00", "none | from 2022-01-01 Sat-Sun 10:00-11:00")]
    public void Working_time_is_read_and_written_in_one_form(string text, string canonical)
    {
        WorkingTime read = WorkingTime.Parse(text);

        read.ToString().Should().Be(canonical);
        read.Should().Be(WorkingTime.Parse(canonical)).And.Subject.GetHashCode().Should().Be(WorkingTime.Parse(canonical).GetHashCode());
    }

    [Theory]
    [InlineData("", "''")]
    [InlineData("Mon", "'Mon'")]
    [InlineData("Mon-Fri", "'Mon-Fri'")]
    [InlineData("mon 09:00-10:00", "mon")]
    [InlineData("Mon-Tue-Wed 09:00-10:00", "Mon-Tue-Wed")]
    [InlineData("Mon- 09:00-10:00", "Mon-")]
    [InlineData("Mon,, 09:00-10:00", "Mon,,")]
    [InlineData("Mon 9:00-10:00", "'9:00-10:00'")]
    [InlineData("Mon 09:00-09:00", "'09:00-09:00'")]
    [InlineData("Mon 10:00-09:00", "'10:00-09:00'")]
    [InlineData("Mon 09:60-10:00", "'09:60-10:00'")]
    [InlineData("Mon 09:00-24:01", "'09:00-24:01'")]
    [InlineData("Mon 09:00–10:00", "'09:00–10:00'")]
    [InlineData("Mon ០៩:00-10:00", "'០៩:00-10:00'")]
    [InlineData("Mon 10:00-12:00 09:00-11:00", "09:00-11:00 begins before 10:00-12:00 ends")]
    [InlineData("Mon 09:00-11:00 10:59-12:00", "begins before")]
    [InlineData("Mon-Wed 09:00-10:00; Tue 09:00-10:00", "Tue stands twice")]
    [InlineData("Mon,Mon 09:00-10:00", "Mon stands twice")]
    [InlineData("Mon 09:00-10:00;", "''")]
    [InlineData("None", "'None'")]
    [InlineData("Mon 09:00-10:00 |", "''")]
    [InlineData("Mon 09:00-10:00 | from 2027-02-08", "'from 2027-02-08'")]
    [InlineData("Mon 09:00-10:00 | from 2027-02-30 none", "2027-02-30")]
    [InlineData("Mon 09:00-10:00 | On 2027-02-08 none", "'On 2027-02-08 none'")]
    [InlineData("Mon 09:00-10:00 | on 2027-02-08 Mon 09:00-10:00", "'Mon'")]
    [InlineData("Mon 09:00-10:00 | on 2027-02-08 10:00-11:00 09:00-10:00", "begins before")]
    [InlineData("Mon 09:00-10:00 | from 2027-02-08 09:00-10:00", "'09:00-10:00'")]
    [InlineData("Mon 09:00-10:00 | on 2027-02-08 none | on 2027-02-08 none", "'on 2027-02-08' stands twice")]
    [InlineData("Mon 09:00-10:00 | from 2027-02-08 none | from 2027-02-08 none", "'from 2027-02-08' stands twice")]
    public void What_is_not_working_time_is_refused_with_the_part(string text, string named)
    {
        WorkingTime.TryParse(text, out WorkingTime? none).Should().BeFalse();
        none.Should().BeNull();
        FluentActions.Invoking(() => WorkingTime.Parse(text)).Should().Throw<FormatException>().WithMessage($"*{named}*");
    }

    [Fact]
    public void Nothing_is_not_working_time()
    {
        WorkingTime.TryParse(null, out _).Should().BeFalse();
        FluentActions.Invoking(() => WorkingTime.Parse(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Any_week_is_read_back_as_it_was_written() =>
        s_weeks.Sample(week =>
        {
            WorkingTime time = Of(week);
            WorkingTime.Parse(time.ToString()).Should().Be(time);
            for (int day = 0; day < 7; day++)
            {
                time.On((IsoDayOfWeek)(day + 1)).Select(i => i.ToString()).Should().Equal(week[day].Select(Text));
            }
        }, iter: 500);

    [Fact]
    public void No_text_makes_TryParse_throw() =>
        Gen.OneOf(
            Unicode.Any,
            Gen.OneOf("Mon", "Tue-Fri", ",", "-", ";", " ", "09:00", "-12:00", "24:00", "none", "|", "from ", "on ", "2027-02-08", "Sun-Mon", "\0", "៩").Array[0, 8].Select(parts => string.Concat(parts)))
        .Sample(text =>
        {
            if (WorkingTime.TryParse(text, out WorkingTime? read))
            {
                WorkingTime.Parse(read.ToString()).Should().Be(read);
            }
        }, iter: 5000);

    [Fact]
    public void A_very_long_text_is_refused_quickly() =>
        WorkingTime.TryParse(string.Concat(Enumerable.Repeat("Mon,", 200_000)) + " 09:00-10:00", out _).Should().BeFalse();

    [Fact]
    public void The_band_of_every_minute_is_what_a_table_says() =>
        s_weeks.Sample(week =>
        {
            WorkingTime time = Of(week);
            LocalDate monday = new(2023, 2, 27);
            for (int day = 0; day < 7; day++)
            {
                bool[] working = new bool[1440];
                foreach (var (start, end) in week[day])
                {
                    Array.Fill(working, true, start, end - start);
                }

                for (int minute = 0; minute < 1440; minute++)
                {
                    LocalDateTime at = monday.PlusDays(day).AtMidnight().PlusMinutes(minute);
                    WorkingBand band = time.BandAt(at);
                    if (band != Expected(working, minute) || time.BandAt(at.PlusNanoseconds(1)) != Expected(working, minute, past: true) || time.BandAt(at.PlusMinutes(1).PlusNanoseconds(-1)) != Expected(working, minute, past: true))
                    {
                        Assert.Fail($"{time} at {s_days[day]} {minute / 60:00}:{minute % 60:00} is {band}, and by the table {Expected(working, minute)}.");
                    }
                }
            }
        }, iter: 40);

    [Theory]
    [InlineData("2023-02-28T08:59:59", WorkingBand.WithinAnHour)]
    [InlineData("2023-02-28T09:00:00", WorkingBand.InHours)]
    [InlineData("2023-02-28T11:59:59", WorkingBand.InHours)]
    [InlineData("2023-02-28T12:00:00", WorkingBand.WithinAnHour)]
    [InlineData("2023-02-28T17:00:00", WorkingBand.WithinAnHour)]
    [InlineData("2023-02-28T18:00:00", WorkingBand.WithinAnHour)]
    [InlineData("2023-02-28T18:00:01", WorkingBand.WithinTwoHours)]
    [InlineData("2023-02-28T19:00:01", WorkingBand.Evening)]
    [InlineData("2023-02-28T21:59:59", WorkingBand.Evening)]
    [InlineData("2023-02-28T22:00:00", WorkingBand.Night)]
    [InlineData("2023-02-28T05:59:59", WorkingBand.Night)]
    [InlineData("2023-02-28T06:00:00", WorkingBand.Early)]
    [InlineData("2023-02-28T07:00:00", WorkingBand.WithinTwoHours)]
    [InlineData("2023-02-28T08:00:00", WorkingBand.WithinAnHour)]
    [InlineData("2023-03-04T10:00:00", WorkingBand.RestDay)]
    [InlineData("2023-03-05T06:00:00", WorkingBand.RestDay)]
    [InlineData("2023-03-05T05:59:59", WorkingBand.Night)]
    public void Bands_of_standard_working_time(string local, WorkingBand band) =>
        WorkingTime.Standard.BandAt(NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(local).Value).Should().Be(band);

    [Fact]
    public void Weekends_differ_from_country_to_country()
    {
        WorkingInterval[] hours = [WorkingInterval.Parse("09:00-17:00")];
        LocalDateTime friday = new(2023, 3, 3, 10, 0), saturday = friday.PlusDays(1), sunday = friday.PlusDays(2);

        WorkingTime cairo = WorkingTime.EveryDayBut(hours, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday);
        WorkingTime brunei = WorkingTime.EveryDayBut(hours, IsoDayOfWeek.Friday, IsoDayOfWeek.Sunday);

        new[] { friday, saturday, sunday }.Select(cairo.BandAt).Should().Equal(WorkingBand.RestDay, WorkingBand.RestDay, WorkingBand.InHours);
        new[] { friday, saturday, sunday }.Select(brunei.BandAt).Should().Equal(WorkingBand.RestDay, WorkingBand.InHours, WorkingBand.RestDay);
        cairo.ToString().Should().Be("Mon-Thu 09:00-17:00; Sun 09:00-17:00");
        brunei.Should().Be(WorkingTime.Parse("Sat,Mon-Thu 09:00-17:00"));
        WorkingTime.EveryDayBut(hours, [.. Enum.GetValues<IsoDayOfWeek>()]).ToString().Should().Be("none");
    }

    [Fact]
    public void Working_time_is_made_of_intervals_in_order()
    {
        WorkingInterval morning = WorkingInterval.Parse("09:00-12:00"), noon = WorkingInterval.Parse("11:00-13:00");
        FluentActions.Invoking(() => WorkingTime.EveryDayBut([])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => WorkingTime.EveryDayBut([default])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => WorkingTime.EveryDayBut(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => WorkingTime.EveryDayBut([morning, noon])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => WorkingTime.EveryDayBut([noon, morning])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => WorkingTime.Standard.On(IsoDayOfWeek.None)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => WorkingTime.Standard.On((IsoDayOfWeek)8)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static WorkingTime Of((int Start, int End)[][] week) =>
        week.All(d => d.Length == 0)
            ? WorkingTime.Parse("none")
            : WorkingTime.Parse(string.Join(';', week.Select((intervals, day) => (intervals, day)).Where(d => d.intervals.Length > 0).Select(d => $"{s_days[d.day]} {string.Join(' ', d.intervals.Select(Text))}")));

    private static string Text((int Start, int End) i) => FormattableString.Invariant($"{i.Start / 60:00}:{i.Start % 60:00}-{i.End / 60:00}:{i.End % 60:00}");

    /// <summary>The band by walking outwards minute by minute; <paramref name="past"/> asks for a moment within the minute, not at its start.</summary>
    private static WorkingBand Expected(bool[] working, int minute, bool past = false)
    {
        if (working[minute])
        {
            return WorkingBand.InHours;
        }

        if (minute is >= 22 * 60 or < 6 * 60)
        {
            return WorkingBand.Night;
        }

        if (!working.Contains(true))
        {
            return WorkingBand.RestDay;
        }

        // A break begins at the end of the last working minute, so a moment in a minute is away from it by that much more.
        int next = Array.FindIndex(working, minute, w => w), before = Array.FindLastIndex(working, minute, w => w);
        double ahead = next < 0 ? double.MaxValue : next - minute - (past ? 0.5 : 0);
        double behind = before < 0 ? double.MaxValue : minute - (before + 1) + (past ? 0.5 : 0);
        double away = Math.Min(ahead, behind);
        return away <= 60 ? WorkingBand.WithinAnHour
            : away <= 120 || (next >= 0 && before >= 0) ? WorkingBand.WithinTwoHours
            : before < 0 ? WorkingBand.Early : WorkingBand.Evening;
    }
}
