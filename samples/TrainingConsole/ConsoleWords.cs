using System.Globalization;
using Diplomacy.Training;

namespace TrainingConsole;

/// <summary>The console's own words in Khmer, and the library's rules told in the console's terms.</summary>
internal static class ConsoleWords
{
    private static readonly Dictionary<string, string> s_khmer = new(StringComparer.Ordinal)
    {
        ["Mon"] = "ចន្ទ", ["Tue"] = "អង្គារ", ["Wed"] = "ពុធ", ["Thu"] = "ព្រហស្បតិ៍", ["Fri"] = "សុក្រ", ["Sat"] = "សៅរ៍", ["Sun"] = "អាទិត្យ",
        ["day"] = "ថ្ងៃ",
        ["in-hours"] = "ក្នុងម៉ោងធ្វើការ",
        ["within-an-hour"] = "ក្រៅម៉ោងធ្វើការមិនលើស ១ ម៉ោង",
        ["within-two-hours"] = "ក្រៅម៉ោងធ្វើការមិនលើស ២ ម៉ោង",
        ["early"] = "មុនម៉ោងធ្វើការ",
        ["evening"] = "ពេលល្ងាច",
        ["rest-day"] = "ថ្ងៃឈប់សម្រាក",
        ["night"] = "ពេលយប់",
        ["participation"] = "ការចូលរួម", ["completion"] = "ការបញ្ចប់", ["diploma"] = "សញ្ញាបត្រ", ["appreciation"] = "ការថ្លែងអំណរគុណ",
        ["Number"] = "លេខ", ["Level"] = "កម្រិត", ["Name"] = "ឈ្មោះ", ["Workshop"] = "សិក្ខាសាលា", ["Held"] = "កាលបរិច្ឆេទ", ["Hours"] = "ចំនួនម៉ោង",
        ["Venue"] = "ទីកន្លែង", ["Issuer"] = "ស្ថាប័នចេញ", ["Issued"] = "ចេញនៅ", ["Signed by"] = "ហត្ថលេខី",
    };

    /// <summary>The library speaks of an item of an agenda; here there is only what was typed after <c>--at</c>.</summary>
    internal static TrainingTexts Rules { get; } = TrainingTexts.Default
        .With("agenda.time-exists", Language.English, "--at: {time} does not exist in {zone}, whose clocks skip it when they go forward. Choose {earlier} or {later}.")
        .With("agenda.time-exists", Language.Khmer, "--at: គ្មានម៉ោង {time} ទេ៖ {zone} រំលងវា ពេលនាឡិកាត្រូវបានបង្វិលទៅមុខ។ សូមជ្រើសរើស {earlier} ឬ {later}។")
        .With("agenda.time-is-unique", Language.English, "--at: {time} occurs twice in {zone} when its clocks go back. Add --occurrence earlier for {earlier}, or --occurrence later for {later}.")
        .With("agenda.time-is-unique", Language.Khmer, "--at: {time} កើតឡើងពីរដងក្នុង {zone} ពេលនាឡិកាត្រូវបានបង្វិលថយក្រោយ។ សូមជ្រើសរើស --occurrence earlier សម្រាប់ {earlier} ឬ --occurrence later សម្រាប់ {later}។");

    /// <summary>A label or a word of a table. JSON documents keep the English words, which scripts read.</summary>
    internal static string In(Language language, string word) => language == Language.Khmer ? s_khmer.GetValueOrDefault(word, word) : word;

    /// <summary>Fills up to a width as terminals count it: marks above and below a letter take no room.</summary>
    internal static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    internal static int Width(string text) => text.Count(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format));
}
