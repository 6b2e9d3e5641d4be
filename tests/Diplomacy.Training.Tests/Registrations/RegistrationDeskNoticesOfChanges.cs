using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Text;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Whoever a change concerns hears of it, once, with all that it says; in full sentences, nothing left open.</summary>
public sealed class RegistrationDeskNoticesOfChanges
{
    [Fact]
    public async Task Of_approval_rejection_and_taking_up_again()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1), admission: new() { Approval = ApprovalPolicy.HoldsNoSeat });
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationId[] ids = [.. await Task.WhenAll(people.Select(async p => (await office.RegisterAsync(p)).Registration))];
        await ExpectAsync(office, () => office.Registrations.ApproveAsync(Code, ids[0], Officer).AsTask(), ("notice.seat-confirmed", people[0]));
        await ExpectAsync(office, () => office.Registrations.ApproveAsync(Code, ids[1], Officer).AsTask(), ("notice.waiting", people[1]));
        await ExpectAsync(office, () => office.Registrations.RejectAsync(Code, ids[2], "no-diplomat", Officer).AsTask(), ("notice.registration-rejected", people[2]));
        await ExpectAsync(office, () => office.Registrations.RejectAsync(Code, ids[2], "no-diplomat", Officer).AsTask());
        await ExpectAsync(office, () => office.Registrations.RestoreAsync(Code, ids[2], Officer).AsTask(), ("notice.awaiting-approval", people[2]));
    }

    [Fact]
    public async Task Of_offers_and_their_end_by_the_clocks_of_the_institution()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1), admission: new() { Offers = new(Duration.FromHours(48)) });
        PersonId[] people = await office.PeopleAsync(5);
        RegistrationId[] ids = new RegistrationId[4];
        for (int i = 0; i < 4; i++)
        {
            ids[i] = (await office.RegisterAsync(people[i], from: Washington)).Registration;
        }

        await ExpectAsync(office, () => office.Registrations.CancelAsync(Code, ids[0], "illness", Officer).AsTask(), ("notice.registration-cancelled", people[0]), ("notice.seat-offered", people[1]));
        Instant until = (await office.Registrations.FindAsync(Code, people[1]))!.OfferedUntil!.Value;
        string told = (await office.NoticesAsync())[^1].Arguments["until"];
        told.Should().Be(ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu HH':'mm o<m>", null).Format(until.InZone(DateTimeZoneProviders.Tzdb["America/New_York"])));

        await ExpectAsync(
            office, () => office.Registrations.SubstituteAsync(Code, ids[1], new(people[4], "duty"), Officer).AsTask(), ("notice.registration-substituted", people[1]), ("notice.seat-offered", people[4]));
        (await office.NoticesAsync())[^1].Arguments["until"].Should().Be(told, "the substitute hears until when the offer stands");

        office.Clock.Reset(until);
        await ExpectAsync(office, () => office.Desks.DueWork.RunAsync().AsTask(), ("notice.offer-lapsed", people[4]), ("notice.seat-offered", people[2]));
        await ExpectAsync(office, () => office.Desks.DueWork.RunAsync().AsTask());
        await ExpectAsync(office, () => office.Registrations.AcceptOfferAsync(Code, ids[2], Officer).AsTask(), ("notice.seat-confirmed", people[2]));
        await ExpectAsync(office, () => office.Registrations.AcceptOfferAsync(Code, ids[2], Officer).AsTask());
    }

    [Fact]
    public async Task Of_changes_of_mode()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(1, 1));
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationId online = (await office.RegisterAsync(people[0])).Registration;
        RegistrationId room = (await office.RegisterAsync(people[1], InPerson)).Registration;
        await ExpectAsync(office, () => office.Registrations.SwitchAsync(Code, online, new(InPerson), Officer).AsTask(), ("notice.switch-waiting", people[0]));
        (await office.NoticesAsync())[^1].Arguments["position"].Should().Be("1");
        await ExpectAsync(office, () => office.Registrations.CancelAsync(Code, room, "illness", Officer).AsTask(), ("notice.registration-cancelled", people[1]), ("notice.registration-switched", people[0]));
        (await office.NoticesAsync())[^1].Arguments["mode"].Should().Be("in the room");
        await office.Desks.Planning.ReviseAsync(Plan(SeatPlan.Hybrid(1, 0)), Officer);
        await office.Registrations.SwitchAsync(Code, online, new(Online), Officer);
        await office.Desks.Planning.ReviseAsync(Plan(SeatPlan.InPersonOnly(1)), Officer);
        await ExpectAsync(office, () => office.Desks.DueWork.RunAsync().AsTask(), ("notice.switch-ended", people[0]));
    }

    [Fact]
    public async Task R11_a_substitute_who_waits_is_told_the_place_in_line()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
        PersonId[] people = await office.PeopleAsync(3);
        await office.RegisterAsync(people[0]);
        RegistrationId second = (await office.RegisterAsync(people[1])).Registration;
        await ExpectAsync(office, () => office.Registrations.SubstituteAsync(Code, second, new(people[2], "duty"), Officer).AsTask(), ("notice.registration-substituted", people[1]), ("notice.waiting", people[2]));
        (await office.NoticesAsync())[^1].Arguments["position"].Should().Be("2");
    }

    [Fact]
    public async Task R57_nobody_tells_who_was_erased_anything()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId[] people = await office.PeopleAsync(3);
        foreach (PersonId person in people)
        {
            await office.RegisterAsync(person);
        }

        await office.Desks.People.EraseAsync(people[0], Officer);
        await office.Desks.People.EraseAsync(people[1], Officer);
        await ExpectAsync(office, () => office.Desks.DueWork.RunAsync().AsTask());
        await office.Desks.Planning.CancelAsync(Code, "flood", Officer);
        await ExpectAsync(office, () => office.Desks.DueWork.RunAsync().AsTask(), ("notice.registration-cancelled", people[2]));
    }

    [Fact]
    public async Task R12_who_was_recognised_as_another_is_told_as_that_person()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationOutcome seat = await office.RegisterAsync(people[0]);
        await office.RegisterAsync(people[1]);
        await office.Desks.People.MergeAsync(people[1], people[2], Officer);
        await ExpectAsync(office, () => office.CancelAsync(seat), ("notice.registration-cancelled", people[0]), ("notice.promoted", people[2]));
        (await office.Registrations.FindAsync(Code, people[2]))!.Status.Should().Be(RegistrationStatus.Confirmed);
    }

    /// <summary>Exactly these new notices, in order, each of which makes whole sentences.</summary>
    private static async Task ExpectAsync(Office office, Func<Task> verb, params (string Kind, PersonId Recipient)[] expected)
    {
        int before = (await office.NoticesAsync()).Length;
        await verb();
        Notice[] told = [.. (await office.NoticesAsync()).Skip(before)];
        told.Select(n => (n.Kind, n.Recipient)).Should().Equal(expected);
        told.Select(n => n.Explain()).Where(text => text.Contains('{', StringComparison.Ordinal) || text.Contains('}', StringComparison.Ordinal)).Should().BeEmpty();
    }
}
