namespace Diplomacy.Training.Imports.Tests;

/// <summary>The code of the package's README is this code, and it runs.</summary>
public sealed class ReadmeCode
{
    [Fact]
    public async Task The_code_of_the_README_runs()
    {
        TextWriter before = Console.Out;
        string folder = Directory.GetCurrentDirectory();
        using var written = new StringWriter();
        try
        {
            Directory.SetCurrentDirectory(Path.GetDirectoryName(Sources.Sample("x"))!);
            Console.SetOut(written);
            await Read();
        }
        finally
        {
            Console.SetOut(before);
            Directory.SetCurrentDirectory(folder);
        }

        written.ToString().Trim().Should().Be("50 missions, 430 requests, 377 connections");
    }

    [Fact]
    public void The_README_shows_this_code()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Sources.Fixture("x"))!, "..", "..", ".."));
        string readme = File.ReadAllText(Path.Combine(root, "src", "Diplomacy.Training.Imports", "README.md"));
        string shown = readme.Split("```csharp\n")[1].Split("```")[0];
        string source = File.ReadAllText(Path.Combine(root, "tests", "Diplomacy.Training.Imports.Tests", "ReadmeCode.cs"));
        string run = source.Split("        // README " + "begins\n")[1].Split("        // README " + "ends")[0];

        string.Concat(run.Split('\n').Select(line => (line.Length > 8 ? line[8..] : "") + "\n")).Trim().Should().Be(shown.Trim());
    }

    private static async Task Read()
    {
        // README begins
        try
        {
            IReadOnlyList<Institution> missions = await InstitutionReader.ReadFileAsync("missions.csv");
            IReadOnlyList<RosterEntry> roster = await RosterReader.ReadFileAsync("roster.csv");
            AttendanceLog call = await AttendanceLogReader.ReadFileAsync("zoom-2023-02-28.csv", timesIn: "Asia/Phnom_Penh");
            Console.WriteLine($"{missions.Count} missions, {roster.Count} requests, {call.Rows.Length} connections");
        }
        catch (ImportException refused)
        {
            foreach (ImportError error in refused.Errors)
            {
                Console.Error.WriteLine(error.Explain(Language.Khmer));
            }
        }
        // README ends
    }
}
