using System.Text.Json;
using DigitalDiplomacyWorkshop;
using Diplomacy.Training;
using Diplomacy.Training.Journal;
using Spectre.Console;
using UglyToad.PdfPig;

namespace Samples.Tests;

/// <summary>The workshop of 2023, played once; every test looks at what it left behind.</summary>
public sealed class PlayedWorkshop : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("workshop-").FullName;

    public string Screen { get; private set; } = "";

    public JsonElement Report { get; private set; }

    public InMemoryTrainingStore Store { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        using var screen = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(screen) });
        console.Profile.Width = 120;
        await new WorkshopStory(console, Path.Combine(AppContext.BaseDirectory, "data"), Folder).TellAsync();
        Screen = screen.ToString();
        Report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "report.json"))).RootElement;
        await using FileStream archive = File.OpenRead(Path.Combine(Folder, "training.jsonl"));
        Store = await TrainingArchive.ReadAsync(archive);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal int Figure(string name) => Report.GetProperty(name).GetInt32();
}

/// <summary>What the sample promises: a ministry's real work, done on real input.</summary>
public sealed class WorkshopStoryTests(PlayedWorkshop workshop) : IClassFixture<PlayedWorkshop>
{
    private static readonly WorkshopId s_id = WorkshopId.Parse("DD-2023");

    [Fact]
    public void Of_430_requests_400_have_a_seat_after_cancellations_promoted_from_the_line()
    {
        workshop.Figure("requests").Should().Be(430);
        workshop.Figure("confirmed").Should().Be(400, "408 were confirmed at first, 25 cancelled and 17 were promoted");
        workshop.Figure("cancelled").Should().Be(25);
        workshop.Figure("promoted").Should().Be(17);
        workshop.Figure("waiting").Should().Be(5, "the quotas of their missions stayed full");
    }

    [Fact]
    public async Task No_limit_holds_more_than_it_allows()
    {
        var desks = new TrainingDesks(TrainingPorts.InMemory(workshop.Store));

        SeatCount seats = await desks.Registrations.SeatsAsync(s_id, TestContext.Current.CancellationToken);

        seats.Limits.Should().HaveCountGreaterThan(50).And.OnlyContain(limit => limit.Used <= limit.Capacity);
    }

    [Fact]
    public void Check_ins_without_a_seat_are_refused_and_callers_without_an_address_are_decided_by_hand()
    {
        workshop.Figure("refusedCheckIns").Should().Be(2);
        workshop.Figure("callRows").Should().Be(377);
        workshop.Figure("callersReviewed").Should().BePositive();
    }

    [Fact]
    public void Every_certificate_has_a_page_a_line_in_the_attendance_list_and_a_page_in_the_merged_file()
    {
        int certificates = workshop.Figure("certificates");

        certificates.Should().Be(workshop.Figure("earned")).And.BeGreaterThan(250);
        Directory.GetFiles(Path.Combine(workshop.Folder, "certificates"), "*.pdf").Should().HaveCount(certificates);
        File.ReadLines(Path.Combine(workshop.Folder, "attendance.csv")).Count(line => line.Contains("MFAIC-2023-", StringComparison.Ordinal)).Should().Be(certificates);
        using PdfDocument merged = PdfDocument.Open(Path.Combine(workshop.Folder, "certificates.pdf"));
        merged.NumberOfPages.Should().Be(certificates);
    }

    [Fact]
    public async Task Each_page_states_the_frozen_facts_in_both_scripts()
    {
        var desks = new TrainingDesks(TrainingPorts.InMemory(workshop.Store));

        foreach (Certificate certificate in (await desks.Certificates.OfWorkshopAsync(s_id, TestContext.Current.CancellationToken)).Where((_, i) => i % 40 == 0))
        {
            using PdfDocument page = PdfDocument.Open(Path.Combine(workshop.Folder, "certificates", $"{certificate.Number}.pdf"));
            string text = page.GetPage(1).Text;

            text.Should().Contain(certificate.Facts.PrintedName).And.Contain(certificate.Code.ToString()).And.Contain(certificate.Number.ToString());
            text.Should().Contain(certificate.Facts.Title.Khmer).And.Contain(certificate.Facts.Title.English);
            if (certificate.Facts.NativeName is { } native)
            {
                text.Should().Contain(native);
            }
        }
    }

