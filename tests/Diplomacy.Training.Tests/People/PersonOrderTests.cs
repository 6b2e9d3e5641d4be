using CsCheck;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.People;

public sealed class PersonOrderTests
{
    private static readonly RankTable s_ranks = RankTable.HighestFirst("MINISTER", "AMBASSADOR DIRECTOR_GENERAL", "COUNSELLOR");

    private static readonly PersonOrder[] s_orders = [PersonOrder.ByKhmerName, PersonOrder.ByLatinName, PersonOrder.ByPrecedence(s_ranks)];

    private static readonly PersonId[] s_ids = [PersonId.Parse("00000000000000000000000000000001"), PersonId.Parse("00000000000000000000000000000002")];

    private static readonly Gen<(PersonId Id, Person Person)> s_people = Gen.Select(
        Gen.OneOf<string?>("MINISTER", "AMBASSADOR", "UNKNOWN", "", null),
        Gen.Int[0, 3],
        Gen.OneOf(Gen.OneOf("a", "A", "b", "İ", "i", "ı", "ß", "ss", "é", "Chan", "CHAN"), Unicode.Printable),
        Gen.OneOf<string?>(null, "ចាន់", "ចាន", "ចា\u200Bន់", "ឥន្ទ", "អិន្ទ"),
        Gen.OneOf("km", "km-kh", "lo"),
        Gen.OneOf<string?>(null, "1", "2"),
        Gen.OneOf(s_ids))
        .Select((rank, year, latin, khmer, language, external, id) =>
            (id, Of(latin, khmer, rank, year == 0 ? null : new LocalDate(2019 + year, 1, 1), external, language: language)));

    [Fact]
    public void By_khmer_name_whoever_has_none_comes_last_by_latin_name()
    {
        Person[] expected =
        [
            Of("Keo Bopha", "កែវ បុប្ផា"),
            Of("Chan Sok", "ចាន់ សុខ"),
            Of("Chan Sophea", "ចាន់ សុភា"),
            Of("Channa", "ចាន់ណា"),
            Of("Im", "ឥម"),
            Of("Aaron", "ສົມ", language: "lo"),
            Of("Adam"),
            Of("zoe"),
            Of("Zoë"),
        ];

        expected.Reverse().Order(PersonOrder.ByKhmerName).Should().Equal(expected);
    }

    [Fact]
    public void By_latin_name_family_and_given_name_are_read_in_this_order()
    {
        Person[] expected =
        [
            new(new PersonName("CHAN", "Bopha")),
            new(new PersonName("Chan", "Sok")),
            new(PersonName.Single("Chan Sokha")),
            new(new PersonName("CHAN", "Sophea", "A. Chan")),
            new(new PersonName("Chandara", "Aok")),
            new(PersonName.Single("Dara")),
            new(new PersonName("Éa", "A")),
            new(new PersonName("EA", "B")),
            new(new PersonName("", "", "Zola")),
        ];

        expected.Reverse().Order(PersonOrder.ByLatinName).Should().Equal(expected);
    }

    [Fact]
    public void By_precedence_class_comes_before_seniority_and_seniority_before_the_alphabet()
    {
        Person[] expected =
        [
            Of("Zoë", null, "MINISTER"),
            Of("Yim", null, "DIRECTOR_GENERAL", new(2018, 1, 1)),
            Of("Zhou", "កក", "AMBASSADOR", new(2019, 1, 1)),
            Of("Arun", "ខ", "DIRECTOR_GENERAL", new(2019, 1, 1)),
            Of("Arun", null, "AMBASSADOR", new(2019, 1, 1)),
            Of("Bopha", null, "AMBASSADOR", new(2019, 1, 1)),
            Of("Aok", null, "AMBASSADOR"),
            Of("Aok", null, "COUNSELLOR", new(2001, 1, 1)),
            Of("Aok", null, "ambassador", new(1990, 1, 1)),
            Of("Zhou"),
        ];

        expected.Reverse().Order(PersonOrder.ByPrecedence(s_ranks)).Should().Equal(expected);
    }

