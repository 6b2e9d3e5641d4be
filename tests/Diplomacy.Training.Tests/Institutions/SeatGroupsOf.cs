using CsCheck;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Institutions;

/// <summary>Several groups as one value.</summary>
public sealed class SeatGroupsOf
{
    private static readonly SeatGroup s_asean = SeatGroup.Parse("region/asean"), s_director = SeatGroup.Parse("grade/director"), s_head = SeatGroup.Parse("rank/head");
    private static readonly Gen<SeatGroup[]> s_some = Gen.Int[0, 9].Select(i => SeatGroup.Parse($"d{i % 3}/v{i}")).Array[0, 8];

    [Fact]
    public void Each_stands_once_in_ordinal_order_however_they_were_given()
    {
        SeatGroups groups = SeatGroups.Of(s_asean, s_director, s_asean);

        groups.All.Should().Equal(s_director, s_asean);
        groups.ToString().Should().Be("grade/director region/asean");
        groups.Should().Be(SeatGroups.Of(s_director, s_asean)).And.Be(SeatGroups.Parse("  region/asean   grade/director region/asean "));
        (groups == SeatGroups.Of(s_director, s_asean), groups != SeatGroups.Of(s_director)).Should().Be((true, true));
        groups.GetHashCode().Should().Be(SeatGroups.Of(s_director, s_asean).GetHashCode());
    }

    [Fact]
    public void No_group_is_the_default()
    {
        SeatGroups[] none = [default, SeatGroups.None, SeatGroups.Of(), SeatGroups.Parse(""), SeatGroups.Parse("  "), new()];

        none.Should().AllSatisfy(groups =>
        {
            groups.Should().Be(default(SeatGroups));
            groups.GetHashCode().Should().Be(default(SeatGroups).GetHashCode());
            groups.All.Should().BeEmpty();
            groups.ToString().Should().BeEmpty();
            groups.Contains(s_asean).Should().BeFalse();
        });
        SeatGroups.Of(s_asean).Should().NotBe(default(SeatGroups));
    }

    [Fact]
    public void A_group_that_names_nothing_is_a_programmers_error()
    {
        FluentActions.Invoking(() => SeatGroups.Of(default(SeatGroup))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => SeatGroups.Of(s_asean, default)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => SeatGroups.Of(null!)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData("region/asean nowhere", false)]
    [InlineData("region/asean\tgrade/director", false)]
    [InlineData("region/asean,grade/director", false)]
    [InlineData("region/asean grade/director", true)]
    [InlineData("", true)]
    public void One_that_cannot_be_read_spoils_all(string text, bool read)
    {
        SeatGroups.TryParse(text, out SeatGroups groups).Should().Be(read);
        if (read)
        {
            groups.Should().Be(SeatGroups.Parse(text));
        }
        else
        {
            groups.Should().Be(SeatGroups.None);
            FluentActions.Invoking(() => SeatGroups.Parse(text)).Should().Throw<FormatException>();
        }
    }

    [Fact]
    public void Nothing_at_all_is_not_read()
    {
        SeatGroups.TryParse(null, out _).Should().BeFalse();
        FluentActions.Invoking(() => SeatGroups.Parse(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Together_they_are_the_union_whichever_comes_first()
    {
        SeatGroups.Of(s_asean).With(SeatGroups.Of(s_director, s_asean)).Should().Be(SeatGroups.Of(s_asean, s_director));
        Gen.Select(s_some, s_some).Sample((some, others) =>
        {
            SeatGroups together = SeatGroups.Of(some).With(SeatGroups.Of(others));

            together.Should().Be(SeatGroups.Of(others).With(SeatGroups.Of(some))).And.Be(SeatGroups.Of(some.Concat(others)));
            together.Should().Be(SeatGroups.Parse(together.ToString()));
            together.All.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
            some.Concat(others).All(together.Contains).Should().BeTrue();
            together.Contains(s_head).Should().BeFalse();
        }, iter: 500);
    }

    [Fact]
    public async Task An_institution_keeps_its_groups()
    {
        var ministry = new Ministry();
        Institution with = new(InstitutionCode.Parse("US-WAS-EMB"), new("", "Embassy"), InstitutionKind.Embassy, "Washington", "", "America/New_York", groups: SeatGroups.Of(s_asean));
        await ministry.Desks.Institutions.AddAsync(with, An.Officer);
        await ministry.Desks.Institutions.AddAsync(An.Institution(), An.Officer);

        TrainingDesks another = ministry.AnotherProcess();

        (await another.Institutions.FindAsync(with.Code))!.Groups.Should().Be(SeatGroups.Of(s_asean));
        (await another.Institutions.FindAsync(InstitutionCode.Parse("MFAIC")))!.Groups.Should().Be(SeatGroups.None);
        An.Embassy().Should().NotBe(new Institution(
            An.Embassy().Code, An.Embassy().Name, An.Embassy().Kind, An.Embassy().City, An.Embassy().Country, An.Embassy().ZoneId, An.Embassy().WorkingTime, SeatGroups.Of(s_asean)));
    }
}
