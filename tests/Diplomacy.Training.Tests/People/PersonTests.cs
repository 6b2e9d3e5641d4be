using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.People;

public sealed class PersonTests
{
    [Theory]
    [InlineData("chan@example.gov.kh", "chan@example.gov.kh")]
    [InlineData("  Chan@Example.gov.kh ", "Chan@Example.gov.kh")]
    [InlineData("\"a@b\"@example.org", "\"a@b\"@example.org")]
    [InlineData(null, null)]
    public void An_address_is_kept_as_given_but_trimmed(string? email, string? kept) => A.Person(email: email).Email.Should().Be(kept);

    [Theory]
    [InlineData("")]
    [InlineData("chan")]
    [InlineData("@example.org")]
    [InlineData("chan@")]
    [InlineData("chan sophea@example.org")]
    [InlineData("chan\u0000@example.org")]
    [InlineData("chan\u202e@example.org")]
    [InlineData("chan\ufffe@example.org")]
    public void What_is_no_address_is_refused_without_telling_it(string email) =>
        FluentActions.Invoking(() => A.Person(email: email)).Should().Throw<ArgumentException>().WithParameterName(nameof(email)).Which.Message.Should().NotContain("chan");

    [Fact]
    public void An_address_has_at_most_254_characters()
    {
        string domain = "@example.org";
        A.Person(email: new string('x', 254 - domain.Length) + domain).Email.Should().HaveLength(254);
        FluentActions.Invoking(() => A.Person(email: new string('x', 255 - domain.Length) + domain)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void An_address_or_an_external_id_is_valid_Unicode()
    {
        FluentActions.Invoking(() => A.Person(email: '\uD800' + "@example.org")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => A.Person(externalId: "x" + '\uD800')).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void An_external_id_has_1_to_100_characters(int length) =>
        FluentActions.Invoking(() => A.Person(externalId: new string('x', length))).Should().Throw<ArgumentException>().WithParameterName("externalId");

    [Fact]
    public void A_post_keeps_its_date_in_the_ISO_calendar()
    {
        var since = new LocalDate(2021, 5, 3);
        var post = new Post(new LocalizedText("", "Counsellor"), InstitutionCode.Parse("MFAIC"), "C", since.WithCalendar(CalendarSystem.PersianSimple));

        post.Since.Should().Be(since);
    }

    [Fact]
    public void A_post_is_held_somewhere() =>
        FluentActions.Invoking(() => new Post(new LocalizedText("", "Counsellor"), default)).Should().Throw<ArgumentException>().WithParameterName("institution");

    [Fact]
    public void Aliases_are_kept_once_in_order_without_the_address_itself()
    {
        Person person = A.Person(email: "chan@example.org") with { Aliases = ["z@example.org", " Chan@Example.org", "a@example.org", "Z@example.org "] };

        person.Aliases.Should().Equal("a@example.org", "z@example.org");
        person.Should().Be(A.Person(email: "chan@example.org") with { Aliases = ["a@example.org", "z@example.org"] }).And.NotBe(A.Person(email: "chan@example.org"));
        A.Person().Aliases.Should().BeEmpty();
    }

    [Theory]
    [InlineData("chan")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("chan\n@example.org")]
    public void An_alias_that_is_no_address_is_refused_without_telling_it(string? alias) =>
        FluentActions.Invoking(() => A.Person() with { Aliases = ["a@example.org", alias!] }).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("chan");

    [Fact]
    public void A_person_has_at_most_20_aliases()
    {
        (A.Person() with { Aliases = [.. Enumerable.Range(0, 20).Select(i => $"{i}@example.org")] }).Aliases.Should().HaveCount(20);
        FluentActions.Invoking(() => A.Person() with { Aliases = [.. Enumerable.Range(0, 21).Select(i => $"{i}@example.org")] }).Should().Throw<ArgumentException>();
    }
}
