using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace Samples.Tests;

/// <summary>The invented data of the workshop: what is committed is what the generator writes, and it holds the cases it is there for.</summary>
public sealed partial class GeneratedDataTests
{
    private static readonly string s_root = Repository.Root;
    private static readonly string s_data = Path.Combine(s_root, "samples", "DigitalDiplomacyWorkshop", "data");

    [Fact]
    public async Task The_committed_files_are_byte_for_byte_what_the_generator_writes()
    {
        string folder = Directory.CreateTempSubdirectory("workshop-data-").FullName;
        try
        {
            await GenerateInto(folder, TestContext.Current.CancellationToken);

            string[] written = [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
            written.Should().Equal("cancellations.csv", "check-ins.csv", "roster.csv", "zoom-2023-02-28.csv");
            foreach (string name in written)
            {
                File.ReadAllBytes(Path.Combine(folder, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(s_data, name)))
                    .Should().BeTrue("{0} must be regenerated after a change of the generator or of the institutions", name);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_file_is_UTF8_without_a_byte_order_mark_in_NFC_with_line_feeds_and_full_rows()
    {
        foreach (string path in Directory.GetFiles(s_data, "*.csv"))
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
            text.Should().NotContain("\r").And.NotStartWith("\uFEFF").And.EndWith("\n");
            text.IsNormalized(NormalizationForm.FormC).Should().BeTrue(path);
            List<string[]> rows = Parse(text);
            rows.Should().OnlyContain(row => row.Length == rows[0].Length, path);
        }
    }

    [Fact]
    public void The_roster_holds_430_requests_in_order_with_unique_ids_and_addresses()
    {
        List<Dictionary<string, string>> roster = Read("roster.csv");

        roster.Should().HaveCount(430);
        roster.Select(r => r["external_id"]).Should().OnlyHaveUniqueItems();
        roster.Select(r => r["email"].ToUpperInvariant()).Should().OnlyHaveUniqueItems();
        roster.Should().OnlyContain(r => r["email"].EndsWith(".example", StringComparison.Ordinal));
        roster.Select(r => r["requested_at"]).Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Khmer_names_hold_only_well_ordered_Khmer_syllables_and_spaces()
    {
        IEnumerable<string> people = Read("roster.csv").SelectMany(r => new[] { r["family_km"], r["given_km"] });
        IEnumerable<string> institutions = Institutions().Select(i => i["name_km"]);

        people.Concat(institutions).Where(name => name.Length > 0).Should().HaveCountGreaterThan(850).And.OnlyContain(name => KhmerWords().IsMatch(name));
    }

    [Fact]
    public void Reported_minutes_are_rounded_up_row_by_row()
    {
        List<Dictionary<string, string>> rows = Read("zoom-2023-02-28.csv");

        rows.Should().HaveCountGreaterThanOrEqualTo(350);
        rows.Should().OnlyContain(r => Minutes(r) == (int)Math.Ceiling(Stay(r).TotalSeconds / 60) && Stay(r) >= TimeSpan.Zero);
        rows.Should().Contain(r => Stay(r) == TimeSpan.Zero);
    }

    [Fact]
    public void Every_institution_of_the_roster_is_listed_once_with_a_zone_that_exists()
    {
        List<Dictionary<string, string>> institutions = Institutions();

        institutions.Should().HaveCount(55);
        institutions.Select(i => i["code"]).Should().OnlyHaveUniqueItems();
        institutions.Should().OnlyContain(i => DateTimeZoneProviders.Tzdb.GetZoneOrNull(i["timezone"]) != null);
        institutions.Should().OnlyContain(i => Weekend().IsMatch(i["weekend"]) && Hours().IsMatch(i["hours"]));
        Read("roster.csv").Select(r => r["institution"]).Distinct().Should().BeEquivalentTo(institutions.Select(i => i["code"]));
    }

    [Fact]
    public void More_is_asked_for_than_each_mode_the_ministry_and_some_missions_may_hold()
    {
        List<Dictionary<string, string>> participants = [.. Read("roster.csv").Where(r => r["role"] == "Participant")];

        participants.Should().HaveCount(422);
        participants.Count(r => r["mode"] == "InPerson").Should().BeGreaterThan(250);
        participants.Count(r => r["mode"] == "Online").Should().BeGreaterThan(150);
        participants.Count(r => r["institution"] == "MFAIC").Should().BeGreaterThan(200);
        participants.GroupBy(r => r["institution"]).Where(g => g.Key.Contains('-', StringComparison.Ordinal)).Select(g => g.Count())
            .Should().HaveCount(50).And.Contain(5).And.Contain(6).And.OnlyContain(n => n >= 2 && n <= 6);
    }

    [Fact]
    public void The_names_that_break_systems_are_in_the_roster()
    {
        List<Dictionary<string, string>> roster = Read("roster.csv");

        roster.Where(r => r["family"].Length == 0).Should().HaveCount(3);
        roster.Where(r => r["family_km"].Length == 0 && r["given_km"].Length == 0).Should().HaveCount(3);
        roster.Should().Contain(r => r["given_km"].Contains('\u17CC', StringComparison.Ordinal), "robat");
        roster.Should().Contain(r => r["family_km"].Contains('\u17CA', StringComparison.Ordinal), "triisap");
        roster.Should().Contain(r => r["family_km"].Contains('\u17C9', StringComparison.Ordinal), "muusikatoan");
        roster.Should().Contain(r => r["family"] == "de Vries").And.Contain(r => r["family"] == "ung").And.Contain(r => r["family"] == "N\u00FA\u00F1ez Pe\u00F1a");
        roster.Where(r => r["family"] == "SOK" && r["given"] == "Dara").Select(r => r["institution"]).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        roster.GroupBy(r => (r["family"], r["given"])).Where(g => g.Count() > 1).Should().ContainSingle();
    }

    [Fact]
    public void Cancellations_and_check_ins_name_people_of_the_roster()
    {
        HashSet<string> ids = [.. Read("roster.csv").Select(r => r["external_id"])];
        List<Dictionary<string, string>> cancellations = Read("cancellations.csv");
        List<Dictionary<string, string>> checkIns = Read("check-ins.csv");

        cancellations.Should().HaveCount(25).And.OnlyContain(c => ids.Contains(c["external_id"]) && string.CompareOrdinal(c["cancelled_at"], "2023-02-27") < 0);
        checkIns.Should().OnlyContain(c => ids.Contains(c["external_id"]) && c["checked_in_at"].StartsWith("2023-02-28T", StringComparison.Ordinal));
        checkIns.Select(c => c["session"]).Distinct().Should().BeEquivalentTo("opening", "tools", "practice");
        checkIns.GroupBy(c => (c["external_id"], c["session"])).Where(g => g.Count() > 1).Should().NotBeEmpty("a scanner is pressed twice");
        checkIns.Select(c => c["external_id"]).Intersect(cancellations.Select(c => c["external_id"])).Should().ContainSingle("one who cancelled comes all the same");
    }

    [Fact]
    public void The_call_holds_reconnects_two_devices_and_people_whom_only_a_person_can_match()
    {
        Dictionary<string, Dictionary<string, string>> byEmail = Read("roster.csv").ToDictionary(r => r["email"], StringComparer.OrdinalIgnoreCase);
        List<Dictionary<string, string>> rows = Read("zoom-2023-02-28.csv");
        var known = rows.Where(r => byEmail.ContainsKey(r["User Email"])).GroupBy(r => byEmail[r["User Email"]]["external_id"]).ToList();

        known.Should().HaveCountGreaterThan(130);
        known.Should().Contain(g => g.Any(a => g.Any(b => a != b && Join(a) < Join(b) && Join(b) < Join(a) + Stay(a))), "two devices overlap");
        known.Should().Contain(g => byEmail[g.First()["User Email"]]["mode"] == "InPerson", "somebody registered for the room stays online");
        rows.Should().Contain(r => byEmail.ContainsKey(r["User Email"]) && r["User Email"].Any(char.IsAsciiLetterUpper), "an address in another case");
        rows.Where(r => r["User Email"].Length == 0).Should().HaveCountGreaterThan(15).And.OnlyContain(r => r["Guest"] == "Yes");
        rows.Should().Contain(r => r["Name (Original Name)"] == "iPhone (SOK Dara)" && r["User Email"].Length == 0);
    }

    private static async Task GenerateInto(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = s_root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (string[])["run", "--file", Path.Combine(s_data, "generate.cs"), "--", folder])
        {
            start.ArgumentList.Add(argument);
        }

        // A build that this test run is part of must not steer this one, and no build server may outlive it holding our pipes.
        foreach (string name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.ExitCode.Should().Be(0, "{0}{1}", await output, await errors);
    }

    private static List<Dictionary<string, string>> Institutions() => [.. Read("headquarters.csv"), .. Read("missions.csv")];

    private static List<Dictionary<string, string>> Read(string name)
    {
        List<string[]> rows = Parse(File.ReadAllText(Path.Combine(s_data, name)));
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal))];
    }

    private static List<string[]> Parse(string text) =>
        [.. text.TrimEnd('\n').Split('\n').Select(line => Field().Matches(line)
            .Select(field => field.Groups["quoted"].Success ? field.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : field.Groups["plain"].Value).ToArray())];

    private static int Minutes(Dictionary<string, string> row) => int.Parse(row["Duration (Minutes)"], CultureInfo.InvariantCulture);

    private static DateTime Join(Dictionary<string, string> row) => Time(row["Join Time"]);

    private static TimeSpan Stay(Dictionary<string, string> row) => Time(row["Leave Time"]) - Time(row["Join Time"]);

    private static DateTime Time(string text) => DateTime.ParseExact(text, "MM'/'dd'/'yyyy hh':'mm':'ss tt", CultureInfo.InvariantCulture);

    [GeneratedRegex("""(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,"]*))""", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    // Base, robat, subscripts, register shifter, vowel, signs: the order in which Unicode asks for them to be typed.
    [GeneratedRegex(@"^(?:(?:[\u1780-\u17B3]\u17CC?(?:\u17D2[\u1780-\u17A2])*[\u17C9\u17CA]?[\u17B6-\u17C5]?[\u17C6-\u17C8\u17CB\u17CD-\u17D1]*)+(?: |$))+$", RegexOptions.CultureInvariant)]
    private static partial Regex KhmerWords();

    [GeneratedRegex("^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?: (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Weekend();

    [GeneratedRegex(@"^(?:(?:\*|[A-Z][a-z]{2}(?: [A-Z][a-z]{2})*) )?\d\d:\d\d-\d\d:\d\d(?: \d\d:\d\d-\d\d:\d\d)*(?:; (?:(?:\*|[A-Z][a-z]{2}(?: [A-Z][a-z]{2})*) )?\d\d:\d\d-\d\d:\d\d(?: \d\d:\d\d-\d\d:\d\d)*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Hours();
}
