using System.Globalization;
using System.Text.RegularExpressions;
using Diplomacy.Training.Khmer;
using NodaTime;
using NodaTime.Text;

namespace Diplomacy.Training.Pdf;

/// <summary>
/// The words around the facts of a certificate: titles and statements, which a ministry approves. A statement is a list of lines with named places:
/// <c>{title}</c>, <c>{venue}</c>, <c>{dates}</c> and <c>{hours}</c>; a part in square brackets that names a venue is left out where there is none.
/// </summary>
/// <remarks>Immutable. Places are filled in the line's own language; Khmer lines take Khmer digits.</remarks>
public sealed partial record CertificateWording
{
    private static readonly LocalDatePattern s_english = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern s_dayAndMonth = LocalDatePattern.CreateWithInvariantCulture("d MMMM");

    /// <summary>What the document is.</summary>
    public required BilingualLine Title { get; init; }

    /// <summary>The line that leads to the name.</summary>
    /// <value>"សូមបញ្ជាក់ថា" and "This is to certify that".</value>
    public BilingualLine Opening { get; init; } = new("សូមបញ្ជាក់ថា", "This is to certify that");

    /// <summary>What is certified, in Khmer.</summary>
    public required IReadOnlyList<string> StatementKhmer { get; init; }

    /// <summary>What is certified, in English.</summary>
    public required IReadOnlyList<string> StatementEnglish { get; init; }

    /// <summary>The library's own words for a level, to begin with.</summary>
    /// <param name="level">The level.</param>
    public static CertificateWording For(AwardLevel level) => level switch
    {
        AwardLevel.Completion => new()
        {
            Title = new("វិញ្ញាបនបត្របញ្ជាក់ការបញ្ចប់", "CERTIFICATE OF COMPLETION"),
            StatementKhmer = ["បានបញ្ចប់{title}", "[ដែលធ្វើនៅ{venue} ]{dates} រយៈពេល {hours} ម៉ោង"],
            StatementEnglish = ["has successfully completed “{title}”,", "[held at {venue} ]{dates} ({hours} hours)."],
        },
        AwardLevel.Diploma => new()
        {
            Title = new("សញ្ញាបត្រ", "DIPLOMA"),
            StatementKhmer = ["បានបញ្ចប់{title}", "{dates} រយៈពេល {hours} ម៉ោង"],
            StatementEnglish = ["has successfully completed “{title}”,", "{dates} ({hours} hours)."],
        },
        AwardLevel.Appreciation => new()
        {
            Title = new("លិខិតថ្លែងអំណរគុណ", "CERTIFICATE OF APPRECIATION"),
            Opening = new("សូមថ្លែងអំណរគុណចំពោះ", "is presented to"),
            StatementKhmer = ["ដែលបានចូលរួមចំណែកក្នុង{title}", "[ដែលធ្វើនៅ{venue} ]{dates}"],
            StatementEnglish = ["for a valued contribution to “{title}”,", "[held at {venue} ]{dates}."],
        },
        _ => new()
        {
            Title = new("វិញ្ញាបនបត្របញ្ជាក់ការចូលរួម", "CERTIFICATE OF PARTICIPATION"),
            StatementKhmer = ["បានចូលរួម{title}", "[ដែលធ្វើនៅ{venue} ]{dates} រយៈពេល {hours} ម៉ោង"],
            StatementEnglish = ["has taken part in “{title}”,", "[held at {venue} ]{dates} ({hours} hours)."],
        },
    };

    internal IReadOnlyList<string> Khmer(CertificateFacts facts) => Fill(
        StatementKhmer, facts.Title.In(Language.Khmer), facts.Venue?.In(Language.Khmer), KhmerDates(facts.FirstDay, facts.LastDay),
        KhmerNumerals.Write(Hours(facts)));

    internal IReadOnlyList<string> English(CertificateFacts facts) => Fill(
        StatementEnglish, facts.Title.In(Language.English), facts.Venue?.In(Language.English), EnglishDates(facts.FirstDay, facts.LastDay), Hours(facts));

    internal static string EnglishDate(LocalDate date) => s_english.Format(date);

    private static string Hours(CertificateFacts facts) => facts.Hours.ToString("0.#", CultureInfo.InvariantCulture);

    private static string KhmerDates(LocalDate from, LocalDate to) => from == to
        ? $"នៅ{KhmerSolarDate.Write(from)}"
        : $"ចាប់ពី{KhmerSolarDate.Write(from)} ដល់{KhmerSolarDate.Write(to)}";

    private static string EnglishDates(LocalDate from, LocalDate to) =>
        from == to ? $"on {s_english.Format(from)}"
        : from.Year != to.Year ? $"from {s_english.Format(from)} to {s_english.Format(to)}"
        : from.Month != to.Month ? $"from {s_dayAndMonth.Format(from)} to {s_english.Format(to)}"
        : $"from {from.Day.ToString(CultureInfo.InvariantCulture)} to {s_english.Format(to)}";

    /// <summary>Fills the lines. Places are found once, in the template: what is put into them is never read again.</summary>
    private static string[] Fill(IReadOnlyList<string> lines, string title, string? venue, string dates, string hours) =>
    [
        .. lines
            .Select(line => OptionalPart().Replace(line, part => venue is null && part.Value.Contains("{venue}", StringComparison.Ordinal) ? "" : part.Groups[1].Value))
            .Select(line => Place().Replace(line, place => place.Value switch
            {
                "{title}" => title,
                "{venue}" => venue ?? "",
                "{dates}" => dates,
                "{hours}" => hours,
                _ => place.Value,
            }))
            .Where(line => line.Length > 0),
    ];

    [GeneratedRegex(@"\[([^\[\]]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex OptionalPart();

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
