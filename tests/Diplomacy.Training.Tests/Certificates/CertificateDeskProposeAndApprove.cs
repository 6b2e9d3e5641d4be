using Diplomacy.Training.Journal;
using Diplomacy.Training.Tests.Building;
using NodaTime;
using static Diplomacy.Training.Tests.Certificates.IssuingOffice;

namespace Diplomacy.Training.Tests.Certificates;

public sealed class CertificateDeskProposeAndApprove
{
    [Fact]
    public async Task Attendance_becomes_a_proposal_list_an_approval_and_a_certificate_that_verifies()
    {
        IssuingOffice office = await OpenAsync();
        WorkshopId workshop = await office.PlanAsync("DD-2023", awards: [AwardPolicy.Participation(75), AwardPolicy.Appreciation()]);
        PersonId sophea = await office.PersonAsync(new(new PersonName("CHAN", "Sophea"), "s@mfaic.example"));
        PersonId dara = await office.PersonAsync(new(new PersonName("SOK", "Dara"), "d@mfaic.example"));
        PersonId speaker = await office.PersonAsync(new(new PersonName("KEO", "Bopha"), "b@mfaic.example"));
        await office.RegisterAsync(workshop, sophea);
        await office.RegisterAsync(workshop, dara);
        await office.RegisterAsync(workshop, speaker, ParticipantRole.Speaker);
        office.Clock.Reset(At("17:00"));
        await office.ImportAsync(workshop,
            ("s@mfaic.example", "08:00", "09:00"), ("s@mfaic.example", "09:30", "10:45"), ("d@mfaic.example", "09:30", "11:30"), ("b@mfaic.example", "08:00", "08:01"));

        ProposalList list = await office.Certificates.ProposeAsync(workshop, An.Officer);
        await office.Certificates.ApproveAsync(workshop, list.Number, Director);
        IssueReport report = await office.Certificates.IssueAsync(workshop, An.Officer);

        list.Awards.Should().HaveCount(3);
        list.Awards.Single(l => l.Person == sophea).Should().BeEquivalentTo(new { Level = AwardLevel.Participation, Earned = true, Present = Duration.FromMinutes(135) });
        list.Awards.Single(l => l.Person == dara).Should().BeEquivalentTo(new { Level = AwardLevel.Participation, Earned = false, Present = Duration.FromMinutes(120) });
        list.Awards.Single(l => l.Person == speaker).Should().BeEquivalentTo(new { Level = AwardLevel.Appreciation, Earned = true, Present = Duration.FromMinutes(1) });
        report.Certificates.Select(c => c.Person).ToHashSet().SetEquals([sophea, speaker]).Should().BeTrue();
        report.IssuedNow.Should().Be(2);
        foreach (Certificate certificate in report.Certificates)
        {
            (await office.Desks.Verifier.VerifyAsync(certificate.Code.ToString())).Should().Be(new Verification.Valid(certificate.Facts));
        }

        (await office.Ministry.JournalAsync()).Single(e => e.Event is AwardsApproved).By.Should().Be(Director);
    }

    [Fact]
    public async Task Proposing_again_without_a_change_records_nothing_and_a_correction_makes_a_new_list()
    {
        (IssuingOffice office, WorkshopId workshop) = await AttendedAsync();
        ProposalList first = await office.Certificates.ProposeAsync(workshop, An.Officer);
        await office.Certificates.ApproveAsync(workshop, 1, Director);
        string before = await office.Ministry.PictureAsync();

        ProposalList again = await office.Certificates.ProposeAsync(workshop, An.Officer);

        again.Awards.Should().Equal(first.Awards);
        (again.Number, again.IsApproved).Should().Be((1, true));
        (await office.Ministry.PictureAsync()).Should().Be(before);
        await office.ImportAsync(workshop, ("s@mfaic.example", "08:00", "08:30"));
        ProposalList corrected = await office.Certificates.ProposeAsync(workshop, An.Officer);
        (corrected.Number, corrected.IsApproved, corrected.Awards.Single().Earned).Should().Be((2, false, false));
    }

