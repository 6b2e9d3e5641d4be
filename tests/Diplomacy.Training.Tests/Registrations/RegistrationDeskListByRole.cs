using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.ParticipantRole;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskListByRole
{
    private static readonly RankTable s_ranks = RankTable.HighestFirst("MINISTER", "AMBASSADOR");

    [Fact]
    public async Task Guests_of_honour_come_first_staff_last_and_within_a_role_precedence_decides()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(2));
        ParticipantRole[] roles = [Staff, Participant, Observer, Interpreter, Moderator, Speaker, GuestOfHonour];
        foreach (ParticipantRole role in roles)
        {
            await RegisterAsync(office, "Plain", "", role);
        }

        await RegisterAsync(office, "Ambassador", "AMBASSADOR", Participant);
        await RegisterAsync(office, "Minister", "MINISTER", Participant);
        await office.CancelAsync(await RegisterAsync(office, "Gone", "MINISTER", Speaker));
        RegistrationOutcome erased = await RegisterAsync(office, "Erased", "MINISTER", GuestOfHonour);
        await office.Desks.People.EraseAsync(await office.WhoAsync(erased.Registration), Registrar.Officer);

        IReadOnlyList<RegisteredPerson> list = await office.Registrations.ListByRoleAsync(Registrar.Code, s_ranks);

        list.Select(p => (p.Registration.Role, p.Person?.Name.Given)).Should().Equal(
            (GuestOfHonour, "Plain"), (GuestOfHonour, null), (Speaker, "Plain"), (Moderator, "Plain"), (Interpreter, "Plain"),
            (Participant, "Minister"), (Participant, "Ambassador"), (Participant, "Plain"), (Observer, "Plain"), (Staff, "Plain"));
        list.Single(p => p.Person?.Name.Given == "Minister").Registration.Status.Should().Be(RegistrationStatus.Waiting, "whoever waits is listed too");
    }

    [Fact]
    public void Every_role_has_its_place_in_the_order() =>
        ParticipantRoles.InProtocolOrder.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Enum.GetValues<ParticipantRole>());

    [Fact]
    public void Only_participants_take_a_seat_and_everybody_takes_room()
    {
        foreach (ParticipantRole role in Enum.GetValues<ParticipantRole>())
        {
            role.TakesSeat().Should().Be(role == Participant);
            role.TakesRoom().Should().BeTrue();
        }
    }

    [Theory]
    [InlineData(Speaker)]
    [InlineData(Moderator)]
    [InlineData(Interpreter)]
    [InlineData(GuestOfHonour)]
    [InlineData(Observer)]
    [InlineData(Staff)]
    public void R1_a_role_without_a_seat_takes_room_in_every_sitting_unless_it_names_one(ParticipantRole role)
    {
        var registrar = new Registrar(SeatPlan.Hybrid(2, 2).WithSitting("east", 2, null).WithSitting("west", 2, null).WithSitting("call", null, 2).WithTotal(2).WithRoomCapacity(2));
        RegistrationOutcome In(string who, string? sitting, ParticipantRole as_, DeliveryMode mode = DeliveryMode.InPerson) => registrar.Enter(who, sitting, as_, mode);

        In("everywhere", null, role).Should().BeOfType<RegistrationOutcome.Confirmed>();
        In("east", "east", role).Should().BeOfType<RegistrationOutcome.Confirmed>();
        In("online", null, role, DeliveryMode.Online).Should().BeOfType<RegistrationOutcome.Confirmed>();

        In("a", "east", Participant).Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Should().Equal(new BindingLimit("room/east", 2, 2));
        In("b", "west", Participant).Should().BeOfType<RegistrationOutcome.Confirmed>();
        In("c", null, role).Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Should()
            .Equal(new BindingLimit("room/east", 2, 2), new BindingLimit("room/west", 2, 2));
        In("d", "call", Participant, DeliveryMode.Online).Should().BeOfType<RegistrationOutcome.Confirmed>("no other role has taken a participant's seat");
        registrar.Book.UsedOf("total").Should().Be(2);
    }

    private static async Task<RegistrationOutcome> RegisterAsync(Office office, string given, string rank, ParticipantRole role)
    {
        Person person = A.Person(given) with { Post = rank.Length == 0 ? null : new Post(new("", "Post"), Registrar.Ministry, rank, new LocalDate(2020, 1, 1)) };
        return await office.Registrations.RegisterAsync(Office.Request(await office.Desks.People.AddAsync(person, Registrar.Officer)) with { Role = role }, Registrar.Officer);
    }
}

/// <summary>Registering for a sitting, without a desk.</summary>
internal static class SittingRegistrations
{
    internal static RegistrationOutcome Enter(this Registrar registrar, string who, string? sitting, ParticipantRole role, DeliveryMode mode)
    {
        Decision<RegistrationOutcome> decision = registrar.Book.Register(RegistrationId.New(), registrar.Request(who, mode, role: role) with { Sitting = sitting }, registrar.Circumstances);
        registrar.Book.Apply(decision.Events);
        return decision.Outcome;
    }
}
