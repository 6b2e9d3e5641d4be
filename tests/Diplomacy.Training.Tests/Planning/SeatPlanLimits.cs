using CsCheck;
using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

public sealed class SeatPlanLimits
{
    private static readonly InstitutionCode s_washington = InstitutionCode.Parse("US-WAS-EMB");
    private static readonly InstitutionCode s_tokyo = InstitutionCode.Parse("JP-TYO-EMB");
    private static readonly SeatPlan s_everything = SeatPlan.Hybrid(250, 150)
        .With(Quota.For(Ministry, 200), Quota.ForEachMission(4), Quota.ForAll(InstitutionKind.Embassy, 100), Quota.ForGroup("americas", 9, s_washington))
        .WithTotal(390).WithRoomCapacity(260).WithWaitingPlaces(30);

    [Fact]
    public void Every_limit_that_a_seat_falls_under_is_named() =>
        s_everything.LimitsOf(new(DeliveryMode.InPerson, s_washington, InstitutionKind.Embassy, ParticipantRole.Participant)).Should().BeEquivalentTo(
        [
            new SeatLimit("mode/in-person", 250), new("quota/each-mission/US-WAS-EMB", 4), new("quota/kind/embassy", 100), new("quota/americas", 9),
            new("total", 390), new("room", 260),
        ]);

    [Fact]
    public void A_seat_falls_only_under_the_quotas_that_are_about_it() =>
        s_everything.LimitsOf(new(DeliveryMode.Online, Ministry, InstitutionKind.Ministry, ParticipantRole.Participant)).Should().BeEquivalentTo(
            [new SeatLimit("mode/online", 150), new("quota/MFAIC", 200), new("total", 390)]);

    [Theory]
    [InlineData(ParticipantRole.Speaker)]
    [InlineData(ParticipantRole.Moderator)]
    [InlineData(ParticipantRole.Interpreter)]
    [InlineData(ParticipantRole.GuestOfHonour)]
    [InlineData(ParticipantRole.Observer)]
    [InlineData(ParticipantRole.Staff)]
    public void Other_roles_take_room_but_no_participants_seat(ParticipantRole role)
    {
        s_everything.LimitsOf(new(DeliveryMode.InPerson, s_washington, InstitutionKind.Embassy, role)).Should().Equal(new SeatLimit("room", 260));
        s_everything.LimitsOf(new(DeliveryMode.Online, s_washington, InstitutionKind.Embassy, role)).Should().BeEmpty();
    }

    [Fact]
    public void Each_mission_has_a_limit_of_its_own_and_a_ministry_has_none()
    {
        Quota quota = Quota.ForEachMission(4);

        quota.LimitsFor(Claim(s_washington, InstitutionKind.Embassy)).Should().Equal(new SeatLimit("quota/each-mission/US-WAS-EMB", 4));
        quota.LimitsFor(Claim(s_tokyo, InstitutionKind.PermanentMission)).Should().Equal(new SeatLimit("quota/each-mission/JP-TYO-EMB", 4));
        quota.LimitsFor(Claim(Ministry, InstitutionKind.Ministry)).Should().BeEmpty();
    }

    [Fact]
    public void A_mode_that_is_not_offered_has_no_seats()
    {
        SeatPlan room = SeatPlan.InPersonOnly(10);
        SeatPlan call = SeatPlan.OnlineOnly(10);

        (room.Offers(DeliveryMode.InPerson), room.Offers(DeliveryMode.Online)).Should().Be((true, false));
        (call.Offers(DeliveryMode.InPerson), call.Offers(DeliveryMode.Online)).Should().Be((false, true));
        room.LimitsOf(Claim(Ministry, InstitutionKind.Ministry) with { Mode = DeliveryMode.Online }).Should().Equal(new SeatLimit("mode/online", 0));
        room.Offers((DeliveryMode)9).Should().BeFalse();
    }

    [Fact]
    public void A_quota_of_the_same_name_is_replaced_and_the_others_stay()
    {
        SeatPlan plan = SeatPlan.OnlineOnly(10).With(Quota.For(Ministry, 5), Quota.ForEachMission(2)).With(Quota.For(Ministry, 7));

        plan.Quotas.Select(q => (q.Name, q.Seats)).Should().Equal(("MFAIC", 7), ("each-mission", 2));
    }

    [Fact]
    public void Plans_are_equal_in_whichever_order_their_quotas_were_written_down()
    {
        Quota a = Quota.For(Ministry, 5), b = Quota.ForEachMission(2);

        SeatPlan.OnlineOnly(10).With(a, b).Should().Be(SeatPlan.OnlineOnly(10).With(b, a));
        SeatPlan.OnlineOnly(10).With(a, b).GetHashCode().Should().Be(SeatPlan.OnlineOnly(10).With(b, a).GetHashCode());
        SeatPlan.OnlineOnly(10).With(a, b).Should().NotBe(SeatPlan.OnlineOnly(10).With(a));
        SeatPlan.OnlineOnly(10).Should().NotBe(SeatPlan.OnlineOnly(10).WithTotal(10));
    }

