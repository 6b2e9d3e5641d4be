using System.Reflection;
using CsCheck;
using Diplomacy.Training.Journal;

namespace Diplomacy.Training.Tests.Rules;

/// <summary>Ids and codes: what is written is read back, and no text makes them fail otherwise than by saying no.</summary>
public sealed class IdTests
{
    [Fact]
    public void An_id_is_read_back_as_it_was_written()
    {
        var person = PersonId.New();
        PersonId.Parse(person.ToString()).Should().Be(person);
        PersonId.Parse(person.ToString().ToUpperInvariant()).Should().Be(person);
        PersonId.New().Should().NotBe(person);
        person.ToString().Should().MatchRegex("^[0-9a-f]{32}$");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData("០123456789abcdef0123456789abcdef")]
    public void What_is_not_an_id_is_refused(string? text)
    {
        PersonId.TryParse(text, out PersonId id).Should().BeFalse();
        id.Should().Be(default(PersonId));
        FluentActions.Invoking(() => RecordId.Parse(text!)).Should().Throw<FormatException>();
        FluentActions.Invoking(() => CommandId.Parse(text!)).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("US-WAS-EMB", true)]
    [InlineData("A1", true)]
    [InlineData("12345678901234567890", true)]
    [InlineData("A", false)]
    [InlineData("123456789012345678901", false)]
    [InlineData("-US", false)]
    [InlineData("us-was", false)]
    [InlineData("US WAS", false)]
    [InlineData("US_WAS", false)]
    [InlineData("İSTANBUL", false)]
    [InlineData("ＵＳ", false)]
    [InlineData("១២", false)]
    [InlineData("US\n", false)]
    [InlineData(null, false)]
    public void An_institutions_code_is_capitals_digits_and_hyphens(string? text, bool valid)
    {
        InstitutionCode.TryParse(text, out InstitutionCode code).Should().Be(valid);
        code.ToString().Should().Be(valid ? text : "");
    }

    [Theory]
    [InlineData("people", "people", "")]
    [InlineData("book/DD-2023", "book", "DD-2023")]
    [InlineData("register/MFAIC/2023", "register", "MFAIC/2023")]
    public void A_stream_has_a_kind_and_a_key(string text, string kind, string key)
    {
        StreamId stream = StreamId.Parse(text);
        (stream.Kind, stream.Key, stream.ToString()).Should().Be((kind, key, text));
        StreamId.Of(kind, key.Split('/', StringSplitOptions.RemoveEmptyEntries)).Should().Be(stream);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("Book/1")]
    [InlineData("book/")]
    [InlineData("book//1")]
    [InlineData("book/a b")]
    [InlineData("book/../x/")]
    [InlineData("book/ក")]
    [InlineData("1/1")]
    public void What_is_not_a_stream_is_refused(string text)
    {
        StreamId.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => StreamId.Parse(text)).Should().Throw<FormatException>();
        FluentActions.Invoking(() => StreamId.Of(text)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_stream_has_at_most_120_characters()
    {
        StreamId.TryParse("book/" + new string('x', 115), out _).Should().BeTrue();
        StreamId.TryParse("book/" + new string('x', 116), out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("tab\t")]
    public void An_actor_is_an_opaque_id(string id) => FluentActions.Invoking(() => Actor.Official(id)).Should().Throw<ArgumentException>();

    [Fact]
    public void An_actor_tells_capacity_and_id()
    {
        Actor.Official("staff:1").ToString().Should().Be("Official staff:1");
        Actor.System.Should().Be(default(Actor));
        default(Actor).Id.Should().Be("system");
        FluentActions.Invoking(() => Actor.Participant(new string('x', 101))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void No_text_makes_TryParse_throw()
    {
        MethodInfo[] parsers = [.. typeof(PersonId).Assembly.GetExportedTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(m => m.Name == "TryParse" && m.GetParameters() is [{ ParameterType: var first }, _] && first == typeof(string))];
        parsers.Should().HaveCountGreaterThan(7);

        Gen.String.Sample(text =>
        {
            foreach (MethodInfo parse in parsers)
            {
                parse.Invoke(null, [text, null]);
            }
        }, iter: 500);
    }

    [Theory]
    [InlineData("EN")]
    [InlineData("en")]
    public void A_language_compares_without_case(string tag) => new Language(tag).Should().Be(Language.English).And.Be(default(Language));

    [Theory]
    [InlineData("")]
    [InlineData("k m")]
    [InlineData("ខ្មែរ")]
    [InlineData("en_US")]
    public void What_is_not_a_language_tag_is_refused(string tag) => FluentActions.Invoking(() => new Language(tag)).Should().Throw<ArgumentException>();

    [Fact]
    public void A_tag_is_lower_case_whatever_the_machine_speaks() => new Language("IT").Tag.Should().Be("it");
}
