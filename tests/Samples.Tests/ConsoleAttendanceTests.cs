using System.Text.Json;

namespace Samples.Tests;

/// <summary><c>attendance</c>: who was in a call and for how long, from the reports alone.</summary>
public sealed class ConsoleAttendanceTests : IDisposable
{
    private const string Header = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room\n";
    private readonly List<TemporaryFile> _files = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _files.ForEach(file => file.Dispose());

    [Theory]
    [InlineData("attendance-teams-list-en.txt", "teams-list-2020.csv", "--zone", "Europe/Madrid", "--session", "2020-11-19T10:00/2020-11-19T11:00")]
    [InlineData("attendance-teams-report-en.txt", "teams-report-2021.csv", "--zone", "Asia/Phnom_Penh", "--session", "2021-12-14T19:40/2021-12-14T20:10")]
    [InlineData("attendance-teams-2022-inferred-en.txt", "teams-sections-2022.csv", "--session", "2022-11-14T09:30+07:00/2022-11-14T10:00+07:00")]
    [InlineData("attendance-teams-2023-km.txt", "teams-sections-2023.csv", "--zone", "America/New_York", "--session", "2023-07-20T16:30/2023-07-20T17:30", "--lang", "km")]
    [InlineData("attendance-teams-german-en.txt", "teams-sections-german-excel.csv", "--zone", "Europe/Berlin", "--session", "2023-07-20T16:30/2023-07-20T17:30", "--break", "2023-07-20T16:59/2023-07-20T17:15")]
    [InlineData("attendance-zoom-2021-km.txt", "zoom-detail-2021.csv", "--zone", "America/New_York", "--session", "2021-11-19T10:00/2021-11-19T12:00", "--lang", "km")]
    [InlineData("attendance-zoom-2025-en.txt", "zoom-detail-2025-utf16.csv", "--zone", "Asia/Phnom_Penh", "--session", "2025-09-19T14:00/2025-09-19T15:00")]
    [InlineData("attendance-zoom-meeting-data-json.txt", "zoom-with-meeting-data.csv", "--session", "2022-08-15T08:30+07:00/2022-08-15T10:00+07:00", "--json")]
    [InlineData("attendance-zoom-account-en.txt", "zoom-account-italian.csv", "--zone", "Europe/Rome", "--session", "2025-01-30T09:00/2025-01-30T11:00")]
    [InlineData("attendance-zoom-webinar-en.txt", "zoom-webinar.csv", "--zone", "Asia/Phnom_Penh", "--session", "2023-02-28T08:00/2023-02-28T09:30", "--session", "2023-02-28T09:45/2023-02-28T11:00", "--break", "2023-02-28T08:45/2023-02-28T09:00")]
    public async Task Every_layout_is_told_as_approved(string golden, string file, params string[] more)
    {
        ConsoleRun run = await ConsoleRun.OfAsync(["attendance", "--file", Fixture(file), .. more]);

        run.Error.Should().BeEmpty();
        run.Code.Should().Be(0);
        await ShouldBeGoldenAsync(run.Output, golden);
    }

    [Fact]
    public async Task Totals_without_times_are_listed_and_nobody_was_there()
    {
        ConsoleRun run = await ConsoleRun.OfAsync("attendance", "--file", Fixture("zoom-unique-users.csv"), "--zone", "Asia/Phnom_Penh", "--session", "2023-02-28T08:00/2023-02-28T09:30");

        run.Code.Should().Be(0);
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("no evidence");
        await ShouldBeGoldenAsync(run.Output, "attendance-zoom-totals-en.txt");
    }

    [Fact]
    public async Task Several_files_are_united_and_the_review_list_names_who_may_be_one()
    {
        string[] files =
        [
            File("SOK Dara,dara.sok@ministry.example,2023-02-28 08:00:00,2023-02-28 09:00:00,60,No,No\nKEO Bopha,,2023-02-28 08:00:00,2023-02-28 08:00:00,0,Yes,No\n"),
            File("Dara Sok,DARA.SOK@ministry.example,2023-02-28 08:30:00,2023-02-28 09:30:30,61,No,No\nDara SOK,dara@home.example,2023-02-28 10:00:00,2023-02-28 10:10:00,10,Yes,No\n"),
            File("sok  dara,,2023-02-28 09:20:00,2023-02-28 09:40:00,20,Yes,No\nSOK Dara,dara.sok@ministry.example,2023-02-28 08:00:00,2023-02-28 09:00:00,60,No,No\nMEAS Vibol,m@x.example,2023-02-28 07:00:00,2023-02-28 07:10:00,10,Yes,No\n"),
        ];

        string[] named = [.. files.SelectMany(file => new[] { "--file", file })];
        ConsoleRun run = await ConsoleRun.OfAsync(["attendance", .. named, "--zone", "Asia/Phnom_Penh", "--session", "2023-02-28T08:00/2023-02-28T10:00"]);

        run.Error.Should().BeEmpty();
        await ShouldBeGoldenAsync(run.Output, "attendance-several-files-en.txt");

        ConsoleRun reversed = await ConsoleRun.OfAsync(["attendance", .. files.Reverse().SelectMany(file => new[] { "--file", file }), "--zone", "Asia/Phnom_Penh", "--session", "2023-02-28T08:00/2023-02-28T10:00", "--json"]);
        ConsoleRun forward = await ConsoleRun.OfAsync(["attendance", .. named, "--zone", "Asia/Phnom_Penh", "--session", "2023-02-28T08:00/2023-02-28T10:00", "--json"]);
        Figures(reversed).Should().BeEquivalentTo(Figures(forward));
    }

