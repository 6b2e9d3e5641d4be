using NodaTime;
using static Diplomacy.Training.Tests.Attendance.Scene;

namespace Diplomacy.Training.Tests.Attendance;

/// <summary>What people say against the evidence: kept apart, with its reason (R34).</summary>
public sealed class AttendanceDeskCorrect
{
    private static readonly Actor s_head = Actor.Official("staff:1");

    [Fact]
    public async Task R34_a_correction_counts_and_evidence_derived_minutes_and_correction_are_told_apart()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await AttendAsync(scene);

        (await CorrectAsync(scene, sophea, 80)).Should().BeTrue();

        PersonPresence presence = await scene.PresenceOfAsync(sophea);
        SessionPresence opening = presence.Sessions[0];
        (opening.Present, opening.Derived, opening.Confidence).Should().Be((Duration.FromMinutes(80), Duration.FromMinutes(30), PresenceConfidence.Corrected));
        opening.Correction!.Present.Should().Be(Duration.FromMinutes(80));
        (opening.FirstSeen, opening.LastSeen).Should().Be((At("08:30"), At("09:00")), "what was seen stays as it was");
        presence.Evidence.Should().ContainSingle().Which.Until.Should().Be(At("09:00"));
        (presence.Present, presence.Derived).Should().Be((Duration.FromMinutes(80), Duration.FromMinutes(30)));
    }

    [Fact]
    public async Task R34_a_correction_wins_over_what_is_imported_later()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await AttendAsync(scene);
        await CorrectAsync(scene, sophea, 10);

        await scene.ImportAsync(Row(2, "S", "s@mfaic.example", "08:30", "10:00"));

        SessionPresence opening = (await scene.PresenceOfAsync(sophea)).Sessions[0];
        (opening.Present, opening.Derived).Should().Be((Duration.FromMinutes(10), Duration.FromMinutes(90)));
    }

    [Fact]
    public async Task R34_who_corrected_and_why_is_kept_and_taking_back_too()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await AttendAsync(scene);

        await CorrectAsync(scene, sophea, 80, "the line of the mission broke");
        (await CorrectAsync(scene, sophea, 80, "again")).Should().BeFalse();
        (await TakeBackAsync(scene, sophea)).Should().BeTrue();
        (await TakeBackAsync(scene, sophea)).Should().BeFalse();

        (await scene.PresenceOfAsync(sophea)).Sessions[0].Should().BeEquivalentTo(new { Present = Duration.FromMinutes(30), Confidence = PresenceConfidence.Confirmed, Correction = (PresenceCorrection?)null });
        (await scene.Attendance.CorrectionsAsync(DD2023)).Select(c => (c.Registration, c.Session, c.Present, c.By, c.Reason)).Should().Equal(
            (sophea.Id, "opening", Duration.FromMinutes(80), s_head, "the line of the mission broke"), (sophea.Id, "opening", null, Desk, "mistaken"));
        string.Join(' ', (await scene.SheetAsync()).Select(e => e.Payload + e.Fingerprint)).Should().NotContain("mission").And.NotContain("mistaken");

        await scene.Desks.People.EraseAsync(sophea.Person, Desk);
        (await scene.Attendance.CorrectionsAsync(DD2023)).Should().OnlyContain(c => c.Reason == null && !c.ToString().Contains("mission"));
    }

    [Theory]
    [InlineData("opening", 0, null)]
    [InlineData("opening", 90, null)]
    [InlineData("opening", 90.01, "attendance.correction-fits-session")]
    [InlineData("opening", -0.01, "attendance.correction-fits-session")]
    [InlineData("tools", 75, null)]
    [InlineData("tools", 76, "attendance.correction-fits-session")]
    [InlineData("coffee", 5, "attendance.session-is-known")]
    public async Task A_correction_is_bounded_by_the_counted_time_of_its_session(string session, double minutes, string? refused)
    {
        Scene scene = await BeginAsync();
        Registration sophea = await AttendAsync(scene);

        Func<Task> correcting = () => scene.Attendance.CorrectAsync(DD2023, sophea.Id, session, Duration.FromMinutes(minutes), s_head, "x").AsTask();

        if (refused is not null)
        {
            (await Refusal.OfAsync(correcting)).Code.Should().Be(refused);
            (await scene.SheetAsync()).Should().ContainSingle("a refusal leaves the sheet as it was");
        }
        else
        {
            await correcting();
            (await scene.PresenceOfAsync(sophea)).Sessions.Single(s => s.Session == session).Present.Should().Be(Duration.FromMinutes(minutes));
        }
    }

    [Fact]
    public async Task Nobody_is_present_longer_than_a_session_that_was_shortened_after_a_correction()
    {
        Scene scene = await BeginAsync();
        Registration sophea = await AttendAsync(scene);
        await CorrectAsync(scene, sophea, 90);

        await scene.Desks.Planning.PostponeAsync(
            DD2023, Agenda.Strictly("Asia/Phnom_Penh", new Session("opening", new LocalDateTime(2023, 4, 28, 8, 30), Duration.FromMinutes(45))), Desk);

        (await scene.PresenceOfAsync(sophea)).Sessions.Single().Present.Should().Be(Duration.FromMinutes(45));
    }

    [Fact]
    public async Task Only_registered_people_are_corrected_by_those_who_may()
    {
        Scene scene = await BeginAsync(new NoCorrections(), online: 1);
        Registration sophea = await AttendAsync(scene);
        Registration waiting = await scene.RegisterAsync("SOK", "Dara");

        (await Refusal.OfAsync(() => CorrectAsync(scene, sophea, 1, by: Desk))).Code.Should().Be("permission.actor-may");
        (await Refusal.OfAsync(() => CorrectAsync(scene, waiting, 1))).Code.Should().Be("attendance.registration-is-confirmed");
        (await Refusal.OfAsync(() => scene.Attendance.CorrectAsync(DD2023, RegistrationId.New(), "opening", Duration.Zero, s_head, "x").AsTask())).Code.Should().Be("attendance.registration-is-confirmed");
    }

    [Fact]
    public async Task R34_certificates_are_judged_by_the_corrected_figure()
    {
        HeldTwice held = await HeldTwice.BeginAsync();
        RegistrationId short_ = await held.RegisterAsync("east", ParticipantRole.Participant, ("opening", 30), ("talk-east", 10));
        await held.Attendance.CorrectAsync(HeldTwice.Id, short_, "talk-east", Duration.FromMinutes(120), s_head, "the scanner at the exit was wrong");

        ProposalList proposal = await held.Certificates.ProposeAsync(HeldTwice.Id, s_head);

        ProposedAward award = proposal.Awards.Single(a => a.Registration == short_ && a.Level == AwardLevel.Completion);
        award.Earned.Should().BeTrue();
        (await held.PresenceOfAsync(short_)).Present.Should().Be(Duration.FromMinutes(150));
    }

    private static async Task<Registration> AttendAsync(Scene scene)
    {
        Registration sophea = await scene.RegisterAsync("CHAN", "Sophea", "s@mfaic.example");
        await scene.ImportAsync(Row(2, "S", "s@mfaic.example", "08:30", "09:00"));
        return sophea;
    }

    private static Task<bool> CorrectAsync(Scene scene, Registration who, int minutes, string reason = "told by the host", Actor? by = null) =>
        scene.Attendance.CorrectAsync(DD2023, who.Id, "opening", Duration.FromMinutes(minutes), by ?? s_head, reason).AsTask();

    private static Task<bool> TakeBackAsync(Scene scene, Registration who) => scene.Attendance.TakeBackCorrectionAsync(DD2023, who.Id, "opening", Desk, "mistaken").AsTask();

    private sealed class NoCorrections : IPermissions
    {
        public ValueTask<bool> AllowsAsync(PermissionRequest request, CancellationToken cancellationToken = default) =>
            new(request.Permission != Permission.CorrectAttendance || request.By == s_head);
    }
}
