using System.Collections.Immutable;
using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.Tests.Certificates.IssuingOffice;

namespace Diplomacy.Training.Tests.Certificates;

public sealed class CertificateDeskIssue
{
    [Fact]
    public async Task Nobody_is_issued_an_award_on_figures_that_no_longer_hold()
    {
        IssuingOffice office = await IssuingOffice.OpenAsync();
        WorkshopId workshop = await office.HoldAsync("DD-2023");
        PersonId person = await office.PersonAsync(new Person(new PersonName("CHAN", "Sophea"), "s@mfaic.example"));
        await office.RegisterAsync(workshop, person);
        await office.ImportAsync(workshop, ("s@mfaic.example", "08:00", "11:30"));
        await office.Certificates.ProposeAsync(workshop, An.Officer);
        await office.Certificates.ApproveAsync(workshop, 1, IssuingOffice.Director);
        await office.ImportAsync(workshop, ("s@mfaic.example", "08:00", "08:10"));

        (await RefusalAsync(() => office.Certificates.IssueAsync(workshop, An.Officer))).Rule.Code.Should().Be("certificate.list-is-current");

        ProposalList again = await office.Certificates.ProposeAsync(workshop, An.Officer);
        again.Awards.Should().ContainSingle().Which.Earned.Should().BeFalse();
        await office.Certificates.ApproveAsync(workshop, again.Number, IssuingOffice.Director);
        (await office.Certificates.IssueAsync(workshop, An.Officer)).Certificates.Should().BeEmpty();
    }

    [Fact]
    public async Task R36_the_facts_are_those_of_the_day_of_issue()
    {
        IssuingOffice office = await OpenAsync();
        WorkshopId workshop = await office.HoldAsync("DD-2023");
        PersonId person = await office.PersonAsync(new(new PersonName("CHAN", "Sophea", "Chan S.").WithNative("km", "ចាន់", "សុភា")) { Honorific = new("ឯកឧត្តម", "H.E.") });
        await office.ApproveAsync(workshop, [person]);
        var signatory = new Signatory(new("រដ្ឋមន្ត្រី", "Minister"), new("ឈ្មោះ", "A Name"));

        Certificate certificate = (await office.Certificates.IssueAsync(workshop, An.Officer, signatory)).Certificates.Single();

        certificate.Facts.Should().Be(new CertificateFacts
        {
            Number = new(Mfaic, 2023, 1),
            Level = AwardLevel.Participation,
            PrintedName = "Chan S.",
            NativeName = "ចាន់ សុភា",
            NativeLanguage = Language.Khmer,
            Honorific = new("ឯកឧត្តម", "H.E."),
            Workshop = workshop,
            Title = Title,
            Venue = new("សណ្ឋាគារ", "A hotel"),
            FirstDay = Day,
            LastDay = Day,
            CountedTime = Duration.FromMinutes(180),
            Hours = 3,
            Issuer = Mfaic,
            IssuerName = new("ក្រសួង", "Ministry MFAIC"),
            PlaceOfIssue = new("", "Phnom Penh"),
            IssuedOn = Day,
            PolicyVersion = 1,
            Signatory = signatory,
        });
    }

    [Fact]
    public async Task The_last_day_is_the_one_on_which_the_last_session_ends_and_midnight_belongs_to_the_day_before()
    {
        IssuingOffice office = await OpenAsync();
        foreach ((string code, int minutes) in new[] { ("UNTIL-12", 120), ("UNTIL-1", 180) })
        {
            WorkshopPlan plan = Plan(code) with { Agenda = Agenda.Strictly("Asia/Phnom_Penh", new Session("evening", Day.At(new LocalTime(22, 0)), Duration.FromMinutes(minutes))) };
            office.Clock.Reset(At("08:00", Day.PlusDays(-9)));
            await office.Desks.Planning.PlanAsync(plan, An.Officer);
            office.Clock.Reset(At("08:00", Day.PlusDays(2)));
            await office.ApproveAsync(plan.Id, await office.PeopleAsync(1));
        }

        (await office.Certificates.IssueAsync(WorkshopId.Parse("UNTIL-12"), An.Officer)).Certificates.Single().Facts.LastDay.Should().Be(Day);
        (await office.Certificates.IssueAsync(WorkshopId.Parse("UNTIL-1"), An.Officer)).Certificates.Single().Facts.LastDay.Should().Be(Day.PlusDays(1));
    }

