using System.Text.RegularExpressions;

namespace Samples.Tests;

/// <summary>Whoever follows a link within the repository arrives.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md", "CHANGELOG.md",
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(page => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file_and_to_a_heading_of_it(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;

        var broken = Targets(File.ReadAllText(Path.Combine(Repository.Root, page)))
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !Leads(Path.Combine(Repository.Root, page), folder, target));

        broken.Should().BeEmpty();
    }

    [Fact]
    public void Links_are_found_where_Markdown_and_HTML_have_them_and_not_in_code() =>
        Targets("""
            [a](docs/a.md) ![b](docs/b.png "title") <img src="docs/c.png"> <a href='d.md#e'>d</a>
            [f]: docs/f.md
            `[no](no.md)`
            ```csharp
            var x = y[0](no.md);
            ```
            """).Should().BeEquivalentTo("docs/a.md", "docs/b.png", "docs/c.png", "d.md#e", "docs/f.md");

    private static IEnumerable<string> Targets(string markdown) =>
        Link().Matches(Code().Replace(markdown, "")).Select(match => match.Groups["target"].Value);

    private static bool Leads(string page, string folder, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(parts[0])));
        if (!path.StartsWith(Repository.Root, StringComparison.Ordinal) || (!File.Exists(path) && !Directory.Exists(path)))
        {
            return false;
        }

        return parts.Length == 1 || !path.EndsWith(".md", StringComparison.Ordinal) || Heading().Matches(Fence().Replace(File.ReadAllText(path), "")).Any(heading => Anchor(heading.Groups[1].Value) == parts[1]);
    }

    // As GitHub makes them: lower case, spaces as hyphens, only letters, digits, hyphens and underscores.
    private static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Replace(' ', '-').Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'));

    [GeneratedRegex("""\]\((?<target>[^()\s]+)(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s+(?<target>\S+)|(?:src|href)=["'](?<target>[^"']+)["']""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
