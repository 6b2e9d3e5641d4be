namespace Packages.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The first code block after a marker such as <c>&lt;!-- snippet: set-up --&gt;</c> in README.md.</summary>
    public static string ReadmeSnippet(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root, "README.md"));
        int marker = Array.FindIndex(lines, line => line.Trim() == $"<!-- snippet: {name} -->");
        marker.Should().BeGreaterThanOrEqualTo(0, "README.md should hold the marker '<!-- snippet: {0} -->'", name);
        return CodeOf(lines[marker..]);
    }

    /// <summary>The first block of C# in a text.</summary>
    public static string CodeOf(string[] lines)
    {
        int begin = Array.FindIndex(lines, line => line.StartsWith("```csharp", StringComparison.Ordinal));
        begin.Should().BeGreaterThanOrEqualTo(0, "there should be a block of C#");
        int end = Array.FindIndex(lines, begin + 1, line => line.StartsWith("```", StringComparison.Ordinal));
        return string.Join('\n', lines[(begin + 1)..end]);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Diplomacy.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run from the checkout that they were built in; no folder above holds Diplomacy.sln.");
    }
}
