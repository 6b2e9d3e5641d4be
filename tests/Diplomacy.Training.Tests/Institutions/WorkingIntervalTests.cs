using CsCheck;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Institutions;

public sealed class WorkingIntervalTests
{
    [Theory]
    [InlineData("00:00-00:01", 1)]
    [InlineData("09:00-12:00", 180)]
    [InlineData("23:59-24:00", 1)]
    [InlineData("00:00-24:00", 1440)]
    public void An_interval_is_read_and_written(string text, int minutes)
    {
        WorkingInterval interval = WorkingInterval.Parse(text);

        interval.ToString().Should().Be(text);
        interval.Length.Should().Be(Duration.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("09:00")]
    [InlineData("9:00-10:00")]
    [InlineData("09:00-10:0")]
    [InlineData("09:00 10:00")]
    [InlineData("09.00-10.00")]
    [InlineData("00:00-00:00")]
    [InlineData("24:00-24:00")]
    [InlineData("12:00-12:00")]
    [InlineData("23:00-25:00")]
    [InlineData("09:00-10:60")]
    [InlineData("-9:00-10:00")]
    [InlineData("٠٩:00-10:00")]
    [InlineData(" 9:00-10:00")]
    public void What_is_no_interval_is_refused(string? text)
    {
        WorkingInterval.TryParse(text, out WorkingInterval interval).Should().BeFalse();
        interval.Should().Be(default(WorkingInterval));
        FluentActions.Invoking(() => WorkingInterval.Parse(text!)).Should().Throw<FormatException>();
    }

    [Fact]
    public void Midnight_ends_a_day()
    {
        new WorkingInterval(new LocalTime(22, 0), LocalTime.Midnight).ToString().Should().Be("22:00-24:00");
        new WorkingInterval(LocalTime.Midnight, LocalTime.Midnight).ToString().Should().Be("00:00-24:00");
    }

    [Fact]
    public void An_interval_ends_after_it_begins_and_is_in_whole_minutes()
    {
        FluentActions.Invoking(() => new WorkingInterval(new LocalTime(10, 0), new LocalTime(10, 0))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new WorkingInterval(new LocalTime(10, 0), new LocalTime(9, 0))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new WorkingInterval(new LocalTime(10, 0, 1), new LocalTime(11, 0))).Should().Throw<ArgumentException>().WithParameterName("start");
        FluentActions.Invoking(() => new WorkingInterval(new LocalTime(10, 0), new LocalTime(11, 0).PlusNanoseconds(1))).Should().Throw<ArgumentException>().WithParameterName("end");
    }

    [Fact]
    public void Every_interval_is_read_back_as_it_was_written() =>
        Gen.Select(Gen.Int[0, 1439], Gen.Int[1, 1440]).Where((start, end) => start < end).Sample((start, end) =>
        {
            var interval = new WorkingInterval(LocalTime.Midnight.PlusMinutes(start), LocalTime.Midnight.PlusMinutes(end));
            WorkingInterval.Parse(interval.ToString()).Should().Be(interval);
            interval.Length.Should().Be(Duration.FromMinutes(end - start));
        });

    [Fact]
    public void No_text_makes_TryParse_throw() =>
        Gen.OneOf(Unicode.Any, Gen.Char["0123456789:-٠៩ "].Array[11].Select(c => new string(c))).Sample(text =>
        {
            if (WorkingInterval.TryParse(text, out WorkingInterval interval))
            {
                interval.ToString().Should().Be(text);
            }
        }, iter: 5000);
}