    [Fact]
    public async Task A_file_that_is_named_twice_is_read_once()
    {
        string[] asked = ["attendance", "--file", Fixture("zoom-webinar.csv"), "--zone", "Asia/Phnom_Penh", "--session", "2023-02-28T08:00/2023-02-28T09:30"];

        ConsoleRun once = await ConsoleRun.OfAsync(asked), twice = await ConsoleRun.OfAsync([.. asked, "--file", Fixture("zoom-webinar.csv")]);

        twice.Output.Should().Be(once.Output);
        twice.ErrorLines.Should().ContainSingle().Which.Should().Contain("is read once");
    }

    [Theory]
    [InlineData("2020-03-29T02:10/2020-03-29T04:00", "2020-03-29T01:10:00+01:00", "2020-03-29T03:10:00+02:00")]
    [InlineData("2020-10-25T02:30/2020-10-25T04:00", "2020-10-25T02:30:00+02:00", "2020-10-25T02:30:00+01:00")]
    [InlineData("2020-10-25T01:00/2020-10-25T02:30", "2020-10-25T02:30:00+02:00", "2020-10-25T02:30:00+01:00")]
    public async Task A_time_that_is_skipped_or_occurs_twice_is_refused_with_both_candidates_and_each_is_taken(string session, string earlier, string later)
    {
        foreach (string language in new[] { "en", "km" })
        {
            ConsoleRun run = await Ask(session, "--lang", language);

            run.Code.Should().Be(1);
            run.Output.Should().BeEmpty();
            run.ErrorLines.Should().ContainSingle().Which.Should().StartWith("--session: ").And.Contain(earlier).And.Contain(later);
        }

        foreach (string candidate in new[] { earlier, later })
        {
            string[] ends = session.Split('/');
            int refused = candidate[..16] == ends[1] ? 1 : 0;
            ends[refused] = candidate;
            (await Ask(string.Join('/', ends))).Code.Should().Be(0, candidate);
        }

        Task<ConsoleRun> Ask(string asked, params string[] more) =>
            ConsoleRun.OfAsync(["attendance", "--file", Fixture("zoom-unique-users.csv"), "--zone", "Europe/Madrid", "--session", asked, .. more]);
    }

    [Fact]
    public async Task A_session_across_a_clock_change_is_as_long_as_it_lasts()
    {
        ConsoleRun run = await ConsoleRun.OfAsync("attendance", "--file", Fixture("zoom-unique-users.csv"), "--zone", "Europe/Madrid", "--session", "2020-10-25T01:00/2020-10-25T04:00", "--json");

        using JsonDocument document = JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("sessions")[0].GetProperty("countedSeconds").GetInt64().Should().Be(4 * 3600);
    }

    [Theory]
    [InlineData("--zone: With several sessions", "--session", "2022-11-14T09:30+07:00/2022-11-14T10:00+07:00", "--session", "2022-11-14T10:30+07:00/2022-11-14T11:00+07:00")]
    [InlineData("has no offset and no --zone", "--session", "2022-11-14T09:30/2022-11-14T10:00+07:00")]
    [InlineData("Did you mean Asia/Phnom_Penh?", "--zone", "asia/phnom penh", "--session", "2022-11-14T09:30/2022-11-14T10:00")]
    [InlineData("ends when it begins", "--zone", "UTC", "--session", "2022-11-14T09:30/2022-11-14T09:30")]
    [InlineData("more than 24 hours", "--zone", "UTC", "--session", "2022-11-14T09:30/2022-11-15T09:31")]
    [InlineData("must not overlap", "--zone", "UTC", "--session", "2022-11-14T10:00/2022-11-14T11:00", "--session", "2022-11-14T09:30/2022-11-14T10:01")]
    [InlineData("lies in no session", "--zone", "UTC", "--session", "2022-11-14T09:30/2022-11-14T10:00", "--break", "2022-11-14T10:00/2022-11-14T10:10")]
    [InlineData("not a beginning and an end", "--zone", "UTC", "--session", "2022-11-14T09:30")]
    [InlineData("not a date and time", "--zone", "UTC", "--session", "2022-11-14/2022-11-15")]
    [InlineData("years 1972 to 2200", "--zone", "UTC", "--session", "9999-11-14T09:30+07:00/9999-11-14T10:30+07:00")]
    [InlineData("--session", "--zone", "UTC")]
    public async Task What_cannot_be_understood_is_told_and_nothing_is_read(string told, params string[] asked)
    {
        ConsoleRun run = await ConsoleRun.OfAsync(["attendance", "--file", Fixture("teams-sections-2022.csv"), .. asked]);

        run.Code.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(told);
    }

