using CsCheck;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.People;

public sealed class PrecedenceTests
{
    private static readonly Precedence s_precedence = new(RankTable.HighestFirst("MINISTER", "AMBASSADOR DIRECTOR_GENERAL", "COUNSELLOR"));

    private static readonly Gen<Person?> s_people = Gen.Select(
        Gen.OneOf<string?>("MINISTER", "AMBASSADOR", "DIRECTOR_GENERAL", "COUNSELLOR", "UNKNOWN", "", null),
        Gen.Int[0, 3],
        Gen.OneOf(Gen.OneOf("a", "A", "b", "B", "İ", "i", "ı", "I", "ß", "ss", "é"), Unicode.Printable),
        Gen.OneOf<string?>(null, "1", "2"))
        .Select((rank, year, name, id) => rank is null && year == 0 ? null : Of(name, rank, year == 0 ? null : new LocalDate(2019 + year, 1, 1), id));

    [Fact]
    public void Class_comes_before_seniority_and_seniority_before_the_alphabet()
    {
        Person[] expected =
        [
            Of("Zoë", "MINISTER"),
            Of("Yim", "DIRECTOR_GENERAL", new(2018, 1, 1)),
            Of("Arun", "AMBASSADOR", new(2019, 1, 1)),
            Of("Bopha", "AMBASSADOR", new(2019, 1, 1)),
            Of("Aok", "AMBASSADOR"),
            Of("Aok", "COUNSELLOR", new(2001, 1, 1)),
            Of("Aok", "ambassador", new(1990, 1, 1)),
            Of("Zhou", null),
        ];

        expected.Reverse().Order(s_precedence).Should().Equal(expected);
    }

    [Fact]
    public void Case_decides_only_between_names_that_are_otherwise_the_same() =>
        new[] { Of("chan b"), Of("CHAN A"), Of("chan a"), Of("Chan B") }.Order(s_precedence).Select(p => p.Name.Printed).Should().Equal("CHAN A", "chan a", "Chan B", "chan b");

    [Fact]
    public void It_is_a_total_order() =>
        Gen.Select(s_people, s_people, s_people).Sample((x, y, z) =>
        {
            int xy = Math.Sign(s_precedence.Compare(x, y)), yz = Math.Sign(s_precedence.Compare(y, z)), xz = Math.Sign(s_precedence.Compare(x, z));
            s_precedence.Compare(x, x).Should().Be(0);
            Math.Sign(s_precedence.Compare(y, x)).Should().Be(-xy, "it does not matter which is asked first");
            if (xy <= 0 && yz <= 0)
            {
                xz.Should().Be(Math.Min(xy, yz) < 0 ? -1 : 0, "it is transitive, and equal stays equal");
            }

            if (xy == 0 && x is not null && y is not null)
            {
                (x.Name.Printed, x.ExternalId, x.Post?.Since).Should().Be((y.Name.Printed, y.ExternalId, y.Post?.Since));
            }
        }, iter: 20_000);

    [Fact]
    public void Nobody_comes_first() => s_precedence.Compare(null, Of("A", "MINISTER")).Should().BeNegative();

    [Fact]
    public void A_table_of_ranks_has_no_empty_class_and_no_rank_twice()
    {
        FluentActions.Invoking(() => RankTable.HighestFirst("A", " ")).Should().Throw<ArgumentException>().WithMessage("*Class 2*");
        FluentActions.Invoking(() => RankTable.HighestFirst("A", null!)).Should().Throw<ArgumentException>().WithMessage("*Class 2*");
        FluentActions.Invoking(() => RankTable.HighestFirst("A B", "C A")).Should().Throw<ArgumentException>().WithMessage("*'A' stands twice*");
        FluentActions.Invoking(() => new Precedence(null!)).Should().Throw<ArgumentNullException>();
        RankTable.HighestFirst("A B", "C").ClassOf("B").Should().Be(0);
        RankTable.HighestFirst("A B", "C").ClassOf("b").Should().Be(int.MaxValue);
    }

    private static Person Of(string name, string? rank = "", LocalDate? since = null, string? externalId = null) => new(PersonName.Single(name), externalId: externalId)
    {
        Post = rank is null ? null : new Post(new LocalizedText("", "Post"), InstitutionCode.Parse("MFAIC"), rank, since),
    };
}