    [Fact]
    public void Two_quotas_of_one_name_are_a_programmers_error() =>
        FluentActions.Invoking(() => SeatPlan.OnlineOnly(10).With(Quota.For(Ministry, 5), Quota.For(Ministry, 6)))
            .Should().Throw<ArgumentException>().WithMessage("*'MFAIC'*");

    [Theory]
    [InlineData("each-mission")]
    [InlineData("Americas")]
    [InlineData("a/b")]
    [InlineData("")]
    public void A_group_needs_a_name_of_its_own(string name) =>
        FluentActions.Invoking(() => Quota.ForGroup(name, 1, Ministry)).Should().Throw<ArgumentException>();

    [Fact]
    public void Quotas_about_nothing_are_a_programmers_error()
    {
        FluentActions.Invoking(() => Quota.For(default(InstitutionCode), 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Quota.For(default(SeatGroup), 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Quota.ForEach("Region", 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Quota.ForGroup("nobody", 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Quota.ForGroup("nobody", 1, default(InstitutionCode))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Quota.ForAll((InstitutionKind)99, 1)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Negative_numbers_are_a_programmers_error()
    {
        Func<object>[] negatives =
        [
            () => SeatPlan.Hybrid(-1, 0), () => SeatPlan.Hybrid(0, -1), () => SeatPlan.InPersonOnly(-1), () => SeatPlan.OnlineOnly(-1),
            () => SeatPlan.OnlineOnly(0).WithTotal(-1), () => SeatPlan.OnlineOnly(0).WithRoomCapacity(-1), () => SeatPlan.OnlineOnly(0).WithWaitingPlaces(-1),
            () => Quota.For(Ministry, -1), () => Quota.ForEachMission(-1), () => Quota.ForAll(InstitutionKind.Embassy, -1),
        ];

        negatives.Should().AllSatisfy(n => n.Should().Throw<ArgumentOutOfRangeException>());
    }

    [Fact]
    public void Admitting_by_the_named_limits_is_admitting_by_the_plain_counts() =>
        Gen.Select(Gen.Int[0, 6].Array[8], s_claim.Array[0, 40])
            .Sample((capacities, claims) =>
            {
                if (capacities is not [int inPerson, int online, int ministry, int each, int embassies, int group, int total, int room])
                {
                    throw new InvalidOperationException("There are eight limits.");
                }

                SeatPlan plan = SeatPlan.Hybrid(inPerson, online)
                    .With(Quota.For(Ministry, ministry), Quota.ForEachMission(each), Quota.ForAll(InstitutionKind.Embassy, embassies), Quota.ForGroup("pair", group, s_tokyo, Ministry))
                    .WithTotal(total).WithRoomCapacity(room);
                var taken = new Dictionary<string, int>();
                var admitted = new List<SeatClaim>();
                foreach (SeatClaim claim in claims)
                {
                    SeatLimit[] limits = [.. plan.LimitsOf(claim)];
                    bool fits = limits.All(l => taken.GetValueOrDefault(l.Key) < l.Capacity);
                    fits.Should().Be(Plainly([.. admitted, claim]));
                    if (fits)
                    {
                        admitted.Add(claim);
                        Array.ForEach(limits, l => taken[l.Key] = taken.GetValueOrDefault(l.Key) + 1);
                    }
                }

                bool Plainly(List<SeatClaim> all)
                {
                    List<SeatClaim> seats = all.FindAll(c => c.Role == ParticipantRole.Participant);
                    return seats.Count(c => c.Mode == DeliveryMode.InPerson) <= inPerson
                        && seats.Count(c => c.Mode == DeliveryMode.Online) <= online
                        && seats.Count(c => c.Institution == Ministry) <= ministry
                        && seats.Count(c => c.Institution == s_washington) <= each
                        && seats.Count(c => c.Institution == s_tokyo) <= each
                        && seats.Count(c => c.Institution != Ministry) <= embassies
                        && seats.Count(c => c.Institution == s_tokyo || c.Institution == Ministry) <= group
                        && seats.Count <= total
                        && all.Count(c => c.Mode == DeliveryMode.InPerson) <= room;
                }
            }, iter: 500);

    private static readonly Gen<SeatClaim> s_claim = Gen.Select(
        Gen.Enum<DeliveryMode>(), Gen.Int[0, 2], Gen.Int[0, 2].Select(i => i == 0 ? ParticipantRole.Speaker : ParticipantRole.Participant),
        (mode, who, role) => new SeatClaim(
            mode, who == 0 ? Ministry : who == 1 ? s_washington : s_tokyo, who == 0 ? InstitutionKind.Ministry : InstitutionKind.Embassy, role));

    private static SeatClaim Claim(InstitutionCode institution, InstitutionKind kind) => new(DeliveryMode.InPerson, institution, kind, ParticipantRole.Participant);
}
