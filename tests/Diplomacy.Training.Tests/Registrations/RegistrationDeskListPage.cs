using NodaTime;
using static Diplomacy.Training.DeliveryMode;
using static Diplomacy.Training.Tests.Registrations.Registrar;

namespace Diplomacy.Training.Tests.Registrations;

public sealed class RegistrationDeskListPage
{
    private static readonly RankTable s_ranks = RankTable.HighestFirst("AMBASSADOR", "COUNSELLOR", "ATTACHE");

    // In Khmer order, which is not the order of code points: ឥ is filed with អ, and a coeng does not part words.
    private static readonly (string Khmer, string Latin, string Rank)[] s_people =
    [
        ("កែវ បុប្ផា", "KEO Bopha", "ATTACHE"), ("ចាន់ សុខ", "CHAN Sok", "AMBASSADOR"), ("ចាន់ណា", "CHANNA", "COUNSELLOR"), ("សុខ ដារ៉ា", "SOK Dara", ""), ("ឥម", "IM", "COUNSELLOR"),
    ];

    public static TheoryData<string, RegistrationOrder> Orders => new()
    {
        { "registration", RegistrationOrder.ByRegistration }, { "institution", RegistrationOrder.ByInstitution }, { "status", RegistrationOrder.ByStatus },
        { "Khmer name", RegistrationOrder.ByKhmerName }, { "Latin name", RegistrationOrder.ByLatinName }, { "precedence", RegistrationOrder.ByPrecedence(s_ranks) },
    };