    [Fact]
    public void People_of_the_same_name_stand_in_the_order_of_external_id_then_of_id()
    {
        (PersonId, Person)[] expected =
        [
            (s_ids[0], Of("Chan", "ចាន់")),
            (s_ids[1], Of("Chan", "ចាន់")),
            (s_ids[0], Of("Chan", "ចាន់", externalId: "a")),
            (s_ids[0], Of("Chan", "ចាន់", externalId: "b")),
        ];

        foreach (PersonOrder order in s_orders)
        {
            expected.Reverse().Order(order).Should().Equal(expected);
            order.Compare(expected[0].Item2, expected[1].Item2).Should().Be(0);
        }
    }

    [Fact]
    public void Every_order_is_total() =>
        Gen.Select(s_people, s_people, s_people).Sample((x, y, z) =>
        {
            foreach (PersonOrder order in s_orders)
            {
                int xy = Math.Sign(order.Compare(x, y)), yz = Math.Sign(order.Compare(y, z)), xz = Math.Sign(order.Compare(x, z));
                order.Compare(x, x).Should().Be(0);
                Math.Sign(order.Compare(y, x)).Should().Be(-xy, "it does not matter which is asked first");
                if (xy <= 0 && yz <= 0)
                {
                    xz.Should().Be(Math.Min(xy, yz), "it is transitive");
                }

                if (xy == 0)
                {
                    (x.Id, x.Person.Name.Printed, x.Person.Name.Native?.Printed, x.Person.ExternalId).Should().Be((y.Id, y.Person.Name.Printed, y.Person.Name.Native?.Printed, y.Person.ExternalId));
                }
            }
        }, iter: 10_000);

    [Fact]
    public void A_list_is_arranged_as_the_comparer_says() =>
        s_people.Array[0, 20].Sample(people =>
        {
            foreach (PersonOrder order in s_orders)
            {
                var arranged = order.Arrange(people);
                arranged.Zip(arranged.Skip(1)).Where(pair => order.Compare(pair.First, pair.Second) > 0).Should().BeEmpty();
                arranged.Should().BeEquivalentTo(people, options => options.WithoutStrictOrdering().ComparingByValue<(PersonId, Person)>());
            }
        }, iter: 300);

    [Fact]
    public void Nobody_comes_first_and_cannot_be_arranged()
    {
        PersonOrder.ByPrecedence(s_ranks).Compare(null, Of("A", null, "MINISTER")).Should().BeNegative();
        PersonOrder.ByKhmerName.Compare(Of("A"), null).Should().BePositive();
        FluentActions.Invoking(() => PersonOrder.ByKhmerName.Arrange([(s_ids[0], null!)])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => PersonOrder.ByKhmerName.Arrange(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PersonOrder.ByPrecedence(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_table_of_ranks_has_no_empty_class_and_no_rank_twice()
    {
        FluentActions.Invoking(() => RankTable.HighestFirst("A", " ")).Should().Throw<ArgumentException>().WithMessage("*Class 2*");
        FluentActions.Invoking(() => RankTable.HighestFirst("A", null!)).Should().Throw<ArgumentException>().WithMessage("*Class 2*");
        FluentActions.Invoking(() => RankTable.HighestFirst("A B", "C A")).Should().Throw<ArgumentException>().WithMessage("*'A' stands twice*");
        RankTable.HighestFirst("A B", "C").ClassOf("B").Should().Be(0);
        RankTable.HighestFirst("A B", "C").ClassOf("b").Should().Be(int.MaxValue);
    }

    private static Person Of(string latin, string? khmer = null, string? rank = null, LocalDate? since = null, string? externalId = null, string language = "km") =>
        new(khmer is null ? PersonName.Single(latin) : PersonName.Single(latin).WithNative(language, "", khmer), externalId: externalId)
        {
            Post = rank is null ? null : new Post(new LocalizedText("", "Post"), InstitutionCode.Parse("MFAIC"), rank, since),
        };
}
