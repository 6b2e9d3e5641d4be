using CsCheck;
using NodaTime;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>Breaks within a session do not count as attendance (R26).</summary>
public sealed class AgendaCountedTime
{
    [Fact]
    public void Without_a_break_the_whole_session_counts() => Counted([]).Should().Equal((0, 120));

    [Fact]
    public void A_break_within_the_session_parts_it() => Counted([(30, 15)]).Should().Equal((0, 30), (45, 120));

    [Fact]
    public void A_break_at_an_edge_shortens_the_session() => Counted([(0, 10), (110, 10)]).Should().Equal((10, 110));

    [Fact]
    public void A_break_over_an_edge_counts_only_within() => Counted([(-10, 20), (110, 60)]).Should().Equal((10, 110));

    [Fact]
    public void Overlapping_and_nested_breaks_are_taken_off_once() => Counted([(20, 60), (30, 10), (70, 30)]).Should().Equal((0, 20), (100, 120));

    [Fact]
    public void Touching_breaks_leave_nothing_between() => Counted([(20, 20), (40, 20)]).Should().Equal((0, 20), (60, 120));

    [Fact]
    public void Breaks_outside_do_not_matter() => Counted([(-30, 30), (120, 30), (500, 30)]).Should().Equal((0, 120));

    [Fact]
    public void A_break_over_the_whole_session_leaves_nothing() => Counted([(0, 120)]).Should().BeEmpty();

    [Fact]
    public void A_ceremony_within_a_session_counts() =>
        Agenda.Strictly("Asia/Phnom_Penh", Session("talk", At(28, 9), 120), new Ceremony("photo", At(28, 10), Duration.FromMinutes(10)))
            .SessionLength.Should().Be(Duration.FromHours(2));

    [Fact]
    public void It_agrees_with_a_grid_of_minutes() =>
        Gen.Select(Gen.Int[1, 300], Gen.Select(Gen.Int[-60, 360], Gen.Int[1, 120]).Array[0, 6]).Sample((length, breaks) =>
        {
            int[] grid = [.. Enumerable.Range(0, length).Where(m => !breaks.Any(b => m >= b.Item1 && m < b.Item1 + b.Item2))];
            (int From, int To)[] counted = Counted(breaks, length);

            counted.SelectMany(c => Enumerable.Range(c.From, c.To - c.From)).Should().Equal(grid);
            counted.Zip(counted.Skip(1)).Should().NotContain(pair => pair.First.To >= pair.Second.From);
            AgendaOf(breaks, length).SessionLength.Should().Be(Duration.FromMinutes(grid.Length));
        });

    private static Agenda AgendaOf((int Start, int Length)[] breaks, int length) => Agenda.Strictly(
        "Asia/Phnom_Penh",
        [Session("talk", At(28, 9), length), .. breaks.Select((b, i) => new Break($"break-{i}", At(28, 9).PlusMinutes(b.Start), Duration.FromMinutes(b.Length)))]);

    private static (int From, int To)[] Counted((int Start, int Length)[] breaks, int length = 120)
    {
        Agenda agenda = AgendaOf(breaks, length);
        ScheduledItem talk = agenda.Sessions.Single();
        return [.. agenda.CountedTime(talk).Select(i => ((int)(i.Start - talk.Time.Start).TotalMinutes, (int)(i.End - talk.Time.Start).TotalMinutes))];
    }
}