    [Fact]
    public async Task A_repeated_proposal_is_given_its_first_outcome_also_after_a_later_list()
    {
        (IssuingOffice office, WorkshopId workshop) = await AttendedAsync();
        var command = CommandId.New();
        ProposalList first = await office.Certificates.ProposeAsync(workshop, An.Officer, command);
        await office.ImportAsync(workshop, ("s@mfaic.example", "08:00", "08:30"));
        await office.Certificates.ProposeAsync(workshop, An.Officer);
        string before = await office.Ministry.PictureAsync();

        ProposalList repeated = await office.Certificates.ProposeAsync(workshop, An.Officer, command);

        (repeated.Number, repeated.IsApproved).Should().Be((1, false));
        repeated.Awards.Should().Equal(first.Awards);
        (await office.Ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task A_repeated_approval_is_given_the_list_that_was_approved_also_after_a_later_list()
    {
        (IssuingOffice office, WorkshopId workshop) = await AttendedAsync();
        var command = CommandId.New();
        await office.Certificates.ProposeAsync(workshop, An.Officer);
        ProposalList first = await office.Certificates.ApproveAsync(workshop, 1, Director, command);
        await office.ImportAsync(workshop, ("s@mfaic.example", "08:00", "08:30"));
        await office.Certificates.ProposeAsync(workshop, An.Officer);

        ProposalList repeated = await office.Certificates.ApproveAsync(workshop, 1, Director, command);

        (repeated.Number, repeated.IsApproved).Should().Be((1, true));
        repeated.Awards.Should().Equal(first.Awards);
    }

    [Fact]
    public async Task The_same_command_id_for_another_list_is_an_error()
    {
        (IssuingOffice office, WorkshopId workshop) = await AttendedAsync();
        var command = CommandId.New();
        await office.Certificates.ProposeAsync(workshop, An.Officer, command);

        (await RefusalAsync(() => office.Certificates.ApproveAsync(workshop, 1, Director, command))).Rule.Code.Should().Be("journal.command-is-new");
    }

    [Fact]
    public async Task A_refusal_leaves_everything_as_it_was()
    {
        (IssuingOffice office, WorkshopId workshop) = await AttendedAsync();
        string before = await office.Ministry.PictureAsync();

        (await RefusalAsync(() => office.Certificates.ProposeAsync(WorkshopId.Parse("XX-1"), An.Officer))).Rule.Code.Should().Be("workshop.is-known");
        (await RefusalAsync(() => office.Certificates.ApproveAsync(workshop, 1, Director))).Rule.Code.Should().Be("certificate.is-proposed");
        (await RefusalAsync(() => office.Certificates.IssueAsync(workshop, An.Officer))).Rule.Code.Should().Be("certificate.is-approved");
        office.Clock.Reset(At("11:00"));
        (await RefusalAsync(() => office.Certificates.ProposeAsync(workshop, An.Officer))).Rule.Code.Should().Be("certificate.workshop-is-over");
        (await office.Ministry.PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task A_cancelled_workshop_awards_nothing()
    {
        (IssuingOffice office, WorkshopId workshop) = await AttendedAsync();
        office.Clock.Reset(At("07:00"));
        await office.Desks.Planning.CancelAsync(workshop, "flood", An.Officer);
        office.Clock.Reset(At("17:00"));

        (await RefusalAsync(() => office.Certificates.ProposeAsync(workshop, An.Officer))).Rule.Code.Should().Be("workshop.status-allows");
    }

    [Theory]
    [InlineData("certificate.propose")]
    [InlineData("certificate.approve")]
    [InlineData("certificate.issue")]
    public async Task Each_step_needs_its_own_permission(string withheld)
    {
        Permission permission = new[] { Permission.ProposeCertificates, Permission.ApproveCertificates, Permission.IssueCertificates }.Single(p => p.Name == withheld);
        (IssuingOffice office, WorkshopId workshop) = await AttendedAsync();
        office.Ministry.Permissions.Withdraw(permission);
        Func<Task>[] steps =
        [
            async () => await office.Certificates.ProposeAsync(workshop, An.Officer),
            async () => await office.Certificates.ApproveAsync(workshop, 1, An.Officer),
            async () => await office.Certificates.IssueAsync(workshop, An.Officer),
        ];

        var codes = new List<string>();
        foreach (Func<Task> step in steps)
        {
            codes.Add((await Record.ExceptionAsync(step) as TrainingRuleException)?.Rule.Code ?? "");
        }

        codes[Array.IndexOf(["certificate.propose", "certificate.approve", "certificate.issue"], withheld)].Should().Be("permission.actor-may");
        codes.Count(code => code == "permission.actor-may").Should().Be(1);
    }

    /// <summary>A workshop that is over, with one person who was present all the time.</summary>
    private static async Task<(IssuingOffice Office, WorkshopId Workshop)> AttendedAsync()
    {
        IssuingOffice office = await OpenAsync();
        WorkshopId workshop = await office.PlanAsync("DD-2023");
        await office.RegisterAsync(workshop, await office.PersonAsync(new(new PersonName("CHAN", "Sophea"), "s@mfaic.example")));
        office.Clock.Reset(At("17:00"));
        await office.ImportAsync(workshop, ("s@mfaic.example", "08:00", "11:30"));
        return (office, workshop);
    }
}
