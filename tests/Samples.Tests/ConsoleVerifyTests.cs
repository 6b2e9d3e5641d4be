using System.Text.Json;
using Diplomacy.Training;
using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Testing;

namespace Samples.Tests;

/// <summary><c>verify</c>: against a register as the workshop sample leaves it behind.</summary>
public sealed class ConsoleVerifyTests : IAsyncLifetime
{
    private const string NeverIssued = "0000-0000-0000-0000";
    private readonly string _folder = Directory.CreateTempSubdirectory("console-verify-").FullName;
    private Certificate _certificate = null!;

    private string Store => Path.Combine(_folder, "training.jsonl");

    private string Code => _certificate.Code.ToString();

    public async ValueTask InitializeAsync()
    {
        TrainingPorts ports = TrainingPorts.InMemory() with { Clock = new FakeClock(Instant.FromUtc(2023, 3, 1, 1, 0)) };
        _certificate = await IssueAsync(ports);
        await using FileStream file = File.Create(Store);
        await TrainingArchive.WriteAsync(ports, file, Token);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_certificate_in_the_register_is_valid_and_what_it_states_is_shown()
    {
        ConsoleRun run = await ConsoleRun.OfAsync("verify", Code, "--store", Store);

        run.Error.Should().BeEmpty();
        run.Code.Should().Be(0);
        run.Lines.Should().Equal(
            "Valid. Certificate MFAIC-2023-000001 stands in the register. Compare what is shown with the page in your hand.",
            "  Number    MFAIC-2023-000001",
            "  Level     participation",
            "  Name      H.E. SOK Dara",
            "            ឯកឧត្តម សុខ ដារ៉ា",
            "  Workshop  Digital Diplomacy",
            "            ការទូតឌីជីថល",
            "  Held      2023-02-28",
            "  Hours     3",
            "  Venue     Hotel",
            "            សណ្ឋាគារ",
            "  Issuer    Ministry of Foreign Affairs",
            "            ក្រសួងការបរទេស",
            "  Issued    2023-03-01 Phnom Penh",
            "  Signed by CHEA Sophal, Director",
            "            ជា សុផល នាយក");
    }

    [Fact]
    public async Task Case_dashes_and_spaces_do_not_matter()
    {
        foreach (string[] typed in new string[][] { [Code.ToLowerInvariant()], [Code.Replace("-", "", StringComparison.Ordinal)], Code.Split('-') })
        {
            (await ConsoleRun.OfAsync(["verify", .. typed, "--store", Store])).Code.Should().Be(0);
        }
    }

    [Fact]
    public async Task The_JSON_document_agrees_with_the_text()
    {
        ConsoleRun run = await ConsoleRun.OfAsync("verify", Code, "--store", Store, "--json");

        (run.Code, run.Error).Should().Be((0, ""));
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        JsonElement certificate = root.GetProperty("certificate");
        root.GetProperty("result").GetString().Should().Be("valid");
        string text = (await ConsoleRun.OfAsync("verify", Code, "--store", Store)).Output;
        text.Should().StartWith(root.GetProperty("explanation").GetString());
        certificate.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String && p.Name is not ("to" or "workshop" or "issuer" or "issuedAtKhmer"))
            .Should().HaveCountGreaterThan(15).And.AllSatisfy(p => text.Should().Contain(p.Value.GetString()));
        certificate.GetProperty("hours").GetDouble().Should().Be(3);
        certificate.GetProperty("workshop").GetString().Should().Be("DD-2023");
        certificate.GetProperty("policyVersion").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task A_code_that_no_certificate_has_is_not_found()
    {
        string other = VerificationCode.New().ToString();

        ConsoleRun run = await ConsoleRun.OfAsync("verify", other, "--store", Store);
        ConsoleRun json = await ConsoleRun.OfAsync("verify", other, "--store", Store, "--json");

        (run.Code, run.Output).Should().Be((1, ""));
        run.ErrorLines.Should().Equal("No certificate has this code.");
        json.Code.Should().Be(1);
        json.ErrorLines.Should().Equal(run.ErrorLines);
        using JsonDocument document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("result").GetString().Should().Be("unknown");
        document.RootElement.GetProperty("certificate").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_typing_error_is_told_before_any_register_is_looked_for()
    {
        char last = Code[^1] == 'A' ? 'B' : 'A';

        ConsoleRun run = await ConsoleRun.OfAsync("verify", Code[..^1] + last, "--store", "no-such-file.jsonl");

        (run.Code, run.Output).Should().Be((2, ""));
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("mistyped");
        (await ConsoleRun.OfAsync("verify", Code[..^1] + last, "--lang", "km")).Error.Should().NotContain("mistyped").And.NotBeEmpty();
    }

    [Theory]
    [InlineData("AAAA", "verification-code.wrong-length")]
    [InlineData("AAAA-AAAA-AAAA-AAA!", "verification-code.invalid-character")]
    [InlineData(NeverIssued, "verification-code.never-issued")]
    public async Task What_is_no_code_is_bad_input(string typed, string error)
    {
        ConsoleRun run = await ConsoleRun.OfAsync("verify", typed, "--store", Store, "--json");

        run.Code.Should().Be(2);
        run.ErrorLines.Should().ContainSingle();
        using JsonDocument document = JsonDocument.Parse(run.Output);
        document.RootElement.GetProperty("result").GetString().Should().Be("mistyped");
        document.RootElement.GetProperty("error").GetString().Should().Be(error);
    }

    [Fact]
    public async Task A_register_that_is_missing_is_bad_input()
    {
        foreach (string store in new[] { "no-such-file.jsonl", _folder, "" })
        {
            ConsoleRun run = await ConsoleRun.OfAsync("verify", Code, "--store", store);

            (run.Code, run.Output).Should().Be((2, ""));
            run.ErrorLines.Should().ContainSingle().Which.Should().Contain($"'{store}'");
        }
    }

    [Fact]
    public async Task A_register_that_is_no_register_or_was_tampered_with_is_bad_input()
    {
        string genuine = await File.ReadAllTextAsync(Store, Token);
        foreach (string text in new[] { "{}\n", "null\n", genuine.Replace("DD-2023", "DD-2024", StringComparison.Ordinal) })
        {
            using var store = new TemporaryFile(text);

            ConsoleRun run = await ConsoleRun.OfAsync("verify", Code, "--store", store.Path);

            (run.Code, run.Output).Should().Be((2, ""), text);
            run.ErrorLines.Should().ContainSingle().Which.Should().Contain("Line ").And.NotContain("   at ");
        }
    }

    [Theory]
    [InlineData("{\n  \"workshop\": \"DD-2023\"\n}\n")]
    [InlineData("name,institution\n")]
    [InlineData("[]\n")]
    public async Task A_file_of_another_kind_is_told_from_a_register_without_the_words_of_a_parser(string text)
    {
        using var store = new TemporaryFile(text);

        ConsoleRun run = await ConsoleRun.OfAsync("verify", Code, "--store", store.Path);

        (run.Code, run.Output).Should().Be((2, ""));
        run.ErrorLines.Should().ContainSingle().Which.Should().Contain("is not an archive of this library (line 1)").And.NotContainAny("JSON", "BytePosition", "LineNumber", "'{'");
    }

    [Fact]
    public async Task A_register_that_breaks_off_within_a_line_is_told_with_the_line()
    {
        string[] lines = await File.ReadAllLinesAsync(Store, Token);
        using var store = new TemporaryFile(string.Join('\n', lines[..3]) + "\n" + lines[3][..20]);

        ConsoleRun run = await ConsoleRun.OfAsync("verify", Code, "--store", store.Path);

        (run.Code, run.Output).Should().Be((2, ""));
        run.ErrorLines.Should().Equal($"--store: '{store.Path}' is damaged: line 4 cannot be read.");
    }

    [Fact]
    public async Task Facts_that_were_changed_after_issue_are_not_shown()
    {
        string genuine = await File.ReadAllTextAsync(Store, Token);
        using var store = new TemporaryFile(genuine.Replace("SOK Dara", "SOK Thida", StringComparison.Ordinal));

        ConsoleRun run = await ConsoleRun.OfAsync("verify", Code, "--store", store.Path);

        run.Code.Should().NotBe(0);
        run.Output.Should().BeEmpty();
        run.Error.Should().NotContain("Thida");
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_code_is_needed(params string[] typed)
    {
        ConsoleRun run = await ConsoleRun.OfAsync(["verify", .. typed]);

        (run.Code, run.Output).Should().Be((2, ""));
        run.ErrorLines.Should().ContainSingle().Which.Should().StartWith("Type the code");
    }

    [Fact]
    public async Task The_certificates_number_is_told_from_its_code()
    {
        foreach (string number in new[] { "MFAIC-2023-000001", "mfaic-2023-000001", " MFAIC-2023-000001 " })
        {
            ConsoleRun run = await ConsoleRun.OfAsync("verify", number, "--store", Store, "--json");

            run.Code.Should().Be(2);
            run.ErrorLines.Should().ContainSingle().Which.Should().StartWith("MFAIC-2023-000001 is the certificate's number").And.Contain("beside the QR code");
            JsonDocument.Parse(run.Output).RootElement.GetProperty("error").GetString().Should().Be("verify.register-number");
        }
    }

    [Fact]
    public async Task The_link_of_the_QR_code_may_be_pasted()
    {
        string compact = _certificate.Code.ToCompactString();
        foreach (string link in new[] { $"https://training.mfaic.example/v/{compact}", $"https://training.mfaic.example/v/{Code}/", $"training.mfaic.example/v/{compact}?from=qr#top", $" HTTPS://TRAINING.MFAIC.EXAMPLE/V/{compact} " })
        {
            (await ConsoleRun.OfAsync("verify", link, "--store", Store)).Code.Should().Be(0, link);
        }

        (await ConsoleRun.OfAsync("verify", "https://training.mfaic.example/v/", "--store", Store)).Code.Should().Be(2);
        (await ConsoleRun.OfAsync("verify", $"https://training.mfaic.example/{compact}/other", "--store", Store)).Code.Should().Be(2, "the code is the last part of the link");
    }

    [Fact]
    public async Task Labels_are_told_in_Khmer_when_asked_for()
    {
        ConsoleRun run = await ConsoleRun.OfAsync("verify", Code, "--store", Store, "--lang", "km");

        run.Code.Should().Be(0);
        run.Output.Should().ContainAll("ឈ្មោះ", "សិក្ខាសាលា", "ទីកន្លែង", "SOK Dara").And.NotContainAny("Workshop", "Venue", "Signed by");
    }

    [Fact]
    public async Task As_a_process_it_answers_on_standard_output_and_exits_with_its_code()
    {
        ConsoleRun valid = await ConsoleRun.OfProcessAsync(Token, "verify", Code, "--store", Store);
        ConsoleRun unknown = await ConsoleRun.OfProcessAsync(Token, "verify", VerificationCode.New().ToString(), "--store", Store);
        ConsoleRun mistyped = await ConsoleRun.OfProcessAsync(Token, "verify", "AAAA", "--store", Store);

        (valid.Code, valid.Error).Should().Be((0, ""));
        valid.Output.Should().Contain("សុខ ដារ៉ា");
        (unknown.Code, unknown.Output).Should().Be((1, ""));
        (mistyped.Code, mistyped.Output).Should().Be((2, ""));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<Certificate> IssueAsync(TrainingPorts ports)
    {
        Actor officer = Actor.Official("staff:1042");
        var ministry = InstitutionCode.Parse("MFAIC");
        var desks = new TrainingDesks(ports);
        await desks.Institutions.AddAsync(
            new(ministry, new("ក្រសួងការបរទេស", "Ministry of Foreign Affairs"), InstitutionKind.Ministry, "Phnom Penh", "Cambodia", "Asia/Phnom_Penh"), officer, null, Token);
        PersonId person = await desks.People.AddAsync(
            new(new PersonName("SOK", "Dara").WithNative("km", "សុខ", "ដារ៉ា")) { Honorific = new("ឯកឧត្តម", "H.E.") }, officer, null, Token);
        Workshop workshop = await desks.Planning.DraftAsync(
            new("DD-2023", ministry)
            {
                Title = new("ការទូតឌីជីថល", "Digital Diplomacy"),
                Agenda = Agenda.Strictly("Asia/Phnom_Penh", new Session("morning", new(2023, 2, 28, 9, 0), Duration.FromHours(3))),
                Seats = SeatPlan.InPersonOnly(10),
                Venue = new("សណ្ឋាគារ", "Hotel"),
                Awards = [AwardPolicy.Participation(60)],
            },
            officer, null, Token);
        workshop = await desks.Planning.PublishAsync(workshop.Id, officer, null, Token);

        // Who was there is put in directly: these tests are about what comes after.
        var presence = new PersonPresence(
            RegistrationId.New(), person, new(DeliveryMode.InPerson, ministry, InstitutionKind.Ministry, ParticipantRole.Participant),
            [new("morning", Duration.FromHours(3), Duration.FromHours(3), null, null, true, false, false)]);
        StreamId list = AwardList.StreamOf(workshop.Id);
        await ports.Journal.AppendAsync(
            new(CommandId.New(), "", officer, ports.Clock.GetCurrentInstant(),
                [new(list, 0, AwardList.Begin(list).Propose(workshop, new(workshop.Id, [presence], 0), ports.Clock.GetCurrentInstant()).Events)]),
            Token);
        await desks.Certificates.ApproveAsync(workshop.Id, 1, officer, null, Token);
        IssueReport report = await desks.Certificates.IssueAsync(
            workshop.Id, officer, new Signatory(new("នាយក", "Director"), new("ជា សុផល", "CHEA Sophal")), cancellationToken: Token);
        return report.Certificates.Single();
    }
}
