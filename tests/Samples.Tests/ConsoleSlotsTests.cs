using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using TrainingConsole;

namespace Samples.Tests;

/// <summary><c>slots</c>: when a session is best held for missions in every time zone.</summary>
public sealed partial class ConsoleSlotsTests : IDisposable
{
    private const string Table = """
        code,type,name,city,country,timezone,weekend,hours
        US-WAS-EMB,embassy,Embassy,"Washington, D.C.",United States,America/New_York,Sat Sun,09:00-12:00 14:00-17:00
        NP-KTM-EMB,embassy,Embassy,Kathmandu,Nepal,Asia/Kathmandu,Sat,10:00-17:00
        IN-DEL-EMB,embassy,Embassy,New Delhi,India,Asia/Kolkata,Sat Sun,09:00-12:00 14:00-17:00
        BN-BWN-EMB,embassy,Embassy,Bandar Seri Begawan,Brunei Darussalam,Asia/Brunei,Fri Sun,09:00-12:00 14:00-17:00
        NZ-WLG-EMB,embassy,Embassy,Wellington,New Zealand,Pacific/Auckland,Sat Sun,09:00-17:00
        MFAIC,ministry,Ministry,Phnom Penh,Cambodia,Asia/Phnom_Penh,Sat Sun,07:30-11:30 14:00-17:30

        """;

    private static readonly string[] s_march = ["slots", "--from", "2027-03-01", "--to", "2027-03-31", "--length", "2h"];
    private readonly TemporaryFile _missions = new(Table);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string[] Few => [.. s_march, "--missions", _missions.Path, "--host", "MFAIC"];

    public void Dispose() => _missions.Dispose();

    [Theory]
    [InlineData("slots-en.txt", "--top", "3")]
    [InlineData("slots-km.txt", "--top", "3", "--lang", "km")]
    [InlineData("slots-wide-en.txt", "--top", "1", "--width", "200")]
    [InlineData("slots-wide-km.txt", "--top", "1", "--width", "140", "--lang", "km")]
    [InlineData("slots-narrow-en.txt", "--top", "1", "--width", "60")]
    [InlineData("slots-colours-en.txt", "--top", "1", "--colour", "always")]
    [InlineData("slots-sittings-en.txt", "--sittings", "2", "--heads", "4", "--heads", "MFAIC=40")]
    [InlineData("slots-sittings-km.txt", "--sittings", "2", "--heads", "4", "--heads", "MFAIC=40", "--lang", "km")]
    public async Task Answers_are_told_as_approved(string golden, params string[] more)
    {
        ConsoleRun run = await ConsoleRun.OfAsync([.. Few, .. more]);

        run.Error.Should().BeEmpty();
        run.Code.Should().Be(0);
        string path = Path.Combine(Repository.Root, "tests", "Samples.Tests", "golden", golden);
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("DIPLOMACY_WRITE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(path, run.Output, Token);
        }

        run.Output.Should().Be(await File.ReadAllTextAsync(path, Token));
    }

    [Fact]
    public async Task The_missions_of_the_sample_are_taken_where_no_table_is_named_and_one_person_from_each()
    {
        ConsoleRun run = await ConsoleRun.OfAsync(s_march);

        run.Code.Should().Be(0);
        run.Lines[0].Should().Be("2h from 2027-03-01 to 2027-03-31, held by HOST (Asia/Phnom_Penh)");
        run.Lines[1].Should().StartWith("51 institutions, 51 people.");
        run.Lines.Count(l => MissionLine().IsMatch(l)).Should().Be(51);
        run.Output.Should().Contain("Nobody's holidays are known");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(132)]
    [InlineData(165)]
    [InlineData(220)]
    public async Task The_grid_fits_into_the_width_and_tells_more_where_there_is_more_room(int width)
    {
        foreach (string language in new[] { "en", "km" })
        {
            ConsoleRun run = await ConsoleRun.OfAsync([.. s_march, "--width", $"{width}", "--lang", language]);

            string[] grid = [.. run.Lines.SkipWhile(l => !l.StartsWith("1. ", StringComparison.Ordinal))];
            grid.Should().HaveCountGreaterThan(51).And.AllSatisfy(l => ConsoleWords.Width(l).Should().BeLessThanOrEqualTo(width));
            string washington = grid.Single(l => l.StartsWith("US-WAS-EMB", StringComparison.Ordinal));
            washington.Contains("Washington, D.C.", StringComparison.Ordinal).Should().Be(width == 220 || (width == 165 && language == "km"), "exact quarters come before cities");
            washington.Contains("2027-03-15 06:00-08:00", StringComparison.Ordinal).Should().Be(width >= (language == "en" ? 120 : 130));
        }
    }

