using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Institutions;

public sealed class InstitutionParticulars
{
    [Theory]
    [InlineData("KH")]
    [InlineData("XK")]
    public void A_country_code_is_two_capital_letters(string code) => (An.Institution() with { CountryCode = code }).CountryCode.Should().Be(code);

    [Theory]
    [InlineData("kh")]
    [InlineData("KHM")]
    [InlineData("K")]
    [InlineData("")]
    [InlineData("K1")]
    [InlineData("\u017DA")]
    public void Anything_else_is_no_country_code(string code)
    {
        Action describe = () => _ = An.Institution() with { CountryCode = code };

        describe.Should().Throw<ArgumentException>().WithParameterName("CountryCode");
    }

    [Theory]
    [InlineData("embassy@mfaic.example")]
    [InlineData("o'hare+visa_1@a-b.example")]
    [InlineData("\u179F\u17D2\u1790\u17B6\u1793@\u1780.example")]
    public void A_mailbox_is_kept_as_given_but_trimmed(string email) => (An.Institution() with { Email = $" {email} " }).Email.Should().Be(email);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("embassy")]
    [InlineData("@mfaic.example")]
    [InlineData("a@b@c")]
    [InlineData(".a@b.example")]
    [InlineData("a..b@c.example")]
    [InlineData("a@-b.example")]
    [InlineData("a@b..example")]
    [InlineData("a,b@c.example")]
    [InlineData("a:b@c.example")]
    [InlineData("\"a b\"@c.example")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("<a@b.example>")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    public void What_cannot_be_written_to_as_it_stands_is_no_mailbox(string email)
    {
        Action describe = () => _ = An.Institution() with { Email = email };

        describe.Should().Throw<ArgumentException>().WithParameterName("Email");
    }

    [Fact]
    public void The_refusal_of_a_mailbox_does_not_hold_it()
    {
        Action describe = () => _ = An.Institution() with { Email = "sok.dara@@nowhere.example" };

        describe.Should().Throw<ArgumentException>().Which.Message.Should().NotContain("dara").And.NotContain("nowhere");
    }

    [Fact]
    public void A_local_part_has_at_most_64_characters_and_a_label_63()
    {
        Institution.IsMailbox(new string('a', 64) + "@b.example").Should().BeTrue();
        Institution.IsMailbox(new string('a', 65) + "@b.example").Should().BeFalse();
        Institution.IsMailbox("a@" + new string('b', 63) + ".example").Should().BeTrue();
        Institution.IsMailbox("a@" + new string('b', 64) + ".example").Should().BeFalse();
    }

    [Fact]
    public async Task Country_code_and_mailbox_are_kept_and_belong_to_what_a_command_asks_for()
    {
        var desks = new TrainingDesks();
        CommandId command = CommandId.New();
        Institution embassy = An.Embassy() with { CountryCode = "US", Email = "embassy@was.example" };
        await desks.Institutions.AddAsync(embassy, An.Officer, command, TestContext.Current.CancellationToken);

        (await desks.Institutions.FindAsync(embassy.Code, TestContext.Current.CancellationToken)).Should().Be(embassy);
        foreach (Institution other in (Institution[])[embassy with { CountryCode = "CA" }, embassy with { Email = "visa@was.example" }, embassy with { Email = null }])
        {
            Func<Task> again = async () => await desks.Institutions.AddAsync(other, An.Officer, command, TestContext.Current.CancellationToken);
            (await again.Should().ThrowAsync<TrainingRuleException>()).Which.Rules.Should().ContainSingle().Which.Code.Should().Be("journal.command-is-new");
        }
    }
}
