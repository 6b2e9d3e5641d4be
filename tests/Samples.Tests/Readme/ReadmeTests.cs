using System.Text.RegularExpressions;
using Diplomacy.Training;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace Samples.Tests.Readme;

/// <summary>The README keeps its word: its C# is what is compiled here, and it runs.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("set-up")]
    [InlineData("plan")]
    [InlineData("certify")]
    public void Its_code_is_the_code_that_is_compiled(string snippet)
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string source = File.ReadAllText(Path.Combine(Repository.Root, "tests/Samples.Tests/Readme/FirstWorkshop.cs"));

        string shown = Regex.Match(readme, $@"<!-- snippet: {snippet} -->\n```csharp\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
        string compiled = Regex.Match(source, $@"// <{snippet}>\n(.*?)\n\s*// </{snippet}>", RegexOptions.Singleline).Groups[1].Value;

        shown.Should().NotBeEmpty();
        Lines(shown).Should().Equal(Lines(compiled));
    }

    [Fact]
    public async Task Its_code_plans_registers_merges_and_certifies()
    {
        var clock = FakeClock.FromUtc(2027, 1, 10, 2, 0, 0);
        await using ServiceProvider services = FirstWorkshop.SetUp();
        services.GetRequiredService<TrainingBuilder>().UseClock(clock);
        await using ServiceProvider withClock = Rebuild(services);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("readme-");
        try
        {
            (Workshop workshop, PersonId person) = await FirstWorkshop.PlanAsync(withClock);
            string zoom = Path.Combine(folder.FullName, "zoom.csv");
            await File.WriteAllTextAsync(zoom,
                """
                Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent
                iPhone,,02/23/2027 08:40:00 AM,02/23/2027 08:50:00 AM,10,Yes,
                CHAN Sophea,Chan.Sophea@example.gov.kh,02/23/2027 08:21:04 AM,02/23/2027 11:32:10 AM,192,No,Y

                """.ReplaceLineEndings("\n"), TestContext.Current.CancellationToken);
            clock.Reset(Instant.FromUtc(2027, 2, 24, 3, 0));

            IssueReport issued = await FirstWorkshop.CertifyAsync(withClock, workshop, zoom, folder.FullName);

            issued.Certificates.Should().ContainSingle().Which.Person.Should().Be(person);
            issued.Certificates[0].Facts.NativeName.Should().Be("ចាន់ សុភា");
            folder.GetFiles("*.pdf").Should().ContainSingle().Which.Name.Should().Be($"{issued.Certificates[0].Number}.pdf");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The same set-up with the clock of the test: what a host's own tests do.</summary>
    private static ServiceProvider Rebuild(ServiceProvider services) =>
        ((ServiceCollection)services.GetRequiredService<TrainingBuilder>().Services).BuildServiceProvider();

    private static string[] Lines(string text)
    {
        string[] lines = text.Split('\n');
        int indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return [.. lines.Select(line => line.Length > indent ? line[indent..] : "")];
    }
}
