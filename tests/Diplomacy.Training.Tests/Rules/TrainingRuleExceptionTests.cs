using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.Rules;

public sealed class TrainingRuleExceptionTests
{
    [Fact]
    public async Task A_refusal_tells_every_rule_its_data_and_words_in_both_languages()
    {
        TrainingRuleException refusal = (await new Ministry().Desks.Institutions
            .Invoking(async d => await d.AddAllAsync([An.Institution("AA", zone: "Asia/Atlantis"), An.Institution("BB", zone: "asia/phnom_penh")], An.Officer))
            .Should().ThrowAsync<TrainingRuleException>()).Which;

        refusal.Rules.Select(r => r.Code).Should().Equal("institution.zone-is-known", "institution.zone-is-known");
        refusal.Rule.Should().BeSameAs(refusal.Rules[0]);
        refusal.Rule.Arguments.Should().Contain("zone", "Asia/Atlantis").And.Contain("institution", "AA");
        refusal.Message.Should().Contain("'Asia/Atlantis'").And.Contain("'asia/phnom_penh'");
        refusal.Rule.Explain(Language.Khmer).Should().Contain("តំបន់ម៉ោង 'Asia/Atlantis'");
        refusal.Rule.Explain(Language.English, TrainingTexts.Default.With("institution.zone-is-known", Language.English, "No {zone}.")).Should().Be("No Asia/Atlantis.");
    }

    [Fact]
    public void A_refusal_names_at_least_one_rule()
    {
        FluentActions.Invoking(() => new TrainingRuleException((IReadOnlyList<TrainingRule>)[])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new TrainingRuleException((TrainingRule)null!)).Should().Throw<ArgumentNullException>();
    }
}
