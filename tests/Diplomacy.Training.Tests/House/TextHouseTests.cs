using System.Reflection;
using System.Text.RegularExpressions;

namespace Diplomacy.Training.Tests.House;

/// <summary>Every text has a stable code and words in both languages, with the same named places.</summary>
public sealed partial class TextHouseTests
{
    private static readonly Type s_text = typeof(TrainingTexts).Assembly.GetType("Diplomacy.Training.CatalogText", throwOnError: true)!;

    public static TheoryData<string, string, string> Texts => [.. Declared().Select(t => (t.Code, t.English, t.Khmer))];

    [Fact]
    public void Every_text_that_is_declared_can_be_asked_for() =>
        Declared().Select(t => t.Code).Order(StringComparer.Ordinal).Should().Equal(TrainingTexts.Default.Codes, "each *Rules class lists its texts in All, and TextCatalog lists the classes");

    [Fact]
    public void Codes_are_unique() => Declared().Select(t => t.Code).Should().OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_code_is_lower_case_and_dotted(string code, string english, string khmer)
    {
        _ = (english, khmer);
        code.Should().MatchRegex("^[a-z]+(-[a-z]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+$");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_languages_have_the_same_places(string code, string english, string khmer)
    {
        english.Should().NotBeNullOrWhiteSpace(code);
        Places(khmer).Should().Equal(Places(english), code);
        Places(english).Where(p => !Place().IsMatch("{" + p + "}")).Should().BeEmpty(code);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Khmer_is_written_in_Khmer_and_English_is_not(string code, string english, string khmer)
    {
        khmer.Count(IsKhmer).Should().BeGreaterThan(5, $"{code} has Khmer words, not only a place");
        english.Any(IsKhmer).Should().BeFalse(code);
        khmer.Should().Be(khmer.Normalize(), code).And.Be(khmer.Trim(), code);
        khmer.Should().NotMatchRegex("[\u17A3\u17A4\u17D3\u17D8]", "Unicode discourages these characters");
    }

    private static bool IsKhmer(char c) => c is >= '\u1780' and <= '\u17FF';

    private static string[] Places(string template) =>
        [.. Braces().Matches(template).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every text that a static field of the library holds, whether listed or forgotten.</summary>
    private static IReadOnlyList<(string Code, string English, string Khmer)> Declared()
    {
        return
        [
            .. from type in typeof(TrainingTexts).Assembly.GetTypes()
               from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
               where field.FieldType == s_text
               let text = field.GetValue(null)
               select (Value(text, "Code"), Value(text, "English"), Value(text, "Khmer")),
        ];

        static string Value(object text, string name) => (string)s_text.GetProperty(name)!.GetValue(text)!;
    }

    [GeneratedRegex("\\{([^}]*)\\}")]
    private static partial Regex Braces();

    [GeneratedRegex("^\\{[a-z][A-Za-z]*\\}$")]
    private static partial Regex Place();
}
