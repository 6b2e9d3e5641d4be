using static Diplomacy.Training.Tests.Planning.Plans;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>A workshop that is held twice, for two hemispheres: in the room and online in the east, online alone in the west.</summary>
public sealed class SeatPlanWithSitting
{
    private static readonly SeatPlan s_twice = SeatPlan.Hybrid(100, 300).WithSitting("west", null, 120).WithSitting("east", 60, 200).WithRoomCapacity(80);
    private static readonly SeatClaim s_participant = new(DeliveryMode.Online, Ministry, InstitutionKind.Ministry, ParticipantRole.Participant);
    private static readonly SeatClaim s_inRoom = s_participant with { Mode = DeliveryMode.InPerson };

    [Fact]
    public void A_seat_falls_under_its_mode_and_under_its_sitting()
    {
        s_twice.LimitsOf(s_participant with { Sitting = "west" }).Should().Equal(new SeatLimit("mode/online", 300), new SeatLimit("sitting/west/online", 120));
        s_twice.LimitsOf(s_participant with { Sitting = "east" }).Should().Equal(new SeatLimit("mode/online", 300), new SeatLimit("sitting/east/online", 200));
        s_twice.LimitsOf(s_inRoom with { Sitting = "east" }).Should().Equal(new SeatLimit("mode/in-person", 100), new SeatLimit("sitting/east/in-person", 60), new SeatLimit("room/east", 80));
    }

    [Fact]
    public void A_sitting_that_is_not_held_in_a_mode_or_not_at_all_has_no_seats()
    {
        s_twice.LimitsOf(s_inRoom with { Sitting = "west" }).Should().Equal(new SeatLimit("mode/in-person", 100), new SeatLimit("sitting/west/in-person", 0));
        s_twice.LimitsOf(s_participant with { Sitting = "north" }).Should().Contain(new SeatLimit("sitting/north/online", 0));
    }

    [Fact]
    public void Whoever_is_bound_to_no_sitting_takes_a_seat_and_the_room_in_each_that_is_held_in_the_mode()
    {
        SeatPlan inRoomTwice = s_twice.WithSitting("west", 40, 120);

        s_twice.LimitsOf(s_participant).Should().Equal(new SeatLimit("mode/online", 300), new SeatLimit("sitting/east/online", 200), new SeatLimit("sitting/west/online", 120));
        s_twice.LimitsOf(s_inRoom).Should().Equal(new SeatLimit("mode/in-person", 100), new SeatLimit("sitting/east/in-person", 60), new SeatLimit("room/east", 80));
        inRoomTwice.LimitsOf(s_inRoom with { Role = ParticipantRole.Speaker }).Should().Equal(new SeatLimit("room/east", 80), new SeatLimit("room/west", 80));
        inRoomTwice.LimitsOf(s_inRoom with { Role = ParticipantRole.Speaker, Sitting = "west" }).Should().Equal(new SeatLimit("room/west", 80));
    }

    [Fact]
    public void It_is_offered_in_a_mode_where_one_of_its_sittings_is()
    {
        (s_twice.Offers(DeliveryMode.InPerson), s_twice.Offers(DeliveryMode.Online)).Should().Be((true, true));
        (s_twice.Offers(DeliveryMode.InPerson, "east"), s_twice.Offers(DeliveryMode.InPerson, "west"), s_twice.Offers(DeliveryMode.Online, "west"), s_twice.Offers(DeliveryMode.Online, "north"))
            .Should().Be((true, false, true, false));
        SeatPlan onlineInAll = SeatPlan.Hybrid(100, 300).WithSitting("west", null, 120);
        (onlineInAll.Offers(DeliveryMode.InPerson), onlineInAll.Offers(DeliveryMode.Online)).Should().Be((false, true));
        (SeatPlan.Hybrid(1, 1).Offers(DeliveryMode.Online, "west"), SeatPlan.Hybrid(1, 1).Offers(DeliveryMode.Online)).Should().Be((false, true));
    }

    [Fact]
    public void A_sitting_planned_again_is_replaced_and_the_order_does_not_matter()
    {
        s_twice.Sittings.Select(s => (s.Sitting, s.InPerson, s.Online)).Should().Equal(("east", 60, 200), ("west", null, 120));
        s_twice.WithSitting("west", 1, 2).Sittings.Select(s => (s.Sitting, s.InPerson, s.Online)).Should().Equal(("east", 60, 200), ("west", 1, 2));
        SeatPlan.Hybrid(100, 300).WithSitting("east", 60, 200).WithSitting("west", null, 120).WithRoomCapacity(80).Should().Be(s_twice);
        s_twice.Should().NotBe(SeatPlan.Hybrid(100, 300).WithRoomCapacity(80));
    }

    [Fact]
    public void What_nobody_could_attend_is_a_programmers_error()
    {
        Func<object>[] wrong =
        [
            () => s_twice.WithSitting("north", null, null), () => s_twice.WithSitting("North", 1, 1), () => s_twice.WithSitting("", 1, 1), () => s_twice.WithSitting(null!, 1, 1),
            () => s_twice.WithSitting("north", -1, 1), () => s_twice.WithSitting("north", 1, -1),
            () => SeatPlan.OnlineOnly(10).WithSitting("north", 1, 1), () => SeatPlan.InPersonOnly(10).WithSitting("north", null, 1),
        ];

        wrong.Should().AllSatisfy(made => made.Should().Throw<ArgumentException>());
    }
}
