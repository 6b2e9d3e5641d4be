using System.Text.Json;

namespace Samples.Tests;

/// <summary><c>times</c>: one moment by the clocks of every mission.</summary>
public sealed class ConsoleTimesTests
{
    private static readonly string[] s_morning = ["times", "--at", "2026-11-12T09:00", "--zone", "Asia/Phnom_Penh"];

    [Theory]
    [InlineData("2026-11-12T09:00", "Asia/Phnom_Penh", "times-2026-11-12T0900-phnom-penh.txt")]
    [InlineData("2026-11-12T19:00", "America/New_York", "times-2026-11-12T1900-new-york.txt")]
    public async Task The_missions_of_the_sample_are_told_as_approved(string at, string zone, string golden)
    {
        ConsoleRun run = await ConsoleRun.OfAsync("times", "--at", at, "--zone", zone);

        run.Error.Should().BeEmpty();
        run.Code.Should().Be(0);
        run.Output.Should().Be(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "golden", golden), Token));
    }

    [Fact]
    public async Task Every_line_begins_with_a_missions_code_and_all_columns_are_aligned()
    {
        ConsoleRun run = await ConsoleRun.OfAsync(s_morning);

        run.Lines.Should().HaveCount(50).And.AllSatisfy(line =>
            line.Should().MatchRegex(@"^[A-Z]{2}-[A-Z]{3}-(EMB|CG|PM)  ? \d{4}-\d\d-\d\d (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d:\d\d [+-]\d\d:\d\d  day [+-][01]  [a-z-]+ {2,}\S.*$"));
        run.Lines.Select(line => line.IndexOf("  day ", StringComparison.Ordinal)).Distinct().Should().ContainSingle();
        run.Lines.Select(line => line.LastIndexOf("  ", StringComparison.Ordinal)).Distinct().Should().ContainSingle("the cities stand below each other");
        run.Lines.Should().Contain("US-WAS-EMB  2026-11-11 Wed 21:00 -05:00  day -1  evening           Washington, D.C.");
    }

    [Fact]
    public async Task Seconds_are_told_where_they_were_asked_for()
    {
        (await ConsoleRun.OfAsync("times", "--at", "2026-11-12T09:00:00", "--zone", "Asia/Phnom_Penh")).Output.Should().Be((await ConsoleRun.OfAsync(s_morning)).Output);
        (await ConsoleRun.OfAsync("times", "--at", "2026-11-12T09:00:30", "--zone", "Asia/Phnom_Penh")).Lines.Should().AllSatisfy(l => l.Should().Contain(":30 "));
    }

    [Fact]
    public async Task The_JSON_document_agrees_with_the_text()
    {
        string[] text = (await ConsoleRun.OfAsync(s_morning)).Lines;
        ConsoleRun run = await ConsoleRun.OfAsync([.. s_morning, "--json"]);

        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        root.GetProperty("at").GetString().Should().Be("2026-11-12T09:00:00");
        root.GetProperty("zone").GetString().Should().Be("Asia/Phnom_Penh");
        root.GetProperty("instant").GetString().Should().Be("2026-11-12T02:00:00Z");
        root.GetProperty("zoneData").GetString().Should().StartWith("TZDB: 2026f");
        root.GetProperty("missions").EnumerateArray().Select(m =>
        {
            string T(string name) => m.GetProperty(name).GetString()!;
            int shift = m.GetProperty("dayShift").GetInt32();
            return $"{T("code"),-10}  {T("date")} {T("weekday")} {T("time")} {T("offset")}  day {(shift < 0 ? "" : "+")}{shift}  {T("band"),-16}  {T("city")}";
        }).Should().Equal(text);
        root.GetProperty("missions")[0].GetProperty("nameKhmer").GetString().Should().Be("ស្ថានឯកអគ្គរាជទូតកម្ពុជាប្រចាំប្រទេសអូស្ត្រាលី");
        run.Output.Should().Contain("\"+11:00\"").And.Contain("ស្ថាន");
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "Europe/Paris", "2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00")]
    [InlineData("2027-04-30T00:00", "Africa/Cairo", "2027-04-29T23:00:00+02:00", "2027-04-30T01:00:00+03:00")]
    [InlineData("2011-12-30T09:00", "Pacific/Apia", "2011-12-29T09:00:00-10:00", "2011-12-31T09:00:00+14:00")]
    [InlineData("2026-10-25T01:30", "Europe/London", "2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00")]
    [InlineData("2024-02-29T23:30", "Asia/Almaty", "2024-02-29T23:30:00+06:00", "2024-02-29T23:30:00+05:00")]
    public async Task A_skipped_or_ambiguous_time_is_refused_with_both_candidates_on_one_line(string at, string zone, string earlier, string later)
    {
        foreach (string[] more in new string[][] { [], ["--json"], ["--lang", "km"] })
        {
            ConsoleRun run = await ConsoleRun.OfAsync(["times", "--at", at, "--zone", zone, .. more]);

            run.Code.Should().Be(1);
            run.Output.Should().BeEmpty();
            run.ErrorLines.Should().ContainSingle().Which.Should().StartWith("--at: ").And.Contain(earlier).And.Contain(later).And.NotContain("moment");
        }
    }

    [Theory]
    [InlineData("earlier", "00:30 +00:00")]
    [InlineData("later", "01:30 +00:00")]
    public async Task An_ambiguous_time_is_told_when_its_occurrence_is_said(string occurrence, string local)
    {
        using var missions = new TemporaryFile("code,type,name,city,country,timezone\nIS-REY-EMB,embassy,Embassy,Reykjavik,Iceland,Atlantic/Reykjavik\n");

        ConsoleRun run = await ConsoleRun.OfAsync("times", "--at", "2026-10-25T01:30", "--zone", "Europe/London", "--occurrence", occurrence, "--missions", missions.Path);

        run.Lines.Should().ContainSingle().Which.Should().Contain(local);
    }

    [Fact]
    public async Task An_occurrence_said_without_need_is_told_and_changes_nothing()
    {
        ConsoleRun run = await ConsoleRun.OfAsync([.. s_morning, "--occurrence", "later", "--json"]);

        run.Code.Should().Be(0);
        run.ErrorLines.Should().Equal("--occurrence later is not needed: 2026-11-12T09:00:00 occurs once in Asia/Phnom_Penh.");
        run.Output.Should().Be((await ConsoleRun.OfAsync([.. s_morning, "--json"])).Output);
        (await ConsoleRun.OfAsync("times", "--at", "2026-10-25T01:30", "--zone", "Europe/London", "--occurrence", "later")).Error.Should().BeEmpty();
        (await ConsoleRun.OfAsync("times", "--at", "2027-03-28T02:30", "--zone", "Europe/Paris", "--occurrence", "later")).Code.Should().Be(1, "a skipped time has no occurrence");
    }

    [Theory]
    [InlineData("2026-11-12 09:00")]
    [InlineData("2026-11-12 09:00:00")]
    public async Task A_space_may_stand_between_date_and_time(string at) =>
        (await ConsoleRun.OfAsync("times", "--at", at, "--zone", "Asia/Phnom_Penh")).Should().Be(await ConsoleRun.OfAsync(s_morning));

    [Theory]
    [InlineData("1899-12-31T23:59", true)]
    [InlineData("9999-01-01T09:00", true)]
    [InlineData("2026-11-12", false)]
    [InlineData("2026-13-12T09:00", false)]
    [InlineData("12/11/2026 09:00", false)]
    public async Task The_years_are_told_only_where_the_year_is_at_fault(string at, bool years) =>
        (await ConsoleRun.OfAsync("times", "--at", at, "--zone", "Asia/Phnom_Penh")).Error.Contains("1900 to 9998", StringComparison.Ordinal).Should().Be(years);

    [Theory]
    [InlineData("asia/phnom_penh", "Asia/Phnom_Penh")]
    [InlineData("Asia/Phnom Penh", "Asia/Phnom_Penh")]
    [InlineData("PARIS", "Europe/Paris")]
    [InlineData("etc/utc", "Etc/UTC")]
    public async Task The_zone_that_was_meant_is_suggested(string typed, string meant)
    {
        ConsoleRun run = await ConsoleRun.OfAsync("times", "--at", "2026-11-12T09:00", "--zone", typed);

        (run.Code, run.Output).Should().Be((2, ""));
        run.ErrorLines.Should().Equal($"--zone: '{typed}' is not a time zone. Did you mean {meant}?");
        (await ConsoleRun.OfAsync("times", "--at", "2026-11-12T09:00", "--zone", typed, "--lang", "km")).Error.Should().Contain($"{meant} មែនទេ?");
    }

    [Fact]
    public async Task Khmer_labels_and_bands_stand_in_columns_too()
    {
        ConsoleRun run = await ConsoleRun.OfAsync([.. s_morning, "--lang", "km"]);

        run.Lines.Should().HaveCount(50).And.Contain(line => line.StartsWith("US-WAS-EMB  2026-11-11 ពុធ ", StringComparison.Ordinal) && line.Contains("ថ្ងៃ -1  ពេលល្ងាច ", StringComparison.Ordinal));
        run.Output.Should().NotContainAny("Wed", "day", "night", "in-hours", "within");
        (await ConsoleRun.OfAsync([.. s_morning, "--lang", "km", "--json"])).Should().Be(await ConsoleRun.OfAsync([.. s_morning, "--json"]), "scripts read the words of the document");
    }

    [Fact]
    public async Task Explanations_are_told_in_Khmer_when_asked_for() =>
        (await ConsoleRun.OfAsync("times", "--at", "2027-03-28T02:30", "--zone", "Europe/Paris", "--lang", "km")).Error.Should().Contain("សូមជ្រើសរើស");

    [Theory]
    [InlineData("times", "--at", "2026-11-12", "--zone", "Asia/Phnom_Penh")]
    [InlineData("times", "--at", "2026-13-12T09:00", "--zone", "Asia/Phnom_Penh")]
    [InlineData("times", "--at", "0001-01-01T09:00", "--zone", "Asia/Phnom_Penh")]
    [InlineData("times", "--at", "9999-12-31T23:59", "--zone", "Asia/Phnom_Penh")]
    [InlineData("times", "--at", "", "--zone", "Asia/Phnom_Penh")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "Asia/Nowhere")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "asia/phnom_penh")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "Asia/Phnom_Penh", "--missions", "no-such-file.csv")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "Asia/Phnom_Penh", "--missions", "")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "Asia/Phnom_Penh", "--missions", ".")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "Asia/Phnom_Penh", "--lang", "fr")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "Asia/Phnom_Penh", "--occurrence", "both")]
    [InlineData("times", "--at", "2026-11-12T09:00")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "Asia/Phnom_Penh", "--colour")]
    [InlineData("times", "--at", "2026-11-12T09:00", "--zone", "Asia/Phnom_Penh", "@response-file")]
    [InlineData("tomes")]
    [InlineData]
    public async Task Bad_usage_is_told_on_one_line_of_standard_error(params string[] args)
    {
        ConsoleRun run = await ConsoleRun.OfAsync(args);

        run.Code.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.ErrorLines.Should().ContainSingle().Which.Should().NotBeNullOrWhiteSpace().And.NotContain("   at ").And.NotContain("Exception");
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_one_line_each()
    {
        using var missions = new TemporaryFile(
            "code,type,name,city,country,timezone\nXX-AAA-EMB,embassy,Embassy,A,B,Asia/Nowhere\nxx,castle,Embassy,A,B,Asia/Tokyo\n");

        ConsoleRun run = await ConsoleRun.OfAsync("times", "--at", "noon", "--zone", "Mars/Olympus", "--missions", missions.Path);

        run.Code.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.ErrorLines.Should().HaveCount(5);
        run.ErrorLines[0].Should().Contain("'noon'");
        run.ErrorLines[1].Should().Contain("Mars/Olympus");
        run.ErrorLines[2].Should().Contain("row 2").And.Contain("timezone").And.Contain("Asia/Nowhere");
        run.ErrorLines[3].Should().Contain("row 3").And.Contain("code");
        run.ErrorLines[4].Should().Contain("row 3").And.Contain("castle");
    }

    [Fact]
    public async Task What_was_typed_cannot_steer_the_terminal()
    {
        ConsoleRun run = await ConsoleRun.OfAsync("times", "--at", "\u001b[2Jno\u202eon\r\nDone", "--zone", "Asia/Phnom_Penh");

        run.Code.Should().Be(2);
        run.ErrorLines.Should().ContainSingle().Which.Should().NotContainAny("\u001b", "\u202e", "\r");
    }

    [Fact]
    public async Task Help_names_every_option_and_what_the_columns_mean()
    {
        ConsoleRun run = await ConsoleRun.OfAsync("times", "--help");

        run.Code.Should().Be(0);
        run.Output.Should().ContainAll("--at", "--zone", "--missions", "--occurrence", "--json", "--lang", "day -1", "day +0", "within-an-hour", "Example:");
        (await ConsoleRun.OfAsync("--help")).Output.Should().ContainAll("times", "verify", "Exit codes: 0 done");
    }

    [Fact]
    public async Task As_a_process_it_answers_on_standard_output_in_UTF8_and_exits_with_its_code()
    {
        ConsoleRun done = await ConsoleRun.OfProcessAsync(Token, [.. s_morning, "--json"]);
        ConsoleRun refused = await ConsoleRun.OfProcessAsync(Token, "times", "--at", "2027-03-28T02:30", "--zone", "Europe/Paris", "--lang", "km");
        ConsoleRun misused = await ConsoleRun.OfProcessAsync(Token, "times", "--zone", "Europe/Paris");

        (done.Code, done.Error).Should().Be((0, ""));
        done.Output.Should().Be((await ConsoleRun.OfAsync([.. s_morning, "--json"])).Output);
        (refused.Code, refused.Output).Should().Be((1, ""));
        refused.ErrorLines.Should().ContainSingle().Which.Should().Contain("សូមជ្រើសរើស");
        (misused.Code, misused.Output).Should().Be((2, ""));
        misused.ErrorLines.Should().ContainSingle();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
