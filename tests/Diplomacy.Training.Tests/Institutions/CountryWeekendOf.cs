using System.Text.Json;
using Diplomacy.Training.Tests.Building;
using NodaTime;

namespace Diplomacy.Training.Tests.Institutions;

public sealed class CountryWeekendOf
{
    private static readonly string[] s_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static TheoryData<string, string> Doubts => new()
    {
        { "BD", "OtherDays Friday Saturday" }, { "DJ", "OtherDays Friday Saturday" }, { "MR", "OtherDays Friday Saturday" }, { "MV", "OtherDays Friday Saturday" }, { "PS", "OtherDays Friday Saturday" },
        { "BN", "OtherDays Friday Sunday" }, { "NP", "OtherDays Saturday" }, { "IN", "OtherDays Saturday Sunday" }, { "MY", "ByRegion" }, { "AE", "HalfDay Friday" }, { "KW", "None" }, { "KH", "None" },
    };

    [Fact]
    public void Every_country_has_the_weekend_of_the_file_of_CLDR()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Diplomacy.Training.Tests", "Institutions", "cldr", "weekData.json")));
        JsonElement data = file.RootElement.GetProperty("supplemental").GetProperty("weekData");
        JsonElement starts = data.GetProperty("weekendStart"), ends = data.GetProperty("weekendEnd");
        string Of(JsonElement table, string country) => (table.TryGetProperty(country, out JsonElement day) ? day : table.GetProperty("001")).GetString()!;

        for (int i = 0; i < 26 * 26; i++)
        {
            string country = $"{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}";
            int first = Array.IndexOf(s_days, Of(starts, country)), last = Array.IndexOf(s_days, Of(ends, country));
            CountryWeekend weekend = CountryWeekend.Of(country);
            weekend.Days.Should().Equal(Enumerable.Range(first, last - first + 1).Select(d => (IsoDayOfWeek)(d + 1)), country);
            weekend.IsNamed.Should().Be(starts.TryGetProperty(country, out _) || ends.TryGetProperty(country, out _), country);
            weekend.Source.Should().Contain("CLDR 48.2").And.Contain("Unicode-3.0");
        }
    }

    [Theory]
    [MemberData(nameof(Doubts))]
    public void What_is_known_against_it_is_told(string country, string doubt)
    {
        CountryWeekend weekend = CountryWeekend.Of(country);

        string.Join(' ', [weekend.Doubt.ToString(), .. weekend.Disputed]).Should().Be(doubt);
    }

    [Fact]
    public void It_is_explained_in_both_languages_with_source_and_doubt()
    {
        CountryWeekend.Of("KW").Explain(Language.English).Should().Be("KW: the weekend is Friday, Saturday by Unicode CLDR 48.2 (supplemental weekData, Unicode-3.0).");
        CountryWeekend.Of("BN").ToString().Should().Be(
            "BN: Unicode CLDR 48.2 (supplemental weekData, Unicode-3.0) does not name the country; its default for the world is Saturday, Sunday. Other sources name Friday, Sunday: ask the institution.");
        CountryWeekend.Of("AE").ToString().Should().EndWith("Many offices work half of Friday: ask the institution.");
        CountryWeekend.Of("MY").ToString().Should().EndWith("It differs by state or province: ask the institution.");
        CountryWeekend.Of("KW").Explain(Language.Khmer).Should().Contain("ថ្ងៃសុក្រ, ថ្ងៃសៅរ៍").And.Contain("Unicode-3.0");
        CountryWeekend.Of("NP").Explain(Language.Khmer).Should().Contain("ប្រភពផ្សេងទៀត");
    }

    [Fact]
    public void Working_time_is_made_of_it() =>
        CountryWeekend.Of("AF").WorkingTime(WorkingInterval.Parse("08:00-15:00")).ToString().Should().Be("Mon-Wed 08:00-15:00; Sat-Sun 08:00-15:00");

    [Theory]
    [InlineData("kw")]
    [InlineData("KWT")]
    [InlineData("001")]
    [InlineData("")]
    public void What_is_no_country_code_is_refused(string code) => FluentActions.Invoking(() => CountryWeekend.Of(code)).Should().Throw<ArgumentException>();
}