    [Fact]
    public async Task R37_issuing_again_issues_nothing_and_gives_the_same_certificates()
    {
        var (office, workshop, _) = await ApprovedAsync(3);
        IssueReport first = await office.Certificates.IssueAsync(workshop, An.Officer);
        string before = await office.Ministry.PictureAsync();

        IssueReport again = await office.Certificates.IssueAsync(workshop, An.Officer);
        IssueReport elsewhere = await office.Ministry.AnotherProcess().Certificates.IssueAsync(workshop, An.Officer);

        (first.IssuedNow, again.IssuedNow, elsewhere.IssuedNow).Should().Be((3, 0, 0));
        again.Certificates.Should().Equal(first.Certificates);
        elsewhere.Certificates.Should().Equal(first.Certificates);
        (await office.Ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task A_repeated_command_is_told_what_it_issued_the_first_time_also_in_the_next_year()
    {
        var (office, workshop, _) = await ApprovedAsync(2);
        var command = CommandId.New();
        IssueReport first = await office.Certificates.IssueAsync(workshop, An.Officer, command: command);
        await office.ApproveAsync(workshop, await office.PeopleAsync(1));
        office.Clock.AdvanceDays(365);
        string before = await office.Ministry.PictureAsync();

        IssueReport repeated = await office.Certificates.IssueAsync(workshop, An.Officer, command: command);

        repeated.IssuedNow.Should().Be(2);
        repeated.Certificates.Should().Equal(first.Certificates);
        (await office.Ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task R37_a_person_holds_each_award_once_also_when_a_later_list_names_another_registration()
    {
        var (office, workshop, people) = await ApprovedAsync();
        await office.Certificates.IssueAsync(workshop, An.Officer);
        await office.ApproveAsync(workshop, people);

        IssueReport again = await office.Certificates.IssueAsync(workshop, An.Officer);

        again.IssuedNow.Should().Be(0);
        again.Certificates.Should().ContainSingle();
    }

    [Fact]
    public async Task A_year_s_numbers_run_on_over_workshops_and_every_number_has_its_entry()
    {
        var (office, first, _) = await ApprovedAsync(2);
        WorkshopId second = await office.HoldAsync("DD-2023-B");
        await office.ApproveAsync(second, await office.PeopleAsync(3));
        await office.Certificates.IssueAsync(first, An.Officer);
        await office.Certificates.IssueAsync(second, An.Officer);

        (await RegisterAsync(office, "MFAIC", 2023)).Should().Equal(1, 2, 3, 4, 5);
        (await office.Ministry.JournalAsync()).Select(e => e.Event).OfType<AwardIssued>().Select(e => e.Number)
            .Should().BeEquivalentTo((await office.Ministry.JournalAsync()).Select(e => e.Event).OfType<CertificateIssued>().Select(e => e.Number));
    }

    [Fact]
    public async Task R38_the_year_is_that_of_the_issuer_s_own_calendar()
    {
        IssuingOffice office = await OpenAsync();
        await office.InstitutionAsync("US-WAS-EMB", "America/New_York", "Washington");
        LocalDate day = new(2023, 12, 29);
        WorkshopId home = await office.HoldAsync("HOME", day), abroad = await office.HoldAsync("ABROAD", day, "US-WAS-EMB");
        await office.ApproveAsync(home, await office.PeopleAsync(1));
        await office.ApproveAsync(abroad, await office.PeopleAsync(1));
        office.Clock.Reset(Instant.FromUtc(2023, 12, 31, 23, 30));

        CertificateFacts inPhnomPenh = (await office.Certificates.IssueAsync(home, An.Officer)).Certificates.Single().Facts;
        CertificateFacts inWashington = (await office.Certificates.IssueAsync(abroad, An.Officer)).Certificates.Single().Facts;

        (inPhnomPenh.Number.ToString(), inPhnomPenh.IssuedOn).Should().Be(("MFAIC-2024-000001", new LocalDate(2024, 1, 1)));
        (inWashington.Number.ToString(), inWashington.IssuedOn).Should().Be(("US-WAS-EMB-2023-000001", new LocalDate(2023, 12, 31)));
    }

    [Theory]
    [InlineData(1, "MFAIC-2024-000001", 2024)]
    [InlineData(-1, "MFAIC-2023-000001", 2023)]
    public async Task Where_the_year_turns_while_the_command_waits_number_day_and_register_are_of_one_year(int seconds, string number, int year)
    {
        IssuingOffice office = await OpenAsync();
        LocalDate day = new(2023, 12, 29);
        WorkshopId workshop = await office.HoldAsync("DD-2023", day);
        await office.ApproveAsync(workshop, await office.PeopleAsync(1));
        Instant newYear = At("00:00", new LocalDate(2024, 1, 1));
        office.Clock.Reset(seconds > 0 ? newYear - Duration.FromNanoseconds(1) : newYear);
        office.Clock.AutoAdvance = Duration.FromSeconds(seconds);

        CertificateFacts facts = (await office.Certificates.IssueAsync(workshop, An.Officer)).Certificates.Single().Facts;

        (facts.Number.ToString(), facts.IssuedOn.Year).Should().Be((number, year));
        (await RegisterAsync(office, "MFAIC", year)).Should().Equal(1);
        (await office.Ministry.JournalAsync()).Single(e => e.Event is CertificateIssued).At.InZone(DateTimeZoneProviders.Tzdb["Asia/Phnom_Penh"]).Year.Should().Be(year);
    }

    [Fact]
    public async Task Two_issuers_number_for_themselves()
    {
        IssuingOffice office = await OpenAsync();
        await office.InstitutionAsync("FR-PAR-EMB", "Europe/Paris", "Paris");
        WorkshopId home = await office.HoldAsync("HOME"), abroad = await office.HoldAsync("ABROAD", host: "FR-PAR-EMB");
        await office.ApproveAsync(home, await office.PeopleAsync(2));
        await office.ApproveAsync(abroad, await office.PeopleAsync(2));

        await office.Certificates.IssueAsync(home, An.Officer);
        IssueReport report = await office.Certificates.IssueAsync(abroad, An.Officer);

        report.Certificates.Select(c => c.Number.ToString()).Should().Equal("FR-PAR-EMB-2023-000001", "FR-PAR-EMB-2023-000002");
        (await RegisterAsync(office, "MFAIC", 2023)).Should().Equal(1, 2);
    }

    [Fact]
    public async Task Another_process_that_takes_the_numbers_first_makes_the_slower_one_number_anew()
    {
        var (office, slow, _) = await ApprovedAsync(3);
        WorkshopId fast = await office.HoldAsync("DD-2023-B");
        await office.ApproveAsync(fast, await office.PeopleAsync(2));
        var journal = new InterruptedJournal(office.Store) { BeforeAppend = async () => await office.Certificates.IssueAsync(fast, An.Officer) };
        var elsewhere = new TrainingDesks(new(journal, office.Store, office.Store, office.Store) { Clock = office.Clock });

        IssueReport report = await elsewhere.Certificates.IssueAsync(slow, An.Officer);

        report.Certificates.Select(c => c.Number.Sequence).Should().Equal(3, 4, 5);
        (await office.Certificates.OfWorkshopAsync(fast)).Select(c => c.Number.Sequence).Should().Equal(1, 2);
        (await RegisterAsync(office, "MFAIC", 2023)).Should().Equal(1, 2, 3, 4, 5);
        (await FactsRecordsAsync(office)).Should().HaveCount(5, "a decision that was dropped leaves no record behind");
    }

    [Fact]
    public async Task Many_workshops_issued_at_once_from_two_processes_double_and_skip_no_number()
    {
        IssuingOffice office = await OpenAsync();
        var workshops = new List<WorkshopId>();
        for (int i = 1; i <= 6; i++)
        {
            workshops.Add(await office.HoldAsync(FormattableString.Invariant($"W-{i}")));
            await office.ApproveAsync(workshops[^1], await office.PeopleAsync(5));
        }

        TrainingDesks[] processes = [office.Desks, office.Ministry.AnotherProcess()];
        await Task.WhenAll(workshops.SelectMany((workshop, i) => processes.Select(p => Task.Run(async () => await p.Certificates.IssueAsync(workshop, An.Officer)))));

        (await RegisterAsync(office, "MFAIC", 2023)).Should().Equal(Enumerable.Range(1, 30));
        foreach (WorkshopId workshop in workshops)
        {
            (await office.Certificates.OfWorkshopAsync(workshop)).Select(c => c.Person).Should().HaveCount(5).And.OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public async Task Rows_of_attendance_that_await_review_refuse_issuing_until_a_reason_is_given_which_then_stands_in_the_journal()
    {
        var (office, workshop, _) = await ApprovedAsync();
        await office.ImportAsync(workshop, ("nobody-knows@example.org", "08:00", "09:00"));
        string before = await office.Ministry.PictureAsync();

        TrainingRuleException refusal = await RefusalAsync(() => office.Certificates.IssueAsync(workshop, An.Officer));

        refusal.Rule.Code.Should().Be("certificate.attendance-is-reviewed");
        refusal.Rule.Arguments["rows"].Should().Be(1);
        (await office.Ministry.PictureAsync()).Should().Be(before);
        (await office.Certificates.IssueAsync(workshop, An.Officer, unreviewedReasonCode: "ceremony-today")).IssuedNow.Should().Be(1);
        (await office.Ministry.JournalAsync()).Select(e => e.Event).OfType<AwardIssued>().Single().UnreviewedReasonCode.Should().Be("ceremony-today");
    }

    [Fact]
    public async Task A_reason_that_was_not_needed_is_not_recorded()
    {
        var (office, workshop, _) = await ApprovedAsync();

        await office.Certificates.IssueAsync(workshop, An.Officer, unreviewedReasonCode: "ceremony-today");

        (await office.Ministry.JournalAsync()).Select(e => e.Event).OfType<AwardIssued>().Single().UnreviewedReasonCode.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Chan Sophea asked for it")]
    [InlineData("a\nb")]
    public async Task A_reason_is_a_code_and_no_sentence_since_it_stands_in_the_journal(string reason)
    {
        var (office, workshop, _) = await ApprovedAsync();
        await office.ImportAsync(workshop, ("nobody-knows@example.org", "08:00", "09:00"));

        ArgumentException refusal = (await FluentActions.Awaiting(() => office.Certificates.IssueAsync(workshop, An.Officer, unreviewedReasonCode: reason).AsTask())
            .Should().ThrowAsync<ArgumentException>()).Which;

        refusal.Message.Should().NotContain("Sophea");
        (await office.Ministry.JournalAsync()).Should().NotContain(e => e.Event is AwardIssued);
    }

    [Fact]
    public async Task A_report_that_is_imported_while_issuing_is_under_way_is_not_overlooked()
    {
        var (office, workshop, _) = await ApprovedAsync();
        var journal = new InterruptedJournal(office.Store)
        {
            BeforeAppend = async () => await office.ImportAsync(workshop, ("nobody-knows@example.org", "08:00", "09:00")),
        };
        var elsewhere = new TrainingDesks(new(journal, office.Store, office.Store, office.Store) { Clock = office.Clock });

        (await RefusalAsync(() => elsewhere.Certificates.IssueAsync(workshop, An.Officer))).Rule.Code.Should().Be("certificate.attendance-is-reviewed");
        (await RegisterAsync(office, "MFAIC", 2023)).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_was_erased_is_left_out_and_told_and_holds_nobody_else_up()
    {
        var (office, workshop, people) = await ApprovedAsync(3);
        await office.Desks.People.EraseAsync(people[1], An.Officer);

        IssueReport report = await office.Certificates.IssueAsync(workshop, An.Officer);

        report.Certificates.Select(c => c.Person).ToHashSet().SetEquals([people[0], people[2]]).Should().BeTrue();
        report.LeftOut.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = "certificate.person-is-known" });
        report.LeftOut[0].Arguments["person"].Should().Be(people[1].ToString());
        (await RegisterAsync(office, "MFAIC", 2023)).Should().Equal(1, 2);
    }

    [Fact]
    public async Task The_journal_holds_no_name_and_refusals_neither()
    {
        IssuingOffice office = await OpenAsync();
        WorkshopId workshop = await office.HoldAsync("DD-2023");
        PersonId person = await office.PersonAsync(new(new PersonName("XHANQ", "Zopheaq").WithNative("km", "ចាន់", "សុភា"), "zopheaq@example.org") { Honorific = new("លោកស្រី", "Madamq") });
        await office.ApproveAsync(workshop, [person]);

        IssueReport report = await office.Certificates.IssueAsync(workshop, An.Officer, new(new("រដ្ឋមន្ត្រី", "Ministerq"), new("ឈ្មោះ", "Signerq")));

        string journal = string.Join('\n', (await office.Ministry.JournalAsync()).Where(e => e.Stream.Kind is "awards" or "register").Select(e => e.Payload));
        journal.Should().Contain(report.Certificates[0].Number.ToString())
            .And.NotContainAny("Zopheaq", "XHANQ", "zopheaq", "ចាន់", "\\u1785", "Madamq", "Ministerq", "Signerq");
        report.Certificates[0].ToString().Should().Be("MFAIC-2023-000001");
        report.Certificates[0].Facts.ToString().Should().Be("MFAIC-2023-000001");
    }

    [Fact]
    public async Task Everybody_is_told_in_their_own_language_with_number_and_code()
    {
        IssuingOffice office = await OpenAsync();
        WorkshopId workshop = await office.HoldAsync("DD-2023");
        PersonId khmer = await office.PersonAsync(new(new PersonName("A", "A")) { Language = Language.Khmer });
        PersonId english = await office.PersonAsync(new(new PersonName("B", "B")) { Post = new(new("", "Counsellor"), InstitutionCode.Parse("US-WAS-EMB")) });
        await office.ApproveAsync(workshop, [khmer, english]);

        IssueReport report = await office.Certificates.IssueAsync(workshop, An.Officer);
        await office.Certificates.IssueAsync(workshop, An.Officer);

        Notice[] notices = [.. (await office.Store.PendingAsync()).Select(n => n.Notice).Where(n => n.Kind == "notice.certificate-issued")];
        notices.Should().HaveCount(2, "issuing again tells nobody again");
        Notice toKhmer = notices.Single(n => n.Recipient == khmer), toEnglish = notices.Single(n => n.Recipient == english);
        Certificate k = report.Certificates.Single(c => c.Person == khmer), e = report.Certificates.Single(c => c.Person == english);
        toKhmer.Explain().Should().Contain(Title.Khmer).And.Contain(k.Number.ToString()).And.Contain(k.Code.ToString()).And.StartWith("វិញ្ញាបនបត្រ");
        toEnglish.Explain().Should().Be($"Your certificate {e.Number} for “{Title.English}” is issued. Anyone can check it with the code {e.Code}.");
        (toKhmer.Institution, toEnglish.Institution).Should().Be(("MFAIC", "US-WAS-EMB"));
    }

    [Fact]
    public async Task More_than_one_page_of_certificates_is_issued_and_listed_whole_and_in_order()
    {
        var (office, workshop, people) = await ApprovedAsync(1001);

        IssueReport report = await office.Certificates.IssueAsync(workshop, An.Officer);

        report.Certificates.Select(c => c.Number.Sequence).Should().Equal(Enumerable.Range(1, 1001));
        report.Certificates.Select(c => c.Person).ToHashSet().SetEquals(people).Should().BeTrue();
        report.Certificates.Select(c => c.Code).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_call_that_is_stopped_issues_nothing()
    {
        var (office, workshop, _) = await ApprovedAsync();
        string before = await office.Ministry.PictureAsync();

        await FluentActions.Awaiting(() => office.Certificates.IssueAsync(workshop, An.Officer, cancellationToken: new CancellationToken(true)).AsTask()).Should().ThrowAsync<OperationCanceledException>();

        (await office.Ministry.PictureAsync()).Should().Be(before);
    }

    private static async Task<IEnumerable<int>> RegisterAsync(IssuingOffice office, string issuer, int year)
    {
        IReadOnlyList<JournalEntry> entries = await office.Store.ReadAsync(CertificateRegister.StreamOf(InstitutionCode.Parse(issuer), year));
        return entries.Select(e => ((CertificateIssued)e.Event).Number).Select(n => (n.Issuer.ToString(), n.Year) == (issuer, year) ? n.Sequence : -1);
    }

    private static async Task<ImmutableArray<PersonalRecord>> FactsRecordsAsync(IssuingOffice office)
    {
        var records = ImmutableArray.CreateBuilder<PersonalRecord>();
        await foreach (PersonalRecord record in ((IPersonalRecords)office.Store).ReadAllAsync())
        {
            if (record.Kind == "certificate-facts")
            {
                records.Add(record);
            }
        }

        return records.ToImmutable();
    }
}
