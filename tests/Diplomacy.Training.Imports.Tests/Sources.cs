using System.Text;

namespace Diplomacy.Training.Imports.Tests;

/// <summary>The files that tests read, and short ways to read text as a file.</summary>
internal static class Sources
{
    private static readonly string s_root = FindRoot();

    internal static string Sample(string name) => Path.Combine(s_root, "samples", "DigitalDiplomacyWorkshop", "data", name);

    internal static string Fixture(string name) => Path.Combine(s_root, "tests", "Diplomacy.Training.Imports.Tests", "fixtures", name);

    internal static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>What a reading is refused for; fails where it is not refused.</summary>
    internal static async Task<IReadOnlyList<ImportError>> Refused(Func<Task> reading)
    {
        ImportException exception = await Assert.ThrowsAsync<ImportException>(reading);
        return exception.Errors;
    }

    /// <summary>Errors as row, column and code, for comparing whole lists.</summary>
    internal static IEnumerable<string> Told(IReadOnlyList<ImportError> errors) =>
        errors.Select(error => FormattableString.Invariant($"{error.Row?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {error.Column ?? "-"} {error.Code}"));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Diplomacy.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run within the repository.");
    }
}
