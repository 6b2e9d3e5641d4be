using System.Text;
using System.Text.RegularExpressions;

namespace Diplomacy.Training.Imports.Tests;

public sealed partial class ExplainingErrors
{
    private static readonly string[] s_codes = [.. ImportTexts.Default.Codes.Where(code => code.StartsWith("import.", StringComparison.Ordinal))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_text_is_there_in_Khmer_letters_with_the_same_places()
    {
        s_codes.Should().HaveCountGreaterThan(60, "the codes are found where the reader declares them");
        foreach (string code in s_codes)
        {
            var none = new Dictionary<string, object>();
            string english = ImportTexts.Default.Format(code, none, Language.English);
            string khmer = ImportTexts.Default.Format(code, none, Language.Khmer);
            Place().Matches(khmer).Select(m => m.Value).Should().BeEquivalentTo(Place().Matches(english).Select(m => m.Value), code);
            khmer.IsNormalized(NormalizationForm.FormC).Should().BeTrue(code);
            khmer.Should().NotBe(english);
            if (!code.StartsWith("import.place-", StringComparison.Ordinal))
            {
                khmer.Should().MatchRegex("[\u1780-\u17FF].*។$", code);
            }
        }
    }

    [Fact]
    public async Task An_error_is_told_in_Khmer_with_file_row_and_column()
    {
        ImportError error = await Zone();

        error.Explain(Language.Khmer).Should().Be(
            $"missions.csv ជួរដេកទី 2 ជួរឈរ 'timezone'៖ 'Mars/Olympus' មិនមែនជាតំបន់ម៉ោងក្នុងទិន្នន័យ {error.Arguments["version"]} ទេ។ សូមប្រើលេខសម្គាល់ IANA ដូចជា Asia/Phnom_Penh ដោយប្រកាន់អក្សរតូចធំ។");
        error.ToString().Should().Be(error.Explain(Language.English));
    }

    [Fact]
    public async Task A_host_replaces_words_and_its_texts_need_not_know_this_package()
    {
        ImportError error = await Zone();

        TrainingTexts own = ImportTexts.Default.With("import.value-is-a-zone", new Language("fr"), "Le fuseau « {value} » est inconnu.");
        error.Explain(new Language("fr"), own).Should().Be("missions.csv, row 2, column 'timezone': Le fuseau « Mars/Olympus » est inconnu.");
        error.Explain(Language.English, TrainingTexts.Default).Should().Be(error.ToString());
    }

    [Fact]
    public async Task A_value_that_may_be_personal_is_shown_only_apart()
    {
        using MemoryStream stream = Sources.Utf8("code,type,name,city,country,timezone\nFR-PAR-EMB,embassy,E,P,F,sok.dara@ministry.example\nFR-LYS-CG,embassy,E,P,F,សុខ ដារ៉ា\n");
        IReadOnlyList<ImportError> errors = await Sources.Refused(() => InstitutionReader.ReadAsync(stream, "missions.csv", cancellationToken: Token));

        errors.Select(error => error.PersonalValue).Should().Equal("sok.dara@ministry.example", "សុខ ដារ៉ា");
        errors.Select(error => error.ToString()).Should().OnlyContain(told => told.Contains("'…' is not a time zone", StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_of_an_add_on_do_not_replace_a_text_by_accident()
    {
        Action twice = () => ImportTexts.Default.WithMore([("import.value-is-a-zone", "a", "ខ")]);
        twice.Should().Throw<ArgumentException>().WithMessage("*import.value-is-a-zone*");
    }

    [Fact]
    public void Every_code_has_a_test()
    {
        string tests = string.Concat(Directory.GetFiles(Path.GetDirectoryName(Path.GetDirectoryName(Sources.Fixture("x")))!, "*.cs").Select(File.ReadAllText));
        s_codes.Where(code => !code.StartsWith("import.place-", StringComparison.Ordinal)).Should().OnlyContain(code => tests.Contains(code, StringComparison.Ordinal));
    }

    private static async Task<ImportError> Zone()
    {
        using MemoryStream stream = Sources.Utf8("code,type,name,city,country,timezone\nFR-PAR-EMB,embassy,Embassy,Paris,France,Mars/Olympus\n");
        return (await Sources.Refused(() => InstitutionReader.ReadAsync(stream, "missions.csv", cancellationToken: Token))).Single();
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
