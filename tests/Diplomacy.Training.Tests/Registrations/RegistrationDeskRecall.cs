using Diplomacy.Training.Journal;
using NodaTime;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>A repeated command tells its first outcome: also another process, also when everything has changed since, and it records nothing.</summary>
public sealed class RegistrationDeskRecall
{
    private static readonly AdmissionPolicy s_offering = new() { Offers = new(Duration.FromHours(48)) };
    private static readonly AdmissionPolicy s_approving = new() { Approval = ApprovalPolicy.HoldsNoSeat };

    [Fact]
    public async Task Of_an_approval_and_a_rejection()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1), admission: s_approving);
        RegistrationId[] ids = await RegisterAsync(office, 3);
        await RepeatedAsync(office, (desk, command) => desk.ApproveAsync(Code, ids[0], Officer, null, command), Office.Told);
        await RepeatedAsync(office, (desk, command) => desk.ApproveAsync(Code, ids[1], Officer, null, command), Office.Told, () => office.Registrations.CancelAsync(Code, ids[0], "illness", Officer).AsTask());
        await RepeatedAsync(office, (desk, command) => desk.RejectAsync(Code, ids[2], "no-diplomat", Officer, command), Office.Told, () => office.Registrations.RestoreAsync(Code, ids[2], Officer, "minister").AsTask());
    }

    [Fact]
    public async Task Of_an_offer_that_was_taken_and_of_one_that_was_not()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(2), admission: s_offering);
        RegistrationId[] ids = await RegisterAsync(office, 5);
        await office.Registrations.CancelAsync(Code, ids[0], "illness", Officer);
        await office.Registrations.CancelAsync(Code, ids[1], "illness", Officer);
        await RepeatedAsync(office, (desk, command) => desk.AcceptOfferAsync(Code, ids[2], Officer, command), Office.Told, () => office.Registrations.CancelAsync(Code, ids[2], "illness", Officer).AsTask());
        await RepeatedAsync(office, (desk, command) => desk.DeclineOfferAsync(Code, ids[3], Officer, command), Office.Told, () => office.Registrations.AcceptOfferAsync(Code, ids[4], Officer).AsTask());
    }

    [Fact]
    public async Task Of_a_change_that_was_made_that_waits_and_that_was_not_possible()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(1, 1));
        RegistrationId[] ids = await RegisterAsync(office, 2);
        await RepeatedAsync(office, (desk, command) => desk.SwitchAsync(Code, ids[0], new(InPerson), Officer, command), Office.Told, () => office.Registrations.SwitchAsync(Code, ids[0], new(Online), Officer).AsTask());
        await RepeatedAsync(office, (desk, command) => desk.SwitchAsync(Code, ids[1], new(InPerson), Officer, command), Office.Told);
        await RepeatedAsync(office, (desk, command) => desk.SwitchAsync(Code, ids[0], new(Online), Officer, command), Office.Told);
        office.Clock.Reset(Start);
        await RepeatedAsync(office, (desk, command) => desk.SwitchAsync(Code, ids[1], new(InPerson), Officer, command), Office.Told, () => office.Registrations.CancelAsync(Code, ids[0], "illness", Officer).AsTask());
    }

    [Fact]
    public async Task Of_a_substitution_with_whom_it_promoted()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(3).With(Quota.For(SeatGroup.Parse("sex/female"), 1)));
        PersonId[] people =
        [
            .. await office.Desks.People.AddAllAsync([.. Enumerable.Range(0, 3).Select(i => new Person(new PersonName("CHAN", $"Sophea {i}")) { Sex = i < 2 ? Sex.Female : Sex.Male })], Officer),
        ];
        RegistrationOutcome first = await office.RegisterAsync(people[0]);
        RegistrationOutcome waiting = await office.RegisterAsync(people[1]);
        waiting.Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Select(l => l.Key).Should().Equal("quota/group/sex/female");

        string told = await RepeatedAsync(
            office, (desk, command) => desk.SubstituteAsync(Code, first.Registration, new(people[2], "duty"), Officer, command), Office.Told, () => office.CancelAsync(waiting));
        told.Should().EndWith(waiting.Registration.ToString());
    }

    [Fact]
    public async Task Of_a_restored_registration()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        RegistrationId[] ids = await RegisterAsync(office, 2);
        await office.Registrations.CancelAsync(Code, ids[0], "illness", Officer);
        await RepeatedAsync(office, (desk, command) => desk.RestoreAsync(Code, ids[0], Officer, null, command), Office.Told, () => office.Registrations.CancelAsync(Code, ids[1], "illness", Officer).AsTask());

        Office approving = await Office.OpenAsync(SeatPlan.OnlineOnly(1), admission: new() { Approval = ApprovalPolicy.HoldsSeat });
        RegistrationId pending = (await RegisterAsync(approving, 1))[0];
        await approving.Registrations.RejectAsync(Code, pending, "no-diplomat", Officer);
        string told = await RepeatedAsync(approving, (desk, command) => desk.RestoreAsync(Code, pending, Officer, null, command), Office.Told, () => approving.Registrations.ApproveAsync(Code, pending, Officer).AsTask());
        told.Should().Contain("awaits approval True");
    }

    [Fact]
    public async Task Of_a_priority_with_the_position_as_it_was_told()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
        RegistrationId[] ids = await RegisterAsync(office, 3);
        string told = await RepeatedAsync(
            office, (desk, command) => desk.PrioritiseAsync(Code, ids[2], 1, "delegation", Officer, command), position => $"{position}", () => office.Registrations.CancelAsync(Code, ids[0], "illness", Officer).AsTask());
        told.Should().Be("3");
    }

    [Fact]
    public async Task Of_invitations_and_of_taking_them_back()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(0));
        PersonId[] people = await office.PeopleAsync(3);
        await RepeatedAsync(office, (desk, command) => desk.InviteAsync(Code, people, Officer, command), n => $"{n}", () => office.Registrations.InviteAsync(Code, people, Officer).AsTask());
        await office.Desks.People.MergeAsync(people[0], people[1], Officer);
        string told = await RepeatedAsync(office, (desk, command) => desk.UninviteAsync(Code, people, Officer, command), n => $"{n}");
        told.Should().Be("2", "two of the three are one person");
    }

    [Fact]
    public async Task The_same_command_id_with_other_content_is_refused_for_every_verb()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        RegistrationId[] ids = await RegisterAsync(office, 2);
        var command = CommandId.New();
        await office.Registrations.CancelAsync(Code, ids[0], "illness", Officer, command);
        Func<Task>[] others =
        [
            () => office.Registrations.ApproveAsync(Code, ids[0], Officer, null, command).AsTask(),
            () => office.Registrations.RejectAsync(Code, ids[0], "illness", Officer, command).AsTask(),
            () => office.Registrations.AcceptOfferAsync(Code, ids[0], Officer, command).AsTask(),
            () => office.Registrations.DeclineOfferAsync(Code, ids[0], Officer, command).AsTask(),
            () => office.Registrations.SwitchAsync(Code, ids[0], new(Online), Officer, command).AsTask(),
            () => office.Registrations.SubstituteAsync(Code, ids[0], new(PersonId.New(), "duty"), Officer, command).AsTask(),
            () => office.Registrations.RestoreAsync(Code, ids[0], Officer, null, command).AsTask(),
            () => office.Registrations.PrioritiseAsync(Code, ids[0], 1, "illness", Officer, command).AsTask(),
            () => office.Registrations.InviteAsync(Code, [], Officer, command).AsTask(),
            () => office.Registrations.CancelAsync(Code, ids[0], "duty", Officer, command).AsTask(),
            () => office.Registrations.CancelAsync(Code, ids[0], "illness", FocalPoint, command).AsTask(),
        ];
        foreach (Func<Task> other in others)
        {
            (await Office.RefusalOf(other)).Should().Equal("journal.command-is-new");
        }
    }

    private static async Task<RegistrationId[]> RegisterAsync(Office office, int count)
    {
        var ids = new List<RegistrationId>();
        foreach (PersonId person in await office.PeopleAsync(count))
        {
            ids.Add((await office.RegisterAsync(person)).Registration);
        }

        return [.. ids];
    }

    /// <summary>Sends a command, then again here, from another process, and after something else has happened.</summary>
    private static async Task<string> RepeatedAsync<T>(Office office, Func<RegistrationDesk, CommandId, ValueTask<T>> send, Func<T, string> told, Func<Task>? then = null)
    {
        var command = CommandId.New();
        string first = told(await send(office.Registrations, command));
        for (int again = 0; again < 2; again++)
        {
            int written = (await office.BookAsync()).Count, notices = (await office.NoticesAsync()).Length;
            told(await send(office.Registrations, command)).Should().Be(first);
            told(await send(new TrainingDesks(office.Ports).Registrations, command)).Should().Be(first);
            (await office.BookAsync()).Should().HaveCount(written);
            (await office.NoticesAsync()).Should().HaveCount(notices);
            if (then is not null && again == 0)
            {
                await then();
            }
        }

        return first;
    }
}
