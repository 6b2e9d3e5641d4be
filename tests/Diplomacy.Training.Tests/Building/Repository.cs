namespace Diplomacy.Training.Tests.Building;

/// <summary>The checked-out source, for tests that read it.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    internal static string CoreSource { get; } = Path.Combine(Root, "src", "Diplomacy.Training");

    /// <summary>Every C# file of the core that a person wrote, by its path within the project, with slashes.</summary>
    internal static IEnumerable<(string Path, string Text)> CoreFiles() =>
        from file in Directory.EnumerateFiles(CoreSource, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(CoreSource, file).Replace('\\', '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
        orderby path
        select (path, File.ReadAllText(file));

    private static string Find(string from)
    {
        for (DirectoryInfo? folder = new(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Diplomacy.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from within the repository: Diplomacy.sln stands in no folder above them.");
    }
}
