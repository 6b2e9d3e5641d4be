using System.Text.Json;
using Diplomacy.Training;
using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Testing;

namespace Samples.Tests;

/// <summary><c>seats</c>, <c>waiting</c>, <c>history</c> and <c>register</c>: who has a seat in a workshop, who waits and why.</summary>
public sealed class ConsoleRegistrationsTests : IAsyncLifetime
{
    // At this time by the clocks of Phnom Penh a seat is offered, two wait for one, and one keeps a seat and wishes to change.
    private const string At = "2123-02-20T09:00";

    private static readonly Actor s_officer = Actor.Official("staff:1042");
    private static readonly Actor s_focalPoint = Actor.FocalPoint("mission:7");
    private static readonly InstitutionCode s_ministry = InstitutionCode.Parse("MFAIC");
    private static readonly InstitutionCode s_washington = InstitutionCode.Parse("US-WAS-EMB");
    private static readonly WorkshopId s_workshop = WorkshopId.Parse("DD-2123");

    private readonly string _folder = Directory.CreateTempSubdirectory("console-registrations-").FullName;
    private readonly List<RegistrationId> _made = [];

    private string Archive => Path.Combine(_folder, "training.jsonl");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        TrainingPorts ports = await FillAsync(_made);
        await using FileStream file = File.Create(Archive);
        await TrainingArchive.WriteAsync(ports, file, Token);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("seats", "en")]
    [InlineData("seats", "km")]
    [InlineData("waiting", "en")]
    [InlineData("waiting", "km")]
    [InlineData("history", "en")]
    [InlineData("history", "km")]
    [InlineData("register", "en")]
    [InlineData("register", "km")]
    public async Task Answers_are_told_as_approved(string command, string language)
    {
        using TemporaryFile list = List();
        string[] more = command switch { "history" => [_made[4].ToString()[..8]], "register" => ["--file", list.Path, "--dry-run"], _ => [] };

        ConsoleRun run = await ConsoleRun.OfAsync([command, .. more, "--archive", Archive, "--at", At, "--lang", language]);

        run.Error.Should().BeEmpty();
        run.Code.Should().Be(0);
        string golden = Path.Combine(Repository.Root, "tests", "Samples.Tests", "golden", $"{command}-{language}.txt");
        string told = Stable(run.Output);
        if (!File.Exists(golden) && Environment.GetEnvironmentVariable("DIPLOMACY_WRITE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, told, Token);
        }

        told.Should().Be(await File.ReadAllTextAsync(golden, Token));
    }

    [Fact]
    public async Task The_JSON_documents_agree_with_the_tables_and_keep_the_keys_of_limits()
    {
        JsonElement seats = await JsonAsync("seats");
        JsonElement waiting = await JsonAsync("waiting");
        JsonElement history = await JsonAsync("history", _made[4].ToString());

        seats.GetProperty("asOf").GetString().Should().Be("2123-02-20T02:00:00Z");
        seats.GetProperty("limits").EnumerateArray().Select(l => $"{l.GetProperty("key")} {l.GetProperty("taken")}/{l.GetProperty("seats")} {l.GetProperty("left")} {l.GetProperty("waiting")}").Should().Equal(
            "mode/in-person 1/1 0 1", "mode/online 3/3 0 2", "quota/each-mission/US-WAS-EMB 2/2 0 1");
        (seats.GetProperty("confirmed").GetInt32(), seats.GetProperty("offered").GetInt32(), seats.GetProperty("waiting").GetInt32()).Should().Be((3, 1, 2));
        waiting.GetProperty("waiting").EnumerateArray().Select(w => (w.GetProperty("position").GetInt32(), w.GetProperty("registration").GetString(), w.GetProperty("isChange").GetBoolean())).Should().Equal(
            (1, _made[5].ToString(), false), (2, _made[6].ToString(), false), (1, _made[1].ToString(), true));
        waiting.GetProperty("offers").EnumerateArray().Select(o => o.GetProperty("registration").GetString()).Should().Equal(_made[4].ToString());
        history.GetProperty("lines").EnumerateArray().Select(l => (l.GetProperty("type").GetString(), l.GetProperty("status").GetString(), l.GetProperty("by").GetString(), l.GetProperty("byRule").GetBoolean())).Should().Equal(
            ("registration.waitlisted", "waiting", "mission:7", false), ("registration.prioritised", "waiting", "staff:1042", false), ("registration.seat-offered", "offered", "staff:1042", true));
        history.GetProperty("lines")[1].GetProperty("reason").GetString().Should().Be("head-of-delegation");
        history.GetRawText().Should().NotContain("SOK", "a history holds no names");
    }

    [Fact]
    public async Task An_earlier_moment_is_shown_as_it_was_and_an_offer_is_over_when_its_time_is()
    {
        ConsoleRun before = await ConsoleRun.OfAsync("waiting", "--archive", Archive, "--at", "2123-02-02 08:00");
        ConsoleRun later = await ConsoleRun.OfAsync("waiting", "--archive", Archive, "--at", "2123-02-26T09:00");
        ConsoleRun never = await ConsoleRun.OfAsync("waiting", "--archive", Archive, "--at", "2022-01-01T09:00");

        before.Lines[^1].Should().Be("nobody waits");
        later.Output.Should().NotContain(_made[4].ToString()[..8]);
        (never.Code, never.Output).Should().Be((2, ""));
        never.ErrorLines.Should().ContainSingle().Which.Should().Contain("holds no workshop at 2022-01-01 09:00 +07:00");
    }

    [Fact]
    public async Task A_registration_is_named_by_its_first_digits_and_one_that_is_not_there_is_not_found()
    {
        string id = _made[4].ToString();
        ConsoleRun whole = await ConsoleRun.OfAsync("history", id, "--archive", Archive, "--at", At);

        (await ConsoleRun.OfAsync("history", id[..12].ToUpperInvariant(), "--archive", Archive, "--at", At)).Should().Be(whole);
        ConsoleRun none = await ConsoleRun.OfAsync("history", RegistrationId.New().ToString(), "--archive", Archive);
        (none.Code, none.Output).Should().Be((1, ""));
        none.ErrorLines.Should().ContainSingle().Which.Should().StartWith("DD-2123 has no registration ");
        foreach (string typed in new[] { "abc", "not-an-id", new string('0', 33), " " })
        {
            ConsoleRun bad = await ConsoleRun.OfAsync("history", typed, "--archive", Archive);
            (bad.Code, bad.Output).Should().Be((2, ""), typed);
            bad.ErrorLines.Should().ContainSingle();
        }
    }

    [Fact]
    public async Task A_list_is_registered_into_the_archive_once_and_a_trial_leaves_it_as_it_is()
    {
        using TemporaryFile list = List();
        byte[] before = await File.ReadAllBytesAsync(Archive, Token);

        ConsoleRun trial = await ConsoleRun.OfAsync("register", "--file", list.Path, "--dry-run", "--archive", Archive);
        (trial.Code, trial.Error).Should().Be((0, ""));
        trial.Lines[^1].Should().Be("A trial; nothing was written. To be registered: 2. Registered already: 1.");
        (await File.ReadAllBytesAsync(Archive, Token)).Should().Equal(before);

        ConsoleRun real = await ConsoleRun.OfAsync("register", "--file", list.Path, "--archive", Archive, "--by", "staff:7");
        (real.Code, real.Error).Should().Be((0, ""));
        real.Lines[^1].Should().Be("Registered: 2. Registered already before: 1.");
        Directory.EnumerateFiles(_folder).Should().ContainSingle("nothing else is left behind");

        byte[] after = await File.ReadAllBytesAsync(Archive, Token);
        JsonDocument again = JsonDocument.Parse((await ConsoleRun.OfAsync("register", "--file", list.Path, "--archive", Archive, "--json")).Output);
        (again.RootElement.GetProperty("new").GetInt32(), again.RootElement.GetProperty("known").GetInt32()).Should().Be((0, 3));
        (await File.ReadAllBytesAsync(Archive, Token)).Should().Equal(after);
        string made = again.RootElement.GetProperty("rows")[1].GetProperty("registration").GetString()!;
        (await ConsoleRun.OfAsync("history", made, "--archive", Archive)).Output.Should().Contain("official staff:7");
    }

    [Fact]
    public async Task A_list_with_a_row_that_breaks_a_rule_is_refused_as_a_whole()
    {
        using var list = new TemporaryFile("external_id,family,given,institution,mode\nN-1,KEO,Bopha,MFAIC,Online\nN-2,IM,Sothea,NOWHERE,Online\n");
        byte[] before = await File.ReadAllBytesAsync(Archive, Token);

        ConsoleRun run = await ConsoleRun.OfAsync("register", "--file", list.Path, "--archive", Archive);

        run.Code.Should().Be(1);
        run.Lines.Should().Contain(l => l.StartsWith("  3  IM Sothea  NOWHERE", StringComparison.Ordinal)).And.HaveElementAt(run.Lines.Length - 1, "Nothing was registered: correct the rows above and register the whole list again.");
        (await File.ReadAllBytesAsync(Archive, Token)).Should().Equal(before);
    }

    [Fact]
    public async Task What_cannot_be_understood_is_told_in_one_line_with_the_option()
    {
        using TemporaryFile list = List();
        using var torn = new TemporaryFile("external_id,family\nN-1,KEO\n");
        foreach (var (said, args) in new (string, string[])[]
        {
            ("--archive", ["seats", "--archive", "no-such-file.jsonl"]),
            ("--workshop", ["seats", "--archive", Archive, "--workshop", "XX-1"]),
            ("--workshop", ["waiting", "--archive", Archive, "--workshop", "not a code"]),
            ("--at", ["waiting", "--archive", Archive, "--at", "yesterday"]),
            ("--at", ["register", "--file", list.Path, "--archive", Archive, "--at", At]),
            ("--by", ["register", "--file", list.Path, "--archive", Archive, "--by", "two words"]),
            ("--file", ["register", "--file", "no-such-file.csv", "--archive", Archive]),
            ("--archive", ["seats", "--archive", list.Path]),
            ("--archive", ["seats", "--archive", list.Path, "--at", At]),
        })
        {
            ConsoleRun run = await ConsoleRun.OfAsync(args);
            (run.Code, run.Output).Should().Be((2, ""), string.Join(' ', args));
            run.ErrorLines.Should().ContainSingle().Which.Should().StartWith(said);
        }

        ConsoleRun columns = await ConsoleRun.OfAsync("register", "--file", torn.Path, "--archive", Archive);
        (columns.Code, columns.Output).Should().Be((2, ""));
        columns.ErrorLines.Should().HaveCountGreaterThan(1, "every missing column is told");
    }

    private async Task<JsonElement> JsonAsync(string command, params string[] more)
    {
        ConsoleRun run = await ConsoleRun.OfAsync([command, .. more, "--archive", Archive, "--at", At, "--json"]);
        (run.Code, run.Error).Should().Be((0, ""));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    /// <summary>Ids are random: each is told by the place in which it was made.</summary>
    private string Stable(string text)
    {
        foreach (var (id, i) in _made.Select((id, i) => (id.ToString(), i)))
        {
            text = text.Replace(id, new string((char)('a' + i), 32), StringComparison.Ordinal).Replace(id[..8], new string((char)('a' + i), 8), StringComparison.Ordinal);
        }

        return text;
    }

    private static TemporaryFile List() => new(
        "external_id,family_km,given_km,family,given,institution,mode,role\nP-0,សុខ,ដារ៉ា,SOK,Dara,MFAIC,InPerson,Participant\n" +
        "N-1,កែវ,បុប្ផា,KEO,Bopha,US-WAS-EMB,Online,Participant\nN-2,អ៊ឹម,សុធា,IM,Sothea,MFAIC,InPerson,Speaker\n");

    private static async Task<TrainingPorts> FillAsync(List<RegistrationId> made)
    {
        var clock = new FakeClock(Instant.FromUtc(2022, 12, 1, 2, 0));
        TrainingPorts ports = TrainingPorts.InMemory() with { Clock = clock };
        var desks = new TrainingDesks(ports);
        await desks.Institutions.AddAllAsync(
            [
                new(s_ministry, new("ក្រសួងការបរទេស", "Ministry of Foreign Affairs"), InstitutionKind.Ministry, "Phnom Penh", "Cambodia", "Asia/Phnom_Penh"),
                new(s_washington, new("ស្ថានទូត", "Embassy in Washington"), InstitutionKind.Embassy, "Washington", "United States", "America/New_York"),
            ],
            s_officer, null, Token);
        await desks.Planning.PlanAsync(
            new(s_workshop, s_ministry)
            {
                Title = new("ការទូតឌីជីថល", "Digital Diplomacy"),
                Agenda = Agenda.Strictly("Asia/Phnom_Penh", new Session("morning", new(2123, 2, 28, 9, 0), Duration.FromHours(3))),
                Seats = SeatPlan.Hybrid(1, 3).With(Quota.ForEachMission(2)),
                Admission = new() { Offers = new(Duration.FromHours(48)) },
            },
            s_officer, Token);
        (string Khmer, string Latin)[] names = [("សុខ ដារ៉ា", "SOK Dara"), ("ចាន់ សុភា", "CHAN Sophea"), ("លី ម៉ារី", "LY Mary"), ("ជា សុផល", "CHEA Sophal"), ("នូ ស្រីពៅ", "NOU Sreypov"), ("មាស សេរី", "MEAS Serey"), ("យូ ចំរើន", "YOU Chamroeun")];
        var ids = new List<PersonId>();
        foreach (var (khmer, latin) in names)
        {
            ids.Add(await desks.People.AddAsync(
                new(new PersonName(latin.Split(' ')[0], latin.Split(' ')[1]).WithNative("km", khmer.Split(' ')[0], khmer.Split(' ')[1]), null, $"P-{ids.Count}"), s_officer, null, Token));
        }

        clock.Reset(Instant.FromUtc(2123, 2, 2, 2, 0));
        await RegisterAsync(0, s_ministry, DeliveryMode.InPerson, s_officer);
        await RegisterAsync(1, s_ministry, DeliveryMode.Online, s_officer);
        await RegisterAsync(2, s_washington, DeliveryMode.Online, s_focalPoint);
        await RegisterAsync(3, s_ministry, DeliveryMode.Online, s_officer);
        await RegisterAsync(4, s_washington, DeliveryMode.Online, s_focalPoint);
        await RegisterAsync(5, s_washington, DeliveryMode.Online, s_focalPoint);
        await RegisterAsync(6, s_ministry, DeliveryMode.Online, s_officer);
        await desks.Registrations.PrioritiseAsync(s_workshop, made[4], -1, "head-of-delegation", s_officer, null, Token);
        await desks.Registrations.SwitchAsync(s_workshop, made[1], new(DeliveryMode.InPerson), s_officer, null, Token);
        clock.Reset(Instant.FromUtc(2123, 2, 19, 1, 0));
        await desks.Registrations.CancelAsync(s_workshop, made[3], "illness", s_officer, null, Token);
        return ports;

        async Task RegisterAsync(int person, InstitutionCode from, DeliveryMode mode, Actor by)
        {
            clock.AdvanceHours(1);
            made.Add((await desks.Registrations.RegisterAsync(new(s_workshop, ids[person], from, mode), by, null, Token)).Registration);
        }
    }
}
