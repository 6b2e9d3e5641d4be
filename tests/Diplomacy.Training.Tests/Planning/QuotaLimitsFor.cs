using CsCheck;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>Quotas on groups that a ministry defines.</summary>
public sealed class QuotaLimitsFor
{
    private static readonly SeatGroup s_asean = SeatGroup.Parse("region/asean"), s_europe = SeatGroup.Parse("region/europe"), s_director = SeatGroup.Parse("grade/director");

    [Fact]
    public void Everybody_of_a_group_shares_its_seats_whatever_their_institution()
    {
        Quota quota = Quota.For(s_asean, 30);

        quota.LimitsFor(Claim(s_asean, s_director)).Should().Equal(new SeatLimit("quota/group/region/asean", 30));
        quota.LimitsFor(Claim(s_asean) with { Institution = InstitutionCode.Parse("JP-TYO-EMB") }).Should().Equal(new SeatLimit("quota/group/region/asean", 30));
        quota.LimitsFor(Claim(s_europe)).Should().BeEmpty();
        quota.LimitsFor(Claim()).Should().BeEmpty();
    }

    [Fact]
    public void Each_group_of_a_dimension_has_seats_of_its_own()
    {
        Quota quota = Quota.ForEach("region", 12);

        quota.LimitsFor(Claim(s_asean, s_director)).Should().Equal(new SeatLimit("quota/each/region/asean", 12));
        quota.LimitsFor(Claim(s_europe)).Should().Equal(new SeatLimit("quota/each/region/europe", 12));
        quota.LimitsFor(Claim(s_director)).Should().BeEmpty();
    }

    [Fact]
    public void Who_is_in_two_groups_of_one_dimension_falls_under_both() =>
        Quota.ForEach("region", 12).LimitsFor(Claim(s_asean, s_europe)).Should().Equal(new SeatLimit("quota/each/region/asean", 12), new SeatLimit("quota/each/region/europe", 12));

    [Fact]
    public void A_dimension_is_its_whole_name() => Quota.ForEach("reg", 12).LimitsFor(Claim(s_asean)).Should().BeEmpty();

    [Fact]
    public void Quotas_of_all_kinds_have_names_and_keys_that_no_other_has()
    {
        Quota[] quotas =
        [
            Quota.For(s_asean, 1), Quota.ForEach("region", 1), Quota.ForGroup("region", 1, Ministry), Quota.ForGroup("group", 1, Ministry), Quota.ForGroup("each", 1, Ministry),
            Quota.ForGroup("kind", 1, Ministry), Quota.ForEachMission(1), Quota.For(Ministry, 1), Quota.ForAll(InstitutionKind.Embassy, 1),
        ];
        SeatPlan plan = SeatPlan.OnlineOnly(1).With(quotas);
        SeatClaim[] everybody = [Claim(s_asean, s_europe), Claim(s_asean) with { InstitutionKind = InstitutionKind.Embassy }];

        plan.Quotas.Should().HaveCount(quotas.Length);
        everybody.Should().AllSatisfy(claim => quotas.SelectMany(q => q.LimitsFor(claim)).Select(l => l.Key).Should().OnlyHaveUniqueItems());
    }

    [Fact]
    public void Quotas_that_differ_in_one_thing_are_not_equal()
    {
        Quota.For(s_asean, 30).Should().Be(Quota.For(s_asean, 30)).And.NotBe(Quota.For(s_asean, 31)).And.NotBe(Quota.For(s_europe, 30));
        Quota.ForEach("region", 30).Should().Be(Quota.ForEach("region", 30)).And.NotBe(Quota.ForEach("grade", 30));
    }

    [Fact]
    public void Negative_numbers_and_dimensions_that_are_none_are_a_programmers_error()
    {
        Func<object>[] wrong =
        [
            () => Quota.For(s_asean, -1), () => Quota.ForEach("region", -1), () => Quota.ForEach("", 1), () => Quota.ForEach("region/asean", 1), () => Quota.ForEach(new string('a', 41), 1), () => Quota.ForEach(null!, 1),
        ];

        wrong.Should().AllSatisfy(made => made.Should().Throw<ArgumentException>());
    }

    [Fact]
    public void Admitting_by_the_named_limits_is_admitting_by_the_plain_counts() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 7].Array[0, 30]).Sample((asean, regions, grades, people) =>
        {
            SeatPlan plan = SeatPlan.OnlineOnly(1_000).With(Quota.For(s_asean, asean), Quota.ForEach("region", regions), Quota.ForEach("grade", grades));
            SeatGroup[] all = [s_asean, s_europe, s_director];
            var taken = new Dictionary<string, int>();
            var admitted = new List<SeatClaim>();
            foreach (int bits in people)
            {
                SeatClaim claim = Claim([.. all.Where((_, i) => (bits >> i & 1) == 1)]);
                SeatLimit[] limits = [.. plan.LimitsOf(claim)];
                bool fits = limits.All(l => taken.GetValueOrDefault(l.Key) < l.Capacity);
                List<SeatClaim> then = [.. admitted, claim];
                fits.Should().Be(Of(then, s_asean) <= Math.Min(asean, regions) && Of(then, s_europe) <= regions && Of(then, s_director) <= grades);
                if (fits)
                {
                    admitted = then;
                    Array.ForEach(limits, l => taken[l.Key] = taken.GetValueOrDefault(l.Key) + 1);
                }
            }

            static int Of(List<SeatClaim> claims, SeatGroup group) => claims.Count(c => c.Groups.Contains(group));
        }, iter: 500);

    private static SeatClaim Claim(params SeatGroup[] groups) => new(DeliveryMode.Online, Ministry, InstitutionKind.Ministry, ParticipantRole.Participant, SeatGroups.Of(groups));
}
