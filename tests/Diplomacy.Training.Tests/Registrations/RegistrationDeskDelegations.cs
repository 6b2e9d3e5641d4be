using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.DelegationRank;
using static Diplomacy.Training.Tests.Registrations.Letters;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskDelegations
{
    private static readonly RankTable s_ranks = RankTable.HighestFirst("MINISTER", "AMBASSADOR", "COUNSELLOR");

    [Fact]
    public async Task A_delegation_lists_its_head_first_then_deputies_members_by_precedence_and_alternates_last()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("Alternate", "MINISTER"), ("Counsellor", "COUNSELLOR"), ("Deputy", "COUNSELLOR"), ("Ambassador", "AMBASSADOR"), ("Head", "COUNSELLOR"));
        await office.Registrations.FormDelegationAsync(
            Request(new(all[0], Alternate), new(all[1]), new(all[2], Deputy), new(all[3]), new(all[4], Head)), FocalPoint);

        DelegationList list = (await office.Registrations.DelegationsAsync(Registrar.Code, s_ranks)).Single();

        list.Entries.Select(e => (e.Person!.Name.Given, e.Rank)).Should().Equal(("Head", Head), ("Deputy", Deputy), ("Ambassador", Member), ("Counsellor", Member), ("Alternate", Alternate));
        (await office.Registrations.DelegationsAsync(Registrar.Code)).Single().Entries.Select(e => e.Person!.Name.Given)
            .Should().Equal("Head", "Deputy", "Counsellor", "Ambassador", "Alternate");
    }

    [Fact]
    public async Task Whom_a_member_represents_in_words_stands_with_the_member_and_goes_with_the_member()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("One", ""), ("Two", ""));
        Representation minister = Representation.InWords(new("តំណាងរដ្ឋមន្ត្រី", "representing the Minister"));
        await office.Registrations.FormDelegationAsync(
            Request(new(all[0], Head) { Representing = minister }, new(all[1]) { Representing = Representation.Of(Registrar.Ministry) }), FocalPoint);

        DelegationList list = (await office.Registrations.DelegationsAsync(Registrar.Code)).Single();
        list.Entries.Select(e => e.Representing).Should().Equal(minister, Representation.Of(Registrar.Ministry));
        foreach (JournalEntry entry in await office.BookAsync())
        {
            (entry.Payload + entry.Fingerprint + entry.Event).Should().NotContain("representing").And.NotContain("រដ្ឋមន្ត្រី");
        }

        minister.ToString().Should().NotContain("Minister");
        await office.Desks.People.EraseAsync(await office.WhoAsync(all[0]), Registrar.Officer);
        DelegationEntry erased = (await office.Registrations.DelegationsAsync(Registrar.Code, s_ranks)).Single().Entries.Single(e => e.Registration.Id == all[0]);
        (erased.Person, erased.Representing, erased.Rank).Should().Be((null, null, Head));
    }

    [Fact]
    public async Task R11_a_substitute_takes_the_place_also_that_of_the_head_without_the_words_and_no_deputy_moves_up()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("Head", ""), ("Deputy", ""));
        PersonId substitute = await office.PersonAsync("Substitute");
        DelegationId id = await office.Registrations.FormDelegationAsync(
            Request(
                new(all[0], Head) { Representing = Representation.InWords(new("", "representing the Minister")) },
                new(all[1], Deputy) { Representing = Representation.Of(Registrar.Ministry) }),
            FocalPoint);

        SubstitutionOutcome head = await office.ReplaceAsync(all[0], substitute);
        SubstitutionOutcome deputy = await office.ReplaceAsync(all[1], await office.PersonAsync("Other"));

        DelegationList list = (await office.Registrations.DelegationsAsync(Registrar.Code)).Single();
        list.Entries.Select(e => (e.Registration.Id, e.Rank, e.Representing)).Should().Equal(
            (head.Replacement, Head, null), (deputy.Replacement, Deputy, Representation.Of(Registrar.Ministry)));
        (await office.ReplayAsync()).DelegationOf(head.Replacement)!.Id.Should().Be(id);
        (await office.ReplayAsync()).DelegationOf(all[0]).Should().BeNull();
    }

    [Fact]
    public async Task Who_is_no_longer_registered_is_not_listed_and_stands_there_again_when_restored()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("Head", ""), ("Deputy", ""));
        await office.Registrations.FormDelegationAsync(Request(new(all[0], Head), new(all[1], Deputy)), FocalPoint);

        await office.Registrations.CancelAsync(Registrar.Code, all[0], "illness", Registrar.Officer);
        (await office.Registrations.DelegationsAsync(Registrar.Code)).Single().Entries.Select(e => e.Rank).Should().Equal(Deputy);

        await office.Registrations.RestoreAsync(Registrar.Code, all[0], Registrar.Officer);
        (await office.Registrations.DelegationsAsync(Registrar.Code)).Single().Entries.Select(e => e.Rank).Should().Equal(Head, Deputy);
    }

    [Fact]
    public async Task All_broken_rules_are_told_also_beforehand()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("One", ""), ("Two", ""), ("Three", ""));
        RegistrationOutcome paris = await office.RegisterAsync(await office.PersonAsync("Paris"), from: Registrar.Paris);
        await office.Registrations.CancelAsync(Registrar.Code, all[1], "illness", Registrar.Officer);
        await office.Registrations.FormDelegationAsync(Request(new DelegationMember(all[2])), FocalPoint);
        DelegationRequest request = Request(
            new(all[0], Head), new(all[0], Head), new(all[1]), new(all[2]), new(paris.Registration), new(RegistrationId.New()) { Representing = Representation.Of(InstitutionCode.Parse("XX-NOW-EMB")) });
        string[] rules =
        [
            "institution.is-known", "delegation.has-one-head", "delegation.member-stands-once", "registration.is-active", "delegation.member-is-in-one",
            "delegation.member-is-of-its-institutions", "registration.is-known",
        ];

        (await Office.RefusalOf(() => office.Registrations.FormDelegationAsync(request, FocalPoint).AsTask())).Should().Equal(rules);
        (await office.Registrations.CheckFormDelegationAsync(request)).Select(r => r.Code).Should().Equal(rules);
        DelegationId nowhere = DelegationId.New();
        (await Office.RefusalOf(() => office.Registrations.ChangeDelegationAsync(nowhere, request, FocalPoint).AsTask())).Should().Equal(["delegation.is-known", .. rules]);
        (await office.Registrations.CheckChangeDelegationAsync(nowhere, request)).Select(r => r.Code).Should().Equal(["delegation.is-known", .. rules]);
        (await office.Registrations.DelegationsAsync(Registrar.Code)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_delegation_of_several_institutions_has_members_of_each()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("One", ""));
        RegistrationOutcome paris = await office.RegisterAsync(await office.PersonAsync("Paris"), from: Registrar.Paris);

        await office.Registrations.FormDelegationAsync(new(Registrar.Code, [Registrar.Paris, Registrar.Washington], [new(all[0]), new(paris.Registration, Head)]), FocalPoint);

        (await office.Registrations.DelegationsAsync(Registrar.Code)).Single().Entries.Select(e => e.Registration.Institution).Should().Equal(Registrar.Paris, Registrar.Washington);
    }

    [Fact]
    public async Task Changing_replaces_everything_and_the_same_again_changes_nothing()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("One", ""), ("Two", ""));
        DelegationId id = await office.Registrations.FormDelegationAsync(Request(new(all[0], Head), new(all[1])), FocalPoint);
        DelegationRequest other = Request(new DelegationMember(all[1], Head) { Representing = Representation.InWords(new("", "the Director")) });

        (await office.Registrations.ChangeDelegationAsync(id, other, FocalPoint)).Should().BeTrue();
        (await office.Registrations.ChangeDelegationAsync(id, other, FocalPoint)).Should().BeFalse();

        (await office.Registrations.DelegationsAsync(Registrar.Code)).Single().Entries.Select(e => (e.Registration.Id, e.Rank)).Should().Equal((all[1], Head));
        await office.Registrations.FormDelegationAsync(Request(new DelegationMember(all[0])), FocalPoint);
        (await office.Registrations.DelegationsAsync(Registrar.Code)).Should().HaveCount(2, "whoever was taken out may belong to another");
    }

    [Fact]
    public async Task A_dissolved_delegation_is_listed_no_more_and_its_members_stay_registered()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("One", ""));
        DelegationId id = await office.Registrations.FormDelegationAsync(Request(new DelegationMember(all[0])), FocalPoint);

        (await office.Registrations.DissolveDelegationAsync(Registrar.Code, id, FocalPoint)).Should().BeTrue();
        (await office.Registrations.DissolveDelegationAsync(Registrar.Code, id, FocalPoint)).Should().BeFalse();

        (await office.Registrations.DelegationsAsync(Registrar.Code)).Should().BeEmpty();
        (await office.RegistrationAsync(all[0])).Status.Should().Be(RegistrationStatus.Confirmed);
        (await Office.RefusalOf(() => office.Registrations.ChangeDelegationAsync(id, Request(new DelegationMember(all[0])), FocalPoint).AsTask())).Should().Equal("delegation.is-known");
        (await Office.RefusalOf(() => office.Registrations.DissolveDelegationAsync(Registrar.Code, DelegationId.New(), FocalPoint).AsTask())).Should().Equal("delegation.is-known");
        (await office.Registrations.CheckDissolveDelegationAsync(Registrar.Code, DelegationId.New())).Select(r => r.Code).Should().Equal("delegation.is-known");
    }

    [Fact]
    public async Task A_retried_command_takes_effect_once_and_other_words_are_another_command()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("One", ""), ("Two", ""));
        DelegationMember member = new(all[0], Head) { Representing = Representation.InWords(new("", "the Minister")) };
        CommandId forming = CommandId.New(), changing = CommandId.New();

        DelegationId id = await office.Registrations.FormDelegationAsync(Request(member), FocalPoint, forming);
        (await office.Registrations.ChangeDelegationAsync(id, Request(member, new(all[1])), FocalPoint, changing)).Should().BeTrue();
        int before = (await office.BookAsync()).Count;

        (await office.Registrations.FormDelegationAsync(Request(member), FocalPoint, forming)).Should().Be(id);
        (await office.Registrations.ChangeDelegationAsync(id, Request(member, new(all[1])), FocalPoint, changing)).Should().BeTrue();
        DelegationMember otherwise = member with { Representing = Representation.InWords(new("", "the Director")) };
        (await Office.RefusalOf(() => office.Registrations.FormDelegationAsync(Request(otherwise), FocalPoint, forming).AsTask())).Should().Equal("journal.command-is-new");
        (await office.BookAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task R12_of_two_registrations_of_one_person_the_one_that_stays_has_the_place()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(9));
        RegistrationId[] all = await RegisteredAsync(office, ("Sophea", ""), ("Sophia", ""));
        await office.Registrations.FormDelegationAsync(Request(new DelegationMember(all[1], Head)), FocalPoint);
        await office.Desks.People.MergeAsync(await office.WhoAsync(all[1]), await office.WhoAsync(all[0]), Registrar.Officer);

        await office.Registrations.SettleAsync(Registrar.Code, Registrar.Officer);

        DelegationEntry entry = (await office.Registrations.DelegationsAsync(Registrar.Code)).Single().Entries.Single();
        (entry.Rank, entry.Registration.Status).Should().Be((Head, RegistrationStatus.Confirmed));
        entry.Registration.Id.Should().Be(all[0], "it was there first");
    }

    [Fact]
    public void A_delegation_that_makes_no_sense_is_refused()
    {
        DelegationMember member = new(RegistrationId.New());
        FluentActions.Invoking(() => new DelegationRequest(Registrar.Code, [], [member])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new DelegationRequest(Registrar.Code, [default], [member])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new DelegationRequest(Registrar.Code, [Registrar.Paris, Registrar.Paris], [member])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new DelegationRequest(Registrar.Code, [Registrar.Paris], [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new DelegationMember(RegistrationId.New(), (DelegationRank)9)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Representation.Of(default)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Representation.InWords(new("", new string('x', 301)))).Should().Throw<ArgumentException>();
    }

    private static DelegationRequest Request(params DelegationMember[] members) => new(Registrar.Code, [Registrar.Washington], members);

    private static async Task<RegistrationId[]> RegisteredAsync(Office office, params (string Given, string Rank)[] people)
    {
        var ids = new List<RegistrationId>();
        foreach (var (given, rank) in people)
        {
            Person person = A.Person(given) with { Post = new Post(new("", "Post"), Registrar.Washington, rank, new LocalDate(2020, 1, 1)) };
            ids.Add((await office.RegisterAsync(await office.Desks.People.AddAsync(person, Registrar.Officer), from: Registrar.Washington)).Registration);
        }

        return [.. ids];
    }
}
