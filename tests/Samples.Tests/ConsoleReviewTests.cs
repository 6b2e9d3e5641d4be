using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diplomacy.Training;
using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Testing;
using NodaTime.TimeZones;

namespace Samples.Tests;

/// <summary><c>review</c> and <c>invite</c>: what newer time zone data change in what missions were told, and the messages that tell them.</summary>
public sealed class ConsoleReviewTests : IAsyncLifetime
{
    // Between 2026d and 2026f Havana and Winnipeg changed what their clocks do from November 2026 on.
    private const string At = "2026-10-01T09:00";

    private static readonly Actor s_officer = Actor.Official("staff:1042");
    private static readonly InstitutionCode s_havana = InstitutionCode.Parse("CU-HAV-EMB");
    private static readonly InstitutionCode s_winnipeg = InstitutionCode.Parse("CA-YWG-CG");
    private static readonly InstitutionCode s_ministry = InstitutionCode.Parse("MFAIC");

    private readonly string _folder = Directory.CreateTempSubdirectory("console-review-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Archive => Path.Combine(_folder, "training.jsonl");

    private string Newer => Path.Combine(_folder, "2026f.nzd");

    private string Older => Path.Combine(_folder, "2026d.nzd");

    public async ValueTask InitializeAsync()
    {
        using (Stream carried = typeof(DateTimeZone).Assembly.GetManifestResourceStream(typeof(DateTimeZone).Assembly.GetManifestResourceNames().Single(n => n.EndsWith("Tzdb.nzd", StringComparison.Ordinal)))!)
        {
            await using FileStream file = File.Create(Newer);
            await carried.CopyToAsync(file, Token);
        }

        await File.WriteAllBytesAsync(Older, ReadOlder(), Token);
        var zones = new DateTimeZoneCache(TzdbDateTimeZoneSource.FromStream(new MemoryStream(await File.ReadAllBytesAsync(Older, Token))));
        TrainingPorts ports = TrainingPorts.InMemory() with { Clock = new FakeClock(Instant.FromUtc(2026, 9, 1, 2, 0)), Zones = zones };
        var desks = new TrainingDesks(ports);
        await desks.Institutions.AddAllAsync(
            [
                Institution(s_ministry, InstitutionKind.Ministry, "Phnom Penh", "Asia/Phnom_Penh", "training@mfaic.example"),
                Institution(s_havana, InstitutionKind.Embassy, "Havana", "America/Havana", "embassy.havana@mfaic.example"),
                Institution(s_winnipeg, InstitutionKind.ConsulateGeneral, "Winnipeg", "America/Winnipeg", null),
            ],
            s_officer, null, Token);
        await desks.Planning.PlanAsync(
            new("FF-2123", s_ministry)
            {
                Title = new("ការទូតឌីជីថល", "Digital Diplomacy"),
                Agenda = Agenda.Strictly(zones, "Asia/Phnom_Penh", new Session("morning", new(2123, 2, 23, 9, 0), Duration.FromHours(2)), new Session("second-day", new(2123, 2, 24, 9, 0), Duration.FromHours(2))),
                Seats = SeatPlan.Hybrid(10, 30),
            },
            s_officer, Token);
        foreach ((string code, string zone) in new[] { ("DD-2026", "Asia/Phnom_Penh"), ("HV-2026", "America/Havana") })
        {
            Workshop workshop = await desks.Planning.PlanAsync(
                new(code, s_ministry)
                {
                    Title = new("ការទូតឌីជីថល", "Digital Diplomacy"),
                    Agenda = Agenda.Strictly(zones, zone, new Session("evening", new(2026, 11, 12, 19, 0), Duration.FromHours(2))),
                    Seats = SeatPlan.Hybrid(10, 30),
                },
                s_officer, Token);
            await desks.Invitations.InviteInstitutionAsync(workshop.Id, s_havana, s_officer, Language.English, null, Token);
            await desks.Invitations.InviteInstitutionAsync(workshop.Id, s_winnipeg, s_officer, Language.English, null, Token);
        }

        await using FileStream archive = File.Create(Archive);
        await TrainingArchive.WriteAsync(ports, archive, Token);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("DD-2026", "en", 0)]
    [InlineData("DD-2026", "km", 0)]
    [InlineData("HV-2026", "en", 3)]
    [InlineData("HV-2026", "km", 3)]
    public async Task What_moves_is_told_as_approved_and_the_exit_code_says_whether_to_decide(string workshop, string language, int code)
    {
        ConsoleRun run = await ReviewAsync(workshop, "--sha256", Digest(Newer), "--lang", language);

        run.Error.Should().BeEmpty();
        run.Code.Should().Be(code);
        string golden = Path.Combine(Repository.Root, "tests", "Samples.Tests", "golden", $"review-{workshop}-{language}.txt");
        if (!File.Exists(golden) && Environment.GetEnvironmentVariable("DIPLOMACY_WRITE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, run.Output, Token);
        }

        run.Output.Should().Be(await File.ReadAllTextAsync(golden, Token));
    }

    [Fact]
    public async Task An_invitation_that_could_not_be_given_is_recorded_and_given_when_asked_for_again()
    {
        string[] invite = ["invite", "--archive", Archive, "--workshop", "FF-2123", "--mission", "CU-HAV-EMB"];

        (await ConsoleRun.OfAsync([.. invite, "--out", Path.Combine(_folder, "nowhere", "havana.ics")])).Code.Should().Be(2);

        (await File.ReadAllLinesAsync(Archive, Token)).Should().Contain(l => l.Contains("invitation.sent", StringComparison.Ordinal) && l.Contains("FF-2123", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_JSON_document_tells_bands_before_and_after()
    {
        ConsoleRun run = await ReviewAsync("DD-2026", "--sha256", Digest(Newer).ToUpperInvariant(), "--json");

        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        root.GetProperty("needsDecision").GetBoolean().Should().BeFalse();
        (root.GetProperty("newerData").GetString(), root.GetProperty("sha256").GetString()).Should().Be(("2026f", Digest(Newer)));
        root.GetProperty("agendaData").GetString().Should().Contain("2026d");
        root.GetProperty("moved").EnumerateArray().Select(m => $"{m.GetProperty("institution")} {m.GetProperty("told")} {m.GetProperty("bandBefore")} {m.GetProperty("now")} {m.GetProperty("bandAfter")} {m.GetProperty("wasTold")}").Should().BeEquivalentTo(
            "CA-YWG-CG 2026-11-12T06:00:00-06:00 early 2026-11-12T07:00:00-05:00 within-two-hours True",
            "CU-HAV-EMB 2026-11-12T07:00:00-05:00 within-two-hours 2026-11-12T08:00:00-04:00 within-an-hour True");
    }

    [Fact]
    public async Task A_file_whose_digest_nobody_stated_says_so_and_other_files_are_refused()
    {
        string damaged = Path.Combine(_folder, "damaged.nzd"), huge = Path.Combine(_folder, "huge.nzd");
        await File.WriteAllBytesAsync(damaged, (await File.ReadAllBytesAsync(Newer, Token))[..1000], Token);
        await File.WriteAllBytesAsync(huge, new byte[TimeZoneData.MaxLength + 1], Token);

        ConsoleRun unstated = await ReviewAsync("DD-2026");
        (unstated.Code, unstated.ErrorLines.Single()).Should().Be((0, $"SHA-256 {Digest(Newer)} was compared with nothing: add --sha256 from where the file was published."));
        foreach (var (code, said, args) in new (int, string, string[])[]
        {
            (1, Digest(Newer), ["--nzd", Newer, "--sha256", Digest(Older)]),
            (1, "older than those in force", ["--nzd", Older, "--sha256", Digest(Older)]),
            (2, "damaged", ["--nzd", damaged]),
            (2, "or more", ["--nzd", huge]),
            (2, "damaged", ["--nzd", Archive]),
            (2, "--nzd: There is no file", ["--nzd", "no-such-file.nzd"]),
            (2, "--sha256: ", ["--nzd", Newer, "--sha256", "abc"]),
        })
        {
            ConsoleRun run = await ConsoleRun.OfAsync(["review", .. args, "--archive", Archive, "--workshop", "DD-2026", "--at", At]);
            (run.Code, run.Output).Should().Be((code, ""), string.Join(' ', args));
            run.ErrorLines.Should().ContainSingle().Which.Should().Contain(said);
        }
    }

    [Fact]
    public async Task An_invitation_is_recorded_given_again_and_taken_back()
    {
        string file = Path.Combine(_folder, "havana.ics");
        ConsoleRun first = await InviteAsync("--mission", "CU-HAV-EMB", "--dry-run", "--at", "2026-10-01T09:00");
        first.Code.Should().Be(0);
        first.Error.Should().BeEmpty();
        first.Output.Should().StartWith("BEGIN:VCALENDAR\r\n").And.Contain("METHOD:REQUEST").And.Contain("embassy.havana@mfaic.example");
        byte[] before = await File.ReadAllBytesAsync(Archive, Token);

        ConsoleRun written = await InviteAsync("--mission", "CU-HAV-EMB", "--dry-run", "--at", At, "--out", file);
        written.Output.TrimEnd('\n').Should().Be(file);
        (await File.ReadAllTextAsync(file, Token)).Should().Be(first.Output, "the ledger knows it already");
        ConsoleRun part = await InviteAsync("--mission", "CU-HAV-EMB", "--dry-run", "--at", At, "--mime");
        part.Output.Should().StartWith("Content-Type: text/calendar; charset=utf-8;\r\n method=REQUEST;");
        Encoding.UTF8.GetString(Convert.FromBase64String(part.Output[part.Output.IndexOf("\r\n\r\n", StringComparison.Ordinal)..])).Should().Be(first.Output);
        ConsoleRun cancelled = await InviteAsync("--mission", "CU-HAV-EMB", "--method", "CANCEL", "--dry-run", "--at", At);
        cancelled.Output.Should().Contain("METHOD:CANCEL").And.Contain("STATUS:CANCELLED").And.Contain(first.Output.Split("\r\n").Single(l => l.StartsWith("UID:", StringComparison.Ordinal)));
        (await File.ReadAllBytesAsync(Archive, Token)).Should().Equal(before, "a trial records nothing");
    }

    [Fact]
    public async Task What_was_told_is_recorded_so_that_a_later_message_replaces_it()
    {
        string[] ofHavana = ["invite", "--archive", Archive, "--workshop", "FF-2123", "--mission", "CU-HAV-EMB"];
        ConsoleRun trial = await ConsoleRun.OfAsync([.. ofHavana, "--dry-run"]);
        ConsoleRun none = await ConsoleRun.OfAsync([.. ofHavana, "--method", "CANCEL"]);
        ConsoleRun first = await ConsoleRun.OfAsync(ofHavana);
        byte[] recorded = await File.ReadAllBytesAsync(Archive, Token);
        ConsoleRun again = await ConsoleRun.OfAsync(ofHavana);
        (await File.ReadAllBytesAsync(Archive, Token)).Should().Equal(recorded, "asked again without a change, nothing is told");
        ConsoleRun back = await ConsoleRun.OfAsync([.. ofHavana, "--method", "CANCEL"]);
        ConsoleRun anew = await ConsoleRun.OfAsync(ofHavana);

        (none.Code, none.Output).Should().Be((1, ""));
        none.ErrorLines.Should().Equal("CU-HAV-EMB has no invitation to FF-2123 that could be taken back.");
        new[] { trial, first, again, back, anew }.Should().AllSatisfy(r => (r.Code, r.Error).Should().Be((0, "")));
        again.Output.Should().Be(first.Output);
        Lines(first, "UID:").Should().NotBeEmpty().And.NotIntersectWith(Lines(trial, "UID:"), "the UID of a trial is not used");
        Lines(back, "METHOD:").Should().AllBe("METHOD:CANCEL");
        Lines(back, "UID:").Should().Equal(Lines(first, "UID:"));
        Lines(anew, "UID:").Should().Equal(Lines(first, "UID:"));
        Lines(first, "SEQUENCE:").Should().AllBe("SEQUENCE:0");
        Lines(back, "SEQUENCE:").Should().AllBe("SEQUENCE:1");
        Lines(anew, "SEQUENCE:").Should().AllBe("SEQUENCE:2");

        static string[] Lines(ConsoleRun run, string name) => [.. run.Output.Split("\r\n").Where(l => l.StartsWith(name, StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Of_several_messages_each_is_written_to_a_file_of_its_own()
    {
        string file = Path.Combine(_folder, "havana.ics");

        ConsoleRun run = await ConsoleRun.OfAsync("invite", "--archive", Archive, "--workshop", "FF-2123", "--mission", "CU-HAV-EMB", "--dry-run", "--out", file);

        run.Lines.Should().Equal(Path.Combine(_folder, "havana-1.ics"), Path.Combine(_folder, "havana-2.ics"));
        run.Lines.Should().AllSatisfy(l => File.ReadAllText(l).Split("BEGIN:VEVENT").Should().HaveCount(2));
    }

    [Fact]
    public async Task Without_a_mailbox_it_is_a_file_to_hand_over_and_bad_usage_is_told_in_one_line()
    {
        ConsoleRun winnipeg = await InviteAsync("--mission", "CA-YWG-CG", "--dry-run", "--at", At);
        (winnipeg.Code, winnipeg.Output.Contains("METHOD:PUBLISH", StringComparison.Ordinal)).Should().Be((0, true));
        foreach (string[] args in new string[][] { ["--mission", "XX"], ["--mission", "CU-HAV-EMB", "--at", At], ["--mission", "CU-HAV-EMB", "--method", "request"], [] })
        {
            ConsoleRun run = await InviteAsync(args);
            (run.Code, run.Output).Should().Be((2, ""));
            run.ErrorLines.Should().ContainSingle();
        }
    }

    private Task<ConsoleRun> ReviewAsync(string workshop, params string[] more) =>
        ConsoleRun.OfAsync(["review", "--nzd", Newer, "--archive", Archive, "--workshop", workshop, "--at", At, .. more]);

    private Task<ConsoleRun> InviteAsync(params string[] more) => ConsoleRun.OfAsync(["invite", "--archive", Archive, "--workshop", "DD-2026", .. more]);

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static Institution Institution(InstitutionCode code, InstitutionKind kind, string city, string zone, string? email) =>
        new(code, new("ស្ថាប័ន", city), kind, city, "", zone) { Email = email };

    private static byte[] ReadOlder()
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "tzdb", "2026d.dll")));
        MetadataReader metadata = file.GetMetadataReader();
        ManifestResource resource = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(r => metadata.GetString(r.Name).EndsWith("Tzdb.nzd", StringComparison.Ordinal));
        int at = file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress + checked((int)resource.Offset);
        int length = file.GetSectionData(at).GetReader().ReadInt32();
        return [.. file.GetSectionData(at).GetContent(sizeof(int), length)];
    }
}
