using System.Text;
using CsCheck;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Sophea", "CHAN", "CHAN Sophea")]
    [InlineData("sophea", "chan", "chan sophea")]
    [InlineData("SOPHEA", "Chan", "Chan SOPHEA")]
    [InlineData("Vannak Pich", "van der Berg", "van der Berg Vannak Pich")]
    [InlineData("İpek", "ışık", "ışık İpek")]
    [InlineData("O'Brien-Smith", "", "O'Brien-Smith")]
    public void R46_a_name_is_printed_as_given_family_name_first(string given, string family, string printed)
    {
        var name = new PersonName(family, given);

        (name.Given, name.Family, name.Printed, name.ExplicitForm, name.Native).Should().Be((given, family, printed, null, null));
    }

    [Fact]
    public void Someone_with_a_single_name_has_a_given_name_or_a_family_name()
    {
        PersonName.Single("Sukarno").Printed.Should().Be("Sukarno");
        new PersonName("Sukarno", "").Printed.Should().Be("Sukarno");
    }

    [Fact]
    public void An_explicit_form_is_printed_instead() => new PersonName("Sen", "Hun", "Samdech Hun Sen").Printed.Should().Be("Samdech Hun Sen");

    [Fact]
    public void A_native_name_stands_beside_the_Latin_one()
    {
        PersonName name = new PersonName("CHAN", "Sophea").WithNative("km", "ចាន់", "សុភា");

        name.Printed.Should().Be("CHAN Sophea");
        (name.Native!.Language, name.Native.Family, name.Native.Given, name.Native.Printed).Should().Be((Language.Khmer, "ចាន់", "សុភា", "ចាន់ សុភា"));
        PersonName.Single("Sophea").WithNative("km", "ចាន់", "សុភា", "លោកស្រី ចាន់ សុភា").Native!.Printed.Should().Be("លោកស្រី ចាន់ សុភា");
        PersonName.Single("Suk").WithNative("km", "", "សុខ").Native!.Printed.Should().Be("សុខ");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", "\u3000")]
    public void A_person_has_at_least_one_name(string given, string family)
    {
        FluentActions.Invoking(() => new PersonName(family, given)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => PersonName.Single("X").WithNative("km", family, given)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Missing_parts_are_a_programmers_error()
    {
        FluentActions.Invoking(() => PersonName.Single(null!)).Should().Throw<ArgumentNullException>().WithParameterName("given");
        FluentActions.Invoking(() => new PersonName(null!, "X")).Should().Throw<ArgumentNullException>().WithParameterName("family");
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\n")]
    [InlineData("\u200F")]
    [InlineData("\u202E")]
    [InlineData("\u2028")]
    public void What_cannot_be_printed_is_refused_and_the_message_does_not_hold_the_name(string bad)
    {
        foreach (Func<PersonName> make in new Func<PersonName>[]
        {
            () => new("Soph" + bad + "ea", "CHAN"),
            () => new("Sophea", "CH" + bad + "AN"),
            () => new("Sophea", "CHAN", "CHAN" + bad + "Sophea"),
            () => new PersonName("CHAN", "Sophea").WithNative("km", "ចាន់" + bad + "x", "សុភា"),
        })
        {
            string message = make.Should().Throw<ArgumentException>().Which.ToString().Split("   at ")[0];
            message.Should().NotContainAny("Soph", "CH", "AN", "ចាន់", "សុភា").And.Contain("U+");
        }
    }

    [Fact]
    public void A_lone_surrogate_is_refused() => FluentActions.Invoking(() => PersonName.Single("A" + '\uD801')).Should().Throw<ArgumentException>();

    [Fact]
    public void A_printable_name_is_kept_but_for_form_C() =>
        Gen.Select(Unicode.Printable, Unicode.Printable, Unicode.Printable, Unicode.Printable).Sample((given, family, nativeGiven, nativeFamily) =>
        {
            PersonName name = new PersonName(family, given).WithNative("km", nativeFamily, nativeGiven);

            (name.Given, name.Family, name.Native!.Given, name.Native.Family).Should()
                .Be((given.Normalize(NormalizationForm.FormC), family.Normalize(NormalizationForm.FormC), nativeGiven.Normalize(NormalizationForm.FormC), nativeFamily.Normalize(NormalizationForm.FormC)));
            name.Printed.Should().Be($"{name.Family} {name.Given}");
            name.ToString().Should().Be("(a person's name)");
            name.Native.ToString().Should().Be("(a person's name)");
        }, iter: 2000);

    [Fact]
    public void Any_text_is_a_valid_name_or_refused_as_an_argument() =>
        Unicode.Any.Sample(text =>
        {
            try
            {
                string kept = PersonName.Single(text).Given;
                kept.IsNormalized(NormalizationForm.FormC).Should().BeTrue();
                kept.Should().Be(kept.Trim()).And.NotContainAny("\n", "\u202E", "\u2028");
                new UTF8Encoding(false, true).GetByteCount(kept).Should().BePositive("it is valid Unicode");
                PersonName.Single(kept).Given.Should().Be(kept);
            }
            catch (ArgumentException fault)
            {
                fault.ParamName.Should().Be("given");
                if (text.Trim().Length > 3)
                {
                    fault.Message.Should().NotContain(text.Trim());
                }
            }
        }, iter: 5000);
}
