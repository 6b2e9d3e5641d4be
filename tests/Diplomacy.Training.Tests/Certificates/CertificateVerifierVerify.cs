using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using static Diplomacy.Training.Tests.Certificates.IssuingOffice;

namespace Diplomacy.Training.Tests.Certificates;

public sealed class CertificateVerifierVerify
{
    [Fact]
    public async Task R39_a_stranger_is_shown_the_frozen_facts_for_the_code_however_it_is_typed()
    {
        var (office, certificate) = await IssuedAsync();
        string code = certificate.Code.ToString();

        foreach (string typed in new[] { code, code.ToLowerInvariant(), code.Replace("-", "", StringComparison.Ordinal), $"  {code.Replace('-', ' ')}\u200B", code.Replace('0', 'o').Replace('1', 'l') })
        {
            (await office.Desks.Verifier.VerifyAsync(typed)).Should().Be(new Verification.Valid(certificate.Facts));
        }
    }

    [Fact]
    public async Task A_typing_error_is_told_before_anything_is_looked_up()
    {
        var (office, certificate) = await IssuedAsync();
        var (queries, asked) = AskedPort<ITrainingQueries>.Before(office.Store);
        var (records, read) = AskedPort<IPersonalRecords>.Before(office.Store);
        var verifier = new CertificateVerifier(queries, records);
        string code = certificate.Code.ToString();
        string mistyped = (code[0] == '7' ? '8' : '7') + code[1..];

        foreach (string? typed in new[] { mistyped, "", null, code[..^1], code + "0", "<script>", certificate.Number.ToString(), "0000-0000-0000-0000", new string('7', 100_000) })
        {
            (await verifier.VerifyAsync(typed!)).Should().BeOfType<Verification.Mistyped>();
        }

        asked.Should().BeEmpty();
        read.Should().BeEmpty();
        (await verifier.VerifyAsync(code)).Should().BeOfType<Verification.Valid>();
        (asked.Count, read.Count).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_code_that_nobody_was_given_is_unknown_and_nothing_else_is_read()
    {
        var (office, _) = await IssuedAsync();
        var (records, read) = AskedPort<IPersonalRecords>.Before(office.Store);

        Verification answer = await new CertificateVerifier(office.Store, records).VerifyAsync(VerificationCode.New().ToString());

        answer.Should().Be(new Verification.Unknown());
        read.Should().BeEmpty();
    }

    [Fact]
    public async Task R36_a_name_that_is_corrected_later_changes_neither_the_facts_nor_the_answer()
    {
        var (office, certificate) = await IssuedAsync();
        await office.Desks.People.CorrectAsync(certificate.Person, new(new PersonName("CHAN", "Sokha")), An.Officer);

        (await office.Desks.Verifier.VerifyAsync(certificate.Code.ToString())).Should().Be(new Verification.Valid(certificate.Facts));
        (await office.Certificates.OfWorkshopAsync(certificate.Facts.Workshop)).Single().Facts.PrintedName.Should().Be(certificate.Facts.PrintedName);
        (await office.Certificates.IssueAsync(certificate.Facts.Workshop, An.Officer)).IssuedNow.Should().Be(0);
    }

    [Fact]
    public async Task R43_erasing_the_person_leaves_the_certificate_and_erasing_its_facts_withholds_them()
    {
        var (office, certificate) = await IssuedAsync();
        string code = certificate.Code.ToString();

        (await office.Desks.People.EraseAsync(certificate.Person, An.Officer)).Should().BePositive();
        (await office.Desks.Verifier.VerifyAsync(code)).Should().Be(new Verification.Valid(certificate.Facts));

        (await ((IPersonalRecords)office.Store).EraseAsync($"certificate:{certificate.Number}")).Should().Be(1);
        (await office.Desks.Verifier.VerifyAsync(code)).Should().Be(new Verification.Withheld(certificate.Number));
        (await office.Certificates.OfWorkshopAsync(certificate.Facts.Workshop)).Should().BeEmpty();
    }

    [Fact]
    public async Task Facts_that_were_altered_are_never_valid_and_nothing_of_them_is_shown()
    {
        var (office, certificate) = await IssuedAsync();
        string payload = (await office.Store.OfSubjectAsync($"certificate:{certificate.Number}")).Single().Payload;
        Func<PersonalRecord, PersonalRecord>[] alterations =
        [
            r => new(r.Id, r.Subject, r.Kind, payload.Replace("FAMILY1", "FAMILY2", StringComparison.Ordinal), r.Salt),
            r => new(r.Id, r.Subject, r.Kind, payload + " ", r.Salt),
            r => new(r.Id, r.Subject, r.Kind, r.Payload, new string('0', 32)),
            r => new(RecordId.New(), r.Subject, r.Kind, r.Payload, r.Salt),
            r => new(r.Id, r.Subject, r.Kind, "", r.Salt),
            r => new(r.Id, r.Subject, r.Kind, "null", r.Salt),
            r => PersonalRecord.Create(r.Subject, r.Kind, payload),
        ];

        foreach (Func<PersonalRecord, PersonalRecord> alter in alterations)
        {
            var records = new AlteredRecords(office.Store, alter);
            var desks = new TrainingDesks(new(office.Store, records, office.Store, office.Store) { Clock = office.Clock });
            (await desks.Verifier.VerifyAsync(certificate.Code.ToString())).Should().Be(new Verification.Unconfirmed(certificate.Number));
            (await desks.Certificates.OfWorkshopAsync(certificate.Facts.Workshop)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Another_certificate_s_facts_do_not_stand_in_for_these()
    {
        var (office, workshop, _) = await ApprovedAsync(2);
        IssueReport report = await office.Certificates.IssueAsync(workshop, An.Officer);
        var rows = (await office.Store.CertificatesOfWorkshopAsync(workshop)).Items;
        var (queries, _) = AskedPort<ITrainingQueries>.Before(office.Store, _ => new ValueTask<CertificateSummary?>(rows[0] with { Facts = rows[1].Facts }));

        (await new CertificateVerifier(queries, office.Store).VerifyAsync(report.Certificates[0].Code.ToString())).Should().Be(new Verification.Unconfirmed(report.Certificates[0].Number));
    }

    [Fact]
    public async Task Every_answer_is_told_in_Khmer_and_in_English_and_begins_with_a_clear_word()
    {
        var (office, certificate) = await IssuedAsync();
        Verification[] answers =
        [
            await office.Desks.Verifier.VerifyAsync(certificate.Code.ToString()),
            new Verification.Withheld(certificate.Number),
            new Verification.Unconfirmed(certificate.Number),
            new Verification.Unknown(),
            await office.Desks.Verifier.VerifyAsync("7ZK2"),
        ];

        answers.Select(a => a.Explain(Language.English).Split(' ')[0]).Should().Equal("Valid.", "Certificate", "Unconfirmed.", "No", "A");
        answers.Select(a => a.Explain(Language.Khmer)).Should().OnlyHaveUniqueItems().And.AllSatisfy(text => text[0].Should().BeInRange('\u1780', '\u17FF'));
        answers.Select(a => a.ToString()).Should().AllSatisfy(text => text.Should().NotContainAny("FAMILY1", "Given1", certificate.Code.ToString()));
    }

    [Fact]
    public async Task A_certificate_verifies_the_same_from_an_archive()
    {
        var (office, workshop, _) = await ApprovedAsync(3);
        IssueReport report = await office.Certificates.IssueAsync(workshop, An.Officer);
        using var file = new MemoryStream();
        await TrainingArchive.WriteAsync(office.Desks.Ports, file);
        file.Position = 0;

        InMemoryTrainingStore restored = await TrainingArchive.ReadAsync(file);
        var desks = new TrainingDesks(TrainingPorts.InMemory(restored) with { Clock = office.Clock });

        foreach (Certificate certificate in report.Certificates)
        {
            (await desks.Verifier.VerifyAsync(certificate.Code.ToString())).Should().Be(new Verification.Valid(certificate.Facts));
        }

        IssueReport again = await desks.Certificates.IssueAsync(workshop, An.Officer);
        again.IssuedNow.Should().Be(0);
        again.Certificates.Should().Equal(report.Certificates);
        await office.ApproveAsync(workshop, await office.PeopleAsync(1));
        (await office.Certificates.IssueAsync(workshop, An.Officer)).Certificates[^1].Number.Sequence.Should().Be(4);
    }

    private static async Task<(IssuingOffice Office, Certificate Certificate)> IssuedAsync()
    {
        var (office, workshop, _) = await ApprovedAsync();
        return (office, (await office.Certificates.IssueAsync(workshop, An.Officer)).Certificates.Single());
    }
}