    [Fact]
    public async Task A_file_that_is_missing_or_is_no_report_is_bad_input()
    {
        string[] asked = ["attendance", "--zone", "UTC", "--session", "2022-11-14T09:30/2022-11-14T10:00", "--file"];

        ConsoleRun missing = await ConsoleRun.OfAsync([.. asked, "nowhere.csv"]), other = await ConsoleRun.OfAsync([.. asked, Fixture("roster-khmer.csv")]);

        missing.Code.Should().Be(2);
        missing.Error.Should().Contain("nowhere.csv");
        other.Code.Should().Be(2);
        other.Error.Should().Contain("roster-khmer.csv");
    }

    [Fact]
    public async Task Files_that_would_be_read_in_different_zones_are_refused_when_no_zone_is_named()
    {
        // Restarted after an hour, which by itself looks like a meeting one zone to the east.
        string first = File("SOK Dara,d@x.example,2023-02-28 08:00:00,2023-02-28 08:40:00,40,No,No\n"), again = File("SOK Dara,d@x.example,2023-02-28 09:00:00,2023-02-28 09:30:00,30,No,No\n");

        ConsoleRun run = await ConsoleRun.OfAsync("attendance", "--file", first, "--file", again, "--session", "2023-02-28T08:00+07:00/2023-02-28T10:00+07:00");

        run.Code.Should().Be(2);
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("UTC+07").And.Contain("UTC+08");
    }

    [Fact]
    public async Task The_days_of_all_sessions_tell_whether_the_day_stands_first()
    {
        string file = File("SOK Dara,d@x.example,04/03/2023 08:00:00 AM,04/03/2023 09:00:00 AM,60,No,No\n");
        string[] asked = ["attendance", "--file", file, "--zone", "UTC", "--session", "2023-02-28T08:00/2023-02-28T10:00", "--session"];

        ConsoleRun april = await ConsoleRun.OfAsync([.. asked, "2023-04-03T08:00/2023-04-03T10:00"]), march = await ConsoleRun.OfAsync([.. asked, "2023-03-04T08:00/2023-03-04T10:00"]);
        ConsoleRun both = await ConsoleRun.OfAsync([.. asked, "2023-03-04T08:00/2023-03-04T10:00", "--session", "2023-04-03T08:00/2023-04-03T10:00"]), neither = await ConsoleRun.OfAsync([.. asked, "2023-05-03T08:00/2023-05-03T10:00"]);

        april.Output.Should().Contain("month first (by the session)");
        march.Output.Should().Contain("day first (by the session)");
        both.Code.Should().Be(2);
        both.Error.Should().Contain("one by one");
        neither.Code.Should().Be(2);
    }

    private string File(string rows)
    {
        var file = new TemporaryFile(Header + rows);
        _files.Add(file);
        return file.Path;
    }

    private static string Fixture(string name) => Path.Combine(Repository.Root, "tests", "Diplomacy.Training.Imports.Tests", "fixtures", name);

    private static string[] Figures(ConsoleRun run)
    {
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return [.. document.RootElement.GetProperty("sessions")[0].GetProperty("people").EnumerateArray().Select(p => $"{p.GetProperty("key").GetString()!.ToUpperInvariant()} {p.GetProperty("seconds")} {p.GetProperty("connections")}")];
    }

    private static async Task ShouldBeGoldenAsync(string output, string golden)
    {
        string path = Path.Combine(Repository.Root, "tests", "Samples.Tests", "golden", golden);
        if (!System.IO.File.Exists(path) && Environment.GetEnvironmentVariable("DIPLOMACY_WRITE_GOLDEN") == "1")
        {
            await System.IO.File.WriteAllTextAsync(path, output, Token);
        }

        output.Should().Be(await System.IO.File.ReadAllTextAsync(path, Token));
    }
}
