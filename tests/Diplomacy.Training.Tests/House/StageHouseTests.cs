using System.Text.RegularExpressions;
using Diplomacy.Training.Tests.Building;

namespace Diplomacy.Training.Tests.House;

/// <summary>
/// A folder is a stage of the work, and a stage may name only itself and earlier stages. Read from the source: the types that each folder
/// declares, and every later type that a file of an earlier folder names as a type.
/// </summary>
public sealed partial class StageHouseTests
{
    // Folders of one line may name each other. Khmer depends on nothing.
    private static readonly string[][] s_order =
    [
        ["Khmer"], ["Rules", "Journal"], ["Institutions", "People"], ["Planning"], ["SlotSearch"], ["Registrations"], ["Invitations"], ["Attendance"], ["Certificates"], ["Programmes"],
    ];

    // Where the stages are put together, every one may be named.
    private static readonly string[] s_compositions = ["Storage/", "DependencyInjection/", "Journal/EventTypes.cs", "Rules/TextCatalog.cs", "GlobalUsings.cs"];

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Repository.CoreFiles().Where(f => !IsComposition(f.Path)).Select(f => Folder(f.Path)).Distinct().Should().BeSubsetOf(s_order.SelectMany(o => o));

    [Fact]
    public void Stages_depend_only_backwards()
    {
        var files = Repository.CoreFiles().Select(f => (f.Path, Code: WithoutCommentsAndTexts(f.Text))).ToArray();
        Dictionary<string, string> homes = files.Where(f => !IsComposition(f.Path))
            .SelectMany(f => Declaration().Matches(f.Code).Select(m => (Type: m.Groups[1].Value, Folder: Folder(f.Path))))
            .GroupBy(d => d.Type).ToDictionary(g => g.Key, g => g.OrderBy(d => Place(d.Folder)).First().Folder);

        var forward = from file in files
                      where !IsComposition(file.Path)
                      from name in TypesNamedIn(file.Code).Distinct()
                      where homes.TryGetValue(name, out string? home) && Place(home) > Place(Folder(file.Path))
                      select $"{file.Path} names {name} of {homes[name]}";

        homes.Should().ContainKey("PersonDirectory").WhoseValue.Should().Be("People");
        forward.Should().BeEmpty();
    }

    [Fact]
    public void The_reading_finds_types_and_leaves_members_comments_and_texts_alone()
    {
        string code = WithoutCommentsAndTexts("""
            // Alpha /* Beta */
            /// <see cref="Gamma"/>
            public Delta Epsilon { get; } = new Zeta("Eta", 'x', $"Theta {iota}"); /* Kappa */
            var l = x.Lambda(Mu: 1, y => y is Nu or Xi) with { Chi = 1, Psi = 2 };
            List<Omicron> Pi(Rho[] sigma, Tau? upsilon) => typeof(Phi);
            """);

        TypesNamedIn(code).Should().Contain(["Delta", "Zeta", "Nu", "Xi", "Omicron", "Rho", "Tau", "Phi"])
            .And.NotContain(["Alpha", "Beta", "Gamma", "Epsilon", "Eta", "Theta", "Kappa", "Lambda", "Mu", "Chi", "Psi"]);
    }

    private static bool IsComposition(string path) => s_compositions.Any(c => path.StartsWith(c, StringComparison.Ordinal));

    private static string Folder(string path) => path.Split('/')[0];

    private static int Place(string folder) => Array.FindIndex(s_order, o => o.Contains(folder));

    private static string WithoutCommentsAndTexts(string source) => CommentsAndTexts().Replace(source, m => m.Value[0] is '"' or '$' or '\'' or '@' ? "\"\"" : " ");

    /// <summary>
    /// Identifiers in capitals that stand where a type can: not after a dot, not as an argument's name, and not what is elsewhere in the file
    /// the name of a member.
    /// </summary>
    private static IReadOnlyList<string> TypesNamedIn(string code)
    {
        var types = new List<string>();
        var members = new HashSet<string>();
        foreach (Match match in Identifier().Matches(code))
        {
            string before = code[..match.Index].TrimEnd();
            string after = code[(match.Index + match.Length)..].TrimStart();
            bool member = before.EndsWith('.') && !before.EndsWith("..", StringComparison.Ordinal);
            bool argument = (after.StartsWith(':') && (before.EndsWith('(') || before.EndsWith(',')))
                || (after.Length > 1 && after[0] == '=' && after[1] is not ('=' or '>') && (before.EndsWith('{') || before.EndsWith(',')));
            Match previous = LastWord().Match(before);
            bool named = before.Length > 0 && match.Index > before.Length
                && (before[^1] is '>' or '?' or ']' || (previous.Success && !Keywords.Contains(previous.Value)))
                && !after.StartsWith('<') && !(after.Length > 0 && char.IsLetter(after[0])) && !before.EndsWith("=>", StringComparison.Ordinal) && !before.EndsWith("? ", StringComparison.Ordinal);
            if (named)
            {
                members.Add(match.Value);
            }
            else if (!member && !argument)
            {
                types.Add(match.Value);
            }
        }

        return [.. types.Where(t => !members.Contains(t))];
    }

    private static readonly HashSet<string> Keywords =
    [
        "public", "internal", "private", "protected", "static", "readonly", "sealed", "abstract", "partial", "override", "virtual", "async", "required", "const", "event", "ref", "out", "in", "params", "this",
        "new", "is", "as", "not", "or", "and", "return", "throw", "case", "await", "typeof", "where", "using", "when", "switch", "class", "record", "struct", "interface", "enum", "yield", "else", "init", "implicit", "explicit", "operator", "scoped", "global",
    ];

    [GeneratedRegex("\\b(?:class|record struct|record|struct|interface|enum)\\s+([A-Z]\\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex("\\b[A-Z]\\w*\\b")]
    private static partial Regex Identifier();

    [GeneratedRegex("\\w+$", RegexOptions.RightToLeft)]
    private static partial Regex LastWord();

    [GeneratedRegex("//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\\$?@?\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.[^']*|[^'\\\\])'", RegexOptions.Singleline)]
    private static partial Regex CommentsAndTexts();
}
