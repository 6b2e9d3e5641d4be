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
        int begin = marker < 0 ? -1 : Array.FindIndex(lines, marker, line => line.StartsWith("```csharp", StringComparison.Ordinal));
        int end = begin < 0 ? -1 : Array.FindIndex(lines, begin + 1, line => line.StartsWith("```", StringComparison.Ordinal));
        end.Should().BePositive("README.md should hold a C# block after the marker '<!-- snippet: {0} -->'", name);
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
