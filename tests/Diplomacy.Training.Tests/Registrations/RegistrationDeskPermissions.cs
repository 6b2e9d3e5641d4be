using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Each verb asks for its own permission, and says whom and which institution it is about.</summary>
public sealed class RegistrationDeskPermissions
{
    private readonly Asked _asked = new();

    [Fact]
    public async Task Each_verb_asks_for_its_permission_and_says_whom_it_is_about()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(9, 9), admission: new() { Approval = ApprovalPolicy.HoldsSeat });
        RegistrationDesk desk = new TrainingDesks(office.Ports with { Permissions = _asked }).Registrations;
        PersonId[] people = await office.PeopleAsync(3);
        RegistrationId id = (await desk.RegisterAsync(Office.Request(people[0], from: Washington), Officer)).Registration;
        (await HeardAsync(() => desk.ApproveAsync(Code, id, Officer, "minister").AsTask())).Should().Equal(About(people[0], Permission.ApproveRegistrations), About(people[0], Permission.OverrideLimits));
        (await HeardAsync(() => desk.SwitchAsync(Code, id, new(InPerson) { OverrideReasonCode = "minister" }, Officer).AsTask())).Should().Equal(About(people[0], Permission.Register), About(people[0], Permission.OverrideLimits));
        (await HeardAsync(() => desk.PrioritiseAsync(Code, id, 1, "delegation", Officer).AsTask())).Should().Equal(About(people[0], Permission.PrioritiseRegistrations));
        (await HeardAsync(() => desk.CancelAsync(Code, id, "illness", Officer).AsTask())).Should().Equal(About(people[0], Permission.Register));
        (await HeardAsync(() => desk.RestoreAsync(Code, id, Officer).AsTask())).Should().Equal(About(people[0], Permission.RestoreRegistrations));
        (await HeardAsync(() => desk.SubstituteAsync(Code, id, new(people[1], "duty"), Officer).AsTask())).Should().Equal(About(people[0], Permission.Register));
        (await HeardAsync(() => Office.RefusalOf(() => desk.AcceptOfferAsync(Code, id, Officer).AsTask()))).Should().Equal(About(people[0], Permission.Register));
        (await HeardAsync(() => Office.RefusalOf(() => desk.DeclineOfferAsync(Code, id, Officer).AsTask()))).Should().Equal(About(people[0], Permission.Register));
        (await HeardAsync(() => Office.RefusalOf(() => desk.RejectAsync(Code, id, "no-diplomat", Officer).AsTask()))).Should().Equal(About(people[0], Permission.ApproveRegistrations));
        (await HeardAsync(() => desk.InviteAsync(Code, [people[2]], Officer).AsTask())).Should().Equal((Permission.InvitePeople, people[2], null));
        (await HeardAsync(() => desk.UninviteAsync(Code, people, Officer).AsTask())).Should().Equal((Permission.InvitePeople, null, null));
    }

    [Fact]
    public async Task Who_was_recognised_as_another_is_asked_about_as_that_person()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationDesk desk = new TrainingDesks(office.Ports with { Permissions = _asked }).Registrations;
        PersonId[] people = await office.PeopleAsync(2);
        RegistrationId id = (await desk.RegisterAsync(Office.Request(people[0], from: Washington), Officer)).Registration;
        await office.Desks.People.MergeAsync(people[0], people[1], Officer);

        (await HeardAsync(() => desk.CancelAsync(Code, id, "illness", Participant).AsTask())).Should().Equal(About(people[1], Permission.Register));
    }

    [Fact]
    public async Task R14_without_the_permission_nothing_is_overridden_by_any_verb_and_nothing_is_recorded()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(0, 1), admission: new() { Approval = ApprovalPolicy.HoldsSeat });
        PersonId[] people = await office.PeopleAsync(2);
        RegistrationId id = (await office.RegisterAsync(people[0])).Registration;
        office.Rights.Withdraw(Permission.OverrideLimits);
        int written = (await office.BookAsync()).Count;
        Func<Task>[] verbs =
        [
            () => office.Registrations.ApproveAsync(Code, id, Officer, "minister").AsTask(),
            () => office.Registrations.SwitchAsync(Code, id, new(InPerson) { OverrideReasonCode = "minister" }, Officer).AsTask(),
            () => office.Registrations.SubstituteAsync(Code, id, new(people[1], "duty") { OverrideReasonCode = "minister" }, Officer).AsTask(),
            () => office.Registrations.RestoreAsync(Code, id, Officer, "minister").AsTask(),
        ];
        foreach (Func<Task> verb in verbs)
        {
            (await Office.RefusalOf(verb)).Should().Equal("permission.actor-may");
        }

        (await office.BookAsync()).Should().HaveCount(written);
    }

    private static (Permission, PersonId?, InstitutionCode?) About(PersonId person, Permission permission) => (permission, person, Washington);

    private async Task<(Permission, PersonId?, InstitutionCode?)[]> HeardAsync(Func<Task> verb)
    {
        _asked.Requests.Clear();
        await verb();
        return [.. _asked.Requests.Select(r => (r.Permission, r.Person, r.Institution))];
    }

    private sealed class Asked : IPermissions
    {
        internal List<PermissionRequest> Requests { get; } = [];

        public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default)
        {
            Requests.Add(request);
            return new(true);
        }
    }
}
