using System.CommandLine;
using Diplomacy.Training;
using Diplomacy.Training.Imports;

namespace TrainingConsole;

/// <summary>The table of missions that a command is asked about.</summary>
internal static class MissionsFile
{
    internal static Option<string> Option() => new("--missions")
    {
        Description = "A table of missions with the columns code, type, name, city, country, timezone, and perhaps name_km, weekend, hours. Without it: the 50 missions of the sample.",
        HelpName = "file",
    };

    /// <summary>The missions in the order of the file. What is wrong with it is added to the faults.</summary>
    internal static async Task<IReadOnlyList<Institution>> ReadAsync(string? path, Language language, List<string> faults, CancellationToken cancellationToken)
    {
        path ??= Path.Combine(AppContext.BaseDirectory, "data", "missions.csv");
        try
        {
            if (path.Length > 0 && File.Exists(path))
            {
                return await InstitutionReader.ReadFileAsync(path, null, cancellationToken);
            }

            faults.Add($"--missions: There is no file '{path}'.");
        }
        catch (ImportException refused)
        {
            faults.AddRange(refused.Errors.Select(e => e.Explain(language)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add($"--missions: {fault.Message}");
        }

        return [];
    }
}