    [Fact]
    public async Task People_are_listed_in_the_Khmer_alphabet_in_the_Latin_one_and_by_precedence_whatever_the_order_of_registration()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(10));
        foreach (int i in new[] { 3, 0, 4, 2, 1 })
        {
            await office.RegisterAsync(await PersonAsync(office, i));
        }

        (await NamesAsync(office, RegistrationOrder.ByKhmerName)).Should().Equal("KEO Bopha", "CHAN Sok", "CHANNA", "SOK Dara", "IM");
        (await NamesAsync(office, RegistrationOrder.ByLatinName)).Should().Equal("CHAN Sok", "CHANNA", "IM", "KEO Bopha", "SOK Dara");
        (await NamesAsync(office, RegistrationOrder.ByPrecedence(s_ranks))).Should().Equal("CHAN Sok", "CHANNA", "IM", "KEO Bopha", "SOK Dara");
        (await NamesAsync(office, RegistrationOrder.ByRegistration)).Should().Equal("SOK Dara", "KEO Bopha", "IM", "CHANNA", "CHAN Sok");
    }

    [Fact]
    public async Task Whoever_was_erased_is_listed_last_and_without_a_name_in_any_order_of_names()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(10));
        PersonId first = await PersonAsync(office, 0);
        await office.RegisterAsync(first);
        await office.RegisterAsync(await PersonAsync(office, 3));
        await office.Desks.People.EraseAsync(first, Officer);

        foreach (RegistrationOrder order in new[] { RegistrationOrder.ByKhmerName, RegistrationOrder.ByLatinName, RegistrationOrder.ByPrecedence(s_ranks) })
        {
            (await NamesAsync(office, order)).Should().Equal("SOK Dara", "-");
        }
    }

    [Fact]
    public async Task By_institution_and_by_status_those_who_are_alike_stand_as_they_registered()
    {
        Office office = await Office.OpenAsync(SeatPlan.Hybrid(10, 2));
        PersonId[] people = await office.PeopleAsync(7);
        RegistrationOutcome[] made =
        [
            await office.RegisterAsync(people[0], InPerson, Washington), await office.RegisterAsync(people[1], Online, Paris), await office.RegisterAsync(people[2], Online, Washington),
            await office.RegisterAsync(people[3], Online, Ministry), await office.RegisterAsync(people[4], InPerson, Paris), await office.RegisterAsync(people[5], Online, Paris),
        ];
        await office.CancelAsync(made[0]);

        (await IndicesAsync(office, made, RegistrationOrder.ByInstitution)).Should().Equal(1, 4, 5, 3, 0, 2);
        (await IndicesAsync(office, made, RegistrationOrder.ByStatus)).Should().Equal(1, 2, 4, 3, 5, 0);
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        Office office = await Office.OpenAsync(
            SeatPlan.Hybrid(4, 1).WithSitting("east", 2, 1).WithSitting("west", 2, 1), plan: RegistrationDeskQueries.WithSittings);
        PersonId[] people = await office.PeopleAsync(5);
        async Task<RegistrationId> Register(int i, DeliveryMode mode, string sitting, InstitutionCode from, string groups = "", ParticipantRole role = ParticipantRole.Participant) =>
            (await office.Registrations.RegisterAsync(Office.Request(people[i], mode, from) with { Sitting = sitting, Role = role, Groups = SeatGroups.Parse(groups) }, Officer)).Registration;
        RegistrationId[] made =
        [
            await Register(0, InPerson, "east", Washington, "grade/director"), await Register(1, Online, "east", Washington), await Register(2, Online, "west", Paris, "grade/director"),
            await Register(3, InPerson, "west", Paris, role: ParticipantRole.Speaker), await Register(4, Online, "east", Ministry),
        ];

        (await Found(new() { Mode = Online })).Should().Equal(1, 2, 4);
        (await Found(new() { Sitting = "west" })).Should().Equal(2, 3);
        (await Found(new() { Institution = Washington })).Should().Equal(0, 1);
        (await Found(new() { Role = ParticipantRole.Speaker })).Should().Equal(3);
        (await Found(new() { Group = SeatGroup.Parse("grade/director") })).Should().Equal(0, 2);
        (await Found(new() { Statuses = [RegistrationStatus.Waiting, RegistrationStatus.Declined] })).Should().Equal(2, 4);
        (await Found(new() { Statuses = [RegistrationStatus.Waiting], Institution = Paris, Mode = Online, Group = SeatGroup.Parse("grade/director") })).Should().Equal(2);
        (await Found(new() { Statuses = [RegistrationStatus.Waiting], Institution = Washington })).Should().BeEmpty();

        async Task<int[]> Found(RegistrationListQuery query) =>
            [.. (await office.Registrations.ListPageAsync(Code, query)).Items.Select(r => Array.IndexOf(made, r.Registration.Id))];
    }

    [Theory]
    [MemberData(nameof(Orders), DisableDiscoveryEnumeration = true)]
    public async Task Nobody_who_is_there_all_along_is_lost_or_doubled_while_others_come_go_and_are_erased_between_pages(string name, RegistrationOrder order)
    {
        foreach (int limit in new[] { 1, 2, 5 })
        {
            Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(100));
            var all = new List<(RegistrationId Id, PersonId Person)>();
            async Task RegisterAsync(int seed)
            {
                int i = seed % s_people.Length;
                PersonId person = await office.Desks.People.AddAsync(
                    new Person(new PersonName(s_people[i].Latin, $"{(char)('a' + (seed * 7 % 26))}").WithNative("km", s_people[i].Khmer, "")) { Post = new Post(new("", "x"), Ministry, s_people[i].Rank) }, Officer);
                all.Add(((await office.RegisterAsync(person, from: seed % 2 == 0 ? Washington : Paris)).Registration, person));
            }

            for (int i = 0; i < 14; i++)
            {
                await RegisterAsync(i);
            }

            var everybody = all.ToArray();
            var told = new List<RegistrationId>();
            var changed = new HashSet<RegistrationId>();
            var query = new RegistrationListQuery { Order = order, Limit = limit };
            int round = 0;
            do
            {
                Page<RegistrationListing> page = await office.Registrations.ListPageAsync(Code, query);
                page.Items.Length.Should().BeLessThanOrEqualTo(limit);
                told.AddRange(page.Items.Select(r => r.Registration.Id));
                query = query with { After = page.Next };
                if (round < 10)
                {
                    await RegisterAsync(100 + round);
                    await RegisterAsync(200 + (round * 3));
                }

                if (round is 1 or 3)
                {
                    // The very row at which the page ended moves: its person is erased, or the registration is cancelled.
                    (RegistrationId Id, PersonId Person) last = all.Single(r => r.Id == told[^1]);
                    changed.Add(last.Id);
                    await office.Desks.People.EraseAsync(last.Person, Officer);
                    await office.Registrations.CancelAsync(Code, last.Id, "illness", Officer);
                }

                round++;
            }
            while (query.After is not null && round < 100);

            query.After.Should().BeNull(name);
            told.Where(id => !changed.Contains(id)).Should().OnlyHaveUniqueItems($"{name}, {limit} a page");
            everybody.Select(r => r.Id).Except(changed).Should().BeSubsetOf(told, $"{name}, {limit} a page");
        }
    }

    [Fact]
    public async Task Pages_together_are_the_whole_list()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(5));
        foreach (int i in new[] { 3, 0, 4, 2, 1, 1, 0 })
        {
            await office.RegisterAsync(await PersonAsync(office, i));
        }

        foreach (RegistrationOrder order in Orders.Select(o => o.Data.Item2))
        {
            var whole = (await office.Registrations.ListPageAsync(Code, new() { Order = order, Limit = int.MaxValue })).Items.Select(r => r.Registration.Id).ToArray();
            var paged = new List<RegistrationId>();
            var query = new RegistrationListQuery { Order = order, Limit = 2 };
            do
            {
                Page<RegistrationListing> page = await office.Registrations.ListPageAsync(Code, query);
                paged.AddRange(page.Items.Select(r => r.Registration.Id));
                query = query with { After = page.Next };
            }
            while (query.After is not null);

            paged.Should().Equal(whole);
            whole.Should().HaveCount(7);
        }
    }

    [Fact]
    public async Task A_cursor_holds_no_name_and_belongs_to_one_list()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(5));
        await office.RegisterAsync(await PersonAsync(office, 1));
        await office.RegisterAsync(await PersonAsync(office, 3));
        var query = new RegistrationListQuery { Order = RegistrationOrder.ByLatinName, Limit = 1 };

        string cursor = (await office.Registrations.ListPageAsync(Code, query)).Next!;

        cursor.Should().MatchRegex("^[0-9a-f.]+$");
        foreach (RegistrationListQuery other in new[]
        {
            query with { Order = RegistrationOrder.ByKhmerName, After = cursor }, query with { Mode = Online, After = cursor }, query with { After = "" }, query with { After = cursor[1..] },
            query with { After = cursor + ".x" }, query with { After = string.Join('.', Enumerable.Repeat(cursor, 3)) }, query with { After = cursor[..9] + "-1" + cursor[10..] },
        })
        {
            await office.Registrations.Invoking(r => r.ListPageAsync(Code, other).AsTask()).Should().ThrowAsync<ArgumentException>(other.After);
        }
    }

    [Fact]
    public async Task People_come_with_the_rows_where_they_are_asked_for()
    {
        Office office = await Office.OpenAsync(SeatPlan.OnlineOnly(5));
        await office.RegisterAsync(await PersonAsync(office, 1));

        (await office.Registrations.ListPageAsync(Code, new())).Items.Single().Person.Should().BeNull();
        (await office.Registrations.ListPageAsync(Code, new() { WithPeople = true })).Items.Single().Person!.Name.Family.Should().Be("CHAN");
    }

    [Fact]
    public void A_page_has_a_row_and_a_list_an_order()
    {
        FluentActions.Invoking(() => new RegistrationListQuery { Limit = 0 }).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new RegistrationListQuery { Order = null! }).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => RegistrationOrder.ByPrecedence(null!)).Should().Throw<ArgumentException>();
    }

    private static async Task<PersonId> PersonAsync(Office office, int i)
    {
        (string khmer, string latin, string rank) = s_people[i];
        string[] names = latin.Split(' ');
        string[] native = khmer.Split(' ');
        return await office.Desks.People.AddAsync(
            new Person(new PersonName(names[0], names.ElementAtOrDefault(1) ?? "").WithNative("km", native[0], native.ElementAtOrDefault(1) ?? ""))
            {
                Post = new Post(new LocalizedText("", "Diplomat"), Ministry, rank, new LocalDate(2020, 1, 1)),
            },
            Officer);
    }

    private static async Task<string[]> NamesAsync(Office office, RegistrationOrder order) =>
        [.. (await office.Registrations.ListPageAsync(Code, new() { Order = order, WithPeople = true })).Items.Select(r => r.Person?.Name.Printed ?? "-")];

    private static async Task<int[]> IndicesAsync(Office office, RegistrationOutcome[] made, RegistrationOrder order) =>
        [.. (await office.Registrations.ListPageAsync(Code, new() { Order = order })).Items.Select(r => Array.FindIndex(made, m => m.Registration == r.Registration.Id))];
}