    [Fact]
    public async Task Every_sign_of_the_grid_is_the_band_that_times_tells_of_that_hour()
    {
        ConsoleRun run = await ConsoleRun.OfAsync([.. Few, "--width", "60"]);
        var signs = new Dictionary<string, char> { ["in-hours"] = '#', ["within-an-hour"] = '+', ["within-two-hours"] = '-', ["early"] = '<', ["evening"] = '>', ["rest-day"] = 'o', ["night"] = '.' };
        Dictionary<string, string> grid = run.Lines.Where(l => MissionLine().IsMatch(l)).ToDictionary(l => l[..10].Trim(), l => l[11..].Replace("|", "", StringComparison.Ordinal)[..24]);
        LocalDate day = LocalDatePattern.Iso.Parse(DayOf(run)).Value;

        for (int hour = 0; hour < 24; hour++)
        {
            // The sign of an hour is that of its least convenient quarter.
            var worst = new Dictionary<string, int>();
            for (int quarter = 0; quarter < 4; quarter++)
            {
                LocalDateTime middle = day.At(new LocalTime(hour, (15 * quarter) + 7, 30));
                ConsoleRun times = await ConsoleRun.OfAsync("times", "--at", LocalDateTimePattern.GeneralIso.Format(middle), "--zone", "Asia/Phnom_Penh", "--missions", _missions.Path, "--json");
                using JsonDocument document = JsonDocument.Parse(times.Output);
                foreach (JsonElement mission in document.RootElement.GetProperty("missions").EnumerateArray())
                {
                    string code = mission.GetProperty("code").GetString()!;
                    worst[code] = Math.Max(worst.GetValueOrDefault(code), signs.Keys.ToList().IndexOf(mission.GetProperty("band").GetString()!));
                }
            }

            worst.Should().HaveCount(6).And.AllSatisfy(w => grid[w.Key][hour].Should().Be(signs.Values.ElementAt(w.Value), "of {0} at {1}", w.Key, hour));
        }
    }

    [Fact]
    public async Task Colours_change_nothing_but_where_numbers_stand()
    {
        string[] plain = (await ConsoleRun.OfAsync([.. Few, "--width", "120"])).Lines, coloured = (await ConsoleRun.OfAsync([.. Few, "--width", "120", "--colour", "always"])).Lines;

        string[] missions = [.. coloured.Select(l => Escapes().Replace(l, "")).Where(l => MissionLine().IsMatch(l))];
        coloured.Should().Contain(l => l.Contains('\u001b', StringComparison.Ordinal));
        missions.Should().HaveCount(6);
        foreach ((string with, string without) in missions.Zip(plain.Where(l => MissionLine().IsMatch(l))))
        {
            with.Zip(without).Where(x => x.First != x.Second).Should().AllSatisfy(x => (char.IsAsciiDigit(x.First) || char.IsAsciiDigit(x.Second)).Should().BeTrue());
            with.Where(c => c == '|').Should().HaveCount(2);
        }
    }

