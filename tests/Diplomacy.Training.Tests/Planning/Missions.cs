using System.Text.RegularExpressions;

namespace Diplomacy.Training.Tests.Planning;

/// <summary>The 50 missions of the sample: code, kind and zone are all that planning needs of them.</summary>
internal static class Missions
{
    internal static IReadOnlyList<Institution> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Root(), "samples", "DigitalDiplomacyWorkshop", "data", "missions.csv"))
            .Skip(1)
            .Select(line => Regex.Matches(line, "(?:^|,)(?:\"([^\"]*)\"|([^,]*))").Select(m => m.Groups[1].Value + m.Groups[2].Value).ToArray())
            .Select(field => new Institution(
                InstitutionCode.Parse(field[0]), new("", field[2]), InstitutionKind.Embassy, field[3], field[4], field[5])),
    ];

    internal static Institution In(string zone, string workingTime = "Mon-Fri 09:00-12:00 14:00-17:00") =>
        new(InstitutionCode.Parse("XX-MIS"), new("", "Mission"), InstitutionKind.Embassy, "", "", zone, WorkingTime.Parse(workingTime));

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Diplomacy.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run from inside the repository.");
    }
}
