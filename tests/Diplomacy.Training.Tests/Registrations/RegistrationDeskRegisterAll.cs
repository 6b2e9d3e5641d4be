using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Registrations;

/// <summary>Lists of people, registered together: all or none, and as often as one likes (R18).</summary>
public sealed class RegistrationDeskRegisterAll
{
    private static readonly Actor s_officer = Registrar.Officer;

    [Fact]
    public async Task R18_a_list_is_registered_in_its_order_and_people_who_are_new_are_added()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(2).WithWaitingPlaces(1));

        BulkRegistrationReport report = await office.Registrations.RegisterAllAsync(Registrar.Code, [Row(2, "a"), Row(3, "b"), Row(4, "c"), Row(5, "d")], s_officer);

        report.IsRecorded.Should().BeTrue();
        report.Rows.Select(r => (r.Row, r.Outcome!.GetType())).Should().Equal(
            (2, typeof(RegistrationOutcome.Confirmed)), (3, typeof(RegistrationOutcome.Confirmed)), (4, typeof(RegistrationOutcome.Waiting)), (5, typeof(RegistrationOutcome.Declined)));
        (await office.Registrations.ListAsync(Registrar.Code)).Select(r => r.Id).Should().Equal(report.Rows.Select(r => r.Outcome!.Registration));
        (await office.Desks.People.FindAsync(report.Rows[0].Person!.Value))!.ExternalId.Should().Be("a");
    }

    [Fact]
    public async Task R18_a_trial_tells_the_same_and_records_nothing()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        BulkRegistration[] rows = [Row(2, "a"), Row(3, "b")];
        long before = await EntriesAsync(office);

        BulkRegistrationReport trial = await office.Registrations.RegisterAllAsync(Registrar.Code, rows, s_officer, dryRun: true);

        trial.IsRecorded.Should().BeFalse();
        trial.Rows.Should().HaveCount(2).And.OnlyContain(r => r.Person == null);
        (await EntriesAsync(office)).Should().Be(before);
        (await office.Ports.Queries.PersonWithExternalIdAsync("a")).Should().BeNull();
        BulkRegistrationReport real = await office.Registrations.RegisterAllAsync(Registrar.Code, rows, s_officer);
        real.Rows.Select(r => r.Outcome!.GetType()).Should().Equal(trial.Rows.Select(r => r.Outcome!.GetType()));
    }

    [Fact]
    public async Task R18_one_bad_row_keeps_everybody_out_and_all_bad_rows_are_told()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        long before = await EntriesAsync(office);

        BulkRegistrationReport report = await office.Registrations.RegisterAllAsync(
            Registrar.Code,
            [
                Row(2, "a"), Row(3, "b") with { Mode = DeliveryMode.InPerson }, Row(4, "a"), Row(5, "c") with { Institution = InstitutionCode.Parse("XX-NOWHERE"), Sitting = "west" },
                Row(6, "d") with { Person = new Person(new PersonName("SOK", "Dara")) },
            ],
            s_officer);

        report.IsRefused.Should().BeTrue();
        report.IsRecorded.Should().BeFalse();
        report.Rows.Select(r => string.Join(' ', r.Rules.Select(rule => rule.Code))).Should().Equal(
            "", "registration.mode-is-offered", "registration.row-is-unique",
            "institution.is-known registration.sitting-is-held", "registration.row-has-an-external-id");
        (await EntriesAsync(office)).Should().Be(before);
        (await office.Ports.Queries.PersonWithExternalIdAsync("a")).Should().BeNull();
    }

    [Fact]
    public async Task R18_registering_a_list_again_registers_nobody_twice_and_brings_nobody_back()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        BulkRegistrationReport first = await office.Registrations.RegisterAllAsync(Registrar.Code, [Row(2, "a"), Row(3, "b")], s_officer);
        RegistrationId left = first.Rows[0].Outcome!.Registration;
        await office.Registrations.CancelAsync(Registrar.Code, left, "illness", s_officer);

        BulkRegistrationReport again = await office.Registrations.RegisterAllAsync(Registrar.Code, [Row(2, "a"), Row(3, "b"), Row(4, "c")], s_officer);

        (again.Known, again.New).Should().Be((2, 1));
        again.Rows[0].Should().Match<BulkRegistrationRow>(r => r.Existing == left && r.ExistingStatus == RegistrationStatus.Cancelled && r.Outcome == null);
        (await office.Registrations.ListAsync(Registrar.Code)).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_retried_list_returns_its_first_outcomes_whatever_came_since()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(1));
        BulkRegistration[] rows = [Row(2, "a"), Row(3, "b")];
        CommandId command = CommandId.New();
        BulkRegistrationReport first = await office.Registrations.RegisterAllAsync(Registrar.Code, rows, s_officer, command: command);
        await office.Registrations.CancelAsync(Registrar.Code, first.Rows[0].Outcome!.Registration, "illness", s_officer);

        BulkRegistrationReport again = await office.Registrations.RegisterAllAsync(Registrar.Code, rows, s_officer, command: command);

        again.Should().BeEquivalentTo(first, options => options.RespectingRuntimeTypes());
    }

    [Fact]
    public async Task A_retried_list_brings_nobody_back_who_was_erased_since()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        BulkRegistration[] rows = [Row(2, "a"), Row(3, "b")];
        CommandId command = CommandId.New();
        BulkRegistrationReport first = await office.Registrations.RegisterAllAsync(Registrar.Code, rows, s_officer, command: command);
        await office.Desks.People.EraseAsync(first.Rows[1].Person!.Value, s_officer);
        long before = await EntriesAsync(office);

        BulkRegistrationReport again = await office.Registrations.RegisterAllAsync(Registrar.Code, rows, s_officer, command: command);

        again.Should().BeEquivalentTo(first, options => options.RespectingRuntimeTypes());
        (await EntriesAsync(office)).Should().Be(before);
        (await office.Ports.Queries.PersonWithExternalIdAsync("b")).Should().BeNull();
    }

    [Theory]
    [InlineData("person.manage")]
    [InlineData("registration.prioritise")]
    [InlineData("registration.assign-role")]
    public async Task Whoever_may_not_do_what_a_row_asks_adds_nobody_and_hears_it_in_a_trial(string withdrawn)
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        office.Rights.Withdraw(new[] { Permission.ManagePeople, Permission.PrioritiseRegistrations, Permission.AssignRoles }.Single(p => p.Name == withdrawn));
        BulkRegistration[] rows = [Row(2, "a") with { Priority = 1, Role = ParticipantRole.Speaker }];
        long before = await EntriesAsync(office);

        (await Office.RefusalOf(async () => await office.Registrations.RegisterAllAsync(Registrar.Code, rows, s_officer, dryRun: true))).Should().Equal("permission.actor-may");
        (await Office.RefusalOf(async () => await office.Registrations.RegisterAllAsync(Registrar.Code, rows, s_officer))).Should().Equal("permission.actor-may");
        (await EntriesAsync(office)).Should().Be(before);
    }

    [Fact]
    public async Task R12_a_list_that_names_a_merged_person_by_either_external_id_leaves_that_person_alone()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        BulkRegistrationReport first = await office.Registrations.RegisterAllAsync(Registrar.Code, [Row(2, "a")], s_officer);
        PersonId other = await office.Desks.People.AddAsync(new Person(new PersonName("SOK", "D."), externalId: "b"), s_officer);
        await office.Desks.People.MergeAsync(first.Rows[0].Person!.Value, other, s_officer);

        BulkRegistrationReport again = await office.Registrations.RegisterAllAsync(Registrar.Code, [Row(2, "a"), Row(3, "c")], s_officer);

        (again.Known, again.New, again.IsRecorded).Should().Be((1, 1, true));
    }

    [Fact]
    public async Task A_known_person_whose_particulars_differ_is_a_fault_of_the_row()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        await office.Registrations.RegisterAllAsync(Registrar.Code, [Row(2, "a")], s_officer);

        BulkRegistrationReport report = await office.Registrations.RegisterAllAsync(
            Registrar.Code, [Row(2, "a") with { Person = new Person(new PersonName("CHAN", "Vanna"), externalId: "a") }], s_officer);

        report.Rows[0].Rules.Select(r => r.Code).Should().Equal("person.external-id-is-new");
        report.Rows[0].Rules.Should().OnlyContain(rule => !rule.ToString().Contains("CHAN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R1_rank_and_sex_come_from_the_person_and_quotas_count_them()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9).With(Quota.For(SeatGroup.Parse("rank/director"), 1), Quota.ForEach("sex", 1)));
        Person director = new(new PersonName("SOK", "Dara"), externalId: "a") { Sex = Sex.Female, Post = new Post(new("", "Director"), Registrar.Ministry, "Director") };

        await office.Registrations.RegisterAllAsync(Registrar.Code, [Row(2, "a") with { Person = director }], s_officer);
        RegistrationOutcome second = await office.Registrations.RegisterAsync(
            new(Registrar.Code, await office.Desks.People.AddAsync(director.With("b"), s_officer), Registrar.Ministry, DeliveryMode.Online), s_officer);

        second.Should().BeOfType<RegistrationOutcome.Waiting>().Which.BindingLimits.Select(l => l.Key).Should().Equal("quota/each/sex/female", "quota/group/rank/director");
    }

    private static async Task<long> EntriesAsync(Office office) =>
        (await office.BookAsync()).Count + (await office.Ports.Journal.ReadAsync(PersonDirectory.StreamOf)).Count;

    private static BulkRegistration Row(int row, string externalId) => new(row, new Person(new PersonName("SOK", "Dara"), externalId: externalId), Registrar.Ministry, DeliveryMode.Online);
}

internal static class PersonCopies
{
    /// <summary>The same particulars under another external id.</summary>
    internal static Person With(this Person person, string externalId) => new(person.Name, person.Email, externalId) { Sex = person.Sex, Post = person.Post };
}