    [Fact]
    public async Task A_terminal_is_shown_colours_unless_somebody_asked_for_none()
    {
        Terminal On(string? noColour, string? term, bool redirected = false) => Terminal.Of(name => name switch { "NO_COLOR" => noColour, "TERM" => term, _ => null }, redirected, () => 132);

        On(null, "xterm-256color").Should().Be(new Terminal(132, true));
        On("", null).Should().Be(new Terminal(132, true), "an empty variable asks for nothing (no-color.org)");
        On("1", "xterm").Should().Be(new Terminal(132, false));
        On(null, "dumb").Should().Be(new Terminal(132, false));
        On(null, "xterm", redirected: true).Should().Be(new Terminal(80, false));
        Terminal.Of(_ => null, false, () => throw new IOException()).Width.Should().Be(80);
        (await ShownOn(new(100, true), "auto")).Should().Contain("\u001b[");
        (await ShownOn(new(100, true), "never")).Should().NotContain("\u001b");
        (await ShownOn(new(100, false), "auto")).Should().NotContain("\u001b");
        (await ShownOn(new(100, false), "always")).Should().Contain("\u001b[");

        async Task<string> ShownOn(Terminal terminal, string colour)
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            (await TrainingConsole.Program.RunAsync([.. Few, "--colour", colour], output, error, terminal)).Should().Be(0);
            return output.ToString();
        }
    }

    [Fact]
    public async Task As_a_process_whose_output_is_redirected_it_shows_no_colours() =>
        (await ConsoleRun.OfProcessAsync(Token, Few)).Should().Be(await ConsoleRun.OfAsync(Few));

    [Fact]
    public async Task The_JSON_document_agrees_with_the_text()
    {
        ConsoleRun text = await ConsoleRun.OfAsync([.. Few, "--top", "4", "--width", "140"]);
        ConsoleRun run = await ConsoleRun.OfAsync([.. Few, "--top", "4", "--json"]);

        (run.Code, run.Error).Should().Be((0, ""));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        (root.GetProperty("host").GetString(), root.GetProperty("minutes").GetInt32(), root.GetProperty("sittings").GetInt32()).Should().Be(("MFAIC", 120, 1));
        text.Output.Should().Contain($"{root.GetProperty("fitting").GetInt32()} of {root.GetProperty("starts").GetInt32()} starts fit.");
        JsonElement[] slots = [.. root.GetProperty("slots").EnumerateArray()];
        text.Lines.Where(l => RankLine().IsMatch(l)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(c => $"{c[2]}T{c[3]} {c[4]} {c[5]} {c[6]} {c[7]} {c[8]}").Should().Equal(
            slots.Select(s => $"{s.GetProperty("hostStart").GetString()![..16]} {s.GetProperty("headsAtNight")} {s.GetProperty("headsOnRestDays")} {s.GetProperty("headsOutsideHours")} {s.GetProperty("burden")} {s.GetProperty("clockChanges")}"));
        foreach (JsonElement place in slots[0].GetProperty("institutions").EnumerateArray())
        {
            string T(string name) => place.GetProperty(name).GetString()!;
            string line = text.Lines.Single(l => MissionLine().IsMatch(l) && l.StartsWith(T("code") + " ", StringComparison.Ordinal));
            line.Should().Contain($"  {T("weekday")} {T("start")[..10]} {T("start")[11..16]}-{T("end")[11..16]}  day +{place.GetProperty("dayShift")}  {T("band")} ".Replace("+-", "-", StringComparison.Ordinal)).And.EndWith(T("city"));
            InstantPattern.General.Parse(slots[0].GetProperty("start").GetString()!).Value.InZone(DateTimeZoneProviders.Tzdb[T("zone")]).LocalDateTime
                .Should().Be(LocalDateTimePattern.GeneralIso.Parse(T("start")[..19]).Value);
            place.GetProperty("holidaysKnown").GetBoolean().Should().BeFalse();
        }

        (await ConsoleRun.OfAsync([.. Few, "--top", "4", "--json", "--lang", "km"])).Output.Should().Contain("\"in-hours\"");
    }

    [Fact]
    public async Task Each_mission_stands_in_the_day_of_the_sitting_that_it_attends()
    {
        ConsoleRun text = await ConsoleRun.OfAsync([.. s_march[..^1], "90m", "--sittings", "3"]);
        ConsoleRun run = await ConsoleRun.OfAsync([.. s_march[..^1], "90m", "--sittings", "3", "--json"]);

        using JsonDocument document = JsonDocument.Parse(run.Output);
        string[][] attending = [.. document.RootElement.GetProperty("slots").EnumerateArray().Select(s => s.GetProperty("institutions").EnumerateArray().Select(i => i.GetProperty("code").GetString()!).ToArray())];
        attending.Should().HaveCount(3);
        attending.SelectMany(a => a).Should().OnlyHaveUniqueItems().And.HaveCount(51);
        string[][] grids = [.. SittingHeading().Split(text.Output)[1..].Select(g => g.Split('\n').Where(l => MissionLine().IsMatch(l)).Select(l => l[..10].Trim()).ToArray())];
        for (int sitting = 0; sitting < 3; sitting++)
        {
            grids[sitting][0].Should().Be("HOST", "the host holds every sitting");
            grids[sitting][1..].Should().BeEquivalentTo(attending[sitting].Where(c => c != "HOST"));
        }

        text.Output.Should().Contain("Held once, the best is Mon 2027-03-15 17:00-18:30");
    }

    [Fact]
    public async Task Heads_weigh_and_who_must_be_in_hours_is()
    {
        string free = DayOf(await ConsoleRun.OfAsync([.. Few, "--json"])), bound;
        ConsoleRun run = await ConsoleRun.OfAsync([.. Few, "--heads", "0", "--heads", "US-WAS-EMB=3", "--must", "US-WAS-EMB", "--hours", "00:00-24:00", "--top", "1", "--json"]);
        using (JsonDocument document = JsonDocument.Parse(run.Output))
        {
            JsonElement best = document.RootElement.GetProperty("slots")[0];
            best.GetProperty("burden").GetInt32().Should().Be(0);
            best.GetProperty("institutions").EnumerateArray().Sum(i => i.GetProperty("people").GetInt32()).Should().Be(3);
            best.GetProperty("institutions").EnumerateArray().Single(i => i.GetProperty("code").GetString() == "US-WAS-EMB").GetProperty("band").GetString().Should().Be("in-hours");
            bound = best.GetProperty("hostStart").GetString()!;
        }

        bound.Should().NotBe(free);
    }

    [Fact]
    public async Task A_session_over_the_hosts_midnight_is_shown_whole()
    {
        ConsoleRun run = await ConsoleRun.OfAsync(
            "slots", "--from", "2027-03-22", "--to", "2027-03-26", "--length", "3h", "--missions", _missions.Path, "--must", "US-WAS-EMB", "--hours", "00:00-24:00", "--heads", "0", "--heads", "US-WAS-EMB=1");

        run.Code.Should().Be(0);
        string host = run.Lines.Single(l => l.StartsWith("HOST ", StringComparison.Ordinal) && l.Contains('|', StringComparison.Ordinal));
        host.Should().Contain("Mon 22 20:00 +0");
        run = await ConsoleRun.OfAsync(
            "slots", "--from", "2027-03-22", "--to", "2027-03-26", "--length", "3h", "--missions", _missions.Path, "--must", "US-WAS-EMB", "--hours", "00:00-24:00", "--host", "Asia/Tokyo");
        host = run.Lines.Single(l => l.StartsWith("HOST ", StringComparison.Ordinal) && l.Contains('|', StringComparison.Ordinal));
        host.Should().Contain("22:00 +0").And.Contain("|......|");
        host.IndexOf('|', StringComparison.Ordinal).Should().BeInRange(25, 45, "the session stands in the middle of the day that is shown");
        host[11..61].Replace("|", "", StringComparison.Ordinal).Should().HaveLength(48);
    }

    [Theory]
    [InlineData("90m")]
    [InlineData("1h30m")]
    [InlineData("1H30M")]
    [InlineData("0h90m")]
    public async Task A_length_may_be_written_in_hours_minutes_or_both(string length) =>
        (await ConsoleRun.OfAsync([.. Few[..5], "--length", length, .. Few[7..]])).Lines[0].Should().StartWith("1h30m from ");

    [Fact]
    public async Task When_nothing_fits_the_filter_that_left_nothing_is_told_first()
    {
        ConsoleRun weekend = await ConsoleRun.OfAsync("slots", "--from", "2027-03-06", "--to", "2027-03-07", "--length", "2h");
        ConsoleRun asleep = await ConsoleRun.OfAsync([.. Few, "--must", "US-WAS-EMB", "--must", "NZ-WLG-EMB", "--lang", "km"]);
        ConsoleRun twice = await ConsoleRun.OfAsync("slots", "--from", "2027-03-06", "--to", "2027-03-07", "--length", "2h", "--sittings", "2");
        ConsoleRun tooLong = await ConsoleRun.OfAsync("slots", "--from", "2027-03-28", "--to", "2027-03-28", "--length", "24h", "--host", "Europe/Paris");
        ConsoleRun json = await ConsoleRun.OfAsync("slots", "--from", "2027-03-06", "--to", "2027-03-07", "--length", "2h", "--json");

        new[] { weekend, asleep, twice, tooLong, json }.Should().AllSatisfy(r => r.Code.Should().Be(1));
        new[] { weekend, asleep, twice, tooLong }.Should().AllSatisfy(r => r.Output.Should().BeEmpty());
        weekend.ErrorLines.Should().HaveCount(3);
        weekend.ErrorLines[0].Should().Be("None of 185 starts fits.");
        weekend.ErrorLines[1].Should().StartWith("What left nothing: Rest days of the host: 185 starts");
        weekend.ErrorLines[2].Should().StartWith("Hours of the host: ");
        asleep.ErrorLines[1].Should().StartWith("អ្វីដែលធ្វើឱ្យគ្មានពេលនៅសល់៖ ត្រូវតែក្នុងម៉ោងធ្វើការ៖");
        twice.ErrorLines.Should().ContainSingle().Which.Should().StartWith("No 2 sittings fit").And.Contain("Rest days of the host");
        tooLong.ErrorLines.Should().Equal("A session of 24h does not end within these days.");
        json.Error.Should().Be(weekend.Error);
        using JsonDocument document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("filters").EnumerateArray().Select(f => (f.GetProperty("kind").GetString(), f.GetProperty("refused").GetInt32(), f.GetProperty("left").GetInt32()))
            .Should().Contain(("host-rests", 185, 0));
    }

    [Theory]
    [InlineData("--from", "2027-02-30", "--from: '2027-02-30' is not a date")]
    [InlineData("--from", "1066-10-14", "outside the years 1972 to 2200")]
    [InlineData("--to", "2027-02-28", "--to: 2027-02-28 comes before 2027-03-01.")]
    [InlineData("--to", "2030-03-05", "more than 1100 days")]
    [InlineData("--length", "2", "not a length of time")]
    [InlineData("--length", "", "not a length of time")]
    [InlineData("--length", "0m", "whole quarters")]
    [InlineData("--length", "100m", "whole quarters")]
    [InlineData("--length", "25h", "up to 24h")]
    [InlineData("--length", "999h9999m", "up to 24h")]
    [InlineData("--host", "phnom penh", "Did you mean Asia/Phnom_Penh?")]
    [InlineData("--host", "", "Say the host's time zone")]
    [InlineData("--missions", "no-such-file.csv", "There is no file 'no-such-file.csv'")]
    [InlineData("--heads", "-1", "--heads: '-1'")]
    [InlineData("--heads", "100001", "from 0 to 100000")]
    [InlineData("--heads", "XX=3", "There is no institution 'XX' in the table.")]
    [InlineData("--heads", "50000", "200000 people together")]
    [InlineData("--must", "US-NYC-PM", "There is no institution 'US-NYC-PM' in the table.")]
    [InlineData("--hours", "22:00-06:00", "--hours: '22:00-06:00'")]
    [InlineData("--sittings", "4", "4")]
    [InlineData("--top", "101", "from 1 to 100")]
    [InlineData("--width", "20", "from 60 to 400")]
    [InlineData("--colour", "red", "red")]
    public async Task A_fault_is_told_on_one_line_of_standard_error(string option, string value, string told)
    {
        var given = new Dictionary<string, string> { ["--from"] = "2027-03-01", ["--to"] = "2027-03-31", ["--length"] = "2h", ["--missions"] = _missions.Path, [option] = value };

        ConsoleRun run = await ConsoleRun.OfAsync(["slots", .. given.SelectMany(g => new[] { g.Key, g.Value })]);

        (run.Code, run.Output).Should().Be((2, ""));
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain(told).And.NotContain("   at ").And.NotContain("Exception");
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        ConsoleRun run = await ConsoleRun.OfAsync(
            "slots", "--from", "1 March", "--to", "31\u001b[2J March", "--length", "long", "--host", "Mars/Olympus", "--heads", "many", "--must", "XX", "--hours", "9-5", "--top", "all", "--sittings", "2", "--missions", _missions.Path, "--width", "wide");

        (run.Code, run.Output).Should().Be((2, ""));
        run.ErrorLines.Should().HaveCount(10).And.NotContain(l => l.Contains('\u001b'));
    }

    [Fact]
    public async Task Help_says_what_the_figures_and_the_grid_mean()
    {
        ConsoleRun run = await ConsoleRun.OfAsync("slots", "--help");

        run.Code.Should().Be(0);
        run.Output.Should().ContainAll("--from", "--to", "--length", "--host", "--missions", "--heads", "--must", "--hours", "--sittings", "--top", "--json", "--lang", "--colour", "--width", "Burden", "between bars", "Exit codes", "Examples:");
        (await ConsoleRun.OfAsync("--help")).Output.Should().Contain("slots");
    }

    private static string DayOf(ConsoleRun run) => Date().Match(run.Lines.First(l => l.StartsWith("1. ", StringComparison.Ordinal) || l.Contains("hostStart", StringComparison.Ordinal))).Value;

    [GeneratedRegex(@"^[A-Z]{2}[A-Z0-9-]* +[#+\-<>o.|0-9]{26,98} ", RegexOptions.CultureInvariant)]
    private static partial Regex MissionLine();

    [GeneratedRegex(@"^ *\d+  (Mon|Tue|Wed|Thu|Fri) \d{4}-\d\d-\d\d \d\d:\d\d ", RegexOptions.CultureInvariant)]
    private static partial Regex RankLine();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\nSitting \d\. ", RegexOptions.CultureInvariant)]
    private static partial Regex SittingHeading();

    [GeneratedRegex("\u001b\\[[0-9;]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
