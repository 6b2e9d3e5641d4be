using System.Globalization;
using System.Text.Json;
using DigitalDiplomacyWorkshop;
using Diplomacy.Training;
using Diplomacy.Training.Journal;
using NodaTime;
using NodaTime.Text;
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
        console.Profile.Width = 80;
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
        certificates.Select(c => c.Facts.PrintedName).Should().Contain("José Núñez Peña", "he puts the given name first").And.NotContain("Núñez Peña José");
    }

    [Fact]
    public async Task Everybody_with_a_seat_is_invited_and_the_link_goes_to_those_in_the_call_alone()
    {
        var desks = new TrainingDesks(TrainingPorts.InMemory(workshop.Store));
        var seats = (await desks.Registrations.ListAsync(s_id, TestContext.Current.CancellationToken)).Where(r => r.Status == RegistrationStatus.Confirmed).ToDictionary(r => r.Person);

        IReadOnlyList<InvitationEntry> entries = await desks.Invitations.EntriesAsync(s_id, TestContext.Current.CancellationToken);

        Dictionary<PersonId, InvitationEntry> people = entries.Where(e => e.Invitee.Person is not null).ToDictionary(e => e.Invitee.Person!.Value);
        people.Keys.Select(p => p.ToString()).Should().BeEquivalentTo(seats.Keys.Select(p => p.ToString()));
        foreach (var (person, entry) in people.Where((_, i) => i % 20 == 0))
        {
            WrittenInvitation message = (await desks.Invitations.MessageAsync(s_id, entry.Uid, cancellationToken: TestContext.Current.CancellationToken))!;
            string text = Unfolded(System.Text.Encoding.UTF8.GetString(message.Part.Bytes.AsSpan()));

            text.Contains("https://call.mfaic.example/", StringComparison.Ordinal).Should().Be(seats[person].Mode == DeliveryMode.Online);
        }
    }

    [Fact]
    public void Each_mission_has_an_entry_for_its_own_calendar()
    {
        string[] files = Directory.GetFiles(Path.Combine(workshop.Folder, "invitations"), "*.ics");

        files.Should().HaveCount(50);
        Unfolded(File.ReadAllText(Path.Combine(workshop.Folder, "invitations", "US-WAS-EMB.ics"))).Should()
            .Contain("METHOD:REQUEST").And.Contain("DTSTART;TZID=Asia/Phnom_Penh:20230228T083000").And.Contain("us-was-emb@mfaic.example").And.NotContain("call.mfaic.example");
    }

    [Fact]
    public async Task The_console_gives_an_invitation_again_when_the_workshop_is_over()
    {
        ConsoleRun run = await ConsoleRun.OfAsync("invite", "--archive", Path.Combine(workshop.Folder, "training.jsonl"), "--mission", "US-WAS-EMB");

        run.Should().Be(new ConsoleRun(0, File.ReadAllText(Path.Combine(workshop.Folder, "invitations", "US-WAS-EMB.ics")), ""));
    }

    [Fact]
    public void Washington_is_told_the_evening_before_and_Jakarta_the_morning()
    {
        string[] agendas = Directory.GetFiles(Path.Combine(workshop.Folder, "agendas"));

        agendas.Should().HaveCount(50);
        string washington = Agenda("US-WAS-EMB");
        washington.Should().Contain("ថ្ងៃទី២៧ ខែកុម្ភៈ ឆ្នាំ២០២៣\nMonday 27 February 2023\n\n20:30–22:00 (UTC-05:00)\n");
        washington.Should().Contain("· 08:30 on Tue 28 Feb in Phnom Penh\n    ពេលល្ងាច · in the evening\n");
        washington.Should().Contain("\nTuesday 28 February 2023\n\n02:00–04:00 (UTC-05:00)\n").And.Contain("· 14:00 in Phnom Penh\n    ពេលយប់ · at night\n");
        Agenda("ID-JKT-EMB").Should().Contain("Tuesday 28 February 2023\n\n08:30–10:00 (UTC+07:00)\n");
    }

    [Fact]
    public void An_agenda_holds_breaks_and_ceremonies_and_remarks_only_on_unusual_times()
    {
        Agenda("US-WAS-EMB").Should().Contain("23:45–02:00 Tue 28 Feb (UTC-05:00)\n    អាហារថ្ងៃត្រង់\n    Lunch\n").And.Contain("Group photograph").And.Contain("time zone data 2026f)").And.NotContain("mapping");
        Agenda("ID-JKT-EMB").Should().Contain("Lunch").And.NotContainAny("at night", "evening", "hours", "ពេលយប់");
        Agenda("FR-PAR-EMB").Should().Contain("02:30–04:00").And.Contain("ពេលយប់ · at night");
    }

    [Theory]
    [InlineData("2023-02-28T04:00", "2023-02-28T06:00", "at night")]
    [InlineData("2023-02-28T05:00", "2023-02-28T07:00", "begins at night")]
    [InlineData("2023-02-28T06:00", "2023-02-28T06:30", "before working hours")]
    [InlineData("2023-02-28T20:00", "2023-02-28T22:00", "in the evening")]
    [InlineData("2023-02-28T20:00", "2023-02-28T22:01", "in the evening, ends at night")]
    [InlineData("2023-03-04T10:00", "2023-03-04T11:00", "on a day of rest")]
    [InlineData("2023-03-04T23:00", "2023-03-05T01:00", "at night")]
    [InlineData("2023-02-28T12:30", "2023-02-28T13:00", null)]
    [InlineData("2023-02-28T09:00", "2023-02-28T10:00", null)]
    public void A_time_is_remarked_on_by_its_whole_range(string start, string end, string? remark) =>
        (AgendaSheet.Remark(WorkingTime.Standard, Local(start), Local(end))?.English).Should().Be(remark);

    [Fact]
    public async Task Pages_and_the_list_for_handing_out_run_by_institution_and_printed_name()
    {
        string[][] list = [.. File.ReadLines(Path.Combine(workshop.Folder, "handing-out.csv")).Select(line => line.Split(','))];
        var desks = new TrainingDesks(TrainingPorts.InMemory(workshop.Store));
        var certificates = (await desks.Certificates.OfWorkshopAsync(s_id, TestContext.Current.CancellationToken)).ToDictionary(c => c.Number.ToString());
        using PdfDocument merged = PdfDocument.Open(Path.Combine(workshop.Folder, "certificates.pdf"));

        File.ReadAllBytes(Path.Combine(workshop.Folder, "handing-out.csv"))[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        list[0].Should().Equal("institution", "institution_name", "institution_name_km", "name", "name_km", "level", "certificate", "file", "page");
        list[1..].Should().HaveCount(certificates.Count).And.OnlyContain(row => row.Length == 9 && File.Exists(Path.Combine(workshop.Folder, row[7])));
        list[1..].Select(row => row[0] + "\n" + row[3]).Should().BeInAscendingOrder(StringComparer.OrdinalIgnoreCase);
        list[1..].Select(row => row[8]).Should().Equal(Enumerable.Range(1, certificates.Count).Select(page => page.ToString(CultureInfo.InvariantCulture)));
        foreach (string[] row in list[1..].Where((_, i) => i % 50 == 0))
        {
            certificates[row[6]].Facts.PrintedName.Should().Be(row[3]);
            merged.GetPage(int.Parse(row[8], CultureInfo.InvariantCulture)).Text.Should().Contain(row[6]).And.Contain(row[3]);
        }
    }

    [Fact]
    public async Task The_attendance_list_says_why_and_holds_no_key_to_a_certificate()
    {
        string[] lines = File.ReadAllLines(Path.Combine(workshop.Folder, "attendance.csv"));
        var desks = new TrainingDesks(TrainingPorts.InMemory(workshop.Store));
        var certificates = await desks.Certificates.OfWorkshopAsync(s_id, TestContext.Current.CancellationToken);

        lines[0].Should().EndWith("share_percent,level,certificate,reason").And.Contain("institution,institution_name,");
        lines.Should().HaveCount(401);
        lines[1..].Should().OnlyContain(line => line.Contains("MFAIC-2023-", StringComparison.Ordinal) == line.Contains("Earned: ", StringComparison.Ordinal));
        lines[1..].Should().OnlyContain(line => line.Contains("MFAIC-2023-", StringComparison.Ordinal) != line.Contains("Not earned: ", StringComparison.Ordinal));
        string all = string.Concat(lines) + File.ReadAllText(Path.Combine(workshop.Folder, "handing-out.csv")) + File.ReadAllText(Path.Combine(workshop.Folder, "report.json"));
        certificates.Should().HaveCountGreaterThan(250).And.OnlyContain(c => !all.Contains(c.Code.ToString(), StringComparison.Ordinal) && !all.Contains(c.Code.ToCompactString(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_report_says_which_workshop_where_when_and_how_people_took_part()
    {
        JsonElement report = workshop.Report;

        report.GetProperty("title").GetProperty("english").GetString().Should().Be("Digital Diplomacy for Cambodian Diplomats");
        report.GetProperty("title").GetProperty("khmer").GetString().Should().StartWith("សិក្ខាសាលា");
        (report.GetProperty("host").GetString(), report.GetProperty("date").GetString(), report.GetProperty("zone").GetString()).Should().Be(("MFAIC", "2023-02-28", "Asia/Phnom_Penh"));
        JsonElement attendance = report.GetProperty("attendance");
        int Of(string name) => attendance.GetProperty(name).GetInt32();
        (Of("inPerson") + Of("online") + Of("both")).Should().Be(Of("present"));
        (Of("present") + Of("absent")).Should().Be(workshop.Figure("confirmed")).And.Be(workshop.Figure("judged"));
        report.GetProperty("institutions").EnumerateArray().Sum(i => i.GetProperty("present").GetInt32()).Should().Be(Of("present"));
        Of("inTheOtherMode").Should().BePositive();
    }

    [Fact]
    public async Task A_stranger_can_verify_any_certificate_from_what_was_left()
    {
        var verifier = new CertificateVerifier(workshop.Store, workshop.Store);
        var desks = new TrainingDesks(TrainingPorts.InMemory(workshop.Store));
        string[] codes = [.. (await desks.Certificates.OfWorkshopAsync(s_id, TestContext.Current.CancellationToken)).Select(c => c.Code.ToString())];

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
        await foreach (JournalEntry entry in workshop.Store.ReadAllAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            payloads.Append(System.Text.RegularExpressions.Regex.Unescape(entry.Payload)).Append('\n');
        }

        string journal = payloads.ToString();
        personal.Should().HaveCountGreaterThan(1000).And.OnlyContain(value => !journal.Contains(value, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_screen_ends_with_a_table_per_institution_and_a_verified_certificate()
    {
        workshop.Screen.Should().Contain("US-WAS-EMB").And.Contain("Cancelled").And.Contain("Issued").And.Contain("stands in the register");
        workshop.Screen.Should().NotContain("…", "every heading fits a terminal of 80 columns");
    }

    [Fact]
    public void Progress_that_is_written_to_a_log_ends_at_100_percent() =>
        workshop.Screen.Should().Contain("Registering: 430 of 430, 100 %").And.Contain($"Printing: {workshop.Figure("certificates")} of {workshop.Figure("certificates")}, 100 %");

    private static LocalDateTime Local(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Parse(text).Value;

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    private string Agenda(string mission) => File.ReadAllText(Path.Combine(workshop.Folder, "agendas", mission + ".txt"));
}