    [Fact]
    public async Task Names_stand_on_certificates_exactly_as_the_roster_gives_them()
    {
        var roster = await Diplomacy.Training.Imports.RosterReader.ReadFileAsync(Path.Combine(AppContext.BaseDirectory, "data", "roster.csv"), cancellationToken: TestContext.Current.CancellationToken);
        var names = roster.Select(entry => entry.Person.Name.Printed).ToHashSet(StringComparer.Ordinal);
        var desks = new TrainingDesks(TrainingPorts.InMemory(workshop.Store));

        var certificates = await desks.Certificates.OfWorkshopAsync(s_id, TestContext.Current.CancellationToken);

        certificates.Select(c => c.Facts.PrintedName).Should().OnlyContain(name => names.Contains(name));
        certificates.Select(c => c.Facts.PrintedName).Should().Contain(name => !name.Contains(' '), "someone with a single name has one too");
    }

    [Fact]
    public void Washington_is_told_the_evening_before_and_Jakarta_the_morning()
    {
        string[] agendas = Directory.GetFiles(Path.Combine(workshop.Folder, "agendas"));

        agendas.Should().HaveCount(50);
        File.ReadAllText(Path.Combine(workshop.Folder, "agendas", "US-WAS-EMB.txt")).Should().Contain("Mon 27 Feb 2023, 20:30–22:00 (UTC-05:00)").And.Contain("the day before the host's");
        File.ReadAllText(Path.Combine(workshop.Folder, "agendas", "ID-JKT-EMB.txt")).Should().Contain("Tue 28 Feb 2023, 08:30–10:00 (UTC+07:00)");
    }

    [Fact]
    public async Task A_stranger_can_verify_any_certificate_from_what_was_left()
    {
        var verifier = new CertificateVerifier(workshop.Store, workshop.Store);
        string[] codes = [.. File.ReadLines(Path.Combine(workshop.Folder, "attendance.csv")).Skip(1).Select(line => line.Split(',')[^1]).Where(code => code.Length > 0)];

        codes.Should().HaveCount(workshop.Figure("certificates"));
        foreach (string code in codes)
        {
            (await verifier.VerifyAsync(code, TestContext.Current.CancellationToken)).Should().BeOfType<Verification.Valid>();
        }
    }

    [Fact]
    public async Task The_journal_names_nobody()
    {
        var roster = await Diplomacy.Training.Imports.RosterReader.ReadFileAsync(Path.Combine(AppContext.BaseDirectory, "data", "roster.csv"), cancellationToken: TestContext.Current.CancellationToken);
        string[] personal =
        [
            .. roster.Select(e => e.Person.Email!), .. roster.Select(e => e.Person.Name.Printed).Where(name => name.Contains(' ', StringComparison.Ordinal)),
            .. roster.Select(e => e.Person.Name.Native?.Printed).OfType<string>().Where(name => name.Contains(' ', StringComparison.Ordinal)), .. roster.Select(e => e.Person.ExternalId!),
        ];
        var payloads = new System.Text.StringBuilder();
        await foreach (JournalEntry entry in workshop.Store.ReadAllAsync(cancellation: TestContext.Current.CancellationToken))
        {
            payloads.Append(System.Text.RegularExpressions.Regex.Unescape(entry.Payload)).Append('\n');
        }

        string journal = payloads.ToString();
        personal.Should().HaveCountGreaterThan(1000).And.OnlyContain(value => !journal.Contains(value, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_screen_ends_with_a_table_per_institution_and_a_verified_certificate()
    {
        workshop.Screen.Should().Contain("US-WAS-EMB").And.Contain("Certificates").And.Contain("stands in the register");
    }
}
