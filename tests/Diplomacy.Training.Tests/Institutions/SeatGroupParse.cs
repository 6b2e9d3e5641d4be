using CsCheck;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Institutions;

public sealed class SeatGroupParse
{
    private static readonly Gen<string> s_part = Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-"].Array[1, 40].Select(letters => new string(letters));

    [Theory]
    [InlineData("region/asean", "region", "asean")]
    [InlineData("g/1", "g", "1")]
    [InlineData("-/-", "-", "-")]
    public void A_dimension_and_a_value_are_parted_by_a_slash(string text, string dimension, string value)
    {
        SeatGroup group = SeatGroup.Parse(text);

        (group.Dimension, group.Value, group.ToString()).Should().Be((dimension, value, text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("region")]
    [InlineData("/asean")]
    [InlineData("region/")]
    [InlineData("region/asean/sea")]
    [InlineData("Region/asean")]
    [InlineData("region/ASEAN")]
    [InlineData("region /asean")]
    [InlineData("region/asean\n")]
    [InlineData("rank/ambassadeur-délégué")]
    [InlineData("តំបន់/អាស៊ាន")]
    [InlineData("region/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Everything_else_is_no_group(string? text)
    {
        SeatGroup.TryParse(text, out SeatGroup group).Should().BeFalse();
        group.Should().Be(default(SeatGroup));
        FluentActions.Invoking(() => SeatGroup.Parse(text!)).Should().Throw<FormatException>();
    }

    [Fact]
    public void What_is_written_is_read_back_and_anything_at_all_is_read_or_refused()
    {
        Gen.Select(s_part, s_part).Sample((dimension, value) =>
        {
            SeatGroup group = SeatGroup.Parse($"{dimension}/{value}");
            group.Should().Be(SeatGroup.Parse(group.ToString()));
            (group.Dimension, group.Value).Should().Be((dimension, value));
        }, iter: 500);
        Unicode.Any.Sample(text => SeatGroup.TryParse(text, out SeatGroup group) == (group != default), iter: 2_000);
    }

    [Fact]
    public void The_default_names_nothing() =>
        (default(SeatGroup).ToString(), default(SeatGroup).Dimension, default(SeatGroup).Value).Should().Be(("", "", ""));

    [Fact]
    public void Groups_are_in_ordinal_order() =>
        new[] { "region/b", "grade/z", "region-2/a", "region/a" }.Select(SeatGroup.Parse).Order().Select(g => g.ToString())
            .Should().Equal("grade/z", "region-2/a", "region/a", "region/b");
}
